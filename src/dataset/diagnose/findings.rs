//! What the checks find, named by its place in the dataset; lines and columns are not their concern.
//!
//! Here: the path to a field, made on the way down at no cost, and the list of findings. Not here: where in the text that
//! is (`places`).

use crate::dataset::diagnose::problem::{Fault, quote};

/// One step from an object or a list to what is in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::dataset) enum PathSegment<'a> {
    /// A field of an object.
    Field(&'a str),
    /// An item of a list, from 0.
    Item(usize),
}

/// A place in the dataset: the step to it, and the place before.
#[derive(Debug, Clone, Copy)]
pub(in crate::dataset) struct FieldPath<'a> {
    parent: Option<&'a FieldPath<'a>>,
    segment: Option<PathSegment<'a>>,
}

impl<'a> FieldPath<'a> {
    /// The dataset as a whole.
    pub(in crate::dataset) const ROOT: FieldPath<'static> = FieldPath { parent: None, segment: None };

    /// A field of the object at this place.
    pub(in crate::dataset) fn field(&'a self, name: &'a str) -> Self {
        Self { parent: Some(self), segment: Some(PathSegment::Field(name)) }
    }

    /// An item of the list at this place.
    pub(in crate::dataset) fn item(&'a self, at: usize) -> Self {
        Self { parent: Some(self), segment: Some(PathSegment::Item(at)) }
    }

    /// Whether this is item `at` of a list.
    pub(in crate::dataset) fn is_item(&self, at: usize) -> bool {
        self.segment == Some(PathSegment::Item(at))
    }

    fn segments(&self) -> Vec<OwnedSegment> {
        let mut steps = self.parent.map_or_else(Vec::new, FieldPath::segments);
        steps.extend(self.segment.map(|step| match step {
            PathSegment::Field(name) => OwnedSegment::Field(name.to_owned()),
            PathSegment::Item(at) => OwnedSegment::Item(at),
        }));
        steps
    }
}

/// A [`PathSegment`] that outlives the check.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::dataset) enum OwnedSegment {
    /// A field of an object.
    Field(String),
    /// An item of a list, from 0.
    Item(usize),
}

/// Something wrong at a place of the dataset.
#[derive(Debug)]
pub(in crate::dataset) struct Finding {
    /// The way to it.
    pub(in crate::dataset) segments: Vec<OwnedSegment>,
    /// What it is about: decides which words of the file it points at, and whether another fault explains it.
    pub(in crate::dataset) kind: FindingKind,
    /// What was found, and what to write instead.
    pub(in crate::dataset) fault: Fault,
}

/// What a finding is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::dataset) enum FindingKind {
    /// What is written there.
    Value,
    /// What is written there, beside other fields of its object.
    Conflict,
    /// A field that is not there.
    MissingField(&'static str),
    /// A record that is not in this list.
    UnknownId(&'static str),
}

/// How many findings are told what was probably meant: more than anybody reads.
const MAX_SUGGESTIONS: usize = 200;

/// Everything found so far.
#[derive(Debug)]
pub(in crate::dataset) struct Findings {
    /// The findings, in the order of the checks.
    pub(in crate::dataset) list: Vec<Finding>,
    /// Whether to look for what was probably meant.
    pub(in crate::dataset) suggestions: Suggestions,
}

/// Whether to look for what was probably meant, which takes time: only if somebody is going to read it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::dataset) enum Suggestions {
    /// Name the nearest id that there is.
    On,
    /// Only find out whether anything is wrong.
    Off,
}

impl Findings {
    /// Notes that what is written at `path` is wrong.
    pub(in crate::dataset) fn add_invalid(&mut self, path: FieldPath<'_>, fault: Fault) {
        self.list.push(Finding { segments: path.segments(), kind: FindingKind::Value, fault });
    }

    /// Notes that what is written at `path` does not go with the rest of its object.
    pub(in crate::dataset) fn add_conflict(&mut self, path: FieldPath<'_>, fault: Fault) {
        self.list.push(Finding { segments: path.segments(), kind: FindingKind::Conflict, fault });
    }

    /// Notes that an object lacks a field that it needs.
    pub(in crate::dataset) fn add_missing(&mut self, object: FieldPath<'_>, field: &'static str, remedy: &str) {
        let fault = Fault::new(format!("`{field}` is missing"), remedy);
        self.list.push(Finding { segments: object.segments(), kind: FindingKind::MissingField(field), fault });
    }

    /// Notes that `id` names no record of a list, with the nearest one that there is.
    pub(in crate::dataset) fn add_unknown_id<'n>(
        &mut self,
        path: FieldPath<'_>,
        list: &'static str,
        id: &str,
        known: impl Iterator<Item = &'n str>,
    ) {
        let mut known = known.peekable();
        let is_empty = known.peek().is_none();
        // Each hint looks at every id: a file in which all of them are wrong would never end.
        let hinted = self.suggestions == Suggestions::On && self.list.len() < MAX_SUGGESTIONS;
        let remedy = match if hinted { closest_name(id, known) } else { None } {
            Some(near) => format!("the nearest that there is: {}", quote(near)),
            None if is_empty => format!("write it into `{list}`, which has none yet, or take the id out"),
            None => "write the id of one that is in the file".to_owned(),
        };
        let fault = Fault::new(format!("none of the {list} has the id {}", quote(id)), remedy);
        self.list.push(Finding { segments: path.segments(), kind: FindingKind::UnknownId(list), fault });
    }
}

/// The known word that `word` was probably meant to be; none if all are too far away.
pub(in crate::dataset) fn closest_name<'n>(word: &str, known: impl Iterator<Item = &'n str>) -> Option<&'n str> {
    // Nobody's slip of the pen is longer than an id, and the distance takes the product of both lengths.
    if word.len() > 64 {
        return None;
    }
    let length = word.chars().count();
    let reach = (length / 3).clamp(1, 3);
    known
        .filter(|name| name.chars().count().abs_diff(length) <= reach)
        .map(|name| (strsim::osa_distance(word, name), name))
        .filter(|(distance, _)| *distance <= reach)
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, name)| name)
}
