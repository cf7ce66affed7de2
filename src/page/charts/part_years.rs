//! Part-years and months: each report of less than a year in a column of its own, as what it brought a month, so that five
//! months and eight can be held against each other. A single month is full ink, an average of several half-tone.

use std::collections::BTreeSet;

use chrono::{Datelike, NaiveDate};

use crate::compare::series::as_of::figures;
use crate::compare::series::figure::Figure;
use crate::compare::series::quantity::Quantity;
use crate::dataset::format::period::Period;
use crate::dataset::records::index::SeriesKey;
use crate::dataset::records::{Id, Target};
use crate::page::RecordRef;
use crate::page::charts::labels::{self, UsualCoverage};
use crate::page::charts::scale::ChartScale;
use crate::page::charts::series_chart::{SeriesChart, SeriesRecord};
use crate::page::charts::years::{bar_of, drawn_height, shown};
use crate::page::charts::{due_targets, projections, readout, rescale};
use crate::page::context::Context;
use crate::page::i18n::role_markup::{self, Filling};
use crate::page::i18n::{Arg, TextForm};
use crate::page::model::chart::{Bar, Chart, ChartColumn, ChartMark, ChartProjections, VisibleYears};
use crate::page::model::chart_options::YearRange;
use crate::page::model::data_point::DataPoint;
use crate::page::model::rich_text::{Label, Role, TextRun};

/// Days of a month, on average.
const DAYS_PER_MONTH: f64 = 365.25 / 12.0;

/// The days that a column stands for: the last, then the first.
type DaySpan = (NaiveDate, NaiveDate);

/// A series with what is known of parts of its years.
struct PartYearSeries {
    series: SeriesKey,
    figures: Vec<Figure>,
    chosen: Option<Id<Target>>,
}

/// The part-years of these series in columns that they share, on one scale. Series without any are left out.
#[must_use]
pub(super) fn tracks(ctx: &Context<'_>, whose: &[SeriesKey], chosen: Option<Id<Target>>) -> Vec<SeriesChart> {
    let of = |(place, &series): (usize, &SeriesKey)| {
        let figures = figures(ctx.dataset, series, ctx.query.known);
        PartYearSeries { series, figures, chosen: chosen.filter(|_| place == 0) }
    };
    let all: Vec<PartYearSeries> = whose.iter().enumerate().map(of).collect();
    let every: BTreeSet<DaySpan> = all.iter().flat_map(|parts| parts.figures.iter().filter_map(days)).collect();
    let of_year = |(last, _): &DaySpan| YearRange { from: last.year(), to: last.year() };
    let Some(years) = every.iter().map(of_year).reduce(YearRange::union) else { return Vec::new() };
    let visible = ctx.query.chart_options.window.and_then(|window| window.intersection(years)).unwrap_or(years);
    let slots: Vec<DaySpan> = every.into_iter().filter(|(last, _)| visible.contains(last.year())).collect();
    let drawn = all.iter().flat_map(|parts| parts.figures.iter()).filter(|figure| in_slots(figure, &slots));
    let highest = drawn.map(|figure| drawn_height(&monthly_average(figure, shown(figure)))).fold(0.0, f64::max);
    let pace = slots.iter().filter_map(|(last, _)| projections::expected(ctx, chosen, last.year()));
    let highest = pace.map(|year| year / 12.0).filter(|month| *month <= highest * 2.0).fold(highest, f64::max);
    let scale = ChartScale::up_to(highest);
    let with_any = all.iter().filter(|parts| parts.figures.iter().any(|figure| in_slots(figure, &slots)));
    with_any.map(|parts| track(ctx, parts, (&slots, scale), VisibleYears { visible, all: years })).collect()
}

/// The days of a part-year; none for whole years and what runs over a new year.
fn days(figure: &Figure) -> Option<DaySpan> {
    let part = figure.period.full_year().is_none() && figure.first.year() == figure.last.year();
    (part && figure.first < figure.last).then_some((figure.last, figure.first))
}

fn in_slots(figure: &Figure, slots: &[DaySpan]) -> bool {
    days(figure).is_some_and(|days| slots.binary_search(&days).is_ok())
}

/// How many months a period has.
fn months(first: NaiveDate, last: NaiveDate) -> f64 {
    let whole = first.day() == 1 && last.succ_opt().is_some_and(|next| next.day() == 1);
    if whole {
        return f64::from(last.month0()) - f64::from(first.month0()) + 1.0;
    }
    ((last - first).num_days() + 1) as f64 / DAYS_PER_MONTH
}

/// What a figure brought a month.
fn monthly_average(figure: &Figure, value: &Quantity) -> Quantity {
    let months = months(figure.first, figure.last);
    if (months - 1.0).abs() < 1e-9 { *value } else { rescale::scaled_by(value, 1.0 / months) }
}

fn track(
    ctx: &Context<'_>,
    parts: &PartYearSeries,
    (slots, scale): (&[DaySpan], ChartScale),
    years: VisibleYears,
) -> SeriesChart {
    let usual = UsualCoverage::of(ctx, &parts.figures);
    let due = parts.chosen.and_then(|id| due_targets::year_of(ctx, id));
    let column = |days: &DaySpan| {
        let figure = parts.figures.iter().find(|figure| crate::page::charts::part_years::days(figure) == Some(*days));
        let is_last = slots.iter().rev().find(|(last, _)| last.year() == days.0.year()) == Some(days);
        let mut column = column(ctx, parts, (*days, figure), scale);
        column.0.differs = figure.is_some_and(|figure| UsualCoverage::differs(usual.as_ref(), ctx, figure));
        column.0.data_point.is_focused = is_last && due == Some(days.0.year());
        column
    };
    let (columns, entries): (Vec<ChartColumn>, Vec<Vec<SeriesRecord>>) = slots.iter().map(column).unzip();
    let month = |(place, (last, _)): (usize, &DaySpan)| {
        Some((place, projections::expected(ctx, parts.chosen, last.year())? / 12.0 / scale.unit))
    };
    let projections =
        ChartProjections { pace: slots.iter().enumerate().filter_map(month).collect(), estimates: Vec::new() };
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
        legend: legend.into_iter().filter(|entry| entry.2).map(|(mark, key, _)| (mark, ctx.label(key))).collect(),
        columns,
        projections,
        note: UsualCoverage::note(usual.as_ref().filter(|_| differs), ctx),
    };
    let said = slots.iter().rev().find_map(|days| said(ctx, parts, *days));
    SeriesChart { series: parts.series, name: labels::subject(ctx, parts.series), said, chart, entries }
}

fn column(
    ctx: &Context<'_>,
    parts: &PartYearSeries,
    (days, figure): (DaySpan, Option<&Figure>),
    scale: ChartScale,
) -> (ChartColumn, Vec<SeriesRecord>) {
    let (last, first) = days;
    let monthly = figure.map(|figure| monthly_average(figure, shown(figure)));
    let is_month = (months(first, last) - 1.0).abs() < 1e-9;
    let expected = projections::expected(ctx, parts.chosen, last.year()).map(|year| year / 12.0);
    let pace = readout::pace(ctx, parts.series, monthly.as_ref(), expected);
    let bar = monthly.map(|value| Bar {
        mark: if is_month { ChartMark::FullPeriod } else { ChartMark::PartYear },
        ..bar_of(&value, scale)
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
            others: whole_year(parts, last.year()),
            keys,
            is_focused: false,
        },
        group: labels::year_label(last.year()),
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

/// What the latest part-year brought a month.
fn said(ctx: &Context<'_>, parts: &PartYearSeries, days: DaySpan) -> Option<Vec<TextRun>> {
    let figure = parts.figures.iter().find(|figure| crate::page::charts::part_years::days(figure) == Some(days))?;
    let monthly = monthly_average(figure, shown(figure));
    let metric = &ctx.dataset[parts.series.0];
    let quantity = |value: &Quantity| {
        Filling::from(TextRun::new(ctx.words.quantity(value, metric, TextForm::Plain), Role::Actual))
    };
    let args = [
        ("subject", labels::subject(ctx, parts.series).into()),
        ("metric", ctx.text(&metric.name).into()),
        ("quantity", quantity(shown(figure))),
        ("period", ctx.words.period(&figure.period, TextForm::Plain).into()),
        ("average", quantity(&monthly)),
    ];
    let is_month = (months(figure.first, figure.last) - 1.0).abs() < 1e-9;
    Some(role_markup::format(ctx.words, if is_month { "output-month" } else { "output-parts" }, &args))
}

fn a_month_in_words(ctx: &Context<'_>, series: SeriesKey, value: &Quantity) -> String {
    let value = Arg::from(ctx.words.quantity(value, &ctx.dataset[series.0], TextForm::Plain));
    ctx.words.format("readout-a-month", &[("value", value)])
}

/// The records of the whole year: who chooses one of them looks at its parts.
fn whole_year(parts: &PartYearSeries, year: i32) -> Vec<RecordRef> {
    let whole = parts.figures.iter().filter(|figure| figure.period.full_year() == Some(year));
    whole.flat_map(|figure| figure.claims.iter().map(|claim| RecordRef::Actual(claim.actual))).collect()
}

/// The part of the year: "Jan–Aug", "8 m"; "May".
fn label(ctx: &Context<'_>, first: NaiveDate, last: NaiveDate) -> Label {
    let period = Period::between(first, last);
    let long = ctx.words.part_of_year(&period, TextForm::Plain);
    let short = ctx.words.part_of_year(&period, TextForm::Tight);
    let (from, to) = (first.month(), last.month());
    let numbers = if from == to { from.to_string() } else { format!("{from}–{to}") };
    Label::forms([long, short, numbers])
}
