//! Amounts: a number with its hedge, its scale and its unit, as it was said (analytics 5.3, 5.4).
//!
//! Never more digits than the source wrote; computed values to three significant digits. A bound keeps its meaning when
//! it is shortened: "more than 19,480" becomes ">19.4 k", never ">19.5 k".

use icu_plurals::PluralCategory;

use super::kazakh::{self, Case};
use super::numbers::{Sign, decimals_for};
use super::rounding::{Round, place_as_written, place_of};
use super::{Form, Words};
use crate::compare::quantity::{Quantity, Said};
use crate::dataset::records::{Language, Metric, MetricKind};
use crate::dataset::value::{Amount, Hedge, Value};

/// Scales and their keys, the largest first.
const SCALES: [(f64, &str); 4] = [(1e12, "trillion"), (1e9, "billion"), (1e6, "million"), (1e3, "thousand")];
/// Computed values are shown to so many significant digits.
const COMPUTED: usize = 3;

/// What a number measures: decides scale and unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Measure<'a> {
    Count,
    Money(&'a str),
    Share,
    Growth,
}

fn measure(metric: &Metric) -> Measure<'_> {
    match (&metric.currency, metric.kind) {
        (Some(currency), _) => Measure::Money(currency),
        (None, MetricKind::Share) => Measure::Share,
        (None, MetricKind::Growth) => Measure::Growth,
        _ => Measure::Count,
    }
}

impl Words {
    /// A quantity with its hedge: "at least 200,000 vehicles", "≥200,000", "≥200 k".
    #[must_use]
    pub fn quantity(&self, quantity: &Quantity, metric: &Metric, form: Form) -> String {
        match quantity.said {
            Said::Amount(hedge, place) => self.amount(&Amount { hedge, number: quantity.nominal, place }, metric, form),
            Said::Range => self.between_amounts((quantity.soft.lo, quantity.soft.hi), metric, form),
            Said::EveryKth(k) => self.every_kth(k, form),
            Said::Derived => self.computed(quantity, metric, form),
        }
    }

    /// A value as it stands in the dataset, worded like a [`Words::quantity`].
    #[must_use]
    pub fn value(&self, value: &Value, metric: &Metric, form: Form) -> String {
        match value {
            Value::Amount(amount) => self.amount(amount, metric, form),
            Value::Range(low, high) => self.between_amounts((low.number, high.number), metric, form),
            Value::EveryKth(k) => self.every_kth(*k, form),
            Value::Unquantified => {
                self.get(if form == Form::Long { "value-unquantified" } else { "value-unquantified.short" })
            }
            Value::NotYet => self.get("value-not-yet"),
        }
    }

    /// The difference between reported and promised, with its sign: `−28,558`, `−1.5 pp`.
    #[must_use]
    pub fn gap(&self, gap: &Quantity, metric: &Metric, form: Form) -> String {
        let share = matches!(measure(metric), Measure::Share | Measure::Growth);
        let (low, high) = (gap.hard.lo, gap.hard.hi);
        let exact = |value: f64| {
            let counted = measure(metric) == Measure::Count && form != Form::Tight;
            counted && low.to_bits() == high.to_bits() && value.fract() == 0.0
        };
        let write = |value: f64, round: Round| {
            if share {
                let decimals = decimals_shown(value, place_of(value).max(0.1), Form::Plain);
                let step = 10f64.powi(-i32::try_from(decimals).unwrap_or(0));
                return self.points(round.to_step(value, step), decimals);
            }
            let value = if exact(value) { value } else { round.to_digits(value, COMPUTED) };
            let text = self.scaled(value, place_as_written(value), metric, (form, Sign::Both));
            self.with_currency(text, metric, form)
        };
        if low.is_infinite() || high.is_infinite() {
            let nearest = || write(gap.nominal, Round::Nearest);
            return self.bounded((low, high), Form::Tight, &write).unwrap_or_else(nearest);
        }
        write(gap.nominal, Round::Nearest)
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
        let write = |ratio: f64, round: Round| {
            let decimals = decimals(ratio * 100.0);
            let step = 10f64.powi(-i32::try_from(decimals).unwrap_or(0));
            self.percent(round.to_step(ratio * 100.0, step), decimals)
        };
        let (low, high) = (ratio.hard.lo, ratio.hard.hi);
        if let Some(bound) = self.bounded((low, high), Form::Tight, &write) {
            return bound;
        }
        let (low, high) = (write(low, Round::Nearest), write(high, Round::Nearest));
        if low == high { low } else { self.ends(&low, &high) }
    }

    /// The unit as it stands beside an axis or in a table's head: "vehicles".
    #[must_use]
    pub fn unit(&self, metric: &Metric) -> String {
        match measure(metric) {
            Measure::Money(currency) => self.currency(currency),
            Measure::Share | Measure::Growth => "%".to_owned(),
            Measure::Count => metric.unit.get(self.language).rsplit('|').next().unwrap_or_default().trim().to_owned(),
        }
    }

    /// The word for a scale on an axis: `thousand` for 1,000; empty for any other number than the four scales.
    #[must_use]
    pub fn scale(&self, factor: f64, form: Form) -> String {
        let known = SCALES.iter().find(|(scale, _)| (scale - factor).abs() < 0.5);
        let suffix = if form == Form::Tight { ".short" } else { "" };
        known.map(|(_, key)| self.get(&format!("scale-{key}{suffix}"))).unwrap_or_default()
    }

    /// A quantity as it stands beside a column, in the unit of the axis: its hedge and at most three digits, `>50`, `~11`.
    #[must_use]
    pub fn on_axis(&self, quantity: &Quantity, factor: f64) -> String {
        let (hedge, place) = match quantity.said {
            Said::Amount(hedge, place) => (hedge, place),
            Said::Range | Said::EveryKth(_) | Said::Derived => (Hedge::Plain, place_of(quantity.nominal)),
        };
        let value = quantity.nominal / factor;
        // Three digits at most; what is far below one keeps its first digit, so that little is never nothing.
        let most = if value.abs() < 0.1 { decimals_for(value, 1) } else { usize::from(value.abs() < 10.0) };
        let decimals = decimals_shown(value, place / factor, Form::Tight).min(most);
        let round = match hedge {
            Hedge::MoreThan | Hedge::AtLeast => Round::Down,
            Hedge::LessThan | Hedge::AtMost | Hedge::Nearly => Round::Up,
            Hedge::Exact | Hedge::Plain | Hedge::About => Round::Nearest,
        };
        let value = round.to_step(value, 10f64.powi(-i32::try_from(decimals).unwrap_or(0)));
        self.hedged(hedge, &self.numbers.write(value, decimals, Sign::Minus), "", Form::Tight)
    }

    /// A currency in the language: "тенге"; its code if the language has no word for it.
    #[must_use]
    pub fn currency(&self, code: &str) -> String {
        let key = format!("currency-{}", code.to_ascii_lowercase());
        if self.has(&key) { self.get(&key) } else { code.to_owned() }
    }

    /// One number with its hedge.
    fn amount(&self, amount: &Amount, metric: &Metric, form: Form) -> String {
        let sign = if measure(metric) == Measure::Growth { Sign::Both } else { Sign::Minus };
        let rounding = match amount.hedge {
            Hedge::MoreThan | Hedge::AtLeast => Round::Down,
            Hedge::LessThan | Hedge::AtMost | Hedge::Nearly => Round::Up,
            Hedge::Exact | Hedge::Plain | Hedge::About => Round::Nearest,
        };
        let shown = shorten(amount.number, amount.place, (measure(metric), form), rounding);
        let number = self.scaled(shown, amount.place, metric, (form, sign));
        let number = self.with_currency(number, metric, form);
        let unit = if form == Form::Long { self.unit_after(amount, metric) } else { String::new() };
        self.hedged(amount.hedge, &number, &unit, form)
    }

    /// The hedge before, or in Kazakh after, a worded number.
    fn hedged(&self, hedge: Hedge, number: &str, unit: &str, form: Form) -> String {
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
            (Language::Kk, Form::Long, Hedge::MoreThan | Hedge::LessThan) => kazakh::inflect(number, Case::Ablative),
            (Language::Kk, Form::Long, Hedge::Nearly) => kazakh::inflect(number, Case::Dative),
            _ => number.to_owned(),
        };
        let key = match form {
            Form::Long => format!("{key}.long"),
            Form::Plain => key.to_owned(),
            Form::Tight => format!("{key}.tight"),
        };
        self.say(&key, &[("number", number.into()), ("unit", unit.into())]).trim_end().to_owned()
    }

    /// Two ends of a range that was said.
    fn between_amounts(&self, (low, high): (f64, f64), metric: &Metric, form: Form) -> String {
        let write = |value: f64| self.scaled(value, place_as_written(value), metric, (form, Sign::Minus));
        let range = self.ends(&write(low), &write(high));
        let range = self.with_currency(range, metric, form);
        let amount = Amount { hedge: Hedge::Plain, number: high, place: place_as_written(high) };
        let unit = if form == Form::Long { self.unit_after(&amount, metric) } else { String::new() };
        self.hedged(Hedge::Plain, &range, &unit, form)
    }

    fn every_kth(&self, k: u32, form: Form) -> String {
        match form {
            Form::Long | Form::Plain => self.say("every-kth", &[("k", k.into())]),
            Form::Tight => format!("1/{k}"),
        }
    }

    /// A value that nobody said: three significant digits, or its interval where that is wider than they show.
    fn computed(&self, quantity: &Quantity, metric: &Metric, form: Form) -> String {
        let (low, high) = (quantity.hard.lo, quantity.hard.hi);
        let counted = measure(metric) == Measure::Count && form != Form::Tight;
        let exact = counted && low.to_bits() == high.to_bits() && quantity.nominal.fract() == 0.0;
        let write = |value: f64, round: Round| {
            let value = if exact { value } else { round.to_digits(value, COMPUTED) };
            let text = self.scaled(value, place_as_written(value), metric, (form, Sign::Minus));
            self.with_currency(text, metric, form)
        };
        let number = self.bounded((low, high), form, &write).unwrap_or_else(|| {
            if high - low <= place_of(quantity.nominal) || form == Form::Tight {
                return write(quantity.nominal, Round::Nearest);
            }
            self.ends(&write(low, Round::Nearest), &write(high, Round::Nearest))
        });
        let amount = Amount { hedge: Hedge::Plain, number: quantity.nominal, place: place_of(quantity.nominal) };
        let unit = if form == Form::Long { self.unit_after(&amount, metric) } else { String::new() };
        self.hedged(Hedge::Plain, &number, &unit, form)
    }

    /// `≥a` or `≤b` where one end is open to infinity; none where both are known, or neither.
    fn bounded(&self, (low, high): (f64, f64), form: Form, write: &dyn Fn(f64, Round) -> String) -> Option<String> {
        let (hedge, end, round) = match (low.is_finite(), high.is_finite()) {
            (true, false) => (Hedge::AtLeast, low, Round::Down),
            (false, true) => (Hedge::AtMost, high, Round::Up),
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
        self.say(key, &[("low", low.into()), ("high", high.into())])
    }

    /// The number with its scale, and its per cent sign where it is a share.
    fn scaled(&self, value: f64, place: f64, metric: &Metric, (form, sign): (Form, Sign)) -> String {
        let measure = measure(metric);
        let scale = scale_for(value, place, (measure, form));
        let factor = scale.map_or(1.0, |(factor, _)| factor);
        let decimals = decimals_shown(value / factor, place / factor, form);
        let number = self.numbers.write(value / factor, decimals, sign);
        match (measure, scale) {
            (Measure::Share | Measure::Growth, _) => self.say("percent", &[("number", number.into())]),
            (_, None) => number,
            (Measure::Count, Some((_, key))) if form != Form::Tight => {
                self.say("scaled", &[("number", number.into()), ("scale", self.get(&format!("scale-{key}")).into())])
            }
            (_, Some((_, key))) => {
                let scale = self.get(&format!("scale-{key}.short"));
                self.say("scaled", &[("number", number.into()), ("scale", scale.into())])
            }
        }
    }

    /// Money carries its currency, except in narrow cells, whose head names it.
    fn with_currency(&self, number: String, metric: &Metric, form: Form) -> String {
        match measure(metric) {
            Measure::Money(code) if form != Form::Tight => {
                self.say("money", &[("number", number.into()), ("currency", self.currency(code).into())])
            }
            _ => number,
        }
    }

    /// The unit in the plural form that the number and its hedge ask for. A dataset gives the forms with bars between
    /// them, `vehicle|vehicles`, `автомобиль|автомобиля|автомобилей`, or one form for all.
    fn unit_after(&self, amount: &Amount, metric: &Metric) -> String {
        if measure(metric) != Measure::Count {
            return String::new();
        }
        let forms: Vec<&str> = metric.unit.get(self.language).split('|').map(str::trim).collect();
        let whole = amount.number.fract() == 0.0 && amount.number.abs() < 1e15;
        let scaled = scale_for(amount.number, amount.place, (Measure::Count, Form::Long)).is_some();
        let category = match (whole, scaled) {
            (true, false) => self.plural(format!("{:.0}", amount.number.abs()).parse::<u64>().unwrap_or(u64::MAX)),
            // "1.5 автомобиля", but "6,3 млн автомобилей".
            (false, false) => PluralCategory::Other,
            (_, true) => PluralCategory::Many,
        };
        // Russian "не менее", "более", "около" ask for the genitive: one is then "автомобиля", the rest "автомобилей".
        let genitive = !matches!(amount.hedge, Hedge::Exact | Hedge::Plain | Hedge::Nearly);
        let place = match (self.language, category) {
            (Language::En, PluralCategory::One) => 0,
            (Language::Ru, PluralCategory::One) => usize::from(genitive),
            (Language::Ru, PluralCategory::Few) => 1 + usize::from(genitive),
            (Language::Ru, PluralCategory::Many) => 2,
            (_, _) => 1,
        };
        forms.get(place).or(forms.last()).copied().unwrap_or_default().to_owned()
    }
}

/// The number that the form has room for: itself unless it is tight.
fn shorten(value: f64, place: f64, (measure, form): (Measure<'_>, Form), round: Round) -> f64 {
    if form != Form::Tight {
        return value;
    }
    let factor = scale_for(value, place, (measure, form)).map_or(1.0, |(factor, _)| factor);
    let decimals = decimals_shown(value / factor, place / factor, form);
    let step = factor / 10f64.powi(i32::try_from(decimals).unwrap_or(0));
    round.to_step(value, step)
}

/// The scale that a number is written in: money always, counts when there is little room or the number is round and large.
fn scale_for(value: f64, place: f64, (measure, form): (Measure<'_>, Form)) -> Option<(f64, &'static str)> {
    let size = value.abs();
    let fits = |&&(factor, _): &&(f64, &str)| match (measure, form) {
        (Measure::Share | Measure::Growth, _) => false,
        (_, Form::Tight) => size >= factor && size >= 1e4,
        (Measure::Money(_) | Measure::Count, _) => size >= factor && factor >= 1e6 && place >= factor / 200.0,
    };
    SCALES.iter().find(fits).copied()
}

/// How many decimals a number has, given the place of its last digit as spoken; narrow cells show three digits at most.
fn decimals_shown(value: f64, place: f64, form: Form) -> usize {
    let spoken = if place > 0.0 && place.is_finite() { -(place.log10().round()) } else { 0.0 };
    let spoken = (0..=9).find(|&decimals| f64::from(decimals) >= spoken).unwrap_or(9);
    let spoken = usize::try_from(spoken).unwrap_or(0);
    if form == Form::Tight { spoken.min(decimals_for(value, COMPUTED)) } else { spoken }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_shortened_bound_never_claims_more() {
        let tight = (Measure::Count, Form::Tight);
        let close = |a: f64, b: f64| (a - b).abs() < 1e-6;
        assert!(close(shorten(19_480.0, 10.0, tight, Round::Down), 19_400.0));
        assert!(close(shorten(19_480.0, 10.0, tight, Round::Up), 19_500.0));
        assert!(close(shorten(200_000.0, 1e5, tight, Round::Down), 200_000.0));
    }
}
