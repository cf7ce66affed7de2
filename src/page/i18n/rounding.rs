//! Rounding: without saying more than was said, and where the last digit of a number stands.

use crate::page::i18n::numbers::round_to;

/// Which way a shortened number may go without saying more than was said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Rounding {
    Nearest,
    Down,
    Up,
}

impl Rounding {
    /// The value in steps of a size.
    pub(super) fn to_step(self, value: f64, step: f64) -> f64 {
        let steps = value / step;
        // What is whole but for the last bits of its binary form is whole.
        if (steps - steps.round()).abs() < 1e-6 {
            return value;
        }
        match self {
            Self::Nearest => value,
            Self::Down => steps.floor() * step,
            Self::Up => steps.ceil() * step,
        }
    }

    /// The value to so many significant digits.
    pub(super) fn to_digits(self, value: f64, digits: usize) -> f64 {
        if value == 0.0 || !value.is_finite() {
            return value;
        }
        let size = i32::try_from(digits_before_the_point(value)).unwrap_or(0) - i32::try_from(digits).unwrap_or(0);
        round_to(self.to_step(value, 10f64.powi(size)), digits)
    }
}

/// How many digits a number has before its point; negative where zeros follow the point.
fn digits_before_the_point(value: f64) -> i64 {
    let text = format!("{:e}", value.abs());
    text.split_once('e').and_then(|(_, power)| power.parse::<i64>().ok()).unwrap_or(0) + 1
}

/// The place of the last of three significant digits.
#[must_use]
pub(in crate::page) fn third_digit_place(value: f64) -> f64 {
    if value == 0.0 || !value.is_finite() { 1.0 } else { 10f64.powf(value.abs().log10().floor() - 2.0) }
}

/// The place of the last digit of a number written as short as it can be.
pub(super) fn written_digit_place(value: f64) -> f64 {
    let text = value.to_string();
    if let Some((_, decimals)) = text.split_once('.') {
        return 10f64.powi(-i32::try_from(decimals.len()).unwrap_or(0));
    }
    let zeros = text.len() - text.trim_end_matches('0').len();
    10f64.powi(i32::try_from(zeros).unwrap_or(0))
}

/// The place of the last digit that a number worked out needs, of so many significant ones at most.
#[must_use]
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
    fn the_place_of_a_written_number_is_that_of_its_last_digit() {
        for (value, place) in [(105_000.0, 1e3), (3.5, 0.1), (120.0, 10.0), (7.0, 1.0)] {
            assert!((written_digit_place(value) - place).abs() < 1e-9, "{value}");
        }
    }

    #[test]
    fn a_number_worked_out_has_the_digits_it_needs_and_no_more_than_it_may() {
        for (value, digits, place) in
            [(800.0, 3, 100.0), (4_230.0, 3, 10.0), (4_237.0, 3, 10.0), (4_237.0, 5, 1.0), (0.5, 5, 0.1)]
        {
            assert!((last_digit_place(value, digits) - place).abs() < 1e-9, "{value} to {digits}");
        }
    }
}
