//! Reading one field: texts, ids, references, dates, words from a list.

use std::borrow::Cow;

use super::Check;
use crate::dataset::finding::{Path, nearest};
use crate::dataset::index::ById;
use crate::dataset::period::{Due, Period, Stamp};
use crate::dataset::problem::{Fault, quote};
use crate::dataset::records::{Id, Metric, Phrase, Source, Subject, Target, Text};
use crate::dataset::value::{Tally, Value};
use crate::dataset::written::{Lexeme, RawText, Str, Written};

/// The longest text, in characters.
const LONGEST_TEXT: usize = 10_000;

/// The longest id.
const LONGEST_ID: usize = 64;

/// What an id may be.
const ID_RULE: &str = "an id has 1 to 64 of the characters a-z, 0-9 and -";

impl Check {
    /// A text; empty if there is none.
    pub(super) fn text(&mut self, path: Path<'_>, raw: Option<RawText<'_>>) -> Text {
        match raw {
            None => Text::default(),
            Some(RawText::Plain(text)) => Text { en: self.one_text(path, Some(text)), ..Text::default() },
            Some(RawText::ByLanguage(by)) => Text {
                en: self.one_text(path.field("en"), by.en),
                ru: self.one_text(path.field("ru"), by.ru),
                kk: self.one_text(path.field("kk"), by.kk),
            },
        }
    }

    fn one_text(&mut self, path: Path<'_>, text: Option<Str<'_>>) -> Option<Phrase> {
        let text = text?;
        if text.0.len() > LONGEST_TEXT {
            let length = text.0.chars().count();
            if length > LONGEST_TEXT {
                let found = format!("a text of {length} characters");
                self.findings.wrong(path, Fault::new(found, "a text has at most 10000 characters"));
            }
        }
        Some(self.file.clean(text))
    }

    /// A text that must be there.
    pub(super) fn needed_text(&mut self, object: Path<'_>, field: &'static str, raw: Option<RawText<'_>>) -> Text {
        let present = raw.is_some();
        let text = self.worded(object.field(field), raw, "write the words");
        if !present || text == Text::default() {
            self.findings.missing(object, field, "write a text, or an object of texts by language");
        }
        text
    }

    /// A text that may be missing, but not be there without words: it would leave a gap in a sentence.
    pub(super) fn worded(&mut self, path: Path<'_>, raw: Option<RawText<'_>>, remedy: &str) -> Text {
        let mut refuse = |path: Path<'_>, text: Option<&Str<'_>>| {
            if text.is_some_and(|text| text.0.trim().is_empty()) {
                self.findings.wrong(path, Fault::new("a text without words", remedy));
            }
        };
        match &raw {
            Some(RawText::Plain(text)) => refuse(path, Some(text)),
            Some(RawText::ByLanguage(by)) => {
                refuse(path.field("en"), by.en.as_ref());
                refuse(path.field("ru"), by.ru.as_ref());
                refuse(path.field("kk"), by.kk.as_ref());
            }
            None => {}
        }
        self.text(path, raw)
    }

    /// A list of texts.
    pub(super) fn texts(&mut self, path: Path<'_>, raw: Option<Vec<RawText<'_>>>) -> Vec<Text> {
        raw.into_iter().flatten().enumerate().map(|(at, text)| self.text(path.item(at), Some(text))).collect()
    }

    /// A short text without languages.
    pub(super) fn word(&mut self, path: Path<'_>, raw: Option<Str<'_>>) -> Option<Phrase> {
        self.one_text(path, raw)
    }

    /// The id of the object at `object`.
    pub(super) fn id(&mut self, object: Path<'_>, raw: Option<Str<'_>>) -> Option<Phrase> {
        let Some(id) = raw else {
            self.findings.missing(object, "id", ID_RULE);
            return None;
        };
        self.well_formed(object.field("id"), &id.0);
        Some(Cow::Owned(id.0.into_owned()))
    }

    /// Notes an id that is not of the form of one.
    pub(super) fn well_formed(&mut self, path: Path<'_>, id: &str) {
        let fine = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
        if id.is_empty() || id.len() > LONGEST_ID || !id.bytes().all(fine) {
            self.findings.wrong(path, Fault::new(format!("the id {}", quote(id)), ID_RULE));
        }
    }

    /// The id of a record, which no record before it may have.
    pub(super) fn own_id<T>(
        &mut self,
        record: Path<'_>,
        raw: Option<Str<'_>>,
        first: fn(&Self) -> &ById<T>,
    ) -> Option<Phrase> {
        let id = self.id(record, raw)?;
        let before = first(self).get(&id).map(|before| before.place());
        if let Some(before) = before.filter(|before| !record.is_item(*before)) {
            let found = format!("the id {} is taken by number {} of this list", quote(&id), before + 1);
            self.findings.wrong(record.field("id"), Fault::new(found, "give each its own id"));
        }
        Some(id)
    }

    /// One of the words of a table.
    pub(super) fn choice<T: Copy>(&mut self, path: Path<'_>, raw: Option<Str<'_>>, table: &[(&str, T)]) -> Option<T> {
        let Str(word) = raw?;
        let known = table.iter().find(|(name, _)| *name == word);
        if known.is_none() {
            let names = || table.iter().map(|(name, _)| *name);
            let all = names().map(|name| format!("\"{name}\"")).collect::<Vec<_>>().join(", ");
            let remedy = match nearest(&word, names()) {
                Some(near) => format!("probably \"{near}\"; one of {all}"),
                None => format!("write one of {all}"),
            };
            self.findings.wrong(path, Fault::new(quote(&word), remedy));
        }
        known.map(|(_, value)| *value)
    }

    /// The target of this id.
    pub(super) fn target(&mut self, path: Path<'_>, raw: Option<&Str<'_>>) -> Option<Id<Target>> {
        let id = &*raw?.0;
        let known = self.names.targets.get(id).copied();
        if known.is_none() {
            self.findings.unknown(path, "targets", id, self.names.targets.keys().map(|name| &**name));
        }
        known
    }

    /// The metric of this id.
    pub(super) fn metric_of(&mut self, path: Path<'_>, raw: Option<&Str<'_>>) -> Option<Id<Metric>> {
        let id = &*raw?.0;
        let known = self.names.metrics.get(id).copied();
        if known.is_none() {
            self.findings.unknown(path, "metrics", id, self.names.metrics.keys().map(|name| &**name));
        }
        known
    }

    /// The subject of this id.
    pub(super) fn subject_of(&mut self, path: Path<'_>, raw: Option<&Str<'_>>) -> Option<Id<Subject>> {
        let id = &*raw?.0;
        let known = self.names.subjects.get(id).copied();
        if known.is_none() {
            self.findings.unknown(path, "subjects", id, self.names.subjects.keys().map(|name| &**name));
        }
        known
    }

    /// The sources of these ids; none if one of them is not known.
    pub(super) fn sources_of(&mut self, path: Path<'_>, raw: Option<Vec<Str<'_>>>) -> Option<Vec<Id<Source>>> {
        let mut sources = Vec::new();
        let mut all = true;
        for (at, id) in raw.into_iter().flatten().enumerate() {
            let known = self.names.sources.get(&*id.0).copied();
            match known {
                Some(source) if sources.contains(&source) => {
                    let fault = Fault::new(format!("the source {} twice", quote(&id.0)), "name each source once");
                    self.findings.wrong(path.item(at), fault);
                }
                Some(source) => sources.push(source),
                None => {
                    all = false;
                    let names = self.names.sources.keys().map(|name| &**name);
                    self.findings.unknown(path.item(at), "sources", &id.0, names);
                }
            }
        }
        all.then_some(sources)
    }

    /// A date.
    pub(super) fn date(&mut self, path: Path<'_>, raw: Option<Written<'_>>) -> Option<Stamp> {
        self.parsed(path, raw, Stamp::parse, "write a date: 2016-07-01, 2016-07 or 2016")
    }

    /// A period.
    pub(super) fn period(&mut self, path: Path<'_>, raw: Option<Written<'_>>) -> Option<Period> {
        self.parsed(path, raw, Period::parse, "write a period: 2025, \"2025-Q1\" or \"2016-01/2016-05\"")
    }

    /// When a promise is due.
    pub(super) fn due(&mut self, path: Path<'_>, raw: Option<Written<'_>>) -> Option<Due> {
        self.parsed(path, raw, Due::parse, "write a period such as 2025, or \"2019-07-01..2020-07-01\"")
    }

    fn parsed<T>(
        &mut self,
        path: Path<'_>,
        raw: Option<Written<'_>>,
        parse: fn(&str) -> Result<T, Fault>,
        remedy: &str,
    ) -> Option<T> {
        let parsed = raw?.lexeme(remedy).and_then(|lexeme| match lexeme {
            Lexeme::Number(digits) => parse(digits),
            Lexeme::Text(text) => parse(&text),
        });
        self.kept(path, parsed)
    }

    /// A value.
    pub(super) fn value(&mut self, path: Path<'_>, raw: Option<Written<'_>>, tally: Tally) -> Option<Value> {
        let parsed = raw?.lexeme("write a number, or a text such as \">=200k\"").and_then(|lexeme| match lexeme {
            Lexeme::Number(digits) => Value::from_json(digits, tally),
            Lexeme::Text(text) => Value::parse(&text, tally),
        });
        self.kept(path, parsed)
    }

    /// What was read, or none with its fault noted.
    fn kept<T>(&mut self, path: Path<'_>, parsed: Result<T, Fault>) -> Option<T> {
        parsed.map_err(|fault| self.findings.wrong(path, fault)).ok()
    }
}
