### planfact in English.
###
### One message a line: key = text. `.short` is for narrow screens, `.means` explains, other attributes say which case or
### shape they are. What stands in { $braces } is filled in by the program, already worded for the language.
### The three files have the same keys and the same placeholders; only `$grammar-…` and the cases of a month
### (`$month`, `$month-of`, `$month-in`, `$month-by`, `$month-for`, `$month-short`, `$month-short-of`, `$month-number`; the same for
### `$first`, `$last`, and `$metric-inside`, a name as it stands inside a sentence) may be used as the language needs them.


## Pages

overview = Overview
    .short = Over
targets = Targets
    .short = Targ
output = Output
    .short = Out
figures = Figures
    .short = Fig
sites = Plants
    .short = Plant
investments = Investments
    .short = Invest
timeline = Timeline
    .short = Time
evidence = Evidence
    .short = Evid


## Heads of tables

head-promise = Promise
head-who = Who
head-what = What
head-said = Said
head-due = Due
head-reported = Reported
    .short = Rep.
head-gap = Gap
head-verdict = Verdict
head-subject = Whose
head-pace = Against the pace
head-promised = Promised
head-place = Where
head-city = City
head-status = Status
    .short = Status
head-capacity = Capacity
    .short = Cap.
head-planned = Planned
head-source = Source
head-kind = Kind
head-published = Published
    .short = Publ.
head-figures = Figures
    .short = Fig.
head-period = Period
head-attained = Of the promise
    .short = 0%
head-figure = Figure
head-counts = Counts
head-known = Known since
    .short = Known
head-plant = Plant
head-output = Last output
    .short = Output
head-when = When
head-moved = Moved
head-lane = Lane
head-publisher = Publisher
head-title = Reports


## Rows

row-amount = { $quantity } { $metric-inside }
row-kth = { $metric }: { $quantity }
row-event = { $metric }
row-open = { $metric }, no number
row-of = { $promise } · { $subject }
row-due = { $promise }, due { $due }
due-none = not dated
    .short = –
gap-late = +{ $time }
gap-early = −{ $time }
gap-not-yet = ≥+{ $time }
row-not-yet = Not yet: { $metric }
figure-of-period = { $quantity }, { $period }
none-reported = none reported
    .short = none
sources-differ = sources differ
reported-growth = { $growth } on the year before, as reported
list-separator = { ", " }
tally = { $count ->
    [one] { $count } promise: { $list }.
   *[other] { $count } promises: { $list }.
}
tally-apart = Beside them: { $list }.
tally-earlier = { $count } earlier { $count ->
    [one] statement
   *[other] statements
} of the same
tally-plan-figures = { $count } plan { $count ->
    [one] figure
   *[other] figures
} without a verdict
tally-forecasts = { $count ->
    [one] { $count } forecast
   *[other] { $count } forecasts
}
tally-part = { $count } { $status }
section-decided = Decided
section-open = Still open
section-unknown = Due, outcome unknown
section-earlier = Earlier statements of promises above
section-plan-figures = Plan figures without a verdict
section-forecasts = Forecasts: expected, not promised
filter-words = “{ $words }”
filter-found = { $found } of { $all }
filter-nothing = Nothing matches { $what }. Enter looks on the other pages, Esc shows { $count ->
    [one] the one row
   *[other] all { $count } rows
} again.
overview-more = { $count ->
    [one] One more promise: page 2
   *[other] { $count } more promises: page 2
}
overview-empty = Nothing had been promised yet on this day.


## The chart

chart-heading = { $subject}: { $metric }, { $unit }
    .short = { $metric }, { $unit }
chart-unit = { $scale } { $unit }
chart-heading-parts = { $subject }: { $metric } a month, { $unit }
    .short = { $metric } a month, { $unit }
chart-heading-within = { $subject }: { $metric } from January on, { $unit }; a line a year
    .short = { $metric } from January on, { $unit }
chart-heading-index = { $subject }: { $metric }, { $year } = 100
    .short = { $metric }, { $year } = 100
chart-log = { $title }, log scale
chart-log-dots = Log scale: dots, because a column starts at zero and this scale has none.
chart-log-left-out = What is not above zero has no place on a log scale.
chart-only-focused = Only one year has room here; the table has every year.
chart-needed = Needed: the months to come bring { $rho } times what a month brought so far, as { $years ->
    [one] one past year
   *[other] { $years } past years
} had it.
chart-needed-evenly = Needed: every month the same, since no past year teaches otherwise.
chart-alone = Only { $subject } has figures here.
chart-more = { $count ->
    [one] One more has figures
   *[other] { $count } more have figures
}
chart-heading-index-each = { $metric }, the first full year of each = 100
chart-more-below = { $count ->
    [one] one more below
   *[other] { $count } more below
}
index-name = { $subject }, { $year } = 100
readout-silent = nothing of { $list }
readout-others = { $count ->
    [one] one other
   *[other] { $count } others
}
legend-month = a month
legend-average = average of several months
    .short = average
legend-level = at least so much by then
    .short = at least
legend-needed = needed for { $promise } in { $year }
    .short = needed
readout-a-month = { $value } a month
readout-index = { $value }, where { $year } is 100
readout-none = nothing reported up to then
readout-needed = { $year } needs { $value } by then
none-of-parts = { $subject }: no part of a year was reported on its own, so no month can be held against another · { $metric }
none-within = { $subject }: no figure runs from January to a month before December, so no year can be followed · { $metric }
none-for-index = { $subject }: no full year has a number that others could be held against · { $metric }
legend-made = reported
    .short = made
legend-part = part of a year
    .short = part
legend-promised = promised
    .short = prom.
legend-pace = pace it needs
    .short = pace
legend-rest = rest of the year, our estimate
    .short = estimate
legend-projected = projected by us
    .short = projected
legend-rival = another source
    .short = other
chart-differs = * counted differently than { $year }
readout-missing = { $period }: nothing reported · { $metric }
readout-rival = { $source } says { $value }
readout-pace-ahead = { $gap } ahead of the pace ({ $expected })
readout-pace-behind = { $gap } behind the pace ({ $expected })
readout-pace-on = exactly on the pace ({ $expected })
readout-pace-alone = the pace needs { $expected }
readout-promised = promised { $value }
records-title = { $when }: { $count ->
    [one] one record
   *[other] { $count } records
}


## Output

output-empty = Nothing had been reported yet on this day.
output-none = { $subject }: nothing reported yet · { $metric }
output-parts = { $subject }: { $quantity } in { $period }, which is { $average } a month. { $metric }.
output-month = { $subject }: { $quantity } in { $period }. { $metric }.
output-within = { $subject }: { $quantity } in { $period }. { $metric }.
output-within-needed = { $subject }: { $quantity } in { $period }; { $promise } for the year needed { $needed } by then. { $metric }.
output-index = { $subject }: { $year } is { $index }, where { $base } is 100. { $metric }.
output-one-of-several = { $subject } { $quantity } ({ $period })
output-several = { $metric }: { $list }{ $more ->
    [0] .
    [one] {" "}and one more.
   *[other] {" "}and { $more } more.
}
output-latest = { $subject }: { $quantity } in { $period }. { $metric }, { $count ->
    [one] one figure
   *[other] { $count } figures
} in all.


## Plants

plants-tally = { $count ->
    [one] { $count } plant or project: { $list }.
   *[other] { $count } plants and projects: { $list }.
}
plants-empty = No plant was known of yet on this day.
place-degrees = { $north }° N, { $east }° E


## Investments

investments-latest = { $subject }: { $quantity } in { $period }. { $metric }.
investments-contested = { $subject }: { $quantity } in { $period } by one source, { $other } by another. Both are kept.
investments-empty = No money had been reported yet on this day.
investments-calls = Called for
investments-projects = What projects were to cost, and what is reported
split-first = the first share, { $percent }
split-second = the second share, { $percent }
split-scope = Counts { $subject }, a scope of its own: never on one axis with the columns above.


## Timeline

lane-said = said
lane-due = due
lane-happened = happened
timeline-sentence = { $said ->
    [one] One statement
   *[other] { $said } statements
} and { $happened ->
    [one] one report
   *[other] { $happened } reports
} from { $first } to { $last }, in chronological order.


## Evidence

evidence-sentence = { $sources } { $count ->
    [one] source carries
   *[other] sources carry
} { $figures } figures and statements.
evidence-empty = Nothing had been published yet on this day.
evidence-says = Promises
evidence-reports = Reports


## Why

why-verdict = verdict
why-promised = promised
why-due = due
why-said = said
why-spoken = in other words
why-reported = reported
why-period = period
why-subject = of
why-counts = counts
why-growth = growth
why-known = known since
why-quality = quality
why-operator = operator
why-partners = partners
why-makes = makes
why-method = method
why-place = place
why-all-steps = all { $count ->
    [one] { $count } step
   *[other] { $count } steps
} of the calculation
why-steps = How it was judged
why-readings = It can be read in more than one way
why-badges = Marks
why-restated = Said before and after
why-others = Other sources
why-sources = Sources

step-threshold = Promised { $said }: to be reached, { $theta }.
step-threshold-strict = Promised { $said }: more than { $theta } is needed.
step-threshold-strict-less = Promised { $said }: less than { $theta } is needed.
step-threshold-less = Promised { $said }: at most { $theta } is needed.
step-compared-yes-less = { $value } is certainly no more than { $theta }.
step-compared-no-less = { $value } is certainly above { $theta }.
step-compared-open-less = { $value } may or may not be above { $theta }.
step-window = Due from { $first } to { $last }; known on { $known }.
step-used = { $period }: { $value }, so { $bounds } ({ $sources }).
step-used-exactly = { $period }: { $value } ({ $sources }).
step-so-far = { $period }: { $value } so far, so the whole is { $bounds }.
step-differs = { $period }: { $value } by another account ({ $sources }).
step-compared-yes = { $value } certainly reaches { $theta }.
step-compared-no = { $value } certainly falls short of { $theta }.
step-compared-not-passed = { $value } is not more than { $theta }.
step-compared-not-passed-less = { $value } is not less than { $theta }.
step-compared-open = { $value } may or may not reach { $theta }.
step-later = { $period }: { $value } reached it, { $years ->
    [one] one year
   *[other] { $years } years
} late.
step-earlier = { $period }: { $value } had reached it { $years ->
    [one] one year
   *[other] { $years } years
} early.
step-attainment = { $dividend } ÷ { $divisor } = { $ratio }, which is { $percent }.
step-gap = { $actual } − { $target } = { $gap }.
step-gap-bounds = { $actual } − { $target } = { $gap }; by its bounds { $bounds }.
step-happened = It happened between { $first } and { $last }: { $days } from the end of the promised window.
step-not-yet = On { $day } it had not happened.
step-silence = The outcome was not reported, { $days ->
    [one] one day
   *[other] { $days } days
} after the window.
bounds-between = { $lo } to { $hi }
bounds-above = more than { $lo }
bounds-at-least = { $lo } or more
bounds-at-most = { $hi } or less
bounds-none = any number


## The lines around a page

chrome-record-end = record ends { $day }
chrome-known = known { $day }
too-small = Needs 40 × 12 cells


## Keys, and what becomes of them

key-open = open a page by its number
    .short = pages
key-turn = next page, previous page
    .short = pages
key-choose = choose a row
    .short = choose
key-scroll = scroll the text over the page
    .short = scroll
key-screenful = as many rows as are seen
    .short = screenful
key-ends = first row, last row; of the crosshair: first point, last point
    .short = ends
key-read = read the chart point by point
    .short = chart
key-mode = what stands side by side: years, parts of years, the months of a year, the index
    .short = mode
key-subjects = one subject, all in one picture, or each in its own
    .short = subjects
key-log = log scale for lines and dots
    .short = log
key-zoom = fewer years around the crosshair, more years
    .short = zoom
key-figures = pictures as tables, or drawn
    .short = as a table
key-enlarge = one panel on the whole page, then the next
    .short = enlarge
key-filter = show only the rows that contain what is typed
    .short = find
key-status-filter = show only the rows of the next verdict, then all
    .short = by verdict
key-sort = sort the rows by the next column, then as in the file
    .short = sort
key-turn-order = turn the order of the rows round
    .short = turn round
key-pick = in the palette: go there, or do it
    .short = go
key-accept = while typing: done
    .short = done
key-type-choose = while typing: choose among what was found
    .short = choose
key-caret = while typing: move in the text
    .short = move
key-erase = while typing: erase a sign, the next one, a word, everything
    .short = erase
key-detail = scroll the text below the rows
    .short = scroll below
key-why = say why: of the point or the row
    .short = why
key-onward = in a sheet: choose a source or a record that it names
    .short = choose
key-go-on = in a sheet: go on to what is chosen
    .short = go on
key-history = back to what was shown before, and forward again
    .short = before, after
key-back = one step back
    .short = back
key-travel = travel in time: the day before or after on which something was said or published
    .short = time
key-travel-years = travel in time by years
    .short = by years
key-now = back to now
    .short = now
key-subject = show the next series: another place or count
    .short = next series
key-projections = pace and projections on or off
    .short = projections
key-checks = sources or checks
    .short = checks
key-language = next language: English, Russian, Kazakh
    .short = language
key-theme = next theme
    .short = theme
key-mouse = leave the mouse to the terminal, or take it back
    .short = mouse
key-copy = copy this view as a command that prints it
    .short = copy
key-cite = copy the citation of the figure or source
    .short = cite
key-copy-row = copy the row, with tabs for a spreadsheet
    .short = copy row
key-address = show the address as a link, then the next one
    .short = address
key-write = write this view to a file
    .short = write
key-write-text = write the view as text, when asked how
    .short = text
key-write-svg = write the view as an SVG picture, when asked how
    .short = SVG
key-write-html = write the view as an HTML page, when asked how
    .short = HTML
key-palette = open the palette: go to or do anything
    .short = palette
key-reload = read the file again
    .short = reload
key-help = show the keys and what the marks mean
    .short = help
key-suspend = stop for a while; fg in the shell continues
    .short = stop
key-quit = quit
    .short = quit
notice-copied = Copied: { $what }
notice-sent = Sent to the clipboard (else { $key }): { $what }
notice-too-long = Too long to copy (else { $key }): { $what }
notice-no-clipboard = No clipboard here: { $key } writes a file
notice-written = Written: { $file }
notice-not-written = Not written: { $why }
taken-view = this view as a command
taken-citation = the citation
taken-row = the row
notice-reloaded = The file was read again
notice-unchanged = The file was read again: nothing has changed
notice-bundled = This record is part of planfact: there is no file to read again
notice-broken = Not taken: { $first } · { $count ->
    [one] one problem
   *[other] { $count } problems
}: planfact check { $file }
notice-unreadable = Not read again: { $why }
notice-not-here = That does nothing here
notice-wide-signs = This terminal draws signs such as ─ two columns wide; straight columns: planfact --glyphs ascii
notice-mouse-on = Mouse: here
notice-mouse-off = Mouse: the terminal’s


## The palette, and what each command does by itself

palette-page = page
palette-source = source
palette-theme = theme
palette-language = language
palette-figure = figure
palette-known = known on { $day }
palette-day = day
palette-nothing = Nothing is called “{ $words }”. Fewer letters find more; Esc closes.
do-zoom-in = zoom in: fewer years around the crosshair
do-zoom-out = zoom out: more years
do-next-page = next page
do-previous-page = previous page
do-up = one row up
do-down = one row down
do-screenful-up = a screenful of rows up
do-screenful-down = a screenful of rows down
do-first = first row
do-last = last row
do-point-left = read the chart: one point to the left
do-point-right = read the chart: one point to the right
do-text-down = scroll the text below the rows down
do-text-up = scroll the text below the rows up
do-name-before = in a sheet: choose the name before
do-name-after = in a sheet: choose the next name
do-history-back = back to what was shown before
do-history-forward = forward again
do-day-before = travel in time: the day before on which something became known
do-day-after = travel in time: the next day on which something became known
do-year-before = travel in time: a year back
do-year-after = travel in time: a year forward
do-found-up = while typing: the one above
do-found-down = while typing: the one below
do-caret-left = while typing: one sign to the left
do-caret-right = while typing: one sign to the right
do-caret-start = while typing: to the start
do-caret-end = while typing: to the end
do-erase = while typing: erase the sign before
do-delete = while typing: erase the next sign
do-erase-word = while typing: erase a word
do-erase-all = while typing: erase everything before


## Help

help-title = Keys and marks
help-here = Here
help-everywhere = Everywhere
help-overlay = In a sheet over the page
help-elsewhere = On other pages, or at other times
help-typing = While something is typed or asked
help-signs = Signs on this page
sign-full-period = A full year as reported; the column ends at its value.
sign-part-year = Some months of a year, as far as reported.
sign-target-frame = The frame ends at the promised number; its empty part is what is missing.
sign-pace = Where the figure would have to be to arrive in time.
sign-other-source = What another source reports for the same time.
sign-calculated = Calculated, not reported.
sign-level = What was reported by then; more may have come since.
sign-not-reported = nothing reported
sign-counts-differently = counts something else than the promised figure
sign-lower-bound = open top: at least so much
sign-likely = between the bounds of “about”
sign-off-scale = a promise beyond the top of the chart
sign-bar-target = what was promised: 100%
sign-bar-passed = more than was promised
sign-bar-part = part of a year, or an estimate
sign-bar-open = at least so much; longer than the scale
sign-promised-span = when it was due
sign-happened-span = when it happened
sign-delay = the delay
help-verdicts = What the verdicts mean
help-marks = What the marks mean


## Amounts. $number is worded; $unit follows it in sentences and may be empty.

said-plainly = { $number }
    .long = { $number } { $unit }
    .tight = { $number }
said-about = ~{ $number }
    .long = about { $number } { $unit }
    .tight = ~{ $number }
said-nearly = nearly { $number }
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
    .for = for { $year }
    .of = { $year }
    .within = within { $year }
period-half = H{ $half } { $year }
    .long = { half-name } { $year }
    .tight = H{ $half } ’{ $yy }
    .in = in { half-name } { $year }
    .by = by { half-name } { $year }
    .for = for { half-name } { $year }
    .of = { half-name } { $year }
half-name = the { $half ->
    [1] first
   *[2] second
} half of
period-quarter = Q{ $quarter } { $year }
    .long = { quarter-name } { $year }
    .tight = Q{ $quarter } ’{ $yy }
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
    .tight = { $month-short } ’{ $yy }
    .in = in { $month } { $year }
    .by = by { $month } { $year }
    .for = for { $month } { $year }
    .of = { $month } { $year }
    .within = within { $month } { $year }
period-months = { $first-short }–{ $last-short } { $year }
    .long = { $first }–{ $last } { $year }
    .tight = { $first-short }–{ $last-short } ’{ $yy }
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
    .tight = { $day } { $month-short-of } ’{ $yy }
    .in = on { $day } { $month-of } { $year }
    .by = by { $day } { $month-of } { $year }
    .for = for { $day } { $month-of } { $year }
    .of = { $day } { $month-of } { $year }
    .bare = { $day } { $month-of }
    .bare-short = { $day } { $month-short-of }
    .bare-tight = { $day } { $month-short-of }
period-days = { $first }–{ $last }
    .long = { $first } to { $last }
    .tight = { $first }–{ $last }
    .in = from { $first } to { $last }
    .by = by { $last }
    .for = for { $first } to { $last }
    .of = { $first } to { $last }
    .within = between { $first } and { $last }
period-days-of-year = { $first-bare }–{ $last }
    .long = { $first-bare } to { $last }
    .tight = { $first-bare }–{ $last }
    .in = from { $first-bare } to { $last }
    .by = by { $last }
    .for = for { $first-bare } to { $last }
    .of = { $first-bare } to { $last }
    .within = between { $first-bare } and { $last }
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
    .short = early
    .means = Reached before the time that was promised.
    .by = met { $delay } early
status-met = met
    .short = met
    .means = Reached in the time that was promised.
status-met-late = met late
    .short = late
    .means = Missed in its time, reached later.
    .years = met { $delay } late
    .by = met late by { $delay }
status-missed = missed
    .short = missed
    .means = The time is over, and what was reported is certainly less than was promised.
status-on-track = on track
    .short = on track
    .means = Still open, and growing fast enough to get there.
status-behind = behind
    .short = behind
    .means = Still open, and growing more slowly than it would have to.
status-at-risk = at risk
    .short = at risk
    .means = Still open, and out of reach or nearly so at the present pace. This is arithmetic, not a guess at intentions.
status-not-yet-due = not yet due
    .short = not due
    .means = Still open, and too early to tell.
status-awaiting-data = awaiting data
    .short = awaiting
    .means = The time ended less than 90 days ago, and the figure is not out yet.
status-no-data = no data
    .short = no data
    .means = The time is over, and nobody has reported the figure. Silence is never counted as a miss.
status-undetermined = undetermined
    .short = unclear
    .means = The reported figures are too rough: they allow two answers.
    .between = { $one } or { $other }
status-contested = contested
    .short = contested
    .means = Sources disagree, and the answer depends on which of them is right.
status-unquantified = no number
    .short = no number
    .means = Promised without a number that could be checked.
status-not-dated = not dated
    .short = not dated
    .means = Promised without a date, and not reached so far.
status-not-judged = not judged
    .short = not judged
    .means = Only the difference from the plan is shown: nobody promised to reach it.
status-not-said = not said yet
    .short = not said
    .means = On this day nobody had promised it yet.

badge-est = estimated
    .mark = est.
    .means = Rests on part of a year, carried forward to the whole.
badge-sources-differ = sources differ
    .mark = ≠
    .means = Sources give different figures; the answer is the same under each.
badge-about = hangs on “about”
    .mark = ≈
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
target-plan = plan
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
result-so-far = { $when } it had come to { $value }
result-state = { $when } it was { $value }
result-dated = { $made } { $when }

outcome = { $result }: { $verdict }.
    .alone = { $verdict }.
outcome-share = { $share } of the { $kind ->
    [forecast] forecast
   *[promise] promise
}
outcome-missed = { $kind ->
    [forecast] the forecast did not come true
   *[promise] the promise was missed
}
outcome-met = { $kind ->
    [forecast] the forecast came true
   *[promise] the promise was met
}
    .early = { $kind ->
        [forecast] the forecast came true
       *[promise] the promise was met
    } { $delay } early
    .late = { $kind ->
        [forecast] the forecast came true
       *[promise] the promise was met
    } { $delay } late
outcome-latest = the latest figure is { $value } ({ $period }).
    .part = the latest figure is { $value } ({ $period }), about { $whole } a year at that pace.
outcome-on-track = That is on track.
    .trend-short = That is on track: ahead of the pace it needs, though the trend of the latest figures alone would not be enough.
outcome-behind = That is behind the pace it needs.
outcome-at-risk = At this pace it will not be reached.
outcome-not-yet-due = It is too early to tell.
outcome-awaiting-data = The time is up; the figure is not out yet.
outcome-no-data = The time is up, and what came of it has not been reported.
outcome-not-judged = Only the difference from the plan counts here.
outcome-not-dated = Nothing reported so far says that it was reached.
outcome-undetermined = The figures allow two answers: { $one } or { $other }.
outcome-contested = Sources disagree, and the answer depends on which of them is right.
outcome-not-said = On this day it had not been promised yet.

event-on-time = it happened { $when }: on time.
    .undated = it happened { $when }.
event-early = it happened { $when }, { $delay } early.
event-late = it happened { $when }, { $delay } late.
    .unmeasured = it happened { $when }, late.
event-undetermined = It happened { $when }, which leaves it open: { $one } or { $other }.
event-missed = It did not happen in its time.
event-no-data = Whether it happened has not been reported.
event-not-dated = That it happened has not been reported.
event-not-yet-due = There is still time.
event-not-yet = { $when } it had not happened yet.


## The way to a promise

why-way = The way there
way-start = started from
way-need = needs
way-pace = pace
way-projection = projected by us
way-eta = by the trend
way-slip = moved
way-ambition = ambition
way-start-as-is = { $value } ({ $period })
way-start-year = { $value } for all of { $year }, estimated from { $period }
way-need-year = { $growth } a year
way-need-rest = { $growth } a year from the start, { $rest } a year from here
way-need-month = { $value } in each month left, { $times } the pace so far
way-need-sum = { $value } in each year left
way-times = { $times } as much
way-pace-ahead = R = { $ratio }: { $years } years ahead of the { $line } line, which stands at { $expected } in { $year }
way-pace-behind = R = { $ratio }: { $years } years behind the { $line } line, which stands at { $expected } in { $year }
way-projection-line = { $value } by the due date: arithmetic on { $points } figures, not a forecast
way-projection-band = { $value } by the due date, { $low } to { $high } in four cases out of five; reaching it is { $chance }
way-eta-never = not reached within 25 years
way-eta-year = reached in { $year }, in time
way-eta-late = reached in { $year }, { $years ->
    [one] one year
   *[other] { $years } years
} late
way-eta-early = reached in { $year }, { $years ->
    [one] one year
   *[other] { $years } years
} early
way-slip-rate = the deadline by { $days } days while { $elapsed } days passed: λ = { $rate }
way-slip-days = the deadline by { $days } days
way-ambition-times = { $times } what it started from
way-ambition-word = { $times } what it started from: { $word }
reach-within = within the recent pace
reach-stretch = a stretch
reach-hard = hard
reach-break = a break with the past
chance-likely = likely ({ $percent })
chance-even = about even ({ $percent })
chance-unlikely = unlikely ({ $percent })
line-geometric = geometric
line-linear = linear
bar-needed-month = needed a month
bar-recent-month = a month so far
bar-needed-year = needed a year
bar-recent-year = a year so far

step-baseline = It started from { $start }.
step-annualised = { $period }: { $so-far } × (1 + { $rho } × (12 − { $months }) ÷ { $months }) = { $value } for the year.
step-annual-band = With { $rho-band } in place of { $rho }: { $band }.
step-annual-band-bounds = With { $bounds } so far, and { $rho-band } in place of { $rho }: { $band }.
step-annual-band-learned = With { $rho-band } in place of { $rho }, by what { $pairs ->
    [one] one earlier year
   *[other] { $pairs } earlier years
} did: { $band }.
step-annual-band-learned-bounds = With { $bounds } so far, and { $rho-band } in place of { $rho }, by what { $pairs ->
    [one] one earlier year
   *[other] { $pairs } earlier years
} did: { $band }.
step-growth-geometric = ({ $target } ÷ { $base })^(1 ÷ { $years }) − 1 = { $growth } a year.
step-growth-linear = ({ $target } − { $base }) ÷ { $years } = { $growth } a year.
step-run-rate = ({ $target } − { $so-far }) ÷ (12 − { $months }) = { $needed } a month, { $times } the pace so far.
step-line-geometric = The geometric line from { $from } ({ $from-year }) to { $to } ({ $to-year }) stands in { $now-year } at { $from } × ({ $to } ÷ { $from })^({ $gone } ÷ { $years }) = { $expected }; it was { $now }.
step-line-linear = The straight line from { $from } ({ $from-year }) to { $to } ({ $to-year }) stands in { $now-year } at { $from } + ({ $to } − { $from }) × { $gone } ÷ { $years } = { $expected }; it was { $now }.
step-ratio-geometric = R = ln({ $now } ÷ { $from }) ÷ ln({ $to } ÷ { $from }) × { $years } ÷ { $gone } = { $ratio }; { $variance } years against the line.
step-ratio-linear = R = ({ $now } − { $from }) ÷ ({ $to } − { $from }) × { $years } ÷ { $gone } = { $ratio }; { $variance } years against the line.
step-ratio-bounds = By those ends of its start that are not there yet, R is { $ratio }; { $variance } years against the line.
step-projected-log = The trend of { $points } figures is { $drift } a year in logarithms. Damped, the years ahead ({ $horizon }) are { $factor } × (1 − { $damping }^{ $horizon }) = { $damped }: { $from } × e^({ $drift } × { $damped }) = { $value }.
step-projected-linear = The trend of { $points } figures is { $drift } a year. Damped, the years ahead ({ $horizon }) are { $factor } × (1 − { $damping }^{ $horizon }) = { $damped }: { $from } + { $drift } × { $damped } = { $value }.
step-projected-logit = The trend of { $points } figures is { $drift } a year in logits. Damped, the years ahead ({ $horizon }) are { $factor } × (1 − { $damping }^{ $horizon }) = { $damped }: { $whole } ÷ (1 + ({ $whole } ÷ { $from } − 1) × e^({ $against } × { $damped })) = { $value }.
step-year-meant = “{ $year }” means { $period }: all that is known of the series is for such years.
step-base = In { $period } it was { $value }; { $change } on it: { $equations }.
step-base-revised = When it was said, that figure was { $before }; it was revised on { $day }.
step-base-unknown = The figure of the base period, { $period }, is not known: base unknown.
step-moved = Said again later: moved to { $due }.
step-sum = { $parts } = { $sum }.
step-range-yes = { $value } lies between { $floor } and { $cap }.
step-range-no = { $value } lies outside { $floor } to { $cap }.
step-range-open = { $value } may lie within { $floor } to { $cap }.
step-ceiling = { $used } ÷ { $ceiling } = { $share } of it used after { $elapsed } of the time: R = { $elapsed } ÷ { $share } = { $ratio }.
step-carried-geometric = From { $from } ({ $from-year }) to { $to } ({ $to-year }), carried on at this pace to { $due }: { $to } × ({ $to } ÷ { $from })^({ $ahead } ÷ { $span }) = { $value }.
step-carried-linear = From { $from } ({ $from-year }) to { $to } ({ $to-year }), carried on at this pace to { $due }: { $to } + ({ $to } − { $from }) × { $ahead } ÷ { $span } = { $value }.
step-cut = A share goes no farther than { $end }.
step-at-due = Attainment by the due date: { $dividend } ÷ { $divisor } = { $ratio }.
open-newest-decides = What was known at the statement satisfies the promise already, so the newest figure decides.
open-below-zero = The newest figure is not above zero.
open-held = Every figure from the statement on counts.
open-range = The newest figure counts: inside the range or outside.
step-crosses = The trend reaches it in { $year }.
step-crosses-never = The trend does not reach it within 25 years.
step-slipped = Said again: { $slip }.
open-nothing-since = Nothing newer than its start is known: not yet due.
open-too-early = Less than a tenth of the way is gone: not yet due.
open-out-of-reach = Even the high end of the year’s estimate falls short: at risk.
open-out-of-reach-less = Even the low end of the year’s estimate is too much: at risk.
open-cannot-be-unmade = The year is above it already, and that cannot be unmade: at risk.
open-bands = The worse of two bands decides: R = { $ratio } (on track from 0.95, behind from 0.60) and attainment by the due date = { $projected } (on track from 1.00, behind from 0.90).
open-bands-none = There is no number to judge the pace by: it counts as on track.
open-bands-pace = R = { $ratio } decides: on track from 0.95, behind from 0.60, else at risk.
open-bands-projected = Attainment by the due date = { $projected } decides: on track from 1.00, behind from 0.90, else at risk.
trend-said = said
trend-due = promised for

## What a step in time changed

changed-new = ‹ new
changed-was = ‹ was { $status }
chrome-changed = { $count ->
    [0] no verdict changed
    [one] one verdict changed
   *[other] { $count } verdicts changed
}


## Checks

checks-tally = { $count ->
    [one] One check
   *[other] { $count } checks
} of whether the figures fit together: { $list }.
head-check = Check
head-about = About
head-computed = Follows
    .short = Follows
head-expected = Held against
    .short = Against
check-outcome = outcome
check-figures = The figures
check-nothing = no figures to check it on
check-line = { $outcome } ({ $rule }): { $about }: { $computed } against { $expected }
check-line-bare = { $outcome } ({ $rule }): { $about }
check-contradiction = Cannot all be true
    .short = contradictory
check-warn = Doubtful
    .short = doubtful
check-ok = Fits
    .short = fit
check-not-computable = Nothing to check
    .short = without figures
rule-base = base of growth
    .means = A figure and the growth reported with it imply the figure of a year before. That has to agree with what was reported for then, and with what others imply.
rule-unit-price = unit price
    .means = The growth of the value against the growth of the number implies how the price of one moved. From −25% to +50% is plausible; outside of that the growth is probably read wrongly.
rule-monotone = year to date
    .means = What was made by one month can be no less by a later one, nor by the end of the year.
rule-sum = sum of parts
    .means = The parts add up to the whole, but for rounding.
rule-share = share
    .means = A share of the whole is the part; a part is no more than the whole.
rule-capacity = capacity
    .means = A plant makes no more than it can; past 110% of its capacity one of the numbers is doubtful.
rule-points = points or per cent
    .means = A change of a share is told in percentage points. The same change in per cent of the share before is another number.
rule-unit-slip = slip of the unit
    .means = Reports of one figure that are a thousand times apart: a million for a billion.
rule-order = order
    .means = An order told without numbers, more than the year before, bounds what is not known.
rule-time = time
    .means = A figure is published after its period, and a promise is due after it is made.
rule-tiling = parts of a period
    .means = Months and quarters that cover a period add up to the figure reported for the whole of it.
rule-sources = sources
    .means = Reports of one figure that cannot all be right. All are kept.


## The talk

scene-source-reported = Reported: { $list }
scene-source-promised = Promised: { $list }
scene-source-whole = Counted over the whole record: page 7, Evidence
    .short = The whole record, page 7
scene-source-more = { $list } and { $count } more
scene-planned = planned, { $when }
scene-reported = reported, { $when }
show-count = { $number } / { $count }
show-scenes-title = Scenes
show-keys-title = Keys of the talk
show-next = all of the scene at once, then the next scene; a click too
    .short = next
show-back = the scene before; a right click too
    .short = back
show-ends = first scene, last scene
show-number-of-scene = the number of a scene, then Enter
show-enter = leave for the dashboard on this scene's page; Esc comes back
show-escape = one step back
show-scenes = list of scenes
    .short = scenes
show-choose = choose a scene of the list, Enter shows it
show-blank = blank screen
    .short = blank
show-figure = the number in large type
show-next-point = light the next point and dim the rest; the one before
show-replay = reveal the scene again
show-freeze = keep what the room sees, whatever else you do
    .short = freeze
show-run = turn scenes by their seconds, or stop
show-clock = count the time of the talk from now on
show-echo = show the keys that are pressed
show-keys = these keys
key-present = present: the talk, scene by scene
    .short = present
show-took = took
show-planned = planned
show-in-all = in all

## The speaker's notes

notes-waiting = Waiting for a talk
    .short = No talk yet
notes-how = It begins in another terminal with: planfact present --notes
notes-gone = The talk is gone: these are its last notes. As soon as it is back, so are they
    .short = The talk is gone: its last notes
notes-stranger = What answers here is no talk of this version of planfact
    .short = No talk of this version
notes-none-on = No talk with notes is on: planfact present --notes begins one.
notes-plain = Speaker's notes. Type the name of a key and Enter; Enter alone says the time; ? says the keys, q ends the notes.
notes-no-key = { $written } is no key: ? says which there are.
notes-of = of { $planned }
notes-on-time = on time
notes-ahead = { $time } ahead
notes-behind = { $time } behind
notes-scene = this scene { $elapsed } of { $planned }
    .short = { $elapsed } of { $planned }
notes-next = Next
notes-last = This is the last scene
notes-none = No notes to this scene
notes-blank = blank screen
notes-usual = the scene is shown again
notes-scenes = list of scenes: { $number } { $title }
notes-keys = the keys are shown
notes-dashboard = the dashboard is shown: Esc back to the scene
notes-typed = scene { $number }? Enter
notes-frozen = frozen on { $number } { $title }
notes-running = turns by itself
notes-appearing = { $done } of { $all } shown
notes-keys-title = Keys of the notes and of the talk
notes-scroll = scroll the notes
    .short = scroll
notes-help = these keys
    .short = keys
notes-suspend = stop the notes for a while; fg in the shell continues
notes-quit = end the notes; the talk goes on
    .short = close


## The conversation of --plain

plain-welcome = Type a number and Enter. An empty line says the choices again, 0 leads back, /words leaves the rows that contain them.
plain-rows = Choose a row: { $count }
plain-more = Why, of the chosen row
plain-chart = The picture point by point: { $count }
plain-pages = Another page
plain-days = Another day
plain-languages = Another language
plain-marks = What the verdicts and the marks mean
plain-quit = Quit
plain-back = Back
plain-more-rows = { $count ->
    [0] These were the last.
    [one] One more: an empty line.
   *[other] { $count } more: an empty line.
}
plain-day-before = The day before on which something became known; or type a day, such as 2018-09-30
plain-day-after = The day after
plain-year-before = The end of the year before
plain-year-after = The end of the year after
plain-now = Now
plain-no-choice = There is no choice { $written }.
plain-actions = What else can be done with this page: { $count }
plain-cite = Say the citation of the figure or source
plain-row = Say the row with all that the screen shows of it
plain-command = Say the command that prints this view
plain-write-text = Write the view to a file, as text
plain-write-svg = Write the view to a file, as an SVG picture
plain-write-html = Write the view to a file, as an HTML page
plain-done = Done.
plain-years = In sight: { $first } to { $last }.
plain-sorted = Rows sorted by: { $column }, { $run }.
plain-rising = rising
plain-falling = falling
plain-unsorted = Rows in the order of the file.
plain-nothing = Nothing matches { $what }. A slash alone shows { $count ->
    [one] the one row
   *[other] all { $count } rows
} again.
plain-no-day = There is no day { $written }: write year, month and day with hyphens, such as 2018-09-30.
heard-thousand = { $count ->
   *[other] thousand
}
heard-million = { $count ->
   *[other] million
}
heard-billion = { $count ->
   *[other] billion
}
heard-trillion = { $count ->
   *[other] trillion
}
plain-unknown = nothing known
plain-minus = minus { $number }

## The hand-out of a talk

handout-known = As known on { $day }
handout-contents = Contents
handout-reported = Reported
handout-promised = Promised
handout-whole = Counted over the whole record
handout-notes = Notes
handout-sources = Sources
handout-empty = Nothing has been said or reported yet.

## Spreadsheets: what was understood

import-file = text file: encoding { $encoding }, fields separated by { $delimiter }
import-table = table { $range }, header in row { $rows }
import-sheet-table = sheet “{ $sheet }”, table { $range }, header in row { $rows }
import-role = { $role }: column { $column }
import-derived = left out: column { $column } (= { $formula } in all { $rows } rows)
import-left-out = left out: column { $column }
import-total = left out: row { $row } “{ $label }” (the sum of the rows above in { $columns } columns)
import-decimal-point = numbers: decimal point
import-decimal-comma = numbers: decimal comma
import-missing = cells without a figure: { $count } ({ $marks })
import-metric-assumed = assumed: the metric is “{ $metric }”
import-subject-assumed = assumed: the subject is “{ $subject }”
import-units = units: { $units }
import-said = assumed: the plan was stated on { $day }, the day before the first period
import-published = assumed: figures were published on the last day of their period
import-records = records: planned { $plans }, reported { $facts }; metrics { $metrics }, subjects { $subjects }
import-written = written: { $file }

## Spreadsheets: why one is refused, and what to do

import-empty = there is nothing in the file
import-binary = is neither a spreadsheet nor a text file: save it as CSV or XLSX
import-encoding = cannot be read in the encoding { $encoding }: name another, such as --encoding windows-1251
import-encrypted = is encrypted: save it without a password
import-swells = unpacks to more than planfact reads: save only the sheet with the table
import-workbook = the workbook cannot be read ({ $error }): open it in a spreadsheet program and save it again
import-sheet = there is no sheet { $sheet }; there are: { $sheets }
import-sheets = several sheets have a table ({ $sheets }): choose one, such as --sheet "{ $first }"
import-no-table = no table found, with headers above rows of figures: name the row of the headers, such as --header 4
import-no-columns = no column of figures is known as plan or fact; the headers are: { $columns }. Say which is which, such as --map plan=B --map fact=C
import-map = there is no column { $column }; the headers are: { $columns }
import-no-figures = there are headers but no figures
import-kind = column { $column } does not say whether its figures are plan or fact: add --map plan={ $column } or --map fact={ $column }
import-year = cell { $cell } has a period without a year: add the year, such as --year 2024
import-no-period = cell { $cell } has no period: add it, such as --period 2024
import-period = cell { $cell }: “{ $found }” is not a period: write 2024, Q1 2024, January 2024 or 2024-01-31
import-fiscal = cell { $cell } is in a financial year: say in which month it begins, such as --fiscal 04
import-days = cell { $cell } is dated to the day: add --by month --rows sum, or --stock "{ $metric }" for a level on a day
import-dates = cell { $cell }: “{ $found }” could have the day or the month first: add --dates dmy or --dates mdy
import-mixed-dates = cell { $cell }: “{ $found }” does not fit one order of day and month in its column: write the dates in one order
import-formula = cell { $cell } has a formula without a stored result, or an error: open the file in a spreadsheet program and save it again
import-text = cell { $cell }: “{ $found }” stands where a number belongs: correct it, or add --missing "{ $found }" if it stands for no figure
import-mixed-marks = decimal points and decimal commas are mixed, as “{ $found }” in cell { $cell } shows: write all alike, or add --decimal
import-decimal = cell { $cell }: “{ $found }” could have a decimal or a thousands separator: add --decimal comma or --decimal point
import-contradiction = rows { $first } and { $second } contradict each other for { $period }: { $one } and { $other }. Correct one of them, name a column that tells them apart (--map subject=COLUMN), or add --rows sum or --rows last
