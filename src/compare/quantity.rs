//! Numbers with what is certain about them: a nominal value, hard bounds that decide and soft bounds that draw
//! (analytics 1.1, 1.2).

use crate::dataset::value::Hedge;

/// An interval of real numbers; an end is infinite where nothing is known, and open where it is not included.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Interval {
    /// The lower end.
    pub lo: f64,
    /// The upper end.
    pub hi: f64,
    /// The lower end is not included.
    pub lo_open: bool,
    /// The upper end is not included.
    pub hi_open: bool,
}

/// A number with its bounds, in the unit of its metric (shares in per cent).
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Quantity {
    /// The number as said, or the central value where it is worked out.
    pub nominal: f64,
    /// What is certain: decides statuses.
    pub hard: Interval,
    /// What is likely: drawn and estimated with, decides nothing.
    pub soft: Interval,
    /// How it was said; decides the sign before the number on screen.
    pub said: Said,
}

/// How a quantity came to be said.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Said {
    /// One number with its hedge; the place is that of its last non-zero digit as spoken.
    Amount(Hedge, f64),
    /// Between two numbers, the soft ends.
    Range,
    /// Every k-th.
    EveryKth(u32),
    /// Nobody said it: worked out by a rule.
    Derived,
}
