//! Amounts: a number with its hedge, its scale and its unit, as it was said (analytics 5.3, 5.4).
//!
//! Never more digits than the source wrote; computed values to three significant digits. A bound keeps its meaning when
//! it is shortened: "more than 19,480" becomes ">19.4 k", never ">19.5 k".

use icu_plurals::PluralCategory;

use crate::compare::series::quantity::{Quantity, QuantityForm};
use crate::dataset::format::value::{Amount, Hedge, Value};
use crate::dataset::records::{Language, Metric, MetricKind};
use crate::page::i18n::kazakh::{self, KazakhCase};
use crate::page::i18n::numbers::SignDisplay;
use crate::page::i18n::rounding::{Rounding, decimals_for, third_digit_place, written_digit_place};
use crate::page::i18n::words::{TextForm, Words};

/// Scales and their keys, the largest first.
const SCALES: [(f64, &str); 4] = [(1e12, "trillion"), (1e9, "billion"), (1e6, "million"), (1e3, "thousand")];
/// Computed values are shown to so many significant digits.
const COMPUTED_DIGITS: usize = 3;

/// What a number measures: decides scale and unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum UnitKind<'a> {
    Count,
    Money(&'a str),
    Share,
    Growth,
}

fn measure(metric: &Metric) -> UnitKind<'_> {
    match (&metric.currency, metric.kind) {
        (Some(currency), _) => UnitKind::Money(currency),
        (None, MetricKind::Share) => UnitKind::Share,
        (None, MetricKind::Growth) => UnitKind::Growth,
        _ => UnitKind::Count,
    }
}

impl Words {
    /// A quantity with its hedge: "at least 200,000 vehicles", "≥200,000", "≥200 k".
    #[must_use]
    pub fn quantity(&self, quantity: &Quantity, metric: &Metric, form: TextForm) -> String {
        match quantity.said {
            QuantityForm::Amount(hedge, place_value) => {
                self.amount(&Amount { hedge, number: quantity.nominal, place_value }, metric, form)
            }
            QuantityForm::Range => self.between_amounts((quantity.soft.lo, quantity.soft.hi), metric, form),
            QuantityForm::EveryKth(k) => self.every_kth(k, form),
            QuantityForm::Derived => self.computed(quantity, metric, form),
        }
    }

    /// A value as it stands in the dataset, worded like a [`Words::quantity`].
    #[must_use]
    pub fn value(&self, value: &Value, metric: &Metric, form: TextForm) -> String {
        match value {
            Value::Amount(amount) => self.amount(amount, metric, form),
            Value::Range(low, high) => self.between_amounts((low.number, high.number), metric, form),
            Value::EveryKth(k) => self.every_kth(*k, form),
            Value::Unquantified => {
                self.get(if form == TextForm::Long { "value-unquantified" } else { "value-unquantified.short" })
            }
            Value::NotYet => self.get("value-not-yet"),
        }
    }

    /// The difference between reported and promised, with its sign: `−28,558`, `−1.5 pp`.
    #[must_use]
    pub fn gap(&self, gap: &Quantity, metric: &Metric, form: TextForm) -> String {
        let share = matches!(measure(metric), UnitKind::Share | UnitKind::Growth);
        let (low, high) = (gap.hard.lo, gap.hard.hi);
        let exact = |value: f64| {
            let counted = measure(metric) == UnitKind::Count && form != TextForm::Tight;
            counted && low.to_bits() == high.to_bits() && value.fract() == 0.0
        };
        let write = |value: f64, round: Rounding| {
            if share {
                let decimals = decimals_shown(value, third_digit_place(value).max(0.1), TextForm::Plain);
                let step = 10f64.powi(-i32::try_from(decimals).unwrap_or(0));
                return self.points(round.to_step(value, step), decimals);
            }
            let value = if exact(value) { value } else { round.to_digits(value, COMPUTED_DIGITS) };
            let text = self.scaled(value, written_digit_place(value), metric, (form, SignDisplay::Both));
            self.with_currency(text, metric, form)
        };
        if low.is_infinite() || high.is_infinite() {
            let nearest = || write(gap.nominal, Rounding::Nearest);
            return self.bounded((low, high), TextForm::Tight, &write).unwrap_or_else(nearest);
        }
        write(gap.nominal, Rounding::Nearest)
    }

    /// Reported over promised: `86%`, `≥95%`, `19–20%`. Never 100 % of what was missed, however narrowly.
    #[must_use]
    pub fn attainment(&self, ratio: &Quantity) -> String {
        let decimals = |share: f64| {
            let near = (share - 100.0).abs();
            if near == 0.0 || near >= 0.5 {
                0
            } else if near >= 0.05 {
                1
            } else {
                2
            }
        };
        let write = |ratio: f64, round: Rounding| {
            let decimals = decimals(ratio * 100.0);
            let step = 10f64.powi(-i32::try_from(decimals).unwrap_or(0));
            self.percent(round.to_step(ratio * 100.0, step), decimals)
        };
        let (low, high) = (ratio.hard.lo, ratio.hard.hi);
        if let Some(bound) = self.bounded((low, high), TextForm::Tight, &write) {
            return bound;
        }
        let (low, high) = (write(low, Rounding::Nearest), write(high, Rounding::Nearest));
        if low == high { low } else { self.ends(&low, &high) }
    }

    /// The unit as it stands beside an axis or in a table's head: "vehicles".
    #[must_use]
    pub fn unit(&self, metric: &Metric) -> String {
        match measure(metric) {
            UnitKind::Money(currency) => self.currency(currency),
            UnitKind::Share | UnitKind::Growth => "%".to_owned(),
            UnitKind::Count => metric.unit.get(self.language).rsplit('|').next().unwrap_or_default().trim().to_owned(),
        }
    }

    /// The word for a scale on an axis: `thousand` for 1,000; empty for any other number than the four scales.
    #[must_use]
    pub fn scale(&self, factor: f64, form: TextForm) -> String {
        let known = SCALES.iter().find(|(scale, _)| (scale - factor).abs() < 0.5);
        let suffix = if form == TextForm::Tight { ".short" } else { "" };
        known.map(|(_, key)| self.get(&format!("scale-{key}{suffix}"))).unwrap_or_default()
    }

    /// A quantity as it stands beside a column, in the unit of the axis: its hedge and at most three digits, `>50`, `~11`.
    #[must_use]
    pub fn axis_label(&self, quantity: &Quantity, factor: f64) -> String {
        let (hedge, place_value) = match quantity.said {
            QuantityForm::Amount(hedge, place_value) => (hedge, place_value),
            QuantityForm::Range | QuantityForm::EveryKth(_) | QuantityForm::Derived => {
                (Hedge::Plain, third_digit_place(quantity.nominal))
            }
        };
        let value = quantity.nominal / factor;
        // Three digits at most; what is far below one keeps its first digit, so that little is never nothing.
        let most = if value.abs() < 0.1 { decimals_for(value, 1) } else { usize::from(value.abs() < 10.0) };
        let decimals = decimals_shown(value, place_value / factor, TextForm::Tight).min(most);
        let round = match hedge {
            Hedge::MoreThan | Hedge::AtLeast => Rounding::Down,
            Hedge::LessThan | Hedge::AtMost | Hedge::Nearly => Rounding::Up,
            Hedge::Exact | Hedge::Plain | Hedge::About => Rounding::Nearest,
        };
        let value = round.to_step(value, 10f64.powi(-i32::try_from(decimals).unwrap_or(0)));
        self.hedged(hedge, &self.numbers.write(value, decimals, SignDisplay::Minus), "", TextForm::Tight)
    }

    /// A currency in the language: "тенге"; its code if the language has no word for it.
    #[must_use]
    pub fn currency(&self, code: &str) -> String {
        let key = format!("currency-{}", code.to_ascii_lowercase());
        if self.has(&key) { self.get(&key) } else { code.to_owned() }
    }

    /// One number with its hedge.
    fn amount(&self, amount: &Amount, metric: &Metric, form: TextForm) -> String {
        let sign = if measure(metric) == UnitKind::Growth { SignDisplay::Both } else { SignDisplay::Minus };
        let rounding = match amount.hedge {
            Hedge::MoreThan | Hedge::AtLeast => Rounding::Down,
            Hedge::LessThan | Hedge::AtMost | Hedge::Nearly => Rounding::Up,
            Hedge::Exact | Hedge::Plain | Hedge::About => Rounding::Nearest,
        };
        let shown = shorten(amount.number, amount.place_value, (measure(metric), form), rounding);
        let number = self.scaled(shown, amount.place_value, metric, (form, sign));
        let number = self.with_currency(number, metric, form);
        let unit = if form == TextForm::Long { self.unit_after(amount, metric) } else { String::new() };
        self.hedged(amount.hedge, &number, &unit, form)
    }

    /// The hedge before, or in Kazakh after, a worded number.
    fn hedged(&self, hedge: Hedge, number: &str, unit: &str, form: TextForm) -> String {
        let key = match hedge {
            Hedge::Exact | Hedge::Plain => "said-plainly",
            Hedge::About => "said-about",
            Hedge::Nearly => "said-nearly",
            Hedge::MoreThan => "said-more-than",
            Hedge::AtLeast => "said-at-least",
            Hedge::LessThan => "said-less-than",
            Hedge::AtMost => "said-at-most",
        };
        let number = match (self.language, form, hedge) {
            (Language::Kk, TextForm::Long, Hedge::MoreThan | Hedge::LessThan) => {
                kazakh::inflect(number, KazakhCase::Ablative)
            }
            (Language::Kk, TextForm::Long, Hedge::Nearly) => kazakh::inflect(number, KazakhCase::Dative),
            _ => number.to_owned(),
        };
        let key = match form {
            TextForm::Long => format!("{key}.long"),
            TextForm::Plain => key.to_owned(),
            TextForm::Tight => format!("{key}.tight"),
        };
        self.format(&key, &[("number", number.into()), ("unit", unit.into())]).trim_end().to_owned()
    }

    /// Two ends of a range that was said.
    fn between_amounts(&self, (low, high): (f64, f64), metric: &Metric, form: TextForm) -> String {
        let write = |value: f64| self.scaled(value, written_digit_place(value), metric, (form, SignDisplay::Minus));
        let range = self.ends(&write(low), &write(high));
        let range = self.with_currency(range, metric, form);
        let amount = Amount { hedge: Hedge::Plain, number: high, place_value: written_digit_place(high) };
        let unit = if form == TextForm::Long { self.unit_after(&amount, metric) } else { String::new() };
        self.hedged(Hedge::Plain, &range, &unit, form)
    }

    fn every_kth(&self, k: u32, form: TextForm) -> String {
        match form {
            TextForm::Long | TextForm::Plain => self.format("every-kth", &[("k", k.into())]),
            TextForm::Tight => format!("1/{k}"),
        }
    }

    /// A value that nobody said: three significant digits, or its interval where that is wider than they show.
    fn computed(&self, quantity: &Quantity, metric: &Metric, form: TextForm) -> String {
        let (low, high) = (quantity.hard.lo, quantity.hard.hi);
        let counted = measure(metric) == UnitKind::Count && form != TextForm::Tight;
        let exact = counted && low.to_bits() == high.to_bits() && quantity.nominal.fract() == 0.0;
        let write = |value: f64, round: Rounding| {
            let value = if exact { value } else { round.to_digits(value, COMPUTED_DIGITS) };
            let text = self.scaled(value, written_digit_place(value), metric, (form, SignDisplay::Minus));
            self.with_currency(text, metric, form)
        };
        let number = self.bounded((low, high), form, &write).unwrap_or_else(|| {
            if high - low <= third_digit_place(quantity.nominal) || form == TextForm::Tight {
                return write(quantity.nominal, Rounding::Nearest);
            }
            self.ends(&write(low, Rounding::Nearest), &write(high, Rounding::Nearest))
        });
        let amount =
            Amount { hedge: Hedge::Plain, number: quantity.nominal, place_value: third_digit_place(quantity.nominal) };
        let unit = if form == TextForm::Long { self.unit_after(&amount, metric) } else { String::new() };
        self.hedged(Hedge::Plain, &number, &unit, form)
    }

    /// `≥a` or `≤b` where one end is open to infinity; none where both are known, or neither.
    fn bounded(
        &self,
        (low, high): (f64, f64),
        form: TextForm,
        write: &dyn Fn(f64, Rounding) -> String,
    ) -> Option<String> {
        let (hedge, end, round) = match (low.is_finite(), high.is_finite()) {
            (true, false) => (Hedge::AtLeast, low, Rounding::Down),
            (false, true) => (Hedge::AtMost, high, Rounding::Up),
            _ => return None,
        };
        Some(self.hedged(hedge, &write(end, round), "", form))
    }

    /// A range: "95–105", with the tail that both ends share written once ("95–105 k", "19–20%"); negative ends stand apart.
    fn ends(&self, low: &str, high: &str) -> String {
        if low == high {
            return low.to_owned();
        }
        let number_of = |text: &str| text.trim_end_matches(|c: char| !c.is_ascii_digit()).len();
        let (head, tail) = low.split_at(number_of(low));
        let shared = !tail.is_empty() && high.get(number_of(high)..) == Some(tail);
        let low = if shared { head } else { low };
        let key = if high.starts_with(['−', '+']) || low.starts_with('−') { "range.apart" } else { "range" };
        self.format(key, &[("low", low.into()), ("high", high.into())])
    }

    /// The number with its scale, and its per cent sign where it is a share.
    fn scaled(&self, value: f64, place_value: f64, metric: &Metric, (form, sign): (TextForm, SignDisplay)) -> String {
        let measure = measure(metric);
        let scale = scale_for(value, place_value, (measure, form));
        let factor = scale.map_or(1.0, |(factor, _)| factor);
        let decimals = decimals_shown(value / factor, place_value / factor, form);
        let number = self.numbers.write(value / factor, decimals, sign);
        match (measure, scale) {
            (UnitKind::Share | UnitKind::Growth, _) => self.format("percent", &[("number", number.into())]),
            (_, None) => number,
            (UnitKind::Count, Some((_, key))) if form != TextForm::Tight => {
                self.format("scaled", &[("number", number.into()), ("scale", self.get(&format!("scale-{key}")).into())])
            }
            (_, Some((_, key))) => {
                let scale = self.get(&format!("scale-{key}.short"));
                self.format("scaled", &[("number", number.into()), ("scale", scale.into())])
            }
        }
    }

    /// Money carries its currency, except in narrow cells, whose head names it.
    fn with_currency(&self, number: String, metric: &Metric, form: TextForm) -> String {
        match measure(metric) {
            UnitKind::Money(code) if form != TextForm::Tight => {
                self.format("money", &[("number", number.into()), ("currency", self.currency(code).into())])
            }
            _ => number,
        }
    }

    /// The unit in the plural form that the number and its hedge ask for. A dataset gives the forms with bars between
    /// them, `vehicle|vehicles`, `автомобиль|автомобиля|автомобилей`, or one form for all.
    fn unit_after(&self, amount: &Amount, metric: &Metric) -> String {
        if measure(metric) != UnitKind::Count {
            return String::new();
        }
        let forms: Vec<&str> = metric.unit.get(self.language).split('|').map(str::trim).collect();
        let whole = amount.number.fract() == 0.0 && amount.number.abs() < 1e15;
        let scaled = scale_for(amount.number, amount.place_value, (UnitKind::Count, TextForm::Long)).is_some();
        let category = match (whole, scaled) {
            (true, false) => self.plural(format!("{:.0}", amount.number.abs()).parse::<u64>().unwrap_or(u64::MAX)),
            // "1.5 автомобиля", but "6,3 млн автомобилей".
            (false, false) => PluralCategory::Other,
            (_, true) => PluralCategory::Many,
        };
        // Russian "не менее", "более", "около" ask for the genitive: one is then "автомобиля", the rest "автомобилей".
        let genitive = !matches!(amount.hedge, Hedge::Exact | Hedge::Plain | Hedge::Nearly);
        let place_value = match (self.language, category) {
            (Language::En, PluralCategory::One) => 0,
            (Language::Ru, PluralCategory::One) => usize::from(genitive),
            (Language::Ru, PluralCategory::Few) => 1 + usize::from(genitive),
            (Language::Ru, PluralCategory::Many) => 2,
            (_, _) => 1,
        };
        forms.get(place_value).or(forms.last()).copied().unwrap_or_default().to_owned()
    }
}

/// The number that the form has room for: itself unless it is tight.
fn shorten(value: f64, place_value: f64, (measure, form): (UnitKind<'_>, TextForm), round: Rounding) -> f64 {
    if form != TextForm::Tight {
        return value;
    }
    let factor = scale_for(value, place_value, (measure, form)).map_or(1.0, |(factor, _)| factor);
    let decimals = decimals_shown(value / factor, place_value / factor, form);
    let step = factor / 10f64.powi(i32::try_from(decimals).unwrap_or(0));
    round.to_step(value, step)
}

/// The scale that a number is written in: money always, counts when there is little room or the number is round and large.
fn scale_for(value: f64, place_value: f64, (measure, form): (UnitKind<'_>, TextForm)) -> Option<(f64, &'static str)> {
    let size = value.abs();
    let fits = |&&(factor, _): &&(f64, &str)| match (measure, form) {
        (UnitKind::Share | UnitKind::Growth, _) => false,
        (_, TextForm::Tight) => size >= factor && size >= 1e4,
        (UnitKind::Money(_) | UnitKind::Count, _) => size >= factor && factor >= 1e6 && place_value >= factor / 200.0,
    };
    SCALES.iter().find(fits).copied()
}

/// How many decimals a number has, given the place of its last digit as spoken; narrow cells show three digits at most.
fn decimals_shown(value: f64, place_value: f64, form: TextForm) -> usize {
    let spoken = if place_value > 0.0 && place_value.is_finite() { -(place_value.log10().round()) } else { 0.0 };
    let spoken = (0..=9).find(|&decimals| f64::from(decimals) >= spoken).unwrap_or(9);
    let spoken = usize::try_from(spoken).unwrap_or(0);
    if form == TextForm::Tight { spoken.min(decimals_for(value, COMPUTED_DIGITS)) } else { spoken }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_shortened_bound_never_claims_more() {
        let tight = (UnitKind::Count, TextForm::Tight);
        let close = |a: f64, b: f64| (a - b).abs() < 1e-6;
        assert!(close(shorten(19_480.0, 10.0, tight, Rounding::Down), 19_400.0));
        assert!(close(shorten(19_480.0, 10.0, tight, Rounding::Up), 19_500.0));
        assert!(close(shorten(200_000.0, 1e5, tight, Rounding::Down), 200_000.0));
    }
}
