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
    /// θ has to be exceeded (where less is better: undercut).
    pub is_strict: bool,
    /// T: the number that attainment and gap refer to; the stated one, for a range θ.
    pub goal: f64,
    /// Which direction is good.
    pub better: Better,
}

impl PromisedNumber {
    /// Reads the value of a target; none without a usable number. `tolerance` is that of "about", a fraction.
    pub fn from_value(value: &Value, kind: MetricKind, better: Better, tolerance: f64) -> Option<Self> {
        let said = Quantity::from_value(value, kind, tolerance)?;
        let easy_end = match better {
            Better::More => said.hard.lo,
            Better::Less => said.hard.hi,
        };
        let threshold = match (said.said, better) {
            (QuantityForm::Amount(Hedge::About, _) | QuantityForm::Range | QuantityForm::EveryKth(_), _)
            | (QuantityForm::Amount(Hedge::Nearly, _), Better::More) => easy_end,
            _ => said.nominal,
        };
        let strict = matches!(
            (said.said, better),
            (QuantityForm::Amount(Hedge::MoreThan, _), Better::More)
                | (QuantityForm::Amount(Hedge::LessThan, _), Better::Less)
        );
        let goal = if said.said == QuantityForm::Range { threshold } else { said.nominal };
        Some(Self { said, threshold, is_strict: strict, goal, better })
    }

    /// Whether these bounds reach θ.
    pub fn answer(&self, bounds: Interval) -> ThresholdAnswer {
        bounds.reaches(self.threshold, self.is_strict, self.better)
    }

    /// Whether these bounds certainly reach it.
    pub(crate) fn is_reached_by(&self, bounds: Interval) -> bool {
        self.answer(bounds) == ThresholdAnswer::Yes
    }

    /// Attainment (analytics 2), a fraction: reported over target; target over reported where less is better. None where that
    /// would divide by zero or compare different signs.
    pub fn attainment(&self, reported: &Quantity) -> Option<Quantity> {
        let goal = self.goal;
        let sound = goal > 0.0 && reported.hard.lo >= 0.0 && reported.nominal >= 0.0;
        match self.better {
            Better::More if goal > 0.0 => Some(reported.map(|x| x / goal)),
            Better::Less if sound && reported.nominal > 0.0 => Some(reported.map(|x| goal / x)),
            _ => None,
        }
    }

    /// Gap (analytics 2): reported minus target, in the metric's unit.
    pub fn gap(&self, reported: &Quantity) -> Quantity {
        reported.map(|x| x - self.goal)
    }
}

/// The number of a target, with this tolerance for "about" unless it has its own; none without a usable number.
pub(crate) fn promised_number(dataset: &Dataset, id: Id<Target>, about: f64) -> Option<PromisedNumber> {
    let target = &dataset[id];
    let metric = &dataset[target.metric];
    let value = target.value.as_ref().or_else(|| target.readings.first().map(|reading| &reading.value))?;
    PromisedNumber::from_value(value, metric.kind, metric.better, target.tolerance.unwrap_or(about))
}
