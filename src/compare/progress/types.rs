//! Results about the progress of a target, as plain data.

use crate::compare::progress::pace::PaceLine;
use crate::compare::progress::projection::TrendScale;
use crate::compare::series::quantity::Quantity;
use crate::dataset::format::period::Period;
use crate::dataset::records::{Actual, Id, LineShape, Target};

/// A figure as a point in time, for pace and projection (analytics 3.3 to 3.5).
#[derive(Debug, Clone, PartialEq)]
pub struct SeriesPoint {
    /// Calendar years: 2025.0 is the end of 2025, see [`crate::compare::series::calendar::decimal_year`].
    pub at: f64,
    /// Its period; of an annualised part-year the known part.
    pub period: Period,
    /// Of parts added up: their periods.
    pub pieces: Vec<Period>,
    /// Its value; of an annualised part-year the central value of the year, with the band as soft bounds.
    pub value: Quantity,
    /// Lower and upper end for the pace: certain where it is finite, else likely.
    pub ends: (f64, f64),
    /// For an annualised part-year.
    pub annual: Option<Annualisation>,
    /// The record; none for the zero at which a cumulative metric starts.
    pub actual: Option<Id<Actual>>,
    /// Whether its reports differ.
    pub has_differing_claims: bool,
    /// An estimate of a period that was not over when it was published.
    pub is_early_estimate: bool,
}

impl SeriesPoint {
    /// Whether it is an estimate: a part-year annualised, or a period estimated before its end.
    pub fn is_estimated(&self) -> bool {
        self.annual.is_some() || self.is_early_estimate
    }
}

/// How a part-year was annualised (analytics 3.1).
#[derive(Debug, Clone, PartialEq)]
pub struct Annualisation {
    /// Number of months known, from January.
    pub months: u32,
    /// The output in these months.
    pub so_far: Quantity,
    /// ρ.
    pub rho: RemainingPace,
}

/// ρ, the output of a remaining month over that of a month so far: low, central, high (analytics 3.1).
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct RemainingPace {
    /// The low end.
    pub lo: f64,
    /// The central value.
    pub mid: f64,
    /// The high end.
    pub hi: f64,
    /// Number of past years that it was learned from; 0 for the default band.
    pub years: usize,
}

/// The growth that a target requires (analytics 3.2).
#[derive(Debug, Clone, PartialEq)]
pub struct RequiredPace {
    /// The line that the growth is on.
    pub line: PaceLine,
    /// Growth a year from the baseline to the due date: a fraction; for shares, growth rates and ratios in units (points) a year.
    pub growth: Option<Quantity>,
    /// The same from the newest figure.
    pub from_here: Option<Quantity>,
    /// Growth a year from the baseline to the newest figure, for comparison.
    pub recent: Option<Quantity>,
    /// In the due year: the output needed in each remaining month.
    pub per_month: Option<Quantity>,
    /// That over the output a month so far.
    pub multiple: Option<f64>,
    /// For cumulative targets: the amount needed in each remaining year.
    pub per_year: Option<Quantity>,
}

/// The pace since the baseline against the required pace (analytics 3.3).
#[derive(Debug, Clone, PartialEq)]
pub struct Pace {
    /// The shape of the pace line.
    pub line: LineShape,
    /// R: growth achieved over growth required, that is schedule earned over time passed. An end is infinite where nothing limits
    /// it. None where there is no gap to close, or nothing of a ceiling is used.
    pub ratio: Option<Quantity>,
    /// Where the pace of the last years leads, where that decides or is of a ceiling.
    pub carried: Option<Carried>,
    /// The time of the newest figure, in calendar years.
    pub at: f64,
    /// The newest figure.
    pub newest: SeriesPoint,
    /// The value of the line at that time.
    pub expected: f64,
    /// The time at which the line has the value of the newest figure, in calendar years.
    pub earned: f64,
    /// Years ahead of the line; negative is behind.
    pub variance_years: f64,
    /// Elapsed fraction of the time from baseline to due date, 0 to 1.
    pub elapsed: f64,
}

/// The pace of the last five years carried on undamped to the due date, on the line of the target (analytics 3.5, "carried
/// pace").
#[derive(Debug, Clone, PartialEq)]
pub struct Carried {
    /// The first figure of the five years: calendar years, value.
    pub from: (f64, f64),
    /// The newest figure: calendar years, value.
    pub to: (f64, f64),
    /// The due date, in calendar years.
    pub due: f64,
    /// On this line.
    pub line: LineShape,
    /// The value at the due date.
    pub value: Quantity,
    /// PA: that value over θ (less is better: θ over the value), a fraction; none where θ or, less being better, the value is not
    /// above 0.
    pub attainment: Option<f64>,
    /// Whether it decides the status; that of a ceiling on a sum does not.
    pub decides: bool,
}

/// The projected value at the due date (analytics 3.5). Computed here, not a forecast of any source.
#[derive(Debug, Clone, PartialEq)]
pub struct Projection {
    /// Number of figures.
    pub points: usize,
    /// Drift a year: of the logarithm, of the logit for shares, of the value on a linear scale.
    pub drift: f64,
    /// Standard deviation a year on the same scale; none below three points.
    pub sigma: Option<f64>,
    /// Years from the newest figure to the due date.
    pub horizon: f64,
    /// The value at the due date; the bounds are the 80 % interval where there is one.
    pub at_deadline: Quantity,
    /// Whether the bounds are an 80 % interval.
    pub interval: bool,
    /// PA: the value at the due date over θ (less is better: θ over the value), a fraction; none where θ ≤ 0.
    pub attainment: Option<f64>,
    /// The probability of reaching the target, 0 to 1; never decides a status.
    pub probability: Option<f64>,
    /// The due year annualised, which decides its status; else it decides nothing.
    pub is_final_year: bool,
    /// At least three points, and no farther ahead than they reach back: else arithmetic that is not drawn.
    pub is_supported: bool,
    /// The projected values at the ends of years up to the due date, for drawing.
    pub path: Vec<ProjectedPoint>,
}

/// One point of a drawn projection.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ProjectedPoint {
    /// Calendar years.
    pub at: f64,
    /// The median.
    pub value: f64,
    /// The 80 % interval, low and high.
    pub interval: Option<(f64, f64)>,
}

/// When the target will be reached at this pace (analytics 3.6).
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Eta {
    /// The calendar year; none if never, or not within 25 years.
    pub year: Option<i32>,
    /// The earliest year by the 80 % interval.
    pub earliest: Option<i32>,
    /// The latest year by the 80 % interval.
    pub latest: Option<i32>,
    /// Years after the due year; negative is before.
    pub lateness_years: Option<i32>,
}

/// How a restatement moved a target (analytics 3.7).
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Slip {
    /// The earlier target.
    pub restates: Id<Target>,
    /// Days between the two statements.
    pub elapsed_days: i64,
    /// Days by which the early and the late end of the deadline moved, the smaller first; positive is later.
    pub days: (i64, i64),
    /// λ: days moved over days passed, with the widest and narrowest combinations as bounds; none for statements of one day.
    pub rate: Option<Quantity>,
    /// Whether the deadline certainly moved back.
    pub certain: bool,
    /// The new number over the old one, less 1; none if one of them has no number.
    pub revision: Option<f64>,
}

/// How ambitious a target was when stated (analytics 3.8).
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Ambition {
    /// The target over the baseline.
    pub multiple: f64,
    /// A: required growth over the growth of the five years known at the statement; none if that was not positive.
    pub ratio: Option<f64>,
    /// None if the growth before is unknown.
    pub level: Option<AmbitionLevel>,
}

/// Classes of A (analytics 3.8).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum AmbitionLevel {
    /// A ≤ 1.
    WithinPace,
    /// A ≤ 1.5.
    Stretch,
    /// A ≤ 3.
    Hard,
    /// A > 3, or no growth before.
    Break,
}

/// The rule that decided the status of an open target (analytics 3.9, 10).
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum OpenRule {
    /// No baseline, or no newer figure.
    NoNewerFigure,
    /// Less than a tenth of the time to the due date has elapsed.
    TooEarly,
    /// Even the high end of the annualised due year falls short (less is better: the low end is too much).
    OutOfReach,
    /// Less is better, and the year so far exceeds the target already.
    AlreadyExceeded,
    /// The baseline satisfies the target already: the newest figure decides.
    NewestDecides,
    /// A newest figure at or below zero on a geometric line.
    BelowZero,
    /// Every figure so far satisfies what is to be held, or not.
    Held,
    /// The newest figure lies within the range, or not.
    Range,
    /// The worse of the bands of R and PA, for either end of R.
    Bands {
        /// R, low and high end; ignored in the due year.
        ratio: Option<(f64, f64)>,
        /// PA, if it decides.
        projected: Option<f64>,
    },
}

/// One step of the calculation about progress, recomputable by hand.
#[derive(Debug, Clone, PartialEq)]
pub enum ProgressStep {
    /// The last figure known at the statement.
    Baseline {
        /// The figure.
        point: SeriesPoint,
    },
    /// An annualised part-year: so far × (1 + ρ × (12 − months) ÷ months).
    Annualised {
        /// The known part.
        period: Period,
        /// Months, output in them, ρ.
        annual: Annualisation,
        /// The resulting year.
        value: Quantity,
    },
    /// The growth a year from the baseline to the target.
    RequiredGrowth {
        /// The baseline value.
        base: f64,
        /// The target number.
        target: f64,
        /// Years between them.
        years: f64,
        /// Geometric: growth is a fraction a year; linear: units a year.
        line: LineShape,
        /// The growth.
        growth: Quantity,
    },
    /// The output needed in each remaining month: (target − so far) ÷ months left.
    RunRate {
        /// The target number.
        target: f64,
        /// The output so far.
        so_far: f64,
        /// Number of months so far.
        months: u32,
        /// The output needed in a month.
        needed: f64,
        /// That over the output a month so far.
        multiple: f64,
    },
    /// The value of the pace line at the newest figure, and R.
    Pace {
        /// The baseline: calendar years, value.
        from: (f64, f64),
        /// The target: calendar years, value.
        to: (f64, f64),
        /// The newest figure: calendar years, value.
        now: (f64, f64),
        /// The shape of the line.
        line: LineShape,
        /// R.
        ratio: Quantity,
        /// Years ahead of the line; negative is behind.
        variance_years: f64,
    },
    /// R of a sum that is to stay below θ: the share of the time gone over the share used (analytics 3.3).
    CeilingPace {
        /// Used so far.
        used: f64,
        /// The ceiling.
        ceiling: f64,
        /// Elapsed fraction of the time.
        elapsed: f64,
        /// R; an end is infinite where pieces are missing.
        ratio: Quantity,
    },
    /// The carried pace.
    Carried {
        /// It.
        carried: Carried,
        /// θ.
        theta: f64,
    },
    /// The projection.
    Projected {
        /// Number of figures.
        points: usize,
        /// Drift a year on the scale of the fit.
        drift: f64,
        /// That scale.
        scale: TrendScale,
        /// Years from the newest figure to the due date.
        horizon: f64,
        /// The newest value.
        from: f64,
        /// The value at the due date.
        value: Quantity,
        /// θ.
        theta: f64,
        /// PA.
        attainment: Option<f64>,
    },
    /// The due year annualised, over θ.
    AtDue {
        /// The year.
        value: f64,
        /// θ.
        theta: f64,
        /// PA.
        attainment: f64,
    },
    /// The rule that decided the status of an open target.
    Open {
        /// The rule.
        rule: OpenRule,
    },
    /// When the trend crosses θ.
    Crosses {
        /// Calendar years; none if never, or not within 25 years.
        at: Option<f64>,
    },
    /// How the deadline moved.
    Slipped {
        /// The slip.
        slip: Slip,
    },
}
