//! A file that does not load, read slowly: everything that is wrong with it, each with its place.
//!
//! The types of `raw` are the only definition of the format, and they stop at the first fault. So here the text becomes a
//! tree; a record is decoded, the part at fault is noted and taken out of the tree, and it is decoded again, until what
//! is left can be decoded and checked like any other file.

use std::collections::HashSet;

use serde::Deserialize;
use serde_path_to_error::{Segment, Track};

use super::check::{File, check};
use super::finding::{About, Finding, Hints, OwnedStep, nearest};
use super::places::{Inside, Node, Place, add_field, locate};
use super::problem::{Fault, Problem, clean, quote};
use super::raw::{LISTS, RawActual, RawDataset, RawMetric, RawScene, RawSource, RawSubject, RawTarget};
use super::syntax::{Mended, mend};
use super::written::Record;

/// How many faults of form are told of one record. After so many, it is something else than a record.
const MOST: usize = 50;

/// Everything that is wrong with a text that does not load, in the order of its places.
pub(super) fn explain(text: &str) -> Vec<Problem> {
    let Mended { json, cut, damaged, slips } = mend(text);
    let mut teller = Teller { text, problems: Vec::new() };
    for (span, fault) in slips {
        teller.tell(String::new(), span, fault);
    }
    if let Some(mut root) = Node::read(&json) {
        teller.prune(&mut root, &damaged, "");
        teller.settle_all(&mut root, &json);
        if !root.dropped {
            let left = root.left(&json, &[]);
            if let Ok(Err(findings)) = serde_json::from_str::<Record<RawDataset<'_>>>(&left)
                .map(|raw| check(raw.0, File::of(&left), Hints::Given))
            {
                for finding in findings.list {
                    teller.place(&root, cut, finding);
                }
            }
        }
    }
    let mut problems = teller.problems;
    problems.sort_by_key(|problem| problem.span.start);
    locate(text, &mut problems);
    if problems.is_empty() {
        let error = serde_json::from_str::<Record<RawDataset<'_>>>(text).err().map(|error| error.to_string());
        problems.push(Problem::unplaced(&error.unwrap_or_else(|| "the file cannot be read".to_owned())));
    }
    problems
}

/// What a decoder says: where it stopped, and why.
type Decoded = Result<(), (Vec<OwnedStep>, String)>;

/// Decodes a text as one of the types of `raw`.
fn decode<'a, T: Deserialize<'a>>(text: &'a str) -> Decoded {
    let mut track = Track::new();
    let mut json = serde_json::Deserializer::from_str(text);
    let decoded = T::deserialize(serde_path_to_error::Deserializer::new(&mut json, &mut track));
    decoded.map(drop).map_err(|error| {
        let path = track.path();
        let steps = path.iter().map_while(|segment| match segment {
            Segment::Seq { index } => Some(OwnedStep::Item(*index)),
            Segment::Map { key } => Some(OwnedStep::Field(key.clone())),
            Segment::Enum { .. } | Segment::Unknown => None,
        });
        let message = error.to_string();
        let message = message.rsplit_once(" at line ").map_or(&*message, |(message, _)| message);
        (steps.collect(), message.to_owned())
    })
}

/// The decoder of the records of a list.
fn decoder(list: &str) -> fn(&str) -> Decoded {
    match list {
        "sources" => |text| decode::<Record<RawSource<'_>>>(text),
        "metrics" => |text| decode::<Record<RawMetric<'_>>>(text),
        "subjects" => |text| decode::<Record<RawSubject<'_>>>(text),
        "targets" => |text| decode::<Record<RawTarget<'_>>>(text),
        "actuals" => |text| decode::<Record<RawActual<'_>>>(text),
        _ => |text| decode::<Record<RawScene<'_>>>(text),
    }
}

/// Collects problems with their places.
struct Teller<'t> {
    text: &'t str,
    problems: Vec<Problem>,
}

impl Teller<'_> {
    fn tell(&mut self, path: String, span: std::ops::Range<usize>, fault: Fault) {
        let start = span.start.min(self.text.len());
        let span = start..span.end.clamp(start, self.text.len());
        self.problems.push(Problem { path, line: 1, column: 1, span, found: fault.found, remedy: fault.remedy });
    }

    /// Takes out what was damaged in mending, and fields given twice.
    fn prune(&mut self, node: &mut Node, damaged: &[std::ops::Range<usize>], path: &str) {
        match &mut node.inside {
            Inside::Leaf => node.dropped = damaged.iter().any(|range| range.start == node.span.start),
            Inside::Items(items) => {
                for (at, item) in items.iter_mut().enumerate() {
                    self.prune(item, damaged, &format!("{path}[{at}]"));
                }
            }
            Inside::Fields(fields) => {
                let mut seen = HashSet::new();
                for field in fields {
                    let mut path = path.to_owned();
                    add_field(&mut path, &field.written);
                    if seen.insert(field.name.clone()) {
                        self.prune(&mut field.value, damaged, &path);
                    } else {
                        field.value.dropped = true;
                        let fault = Fault::new(format!("{} is given twice", quote(&field.written)), "keep one of them");
                        self.tell(path, field.key.clone(), fault);
                    }
                }
            }
        }
    }

    /// Takes out what cannot be decoded: in each record, then around them.
    fn settle_all(&mut self, root: &mut Node, json: &str) {
        let mut lists = Vec::new();
        for field in root.fields_mut().iter_mut().filter(|field| !field.value.dropped) {
            let Some(list) = LISTS.into_iter().find(|list| *list == field.name) else { continue };
            if let Inside::Items(items) = &mut field.value.inside {
                lists.push(list);
                for (at, record) in items.iter_mut().enumerate() {
                    self.settle(record, json, &format!("{list}[{at}]"), &[], decoder(list));
                }
            }
        }
        self.settle(root, json, "", &lists, |text| decode::<Record<RawDataset<'_>>>(text));
    }

    /// Decodes a node, without some of its fields, until it can be.
    fn settle(&mut self, node: &mut Node, json: &str, path: &str, without: &[&str], decode: fn(&str) -> Decoded) {
        for _ in 0..MOST {
            if node.dropped {
                return;
            }
            let Err((steps, message)) = decode(&node.left(json, without)) else { return };
            let place = node.find(&steps);
            let (fault, meant) = told(&place, json, &message);
            let span = if message.starts_with("unknown field") { place.key.clone() } else { None };
            let span = span.unwrap_or_else(|| place.node.span.clone());
            let (depth, path) = (place.depth, join(path, &place.path));
            self.tell(path, span, fault);
            let meant = meant.filter(|meant| !node.has(&steps[..depth.saturating_sub(1)], meant));
            node.amend(&steps[..depth], meant);
        }
        node.dropped = true;
    }

    /// Tells a finding of the check, unless another fault explains it.
    fn place(&mut self, root: &Node, cut: Option<usize>, finding: Finding) {
        let place = root.find(&finding.steps);
        let span = place.node.span.clone();
        let is_cut = |node: &Node| cut.is_some_and(|cut| node.span.end > cut) || node.is_incomplete();
        match finding.about {
            About::Missing(field) if place.node.lost(field) || cut.is_some_and(|cut| span.end > cut) => {}
            About::Written if is_cut(place.node) => {}
            About::Together
                if is_cut(place.node)
                    || is_cut(root.find(finding.steps.split_last().map_or(&[], |(_, before)| before)).node) => {}
            About::Missing(_) => self.tell(place.path, span.start..span.start + 1, finding.fault),
            About::Unknown(list) if root.lost(list) || cut.is_some() => {}
            About::Unknown(_) | About::Written | About::Together => self.tell(place.path, span, finding.fault),
        }
    }
}

fn join(before: &str, path: &str) -> String {
    if before.is_empty() || path.is_empty() || path.starts_with('[') {
        format!("{before}{path}")
    } else {
        format!("{before}.{path}")
    }
}

/// A decoder's message in plain words, and for an unknown field the one that was probably meant.
fn told(place: &Place<'_>, json: &str, message: &str) -> (Fault, Option<String>) {
    let (what, expected) = message.rsplit_once(", expected ").unwrap_or((message, ""));
    if what.starts_with("unknown field") {
        let known: Vec<_> = expected.split('`').skip(1).step_by(2).collect();
        let near = nearest(&place.name, known.iter().copied());
        let remedy = match near {
            Some(near) => format!("probably \"{near}\" is meant"),
            None => format!("leave it out; the fields here are {}", known.join(", ")),
        };
        return (Fault::new(format!("there is no field {}", quote(&place.name)), remedy), near.map(str::to_owned));
    }
    let expected = match expected {
        "" => "what the format says",
        "a sequence" => "a list: […]",
        "f64" => "a number",
        "u32" | "i32" => "a whole number",
        other => other,
    };
    let found = match &place.node.inside {
        Inside::Items(_) => "a list".to_owned(),
        Inside::Fields(_) => "an object".to_owned(),
        Inside::Leaf => {
            let written = json.get(place.node.span.clone()).unwrap_or_default();
            if written.starts_with(['{', '[']) { "something deeply nested".to_owned() } else { short(written) }
        }
    };
    if what.contains("hex escape") {
        let fault =
            Fault::new(format!("half a character in {found}"), "write the character itself, or both of its escapes");
        return (fault, None);
    }
    (Fault::new(found, format!("write {expected}")), None)
}

/// A value as written, cleaned and cut.
fn short(written: &str) -> String {
    let cut = written.char_indices().nth(60).map_or(written.len(), |(at, _)| at);
    let more = if cut < written.len() { "…" } else { "" };
    format!("{}{more}", clean(&written[..cut]))
}
