//! Amounts: a number with its hedge, scale and unit (analytics 5.3, 5.4).
//!
//! A number has no more digits than its source; a computed one has three significant digits. A shortened bound stays a
//! bound: "more than 19,480" becomes ">19.4 k", never ">19.5 k".

use icu_plurals::PluralCategory;

use crate::compare::series::interval::Interval;
use crate::compare::series::quantity::{Quantity, QuantityForm};
use crate::dataset::format::value::{Amount, Change, ChangeUnit, Hedge, Value};
use crate::dataset::records::{Language, Metric, MetricKind};
use crate::page::i18n::kazakh::{self, KazakhCase};
use crate::page::i18n::numbers::SignDisplay;
use crate::page::i18n::rounding::{KEPT_DIGITS, Rounding, decimals_for, third_digit_place, written_digit_place};
use crate::page::i18n::words::{TextForm, Words};

/// Scales and their keys, the largest first.
const SCALES: [(f64, &str); 4] = [(1e12, "trillion"), (1e9, "billion"), (1e6, "million"), (1e3, "thousand")];
/// Significant digits of a computed value.
const COMPUTED_DIGITS: usize = 3;

/// What a number measures: decides its scale and unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum UnitKind<'a> {
    Count,
    /// A currency code.
    Money(&'a str),
    Share,
    Growth,
}

/// How a number of a metric is written.
#[derive(Clone, Copy)]
struct NumberStyle<'a> {
    unit: UnitKind<'a>,
    form: TextForm,
    sign: SignDisplay,
}

impl<'a> NumberStyle<'a> {
    fn new(metric: &'a Metric, form: TextForm) -> Self {
        Self { unit: unit_kind(metric), form, sign: SignDisplay::Minus }
    }

    fn is_percent(self) -> bool {
        matches!(self.unit, UnitKind::Share | UnitKind::Growth)
    }

    /// The scale of a number: in narrow cells from ten thousand on, elsewhere only for round numbers from a million on.
    fn scale(self, value: f64, place_value: f64) -> Option<(f64, &'static str)> {
        let size = value.abs();
        let fits = |(factor, _): &&(f64, &str)| match self.form {
            _ if self.is_percent() => false,
            TextForm::Tight => size >= *factor && size >= 1e4,
            TextForm::Long | TextForm::Plain => size >= *factor && *factor >= 1e6 && place_value >= factor / 200.0,
        };
        SCALES.iter().find(fits).copied()
    }

    /// The number rounded to the digits that a narrow cell shows; unchanged elsewhere.
    fn shorten(self, value: f64, place_value: f64, rounding: Rounding) -> f64 {
        if self.form != TextForm::Tight {
            return value;
        }
        let factor = self.scale(value, place_value).map_or(1.0, |(factor, _)| factor);
        let decimals = written_decimals(value / factor, place_value / factor, self.form);
        rounding.to_step(value, factor * decimal_step(decimals))
    }
}

impl Words {
    /// A quantity with its hedge: "at least 200,000 vehicles", "≥200,000", "≥200 k".
    pub fn quantity(&self, quantity: &Quantity, metric: &Metric, form: TextForm) -> String {
        match quantity.form {
            QuantityForm::Amount(hedge, place_value) => {
                self.amount(&Amount { hedge, number: quantity.nominal, place_value }, metric, form)
            }
            QuantityForm::Range => self.range_of_amounts(quantity.soft.lo, quantity.soft.hi, metric, form),
            QuantityForm::EveryKth(k) => self.every_kth(k, form),
            QuantityForm::Derived => self.computed(quantity, metric, form),
        }
    }

    /// A value as written in the dataset, in the forms of [`Words::quantity`].
    pub fn value(&self, value: &Value, metric: &Metric, form: TextForm) -> String {
        match value {
            Value::Amount(amount) => self.amount(amount, metric, form),
            Value::Range(low, high) => self.range_of_amounts(low.number, high.number, metric, form),
            Value::EveryKth(k) => self.every_kth(*k, form),
            Value::Change(change) => self.hedged(change.hedge, &self.change(change), "", form),
            Value::ChangeRange(small, large) => self.range(&self.change(small), &self.change(large)),
            Value::Unquantified if form == TextForm::Long => self.get("value-unquantified"),
            Value::Unquantified => self.get("value-unquantified.short"),
            Value::NotYet => self.get("value-not-yet"),
        }
    }

    /// The difference of actual and target, with its sign: `−28,558`, `−1.5 pp`.
    pub fn gap(&self, gap: &Quantity, metric: &Metric, form: TextForm) -> String {
        let style = NumberStyle { sign: SignDisplay::Both, ..NumberStyle::new(metric, form) };
        let write = |value: f64, rounding: Rounding| {
            if style.is_percent() {
                // To a tenth of a point, a smaller one to its first digit.
                let place_value = third_digit_place(value);
                let decimals = written_decimals(value, place_value.max(0.1).min(place_value * 100.0), TextForm::Plain);
                return self.points(rounding.to_step(value, decimal_step(decimals)), decimals);
            }
            self.computed_number(gap, style, value, rounding)
        };
        let bound = self.bounded(&gap.hard, TextForm::Tight, write);
        bound.unwrap_or_else(|| write(gap.nominal, Rounding::Nearest))
    }

    /// A number with all its digits, in the unit of the metric.
    pub fn in_full(&self, value: f64, metric: &Metric) -> String {
        let amount = Amount { hedge: Hedge::Exact, number: value, place_value: written_digit_place(value) };
        self.amount(&amount, metric, TextForm::Plain)
    }

    /// A number without a unit, with all its digits.
    pub fn plain_in_full(&self, value: f64) -> String {
        self.number(value, written_decimals(value, written_digit_place(value), TextForm::Plain))
    }

    /// A difference with its sign and all its digits, in the unit of the metric or in points.
    pub fn gap_in_full(&self, gap: f64, metric: &Metric) -> String {
        let style = NumberStyle { sign: SignDisplay::Both, ..NumberStyle::new(metric, TextForm::Plain) };
        let place_value = written_digit_place(gap);
        if style.is_percent() {
            return self.points(gap, written_decimals(gap, place_value.min(0.1), TextForm::Plain));
        }
        self.with_currency(self.scaled(gap, place_value, style), style)
    }

    /// Actual over target: `86%`, `≥95%`, `19–20%`. More decimals near 100%, so that a narrow miss is not shown as 100%.
    pub fn attainment(&self, ratio: &Quantity) -> String {
        let write = |ratio: f64, rounding: Rounding| {
            let percent = ratio * 100.0;
            let distance = (percent - 100.0).abs();
            let decimals = match distance {
                _ if distance == 0.0 || distance >= 0.5 => 0,
                _ if distance >= 0.05 => 1,
                _ => 2,
            };
            self.percent(rounding.to_step(percent, decimal_step(decimals)), decimals)
        };
        let ends = || self.range(&write(ratio.hard.lo, Rounding::Nearest), &write(ratio.hard.hi, Rounding::Nearest));
        self.bounded(&ratio.hard, TextForm::Tight, write).unwrap_or_else(ends)
    }

    /// The unit of an axis or a table column: "vehicles".
    pub fn unit(&self, metric: &Metric) -> String {
        match unit_kind(metric) {
            UnitKind::Money(currency) => self.currency(currency),
            UnitKind::Share | UnitKind::Growth => "%".to_owned(),
            UnitKind::Count => metric.unit.get(self.language).rsplit('|').next().unwrap_or_default().trim().to_owned(),
        }
    }

    /// The word for the scale of an axis: `thousand` for 1,000; empty unless `factor` is one of the four scales.
    pub fn scale(&self, factor: f64, form: TextForm) -> String {
        let known = SCALES.iter().find(|(scale, _)| (scale - factor).abs() < 0.5);
        let suffix = if form == TextForm::Tight { ".short" } else { "" };
        known.map(|(_, key)| self.get(&format!("scale-{key}{suffix}"))).unwrap_or_default()
    }

    /// A quantity beside a column in the scale of the axis, with its hedge and at most three digits: `>50`, `~11`; of a range both
    /// ends: `2–4`.
    pub fn axis_label(&self, quantity: &Quantity, factor: f64) -> String {
        if quantity.form == QuantityForm::Range {
            let end = |value: f64| self.axis_label(&Quantity::calculated(value), factor);
            return format!("{}–{}", end(quantity.hard.lo), end(quantity.hard.hi));
        }
        let (hedge, place_value) = match quantity.form {
            QuantityForm::Amount(hedge, place_value) => (hedge, place_value),
            QuantityForm::Range | QuantityForm::EveryKth(_) | QuantityForm::Derived => {
                (Hedge::Plain, third_digit_place(quantity.nominal))
            }
        };
        let value = quantity.nominal / factor;
        // A small value keeps two digits, so that it is not shown as zero or as its neighbour.
        let most = if value.abs() < 1.0 { decimals_for(value, 2) } else { usize::from(value.abs() < 10.0) };
        let decimals = written_decimals(value, place_value / factor, TextForm::Tight).min(most);
        let value = rounding_of(hedge).to_step(value, decimal_step(decimals));
        self.hedged(hedge, &self.number(value, decimals), "", TextForm::Tight)
    }

    /// A currency in the language: "тенге"; its code if the language has no word for it.
    pub fn currency(&self, code: &str) -> String {
        let key = format!("currency-{}", code.to_ascii_lowercase());
        if self.has(&key) { self.get(&key) } else { code.to_owned() }
    }

    /// One number with its hedge.
    fn amount(&self, amount: &Amount, metric: &Metric, form: TextForm) -> String {
        let mut style = NumberStyle::new(metric, form);
        if style.unit == UnitKind::Growth {
            style.sign = SignDisplay::Both;
        }
        let shown = style.shorten(amount.number, amount.place_value, rounding_of(amount.hedge));
        let number = self.with_currency(self.scaled(shown, amount.place_value, style), style);
        self.hedged(amount.hedge, &number, &self.unit_after(amount, metric, form), form)
    }

    /// Puts the hedge before, or in Kazakh after, a formatted number.
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
        let attribute = match form {
            TextForm::Long => ".long",
            TextForm::Plain => "",
            TextForm::Tight => ".tight",
        };
        let args = [("number", number.into()), ("unit", unit.into())];
        self.format(&format!("{key}{attribute}"), &args).trim_end().to_owned()
    }

    /// A range as written in the dataset.
    fn range_of_amounts(&self, low: f64, high: f64, metric: &Metric, form: TextForm) -> String {
        let style = NumberStyle::new(metric, form);
        let write = |value: f64| self.scaled(value, written_digit_place(value), style);
        let range = self.with_currency(self.range(&write(low), &write(high)), style);
        let end = Amount { hedge: Hedge::Plain, number: high, place_value: written_digit_place(high) };
        self.hedged(Hedge::Plain, &range, &self.unit_after(&end, metric, form), form)
    }

    /// A change on a base period: `−40%`, `×2`, `+5 pp`.
    fn change(&self, change: &Change) -> String {
        let decimals = written_decimals(change.number, change.place_value, TextForm::Plain);
        let signed = self.numbers.write(change.number, decimals, SignDisplay::Both);
        match change.unit {
            ChangeUnit::Percent => self.format("percent", &[("number", signed.into())]),
            ChangeUnit::Times => format!("×{}", self.number(change.number, decimals)),
            ChangeUnit::Points => self.points(change.number, decimals),
        }
    }

    fn every_kth(&self, k: u32, form: TextForm) -> String {
        match form {
            TextForm::Long | TextForm::Plain => self.format("every-kth", &[("k", k.into())]),
            TextForm::Tight => format!("1/{k}"),
        }
    }

    /// A computed quantity: three significant digits, or its interval if that is wider than the third digit.
    fn computed(&self, quantity: &Quantity, metric: &Metric, form: TextForm) -> String {
        let (style, interval) = (NumberStyle::new(metric, form), &quantity.hard);
        let place_value = third_digit_place(quantity.nominal);
        let write = |value: f64, rounding: Rounding| self.computed_number(quantity, style, value, rounding);
        let number = self.bounded(interval, form, write).unwrap_or_else(|| {
            if interval.hi - interval.lo <= place_value || form == TextForm::Tight {
                return write(quantity.nominal, Rounding::Nearest);
            }
            self.range(&write(interval.lo, Rounding::Nearest), &write(interval.hi, Rounding::Nearest))
        });
        let amount = Amount { hedge: Hedge::Plain, number: quantity.nominal, place_value };
        self.hedged(Hedge::Plain, &number, &self.unit_after(&amount, metric, form), form)
    }

    /// One number of a computed quantity. An exact whole count keeps all its digits except in narrow cells.
    fn computed_number(&self, quantity: &Quantity, style: NumberStyle<'_>, value: f64, rounding: Rounding) -> String {
        let is_exact = quantity.hard.lo.to_bits() == quantity.hard.hi.to_bits() && quantity.nominal.fract() == 0.0;
        let keeps_digits = is_exact && style.unit == UnitKind::Count && style.form != TextForm::Tight;
        let value = if keeps_digits { value } else { rounding.to_digits(value, COMPUTED_DIGITS) };
        self.with_currency(self.scaled(value, written_digit_place(value), style), style)
    }

    /// `≥a` or `≤b` for an interval with one infinite end; none for any other.
    fn bounded(&self, interval: &Interval, form: TextForm, write: impl Fn(f64, Rounding) -> String) -> Option<String> {
        let (hedge, end) = match (interval.lo.is_finite(), interval.hi.is_finite()) {
            (true, false) => (Hedge::AtLeast, interval.lo),
            (false, true) => (Hedge::AtMost, interval.hi),
            _ => return None,
        };
        Some(self.hedged(hedge, &write(end, rounding_of(hedge)), "", form))
    }

    /// A range of two formatted numbers; a common unit is written once ("95–105 k", "19–20%").
    fn range(&self, low: &str, high: &str) -> String {
        if low == high {
            return low.to_owned();
        }
        let number_length = |text: &str| text.trim_end_matches(|c: char| !c.is_ascii_digit()).len();
        let (number, unit) = low.split_at(number_length(low));
        let is_shared = !unit.is_empty() && high.get(number_length(high)..) == Some(unit);
        let key = if high.starts_with(['−', '+']) || low.starts_with('−') { "range.apart" } else { "range" };
        let low = if is_shared { number } else { low };
        self.format(key, &[("low", low.into()), ("high", high.into())])
    }

    /// The number with its scale, or with its per cent sign.
    fn scaled(&self, value: f64, place_value: f64, style: NumberStyle<'_>) -> String {
        let scale = style.scale(value, place_value);
        let factor = scale.map_or(1.0, |(factor, _)| factor);
        let decimals = written_decimals(value / factor, place_value / factor, style.form);
        let number = self.numbers.write(value / factor, decimals, style.sign);
        if style.is_percent() {
            return self.format("percent", &[("number", number.into())]);
        }
        let Some((_, key)) = scale else { return number };
        let is_long = style.unit == UnitKind::Count && style.form != TextForm::Tight;
        let scale = self.get(&format!("scale-{key}{}", if is_long { "" } else { ".short" }));
        self.format("scaled", &[("number", number.into()), ("scale", scale.into())])
    }

    /// Adds the currency to money, except in narrow cells, whose column heading has it.
    fn with_currency(&self, number: String, style: NumberStyle<'_>) -> String {
        match style.unit {
            UnitKind::Money(code) if style.form != TextForm::Tight => {
                self.format("money", &[("number", number.into()), ("currency", self.currency(code).into())])
            }
            _ => number,
        }
    }

    /// The unit of a count in a sentence, in the plural form for the number and its hedge; else empty. A dataset gives the
    /// forms as `vehicle|vehicles`, `автомобиль|автомобиля|автомобилей`, or one form for all numbers.
    fn unit_after(&self, amount: &Amount, metric: &Metric, form: TextForm) -> String {
        let style = NumberStyle::new(metric, TextForm::Long);
        if form != TextForm::Long || style.unit != UnitKind::Count {
            return String::new();
        }
        let forms: Vec<&str> = metric.unit.get(self.language).split('|').map(str::trim).collect();
        let is_whole = amount.number.fract() == 0.0 && amount.number.abs() < 1e15;
        let is_scaled = style.scale(amount.number, amount.place_value).is_some();
        let category = match (is_whole, is_scaled) {
            (true, false) => self.plural(format!("{:.0}", amount.number.abs()).parse::<u64>().unwrap_or(u64::MAX)),
            // "1.5 автомобиля", but "6,3 млн автомобилей".
            (false, false) => PluralCategory::Other,
            (_, true) => PluralCategory::Many,
        };
        // Russian "не менее", "более", "около" require the genitive: "автомобиля" for one, "автомобилей" for more.
        let is_genitive = !matches!(amount.hedge, Hedge::Exact | Hedge::Plain | Hedge::Nearly);
        let index = match (self.language, category) {
            (Language::En, PluralCategory::One) => 0,
            (Language::Ru, PluralCategory::One) => usize::from(is_genitive),
            (Language::Ru, PluralCategory::Few) => 1 + usize::from(is_genitive),
            (Language::Ru, PluralCategory::Many) => 2,
            (_, _) => 1,
        };
        forms.get(index).or(forms.last()).copied().unwrap_or_default().to_owned()
    }
}

fn unit_kind(metric: &Metric) -> UnitKind<'_> {
    match (&metric.currency, metric.kind) {
        (Some(currency), _) => UnitKind::Money(currency),
        (None, MetricKind::Share) => UnitKind::Share,
        (None, MetricKind::Growth) => UnitKind::Growth,
        _ => UnitKind::Count,
    }
}

/// The rounding that keeps a hedged number true.
fn rounding_of(hedge: Hedge) -> Rounding {
    match hedge {
        Hedge::MoreThan | Hedge::AtLeast => Rounding::Down,
        Hedge::LessThan | Hedge::AtMost | Hedge::Nearly => Rounding::Up,
        Hedge::Exact | Hedge::Plain | Hedge::About => Rounding::Nearest,
    }
}

/// The place value of the last of some decimals: 0.01 for two.
fn decimal_step(decimals: usize) -> f64 {
    10f64.powi(-i32::try_from(decimals).unwrap_or(0))
}

/// The decimals of a number down to the place value of its last digit, as far as a floating-point number has them; in narrow
/// cells of three digits.
fn written_decimals(value: f64, place_value: f64, form: TextForm) -> usize {
    let needed = if place_value > 0.0 && place_value.is_finite() { -place_value.log10().round() } else { 0.0 };
    let most = u16::try_from(decimals_for(value, KEPT_DIGITS)).unwrap_or(0);
    let decimals = (0..most).take_while(|&decimals| f64::from(decimals) < needed).count();
    if form == TextForm::Tight { decimals.min(decimals_for(value, COMPUTED_DIGITS)) } else { decimals }
}
