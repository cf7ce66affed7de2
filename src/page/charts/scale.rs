//! The scale of an axis (analytics 5.3), and figures multiplied by a factor with their hedge kept.

use crate::compare::series::quantity::{Quantity, QuantityForm};
use crate::dataset::format::value::Hedge;

/// A linear scale that contains zero.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct ChartScale {
    /// The lower end, in the unit of the metric: 0, or a multiple of the step below it.
    pub(super) min: f64,
    /// The upper end, in the unit of the metric.
    pub(super) max: f64,
    /// The distance of the ticks, in the unit of the metric.
    pub(super) step: f64,
    /// The factor its labels are divided by: one, a thousand, a million, …
    pub(super) unit: f64,
}

/// Round steps within a power of ten.
const STEPS: [f64; 4] = [1.0, 2.0, 2.5, 5.0];

impl ChartScale {
    /// The smallest scale from zero for `highest` with room for a label above it: four to six steps.
    pub(super) fn up_to(highest: f64) -> Self {
        Self::over(0.0, highest)
    }

    /// The smallest scale for values from `lowest` to `highest`, and zero, with room for labels beyond them.
    pub(super) fn over(lowest: f64, highest: f64) -> Self {
        let lowest = if lowest.is_finite() { lowest.min(0.0) } else { 0.0 };
        let highest = if highest.is_finite() { highest.max(0.0) } else { 0.0 };
        let highest = if highest > lowest { highest } else { 1.0 };
        let wanted = (highest - lowest) * 1.08 / 5.0;
        let power = 10f64.powf(wanted.log10().floor());
        let step =
            STEPS.into_iter().chain([10.0]).map(|s| s * power).find(|step| *step >= wanted).unwrap_or(power * 10.0);
        let max = (highest * 1.08 / step).ceil() * step;
        let min = (lowest * 1.08 / step).floor() * step;
        Self { min, max, step, unit: Self::unit_of(max.max(-min)) }
    }

    /// The largest factor that leaves two digits before the decimal point at the upper end.
    fn unit_of(max: f64) -> f64 {
        [1e12, 1e9, 1e6, 1e3].into_iter().find(|unit| max >= 10.0 * unit).unwrap_or(1.0)
    }

    /// From the lower to the upper end, in the unit of the metric.
    pub(super) fn ticks(self) -> impl Iterator<Item = f64> {
        let steps_below = (self.min / self.step).round();
        let ticks = (0..=12).map(move |n| (steps_below + f64::from(n)) * self.step);
        ticks.take_while(move |at| *at < self.max + self.step / 2.0)
    }

    /// The decimals of its labels.
    pub(super) fn decimals(self) -> usize {
        let step = self.step / self.unit;
        let is_whole = |decimals: &i32| {
            let steps = step * 10f64.powi(*decimals);
            (steps - steps.round()).abs() < 1e-6
        };
        (0..15).find(is_whole).and_then(|decimals| usize::try_from(decimals).ok()).unwrap_or(3)
    }
}

/// A figure times a factor, to three digits. Rounding keeps a bound a bound: "more than 19,000" in eight months is
/// "more than 2,370" a month.
pub(super) fn scaled_by(figure: &Quantity, factor: f64) -> Quantity {
    let scaled = figure.map(|number| number * factor);
    let QuantityForm::Amount(hedge, _) = figure.form else { return scaled };
    let place = 10f64.powf(scaled.nominal.abs().max(1e-9).log10().floor() - 2.0);
    let steps = scaled.nominal / place;
    let steps = match hedge {
        Hedge::MoreThan | Hedge::AtLeast => (steps + 1e-9).floor(),
        Hedge::LessThan | Hedge::AtMost | Hedge::Nearly => (steps - 1e-9).ceil(),
        Hedge::Exact | Hedge::Plain | Hedge::About => steps.round(),
    };
    let hedge = if hedge == Hedge::Exact { Hedge::Plain } else { hedge };
    Quantity { nominal: steps * place, form: QuantityForm::Amount(hedge, place), ..scaled }
}

/// [`scaled_by`] with an approximate factor: an exact figure becomes "about".
pub(super) fn scaled_by_about(figure: &Quantity, factor: f64) -> Quantity {
    let scaled = scaled_by(figure, factor);
    match scaled.form {
        QuantityForm::Amount(Hedge::Plain, place) => {
            Quantity { form: QuantityForm::Amount(Hedge::About, place), ..scaled }
        }
        _ => scaled,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dataset::format::value::{Amount, Value};
    use crate::dataset::records::MetricKind;

    #[test]
    fn the_top_leaves_room_for_a_label_and_the_steps_are_round() {
        let scale = ChartScale::up_to(200_000.0);
        assert_eq!(scale, ChartScale { min: 0.0, max: 250_000.0, step: 50_000.0, unit: 1e3 });
        assert_eq!(scale.ticks().count(), 6);
        assert_eq!(ChartScale::up_to(50.0), ChartScale { min: 0.0, max: 60.0, step: 20.0, unit: 1.0 });
        assert_eq!(ChartScale::up_to(4.5e12), ChartScale { min: 0.0, max: 5e12, step: 1e12, unit: 1e9 });
    }

    #[test]
    fn negative_values_have_a_scale_below_zero_with_the_same_steps() {
        let scale = ChartScale::over(-77e6, -7e6);
        assert_eq!(scale, ChartScale { min: -100e6, max: 0.0, step: 20e6, unit: 1e6 });
        assert_eq!(scale.ticks().collect::<Vec<_>>(), [-100e6, -80e6, -60e6, -40e6, -20e6, 0.0]);
        let both = ChartScale::over(-3.0, 8.0);
        assert!(both.min <= -3.0 && both.max >= 8.0 && both.ticks().any(|tick| tick == 0.0));
    }

    #[test]
    fn ticks_of_small_steps_have_digits_enough_to_differ() {
        let scale = ChartScale::up_to(0.000_23);
        assert_eq!((scale.step, scale.decimals()), (0.000_05, 5));
    }

    #[test]
    fn nothing_reported_still_gives_a_scale() {
        for strange in [0.0, -1.0, f64::NAN, f64::INFINITY] {
            assert!(ChartScale::up_to(strange).max > 0.0);
        }
    }

    fn read(hedge: Hedge, number: f64) -> Quantity {
        let amount = Amount { hedge, number, place_value: 1000.0 };
        Quantity::from_value(&Value::Amount(amount), MetricKind::Flow, 0.05).unwrap()
    }

    #[test]
    fn a_bound_stays_on_its_side() {
        let near = |a: f64, b: f64| (a - b).abs() < 1e-6;
        assert!(near(scaled_by(&read(Hedge::MoreThan, 19_000.0), 1.0 / 8.0).nominal, 2370.0));
        assert!(near(scaled_by(&read(Hedge::LessThan, 19_000.0), 1.0 / 8.0).nominal, 2380.0));
        assert!(near(scaled_by(&read(Hedge::Plain, 19_000.0), 1.0 / 8.0).nominal, 2380.0));
        assert!(near(scaled_by(&read(Hedge::MoreThan, 50_000.0), 0.002).nominal, 100.0));
    }

    #[test]
    fn what_rests_on_an_about_is_about() {
        let of_about = scaled_by_about(&read(Hedge::Exact, 31_757.0), 0.01);
        assert!(matches!(of_about.form, QuantityForm::Amount(Hedge::About, _)));
        let bound = scaled_by_about(&read(Hedge::MoreThan, 31_757.0), 0.01);
        assert!(matches!(bound.form, QuantityForm::Amount(Hedge::MoreThan, _)));
    }
}
