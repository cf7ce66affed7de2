//! The grammar of values: `?`, `not yet`, `1/k`, a phrase, or two phrases with `..` between them. A phrase is
//! `[hedge] [x] number [scale] [unit] [hedge]`; what may stand in each place is a table of `words`.

use std::borrow::Cow;

use crate::dataset::diagnose::problem::{Fault, quote};
use crate::dataset::format::value::number::{WrittenNumber, too_large};
use crate::dataset::format::value::words::{
    AMBIGUOUS, ENDINGS, HEDGES_BEFORE, HEDGES_BEHIND, SCALES, TIMES, UNITS, Unit,
};
use crate::dataset::format::value::{Amount, Change, ChangeUnit, Hedge, NumberKind, Value};

const VALUE_REMEDY: &str = "write a number such as 2636, or a text such as \"~100k\", \"at least 200 thousand\", \"<~120bn\", \"95k..105k\", \"1/2\" or \"?\"";

impl Value {
    /// Reads a value written as a text.
    ///
    /// # Errors
    /// What was found and what to write instead.
    pub fn parse(written: &str, number_kind: NumberKind) -> Result<Self, Fault> {
        parse_text(written, Context { number_kind, signed_growth: number_kind == NumberKind::Growth })
    }

    /// Reads a value written as a text beside a base period, where every per cent with a sign is a change.
    ///
    /// # Errors
    /// What was found and what to write instead.
    pub fn parse_on_base(written: &str, number_kind: NumberKind) -> Result<Self, Fault> {
        parse_text(written, Context { number_kind, signed_growth: false })
    }

    /// Reads a value written as a JSON number, from its digits as written.
    ///
    /// # Errors
    /// What was found and what to write instead.
    pub fn from_json(lexeme: &str, number_kind: NumberKind) -> Result<Self, Fault> {
        let (mut digits, power) = lexeme.split_once(['e', 'E']).map_or((lexeme, None), |(digits, e)| (digits, Some(e)));
        let mut number =
            WrittenNumber::take(&mut digits)?.filter(|_| digits.is_empty()).ok_or_else(|| wrong(lexeme))?;
        if let Some(power) = power {
            number.scale = Some(power.parse().map_err(|_| too_large(lexeme))?);
        }
        number.amount(number.default_hedge(number_kind)).map(Self::Amount)
    }
}

/// What the reading of a phrase depends on.
#[derive(Clone, Copy)]
struct Context {
    number_kind: NumberKind,
    /// A per cent with a sign is a level of growth.
    signed_growth: bool,
}

fn wrong(written: &str) -> Fault {
    Fault::new(format!("{} is not a value", quote(written)), VALUE_REMEDY)
}

fn parse_text(written: &str, context: Context) -> Result<Value, Fault> {
    let text = normalize(written.trim());
    match &*text {
        "?" => return Ok(Value::Unquantified),
        "not yet" => return Ok(Value::NotYet),
        "" => return Err(Fault::new("an empty value", VALUE_REMEDY)),
        _ => {}
    }
    // A single point is found faster than two, and most values have none. From the end: `5 млн...7 млн.`
    if let Some((from, to)) = text.find('.').and_then(|_| text.rsplit_once("..")) {
        return parse_range(written, [from, to], context);
    }
    if let Some((one, parts)) = text.split_once('/') {
        return parse_every_kth(written, one.trim(), parts.trim());
    }
    let phrase = Phrase::parse(&text, written)?;
    match phrase.meaning(written, context)? {
        Meaning::Level => {
            let hedge = phrase.hedge.unwrap_or_else(|| phrase.number.default_hedge(context.number_kind));
            phrase.number.amount(hedge).map(Value::Amount)
        }
        Meaning::Change(unit) => phrase.change(unit).map(Value::Change),
    }
}

/// In lower case, with single spaces and one kind of minus.
fn normalize(text: &str) -> Cow<'_, str> {
    let is_usual = |byte: u8| matches!(byte, b'!'..=b'~') && !byte.is_ascii_uppercase();
    if text.bytes().all(is_usual) {
        return Cow::Borrowed(text);
    }
    let mut normal = String::with_capacity(text.len());
    for c in text.chars().flat_map(char::to_lowercase) {
        match c {
            '\u{2011}' | '\u{2212}' => normal.push('-'),
            c if c.is_whitespace() && normal.ends_with(' ') => {}
            c if c.is_whitespace() => normal.push(' '),
            c => normal.push(c),
        }
    }
    Cow::Owned(normal)
}

/// What a phrase says.
#[derive(PartialEq, Eq)]
enum Meaning {
    Level,
    Change(ChangeUnit),
}

struct Phrase {
    hedge: Option<Hedge>,
    is_multiple: bool,
    number: WrittenNumber,
    unit: Option<Unit>,
}

impl Phrase {
    /// Faults quote `within`.
    fn parse(text: &str, within: &str) -> Result<Self, Fault> {
        let mut rest = text.trim();
        let before = take(&mut rest, &HEDGES_BEFORE);
        if let Some(meanings) = take(&mut rest, &AMBIGUOUS).filter(|_| !rest.is_empty()) {
            let remedy = format!("write {} or {}", quote(rest), quote(&format!("<={rest}")));
            return Err(Fault::new(format!("{}: its first word says {meanings}", quote(within)), remedy));
        }
        let is_multiple = take(&mut rest, &TIMES).is_some();
        let Some(mut number) = WrittenNumber::take(&mut rest)? else {
            return Err(without_number(rest, before, within));
        };
        number.scale = take(&mut rest, &SCALES);
        if number.scale.is_some() {
            rest = rest.strip_prefix('.').unwrap_or(rest).trim_start();
        }
        let unit = take(&mut rest, &UNITS);
        let behind = take_behind(&mut rest);
        if !rest.is_empty() {
            return Err(unknown_rest(rest, within));
        }
        if before.is_some() && behind.is_some() {
            return Err(two_hedges(within));
        }
        if number.scale.is_some() && (is_multiple || unit.is_some()) {
            let remedy = "write a change as a plain number: \"-40%\", \"x2\", \"+5pp\"";
            return Err(Fault::new(format!("a scale beside a change or a per cent in {}", quote(within)), remedy));
        }
        Ok(Self { hedge: before.or(behind), is_multiple, number, unit })
    }

    /// Whether it is a level or a change.
    fn meaning(&self, within: &str, context: Context) -> Result<Meaning, Fault> {
        let refuse = |what: &str, remedy: &str| Err(Fault::new(format!("{what} in {}", quote(within)), remedy));
        match (self.is_multiple, self.unit) {
            (false, None) => Ok(Meaning::Level),
            (true, None) if !self.number.is_signed => Ok(Meaning::Change(ChangeUnit::Times)),
            (true, _) => refuse("a sign or a unit beside a multiple", "write the number alone: \"x2\""),
            (false, Some(Unit::Points)) if self.number.is_signed => Ok(Meaning::Change(ChangeUnit::Points)),
            (false, Some(Unit::Points)) => refuse("points without a sign", "write \"+5pp\" or \"-5pp\""),
            (false, Some(Unit::Percent)) if self.number.is_signed && !context.signed_growth => {
                Ok(Meaning::Change(ChangeUnit::Percent))
            }
            (false, Some(Unit::Percent)) => match context.number_kind {
                NumberKind::Share | NumberKind::Growth => Ok(Meaning::Level),
                NumberKind::Count | NumberKind::Measurement => refuse(
                    "a per cent sign after what is neither a share nor growth",
                    "leave it out, or write a change with its sign and its `base`: \"-40%\"",
                ),
            },
        }
    }

    fn change(&self, unit: ChangeUnit) -> Result<Change, Fault> {
        let Amount { hedge, number, place_value } = self.number.amount(self.hedge.unwrap_or(Hedge::Plain))?;
        Ok(Change { hedge, unit, number, place_value })
    }
}

/// Takes the entry of a table off the front of a text. A word ends where no letter follows but a case ending.
fn take<T: Copy>(rest: &mut &str, table: &[(&str, T)]) -> Option<T> {
    let (after, entry) = table.iter().find_map(|(name, entry)| {
        let after = rest.strip_prefix(name)?;
        (!name.ends_with(char::is_alphabetic) || ends_word(after)).then_some((after, *entry))
    })?;
    *rest = after.trim_start();
    Some(entry)
}

fn ends_word(after: &str) -> bool {
    let is_end = |after: &str| !after.starts_with(char::is_alphabetic);
    is_end(after) || ENDINGS.iter().any(|(ending, ())| after.strip_prefix(ending).is_some_and(is_end))
}

/// Takes a hedge behind the number, with the case ending that the number has before it.
fn take_behind(rest: &mut &str) -> Option<Hedge> {
    let mut ending = rest.strip_prefix('-').unwrap_or(rest);
    let mut after = if take(&mut ending, &ENDINGS).is_some() { ending } else { *rest };
    let hedge = take(&mut after, &HEDGES_BEHIND)?;
    *rest = after;
    Some(hedge)
}

fn two_hedges(within: &str) -> Fault {
    Fault::new(format!("two hedges in {}", quote(within)), "keep one of them")
}

fn without_number(mut rest: &str, before: Option<Hedge>, within: &str) -> Fault {
    if before.is_some() && take(&mut rest, &HEDGES_BEFORE).is_some() {
        two_hedges(within)
    } else if take(&mut rest, &SCALES).is_some() {
        Fault::new(format!("a scale without a number in {}", quote(within)), "write its number: \"1 million\"")
    } else {
        wrong(within)
    }
}

fn unknown_rest(rest: &str, within: &str) -> Fault {
    Fault::new(
        format!("{} after the number in {}", quote(rest), quote(within)),
        "the scales are k, m, bn, trn, or thousand, million, … (тыс, мың, млн, млрд, трлн); the unit belongs to the metric",
    )
}

fn parse_range(written: &str, ends: [&str; 2], context: Context) -> Result<Value, Fault> {
    let [low, high] = [Phrase::parse(ends[0], written)?, Phrase::parse(ends[1], written)?];
    if low.hedge.is_some() || high.hedge.is_some() {
        let remedy = "a range has no hedge: write its two ends alone, \"95k..105k\"";
        return Err(Fault::new(format!("a hedge in the range {}", quote(written)), remedy));
    }
    if high.number.scale.is_some() && low.number.scale.is_none() && low.number.as_f64()? != 0.0 {
        return Err(Fault::new(
            format!("a scale at one end of {}", quote(written)),
            "write it at both ends: \"95k..105k\"",
        ));
    }
    match (low.meaning(written, context)?, high.meaning(written, context)?) {
        (Meaning::Level, Meaning::Level) => {
            let (low, high) = (low.number.amount(Hedge::Plain)?, high.number.amount(Hedge::Plain)?);
            if low.number < high.number {
                return Ok(Value::Range(low, high));
            }
            Err(Fault::new(
                format!("the range {} does not rise", quote(written)),
                "write the lower end first: \"95k..105k\"",
            ))
        }
        (Meaning::Change(unit), Meaning::Change(other)) if unit == other => {
            let (small, large) = (low.change(unit)?, high.change(unit)?);
            let size = |change: &Change| change.number - if unit == ChangeUnit::Times { 1.0 } else { 0.0 };
            let (from, to) = (size(&small), size(&large));
            if from * to > 0.0 && from.abs() < to.abs() {
                return Ok(Value::ChangeRange(small, large));
            }
            Err(Fault::new(
                format!("the changes of {} do not grow", quote(written)),
                "write two of one sign, the smaller change first: \"-40%..-50%\"",
            ))
        }
        _ => Err(Fault::new(
            format!("two kinds of number in {}", quote(written)),
            "write both ends alike: \"-40%..-50%\", \"x2..x3\", \"+5pp..+10pp\"",
        )),
    }
}

fn parse_every_kth(written: &str, one: &str, parts: &str) -> Result<Value, Fault> {
    match (one, parts.parse()) {
        ("1", Ok(parts @ 2..=1000)) => Ok(Value::EveryKth(parts)),
        _ => Err(Fault::new(
            format!("{} is not \"every k-th\"", quote(written)),
            "write \"1/2\" for every second, \"1/3\" for every third; any other fraction as a number",
        )),
    }
}
