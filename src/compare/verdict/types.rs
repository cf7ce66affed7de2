//! What became of one target, as known on one day: the whole result of the comparison, as plain data.
//!
//! Here: the types. Not here: the rules that fill them (`status`, `window`, `known`, …), any wording (`page::why`).

use chrono::NaiveDate;

use crate::compare::progress::types::{Ambition, Eta, Pace, ProgressStep, Projection, RequiredPace, SeriesPoint, Slip};
use crate::compare::series::interval::{Interval, ThresholdAnswer};
use crate::compare::series::quantity::Quantity;
use crate::dataset::format::period::Period;
use crate::dataset::records::{Actual, Id, Source, Target};

/// How a target stands (analytics 3.9 and 10).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Status {
    /// Reached before the window that was promised.
    MetEarly,
    /// Reached.
    Met,
    /// Missed in its window, reached later.
    MetLate,
    /// Certainly not reached.
    Missed,
    /// Open, and fast enough.
    OnTrack,
    /// Open, and slower than needed.
    Behind,
    /// Open, and out of reach or nearly so.
    AtRisk,
    /// Open, and too early to tell.
    NotYetDue,
    /// Closed less than 90 days ago, nothing reported.
    AwaitingData,
    /// Closed, nothing reported.
    NoData,
    /// The figures allow two answers, named in [`Verdict::between`].
    Undetermined,
    /// Sources disagree, and the answer hangs on which is right.
    Contested,
    /// Promised without a usable number.
    Unquantified,
    /// Promised without a date, and not reached yet.
    NotDated,
    /// Not said yet on the day in question.
    NotSaid,
}

impl Status {
    /// Every status.
    pub const ALL: [Self; 15] = [
        Self::MetEarly,
        Self::Met,
        Self::MetLate,
        Self::Missed,
        Self::OnTrack,
        Self::Behind,
        Self::AtRisk,
        Self::NotYetDue,
        Self::AwaitingData,
        Self::NoData,
        Self::Undetermined,
        Self::Contested,
        Self::Unquantified,
        Self::NotDated,
        Self::NotSaid,
    ];
}

/// A mark beside a status; never a status of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Badge {
    /// Rests on a part-year.
    Estimated,
    /// Sources differ, without changing the answer.
    SourcesDiffer,
    /// Depends on how "about" is read.
    AboutTolerance,
    /// Says again or moves an earlier statement.
    Restated,
    /// The strict reading of the deadline gives another answer.
    StrictDeadline,
    /// Moving away from the target.
    Reversing,
    /// Reached early, not held in its year.
    NotHeld,
    /// The trend hangs on its end points.
    EndPoints,
}

impl Badge {
    /// Every mark.
    pub const ALL: [Self; 8] = [
        Self::Estimated,
        Self::SourcesDiffer,
        Self::AboutTolerance,
        Self::Restated,
        Self::StrictDeadline,
        Self::Reversing,
        Self::NotHeld,
        Self::EndPoints,
    ];
}

/// The figure that a target is held against.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ReportedFigure {
    /// Its period.
    pub period: Period,
    /// Its value; a part-year or later bound is open above.
    pub value: Quantity,
    /// Annualised or otherwise estimated.
    pub is_estimated: bool,
    /// The record it comes from; where sources were merged, the preferred one.
    pub actual: Id<Actual>,
}

/// How late or early a target was reached.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lateness {
    /// In years, for yearly figures: positive is late.
    Years(i32),
    /// In days from the end of the promised window, for events: earliest and latest possible.
    Days(i64, i64),
}

/// One line of the arithmetic, recomputable by hand.
#[derive(Debug, Clone, PartialEq)]
pub enum CalculationStep {
    /// The number that has to be reached, and the number as said. `strict`: it has to be exceeded.
    Threshold {
        /// The number as said.
        said: Quantity,
        /// The number to reach.
        theta: f64,
        /// It has to be exceeded, not just reached.
        strict: bool,
    },
    /// The days in which it is due.
    Window {
        /// The first day.
        first: NaiveDate,
        /// The last day.
        last: NaiveDate,
    },
    /// The figure used for the window.
    Used {
        /// Its period.
        period: Period,
        /// Its value.
        value: Quantity,
        /// Who reports it.
        sources: Vec<Id<Source>>,
    },
    /// A part of the window is reported: the whole is at least that.
    AtLeastSoFar {
        /// Its period.
        period: Period,
        /// Its value.
        value: Quantity,
    },
    /// Another source says otherwise.
    Differs {
        /// Its period.
        period: Period,
        /// Its value.
        value: Quantity,
        /// Who reports it.
        sources: Vec<Id<Source>>,
    },
    /// The comparison that decides: these bounds against the number to reach.
    Compared {
        /// Its period.
        period: Period,
        /// Its value.
        value: Interval,
        /// The number to reach.
        theta: f64,
        /// What the comparison says.
        answer: ThresholdAnswer,
    },
    /// A later figure reached it, so many years after the promised one.
    LaterReached {
        /// Its period.
        period: Period,
        /// Its value.
        value: Quantity,
        /// Years from the due year; negative is earlier.
        years: i32,
    },
    /// An earlier year had reached it.
    EarlierReached {
        /// Its period.
        period: Period,
        /// Its value.
        value: Quantity,
        /// Years from the due year; negative is earlier.
        years: i32,
    },
    /// Actual over target (less is better: target over actual).
    Attainment {
        /// The reported number.
        actual: f64,
        /// The promised number.
        target: f64,
        /// The quotient, a fraction.
        ratio: Quantity,
    },
    /// Actual minus target.
    Gap {
        /// The reported number.
        actual: f64,
        /// The promised number.
        target: f64,
        /// The difference, in the metric's unit.
        gap: Quantity,
    },
    /// An event happened within these days; so many days from the end of the promised window.
    Happened {
        /// The first day.
        first: NaiveDate,
        /// The last day.
        last: NaiveDate,
        /// Days from the end of the promised window.
        days: (i64, i64),
    },
    /// A source says that it had not happened by this day.
    NotYet {
        /// The day.
        day: NaiveDate,
    },
    /// The outcome was not reported since the window closed.
    NothingReported {
        /// The last day of the promised window.
        since: NaiveDate,
    },
    /// A line about the way to the due date: pace, projection, slip.
    Progress(Box<ProgressStep>),
}

/// What became of one target. What few have is boxed: all of them are made before the first frame.
#[derive(Debug, Clone, PartialEq)]
pub struct Verdict {
    /// The target.
    pub target: Id<Target>,
    /// How it stands.
    pub status: Status,
    /// For [`Status::Undetermined`]: the two answers that the figures allow.
    pub between: Option<[Status; 2]>,
    /// Marks beside the status, in the order of [`Badge`].
    pub badges: Vec<Badge>,
    /// What had to be reached; none for milestones and unquantified promises.
    pub promised: Option<Quantity>,
    /// What was reported for it.
    pub reported: Option<ReportedFigure>,
    /// Reported over promised, a fraction.
    pub attainment: Option<Quantity>,
    /// Reported minus promised, in the metric's unit.
    pub gap: Option<Quantity>,
    /// How late or early it was reached.
    pub lateness: Option<Lateness>,
    /// The figure that reached it, where that is not the one reported for the window.
    pub reached: Option<ReportedFigure>,
    /// Where it started: the last figure known when it was said, frozen for ever.
    pub baseline: Option<Box<SeriesPoint>>,
    /// What it needs.
    pub required: Option<Box<RequiredPace>>,
    /// How fast it went from the baseline.
    pub pace: Option<Box<Pace>>,
    /// Where it ends if it goes on so.
    pub projection: Option<Box<Projection>>,
    /// When it will be reached at this pace; for promises not reached yet.
    pub eta: Option<Eta>,
    /// How it moved an earlier statement.
    pub slip: Option<Slip>,
    /// How much was promised.
    pub ambition: Option<Ambition>,
    /// Every source that the verdict rests on: the statement's first.
    pub sources: Vec<Id<Source>>,
    /// The arithmetic, in order.
    pub steps: Vec<CalculationStep>,
}

impl Verdict {
    /// A status with nothing else known.
    #[must_use]
    pub fn with_status(target: Id<Target>, status: Status) -> Self {
        Self {
            target,
            status,
            between: None,
            badges: Vec::new(),
            promised: None,
            reported: None,
            attainment: None,
            gap: None,
            lateness: None,
            reached: None,
            baseline: None,
            required: None,
            pace: None,
            projection: None,
            eta: None,
            slip: None,
            ambition: None,
            sources: Vec::new(),
            steps: Vec::new(),
        }
    }
}
