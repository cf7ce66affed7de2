//! From what a file says to checked records: the second half of reading.
//!
//! Here: the order of the checks; one module for each kind of record. Every fault is noted and the check goes on, so that
//! all are told at once. Not here: the format (`raw`), the text and its places (`decode`, `places`).

mod fields;
mod figures;
mod frame;
mod story;
mod time;
mod tree;

use std::borrow::Cow;

use super::finding::{Findings, Hints, Path};
use super::index::{ById, Index, Names};
use super::problem::{cleaned, may_hold_forbidden};
use super::raw::RawDataset;
use super::records::{Dataset, Id, Metric, Phrase, Source};
use super::written::{Record, Str};

/// What is known of all of the text that is read.
#[derive(Clone, Copy)]
pub(super) struct File {
    /// Whether no text in it needs cleaning, unless it is written with escapes.
    is_clean: bool,
}

impl File {
    /// Looks a text through, once for all of its parts.
    pub(super) fn of(text: &str) -> Self {
        Self { is_clean: !may_hold_forbidden(text) }
    }

    /// A part of it, fit for a terminal.
    fn clean(self, part: Str<'_>) -> Phrase {
        let is_clean = self.is_clean && matches!(part.0, Cow::Borrowed(_));
        Cow::Owned(if is_clean { None } else { cleaned(&part.0) }.unwrap_or_else(|| part.0.into_owned()))
    }
}

/// The check under way: what is known so far.
struct Check {
    /// The text that is read.
    file: File,
    /// Records by id, all of them, before any is checked.
    names: Names,
    /// Every fault so far.
    findings: Findings,
    /// Sources, where there is nothing wrong with them.
    sources: Vec<Option<Source>>,
    /// Metrics, where there is nothing wrong with them.
    metrics: Vec<Option<Metric>>,
}

/// Checks what a file says.
///
/// # Errors
/// Everything that is wrong with it.
pub(super) fn check(raw: RawDataset<'_>, file: File, hints: Hints) -> Result<Dataset, Findings> {
    let mut check = Check {
        file,
        names: Names {
            targets: names(raw.targets.iter().flatten().map(|record| &record.0.id)),
            metrics: names(raw.metrics.iter().flatten().map(|record| &record.0.id)),
            subjects: names(raw.subjects.iter().flatten().map(|record| &record.0.id)),
            sources: names(raw.sources.iter().flatten().map(|record| &record.0.id)),
        },
        findings: Findings { list: Vec::new(), hints },
        sources: Vec::new(),
        metrics: Vec::new(),
    };
    let root = Path::ROOT;
    check.version(root.field("planfact"), raw.planfact);
    let id = check.id(root, raw.id);
    let title = check.needed_text(root, "title", raw.title);
    let about = check.text(root.field("about"), raw.about);
    let updated = check.date(root.field("updated"), raw.updated);
    let lead = check.target(root.field("lead"), raw.lead.as_ref());
    let words = check.words(root.field("words"), raw.words);
    check.sources = check.each("sources", raw.sources, Check::source);
    check.metrics = check.each("metrics", raw.metrics, Check::metric);
    check.metric_trees(root.field("metrics"));
    let subjects = check.each("subjects", raw.subjects, Check::subject);
    check.circles(root.field("subjects"), "within", &subjects, |subject| subject.within);
    let targets = check.each("targets", raw.targets, Check::statement);
    check.circles(root.field("targets"), "restates", &targets, |target| target.restates);
    let actuals = check.each("actuals", raw.actuals, Check::report);
    let story = check.each("story", raw.story, Check::scene);
    if !check.findings.list.is_empty() {
        return Err(check.findings);
    }
    let (targets, actuals) = (sound(targets), sound(actuals));
    let index = Index::build(check.names, &targets, &actuals, check.sources.len());
    Ok(Dataset {
        id: id.unwrap_or_default().into(),
        title,
        about,
        updated,
        lead,
        words,
        sources: sound(check.sources),
        metrics: sound(check.metrics),
        subjects: sound(subjects),
        targets,
        actuals,
        story: sound(story),
        index,
    })
}

impl Check {
    /// Checks every record of a list; those with faults leave a gap, so that places stay what they are.
    fn each<R, T>(
        &mut self,
        list: &'static str,
        records: Option<Vec<Record<R>>>,
        one: fn(&mut Self, Path<'_>, R) -> Option<T>,
    ) -> Vec<Option<T>> {
        let list = Path::ROOT.field(list);
        let records = records.unwrap_or_default();
        records.into_iter().enumerate().map(|(at, record)| one(self, list.item(at), record.0)).collect()
    }
}

/// The records without gaps. Called when nothing was found, so there are none.
fn sound<T>(records: Vec<Option<T>>) -> Vec<T> {
    records.into_iter().flatten().collect()
}

/// The place of each id; of the first, if there are several.
fn names<'r, 'a: 'r, T>(ids: impl Iterator<Item = &'r Option<Str<'a>>>) -> ById<T> {
    let mut names = ById::default();
    for (at, id) in ids.enumerate() {
        if let Some(id) = id {
            names.entry(Cow::Owned(id.0.clone().into_owned())).or_insert_with(|| Id::new(at));
        }
    }
    names
}
