//! The tree of a JSON text with byte ranges: finds the position of a path. Built only for files with faults.

use std::ops::Range;

use serde_json::value::RawValue;

use crate::dataset::diagnose::findings::OwnedSegment;
use crate::dataset::diagnose::problem::{Problem, floor_char_boundary, quote};
use crate::dataset::format::raw_values::RawEntries;

/// The format needs five levels; what is deeper is kept as a leaf.
const MAX_DEPTH: usize = 16;

#[derive(Debug)]
pub(crate) struct JsonNode {
    /// The byte range in the text.
    pub(crate) span: Range<usize>,
    /// It has a reported fault and is skipped from now on.
    pub(crate) is_dropped: bool,
    pub(crate) content: JsonContent,
}

#[derive(Debug)]
pub(crate) enum JsonContent {
    /// A text, number, boolean or null.
    Leaf,
    Items(Vec<JsonNode>),
    Fields(Vec<JsonField>),
}

#[derive(Debug)]
pub(crate) struct JsonField {
    /// The name it is decoded under: as written, or the corrected one.
    pub(crate) name: String,
    pub(crate) written: String,
    /// The byte range of the name with its quotation marks.
    pub(crate) key: Range<usize>,
    pub(crate) value: JsonNode,
}

impl JsonNode {
    /// None if the text is not JSON.
    pub(crate) fn parse(text: &str) -> Option<Self> {
        let root = serde_json::from_str::<&RawValue>(text).ok()?;
        Some(Self::of(text, root, 0))
    }

    fn of(text: &str, raw: &RawValue, depth: usize) -> Self {
        let inside = match raw.get().as_bytes().first() {
            Some(b'[') if depth < MAX_DEPTH => {
                let items = serde_json::from_str::<Vec<&RawValue>>(raw.get()).unwrap_or_default();
                JsonContent::Items(items.into_iter().map(|item| Self::of(text, item, depth + 1)).collect())
            }
            Some(b'{') if depth < MAX_DEPTH => {
                let entries = serde_json::from_str::<RawEntries<&RawValue, &RawValue>>(raw.get())
                    .map_or_else(|_| Vec::new(), |entries| entries.0);
                JsonContent::Fields(
                    entries.into_iter().map(|(key, value)| JsonField::of(text, key, value, depth + 1)).collect(),
                )
            }
            _ => JsonContent::Leaf,
        };
        Self { span: byte_range(text, raw), is_dropped: false, content: inside }
    }

    /// Empty for anything but an object.
    pub(crate) fn fields_mut(&mut self) -> &mut [JsonField] {
        match &mut self.content {
            JsonContent::Fields(fields) => fields,
            _ => &mut [],
        }
    }

    /// The JSON text without dropped nodes and without the fields named in `without`.
    pub(crate) fn remaining_json(&self, text: &str, without: &[&str]) -> String {
        let mut left = String::with_capacity(self.span.len());
        self.write(text, without, &mut left);
        left
    }

    fn write(&self, text: &str, without: &[&str], out: &mut String) {
        match &self.content {
            JsonContent::Leaf => out.push_str(text.get(self.span.clone()).unwrap_or("null")),
            JsonContent::Items(items) => {
                out.push('[');
                for (at, item) in items.iter().filter(|item| !item.is_dropped).enumerate() {
                    if at > 0 {
                        out.push(',');
                    }
                    item.write(text, &[], out);
                }
                out.push(']');
            }
            JsonContent::Fields(fields) => {
                out.push('{');
                let left = fields.iter().filter(|field| !field.value.is_dropped && !without.contains(&&*field.name));
                for (at, field) in left.enumerate() {
                    if at > 0 {
                        out.push(',');
                    }
                    if field.name == field.written {
                        out.push_str(text.get(field.key.clone()).unwrap_or("\"\""));
                    } else {
                        // A corrected name is one of the format's and needs no escapes.
                        out.extend(["\"", &field.name, "\""]);
                    }
                    out.push(':');
                    field.value.write(text, &[], out);
                }
                out.push('}');
            }
        }
    }
}

impl JsonField {
    fn of(text: &str, key: &RawValue, value: &RawValue, depth: usize) -> Self {
        // A name with half a surrogate pair is kept as written.
        let written = serde_json::from_str(key.get()).unwrap_or_else(|_| key.get().to_owned());
        Self {
            name: String::clone(&written),
            written,
            key: byte_range(text, key),
            value: JsonNode::of(text, value, depth),
        }
    }
}

/// The byte range of `raw`, which borrows from `text`.
fn byte_range(text: &str, raw: &RawValue) -> Range<usize> {
    let start = raw.get().as_ptr().addr().saturating_sub(text.as_ptr().addr());
    start..start + raw.get().len()
}

/// The result of following a path.
#[derive(Debug)]
pub(crate) struct ResolvedPath<'n> {
    /// The path as shown, `targets[3].value`, with the names and indices of the file.
    pub(crate) path: String,
    /// The value, or its closest ancestor that is in the file.
    pub(crate) node: &'n JsonNode,
    /// The byte range of the name, if it is a field.
    pub(crate) key: Option<Range<usize>>,
    /// The name as written, if it is a field.
    pub(crate) name: String,
    /// The number of segments followed; fewer than given if the rest is not in the file.
    pub(crate) depth: usize,
}

impl JsonNode {
    /// Follows a path, ignoring dropped nodes, as far as it goes.
    pub(crate) fn find<'n>(&'n self, steps: &[OwnedSegment]) -> ResolvedPath<'n> {
        let mut place = ResolvedPath { path: String::new(), node: self, key: None, name: String::new(), depth: 0 };
        for step in steps {
            match (&place.node.content, step) {
                (JsonContent::Fields(fields), OwnedSegment::Field(name)) => {
                    let Some(field) = fields.iter().find(|field| !field.value.is_dropped && field.name == *name) else {
                        break;
                    };
                    push_field(&mut place.path, &field.written);
                    place.node = &field.value;
                    place.key = Some(field.key.clone());
                    place.name.clone_from(&field.written);
                }
                (JsonContent::Items(items), OwnedSegment::Item(number)) => {
                    let mut left = items.iter().enumerate().filter(|(_, item)| !item.is_dropped);
                    let Some((at, item)) = left.nth(*number) else { break };
                    place.path.extend(["[", &at.to_string(), "]"]);
                    place.node = item;
                    place.key = None;
                }
                _ => break,
            }
            place.depth += 1;
        }
        place
    }

    /// Whether the object has this field in the file, but it or a direct child was dropped: then it is not missing.
    pub(crate) fn has_dropped_field(&self, name: &str) -> bool {
        let JsonContent::Fields(fields) = &self.content else { return false };
        fields
            .iter()
            .filter(|field| field.name == name)
            .any(|field| field.value.is_dropped || field.value.is_incomplete())
    }

    /// Whether a direct child was dropped.
    pub(crate) fn is_incomplete(&self) -> bool {
        match &self.content {
            JsonContent::Leaf => false,
            JsonContent::Items(items) => items.iter().any(|item| item.is_dropped),
            JsonContent::Fields(fields) => fields.iter().any(|field| field.value.is_dropped),
        }
    }

    pub(crate) fn has_field(&self, steps: &[OwnedSegment], name: &str) -> bool {
        matches!(&self.find(steps).node.content, JsonContent::Fields(fields) if fields.iter().any(|field| field.name == name))
    }

    /// Drops the node at a path; or renames it, if it is a field and a corrected name is given.
    pub(crate) fn drop_or_rename(&mut self, steps: &[OwnedSegment], intended: Option<String>) {
        let Some((step, rest)) = steps.split_first() else {
            self.is_dropped = true;
            return;
        };
        match (&mut self.content, step) {
            (JsonContent::Fields(fields), OwnedSegment::Field(name)) => {
                let Some(field) = fields.iter_mut().find(|field| !field.value.is_dropped && field.name == *name) else {
                    return;
                };
                match intended {
                    Some(intended) if rest.is_empty() => field.name = intended,
                    intended => field.value.drop_or_rename(rest, intended),
                }
            }
            (JsonContent::Items(items), OwnedSegment::Item(number)) => {
                if let Some(item) = items.iter_mut().filter(|item| !item.is_dropped).nth(*number) {
                    item.drop_or_rename(rest, intended);
                }
            }
            _ => {}
        }
    }
}

/// Appends a field to a path; names other than plain words are quoted.
pub(crate) fn push_field(path: &mut String, name: &str) {
    let plain = !name.is_empty()
        && name.len() <= 64
        && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_".contains(&byte));
    if plain {
        if !path.is_empty() {
            path.push('.');
        }
        path.push_str(name);
    } else {
        path.push('[');
        path.push_str(&quote(name));
        path.push(']');
    }
}

/// Sets line and column of problems that are sorted by position, in one pass over the text.
pub(crate) fn set_positions(text: &str, problems: &mut [Problem]) {
    let (mut seen, mut line, mut column) = (0, 1, 1);
    for problem in problems {
        let here = floor_char_boundary(text, problem.span.start).max(seen);
        for c in text[seen..here].chars() {
            (line, column) = if c == '\n' { (line + 1, 1) } else { (line, column + 1) };
        }
        seen = here;
        (problem.line, problem.column) = (line, column);
    }
}
