//! The pace of programmes: sums that are to reach a total, or to stay below one (analytics 3.3, "sums").

use crate::compare::progress::assessment_input::AssessmentInput;
use crate::compare::progress::baseline::{point_of, zero_point};
use crate::compare::progress::pace::PaceLine;
use crate::compare::progress::required::per_year;
use crate::compare::progress::target_progress::{BaselineSide, Progress};
use crate::compare::progress::types::{Carried, Pace, RequiredPace, SeriesPoint};
use crate::compare::series::calendar::decimal_year;
use crate::compare::series::interval::Interval;
use crate::compare::series::quantity::Quantity;
use crate::compare::window::cumulative;
use crate::compare::window::due_window::DueWindow;
use crate::compare::window::promised_number::PromisedNumber;
use crate::dataset::records::{Better, LineShape};

/// From this elapsed fraction of the time on, what a ceiling is used at is carried to the end.
const MIN_ELAPSED_TO_CARRY: f64 = 0.5;

/// The progress of a programme: it starts with nothing at the beginning of its first day.
pub(crate) fn progress(input: &AssessmentInput<'_>, window: &DueWindow) -> Progress {
    let base = zero_point(window.first);
    let due = window.due_time();
    let total = cumulative::total_by_end(input.history, window);
    let has_gaps = total.as_ref().is_some_and(|total| total.has_gaps);
    let newest = total.map(|total| point_of(&total.sum.figure, decimal_year(total.sum.figure.last)));
    let newest = newest.filter(|point| point.period.end() > input.said && !input.was_known_at_statement(point));
    let goal = input.promise.goal;
    let pace_line =
        (due > base.at).then_some(PaceLine { line: LineShape::Linear, from: (base.at, 0.0), to: (due, goal) });
    let elapsed = newest.as_ref().zip(pace_line).map(|(newest, line)| line.elapsed_at(newest.at));
    let pace = newest.as_ref().zip(pace_line).and_then(|(newest, line)| pace(input.promise, line, newest, has_gaps));
    let open = !window.is_over(input.known);
    let spent = newest.as_ref().filter(|_| open).unwrap_or(&base);
    let left = due - spent.at;
    let per_year = (left > 0.0).then(|| {
        let needed = |target, spent| per_year(target, spent, left);
        let PromisedNumber { threshold, goal, .. } = *input.promise;
        let bounds = Interval::between(needed(threshold, spent.ends.1), needed(goal, spent.ends.0));
        Quantity::derived(needed(goal, spent.value.nominal), bounds, bounds)
    });
    let required = pace_line.map(|line| RequiredPace {
        line,
        growth: None,
        from_here: None,
        recent: None,
        per_month: None,
        multiple: None,
        per_year,
    });
    // With pieces missing what is known is a floor.
    let floor = |point: SeriesPoint| SeriesPoint { ends: (point.ends.0, f64::INFINITY), ..point };
    Progress {
        side: BaselineSide::Short,
        elapsed,
        pace,
        required,
        pace_line,
        newest: if has_gaps { newest.map(floor) } else { newest },
        baseline: Some(base),
        ..Progress::default()
    }
}

fn pace(promise: &PromisedNumber, line: PaceLine, newest: &SeriesPoint, has_gaps: bool) -> Option<Pace> {
    let elapsed = line.elapsed_at(newest.at);
    let (total, (low, high)) = (newest.value.nominal, newest.ends);
    let ratio = sum_ratio(promise, (low, if has_gaps { f64::INFINITY } else { high }), total, elapsed);
    let is_ceiling = promise.better == Better::Less;
    let carried = (is_ceiling && elapsed >= MIN_ELAPSED_TO_CARRY && !has_gaps).then(|| {
        let bounds = Interval::between(low / elapsed, high / elapsed);
        Carried {
            from: (line.from.0, 0.0),
            to: (newest.at, total),
            due: line.to.0,
            line: LineShape::Linear,
            value: Quantity::derived(total / elapsed, bounds, bounds),
            attainment: promise.attainment_at_due(total / elapsed),
            decides: false,
        }
    });
    if ratio.is_none() && carried.is_none() {
        return None;
    }
    let earned = line.earned(total);
    let ahead = earned - newest.at;
    Some(Pace {
        line: LineShape::Linear,
        ratio,
        carried,
        at: newest.at,
        newest: newest.clone(),
        expected: line.expected(newest.at),
        earned,
        variance_years: if is_ceiling { -ahead } else { ahead },
        elapsed,
    })
}

/// R of a sum between `low` and `high`, nominally `total`, after this elapsed fraction of the time: the share of the target over
/// the share of the time; of a ceiling the other way round. None if nothing of a ceiling is used (analytics 3.3).
pub fn sum_ratio(promise: &PromisedNumber, (low, high): (f64, f64), total: f64, elapsed: f64) -> Option<Quantity> {
    if elapsed <= 0.0 {
        return None;
    }
    let goal = promise.goal;
    let ratio = |sum: f64| match promise.better {
        Better::More => sum / goal / elapsed,
        Better::Less => elapsed / (sum / goal),
    };
    let (low, high, nominal) = match promise.better {
        Better::More => (ratio(low), ratio(high), ratio(total)),
        Better::Less if total <= 0.0 => return None,
        Better::Less => {
            let least = if high.is_infinite() { f64::NEG_INFINITY } else { ratio(high) };
            (least, if low > 0.0 { ratio(low) } else { f64::INFINITY }, ratio(total))
        }
    };
    let bounds = Interval::between(low, high);
    nominal.is_finite().then(|| Quantity::derived(nominal, bounds, bounds))
}
