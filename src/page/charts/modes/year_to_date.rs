//! Year-to-date mode: cumulative from January on, one line a year with part-years, and the path the target requires.
//!
//! Between two reports a line is level: output cannot be unmade, and nobody reports when the rest was made.

use crate::compare::progress::part_year;
use crate::compare::progress::types::RemainingPace;
use crate::compare::series::figure::Figure;
use crate::compare::series::quantity::Quantity;
use crate::dataset::format::period::{Month, Period, Span};
use crate::dataset::records::index::SeriesKey;
use crate::dataset::records::{Id, Target};
use crate::page::charts::bars::{drawn_height, value_bar};
use crate::page::charts::labels::{self, UsualCoverage};
use crate::page::charts::readout;
use crate::page::charts::scale::ChartScale;
use crate::page::charts::series_chart::{ReportedSeries, SeriesChart, SeriesRecord};
use crate::page::charts::year_slots::{Slot, YearSlots};
use crate::page::context::Context;
use crate::page::i18n::message_runs::{self, RunArg};
use crate::page::i18n::{Arg, TextForm};
use crate::page::model::{
    Chart, ChartColumn, ChartLine, ChartMark, ChartProjections, DataPoint, Dot, DotSymbol, Label, LineJoin, RecordRef,
    Role, TextRun, Visibility, VisibleYears, YearRange,
};

use chrono::Months;

/// The reports of one year.
struct CumulativeYear<'a> {
    number: i32,
    /// Months from January, and the figure for them.
    sums: Vec<(u32, &'a Figure)>,
}

/// The path that a target requires within its year.
struct RequiredPath {
    target: Id<Target>,
    year: i32,
    total: Quantity,
    /// The pace of the remaining months over the pace so far, learned from past years.
    rho: RemainingPace,
}

impl RequiredPath {
    /// The value required after so many months.
    fn by(&self, months: u32) -> f64 {
        part_year::required_year_to_date(self.total.nominal, months, self.rho.mid)
    }
}

/// A series with the path its target requires.
struct CumulativeSeries {
    reported: ReportedSeries,
    needed: Option<RequiredPath>,
}

/// The visible years of a series.
struct DrawnYears<'a> {
    years: Vec<CumulativeYear<'a>>,
    /// The year in the foreground.
    focus: i32,
    needed: Option<&'a RequiredPath>,
}

/// The years of these series on one scale. Series without part-years are left out.
pub(in crate::page::charts) fn series_charts(
    ctx: &Context<'_>,
    all_series: &[SeriesKey],
    chosen: Option<Id<Target>>,
) -> Vec<SeriesChart> {
    let with_path = |reported: ReportedSeries| {
        let needed = reported.chosen.and_then(|id| needed(ctx, id, &reported));
        CumulativeSeries { reported, needed }
    };
    let all: Vec<CumulativeSeries> =
        ReportedSeries::flows(ctx, all_series, chosen).into_iter().map(with_path).collect();
    let of_year = |year: &CumulativeYear<'_>| YearRange::single(year.number);
    let Some(every) =
        all.iter().flat_map(|sums| years(&sums.reported)).map(|year| of_year(&year)).reduce(YearRange::union)
    else {
        return Vec::new();
    };
    let visible = ctx.query.chart_options.visible(every);
    let drawn = |sums: &'_ CumulativeSeries| {
        let years = years(&sums.reported);
        let inside = years.into_iter().filter(|year| visible.contains(year.number));
        inside
            .flat_map(|year| {
                year.sums.into_iter().map(|(_, figure)| drawn_height(figure.stated_value())).collect::<Vec<_>>()
            })
            .fold(0.0, f64::max)
    };
    let promised = all.iter().filter_map(|sums| sums.needed.as_ref()).filter(|needed| visible.contains(needed.year));
    let promised = promised.map(|needed| needed.total.nominal);
    let scale = ChartScale::up_to(all.iter().map(drawn).chain(promised).fold(0.0, f64::max));
    let years = VisibleYears { visible, all: every };
    all.iter().filter(|sums| drawn(sums) > 0.0).map(|sums| series_chart(ctx, sums, scale, years)).collect()
}

/// The required path of a flow of twelve months; none where projections are hidden.
fn needed(ctx: &Context<'_>, id: Id<Target>, reported: &ReportedSeries) -> Option<RequiredPath> {
    let total = ctx.verdict(id).promised?;
    let shown = ctx.query.projections == Visibility::Shown;
    let year = reported.slots.of_target(ctx, id).filter(|_| shown && total.nominal > 0.0)?;
    let rho = part_year::remaining_pace_before(reported.figures.clone(), reported.slots.season(), year);
    Some(RequiredPath { target: id, year, total, rho })
}

/// The years with a part-year from January on, each with its parts and the full year.
fn years(reported: &ReportedSeries) -> Vec<CumulativeYear<'_>> {
    let mut years: Vec<CumulativeYear<'_>> = Vec::new();
    for figure in &reported.figures {
        let Some(Slot { year: number, months, .. }) = reported.slots.of_figure(figure) else { continue };
        match years.iter_mut().find(|year| year.number == number) {
            Some(year) => year.sums.push((months, figure)),
            None => years.push(CumulativeYear { number, sums: vec![(months, figure)] }),
        }
    }
    years.retain(|year| year.sums.iter().any(|(months, _)| *months < 12));
    for year in &mut years {
        year.sums.sort_by_key(|(months, _)| *months);
    }
    years.sort_by_key(|year| year.number);
    years
}

fn series_chart(ctx: &Context<'_>, sums: &CumulativeSeries, scale: ChartScale, window: VisibleYears) -> SeriesChart {
    let usual = UsualCoverage::of(ctx, &sums.reported.figures);
    let visible: Vec<CumulativeYear<'_>> =
        years(&sums.reported).into_iter().filter(|year| window.visible.contains(year.number)).collect();
    let needed = sums.needed.as_ref().filter(|needed| window.visible.contains(needed.year));
    let focus = focus(ctx, &sums.reported, &visible, needed);
    let years_by_age = visible.iter().rev().enumerate();
    let line_of = |(age, year)| line(ctx, (year, age), focus, usual.as_ref(), scale);
    let mut lines: Vec<ChartLine> = years_by_age.map(line_of).collect();
    lines.reverse();
    lines.sort_by_key(|line| line.is_focused);
    if let Some(needed) = needed {
        lines.push(target_line(ctx, needed, scale));
    }
    let month = |months: u32| Some((months as usize - 1, needed?.by(months) / scale.unit));
    let projections = ChartProjections { pace: (1..=12).filter_map(month).collect(), estimates: Vec::new() };
    let drawn = DrawnYears { years: visible, focus, needed };
    let column_of = |months: u32| column(ctx, sums, &drawn, months);
    let (columns, entries): (Vec<ChartColumn>, Vec<Vec<SeriesRecord>>) = (1..=12).map(column_of).unzip();
    let differs = lines.iter().any(|line| line.dots.iter().any(|dot| dot.differs));
    let pace = needed.map(|needed| (ChartMark::Pace, legend_of(ctx, needed)));
    let chart = Chart {
        title: labels::title(ctx, sums.reported.series, scale, "chart-heading-within"),
        axis: labels::axis(ctx, scale),
        columns,
        lines,
        years: Some(window),
        legend: std::iter::once((ChartMark::Level, ctx.label("legend-level"))).chain(pace).collect(),
        projections,
        note: note(ctx, usual.as_ref().filter(|_| differs), needed),
        narrow_note: vec![TextRun::new(ctx.words.get("chart-only-focused"), Role::Caution)],
    };
    let sentence =
        drawn.years.iter().find(|year| year.number == focus).and_then(|year| sentence(ctx, sums, year, needed));
    SeriesChart {
        series: sums.reported.series,
        name: labels::subject(ctx, sums.reported.series),
        sentence,
        chart,
        entries,
    }
}

/// The note on coverage, and on how the required path was calculated.
fn note(ctx: &Context<'_>, usual: Option<&UsualCoverage>, needed: Option<&RequiredPath>) -> Vec<TextRun> {
    let mut note = UsualCoverage::note(usual, ctx);
    if let Some(RequiredPath { rho, .. }) = needed {
        let key = if rho.years == 0 { "chart-needed-evenly" } else { "chart-needed" };
        let args = [("rho", Arg::from(ctx.words.significant(rho.mid, 2))), ("years", Arg::from(rho.years))];
        labels::add_to_note(&mut note, &ctx.words.format(key, &args));
    }
    note
}

/// The year of the chosen record, else of the target, else the latest.
fn focus(
    ctx: &Context<'_>,
    reported: &ReportedSeries,
    years: &[CumulativeYear<'_>],
    needed: Option<&RequiredPath>,
) -> i32 {
    let chosen = match ctx.query.focus {
        Some(RecordRef::Actual(id)) => Some(reported.slots.column_of(ctx.dataset[id].period.end())),
        _ => None,
    };
    let known = |year: &i32| years.iter().any(|known| known.number == *year);
    let latest = years.last().map_or(0, |year| year.number);
    chosen.filter(known).or(needed.map(|needed| needed.year).filter(known)).unwrap_or(latest)
}

/// The latest part of the focused year against the required path; the year itself once it is known.
fn sentence(
    ctx: &Context<'_>,
    sums: &CumulativeSeries,
    year: &CumulativeYear<'_>,
    needed: Option<&RequiredPath>,
) -> Option<Vec<TextRun>> {
    let (months, figure) = year.sums.last()?;
    let metric = &ctx.dataset[sums.reported.series.0];
    let quantity =
        |value: &Quantity, role| RunArg::from(TextRun::new(ctx.words.quantity(value, metric, TextForm::Plain), role));
    let needed = needed.filter(|needed| needed.year == year.number && *months < 12);
    let by_then = needed.map(|needed| (Quantity::calculated(needed.by(*months)), needed.total));
    let mut args = vec![
        ("subject", labels::subject(ctx, sums.reported.series).into()),
        ("metric", ctx.text(&metric.name).into()),
        ("quantity", quantity(figure.stated_value(), Role::Actual)),
        ("period", ctx.words.period(&figure.period, TextForm::Plain).into()),
    ];
    let Some((value, total)) = by_then else { return Some(message_runs::format(ctx.words, "output-within", &args)) };
    args.push(("needed", quantity(&value, Role::Target)));
    args.push(("promise", quantity(&total, Role::Target)));
    Some(message_runs::format(ctx.words, "output-within-needed", &args))
}

fn line(
    ctx: &Context<'_>,
    (year, age): (&CumulativeYear<'_>, usize),
    focus: i32,
    usual: Option<&UsualCoverage>,
    scale: ChartScale,
) -> ChartLine {
    let is_focused = year.number == focus;
    let dot = |(months, figure): &(u32, &Figure)| {
        let bar = value_bar(figure.stated_value(), scale);
        let label = is_focused.then(|| Label::one(ctx.words.axis_label(figure.stated_value(), scale.unit)));
        Dot {
            is_open: bar.is_open,
            differs: UsualCoverage::differs(usual, ctx, figure),
            ..Dot::new(*months as usize - 1, bar.value, label.unwrap_or_default())
        }
    };
    let sign = DotSymbol::Year { digits: format!("{:02}", year.number.rem_euclid(100)), age };
    let line = ChartLine::new(sign, LineJoin::Stepped, year.sums.iter().map(dot).collect());
    ChartLine { is_focused, ..line }
}

/// The target at the end of the year.
fn target_line(ctx: &Context<'_>, needed: &RequiredPath, scale: ChartScale) -> ChartLine {
    let label = Label::one(ctx.words.axis_label(&needed.total, scale.unit));
    let dot = Dot::new(11, needed.total.nominal / scale.unit, label);
    ChartLine::new(DotSymbol::Target, LineJoin::Separate, vec![dot])
}

fn legend_of(ctx: &Context<'_>, needed: &RequiredPath) -> Label {
    let metric = &ctx.dataset[ctx.dataset[needed.target].metric];
    let args = |form| {
        let target = ctx.words.quantity(&needed.total, metric, form);
        [("promise", Arg::from(target)), ("year", Arg::from(needed.year.to_string()))]
    };
    let text = |key: &str, form| ctx.words.format(key, &args(form));
    Label::forms([text("legend-needed", TextForm::Plain), text("legend-needed.short", TextForm::Tight)])
}

/// A month: the figures of all years up to its end.
fn column<'a>(
    ctx: &Context<'_>,
    sums: &CumulativeSeries,
    drawn: &DrawnYears<'a>,
    months: u32,
) -> (ChartColumn, Vec<SeriesRecord>) {
    let metric = &ctx.dataset[sums.reported.series.0];
    let DrawnYears { years, focus, needed } = drawn;
    let of_month = |year: &CumulativeYear<'a>| {
        let sum = year.sums.iter().find(|(known, _)| *known == months);
        sum.map(|(_, figure)| (year.number, *figure))
    };
    let mut here: Vec<(i32, &Figure)> = years.iter().filter_map(of_month).collect();
    here.sort_by_key(|(year, _)| (year != focus, std::cmp::Reverse(*year)));
    let mut readout = vec![TextRun::new(month(ctx, &sums.reported.slots, months, TextForm::Plain), Role::Strong)];
    let mut entries: Vec<SeriesRecord> = Vec::new();
    for (year, figure) in &here {
        let value = ctx.words.quantity(figure.stated_value(), metric, TextForm::Plain);
        let source = figure.preferred().map_or("", |id| ctx.publisher(id));
        readout.extend(readout::after_gap(&format!("{year} "), Role::Muted));
        readout.push(TextRun::new(value, Role::Actual));
        readout.extend(readout::in_brackets(source));
        let expected = needed.filter(|needed| needed.year == *year).map(|needed| needed.by(months));
        let pace = readout::pace(ctx, sums.reported.series, Some(figure.stated_value()), expected);
        readout.extend(readout::after_gap(&pace, Role::Target));
        let mut records = SeriesRecord::of(ctx, sums.reported.series, figure, None);
        if let Some(first) = records.first_mut() {
            first.pace = pace;
        }
        entries.extend(records);
    }
    if here.is_empty() {
        readout.extend(readout::after_gap(&ctx.words.get("readout-none"), Role::Missing));
    }
    if let Some(needed) = needed.filter(|needed| here.iter().all(|(year, _)| *year != needed.year)) {
        let value = ctx.words.quantity(&Quantity::calculated(needed.by(months)), metric, TextForm::Plain);
        let args = [("value", Arg::from(value)), ("year", Arg::from(needed.year.to_string()))];
        readout.extend(readout::after_gap(&ctx.words.format("readout-needed", &args), Role::Target));
    }
    let keys = here.iter().flat_map(|(_, figure)| figure.claims.iter().map(|claim| RecordRef::Actual(claim.actual)));
    let keys = keys.chain(needed.map(|needed| RecordRef::Target(needed.target)));
    let data_point = DataPoint {
        label: Label::forms([month(ctx, &sums.reported.slots, months, TextForm::Plain), months.to_string()]),
        at: focus * 12 + i32::try_from(months).unwrap_or(1) - 1,
        readout,
        keys: keys.collect(),
        others: Vec::new(),
        is_focused: false,
    };
    (ChartColumn::empty(data_point), entries)
}

/// The name of the last of so many months of the season.
fn month(ctx: &Context<'_>, slots: &YearSlots, months: u32, form: TextForm) -> String {
    /// Any year: the name of a month contains none.
    const YEAR: i32 = 2000;
    let month = Month::of(slots.period(YEAR).start() + Months::new(months - 1));
    let period = Period { span: Span::Months(month, month), is_approximate: false };
    ctx.words.part_of_year(&period, form)
}
