//! Texts of a dataset in up to three languages.

use std::borrow::Cow;

use serde::{Deserialize, Deserializer, Serialize};

/// A text of a dataset: part of the program for the bundled one, else its own.
pub type CowStr = Cow<'static, str>;

/// A text in up to three languages. Control characters are already shown as `�`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct LocalizedText {
    /// English.
    #[serde(deserialize_with = "borrowed")]
    pub en: Option<CowStr>,
    /// Russian.
    #[serde(deserialize_with = "borrowed")]
    pub ru: Option<CowStr>,
    /// Kazakh.
    #[serde(deserialize_with = "borrowed")]
    pub kk: Option<CowStr>,
}

/// A text as part of what it is read from.
fn borrowed<'de: 'static, D: Deserializer<'de>>(deserializer: D) -> Result<Option<CowStr>, D::Error> {
    Ok(Option::<&str>::deserialize(deserializer)?.map(Cow::Borrowed))
}

/// The languages that planfact speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Language {
    /// English.
    En,
    /// Russian.
    Ru,
    /// Kazakh.
    Kk,
}

impl LocalizedText {
    /// The text in `language`; if that is missing in English, else in any; empty if there is none.
    #[must_use]
    pub fn get(&self, language: Language) -> &str {
        let wanted = match language {
            Language::En => &self.en,
            Language::Ru => &self.ru,
            Language::Kk => &self.kk,
        };
        [wanted, &self.en, &self.ru, &self.kk].into_iter().find_map(Option::as_deref).unwrap_or_default()
    }
}
