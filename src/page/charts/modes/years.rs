//! Year mode: the columns of a series over the years, with the targets due.
//!
//! A year shows its full-year figure, else its longest part from January in half-tone, else a question mark. Bounds are
//! drawn as bounds (analytics 5).

use crate::compare::series::figure::Figure;
use crate::dataset::records::index::SeriesKey;
use crate::dataset::records::{Id, Target};
use crate::page::charts::bars::{data_point, drawn_depth, drawn_height, value_bar};
use crate::page::charts::due_targets::{DueTarget, TargetSelection, frames, targets};
use crate::page::charts::labels::{self, UsualCoverage};
use crate::page::charts::scale::ChartScale;
use crate::page::charts::series_chart::{ReportedSeries, SeriesChart, SeriesRecord};
use crate::page::charts::year_slots::Slot;
use crate::page::charts::{projections, readout};
use crate::page::context::Context;
use crate::page::model::{Bar, Chart, ChartColumn, ChartMark, Label, RecordRef, VisibleYears, YearRange};

pub(in crate::page::charts) fn series_chart(
    ctx: &Context<'_>,
    series: SeriesKey,
    chosen: Option<Id<Target>>,
    selection: TargetSelection,
) -> Option<SeriesChart> {
    let columns = SeriesColumns::new(ctx, ReportedSeries::new(ctx, series, chosen), selection);
    let all = columns.years()?;
    let visible = ctx.query.chart_options.visible(all);
    let scale = ChartScale::over(columns.lowest(visible), columns.highest(visible));
    Some(columns.series_chart(VisibleYears { visible, all }, scale))
}

/// These series in shared columns on one scale, the first with `chosen` in focus. Series without visible data are left
/// out.
pub(in crate::page::charts) fn series_charts(
    ctx: &Context<'_>,
    all_series: &[SeriesKey],
    chosen: Option<Id<Target>>,
) -> Vec<SeriesChart> {
    let columns = |reported| SeriesColumns::new(ctx, reported, TargetSelection::All);
    let mut all: Vec<SeriesColumns<'_>> =
        ReportedSeries::all(ctx, all_series, chosen).into_iter().map(columns).collect();
    // Targets of the other series do not widen the chart.
    let years = |(index, columns): (usize, &SeriesColumns<'_>)| {
        if index == 0 { columns.years() } else { columns.reported_years() }
    };
    let Some(every) = all.iter().enumerate().filter_map(years).reduce(YearRange::union) else { return Vec::new() };
    let visible = ctx.query.chart_options.visible(every);
    let alone = all.len() == 1;
    all.retain(|columns| alone || columns.reports(visible));
    let highest = all.iter().map(|columns| columns.highest(visible)).fold(0.0, f64::max);
    let lowest = all.iter().map(|columns| columns.lowest(visible)).fold(0.0, f64::min);
    let scale = ChartScale::over(lowest, highest);
    all.iter().map(|columns| columns.series_chart(VisibleYears { visible, all: every }, scale)).collect()
}

/// The figures and targets of a series, to make columns of.
struct SeriesColumns<'a> {
    ctx: &'a Context<'a>,
    reported: ReportedSeries,
    targets: Vec<DueTarget>,
}

impl<'a> SeriesColumns<'a> {
    fn new(ctx: &'a Context<'a>, reported: ReportedSeries, selection: TargetSelection) -> Self {
        let targets = targets(ctx, &reported, selection);
        Self { ctx, reported, targets }
    }

    /// From the first year with a figure or target to the last.
    fn years(&self) -> Option<YearRange> {
        let promised = self.targets.iter().map(|target| YearRange::single(target.year));
        self.reported_years().into_iter().chain(promised).reduce(YearRange::union)
    }

    /// From the first year with a figure to the last.
    fn reported_years(&self) -> Option<YearRange> {
        self.slots().map(|(slot, _)| YearRange::single(slot.year)).reduce(YearRange::union)
    }

    /// Whether there is a figure in these years.
    fn reports(&self, visible: YearRange) -> bool {
        self.slots().any(|(slot, _)| visible.contains(slot.year))
    }

    /// The figures that have a place, with it.
    fn slots(&self) -> impl Iterator<Item = (Slot, &Figure)> {
        let ReportedSeries { figures, slots, .. } = &self.reported;
        figures.iter().filter_map(|figure| Some((slots.of_figure(figure)?, figure)))
    }

    /// The highest value drawn in these years.
    fn highest(&self, visible: YearRange) -> f64 {
        let visible_figures = self.slots().filter(|(slot, _)| visible.contains(slot.year));
        let tallest = visible_figures.map(|(_, figure)| drawn_height(&figure.value));
        let promised = || self.targets.iter().filter(|target| visible.contains(target.year));
        let focused = promised().filter(|target| target.is_focused).map(|target| target.value.nominal);
        let highest = tallest.chain(focused).fold(projections::highest(self.ctx, &self.reported, visible), f64::max);
        if highest > 0.0 {
            return highest;
        }
        promised().map(|target| target.value.nominal).fold(0.0, f64::max)
    }

    /// The lowest value drawn in these years; 0 if none is negative.
    fn lowest(&self, visible: YearRange) -> f64 {
        let figures = self.slots().filter(|(slot, _)| visible.contains(slot.year));
        let figures = figures.map(|(_, figure)| drawn_depth(figure.stated_value()));
        let promised = self.targets.iter().filter(|target| visible.contains(target.year));
        let promised = promised.map(|target| drawn_depth(&target.value));
        let projected = projections::lowest(self.ctx, &self.reported, visible);
        figures.chain(promised).fold(projected, f64::min)
    }

    fn series_chart(&self, years: VisibleYears, scale: ChartScale) -> SeriesChart {
        let (ctx, series) = (self.ctx, self.reported.series);
        let known = self.reported.slots.best(&self.reported.figures);
        let usual = UsualCoverage::of(ctx, &self.reported.figures);
        let projections = projections::projections(ctx, &self.reported, years.visible, scale);
        let column_of = |year: i32| self.column(year, known.get(&year).copied(), scale, usual.as_ref());
        let columns: Vec<ChartColumn> = (years.visible.from..=years.visible.to).map(column_of).collect();
        let entries = |year: i32| self.entries(year, known.get(&year).copied());
        let entries = if SeriesRecord::are_shown(ctx) {
            (years.visible.from..=years.visible.to).map(entries).collect()
        } else {
            vec![]
        };
        let differs = columns.iter().any(|column| column.differs);
        let chart = Chart {
            title: labels::title(ctx, series, scale, "chart-heading"),
            axis: labels::axis(ctx, scale),
            legend: labels::legend(ctx, &columns, &projections),
            lines: Vec::new(),
            years: Some(years),
            columns,
            projections,
            note: UsualCoverage::note(usual.as_ref().filter(|_| differs), ctx),
            narrow_note: Vec::new(),
        };
        SeriesChart { series, name: labels::subject(ctx, series), sentence: None, chart, entries }
    }

    fn column(
        &self,
        year: i32,
        slotted: Option<(Slot, &Figure)>,
        scale: ChartScale,
        usual: Option<&UsualCoverage>,
    ) -> ChartColumn {
        let (ctx, series) = (self.ctx, self.reported.series);
        let figure = slotted.map(|(_, figure)| figure);
        let due: Vec<&DueTarget> = self.due(year).collect();
        let value =
            figure.map_or_else(|| "?".to_owned(), |figure| ctx.words.axis_label(figure.stated_value(), scale.unit));
        let beside = readout::beside(ctx, &self.pace(year, slotted), due.iter().map(|target| target.id));
        let readout = match figure {
            Some(figure) => readout::of_figure(ctx, series, figure, beside),
            None => {
                readout::missing(ctx, series, &self.reported.slots.period(year)).into_iter().chain(beside).collect()
            }
        };
        ChartColumn {
            data_point: data_point(ctx, &self.reported, year, figure, &due, readout),
            group: Label::default(),
            bar: slotted.map(|(slot, figure)| bar(slot, figure, scale)),
            value: Label::one(value),
            frames: frames(ctx, &due, scale),
            rivals: figure.into_iter().flat_map(Figure::rivals).map(|rival| rival.value.nominal / scale.unit).collect(),
            differs: figure.is_some_and(|figure| UsualCoverage::differs(usual, ctx, figure)),
        }
    }

    /// The records of a year, the first with the distance to the pace and the targets due.
    fn entries(&self, year: i32, slotted: Option<(Slot, &Figure)>) -> Vec<SeriesRecord> {
        let mut entries = match slotted {
            Some((_, figure)) => SeriesRecord::of(self.ctx, self.reported.series, figure, None),
            None => vec![SeriesRecord::missing(self.reported.slots.label(self.ctx, year))],
        };
        if let Some(first) = entries.first_mut() {
            first.pace = self.pace(year, slotted);
            first.promised = readout::numbers(self.ctx, self.due(year).map(|target| target.id));
            first.key = first.key.or(self.due(year).next().map(|target| RecordRef::Target(target.id)));
        }
        entries
    }

    fn due(&self, year: i32) -> impl Iterator<Item = &DueTarget> {
        self.targets.iter().filter(move |target| target.year == year)
    }

    /// The distance of a whole figure to the pace; for a part of a year only the pace.
    fn pace(&self, year: i32, slotted: Option<(Slot, &Figure)>) -> String {
        let whole = slotted.filter(|(slot, _)| slot.is_whole).map(|(_, figure)| figure);
        let expected = projections::expected(self.ctx, self.reported.chosen, self.reported.slots.time(year, whole));
        readout::pace(self.ctx, self.reported.series, whole.map(Figure::stated_value), expected)
    }
}

fn bar(slot: Slot, figure: &Figure, scale: ChartScale) -> Bar {
    let mark = if slot.is_whole { ChartMark::FullPeriod } else { ChartMark::PartYear };
    Bar {
        mark,
        is_open: figure.stated_value().hard.hi.is_infinite() || slot.is_floor,
        ..value_bar(figure.stated_value(), scale)
    }
}
