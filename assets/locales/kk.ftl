### planfact қазақша.
###
### Бір жолда бір хабар: кілт = мәтін. `.short` — тар экранға, `.means` — түсіндірме, қалған атрибуттар септікті не
### түрін көрсетеді. { $жақшадағыны } бағдарлама тілге сай дайын күйінде қояды.
### Үш файлдың кілттері мен толтырмалары бірдей; тек `$grammar-…` және айдың септіктері
### (`$month`, `$month-of`, `$month-in`, `$month-by`, `$month-for`, `$month-short`, `$month-short-of`; `$first`,
### `$last` және `$metric-inside` та солай) тілге қарай алынады.


## Беттер

overview = Шолу
    .short = Шолу
targets = Уәделер
    .short = Уәде
output = Өндіріс
    .short = Өнд.
figures = Көрсеткіш
    .short = Көрс.
sites = Зауыттар
    .short = Зауыт
investments = Инвестициялар
    .short = Инвест.
timeline = Хронология
    .short = Хрон.
evidence = Дереккөздер
    .short = Дерек


## Кесте тақырыптары

head-promise = Уәде
head-who = Кім
head-what = Не
head-said = Айтылды
head-due = Мерзімі
head-reported = Хабарланды
    .short = Хабар
head-gap = Айырма
head-verdict = Қорытынды
head-subject = Кімдікі
head-pace = Қарқынға қарағанда
head-promised = Уәде
head-place = Қайда
head-city = Қала
head-status = Жайы
    .short = Жайы
head-capacity = Қуаты
    .short = Қуаты
head-planned = Жоспар
head-source = Дереккөз
head-kind = Түрі
head-published = Шыққан күні
    .short = Шықты
head-figures = Сандар
    .short = Сан
head-period = Кезең
head-attained = Уәдеден
    .short = 0%
head-figure = Мәні
head-counts = Не есептелген
head-known = Белгілі болды
    .short = Белгілі
head-plant = Зауыт
head-output = Соңғы өнім
    .short = Өнім
head-when = Қашан
head-moved = Өзгерді
head-lane = Жолақ
head-publisher = Жариялаған
head-title = Не туралы


## Жолдар

row-amount = { $quantity } · { $metric }
row-kth = { $metric }: { $quantity }
row-event = { $metric }
row-open = { $metric }, сансыз
row-of = { $promise } · { $subject }
row-due = { $promise }, мерзімі { $due }
due-none = мерзімсіз
    .short = –
gap-late = +{ $time }
gap-early = −{ $time }
gap-not-yet = ≥+{ $time }
row-not-yet = Әлі жоқ: { $metric }
figure-of-period = { $quantity }, { $period }
none-reported = хабарланбады
    .short = жоқ
sources-differ = дереккөздер әртүрлі
reported-growth = хабарланғандай, алдыңғы жылмен салыстырғанда { $growth }
list-separator = { ", " }
tally = { $count } уәде: { $list }.
tally-apart = Бөлек: { $list }.
tally-earlier = дәл осы туралы бұрынғы { $count } мәлімдеме
tally-plan-figures = қорытындысыз { $count } жоспар көрсеткіші
tally-forecasts = { $count } болжам
tally-part = { $status } — { $count }
section-decided = Қорытындысы белгілі
section-open = Мерзімі алда
section-unknown = Мерзімі өтті, қорытындысы белгісіз
section-earlier = Дәл осы туралы бұрынғы мәлімдемелер
section-plan-figures = Қорытындысыз жоспар көрсеткіштері
section-forecasts = Болжамдар: күтілді, бірақ уәде етілмеді
filter-words = «{ $words }»
filter-found = { $all } ішінен { $found }
filter-nothing = Табылмады: { $what }. Enter басқа беттерден іздейді, Esc { $count } жолды қайта көрсетеді.
overview-more = { $count ->
   *[other] Тағы { $count } уәде: 2-бет
}
overview-empty = Бұл күнге дейін ештеңе уәде етілмеген.


## Диаграмма

chart-heading = { $subject }: { $metric }, { $unit }
    .short = { $metric }, { $unit }
chart-unit = { $scale } { $unit }
chart-heading-parts = { $subject }: { $metric }, бір айда, { $unit }
    .short = { $metric }, бір айда, { $unit }
chart-heading-within = { $subject }: { $metric }, қаңтардан бастап, { $unit }; әр сызық — бір жыл
    .short = { $metric }, қаңтардан бастап, { $unit }
chart-heading-index = { $subject }: { $metric }, { $year } ж. = 100
    .short = { $metric }, { $year } ж. = 100
chart-log = { $title }, лог. шкала
chart-log-dots = Логарифмдік шкала: нүктелер, өйткені баған нөлден басталады, ал мұнда нөл жоқ.
chart-log-left-out = Нөлден аспайтынға логарифмдік шкалада орын жоқ.
chart-only-focused = Мұнда тек бір жыл сыяды; кестеде барлық жыл бар.
chart-needed = Қажет: қалған ай өткен айдан { $rho } есе көп береді, бұрынғыдай ({ $years ->
   *[other] { $years } жыл
}).
chart-needed-evenly = Қажет: ай сайын бірдей, өткен жылдар басқасын көрсетпейді.
chart-alone = Мұнда дерек тек біреуінде бар: { $subject }.
chart-more = { $count ->
   *[other] Тағы { $count } дерегі бар
}
chart-heading-index-each = { $metric }, әрқайсысының бірінші толық жылы = 100
chart-more-below = { $count ->
   *[other] төменде тағы { $count }
}
index-name = { $subject }, { $year } ж. = 100
readout-silent = дерек жоқ: { $list }
readout-others = { $count ->
   *[other] басқа { $count }
}
legend-month = ай
legend-average = бірнеше айдың орташасы
    .short = орташа
legend-level = сол кезге дейін кемінде
    .short = кемінде
legend-needed = { $year } ж. { $promise } үшін қажет
    .short = қажет
readout-a-month = айына { $value }
readout-index = { $value }, мұнда { $year } ж. — 100
readout-none = осы айға дейін дерек жоқ
readout-needed = { $year } ж.: осы айға дейін { $value } қажет
none-of-parts = { $subject }: жылдың бөліктері бөлек хабарланбаған, айларды салыстыруға болмайды · { $metric }
none-within = { $subject }: қаңтардан желтоқсанға дейінгі айға дейін дерек жоқ, жылды қадағалауға болмайды · { $metric }
none-for-index = { $subject }: басқаларымен салыстыратын толық жыл жоқ · { $metric }
legend-made = хабарланды
    .short = бар
legend-part = жыл бөлігі
    .short = бөлік
legend-promised = уәде
    .short = уәде
legend-pace = керекті қарқын
    .short = қарқын
legend-rest = жылдың қалғаны, біздің бағалау
    .short = бағалау
legend-projected = біздің болжам
    .short = болжам
legend-rival = басқа дереккөз
    .short = басқа
chart-differs = * { $year } жылдан басқаша есептелген
readout-missing = { $period }: дерек жоқ · { $metric }
readout-rival = басқа дереккөз, { $source }: { $value }
readout-pace-ahead = қарқыннан { $gap } артық ({ $expected })
readout-pace-behind = қарқыннан { $gap } кем ({ $expected })
readout-pace-on = қарқынмен тең ({ $expected })
readout-pace-alone = қажет қарқын: { $expected }
readout-promised = уәде: { $value }
records-title = { $when }: { $count ->
   *[other] { $count } жазба
}


## Өндіріс

output-empty = Бұл күнге дейін ештеңе хабарланбаған.
output-none = { $subject }: әзірге дерек жоқ · { $metric }
output-parts = { $subject }: { $period } — { $quantity }, яғни айына { $average }. { $metric }.
output-month = { $subject }: { $period } — { $quantity } хабарланды. { $metric }.
output-within = { $subject }: { $period } — { $quantity } хабарланды. { $metric }.
output-within-needed = { $subject }: { $period } — { $quantity }; жылына { $promise } үшін осы кезге дейін { $needed } қажет еді. { $metric }.
output-index = { $subject }: { $year } ж. — { $index }, мұнда { $base } ж. — 100. { $metric }.
output-one-of-several = { $subject } — { $quantity } ({ $period })
output-several = { $metric }: { $list }{ $more ->
    [0] .
   *[other] {" "}және тағы { $more }.
}
output-latest = { $subject }, { $period }: { $quantity }. { $metric }; барлығы { $count } дерек.


## Зауыттар

plants-tally = { $count } зауыт пен жоба: { $list }.
plants-empty = Бұл күнге дейін бірде-бір зауыт белгілі болмаған.
place-degrees = с. е. { $north }°, ш. б. { $east }°


## Инвестициялар

investments-latest = { $subject }, { $period }: { $quantity }. { $metric }.
investments-contested = { $subject }, { $period }: бір дереккөзде { $quantity }, басқасында { $other }. Екеуі де сақталды.
investments-empty = Бұл күнге дейін қаражат туралы хабарланбаған.
investments-calls = Қажет деп айтылғаны
investments-projects = Жобалардың жоспардағы және хабарланған құны
split-first = бірінші үлес, { $percent }
split-second = екінші үлес, { $percent }
split-scope = Қамтуы бөлек — { $subject }: жоғарыдағы бағандармен бір осьте көрсетілмейді.


## Хронология

lane-said = айтылды
lane-due = мерзім
lane-happened = болды
timeline-sentence = { $first }–{ $last } жылдар: { $said } мәлімдеме мен { $happened } хабар, уақыт ретімен.


## Дереккөздер

evidence-sentence = { $sources } { $count ->
   *[other] дереккөз
}, олар { $figures } сан мен мәлімдемеге негіз.
evidence-empty = Бұл күнге дейін ештеңе жарияланбаған.
evidence-says = Уәделер
evidence-reports = Хабарлар


## Неге

why-verdict = қорытынды
why-promised = уәде
why-due = мерзім
why-said = айтылды
why-spoken = басқаша айтқанда
why-reported = хабарланды
why-period = кезең
why-subject = кімдікі
why-counts = қамтуы
why-growth = өсім
why-known = белгілі болды
why-quality = сенімділігі
why-operator = оператор
why-partners = серіктестер
why-makes = шығарады
why-method = тәсіл
why-place = орны
why-all-steps = бүкіл есептеу: { $count } қадам
why-steps = Қалай бағаланды
why-readings = Бірнеше мағынада түсінуге болады
why-badges = Белгілер
why-restated = Бұған дейін және кейін айтылғаны
why-others = Басқа дереккөздер
why-sources = Дереккөздер

step-threshold = Уәде: { $said }; жету керек: { $theta }.
step-threshold-strict = Уәде: { $said }; { $theta } санынан асу керек.
step-threshold-strict-less = Уәде: { $said }; { $theta } санынан кем болу керек.
step-threshold-less = Уәде: { $said }; { $theta } санынан аспау керек.
step-compared-yes-less = { $value }: { $theta } шегінен анық аспады.
step-compared-no-less = { $value }: { $theta } шегінен анық асты.
step-compared-open-less = { $value }: { $theta } шегінен асқан-аспағаны белгісіз.
step-window = Мерзімі: { $first } – { $last }; белгілі күн: { $known }.
step-used = { $period }: { $value }, яғни { $bounds } ({ $sources }).
step-used-exactly = { $period }: { $value } ({ $sources }).
step-so-far = { $period }: әзірге { $value }, демек барлығы { $bounds }.
step-differs = { $period }: басқа дерек бойынша { $value } ({ $sources }).
step-compared-yes = { $value }: { $theta } межесіне анық жетті.
step-compared-no = { $value }: { $theta } межесіне анық жетпеді.
step-compared-not-passed = { $value }: { $theta } санынан аспады.
step-compared-not-passed-less = { $value }: { $theta } санынан кем емес.
step-compared-open = { $value }: { $theta } межесіне жеткен-жетпегені белгісіз.
step-later = { $period }: { $value }, { $years } жыл кешігіп жетті.
step-earlier = { $period }: { $value }, { $years } жыл бұрын жеткен.
step-attainment = { $dividend } ÷ { $divisor } = { $ratio }, яғни { $percent }.
step-gap = { $actual } − { $target } = { $gap }.
step-gap-bounds = { $actual } − { $target } = { $gap }; шектері бойынша { $bounds }.
step-happened = { $first } – { $last } аралығында болды; уәде етілген мерзімнің соңынан: { $days }.
step-not-yet = { $day } күні әлі болмаған.
step-silence = Нәтижесі хабарланбады; мерзімнен кейін { $days } күн өтті.
bounds-between = { $lo } – { $hi }
bounds-above = { $lo } мәнінен көп
bounds-at-least = { $lo } немесе көп
bounds-at-most = { $hi } немесе аз
bounds-none = кез келген сан


## Бет айналасындағы жолдар

chrome-record-end = дерек соңы: { $day }
chrome-known = { $day } күнгі мәлімет
too-small = 40 × 12 ұяшық керек


## Пернелер және олардың нәтижесі

key-open = бетті нөмірі бойынша ашу
    .short = беттер
key-turn = келесі бет, алдыңғы бет
    .short = беттер
key-choose = жолды таңдау
    .short = таңдау
key-scroll = бет үстіндегі мәтінді жылжыту
    .short = жылжыту
key-screenful = көрініп тұрған жолдар санына
    .short = экран
key-ends = бірінші жол, соңғы жол; нысана тұрғанда бірінші нүкте, соңғы нүкте
    .short = шеттері
key-read = графикті нүкте бойынша оқу
    .short = график
key-mode = қатар тұратыны: жылдар, жыл бөліктері, жыл айлары, индекс
    .short = түрі
key-subjects = бір нысан, бәрі бір суретте немесе әрқайсысы өз суретінде
    .short = кімдікі
key-log = сызықтар мен нүктелерге логарифмдік шкала
    .short = лог.
key-zoom = нысана айналасында аз жыл, көп жыл
    .short = масштаб
key-figures = суреттерді кестемен немесе сызумен
    .short = кесте
key-enlarge = бір бөлігі бүкіл бетке, содан кейін келесісі
    .short = үлкейту
key-filter = терілген сөз бар жолдарды ғана көрсету
    .short = іздеу
key-status-filter = келесі қорытындысы бар жолдарды ғана, кейін бәрін көрсету
    .short = қорытынды
key-sort = жолдарды келесі баған бойынша, кейін файлдағыдай реттеу
    .short = реттеу
key-turn-order = жолдар ретін кері айналдыру
    .short = кері айналдыру
key-pick = палитрада: соған өту не соны істеу
    .short = өту
key-accept = теру кезінде: дайын
    .short = дайын
key-type-choose = теру кезінде: табылғаннан таңдау
    .short = таңдау
key-caret = теру кезінде: мәтін бойымен жылжу
    .short = мәтін бойымен
key-erase = теру кезінде: таңбаны, келесісін, сөзді, бәрін өшіру
    .short = өшіру
key-detail = жолдар астындағы мәтінді жылжыту
    .short = төменін жылжыту
key-why = неліктен: нүкте не жол туралы
    .short = неліктен
key-onward = парақта: аталған дереккөзді не жазбаны таңдау
    .short = таңдау
key-go-on = парақта: таңдалғанға өту
    .short = өту
key-history = бұрын көрсетілгенге қайту, қайта алға
    .short = артқа, алға
key-back = бір қадам артқа
    .short = артқа
key-travel = уақыт бойынша саяхат: бірдеңе айтылған не жарияланған алдыңғы немесе келесі күн
    .short = уақыт
key-travel-years = уақыт бойынша жылдап саяхат
    .short = жылдап
key-now = бүгінге оралу
    .short = бүгін
key-subject = келесі қатарды көрсету: басқа орын не көрсеткіш
    .short = келесі қатар
key-projections = қарқын мен болжамды қосу не өшіру
    .short = болжам
key-checks = дереккөздер не тексеру
    .short = тексеру
key-language = келесі тіл: ағылшын, орыс, қазақ
    .short = тіл
key-theme = келесі безендіру
    .short = безендіру
key-mouse = тінтуірді терминалға беру не қайтарып алу
    .short = тінтуір
key-copy = осы көріністі басып шығаратын командасымен көшіру
    .short = көшіру
key-cite = мәннің дереккөзіне сілтемені көшіру
    .short = дәйексөз
key-copy-row = жолды кестеге арналған табуляциямен көшіру
    .short = жолды көшіру
key-address = мекенжайды сілтемемен көрсету, одан кейін келесісін
    .short = мекенжай
key-write = осы көріністі файлға жазу
    .short = жазу
key-write-text = сұралғанда көріністі мәтінмен жазу
    .short = мәтін
key-write-svg = сұралғанда көріністі SVG суретімен жазу
    .short = SVG
key-write-html = сұралғанда көріністі HTML бетімен жазу
    .short = HTML
key-palette = палитраны ашу: кез келген жерге өту, кез келгенін істеу
    .short = палитра
key-reload = файлды қайта оқу
    .short = жаңарту
key-help = пернелер мен белгілердің мәнін көрсету
    .short = анықтама
key-suspend = уақытша тоқтату; қабықтағы fg жалғастырады
    .short = кідірту
key-quit = шығу
    .short = шығу
notice-copied = Көшірілді: { $what }
notice-sent = Буферге жіберілді (әйтпесе { $key }): { $what }
notice-too-long = Тым ұзын (әйтпесе { $key }): { $what }
notice-no-clipboard = Алмасу буфері жоқ: { $key } файлға жазады
notice-written = Жазылды: { $file }
notice-not-written = Жазылмады: { $why }
taken-view = осы көріністің командасы
taken-citation = дереккөзге сілтеме
taken-row = жол
notice-reloaded = Файл қайта оқылды
notice-unchanged = Файл қайта оқылды: ештеңе өзгермеген
notice-bundled = Бұл дерек planfact ішінде: қайта оқитын файл жоқ
notice-broken = Алынбады: { $first } · { $count } қате: planfact check { $file }
notice-unreadable = Қайта оқылмады: { $why }
notice-not-here = Бұл жерде ол ештеңе істемейді
notice-wide-signs = Бұл терминал ─ сияқты белгілерді екі баған енінде салады; түзу бағандар: planfact --glyphs ascii
notice-mouse-on = Тінтуір: осында
notice-mouse-off = Тінтуір: терминалда


## The palette, and what each command does by itself

palette-page = бет
palette-source = дереккөз
palette-theme = безендіру
palette-language = тіл
palette-figure = сан
palette-known = { $day } күнгі мәлімет
palette-day = күн
palette-nothing = «{ $words }» деген ештеңе жоқ. Әріп азайса, көбірек табылады; Esc жабады.
do-zoom-in = ірілеу: нысана айналасында аз жыл
do-zoom-out = ұсақтау: көп жыл
do-next-page = келесі бет
do-previous-page = алдыңғы бет
do-up = бір жол жоғары
do-down = бір жол төмен
do-screenful-up = бір экран жоғары
do-screenful-down = бір экран төмен
do-first = бірінші жол
do-last = соңғы жол
do-point-left = графикті оқу: сол жақтағы нүкте
do-point-right = графикті оқу: оң жақтағы нүкте
do-text-down = жолдар астындағы мәтінді төмен жылжыту
do-text-up = жолдар астындағы мәтінді жоғары жылжыту
do-name-before = парақта: алдыңғы атауды таңдау
do-name-after = парақта: келесі атауды таңдау
do-history-back = бұрын көрсетілгенге қайту
do-history-forward = қайта алға
do-day-before = уақыт бойынша саяхат: бірдеңе белгілі болған алдыңғы күн
do-day-after = уақыт бойынша саяхат: бірдеңе белгілі болған келесі күн
do-year-before = уақыт бойынша саяхат: бір жыл артқа
do-year-after = уақыт бойынша саяхат: бір жыл алға
do-found-up = теру кезінде: жоғарыдағысы
do-found-down = теру кезінде: төмендегісі
do-caret-left = теру кезінде: бір таңба солға
do-caret-right = теру кезінде: бір таңба оңға
do-caret-start = теру кезінде: басына
do-caret-end = теру кезінде: соңына
do-erase = теру кезінде: алдыңғы таңбаны өшіру
do-delete = теру кезінде: келесі таңбаны өшіру
do-erase-word = теру кезінде: сөзді өшіру
do-erase-all = теру кезінде: алдындағының бәрін өшіру


## Анықтама

help-title = Пернелер мен белгілер
help-here = Осында
help-everywhere = Барлық жерде
help-overlay = Бет үстіндегі парақта
help-elsewhere = Басқа беттерде, басқа жағдайда
help-typing = Теру кезінде және сұраққа жауапта
help-signs = Осы беттегі белгілер
sign-full-period = Хабарланған толық жыл; баған өз мәнінде аяқталады.
sign-part-year = Жылдың хабарланған бірнеше айы.
sign-target-frame = Жақтау уәде етілген санда аяқталады; бос бөлігі — жетпейтін мөлшер.
sign-pace = Мерзімінде үлгеру үшін сан қай жерде болуы керек.
sign-other-source = Сол кезең туралы басқа дереккөздің хабары.
sign-calculated = Хабарланбаған, есептелген.
sign-level = Осы уақытқа дейін хабарланғаны; содан бері көбеюі мүмкін.
sign-not-reported = ештеңе хабарланбады
sign-counts-differently = уәдедегіден басқаша есептелген
sign-lower-bound = үсті ашық: кемінде осынша
sign-likely = «шамамен» сөзінің шегінде
sign-off-scale = графиктің жоғарғы шегінен асатын уәде
sign-bar-target = уәде етілгені: 100%
sign-bar-passed = уәде етілгеннен көп
sign-bar-part = жылдың бір бөлігі немесе бағалау
sign-bar-open = кемінде осынша; шкаладан ұзын
sign-promised-span = мерзімі қашан болды
sign-happened-span = қашан болды
sign-delay = кешігу
help-verdicts = Қорытындылар нені білдіреді
help-marks = Белгілер нені білдіреді


## Шамалар. $number — дайын сан; $unit сөйлемде содан кейін тұрады, бос болуы мүмкін. `.long` ішінде «астам», «аз» және
## «жуық» алдындағы сан жалғауымен келеді: 19 000-нан, 120 000-ға.

said-plainly = { $number }
    .long = { $number } { $unit }
    .tight = { $number }
said-about = ~{ $number }
    .long = шамамен { $number } { $unit }
    .tight = ~{ $number }
said-nearly = { $number } дерлік
    .long = { $number } жуық { $unit }
    .tight = <{ $number }
said-more-than = >{ $number }
    .long = { $number } астам { $unit }
    .tight = >{ $number }
said-at-least = ≥{ $number }
    .long = кемінде { $number } { $unit }
    .tight = ≥{ $number }
said-less-than = <{ $number }
    .long = { $number } аз { $unit }
    .tight = <{ $number }
said-at-most = ≤{ $number }
    .long = ең көбі { $number } { $unit }
    .tight = ≤{ $number }
range = { $low }–{ $high }
    .apart = { $low } … { $high }
every-kth = { $k ->
    [2] әрбір екінші
    [3] әрбір үшінші
    [4] әрбір төртінші
    [5] әрбір бесінші
    [10] әрбір оныншы
   *[other] { $k } ішінен 1
}
value-unquantified = саны аталмаған
    .short = сансыз
value-not-yet = әлі жоқ
percent = { $number }%
points = { $number } п. т.
times = { $number } есе
money = { $number } { $currency }
scaled = { $number } { $scale }

scale-thousand = мың
    .short = мың
scale-million = млн
    .short = млн
scale-billion = млрд
    .short = млрд
scale-trillion = трлн
    .short = трлн

currency-kzt = теңге
currency-usd = АҚШ доллары
currency-eur = еуро
currency-rub = рубль
currency-cny = юань


## Айлар. `.of` — «шілденің», `.in` — «шілдеде», `.by` мен `.for` — «шілдеге».

month-1 = қаңтар
    .of = қаңтардың
    .in = қаңтарда
    .by = қаңтарға
    .for = қаңтарға
    .short = қаң.
    .short-of = қаң.
month-2 = ақпан
    .of = ақпанның
    .in = ақпанда
    .by = ақпанға
    .for = ақпанға
    .short = ақп.
    .short-of = ақп.
month-3 = наурыз
    .of = наурыздың
    .in = наурызда
    .by = наурызға
    .for = наурызға
    .short = нау.
    .short-of = нау.
month-4 = сәуір
    .of = сәуірдің
    .in = сәуірде
    .by = сәуірге
    .for = сәуірге
    .short = сәу.
    .short-of = сәу.
month-5 = мамыр
    .of = мамырдың
    .in = мамырда
    .by = мамырға
    .for = мамырға
    .short = мам.
    .short-of = мам.
month-6 = маусым
    .of = маусымның
    .in = маусымда
    .by = маусымға
    .for = маусымға
    .short = мау.
    .short-of = мау.
month-7 = шілде
    .of = шілденің
    .in = шілдеде
    .by = шілдеге
    .for = шілдеге
    .short = шіл.
    .short-of = шіл.
month-8 = тамыз
    .of = тамыздың
    .in = тамызда
    .by = тамызға
    .for = тамызға
    .short = там.
    .short-of = там.
month-9 = қыркүйек
    .of = қыркүйектің
    .in = қыркүйекте
    .by = қыркүйекке
    .for = қыркүйекке
    .short = қыр.
    .short-of = қыр.
month-10 = қазан
    .of = қазанның
    .in = қазанда
    .by = қазанға
    .for = қазанға
    .short = қаз.
    .short-of = қаз.
month-11 = қараша
    .of = қарашаның
    .in = қарашада
    .by = қарашаға
    .for = қарашаға
    .short = қар.
    .short-of = қар.
month-12 = желтоқсан
    .of = желтоқсанның
    .in = желтоқсанда
    .by = желтоқсанға
    .for = желтоқсанға
    .short = жел.
    .short-of = жел.


## Кезеңдер. Хабардың өзі — кестеге; `.long` сөйлемде жеке тұрады, `.tight` — тар ұяшыққа;
## `.in` «қашан» деген сұраққа жауап береді, `.by` — мерзім, `.for` — қай уақытқа жоспарланған, `.of` — ненің;
## `.within` — екі күн арасындағы мерзім. $yy — жылдың соңғы екі цифры.

period-year = { $year }
    .long = { $year } жыл
    .tight = { $year }
    .in = { $year } жылы
    .by = { $year } жылға қарай
    .for = { $year } жылға
    .of = { $year } жылдың
    .within = { $year } жыл ішінде
period-half = { $year } ж. { half-name } жарт.
    .long = { $year } жылғы { half-name } жартыжылдық
    .tight = { half-name } жарт. { $year }
    .in = { $year } жылғы { half-name } жартыжылдықта
    .by = { $year } жылғы { half-name } жартыжылдыққа қарай
    .for = { $year } жылғы { half-name } жартыжылдыққа
    .of = { $year } жылғы { half-name } жартыжылдықтың
half-name = { $half ->
    [1] I
   *[2] II
}
period-quarter = { $year } ж. { quarter-name } тоқсан
    .long = { $year } жылғы { quarter-name } тоқсан
    .tight = { quarter-name } тоқ. { $year }
    .in = { $year } жылғы { quarter-name } тоқсанда
    .by = { $year } жылғы { quarter-name } тоқсанға қарай
    .for = { $year } жылғы { quarter-name } тоқсанға
    .of = { $year } жылғы { quarter-name } тоқсанның
quarter-name = { $quarter ->
    [1] I
    [2] II
    [3] III
   *[4] IV
}
period-month = { $year } ж. { $month-short }
    .long = { $year } жылғы { $month }
    .tight = { $month-number }.{ $year }
    .in = { $year } жылғы { $month-in }
    .by = { $year } жылғы { $month-by } қарай
    .for = { $year } жылғы { $month-for }
    .of = { $year } жылғы { $month-of }
    .within = { $year } жылғы { $month } ішінде
period-months = { $year } ж. { $first-short }–{ $last-short }
    .long = { $year } жылғы { $first }–{ $last }
    .tight = { $first-number }–{ $last-number }.{ $year }
    .in = { $year } жылғы { $first }–{ $last-in }
    .by = { $year } жылғы { $last-by } қарай
    .for = { $year } жылғы { $first }–{ $last-for }
    .of = { $year } жылғы { $first }–{ $last-of }
    .within = { $year } жылғы { $first } айы мен { $last } айы аралығында
period-across = { $from } ж. { $first-short } – { $to } ж. { $last-short }
    .long = { $from } жылғы { $first } – { $to } жылғы { $last }
    .tight = { $from }–{ $to }
    .in = { $from } жылғы { $first } – { $to } жылғы { $last } аралығында
    .by = { $to } жылғы { $last-by } қарай
    .for = { $from } жылғы { $first } – { $to } жылғы { $last } аралығына
    .of = { $from } жылғы { $first } – { $to } жылғы { $last } аралығының
    .within = { $from } жылғы { $first } айы мен { $to } жылғы { $last } айы аралығында
period-years = { $from }–{ $to }
    .long = { $from }–{ $to } жылдар
    .tight = { $from }–{ $to }
    .in = { $from }–{ $to } жылдары
    .by = { $to } жылға қарай
    .for = { $from }–{ $to } жылдарға
    .of = { $from }–{ $to } жылдардың
    .within = { $from } жыл мен { $to } жыл аралығында
period-day = { $year } ж. { $day } { $month-short-of }
    .long = { $year } жылғы { $day } { $month }
    .tight = { $day }.{ $month-number }.{ $year }
    .in = { $year } жылғы { $day } { $month-in }
    .by = { $year } жылғы { $day } { $month-by } қарай
    .for = { $year } жылғы { $day } { $month-for }
    .of = { $year } жылғы { $day } { $month-of }
    .bare = { $day } { $month }
    .bare-short = { $day } { $month-short }
    .bare-tight = { $day }.{ $month-number }
period-days = { $first } – { $last }
    .long = { $first } – { $last }
    .tight = { $first }–{ $last }
    .in = { $first } – { $last } аралығында
    .by = { $last } күніне қарай
    .for = { $first } – { $last } аралығына
    .of = { $first } – { $last } аралығының
    .within = { $first } – { $last } аралығында
period-days-of-year = { $first } – { $last-bare }
    .long = { $first } – { $last-bare }
    .tight = { $first-bare }–{ $last }
    .in = { $first } – { $last-bare } аралығында
    .by = { $last } күніне қарай
    .for = { $first } – { $last-bare } аралығына
    .of = { $first } – { $last-bare } аралығының
    .within = { $first } – { $last-bare } аралығында
period-part = { $first-short }–{ $last-short }
roughly = шамамен { $when }
    .plain = ~{ $when }


## Уақыт мөлшері

days = { $count } күн
    .between = { $least }–{ $most } күн
months = { $count } ай
    .between = { $least }–{ $most } ай
    .tight = { $count } ай
years = { $count } жыл
    .between = { $least }–{ $most } жыл


## Уәденің жайы

status-met-early = мерзімінен бұрын орындалды
    .short = ерте орындалды
    .means = Уәде етілген мерзімнен бұрын орындалды.
    .by = мерзімінен { $delay } бұрын орындалды
status-met = орындалды
    .short = орындалды
    .means = Уәде етілген мерзімде орындалды.
status-met-late = кешігіп орындалды
    .short = кешігіп
    .means = Мерзімінде орындалмай, кейін орындалды.
    .years = { $delay } кешігіп орындалды
    .by = { $delay } кешігіп орындалды
status-missed = орындалмады
    .short = орындалмады
    .means = Мерзімі өтті, ал жарияланған деректер бойынша нәтиже уәде етілгеннен анық кем.
status-on-track = кесте бойынша
    .short = кестемен
    .means = Мерзімі алда, қазіргі өсім жеткілікті.
status-behind = артта қалып келеді
    .short = артта
    .means = Мерзімі алда, бірақ өсім қажеттіден баяу.
status-at-risk = қауіп төніп тұр
    .short = қауіпте
    .means = Мерзімі алда, бірақ қазіргі қарқынмен уәдеге жету мүмкін емес не екіталай. Бұл — есептің нәтижесі, ниет туралы болжам емес.
status-not-yet-due = мерзімі келген жоқ
    .short = мерзімі алда
    .means = Мерзімі алда, баға беруге ерте.
status-awaiting-data = дерек күтілуде
    .short = күтілуде
    .means = Мерзімі өткеніне 90 күн болған жоқ, дерек әлі шыққан жоқ.
status-no-data = дерек жоқ
    .short = дерек жоқ
    .means = Мерзімі өтті, бірақ деректі ешкім жариялаған жоқ. Үнсіздік ешқашан орындалмады деп саналмайды.
status-undetermined = анық емес
    .short = анық емес
    .means = Жарияланған деректер тым жуық, екі жауапқа да сай келеді.
    .between = { $one } немесе { $other }
status-contested = даулы
    .short = даулы
    .means = Дереккөздер екі түрлі айтады, жауап қайсысының дұрыс екеніне байланысты.
status-unquantified = саны жоқ
    .short = сансыз
    .means = Тексеруге болатын сан аталмай уәде етілген.
status-not-dated = мерзімсіз
    .short = мерзімсіз
    .means = Мерзімі аталмай уәде етілген, әзірге орындалған жоқ.
status-not-judged = бағаланбайды
    .short = бағасыз
    .means = Тек жоспардан айырмасы көрсетіледі: оған жетуге ешкім уәде берген жоқ.
status-not-said = әлі айтылмаған
    .short = айтылмаған
    .means = Бұл күнге дейін мұны ешкім уәде еткен жоқ.

badge-est = бағалау
    .mark = бағ.
    .means = Жылдың бір бөлігінің дерегі бүкіл жылға таратылып есептелген.
badge-sources-differ = дереккөздер әртүрлі
    .mark = ≠
    .means = Дереккөздер әртүрлі сан келтіреді; жауап бәрінде бірдей.
badge-about = «шамамен» сөзіне байланысты
    .mark = ≈
    .means = «Шамамен» 5 емес, 2,5 немесе 10 пайыз деп түсінілсе, жауап өзгереді.
badge-restated = қайталанған
    .mark = λ
    .means = Бұрынғы уәдені қайталайды не мерзімін жылжытады.
badge-strict-deadline = қатаң мерзім
    .mark = қат.
    .means = Мерзім қатаң түрде, жыл басталғанға дейін деп түсінілсе, жауап басқаша болады.
badge-reversing = алыстап барады
    .mark = ↓
    .means = Соңғы деректер уәде етілгеннен алыстап барады.
badge-not-held = сақталмаған
    .mark = ↘
    .means = Мерзімінен бұрын орындалды, бірақ уәде етілген жылы қайта төмендеді.
badge-trend-ends = екі жылға байланысты
    .mark = ⁞
    .means = Үрдіс алғашқы және соңғы жылға сүйенеді; оларсыз басқаша көрінеді.

answer-yes = иә
answer-no = жоқ
answer-undetermined = айту мүмкін емес


## Түрлері

source-statistics = статистика органы
source-government = мемлекеттік орган
source-association = салалық бірлестік
source-company = компания
source-press = баспасөз
source-other = басқа
subject-country = ел
subject-industry = сала
subject-site = зауыт
subject-brand = марка
subject-other = басқа
target-promise = уәде
target-forecast = болжам
target-plan = жоспар
metric-flow = кезең ішінде
metric-cumulative = барлығы
metric-stock = белгілі бір күнге
metric-share = үлес
metric-growth = өсім
metric-ratio = арақатынас
metric-milestone = оқиға
quality-final = түпкілікті
quality-provisional = алдын ала
quality-estimate = бағалау
site-operating = жұмыс істейді
site-closed = жабылған
site-abandoned = іске аспаған
site-merged = біріктірілген
site-planned = жоспарда
site-under-construction = салынып жатыр
site-unknown = белгісіз


## Уәде туралы сөйлем. Бірінші әріпті бағдарлама бас әріпке айналдырады.
## $amount — «кемінде 200 000 автомобиль», $due — «2025 жылға қарай», $said — «2016 жылғы шілдеде».

sentence-about = { $what }: { $rest }
    .whose = { $what }, { $whose }: { $rest }

promise-yearly = { $said } { $due } жылына { $amount } { $kind ->
    [forecast] болжанды
   *[promise] уәде етілді
}.
promise-amount = { $said } { $due } { $amount } { $kind ->
    [forecast] болжанды
   *[promise] уәде етілді
}.
    .undated = { $said } { $amount } { $kind ->
        [forecast] болжанды
       *[promise] уәде етілді
    }, мерзімі аталмады.
promise-event = { $said } { $due } { $kind ->
    [forecast] күтілді
   *[promise] уәде етілді
}.
    .undated = { $said } { $kind ->
        [forecast] күтілді
       *[promise] уәде етілді
    }, мерзімі аталмады.
promise-unquantified = { $said } { $due } { $kind ->
    [forecast] болжам жасалды
   *[promise] уәде берілді
}, бірақ тексеруге болатын сан аталмады.
    .undated = { $said } { $kind ->
        [forecast] болжам жасалды
       *[promise] уәде берілді
    }, бірақ мерзімі де, тексеруге болатын саны да аталмады.

## Не хабарланды. $period — `.of` түрінде, $when — `.in` түрінде; $made — «171 442 шығарылды» сияқты тіркес.

result-flow = { $period } қорытындысы — { $value }
result-so-far = { $when } — { $value }
result-state = { $when } — { $value }
result-dated = { $when } { $made }

outcome = { $result }: { $verdict }.
    .alone = { $verdict }.
outcome-share = { $kind ->
    [forecast] болжамның
   *[promise] уәденің
} { $share }-ы
outcome-missed = { $kind ->
    [forecast] болжам расталмады
   *[promise] уәде орындалмады
}
outcome-met = { $kind ->
    [forecast] болжам расталды
   *[promise] уәде орындалды
}
    .early = { $kind ->
        [forecast] болжам мерзімінен { $delay } бұрын расталды
       *[promise] уәде мерзімінен { $delay } бұрын орындалды
    }
    .late = { $kind ->
        [forecast] болжам { $delay } кешігіп расталды
       *[promise] уәде { $delay } кешігіп орындалды
    }
outcome-latest = соңғы дерек ({ $period }): { $value }.
    .part = соңғы дерек ({ $period }): { $value }, жылдық есеппен шамамен { $whole }.
outcome-on-track = Бұл — кесте бойынша.
    .trend-short = Бұл — кесте бойынша: қажетті қарқыннан жылдам, бірақ соңғы деректердің үрдісі ғана жеткіліксіз болар еді.
outcome-behind = Бұл қажетті қарқыннан баяу.
outcome-at-risk = Осы қарқынмен бұған жету мүмкін емес.
outcome-not-yet-due = Баға беруге әлі ерте.
outcome-awaiting-data = Мерзімі өтті, дерек әлі шыққан жоқ.
outcome-no-data = Мерзімі өтті, бірақ нәтижесі туралы ешкім хабарлаған жоқ.
outcome-not-judged = Мұнда тек жоспардан айырмасы маңызды.
outcome-not-dated = Мұның орындалғаны туралы әзірге хабар жоқ.
outcome-undetermined = Деректер екі жауапқа да сай келеді: { $one } немесе { $other }.
outcome-contested = Дереккөздер екі түрлі айтады, жауап қайсысының дұрыс екеніне байланысты.
outcome-not-said = Бұл күнге дейін мұны ешкім уәде еткен жоқ.

event-on-time = { $when } жүзеге асты: мерзімінде.
    .undated = { $when } жүзеге асты.
event-early = { $when }, мерзімінен { $delay } бұрын жүзеге асты.
event-late = { $when }, { $delay } кешігіп жүзеге асты.
    .unmeasured = { $when }, кешігіп жүзеге асты.
event-undetermined = { $when } жүзеге асты, сондықтан жауап екеу: { $one } немесе { $other }.
event-missed = Мерзімінде жүзеге аспады.
event-no-data = Жүзеге асқан-аспағаны хабарланған жоқ.
event-not-dated = Жүзеге асқаны туралы хабар жоқ.
event-not-yet-due = Әлі уақыт бар.
event-not-yet = { $when } бұл әлі жүзеге аспаған еді.


## Уәдеге дейінгі жол

why-way = Мақсатқа жол
way-start = бастапқысы
way-need = керегі
way-pace = қарқын
way-projection = біздің болжам
way-eta = үрдіс бойынша
way-slip = жылжыды
way-ambition = талап деңгейі
way-start-as-is = { $value } ({ $period })
way-start-year = { $year } жыл бойы { $value }, { $period } дерегі бойынша бағаланды
way-need-year = жылына { $growth }
way-need-rest = басынан жылына { $growth }, қазірден жылына { $rest }
way-need-month = қалған әр айда { $value }, осыған дейінгі қарқыннан { $times }
way-need-sum = қалған әр жылда { $value }
way-times = қазіргіден { $times }
way-pace-ahead = R = { $ratio }: { $line } сызықтан { $years } жыл озық; ол { $year } жылы { $expected } деңгейінде
way-pace-behind = R = { $ratio }: { $line } сызықтан { $years } жыл артта; ол { $year } жылы { $expected } деңгейінде
way-projection-line = мерзімге қарай { $value }: { $points } санға сүйенген есеп, болжам емес
way-projection-band = мерзімге қарай { $value }, бес жағдайдың төртеуінде { $low } мен { $high } аралығы; жетуі { $chance }
way-eta-never = 25 жылда жетпейді
way-eta-year = { $year } жылы, мерзімінде жетеді
way-eta-late = { $year } жылы, { $years } жыл кешігіп жетеді
way-eta-early = { $year } жылы, { $years } жыл бұрын жетеді
way-slip-rate = мерзім { $days } күнге жылжыды, бұл арада { $elapsed } күн өтті: λ = { $rate }
way-slip-days = мерзім { $days } күнге жылжыды
way-ambition-times = бастапқысынан { $times }
way-ambition-word = бастапқысынан { $times }: { $word }
reach-within = соңғы қарқын шегінде
reach-stretch = күш салуды қажет етеді
reach-hard = қиын
reach-break = бұрынғыдан мүлде бөлек
chance-likely = ықтимал ({ $percent })
chance-even = тең шамада ({ $percent })
chance-unlikely = екіталай ({ $percent })
line-geometric = геометриялық
line-linear = түзу
bar-needed-month = айына керегі
bar-recent-month = айына осыған дейін
bar-needed-year = жылына керегі
bar-recent-year = жылына осыған дейін

step-baseline = Бастапқысы: { $start }.
step-annualised = { $period }: { $so-far } × (1 + { $rho } × (12 − { $months }) ÷ { $months }) = жылына { $value }.
step-annual-band = { $rho } орнына { $rho-band } алсақ: { $band }.
step-annual-band-bounds = Осыған дейін { $bounds } болып, { $rho } орнына { $rho-band } алсақ: { $band }.
step-annual-band-learned = Өткен { $pairs } жылдың тәжірибесі бойынша { $rho } орнына { $rho-band } алсақ: { $band }.
step-annual-band-learned-bounds = Осыған дейін { $bounds } болып, өткен { $pairs } жылдың тәжірибесі бойынша { $rho } орнына { $rho-band } алсақ: { $band }.
step-growth-geometric = ({ $target } ÷ { $base })^(1 ÷ { $years }) − 1 = жылына { $growth }.
step-growth-linear = ({ $target } − { $base }) ÷ { $years } = жылына { $growth }.
step-run-rate = ({ $target } − { $so-far }) ÷ (12 − { $months }) = айына { $needed }, осыған дейінгі қарқыннан { $times }.
step-line-geometric = { $from } ({ $from-year }) мәнінен { $to } ({ $to-year }) мәніне дейінгі геометриялық сызық { $now-year } жылы: { $from } × ({ $to } ÷ { $from })^({ $gone } ÷ { $years }) = { $expected }; нақтысы { $now }.
step-line-linear = { $from } ({ $from-year }) мәнінен { $to } ({ $to-year }) мәніне дейінгі түзу сызық { $now-year } жылы: { $from } + ({ $to } − { $from }) × { $gone } ÷ { $years } = { $expected }; нақтысы { $now }.
step-ratio-geometric = R = ln({ $now } ÷ { $from }) ÷ ln({ $to } ÷ { $from }) × { $years } ÷ { $gone } = { $ratio }; сызықтан ауытқуы: { $variance } жыл.
step-ratio-linear = R = ({ $now } − { $from }) ÷ ({ $to } − { $from }) × { $years } ÷ { $gone } = { $ratio }; сызықтан ауытқуы: { $variance } жыл.
step-ratio-bounds = Бастапқысының мақсатқа жетпеген шектері бойынша R — { $ratio }; сызықтан ауытқуы: { $variance } жыл.
step-projected-log = { $points } санның үрдісі — логарифмде жылына { $drift }. Мерзімге дейінгі { $horizon } жыл бәсеңдегенде { $factor } × (1 − { $damping }^{ $horizon }) = { $damped }: { $from } × e^({ $drift } × { $damped }) = { $value }.
step-projected-linear = { $points } санның үрдісі — жылына { $drift }. Мерзімге дейінгі { $horizon } жыл бәсеңдегенде { $factor } × (1 − { $damping }^{ $horizon }) = { $damped }: { $from } + { $drift } × { $damped } = { $value }.
step-projected-logit = { $points } санның үрдісі — логитте жылына { $drift }. Мерзімге дейінгі { $horizon } жыл бәсеңдегенде { $factor } × (1 − { $damping }^{ $horizon }) = { $damped }: { $whole } ÷ (1 + ({ $whole } ÷ { $from } − 1) × e^({ $against } × { $damped })) = { $value }.
step-year-meant = «{ $year }» — { $period }: қатар туралы белгілінің бәрі осындай жылдарға қатысты.
step-base = { $period }: { $value }; одан { $change }: { $equations }.
step-base-revised = Айтылған кезде бұл сан { $before } еді; { $day } қайта қаралды.
step-base-unknown = Базалық кезеңнің саны ({ $period }) белгісіз: база белгісіз.
step-moved = Кейін қайта айтылды, жаңа мерзімі: { $due }.
step-sum = { $parts } = { $sum }.
step-range-yes = { $value } — { $floor } мен { $cap } аралығында.
step-range-no = { $value } — { $floor } мен { $cap } аралығынан тыс.
step-range-open = { $value } — { $floor } мен { $cap } аралығында болуы мүмкін.
step-ceiling = { $used } ÷ { $ceiling } = { $share } уақыттың { $elapsed } бөлігінде жұмсалды: R = { $elapsed } ÷ { $share } = { $ratio }.
step-carried-geometric = { $from } ({ $from-year }) — { $to } ({ $to-year }), сол қарқынмен мерзімнің соңына ({ $due }) дейін: { $to } × ({ $to } ÷ { $from })^({ $ahead } ÷ { $span }) = { $value }.
step-carried-linear = { $from } ({ $from-year }) — { $to } ({ $to-year }), сол қарқынмен мерзімнің соңына ({ $due }) дейін: { $to } + ({ $to } − { $from }) × { $ahead } ÷ { $span } = { $value }.
step-cut = Үлес { $end } шегінен шықпайды.
step-at-due = Мерзімге қарай орындалуы: { $dividend } ÷ { $divisor } = { $ratio }.
open-newest-decides = Уәде берілген күнгі белгілі сан оны онсыз да қанағаттандырады, сондықтан соңғы сан шешеді.
open-below-zero = Соңғы сан нөлден жоғары емес.
open-held = Уәде берілген күннен бергі әрбір сан есептеледі.
open-range = Соңғы сан шешеді: аралықта немесе одан тыс.
step-crosses = Үрдіс оған { $year } жылы жетеді.
step-crosses-never = Үрдіс оған 25 жылда жетпейді.
step-slipped = Қайта айтылды: { $slip }.
open-nothing-since = Бастапқысынан кейін дерек жоқ: мерзімі әлі келмеді.
open-too-early = Жолдың оннан бірі де өтпеді: мерзімі әлі келмеді.
open-out-of-reach = Жыл бағалауының жоғарғы шегі де жетпейді: қауіп төніп тұр.
open-out-of-reach-less = Жыл бағалауының төменгі шегі де тым көп: қауіп төніп тұр.
open-cannot-be-unmade = Жыл одан асып кетті, оны қайтару мүмкін емес: қауіп төніп тұр.
open-bands = Екеуінің нашары шешеді: R = { $ratio } (0,95-тен бастап кесте бойынша, 0,60-тан бастап артта) және мерзімге қарай орындалуы = { $projected } (1,00-ден бастап кесте бойынша, 0,90-нан бастап артта).
open-bands-none = Қарқынды санмен өрнектеуге болмайды: кесте бойынша деп саналады.
open-bands-pace = R = { $ratio } шешеді: 0,95-тен бастап кесте бойынша, 0,60-тан бастап артта, одан төмен — қауіп төніп тұр.
open-bands-projected = Мерзімге қарай орындалуы = { $projected } шешеді: 1,00-ден бастап кесте бойынша, 0,90-нан бастап артта, одан төмен — қауіп төніп тұр.
trend-said = айтылды
trend-due = уәде етілген мерзім


## Уақыттағы қадам нені өзгертті

changed-new = ‹ жаңа
changed-was = ‹ бұрын: { $status }
chrome-changed = { $count ->
    [0] қорытындылар өзгермеді
   *[other] { $count } қорытынды өзгерді
}


## Тексеру

checks-tally = Сандардың үйлесуін { $count ->
   *[other] { $count } тексеру
}: { $list }.
head-check = Тексеру
head-about = Не туралы
head-computed = Шығады
    .short = Шығады
head-expected = Салыстырылды
    .short = Салыст.
check-outcome = қорытынды
check-figures = Сандар
check-nothing = тексеретін сан жоқ
check-line = { $outcome } ({ $rule }): { $about }: { $computed }, салыстырылды: { $expected }
check-line-bare = { $outcome } ({ $rule }): { $about }
check-contradiction = Бәрі бірдей дұрыс бола алмайды
    .short = қайшы
check-warn = Күмәнді
    .short = күмәнді
check-ok = Үйлеседі
    .short = үйлеседі
check-not-computable = Тексеретін ештеңе жоқ
    .short = сансыз
rule-base = өсім негізі
    .means = Сан мен онымен бірге хабарланған өсімнен бір жыл бұрынғы сан шығады. Ол сол кезде хабарланғанға және басқалардан шығатынға сай болуы керек.
rule-unit-price = бір данасының бағасы
    .means = Құнның өсімі мен санның өсімі бір көліктің бағасы қалай өзгергенін көрсетеді. −25% пен +50% аралығы сенімді; одан тыс болса, өсім дұрыс түсінілмеген болар.
rule-monotone = жыл басынан
    .means = Кейінгі айға қарай да, жыл соңына қарай да шығарылғаны бұрынғыдан кем болмайды.
rule-sum = бөліктер қосындысы
    .means = Дөңгелектеуді ескермегенде, бөліктердің қосындысы бүтінге тең.
rule-share = үлес
    .means = Бүтіннің үлесі бөліктің өзі; бөлік бүтіннен артық емес.
rule-capacity = қуат
    .means = Зауыт қуатынан артық шығармайды; қуаттың 110%-ынан асса, сандардың бірі күмәнді.
rule-points = пункт пен пайыз
    .means = Үлестің өзгерісі пайыздық пунктпен айтылады. Сол өзгеріс бұрынғы үлеске шаққанда басқа сан болады.
rule-unit-slip = өлшем қатесі
    .means = Бір сан туралы хабарлар мың есе алшақ: миллиардтың орнына миллион.
rule-order = рет
    .means = Сансыз айтылған рет, мысалы, өткен жылдан көп, белгісізді шектейді.
rule-time = уақыт
    .means = Сан өз кезеңінен кейін жарияланады, уәденің мерзімі ол берілгеннен кейін келеді.
rule-tiling = кезең бөліктері
    .means = Кезеңді құрайтын айлар мен тоқсандардың қосындысы бүкіл кезеңнің көрсеткішіне тең.
rule-sources = дереккөздер
    .means = Бір сан туралы бірге дұрыс бола алмайтын хабарлар. Бәрі сақталды.


## Көрсетілім

scene-source-reported = Хабарлаған: { $list }
scene-source-promised = Уәде: { $list }
scene-source-whole = Бүкіл жазба бойынша саналды: 7-бет, дереккөздер
    .short = Бүкіл жазба, 7-бет
scene-source-more = { $list } және тағы { $count }
scene-planned = жоспар, { $when }
scene-reported = хабарланған, { $when }
show-count = { $number } / { $count }
show-scenes-title = Көріністер
show-keys-title = Көрсетілім пернелері
show-next = көріністің бәрі бірден, содан соң келесісі; тінтуір шерту де
    .short = әрі
show-back = алдыңғы көрініс; оң жақ шерту де
    .short = артқа
show-ends = бірінші көрініс, соңғы көрініс
show-number-of-scene = көрініс нөмірі, содан соң Enter
show-enter = осы көріністің бетіне, тақтаға өту; Esc қайтарады
show-escape = бір қадам артқа
show-scenes = көріністер тізімі
    .short = көріністер
show-choose = тізімнен көрініс таңдау, Enter көрсетеді
show-blank = бос экран
    .short = бос экран
show-figure = сан үлкен қаріппен
show-next-point = келесі нүктені жарықтандырып, қалғанын күңгірттеу; алдыңғысы
show-replay = көріністің шығуын қайта көрсету
show-freeze = не істесеңіз де, зал көргенін көре береді
    .short = қатыру
show-run = көріністерді секундтары бойынша ауыстыру не тоқтату
show-clock = көрсетілім уақытын қайтадан санау
show-echo = басылған пернелерді көрсету
show-keys = осы пернелер
key-present = көрсетілім: көрініс-көрініс әңгіме
    .short = көрсетілім
show-took = кетті
show-planned = жоспар
show-in-all = барлығы

## Баяндамашының жазбалары

notes-waiting = Көрсетілім күтілуде
    .short = Көрсетілім әлі жоқ
notes-how = Ол басқа терминалда басталады: planfact present --notes
notes-gone = Көрсетілім үзілді: бұл оның соңғы жазбалары. Ол қайтса, жазбалар да жалғасады
    .short = Көрсетілім үзілді: соңғы жазбалар
notes-stranger = Мұнда planfact-тың осы нұсқасының көрсетілімі емес, басқа нәрсе жауап береді
    .short = Бұл нұсқаның көрсетілімі емес
notes-none-on = Жазбалары бар көрсетілім қазір жоқ: оны planfact present --notes бастайды.
notes-plain = Баяндамашының жазбалары. Перненің атын теріп, Enter басыңыз; жалғыз Enter уақытты айтады; ? пернелерді атайды, q жазбаларды аяқтайды.
notes-no-key = { $written } деген перне жоқ: қандай пернелер барын ? айтады.
notes-of = жоспар { $planned }
notes-on-time = уақытында
notes-ahead = { $time } озық
notes-behind = { $time } кеш
notes-scene = осы көрініс { $elapsed }, жоспар { $planned }
    .short = { $elapsed }, жоспар { $planned }
notes-next = Келесі
notes-last = Бұл соңғы көрініс
notes-none = Бұл көріністің жазбасы жоқ
notes-blank = экран бос
notes-usual = көрініс қайтадан экранда
notes-scenes = көріністер тізімі: { $number } { $title }
notes-keys = экранда пернелер тұр
notes-dashboard = экранда тақта тұр: Esc көрініске қайтарады
notes-typed = { $number }-көрініс пе? Enter
notes-frozen = зал көріп тұрған: { $number } { $title }
notes-running = өзі ауысады
notes-appearing = { $all } ішінен { $done } көрсетілді
notes-keys-title = Жазбалар мен көрсетілім пернелері
notes-scroll = жазбаларды жылжыту
    .short = жылжыту
notes-help = осы пернелер
    .short = пернелер
notes-suspend = жазбаларды уақытша тоқтату; қабықтағы fg жалғастырады
notes-quit = жазбаларды аяқтау; көрсетілім жалғаса береді
    .short = жабу


## The conversation of --plain

plain-welcome = Санды теріп, Enter басыңыз. Бос жол таңдауды қайталайды, 0 артқа қайтарады, /сөздер сол сөздері бар жолдарды қалдырады.
plain-rows = Жолды таңдау: { $count }
plain-more = Неліктен: таңдалған жол туралы
plain-chart = График нүкте бойынша: { $count }
plain-pages = Басқа бет
plain-days = Басқа күн
plain-languages = Басқа тіл
plain-marks = Қорытындылар мен белгілердің мәні
plain-quit = Шығу
plain-back = Артқа
plain-more-rows = { $count ->
    [0] Бұлар соңғысы еді.
   *[other] Тағы { $count }: бос жол.
}
plain-day-before = Бірдеңе белгілі болған алдыңғы күн; не күнді теріңіз, мысалы 2018-09-30
plain-day-after = Келесі сондай күн
plain-year-before = Алдыңғы жылдың соңы
plain-year-after = Келесі жылдың соңы
plain-now = Бүгін
plain-no-choice = Ондай таңдау жоқ: { $written }.
plain-actions = Осы бетте тағы не істеуге болады: { $count }
plain-cite = Мәннің дереккөзін айту
plain-row = Жолды экрандағысымен түгел оқу
plain-command = Осы көріністі басып шығаратын команданы айту
plain-write-text = Көріністі файлға жазу: мәтін
plain-write-svg = Көріністі файлға жазу: SVG суреті
plain-write-html = Көріністі файлға жазу: HTML беті
plain-done = Орындалды.
plain-years = Көрінетіні: { $first } – { $last }.
plain-sorted = Жолдар осы баған бойынша: { $column }, { $run }.
plain-rising = өсу ретімен
plain-falling = кему ретімен
plain-unsorted = Жолдар файлдағы ретпен.
plain-nothing = Табылмады: { $what }. Жалғыз қиғаш сызық { $count } жолды қайта көрсетеді.
plain-no-day = Ондай күн жоқ: { $written }. Жылды, айды және күнді дефиспен жазыңыз, мысалы 2018-09-30.
heard-thousand = { $count ->
   *[other] мың
}
heard-million = { $count ->
   *[other] миллион
}
heard-billion = { $count ->
   *[other] миллиард
}
heard-trillion = { $count ->
   *[other] триллион
}
plain-unknown = мәлімет жоқ
plain-minus = минус { $number }

## Баяндаманың үлестірме материалы

handout-known = { $day } күнгі мәлімет бойынша
handout-contents = Мазмұны
handout-reported = Хабарлаған
handout-promised = Уәде
handout-whole = Бүкіл жазба бойынша саналды
handout-notes = Жазбалар
handout-sources = Дереккөздер
handout-empty = Әзірге ештеңе айтылмаған және хабарланбаған.

## Кестелер: не түсінілді

import-file = мәтін файлы: кодтау { $encoding }, өрістер бөлгіші { $delimiter }
import-table = кесте { $range }, тақырып { $rows }-жолда
import-sheet-table = «{ $sheet }» парағы, кесте { $range }, тақырып { $rows }-жолда
import-role = { $role }: { $column } бағаны
import-derived = алынбады: { $column } бағаны (барлық { $rows } жолда = { $formula })
import-left-out = алынбады: { $column } бағаны
import-total = алынбады: { $row }-жол «{ $label }» (жоғарыдағы жолдардың қосындысы, баған саны: { $columns })
import-decimal-point = сандар: ондық нүкте
import-decimal-comma = сандар: ондық үтір
import-missing = мәні жоқ ұяшықтар: { $count } ({ $marks })
import-metric-assumed = қабылданды: көрсеткіш — «{ $metric }»
import-subject-assumed = қабылданды: нысан — «{ $subject }»
import-units = бірліктер: { $units }
import-said = қабылданды: жоспар { $day } күні, бірінші кезеңнен бір күн бұрын жарияланған
import-published = қабылданды: мәндер кезеңінің соңғы күні жарияланған
import-records = жазбалар: жоспар { $plans }, нақты { $facts }; көрсеткіш { $metrics }, нысан { $subjects }
import-written = жазылды: { $file }

## Кестелер: неге қабылданбайды, не істеу керек

import-empty = файлда ештеңе жоқ
import-binary = бұл кесте де, мәтін де емес: файлды CSV не XLSX етіп сақтаңыз
import-encoding = { $encoding } кодтауында оқылмайды: басқасын атаңыз, мысалы --encoding windows-1251
import-encrypted = файл шифрланған (encrypted): құпиясөзсіз сақтаңыз
import-swells = planfact оқитыннан көп көлемге ашылады: тек кестесі бар парақты сақтаңыз
import-workbook = кітап оқылмайды ({ $error }): оны кесте бағдарламасында ашып, қайта сақтаңыз
import-sheet = { $sheet } парағы жоқ; барлары: { $sheets }
import-sheets = бірнеше парақта кесте бар ({ $sheets }): біреуін таңдаңыз, мысалы --sheet "{ $first }"
import-no-table = сандар жолдарының үстінде тақырыбы бар кесте табылмады: тақырып жолын атаңыз, мысалы --header 4
import-no-columns = сандары бар бірде-бір баған жоспар не нақты деп аталмаған; тақырыптар: { $columns }. Оларды көрсетіңіз, мысалы --map plan=B --map fact=C
import-map = { $column } бағаны жоқ; тақырыптар: { $columns }
import-no-figures = тақырыптар бар, бірақ сандар жоқ
import-kind = { $column } бағаны жоспар не нақты екенін айтпайды: --map plan={ $column } не --map fact={ $column } қосыңыз
import-year = { $cell } ұяшығында жылсыз кезең: жылын қосыңыз, мысалы --year 2024
import-no-period = { $cell } ұяшығының кезеңі жоқ: қосыңыз, мысалы --period 2024
import-period = { $cell } ұяшығы: «{ $found }» кезең емес: 2024, 2024 ж. I тоқсан, қаңтар 2024 не 2024-01-31 деп жазыңыз
import-fiscal = { $cell } ұяшығы қаржы жылына жатады: ол қай айдан басталатынын айтыңыз, мысалы --fiscal 04
import-days = { $cell } ұяшығының күні бар: --by month --rows sum, ал күнгі деңгей болса, --stock "{ $metric }" қосыңыз
import-dates = { $cell } ұяшығы: «{ $found }» ішінде күн де, ай да бірінші бола алады: --dates dmy не --dates mdy қосыңыз
import-mixed-dates = { $cell } ұяшығы: «{ $found }» бағандағы күн мен айдың бір ретіне сай емес: күндерді бірдей жазыңыз
import-formula = { $cell } ұяшығында нәтижесі сақталмаған формула не қате: файлды кесте бағдарламасында ашып, қайта сақтаңыз
import-text = { $cell } ұяшығы: сан орнында «{ $found }» тұр: түзетіңіз, ал мән жоқ болса, --missing "{ $found }" қосыңыз
import-mixed-marks = ондық нүкте мен үтір аралас: { $cell } ұяшығындағы «{ $found }»; бірдей жазыңыз не --decimal қосыңыз
import-decimal = { $cell } ұяшығы: «{ $found }» ішінде ондық белгі не мыңдық бөлгіш болуы мүмкін: --decimal comma не --decimal point қосыңыз
import-contradiction = { $first } және { $second } жолдары { $period } бойынша бір-біріне қайшы: { $one } және { $other }. Біреуін түзетіңіз, оларды ажырататын бағанды атаңыз (--map subject=COLUMN), не --rows sum не --rows last қосыңыз
