//! [`Words`]: the texts and plain numbers of one language. Amounts, dates, names and sentences add to it in their own files.

use std::collections::BTreeMap;

use icu_plurals::{PluralCategory, PluralRules};

use crate::dataset::records::{Language, LocalizedText};
use crate::page::i18n::arg::Arg;
use crate::page::i18n::locale::{language_code, locale_text};
use crate::page::i18n::messages::Messages;
use crate::page::i18n::numbers::{Numbers, SignDisplay, plural_rules};
use crate::page::i18n::rounding::{decimals_for, round_to};

/// The words of one language.
pub struct Words {
    pub(super) language: Language,
    pub(super) messages: Messages,
    pub(super) numbers: Numbers,
    plurals: Option<PluralRules>,
    /// Texts that the dataset puts in place of ours, by key.
    dataset_names: BTreeMap<String, String>,
}

/// How much room a number or a date has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum TextForm {
    /// In a sentence: "at least 200,000 vehicles", "1 July 2016".
    Long,
    /// In a table: "≥200,000", "1 Jul 2016".
    Plain,
    /// In a narrow cell or beside a column: "≥200 k", "1 Jul 16".
    Tight,
}

impl Words {
    /// Reads the file of `language`.
    pub fn new(language: Language) -> Self {
        let code = language_code(language);
        Self {
            language,
            messages: Messages::new(code, locale_text(language)),
            numbers: Numbers::new(code),
            plurals: plural_rules(code),
            dataset_names: BTreeMap::new(),
        }
    }

    /// The same words with the names of a dataset in place of ours ([`crate::dataset::records::Dataset::words`]).
    pub fn with_dataset_names(mut self, names: &[(String, LocalizedText)]) -> Self {
        let name_of = |(key, text): &(String, LocalizedText)| (key.clone(), text.get(self.language).to_owned());
        self.dataset_names = names.iter().map(name_of).filter(|(_, text)| !text.is_empty()).collect();
        self
    }

    /// The language of the words.
    pub fn language(&self) -> Language {
        self.language
    }

    /// The text of `key`; the key itself if there is none.
    pub fn get(&self, key: &str) -> String {
        self.format(key, &[])
    }

    /// The text of `key` with its placeholders filled; the key itself if there is none.
    pub fn format(&self, key: &str, args: &[(&str, Arg<'_>)]) -> String {
        if let Some(name) = self.dataset_name(key) {
            return name.to_owned();
        }
        let Some(text) = self.messages.format(key, args) else { return key.to_owned() };
        let mut text = text.into_owned();
        if text.contains("..") {
            text.retain(without_double_stop());
        }
        text
    }

    /// Whether there is a text for `key`.
    pub fn has(&self, key: &str) -> bool {
        self.dataset_name(key).is_some() || self.messages.has(key)
    }

    /// The dataset's text for `key`, which has no placeholders; its long form also replaces a `.short` form it lacks.
    pub(super) fn dataset_name(&self, key: &str) -> Option<&str> {
        let long = || self.dataset_names.get(key.strip_suffix(".short")?);
        self.dataset_names.get(key).or_else(long).map(String::as_str)
    }

    /// The plural category of a number in the language.
    pub(super) fn plural(&self, operands: impl Into<icu_plurals::PluralOperands>) -> PluralCategory {
        self.plurals.as_ref().map_or(PluralCategory::Other, |rules| rules.category_for(operands))
    }

    /// A number with a fixed number of decimals: `2,636`, `44.5`.
    pub fn number(&self, value: f64, decimals: usize) -> String {
        self.numbers.write(value, decimals, SignDisplay::Minus)
    }

    /// A difference, with a sign also if it is positive: `+48,000`.
    pub fn signed(&self, value: f64, decimals: usize) -> String {
        self.numbers.write(value, decimals, SignDisplay::Both)
    }

    /// A computed value rounded to significant digits: 28,549 to three is `28,500`.
    pub fn significant(&self, value: f64, digits: usize) -> String {
        self.number(round_to(value, digits), decimals_for(value, digits))
    }

    /// A share in per cent: `44.5%`.
    pub fn percent(&self, value: f64, decimals: usize) -> String {
        self.format("percent", &[("number", self.number(value, decimals).into())])
    }

    /// A difference of shares in percentage points, with its sign: `+7.0 pp`.
    pub fn points(&self, value: f64, decimals: usize) -> String {
        self.format("points", &[("number", self.signed(value, decimals).into())])
    }

    /// A multiple, to three significant digits: `4.05×`.
    pub fn times(&self, value: f64) -> String {
        self.format("times", &[("number", self.significant(value, 3).into())])
    }
}

impl std::fmt::Debug for Words {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Words").field("language", &self.language).finish_non_exhaustive()
    }
}

/// The text with its first letter in upper case.
pub(in crate::page) fn capitalized(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

/// For `retain`: drops the second of two full stops, as after an abbreviation that ends a sentence ("200 тыс.").
pub(super) fn without_double_stop() -> impl FnMut(char) -> bool {
    let mut last = ' ';
    move |c| {
        let again = c == '.' && last == '.';
        last = c;
        !again
    }
}
