//! Interval arithmetic and comparison (analytics 2). Where bounds come from is in `quantity`.

use std::cmp::Ordering;

use crate::dataset::records::Better;

/// An interval of real numbers; an end is infinite where nothing is known.
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

/// The result of comparing an interval with a threshold (analytics 2).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ThresholdAnswer {
    /// Every number of the interval reaches the threshold.
    Yes,
    /// No number of the interval reaches it.
    No,
    /// Some do, some do not.
    Undetermined,
}

/// Numbers that differ by less than this fraction of the larger are equal.
const EQUAL_WITHIN: f64 = 1e-9;

/// An end of an interval: the number, and whether it is open.
type IntervalEnd = (f64, bool);

impl Interval {
    /// The single number `x`.
    pub fn exactly(x: f64) -> Self {
        Self::between(x, x)
    }

    /// The closed interval from `lo` to `hi`.
    pub fn between(lo: f64, hi: f64) -> Self {
        Self { lo, hi, lo_open: false, hi_open: false }
    }

    /// `[lo, ∞)`.
    pub fn at_least(lo: f64) -> Self {
        Self { lo, hi: f64::INFINITY, lo_open: false, hi_open: true }
    }

    /// The same lower end without an upper one: what a part implies for the whole.
    pub fn open_above(self) -> Self {
        Self { hi: f64::INFINITY, hi_open: true, ..self }
    }

    /// The same with the ends of another one where it has none.
    pub(crate) fn or_where_infinite(self, other: Self) -> Self {
        let (lo, lo_open) = if self.lo.is_finite() { (self.lo, self.lo_open) } else { (other.lo, other.lo_open) };
        let (hi, hi_open) = if self.hi.is_finite() { (self.hi, self.hi_open) } else { (other.hi, other.hi_open) };
        Self { lo, hi, lo_open, hi_open }
    }

    /// Whether it contains no number.
    pub fn is_empty(&self) -> bool {
        if are_equal(self.lo, self.hi) { self.lo_open || self.hi_open } else { self.lo > self.hi }
    }

    /// The nearest number to `x` in the closed interval.
    pub fn clamp(&self, x: f64) -> f64 {
        x.max(self.lo).min(self.hi)
    }

    /// The intersection; may be empty.
    pub fn intersect(self, other: Self) -> Self {
        let (lo, lo_open) = highest((self.lo, self.lo_open), (other.lo, other.lo_open), |a, b| a || b);
        let (hi, hi_open) = lowest((self.hi, self.hi_open), (other.hi, other.hi_open), |a, b| a || b);
        Self { lo, hi, lo_open, hi_open }
    }

    /// The smallest interval that contains both.
    pub fn hull(self, other: Self) -> Self {
        let (lo, lo_open) = lowest((self.lo, self.lo_open), (other.lo, other.lo_open), |a, b| a && b);
        let (hi, hi_open) = highest((self.hi, self.hi_open), (other.hi, other.hi_open), |a, b| a && b);
        Self { lo, hi, lo_open, hi_open }
    }

    /// `self + other`.
    pub fn plus(self, other: Self) -> Self {
        Self {
            lo: self.lo + other.lo,
            hi: self.hi + other.hi,
            lo_open: self.lo_open || other.lo_open,
            hi_open: self.hi_open || other.hi_open,
        }
    }

    /// `self − other`.
    pub fn minus(self, other: Self) -> Self {
        self.plus(Self { lo: -other.hi, hi: -other.lo, lo_open: other.hi_open, hi_open: other.lo_open })
    }

    /// `self × other`, from the products of the ends.
    pub fn times(self, other: Self) -> Self {
        self.combine_ends(other, |a, b| if a == 0.0 || b == 0.0 { 0.0 } else { a * b })
    }

    /// `self ÷ other`, from the quotients of the ends; none if the divisor contains zero.
    pub fn divided_by(self, other: Self) -> Option<Self> {
        let clear = other.lo > 0.0 || other.hi < 0.0;
        clear.then(|| self.combine_ends(other, |a, b| if a == 0.0 || b.is_infinite() { 0.0 } else { a / b }))
    }

    /// The image under a function that is monotone on the interval.
    pub fn map(self, f: impl Fn(f64) -> f64) -> Self {
        let (a, b) = ((f(self.lo), self.lo_open), (f(self.hi), self.hi_open));
        let (low, high) = if a.0 <= b.0 { (a, b) } else { (b, a) };
        Self { lo: low.0, hi: high.0, lo_open: low.1, hi_open: high.1 }
    }

    /// Whether the interval is at least `theta` (`strict`: above it); where less is better, at most (below).
    pub fn reaches(&self, theta: f64, strict: bool, better: Better) -> ThresholdAnswer {
        let ((near, near_open), (far, far_open)) = match better {
            Better::More => ((self.lo, self.lo_open), (self.hi, self.hi_open)),
            Better::Less => ((-self.hi, self.hi_open), (-self.lo, self.lo_open)),
        };
        let theta = if better == Better::More { theta } else { -theta };
        let beyond = |end: f64| if are_equal(end, theta) { 0.0 } else { end - theta };
        let (near, far) = ((beyond(near), near_open), (beyond(far), far_open));
        let on = |end: IntervalEnd| end.0 == 0.0;
        if near.0 > 0.0 || (on(near) && (!strict || near.1)) {
            ThresholdAnswer::Yes
        } else if far.0 < 0.0 || (on(far) && (strict || far.1)) {
            ThresholdAnswer::No
        } else {
            ThresholdAnswer::Undetermined
        }
    }

    fn combine_ends(self, other: Self, f: impl Fn(f64, f64) -> f64) -> Self {
        let self_ends = [(self.lo, self.lo_open), (self.hi, self.hi_open)];
        let other_ends = [(other.lo, other.lo_open), (other.hi, other.hi_open)];
        let first = (f(self.lo, other.lo), self.lo_open || other.lo_open);
        let (mut low, mut high) = (first, first);
        for (a, a_open) in self_ends {
            for (b, b_open) in other_ends {
                let corner = (f(a, b), a_open || b_open);
                low = lowest(low, corner, |a, b| a && b);
                high = highest(high, corner, |a, b| a && b);
            }
        }
        Self { lo: low.0, hi: high.0, lo_open: low.1, hi_open: high.1 }
    }
}

/// Whether two numbers differ by less than 10⁻⁹ of the larger: 0.1 + 0.7 reaches 0.8 (analytics 2, 10, "equal bounds").
#[expect(clippy::float_cmp, reason = "infinite ends are equal only if they are the same")]
pub fn are_equal(a: f64, b: f64) -> bool {
    a == b || (a.is_finite() && b.is_finite() && (a - b).abs() <= EQUAL_WITHIN * a.abs().max(b.abs()))
}

fn lowest(a: IntervalEnd, b: IntervalEnd, tie: impl Fn(bool, bool) -> bool) -> IntervalEnd {
    match a.0.partial_cmp(&b.0) {
        Some(Ordering::Less) => a,
        Some(Ordering::Greater) => b,
        _ => (a.0, tie(a.1, b.1)),
    }
}

fn highest(a: IntervalEnd, b: IntervalEnd, tie: impl Fn(bool, bool) -> bool) -> IntervalEnd {
    match a.0.partial_cmp(&b.0) {
        Some(Ordering::Greater) => a,
        Some(Ordering::Less) => b,
        _ => (a.0, tie(a.1, b.1)),
    }
}
