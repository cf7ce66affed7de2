//! The statuses of open promises (analytics 3.9, 10): the worse of how fast it went and where it leads.

use super::course::Course;
use super::outlook::OpenRule;
use super::promise::Promise;
use super::verdict::Status;
use crate::dataset::records::Better;

/// Below this R is behind.
const PACE_ON: f64 = 0.95;
/// Below this R is at risk.
const PACE_BEHIND: f64 = 0.60;
/// Below this PA is behind.
const PROJECTED_ON: f64 = 1.00;
/// Below this PA is at risk.
const PROJECTED_BEHIND: f64 = 0.90;
/// Before this part of the way is gone, pace says nothing.
const TOO_EARLY: f64 = 0.10;
/// Sums of fractions of years are not exact.
const ROUNDING: f64 = 1e-9;

/// The status of an open promise, and the rule that made it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Open {
    /// On track, behind, at risk, not yet due, or undetermined.
    pub status: Status,
    /// For undetermined: the best and the worst.
    pub between: Option<[Status; 2]>,
    /// Certainly moving away from the target.
    pub reversing: bool,
    /// The rule.
    pub rule: OpenRule,
}

/// The bands of R and PA (analytics 3.9): at either end of R the worse of band(R; 0.95, 0.60) and band(PA; 1.00, 0.90);
/// undetermined if the ends differ. Not yet due where there is neither.
#[must_use]
pub fn grade(ratio: Option<(f64, f64)>, projected: Option<f64>) -> Open {
    let rule = OpenRule::Bands { ratio, projected };
    let leads = projected.map(|value| band(value, PROJECTED_ON, PROJECTED_BEHIND));
    let at = |ratio: Option<f64>| ratio.map(|value| band(value, PACE_ON, PACE_BEHIND)).max(leads);
    let (Some(worst), Some(best)) = (at(ratio.map(|(low, _)| low)), at(ratio.map(|(_, high)| high))) else {
        return plain(Status::NotYetDue, OpenRule::NothingSince);
    };
    let reversing = ratio.is_some_and(|(_, high)| high < 0.0);
    if worst == best {
        return Open { status: worst, between: None, reversing, rule };
    }
    Open { status: Status::Undetermined, between: Some([best, worst]), reversing, rule }
}

/// The status of an open promise (analytics 3.9). `too_much`: less is better, and the year so far is above θ already.
pub(crate) fn status(promise: &Promise, course: &Course, too_much: bool) -> Open {
    if too_much {
        return plain(Status::AtRisk, OpenRule::CannotBeUnmade);
    }
    let out_of_reach = course.final_year.as_ref().is_some_and(|year| match promise.better {
        Better::More => year.ends.1 < promise.theta,
        Better::Less => year.ends.0 > promise.theta,
    });
    if out_of_reach {
        return plain(Status::AtRisk, OpenRule::OutOfReach);
    }
    let Some(since) = course.since else { return plain(Status::NotYetDue, OpenRule::NothingSince) };
    if since < TOO_EARLY - ROUNDING {
        return plain(Status::NotYetDue, OpenRule::TooEarly);
    }
    let projected = course.projection.as_ref().filter(|ahead| ahead.counts).and_then(|ahead| ahead.attainment);
    let ratio = course.pace.as_ref().filter(|_| course.final_year.is_none());
    grade(ratio.map(|pace| (pace.ratio.hard.lo, pace.ratio.hard.hi)), projected)
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

fn plain(status: Status, rule: OpenRule) -> Open {
    Open { status, between: None, reversing: false, rule }
}
