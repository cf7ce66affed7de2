//! Lines instead of columns: several series in one chart, or a logarithmic scale, which has no zero for columns.

use crate::page::charts::series_chart::SeriesChart;
use crate::page::charts::{labels, readout};
use crate::page::context::Context;
use crate::page::i18n::Arg;
use crate::page::model::{
    Axis, Chart, ChartColumn, ChartLine, ChartMark, DataPoint, Dot, DotSymbol, Estimate, Label, LineJoin, Role,
    ScaleKind, TargetFrame, TextRun,
};

/// A chart of columns as lines of dots: figures, targets, other sources, projections. A chart of lines stays as it is.
pub(super) fn as_dots(ctx: &Context<'_>, mut chart: Chart) -> Chart {
    if !chart.lines.is_empty() {
        return chart;
    }
    let estimates = std::mem::take(&mut chart.projections.estimates);
    let mut lines = vec![other_source_line(&chart), estimate_line(&estimates), target_line(&chart, |_| true)];
    lines.push(bar_line(&chart));
    lines.retain(|line| !line.dots.is_empty());
    for column in &mut chart.columns {
        *column = ChartColumn { group: column.group.clone(), ..ChartColumn::empty(column.data_point.clone()) };
    }
    chart.legend = labels::legend_of_lines(ctx, &lines, &chart.projections);
    chart.lines = lines;
    chart
}

/// Several series with the same columns in one chart, the first one in the foreground.
pub(super) fn overlaid(ctx: &Context<'_>, series_charts: &[SeriesChart]) -> Option<Chart> {
    let first = series_charts.first()?;
    let mut lines = Vec::new();
    for (number, series_chart) in series_charts.iter().enumerate().rev() {
        let is_focused = number == 0;
        let bars = series_chart.chart.lines.is_empty().then(|| bar_line(&series_chart.chart));
        // Of several lines take the focused one, and of the first series its latest target.
        let (targets, others): (Vec<_>, Vec<_>) =
            series_chart.chart.lines.iter().partition(|line| line.sign == DotSymbol::Target);
        let targets = targets.into_iter().filter(|_| is_focused);
        lines.extend(
            targets.map(|line| ChartLine { dots: line.dots.last().cloned().into_iter().collect(), ..line.clone() }),
        );
        let line = bars.or_else(|| others.into_iter().rev().find(|line| line.is_focused).cloned());
        let (name, sign) = (Label::one(&*series_chart.name), DotSymbol::Series(number));
        lines.extend(line.map(|line| ChartLine { name, sign, is_focused, ..line }));
    }
    if first.chart.lines.is_empty() {
        lines.insert(0, target_line(&first.chart, |frame| frame.is_focused));
    }
    lines.retain(|line| !line.dots.is_empty());
    let columns = (0..first.chart.columns.len()).map(|index| combined_column(ctx, series_charts, index)).collect();
    let mut projections = first.chart.projections.clone();
    projections.estimates.clear();
    let notes = series_charts.iter().filter(|series_chart| !series_chart.chart.note.is_empty()).count();
    let chart = Chart {
        title: labels::several_series_title(ctx, first.series, &first.chart.title),
        legend: labels::legend_of_lines(ctx, &lines, &projections),
        columns,
        lines,
        projections,
        // Each series has a usual coverage of its own, which one note cannot explain.
        note: if notes > 1 { Vec::new() } else { first.chart.note.clone() },
        ..first.chart.clone()
    };
    Some(chart)
}

/// Of more series without data only their number is given.
const MAX_NAMED: usize = 2;

/// One column of several series: all their records and readouts.
pub(super) fn combined_column(ctx: &Context<'_>, series_charts: &[SeriesChart], index: usize) -> ChartColumn {
    let columns: Vec<&ChartColumn> =
        series_charts.iter().filter_map(|series_chart| series_chart.chart.columns.get(index)).collect();
    let Some(first) = columns.first() else {
        return ChartColumn::empty(DataPoint::default());
    };
    let mut data_point = first.data_point.clone();
    data_point.keys = columns.iter().flat_map(|column| column.data_point.keys.iter().copied()).collect();
    data_point.others = columns.iter().flat_map(|column| column.data_point.others.iter().copied()).collect();
    data_point.readout = vec![TextRun::new(column_name(first), Role::Strong)];
    let briefs: Vec<(&SeriesChart, Option<Vec<TextRun>>)> =
        series_charts.iter().map(|series_chart| (series_chart, series_chart.brief(ctx, index))).collect();
    data_point.readout.extend(briefs.iter().flat_map(|(_, brief)| brief.clone().unwrap_or_default()));
    let silent: Vec<&str> =
        briefs.iter().filter(|(_, brief)| brief.is_none()).map(|(series_chart, _)| series_chart.subject(ctx)).collect();
    if !silent.is_empty() {
        let list = match silent.len() {
            0..=MAX_NAMED => silent.join(&ctx.words.get("list-separator")),
            more => ctx.words.format("readout-others", &[("count", Arg::from(more))]),
        };
        let without = ctx.words.format("readout-silent", &[("list", Arg::from(list))]);
        data_point.readout.extend(readout::after_gap(&without, Role::Missing));
    }
    ChartColumn { group: first.group.clone(), ..ChartColumn::empty(data_point) }
}

/// The label with its group: "Jan–Aug 2018".
fn column_name(column: &ChartColumn) -> String {
    format!("{} {}", column.data_point.label.long(), column.group.long()).trim_end().to_owned()
}

fn bar_line(chart: &Chart) -> ChartLine {
    let dot = |(index, column): (usize, &ChartColumn)| {
        let bar = column.bar?;
        Some(Dot {
            is_full: bar.mark == ChartMark::FullPeriod,
            is_open: bar.is_open,
            differs: column.differs,
            ..Dot::new(index, bar.value, column.value.clone())
        })
    };
    // Part-years are not consecutive.
    let is_grouped = chart.columns.iter().any(|column| !column.group.0.is_empty());
    let join = if is_grouped { LineJoin::Separate } else { LineJoin::Straight };
    ChartLine::new(DotSymbol::Series(0), join, chart.columns.iter().enumerate().filter_map(dot).collect())
}

fn target_line(chart: &Chart, is_wanted: fn(&TargetFrame) -> bool) -> ChartLine {
    let dots = chart.columns.iter().enumerate().flat_map(|(index, column)| {
        let frames = column.frames.iter().filter(|frame| is_wanted(frame) && !frame.is_off_scale);
        frames.map(move |frame| Dot::new(index, frame.value, frame.label.clone()))
    });
    ChartLine::new(DotSymbol::Target, LineJoin::Separate, dots.collect())
}

fn other_source_line(chart: &Chart) -> ChartLine {
    let dots =
        chart.columns.iter().enumerate().flat_map(|(index, column)| {
            column.rivals.iter().map(move |value| Dot::new(index, *value, Label::default()))
        });
    let line = ChartLine::new(DotSymbol::OtherSource, LineJoin::Separate, dots.collect());
    ChartLine { is_focused: false, ..line }
}

fn estimate_line(estimates: &[Estimate]) -> ChartLine {
    let dot = |estimate: &Estimate| Dot::new(estimate.column, estimate.value, estimate.label.clone());
    let line = ChartLine::new(DotSymbol::Projected, LineJoin::Separate, estimates.iter().map(dot).collect());
    ChartLine { is_focused: false, ..line }
}

/// Ticks within a power of ten.
const LOG_STEPS: [f64; 3] = [1.0, 2.0, 5.0];

/// Puts charts of lines on one logarithmic scale. Values not above zero are left out, with a note.
pub(super) fn to_log_scale(ctx: &Context<'_>, charts: &mut [Chart]) {
    let dots =
        charts.iter().flat_map(|chart| chart.lines.iter().flat_map(|line| line.dots.iter().map(|dot| dot.value)));
    let values: Vec<f64> = dots.filter(|value| *value > 0.0).collect();
    let (low, high) = values.iter().fold((f64::MAX, f64::MIN_POSITIVE), |(l, h), v| (l.min(*v), h.max(*v)));
    if values.is_empty() {
        return;
    }
    let axis = axis(ctx, low, high * 1.02);
    for chart in charts {
        let before = chart.lines.iter().map(|line| line.dots.len()).sum::<usize>();
        for line in &mut chart.lines {
            line.dots.retain(|dot| dot.value > 0.0);
        }
        let after = chart.lines.iter().map(|line| line.dots.len()).sum::<usize>();
        chart.projections.pace.retain(|(_, value)| *value >= axis.min);
        chart.axis = axis.clone();
        chart.title =
            Label::forms(chart.title.0.iter().map(|form| ctx.words.format("chart-log", &[("title", Arg::from(form))])));
        if before > after {
            chart.note.push(TextRun::new(format!("  {}", ctx.words.get("chart-log-left-out")), Role::Muted));
        }
    }
}

/// A logarithmic axis with round ticks.
fn axis(ctx: &Context<'_>, low: f64, high: f64) -> Axis {
    #[expect(clippy::cast_possible_truncation, reason = "powers of ten of an f64 are small")]
    let power = |value: f64| value.log10().floor() as i32;
    let all: Vec<f64> =
        (power(low)..=power(high) + 1).flat_map(|power| LOG_STEPS.map(|step| step * 10f64.powi(power))).collect();
    let min = all.iter().copied().rfind(|tick| *tick <= low).unwrap_or(low);
    let max = all.iter().copied().find(|tick| *tick >= high).unwrap_or(high);
    let max = if max > min { max } else { min * 10.0 };
    let decimals = |tick: f64| if tick >= 1.0 { 0 } else { usize::try_from(-power(tick)).unwrap_or(0) };
    let inside = all.iter().copied().filter(|tick| (min..=max).contains(tick));
    let ticks = inside.map(|tick| (tick, ctx.words.number(tick, decimals(tick)))).collect();
    Axis { min, max, scale: ScaleKind::Log, ticks }
}
