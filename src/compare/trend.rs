//! The trend of the figures of a series, the same for all its promises (analytics 3.5, 10).

use super::course::scale;
use super::outlook::Point;
use super::projection::{Fit, YEARS, median_slope, window};
use crate::dataset::records::MetricKind;

/// The trend of the last years.
#[derive(Debug, Clone, Default)]
pub(crate) struct Trend {
    /// Its fit; none for rates and sums.
    pub(crate) fit: Option<Fit>,
    /// The same from the ends of the first and the last figure, far apart and close together.
    pub(crate) of_ends: Vec<Fit>,
    /// It hangs on its end points.
    pub(crate) hangs: bool,
}

impl Trend {
    /// The trend of figures in order of time.
    pub(crate) fn of(kind: MetricKind, points: &[Point]) -> Self {
        let series: Vec<(f64, f64)> = points.iter().map(|point| (point.at, point.value.nominal)).collect();
        let recent = window(&series, YEARS);
        let Some(scale) = scale(kind, recent) else { return Self::default() };
        let Some(fit) = Fit::of(recent, YEARS, scale) else { return Self::default() };
        let slope = median_slope(recent, YEARS, scale);
        let hangs = slope.is_some_and(|slope| (slope - fit.drift).abs() > fit.drift.abs() / 2.0);
        let used = &points[points.len().saturating_sub(fit.points)..];
        let of_ends = ends(used).into_iter().filter_map(|ends| {
            let mut series = recent.to_vec();
            if let [first, .., last] = series.as_mut_slice() {
                (first.1, last.1) = ends;
            }
            Fit::of(&series, YEARS, scale)
        });
        Self { of_ends: of_ends.collect(), fit: Some(fit), hangs }
    }
}

/// The ends of the first and the last figure that are furthest apart, either way.
fn ends(points: &[Point]) -> Vec<(f64, f64)> {
    match points {
        [first, .., last] => vec![(first.ends.1, last.ends.0), (first.ends.0, last.ends.1)],
        _ => Vec::new(),
    }
}
