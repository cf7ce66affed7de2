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
#[derive(Debug, Clone, PartialEq, Eq, Hash, serde::Deserialize)]
#[serde(transparent, bound(deserialize = "'de: 'a"))]
pub(crate) struct RawString<'a>(#[serde(borrow)] pub(crate) Cow<'a, str>);

#[derive(Debug)]
pub(crate) enum RawText<'a> {
    Plain(RawString<'a>),
    ByLanguage(RawTranslations<'a>),
}

/// A text by language.
#[derive(Debug, Default, serde::Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, rename = "languages", bound(deserialize = "'de: 'a"))]
pub(crate) struct RawTranslations<'a> {
    /// English.
    pub(crate) en: Option<RawString<'a>>,
    /// Russian.
    pub(crate) ru: Option<RawString<'a>>,
    /// Kazakh.
    pub(crate) kk: Option<RawString<'a>>,
}

struct RawTextVisitor;

impl<'de> Visitor<'de> for RawTextVisitor {
    type Value = RawText<'de>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a text, or an object of texts by language: {\"en\": \"…\", \"ru\": \"…\", \"kk\": \"…\"}")
    }

    fn visit_borrowed_str<E: Error>(self, text: &'de str) -> Result<RawText<'de>, E> {
        Ok(RawText::Plain(RawString(Cow::Borrowed(text))))
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<RawText<'de>, E> {
        Ok(RawText::Plain(RawString(Cow::Owned(text.to_owned()))))
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
pub(crate) struct RawRecord<T>(pub(crate) T);

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

/// The entries of an object in the order of the file. Duplicate keys are kept, to be reported.
#[derive(Debug)]
pub(crate) struct RawEntries<K, V>(pub(crate) Vec<(K, V)>);

/// Texts by key.
pub(crate) type RawWords<'a> = RawEntries<RawString<'a>, RawText<'a>>;

struct RawEntriesVisitor<K, V>(PhantomData<(K, V)>);

impl<'de, K: Deserialize<'de>, V: Deserialize<'de>> Visitor<'de> for RawEntriesVisitor<K, V> {
    type Value = RawEntries<K, V>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object of texts")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<RawEntries<K, V>, A::Error> {
        let mut entries = Vec::new();
        while let Some(entry) = map.next_entry()? {
            entries.push(entry);
        }
        Ok(RawEntries(entries))
    }
}

impl<'de, K: Deserialize<'de>, V: Deserialize<'de>> Deserialize<'de> for RawEntries<K, V> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(RawEntriesVisitor(PhantomData))
    }
}

/// A scalar as written: `120.90` says more than the number 120.9.
#[derive(Debug, Clone, Copy)]
pub(crate) struct RawScalar<'a>(&'a str);

impl<'de: 'a, 'a> Deserialize<'de> for RawScalar<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        <&RawValue>::deserialize(deserializer).map(|raw| Self(raw.get()))
    }
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Lexeme<'a> {
    /// Its digits as written.
    Number(&'a str),
    Text(Cow<'a, str>),
}

impl<'a> RawScalar<'a> {
    /// The number or text; otherwise a fault with this `remedy`.
    pub(crate) fn lexeme(self, remedy: &str) -> Result<Lexeme<'a>, Fault> {
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
pub(crate) const ID_PATTERN: &str = "^[a-z0-9-]{1,64}$";

#[cfg(test)]
pub(crate) fn keywords<T>(table: &[(&'static str, T)]) -> Vec<&'static str> {
    table.iter().map(|(word, _)| *word).collect()
}
