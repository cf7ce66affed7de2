//! Parsers for values of command-line options.

use chrono::NaiveDate;
use clap::builder::{PossibleValuesParser, TypedValueParser};

use crate::page::model::PageKind;
use crate::render::tui::screen::MAX_CELLS;

pub(super) fn date(written: &str) -> Result<NaiveDate, String> {
    written.parse().map_err(|_| "write the date as 2018-09-30".to_owned())
}

/// Columns and rows, such as `120x36`.
pub(super) fn size(written: &str) -> Result<(u16, u16), String> {
    let parts = written.split_once(['x', 'X', '×']);
    let size = parts.and_then(|(width, height)| Some((width.parse().ok()?, height.parse().ok()?)));
    let fits = |(width, height): &(u16, u16)| (1..=MAX_CELLS).contains(width) && (1..=MAX_CELLS).contains(height);
    size.filter(fits).ok_or_else(|| format!("write columns and rows as 120x36, each from 1 to {MAX_CELLS}"))
}

/// One of a few words, each with its value.
pub(super) fn word<T: Copy + Send + Sync + 'static>(
    values: &'static [(&'static str, T)],
) -> impl TypedValueParser<Value = T> {
    let value_of = move |written: String| values.iter().find(|(word, _)| *word == written).map(|(_, value)| *value);
    PossibleValuesParser::new(values.iter().map(|(word, _)| *word))
        .try_map(move |written| value_of(written).ok_or("unknown"))
}

pub(super) fn page() -> impl TypedValueParser<Value = PageKind> {
    PossibleValuesParser::new(PageKind::ALL.map(PageKind::name))
        .try_map(|name| PageKind::from_name(&name).ok_or("unknown"))
}
