//! Lines in place of columns: several series in one picture, or a scale that grows by factors, on which a column has no
//! foot to stand on.

use crate::page::chart::{Axis, Chart, Column, Dot, Estimate, Frame, Ink, Join, Line, Sign};
use crate::page::context::Context;
use crate::page::drawing::Growth;
use crate::page::prose::{Label, Role, Run};
use crate::page::words::Arg;

use super::track::Track;
use super::{head, readout};

/// The columns of a chart as one line of dots, with what was promised, what other sources say and what we work out as dots
/// of their own. A chart of lines stays as it is.
pub(super) fn dotted(ctx: &Context<'_>, mut chart: Chart) -> Chart {
    if !chart.lines.is_empty() {
        return chart;
    }
    let estimates = std::mem::take(&mut chart.outlook.estimates);
    let mut lines = vec![of_rivals(&chart), of_estimates(&estimates), of_frames(&chart, |_| true)];
    lines.push(of_bars(&chart, (0, Label::default()), true));
    lines.retain(|line| !line.dots.is_empty());
    for column in &mut chart.columns {
        *column = Column { group: column.group.clone(), ..Column::empty(column.spot.clone()) };
    }
    chart.legend = head::legend_of_lines(ctx, &lines, &chart.outlook);
    chart.lines = lines;
    chart
}

/// Several series in the places that they share, the first one in the foreground.
pub(super) fn overlaid(ctx: &Context<'_>, tracks: &[Track]) -> Option<Chart> {
    let first = tracks.first()?;
    let mut lines = Vec::new();
    for (number, track) in tracks.iter().enumerate().rev() {
        let name = Label::one(&*track.name);
        let own = &track.chart;
        let focus = number == 0;
        if own.lines.is_empty() {
            lines.push(of_bars(own, (number, name), focus));
            continue;
        }
        // Of lines the one in question, as a line of this series; what was promised for the first one too.
        let promised = own.lines.iter().filter(|line| focus && line.sign == Sign::Promised);
        lines.extend(
            promised.map(|line| Line { dots: line.dots.last().cloned().into_iter().collect(), ..line.clone() }),
        );
        let in_question = own.lines.iter().rev().find(|line| line.focus && line.sign != Sign::Promised);
        lines.extend(in_question.map(|line| Line { name, sign: Sign::Series(number), focus, ..line.clone() }));
    }
    if first.chart.lines.is_empty() {
        lines.insert(0, of_frames(&first.chart, |frame| frame.focus));
    }
    lines.retain(|line| !line.dots.is_empty());
    let columns = (0..first.chart.columns.len()).map(|place| together(ctx, tracks, place)).collect();
    let mut outlook = first.chart.outlook.clone();
    outlook.estimates.clear();
    let notes = tracks.iter().filter(|track| !track.chart.note.is_empty()).count();
    let chart = Chart {
        title: head::of_several(ctx, first.series, &first.chart.title),
        legend: head::legend_of_lines(ctx, &lines, &outlook),
        columns,
        lines,
        outlook,
        // What a figure differs from is another year for each series.
        note: if notes > 1 { Vec::new() } else { first.chart.note.clone() },
        ..first.chart.clone()
    };
    Some(chart)
}

/// So many are named of those that say nothing.
const FEW: usize = 2;

/// A place of several series: all of their records, and what is said of each.
pub(super) fn together(ctx: &Context<'_>, tracks: &[Track], place: usize) -> Column {
    let own: Vec<&Column> = tracks.iter().filter_map(|track| track.chart.columns.get(place)).collect();
    let Some(first) = own.first() else { return Column::empty(crate::page::spot::Spot::default()) };
    let mut spot = first.spot.clone();
    spot.keys = own.iter().flat_map(|column| column.spot.keys.iter().copied()).collect();
    spot.others = own.iter().flat_map(|column| column.spot.others.iter().copied()).collect();
    spot.readout = vec![Run::new(named(first), Role::Strong)];
    let said: Vec<(&Track, Option<Vec<Run>>)> = tracks.iter().map(|track| (track, track.brief(ctx, place))).collect();
    spot.readout.extend(said.iter().flat_map(|(_, brief)| brief.clone().unwrap_or_default()));
    let silent: Vec<&str> =
        said.iter().filter(|(_, brief)| brief.is_none()).map(|(track, _)| track.subject(ctx)).collect();
    if !silent.is_empty() {
        let list = match silent.len() {
            0..=FEW => silent.join(&ctx.words.get("list-separator")),
            more => ctx.words.say("readout-others", &[("count", Arg::from(more))]),
        };
        let said = ctx.words.say("readout-silent", &[("list", Arg::from(list))]);
        spot.readout.extend(readout::apart(&said, Role::Missing));
    }
    Column { group: first.group.clone(), ..Column::empty(spot) }
}

/// The name of a place with the group that it belongs to: "Jan–Aug 2018".
fn named(column: &Column) -> String {
    format!("{} {}", column.spot.label.long(), column.group.long()).trim_end().to_owned()
}

fn of_bars(chart: &Chart, (number, name): (usize, Label), focus: bool) -> Line {
    let dot = |(place, column): (usize, &Column)| {
        let bar = column.bar?;
        Some(Dot {
            column: place,
            value: bar.value,
            full: bar.ink == Ink::Full,
            open: bar.open,
            differs: column.differs,
            label: column.value.clone(),
        })
    };
    // Parts of years are no neighbours of each other.
    let join =
        if chart.columns.iter().any(|column| !column.group.0.is_empty()) { Join::Apart } else { Join::Neighbours };
    let dots = chart.columns.iter().enumerate().filter_map(dot).collect();
    Line { name, sign: Sign::Series(number), focus, join, dots }
}

fn of_frames(chart: &Chart, wanted: fn(&Frame) -> bool) -> Line {
    let dots = chart.columns.iter().enumerate().flat_map(|(column, own)| {
        let dot = move |frame: &Frame| bare(column, frame.value, frame.label.clone());
        own.frames.iter().filter(|frame| wanted(frame) && !frame.beyond).map(dot).collect::<Vec<_>>()
    });
    Line { name: Label::default(), sign: Sign::Promised, focus: true, join: Join::Apart, dots: dots.collect() }
}

fn of_rivals(chart: &Chart) -> Line {
    let dots = chart.columns.iter().enumerate().flat_map(|(column, own)| {
        own.rivals.iter().map(move |value| bare(column, *value, Label::default())).collect::<Vec<_>>()
    });
    Line { name: Label::default(), sign: Sign::Rival, focus: false, join: Join::Apart, dots: dots.collect() }
}

fn of_estimates(estimates: &[Estimate]) -> Line {
    let dot = |estimate: &Estimate| bare(estimate.column, estimate.value, estimate.label.clone());
    let dots = estimates.iter().map(dot).collect();
    Line { name: Label::default(), sign: Sign::Projected, focus: false, join: Join::Apart, dots }
}

fn bare(column: usize, value: f64, label: Label) -> Dot {
    Dot { column, value, full: true, open: false, differs: false, label }
}

/// Steps within a power of ten on a scale that grows by factors.
const STEPS: [f64; 3] = [1.0, 2.0, 5.0];

/// The same lines on scales that grow by factors: from the round number below the lowest value of all charts to the one
/// above the highest. What is not above zero has no place there, which is said.
pub(super) fn by_factors(ctx: &Context<'_>, charts: &mut [Chart]) {
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
        chart.outlook.pace.retain(|(_, value)| *value >= axis.min);
        chart.axis = axis.clone();
        chart.title =
            Label::forms(chart.title.0.iter().map(|form| ctx.words.say("chart-log", &[("title", Arg::from(form))])));
        if before > after {
            chart.note.push(Run::new(format!("  {}", ctx.words.get("chart-log-left-out")), Role::Muted));
        }
    }
}

/// A scale that grows by factors, with round numbers on it.
fn axis(ctx: &Context<'_>, low: f64, high: f64) -> Axis {
    #[expect(clippy::cast_possible_truncation, reason = "powers of ten of an f64 are small")]
    let power = |value: f64| value.log10().floor() as i32;
    let all: Vec<f64> =
        (power(low)..=power(high) + 1).flat_map(|power| STEPS.map(|step| step * 10f64.powi(power))).collect();
    let min = all.iter().copied().rfind(|tick| *tick <= low).unwrap_or(low);
    let max = all.iter().copied().find(|tick| *tick >= high).unwrap_or(high);
    let max = if max > min { max } else { min * 10.0 };
    let decimals = |tick: f64| if tick >= 1.0 { 0 } else { usize::try_from(-power(tick)).unwrap_or(0) };
    let inside = all.iter().copied().filter(|tick| (min..=max).contains(tick));
    let ticks = inside.map(|tick| (tick, ctx.words.number(tick, decimals(tick)))).collect();
    Axis { min, max, growth: Growth::Log, ticks }
}
