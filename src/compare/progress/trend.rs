//! The trend of a series, shared by all its targets (analytics 3.5, 10).

use crate::compare::progress::projection::{
    MIN_POINTS_FOR_INTERVAL, TREND_YEARS, TrendFit, TrendScale, median_slope, recent_points,
};
use crate::compare::progress::types::SeriesPoint;
use crate::dataset::records::MetricKind;

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
        let series: Vec<(f64, f64)> = points.iter().map(|point| (point.at, point.value.nominal)).collect();
        let recent = recent_points(&series, TREND_YEARS);
        let Some(scale) = trend_scale(kind, recent) else { return Self::default() };
        let Some(fit) = TrendFit::of(recent, TREND_YEARS, scale) else { return Self::default() };
        let slope = median_slope(recent, TREND_YEARS, scale);
        let depends = slope.is_some_and(|slope| (slope - fit.drift).abs() > fit.drift.abs() / 2.0);
        let used = &points[points.len().saturating_sub(fit.points)..];
        let of_ends = extreme_ends(used).into_iter().filter_map(|ends| {
            let mut series = recent.to_vec();
            if let [first, .., last] = series.as_mut_slice() {
                (first.1, last.1) = ends;
            }
            TrendFit::of(&series, TREND_YEARS, scale)
        });
        Self { end_fits: of_ends.collect(), fit: Some(fit), depends_on_end_points: depends }
    }
}

/// The values of the first and last figure for the flattest and the steepest line.
fn extreme_ends(points: &[SeriesPoint]) -> Vec<(f64, f64)> {
    match points {
        [first, .., last] => vec![(first.ends.1, last.ends.0), (first.ends.0, last.ends.1)],
        _ => Vec::new(),
    }
}

/// The scale for a kind of metric and these points.
pub(crate) fn trend_scale(kind: MetricKind, recent: &[(f64, f64)]) -> Option<TrendScale> {
    let all = |holds: fn(f64) -> bool| recent.iter().all(|(_, y)| holds(*y));
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
