//! The growth that a target requires (analytics 3.2).

use crate::dataset::records::LineShape;

/// Growth a year from `base` to `target` in `years`: `(T ÷ y₀)^(1/N) − 1` as a fraction on a geometric line, units (points) a
/// year on a linear one (analytics 3.2).
pub fn required_growth(line: LineShape, base: f64, target: f64, years: f64) -> f64 {
    match line {
        LineShape::Geometric => (target / base).powf(1.0 / years) - 1.0,
        LineShape::Linear => (target - base) / years,
    }
}

/// The run rate in the due year: output needed in each remaining month, `(T − Y) ÷ (12 − n)`; output a month so far; the first
/// over the second (analytics 3.2).
pub fn run_rate(target: f64, so_far: f64, months: u32) -> (f64, f64, f64) {
    let needed = (target - so_far) / f64::from(12 - months.min(11));
    let pace = so_far / f64::from(months);
    (needed, pace, needed / pace)
}

/// The amount needed in each remaining year of a cumulative target, `(T − spent) ÷ years left` (analytics 3.2).
pub fn per_year(target: f64, spent: f64, years: f64) -> f64 {
    (target - spent) / years
}
