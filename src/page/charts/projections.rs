//! Calculated values of a chart: the required pace of the chosen target, the rest of the running year, the projection
//! to the due date. One key hides them.

use crate::compare::progress::pace::PaceLine;
use crate::compare::progress::types::{Annualisation, ProjectedPoint, SeriesPoint};
use crate::compare::series::quantity::Quantity;
use crate::compare::verdict::types::Verdict;
use crate::dataset::records::{Id, Target};
use crate::page::charts::scale::ChartScale;
use crate::page::charts::series_chart::ReportedSeries;
use crate::page::context::Context;
use crate::page::model::{ChartMark, ChartProjections, Estimate, Label, Visibility, YearRange};

/// Pace and estimates of the chosen target, for these years.
pub(super) fn projections(
    ctx: &Context<'_>,
    reported: &ReportedSeries,
    visible: YearRange,
    scale: ChartScale,
) -> ChartProjections {
    let Some(id) = reported.chosen.filter(|_| ctx.query.projections == Visibility::Shown) else {
        return ChartProjections::default();
    };
    let verdict = ctx.verdict(id);
    let column = |year: i32| usize::try_from(year - visible.from).ok().filter(|_| visible.contains(year));
    ChartProjections { pace: pace(ctx, reported, visible, scale), estimates: estimates(ctx, verdict, &column, scale) }
}

/// The line from the baseline to the target; none where it has none, or where projections are hidden.
fn pace_line(ctx: &Context<'_>, chosen: Option<Id<Target>>) -> Option<PaceLine> {
    let id = chosen.filter(|_| ctx.query.projections == Visibility::Shown)?;
    ctx.verdict(id).required.as_ref().map(|required| required.line)
}

/// The value of the pace line at a time in calendar years, in the unit of the metric; none outside of the line.
pub(super) fn expected(ctx: &Context<'_>, chosen: Option<Id<Target>>, at: f64) -> Option<f64> {
    let line = pace_line(ctx, chosen)?;
    Some(line.expected(at)).filter(|value| (line.from.0..=line.to.0).contains(&at) && value.is_finite())
}

/// The pace line at the end of each column, of the last one at the due date.
fn pace(ctx: &Context<'_>, reported: &ReportedSeries, visible: YearRange, scale: ChartScale) -> Vec<(usize, f64)> {
    let Some(line) = pace_line(ctx, reported.chosen) else { return Vec::new() };
    let at = |(index, year): (usize, i32)| {
        let end = reported.slots.time(year, None);
        let is_last = year == year_of(line.to.0);
        let value = expected(ctx, reported.chosen, if is_last { line.to.0 } else { end })?;
        Some((index, value / scale.unit))
    };
    (visible.from..=visible.to).enumerate().filter_map(at).collect()
}

/// The newest year if only a part of it is reported, and the projected years after it.
fn estimates(
    ctx: &Context<'_>,
    verdict: &Verdict,
    column: &dyn Fn(i32) -> Option<usize>,
    scale: ChartScale,
) -> Vec<Estimate> {
    let estimate = |at: f64, mark, value: f64, range: Option<(f64, f64)>| {
        let number = ctx.words.axis_label(&Quantity::calculated(value), scale.unit);
        Some(Estimate {
            column: column(year_of(at))?,
            mark,
            value: value / scale.unit,
            range: range.map(|(low, high)| (low / scale.unit, high / scale.unit)),
            label: Label::one(if value > scale.max { format!("{number}↑") } else { number }),
        })
    };
    let newest: Option<&SeriesPoint> = verdict.pace.as_ref().map(|pace| &pace.newest).or(verdict.baseline.as_deref());
    let rest = newest.filter(|point| point.annual.as_ref().is_some_and(|Annualisation { months, .. }| *months < 12));
    let rest = rest.and_then(|point| {
        let band = point.value.soft;
        estimate(point.at, ChartMark::RestOfYear, point.value.nominal, Some((band.lo, band.hi)))
    });
    // A projection over a longer time than its two or three figures span is shown in Why only.
    let path =
        verdict.projection.iter().filter(|projection| projection.is_supported).flat_map(|projection| &projection.path);
    let newest_at = newest.map_or(f64::MIN, |point| point.at);
    let trend = path.filter(|mark| mark.at > newest_at + 1e-9);
    let trend = trend
        .filter_map(|ProjectedPoint { at, value, interval }| estimate(*at, ChartMark::Projected, *value, *interval));
    rest.into_iter().chain(trend).collect()
}

/// The calendar year that ends at, or contains, a decimal year where 2025.0 is the end of 2025.
#[expect(clippy::cast_possible_truncation, reason = "years of the calendar are small")]
fn year_of(at: f64) -> i32 {
    (at - 1e-9).ceil() as i32
}

/// The highest projection in these years, at most twice the target (analytics 5.3).
pub(super) fn highest(ctx: &Context<'_>, reported: &ReportedSeries, visible: YearRange) -> f64 {
    let Some(id) = reported.chosen.filter(|_| ctx.query.projections == Visibility::Shown) else { return 0.0 };
    let verdict = ctx.verdict(id);
    let Some(promised) = &verdict.promised else { return 0.0 };
    let drawn = verdict.projection.as_ref().filter(|projection| projection.is_supported);
    let is_due = reported.slots.of_target(ctx, id).is_some_and(|year| visible.contains(year));
    let end = drawn.map_or(0.0, |projection| {
        let marks = projection.path.iter().filter(|mark| visible.contains(year_of(mark.at)));
        let high = marks.map(|mark| mark.interval.map_or(mark.value, |(_, high)| high)).fold(0.0, f64::max);
        if is_due { projection.at_deadline.soft.hi } else { high }
    });
    let running =
        verdict.pace.as_ref().filter(|pace| pace.newest.annual.is_some() && visible.contains(year_of(pace.at)));
    let running = running.map_or(0.0, |pace| pace.newest.value.soft.hi);
    [end, running].into_iter().filter(|value| value.is_finite()).fold(0.0, f64::max).min(promised.nominal * 2.0)
}

/// The lowest projection in these years, or 0; at most twice a negative target.
pub(super) fn lowest(ctx: &Context<'_>, reported: &ReportedSeries, visible: YearRange) -> f64 {
    let Some(id) = reported.chosen.filter(|_| ctx.query.projections == Visibility::Shown) else { return 0.0 };
    let verdict = ctx.verdict(id);
    let projection = verdict.projection.iter().filter(|projection| projection.is_supported);
    let marks = projection.flat_map(|projection| &projection.path).filter(|mark| visible.contains(year_of(mark.at)));
    let low = marks.map(|mark| mark.interval.map_or(mark.value, |(low, _)| low)).filter(|low| low.is_finite());
    let promised = verdict.promised.as_ref().map_or(0.0, |promised| promised.nominal.min(0.0));
    low.fold(0.0, f64::min).max(promised * 2.0)
}
