//! The trend of a series, shared by its targets, and the pace carried on from it (analytics 3.5, 10).

use crate::compare::progress::projection::{
    MIN_POINTS_FOR_INTERVAL, TrendFit, TrendScale, five_years_before, is_within_reach, median_slope,
};
use crate::compare::progress::types::{Carried, SeriesPoint};
use crate::compare::series::interval::Interval;
use crate::compare::series::quantity::Quantity;
use crate::dataset::records::{LineShape, MetricKind};

/// The pace of fewer points does not decide a status: with the baseline and one later point it adds nothing to R.
const MIN_POINTS_TO_DECIDE: usize = 3;

#[derive(Debug, Clone, Default)]
pub(crate) struct SeriesTrend {
    /// None for growth rates, ratios and cumulative metrics.
    pub(crate) fit: Option<TrendFit>,
    /// Fits with the bounds of the first and the last figure: steepest and flattest.
    pub(crate) end_fits: Vec<TrendFit>,
    /// The drift differs from the median slope by more than half.
    pub(crate) depends_on_end_points: bool,
}

impl SeriesTrend {
    pub(crate) fn of(kind: MetricKind, points: &[SeriesPoint]) -> Self {
        let recent = recent_points(points);
        trend_scale(kind, recent).map(|scale| Self::on_scale(recent, scale)).unwrap_or_default()
    }

    /// A share with a target of 0 or 100 per cent, for which a logit has no place: linear (analytics 10).
    pub(crate) fn clipped(points: &[SeriesPoint]) -> Self {
        Self::on_scale(recent_points(points), TrendScale::Clipped)
    }

    fn on_scale(recent: &[SeriesPoint], scale: TrendScale) -> Self {
        let series: Vec<(f64, f64)> = recent.iter().map(|point| (point.at, point.value.nominal)).collect();
        let Some(fit) = TrendFit::of(&series, scale) else { return Self::default() };
        let slope = median_slope(&series, scale);
        let depends = slope.is_some_and(|slope| (slope - fit.drift).abs() > fit.drift.abs() / 2.0);
        let of_ends = extreme_ends(recent).into_iter().filter_map(|ends| {
            let mut series = series.clone();
            if let [first, .., last] = series.as_mut_slice() {
                (first.1, last.1) = ends;
            }
            TrendFit::of(&series, scale)
        });
        Self { end_fits: of_ends.collect(), fit: Some(fit), depends_on_end_points: depends }
    }
}

/// The points of the five years up to the newest, by the calendar (analytics 3.5).
pub(crate) fn recent_points(points: &[SeriesPoint]) -> &[SeriesPoint] {
    let Some(newest) = points.last() else { return points };
    let first_day = five_years_before(newest.period.end());
    &points[points.partition_point(|point| point.period.end() < first_day)..]
}

/// The values of the first and last figure for the flattest and the steepest line.
fn extreme_ends(points: &[SeriesPoint]) -> Vec<(f64, f64)> {
    match points {
        [first, .., last] => vec![(first.ends.1, last.ends.0), (first.ends.0, last.ends.1)],
        _ => Vec::new(),
    }
}

/// The scale for a kind of metric and these points.
fn trend_scale(kind: MetricKind, recent: &[SeriesPoint]) -> Option<TrendScale> {
    let all = |holds: fn(f64) -> bool| recent.iter().all(|point| holds(point.value.nominal));
    match kind {
        MetricKind::Flow | MetricKind::Stock if all(|y| y > 0.0) => Some(TrendScale::Log),
        MetricKind::Flow | MetricKind::Stock => Some(TrendScale::Linear),
        MetricKind::Share if recent.len() >= MIN_POINTS_FOR_INTERVAL && all(|y| y > 0.0 && y < 100.0) => {
            Some(TrendScale::Logit)
        }
        MetricKind::Share => Some(TrendScale::Clipped),
        MetricKind::Growth | MetricKind::Ratio | MetricKind::Cumulative | MetricKind::Milestone => None,
    }
}

/// Growth a year over the five years up to the newest point: of the logarithm on a geometric line, in units of the metric on a
/// linear one; none with fewer than two points, or where a value is not above zero.
pub(crate) fn recent_growth(points: &[SeriesPoint], line: LineShape) -> Option<f64> {
    let recent = recent_points(points);
    let (first, last) = (recent.first()?, recent.last()?);
    let (from, to, years) = (first.value.nominal, last.value.nominal, last.at - first.at);
    let growth = match line {
        LineShape::Geometric if recent.iter().all(|point| point.value.nominal > 0.0) => (to / from).ln() / years,
        LineShape::Geometric => return None,
        LineShape::Linear => (to - from) / years,
    };
    (years > 0.0 && growth.is_finite()).then_some(growth)
}

/// The pace of the last five years carried on undamped to `due` (calendar years) on a line of this shape; of shares clipped to
/// 0 to 100. None where it does not decide: growth rates and ratios, fewer than three points, or a longer way than the points
/// reach back (analytics 3.5, "carried pace"). Without its attainment. `is_above_zero`: all points of the five years are.
pub fn carry(
    kind: MetricKind,
    line: LineShape,
    is_above_zero: bool,
    points: &[SeriesPoint],
    due: f64,
) -> Option<Carried> {
    if matches!(kind, MetricKind::Growth | MetricKind::Ratio) {
        return None;
    }
    let recent = recent_points(points);
    let (first, last) = (recent.first()?, recent.last()?);
    let (span, ahead) = (last.at - first.at, due - last.at);
    if recent.len() < MIN_POINTS_TO_DECIDE || ahead < 0.0 || !is_within_reach(ahead, span) {
        return None;
    }
    let is_geometric = line == LineShape::Geometric && is_above_zero;
    let clip = |value: f64| if kind == MetricKind::Share { value.clamp(0.0, 100.0) } else { value };
    let carried = |from: f64, to: f64| {
        let value = if is_geometric { to * (to / from).powf(ahead / span) } else { to + (to - from) / span * ahead };
        clip(value)
    };
    let value = carried(first.value.nominal, last.value.nominal);
    let ends = [carried(first.ends.1, last.ends.0), carried(first.ends.0, last.ends.1)];
    let finite = |end: f64| if end.is_finite() { end } else { value };
    let bounds = Interval::between(finite(ends[0]).min(value), finite(ends[1]).max(value));
    Some(Carried {
        from: (first.at, first.value.nominal),
        to: (last.at, last.value.nominal),
        due,
        line: if is_geometric { LineShape::Geometric } else { LineShape::Linear },
        value: Quantity::derived(value, bounds, bounds),
        attainment: None,
        decides: true,
    })
}
