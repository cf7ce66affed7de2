//! Turns the raw records of a file into checked ones; one module for each kind of record. Every fault is recorded and the
//! check goes on, so that all are reported at once.

pub(super) mod checker;

mod cycles;
mod dates;
mod fields;
mod goals;
mod head;
mod scenes;
mod targets_and_actuals;

use std::borrow::Cow;

use crate::dataset::check::checker::{Checker, Sanitizer};
use crate::dataset::diagnose::findings::{FieldPath, Findings, Suggestions};
use crate::dataset::format::raw_records::RawDataset;
use crate::dataset::format::raw_values::RawString;
use crate::dataset::records::index::{IdMap, Index, RecordsById};
use crate::dataset::records::{Dataset, Id};

/// The checked dataset, or all faults.
pub(super) fn check(raw: RawDataset<'_>, sanitizer: Sanitizer, suggestions: Suggestions) -> Result<Dataset, Findings> {
    let mut check = Checker {
        sanitizer,
        by_id: RecordsById {
            targets: id_map(raw.targets.iter().flatten().map(|record| &record.0.id)),
            metrics: id_map(raw.metrics.iter().flatten().map(|record| &record.0.id)),
            subjects: id_map(raw.subjects.iter().flatten().map(|record| &record.0.id)),
            sources: id_map(raw.sources.iter().flatten().map(|record| &record.0.id)),
        },
        findings: Findings { list: Vec::new(), suggestions },
        sources: Vec::new(),
        metrics: Vec::new(),
    };
    let root = FieldPath::ROOT;
    check.check_version(root.field("planfact"), raw.planfact);
    let id = check.id(root, raw.id);
    let title = check.required_text(root, "title", raw.title);
    let about = check.text(root.field("about"), raw.about);
    let updated = check.date(root.field("updated"), raw.updated);
    let through = check.date(root.field("through"), raw.through);
    let lead = check.resolve_target(root.field("lead"), raw.lead.as_ref());
    let words = check.words(root.field("words"), raw.words);
    check.sources = check.check_each("sources", raw.sources, Checker::check_source);
    check.metrics = check.check_each("metrics", raw.metrics, Checker::check_metric);
    check.check_metric_links(root.field("metrics"));
    let subjects = check.check_each("subjects", raw.subjects, Checker::check_subject);
    check.check_cycles(root.field("subjects"), "within", &subjects, |subject| subject.within);
    let targets = check.check_each("targets", raw.targets, Checker::check_target);
    check.check_cycles(root.field("targets"), "restates", &targets, |target| target.restates);
    let actuals = check.check_each("actuals", raw.actuals, Checker::check_actual);
    let story = check.check_each("story", raw.story, Checker::check_scene);
    if !check.findings.list.is_empty() {
        return Err(check.findings);
    }
    let (subjects, targets, actuals) = (without_gaps(subjects), without_gaps(targets), without_gaps(actuals));
    let index = Index::build(check.by_id, &subjects, &targets, &actuals, check.sources.len());
    Ok(Dataset {
        id: id.unwrap_or_default().into(),
        title,
        about,
        updated,
        through,
        lead,
        words,
        sources: without_gaps(check.sources),
        metrics: without_gaps(check.metrics),
        subjects,
        targets,
        actuals,
        story: without_gaps(story),
        index,
    })
}

fn without_gaps<T>(records: Vec<Option<T>>) -> Vec<T> {
    records.into_iter().flatten().collect()
}

/// The index of each id; of the first record if several have it.
fn id_map<'r, 'a: 'r, T>(ids: impl Iterator<Item = &'r Option<RawString<'a>>>) -> IdMap<T> {
    let mut names = IdMap::default();
    for (at, id) in ids.enumerate() {
        if let Some(id) = id {
            names.entry(Cow::Owned(id.0.clone().into_owned())).or_insert_with(|| Id::new(at));
        }
    }
    names
}
