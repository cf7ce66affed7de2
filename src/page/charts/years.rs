//! The columns of one series over the years, with the promises that were due.
//!
//! A year shows its full-year figure; if there is none, its longest part from January, in half-tone; if there is none
//! either, a question mark. Bounds are drawn as bounds (analytics 5).

use std::collections::BTreeMap;

use chrono::Datelike;

use crate::compare::series::as_of::figures;
use crate::compare::series::figure::Figure;
use crate::compare::series::quantity::Quantity;
use crate::dataset::format::period::{Period, Span};
use crate::dataset::records::index::SeriesKey;
use crate::dataset::records::{Id, Target};
use crate::page::RecordRef;
use crate::page::charts::due_targets::{DueTarget, frames, promises};
use crate::page::charts::labels::{self, UsualCoverage};
use crate::page::charts::scale::ChartScale;
use crate::page::charts::series_chart::{SeriesChart, SeriesRecord};
use crate::page::charts::{projections, readout};
use crate::page::context::Context;
use crate::page::model::chart::{Bar, Chart, ChartColumn, ChartMark, VisibleYears};
use crate::page::model::chart_options::YearRange;
use crate::page::model::data_point::{DataPoint, december};
use crate::page::model::rich_text::{Label, TextRun};

pub(in crate::page) use crate::page::charts::due_targets::TargetSelection;

/// The chart of a series, with `chosen` in the foreground if it belongs to it. None if there is nothing to draw.
#[must_use]
pub(in crate::page) fn chart(
    ctx: &Context<'_>,
    series: SeriesKey,
    chosen: Option<Id<Target>>,
    shown: TargetSelection,
) -> Option<Chart> {
    track(ctx, series, (chosen, shown)).map(|track| track.chart)
}

/// The same with its records.
pub(super) fn track(
    ctx: &Context<'_>,
    series: SeriesKey,
    promises: (Option<Id<Target>>, TargetSelection),
) -> Option<SeriesChart> {
    let material = SeriesColumns::of(ctx, series, promises);
    let all = material.years()?;
    let visible = ctx.query.chart_options.window.and_then(|window| window.intersection(all)).unwrap_or(all);
    Some(material.track(VisibleYears { visible, all }, ChartScale::up_to(material.highest(visible))))
}

/// The years of these series, the first with `chosen` in the foreground, in columns that they share, on one scale. Series
/// with nothing in sight are left out.
pub(super) fn tracks(ctx: &Context<'_>, whose: &[SeriesKey], chosen: Option<Id<Target>>) -> Vec<SeriesChart> {
    let of = |(place, &series): (usize, &SeriesKey)| {
        SeriesColumns::of(ctx, series, (chosen.filter(|_| place == 0), TargetSelection::All))
    };
    let mut all: Vec<SeriesColumns<'_>> = whose.iter().enumerate().map(of).collect();
    // What was promised for others does not make the picture wider.
    let years = |(place, own): (usize, &SeriesColumns<'_>)| if place == 0 { own.years() } else { own.reported() };
    let Some(every) = all.iter().enumerate().filter_map(years).reduce(YearRange::union) else { return Vec::new() };
    let visible = ctx.query.chart_options.window.and_then(|window| window.intersection(every)).unwrap_or(every);
    let alone = all.len() == 1;
    all.retain(|own| alone || own.reports(visible));
    let highest = all.iter().map(|own| own.highest(visible)).fold(0.0, f64::max);
    let scale = ChartScale::up_to(highest);
    all.iter().map(|own| own.track(VisibleYears { visible, all: every }, scale)).collect()
}

/// What the columns of a series are made from.
pub(super) struct SeriesColumns<'a> {
    ctx: &'a Context<'a>,
    series: SeriesKey,
    figures: Vec<Figure>,
    promises: Vec<DueTarget>,
    chosen: Option<Id<Target>>,
}

impl<'a> SeriesColumns<'a> {
    /// Everything that was known of a series.
    pub(super) fn of(
        ctx: &'a Context<'a>,
        series: SeriesKey,
        (chosen, shown): (Option<Id<Target>>, TargetSelection),
    ) -> Self {
        let figures = figures(ctx.dataset, series, ctx.query.known);
        Self { ctx, series, figures, promises: promises(ctx, series, chosen, shown), chosen }
    }

    /// The years from the first with a figure or a promise to the last.
    fn years(&self) -> Option<YearRange> {
        let promised = self.promises.iter().map(|promise| YearRange { from: promise.year, to: promise.year });
        self.reported().into_iter().chain(promised).reduce(YearRange::union)
    }

    /// The years from the first with a figure to the last.
    fn reported(&self) -> Option<YearRange> {
        let years = self.figures.iter().filter_map(|figure| year_and_months(&figure.period));
        years.map(|(year, _)| YearRange { from: year, to: year }).reduce(YearRange::union)
    }

    /// Whether anything was reported for these years.
    fn reports(&self, visible: YearRange) -> bool {
        self.figures.iter().filter_map(|figure| year_and_months(&figure.period)).any(|(year, _)| visible.contains(year))
    }

    /// The highest that anything in these years is drawn.
    pub(super) fn highest(&self, visible: YearRange) -> f64 {
        let in_sight = |period: &Period| year_and_months(period).is_some_and(|(year, _)| visible.contains(year));
        let tallest =
            self.figures.iter().filter(|figure| in_sight(&figure.period)).map(|figure| drawn_height(&figure.value));
        let promised = || self.promises.iter().filter(|promise| visible.contains(promise.year));
        let focused = promised().filter(|promise| promise.is_focused).map(|promise| promise.value.nominal);
        let highest = tallest.chain(focused).fold(projections::highest(self.ctx, self.chosen, visible), f64::max);
        if highest > 0.0 {
            return highest;
        }
        promised().map(|promise| promise.value.nominal).fold(0.0, f64::max)
    }

    /// The columns of these years on a scale.
    pub(super) fn track(&self, years: VisibleYears, scale: ChartScale) -> SeriesChart {
        let ctx = self.ctx;
        let known = by_year(&self.figures);
        let usual = UsualCoverage::of(ctx, &self.figures);
        let projections = projections::projections(ctx, self.chosen, years.visible, scale);
        let place = |year: i32| self.column(year, known.get(&year).copied(), (scale, usual.as_ref()));
        let columns: Vec<ChartColumn> = (years.visible.from..=years.visible.to).map(place).collect();
        let entries = |year: i32| self.entries(year, known.get(&year).copied());
        let entries = if SeriesRecord::are_shown(ctx) {
            (years.visible.from..=years.visible.to).map(entries).collect()
        } else {
            vec![]
        };
        let differs = columns.iter().any(|column| column.differs);
        let chart = Chart {
            title: labels::title(ctx, self.series, scale, "chart-heading"),
            axis: labels::axis(ctx, scale),
            legend: labels::legend(ctx, &columns, &projections),
            lines: Vec::new(),
            years: Some(years),
            columns,
            projections,
            note: UsualCoverage::note(usual.as_ref().filter(|_| differs), ctx),
        };
        SeriesChart { series: self.series, name: labels::subject(ctx, self.series), said: None, chart, entries }
    }

    /// A year: what was reported or that nothing was, the promises due in it, and what is said of both.
    fn column(
        &self,
        year: i32,
        figure: Option<&Figure>,
        (scale, usual): (ChartScale, Option<&UsualCoverage>),
    ) -> ChartColumn {
        let (ctx, series) = (self.ctx, self.series);
        let due: Vec<&DueTarget> = self.due(year).collect();
        let value = figure.map_or_else(|| "?".to_owned(), |figure| ctx.words.axis_label(shown(figure), scale.unit));
        let beside = readout::beside(ctx, &self.pace(year, figure), due.iter().map(|promise| promise.id));
        let said = match figure {
            Some(figure) => readout::of_figure(ctx, series, figure, beside),
            None => readout::missing_year(ctx, series, year).into_iter().chain(beside).collect(),
        };
        ChartColumn {
            data_point: data_point(&self.figures, (year, figure), &due, said),
            group: Label::default(),
            bar: figure.map(|figure| bar(figure, scale)),
            value: Label::one(value),
            frames: frames(ctx, &due, scale),
            rivals: figure.into_iter().flat_map(Figure::rivals).map(|rival| rival.value.nominal / scale.unit).collect(),
            differs: figure.is_some_and(|figure| UsualCoverage::differs(usual, ctx, figure)),
        }
    }

    /// The records of a year, the first with how far it is from the pace and what was promised.
    fn entries(&self, year: i32, figure: Option<&Figure>) -> Vec<SeriesRecord> {
        let mut entries = match figure {
            Some(figure) => SeriesRecord::of(self.ctx, self.series, figure, None),
            None => vec![SeriesRecord::missing(labels::year_label(year))],
        };
        if let Some(first) = entries.first_mut() {
            first.pace = self.pace(year, figure);
            first.promised = readout::numbers(self.ctx, self.due(year).map(|promise| promise.id));
            first.key = first.key.or(self.due(year).next().map(|promise| RecordRef::Target(promise.id)));
        }
        entries
    }

    /// The promises due in a year.
    fn due(&self, year: i32) -> impl Iterator<Item = &DueTarget> {
        self.promises.iter().filter(move |promise| promise.year == year)
    }

    /// How far a whole year is from the pace; of what is no whole year, where that stands.
    fn pace(&self, year: i32, figure: Option<&Figure>) -> String {
        let whole = figure.filter(|figure| year_and_months(&figure.period).is_some_and(|(_, months)| months == 12));
        readout::pace(self.ctx, self.series, whole.map(shown), projections::expected(self.ctx, self.chosen, year))
    }
}

/// What stands at a year: the figure shown, the promises due, and the other figures of it.
pub(super) fn data_point(
    figures: &[Figure],
    (year, figure): (i32, Option<&Figure>),
    due: &[&DueTarget],
    readout: Vec<TextRun>,
) -> DataPoint {
    let records =
        figure.into_iter().flat_map(|figure| figure.claims.iter().map(|claim| RecordRef::Actual(claim.actual)));
    let keys: Vec<RecordRef> = records.chain(due.iter().map(|promise| RecordRef::Target(promise.id))).collect();
    let others = figures.iter().filter(|other| other.last.year() == year);
    let others = others.flat_map(|other| other.claims.iter().map(|claim| RecordRef::Actual(claim.actual)));
    DataPoint {
        label: labels::year_label(year),
        at: december(year),
        readout,
        others: others.filter(|key| !keys.contains(key)).collect(),
        keys,
        is_focused: due.iter().any(|promise| promise.is_focused),
    }
}

/// For each year its best figure: the whole year, else the longest part from January, the newer the better.
pub(super) fn by_year(figures: &[Figure]) -> BTreeMap<i32, &Figure> {
    let mut years: BTreeMap<i32, &Figure> = BTreeMap::new();
    for figure in figures {
        let Some((year, months)) = year_and_months(&figure.period) else { continue };
        let better = |known: &&Figure| year_and_months(&known.period).is_some_and(|(_, n)| n > months);
        if !years.get(&year).is_some_and(better) {
            years.insert(year, figure);
        }
    }
    years
}

/// The year of a column and how many of its months the period covers; a day counts as the whole year's figure.
pub(in crate::page) fn year_and_months(period: &Period) -> Option<(i32, u32)> {
    match period.span {
        Span::Day(day) => Some((day.year(), 12)),
        _ => period.full_year().map(|year| (year, 12)).or_else(|| period.year_to_date()),
    }
}

/// Where reports differ, the column shows the preferred one as it was said; the others are ticks beside it.
pub(super) fn shown(figure: &Figure) -> &Quantity {
    let preferred = figure.claims.first().filter(|_| figure.rivals().next().is_some());
    preferred.map_or(&figure.value, |claim| &claim.value)
}

fn bar(figure: &Figure, scale: ChartScale) -> Bar {
    let part = year_and_months(&figure.period).is_some_and(|(_, months)| months < 12);
    let mark = if part { ChartMark::PartYear } else { ChartMark::FullPeriod };
    Bar { mark, is_open: shown(figure).hard.hi.is_infinite() || part, ..bar_of(shown(figure), scale) }
}

/// A value as a bar: certain up to its value, likely up to its soft end.
pub(super) fn bar_of(value: &Quantity, scale: ChartScale) -> Bar {
    let certain = if value.hard.lo.is_finite() && value.hard.hi.is_infinite() { value.hard.lo } else { value.nominal };
    Bar {
        mark: ChartMark::FullPeriod,
        value: certain / scale.unit,
        soft: (value.soft.hi.is_finite() && value.hard.hi.is_infinite()).then_some(value.soft.hi / scale.unit),
        is_open: value.hard.hi.is_infinite(),
    }
}

/// The highest that a value is drawn.
pub(super) fn drawn_height(value: &Quantity) -> f64 {
    if value.soft.hi.is_finite() { value.soft.hi.max(value.nominal) } else { value.nominal }
}
