//! The shape of the line from the baseline to the target (analytics 3.3 and 10, "the kind of line").

use crate::compare::progress::types::SeriesPoint;
use crate::compare::series::interval::are_equal;
use crate::dataset::records::{LineShape, MetricKind};

/// A stock that is to grow by this factor or more is a roll-out from a pilot: linear.
const ROLL_OUT: f64 = 10.0;

/// Geometric for flows and stocks, linear for shares, rates, ratios, totals and roll-outs, unless the target's `path` says
/// otherwise; always linear where the baseline, with its ends, or the target is not above zero.
pub(crate) fn line_shape(kind: MetricKind, path: Option<LineShape>, base: &SeriesPoint, goal: f64) -> LineShape {
    let lowest = base.ends.0.min(base.value.nominal);
    shape_of_line(kind, path, base.value.nominal, goal.min(lowest), goal)
}

/// The same from the number of the baseline and the lowest of all numbers.
pub fn shape_of_line(kind: MetricKind, path: Option<LineShape>, base: f64, lowest: f64, goal: f64) -> LineShape {
    let is_roll_out =
        kind == MetricKind::Stock && base > 0.0 && (goal >= ROLL_OUT * base || are_equal(goal, ROLL_OUT * base));
    let by_nature = match kind {
        MetricKind::Flow | MetricKind::Stock if !is_roll_out => LineShape::Geometric,
        _ => LineShape::Linear,
    };
    if path.unwrap_or(by_nature) == LineShape::Geometric && lowest > 0.0 {
        LineShape::Geometric
    } else {
        LineShape::Linear
    }
}
