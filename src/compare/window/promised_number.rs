//! The number that a target has to reach (analytics 1.5 and 10, "met-threshold").

use crate::compare::series::interval::{Interval, ThresholdAnswer};
use crate::compare::series::quantity::{Quantity, QuantityForm};
use crate::dataset::format::value::{Hedge, Value};
use crate::dataset::records::{Better, Dataset, Id, MetricKind, Target};

/// The number of a target: as stated, and as it has to be reached.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct PromisedNumber {
    /// As stated.
    pub said: Quantity,
    /// θ: the number to reach.
    pub threshold: f64,
    /// The lowest and highest θ, where it is a change on a base figure with bounds; else twice θ (analytics 2).
    pub threshold_ends: (f64, f64),
    /// θ has to be exceeded (where less is better: undercut).
    pub is_strict: bool,
    /// T: the number that attainment and gap refer to; the stated one, for a range θ.
    pub goal: f64,
    /// Which direction is good.
    pub better: Better,
    /// Of a range: its ends.
    pub range: Option<RangeEnds>,
}

/// The ends of a range to be in; each with its lowest and highest value where it is a change on a base figure with bounds.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct RangeEnds {
    /// The lower end.
    pub floor: (f64, f64),
    /// The upper end.
    pub cap: (f64, f64),
}

impl RangeEnds {
    /// The end nearer to a number; inside the range the number itself.
    pub(crate) fn nearer_end(&self, x: f64) -> f64 {
        let middle = |(low, high): (f64, f64)| f64::midpoint(low, high);
        x.max(middle(self.floor)).min(middle(self.cap))
    }
}

impl PromisedNumber {
    /// Reads the value of a target; none without a usable number. `tolerance` is that of "about", a fraction.
    pub fn from_value(value: &Value, kind: MetricKind, better: Better, tolerance: f64) -> Option<Self> {
        let mut said = Quantity::from_value(value, kind, tolerance)?;
        if let QuantityForm::EveryKth(_) = said.form {
            // Promised, one in k means about that much; reported, it is a band (analytics 10).
            let by = tolerance * said.nominal;
            said.hard = Interval::between(said.nominal - by, said.nominal + by);
            said.soft = said.hard;
        }
        Some(Self::from_quantity(said, better))
    }

    /// The number to reach of a stated quantity.
    pub(crate) fn from_quantity(said: Quantity, better: Better) -> Self {
        let easy_end = match better {
            Better::More => said.hard.lo,
            Better::Less => said.hard.hi,
        };
        let threshold = match (said.form, better) {
            (QuantityForm::Amount(Hedge::About, _) | QuantityForm::Range | QuantityForm::EveryKth(_), _)
            | (QuantityForm::Amount(Hedge::Nearly, _), Better::More) => easy_end,
            _ => said.nominal,
        };
        let strict = matches!(
            (said.form, better),
            (QuantityForm::Amount(Hedge::MoreThan, _), Better::More)
                | (QuantityForm::Amount(Hedge::LessThan, _), Better::Less)
        );
        let goal = if said.form == QuantityForm::Range { threshold } else { said.nominal };
        let range = (said.form == QuantityForm::Range)
            .then_some(RangeEnds { floor: (said.hard.lo, said.hard.lo), cap: (said.hard.hi, said.hard.hi) });
        Self { said, threshold, threshold_ends: (threshold, threshold), is_strict: strict, goal, better, range }
    }

    /// θ as an interval.
    pub(crate) fn theta(&self) -> Interval {
        Interval::between(self.threshold_ends.0, self.threshold_ends.1)
    }

    /// Whether these bounds are at or above the lower end of the range; certainly if there is none.
    pub(crate) fn reaches_floor(&self, bounds: Interval) -> ThresholdAnswer {
        let ends = self.range.map_or((f64::NEG_INFINITY, f64::NEG_INFINITY), |range| range.floor);
        answer_between(|theta| bounds.reaches(theta, false, Better::More), ends)
    }

    /// Whether they are at or below its upper end.
    pub(crate) fn stays_below_cap(&self, bounds: Interval) -> ThresholdAnswer {
        let (low, high) = self.range.map_or((f64::INFINITY, f64::INFINITY), |range| range.cap);
        answer_between(|theta| bounds.reaches(theta, false, Better::Less), (high, low))
    }

    /// Whether these bounds reach θ: certainly only if they reach both its ends, certainly not only if they reach neither
    /// (analytics 2).
    pub fn answer(&self, bounds: Interval) -> ThresholdAnswer {
        let (low, high) = self.threshold_ends;
        let (easy, hard) = if self.better == Better::More { (low, high) } else { (high, low) };
        answer_between(|theta| bounds.reaches(theta, self.is_strict, self.better), (easy, hard))
    }

    /// Whether these bounds certainly reach it.
    pub(crate) fn is_reached_by(&self, bounds: Interval) -> bool {
        self.answer(bounds) == ThresholdAnswer::Yes
    }

    /// Attainment (analytics 2 and 10), a fraction: reported over target; target over reported where less is better. None where
    /// that would divide by zero or compare different signs.
    pub fn attainment(&self, reported: &Quantity) -> Option<Quantity> {
        let goal = self.goal;
        let is_sound = goal > 0.0 && reported.hard.lo >= 0.0 && reported.nominal > 0.0;
        match self.better {
            Better::More if goal > 0.0 => Some(reported.map(|x| x / goal)),
            Better::Less if is_sound => Some(reported.map(|x| goal / x)),
            _ => None,
        }
    }

    /// PA: a value at the due date over θ; inverted where less is better. None where θ, or less being better the value, is not above
    /// 0 (analytics 10).
    pub(crate) fn attainment_at_due(&self, value: f64) -> Option<f64> {
        let theta = self.threshold;
        match self.better {
            Better::More if theta > 0.0 => Some(value / theta),
            Better::Less if theta > 0.0 && value > 0.0 => Some(theta / value),
            _ => None,
        }
    }

    /// Gap (analytics 2): reported minus target, in the metric's unit.
    pub fn gap(&self, reported: &Quantity) -> Quantity {
        reported.map(|x| x - self.goal)
    }

    /// The gap to the nearer end of the range, 0 inside it (analytics 1.7).
    pub fn gap_to_range(&self, reported: &Quantity) -> Option<Quantity> {
        let range = self.range?;
        Some(reported.map(|x| x - range.nearer_end(x)))
    }
}

/// The answer to a threshold that lies between two numbers: certainly reached only if the harder is, certainly not only if the
/// easier is not (analytics 2).
fn answer_between(reaches: impl Fn(f64) -> ThresholdAnswer, (easy, hard): (f64, f64)) -> ThresholdAnswer {
    match (reaches(hard), reaches(easy)) {
        (ThresholdAnswer::Yes, _) => ThresholdAnswer::Yes,
        (_, ThresholdAnswer::No) => ThresholdAnswer::No,
        _ => ThresholdAnswer::Undetermined,
    }
}

/// The number of a target, with this tolerance for "about" unless it has its own; none without a usable number.
pub(crate) fn promised_number(dataset: &Dataset, id: Id<Target>, about: f64) -> Option<PromisedNumber> {
    let target = &dataset[id];
    let metric = &dataset[target.metric];
    let value = target.value.as_ref().or_else(|| target.readings.first().map(|reading| &reading.value))?;
    PromisedNumber::from_value(value, metric.kind, metric.better, target.tolerance.unwrap_or(about))
}
