//! A header of a column, or a label of a row: kind of figure, period, unit, and the name that is left.

use crate::import::flags::Role;
use crate::import::reading::periods::{self, PartialPeriod};
use crate::import::reading::tokens::{self, Token, tokens};
use crate::import::reading::words;
use crate::import::reading::words::FigureKind;

/// What a header says.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct HeaderReading {
    pub(crate) kind: Option<FigureKind>,
    pub(crate) period: PartialPeriod,
    pub(crate) unit: Option<String>,
    /// What is left.
    pub(crate) name: String,
    pub(crate) role: Option<Role>,
    /// Per cent, a deviation: computed from other columns.
    pub(crate) is_derived: bool,
    pub(crate) is_plain_value: bool,
    /// Words of periods, such as "Month".
    pub(crate) is_period: bool,
}

impl HeaderReading {
    /// Whether anything in it was understood.
    pub(crate) fn is_recognised(&self) -> bool {
        self.kind.is_some()
            || !self.period.is_none()
            || self.role.is_some()
            || self.is_period
            || self.is_derived
            || self.is_plain_value
    }
}

/// Reads a header.
pub(crate) fn read(text: &str, has_fiscal: bool) -> HeaderReading {
    let is_percent = text.contains('%');
    let (text, unit) = split_unit(text);
    let mut tokens = tokens(&text);
    let period = periods::take(&mut tokens, has_fiscal);
    let mut reading = HeaderReading { period, unit, ..HeaderReading::default() };
    let words: Vec<String> = tokens.iter().filter(|token| !token.is_used).map(|token| token.lower.clone()).collect();
    let kinds: Vec<FigureKind> = words.iter().filter_map(|word| words::figure_kind(word)).collect();
    let is_both = kinds.iter().any(|kind| *kind != kinds[0]);
    reading.is_derived = words.iter().any(|word| words::is_derived(word)) || (is_percent && words.is_empty());
    if is_both {
        reading.role = Some(Role::Kind);
    } else {
        reading.kind = kinds.first().copied();
        reading.role = words.iter().find_map(|word| words::role(word));
        reading.is_period = words.iter().any(|word| words::is_period_word(word));
        reading.is_plain_value = words.iter().any(|word| words::is_plain_value(word));
    }
    // A per cent of the fulfilment, not a share that is planned: "% achievement", "Орындалуы, %".
    reading.is_derived |= is_percent && reading.kind == Some(FigureKind::Fact);
    mark_kind_words(&mut tokens);
    reading.name = tokens::rest(&tokens);
    reading
}

/// The name and the kind that a label of a row says: "Output, plan".
pub(crate) fn split_kind(label: &str) -> (String, Option<FigureKind>) {
    let mut tokens = tokens(label);
    let kinds: Vec<FigureKind> = tokens.iter().filter_map(|token| words::figure_kind(&token.lower)).collect();
    if kinds.is_empty() || kinds.iter().any(|kind| *kind != kinds[0]) {
        return (label.trim().to_owned(), None);
    }
    mark_kind_words(&mut tokens);
    (tokens::rest(&tokens), kinds.first().copied())
}

fn mark_kind_words(tokens: &mut [Token]) {
    let has_kind = tokens.iter().any(|token| words::figure_kind(&token.lower).is_some());
    for token in tokens.iter_mut() {
        token.is_used |= words::figure_kind(&token.lower).is_some() || (has_kind && words::is_filler(&token.lower));
    }
}

/// A name and its unit: "Roads, km", "Houses (thousand)". A short text behind the last comma or in parentheses.
pub(crate) fn split_unit(text: &str) -> (String, Option<String>) {
    let is_short = |unit: &str| !unit.is_empty() && unit.chars().count() <= 24 && unit.split_whitespace().count() <= 3;
    let is_unit = |unit: &str| {
        let mut tokens = tokens(unit);
        let says_kind = tokens.iter().any(|token| words::figure_kind(&token.lower).is_some());
        is_short(unit) && !says_kind && periods::take(&mut tokens, false).is_none()
    };
    if let Some((name, rest)) = text.rsplit_once('(')
        && let Some((unit, behind)) = rest.split_once(')')
        && is_unit(unit.trim())
    {
        return (format!("{} {}", name.trim(), behind.trim()).trim().to_owned(), Some(unit.trim().to_owned()));
    }
    match text.rsplit_once(',') {
        Some((name, unit)) if !name.trim().is_empty() && is_unit(unit.trim()) => {
            (name.trim().to_owned(), Some(unit.trim().to_owned()))
        }
        _ => (text.trim().to_owned(), None),
    }
}
