//! A figure in other terms: what it brought a month, what it is of another one. Its hedge goes along.

use crate::compare::series::quantity::{Quantity, QuantityForm};
use crate::dataset::format::value::Hedge;

/// The figure times a factor, to three digits. A bound stays on its side: "more than 19,000" in eight months is "more than
/// 2,370" a month.
#[must_use]
pub(super) fn scaled_by(figure: &Quantity, factor: f64) -> Quantity {
    let scaled = figure.map(|number| number * factor);
    let QuantityForm::Amount(hedge, _) = figure.said else { return scaled };
    let place = 10f64.powf(scaled.nominal.abs().max(1e-9).log10().floor() - 2.0);
    let steps = scaled.nominal / place;
    let steps = match hedge {
        Hedge::MoreThan | Hedge::AtLeast => (steps + 1e-9).floor(),
        Hedge::LessThan | Hedge::AtMost | Hedge::Nearly => (steps - 1e-9).ceil(),
        Hedge::Exact | Hedge::Plain | Hedge::About => steps.round(),
    };
    let hedge = if hedge == Hedge::Exact { Hedge::Plain } else { hedge };
    Quantity { nominal: steps * place, said: QuantityForm::Amount(hedge, place), ..scaled }
}

/// The same, where the factor is itself only about right.
#[must_use]
pub(super) fn scaled_by_about(figure: &Quantity, factor: f64) -> Quantity {
    let scaled = scaled_by(figure, factor);
    match scaled.said {
        QuantityForm::Amount(Hedge::Plain, place) => {
            Quantity { said: QuantityForm::Amount(Hedge::About, place), ..scaled }
        }
        _ => scaled,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dataset::format::value::{Amount, Value};
    use crate::dataset::records::MetricKind;

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
        assert!(matches!(of_about.said, QuantityForm::Amount(Hedge::About, _)));
        let bound = scaled_by_about(&read(Hedge::MoreThan, 31_757.0), 0.01);
        assert!(matches!(bound.said, QuantityForm::Amount(Hedge::MoreThan, _)));
    }
}
