//! Part-year mode: each report of less than a year in a column of its own, as a monthly average, so that five months
//! can be compared with eight. A single month is solid, an average half-tone.

use crate::compare::series::calendar::whole_months;
use crate::compare::series::figure::Figure;
use crate::compare::series::quantity::Quantity;
use crate::compare::series::season::Season;
use crate::dataset::format::period::Period;
use crate::dataset::records::index::SeriesKey;
use crate::dataset::records::{Id, Target};
use crate::page::charts::bars::{drawn_height, value_bar};
use crate::page::charts::labels::{self, UsualCoverage};
use crate::page::charts::scale::{self, ChartScale};
use crate::page::charts::series_chart::{ReportedSeries, SeriesChart, SeriesRecord};
use crate::page::charts::year_slots::Slot;
use crate::page::charts::{projections, readout};
use crate::page::context::Context;
use crate::page::i18n::message_runs::{self, RunArg};
use crate::page::i18n::{Arg, TextForm};
use crate::page::model::{
    Bar, Chart, ChartColumn, ChartMark, ChartProjections, DataPoint, Label, RecordRef, Role, TextRun, VisibleYears,
    YearRange,
};

use std::collections::BTreeSet;

use chrono::{Datelike, NaiveDate};

const DAYS_PER_MONTH: f64 = 365.25 / 12.0;

/// The days of a column, sorted by the last one.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct DaySpan {
    last: NaiveDate,
    first: NaiveDate,
    /// The year that contains them.
    year: i32,
}

/// The part-years of these series in shared columns on one scale. Series without any are left out.
pub(in crate::page::charts) fn series_charts(
    ctx: &Context<'_>,
    all_series: &[SeriesKey],
    chosen: Option<Id<Target>>,
) -> Vec<SeriesChart> {
    let all = ReportedSeries::flows(ctx, all_series, chosen);
    let every: BTreeSet<DaySpan> = all.iter().flat_map(part_years).map(|(days, _)| days).collect();
    let of_year = |days: &DaySpan| YearRange::single(days.year);
    let Some(years) = every.iter().map(of_year).reduce(YearRange::union) else { return Vec::new() };
    let visible = ctx.query.chart_options.visible(years);
    let slots: Vec<DaySpan> = every.into_iter().filter(|days| visible.contains(days.year)).collect();
    let is_visible = |days: &DaySpan| slots.binary_search(days).is_ok();
    let drawn = all.iter().flat_map(part_years).filter(|(days, _)| is_visible(days));
    let highest =
        drawn.map(|(_, figure)| drawn_height(&monthly_average(figure, figure.stated_value()))).fold(0.0, f64::max);
    let pace = slots.iter().filter_map(|days| projections::expected(ctx, chosen, f64::from(days.year)));
    let highest = pace.map(|year| year / 12.0).filter(|month| *month <= highest * 2.0).fold(highest, f64::max);
    let scale = ChartScale::up_to(highest);
    let with_any = all.iter().filter(|parts| part_years(parts).any(|(days, _)| is_visible(&days)));
    with_any.map(|parts| series_chart(ctx, parts, &slots, scale, VisibleYears { visible, all: years })).collect()
}

impl DaySpan {
    /// Of a part-year as reported; none for full years, sums and periods across two years.
    fn of(figure: &Figure, years: Season) -> Option<Self> {
        let year = years.year_of(figure.first, figure.last)?;
        let is_part = figure.pieces.is_empty() && !years.is_full(figure.first, figure.last);
        (is_part && figure.first < figure.last).then_some(Self { last: figure.last, first: figure.first, year })
    }
}

/// The part-years of a series with the days of each.
fn part_years(reported: &ReportedSeries) -> impl Iterator<Item = (DaySpan, &Figure)> {
    reported.figures.iter().filter_map(|figure| Some((DaySpan::of(figure, reported.slots.season())?, figure)))
}

/// The number of months, with a fraction for periods that are not whole months.
fn months(first: NaiveDate, last: NaiveDate) -> f64 {
    whole_months(first, last).map_or_else(|| ((last - first).num_days() + 1) as f64 / DAYS_PER_MONTH, f64::from)
}

fn monthly_average(figure: &Figure, value: &Quantity) -> Quantity {
    let months = months(figure.first, figure.last);
    if (months - 1.0).abs() < 1e-9 { *value } else { scale::scaled_by(value, 1.0 / months) }
}

fn series_chart(
    ctx: &Context<'_>,
    parts: &ReportedSeries,
    slots: &[DaySpan],
    scale: ChartScale,
    years: VisibleYears,
) -> SeriesChart {
    let usual = UsualCoverage::of(ctx, &parts.figures);
    let due = parts.chosen.and_then(|id| parts.slots.of_target(ctx, id));
    let column = |days: &DaySpan| {
        let figure = part_years(parts).find(|(of, _)| of == days).map(|(_, figure)| figure);
        let is_last = slots.iter().rev().find(|slot| slot.year == days.year) == Some(days);
        let mut column = column(ctx, parts, *days, figure, scale);
        column.0.differs = figure.is_some_and(|figure| UsualCoverage::differs(usual.as_ref(), ctx, figure));
        column.0.data_point.is_focused = is_last && due == Some(days.year);
        column
    };
    let (columns, entries): (Vec<ChartColumn>, Vec<Vec<SeriesRecord>>) = slots.iter().map(column).unzip();
    let monthly_pace = |(column, days): (usize, &DaySpan)| {
        Some((column, projections::expected(ctx, parts.chosen, f64::from(days.year))? / 12.0 / scale.unit))
    };
    let projections =
        ChartProjections { pace: slots.iter().enumerate().filter_map(monthly_pace).collect(), estimates: Vec::new() };
    let has_mark = |mark| columns.iter().any(|column| column.bar.is_some_and(|bar| bar.mark == mark));
    let legend = [
        (ChartMark::FullPeriod, "legend-month", has_mark(ChartMark::FullPeriod)),
        (ChartMark::PartYear, "legend-average", has_mark(ChartMark::PartYear)),
        (ChartMark::Pace, "legend-pace", !projections.pace.is_empty()),
        (ChartMark::OtherSource, "legend-rival", columns.iter().any(|column| !column.rivals.is_empty())),
    ];
    let differs = columns.iter().any(|column| column.differs);
    let chart = Chart {
        title: labels::title(ctx, parts.series, scale, "chart-heading-parts"),
        axis: labels::axis(ctx, scale),
        lines: Vec::new(),
        years: Some(years),
        legend: labels::legend_entries(ctx, legend).collect(),
        columns,
        projections,
        note: UsualCoverage::note(usual.as_ref().filter(|_| differs), ctx),
        narrow_note: Vec::new(),
    };
    let sentence = slots.iter().rev().find_map(|days| sentence(ctx, parts, *days));
    SeriesChart { series: parts.series, name: labels::subject(ctx, parts.series), sentence, chart, entries }
}

fn column(
    ctx: &Context<'_>,
    parts: &ReportedSeries,
    days: DaySpan,
    figure: Option<&Figure>,
    scale: ChartScale,
) -> (ChartColumn, Vec<SeriesRecord>) {
    let DaySpan { last, first, year } = days;
    let monthly = figure.map(|figure| monthly_average(figure, figure.stated_value()));
    let is_month = (months(first, last) - 1.0).abs() < 1e-9;
    let expected = projections::expected(ctx, parts.chosen, f64::from(year)).map(|year| year / 12.0);
    let pace = readout::pace(ctx, parts.series, monthly.as_ref(), expected);
    let bar = monthly.map(|value| Bar {
        mark: if is_month { ChartMark::FullPeriod } else { ChartMark::PartYear },
        ..value_bar(&value, scale)
    });
    let number = monthly.map_or_else(|| "?".to_owned(), |value| ctx.words.axis_label(&value, scale.unit));
    let average = monthly.filter(|_| !is_month).map(|value| a_month_in_words(ctx, parts.series, &value));
    let readout: Vec<TextRun> = match figure {
        Some(figure) => {
            let words = average.iter().chain([&pace]).flat_map(|text| readout::after_gap(text, Role::Target));
            readout::of_figure(ctx, parts.series, figure, words.collect())
        }
        None => readout::missing(ctx, parts.series, &Period::between(first, last)),
    };
    let mut entries = match figure {
        Some(figure) => SeriesRecord::of(ctx, parts.series, figure, monthly.as_ref().filter(|_| !is_month)),
        None => Vec::new(),
    };
    if let Some(first) = entries.first_mut() {
        first.pace = pace;
    }
    let keys: Vec<RecordRef> =
        figure.into_iter().flat_map(|figure| &figure.claims).map(|claim| RecordRef::Actual(claim.actual)).collect();
    let column = ChartColumn {
        data_point: DataPoint {
            label: label(ctx, first, last),
            at: last.year() * 12 + i32::try_from(last.month0()).unwrap_or(0),
            readout,
            others: whole_year(parts, year),
            keys,
            is_focused: false,
        },
        group: parts.slots.label(ctx, year),
        bar,
        value: Label::one(number),
        frames: Vec::new(),
        rivals: figure
            .into_iter()
            .flat_map(|figure| figure.rivals().map(|rival| monthly_average(figure, &rival.value).nominal / scale.unit))
            .collect(),
        differs: false,
    };
    (column, entries)
}

/// The monthly average of the latest part-year.
fn sentence(ctx: &Context<'_>, parts: &ReportedSeries, days: DaySpan) -> Option<Vec<TextRun>> {
    let figure = part_years(parts).find(|(of, _)| *of == days)?.1;
    let monthly = monthly_average(figure, figure.stated_value());
    let metric = &ctx.dataset[parts.series.0];
    let quantity =
        |value: &Quantity| RunArg::from(TextRun::new(ctx.words.quantity(value, metric, TextForm::Plain), Role::Actual));
    let args = [
        ("subject", labels::subject(ctx, parts.series).into()),
        ("metric", ctx.text(&metric.name).into()),
        ("quantity", quantity(figure.stated_value())),
        ("period", ctx.words.period(&figure.period, TextForm::Plain).into()),
        ("average", quantity(&monthly)),
    ];
    let is_month = (months(figure.first, figure.last) - 1.0).abs() < 1e-9;
    Some(message_runs::format(ctx.words, if is_month { "output-month" } else { "output-parts" }, &args))
}

fn a_month_in_words(ctx: &Context<'_>, series: SeriesKey, value: &Quantity) -> String {
    let value = Arg::from(ctx.words.quantity(value, &ctx.dataset[series.0], TextForm::Plain));
    ctx.words.format("readout-a-month", &[("value", value)])
}

/// The records of the full year; choosing one of them moves the crosshair to its parts.
fn whole_year(parts: &ReportedSeries, year: i32) -> Vec<RecordRef> {
    let is_whole = |slot: Slot| slot.is_whole && slot.year == year;
    let whole = parts.figures.iter().filter(|figure| parts.slots.of_figure(figure).is_some_and(is_whole));
    whole.flat_map(|figure| figure.claims.iter().map(|claim| RecordRef::Actual(claim.actual))).collect()
}

/// "Jan–Aug", "8 m"; "May".
fn label(ctx: &Context<'_>, first: NaiveDate, last: NaiveDate) -> Label {
    let period = Period::between(first, last);
    let long = ctx.words.part_of_year(&period, TextForm::Plain);
    let short = ctx.words.part_of_year(&period, TextForm::Tight);
    let (from, to) = (first.month(), last.month());
    let numbers = if from == to { from.to_string() } else { format!("{from}–{to}") };
    Label::forms([long, short, numbers])
}
