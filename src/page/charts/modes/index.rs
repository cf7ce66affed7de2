//! Index mode: every full year as a percentage of the first visible one.

use crate::compare::series::figure::Figure;
use crate::compare::series::quantity::{Quantity, QuantityForm};
use crate::dataset::format::value::Hedge;
use crate::dataset::records::index::SeriesKey;
use crate::dataset::records::{Id, Target};
use crate::page::charts::bars::{data_point, value_bar};
use crate::page::charts::due_targets::{DueTarget, TargetSelection, targets};
use crate::page::charts::labels::{self, UsualCoverage};
use crate::page::charts::scale::{self, ChartScale};
use crate::page::charts::series_chart::{ReportedSeries, SeriesChart, SeriesRecord};
use crate::page::charts::{projections, readout};
use crate::page::context::Context;
use crate::page::i18n::{Arg, TextForm, message_runs};
use crate::page::model::{
    Chart, ChartColumn, ChartLine, ChartProjections, Dot, DotSymbol, Label, LineJoin, Role, TextRun, VisibleYears,
    YearRange,
};

/// The index of the base year.
const INDEX_BASE: f64 = 100.0;

/// A series with its base year.
struct IndexedSeries {
    reported: ReportedSeries,
    targets: Vec<DueTarget>,
    base: IndexBase,
}

/// The first full year with an exact or approximate number.
struct IndexBase {
    year: i32,
    value: f64,
    /// Whether the number is approximate.
    about: bool,
}

impl IndexedSeries {
    fn new(ctx: &Context<'_>, reported: ReportedSeries) -> Option<Self> {
        let base = base(&reported, ctx.query.chart_options.window)?;
        let targets = targets(ctx, &reported, TargetSelection::All);
        Some(Self { reported, targets, base })
    }

    /// The index of a value.
    fn index(&self, value: &Quantity) -> Quantity {
        let factor = INDEX_BASE / self.base.value;
        if self.base.about { scale::scaled_by_about(value, factor) } else { scale::scaled_by(value, factor) }
    }

    /// The full years with a figure.
    fn years(&self) -> impl Iterator<Item = (i32, &Figure)> {
        let best = self.reported.slots.best(&self.reported.figures).into_iter();
        best.filter(|(_, (slot, _))| slot.is_whole).map(|(year, (_, figure))| (year, figure))
    }
}

/// The index of these series on one scale. Series without a base year are left out.
pub(in crate::page::charts) fn series_charts(
    ctx: &Context<'_>,
    all_series: &[SeriesKey],
    chosen: Option<Id<Target>>,
) -> Vec<SeriesChart> {
    let reported = ReportedSeries::all(ctx, all_series, chosen).into_iter();
    let all: Vec<IndexedSeries> = reported.filter_map(|reported| IndexedSeries::new(ctx, reported)).collect();
    let due_targets = all.iter().flat_map(|indexed| indexed.targets.iter().filter(|target| target.is_focused));
    let due = due_targets.map(|target| target.year);
    let full = all.iter().flat_map(|indexed| indexed.years().map(|(year, _)| year)).chain(due);
    let Some(every) = full.map(YearRange::single).reduce(YearRange::union) else {
        return Vec::new();
    };
    let visible = ctx.query.chart_options.visible(every);
    let heights = all.iter().flat_map(|indexed| {
        let figures =
            indexed.years().filter(|(year, _)| visible.contains(*year)).map(|(_, figure)| figure.stated_value());
        let due = indexed.targets.iter().filter(|target| target.is_focused && visible.contains(target.year));
        let values = figures.chain(due.map(|target| &target.value));
        values.map(|value| indexed.index(value).nominal).collect::<Vec<_>>()
    });
    let scale = ChartScale { unit: 1.0, ..ChartScale::up_to(heights.fold(0.0, f64::max)) };
    all.iter().map(|indexed| series_chart(ctx, indexed, scale, VisibleYears { visible, all: every })).collect()
}

/// The first visible full year whose number is no bound and not contested.
fn base(reported: &ReportedSeries, window: Option<YearRange>) -> Option<IndexBase> {
    let whole = reported.slots.best(&reported.figures).into_iter().filter(|(_, (slot, _))| slot.is_whole);
    let mut visible = whole.filter(|(year, _)| window.is_none_or(|window| window.contains(*year)));
    visible.find_map(|(year, (_, figure))| {
        let value = figure.stated_value();
        let QuantityForm::Amount(hedge, _) = value.form else { return None };
        let firm = matches!(hedge, Hedge::Exact | Hedge::Plain | Hedge::About) && value.nominal > 0.0;
        firm.then_some(IndexBase { year, value: value.nominal, about: hedge == Hedge::About })
    })
}

fn series_chart(ctx: &Context<'_>, indexed: &IndexedSeries, scale: ChartScale, years: VisibleYears) -> SeriesChart {
    let usual = UsualCoverage::of(ctx, &indexed.reported.figures);
    let visible = years.visible;
    let known = |year: i32| indexed.years().find(|(known, _)| *known == year).map(|(_, figure)| figure);
    let dot = |year: i32| {
        let figure = known(year)?;
        let value = indexed.index(figure.stated_value());
        let bar = value_bar(&value, scale);
        Some(Dot {
            is_open: bar.is_open,
            differs: UsualCoverage::differs(usual.as_ref(), ctx, figure),
            ..Dot::new(
                usize::try_from(year - visible.from).ok()?,
                bar.value,
                Label::one(ctx.words.axis_label(&value, 1.0)),
            )
        })
    };
    let dots = (visible.from..=visible.to).filter_map(dot).collect();
    let line = ChartLine::new(DotSymbol::Series(0), LineJoin::Straight, dots);
    let pace = |year: i32| {
        let value =
            projections::expected(ctx, indexed.reported.chosen, indexed.reported.slots.time(year, known(year)))?
                / indexed.base.value
                * INDEX_BASE;
        Some((usize::try_from(year - visible.from).ok()?, value))
    };
    let projections =
        ChartProjections { pace: (visible.from..=visible.to).filter_map(pace).collect(), estimates: Vec::new() };
    let promised: Vec<Dot> =
        indexed.targets.iter().filter_map(|target| target_dot(ctx, indexed, target, visible, scale)).collect();
    let promised = ChartLine::new(DotSymbol::Target, LineJoin::Separate, promised);
    let lines: Vec<ChartLine> =
        [Some(promised).filter(|line| !line.dots.is_empty()), Some(line)].into_iter().flatten().collect();
    let column_of = |year: i32| column(ctx, indexed, year, known(year));
    let (columns, entries): (Vec<ChartColumn>, Vec<Vec<SeriesRecord>>) =
        (visible.from..=visible.to).map(column_of).unzip();
    let differs = lines.iter().any(|line| line.dots.iter().any(|dot| dot.differs));
    let metric = Arg::from(ctx.text(&ctx.dataset[indexed.reported.series.0].name));
    let subject = Arg::from(ctx.text(&ctx.dataset[indexed.reported.series.1].name));
    let args = [("subject", subject), ("metric", metric), ("year", Arg::from(indexed.base.year.to_string()))];
    let chart = Chart {
        title: Label::forms(
            ["chart-heading-index", "chart-heading-index.short"].map(|key| ctx.words.format(key, &args)),
        ),
        axis: labels::axis(ctx, scale),
        legend: labels::legend_of_lines(ctx, &lines, &projections),
        columns,
        lines,
        years: Some(years),
        projections,
        note: UsualCoverage::note(usual.as_ref().filter(|_| differs), ctx),
        narrow_note: Vec::new(),
    };
    let name = [
        ("subject", Arg::from(labels::subject(ctx, indexed.reported.series))),
        ("year", Arg::from(indexed.base.year.to_string())),
    ];
    SeriesChart {
        series: indexed.reported.series,
        name: ctx.words.format("index-name", &name),
        sentence: sentence(ctx, indexed, visible),
        chart,
        entries,
    }
}

/// The index of the latest visible year.
fn sentence(ctx: &Context<'_>, indexed: &IndexedSeries, visible: YearRange) -> Option<Vec<TextRun>> {
    let (year, figure) =
        indexed.years().filter(|(year, _)| visible.contains(*year) && *year != indexed.base.year).last()?;
    let index = ctx.words.axis_label(&indexed.index(figure.stated_value()), 1.0);
    let args = [
        ("subject", labels::subject(ctx, indexed.reported.series).into()),
        ("metric", ctx.text(&ctx.dataset[indexed.reported.series.0].name).into()),
        ("index", TextRun::new(index, Role::Actual).into()),
        ("year", year.to_string().into()),
        ("base", indexed.base.year.to_string().into()),
    ];
    Some(message_runs::format(ctx.words, "output-index", &args))
}

/// A target due in a visible year, unless it exceeds the scale.
fn target_dot(
    ctx: &Context<'_>,
    indexed: &IndexedSeries,
    target: &DueTarget,
    visible: YearRange,
    scale: ChartScale,
) -> Option<Dot> {
    let value = indexed.index(&target.value);
    let column = usize::try_from(target.year - visible.from).ok().filter(|_| visible.contains(target.year))?;
    let label = Label::one(ctx.words.axis_label(&value, 1.0));
    let fits = target.is_focused || value.nominal <= scale.max;
    fits.then(|| Dot::new(column, value.nominal, label))
}

fn column(
    ctx: &Context<'_>,
    indexed: &IndexedSeries,
    year: i32,
    figure: Option<&Figure>,
) -> (ChartColumn, Vec<SeriesRecord>) {
    let due: Vec<&DueTarget> = indexed.targets.iter().filter(|target| target.year == year).collect();
    let pace = readout::pace(
        ctx,
        indexed.reported.series,
        figure.map(Figure::stated_value),
        projections::expected(ctx, indexed.reported.chosen, indexed.reported.slots.time(year, figure)),
    );
    let beside = readout::beside(ctx, &pace, due.iter().map(|target| target.id));
    let index = figure.map(|figure| {
        let value = Arg::from(ctx.words.axis_label(&indexed.index(figure.stated_value()), 1.0));
        ctx.words.format("readout-index", &[("value", value), ("year", Arg::from(indexed.base.year.to_string()))])
    });
    let readout = match (figure, &index) {
        (Some(figure), Some(index)) => {
            let words = readout::after_gap(index, Role::Strong).into_iter().chain(beside).collect();
            readout::of_figure(ctx, indexed.reported.series, figure, words)
        }
        _ => readout::missing(ctx, indexed.reported.series, &indexed.reported.slots.period(year))
            .into_iter()
            .chain(beside)
            .collect(),
    };
    let mut entries = figure.map_or_else(
        || vec![SeriesRecord::missing(indexed.reported.slots.label(ctx, year))],
        |figure| SeriesRecord::of(ctx, indexed.reported.series, figure, None),
    );
    if let Some(first) = entries.first_mut() {
        first.pace = pace;
        first.promised = readout::numbers(ctx, due.iter().map(|target| target.id));
        if let Some(figure) = figure {
            let value = ctx.words.axis_label(&indexed.index(figure.stated_value()), 1.0);
            let stated =
                ctx.words.quantity(figure.stated_value(), &ctx.dataset[indexed.reported.series.0], TextForm::Plain);
            first.value = Label::forms([format!("{value} ({stated})"), value]);
        }
    }
    let data_point = data_point(ctx, &indexed.reported, year, figure, &due, readout);
    (ChartColumn::empty(data_point), entries)
}
