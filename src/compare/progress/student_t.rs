//! Student's t distribution for whole degrees of freedom (analytics 3.5).

/// The 0.90 quantile for 1 to 6 degrees of freedom: half of the 20 % outside an 80 % interval lies above it.
const QUANTILES_90: [f64; 6] = [
    3.077_683_537_175_253,
    1.885_618_083_164_127,
    1.637_744_353_696_21,
    1.533_206_274_058_944,
    1.475_884_048_824_482,
    1.439_755_747_265_148,
];
/// P(T ≤ t), by the exact finite sums for whole degrees of freedom.
pub fn cdf(t: f64, freedom: usize) -> f64 {
    let freedom = freedom.max(1);
    let angle = (t / (freedom as f64).sqrt()).atan();
    let (sine, square) = (angle.sin(), angle.cos().powi(2));
    let odd = freedom % 2 == 1;
    // Terms: cos² × 2/3, × 4/5, … for odd degrees of freedom; × 1/2, × 3/4, … for even ones.
    let (mut term, mut sum) = (1.0, 0.0);
    let mut step = if odd { 1.0 } else { 0.0 };
    for _ in 0..freedom / 2 {
        sum += term;
        term *= square * (step + 1.0) / (step + 2.0);
        step += 2.0;
    }
    let within = if odd { std::f64::consts::FRAC_2_PI * (angle + sine * angle.cos() * sum) } else { sine * sum };
    f64::midpoint(1.0, within)
}

/// The 0.90 quantile: an 80 % interval extends this many standard errors to either side.
pub fn quantile_90(freedom: usize) -> f64 {
    let freedom = freedom.max(1);
    if let Some(&known) = QUANTILES_90.get(freedom - 1) {
        return known;
    }
    let (mut low, mut high) = (1.28, 1.45);
    for _ in 0..60 {
        let middle = f64::midpoint(low, high);
        if cdf(middle, freedom) < 0.9 { low = middle } else { high = middle }
    }
    f64::midpoint(low, high)
}

#[cfg(test)]
mod tests {
    use super::{QUANTILES_90, cdf, quantile_90};

    #[test]
    fn the_table_holds_the_ninety_per_cent_quantiles() {
        for (index, quantile) in QUANTILES_90.iter().enumerate() {
            assert!((cdf(*quantile, index + 1) - 0.9).abs() < 1e-12, "{} degrees of freedom", index + 1);
        }
        assert!((cdf(quantile_90(30), 30) - 0.9).abs() < 1e-12);
    }

    #[test]
    fn the_distribution_is_symmetric() {
        for freedom in 1..20 {
            assert!((cdf(0.0, freedom) - 0.5).abs() < 1e-15);
            assert!((cdf(1.3, freedom) + cdf(-1.3, freedom) - 1.0).abs() < 1e-14);
        }
    }
}
