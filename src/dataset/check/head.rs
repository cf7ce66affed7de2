//! Checks of the head of a dataset and its dictionaries: sources, metrics, subjects.

use std::collections::HashSet;

use crate::dataset::check::checker::Checker;
use crate::dataset::diagnose::findings::FieldPath;
use crate::dataset::diagnose::problem::{Fault, quote};
use crate::dataset::format::raw_records::{RawMetric, RawSource, RawSubject};
use crate::dataset::format::raw_values::{Lexeme, RawScalar, RawString, RawWords};
use crate::dataset::records::{
    Better, CowStr, LocalizedText, Metric, MetricKind, Source, SourceKind, Subject, SubjectKind,
};

impl Checker {
    pub(super) fn check_version(&mut self, path: FieldPath<'_>, raw: Option<RawScalar<'_>>) {
        const REMEDY: &str = "begin the file with \"planfact\": 1, the version of its format";
        let Some(version) = raw else { return self.findings.add_missing(FieldPath::ROOT, "planfact", REMEDY) };
        match version.lexeme(REMEDY) {
            Ok(Lexeme::Number("1")) => {}
            Ok(Lexeme::Number(other)) => {
                let fault = Fault::new(format!("the version {other} of the format"), "this program reads version 1");
                self.findings.add_invalid(path, fault);
            }
            Ok(Lexeme::Text(other)) => self.findings.add_invalid(path, Fault::new(quote(&other), REMEDY)),
            Err(fault) => self.findings.add_invalid(path, fault),
        }
    }

    /// Names that replace the program's own, by key.
    pub(super) fn words(&mut self, path: FieldPath<'_>, raw: Option<RawWords<'_>>) -> Vec<(String, LocalizedText)> {
        let mut seen = HashSet::new();
        let mut words = Vec::new();
        for (RawString(key), text) in raw.map(|words| words.0).into_iter().flatten() {
            let path = path.field(&key);
            self.check_id_format(path, &key);
            let text = self.text(path, Some(text));
            if seen.insert(key.clone()) {
                words.push((key.into_owned(), text));
            } else {
                self.findings
                    .add_invalid(path, Fault::new(format!("{} is given twice", quote(&key)), "keep one of them"));
            }
        }
        words
    }

    pub(super) fn check_source(&mut self, path: FieldPath<'_>, raw: RawSource<'_>) -> Option<Source> {
        let id = self.unique_id(path, raw.id, |check| &check.by_id.sources);
        let publisher = self.required_text(path, "publisher", raw.publisher);
        let title = self.text(path.field("title"), raw.title);
        let url = self.url(path.field("url"), raw.url);
        let dated = raw.published.is_some();
        let date = self.date(path.field("published"), raw.published);
        let kind = self.keyword(path.field("kind"), raw.kind, &SourceKind::NAMES).unwrap_or(SourceKind::Other);
        let note = self.text(path.field("note"), raw.note);
        if dated && date.is_none() {
            return None;
        }
        Some(Source { id: id?, publisher, title, url, published: date, kind, note })
    }

    /// A URL; it may end up in a terminal as a hyperlink.
    fn url(&mut self, path: FieldPath<'_>, raw: Option<RawString<'_>>) -> Option<CowStr> {
        let RawString(url) = raw?;
        let web = url.starts_with("https://") || url.starts_with("http://");
        if !web || url.len() > 2_000 || url.chars().any(|c| c.is_whitespace() || c.is_control()) {
            let remedy = "write an address that begins with https:// or http://, without spaces, of at most 2000 bytes";
            self.findings.add_invalid(path, Fault::new(format!("the address {}", quote(&url)), remedy));
            return None;
        }
        self.plain_text(path, Some(RawString(url)))
    }

    pub(super) fn check_metric(&mut self, path: FieldPath<'_>, raw: RawMetric<'_>) -> Option<Metric> {
        let id = self.unique_id(path, raw.id, |check| &check.by_id.metrics);
        let name = self.required_text(path, "name", raw.name);
        let unit = self.non_blank_text(path.field("unit"), raw.unit, "write the words, or take the field out");
        if raw.kind.is_none() {
            self.add_missing_kind(path, MetricKind::NAMES.map(|(name, _)| name).as_slice());
        }
        let kind = self.keyword(path.field("kind"), raw.kind, &MetricKind::NAMES);
        let better = self.keyword(path.field("better"), raw.better, &Better::NAMES).unwrap_or(Better::More);
        let currency = self.currency(path.field("currency"), raw.currency);
        let list = path.field("parts");
        let parts = raw.parts.into_iter().flatten().enumerate();
        let parts = parts.filter_map(|(at, part)| self.resolve_metric(list.item(at), Some(&part))).collect();
        let mut link = |field, id: Option<RawString<'_>>| self.resolve_metric(path.field(field), Some(&id?));
        let part_of = link("part_of", raw.part_of);
        let share_of = link("share_of", raw.share_of);
        let capacity = link("capacity", raw.capacity);
        let note = self.text(path.field("note"), raw.note);
        let is_judged = raw.judged.unwrap_or(true);
        let (id, kind) = (id?, kind?);
        Some(Metric { id, name, unit, kind, better, currency, parts, part_of, share_of, capacity, is_judged, note })
    }

    fn currency(&mut self, path: FieldPath<'_>, raw: Option<RawString<'_>>) -> Option<CowStr> {
        let code = raw?;
        if code.0.len() == 3 && code.0.bytes().all(|byte| byte.is_ascii_uppercase()) {
            return self.plain_text(path, Some(code));
        }
        let fault =
            Fault::new(format!("the currency {}", quote(&code.0)), "write its code of three letters: \"KZT\", \"USD\"");
        self.findings.add_invalid(path, fault);
        None
    }

    pub(super) fn check_subject(&mut self, path: FieldPath<'_>, raw: RawSubject<'_>) -> Option<Subject> {
        let id = self.unique_id(path, raw.id, |check| &check.by_id.subjects);
        if raw.kind.is_none() {
            self.add_missing_kind(path, SubjectKind::NAMES.map(|(name, _)| name).as_slice());
        }
        let kind = self.keyword(path.field("kind"), raw.kind, &SubjectKind::NAMES);
        let within = self.resolve_subject(path.field("within"), raw.within.as_ref());
        let name = self.required_text(path, "name", raw.name);
        let city = self.text(path.field("city"), raw.city);
        let at = self.coordinates(path.field("at"), raw.at.as_deref());
        let operator = self.text(path.field("operator"), raw.operator);
        let partners = self.texts(path.field("partners"), raw.partners);
        let makes = self.texts(path.field("makes"), raw.makes);
        let method = self.text(path.field("method"), raw.method);
        let status = self.plain_text(path.field("status"), raw.status);
        let note = self.text(path.field("note"), raw.note);
        Some(Subject { id: id?, kind: kind?, within, name, city, at, operator, partners, makes, method, status, note })
    }

    fn add_missing_kind(&mut self, path: FieldPath<'_>, names: &[&str]) {
        self.findings.add_missing(path, "kind", &format!("write one of \"{}\"", names.join("\", \"")));
    }

    fn coordinates(&mut self, path: FieldPath<'_>, at: Option<&[f64]>) -> Option<(f64, f64)> {
        let fault = match at? {
            [north, east] if north.abs() <= 90.0 && east.abs() <= 180.0 => return Some((*north, *east)),
            [north, east] => Fault::new(
                format!("{north}, {east} is a place outside the globe"),
                "write degrees north from -90 to 90, then degrees east from -180 to 180",
            ),
            other => Fault::new(
                format!("a place of {} numbers", other.len()),
                "write two: degrees north, degrees east: [43.24, 76.89]",
            ),
        };
        self.findings.add_invalid(path, fault);
        None
    }
}
