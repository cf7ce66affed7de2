//! Values as stated: numbers with hedges (`">=200k"`, `"about 5 million"`, `2636`). The `grammar` reads them: its `words` are
//! tables, its digits are in `number`. The bounds that a hedge implies are in `compare::series::quantity`.

mod grammar;
mod number;
mod words;

use serde::{Deserialize, Serialize};

/// A target or reported value, in the unit of its metric.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub enum Value {
    /// One number with its hedge.
    Amount(Amount),
    /// A range, `95k..105k`.
    Range(Amount, Amount),
    /// One in `k`, `1/3`.
    EveryKth(u32),
    /// A change on a base period, `-40%`, `x2`, `+5pp`; of targets only.
    Change(Change),
    /// A range of changes, `-40%..-50%`, the smaller change first.
    ChangeRange(Change, Change),
    /// Stated without a usable number, `?`.
    Unquantified,
    /// A milestone that had not happened by the end of the period.
    NotYet,
}

/// One number with its hedge.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Amount {
    /// How firmly it was stated.
    pub hedge: Hedge,
    /// The number with its scale: `">19k"` is 19,000.
    pub number: f64,
    /// Place value of the last non-zero digit as spoken, in the same unit: 10 bn for `"120bn"`, 0.1 for `44.5`, 1,000 for
    /// `"148k"`. Written decimals count even if zero (analytics 1.2, 10).
    pub place_value: f64,
}

/// A change on the figure of a base period.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Change {
    /// How firmly it was stated.
    pub hedge: Hedge,
    /// What the number means.
    pub unit: ChangeUnit,
    /// The number as spoken, with its sign: -40 of `-40%`, 2 of `x2`, 5 of `+5pp`.
    pub number: f64,
    /// Place value of its last non-zero digit as spoken.
    pub place_value: f64,
}

/// What the number of a change means.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum ChangeUnit {
    /// Per cent of the base figure, `-40%`.
    Percent,
    /// A multiple of the base figure, `x2`.
    Times,
    /// Percentage points, of shares, `+5pp`.
    Points,
}

/// How firmly a number was stated.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Hedge {
    /// An unrounded count, or written with `=`.
    Exact,
    /// Unhedged, and rounded as spoken.
    Plain,
    /// `~`
    About,
    /// `<~`: almost, and not quite.
    Nearly,
    /// `>`
    MoreThan,
    /// `>=`
    AtLeast,
    /// `<`
    LessThan,
    /// `<=`
    AtMost,
}

/// How a number is read: whether a plain whole number such as `2636` is exact, and what `%` means after it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NumberKind {
    /// Counted things: exact, unless the last digit is 0.
    Count,
    /// Money and ratios: rounded as spoken.
    Measurement,
    /// Shares in per cent, which `%` may follow; a per cent with a sign is a change.
    Share,
    /// Growth in per cent, which may have a sign.
    Growth,
}

impl Value {
    /// Written with `~`, the only hedge that takes a tolerance.
    pub fn is_about(&self) -> bool {
        matches!(
            self,
            Self::Amount(Amount { hedge: Hedge::About, .. }) | Self::Change(Change { hedge: Hedge::About, .. })
        )
    }

    /// Whether it is against the figure of a base period.
    pub fn is_change(&self) -> bool {
        matches!(self, Self::Change(_) | Self::ChangeRange(..))
    }

    /// Whether it has two ends to lie within.
    pub fn is_range(&self) -> bool {
        matches!(self, Self::Range(..) | Self::ChangeRange(..))
    }

    /// Whether it is in percentage points.
    pub fn is_in_points(&self) -> bool {
        matches!(self, Self::Change(change) | Self::ChangeRange(change, _) if change.unit == ChangeUnit::Points)
    }
}
