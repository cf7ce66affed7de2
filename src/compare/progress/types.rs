//! What surrounds a verdict, as plain data: where a promise started, what it needs, how fast it goes, where that ends.
//!
//! Here: the types. The rules are in `baseline`, `part_year`, `required`, `pace`, `projection`, `eta`, `slip`, `ambition`.

use crate::compare::series::quantity::Quantity;
use crate::dataset::format::period::Period;
use crate::dataset::records::{Actual, Id, Target};

/// A figure with its place in time, as the pace and the projection see it (analytics 3.3 to 3.5).
#[derive(Debug, Clone, PartialEq)]
pub struct SeriesPoint {
    /// Where it stands: the end of year Y is Y; a day is Y − 1 plus the part of the year that is over.
    pub at: f64,
    /// Its period; of an annualised part-year the part that is known.
    pub period: Period,
    /// Its value; of an annualised part-year the central value for the year, with the band as soft bounds.
    pub value: Quantity,
    /// Its ends as the pace takes them: certain where it is, else likely; a plain figure has none but its number.
    pub ends: (f64, f64),
    /// How it was annualised, if it was.
    pub annual: Option<Annualisation>,
    /// The record it comes from; none for a programme that starts with nothing.
    pub actual: Option<Id<Actual>>,
    /// Its reports differ.
    pub has_differing_claims: bool,
}

/// A part-year made into a year (analytics 3.1).
#[derive(Debug, Clone, PartialEq)]
pub struct Annualisation {
    /// The months known, from January.
    pub months: u32,
    /// What was made in them.
    pub so_far: Quantity,
    /// The pace of the remaining months over the pace so far.
    pub rho: RemainingPace,
}

/// The pace of the remaining months over the pace so far: low, central, high (analytics 3.1).
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct RemainingPace {
    /// The slow end.
    pub lo: f64,
    /// The central value.
    pub mid: f64,
    /// The fast end.
    pub hi: f64,
    /// From how many past years it was learned; 0 for the usual band.
    pub years: usize,
}

/// What a promise needs (analytics 3.2).
#[derive(Debug, Clone, PartialEq)]
pub struct RequiredPace {
    /// Growth a year from the baseline to the due date, a fraction; for shares, growth and ratios points (units) a year.
    pub growth: Option<Quantity>,
    /// The same from the newest figure.
    pub from_here: Option<Quantity>,
    /// The growth a year of the newest figure on the baseline, to hold against it.
    pub recent: Option<Quantity>,
    /// In the running due year: what each remaining month has to bring.
    pub per_month: Option<Quantity>,
    /// The same over what a month has brought so far.
    pub multiple: Option<f64>,
    /// For a programme: what each remaining year has to bring.
    pub per_year: Option<Quantity>,
}

/// The shape of the way from the baseline to the promise (analytics 3.3).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum LineShape {
    /// The same per cent every year: volumes and money.
    Geometric,
    /// The same amount every year: shares, rates, sums.
    Linear,
}

/// How fast it went from the baseline, against what was needed (analytics 3.3).
#[derive(Debug, Clone, PartialEq)]
pub struct Pace {
    /// The line that it is held against.
    pub line: LineShape,
    /// R: growth achieved over growth required, which is the scheduled time earned over the time passed.
    pub ratio: Quantity,
    /// When: the place in time of the newest figure.
    pub at: f64,
    /// The newest figure.
    pub newest: SeriesPoint,
    /// Where the line stands then.
    pub expected: f64,
    /// The moment at which the line stands where the figure is.
    pub earned: f64,
    /// Years ahead of the line; negative is behind.
    pub variance_years: f64,
    /// The part of the way from baseline to due date that is gone, 0 to 1.
    pub elapsed: f64,
}

/// Where it ends if it goes on so (analytics 3.5). Ours, not anybody's forecast.
#[derive(Debug, Clone, PartialEq)]
pub struct Projection {
    /// The figures that it rests on.
    pub points: usize,
    /// Growth a year of the trend: of the logarithm, of the logit for shares, of the value where [`LineShape::Linear`].
    pub drift: f64,
    /// How much a year strays from the trend, in the same terms; none below three points.
    pub sigma: Option<f64>,
    /// From the newest figure to the due date, in years.
    pub horizon: f64,
    /// The value at the due date; the soft bounds are the 80 % interval, where there is one.
    pub at_deadline: Quantity,
    /// The bounds are an 80 % interval, not just arithmetic on two or three points.
    pub interval: bool,
    /// PA: the value at the due date over the number to reach (less is better: the other way round); none where θ ≤ 0.
    pub attainment: Option<f64>,
    /// The chance of reaching it, shown and never deciding.
    pub probability: Option<f64>,
    /// It counts for the status: three points or more, and not further ahead than they reach back.
    pub counts: bool,
    /// The value year by year up to the due date, to draw.
    pub path: Vec<ProjectedPoint>,
}

/// One drawn point of a projection.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ProjectedPoint {
    /// Place in time.
    pub at: f64,
    /// The value.
    pub value: f64,
    /// The 80 % interval, where there is one.
    pub interval: Option<(f64, f64)>,
}

/// When it will be reached at this pace (analytics 3.6).
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Eta {
    /// The year; none if not at this pace, or not within 25 years.
    pub year: Option<i32>,
    /// The earliest year, by the ends of the 80 % interval; none where there is none.
    pub earliest: Option<i32>,
    /// The latest year, likewise.
    pub latest: Option<i32>,
    /// Years after the due year; negative is before.
    pub lateness_years: Option<i32>,
}

/// How a restated promise moved (analytics 3.7).
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Slip {
    /// The statement that is said again.
    pub restates: Id<Target>,
    /// Days between the two statements.
    pub elapsed_days: i64,
    /// Days by which like ends of the deadlines moved, fewest and most.
    pub days: (i64, i64),
    /// λ: deadline moved over time passed, its bounds from the widest and narrowest combinations; none for two statements
    /// of one day.
    pub rate: Option<Quantity>,
    /// The deadline certainly moved back.
    pub certain: bool,
    /// The new number over the old one, less 1; none if either has none.
    pub revision: Option<f64>,
}

/// How much was promised (analytics 3.8).
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Ambition {
    /// The promised number over the baseline.
    pub multiple: f64,
    /// Required growth over that of the five years known at the statement; none without a positive history.
    pub ratio: Option<f64>,
    /// In a word; none where nothing is known of the years before.
    pub level: Option<AmbitionLevel>,
}

/// Ambition in a word (analytics 3.8).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum AmbitionLevel {
    /// Within recent pace, A ≤ 1.
    WithinPace,
    /// A stretch, A ≤ 1.5.
    Stretch,
    /// Hard, A ≤ 3.
    Hard,
    /// A break with the past: more, or no positive history.
    Break,
}

/// Which rule made the status of an open promise (analytics 3.9, 10).
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum OpenRule {
    /// Nothing was known when it was said, or no figure is newer than that.
    NoNewerFigure,
    /// Less than a tenth of the way is gone.
    TooEarly,
    /// Even at the fast end of the band the due year falls short (less is better: at the slow end it is too much).
    OutOfReach,
    /// Less is better, and the year so far is above it already: that cannot be unmade.
    AlreadyExceeded,
    /// The worse of the bands of R and PA, at either end of R.
    Bands {
        /// R, from its low to its high end; ignored in the final year.
        ratio: Option<(f64, f64)>,
        /// PA, where the projection counts.
        projected: Option<f64>,
    },
}

/// One line of the arithmetic of an outlook, recomputable by hand.
#[derive(Debug, Clone, PartialEq)]
pub enum ProgressStep {
    /// The last figure known when it was said.
    Baseline {
        /// The figure.
        point: SeriesPoint,
    },
    /// A part of a year made into a year: so far × (1 + ρ × (12 − months) ÷ months).
    Annualised {
        /// Its period.
        period: Period,
        /// How: the months, what was made in them, the pace of the rest.
        annual: Annualisation,
        /// The year that it makes.
        value: Quantity,
    },
    /// The growth a year that leads from a base to the promise.
    RequiredGrowth {
        /// The base.
        base: f64,
        /// The promised number.
        target: f64,
        /// Years between them.
        years: f64,
        /// Geometric: a fraction a year. Linear: units a year.
        line: LineShape,
        /// The growth.
        growth: Quantity,
    },
    /// What each remaining month has to bring: (target − so far) ÷ months left.
    RunRate {
        /// The promised number.
        target: f64,
        /// Made so far.
        so_far: f64,
        /// Months gone.
        months: u32,
        /// Needed a month.
        needed: f64,
        /// Needed over what a month brought so far.
        multiple: f64,
    },
    /// Where the pace line stands, and R.
    Pace {
        /// From where: place in time and value of the baseline.
        from: (f64, f64),
        /// To where: place in time and value promised.
        to: (f64, f64),
        /// The newest figure: place in time and value.
        now: (f64, f64),
        /// The shape of the line.
        line: LineShape,
        /// Where the line stands then.
        expected: f64,
        /// R.
        ratio: Quantity,
        /// Years ahead.
        variance_years: f64,
    },
    /// Where the trend leads.
    Projected {
        /// How many figures it rests on.
        points: usize,
        /// Growth a year.
        drift: f64,
        /// From the newest figure to the due date, years; and the same damped.
        horizon: (f64, f64),
        /// The newest value.
        from: f64,
        /// The value at the due date.
        value: Quantity,
        /// PA.
        attainment: Option<f64>,
        /// The chance of reaching it.
        probability: Option<f64>,
    },
    /// Which rule made the status of an open promise.
    Open {
        /// The rule.
        rule: OpenRule,
    },
    /// When the trend crosses the number to reach: place in time; none if never, or not within 25 years.
    Crosses {
        /// The place in time.
        at: Option<f64>,
    },
    /// How the deadline moved.
    Slipped {
        /// The move.
        slip: Slip,
    },
}
