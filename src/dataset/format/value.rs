//! Values as stated: numbers with hedges (`">=200k"`, `"~100k"`, `2636`), and their grammar. The bounds that a hedge implies
//! are in `compare::series::quantity`.

use serde::{Deserialize, Serialize};

use crate::dataset::diagnose::problem::{Fault, quote};

/// A target or reported value, in the unit of its metric.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub enum Value {
    /// One number with its hedge.
    Amount(Amount),
    /// A range, `95k..105k`.
    Range(Amount, Amount),
    /// One in `k`, `1/3`.
    EveryKth(u32),
    /// A change on a base period, `-40%`, `x2`, `+5pp`; of targets only.
    Change(Change),
    /// A range of changes, `-40%..-50%`, the smaller change first.
    ChangeRange(Change, Change),
    /// Stated without a usable number, `?`.
    Unquantified,
    /// A milestone that had not happened by the end of the period.
    NotYet,
}

/// One number with its hedge.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Amount {
    /// How firmly it was stated.
    pub hedge: Hedge,
    /// The number with its scale: `">19k"` is 19,000.
    pub number: f64,
    /// Place value of the last non-zero digit as spoken, in the same unit: 10 bn for `"120bn"`, 0.1 for `44.5`, 1,000 for
    /// `"148k"`. Written decimals count even if zero (analytics 1.2, 10).
    pub place_value: f64,
}

/// A change on the figure of a base period.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Change {
    /// How firmly it was stated.
    pub hedge: Hedge,
    /// What the number means.
    pub unit: ChangeUnit,
    /// The number as spoken, with its sign: -40 of `-40%`, 2 of `x2`, 5 of `+5pp`.
    pub number: f64,
    /// Place value of its last non-zero digit as spoken.
    pub place_value: f64,
}

/// What the number of a change means.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum ChangeUnit {
    /// Per cent of the base figure, `-40%`.
    Percent,
    /// A multiple of the base figure, `x2`.
    Times,
    /// Percentage points, of shares, `+5pp`.
    Points,
}

/// How firmly a number was stated.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Hedge {
    /// An unrounded count, or written with `=`.
    Exact,
    /// Unhedged, and rounded as spoken.
    Plain,
    /// `~`
    About,
    /// `<~`: almost, and not quite.
    Nearly,
    /// `>`
    MoreThan,
    /// `>=`
    AtLeast,
    /// `<`
    LessThan,
    /// `<=`
    AtMost,
}

/// Whether a plain whole number such as `2636` is exact.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NumberKind {
    /// Counted things: exact, unless the last digit is 0.
    Count,
    /// Money, per cent, ratios: rounded as spoken.
    Measurement,
}

const VALUE_REMEDY: &str = "write a number such as 2636, or a text such as \"~100k\", \">=200k\", \"<~120bn\", \"95k..105k\", \"1/2\" or \"?\"";

/// A sign must come before its own prefixes.
const HEDGES: [(&str, Hedge); 7] = [
    ("<~", Hedge::Nearly),
    ("<=", Hedge::AtMost),
    (">=", Hedge::AtLeast),
    ("<", Hedge::LessThan),
    (">", Hedge::MoreThan),
    ("~", Hedge::About),
    ("=", Hedge::Exact),
];

/// The written scales and their powers of ten.
const SCALES: [(&str, i32); 9] =
    [("k", 3), ("m", 6), ("bn", 9), ("trn", 12), ("тыс", 3), ("мың", 3), ("млн", 6), ("млрд", 9), ("трлн", 12)];

impl Value {
    /// Reads a value written as a text.
    ///
    /// # Errors
    /// What was found and what to write instead.
    pub fn parse(written: &str, number_kind: NumberKind) -> Result<Self, Fault> {
        let text = written.trim();
        match text {
            "?" => return Ok(Self::Unquantified),
            "not yet" => return Ok(Self::NotYet),
            "" => return Err(Fault::new("an empty value", VALUE_REMEDY)),
            _ => {}
        }
        // A single point is found faster than two, and most values have none.
        if let Some((from, to)) = text.find('.').and_then(|_| text.split_once("..")) {
            return parse_range(text, from, to);
        }
        if let Some((one, parts)) = text.split_once('/') {
            return parse_every_kth(text, one.trim(), parts.trim());
        }
        let hedge = HEDGES.iter().find(|(sign, _)| text.starts_with(sign));
        let number = ParsedNumber::parse(hedge.map_or(text, |(sign, _)| &text[sign.len()..]), text)?;
        number.amount(hedge.map_or_else(|| number.default_hedge(number_kind), |(_, hedge)| *hedge)).map(Self::Amount)
    }

    /// Reads a value written as a JSON number, from its digits as written.
    ///
    /// # Errors
    /// What was found and what to write instead.
    pub fn from_json(lexeme: &str, number_kind: NumberKind) -> Result<Self, Fault> {
        let (digits, power) = lexeme.split_once(['e', 'E']).unwrap_or((lexeme, "0"));
        let mut number = ParsedNumber::parse(digits, lexeme)?;
        if digits.len() < lexeme.len() {
            number.has_scale = true;
            number.power = power.parse().map_err(|_| too_large(lexeme))?;
        }
        number.amount(number.default_hedge(number_kind)).map(Self::Amount)
    }

    /// Written with `~`, the only hedge that takes a tolerance.
    pub fn is_about(&self) -> bool {
        matches!(self, Self::Amount(Amount { hedge: Hedge::About, .. }))
    }
}

fn parse_range(text: &str, from: &str, to: &str) -> Result<Value, Fault> {
    let (low, high) = (ParsedNumber::parse(from, text)?, ParsedNumber::parse(to, text)?);
    if high.has_scale && !low.has_scale && low.as_f64()? != 0.0 {
        return Err(Fault::new(
            format!("a scale at one end of {}", quote(text)),
            "write it at both ends: \"95k..105k\"",
        ));
    }
    let (low, high) = (low.amount(Hedge::Plain)?, high.amount(Hedge::Plain)?);
    if low.number < high.number {
        Ok(Value::Range(low, high))
    } else {
        Err(Fault::new(format!("the range {} does not rise", quote(text)), "write the lower end first: \"95k..105k\""))
    }
}

fn parse_every_kth(text: &str, one: &str, parts: &str) -> Result<Value, Fault> {
    match (one, parts.parse()) {
        ("1", Ok(parts @ 2..=1000)) => Ok(Value::EveryKth(parts)),
        _ => Err(Fault::new(
            format!("{} is not \"every k-th\"", quote(text)),
            "write \"1/2\" for every second, \"1/3\" for every third; any other fraction as a number",
        )),
    }
}

struct ParsedNumber {
    /// Sign, digits and decimal point, without separators.
    digits: String,
    /// The power of ten of its scale or exponent.
    power: i32,
    has_scale: bool,
}

impl ParsedNumber {
    /// Parses an optional sign, digits that may be grouped, and an optional scale; faults quote `within`.
    fn parse(text: &str, within: &str) -> Result<Self, Fault> {
        let wrong = || Fault::new(format!("{} is not a value", quote(within)), VALUE_REMEDY);
        let text = text.trim();
        let (minus, unsigned) = match text.strip_prefix(['-', '−']) {
            Some(rest) => (true, rest),
            None => (false, text.strip_prefix('+').unwrap_or(text)),
        };
        if !unsigned.starts_with(|first: char| first.is_ascii_digit()) {
            return Err(wrong());
        }
        let end = unsigned
            .find(|c: char| !(c.is_ascii_digit() || c == '.' || is_digit_separator(c)))
            .unwrap_or(unsigned.len());
        let (written, scale) = unsigned.split_at(end);
        let written = written.trim_end_matches(is_digit_separator);
        let (whole, decimals) = written.split_once('.').map_or((written, None), |(whole, rest)| (whole, Some(rest)));
        if decimals.is_some_and(|rest| rest.is_empty() || !rest.bytes().all(|byte| byte.is_ascii_digit())) {
            return Err(wrong());
        }
        if !is_grouped_in_threes(whole) {
            return Err(Fault::new(
                format!("digits of {} are not grouped in threes", quote(written)),
                "group them so: \"148 000\" or \"148_000\", or not at all",
            ));
        }
        let mut digits = String::with_capacity(text.len());
        if minus {
            digits.push('-');
        }
        digits.extend(written.chars().filter(|c| !is_digit_separator(*c)));
        let power = scale_power(scale, within)?;
        Ok(Self { digits, power: power.unwrap_or(0), has_scale: power.is_some() })
    }

    fn decimals(&self) -> Option<usize> {
        self.digits.split_once('.').map(|(_, rest)| rest.len())
    }

    /// The hedge of a number without a sign: a whole count that is not round is exact.
    fn default_hedge(&self, number_kind: NumberKind) -> Hedge {
        let whole = !self.has_scale && self.decimals().is_none();
        let counted = number_kind == NumberKind::Count && whole && !self.digits.ends_with('0');
        if counted { Hedge::Exact } else { Hedge::Plain }
    }

    /// Parsed in one step with its power, so that `1.6bn` is rounded once.
    fn as_f64(&self) -> Result<f64, Fault> {
        let number =
            if self.power == 0 { self.digits.parse() } else { format!("{}e{}", self.digits, self.power).parse() };
        number.ok().filter(|number: &f64| number.abs() <= MAX_MAGNITUDE).ok_or_else(|| {
            let power = if self.power == 0 { String::new() } else { format!("e{}", self.power) };
            too_large(&format!("{}{power}", self.digits))
        })
    }

    fn amount(&self, hedge: Hedge) -> Result<Amount, Fault> {
        let number = self.as_f64()?;
        let spoken = self.decimals().map_or_else(
            || {
                let significant = self.digits.trim_end_matches('0');
                let round = self.digits.len() - significant.len();
                if significant.is_empty() || significant == "-" { 0 } else { saturating_i32(round) }
            },
            |decimals| -saturating_i32(decimals),
        );
        let place = power_of_ten(self.power.saturating_add(spoken));
        Ok(Amount { hedge, number, place_value: place.max(f64::MIN_POSITIVE) })
    }
}

/// Parsed for unusual powers, so that the result is rounded once.
fn power_of_ten(power: i32) -> f64 {
    const WHOLE: [f64; 10] = [1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9];
    const PARTS: [f64; 4] = [1e0, 1e-1, 1e-2, 1e-3];
    let known = usize::try_from(power).map_or_else(
        |_| usize::try_from(power.unsigned_abs()).ok().and_then(|power| PARTS.get(power)),
        |power| WHOLE.get(power),
    );
    known.copied().unwrap_or_else(|| format!("1e{power}").parse().unwrap_or_default())
}

fn saturating_i32(digits: usize) -> i32 {
    i32::try_from(digits).unwrap_or(i32::MAX)
}

fn is_digit_separator(c: char) -> bool {
    matches!(c, '_' | ' ' | '\u{a0}' | '\u{2009}' | '\u{202f}')
}

fn is_grouped_in_threes(whole: &str) -> bool {
    let mut parts = whole.split(is_digit_separator);
    let first = parts.next().map_or(0, str::len);
    let mut others = parts.peekable();
    others.peek().is_none() || (1..=3).contains(&first) && others.all(|part| part.len() == 3)
}

/// None if nothing is written.
fn scale_power(scale: &str, text: &str) -> Result<Option<i32>, Fault> {
    let scale = scale.trim();
    if scale.is_empty() {
        return Ok(None);
    }
    if let Some((_, power)) = SCALES.iter().find(|(name, _)| *name == scale.trim_end_matches('.')) {
        return Ok(Some(*power));
    }
    let remedy = match scale.chars().next() {
        Some(',') => "write decimals with a point (1.5) and group digits by spaces (\"148 000\")",
        Some('%') => "leave the sign out: the kind of the metric says that it is per cent",
        _ => "the scales are k, m, bn, trn (тыс, мың, млн, млрд, трлн); the unit belongs to the metric",
    };
    Err(Fault::new(format!("{} after the number in {}", quote(scale), quote(text)), remedy))
}

const MAX_MAGNITUDE: f64 = 1e18;

fn too_large(number: &str) -> Fault {
    Fault::new(format!("{} is too large a number", quote(number)), "write a number up to a million trillion, 1e18")
}
