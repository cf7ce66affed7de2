//! Projection of a series: a random walk with a damped drift (analytics 3.5).

use chrono::{Months, NaiveDate};

use crate::compare::progress::student_t;

/// φ, the damping of the drift per year: fixed, not estimated.
pub const DAMPING: f64 = 0.8;
/// The trend uses this many years before the newest figure.
const TREND_YEARS: u32 = 5;
/// Fewer points give no interval.
pub const MIN_POINTS_FOR_INTERVAL: usize = 4;
/// Lower limit for the yearly spread of logarithms: a few points in a row do not prove certainty.
const MIN_LOG_SPREAD: f64 = 0.15;

/// The scale on which yearly changes are compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TrendScale {
    /// Logarithm: output, money, people.
    Log,
    /// Logit of a share in per cent, from four points on.
    Logit,
    /// Untransformed: figures that are not all above zero.
    Linear,
    /// Untransformed share in per cent below four points, clipped to 0 to 100.
    Clipped,
}

impl TrendScale {
    fn transform(self, y: f64) -> f64 {
        match self {
            Self::Log => y.ln(),
            Self::Logit => (y / (100.0 - y)).ln(),
            Self::Linear | Self::Clipped => y,
        }
    }

    fn invert(self, x: f64) -> f64 {
        match self {
            Self::Log => x.exp(),
            Self::Logit => 100.0 / (1.0 + (-x).exp()),
            Self::Linear => x,
            Self::Clipped => x.clamp(0.0, 100.0),
        }
    }

    /// The value that a change on the scale leads to from `y`.
    pub fn changed(self, y: f64, by: f64) -> f64 {
        self.invert(self.transform(y) + by)
    }

    fn min_spread(self) -> f64 {
        if matches!(self, Self::Log | Self::Logit) { MIN_LOG_SPREAD } else { 0.0 }
    }
}

/// A trend fitted to the figures of a series.
#[derive(Debug, Clone, PartialEq)]
pub struct TrendFit {
    /// The scale of drift and spread.
    pub scale: TrendScale,
    /// Number of points.
    pub points: usize,
    /// Years from the first to the last point.
    pub span: f64,
    /// Drift a year, on the scale.
    pub drift: f64,
    /// Standard deviation a year, on the scale; none below three points.
    pub sigma: Option<f64>,
    /// The last point: calendar year (2025.0 is the end of 2025), value.
    pub last: (f64, f64),
    /// The 0.90 quantile for the points: half of the 20 % outside an 80 % interval lies above it.
    quantile_90: f64,
}

/// A forecast.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct TrendForecast {
    /// The median.
    pub median: f64,
    /// The 80 % interval, low and high.
    pub interval: Option<(f64, f64)>,
    /// Its standard error, on the scale.
    pub error: Option<f64>,
}

/// `D(h) = φ (1 − φ^h) ÷ (1 − φ)`: the sum of damped years over a horizon of h years (analytics 3.5).
pub fn damped_years(h: f64, phi: f64) -> f64 {
    if phi < 1.0 { phi * (1.0 - phi.powf(h)) / (1.0 - phi) } else { h }
}

impl TrendFit {
    /// Fits (calendar year, value) pairs in order of time; none below two points (analytics 3.5).
    pub fn of(series: &[(f64, f64)], scale: TrendScale) -> Option<Self> {
        let (&(first, y1), &last) = (series.first()?, series.last()?);
        let span = last.0 - first;
        if series.len() < 2 || span <= 0.0 {
            return None;
        }
        let drift = (scale.transform(last.1) - scale.transform(y1)) / span;
        let steps = series.len() - 1;
        let sigma = (steps >= 2).then(|| {
            let squares = series.windows(2).map(|pair| {
                let years = pair[1].0 - pair[0].0;
                (scale.transform(pair[1].1) - scale.transform(pair[0].1) - drift * years).powi(2) / years
            });
            (squares.sum::<f64>() / (steps - 1) as f64).sqrt().max(scale.min_spread())
        });
        let quantile_90 = student_t::quantile_90(steps.saturating_sub(1));
        drift.is_finite().then_some(Self { scale, points: series.len(), span, drift, sigma, last, quantile_90 })
    }

    /// Degrees of freedom of the interval: points − 2.
    pub fn degrees_of_freedom(&self) -> usize {
        self.points.saturating_sub(2)
    }

    /// The forecast h years after the last figure y, on a log scale `ŷ = y · exp(d · D(h))`, with an 80 % interval from four points
    /// on and up to a horizon of the length of the history (analytics 3.5).
    pub fn forecast(&self, h: f64, phi: f64) -> TrendForecast {
        let counted = damped_years(h, phi);
        let middle = self.scale.transform(self.last.1) + self.drift * counted;
        let allowed = self.points >= MIN_POINTS_FOR_INTERVAL && is_within_reach(h, self.span);
        let error = self.sigma.filter(|_| allowed).map(|sigma| sigma * (h + counted * counted / self.span).sqrt());
        let interval = error.map(|error| {
            let reach = self.quantile_90 * error;
            (self.scale.invert(middle - reach), self.scale.invert(middle + reach))
        });
        TrendForecast { median: self.scale.invert(middle), interval, error }
    }

    /// The probability of at least `theta` in h years, 0 to 1 (analytics 3.5); none without an interval.
    pub fn probability(&self, h: f64, theta: f64, phi: f64) -> Option<f64> {
        let forecast = self.forecast(h, phi);
        let error = forecast.error?;
        let away = (self.scale.transform(theta) - self.scale.transform(forecast.median)) / error;
        away.is_finite().then(|| 1.0 - student_t::cdf(away, self.degrees_of_freedom()))
    }

    /// When the trend crosses `theta`, in calendar years; none if it never does (closed form, analytics 3.6).
    pub fn crossing(&self, theta: f64, phi: f64) -> Option<f64> {
        let years = (self.scale.transform(theta) - self.scale.transform(self.last.1)) / self.drift;
        if !years.is_finite() || years < 0.0 {
            return None;
        }
        if phi >= 1.0 {
            return Some(self.last.0 + years);
        }
        let left = 1.0 - years * (1.0 - phi) / phi;
        (left > 0.0).then(|| self.last.0 + left.ln() / phi.ln())
    }
}

/// Whether a horizon of h years is no longer than the history of `span` years; a day more is no more (analytics 3.5).
pub(crate) fn is_within_reach(h: f64, span: f64) -> bool {
    h <= span + 1.0 / 365.0 + 1e-9
}

/// The median slope over all pairs of points, on the scale (Theil-Sen, analytics 3.5).
pub fn median_slope(series: &[(f64, f64)], scale: TrendScale) -> Option<f64> {
    let scaled: Vec<(f64, f64)> = series.iter().map(|(t, y)| (*t, scale.transform(*y))).collect();
    let mut slopes: Vec<f64> = Vec::with_capacity(scaled.len() * scaled.len().saturating_sub(1) / 2);
    for (index, (t1, y1)) in scaled.iter().enumerate() {
        slopes.extend(scaled[index + 1..].iter().map(|(t2, y2)| (y2 - y1) / (t2 - t1)));
    }
    if slopes.is_empty() {
        return None;
    }
    let (even, middle) = (slopes.len().is_multiple_of(2), slopes.len() / 2);
    let (below, &mut upper, _) = slopes.select_nth_unstable_by(middle, f64::total_cmp);
    let lower = below.iter().copied().max_by(f64::total_cmp).filter(|_| even);
    Some(lower.map_or(upper, |lower| f64::midpoint(lower, upper)))
}

/// The first day of the five years that end on a day, by the calendar: the same day five years before (analytics 3.5).
pub fn five_years_before(day: NaiveDate) -> NaiveDate {
    day.checked_sub_months(Months::new(12 * TREND_YEARS)).unwrap_or(NaiveDate::MIN)
}
