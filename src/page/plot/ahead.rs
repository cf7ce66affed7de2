//! What we work out for the columns of a chart: the pace that the chosen promise needs, the rest of a running year, the
//! trend up to the due date. Labelled as ours, never in full ink, off by one key.

use crate::compare::outlook::{Annual, Line, Mark, Point};
use crate::compare::pace::Way;
use crate::compare::quantity::{Interval, Quantity};
use crate::compare::verdict::Verdict;
use crate::dataset::records::{Id, MetricKind, Target};

use super::due;
use super::scale::Scale;
use crate::page::Shown;
use crate::page::chart::{Estimate, Ink, Outlook};
use crate::page::context::Context;
use crate::page::drawing::Window;
use crate::page::prose::Label;

/// What is worked out for the chosen promise, on columns of these years.
#[must_use]
pub(super) fn outlook(ctx: &Context<'_>, chosen: Option<Id<Target>>, seen: Window, scale: Scale) -> Outlook {
    let Some(id) = chosen.filter(|_| ctx.query.outlook == Shown::Yes) else { return Outlook::default() };
    let verdict = ctx.verdict(id);
    let column = |year: i32| usize::try_from(year - seen.from).ok().filter(|_| seen.has(year));
    Outlook { pace: pace(ctx, chosen, &column, scale), estimates: estimates(ctx, verdict, &column, scale) }
}

/// The line from the baseline to the promise with its first and last year; none where nothing of ours is shown.
fn way(ctx: &Context<'_>, chosen: Option<Id<Target>>) -> Option<(Way, i32, i32)> {
    let id = chosen.filter(|_| ctx.query.outlook == Shown::Yes)?;
    let (target, verdict) = (&ctx.dataset[id], ctx.verdict(id));
    let (base, promised) = (verdict.baseline.as_ref()?, verdict.promised.as_ref()?);
    let end = due::year_of(ctx, id)?;
    let line = match ctx.dataset[target.metric].kind {
        MetricKind::Flow | MetricKind::Stock => Line::Geometric,
        _ => Line::Linear,
    };
    let way = Way { from: (base.at, base.value.nominal), to: (f64::from(end), promised.nominal), line };
    Some((way, year_of(base.at), end))
}

/// Where the pace line of the chosen promise stands at the end of a year, in the metric's unit; none outside of it.
#[must_use]
pub(super) fn expected(ctx: &Context<'_>, chosen: Option<Id<Target>>, year: i32) -> Option<f64> {
    let (way, first, last) = way(ctx, chosen)?;
    Some(way.expected(f64::from(year))).filter(|value| (first..=last).contains(&year) && value.is_finite())
}

/// The pace line at the end of each year.
fn pace(
    ctx: &Context<'_>,
    chosen: Option<Id<Target>>,
    column: &dyn Fn(i32) -> Option<usize>,
    scale: Scale,
) -> Vec<(usize, f64)> {
    let Some((_, first, last)) = way(ctx, chosen) else { return Vec::new() };
    let at = |year: i32| Some((column(year)?, expected(ctx, chosen, year)? / scale.unit));
    (first..=last).filter_map(at).collect()
}

/// The newest year where only a part of it is known, and the years of the trend after it.
fn estimates(
    ctx: &Context<'_>,
    verdict: &Verdict,
    column: &dyn Fn(i32) -> Option<usize>,
    scale: Scale,
) -> Vec<Estimate> {
    let estimate = |at: f64, ink, value: f64, range: Option<(f64, f64)>| {
        let bounds = Interval::exactly(value);
        Some(Estimate {
            column: column(year_of(at))?,
            ink,
            value: value / scale.unit,
            range: range.map(|(low, high)| (low / scale.unit, high / scale.unit)),
            label: Label::one(ctx.words.on_axis(&Quantity::derived(value, bounds, bounds), scale.unit)),
        })
    };
    let newest: Option<&Point> = verdict.pace.as_ref().map(|pace| &pace.newest).or(verdict.baseline.as_deref());
    let rest = newest.filter(|point| point.annual.as_ref().is_some_and(|Annual { months, .. }| *months < 12));
    let rest = rest.and_then(|point| {
        let band = point.value.soft;
        estimate(point.at, Ink::Rest, point.value.nominal, Some((band.lo, band.hi)))
    });
    // Two or three figures over a longer way than they span are arithmetic for Why, and no picture of what will be.
    let path = verdict.projection.iter().filter(|ahead| ahead.counts).flat_map(|ahead| &ahead.path);
    let newest_at = newest.map_or(f64::MIN, |point| point.at);
    let trend = path.filter(|mark| mark.at > newest_at + 1e-9);
    let trend = trend.filter_map(|Mark { at, value, interval }| estimate(*at, Ink::Projected, *value, *interval));
    rest.into_iter().chain(trend).collect()
}

/// The year at whose end, or in which, a place in time lies.
#[expect(clippy::cast_possible_truncation, reason = "years of the calendar are small")]
fn year_of(at: f64) -> i32 {
    (at - 1e-9).ceil() as i32
}

/// How high the trend reaches in these years, its upper end cut at twice the promise (analytics 5.3).
#[must_use]
pub(super) fn highest(ctx: &Context<'_>, chosen: Option<Id<Target>>, seen: Window) -> f64 {
    let Some(id) = chosen.filter(|_| ctx.query.outlook == Shown::Yes) else { return 0.0 };
    let verdict = ctx.verdict(id);
    let Some(promised) = &verdict.promised else { return 0.0 };
    let drawn = verdict.projection.as_ref().filter(|ahead| ahead.counts);
    let is_due = due::year_of(ctx, id).is_some_and(|year| seen.has(year));
    let end = drawn.map_or(0.0, |ahead| {
        let marks = ahead.path.iter().filter(|mark| seen.has(year_of(mark.at)));
        let high = marks.map(|mark| mark.interval.map_or(mark.value, |(_, high)| high)).fold(0.0, f64::max);
        if is_due { ahead.at_deadline.soft.hi } else { high }
    });
    let running = verdict.pace.as_ref().filter(|pace| pace.newest.annual.is_some() && seen.has(year_of(pace.at)));
    let running = running.map_or(0.0, |pace| pace.newest.value.soft.hi);
    [end, running].into_iter().filter(|value| value.is_finite()).fold(0.0, f64::max).min(promised.nominal * 2.0)
}
