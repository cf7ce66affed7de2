//! The status of open targets (analytics 3.9, 10): the worse of pace and carried pace.

use crate::compare::progress::target_progress::{BaselineSide, Progress};
use crate::compare::progress::types::OpenRule;
use crate::compare::series::interval::{Interval, ThresholdAnswer, are_equal};
use crate::compare::verdict::types::Status;
use crate::compare::window::promised_number::PromisedNumber;
use crate::dataset::records::{Better, LineShape};

/// R from here on is on track.
pub(crate) const MIN_PACE_ON_TRACK: f64 = 0.95;
/// R from here on is behind, below it at risk.
pub(crate) const MIN_PACE_BEHIND: f64 = 0.60;
/// PA from here on is on track.
pub(crate) const MIN_PROJECTED_ON_TRACK: f64 = 1.00;
/// PA from here on is behind, below it at risk.
pub(crate) const MIN_PROJECTED_BEHIND: f64 = 0.90;
/// Below this elapsed fraction of the time to the due date the pace is not judged.
const MIN_ELAPSED: f64 = 0.10;

/// The status of an open target and the rule that decided it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct OpenStatus {
    /// On track, behind, at risk, not yet due, or undetermined.
    pub status: Status,
    /// For undetermined: the best and the worst status.
    pub between: Option<[Status; 2]>,
    /// Certainly moving away from the target.
    pub is_reversing: bool,
    /// The rule that decided.
    pub rule: OpenRule,
}

impl OpenStatus {
    /// A status by a rule without two bands.
    pub(crate) fn by(status: Status, rule: OpenRule) -> Self {
        Self { status, between: None, is_reversing: false, rule }
    }

    /// One of two statuses, the better first.
    pub(crate) fn between(best: Status, worst: Status, rule: OpenRule) -> Self {
        Self { between: Some([best, worst]), ..Self::by(Status::Undetermined, rule) }
    }

    fn reversing(rule: OpenRule) -> Self {
        Self { is_reversing: true, ..Self::by(Status::AtRisk, rule) }
    }
}

/// The bands of R and PA (analytics 3.9): for either end of R (fractions, low and high) the worse of band(R; 0.95, 0.60) and
/// band(PA; 1.00, 0.90); undetermined if the two differ; not yet due without both.
pub fn status_from_bands(ratio: Option<(f64, f64)>, projected: Option<f64>) -> OpenStatus {
    let rule = OpenRule::Bands { ratio, projected };
    let leads = projected.map(band_of_projection);
    let at = |ratio: Option<f64>| ratio.map(|value| band(value, MIN_PACE_ON_TRACK, MIN_PACE_BEHIND)).max(leads);
    let (Some(worst), Some(best)) = (at(ratio.map(|(low, _)| low)), at(ratio.map(|(_, high)| high))) else {
        return OpenStatus::by(Status::NotYetDue, OpenRule::NoNewerFigure);
    };
    let status = if worst == best { OpenStatus::by(worst, rule) } else { OpenStatus::between(best, worst, rule) };
    OpenStatus { is_reversing: ratio.is_some_and(|(_, high)| high < 0.0), ..status }
}

/// The status while even the rest of the due year can change nothing: out of reach at double pace (less is better: above the
/// target at half the pace). It comes before what earlier years reached.
pub(crate) fn out_of_reach(promise: &PromisedNumber, progress: &Progress) -> Option<OpenStatus> {
    let year = progress.final_year.as_ref()?;
    let is_out = match promise.better {
        Better::More => answer_of_ends(promise, (year.ends.1, year.ends.1)) == ThresholdAnswer::No,
        Better::Less => answer_of_ends(promise, (year.ends.0, year.ends.0)) == ThresholdAnswer::No,
    };
    is_out.then(|| OpenStatus::by(Status::AtRisk, OpenRule::OutOfReach))
}

/// The status in the running due year: the annualised year over the target (analytics 3.9); `is_plan`: without a baseline too.
pub(crate) fn final_year_status(promise: &PromisedNumber, progress: &Progress, is_plan: bool) -> Option<OpenStatus> {
    let year = progress.final_year.as_ref()?;
    if progress.baseline.is_none() && !is_plan {
        return Some(OpenStatus::by(Status::NotYetDue, OpenRule::NoNewerFigure));
    }
    let value = year.value.nominal;
    let projected = promise.attainment_at_due(value);
    let rule = OpenRule::Bands { ratio: None, projected };
    Some(match projected {
        Some(projected) => OpenStatus::by(band_of_projection(projected), rule),
        None if promise.better == Better::Less && promise.threshold > 0.0 => OpenStatus::by(Status::OnTrack, rule),
        None => OpenStatus::by(Status::NotYetDue, OpenRule::NoNewerFigure),
    })
}

/// The status of an open target by its pace (analytics 3.9), where neither its due year nor earlier figures decide.
pub(crate) fn status_by_pace(promise: &PromisedNumber, progress: &Progress) -> OpenStatus {
    let (Some(elapsed), Some(newest)) = (progress.elapsed, &progress.newest) else {
        return OpenStatus::by(Status::NotYetDue, OpenRule::NoNewerFigure);
    };
    if elapsed < MIN_ELAPSED && !are_equal(elapsed, MIN_ELAPSED) {
        return OpenStatus::by(Status::NotYetDue, OpenRule::TooEarly);
    }
    if progress.side == BaselineSide::Satisfies {
        return match answer_of_ends(promise, newest.ends) {
            ThresholdAnswer::No => OpenStatus::reversing(OpenRule::NewestDecides),
            ThresholdAnswer::Yes => OpenStatus::by(Status::OnTrack, OpenRule::NewestDecides),
            ThresholdAnswer::Undetermined => {
                OpenStatus::between(Status::OnTrack, Status::AtRisk, OpenRule::NewestDecides)
            }
        };
    }
    let is_geometric = progress.pace_line.is_some_and(|line| line.line == LineShape::Geometric);
    if is_geometric && newest.value.nominal <= 0.0 {
        return match promise.better {
            Better::More => OpenStatus::reversing(OpenRule::BelowZero),
            Better::Less => OpenStatus::by(Status::OnTrack, OpenRule::BelowZero),
        };
    }
    let pace = progress.pace.as_ref();
    let ratio = pace.and_then(|pace| pace.ratio).map(|ratio| (ratio.hard.lo, ratio.hard.hi));
    let carried = pace.and_then(|pace| pace.carried.as_ref()).filter(|carried| carried.decides);
    status_from_bands(ratio, carried.and_then(|carried| carried.attainment))
}

/// The status of an open programme: R alone judges, of a floor and of a ceiling (analytics 3.3).
pub(crate) fn status_of_sum(promise: &PromisedNumber, progress: &Progress) -> OpenStatus {
    let (Some(elapsed), Some(newest)) = (progress.elapsed, &progress.newest) else {
        return OpenStatus::by(Status::NotYetDue, OpenRule::NoNewerFigure);
    };
    if elapsed < MIN_ELAPSED && !are_equal(elapsed, MIN_ELAPSED) {
        return OpenStatus::by(Status::NotYetDue, OpenRule::TooEarly);
    }
    let ratio = progress.pace.as_ref().and_then(|pace| pace.ratio);
    let rule = OpenRule::Bands { ratio: None, projected: None };
    match ratio {
        Some(ratio) => status_from_bands(Some((ratio.hard.lo, ratio.hard.hi)), None),
        // Nothing used so far as is known: what is missing may be anything.
        None if promise.better == Better::Less && newest.value.nominal <= 0.0 && newest.ends.1 > 0.0 => {
            OpenStatus::between(Status::OnTrack, Status::AtRisk, rule)
        }
        None if promise.better == Better::Less && newest.value.nominal <= 0.0 => OpenStatus::by(Status::OnTrack, rule),
        None => OpenStatus::by(Status::NotYetDue, OpenRule::NoNewerFigure),
    }
}

/// Whether the bounds by which a figure enters R reach the target.
fn answer_of_ends(promise: &PromisedNumber, ends: (f64, f64)) -> ThresholdAnswer {
    promise.answer(Interval::between(ends.0, ends.1))
}

fn band_of_projection(value: f64) -> Status {
    band(value, MIN_PROJECTED_ON_TRACK, MIN_PROJECTED_BEHIND)
}

fn band(value: f64, on: f64, behind: f64) -> Status {
    let at_least = |limit: f64| value >= limit || are_equal(value, limit);
    if at_least(on) {
        Status::OnTrack
    } else if at_least(behind) {
        Status::Behind
    } else {
        Status::AtRisk
    }
}
