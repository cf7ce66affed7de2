//! Baseline, pace and projection of a dated target, put together from its figures (analytics 3.2 to 3.6). The formulas are
//! in `pace`, `projection`, `required` and `part_year`.

use crate::compare::progress::assessment_input::AssessmentInput;
use crate::compare::progress::baseline::point_of;
use crate::compare::progress::pace::PaceLine;
use crate::compare::progress::part_year::year_to_date;
use crate::compare::progress::projection::{DAMPING, TrendFit};
use crate::compare::progress::required::{per_year, required_growth, run_rate};
use crate::compare::progress::trend::SeriesTrend;
use crate::compare::progress::types::{Eta, Pace, ProjectedPoint, Projection, RequiredPace, SeriesPoint};
use crate::compare::series::calendar::decimal_year;
use crate::compare::series::interval::Interval;
use crate::compare::series::quantity::Quantity;
use crate::compare::window::cumulative;
use crate::compare::window::due_window::{DueWindow, WindowRule};
use crate::compare::window::promised_number::PromisedNumber;
use crate::dataset::records::LineShape;
use crate::dataset::records::{Better, MetricKind};

/// A projection from fewer points does not count for the status.
const MIN_POINTS_TO_COUNT: usize = 3;
/// Crossings further ahead are not reported.
const MAX_YEARS_AHEAD: f64 = 25.0;

#[derive(Debug, Clone, Default)]
pub(crate) struct Progress {
    /// The last figure known at the statement.
    pub(crate) baseline: Option<SeriesPoint>,
    /// The newest figure up to the due date, if newer than the baseline.
    pub(crate) newest: Option<SeriesPoint>,
    /// The due year annualised, while it runs.
    pub(crate) final_year: Option<SeriesPoint>,
    /// Elapsed fraction of the time from baseline to due date at the newest figure; none without a newer figure.
    pub(crate) elapsed: Option<f64>,
    pub(crate) pace: Option<Pace>,
    /// For open targets.
    pub(crate) projection: Option<Projection>,
    pub(crate) required: Option<RequiredPace>,
    /// The line from the baseline to the target at its due date.
    pub(crate) pace_line: Option<PaceLine>,
    pub(crate) fit: Option<TrendFit>,
    pub(crate) depends_on_end_points: bool,
}

impl Progress {
    pub(crate) fn of(input: &AssessmentInput<'_>, window: &DueWindow, baseline: Option<SeriesPoint>) -> Self {
        let open = !window.is_over(input.known);
        let due = due_time(window);
        let sum = if window.rule == WindowRule::Cumulative { cumulative_so_far(input, window) } else { None };
        let newest = match window.rule {
            WindowRule::Cumulative => sum.as_ref().filter(|point| point.at <= due),
            _ => input.points[..input.points.partition_point(|point| point.at <= due)].last(),
        };
        let final_year =
            newest.filter(|point| open && window.is_yearly && point.annual.is_some() && point.at >= due).cloned();
        let base = baseline.as_ref();
        let pace_line = base.and_then(|base| pace_line(input, base, newest, due));
        let after = newest.zip(base).filter(|(newest, base)| is_newer(newest, base));
        let elapsed =
            after.map(|(newest, base)| if due > base.at { (newest.at - base.at) / (due - base.at) } else { 1.0 });
        let pace = after.zip(pace_line).and_then(|((newest, base), pace_line)| measure_pace(pace_line, base, newest));
        let trend = input.trend;
        let projection = match (&final_year, &trend.fit) {
            (Some(year), _) => Some(project_final_year(input.promise, year)),
            (None, Some(fit)) if open && due > fit.last.0 => Some(project_trend(input.promise, trend, fit, due)),
            _ => None,
        };
        let required =
            pace_line.zip(base).map(|(pace_line, base)| required_pace(input, window, pace_line, base, newest));
        let newest = after.map(|(newest, _)| newest.clone());
        Self {
            baseline,
            newest,
            final_year,
            elapsed,
            pace,
            projection,
            required,
            pace_line,
            fit: trend.fit.clone(),
            depends_on_end_points: trend.depends_on_end_points,
        }
    }

    /// When the trend crosses θ, in calendar years, if within 25 years (analytics 3.6).
    pub(crate) fn crossing_time(&self, promise: &PromisedNumber) -> Option<f64> {
        let fit = self.fit.as_ref()?;
        let at = if reaches_threshold(promise, fit.last.1) {
            Some(fit.last.0)
        } else {
            fit.crossing(promise.threshold, DAMPING)
        };
        at.filter(|at| at - fit.last.0 <= MAX_YEARS_AHEAD)
    }

    /// The year in which the trend reaches the target (analytics 3.6); none without a trend.
    pub(crate) fn eta(&self, promise: &PromisedNumber, window: &DueWindow) -> Option<Eta> {
        let fit = self.fit.as_ref()?;
        let year = self.crossing_time(promise).map(year_containing);
        let near = |ends: (f64, f64)| if promise.better == Better::More { ends.1 } else { ends.0 };
        let far = |ends: (f64, f64)| if promise.better == Better::More { ends.0 } else { ends.1 };
        Some(Eta {
            year,
            earliest: first_year_reached(fit, |ends| reaches_threshold(promise, near(ends))),
            latest: first_year_reached(fit, |ends| reaches_threshold(promise, far(ends))),
            lateness_years: year.map(|year| year - window.due_year()),
        })
    }
}

fn reaches_threshold(promise: &PromisedNumber, value: f64) -> bool {
    match promise.better {
        Better::More => value >= promise.threshold,
        Better::Less => value <= promise.threshold,
    }
}

/// The due date in calendar years.
pub(crate) fn due_time(window: &DueWindow) -> f64 {
    if window.is_yearly { f64::from(window.due_year()) } else { decimal_year(window.last) }
}

/// Whether the newest figure is another one than the baseline, and not older.
fn is_newer(newest: &SeriesPoint, base: &SeriesPoint) -> bool {
    newest.at > base.at || (newest.at >= base.at && newest.annual.is_some() && newest.period.end() > base.period.end())
}

/// The shape of the line: geometric for volumes and money above zero, linear for shares, rates and totals (analytics 3.3,
/// 10).
pub(crate) fn line_shape(kind: MetricKind, lowest: f64) -> LineShape {
    let volumes = matches!(kind, MetricKind::Flow | MetricKind::Stock);
    if volumes && lowest > 0.0 { LineShape::Geometric } else { LineShape::Linear }
}

/// The line from the baseline to the due date; none if the due date is not after the baseline.
fn pace_line(
    input: &AssessmentInput<'_>,
    base: &SeriesPoint,
    newest: Option<&SeriesPoint>,
    due: f64,
) -> Option<PaceLine> {
    let goal = input.promise.goal;
    let low = newest.map_or(f64::INFINITY, |point| point.ends.0.min(point.value.nominal));
    let line = line_shape(input.history.kind, low.min(base.ends.0).min(goal));
    (due > base.at).then_some(PaceLine { line, from: (base.at, base.value.nominal), to: (due, goal) })
}

fn measure_pace(pace_line: PaceLine, base: &SeriesPoint, newest: &SeriesPoint) -> Option<Pace> {
    let now = (newest.at, newest.value.nominal);
    let ratio = pace_line.ratio_bounds(base.ends, now, newest.ends)?;
    let earned = pace_line.earned(now.1);
    Some(Pace {
        line: pace_line.line,
        ratio,
        at: newest.at,
        expected: pace_line.expected(newest.at),
        earned,
        variance_years: earned - newest.at,
        elapsed: pace_line.elapsed_at(newest.at),
        newest: newest.clone(),
    })
}

/// The total of a cumulative metric so far; none if years are missing, which would look like a slow pace.
fn cumulative_so_far(input: &AssessmentInput<'_>, window: &DueWindow) -> Option<SeriesPoint> {
    let so_far = cumulative::total_without_gaps(input.history, window);
    so_far.map(|sum| point_of(&sum.figure, decimal_year(sum.figure.last)))
}

/// The projection in the due year: the annualised year over θ (analytics 3.9).
fn project_final_year(promise: &PromisedNumber, year: &SeriesPoint) -> Projection {
    Projection {
        points: 1,
        drift: 0.0,
        sigma: None,
        horizon: 0.0,
        at_deadline: year.value,
        interval: false,
        attainment: projected_attainment(promise, year.value.nominal),
        probability: None,
        counts: true,
        path: Vec::new(),
    }
}

/// The projected value at the due date (analytics 3.5).
fn project_trend(promise: &PromisedNumber, trend: &SeriesTrend, fit: &TrendFit, due: f64) -> Projection {
    let horizon = due - fit.last.0;
    let (bounds, interval) = interval_at_due(trend, fit, horizon);
    let middle = fit.forecast(horizon, DAMPING).median;
    let chance = fit.probability(horizon, promise.threshold, DAMPING);
    Projection {
        points: fit.points,
        drift: fit.drift,
        sigma: fit.sigma,
        horizon,
        at_deadline: Quantity::derived(middle, bounds, bounds),
        interval,
        attainment: projected_attainment(promise, middle),
        probability: chance.map(|chance| if promise.better == Better::More { chance } else { 1.0 - chance }),
        counts: fit.points >= MIN_POINTS_TO_COUNT && horizon <= fit.span,
        path: projected_path(fit, due),
    }
}

/// The 80 % interval at the due date: the hull over the bounds of the first and the last figure (analytics 3.5).
fn interval_at_due(trend: &SeriesTrend, fit: &TrendFit, horizon: f64) -> (Interval, bool) {
    let middle = fit.forecast(horizon, DAMPING);
    let Some((mut low, mut high)) = middle.interval else { return (Interval::exactly(middle.median), false) };
    for (lower, upper) in trend.end_fits.iter().filter_map(|fit| fit.forecast(horizon, DAMPING).interval) {
        (low, high) = (low.min(lower), high.max(upper));
    }
    (Interval::between(low, high), true)
}

/// The projected values at the ends of years up to the due date.
fn projected_path(fit: &TrendFit, due: f64) -> Vec<ProjectedPoint> {
    let mut path = Vec::new();
    let mut at = fit.last.0.floor() + 1.0;
    while at < due && path.len() < 50 {
        path.push(at);
        at += 1.0;
    }
    path.push(due);
    let mark = |at: f64| {
        let forecast = fit.forecast(at - fit.last.0, DAMPING);
        ProjectedPoint { at, value: forecast.median, interval: forecast.interval }
    };
    path.into_iter().map(mark).collect()
}

/// PA: the projected value over θ; inverted where less is better (analytics 10).
fn projected_attainment(promise: &PromisedNumber, value: f64) -> Option<f64> {
    let theta = promise.threshold;
    let ratio = match promise.better {
        Better::More => value / theta,
        Better::Less => theta / value,
    };
    (theta > 0.0 && ratio.is_finite()).then_some(ratio)
}

/// The required growth from the baseline and from the newest figure, and the run rate in the due year (analytics 3.2).
fn required_pace(
    input: &AssessmentInput<'_>,
    window: &DueWindow,
    pace_line: PaceLine,
    base: &SeriesPoint,
    newest: Option<&SeriesPoint>,
) -> RequiredPace {
    let open = !window.is_over(input.known);
    let sum = window.rule == WindowRule::Cumulative;
    let forecast =
        newest.filter(|point| open && point.annual.is_none() && point.at > base.at && point.at < pace_line.to.0);
    let recent = newest.filter(|point| point.at > base.at && !sum).map(|point| {
        let growth = |from, to| required_growth(pace_line.line, from, to, point.at - base.at);
        let bounds = Interval::between(growth(base.ends.1, point.ends.0), growth(base.ends.0, point.ends.1));
        Quantity::derived(growth(base.value.nominal, point.value.nominal), bounds, bounds)
    });
    let (per_month, multiple) = if open { monthly_run_rate(input, window) } else { (None, None) };
    let spent = newest.filter(|_| sum && open).map_or(base, |point| point);
    let left = pace_line.to.0 - spent.at;
    RequiredPace {
        growth: (!sum).then(|| growth_to_target(input.promise, pace_line, base)),
        from_here: forecast.filter(|_| !sum).map(|point| growth_to_target(input.promise, pace_line, point)),
        recent,
        per_month,
        multiple,
        per_year: (sum && left > 0.0).then(|| {
            let needed = |target, spent| per_year(target, spent, left);
            let PromisedNumber { threshold, goal, .. } = *input.promise;
            let bounds = Interval::between(needed(threshold, spent.ends.1), needed(goal, spent.ends.0));
            Quantity::derived(needed(goal, spent.value.nominal), bounds, bounds)
        }),
    }
}

/// Growth a year from a figure to the target: lowest from its near end to θ, highest from its far end to the stated number.
fn growth_to_target(promise: &PromisedNumber, pace_line: PaceLine, from: &SeriesPoint) -> Quantity {
    let growth = |from_value, to| required_growth(pace_line.line, from_value, to, pace_line.to.0 - from.at);
    let (near, far) =
        if promise.better == Better::More { (from.ends.1, from.ends.0) } else { (from.ends.0, from.ends.1) };
    let ends = (growth(near, promise.threshold), growth(far, promise.goal));
    let bounds = Interval::between(ends.0.min(ends.1), ends.0.max(ends.1));
    Quantity::derived(growth(from.value.nominal, promise.goal), bounds, bounds)
}

/// In the running due year: the output that each remaining month needs, and its multiple of the output a month so far.
fn monthly_run_rate(input: &AssessmentInput<'_>, window: &DueWindow) -> (Option<Quantity>, Option<f64>) {
    let year =
        input.history.year(window.due_year()).filter(|_| window.is_yearly && input.promise.better == Better::More);
    let so_far = year.and_then(|year| year_to_date(input.history, year));
    let Some((figure, months)) = so_far.filter(|_| input.history.kind == MetricKind::Flow) else { return (None, None) };
    let value = figure.value_over_claims();
    let needed = |made: f64| run_rate(input.promise.goal, made, months).0;
    let bounds = Interval::between(needed(value.soft.hi), needed(value.soft.lo));
    let (per_month, _, multiple) = run_rate(input.promise.goal, value.nominal, months);
    (Some(Quantity::derived(per_month, bounds, bounds)), Some(multiple).filter(|multiple| multiple.is_finite()))
}

/// The first year in which an end of the interval reaches the target, no further ahead than the history reaches back.
fn first_year_reached(fit: &TrendFit, reaches_threshold: impl Fn((f64, f64)) -> bool) -> Option<i32> {
    let mut year = year_containing(fit.last.0 + 1e-6);
    while f64::from(year) - fit.last.0 <= fit.span {
        let forecast = fit.forecast(f64::from(year) - fit.last.0, DAMPING);
        if reaches_threshold(forecast.interval?) {
            return Some(year);
        }
        year += 1;
    }
    None
}

/// The calendar year that contains a point in time.
fn year_containing(at: f64) -> i32 {
    #[expect(clippy::cast_possible_truncation, reason = "years are small")]
    let year = (at - 1e-9).ceil() as i32;
    year
}
