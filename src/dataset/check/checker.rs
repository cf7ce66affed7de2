//! The state of a check in progress.

use std::borrow::Cow;

use crate::dataset::diagnose::findings::{FieldPath, Findings};
use crate::dataset::diagnose::problem::{may_contain_forbidden, sanitize_if_needed};
use crate::dataset::format::raw_values::{RawRecord, RawString};
use crate::dataset::records::index::RecordsById;
use crate::dataset::records::{CowStr, Metric, Source};

/// What is known of all of the text that is read.
#[derive(Clone, Copy)]
pub(in crate::dataset) struct Sanitizer {
    /// Whether no text in it needs cleaning, unless it is written with escapes.
    is_clean: bool,
}

impl Sanitizer {
    /// Looks a text through, once for all of its parts.
    pub(in crate::dataset) fn for_text(text: &str) -> Self {
        Self { is_clean: !may_contain_forbidden(text) }
    }

    /// A part of it, fit for a terminal.
    pub(super) fn sanitize(self, part: RawString<'_>) -> CowStr {
        let is_clean = self.is_clean && matches!(part.0, Cow::Borrowed(_));
        Cow::Owned(if is_clean { None } else { sanitize_if_needed(&part.0) }.unwrap_or_else(|| part.0.into_owned()))
    }
}

/// The check under way: what is known so far.
pub(super) struct Checker {
    /// The text that is read.
    pub(super) sanitizer: Sanitizer,
    /// Records by id, all of them, before any is checked.
    pub(super) by_id: RecordsById,
    /// Every fault so far.
    pub(super) findings: Findings,
    /// Sources, where there is nothing wrong with them.
    pub(super) sources: Vec<Option<Source>>,
    /// Metrics, where there is nothing wrong with them.
    pub(super) metrics: Vec<Option<Metric>>,
}

impl Checker {
    /// Checks every record of a list; those with faults leave a gap, so that places stay what they are.
    pub(super) fn check_each<R, T>(
        &mut self,
        list: &'static str,
        records: Option<Vec<RawRecord<R>>>,
        one: fn(&mut Self, FieldPath<'_>, R) -> Option<T>,
    ) -> Vec<Option<T>> {
        let list = FieldPath::ROOT.field(list);
        let records = records.unwrap_or_default();
        records.into_iter().enumerate().map(|(at, record)| one(self, list.item(at), record.0)).collect()
    }
}
