//! The progress of one target: baseline, newest figure, pace and projection. It is computed in `assemble` and `programme`.

use crate::compare::progress::pace::PaceLine;
use crate::compare::progress::projection::{DAMPING, TrendFit, is_within_reach};
use crate::compare::progress::types::{Eta, Pace, Projection, RequiredPace, SeriesPoint};
use crate::compare::series::interval::{Interval, ThresholdAnswer, are_equal};
use crate::compare::window::due_window::DueWindow;
use crate::compare::window::promised_number::PromisedNumber;
use crate::dataset::records::Better;

/// Crossings further ahead are not reported.
const MAX_YEARS_AHEAD: f64 = 25.0;

#[derive(Debug, Clone, Default)]
pub(crate) struct Progress {
    /// The last figure known at the statement.
    pub(crate) baseline: Option<SeriesPoint>,
    /// On which side of the target it lies.
    pub(crate) side: BaselineSide,
    /// The newest figure up to the due date, if newer than the baseline and not known at the statement.
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

/// On which side of a target its baseline lies (analytics 3.3, "direction").
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum BaselineSide {
    /// There is a gap to close.
    #[default]
    Short,
    /// It satisfies the target already, or equals it: the newest figure decides.
    Satisfies,
    /// It may satisfy it.
    Either,
}

impl BaselineSide {
    pub(crate) fn of(promise: &PromisedNumber, base: &SeriesPoint) -> Self {
        // Between equal numbers there is no gap of which R could be a part.
        let is_goal = are_equal(base.value.nominal, promise.goal);
        // What equals the target satisfies it here, also where it is to be passed.
        let or_equal = PromisedNumber { is_strict: false, ..*promise };
        match or_equal.answer(Interval::between(base.ends.0, base.ends.1)) {
            ThresholdAnswer::Yes => Self::Satisfies,
            _ if is_goal => Self::Satisfies,
            ThresholdAnswer::No => Self::Short,
            ThresholdAnswer::Undetermined => Self::Either,
        }
    }
}

impl Progress {
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
    promise.is_reached_by(Interval::exactly(value))
}

/// The first year in which an end of the interval reaches the target, no further ahead than the history reaches back.
fn first_year_reached(fit: &TrendFit, reaches_threshold: impl Fn((f64, f64)) -> bool) -> Option<i32> {
    let mut year = year_containing(fit.last.0 + 1e-6);
    while is_within_reach(f64::from(year) - fit.last.0, fit.span) {
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
