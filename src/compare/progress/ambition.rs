//! How much was promised, against what had been done (analytics 3.8).

use crate::compare::progress::types::{Ambition, AmbitionLevel, LineShape};

/// The promise over its baseline, and the growth it needs over that of the years before. `history` is the growth a year of
/// the last five years known at the statement: of the logarithm on a geometric line, in units on a linear one
/// (analytics 3.8).
#[must_use]
pub fn ambition(line: LineShape, base: f64, target: f64, years: f64, history: Option<f64>) -> Ambition {
    let needed = required_growth_rate(line, base, target, years);
    let ratio = history.filter(|before| *before > 0.0).map(|before| needed / before);
    let word = history.map(|_| match ratio {
        _ if needed <= 0.0 => AmbitionLevel::WithinPace,
        Some(ratio) if ratio <= 1.0 => AmbitionLevel::WithinPace,
        Some(ratio) if ratio <= 1.5 => AmbitionLevel::Stretch,
        Some(ratio) if ratio <= 3.0 => AmbitionLevel::Hard,
        _ => AmbitionLevel::Break,
    });
    Ambition { multiple: target / base, ratio, level: word }
}

/// Required growth a year: `ln(T ÷ y₀) ÷ N`, or `(T − y₀) ÷ N` on a linear line (analytics 3.8).
#[must_use]
pub fn required_growth_rate(line: LineShape, base: f64, target: f64, years: f64) -> f64 {
    match line {
        LineShape::Geometric => (target / base).ln() / years,
        LineShape::Linear => (target - base) / years,
    }
}
