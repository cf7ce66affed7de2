//! The pace line from the baseline to the target, and the pace achieved (analytics 3.3).

use crate::compare::series::interval::{Interval, are_equal};
use crate::compare::series::quantity::Quantity;
use crate::dataset::records::{LineShape, MetricKind};

/// A stock that is to grow by this factor or more is a roll-out from a pilot: linear.
const ROLL_OUT: f64 = 10.0;

/// A point in time in calendar years (2025.0 is the end of 2025), and a value in the unit of the metric.
pub type TimeValue = (f64, f64);

/// The line from the baseline to the target.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct PaceLine {
    /// Its shape.
    pub line: LineShape,
    /// The baseline, y₀.
    pub from: TimeValue,
    /// The target at its due date, T.
    pub to: TimeValue,
}

impl PaceLine {
    /// `P(t)`: the value of the line at `t`, in calendar years (analytics 3.3).
    pub fn expected(&self, t: f64) -> f64 {
        let ((start, base), (_, target)) = (self.from, self.to);
        let part = (t - start) / self.years();
        match self.line {
            LineShape::Geometric => base * (target / base).powf(part),
            LineShape::Linear => base + (target - base) * part,
        }
    }

    /// Earned schedule: the time at which the line has the value `y`, in calendar years (analytics 3.3).
    pub fn earned(&self, y: f64) -> f64 {
        let ((start, base), (_, target)) = (self.from, self.to);
        let part = match self.line {
            LineShape::Geometric => (y / base).ln() / (target / base).ln(),
            LineShape::Linear => (y - base) / (target - base),
        };
        start + self.years() * part
    }

    /// R at a figure: growth achieved over growth required, that is schedule earned over time passed (analytics 3.3). None where
    /// the figure is not after the baseline, or the line is flat.
    pub fn ratio(&self, now: TimeValue) -> Option<f64> {
        let passed = now.0 - self.from.0;
        let ratio = (self.earned(now.1) - self.from.0) / passed;
        (passed > 0.0 && ratio.is_finite()).then_some(ratio)
    }

    /// R with bounds, from the ends of the baseline that do not satisfy the target and the ends of the figure. Where another end
    /// of the baseline does, R has no lower end (analytics 3.3, "direction"). None as for [`PaceLine::ratio`].
    pub fn ratio_bounds(
        &self,
        short: &[f64],
        is_open_below: bool,
        now: TimeValue,
        ends: (f64, f64),
    ) -> Option<Quantity> {
        let (mut low, mut high) = (f64::INFINITY, f64::NEG_INFINITY);
        for &base in short {
            for y in [ends.0, ends.1] {
                // The logarithm of what is not above zero has no bound.
                if self.line == LineShape::Geometric && y <= 0.0 {
                    if self.to.1 < base {
                        high = f64::INFINITY;
                    } else {
                        low = f64::NEG_INFINITY;
                    }
                    continue;
                }
                let ratio = Self { from: (self.from.0, base), ..*self }.ratio((now.0, y))?;
                (low, high) = (low.min(ratio), high.max(ratio));
            }
        }
        let low = if is_open_below { f64::NEG_INFINITY } else { low };
        let nominal = self.ratio(now).unwrap_or(high).min(high);
        let bounds = Interval { lo_open: is_open_below, ..Interval::between(low, high) };
        (high > f64::NEG_INFINITY).then(|| Quantity::derived(nominal, bounds, bounds))
    }

    /// Elapsed fraction of the time from baseline to due date at `t` (analytics 10, "10 % of the horizon").
    pub fn elapsed_at(&self, t: f64) -> f64 {
        (t - self.from.0) / self.years()
    }

    /// Years from baseline to due date.
    pub fn years(&self) -> f64 {
        self.to.0 - self.from.0
    }
}

/// From the number of the baseline and the lowest of all numbers: geometric for flows and stocks, linear for shares, rates,
/// ratios, totals and roll-outs, unless the target's `path` says otherwise; always linear where a number is not above zero.
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

/// Progress: the fraction of the change achieved, `(y − y₀) ÷ (T − y₀)` (analytics 2).
pub fn progress(base: f64, y: f64, target: f64) -> f64 {
    (y - base) / (target - base)
}

/// Anticipated gap: the fraction of the change that will be missing, `max(0, (T − ŷ) ÷ (T − y₀))` (analytics 2).
pub fn anticipated_gap(base: f64, projected: f64, target: f64) -> f64 {
    ((target - projected) / (target - base)).max(0.0)
}
