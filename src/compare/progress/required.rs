//! What a promise needs from here (analytics 3.2).

use crate::compare::progress::types::LineShape;

/// Growth a year that leads from `base` to `target` in `years`: a fraction on a geometric line, `(T ÷ y₀)^(1/N) − 1`; units
/// (points) a year on a linear one (analytics 3.2).
#[must_use]
pub fn required_growth(line: LineShape, base: f64, target: f64, years: f64) -> f64 {
    match line {
        LineShape::Geometric => (target / base).powf(1.0 / years) - 1.0,
        LineShape::Linear => (target - base) / years,
    }
}

/// Within the due year: what each remaining month has to bring, `(T − Y) ÷ (12 − n)`; what a month brought so far; the
/// first over the second (analytics 3.2).
#[must_use]
pub fn run_rate(target: f64, so_far: f64, months: u32) -> (f64, f64, f64) {
    let needed = (target - so_far) / f64::from(12 - months.min(11));
    let pace = so_far / f64::from(months);
    (needed, pace, needed / pace)
}

/// For a programme: what each remaining year has to bring, `(T − spent) ÷ years left` (analytics 3.2).
#[must_use]
pub fn per_year(target: f64, spent: f64, years: f64) -> f64 {
    (target - spent) / years
}
