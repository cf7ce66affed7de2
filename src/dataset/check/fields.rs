//! Checks of single fields: texts, ids, references, dates, keywords.

use std::borrow::Cow;

use crate::dataset::check::checker::Checker;
use crate::dataset::diagnose::findings::{FieldPath, closest_name};
use crate::dataset::diagnose::problem::{Fault, quote};
use crate::dataset::format::period::{Due, PartialDate, Period};
use crate::dataset::format::raw_values::{Lexeme, RawScalar, RawString, RawText};
use crate::dataset::format::value::{NumberKind, Value};
use crate::dataset::records::index::{IdMap, RecordsById};
use crate::dataset::records::{CowStr, Id, LocalizedText, Metric, Source, Subject, Target};

/// In characters.
const MAX_TEXT_CHARS: usize = 10_000;

const MAX_ID_CHARS: usize = 64;

const ID_RULE: &str = "an id has 1 to 64 of the characters a-z, 0-9 and -";

impl Checker {
    pub(super) fn text(&mut self, path: FieldPath<'_>, raw: Option<RawText<'_>>) -> LocalizedText {
        match raw {
            None => LocalizedText::default(),
            Some(RawText::Plain(text)) => {
                LocalizedText { en: self.plain_text(path, Some(text)), ..LocalizedText::default() }
            }
            Some(RawText::ByLanguage(by)) => LocalizedText {
                en: self.plain_text(path.field("en"), by.en),
                ru: self.plain_text(path.field("ru"), by.ru),
                kk: self.plain_text(path.field("kk"), by.kk),
            },
        }
    }

    pub(super) fn plain_text(&mut self, path: FieldPath<'_>, text: Option<RawString<'_>>) -> Option<CowStr> {
        let text = text?;
        if text.0.len() > MAX_TEXT_CHARS {
            let length = text.0.chars().count();
            if length > MAX_TEXT_CHARS {
                let found = format!("a text of {length} characters");
                self.findings.add_invalid(path, Fault::new(found, "a text has at most 10000 characters"));
            }
        }
        Some(self.sanitizer.sanitize(text))
    }

    pub(super) fn required_text(
        &mut self,
        object: FieldPath<'_>,
        field: &'static str,
        raw: Option<RawText<'_>>,
    ) -> LocalizedText {
        let present = raw.is_some();
        let text = self.non_blank_text(object.field(field), raw, "write the words");
        if !present || text == LocalizedText::default() {
            self.findings.add_missing(object, field, "write a text, or an object of texts by language");
        }
        text
    }

    /// A text that may be missing, but not blank: it would leave a gap in a sentence.
    pub(super) fn non_blank_text(
        &mut self,
        path: FieldPath<'_>,
        raw: Option<RawText<'_>>,
        remedy: &str,
    ) -> LocalizedText {
        let mut refuse = |path: FieldPath<'_>, text: Option<&RawString<'_>>| {
            if text.is_some_and(|text| text.0.trim().is_empty()) {
                self.findings.add_invalid(path, Fault::new("a text without words", remedy));
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

    pub(super) fn texts(&mut self, path: FieldPath<'_>, raw: Option<Vec<RawText<'_>>>) -> Vec<LocalizedText> {
        raw.into_iter().flatten().enumerate().map(|(at, text)| self.text(path.item(at), Some(text))).collect()
    }

    pub(super) fn id(&mut self, object: FieldPath<'_>, raw: Option<RawString<'_>>) -> Option<CowStr> {
        let Some(id) = raw else {
            self.findings.add_missing(object, "id", ID_RULE);
            return None;
        };
        self.check_id_format(object.field("id"), &id.0);
        Some(Cow::Owned(id.0.into_owned()))
    }

    pub(super) fn check_id_format(&mut self, path: FieldPath<'_>, id: &str) {
        let fine = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
        if id.is_empty() || id.len() > MAX_ID_CHARS || !id.bytes().all(fine) {
            self.findings.add_invalid(path, Fault::new(format!("the id {}", quote(id)), ID_RULE));
        }
    }

    /// The id of a record, unless an earlier record of its list has it.
    pub(super) fn unique_id<T>(
        &mut self,
        record: FieldPath<'_>,
        raw: Option<RawString<'_>>,
        first: fn(&Self) -> &IdMap<T>,
    ) -> Option<CowStr> {
        let id = self.id(record, raw)?;
        let before = first(self).get(&id).map(|before| before.index());
        if let Some(before) = before.filter(|before| !record.is_item(*before)) {
            let found = format!("the id {} is taken by number {} of this list", quote(&id), before + 1);
            self.findings.add_invalid(record.field("id"), Fault::new(found, "give each its own id"));
        }
        Some(id)
    }

    /// The entry of a table for a keyword.
    pub(super) fn keyword<T: Copy>(
        &mut self,
        path: FieldPath<'_>,
        raw: Option<RawString<'_>>,
        table: &[(&str, T)],
    ) -> Option<T> {
        let RawString(word) = raw?;
        let known = table.iter().find(|(name, _)| *name == word);
        if known.is_none() {
            let names = || table.iter().map(|(name, _)| *name);
            let all = names().map(|name| format!("\"{name}\"")).collect::<Vec<_>>().join(", ");
            let remedy = match closest_name(&word, names()) {
                Some(near) => format!("probably \"{near}\"; one of {all}"),
                None => format!("write one of {all}"),
            };
            self.findings.add_invalid(path, Fault::new(quote(&word), remedy));
        }
        known.map(|(_, value)| *value)
    }

    pub(super) fn resolve_target(&mut self, path: FieldPath<'_>, raw: Option<&RawString<'_>>) -> Option<Id<Target>> {
        self.resolve(path, "targets", raw, |by_id| &by_id.targets)
    }

    pub(super) fn resolve_metric(&mut self, path: FieldPath<'_>, raw: Option<&RawString<'_>>) -> Option<Id<Metric>> {
        self.resolve(path, "metrics", raw, |by_id| &by_id.metrics)
    }

    pub(super) fn resolve_subject(&mut self, path: FieldPath<'_>, raw: Option<&RawString<'_>>) -> Option<Id<Subject>> {
        self.resolve(path, "subjects", raw, |by_id| &by_id.subjects)
    }

    fn resolve<T>(
        &mut self,
        path: FieldPath<'_>,
        list: &'static str,
        raw: Option<&RawString<'_>>,
        ids: fn(&RecordsById) -> &IdMap<T>,
    ) -> Option<Id<T>> {
        let id = &*raw?.0;
        let known = ids(&self.by_id).get(id).copied();
        if known.is_none() {
            self.findings.add_unknown_id(path, list, id, ids(&self.by_id).keys().map(|name| &**name));
        }
        known
    }

    /// None if one of them is unknown.
    pub(super) fn resolve_sources(
        &mut self,
        path: FieldPath<'_>,
        raw: Option<Vec<RawString<'_>>>,
    ) -> Option<Vec<Id<Source>>> {
        let mut sources = Vec::new();
        let mut all = true;
        for (at, id) in raw.into_iter().flatten().enumerate() {
            match self.resolve(path.item(at), "sources", Some(&id), |by_id| &by_id.sources) {
                Some(source) if sources.contains(&source) => {
                    let fault = Fault::new(format!("the source {} twice", quote(&id.0)), "name each source once");
                    self.findings.add_invalid(path.item(at), fault);
                }
                Some(source) => sources.push(source),
                None => all = false,
            }
        }
        all.then_some(sources)
    }

    pub(super) fn date(&mut self, path: FieldPath<'_>, raw: Option<RawScalar<'_>>) -> Option<PartialDate> {
        self.parse_scalar(path, raw, PartialDate::parse, "write a date: 2016-07-01, 2016-07 or 2016")
    }

    pub(super) fn period(&mut self, path: FieldPath<'_>, raw: Option<RawScalar<'_>>) -> Option<Period> {
        self.parse_scalar(path, raw, Period::parse, "write a period: 2025, \"2025-Q1\" or \"2016-01/2016-05\"")
    }

    pub(super) fn due(&mut self, path: FieldPath<'_>, raw: Option<RawScalar<'_>>) -> Option<Due> {
        self.parse_scalar(path, raw, Due::parse, "write a period such as 2025, or \"2019-07-01..2020-07-01\"")
    }

    fn parse_scalar<T>(
        &mut self,
        path: FieldPath<'_>,
        raw: Option<RawScalar<'_>>,
        parse: fn(&str) -> Result<T, Fault>,
        remedy: &str,
    ) -> Option<T> {
        let parsed = raw?.lexeme(remedy).and_then(|lexeme| match lexeme {
            Lexeme::Number(digits) => parse(digits),
            Lexeme::Text(text) => parse(&text),
        });
        self.ok_or_add(path, parsed)
    }

    /// `parse` is [`Value::parse`], or [`Value::parse_on_base`] beside a base period.
    pub(super) fn value(
        &mut self,
        path: FieldPath<'_>,
        raw: Option<RawScalar<'_>>,
        number_kind: NumberKind,
        parse: fn(&str, NumberKind) -> Result<Value, Fault>,
    ) -> Option<Value> {
        let parsed = raw?.lexeme("write a number, or a text such as \">=200k\"").and_then(|lexeme| match lexeme {
            Lexeme::Number(digits) => Value::from_json(digits, number_kind),
            Lexeme::Text(text) => parse(&text, number_kind),
        });
        self.ok_or_add(path, parsed)
    }

    fn ok_or_add<T>(&mut self, path: FieldPath<'_>, parsed: Result<T, Fault>) -> Option<T> {
        parsed.map_err(|fault| self.findings.add_invalid(path, fault)).ok()
    }
}
