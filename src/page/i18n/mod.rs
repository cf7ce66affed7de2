//! Every word on screen, in one language.
//!
//! Here: [`Words`], made once when a language is chosen, and what it says: a text by its key ([`Words::get`],
//! [`Words::format`]), numbers (`numbers`), amounts with their hedge and unit (`amounts`), periods and dates (`calendar`),
//! names of statuses, badges and kinds (`names`), and the sentence about a promise (`sentence`).
//! Not here: the texts themselves, which are `assets/locales/*.ftl`; names that come from a dataset.
//!
//! A key is the name of a message in those files, or `message.attribute`. To add a word, add it to all three files;
//! the tests under `tests/words` say what is missing.

pub(crate) mod role_markup;

mod amounts;
mod dates;
mod kazakh;
mod locale;
mod messages;
mod names;
mod numbers;
mod rounding;
mod sentence;
mod speech;

use std::borrow::Cow;
use std::collections::BTreeMap;

use fluent_bundle::FluentValue;
use icu_plurals::{PluralCategory, PluralRules};

use crate::dataset::records::{Language, LocalizedText};
use crate::page::i18n::messages::Messages;
use crate::page::i18n::numbers::Numbers;

pub use crate::page::i18n::dates::{DateCase, format_clock};
pub use crate::page::i18n::locale::{language_code, language_from_tag, locale_text};
pub(in crate::page) use crate::page::i18n::rounding::{last_digit_place, third_digit_place};

/// The words of one language.
pub struct Words {
    language: Language,
    messages: Messages,
    numbers: Numbers,
    plurals: Option<PluralRules>,
    /// What the dataset calls things instead, by key.
    dataset_names: BTreeMap<String, String>,
}

/// How much room a figure or a date has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum TextForm {
    /// In a sentence: "at least 200,000 vehicles", "1 July 2016".
    Long,
    /// In a table: "≥200,000", "1 Jul 2016".
    Plain,
    /// In a narrow cell or beside a column: "≥200 k", "1 Jul 16".
    Tight,
}

/// Something to put into a text.
#[derive(Debug, Clone, PartialEq)]
pub enum Arg<'a> {
    /// Words, or a number already worded.
    Text(Cow<'a, str>),
    /// A count: written with the grouping of the language, and chooses plural forms.
    Count(i64),
}

impl Words {
    /// The words of `language`: reads its file.
    #[must_use]
    pub fn new(language: Language) -> Self {
        let messages = Messages::new(language_code(language), locale_text(language));
        let numbers = Numbers::new(language_code(language));
        let plurals = numbers::plurals(language_code(language));
        Self { language, messages, numbers, plurals, dataset_names: BTreeMap::new() }
    }

    /// The same words, with the names that a dataset gives instead ([`crate::dataset::records::Dataset::words`]).
    #[must_use]
    pub fn with_dataset_names(mut self, names: &[(String, LocalizedText)]) -> Self {
        self.dataset_names =
            names.iter().map(|(key, text)| (key.clone(), text.get(self.language).to_owned())).collect();
        self.dataset_names.retain(|_, text| !text.is_empty());
        self
    }

    /// The language.
    #[must_use]
    pub fn language(&self) -> Language {
        self.language
    }

    /// The text of `key`; the key itself if there is none.
    #[must_use]
    pub fn get(&self, key: &str) -> String {
        self.format(key, &[])
    }

    /// The text of `key` with its placeholders filled; the key itself if there is none.
    #[must_use]
    pub fn format(&self, key: &str, args: &[(&str, Arg<'_>)]) -> String {
        if let Some(name) = self.dataset_name(key) {
            return name.to_owned();
        }
        let (message, attribute) = parts(key);
        let Some(text) = self.messages.format(message, attribute, args) else { return key.to_owned() };
        let mut text = text.into_owned();
        if text.contains("..") {
            text.retain(without_double_stop());
        }
        text
    }

    /// The placeholders that the text of `key` has.
    fn placeholders(&self, key: &str) -> Vec<String> {
        let (message, attribute) = parts(key);
        self.messages.placeholders(message, attribute)
    }

    /// Whether there is a text for `key`.
    #[must_use]
    pub fn has(&self, key: &str) -> bool {
        let (message, attribute) = parts(key);
        self.dataset_name(key).is_some() || self.messages.has(message, attribute)
    }

    /// Whether the dataset gives a name of its own for `key`, which has no placeholders.
    pub(in crate::page) fn is_renamed(&self, key: &str) -> bool {
        self.dataset_name(key).is_some()
    }

    /// The dataset's own name for `key`; its long name also stands in for a short one that it does not give.
    fn dataset_name(&self, key: &str) -> Option<&str> {
        if self.dataset_names.is_empty() {
            return None;
        }
        let long = || key.strip_suffix(".short").and_then(|long| self.dataset_names.get(long));
        self.dataset_names.get(key).or_else(long).map(String::as_str)
    }

    /// Which plural form a number takes.
    fn plural(&self, operands: impl Into<icu_plurals::PluralOperands>) -> PluralCategory {
        self.plurals.as_ref().map_or(PluralCategory::Other, |rules| rules.category_for(operands))
    }
}

/// The message of a key, and its attribute.
fn parts(key: &str) -> (&str, Option<&str>) {
    key.split_once('.').map_or((key, None), |(message, rest)| (message, Some(rest)))
}

/// Which characters stay, one after the other: all but a second full stop, as after an abbreviation that ends a sentence
/// ("22 қар.", "200 тыс.").
pub(in crate::page) fn without_double_stop() -> impl FnMut(char) -> bool {
    let mut last = ' ';
    move |c| {
        let again = c == '.' && last == '.';
        last = c;
        !again
    }
}

impl std::fmt::Debug for Words {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Words").field("language", &self.language).finish_non_exhaustive()
    }
}

impl<'a> From<&'a Arg<'_>> for FluentValue<'a> {
    fn from(arg: &'a Arg<'_>) -> Self {
        match arg {
            Arg::Text(text) => FluentValue::from(&**text),
            Arg::Count(count) => FluentValue::from(*count),
        }
    }
}

impl<'a> From<&'a str> for Arg<'a> {
    fn from(text: &'a str) -> Self {
        Self::Text(Cow::Borrowed(text))
    }
}

impl<'a> From<&'a String> for Arg<'a> {
    fn from(text: &'a String) -> Self {
        Self::Text(Cow::Borrowed(text))
    }
}

impl From<String> for Arg<'_> {
    fn from(text: String) -> Self {
        Self::Text(Cow::Owned(text))
    }
}

impl From<i64> for Arg<'_> {
    fn from(count: i64) -> Self {
        Self::Count(count)
    }
}

impl From<i32> for Arg<'_> {
    fn from(count: i32) -> Self {
        Self::Count(count.into())
    }
}

impl From<u32> for Arg<'_> {
    fn from(count: u32) -> Self {
        Self::Count(count.into())
    }
}

impl From<usize> for Arg<'_> {
    fn from(count: usize) -> Self {
        Self::Count(i64::try_from(count).unwrap_or(i64::MAX))
    }
}

#[cfg(test)]
mod tests {
    use super::without_double_stop;

    #[test]
    fn an_abbreviation_at_the_end_is_followed_by_one_stop() {
        let stopped = |text: &str| {
            let mut text = text.to_owned();
            text.retain(without_double_stop());
            text
        };
        assert_eq!(stopped("не менее 200 тыс.."), "не менее 200 тыс.");
        assert_eq!(stopped("a. b."), "a. b.");
    }
}
