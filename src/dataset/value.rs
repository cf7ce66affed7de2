//! What was said, as it was said: a number with its hedge.
//!
//! Here: the written value (`">=200k"`, `"~100k"`, `2636`) as a type. Not here: the bounds a hedge carries
//! (`compare::quantity`).

/// A value as promised or reported, in the unit of its metric.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Value {
    /// One number with its hedge.
    Amount(Amount),
    /// Between two numbers, `95k..105k`.
    Range(Amount, Amount),
    /// Every k-th, `1/3`: a share of one in `k`.
    EveryKth(u32),
    /// Promised without a usable number, `?`.
    Unquantified,
    /// A milestone known not to have happened on the period's day.
    NotYet,
}

/// One number with its hedge.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Amount {
    /// How firmly it was said.
    pub hedge: Hedge,
    /// The number itself, scale included: `">19k"` is 19,000.
    pub number: f64,
    /// Place value of the last non-zero digit as spoken, in the same unit: 10 bn for `"120bn"`, 0.1 for `44.5`, 1,000 for
    /// `"148k"`. Written decimals count even if zero (analytics 1.2, 10).
    pub place: f64,
}

/// How firmly a number was said.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
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
