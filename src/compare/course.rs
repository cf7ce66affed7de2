//! The course of a promise: where it started, how fast it goes, where that leads (analytics 3.2 to 3.6).
//!
//! Here: what is put together from the figures. Not here: the formulas (`pace`, `projection`, `required`, `part_year`).

use super::baseline::whole;
use super::judge::Case;
use super::outlook::{Eta, Line, Mark, Pace, Point, Projection, Required};
use super::pace::Way;
use super::part_year::year_to_date;
use super::projection::{DAMPING, FEWEST_FOR_INTERVAL, Fit, Scale};
use super::promise::Promise;
use super::quantity::{Interval, Quantity};
use super::required::{growth, per_year, run_rate};
use super::summed;
use super::time::place;
use super::trend::Trend;
use super::window::{Rule, Window};
use crate::dataset::records::{Better, MetricKind};

/// Fewer points add nothing to R.
const FEWEST_TO_COUNT: usize = 3;
/// Later than this is not soon.
const FURTHEST: f64 = 25.0;

/// Where a promise started, how fast it goes, where that leads.
#[derive(Debug, Clone, Default)]
pub(crate) struct Course {
    /// The last figure known when it was said.
    pub(crate) baseline: Option<Point>,
    /// The newest figure up to the due date, if it is newer than that.
    pub(crate) newest: Option<Point>,
    /// The running due year, annualised.
    pub(crate) final_year: Option<Point>,
    /// The part of the way that the newest figure has gone; none without a baseline or a newer figure.
    pub(crate) since: Option<f64>,
    /// R and the line.
    pub(crate) pace: Option<Pace>,
    /// Where it leads, for open promises.
    pub(crate) projection: Option<Projection>,
    /// What it needs.
    pub(crate) required: Option<Required>,
    /// The way from the baseline to the due date.
    pub(crate) way: Option<Way>,
    /// The trend of all figures.
    pub(crate) fit: Option<Fit>,
    /// The trend hangs on its end points.
    pub(crate) trend_ends: bool,
}

impl Course {
    /// The course of a dated promise, from the figures known and its baseline.
    pub(crate) fn of(case: &Case<'_>, window: &Window, baseline: Option<Point>) -> Self {
        let open = !window.over(case.known);
        let due = due_place(window);
        let sum = if window.rule == Rule::Summed { summed_so_far(case, window) } else { None };
        let newest = match window.rule {
            Rule::Summed => sum.as_ref().filter(|point| point.at <= due),
            _ => case.history.points().iter().rev().find(|point| point.at <= due),
        };
        let final_year =
            newest.filter(|point| open && window.yearly && point.annual.is_some() && point.at >= due).cloned();
        let way = baseline.as_ref().and_then(|base| way(case, base, newest, due));
        let after =
            newest.zip(baseline.as_ref()).filter(|(newest, base)| is_after(newest, base)).map(|(newest, _)| newest);
        let since = after
            .zip(baseline.as_ref())
            .map(|(newest, base)| if due > base.at { (newest.at - base.at) / (due - base.at) } else { 1.0 });
        let pace = after.zip(way).zip(baseline.as_ref()).and_then(|((newest, way), base)| pace(way, base, newest));
        let trend = case.history.trend();
        let projection = match (&final_year, &trend.fit) {
            (Some(year), _) => Some(of_final_year(case.promise, year)),
            (None, Some(fit)) if open && due > fit.last.0 => Some(ahead(case.promise, trend, fit, due)),
            _ => None,
        };
        let required = way.zip(baseline.as_ref()).map(|(way, base)| required(case, window, (way, base), newest));
        let newest = after.cloned();
        Self {
            baseline,
            newest,
            final_year,
            since,
            pace,
            projection,
            required,
            way,
            fit: trend.fit.clone(),
            trend_ends: trend.hangs,
        }
    }

    /// When the trend crosses the number to reach, within 25 years (analytics 3.6): a place in time.
    pub(crate) fn crosses(&self, promise: &Promise) -> Option<f64> {
        let fit = self.fit.as_ref()?;
        let at = if there(promise, fit.last.1) { Some(fit.last.0) } else { fit.crossing(promise.theta, DAMPING) };
        at.filter(|at| at - fit.last.0 <= FURTHEST)
    }

    /// The year in which it will be reached at this pace (analytics 3.6); none without a trend.
    pub(crate) fn eta(&self, promise: &Promise, window: &Window) -> Option<Eta> {
        let fit = self.fit.as_ref()?;
        let year = self.crosses(promise).map(year_of);
        let near = |ends: (f64, f64)| if promise.better == Better::More { ends.1 } else { ends.0 };
        let far = |ends: (f64, f64)| if promise.better == Better::More { ends.0 } else { ends.1 };
        Some(Eta {
            year,
            earliest: first_year(fit, |ends| there(promise, near(ends))),
            latest: first_year(fit, |ends| there(promise, far(ends))),
            lateness_years: year.map(|year| year - window.due_year()),
        })
    }
}

/// A projected value is where the promise has to be.
fn there(promise: &Promise, value: f64) -> bool {
    match promise.better {
        Better::More => value >= promise.theta,
        Better::Less => value <= promise.theta,
    }
}

/// The place in time at which a promise is due.
pub(crate) fn due_place(window: &Window) -> f64 {
    if window.yearly { f64::from(window.due_year()) } else { place(window.last) }
}

/// The newest figure is another than the baseline, and not an older one.
fn is_after(newest: &Point, base: &Point) -> bool {
    newest.at > base.at || (newest.at >= base.at && newest.annual.is_some() && newest.period.end() > base.period.end())
}

/// The shape of the way: geometric for volumes and money above zero, linear for shares, rates and sums (analytics 3.3, 10).
pub(crate) fn shape(kind: MetricKind, lowest: f64) -> Line {
    let volumes = matches!(kind, MetricKind::Flow | MetricKind::Stock);
    if volumes && lowest > 0.0 { Line::Geometric } else { Line::Linear }
}

/// The way from the baseline to the due date; none if that is not ahead of it.
fn way(case: &Case<'_>, base: &Point, newest: Option<&Point>, due: f64) -> Option<Way> {
    let goal = case.promise.goal;
    let low = newest.map_or(f64::INFINITY, |point| point.ends.0.min(point.value.nominal));
    let line = shape(case.history.kind, low.min(base.ends.0).min(goal));
    (due > base.at).then_some(Way { line, from: (base.at, base.value.nominal), to: (due, goal) })
}

fn pace(way: Way, base: &Point, newest: &Point) -> Option<Pace> {
    let now = (newest.at, newest.value.nominal);
    let ratio = way.ratio_between(base.ends, now, newest.ends)?;
    let earned = way.earned(now.1);
    Some(Pace {
        line: way.line,
        ratio,
        at: newest.at,
        expected: way.expected(newest.at),
        earned,
        variance_years: earned - newest.at,
        elapsed: way.elapsed(newest.at),
        newest: newest.clone(),
    })
}

/// What a programme has summed up so far, as its one point; none where years are missing, which would read as a slow pace.
fn summed_so_far(case: &Case<'_>, window: &Window) -> Option<Point> {
    let so_far = summed::without_gaps(case.history, window);
    so_far.map(|sum| whole(&sum.figure, place(sum.figure.last)))
}

/// The scale of a kind of metric for these points.
pub(crate) fn scale(kind: MetricKind, recent: &[(f64, f64)]) -> Option<Scale> {
    let all = |holds: fn(f64) -> bool| recent.iter().all(|(_, y)| holds(*y));
    match kind {
        MetricKind::Flow | MetricKind::Stock if all(|y| y > 0.0) => Some(Scale::Log),
        MetricKind::Flow | MetricKind::Stock => Some(Scale::Linear),
        MetricKind::Share if recent.len() >= FEWEST_FOR_INTERVAL && all(|y| y > 0.0 && y < 100.0) => Some(Scale::Logit),
        MetricKind::Share => Some(Scale::Clipped),
        MetricKind::Growth | MetricKind::Ratio | MetricKind::Cumulative | MetricKind::Milestone => None,
    }
}

/// PA in the final year: the year annualised, over the number to reach (analytics 3.9).
fn of_final_year(promise: &Promise, year: &Point) -> Projection {
    Projection {
        points: 1,
        drift: 0.0,
        sigma: None,
        horizon: 0.0,
        at_deadline: year.value,
        interval: false,
        attainment: over_theta(promise, year.value.nominal),
        probability: None,
        counts: true,
        path: Vec::new(),
    }
}

/// Where the trend stands at the due date (analytics 3.5).
fn ahead(promise: &Promise, trend: &Trend, fit: &Fit, due: f64) -> Projection {
    let horizon = due - fit.last.0;
    let (bounds, interval) = at_due(trend, fit, horizon);
    let middle = fit.ahead(horizon, DAMPING).middle;
    let chance = fit.chance(horizon, promise.theta, DAMPING);
    Projection {
        points: fit.points,
        drift: fit.drift,
        sigma: fit.sigma,
        horizon,
        at_deadline: Quantity::derived(middle, bounds, bounds),
        interval,
        attainment: over_theta(promise, middle),
        probability: chance.map(|chance| if promise.better == Better::More { chance } else { 1.0 - chance }),
        counts: fit.points >= FEWEST_TO_COUNT && horizon <= fit.span,
        path: path(fit, due),
    }
}

/// The 80 % interval at the due date, the hull over the ends of the first and the last figure (analytics 3.5).
fn at_due(trend: &Trend, fit: &Fit, horizon: f64) -> (Interval, bool) {
    let middle = fit.ahead(horizon, DAMPING);
    let Some((mut low, mut high)) = middle.interval else { return (Interval::exactly(middle.middle), false) };
    for (lower, upper) in trend.of_ends.iter().filter_map(|fit| fit.ahead(horizon, DAMPING).interval) {
        (low, high) = (low.min(lower), high.max(upper));
    }
    (Interval::between(low, high), true)
}

/// The trend year by year up to the due date.
fn path(fit: &Fit, due: f64) -> Vec<Mark> {
    let mut path = Vec::new();
    let mut at = fit.last.0.floor() + 1.0;
    while at < due && path.len() < 50 {
        path.push(at);
        at += 1.0;
    }
    path.push(due);
    let mark = |at: f64| {
        let ahead = fit.ahead(at - fit.last.0, DAMPING);
        Mark { at, value: ahead.middle, interval: ahead.interval }
    };
    path.into_iter().map(mark).collect()
}

/// PA: a value over the number to reach; the other way round where less is better (analytics 10).
fn over_theta(promise: &Promise, value: f64) -> Option<f64> {
    let theta = promise.theta;
    let ratio = match promise.better {
        Better::More => value / theta,
        Better::Less => theta / value,
    };
    (theta > 0.0 && ratio.is_finite()).then_some(ratio)
}

/// What it needs: from the baseline, from the newest figure, and in the running due year a month (analytics 3.2).
fn required(case: &Case<'_>, window: &Window, (way, base): (Way, &Point), newest: Option<&Point>) -> Required {
    let open = !window.over(case.known);
    let sum = window.rule == Rule::Summed;
    let ahead = newest.filter(|point| open && point.annual.is_none() && point.at > base.at && point.at < way.to.0);
    let recent = newest.filter(|point| point.at > base.at && !sum).map(|point| {
        let years = point.at - base.at;
        let bounds = Interval::between(
            growth(way.line, base.ends.1, point.ends.0, years),
            growth(way.line, base.ends.0, point.ends.1, years),
        );
        Quantity::derived(growth(way.line, base.value.nominal, point.value.nominal, years), bounds, bounds)
    });
    let (per_month, multiple) = if open { this_year(case, window) } else { (None, None) };
    let spent = newest.filter(|_| sum && open).map_or(base, |point| point);
    let left = way.to.0 - spent.at;
    Required {
        growth: (!sum).then(|| growing(case.promise, way, base)),
        from_here: ahead.filter(|_| !sum).map(|point| growing(case.promise, way, point)),
        recent,
        per_month,
        multiple,
        per_year: (sum && left > 0.0).then(|| {
            let bounds = Interval::between(
                per_year(case.promise.theta, spent.ends.1, left),
                per_year(case.promise.goal, spent.ends.0, left),
            );
            Quantity::derived(per_year(case.promise.goal, spent.value.nominal, left), bounds, bounds)
        }),
    }
}

/// Growth a year from a figure to the promise: kindest from its near end to θ, harshest from its far end to the number as
/// said.
fn growing(promise: &Promise, way: Way, from: &Point) -> Quantity {
    let years = way.to.0 - from.at;
    let (near, far) =
        if promise.better == Better::More { (from.ends.1, from.ends.0) } else { (from.ends.0, from.ends.1) };
    let ends = (growth(way.line, near, promise.theta, years), growth(way.line, far, promise.goal, years));
    let bounds = Interval::between(ends.0.min(ends.1), ends.0.max(ends.1));
    Quantity::derived(growth(way.line, from.value.nominal, promise.goal, years), bounds, bounds)
}

/// In the running due year: what each remaining month has to bring, and how many times what a month brought so far.
fn this_year(case: &Case<'_>, window: &Window) -> (Option<Quantity>, Option<f64>) {
    let year = case.history.year(window.due_year()).filter(|_| window.yearly && case.promise.better == Better::More);
    let so_far = year.and_then(|year| year_to_date(case.history, year));
    let Some((figure, months)) = so_far.filter(|_| case.history.kind == MetricKind::Flow) else { return (None, None) };
    let value = figure.spread_out();
    let needed = |made: f64| run_rate(case.promise.goal, made, months).0;
    let bounds = Interval::between(needed(value.soft.hi), needed(value.soft.lo));
    let (per_month, _, multiple) = run_rate(case.promise.goal, value.nominal, months);
    (Some(Quantity::derived(per_month, bounds, bounds)), Some(multiple).filter(|multiple| multiple.is_finite()))
}

/// The first year, no further ahead than the history reaches back, in which an end of the interval is there.
fn first_year(fit: &Fit, there: impl Fn((f64, f64)) -> bool) -> Option<i32> {
    let mut year = year_of(fit.last.0 + 1e-6);
    while f64::from(year) - fit.last.0 <= fit.span {
        let ahead = fit.ahead(f64::from(year) - fit.last.0, DAMPING);
        if there(ahead.interval?) {
            return Some(year);
        }
        year += 1;
    }
    None
}

/// The year that a place in time lies in.
fn year_of(at: f64) -> i32 {
    #[expect(clippy::cast_possible_truncation, reason = "years are small")]
    let year = (at - 1e-9).ceil() as i32;
    year
}
