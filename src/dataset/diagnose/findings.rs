//! What the checks find, each with its path in the dataset. Where that is in the text is found in `json_tree`.

use crate::dataset::diagnose::problem::{Fault, quote};

/// One step of a path.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum PathSegment<'a> {
    Field(&'a str),
    /// Index from 0.
    Item(usize),
}

/// The path to a place in the dataset, as a linked list on the stack: it costs nothing unless a fault is found.
#[derive(Debug, Clone, Copy)]
pub(crate) struct FieldPath<'a> {
    parent: Option<&'a FieldPath<'a>>,
    segment: Option<PathSegment<'a>>,
}

impl<'a> FieldPath<'a> {
    pub(crate) const ROOT: FieldPath<'static> = FieldPath { parent: None, segment: None };

    pub(crate) fn field(&'a self, name: &'a str) -> Self {
        Self { parent: Some(self), segment: Some(PathSegment::Field(name)) }
    }

    pub(crate) fn item(&'a self, at: usize) -> Self {
        Self { parent: Some(self), segment: Some(PathSegment::Item(at)) }
    }

    pub(crate) fn is_item(&self, at: usize) -> bool {
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
pub(crate) enum OwnedSegment {
    Field(String),
    Item(usize),
}

#[derive(Debug)]
pub(crate) struct Finding {
    pub(crate) segments: Vec<OwnedSegment>,
    /// Selects the marked text, and whether another fault explains it.
    pub(crate) kind: FindingKind,
    pub(crate) fault: Fault,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum FindingKind {
    /// The value itself.
    Value,
    /// The value in combination with other fields of its object.
    Conflict,
    MissingField(&'static str),
    /// An id that is not in this list.
    UnknownId(&'static str),
}

/// Beyond this many findings, no suggestions are computed.
const MAX_SUGGESTIONS: usize = 200;

#[derive(Debug)]
pub(crate) struct Findings {
    pub(crate) list: Vec<Finding>,
    pub(crate) suggestions: Suggestions,
}

/// Whether to suggest the closest id; computed only if the findings will be shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Suggestions {
    On,
    Off,
}

impl Findings {
    pub(crate) fn add_invalid(&mut self, path: FieldPath<'_>, fault: Fault) {
        self.list.push(Finding { segments: path.segments(), kind: FindingKind::Value, fault });
    }

    /// The value conflicts with other fields of its object.
    pub(crate) fn add_conflict(&mut self, path: FieldPath<'_>, fault: Fault) {
        self.list.push(Finding { segments: path.segments(), kind: FindingKind::Conflict, fault });
    }

    pub(crate) fn add_missing(&mut self, object: FieldPath<'_>, field: &'static str, remedy: &str) {
        let fault = Fault::new(format!("`{field}` is missing"), remedy);
        self.list.push(Finding { segments: object.segments(), kind: FindingKind::MissingField(field), fault });
    }

    /// `id` is not in a list; suggests the closest one.
    pub(crate) fn add_unknown_id<'n>(
        &mut self,
        path: FieldPath<'_>,
        list: &'static str,
        id: &str,
        known: impl Iterator<Item = &'n str>,
    ) {
        let mut known = known.peekable();
        let is_empty = known.peek().is_none();
        // A suggestion compares every id, so a file in which all are wrong would take quadratic time.
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

/// The known word closest to `word`; none if all are too different.
pub(crate) fn closest_name<'n>(word: &str, known: impl Iterator<Item = &'n str>) -> Option<&'n str> {
    // The distance takes the product of both lengths.
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
