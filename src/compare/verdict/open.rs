//! The status of open targets (analytics 3.9, 10): the worse of pace and projection.

use crate::compare::progress::assemble::Progress;
use crate::compare::progress::types::OpenRule;
use crate::compare::verdict::types::Status;
use crate::compare::window::promised_number::PromisedNumber;
use crate::dataset::records::Better;

/// R from here on is on track.
const MIN_PACE_ON_TRACK: f64 = 0.95;
/// R from here on is behind, below it at risk.
const MIN_PACE_BEHIND: f64 = 0.60;
/// PA from here on is on track.
const MIN_PROJECTED_ON_TRACK: f64 = 1.00;
/// PA from here on is behind, below it at risk.
const MIN_PROJECTED_BEHIND: f64 = 0.90;
/// Below this elapsed fraction of the time to the due date the pace is not judged.
const MIN_ELAPSED: f64 = 0.10;
/// Tolerance for sums of fractions of years.
const ROUNDING: f64 = 1e-9;

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

/// The bands of R and PA (analytics 3.9): for either end of R (fractions, low and high) the worse of band(R; 0.95, 0.60) and
/// band(PA; 1.00, 0.90); undetermined if the two differ; not yet due without both.
pub fn status_from_bands(ratio: Option<(f64, f64)>, projected: Option<f64>) -> OpenStatus {
    let rule = OpenRule::Bands { ratio, projected };
    let leads = projected.map(|value| band(value, MIN_PROJECTED_ON_TRACK, MIN_PROJECTED_BEHIND));
    let at = |ratio: Option<f64>| ratio.map(|value| band(value, MIN_PACE_ON_TRACK, MIN_PACE_BEHIND)).max(leads);
    let (Some(worst), Some(best)) = (at(ratio.map(|(low, _)| low)), at(ratio.map(|(_, high)| high))) else {
        return without_bands(Status::NotYetDue, OpenRule::NoNewerFigure);
    };
    let (status, between) = if worst == best { (worst, None) } else { (Status::Undetermined, Some([best, worst])) };
    OpenStatus { status, between, is_reversing: ratio.is_some_and(|(_, high)| high < 0.0), rule }
}

/// The status of an open target (analytics 3.9). `too_much`: less is better, and the year so far is above θ already.
pub(crate) fn open_status(promise: &PromisedNumber, progress: &Progress, too_much: bool) -> OpenStatus {
    if too_much {
        return without_bands(Status::AtRisk, OpenRule::AlreadyExceeded);
    }
    let out_of_reach = progress.final_year.as_ref().is_some_and(|year| match promise.better {
        Better::More => year.ends.1 < promise.threshold,
        Better::Less => year.ends.0 > promise.threshold,
    });
    if out_of_reach {
        return without_bands(Status::AtRisk, OpenRule::OutOfReach);
    }
    let Some(since) = progress.elapsed else { return without_bands(Status::NotYetDue, OpenRule::NoNewerFigure) };
    if since < MIN_ELAPSED - ROUNDING {
        return without_bands(Status::NotYetDue, OpenRule::TooEarly);
    }
    let projected = progress
        .projection
        .as_ref()
        .filter(|projection| projection.counts)
        .and_then(|projection| projection.attainment);
    let ratio = progress.pace.as_ref().filter(|_| progress.final_year.is_none());
    status_from_bands(ratio.map(|pace| (pace.ratio.hard.lo, pace.ratio.hard.hi)), projected)
}

fn band(value: f64, on: f64, behind: f64) -> Status {
    if value >= on - ROUNDING {
        Status::OnTrack
    } else if value >= behind - ROUNDING {
        Status::Behind
    } else {
        Status::AtRisk
    }
}

fn without_bands(status: Status, rule: OpenRule) -> OpenStatus {
    OpenStatus { status, between: None, is_reversing: false, rule }
}
