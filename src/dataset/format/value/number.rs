//! The number of a value: sign, digits, scale, and what was spoken of it.

use std::borrow::Cow;

use crate::dataset::diagnose::problem::{Fault, quote};
use crate::dataset::format::value::{Amount, Hedge, NumberKind};

pub(super) struct WrittenNumber {
    /// Sign, digits and decimal point, without separators.
    digits: String,
    /// Written with `+` or `-`.
    pub(super) is_signed: bool,
    /// The power of ten of its scale or exponent.
    pub(super) scale: Option<i32>,
}

impl WrittenNumber {
    /// Takes an optional sign and digits that may be grouped off the front of a text; none if no digit is there.
    pub(super) fn take(rest: &mut &str) -> Result<Option<Self>, Fault> {
        let (minus, unsigned) = match rest.strip_prefix('-') {
            Some(unsigned) => (true, unsigned),
            None => (false, rest.strip_prefix('+').unwrap_or(rest)),
        };
        let is_signed = unsigned.len() < rest.len();
        if !unsigned.starts_with(|first: char| first.is_ascii_digit()) {
            return Ok(None);
        }
        let end = unsigned.find(|c: char| !(c.is_ascii_digit() || c == '.' || is_separator(c)));
        let (written, after) = unsigned.split_at(end.unwrap_or(unsigned.len()));
        let written = written.trim_end_matches([' ', '_']);
        let (whole, decimals) = written.split_once('.').map_or((written, None), |(whole, rest)| (whole, Some(rest)));
        if whole.contains(',') && !is_grouped(whole, |c| c == ',') || decimals.is_some_and(|rest| rest.contains(',')) {
            return Err(Fault::new(
                format!("a comma in {} that does not group the digits in threes", quote(written)),
                "write decimals with a point (1.5) and group digits so: \"148,000\" or \"148 000\"",
            ));
        }
        if decimals.is_some_and(|rest| rest.is_empty() || !rest.bytes().all(|byte| byte.is_ascii_digit())) {
            return Ok(None);
        }
        if !is_grouped(whole, is_separator) {
            return Err(Fault::new(
                format!("digits of {} are not grouped in threes", quote(written)),
                "group them so: \"148 000\", \"148,000\" or \"148_000\", or not at all",
            ));
        }
        let mut digits = String::with_capacity(written.len() + 1);
        if minus {
            digits.push('-');
        }
        digits.extend(written.chars().filter(|c| !is_separator(*c)));
        *rest = after.trim_start();
        Ok(Some(Self { digits, is_signed, scale: None }))
    }

    fn decimals(&self) -> Option<usize> {
        self.digits.split_once('.').map(|(_, rest)| rest.len())
    }

    /// The hedge of a number without a sign: a whole count that is not round is exact.
    pub(super) fn default_hedge(&self, number_kind: NumberKind) -> Hedge {
        let whole = self.scale.is_none() && self.decimals().is_none();
        let counted = number_kind == NumberKind::Count && whole && !self.digits.ends_with('0');
        if counted { Hedge::Exact } else { Hedge::Plain }
    }

    /// Parsed in one step with its power, so that `1.6bn` is rounded once.
    pub(super) fn as_f64(&self) -> Result<f64, Fault> {
        let written = match self.scale {
            None | Some(0) => Cow::Borrowed(&*self.digits),
            Some(power) => Cow::Owned(format!("{}e{power}", self.digits)),
        };
        written.parse().ok().filter(|number: &f64| number.abs() <= MAX_MAGNITUDE).ok_or_else(|| too_large(&written))
    }

    pub(super) fn amount(&self, hedge: Hedge) -> Result<Amount, Fault> {
        let number = self.as_f64()?;
        let spoken = self.decimals().map_or_else(
            || {
                let significant = self.digits.trim_end_matches('0');
                let round = self.digits.len() - significant.len();
                if significant.is_empty() || significant == "-" { 0 } else { saturating_i32(round) }
            },
            |decimals| -saturating_i32(decimals),
        );
        let place = power_of_ten(self.scale.unwrap_or(0).saturating_add(spoken));
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

fn is_separator(c: char) -> bool {
    matches!(c, '_' | ' ' | ',')
}

/// Whether groups of three follow the first one; `0,500` is no group of thousands but half of one.
fn is_grouped(whole: &str, is_separator: fn(char) -> bool) -> bool {
    let mut groups = whole.split(is_separator);
    let first = groups.next().unwrap_or_default();
    let mut others = groups.peekable();
    let is_group = |group: &str| group.len() == 3 && group.bytes().all(|byte| byte.is_ascii_digit());
    others.peek().is_none() || (1..=3).contains(&first.len()) && !first.starts_with('0') && others.all(is_group)
}

const MAX_MAGNITUDE: f64 = 1e18;

pub(super) fn too_large(number: &str) -> Fault {
    Fault::new(format!("{} is too large a number", quote(number)), "write a number up to a million trillion, 1e18")
}
