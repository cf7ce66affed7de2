//! The leaves of the format: texts, translations and scalars as written. They borrow from the file where possible, since most
//! of it is text.

use std::borrow::Cow;
use std::fmt;
use std::marker::PhantomData;

use serde::de::value::MapAccessDeserializer;
use serde::de::{Deserialize, Deserializer, Error, MapAccess, Visitor};
use serde_json::value::RawValue;

use crate::dataset::diagnose::problem::Fault;

/// Borrowed unless it is written with escapes.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(in crate::dataset) struct RawString<'a>(pub(in crate::dataset) Cow<'a, str>);

struct RawStringVisitor;

impl<'de> Visitor<'de> for RawStringVisitor {
    type Value = RawString<'de>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a text in quotation marks")
    }

    fn visit_borrowed_str<E: Error>(self, text: &'de str) -> Result<RawString<'de>, E> {
        Ok(RawString(Cow::Borrowed(text)))
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<RawString<'de>, E> {
        Ok(RawString(Cow::Owned(text.to_owned())))
    }
}

impl<'de: 'a, 'a> Deserialize<'de> for RawString<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_str(RawStringVisitor)
    }
}

#[derive(Debug)]
pub(in crate::dataset) enum RawText<'a> {
    Plain(RawString<'a>),
    ByLanguage(RawTranslations<'a>),
}

/// A text by language.
#[derive(Debug, Default, serde::Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, rename = "languages", bound(deserialize = "'de: 'a"))]
pub(in crate::dataset) struct RawTranslations<'a> {
    /// English.
    pub(in crate::dataset) en: Option<RawString<'a>>,
    /// Russian.
    pub(in crate::dataset) ru: Option<RawString<'a>>,
    /// Kazakh.
    pub(in crate::dataset) kk: Option<RawString<'a>>,
}

struct RawTextVisitor;

impl<'de> Visitor<'de> for RawTextVisitor {
    type Value = RawText<'de>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a text, or an object of texts by language: {\"en\": \"…\", \"ru\": \"…\", \"kk\": \"…\"}")
    }

    fn visit_borrowed_str<E: Error>(self, text: &'de str) -> Result<RawText<'de>, E> {
        RawStringVisitor.visit_borrowed_str(text).map(RawText::Plain)
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<RawText<'de>, E> {
        RawStringVisitor.visit_str(text).map(RawText::Plain)
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<RawText<'de>, A::Error> {
        RawTranslations::deserialize(MapAccessDeserializer::new(map)).map(RawText::ByLanguage)
    }
}

impl<'de: 'a, 'a> Deserialize<'de> for RawText<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(RawTextVisitor)
    }
}

/// An object. A derived `Deserialize` alone would also accept a list of the fields.
#[derive(Debug, Default)]
pub(in crate::dataset) struct RawRecord<T>(pub(in crate::dataset) T);

struct RawRecordVisitor<T>(PhantomData<T>);

impl<'de, T: Deserialize<'de>> Visitor<'de> for RawRecordVisitor<T> {
    type Value = RawRecord<T>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object: {…}")
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<RawRecord<T>, A::Error> {
        T::deserialize(MapAccessDeserializer::new(map)).map(RawRecord)
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for RawRecord<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(RawRecordVisitor(PhantomData))
    }
}

/// Texts by key, in the order of the file. Duplicate keys are kept for `check` to report.
#[derive(Debug)]
pub(in crate::dataset) struct RawWords<'a>(pub(in crate::dataset) Vec<(RawString<'a>, RawText<'a>)>);

struct RawWordsVisitor;

impl<'de> Visitor<'de> for RawWordsVisitor {
    type Value = RawWords<'de>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object of texts")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<RawWords<'de>, A::Error> {
        let mut words = Vec::new();
        while let Some(word) = map.next_entry()? {
            words.push(word);
        }
        Ok(RawWords(words))
    }
}

impl<'de: 'a, 'a> Deserialize<'de> for RawWords<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(RawWordsVisitor)
    }
}

/// A scalar as written: `120.90` says more than the number 120.9.
#[derive(Debug, Clone, Copy)]
pub(in crate::dataset) struct RawScalar<'a>(&'a str);

impl<'de: 'a, 'a> Deserialize<'de> for RawScalar<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        <&RawValue>::deserialize(deserializer).map(|raw| Self(raw.get()))
    }
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::dataset) enum Lexeme<'a> {
    /// Its digits as written.
    Number(&'a str),
    Text(Cow<'a, str>),
}

impl<'a> RawScalar<'a> {
    /// The number or text; otherwise a fault with this `remedy`.
    pub(in crate::dataset) fn lexeme(self, remedy: &str) -> Result<Lexeme<'a>, Fault> {
        match self.0.as_bytes().first() {
            Some(b'"') => match serde_json::from_str::<RawString<'a>>(self.0) {
                Ok(RawString(text)) => Ok(Lexeme::Text(text)),
                Err(_) => Err(Fault::new("a text with half a surrogate pair", remedy)),
            },
            Some(b'-' | b'0'..=b'9') => Ok(Lexeme::Number(self.0)),
            Some(b'{') => Err(Fault::new("an object", remedy)),
            Some(b'[') => Err(Fault::new("a list", remedy)),
            _ => Err(Fault::new(format!("the word {}", self.0), remedy)),
        }
    }
}

/// The pattern of an id in the JSON Schema.
#[cfg(test)]
pub(in crate::dataset) const ID_PATTERN: &str = "^[a-z0-9-]{1,64}$";

#[cfg(test)]
pub(in crate::dataset) fn keywords<T>(table: &[(&'static str, T)]) -> Vec<&'static str> {
    table.iter().map(|(word, _)| *word).collect()
}
