//! Texts in up to three languages.

use std::borrow::Cow;

use serde::{Deserialize, Deserializer, Serialize};

/// A text; borrowed from the program for the bundled dataset.
pub type CowStr = Cow<'static, str>;

/// A text in up to three languages, without control characters.
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

/// Reads a text as a borrow of the input.
fn borrowed<'de: 'static, D: Deserializer<'de>>(deserializer: D) -> Result<Option<CowStr>, D::Error> {
    Ok(Option::<&str>::deserialize(deserializer)?.map(Cow::Borrowed))
}

/// The languages of the program.
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
    /// The text in `language`, else in English, else in any language, else empty.
    pub fn get(&self, language: Language) -> &str {
        let wanted = match language {
            Language::En => &self.en,
            Language::Ru => &self.ru,
            Language::Kk => &self.kk,
        };
        [wanted, &self.en, &self.ru, &self.kk].into_iter().find_map(Option::as_deref).unwrap_or_default()
    }
}
