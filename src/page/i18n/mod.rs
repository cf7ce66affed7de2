//! Every word on screen, in one language.
//!
//! Here: [`Words`], made once when a language is chosen: texts by key, numbers, amounts with hedge and unit, dates, names
//! and the sentence about a target. Not here: the texts themselves (`assets/locales/*.ftl`) and names from a dataset.
//!
//! A key is the name of a Fluent message, or `message.attribute`. A new text goes into all three language files; the tests
//! under `tests/words` report what is missing.

pub(in crate::page) mod message_runs;

mod amounts;
mod arg;
mod dates;
mod kazakh;
mod locale;
mod messages;
mod names;
mod numbers;
mod rounding;
mod sentence;
mod speech;
mod spreadsheet;
mod words;

pub use crate::page::i18n::arg::Arg;
pub use crate::page::i18n::dates::{DateCase, format_clock};
pub use crate::page::i18n::locale::{language_code, language_from_tag, locale_text};
pub(in crate::page) use crate::page::i18n::rounding::{
    decimals_for, digits_for, exact_difference, last_digit_place, operand, round_to, third_digit_place,
};
pub(in crate::page) use crate::page::i18n::words::capitalized;
pub use crate::page::i18n::words::{TextForm, Words};
