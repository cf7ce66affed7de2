//! Numbers with bounds: a nominal value, hard bounds for decisions, soft bounds for drawing (analytics 1.1, 1.2, 10).

use crate::compare::series::interval::Interval;
use crate::dataset::format::value::{Amount, Hedge, Value};
use crate::dataset::records::MetricKind;

/// The default tolerance of "about", a fraction of the number.
pub const ABOUT_TOLERANCE: f64 = 0.05;
/// "Nearly" is at most this far below the number, as a fraction.
const NEARLY_MARGIN: f64 = 0.05;
/// The largest rounding error of a plain number, as a fraction.
const MAX_ROUNDING: f64 = 0.05;
/// The likely excess of "more than", as a fraction.
const MAX_EXCESS: f64 = 0.10;
/// The margin of "every k-th" to either side, as a fraction of the whole.
const EVERY_KTH_MARGIN: f64 = 0.05;

/// A number with bounds, in the unit of its metric (shares in per cent).
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Quantity {
    /// The number as stated, or the central value of a derived one.
    pub nominal: f64,
    /// Certain bounds: they decide statuses.
    pub hard: Interval,
    /// Likely bounds: used for drawing and estimates, never for a status.
    pub soft: Interval,
    /// How it was stated; selects the sign before the number on screen.
    pub form: QuantityForm,
}

/// How a quantity was stated.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum QuantityForm {
    /// One number with its hedge, and the place value of its last non-zero digit as spoken.
    Amount(Hedge, f64),
    /// A range, with the soft bounds as ends.
    Range,
    /// One in k.
    EveryKth(u32),
    /// Computed, not stated.
    Derived,
}

impl Quantity {
    /// The bounds of a written value (analytics 1.2); none for `?` and `not yet`. `tolerance` is that of "about", a fraction.
    pub fn from_value(value: &Value, kind: MetricKind, tolerance: f64) -> Option<Self> {
        match *value {
            Value::Amount(amount) => Some(Self::from_amount(amount, kind, tolerance)),
            Value::Range(first, last) => Some(Self::between(first.number, last.number)),
            Value::EveryKth(k) => {
                let whole = if kind == MetricKind::Share { 100.0 } else { 1.0 };
                let nominal = whole / f64::from(k);
                let ends = Interval::between(nominal - whole * EVERY_KTH_MARGIN, nominal + whole * EVERY_KTH_MARGIN);
                Some(Self { nominal, hard: ends, soft: ends, form: QuantityForm::EveryKth(k) })
            }
            // The number of a change depends on the figure of its base period.
            Value::Change(_) | Value::ChangeRange(..) | Value::Unquantified | Value::NotYet => None,
        }
    }

    /// A computed number with its bounds.
    pub fn derived(nominal: f64, hard: Interval, soft: Interval) -> Self {
        Self { nominal, hard, soft, form: QuantityForm::Derived }
    }

    /// A calculated number without uncertainty.
    pub fn calculated(value: f64) -> Self {
        let bounds = Interval::exactly(value);
        Self::derived(value, bounds, bounds)
    }

    /// The sum of two independent quantities, bound by bound.
    pub fn plus(&self, other: &Self) -> Self {
        Self::derived(self.nominal + other.nominal, self.hard.plus(other.hard), self.soft.plus(other.soft))
    }

    /// The image under a function that is monotone on all bounds.
    pub fn map(&self, f: impl Fn(f64) -> f64) -> Self {
        Self::derived(f(self.nominal), self.hard.map(&f), self.soft.map(&f))
    }

    /// The same as a lower bound: what a part implies for the whole.
    pub fn as_floor(self) -> Self {
        Self { hard: self.hard.open_above(), ..self }
    }

    /// The bounds used in comparisons: a plain number counts exactly, its rounding interval decides nothing (analytics 10,
    /// "plain figures").
    pub fn deciding_bounds(&self) -> Interval {
        match self.form {
            QuantityForm::Amount(Hedge::Plain, _) => Interval::exactly(self.nominal),
            _ => self.hard,
        }
    }

    /// A range between two numbers in any order.
    pub(crate) fn between(one: f64, other: f64) -> Self {
        let ends = Interval::between(one.min(other), one.max(other));
        Self { nominal: f64::midpoint(ends.lo, ends.hi), hard: ends, soft: ends, form: QuantityForm::Range }
    }

    /// The bounds of one number with its hedge (analytics 1.2).
    pub(crate) fn from_amount(amount: Amount, kind: MetricKind, tolerance: f64) -> Self {
        let Amount { hedge, number: x, place_value: place } = amount;
        let size = x.abs();
        let beyond = place.min(MAX_EXCESS * size);
        let around = |by: f64| Interval::between(x - by, x + by);
        let hard = match hedge {
            Hedge::Exact => Interval::exactly(x),
            Hedge::Plain => around((place / 2.0).min(MAX_ROUNDING * size)),
            Hedge::About => around(tolerance * size),
            Hedge::Nearly if x < 0.0 => Interval { lo: x, hi: x + NEARLY_MARGIN * size, lo_open: true, hi_open: false },
            Hedge::Nearly => Interval { lo: x - NEARLY_MARGIN * size, hi: x, lo_open: false, hi_open: true },
            Hedge::MoreThan => Interval { lo_open: true, ..Interval::at_least(x) },
            Hedge::AtLeast => Interval::at_least(x),
            Hedge::LessThan | Hedge::AtMost => {
                let floor = if kind == MetricKind::Growth || x < 0.0 { f64::NEG_INFINITY } else { 0.0 };
                Interval { lo: floor, hi: x, lo_open: floor.is_infinite(), hi_open: hedge == Hedge::LessThan }
            }
        };
        let soft = match hedge {
            Hedge::MoreThan | Hedge::AtLeast => Interval::between(x, x + beyond),
            Hedge::LessThan | Hedge::AtMost => Interval::between(x - beyond, x),
            _ => hard,
        };
        Self { nominal: x, hard, soft, form: QuantityForm::Amount(hedge, place) }
    }
}
