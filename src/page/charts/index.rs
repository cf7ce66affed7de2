//! The index: every full year as what it is of the first one in sight, which is 100.

use crate::compare::series::as_of::figures;
use crate::compare::series::figure::Figure;
use crate::compare::series::quantity::{Quantity, QuantityForm};
use crate::dataset::format::value::Hedge;
use crate::dataset::records::index::SeriesKey;
use crate::dataset::records::{Id, Target};
use crate::page::charts::due_targets::{DueTarget, TargetSelection, promises};
use crate::page::charts::labels::{self, UsualCoverage};
use crate::page::charts::scale::ChartScale;
use crate::page::charts::series_chart::{SeriesChart, SeriesRecord};
use crate::page::charts::years::{bar_of, data_point, shown};
use crate::page::charts::{projections, readout, rescale};
use crate::page::context::Context;
use crate::page::i18n::{Arg, TextForm, role_markup};
use crate::page::model::chart::{
    Chart, ChartColumn, ChartLine, ChartProjections, Dot, DotSymbol, LineJoin, VisibleYears,
};
use crate::page::model::chart_options::YearRange;
use crate::page::model::rich_text::{Label, Role, TextRun};

/// What the first year is.
const INDEX_BASE: f64 = 100.0;

/// A series and the year that it is held against.
struct IndexedSeries {
    series: SeriesKey,
    figures: Vec<Figure>,
    promises: Vec<DueTarget>,
    chosen: Option<Id<Target>>,
    base: IndexBase,
}

/// The first full year with a number that others can be held against.
struct IndexBase {
    year: i32,
    value: f64,
    /// The number itself is only about right.
    about: bool,
}

impl IndexedSeries {
    fn of(&self, value: &Quantity) -> Quantity {
        let factor = INDEX_BASE / self.base.value;
        if self.base.about { rescale::scaled_by_about(value, factor) } else { rescale::scaled_by(value, factor) }
    }

    /// The full years with a figure.
    fn years(&self) -> impl Iterator<Item = (i32, &Figure)> {
        self.figures.iter().filter_map(|figure| Some((figure.period.full_year()?, figure)))
    }
}

/// The full years of these series, each held against its own first one in sight, on one scale. Series without such a year
/// are left out.
#[must_use]
pub(super) fn tracks(ctx: &Context<'_>, whose: &[SeriesKey], chosen: Option<Id<Target>>) -> Vec<SeriesChart> {
    let of = |(place, &series): (usize, &SeriesKey)| {
        let figures = figures(ctx.dataset, series, ctx.query.known);
        let chosen = chosen.filter(|_| place == 0);
        let base = base(&figures, ctx.query.chart_options.window)?;
        let promises = promises(ctx, series, chosen, TargetSelection::All);
        Some(IndexedSeries { series, figures, promises, chosen, base })
    };
    let all: Vec<IndexedSeries> = whose.iter().enumerate().filter_map(of).collect();
    let due = all.iter().flat_map(|own| own.promises.iter().filter(|promise| promise.is_focused)).map(|own| own.year);
    let full = all.iter().flat_map(|own| own.years().map(|(year, _)| year)).chain(due);
    let Some(every) = full.map(|year| YearRange { from: year, to: year }).reduce(YearRange::union) else {
        return Vec::new();
    };
    let visible = ctx.query.chart_options.window.and_then(|window| window.intersection(every)).unwrap_or(every);
    let heights = all.iter().flat_map(|own| {
        let figures = own.years().filter(|(year, _)| visible.contains(*year)).map(|(_, figure)| own.of(shown(figure)));
        let promised =
            own.promises.iter().filter(|p| p.is_focused && visible.contains(p.year)).map(|p| own.of(&p.value));
        figures.chain(promised).map(|value| value.nominal).collect::<Vec<_>>()
    });
    let scale = ChartScale { unit: 1.0, ..ChartScale::up_to(heights.fold(0.0, f64::max)) };
    all.iter().map(|own| track(ctx, own, scale, VisibleYears { visible, all: every })).collect()
}

/// The first full year in sight whose number is no bound, and which sources agree on.
fn base(figures: &[Figure], window: Option<YearRange>) -> Option<IndexBase> {
    figures.iter().find_map(|figure| {
        let year = figure.period.full_year().filter(|year| window.is_none_or(|window| window.contains(*year)))?;
        let value = shown(figure);
        let QuantityForm::Amount(hedge, _) = value.said else { return None };
        let firm = matches!(hedge, Hedge::Exact | Hedge::Plain | Hedge::About) && value.nominal > 0.0;
        firm.then_some(IndexBase { year, value: value.nominal, about: hedge == Hedge::About })
    })
}

fn track(ctx: &Context<'_>, own: &IndexedSeries, scale: ChartScale, years: VisibleYears) -> SeriesChart {
    let usual = UsualCoverage::of(ctx, &own.figures);
    let visible = years.visible;
    let known = |year: i32| own.years().find(|(known, _)| *known == year).map(|(_, figure)| figure);
    let dot = |year: i32| {
        let figure = known(year)?;
        let value = own.of(shown(figure));
        let bar = bar_of(&value, scale);
        Some(Dot {
            column: usize::try_from(year - visible.from).ok()?,
            value: bar.value,
            is_full: true,
            is_open: bar.is_open,
            differs: UsualCoverage::differs(usual.as_ref(), ctx, figure),
            label: Label::one(ctx.words.axis_label(&value, 1.0)),
        })
    };
    let line = ChartLine {
        name: Label::default(),
        sign: DotSymbol::Series(0),
        is_focused: true,
        join: LineJoin::Straight,
        dots: (visible.from..=visible.to).filter_map(dot).collect(),
    };
    let pace = |year: i32| {
        let value = projections::expected(ctx, own.chosen, year)? / own.base.value * INDEX_BASE;
        Some((usize::try_from(year - visible.from).ok()?, value))
    };
    let projections =
        ChartProjections { pace: (visible.from..=visible.to).filter_map(pace).collect(), estimates: Vec::new() };
    let promised: Vec<Dot> =
        own.promises.iter().filter_map(|promise| target_dot(ctx, own, promise, (visible, scale))).collect();
    let mut lines = vec![line];
    if !promised.is_empty() {
        let name = Label::default();
        lines.insert(
            0,
            ChartLine { name, sign: DotSymbol::Target, is_focused: true, join: LineJoin::Separate, dots: promised },
        );
    }
    let of_year = |year: i32| column(ctx, own, (year, known(year)));
    let (columns, entries): (Vec<ChartColumn>, Vec<Vec<SeriesRecord>>) =
        (visible.from..=visible.to).map(of_year).unzip();
    let differs = lines.iter().any(|line| line.dots.iter().any(|dot| dot.differs));
    let metric = Arg::from(ctx.text(&ctx.dataset[own.series.0].name));
    let subject = Arg::from(ctx.text(&ctx.dataset[own.series.1].name));
    let args = [("subject", subject), ("metric", metric), ("year", Arg::from(own.base.year.to_string()))];
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
    };
    let name =
        [("subject", Arg::from(labels::subject(ctx, own.series))), ("year", Arg::from(own.base.year.to_string()))];
    SeriesChart {
        series: own.series,
        name: ctx.words.format("index-name", &name),
        said: said(ctx, own, visible),
        chart,
        entries,
    }
}

/// What the latest year in sight is of the first.
fn said(ctx: &Context<'_>, own: &IndexedSeries, visible: YearRange) -> Option<Vec<TextRun>> {
    let (year, figure) = own.years().filter(|(year, _)| visible.contains(*year) && *year != own.base.year).last()?;
    let index = ctx.words.axis_label(&own.of(shown(figure)), 1.0);
    let args = [
        ("subject", labels::subject(ctx, own.series).into()),
        ("metric", ctx.text(&ctx.dataset[own.series.0].name).into()),
        ("index", TextRun::new(index, Role::Actual).into()),
        ("year", year.to_string().into()),
        ("base", own.base.year.to_string().into()),
    ];
    Some(role_markup::format(ctx.words, "output-index", &args))
}

/// A promise due in a year in sight, if the scale reaches it.
fn target_dot(
    ctx: &Context<'_>,
    own: &IndexedSeries,
    promise: &DueTarget,
    (visible, scale): (YearRange, ChartScale),
) -> Option<Dot> {
    let value = own.of(&promise.value);
    let column = usize::try_from(promise.year - visible.from).ok().filter(|_| visible.contains(promise.year))?;
    let label = Label::one(ctx.words.axis_label(&value, 1.0));
    let fits = promise.is_focused || value.nominal <= scale.max;
    fits.then_some(Dot { column, value: value.nominal, is_full: true, is_open: false, differs: false, label })
}

/// A year: its index, and the figure that it comes from.
fn column(
    ctx: &Context<'_>,
    own: &IndexedSeries,
    (year, figure): (i32, Option<&Figure>),
) -> (ChartColumn, Vec<SeriesRecord>) {
    let due: Vec<&DueTarget> = own.promises.iter().filter(|promise| promise.year == year).collect();
    let pace = readout::pace(ctx, own.series, figure.map(shown), projections::expected(ctx, own.chosen, year));
    let beside = readout::beside(ctx, &pace, due.iter().map(|promise| promise.id));
    let index = figure.map(|figure| {
        let value = Arg::from(ctx.words.axis_label(&own.of(shown(figure)), 1.0));
        ctx.words.format("readout-index", &[("value", value), ("year", Arg::from(own.base.year.to_string()))])
    });
    let readout = match (figure, &index) {
        (Some(figure), Some(index)) => {
            let own_words = readout::after_gap(index, Role::Strong).into_iter().chain(beside).collect();
            readout::of_figure(ctx, own.series, figure, own_words)
        }
        _ => readout::missing_year(ctx, own.series, year).into_iter().chain(beside).collect(),
    };
    let mut entries = figure.map_or_else(
        || vec![SeriesRecord::missing(labels::year_label(year))],
        |figure| SeriesRecord::of(ctx, own.series, figure, None),
    );
    if let Some(first) = entries.first_mut() {
        first.pace = pace;
        first.promised = readout::numbers(ctx, due.iter().map(|promise| promise.id));
        if let Some(figure) = figure {
            let value = ctx.words.axis_label(&own.of(shown(figure)), 1.0);
            let said = ctx.words.quantity(shown(figure), &ctx.dataset[own.series.0], TextForm::Plain);
            first.value = Label::forms([format!("{value} ({said})"), value]);
        }
    }
    let data_point = data_point(&own.figures, (year, figure), &due, readout);
    (ChartColumn::empty(data_point), entries)
}
