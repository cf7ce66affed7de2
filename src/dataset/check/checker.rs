//! The state of a check in progress.

use std::borrow::Cow;

use crate::dataset::diagnose::findings::{FieldPath, Findings};
use crate::dataset::diagnose::problem::{may_contain_forbidden, sanitize_if_needed};
use crate::dataset::format::raw_values::{RawRecord, RawString};
use crate::dataset::records::index::RecordsById;
use crate::dataset::records::{CowStr, Metric, Source};

/// Removes characters that may not reach a terminal from the texts of one file.
#[derive(Clone, Copy)]
pub(crate) struct Sanitizer {
    /// No forbidden character in the file, except perhaps through JSON escapes.
    is_clean: bool,
}

impl Sanitizer {
    pub(crate) fn for_text(text: &str) -> Self {
        Self { is_clean: !may_contain_forbidden(text) }
    }

    pub(super) fn sanitize(self, part: RawString<'_>) -> CowStr {
        let is_clean = self.is_clean && matches!(part.0, Cow::Borrowed(_));
        Cow::Owned(if is_clean { None } else { sanitize_if_needed(&part.0) }.unwrap_or_else(|| part.0.into_owned()))
    }
}

pub(super) struct Checker {
    pub(super) sanitizer: Sanitizer,
    /// All records by id, before any of them is checked.
    pub(super) by_id: RecordsById,
    pub(super) findings: Findings,
    /// Without those that have a fault.
    pub(super) sources: Vec<Option<Source>>,
    /// Without those that have a fault.
    pub(super) metrics: Vec<Option<Metric>>,
}

impl Checker {
    /// Checks every record of a list; records with faults leave a gap, so that indices stay the same.
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
