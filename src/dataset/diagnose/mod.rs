//! All problems of a file that does not load: the first syntax error, else every fault with its position.
//!
//! The raw types are the only definition of the format, and they stop at the first fault. So the text is parsed into a tree;
//! each record is decoded, the faulty node is reported and dropped, and the record is decoded again, until the rest can be
//! decoded and checked as usual.

pub mod problem;

pub(crate) mod findings;
pub(crate) mod json_tree;
pub(crate) mod syntax;

use std::collections::HashSet;

use serde::Deserialize;
use serde_path_to_error::{Segment, Track};

use crate::dataset::check::check;
use crate::dataset::check::checker::Sanitizer;
use crate::dataset::diagnose::findings::{Finding, FindingKind, OwnedSegment, Suggestions, closest_name};
use crate::dataset::diagnose::json_tree::{JsonContent, JsonNode, ResolvedPath, push_field, set_positions};
use crate::dataset::diagnose::problem::{Fault, Problem, quote, sanitize};
use crate::dataset::diagnose::syntax::first_error;
use crate::dataset::format::raw_records::{
    RECORD_LISTS, RawActual, RawDataset, RawMetric, RawScene, RawSource, RawSubject, RawTarget,
};
use crate::dataset::format::raw_values::RawRecord;

/// Decoding faults reported of one record; after that it is dropped.
const MAX_FAULTS: usize = 50;

/// In the order of their positions.
pub(super) fn diagnose(text: &str) -> Vec<Problem> {
    let mut collector = ProblemCollector { text, problems: Vec::new() };
    if let Some((span, fault)) = first_error(text) {
        collector.add(String::new(), span, fault);
    } else if let Some(mut root) = JsonNode::parse(text) {
        collector.collect_findings(&mut root);
    }
    let mut problems = collector.problems;
    problems.sort_by_key(|problem| problem.span.start);
    set_positions(text, &mut problems);
    if problems.is_empty() {
        let error = serde_json::from_str::<RawRecord<RawDataset<'_>>>(text).err().map(|error| error.to_string());
        problems.push(Problem::whole_file(&error.unwrap_or_else(|| "the file cannot be read".to_owned())));
    }
    problems
}

/// On failure the path at which the decoder stopped, and its message.
type DecodeResult = Result<(), (Vec<OwnedSegment>, String)>;

/// Decodes a text as one of the raw types.
fn decode<'a, T: Deserialize<'a>>(text: &'a str) -> DecodeResult {
    let mut track = Track::new();
    let mut json = serde_json::Deserializer::from_str(text);
    let decoded = T::deserialize(serde_path_to_error::Deserializer::new(&mut json, &mut track));
    decoded.map(drop).map_err(|error| {
        let path = track.path();
        let steps = path.iter().map_while(|segment| match segment {
            Segment::Seq { index } => Some(OwnedSegment::Item(*index)),
            Segment::Map { key } => Some(OwnedSegment::Field(key.clone())),
            Segment::Enum { .. } | Segment::Unknown => None,
        });
        let message = error.to_string();
        let message = message.rsplit_once(" at line ").map_or(&*message, |(message, _)| message);
        (steps.collect(), message.to_owned())
    })
}

fn decoder(list: &str) -> fn(&str) -> DecodeResult {
    match list {
        "sources" => |text| decode::<RawRecord<RawSource<'_>>>(text),
        "metrics" => |text| decode::<RawRecord<RawMetric<'_>>>(text),
        "subjects" => |text| decode::<RawRecord<RawSubject<'_>>>(text),
        "targets" => |text| decode::<RawRecord<RawTarget<'_>>>(text),
        "actuals" => |text| decode::<RawRecord<RawActual<'_>>>(text),
        _ => |text| decode::<RawRecord<RawScene<'_>>>(text),
    }
}

struct ProblemCollector<'t> {
    text: &'t str,
    problems: Vec<Problem>,
}

impl ProblemCollector<'_> {
    fn add(&mut self, path: String, span: std::ops::Range<usize>, fault: Fault) {
        let start = span.start.min(self.text.len());
        let span = start..span.end.clamp(start, self.text.len());
        self.problems.push(Problem { path, line: 1, column: 1, span, found: fault.found, remedy: fault.remedy });
    }

    /// Reports duplicate fields, decoding faults and failed checks.
    fn collect_findings(&mut self, root: &mut JsonNode) {
        self.drop_damaged(root, "");
        self.decode_all(root);
        if root.is_dropped {
            return;
        }
        let left = root.remaining_json(self.text, &[]);
        let Ok(raw) = serde_json::from_str::<RawRecord<RawDataset<'_>>>(&left) else { return };
        if let Err(findings) = check(raw.0, Sanitizer::for_text(&left), Suggestions::On) {
            for finding in findings.list {
                self.add_finding(root, finding);
            }
        }
    }

    /// Drops duplicate fields.
    fn drop_damaged(&mut self, node: &mut JsonNode, path: &str) {
        match &mut node.content {
            JsonContent::Leaf => {}
            JsonContent::Items(items) => {
                for (at, item) in items.iter_mut().enumerate() {
                    self.drop_damaged(item, &format!("{path}[{at}]"));
                }
            }
            JsonContent::Fields(fields) => {
                let mut seen = HashSet::new();
                for field in fields {
                    let mut path = path.to_owned();
                    push_field(&mut path, &field.written);
                    if seen.insert(field.name.clone()) {
                        self.drop_damaged(&mut field.value, &path);
                    } else {
                        field.value.is_dropped = true;
                        let fault = Fault::new(format!("{} is given twice", quote(&field.written)), "keep one of them");
                        self.add(path, field.key.clone(), fault);
                    }
                }
            }
        }
    }

    /// Drops what cannot be decoded, first in each record, then in the file.
    fn decode_all(&mut self, root: &mut JsonNode) {
        let mut lists = Vec::new();
        for field in root.fields_mut().iter_mut().filter(|field| !field.value.is_dropped) {
            let Some(list) = RECORD_LISTS.into_iter().find(|list| *list == field.name) else { continue };
            if let JsonContent::Items(items) = &mut field.value.content {
                lists.push(list);
                for (at, record) in items.iter_mut().enumerate() {
                    self.decode_until_valid(record, &format!("{list}[{at}]"), &[], decoder(list));
                }
            }
        }
        self.decode_until_valid(root, "", &lists, |text| decode::<RawRecord<RawDataset<'_>>>(text));
    }

    /// Decodes a node, without some of its fields, dropping faulty nodes until it succeeds.
    fn decode_until_valid(
        &mut self,
        node: &mut JsonNode,
        path: &str,
        without: &[&str],
        decode: fn(&str) -> DecodeResult,
    ) {
        for _ in 0..MAX_FAULTS {
            if node.is_dropped {
                return;
            }
            let Err((steps, message)) = decode(&node.remaining_json(self.text, without)) else { return };
            let place = node.find(&steps);
            let (fault, intended) = describe_decode_error(&place, self.text, &message);
            let span = if message.starts_with("unknown field") { place.key.clone() } else { None };
            let span = span.unwrap_or_else(|| place.node.span.clone());
            let (depth, path) = (place.depth, join_path(path, &place.path));
            self.add(path, span, fault);
            let intended = intended.filter(|intended| !node.has_field(&steps[..depth.saturating_sub(1)], intended));
            node.drop_or_rename(&steps[..depth], intended);
        }
        node.is_dropped = true;
    }

    /// Reports a finding, unless a dropped node explains it.
    fn add_finding(&mut self, root: &JsonNode, finding: Finding) {
        let place = root.find(&finding.segments);
        let span = place.node.span.clone();
        match finding.kind {
            FindingKind::MissingField(field) if place.node.has_dropped_field(field) => {}
            FindingKind::Value if place.node.is_incomplete() => {}
            FindingKind::Conflict
                if place.node.is_incomplete()
                    || root
                        .find(finding.segments.split_last().map_or(&[], |(_, before)| before))
                        .node
                        .is_incomplete() => {}
            FindingKind::MissingField(_) => self.add(place.path, span.start..span.start + 1, finding.fault),
            FindingKind::UnknownId(list) if root.has_dropped_field(list) => {}
            FindingKind::UnknownId(_) | FindingKind::Value | FindingKind::Conflict => {
                self.add(place.path, span, finding.fault);
            }
        }
    }
}

fn join_path(before: &str, path: &str) -> String {
    if before.is_empty() || path.is_empty() || path.starts_with('[') {
        format!("{before}{path}")
    } else {
        format!("{before}.{path}")
    }
}

/// The decoder's message in plain words, and for an unknown field the closest known name.
fn describe_decode_error(place: &ResolvedPath<'_>, json: &str, message: &str) -> (Fault, Option<String>) {
    let (what, expected) = message.rsplit_once(", expected ").unwrap_or((message, ""));
    if what.starts_with("unknown field") {
        let known: Vec<_> = expected.split('`').skip(1).step_by(2).collect();
        let near = closest_name(&place.name, known.iter().copied());
        let remedy = match near {
            Some(near) => format!("probably \"{near}\" is meant"),
            None => format!("leave it out; the fields here are {}", known.join(", ")),
        };
        return (Fault::new(format!("there is no field {}", quote(&place.name)), remedy), near.map(str::to_owned));
    }
    let expected = match expected {
        "" => "what the format says",
        "a string" => "a text in quotation marks",
        "a sequence" => "a list: […]",
        "f64" => "a number",
        "a boolean" => "true or false",
        "u32" | "i32" => "a whole number",
        other => other,
    };
    let found = match &place.node.content {
        JsonContent::Items(_) => "a list".to_owned(),
        JsonContent::Fields(_) => "an object".to_owned(),
        JsonContent::Leaf => {
            let written = json.get(place.node.span.clone()).unwrap_or_default();
            if written.starts_with(['{', '[']) { "something deeply nested".to_owned() } else { quote_value(written) }
        }
    };
    if what.contains("hex escape") {
        let fault =
            Fault::new(format!("half a character in {found}"), "write the character itself, or both of its escapes");
        return (fault, None);
    }
    (Fault::new(found, format!("write {expected}")), None)
}

fn quote_value(written: &str) -> String {
    let cut = written.char_indices().nth(60).map_or(written.len(), |(at, _)| at);
    let more = if cut < written.len() { "…" } else { "" };
    format!("{}{more}", sanitize(&written[..cut]))
}
