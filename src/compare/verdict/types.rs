//! The verdict of one target as of a date, as plain data. The rules are in the other files of this folder.

use chrono::NaiveDate;

use crate::compare::progress::types::{Ambition, Eta, Pace, ProgressStep, Projection, RequiredPace, SeriesPoint, Slip};
use crate::compare::series::interval::{Interval, ThresholdAnswer};
use crate::compare::series::quantity::Quantity;
use crate::dataset::format::period::{Due, Period};
use crate::dataset::format::value::Value;
use crate::dataset::records::{Actual, Id, Source, Target};

/// The status of a target (analytics 3.9 and 10).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Status {
    /// Reached before its window.
    MetEarly,
    /// Reached.
    Met,
    /// Missed in its window, reached later.
    MetLate,
    /// Certainly not reached.
    Missed,
    /// Open, at sufficient pace.
    OnTrack,
    /// Open, slower than required.
    Behind,
    /// Open, out of reach or nearly so.
    AtRisk,
    /// Open, too early to judge.
    NotYetDue,
    /// Closed up to 90 days ago, nothing reported.
    AwaitingData,
    /// Closed for longer, nothing reported.
    NoData,
    /// The figures allow the two answers in [`Verdict::between`].
    Undetermined,
    /// The answer depends on which source is right.
    Contested,
    /// Stated without a usable number.
    Unquantified,
    /// Stated without a date, and not reached yet.
    NotDated,
    /// Of a metric without verdicts: only the difference from the plan is shown (analytics 1.7).
    NotJudged,
    /// Not stated yet on the date in question.
    NotSaid,
}

impl Status {
    /// Every status, in order.
    pub const ALL: [Self; 16] = [
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
        Self::NotJudged,
        Self::NotSaid,
    ];
}

/// A mark beside a status.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Badge {
    /// Based on a part-year.
    Estimated,
    /// Sources differ without changing the answer.
    SourcesDiffer,
    /// Depends on the tolerance of "about".
    AboutTolerance,
    /// Restates an earlier target.
    Restated,
    /// The strict reading of the deadline gives another answer.
    StrictDeadline,
    /// Moving away from the target.
    Reversing,
    /// Reached early, but not held in the due year.
    NotHeld,
    /// The trend depends on its first or last figure.
    EndPoints,
}

impl Badge {
    /// Every badge, in order.
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

/// The figure that a target is compared with.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ReportedFigure {
    /// Its period.
    pub period: Period,
    /// Its value; of a part-year or a floor the hard bounds are open above.
    pub value: Quantity,
    /// Annualised or otherwise estimated.
    pub is_estimated: bool,
    /// The record; of merged sources the preferred one.
    pub actual: Id<Actual>,
}

/// A change on a base period (analytics 1.7).
#[derive(Debug, Clone, PartialEq)]
pub struct ChangeProgress {
    /// Promised, in per cent of the base figure or in points.
    pub promised: Quantity,
    /// Made, alike; none without a figure.
    pub made: Option<Quantity>,
    /// In points.
    pub is_points: bool,
}

/// The difference of a figure from its plan (analytics 1.7, "costs").
#[derive(Debug, Clone, PartialEq)]
pub struct PlanDifference {
    /// Reported minus planned, in the metric's unit; none without a figure.
    pub gap: Option<Quantity>,
    /// The same in per cent of the plan; none without a figure, or where the plan is not above zero.
    pub percent: Option<Quantity>,
}

/// How late (positive) or early (negative) a target was reached.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lateness {
    /// Calendar years, for yearly figures.
    Years(i32),
    /// Days from the end of the due window: first and last possible.
    Days(i64, i64),
}

/// One step of the calculation, recomputable by hand.
#[derive(Debug, Clone, PartialEq)]
pub enum CalculationStep {
    /// The number to reach.
    Threshold {
        /// The number as stated.
        said: Quantity,
        /// The number to reach; an interval where the base figure of a change is.
        theta: Interval,
        /// It has to be exceeded, not just reached.
        strict: bool,
    },
    /// The due window.
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
        /// Its sources.
        sources: Vec<Id<Source>>,
    },
    /// Part of the window is reported: the whole is at least that.
    AtLeastSoFar {
        /// Its period.
        period: Period,
        /// Its value.
        value: Quantity,
    },
    /// Another source differs.
    Differs {
        /// Its period.
        period: Period,
        /// Its value.
        value: Quantity,
        /// Its sources.
        sources: Vec<Id<Source>>,
    },
    /// The comparison that decides.
    Compared {
        /// Its period.
        period: Period,
        /// Its value.
        value: Interval,
        /// The number to reach; an interval where the base figure of a change is.
        theta: Interval,
        /// The result.
        answer: ThresholdAnswer,
    },
    /// A later figure reached the target.
    LaterReached {
        /// Its period.
        period: Period,
        /// Its value.
        value: Quantity,
        /// Years from the due year; negative is earlier.
        years: i32,
    },
    /// An earlier figure had reached it.
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
        /// The target number.
        target: f64,
        /// The quotient, a fraction.
        ratio: Quantity,
    },
    /// Actual minus target.
    Gap {
        /// The reported number.
        actual: f64,
        /// The target number.
        target: f64,
        /// The difference, in the metric's unit.
        gap: Quantity,
    },
    /// A milestone happened between these days.
    Happened {
        /// The first possible day.
        first: NaiveDate,
        /// The last possible day.
        last: NaiveDate,
        /// Days from the end of the due window: first and last possible.
        days: (i64, i64),
    },
    /// A source reports that it had not happened by this day.
    NotYet {
        /// The day.
        day: NaiveDate,
    },
    /// Nothing was reported since the window closed.
    NothingReported {
        /// The last day of the window.
        since: NaiveDate,
    },
    /// A step about what the target means and how its figure is put together.
    Meaning(Box<MeaningStep>),
    /// A step about progress: pace, projection, slip.
    Progress(Box<ProgressStep>),
}

impl From<MeaningStep> for CalculationStep {
    fn from(step: MeaningStep) -> Self {
        Self::Meaning(Box::new(step))
    }
}

impl From<ProgressStep> for CalculationStep {
    fn from(step: ProgressStep) -> Self {
        Self::Progress(Box::new(step))
    }
}

/// One step about what a target means, or about how the figure that it is compared with is put together.
#[derive(Debug, Clone, PartialEq)]
pub enum MeaningStep {
    /// The twelve months that a due year means, where no calendar year.
    YearMeant {
        /// The year as stated.
        year: i32,
        /// The months.
        period: Period,
    },
    /// The figure of the base period of a change.
    BaseFigure {
        /// The base period.
        period: Period,
        /// Its figure.
        value: Quantity,
        /// The change as stated.
        change: Value,
    },
    /// The base figure was another one when the target was stated.
    BaseRevised {
        /// What it was.
        before: Quantity,
        /// The day of the newest report of it.
        on: NaiveDate,
    },
    /// The figure of the base period is unknown.
    BaseUnknown {
        /// The base period.
        period: Period,
    },
    /// The newest statement of a milestone names a later date.
    MovedTo {
        /// That date.
        due: Due,
    },
    /// Parts added up to the figure used.
    AddedUp {
        /// The parts: period and number.
        parts: Vec<(Period, f64)>,
        /// The sum.
        sum: f64,
    },
    /// The range to be in, and on which side the figure lies.
    InRange {
        /// The figure.
        value: Interval,
        /// The lower end.
        floor: f64,
        /// The upper end.
        cap: f64,
        /// The answer.
        answer: ThresholdAnswer,
    },
}

/// The verdict of one target. Rarely filled parts are boxed to keep it small.
#[derive(Debug, Clone, PartialEq)]
pub struct Verdict {
    /// The target.
    pub target: Id<Target>,
    /// How it stands.
    pub status: Status,
    /// For [`Status::Undetermined`]: the two possible answers.
    pub between: Option<[Status; 2]>,
    /// In the order of [`Badge`].
    pub badges: Vec<Badge>,
    /// The number to reach; none for milestones and unquantified targets.
    pub promised: Option<Quantity>,
    /// The reported figure that it is compared with.
    pub reported: Option<ReportedFigure>,
    /// Attainment: reported over target (less is better: target over reported), a fraction.
    pub attainment: Option<Quantity>,
    /// Reported minus target, in the metric's unit.
    pub gap: Option<Quantity>,
    /// How late or early it was reached.
    pub lateness: Option<Lateness>,
    /// The figure that reached it, if that is not the one reported for the window.
    pub reached: Option<ReportedFigure>,
    /// The last figure known when the target was stated.
    pub baseline: Option<Box<SeriesPoint>>,
    /// The growth that it requires.
    pub required: Option<Box<RequiredPace>>,
    /// The pace since the baseline.
    pub pace: Option<Box<Pace>>,
    /// The projected value at the due date.
    pub projection: Option<Box<Projection>>,
    /// When it will be reached at this pace; none once it is reached.
    pub eta: Option<Eta>,
    /// The year in which it was reached.
    pub reached_year: Option<i32>,
    /// Of a change on a base period: what was promised and made.
    pub change: Option<Box<ChangeProgress>>,
    /// Where the metric is not judged: the difference from the plan.
    pub difference: Option<Box<PlanDifference>>,
    /// How it moved the target that it restates.
    pub slip: Option<Slip>,
    /// How ambitious it was when stated.
    pub ambition: Option<Ambition>,
    /// All sources, those of the statement first.
    pub sources: Vec<Id<Source>>,
    /// The calculation, in order.
    pub steps: Vec<CalculationStep>,
}

impl Verdict {
    /// A verdict with a status only.
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
            reached_year: None,
            change: None,
            difference: None,
            slip: None,
            ambition: None,
            sources: Vec::new(),
            steps: Vec::new(),
        }
    }
}
