### planfact по-русски.
###
### Одно сообщение в строке: ключ = текст. `.short` — для узких экранов, `.means` объясняет, остальные атрибуты называют
### падеж или вид. То, что стоит в { $скобках }, программа подставляет уже оформленным для языка.
### Во всех трёх файлах одни и те же ключи и подстановки; только `$grammar-…` и падежи месяца
### (`$month`, `$month-of`, `$month-in`, `$month-by`, `$month-for`, `$month-short`, `$month-short-of`; так же
### `$first`, `$last` и `$metric-inside`, название внутри предложения) берутся по нужде языка. Пробел в числах и перед знаком процента — неразрывный.


## Страницы

overview = Обзор
    .short = Обзор
targets = Обещания
    .short = Обещ.
output = Выпуск
    .short = Вып.
figures = Показатели
    .short = Показ.
sites = Заводы
    .short = Зав.
investments = Инвестиции
    .short = Инвест.
timeline = Хронология
    .short = Хрон.
evidence = Источники
    .short = Источ.


## Заголовки таблиц

head-promise = Обещание
head-who = Кто
head-what = Что
head-said = Сказано
head-due = Срок
head-reported = Сообщено
    .short = Сообщ.
head-gap = Разница
head-verdict = Итог
head-subject = Чей
head-pace = К темпу
head-promised = Обещано
head-place = Где
head-city = Город
head-status = Состояние
    .short = Сост.
head-capacity = Мощность
    .short = Мощн.
head-planned = План
head-source = Источник
head-kind = Вид
head-published = Вышло
    .short = Вышло
head-figures = Чисел
    .short = Чис.
head-period = Период
head-attained = От обещанного
    .short = 0 %
head-figure = Значение
head-counts = Что учтено
head-known = Известно с
    .short = Известно
head-plant = Завод
head-output = Последний выпуск
    .short = Выпуск
head-when = Когда
head-moved = Сдвиг
head-lane = Дорожка
head-publisher = Издатель
head-title = О чём


## Строки

row-amount = { $quantity } · { $metric }
row-kth = { $metric }: { $quantity }
row-event = { $metric }
row-open = { $metric }, без числа
row-of = { $promise } · { $subject }
row-due = { $promise }, срок { $due }
due-none = без срока
    .short = –
gap-late = +{ $time }
gap-early = −{ $time }
gap-not-yet = ≥+{ $time }
row-not-yet = Ещё нет: { $metric }
figure-of-period = { $quantity }, { $period }
none-reported = не сообщалось
    .short = нет
sources-differ = источники расходятся
reported-growth = { $growth } к прошлому году, как сообщено
list-separator = { ", " }
tally = { $count ->
    [one] { $count } обещание: { $list }.
    [few] { $count } обещания: { $list }.
   *[other] { $count } обещаний: { $list }.
}
tally-apart = Отдельно: { $list }.
tally-earlier = { $count ->
    [one] { $count } более раннее заявление
    [few] { $count } более ранних заявления
   *[other] { $count } более ранних заявлений
} о том же
tally-plan-figures = { $count ->
    [one] { $count } показатель
    [few] { $count } показателя
   *[other] { $count } показателей
} планов без итога
tally-forecasts = { $count ->
    [one] { $count } прогноз
    [few] { $count } прогноза
   *[other] { $count } прогнозов
}
tally-part = { $status } — { $count }
section-decided = Итог известен
section-open = Срок впереди
section-unknown = Срок прошёл, итог неизвестен
section-earlier = Более ранние заявления о том же
section-plan-figures = Показатели планов без итога
section-forecasts = Прогнозы: ожидали, но не обещали
filter-words = «{ $words }»
filter-found = { $found } из { $all }
filter-nothing = Не нашлось: { $what }. Enter ищет на других страницах, Esc снова покажет { $count ->
    [one] { $count } строку
    [few] { $count } строки
    [many] { $count } строк
   *[other] { $count } строки
}.
overview-more = { $count ->
    [one] Ещё { $count } обещание: страница 2
    [few] Ещё { $count } обещания: страница 2
   *[other] Ещё { $count } обещаний: страница 2
}
overview-empty = К этому дню ещё ничего не обещали.


## График

chart-heading = { $subject }: { $metric }, { $unit }
    .short = { $metric }, { $unit }
chart-unit = { $scale } { $unit }
chart-heading-parts = { $subject }: { $metric } за месяц, { $unit }
    .short = { $metric } за месяц, { $unit }
chart-heading-within = { $subject }: { $metric } с января, { $unit }; линия — год
    .short = { $metric } с января, { $unit }
chart-heading-index = { $subject }: { $metric }, { $year } г. = 100
    .short = { $metric }, { $year } г. = 100
chart-log = { $title }, лог. шкала
chart-log-dots = Логарифмическая шкала: точки, потому что столбец начинается с нуля, а на ней нуля нет.
chart-log-left-out = Чего не больше нуля, тому на логарифмической шкале нет места.
chart-only-focused = Здесь помещается только один год; в таблице — все.
chart-needed = Нужно: оставшийся месяц даёт в { $rho } раза больше прошедшего, как в прошлом ({ $years ->
    [one] { $years } год
    [few] { $years } года
   *[other] { $years } лет
}).
chart-needed-evenly = Нужно: каждый месяц поровну — прошлые годы другого не подсказывают.
chart-alone = Здесь данные есть только у одного: { $subject }.
chart-more = { $count ->
    [one] Данные есть ещё у { $count }
   *[other] Данные есть ещё у { $count }
}
chart-heading-index-each = { $metric }, первый полный год каждого = 100
chart-more-below = { $count ->
    [one] ниже ещё { $count }
   *[other] ниже ещё { $count }
}
index-name = { $subject }, { $year } г. = 100
readout-silent = нет данных: { $list }
readout-others = { $count ->
    [one] { $count } другой
    [few] { $count } других
   *[other] { $count } других
}
legend-month = месяц
legend-average = среднее за несколько месяцев
    .short = среднее
legend-level = к тому времени не меньше
    .short = не меньше
legend-needed = нужно для { $promise } в { $year } г.
    .short = нужно
readout-a-month = { $value } в месяц
readout-index = { $value }, где { $year } г. — 100
readout-none = до этого месяца ничего не сообщали
readout-needed = { $year } г.: к этому месяцу нужно { $value }
none-of-parts = { $subject }: о частях года отдельно не сообщали, и месяцы не сравнить · { $metric }
none-within = { $subject }: нет ни одного числа с января по месяц до декабря, и за годом не проследить · { $metric }
none-for-index = { $subject }: нет полного года с числом, с которым можно сравнить другие · { $metric }
legend-made = сообщено
    .short = есть
legend-part = часть года
    .short = часть
legend-promised = обещано
    .short = обещ.
legend-pace = нужный темп
    .short = темп
legend-rest = остаток года, наша оценка
    .short = оценка
legend-projected = наш прогноз
    .short = прогноз
legend-rival = другой источник
    .short = другой
chart-differs = * учтено иначе, чем за { $year } год
readout-missing = { $period }: данных нет · { $metric }
readout-rival = другой источник, { $source }: { $value }
readout-pace-ahead = на { $gap } выше темпа ({ $expected })
readout-pace-behind = на { $gap } ниже темпа ({ $expected })
readout-pace-on = вровень с темпом ({ $expected })
readout-pace-alone = нужный темп: { $expected }
readout-promised = обещано { $value }
records-title = { $when }: { $count ->
    [one] { $count } запись
    [few] { $count } записи
   *[other] { $count } записей
}


## Выпуск

output-empty = К этому дню ещё ничего не сообщали.
output-none = { $subject }: данных пока нет · { $metric }
output-parts = { $subject }: { $quantity } за { $period }, то есть { $average } в месяц. { $metric }.
output-month = { $subject }: { $quantity } за { $period }. { $metric }.
output-within = { $subject }: { $quantity } за { $period }. { $metric }.
output-within-needed = { $subject }: { $quantity } за { $period }; для { $promise } за год к этому времени нужно было { $needed }. { $metric }.
output-index = { $subject }: { $year } г. — { $index }, где { $base } г. — 100. { $metric }.
output-one-of-several = { $subject } — { $quantity } ({ $period })
output-several = { $metric }: { $list }{ $more ->
    [0] .
    [one] {" "}и ещё { $more }.
   *[other] {" "}и ещё { $more }.
}
output-latest = { $subject }, { $period }: { $quantity }. { $metric }; всего { $count ->
    [one] { $count } значение
    [few] { $count } значения
   *[other] { $count } значений
}.


## Заводы

plants-tally = { $count ->
    [one] { $count } завод или проект: { $list }.
    [few] { $count } завода и проекта: { $list }.
   *[other] { $count } заводов и проектов: { $list }.
}
plants-empty = К этому дню ни об одном заводе ещё не было известно.
place-degrees = { $north }° с. ш., { $east }° в. д.


## Инвестиции

investments-latest = { $subject }, { $period }: { $quantity }. { $metric }.
investments-contested = { $subject }, { $period }: { $quantity } по одному источнику, { $other } по другому. Сохранены оба.
investments-empty = К этому дню о деньгах ещё не сообщали.
investments-calls = К чему призывали
investments-projects = Сколько должны были стоить проекты и что сообщено
split-first = первая доля, { $percent }
split-second = вторая доля, { $percent }
split-scope = Охват свой — { $subject }: на одной оси со столбцами выше это не показывают.


## Хроника

lane-said = сказано
lane-due = срок
lane-happened = случилось
timeline-sentence = { $said ->
    [one] { $said } заявление
    [few] { $said } заявления
   *[other] { $said } заявлений
} и { $happened ->
    [one] { $happened } сообщение
    [few] { $happened } сообщения
   *[other] { $happened } сообщений
} с { $first } по { $last } год, в хронологическом порядке.


## Источники

evidence-sentence = { $sources } { $count ->
    [one] источник
    [few] источника
   *[other] источников
}; чисел и заявлений, которые на них держатся: { $figures }.
evidence-empty = К этому дню ещё ничего не вышло.
evidence-says = Обещания
evidence-reports = Сообщения


## Почему

why-verdict = итог
why-promised = обещано
why-due = срок
why-said = сказано
why-spoken = другими словами
why-reported = сообщено
why-period = период
why-subject = чьё
why-counts = учтено
why-growth = рост
why-known = известно с
why-quality = надёжность
why-operator = оператор
why-partners = партнёры
why-makes = выпускает
why-method = способ
why-place = место
why-all-steps = весь расчёт: { $count ->
    [one] { $count } шаг
    [few] { $count } шага
   *[other] { $count } шагов
}
why-steps = Как получен итог
why-readings = Понять можно по-разному
why-badges = Пометки
why-restated = Сказано до и после
why-others = Другие источники
why-sources = Источники

step-threshold = Обещано { $said }: нужно достичь { $theta }.
step-threshold-strict = Обещано { $said }: нужно больше, чем { $theta }.
step-threshold-strict-less = Обещано { $said }: нужно меньше, чем { $theta }.
step-threshold-less = Обещано { $said }: нужно не больше, чем { $theta }.
step-compared-yes-less = { $value } — это точно не больше, чем допустимо: { $theta }.
step-compared-no-less = { $value } — это точно больше, чем допустимо: { $theta }.
step-compared-open-less = { $value }: неясно, превышено ли { $theta }.
step-window = Срок: с { $first } по { $last }; известно на { $known }.
step-used = { $period }: { $value }, то есть { $bounds } ({ $sources }).
step-used-exactly = { $period }: { $value } ({ $sources }).
step-so-far = { $period }: пока { $value }, значит, за весь срок { $bounds }.
step-differs = { $period }: { $value } по другим данным ({ $sources }).
step-compared-yes = { $value } — это точно не меньше, чем нужно: { $theta }.
step-compared-no = { $value } — это точно меньше, чем нужно: { $theta }.
step-compared-not-passed = { $value } — это не больше, чем { $theta }.
step-compared-not-passed-less = { $value } — это не меньше, чем { $theta }.
step-compared-open = { $value }: неясно, достигнуто ли { $theta }.
step-later = { $period }: { $value } — достигнуто, позже на { $years ->
    [one] { $years } год
    [few] { $years } года
   *[other] { $years } лет
}.
step-earlier = { $period }: { $value } — уже достигнуто, раньше на { $years ->
    [one] { $years } год
    [few] { $years } года
   *[other] { $years } лет
}.
step-attainment = { $dividend } ÷ { $divisor } = { $ratio }, то есть { $percent }.
step-gap = { $actual } − { $target } = { $gap }.
step-gap-bounds = { $actual } − { $target } = { $gap }; по границам { $bounds }.
step-happened = Случилось между { $first } и { $last }; от конца обещанного срока: { $days }.
step-not-yet = { $day } этого ещё не было.
step-silence = Чем это кончилось, не сообщено; после срока прошло { $days ->
    [one] { $days } день
    [few] { $days } дня
   *[other] { $days } дней
}.
bounds-between = от { $lo } до { $hi }
bounds-above = больше { $lo }
bounds-at-least = { $lo } или больше
bounds-at-most = { $hi } или меньше
bounds-none = любое число


## Строки вокруг страницы

chrome-record-end = данные по { $day }
chrome-known = известно на { $day }
too-small = Нужно 40 × 12 знаков


## Клавиши и что из них выходит

key-open = открыть страницу по номеру
    .short = страницы
key-turn = следующая страница, предыдущая
    .short = страницы
key-choose = выбрать строку
    .short = выбор
key-scroll = листать текст поверх страницы
    .short = листать
key-screenful = на столько строк, сколько видно
    .short = экран
key-ends = первая строка, последняя; у прицела — первая точка, последняя
    .short = края
key-read = читать график по точкам
    .short = график
key-mode = что стоит рядом: годы, части лет, месяцы года, индекс
    .short = вид
key-subjects = один объект, все на одной картинке или каждый на своей
    .short = чьи
key-log = логарифмическая шкала для линий и точек
    .short = лог.
key-zoom = меньше лет вокруг прицела, больше лет
    .short = масштаб
key-figures = картинки таблицами или рисунком
    .short = таблица
key-enlarge = одна часть на всю страницу, затем следующая
    .short = крупнее
key-filter = показать только строки, где есть набранное
    .short = поиск
key-status-filter = показать только строки со следующим итогом, затем все
    .short = по итогу
key-sort = упорядочить строки по следующему столбцу, затем как в файле
    .short = порядок
key-turn-order = обратить порядок строк
    .short = обратить
key-pick = в палитре: перейти или сделать
    .short = перейти
key-accept = при наборе: готово
    .short = готово
key-type-choose = при наборе: выбрать из найденного
    .short = выбор
key-caret = при наборе: двигаться по тексту
    .short = по тексту
key-erase = при наборе: стереть знак, следующий знак, слово, всё
    .short = стереть
key-detail = листать текст под строками
    .short = листать ниже
key-why = почему: о точке или о строке
    .short = почему
key-onward = на листе: выбрать названный источник или запись
    .short = выбор
key-go-on = на листе: перейти к выбранному
    .short = перейти
key-history = назад к показанному раньше и снова вперёд
    .short = назад, вперёд
key-back = шаг назад
    .short = назад
key-travel = путешествие во времени: предыдущий или следующий день, когда что-то было сказано или опубликовано
    .short = время
key-travel-years = путешествие во времени по годам
    .short = по годам
key-now = обратно к сегодняшнему дню
    .short = сегодня
key-subject = показать следующий ряд: другое место или показатель
    .short = следующий ряд
key-projections = темп и прогнозы: показать или убрать
    .short = прогнозы
key-checks = источники или проверки
    .short = проверки
key-language = следующий язык: английский, русский, казахский
    .short = язык
key-theme = следующая тема оформления
    .short = тема
key-mouse = отдать мышь терминалу или вернуть её
    .short = мышь
key-copy = скопировать этот вид командой, которая его напечатает
    .short = копия
key-cite = скопировать ссылку на источник значения
    .short = цитата
key-copy-row = скопировать строку, с табуляцией для таблиц
    .short = строка
key-address = показать адрес ссылкой, затем следующий
    .short = адрес
key-write = записать этот вид в файл
    .short = записать
key-write-text = записать вид текстом, когда спрошено
    .short = текст
key-write-svg = записать вид картинкой SVG, когда спрошено
    .short = SVG
key-write-html = записать вид страницей HTML, когда спрошено
    .short = HTML
key-palette = открыть палитру: перейти куда угодно, сделать что угодно
    .short = палитра
key-reload = прочитать файл заново
    .short = обновить
key-help = показать клавиши и значения пометок
    .short = помощь
key-suspend = приостановить; fg в оболочке продолжает
    .short = пауза
key-quit = выйти
    .short = выход
notice-copied = Скопировано: { $what }
notice-sent = Отправлено в буфер (иначе { $key }): { $what }
notice-too-long = Слишком длинно (иначе { $key }): { $what }
notice-no-clipboard = Буфера обмена нет: { $key } пишет в файл
notice-written = Записано: { $file }
notice-not-written = Не записано: { $why }
taken-view = команда этого вида
taken-citation = ссылка на источник
taken-row = строка
notice-reloaded = Файл прочитан заново
notice-unchanged = Файл прочитан заново: ничего не изменилось
notice-bundled = Эти данные — часть planfact: заново читать нечего
notice-broken = Не принято: { $first } · { $count ->
    [one] { $count } ошибка
    [few] { $count } ошибки
   *[other] { $count } ошибок
}: planfact check { $file }
notice-unreadable = Не прочитано заново: { $why }
notice-not-here = Здесь это ничего не делает
notice-wide-signs = Этот терминал рисует знаки вроде ─ шириной в два столбца; ровные столбцы: planfact --glyphs ascii
notice-mouse-on = Мышь: здесь
notice-mouse-off = Мышь: у терминала


## The palette, and what each command does by itself

palette-page = страница
palette-source = источник
palette-theme = тема
palette-language = язык
palette-figure = число
palette-known = известное на { $day }
palette-day = день
palette-nothing = Ничего с именем «{ $words }». Меньше букв — больше найдётся; Esc закрывает.
do-zoom-in = крупнее: меньше лет вокруг прицела
do-zoom-out = мельче: больше лет
do-next-page = следующая страница
do-previous-page = предыдущая страница
do-up = на строку выше
do-down = на строку ниже
do-screenful-up = на экран строк выше
do-screenful-down = на экран строк ниже
do-first = первая строка
do-last = последняя строка
do-point-left = читать график: точка левее
do-point-right = читать график: точка правее
do-text-down = листать текст под строками вниз
do-text-up = листать текст под строками вверх
do-name-before = на листе: выбрать предыдущее название
do-name-after = на листе: выбрать следующее название
do-history-back = назад к показанному раньше
do-history-forward = снова вперёд
do-day-before = путешествие во времени: предыдущий день, когда что-то стало известно
do-day-after = путешествие во времени: следующий день, когда что-то стало известно
do-year-before = путешествие во времени: на год назад
do-year-after = путешествие во времени: на год вперёд
do-found-up = при наборе: выше
do-found-down = при наборе: ниже
do-caret-left = при наборе: на знак влево
do-caret-right = при наборе: на знак вправо
do-caret-start = при наборе: в начало
do-caret-end = при наборе: в конец
do-erase = при наборе: стереть знак слева
do-delete = при наборе: стереть следующий знак
do-erase-word = при наборе: стереть слово
do-erase-all = при наборе: стереть всё слева


## Справка

help-title = Клавиши и пометки
help-here = Здесь
help-everywhere = Везде
help-overlay = На листе поверх страницы
help-elsewhere = На других страницах и в других случаях
help-typing = При наборе и в ответ на вопрос
help-signs = Знаки на этой странице
sign-full-period = Полный год, как сообщили; столбец кончается на своём значении.
sign-part-year = Несколько месяцев года, сколько сообщили.
sign-target-frame = Рамка кончается на обещанном числе; пустая часть — то, чего не хватает.
sign-pace = Где число должно быть, чтобы успеть к сроку.
sign-other-source = Что за то же время сообщает другой источник.
sign-calculated = Рассчитано, а не сообщено.
sign-level = Что сообщили к этому времени; с тех пор могло стать больше.
sign-not-reported = ничего не сообщили
sign-counts-differently = учтено не то же, что в обещании
sign-lower-bound = открытый верх: не меньше
sign-likely = в границах слова «около»
sign-off-scale = обещание выше верхнего края графика
sign-bar-target = обещанное: 100%
sign-bar-passed = больше обещанного
sign-bar-part = часть года или оценка
sign-bar-open = не меньше; длиннее шкалы
sign-promised-span = когда был срок
sign-happened-span = когда это произошло
sign-delay = опоздание
help-verdicts = Что значат итоги
help-marks = Что значат пометки


## Количества. $number уже записано словами или цифрами; $unit следует за ним в предложениях и может быть пустым.

said-plainly = { $number }
    .long = { $number } { $unit }
    .tight = { $number }
said-about = ≈{ $number }
    .long = около { $number } { $unit }
    .tight = ≈{ $number }
said-nearly = почти { $number }
    .long = почти { $number } { $unit }
    .tight = <{ $number }
said-more-than = >{ $number }
    .long = более { $number } { $unit }
    .tight = >{ $number }
said-at-least = ≥{ $number }
    .long = не менее { $number } { $unit }
    .tight = ≥{ $number }
said-less-than = <{ $number }
    .long = менее { $number } { $unit }
    .tight = <{ $number }
said-at-most = ≤{ $number }
    .long = не более { $number } { $unit }
    .tight = ≤{ $number }
range = { $low }–{ $high }
    .apart = от { $low } до { $high }
every-kth = { $k ->
    [2] каждый второй
    [3] каждый третий
    [4] каждый четвёртый
    [5] каждый пятый
    [10] каждый десятый
   *[other] 1 из { $k }
}
value-unquantified = число не названо
    .short = без числа
value-not-yet = ещё нет
percent = { $number } %
points = { $number } п. п.
times = ×{ $number }
money = { $number } { $currency }
scaled = { $number } { $scale }

scale-thousand = тысяч
    .short = тыс.
scale-million = млн
    .short = млн
scale-billion = млрд
    .short = млрд
scale-trillion = трлн
    .short = трлн

currency-kzt = тенге
currency-usd = долл. США
currency-eur = евро
currency-rub = руб.
currency-cny = юаней


## Месяцы. `.of` — «1 июля», `.in` — «в июле», `.by` — «к июлю», `.for` — «на июль».

month-1 = январь
    .of = января
    .in = январе
    .by = январю
    .for = январь
    .short = янв.
    .short-of = янв.
month-2 = февраль
    .of = февраля
    .in = феврале
    .by = февралю
    .for = февраль
    .short = февр.
    .short-of = февр.
month-3 = март
    .of = марта
    .in = марте
    .by = марту
    .for = март
    .short = март
    .short-of = марта
month-4 = апрель
    .of = апреля
    .in = апреле
    .by = апрелю
    .for = апрель
    .short = апр.
    .short-of = апр.
month-5 = май
    .of = мая
    .in = мае
    .by = маю
    .for = май
    .short = май
    .short-of = мая
month-6 = июнь
    .of = июня
    .in = июне
    .by = июню
    .for = июнь
    .short = июнь
    .short-of = июня
month-7 = июль
    .of = июля
    .in = июле
    .by = июлю
    .for = июль
    .short = июль
    .short-of = июля
month-8 = август
    .of = августа
    .in = августе
    .by = августу
    .for = август
    .short = авг.
    .short-of = авг.
month-9 = сентябрь
    .of = сентября
    .in = сентябре
    .by = сентябрю
    .for = сентябрь
    .short = сент.
    .short-of = сент.
month-10 = октябрь
    .of = октября
    .in = октябре
    .by = октябрю
    .for = октябрь
    .short = окт.
    .short-of = окт.
month-11 = ноябрь
    .of = ноября
    .in = ноябре
    .by = ноябрю
    .for = ноябрь
    .short = нояб.
    .short-of = нояб.
month-12 = декабрь
    .of = декабря
    .in = декабре
    .by = декабрю
    .for = декабрь
    .short = дек.
    .short-of = дек.


## Периоды. Само сообщение — для таблиц; `.long` стоит в предложении отдельно, `.tight` — для узких ячеек;
## `.in` отвечает на вопрос «когда», `.by` называет срок, `.for` — на когда намечено, `.of` — к чему относится;
## `.within` — срок между двумя датами. $yy — год двумя цифрами.

period-year = { $year }
    .long = { $year } год
    .tight = { $year }
    .in = в { $year } году
    .by = к { $year } году
    .for = на { $year } год
    .of = { $year } года
    .within = в течение { $year } года
period-half = { half-name } полуг. { $year }
    .long = { half-name } полугодие { $year } года
    .tight = { half-name } пг. { $year }
    .in = в{ $half ->
        [2] о
       *[other] {""}
    } { half-name } полугодии { $year } года
    .by = к{ $half ->
        [2] о
       *[other] {""}
    } { half-name } полугодию { $year } года
    .for = на { half-name } полугодие { $year } года
    .of = { half-name } полугодия { $year } года
half-name = { $half ->
    [1] I
   *[2] II
}
period-quarter = { quarter-name } кв. { $year }
    .long = { quarter-name } квартал { $year } года
    .tight = { quarter-name } кв. { $year }
    .in = в{ $quarter ->
        [2] о
       *[other] {""}
    } { quarter-name } квартале { $year } года
    .by = к{ $quarter ->
        [2] о
       *[other] {""}
    } { quarter-name } кварталу { $year } года
    .for = на { quarter-name } квартал { $year } года
    .of = { quarter-name } квартала { $year } года
quarter-name = { $quarter ->
    [1] I
    [2] II
    [3] III
   *[4] IV
}
period-month = { $month-short } { $year }
    .long = { $month } { $year } года
    .tight = { $month-number }.{ $year }
    .in = в { $month-in } { $year } года
    .by = к { $month-by } { $year } года
    .for = на { $month-for } { $year } года
    .of = { $month-of } { $year } года
    .within = в течение { $month-of } { $year } года
period-months = { $first-short }–{ $last-short } { $year }
    .long = { $first }–{ $last } { $year } года
    .tight = { $first-number }–{ $last-number }.{ $year }
    .in = в { $first-in }–{ $last-in } { $year } года
    .by = к { $last-by } { $year } года
    .for = на { $first-for }–{ $last-for } { $year } года
    .of = { $first-of }–{ $last-of } { $year } года
    .within = между { $first-in } и { $last-in } { $year } года
period-across = { $first-short } { $from }–{ $last-short } { $to }
    .long = { $first } { $from } – { $last } { $to } года
    .tight = { $from }–{ $to }
    .in = с { $first-of } { $from } по { $last } { $to } года
    .by = к { $last-by } { $to } года
    .for = на период с { $first-of } { $from } по { $last } { $to } года
    .of = периода с { $first-of } { $from } по { $last } { $to } года
    .within = в срок с { $first-of } { $from } по { $last } { $to } года
period-years = { $from }–{ $to }
    .long = { $from }–{ $to } годы
    .tight = { $from }–{ $to }
    .in = в { $from }–{ $to } годах
    .by = к { $to } году
    .for = на { $from }–{ $to } годы
    .of = { $from }–{ $to } годов
    .within = в срок с { $from } по { $to } год
period-day = { $day } { $month-short-of } { $year }
    .long = { $day } { $month-of } { $year } года
    .tight = { $day }.{ $month-number }.{ $year }
    .in = { $day } { $month-of } { $year } года
    .by = к { $day } { $month-of } { $year } года
    .for = на { $day } { $month-of } { $year } года
    .of = { $day } { $month-of } { $year } года
    .bare = { $day } { $month-of }
    .bare-short = { $day } { $month-short-of }
    .bare-tight = { $day }.{ $month-number }
period-days = { $first } – { $last }
    .long = { $first } – { $last }
    .tight = { $first }–{ $last }
    .in = с { $first } по { $last }
    .by = к { $last }
    .for = на период с { $first } по { $last }
    .of = периода с { $first } по { $last }
    .within = между { $first } и { $last }
period-days-of-year = { $first-bare } – { $last }
    .long = { $first-bare } – { $last }
    .tight = { $first-bare }–{ $last }
    .in = с { $first-bare } по { $last }
    .by = к { $last }
    .for = на период с { $first-bare } по { $last }
    .of = периода с { $first-bare } по { $last }
    .within = между { $first-bare } и { $last }
period-part = { $first-short }–{ $last-short }
roughly = примерно { $when }
    .plain = ≈{ $when }


## Сколько времени

days = { $count ->
    [one] { $count } день
    [few] { $count } дня
   *[many] { $count } дней
}
    .between = { $least }–{ $most ->
        [one] { $most } день
        [few] { $most } дня
       *[many] { $most } дней
    }
months = { $count ->
    [one] { $count } месяц
    [few] { $count } месяца
   *[many] { $count } месяцев
}
    .between = { $least }–{ $most ->
        [one] { $most } месяц
        [few] { $most } месяца
       *[many] { $most } месяцев
    }
    .tight = { $count } мес.
years = { $count ->
    [one] { $count } год
    [few] { $count } года
   *[many] { $count } лет
}
    .between = { $least }–{ $most ->
        [one] { $most } год
        [few] { $most } года
       *[many] { $most } лет
    }


## Что с обещанием

status-met-early = выполнено досрочно
    .short = досрочно
    .means = Достигнуто раньше обещанного срока.
    .by = выполнено на { $delay } раньше срока
status-met = выполнено
    .short = выполнено
    .means = Достигнуто в обещанный срок.
status-met-late = выполнено с опозданием
    .short = с опозданием
    .means = К сроку не достигнуто, достигнуто позже.
    .years = выполнено с опозданием на { $delay }
    .by = выполнено с опозданием на { $delay }
status-missed = не выполнено
    .short = не выполнено
    .means = Срок истёк, и по опубликованным данным достигнуто заведомо меньше обещанного.
status-on-track = идёт по графику
    .short = по графику
    .means = Срок впереди, и нынешнего роста хватает.
status-behind = отстаёт
    .short = отстаёт
    .means = Срок впереди, но рост медленнее, чем нужно.
status-at-risk = под угрозой
    .short = под угрозой
    .means = Срок впереди, но при нынешнем темпе обещанное недостижимо или почти недостижимо. Это арифметика, а не догадка о намерениях.
status-not-yet-due = срок не наступил
    .short = срок впереди
    .means = Срок впереди, и судить рано.
status-awaiting-data = ждём данных
    .short = ждём данных
    .means = Срок истёк меньше 90 дней назад, данные ещё не вышли.
status-no-data = нет данных
    .short = нет данных
    .means = Срок истёк, но данных никто не опубликовал. Молчание никогда не считается провалом.
status-undetermined = неясно
    .short = неясно
    .means = Опубликованные данные слишком приблизительны и допускают два ответа.
    .between = { $one } или { $other }
status-contested = спорно
    .short = спорно
    .means = Источники расходятся, и ответ зависит от того, какой из них прав.
status-unquantified = без числа
    .short = без числа
    .means = Обещано без числа, которое можно было бы проверить.
status-not-dated = без срока
    .short = без срока
    .means = Обещано без срока и пока не достигнуто.
status-not-judged = не оценивается
    .short = без оценки
    .means = Показана только разница с планом: достичь его никто не обещал.
status-not-said = ещё не сказано
    .short = не сказано
    .means = На этот день этого ещё никто не обещал.

badge-est = оценка
    .mark = оц.
    .means = Основано на части года, распространённой на весь год.
badge-sources-differ = источники расходятся
    .mark = ≠
    .means = Источники называют разные числа; ответ при любом из них один и тот же.
badge-about = зависит от «около»
    .mark = ≈
    .means = Ответ изменится, если понимать «около» как 2,5 или 10 процентов вместо 5.
badge-restated = повторено
    .mark = λ
    .means = Повторяет или переносит более раннее обещание.
badge-strict-deadline = строгий срок
    .mark = стр.
    .means = Если понимать срок строго, до начала года, ответ будет другим.
badge-reversing = удаляется
    .mark = ↓
    .means = Последние данные удаляются от обещанного.
badge-not-held = не удержано
    .mark = ↘
    .means = Достигнуто досрочно, но в обещанном году снова меньше.
badge-trend-ends = зависит от двух лет
    .mark = ⁞
    .means = Тренд держится на первом и последнем годе; без них он выглядит иначе.

answer-yes = да
answer-no = нет
answer-undetermined = сказать нельзя


## Виды

source-statistics = статистическое ведомство
source-government = государственный орган
source-association = отраслевое объединение
source-company = компания
source-press = пресса
source-other = прочее
subject-country = страна
subject-industry = отрасль
subject-site = завод
subject-brand = марка
subject-other = прочее
target-promise = обещание
target-forecast = прогноз
target-plan = план
metric-flow = за период
metric-cumulative = всего
metric-stock = на дату
metric-share = доля
metric-growth = рост
metric-ratio = соотношение
metric-milestone = событие
quality-final = окончательно
quality-provisional = предварительно
quality-estimate = оценка
site-operating = работает
site-closed = закрыт
site-abandoned = не состоялся
site-merged = объединён
site-planned = намечен
site-under-construction = строится
site-unknown = неизвестно


## Предложение об обещании. Первую букву программа делает заглавной.
## $amount — «не менее 200 000 автомобилей», $due — «к 2025 году», $said — «в июле 2016 года».
## «Обещали» и «прогнозировали» не согласуются с тем, что за ними следует, и подходят к любому числу.

sentence-about = { $what }: { $rest }
    .whose = { $what }, { $whose }: { $rest }

promise-yearly = { $said } { $kind ->
    [forecast] прогнозировали
   *[promise] обещали
} { $amount } в год { $due }.
promise-amount = { $said } { $kind ->
    [forecast] прогнозировали
   *[promise] обещали
} { $amount } { $due }.
    .undated = { $said } { $kind ->
        [forecast] прогнозировали
       *[promise] обещали
    } { $amount }, срока не назвали.
promise-event = { $said } { $kind ->
    [forecast] ожидали
   *[promise] обещали
} { $due }.
    .undated = { $said } { $kind ->
        [forecast] ожидали
       *[promise] обещали
    }, срока не назвали.
promise-unquantified = { $said } { $kind ->
    [forecast] дали прогноз
   *[promise] дали обещание
} { $due }, но без числа, которое можно было бы проверить.
    .undated = { $said } { $kind ->
        [forecast] дали прогноз
       *[promise] дали обещание
    } без срока и без числа, которое можно было бы проверить.

## Что сообщено. $period — как в `.of`, $when — как в `.in`; $made — оборот вроде «выпущено 171 442».

result-flow = итог { $period } — { $value }
result-so-far = { $when } — { $value }
result-state = { $when } — { $value }
result-dated = { $made } { $when }

outcome = { $result }: { $verdict }.
    .alone = { $verdict }.
outcome-share = { $share } { $kind ->
    [forecast] прогноза
   *[promise] обещанного
}
outcome-missed = { $kind ->
    [forecast] прогноз не сбылся
   *[promise] обещание не выполнено
}
outcome-met = { $kind ->
    [forecast] прогноз сбылся
   *[promise] обещание выполнено
}
    .early = { $kind ->
        [forecast] прогноз сбылся
       *[promise] обещание выполнено
    } на { $delay } раньше срока
    .late = { $kind ->
        [forecast] прогноз сбылся
       *[promise] обещание выполнено
    } с опозданием на { $delay }
outcome-latest = последние данные ({ $period }): { $value }.
    .part = последние данные ({ $period }): { $value }, в пересчёте на год около { $whole }.
outcome-on-track = Это по графику.
    .trend-short = Это по графику: быстрее нужного темпа, хотя одного тренда последних данных не хватило бы.
outcome-behind = Это медленнее, чем нужно.
outcome-at-risk = При таком темпе этого не достичь.
outcome-not-yet-due = Судить пока рано.
outcome-awaiting-data = Срок истёк, данные ещё не вышли.
outcome-no-data = Срок истёк, а что вышло, никто не сообщил.
outcome-not-judged = Здесь важна только разница с планом.
outcome-not-dated = О том, что это достигнуто, пока не сообщалось.
outcome-undetermined = Данные допускают два ответа: { $one } или { $other }.
outcome-contested = Источники расходятся, и ответ зависит от того, какой из них прав.
outcome-not-said = На этот день этого ещё не обещали.

event-on-time = состоялось { $when }: в срок.
    .undated = состоялось { $when }.
event-early = состоялось { $when }, на { $delay } раньше срока.
event-late = состоялось { $when }, с опозданием на { $delay }.
    .unmeasured = состоялось { $when }, с опозданием.
event-undetermined = Состоялось { $when }, поэтому ответа два: { $one } или { $other }.
event-missed = В срок не состоялось.
event-no-data = Состоялось ли это, не сообщалось.
event-not-dated = О том, что это состоялось, не сообщалось.
event-not-yet-due = Время ещё есть.
event-not-yet = { $when } этого ещё не было.


## Путь к обещанному

why-way = Путь к цели
way-start = начало
way-need = нужно
way-pace = темп
way-projection = наш прогноз
way-eta = по тренду
way-slip = сдвиг
way-ambition = замах
way-start-as-is = { $value } ({ $period })
way-start-year = { $value } за весь { $year } год, оценка по данным { $period }
way-need-year = { $growth } в год
way-need-rest = { $growth } в год от начала, { $rest } в год отсюда
way-need-month = { $value } в каждый оставшийся месяц, { $times } к темпу до сих пор
way-need-sum = { $value } в каждый оставшийся год
way-times = { $times } к нынешнему
way-pace-ahead = R = { $ratio }: опережение { $line } линии на { $years } года; в { $year } году она стоит на { $expected }
way-pace-behind = R = { $ratio }: отставание от { $line } линии на { $years } года; в { $year } году она стоит на { $expected }
way-projection-line = { $value } к сроку: арифметика по { $points } значениям, а не прогноз
way-projection-band = { $value } к сроку, в четырёх случаях из пяти от { $low } до { $high }; успех { $chance }
way-eta-never = не достигается за 25 лет
way-eta-year = достигается в { $year } году, в срок
way-eta-late = достигается в { $year } году, позже на { $years ->
    [one] { $years } год
    [few] { $years } года
   *[other] { $years } лет
}
way-eta-early = достигается в { $year } году, раньше на { $years ->
    [one] { $years } год
    [few] { $years } года
   *[other] { $years } лет
}
way-slip-rate = срок отодвинут (дней: { $days }), а прошло дней: { $elapsed }; λ = { $rate }
way-slip-days = срок отодвинут, дней: { $days }
way-ambition-times = { $times } к началу
way-ambition-word = { $times } к началу: { $word }
reach-within = в пределах недавнего темпа
reach-stretch = потребует усилий
reach-hard = трудно
reach-break = разрыв с прошлым
chance-likely = вероятен ({ $percent })
chance-even = пятьдесят на пятьдесят ({ $percent })
chance-unlikely = маловероятен ({ $percent })
line-geometric = геометрической
line-linear = прямой
bar-needed-month = нужно в месяц
bar-recent-month = в месяц до сих пор
bar-needed-year = нужно в год
bar-recent-year = в год до сих пор

step-baseline = Начало: { $start }.
step-annualised = { $period }: { $so-far } × (1 + { $rho } × (12 − { $months }) ÷ { $months }) = { $value } за год.
step-annual-band = Если вместо { $rho } взять { $rho-band }: { $band }.
step-annual-band-bounds = Если до сих пор { $bounds }, а вместо { $rho } взять { $rho-band }: { $band }.
step-annual-band-learned = Если вместо { $rho } взять { $rho-band }, по опыту прошлых лет ({ $pairs }): { $band }.
step-annual-band-learned-bounds = Если до сих пор { $bounds }, а вместо { $rho } взять { $rho-band }, по опыту прошлых лет ({ $pairs }): { $band }.
step-growth-geometric = ({ $target } ÷ { $base })^(1 ÷ { $years }) − 1 = { $growth } в год.
step-growth-linear = ({ $target } − { $base }) ÷ { $years } = { $growth } в год.
step-run-rate = ({ $target } − { $so-far }) ÷ (12 − { $months }) = { $needed } в месяц, { $times } к темпу до сих пор.
step-line-geometric = Геометрическая линия от { $from } ({ $from-year }) до { $to } ({ $to-year }) в { $now-year } году стоит на { $from } × ({ $to } ÷ { $from })^({ $gone } ÷ { $years }) = { $expected }; было { $now }.
step-line-linear = Прямая линия от { $from } ({ $from-year }) до { $to } ({ $to-year }) в { $now-year } году стоит на { $from } + ({ $to } − { $from }) × { $gone } ÷ { $years } = { $expected }; было { $now }.
step-ratio-geometric = R = ln({ $now } ÷ { $from }) ÷ ln({ $to } ÷ { $from }) × { $years } ÷ { $gone } = { $ratio }; отклонение от линии: { $variance } года.
step-ratio-linear = R = ({ $now } − { $from }) ÷ ({ $to } − { $from }) × { $years } ÷ { $gone } = { $ratio }; отклонение от линии: { $variance } года.
step-ratio-bounds = По тем границам начала, которые ещё не у цели, R — { $ratio }; отклонение от линии: { $variance } года.
step-projected-log = Тренд по { $points } значениям — { $drift } в год в логарифмах. Срок в годах, { $horizon }, с затуханием — { $factor } × (1 − { $damping }^{ $horizon }) = { $damped }: { $from } × e^({ $drift } × { $damped }) = { $value }.
step-projected-linear = Тренд по { $points } значениям — { $drift } в год. Срок в годах, { $horizon }, с затуханием — { $factor } × (1 − { $damping }^{ $horizon }) = { $damped }: { $from } + { $drift } × { $damped } = { $value }.
step-projected-logit = Тренд по { $points } значениям — { $drift } в год в логитах. Срок в годах, { $horizon }, с затуханием — { $factor } × (1 − { $damping }^{ $horizon }) = { $damped }: { $whole } ÷ (1 + ({ $whole } ÷ { $from } − 1) × e^({ $against } × { $damped })) = { $value }.
step-year-meant = «{ $year }» — это { $period }: всё, что известно о ряде, относится к таким годам.
step-base = { $period }: { $value }; { $change } от этого: { $equations }.
step-base-revised = Когда это было сказано, эта цифра была { $before }; пересмотрена { $day }.
step-base-unknown = Базовая цифра ({ $period }) неизвестна: база неизвестна.
step-moved = Позже сказано снова, новый срок: { $due }.
step-sum = { $parts } = { $sum }.
step-range-yes = { $value } — между { $floor } и { $cap }.
step-range-no = { $value } — вне пределов от { $floor } до { $cap }.
step-range-open = { $value } — возможно, в пределах от { $floor } до { $cap }.
step-ceiling = { $used } ÷ { $ceiling } = { $share } израсходовано за { $elapsed } времени: R = { $elapsed } ÷ { $share } = { $ratio }.
step-carried-geometric = От { $from } ({ $from-year }) до { $to } ({ $to-year }), тем же темпом до конца срока ({ $due }): { $to } × ({ $to } ÷ { $from })^({ $ahead } ÷ { $span }) = { $value }.
step-carried-linear = От { $from } ({ $from-year }) до { $to } ({ $to-year }), тем же темпом до конца срока ({ $due }): { $to } + ({ $to } − { $from }) × { $ahead } ÷ { $span } = { $value }.
step-cut = Доля не выходит за { $end }.
step-at-due = Выполнение к сроку: { $dividend } ÷ { $divisor } = { $ratio }.
open-newest-decides = Известное на день обещания уже удовлетворяет ему, поэтому решает последняя цифра.
open-below-zero = Последняя цифра не выше нуля.
open-held = Считается каждая цифра со дня обещания.
open-range = Решает последняя цифра: в пределах или вне их.
step-crosses = Тренд доходит до цели в { $year } году.
step-crosses-never = Тренд не доходит до цели за 25 лет.
step-slipped = Повторено: { $slip }.
open-nothing-since = Новее начала ничего не известно: срок ещё не подошёл.
open-too-early = Пройдено меньше десятой части пути: срок ещё не подошёл.
open-out-of-reach = Даже верхняя граница оценки года меньше нужного: под угрозой.
open-out-of-reach-less = Даже нижняя граница оценки года больше допустимого: под угрозой.
open-cannot-be-unmade = За год уже больше, и этого не отменить: под угрозой.
open-bands = Решает худшее из двух: R = { $ratio } (по графику от 0,95, отстаёт от 0,60) и выполнение к сроку = { $projected } (по графику от 1,00, отстаёт от 0,90).
open-bands-none = Темп не выразить числом: считается, что по графику.
open-bands-pace = Решает R = { $ratio }: по графику от 0,95, отстаёт от 0,60, ниже — под угрозой.
open-bands-projected = Решает выполнение к сроку = { $projected }: по графику от 1,00, отстаёт от 0,90, ниже — под угрозой.
trend-said = сказано
trend-due = обещано к


## Что изменил шаг во времени

changed-new = ‹ новое
changed-was = ‹ было: { $status }
chrome-changed = { $count ->
    [0] итоги прежние
    [one] изменился { $count } итог
    [few] изменились { $count } итога
   *[other] изменилось { $count } итогов
}


## Проверки

checks-tally = { $count ->
    [one] { $count } проверка
    [few] { $count } проверки
   *[other] { $count } проверок
}, сходятся ли числа: { $list }.
head-check = Проверка
head-about = О чём
head-computed = Следует
    .short = Следует
head-expected = Сверено с
    .short = Сверено
check-outcome = итог
check-figures = Числа
check-nothing = проверить не на чем
check-line = { $outcome } ({ $rule }): { $about }: { $computed } против { $expected }
check-line-bare = { $outcome } ({ $rule }): { $about }
check-contradiction = Вместе быть не может
    .short = противоречит
check-warn = Сомнительно
    .short = сомнительно
check-ok = Сходится
    .short = сходится
check-not-computable = Проверить нечего
    .short = нет чисел
rule-base = база роста
    .means = Из числа и роста, о котором сообщили вместе с ним, следует число годом раньше. Оно должно сходиться с тем, о чём тогда сообщали, и с тем, что следует из других.
rule-unit-price = цена единицы
    .means = Рост стоимости против роста количества говорит, как изменилась цена одной машины. От −25 % до +50 % правдоподобно; иначе рост, вероятно, понят неверно.
rule-monotone = с начала года
    .means = К более позднему месяцу, как и к концу года, выпущено не меньше, чем к более раннему.
rule-sum = сумма частей
    .means = Части складываются в целое с точностью до округления.
rule-share = доля
    .means = Доля целого и есть часть; часть не больше целого.
rule-capacity = мощность
    .means = Завод не выпускает больше, чем может; свыше 110 % мощности одно из чисел сомнительно.
rule-points = пункты и проценты
    .means = Изменение доли считают в процентных пунктах. То же изменение в процентах к прежней доле — другое число.
rule-unit-slip = ошибка в единицах
    .means = Сообщения об одном числе расходятся в тысячу раз: миллион вместо миллиарда.
rule-order = порядок
    .means = Порядок без чисел, например больше, чем за прошлый год, ограничивает неизвестное.
rule-time = время
    .means = Число выходит после своего периода, а срок обещания наступает после обещания.
rule-tiling = части периода
    .means = Месяцы и кварталы, из которых состоит период, в сумме дают показатель за весь период.
rule-sources = источники
    .means = Сообщения об одном числе, которые не могут быть верны вместе. Сохранены все.


## Показ

scene-source-reported = Сообщает: { $list }
scene-source-promised = Обещано: { $list }
scene-source-whole = Посчитано по всем записям: страница 7, источники
    .short = Все записи, страница 7
scene-source-more = { $list } и ещё { $count }
scene-planned = план, { $when }
scene-reported = сообщено, { $when }
show-count = { $number } / { $count }
show-scenes-title = Сцены
show-keys-title = Клавиши показа
show-next = сцена целиком, затем следующая; также щелчок
    .short = дальше
show-back = предыдущая сцена; также правый щелчок
    .short = назад
show-ends = первая сцена, последняя сцена
show-number-of-scene = номер сцены, затем Enter
show-enter = на панель, на страницу этой сцены; Esc возвращает
show-escape = на шаг назад
show-scenes = список сцен
    .short = сцены
show-choose = выбрать сцену в списке, Enter показывает её
show-blank = пустой экран
    .short = пустой экран
show-figure = число крупно
show-next-point = осветить следующую точку, остальное приглушить; предыдущую
show-replay = показать появление сцены ещё раз
show-freeze = зал видит то же, что бы вы ни делали
    .short = стоп-кадр
show-run = листать сцены по их секундам или остановить
show-clock = отсчитывать время показа заново
show-echo = показывать нажатые клавиши
show-keys = эти клавиши
key-present = показ: рассказ по сценам
    .short = показ
show-took = было
show-planned = план
show-in-all = всего

## Заметки докладчика

notes-waiting = Ждём начала показа
    .short = Показа ещё нет
notes-how = Он начинается в другом терминале: planfact present --notes
notes-gone = Показ прервался: это его последние заметки. Как только он вернётся, они продолжатся
    .short = Показ прервался: последние заметки
notes-stranger = Здесь отвечает не показ этой версии planfact
    .short = Не показ этой версии
notes-none-on = Показа с заметками сейчас нет: его начинает planfact present --notes.
notes-plain = Заметки докладчика. Наберите название клавиши и Enter; один Enter скажет время; ? назовёт клавиши, q закончит заметки.
notes-no-key = { $written } — не клавиша: ? скажет, какие есть.
notes-of = из { $planned }
notes-on-time = вовремя
notes-ahead = опережаем на { $time }
notes-behind = отстаём на { $time }
notes-scene = эта сцена { $elapsed } из { $planned }
    .short = { $elapsed } из { $planned }
notes-next = Дальше
notes-last = Это последняя сцена
notes-none = К этой сцене заметок нет
notes-blank = экран пуст
notes-usual = сцена снова на экране
notes-scenes = список сцен: { $number } { $title }
notes-keys = на экране клавиши
notes-dashboard = на экране панель: Esc вернёт к сцене
notes-typed = сцена { $number }? Enter
notes-frozen = зал видит { $number } { $title }
notes-running = листается сам
notes-appearing = показано { $done } из { $all }
notes-keys-title = Клавиши заметок и показа
notes-scroll = прокрутить заметки
    .short = листать
notes-help = эти клавиши
    .short = клавиши
notes-suspend = приостановить заметки; fg в оболочке продолжает
notes-quit = закончить заметки; показ продолжается
    .short = закрыть


## The conversation of --plain

plain-welcome = Наберите число и нажмите Enter. Пустая строка повторяет выбор, 0 ведёт назад, /слова оставляет строки с ними.
plain-rows = Выбрать строку: { $count }
plain-more = Почему: о выбранной строке
plain-chart = График по точкам: { $count }
plain-pages = Другая страница
plain-days = Другой день
plain-languages = Другой язык
plain-marks = Что значат итоги и пометки
plain-quit = Выйти
plain-back = Назад
plain-more-rows = { $count ->
    [0] Это были последние.
    [one] Ещё { $count }: пустая строка.
    [few] Ещё { $count }: пустая строка.
   *[other] Ещё { $count }: пустая строка.
}
plain-day-before = Предыдущий день, когда что-то стало известно; или наберите день, например 2018-09-30
plain-day-after = Следующий такой день
plain-year-before = Конец предыдущего года
plain-year-after = Конец следующего года
plain-now = Сегодня
plain-no-choice = Нет такого выбора: { $written }.
plain-actions = Что ещё можно сделать на этой странице: { $count }
plain-cite = Назвать источник значения
plain-row = Прочитать строку со всем, что в ней видно на экране
plain-command = Назвать команду, которая печатает этот вид
plain-write-text = Записать вид в файл: текст
plain-write-svg = Записать вид в файл: рисунок SVG
plain-write-html = Записать вид в файл: страница HTML
plain-done = Готово.
plain-years = Видно: от { $first } до { $last }.
plain-sorted = Строки по столбцу: { $column }, { $run }.
plain-rising = по возрастанию
plain-falling = по убыванию
plain-unsorted = Строки в порядке файла.
plain-nothing = Не нашлось: { $what }. Одна косая черта снова покажет { $count ->
    [one] { $count } строку
    [few] { $count } строки
    [many] { $count } строк
   *[other] { $count } строки
}.
plain-no-day = Такого дня нет: { $written }. Пишите год, месяц и день через дефис, например 2018-09-30.
heard-thousand = { $count ->
    [one] тысяча
    [few] тысячи
   *[other] тысяч
}
heard-million = { $count ->
    [one] миллион
    [few] миллиона
   *[other] миллионов
}
heard-billion = { $count ->
    [one] миллиард
    [few] миллиарда
   *[other] миллиардов
}
heard-trillion = { $count ->
    [one] триллион
    [few] триллиона
   *[other] триллионов
}
plain-unknown = данных нет
plain-minus = минус { $number }

## Раздаточный материал к докладу

handout-known = Что было известно на { $day }
handout-contents = Содержание
handout-reported = Сообщает
handout-promised = Обещано
handout-whole = Посчитано по всем записям
handout-notes = Заметки
handout-sources = Источники
handout-empty = Пока ничего не обещано и не сообщено.

## Таблицы: что понято

import-file = текстовый файл: кодировка { $encoding }, разделитель полей { $delimiter }
import-table = таблица { $range }, заголовок в строке { $rows }
import-sheet-table = лист «{ $sheet }», таблица { $range }, заголовок в строке { $rows }
import-role = { $role }: столбец { $column }
import-derived = не взят: столбец { $column } (= { $formula } во всех строках: { $rows })
import-left-out = не взят: столбец { $column }
import-total = не взята: строка { $row } «{ $label }» (сумма строк выше; столбцов: { $columns })
import-decimal-point = числа: десятичная точка
import-decimal-comma = числа: десятичная запятая
import-missing = ячейки без значения: { $count } ({ $marks })
import-metric-assumed = принято: показатель — «{ $metric }»
import-subject-assumed = принято: объект — «{ $subject }»
import-units = единицы: { $units }
import-said = принято: план объявлен { $day }, за день до первого периода
import-published = принято: значения опубликованы в последний день своего периода
import-records = записи: план { $plans }, факт { $facts }; показателей { $metrics }, объектов { $subjects }
import-written = записано: { $file }

## Таблицы: почему не приняты и что сделать

import-empty = в файле ничего нет
import-binary = это не таблица и не текст: сохраните файл как CSV или XLSX
import-encoding = не читается в кодировке { $encoding }: назовите другую, например --encoding windows-1251
import-encrypted = файл зашифрован (encrypted): сохраните его без пароля
import-swells = распаковывается в больший объём, чем читает planfact: сохраните только лист с таблицей
import-workbook = книга не читается ({ $error }): откройте её в табличной программе и сохраните снова
import-sheet = листа { $sheet } нет; есть: { $sheets }
import-sheets = таблица есть на нескольких листах ({ $sheets }): выберите один, например --sheet "{ $first }"
import-no-table = таблица с заголовками над строками чисел не найдена: назовите строку заголовков, например --header 4
import-no-columns = ни один столбец чисел не назван планом или фактом; заголовки: { $columns }. Укажите их, например --map plan=B --map fact=C
import-map = столбца { $column } нет; заголовки: { $columns }
import-no-figures = есть заголовки, но нет чисел
import-kind = столбец { $column } не говорит, план это или факт: добавьте --map plan={ $column } или --map fact={ $column }
import-year = в ячейке { $cell } период без года: добавьте год, например --year 2024
import-no-period = у ячейки { $cell } нет периода: добавьте его, например --period 2024
import-period = ячейка { $cell }: «{ $found }» — не период: напишите 2024, I кв. 2024, январь 2024 или 2024-01-31
import-fiscal = ячейка { $cell } относится к финансовому году: скажите, с какого месяца он начинается, например --fiscal 04
import-days = ячейка { $cell } датирована днём: добавьте --by month --rows sum или, если это уровень на день, --stock "{ $metric }"
import-dates = ячейка { $cell }: в «{ $found }» первым может быть день или месяц: добавьте --dates dmy или --dates mdy
import-mixed-dates = ячейка { $cell }: «{ $found }» не подходит к одному порядку дня и месяца в столбце: запишите даты одинаково
import-formula = в ячейке { $cell } формула без сохранённого результата или ошибка: откройте файл в табличной программе и сохраните снова
import-text = ячейка { $cell }: «{ $found }» на месте числа: исправьте или добавьте --missing "{ $found }", если значения нет
import-mixed-marks = десятичные точки и запятые смешаны: «{ $found }» в ячейке { $cell }; запишите одинаково или добавьте --decimal
import-decimal = ячейка { $cell }: в «{ $found }» может быть десятичный знак или разделитель тысяч: добавьте --decimal comma или --decimal point
import-contradiction = строки { $first } и { $second } противоречат друг другу за { $period }: { $one } и { $other }. Исправьте одну, назовите столбец, который их различает (--map subject=COLUMN), или добавьте --rows sum либо --rows last
