//! Rounding that never claims more than a bound allows, and the place value of a number's last digit.

/// The direction in which a number is rounded; a lower bound is rounded down, an upper bound up.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Rounding {
    Nearest,
    Down,
    Up,
}

impl Rounding {
    /// `value` rounded to a multiple of `step`; unchanged for `Nearest`, because formatting rounds to nearest.
    pub(super) fn to_step(self, value: f64, step: f64) -> f64 {
        let steps = value / step;
        // Within floating-point error of a multiple counts as one.
        if (steps - steps.round()).abs() < 1e-6 {
            return value;
        }
        match self {
            Self::Nearest => value,
            Self::Down => steps.floor() * step,
            Self::Up => steps.ceil() * step,
        }
    }

    /// `value` rounded to significant digits.
    pub(super) fn to_digits(self, value: f64, digits: usize) -> f64 {
        if value == 0.0 || !value.is_finite() {
            return value;
        }
        let step = 10f64.powi(exponent(&format!("{value:e}")) + 1 - i32::try_from(digits).unwrap_or(0));
        round_to(self.to_step(value, step), digits)
    }
}

/// How many decimals show `value` to `digits` significant digits; 0 if all of them are before the decimal mark.
pub(in crate::page) fn decimals_for(value: f64, digits: usize) -> usize {
    if value == 0.0 || !value.is_finite() {
        return 0;
    }
    // The exponent after rounding: 9.996 to three digits is 10.0.
    let last = digits.saturating_sub(1);
    let decimals = i32::try_from(last).unwrap_or(i32::MAX).saturating_sub(exponent(&format!("{value:.last$e}")));
    usize::try_from(decimals).unwrap_or(0)
}

/// `value` rounded to the nearest number of `digits` significant digits.
pub(in crate::page) fn round_to(value: f64, digits: usize) -> f64 {
    format!("{:.*e}", digits.saturating_sub(1), value).parse().unwrap_or(value)
}

/// The power of ten of a number in scientific notation: 3 for `1.5e3`.
fn exponent(scientific: &str) -> i32 {
    scientific.split_once('e').and_then(|(_, power)| power.parse().ok()).unwrap_or(0)
}

/// Significant digits up to which a number counts as written by a person and not as calculated.
const WRITTEN_DIGITS: usize = 12;
/// Significant digits of a decimal number that a floating-point number keeps.
pub(super) const KEPT_DIGITS: usize = 15;
/// Significant digits that tell any two floating-point numbers apart.
const ALL_DIGITS: usize = 17;

/// A number as an equation shows it: in full as written; a calculated one to `digits` significant digits, its whole part in full.
pub(in crate::page) fn operand(value: f64, digits: usize) -> f64 {
    let written = round_to(value, WRITTEN_DIGITS);
    if written.to_bits() == round_to(value, KEPT_DIGITS).to_bits() {
        return written;
    }
    let whole_digits = usize::try_from(exponent(&format!("{value:e}")) + 1).unwrap_or(0);
    round_to(value, digits.max(whole_digits))
}

/// `a − b` to the last digit of the two, without the error of floating-point subtraction.
pub(in crate::page) fn exact_difference(a: f64, b: f64) -> f64 {
    let decimals = [a, b].map(|value| value.to_string().split_once('.').map_or(0, |(_, decimals)| decimals.len()));
    format!("{:.*}", decimals[0].max(decimals[1]), a - b).parse().unwrap_or(a - b)
}

/// The fewest significant digits, `usual` or more, for which an equation of the numbers so printed holds; `usual` if for none.
pub(in crate::page) fn digits_for(usual: usize, holds: impl Fn(usize) -> bool) -> usize {
    (usual..=ALL_DIGITS).find(|&digits| holds(digits)).unwrap_or(usual)
}

/// The place value of the third significant digit: 100 for 28,549.
pub(in crate::page) fn third_digit_place(value: f64) -> f64 {
    if value == 0.0 || !value.is_finite() { 1.0 } else { 10f64.powf(value.abs().log10().floor() - 2.0) }
}

/// The place value of the last digit other than a trailing zero: 1,000 for 105,000, 0.1 for 3.5.
pub(in crate::page) fn written_digit_place(value: f64) -> f64 {
    let text = value.to_string();
    if let Some((_, decimals)) = text.split_once('.') {
        return 10f64.powi(-i32::try_from(decimals.len()).unwrap_or(0));
    }
    let zeros = text.len() - text.trim_end_matches('0').len();
    10f64.powi(i32::try_from(zeros).unwrap_or(0))
}

/// The same for a computed value, of which at most `digits` significant digits count: 10 for 4,237 and three digits.
pub(in crate::page) fn last_digit_place(value: f64, digits: i32) -> f64 {
    let first = 10f64.powf(value.abs().max(1e-9).log10().floor());
    let is_whole = |place: &f64| ((value / place) - (value / place).round()).abs() < 1e-6;
    let places = (0..digits - 1).map(|after| first / 10f64.powi(after));
    places.into_iter().find(is_whole).unwrap_or(first / 10f64.powi(digits - 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn trailing_zeros_of_a_written_number_are_not_digits() {
        for (value, place) in [(105_000.0, 1e3), (3.5, 0.1), (120.0, 10.0), (7.0, 1.0)] {
            assert!((written_digit_place(value) - place).abs() < 1e-9, "{value}");
        }
    }

    #[test]
    fn a_computed_number_has_the_digits_it_needs_up_to_a_limit() {
        for (value, digits, place) in
            [(800.0, 3, 100.0), (4_230.0, 3, 10.0), (4_237.0, 3, 10.0), (4_237.0, 5, 1.0), (0.5, 5, 0.1)]
        {
            assert!((last_digit_place(value, digits) - place).abs() < 1e-9, "{value} to {digits}");
        }
    }
}
