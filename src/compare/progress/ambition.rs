//! How ambitious a target was when it was stated (analytics 3.8).

use crate::compare::progress::types::{Ambition, AmbitionLevel};
use crate::dataset::records::LineShape;

/// The target over its baseline, and the required growth over the past growth. `history` is the yearly growth over the five
/// years known at the statement: of the logarithm for a geometric line, in units of the metric for a linear one; `years` is
/// the time from baseline to due date (analytics 3.8).
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

/// Required growth a year: `ln(T ÷ y₀) ÷ N`, or `(T − y₀) ÷ N` for a linear line (analytics 3.8).
pub fn required_growth_rate(line: LineShape, base: f64, target: f64, years: f64) -> f64 {
    match line {
        LineShape::Geometric => (target / base).ln() / years,
        LineShape::Linear => (target - base) / years,
    }
}
