//! The texts around a chart: title, axis, legend, note.

use crate::compare::series::figure::Figure;
use crate::dataset::records::index::SeriesKey;
use crate::page::charts::scale::ChartScale;
use crate::page::charts::year_slots::YearSlots;
use crate::page::context::Context;
use crate::page::i18n::{Arg, TextForm};
use crate::page::model::{
    Axis, ChartColumn, ChartLine, ChartMark, ChartMode, ChartProjections, DotSymbol, Label, Role, ScaleKind, TextRun,
};

/// Subject, metric and unit; the message `key.short` leaves out the subject.
pub(super) fn title(ctx: &Context<'_>, series: SeriesKey, scale: ChartScale, key: &str) -> Label {
    let metric = &ctx.dataset[series.0];
    let subject = Arg::from(ctx.text(&ctx.dataset[series.1].name));
    let name = Arg::from(ctx.text(&metric.name));
    let unit = match (ctx.words.scale(scale.unit, TextForm::Long), metric.currency.is_some()) {
        (factor, _) if factor.is_empty() => ctx.words.unit(metric),
        (factor, false) => factor,
        (factor, true) => {
            let parts = [("scale", Arg::from(factor)), ("unit", Arg::from(ctx.words.unit(metric)))];
            ctx.words.format("chart-unit", &parts)
        }
    };
    let args = [("subject", subject), ("metric", name), ("unit", Arg::from(unit))];
    Label::forms([ctx.words.format(key, &args), ctx.words.format(&format!("{key}.short"), &args)])
}

/// The name of the subject.
pub(super) fn subject(ctx: &Context<'_>, series: SeriesKey) -> String {
    ctx.text(&ctx.dataset[series.1].name).to_owned()
}

/// The title of a chart of several series, without a subject.
pub(super) fn several_series_title(ctx: &Context<'_>, series: SeriesKey, title: &Label) -> Label {
    if ctx.query.chart_options.mode == ChartMode::Index {
        let metric = Arg::from(ctx.text(&ctx.dataset[series.0].name));
        return Label::one(ctx.words.format("chart-heading-index-each", &[("metric", metric)]));
    }
    Label::one(title.0.last().cloned().unwrap_or_default())
}

/// A linear axis, in the unit of the scale.
pub(super) fn axis(ctx: &Context<'_>, scale: ChartScale) -> Axis {
    let decimals = |at: f64| if at == 0.0 { 0 } else { scale.decimals() };
    let ticks = scale.ticks().map(|at| (at / scale.unit, ctx.words.number(at / scale.unit, decimals(at)))).collect();
    Axis { min: scale.min / scale.unit, max: scale.max / scale.unit, scale: ScaleKind::Linear, ticks }
}

/// The marks of columns.
pub(super) fn legend(
    ctx: &Context<'_>,
    columns: &[ChartColumn],
    projections: &ChartProjections,
) -> Vec<(ChartMark, Label)> {
    let has_mark = |mark| columns.iter().any(|column| column.bar.is_some_and(|bar| bar.mark == mark));
    let estimated = |mark| projections.estimates.iter().any(|estimate| estimate.mark == mark);
    let entries = [
        (ChartMark::FullPeriod, "legend-made", has_mark(ChartMark::FullPeriod)),
        (ChartMark::TargetFrame, "legend-promised", columns.iter().any(|column| !column.frames.is_empty())),
        (ChartMark::PartYear, "legend-part", has_mark(ChartMark::PartYear)),
        (ChartMark::Pace, "legend-pace", !projections.pace.is_empty()),
        (ChartMark::RestOfYear, "legend-rest", estimated(ChartMark::RestOfYear)),
        (ChartMark::Projected, "legend-projected", estimated(ChartMark::Projected)),
        (ChartMark::OtherSource, "legend-rival", columns.iter().any(|column| !column.rivals.is_empty())),
    ];
    legend_entries(ctx, entries).collect()
}

/// The entries of a legend from marks, the keys of their labels and whether they occur.
pub(super) fn legend_entries<'a>(
    ctx: &'a Context<'_>,
    entries: impl IntoIterator<Item = (ChartMark, &'a str, bool)>,
) -> impl Iterator<Item = (ChartMark, Label)> {
    entries.into_iter().filter(|(.., occurs)| *occurs).map(|(mark, key, _)| (mark, ctx.label(key)))
}

/// Adds a sentence to a note.
pub(super) fn add_to_note(note: &mut Vec<TextRun>, text: &str) {
    let gap = if note.is_empty() { "" } else { "  " };
    note.push(TextRun::new(format!("{gap}{text}"), Role::Muted));
}

/// The marks of dots; a line with a name is listed by it.
pub(super) fn legend_of_lines(
    ctx: &Context<'_>,
    lines: &[ChartLine],
    projections: &ChartProjections,
) -> Vec<(ChartMark, Label)> {
    let has = |sign: &DotSymbol| lines.iter().any(|line| line.sign == *sign);
    let named = |line: &ChartLine| match line.sign {
        DotSymbol::Series(number) if !line.name.0.is_empty() => Some((ChartMark::Dot(number), line.name.clone())),
        _ => None,
    };
    let unnamed = |is_full: bool| {
        let series = lines.iter().filter(|line| line.name.0.is_empty());
        series.filter(|line| line.dots.iter().any(|dot| dot.is_full == is_full)).find_map(|line| match line.sign {
            DotSymbol::Series(number) => Some(number),
            _ => None,
        })
    };
    let part =
        lines.iter().any(|line| matches!(line.sign, DotSymbol::Series(_)) && line.dots.iter().any(|dot| !dot.is_full));
    let mut entries: Vec<(ChartMark, Label)> = lines.iter().rev().filter_map(named).collect();
    entries.extend(unnamed(true).map(|number| (ChartMark::Dot(number), ctx.label("legend-made"))));
    let hollow = unnamed(false).or(Some(0)).filter(|_| part);
    let rest = [
        (ChartMark::TargetDot, "legend-promised", has(&DotSymbol::Target)),
        (ChartMark::HollowDot(hollow.unwrap_or(0)), "legend-part", hollow.is_some()),
        (ChartMark::Pace, "legend-pace", !projections.pace.is_empty()),
        (ChartMark::Projected, "legend-projected", has(&DotSymbol::Projected)),
        (ChartMark::OtherSource, "legend-rival", has(&DotSymbol::OtherSource)),
    ];
    entries.extend(legend_entries(ctx, rest));
    entries
}

/// What the figures of a series usually count: the coverage of its latest full year.
#[derive(Debug, Clone)]
pub(super) struct UsualCoverage {
    coverage: String,
    when: String,
}

impl UsualCoverage {
    /// For figures in order of time; none if there are none.
    pub(super) fn of(ctx: &Context<'_>, figures: &[Figure]) -> Option<Self> {
        let metric = ctx.dataset[figures.last()?.preferred()?].metric;
        let latest = YearSlots::of_years(ctx.dataset[metric].kind, figures).latest(figures)?;
        let coverage = ctx.text(&ctx.dataset[latest.preferred()?].counts).to_owned();
        Some(Self { coverage, when: ctx.words.period(&latest.period, TextForm::Plain) })
    }

    /// Whether a figure counts something else.
    pub(super) fn differs(usual: Option<&Self>, ctx: &Context<'_>, figure: &Figure) -> bool {
        let coverage = figure.preferred().map(|id| ctx.text(&ctx.dataset[id].counts));
        usual.zip(coverage).is_some_and(|(usual, coverage)| !coverage.is_empty() && coverage != usual.coverage)
    }

    /// The note that explains the `*` of differing figures.
    pub(super) fn note(usual: Option<&Self>, ctx: &Context<'_>) -> Vec<TextRun> {
        let note = usual.map(|usual| ctx.words.format("chart-differs", &[("year", Arg::from(&usual.when))]));
        note.into_iter().map(|text| TextRun::new(text, Role::Muted)).collect()
    }
}
