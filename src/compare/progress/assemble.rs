//! Baseline, pace and projection of a dated target, put together from its figures (analytics 3.2 to 3.6). The formulas are
//! in `pace`, `projection`, `required` and `part_year`; programmes are in `programme`.

use crate::compare::progress::assessment_input::AssessmentInput;
use crate::compare::progress::baseline::{line_shape, newest_part};
use crate::compare::progress::pace::PaceLine;
use crate::compare::progress::part_year::year_to_date;
use crate::compare::progress::programme;
use crate::compare::progress::projection::{DAMPING, TrendFit, TrendScale, is_within_reach};
use crate::compare::progress::required::{required_growth, run_rate};
use crate::compare::progress::target_progress::{BaselineSide, Progress};
use crate::compare::progress::trend::{SeriesTrend, carry, recent_points};
use crate::compare::progress::types::{Carried, Pace, ProjectedPoint, Projection, RequiredPace, SeriesPoint};
use crate::compare::series::interval::{Interval, are_equal};
use crate::compare::series::quantity::Quantity;
use crate::compare::window::due_window::{DueWindow, WindowRule};
use crate::compare::window::promised_number::PromisedNumber;
use crate::dataset::records::{Better, Goal, LineShape, MetricKind, TargetKind};

/// A projection from fewer points is not drawn.
const MIN_SUPPORTING_POINTS: usize = 3;

/// The progress of a dated target from its baseline, as far as it belongs to what the target asks for (analytics 1.7): none of
/// one to be held, kept within a range or not judged; of a plan its own period, or its sum.
pub(crate) fn progress(
    input: &AssessmentInput<'_>,
    window: &DueWindow,
    baseline: Option<SeriesPoint>,
) -> Option<Progress> {
    let target = &input.dataset[input.target];
    let is_plan = target.kind == TargetKind::Plan;
    let is_held = target.goal == Goal::Hold && !is_plan;
    if is_held || target.goal == Goal::Within || !input.dataset[target.metric].is_judged {
        return None;
    }
    if window.rule == WindowRule::Cumulative {
        return Some(programme::progress(input, window));
    }
    let all = progress_to_reach(input, window, baseline);
    if !is_plan {
        return Some(all);
    }
    let projection = all.projection.filter(|projection| projection.is_final_year);
    Some(Progress { baseline: all.baseline, final_year: all.final_year, projection, ..Progress::default() })
}

fn progress_to_reach(input: &AssessmentInput<'_>, window: &DueWindow, baseline: Option<SeriesPoint>) -> Progress {
    let open = !window.is_over(input.known);
    let due = window.due_time();
    let base = baseline.as_ref();
    let latest = newest_figure(input, window, base);
    let final_year =
        latest.clone().filter(|point| open && window.is_yearly && point.annual.is_some() && point.at >= due);
    let newest = latest.filter(|point| base.is_some_and(|base| is_newer(point, base)));
    let pace_line = base.and_then(|base| pace_line(input, base, due));
    let side = base.map_or(BaselineSide::Short, |base| BaselineSide::of(input.promise, base));
    let elapsed = newest
        .as_ref()
        .zip(base)
        .map(|(newest, base)| if due > base.at { (newest.at - base.at) / (due - base.at) } else { 1.0 });
    let carried = newest
        .as_ref()
        .zip(pace_line)
        .filter(|_| open && final_year.is_none())
        .and_then(|(newest, pace_line)| carried_pace(input, pace_line.line, newest, due));
    let pace =
        newest.as_ref().zip(pace_line).zip(base).and_then(|((newest, pace_line), base)| {
            measure_pace(input.promise, pace_line, base, newest, side, carried)
        });
    let clipped = is_clipped(input);
    let own = clipped.then(|| SeriesTrend::clipped(input.points));
    let trend = own.as_ref().unwrap_or(input.trend);
    let projection = match (&final_year, &trend.fit) {
        (Some(year), _) => Some(project_final_year(input.promise, year)),
        (None, Some(fit)) if open && due > fit.last.0 => Some(project_trend(input.promise, trend, fit, due)),
        _ => None,
    };
    let required =
        pace_line.zip(base).map(|(pace_line, base)| required_pace(input, window, pace_line, base, newest.as_ref()));
    Progress {
        baseline,
        side,
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

/// A share with a target of 0 or 100 per cent.
fn is_clipped(input: &AssessmentInput<'_>) -> bool {
    let goal = input.promise.goal;
    input.history.kind == MetricKind::Share && (are_equal(goal, 0.0) || are_equal(goal, 100.0))
}

/// The newest figure up to the due date that was not known at the statement. For a closed window no figure about a later time
/// changes it: the part-year that was the newest by then counts, annualised (analytics 10, "R of a closed window").
fn newest_figure(input: &AssessmentInput<'_>, window: &DueWindow, base: Option<&SeriesPoint>) -> Option<SeriesPoint> {
    let due = window.due_time();
    let by_due = &input.points[..input.points.partition_point(|point| point.at <= due)];
    let is_latest = by_due.len() == input.points.len();
    let part = if is_latest { None } else { newest_part(input.history, by_due, window.last) };
    let newer = |point: &&SeriesPoint| base.is_none_or(|base| point.at >= base.at);
    let mut points = part.iter().chain(by_due.iter().rev()).take_while(newer);
    points.find(|point| !input.was_known_at_statement(point)).cloned()
}

/// The carried pace with its attainment; none if its newest figure is not that of the pace: it was known at the statement.
fn carried_pace(input: &AssessmentInput<'_>, line: LineShape, newest: &SeriesPoint, due: f64) -> Option<Carried> {
    let is_newest = input.points.last().is_some_and(|last| last.period == newest.period);
    // The scale of the trend tells it for volumes: reading 5 years of daily figures for each target would not grow with n log n.
    let is_above_zero = match input.trend.fit.as_ref().map(|fit| fit.scale) {
        Some(TrendScale::Log) => true,
        Some(TrendScale::Linear) => false,
        _ => recent_points(input.points).iter().all(|point| point.value.nominal > 0.0),
    };
    let carried = carry(input.history.kind, line, is_above_zero, input.points, due).filter(|_| is_newest)?;
    let attainment = input.promise.attainment_at_due(carried.value.nominal);
    Some(Carried { attainment, ..carried })
}

/// Whether the newest figure is another one than the baseline, and not older.
fn is_newer(newest: &SeriesPoint, base: &SeriesPoint) -> bool {
    newest.at > base.at || (newest.at >= base.at && newest.annual.is_some() && newest.period.end() > base.period.end())
}

/// The line from the baseline to the due date; none if the due date is not after the baseline.
fn pace_line(input: &AssessmentInput<'_>, base: &SeriesPoint, due: f64) -> Option<PaceLine> {
    let line = line_shape(input.history.kind, input.path, base, input.promise.goal);
    (due > base.at).then_some(PaceLine { line, from: (base.at, base.value.nominal), to: (due, input.promise.goal) })
}

fn measure_pace(
    promise: &PromisedNumber,
    pace_line: PaceLine,
    base: &SeriesPoint,
    newest: &SeriesPoint,
    side: BaselineSide,
    carried: Option<Carried>,
) -> Option<Pace> {
    let now = (newest.at, newest.value.nominal);
    let is_short = |end: &f64| !promise.is_reached_by(Interval::exactly(*end));
    let short: Vec<f64> = [base.ends.0, base.ends.1].into_iter().filter(is_short).collect();
    let ratio = match side {
        BaselineSide::Satisfies => None,
        _ if pace_line.line == LineShape::Geometric && now.1 <= 0.0 => None,
        _ => pace_line.ratio_bounds(&short, side == BaselineSide::Either, now, newest.ends),
    };
    if ratio.is_none() && carried.is_none() {
        return None;
    }
    let earned = pace_line.earned(now.1);
    Some(Pace {
        line: pace_line.line,
        ratio,
        carried,
        at: newest.at,
        expected: pace_line.expected(newest.at),
        earned,
        variance_years: earned - newest.at,
        elapsed: pace_line.elapsed_at(newest.at),
        newest: newest.clone(),
    })
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
        attainment: promise.attainment_at_due(year.value.nominal),
        probability: None,
        is_final_year: true,
        is_supported: true,
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
        attainment: promise.attainment_at_due(middle),
        probability: chance.map(|chance| if promise.better == Better::More { chance } else { 1.0 - chance }),
        is_final_year: false,
        is_supported: fit.points >= MIN_SUPPORTING_POINTS && is_within_reach(horizon, fit.span),
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

/// The required growth from the baseline and from the newest figure, and the run rate in the due year (analytics 3.2).
fn required_pace(
    input: &AssessmentInput<'_>,
    window: &DueWindow,
    pace_line: PaceLine,
    base: &SeriesPoint,
    newest: Option<&SeriesPoint>,
) -> RequiredPace {
    let open = !window.is_over(input.known);
    let forecast =
        newest.filter(|point| open && point.annual.is_none() && point.at > base.at && point.at < pace_line.to.0);
    let recent = newest.filter(|point| point.at > base.at).map(|point| {
        let growth = |from, to| required_growth(pace_line.line, from, to, point.at - base.at);
        let bounds = Interval::between(growth(base.ends.1, point.ends.0), growth(base.ends.0, point.ends.1));
        Quantity::derived(growth(base.value.nominal, point.value.nominal), bounds, bounds)
    });
    let (per_month, multiple) = if open { monthly_run_rate(input, window) } else { (None, None) };
    RequiredPace {
        line: pace_line,
        growth: Some(growth_to_target(input.promise, pace_line, base)),
        from_here: forecast.map(|point| growth_to_target(input.promise, pace_line, point)),
        recent,
        per_month,
        multiple,
        per_year: None,
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
