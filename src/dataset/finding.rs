//! What the checks find, named by its place in the dataset; lines and columns are not their concern.
//!
//! Here: the path to a field, made on the way down at no cost, and the list of findings. Not here: where in the text that
//! is (`places`).

use super::problem::{Fault, quote};

/// One step from an object or a list to what is in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Step<'a> {
    /// A field of an object.
    Field(&'a str),
    /// An item of a list, from 0.
    Item(usize),
}

/// A place in the dataset: the step to it, and the place before.
#[derive(Debug, Clone, Copy)]
pub(super) struct Path<'a> {
    before: Option<&'a Path<'a>>,
    step: Option<Step<'a>>,
}

impl<'a> Path<'a> {
    /// The dataset as a whole.
    pub(super) const ROOT: Path<'static> = Path { before: None, step: None };

    /// A field of the object at this place.
    pub(super) fn field(&'a self, name: &'a str) -> Self {
        Self { before: Some(self), step: Some(Step::Field(name)) }
    }

    /// An item of the list at this place.
    pub(super) fn item(&'a self, at: usize) -> Self {
        Self { before: Some(self), step: Some(Step::Item(at)) }
    }

    /// Whether this is item `at` of a list.
    pub(super) fn is_item(&self, at: usize) -> bool {
        self.step == Some(Step::Item(at))
    }

    fn steps(&self) -> Vec<OwnedStep> {
        let mut steps = self.before.map_or_else(Vec::new, Path::steps);
        steps.extend(self.step.map(|step| match step {
            Step::Field(name) => OwnedStep::Field(name.to_owned()),
            Step::Item(at) => OwnedStep::Item(at),
        }));
        steps
    }
}

/// A [`Step`] that outlives the check.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum OwnedStep {
    /// A field of an object.
    Field(String),
    /// An item of a list, from 0.
    Item(usize),
}

/// Something wrong at a place of the dataset.
#[derive(Debug)]
pub(super) struct Finding {
    /// The way to it.
    pub(super) steps: Vec<OwnedStep>,
    /// What it is about: decides which words of the file it points at, and whether another fault explains it.
    pub(super) about: About,
    /// What was found, and what to write instead.
    pub(super) fault: Fault,
}

/// What a finding is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum About {
    /// What is written there.
    Written,
    /// What is written there, beside other fields of its object.
    Together,
    /// A field that is not there.
    Missing(&'static str),
    /// A record that is not in this list.
    Unknown(&'static str),
}

/// How many findings are told what was probably meant: more than anybody reads.
const HINTED: usize = 200;

/// Everything found so far.
#[derive(Debug)]
pub(super) struct Findings {
    /// The findings, in the order of the checks.
    pub(super) list: Vec<Finding>,
    /// Whether to look for what was probably meant.
    pub(super) hints: Hints,
}

/// Whether to look for what was probably meant, which takes time: only if somebody is going to read it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Hints {
    /// Name the nearest id that there is.
    Given,
    /// Only find out whether anything is wrong.
    Withheld,
}

impl Findings {
    /// Notes that what is written at `path` is wrong.
    pub(super) fn wrong(&mut self, path: Path<'_>, fault: Fault) {
        self.list.push(Finding { steps: path.steps(), about: About::Written, fault });
    }

    /// Notes that what is written at `path` does not go with the rest of its object.
    pub(super) fn clash(&mut self, path: Path<'_>, fault: Fault) {
        self.list.push(Finding { steps: path.steps(), about: About::Together, fault });
    }

    /// Notes that an object lacks a field that it needs.
    pub(super) fn missing(&mut self, object: Path<'_>, field: &'static str, remedy: &str) {
        let fault = Fault::new(format!("`{field}` is missing"), remedy);
        self.list.push(Finding { steps: object.steps(), about: About::Missing(field), fault });
    }

    /// Notes that `id` names no record of a list, with the nearest one that there is.
    pub(super) fn unknown<'n>(
        &mut self,
        path: Path<'_>,
        list: &'static str,
        id: &str,
        known: impl Iterator<Item = &'n str>,
    ) {
        let mut known = known.peekable();
        let is_empty = known.peek().is_none();
        // Each hint looks at every id: a file in which all of them are wrong would never end.
        let hinted = self.hints == Hints::Given && self.list.len() < HINTED;
        let remedy = match if hinted { nearest(id, known) } else { None } {
            Some(near) => format!("the nearest that there is: {}", quote(near)),
            None if is_empty => format!("write it into `{list}`, which has none yet, or take the id out"),
            None => "write the id of one that is in the file".to_owned(),
        };
        let fault = Fault::new(format!("none of the {list} has the id {}", quote(id)), remedy);
        self.list.push(Finding { steps: path.steps(), about: About::Unknown(list), fault });
    }
}

/// The known word that `word` was probably meant to be; none if all are too far away.
pub(super) fn nearest<'n>(word: &str, known: impl Iterator<Item = &'n str>) -> Option<&'n str> {
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
