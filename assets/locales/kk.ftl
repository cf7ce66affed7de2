### planfact in English.
###
### One message a line: key = text. `.short` is for narrow screens, `.means` explains, other attributes say which case or
### shape they are. What stands in { $braces } is filled in by the program, already worded for the language.
### The three files have the same keys and the same placeholders; only `$grammar-…` and the cases of a month
### (`$month`, `$month-of`, `$month-in`, `$month-by`, `$month-for`, `$month-short`, `$month-short-of`; the same for
### `$first` and `$last`) may be used as the language needs them.


## Pages

overview = Overview
    .short = Over
targets = Targets
    .short = Targ
output = Output
    .short = Out
sites = Plants
    .short = Plant
investments = Investments
    .short = Invest
timeline = Timeline
    .short = Time
evidence = Evidence
    .short = Evid
page-story = Talk


## Heads of tables, and other labels

head-promise = Promise
    .short = Promise
head-who = Who
    .short = Who
head-what = What
    .short = What
head-whose = Whose
    .short = Whose
head-said = Said
    .short = Said
head-due = Due
    .short = Due
head-reported = Reported
    .short = Rep.
head-gap = Gap
    .short = Gap
head-attainment = Share of the promise
    .short = %
head-verdict = Verdict
    .short = Verdict
head-site = Plant
    .short = Plant
head-city = City
    .short = City
head-status = Status
    .short = Status
head-capacity = Capacity
    .short = Cap.
head-last-output = Last output reported
    .short = Output
head-jobs = Jobs
    .short = Jobs
head-cost = Cost
    .short = Cost
head-planned = Planned
    .short = Plan
head-later = Later
    .short = Later
head-project = Project
    .short = Project
head-source = Source
    .short = Source
head-kind = Kind
    .short = Kind
head-published = Published
    .short = Publ.
head-figures = Figures
    .short = Fig.
head-period = Period
    .short = Period
head-value = Value
    .short = Value
head-change = Change
    .short = Chg
head-check = Check
    .short = Check
head-result = Result
    .short = Result
head-event = Event
    .short = Event
head-badges = Marks
    .short = Marks


## Charts

legend-made = made
    .short = made
legend-part = part year
    .short = part
legend-rest = rest of the year, estimated
    .short = rest
legend-promised = promised
    .short = prom.
legend-pace = pace needed
    .short = pace
legend-projected = projected
    .short = proj.
legend-rival = another source
    .short = other
chart-title = { $whose }, { $what }
    .unit = { $whose }, { $what }, { $unit }
chart-unit-a-year = { $unit } a year
chart-unit-scaled = { $unit }, { $scale }
chart-missing = no figure
chart-nothing = Nothing was reported that could be drawn.
chart-differs = * { $year } жылдан басқаша есептелген
chart-so-far = { $value } in { $period }
chart-as-known = as known on { $date }


## Amounts. $number is worded; $unit follows it in sentences and may be empty.

said-plainly = { $number }
    .long = { $number } { $unit }
    .tight = { $number }
said-about = ~{ $number }
    .long = about { $number } { $unit }
    .tight = ~{ $number }
said-nearly = <{ $number }
    .long = nearly { $number } { $unit }
    .tight = <{ $number }
said-more-than = >{ $number }
    .long = more than { $number } { $unit }
    .tight = >{ $number }
said-at-least = ≥{ $number }
    .long = at least { $number } { $unit }
    .tight = ≥{ $number }
said-less-than = <{ $number }
    .long = less than { $number } { $unit }
    .tight = <{ $number }
said-at-most = ≤{ $number }
    .long = at most { $number } { $unit }
    .tight = ≤{ $number }
range = { $low }–{ $high }
    .apart = { $low } to { $high }
every-kth = { $k ->
    [2] every second
    [3] every third
    [4] every fourth
    [5] every fifth
    [10] every tenth
   *[other] one in { $k }
}
value-unquantified = no number given
    .short = no number
value-not-yet = not yet
percent = { $number }%
points = { $number } pp
times = { $number }×
money = { $currency } { $number }
scaled = { $number } { $scale }

scale-thousand = thousand
    .short = k
scale-million = million
    .short = m
scale-billion = billion
    .short = bn
scale-trillion = trillion
    .short = trn

currency-kzt = KZT
currency-usd = USD
currency-eur = EUR
currency-rub = RUB
currency-cny = CNY


## Months. `.of` as in "1 July", `.in` as in "in July", `.by` as in "by July", `.for` as in "planned for July".

month-1 = January
    .of = January
    .in = January
    .by = January
    .for = January
    .short = Jan
    .short-of = Jan
month-2 = February
    .of = February
    .in = February
    .by = February
    .for = February
    .short = Feb
    .short-of = Feb
month-3 = March
    .of = March
    .in = March
    .by = March
    .for = March
    .short = Mar
    .short-of = Mar
month-4 = April
    .of = April
    .in = April
    .by = April
    .for = April
    .short = Apr
    .short-of = Apr
month-5 = May
    .of = May
    .in = May
    .by = May
    .for = May
    .short = May
    .short-of = May
month-6 = June
    .of = June
    .in = June
    .by = June
    .for = June
    .short = Jun
    .short-of = Jun
month-7 = July
    .of = July
    .in = July
    .by = July
    .for = July
    .short = Jul
    .short-of = Jul
month-8 = August
    .of = August
    .in = August
    .by = August
    .for = August
    .short = Aug
    .short-of = Aug
month-9 = September
    .of = September
    .in = September
    .by = September
    .for = September
    .short = Sep
    .short-of = Sep
month-10 = October
    .of = October
    .in = October
    .by = October
    .for = October
    .short = Oct
    .short-of = Oct
month-11 = November
    .of = November
    .in = November
    .by = November
    .for = November
    .short = Nov
    .short-of = Nov
month-12 = December
    .of = December
    .in = December
    .by = December
    .for = December
    .short = Dec
    .short-of = Dec


## Periods. The message itself is for tables; `.long` stands alone in a sentence, `.tight` is for narrow cells;
## `.in` answers when, `.by` names a deadline, `.for` what something is planned for, `.of` what it belongs to;
## `.within` is a deadline between two dates. $yy is the year in two digits.

period-year = { $year }
    .long = { $year }
    .tight = { $year }
    .in = in { $year }
    .by = by { $year }
    .for = in { $year }
    .of = { $year }
    .within = within { $year }
period-half = H{ $half } { $year }
    .long = the { $half ->
        [1] first
       *[2] second
    } half of { $year }
    .tight = H{ $half } { $yy }
    .in = in the { $half ->
        [1] first
       *[2] second
    } half of { $year }
    .by = by the { $half ->
        [1] first
       *[2] second
    } half of { $year }
    .for = for the { $half ->
        [1] first
       *[2] second
    } half of { $year }
    .of = the { $half ->
        [1] first
       *[2] second
    } half of { $year }
period-quarter = Q{ $quarter } { $year }
    .long = { quarter-name } { $year }
    .tight = Q{ $quarter } { $yy }
    .in = in { quarter-name } { $year }
    .by = by { quarter-name } { $year }
    .for = for { quarter-name } { $year }
    .of = { quarter-name } { $year }
quarter-name = the { $quarter ->
    [1] first
    [2] second
    [3] third
   *[4] fourth
} quarter of
period-month = { $month-short } { $year }
    .long = { $month } { $year }
    .tight = { $month-short } { $yy }
    .in = in { $month } { $year }
    .by = by { $month } { $year }
    .for = for { $month } { $year }
    .of = { $month } { $year }
    .within = within { $month } { $year }
period-months = { $first-short }–{ $last-short } { $year }
    .long = { $first }–{ $last } { $year }
    .tight = { $first-short }–{ $last-short } { $yy }
    .in = in { $first }–{ $last } { $year }
    .by = by { $last } { $year }
    .for = for { $first }–{ $last } { $year }
    .of = { $first }–{ $last } { $year }
    .within = between { $first } and { $last } { $year }
period-across = { $first-short } { $from }–{ $last-short } { $to }
    .long = { $first } { $from } to { $last } { $to }
    .tight = { $from }–{ $to }
    .in = from { $first } { $from } to { $last } { $to }
    .by = by { $last } { $to }
    .for = for { $first } { $from } to { $last } { $to }
    .of = { $first } { $from } to { $last } { $to }
    .within = between { $first } { $from } and { $last } { $to }
period-years = { $from }–{ $to }
    .long = { $from }–{ $to }
    .tight = { $from }–{ $to }
    .in = in { $from }–{ $to }
    .by = by { $to }
    .for = for { $from }–{ $to }
    .of = { $from }–{ $to }
    .within = between { $from } and { $to }
period-day = { $day } { $month-short-of } { $year }
    .long = { $day } { $month-of } { $year }
    .tight = { $day } { $month-short-of } { $yy }
    .in = on { $day } { $month-of } { $year }
    .by = by { $day } { $month-of } { $year }
    .for = for { $day } { $month-of } { $year }
    .of = { $day } { $month-of } { $year }
period-days = { $first }–{ $last }
    .long = { $first } to { $last }
    .tight = { $first }–{ $last }
    .in = from { $first } to { $last }
    .by = by { $last }
    .for = for { $first } to { $last }
    .of = { $first } to { $last }
period-part = { $first-short }–{ $last-short }
roughly = roughly { $when }
    .plain = ~{ $when }


## Lengths of time

days = { $count ->
    [one] { $count } day
   *[other] { $count } days
}
    .between = { $least } to { $most ->
        [one] { $most } day
       *[other] { $most } days
    }
months = { $count ->
    [one] { $count } month
   *[other] { $count } months
}
    .between = { $least } to { $most ->
        [one] { $most } month
       *[other] { $most } months
    }
    .tight = { $count } m
years = { $count ->
    [one] { $count } year
   *[other] { $count } years
}
    .between = { $least } to { $most ->
        [one] { $most } year
       *[other] { $most } years
    }


## How a promise stands

status-met-early = met early
    .means = Reached before the time that was promised.
    .by = met { $delay } early
status-met = met
    .means = Reached in the time that was promised.
status-met-late = met late
    .means = Missed in its time, reached later.
    .years = met { $delay } late
    .by = met late by { $delay }
status-missed = missed
    .means = The time is over, and what was reported is certainly less than was promised.
status-on-track = on track
    .means = Still open, and growing fast enough to get there.
status-behind = behind
    .means = Still open, and growing more slowly than it would have to.
status-at-risk = at risk
    .means = Still open, and out of reach or nearly so at the present pace. This is arithmetic, not a guess at intentions.
status-not-yet-due = not yet due
    .means = Still open, and too early to tell.
status-awaiting-data = awaiting data
    .means = The time ended less than 90 days ago, and the figure is not out yet.
status-no-data = no data
    .means = The time is over, and nobody has reported the figure. Silence is never counted as a miss.
status-undetermined = undetermined
    .means = The reported figures are too rough: they allow two answers.
    .between = { $one } or { $other }
status-contested = contested
    .means = Sources disagree, and the answer depends on which of them is right.
status-unquantified = no number
    .means = Promised without a number that could be checked.
status-not-dated = not dated
    .means = Promised without a date, and not reached so far.
status-not-said = not said yet
    .means = On this day nobody had promised it yet.

badge-est = estimated
    .mark = est.
    .means = Rests on part of a year, carried forward to the whole.
badge-sources-differ = sources differ
    .mark = ≠
    .means = Sources give different figures; the answer is the same under each.
badge-about = hangs on “about”
    .mark = ±
    .means = The answer changes if “about” is read as 2.5 or as 10 per cent instead of 5.
badge-restated = restated
    .mark = λ
    .means = Says again, or moves, an earlier promise.
badge-strict-deadline = strict deadline
    .mark = alt
    .means = Read strictly, as before the year begins, the deadline gives another answer.
badge-reversing = moving away
    .mark = ↓
    .means = The latest figures move away from what was promised.
badge-not-held = not held
    .mark = ↘
    .means = Reached early, but less again in the promised year.
badge-trend-ends = hangs on two years
    .mark = ⁞
    .means = The trend rests on its first and last year; without them it looks different.

answer-yes = yes
answer-no = no
answer-undetermined = cannot be told


## Kinds

source-statistics = statistics office
source-government = government
source-association = trade association
source-company = company
source-press = press
source-other = other
subject-country = country
subject-industry = industry
subject-site = plant
subject-brand = brand
subject-other = other
target-promise = promise
target-forecast = forecast
metric-flow = per period
metric-cumulative = in total
metric-stock = on a day
metric-share = share
metric-growth = growth
metric-ratio = ratio
metric-milestone = event
quality-final = final
quality-provisional = provisional
quality-estimate = estimate
site-operating = operating
site-closed = closed
site-abandoned = abandoned
site-merged = merged
site-planned = planned
site-under-construction = under construction
site-unknown = unknown


## The sentence about a promise. The program makes the first letter a capital.
## $amount is "at least 200,000 vehicles", $due is "by 2025", $said is "in July 2016", $kind is promise or forecast.

sentence-about = { $what }: { $rest }
    .whose = { $what }, { $whose }: { $rest }

promise-yearly = { $amount } a year { $due } { $grammar-number ->
    [one] was
   *[other] were
} { $kind ->
    [forecast] forecast
   *[promise] promised
} { $said }.
promise-amount = { $amount } { $due } { $grammar-number ->
    [one] was
   *[other] were
} { $kind ->
    [forecast] forecast
   *[promise] promised
} { $said }.
    .undated = { $amount } { $grammar-number ->
        [one] was
       *[other] were
    } { $kind ->
        [forecast] forecast
       *[promise] promised
    } { $said }, without a date.
promise-event = { $kind ->
    [forecast] expected
   *[promise] promised
} { $said } { $due }.
    .undated = { $kind ->
        [forecast] expected
       *[promise] promised
    } { $said }, without a date.
promise-unquantified = { $kind ->
    [forecast] forecast
   *[promise] promised
} { $said } { $due }, but without a number that could be checked.
    .undated = { $kind ->
        [forecast] forecast
       *[promise] promised
    } { $said }, without a date and without a number that could be checked.

## What was reported. $period is as in `.of`, $when as in `.in`; $made is a clause such as "171,442 were made".

result-flow = { $period } brought { $value }
result-state = { $when } it was { $value }
result-dated = { $made } { $when }

outcome = { $result }: { $verdict }.
    .alone = { $verdict }.
outcome-share = { $share } of the promise
outcome-missed = the promise was missed
outcome-met = the promise was met
    .early = the promise was met { $delay } early
    .late = the promise was met { $delay } late
outcome-latest = the latest figure is { $value }, for { $period }.
outcome-on-track = That is on track.
outcome-behind = That is behind the pace it needs.
outcome-at-risk = At this pace the promise will not be met.
outcome-not-yet-due = It is too early to tell.
outcome-awaiting-data = The time is up; the figure is not out yet.
outcome-no-data = The time is up, and what came of it has not been reported.
outcome-not-dated = Nothing reported so far says that it was reached.
outcome-undetermined = The figures allow two answers: { $one } or { $other }.
outcome-contested = Sources disagree, and the answer depends on which of them is right.
outcome-not-said = On this day it had not been promised yet.

event-on-time = it happened { $when }: on time.
event-early = it happened { $when }, { $delay } early.
event-late = it happened { $when }, { $delay } late.
    .unmeasured = it happened { $when }, late.
event-undetermined = It happened { $when }: { $one } or { $other }.
event-missed = It did not happen in its time.
event-no-data = Whether it happened has not been reported.
event-not-dated = That it happened has not been reported.
event-not-yet-due = There is still time.
event-not-yet = { $when } it had not happened yet.

## Кесте тақырыптары

head-attained = Уәдеден
    .short = %
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
head-publisher = Баспа
head-title = Не туралы

## Жолдар

row-amount = { $quantity } · { $metric }
row-event = { $metric }
row-open = { $metric }, сансыз
row-of = { $promise } · { $subject }
row-due = { $promise }, мерзімі { $due }
due-none = мерзімсіз
    .short = –
gap-late = +{ $time }
gap-early = −{ $time }
row-not-yet = Әлі жоқ: { $metric }
figure-of-period = { $quantity }, { $period }
none-reported = хабарланбады
    .short = жоқ
sources-differ = дереккөздер әртүрлі
reported-growth = хабарланғандай, өткен жылға { $growth }
list-separator = { ", " }
tally = { $count ->
   *[other] { $count } уәде: { $list }.
}
tally-part = { $status } – { $count }
targets-forecasts = Болжамдар: күтілді, бірақ уәде етілмеді
overview-empty = Бұл күнге дейін ештеңе уәде етілмеген.

## Диаграмма

chart-heading = { $subject }: { $metric }, { $unit }
chart-heading-short = { $metric }, { $unit }
chart-unit = { $scale } { $unit }
readout-missing = { $period }: дерек жоқ · { $metric }

## Өндіріс

output-empty = Бұл күнге дейін ештеңе хабарланбаған.
output-none = { $subject }: әзірге дерек жоқ · { $metric }
output-latest = { $subject }: { $quantity }, { $period }. { $metric }; барлығы { $count ->
   *[other] { $count } мән
}.

## Зауыттар

plants-tally = { $count ->
   *[other] { $count } зауыт пен жоба: { $list }.
}
plants-empty = Бұл күнге дейін бірде-бір зауыт белгілі болмаған.
place-degrees = с. е. { $north }°, ш. б. { $east }°

## Инвестициялар

investments-latest = { $subject }: { $quantity }, { $period }. { $metric }.
investments-contested = { $subject }, { $period }: бір дереккөзде { $quantity }, басқасында { $other }. Екеуі де сақталды.
investments-empty = Бұл күнге дейін қаражат туралы хабарланбаған.
investments-calls = Қажет деп айтылғаны
investments-projects = Жобалардың жоспардағы және хабарланған құны
split-first = бірінші үлес, { $percent }
split-second = екінші үлес, { $percent }
split-scope = Қамтуы бөлек – { $subject }: жоғарыдағы бағандармен бір осьте көрсетілмейді.

## Хронология

lane-said = айтылды
lane-due = мерзім
lane-happened = болды
timeline-sentence = { $first }–{ $last } жылдар: { $said ->
   *[other] { $said } мәлімдеме
} мен { $happened ->
   *[other] { $happened } хабар
}, уақыт ретімен.

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
why-operator = жүргізуші
why-partners = серіктестер
why-makes = шығарады
why-method = тәсіл
why-place = орны
why-steps = Қалай бағаланды
why-readings = Бірнеше мағынада түсінуге болады
why-badges = Белгілер
why-restated = Бұған дейін және кейін айтылғаны
why-others = Басқа дереккөздер
why-sources = Дереккөздер

step-threshold = Уәде: { $said }; жету керек: { $theta }.
step-threshold-strict = Уәде: { $said }; { $theta } санынан асу керек.
step-window = Мерзімі: { $first } – { $last }; белгілі күн: { $known }.
step-used = { $period }: { $value }, яғни { $bounds } ({ $sources }).
step-used-exactly = { $period }: { $value } ({ $sources }).
step-event = { $period }: болды ({ $sources }).
step-so-far = { $period }: { $value }, демек барлығы бұдан кем емес.
step-differs = { $period }: басқа дерек бойынша { $value } ({ $sources }).
step-compared-yes = { $value }: { $theta } межесіне анық жетті.
step-compared-no = { $value }: { $theta } межесіне анық жетпеді.
step-compared-open = { $value }: { $theta } межесіне жеткен-жетпегені белгісіз.
step-later = { $period }: { $value }, жетті, { $years ->
   *[other] { $years } жыл
} кеш.
step-earlier = { $period }: { $value }, жеткен, { $years ->
   *[other] { $years } жыл
} ерте.
step-attainment = { $actual } ÷ { $target } = { $ratio }, яғни { $percent }.
step-gap = { $actual } − { $target } = { $gap }.
step-happened = { $first } мен { $last } аралығында болды; уәде етілген мерзімнің соңынан: { $days }.
step-not-yet = { $day } күні әлі болмаған.
step-silence = Ештеңе хабарланбады; мерзімнен кейін { $days ->
   *[other] { $days } күн
} өтті.
bounds-between = { $lo } – { $hi }
bounds-above = { $lo } мәнінен көп
bounds-at-least = { $lo } немесе көп
bounds-at-most = { $hi } немесе аз
bounds-none = кез келген сан

## Бет айналасындағы жолдар

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
key-ends = бірінші жол, соңғы жол
    .short = шеттері
key-read = графикті нүкте бойынша оқу
    .short = график
key-detail = жолдар астындағы мәтінді жылжыту
    .short = төменін жылжыту
key-why = неліктен: нүкте не жол туралы
    .short = неліктен
key-back = бір қадам артқа
    .short = артқа
key-travel = уақыт бойынша саяхат: бірдеңе айтылған не жарияланған алдыңғы немесе келесі күн
    .short = уақытпен
key-travel-years = уақыт бойынша жылдап саяхат
    .short = жылдап
key-now = бүгінге оралу
    .short = бүгін
key-subject = келесі қатарды көрсету: басқа орын не көрсеткіш
    .short = келесі қатар
key-language = келесі тіл: ағылшын, орыс, қазақ
    .short = тіл
key-theme = келесі безендіру
    .short = безендіру
key-mouse = тінтуірді терминалға беру не қайтарып алу
    .short = тінтуір
key-reload = файлды қайта оқу
    .short = жаңарту
key-help = пернелер мен белгілердің мәнін көрсету
    .short = анықтама
key-suspend = уақытша тоқтату; қабықтағы fg жалғастырады
    .short = кідірту
key-quit = шығу
    .short = шығу
notice-reloaded = Файл қайта оқылды
notice-broken = Файлда { $count ->
    [one] { $count } қате
   *[other] { $count } қате
} бар: соңғы дұрысы көрсетілген
notice-unreadable = Файл оқылмайды: соңғы дұрысы көрсетілген
notice-mouse-on = Тінтуір: осында
notice-mouse-off = Тінтуір: терминалда

## Help

help-title = Пернелер мен белгілер
help-verdicts = Қорытындылар нені білдіреді
help-marks = Белгілер нені білдіреді
