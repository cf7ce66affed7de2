//! Text that is not JSON: every slip of the pen is told, and the rest is read all the same.
//!
//! Here: what is wrong with the text as JSON, and a copy of it that can be read, in which every byte is where it was.
//! A slip that cannot be mended so ends the copy: what was complete before it is kept. Not here: what the JSON means.

use std::ops::Range;

use serde::de::IgnoredAny;
use serde_json::error::Category;

use crate::dataset::diagnose::problem::{Fault, quote};

/// How many slips are mended one by one. After so many, the text is something else than JSON.
const MAX_REPAIRS: usize = 50;

/// A text as JSON, mended.
#[derive(Debug)]
pub(in crate::dataset) struct RepairedJson {
    /// JSON, with every byte up to the cut where it was in the text; empty if nothing can be read.
    pub(in crate::dataset) json: String,
    /// Where the rest was left out; none if all of it was read.
    pub(in crate::dataset) cut: Option<usize>,
    /// Values that were overwritten, to be left out.
    pub(in crate::dataset) damaged: Vec<Range<usize>>,
    /// What was wrong, in order.
    pub(in crate::dataset) slips: Vec<(Range<usize>, Fault)>,
}

/// What is done about a slip.
enum Repair {
    /// Spaces over these bytes.
    Blank(Range<usize>),
    /// Another byte here.
    Byte(usize, u8),
    /// The quotation marks at both ends, the bytes between being a text.
    Quote(Range<usize>),
    /// A harmless value over these bytes.
    Value(Range<usize>),
    /// The rest is left out.
    Cut,
}

/// Mends a text until it is JSON.
pub(in crate::dataset) fn repair(text: &str) -> RepairedJson {
    let mut bytes = text.as_bytes().to_vec();
    let mut mended = RepairedJson { json: String::new(), cut: None, damaged: Vec::new(), slips: Vec::new() };
    loop {
        // Only whole characters are overwritten, so it stays UTF-8.
        let Ok(json) = str::from_utf8(&bytes) else { return mended };
        let Err(error) = serde_json::from_str::<IgnoredAny>(json) else {
            return RepairedJson { json: json.to_owned(), ..mended };
        };
        let at = byte_offset(json, error.line(), error.column());
        let (place, fault, mend) = match error_at(&bytes, at, &error.to_string()) {
            // Half a value at the end of the file is the same as none.
            (_, _, Repair::Value(word)) if word.end >= text.trim_end().len() => unexpected_end(text, &bytes),
            _ if error.classify() == Category::Eof => unexpected_end(text, &bytes),
            slip => slip,
        };
        mended.slips.push((place.clone(), fault));
        let too_many = mended.slips.len() >= MAX_REPAIRS;
        match mend {
            Repair::Blank(range) if !too_many => bytes[range].fill(b' '),
            Repair::Byte(at, byte) if !too_many => bytes[at] = byte,
            Repair::Quote(range) if !too_many => {
                bytes[range.start] = b'"';
                bytes[range.end - 1] = b'"';
            }
            Repair::Value(range) if !too_many => {
                mended.damaged.push(range.clone());
                bytes[range.clone()].fill(b' ');
                bytes[range.start] = b'0';
            }
            _ => {
                let (json, cut) = close_brackets(&bytes[..place.start.min(bytes.len())]);
                let readable = serde_json::from_str::<IgnoredAny>(&json).is_ok();
                mended.json = if readable { json } else { String::new() };
                mended.cut = Some(cut);
                return mended;
            }
        }
    }
}

/// The byte that a parser means by a line and a column, which it counts in bytes.
fn byte_offset(json: &str, line: usize, column: usize) -> usize {
    let before: usize = json.split_inclusive('\n').take(line.saturating_sub(1)).map(str::len).sum();
    (before + column.saturating_sub(1)).min(json.len())
}

/// The end of a text that stops too soon.
fn unexpected_end(text: &str, bytes: &[u8]) -> (Range<usize>, Fault, Repair) {
    let end = text.trim_end().len();
    let fault = if end == 0 {
        Fault::new("the file is empty", "write an object: {\"planfact\": 1, \"id\": …}")
    } else {
        let scan = BracketScan::of(bytes);
        let inside = if scan.in_text { "inside a text" } else { "too soon" };
        let mut closing = String::new();
        if scan.in_text {
            closing.push('"');
        }
        closing.extend(scan.open.iter().rev().take(20).map(|byte| char::from(*byte)));
        Fault::new(format!("the file ends {inside}"), format!("what follows is missing, at the least {closing}"))
    };
    (end..end, fault, Repair::Cut)
}

/// A slip at or just before a byte.
fn error_at(bytes: &[u8], at: usize, message: &str) -> (Range<usize>, Fault, Repair) {
    if message.starts_with("control character") {
        let at = (at..bytes.len().min(at + 2)).find(|at| bytes[*at] < 0x20).unwrap_or(at);
        let fault = Fault::new(
            "a line break, tab or control character inside a text",
            "write \\n or a space; close the text on its line",
        );
        return (at..at + 1, fault, Repair::Byte(at, b' '));
    }
    if message.starts_with("invalid escape") || message.contains("hex escape") {
        let at = (0..=at.min(bytes.len().saturating_sub(1))).rev().find(|at| bytes[*at] == b'\\').unwrap_or(at);
        return (
            at..at + 1,
            Fault::new("a backslash that begins no escape", "write a backslash twice: \\\\"),
            Repair::Byte(at, b'/'),
        );
    }
    if message.starts_with("trailing characters") {
        let fault = Fault::new("something after the end of the object", "a file is one object: take the rest out");
        return (at..at + 1, fault, Repair::Blank(at..bytes.len()));
    }
    let rest = &bytes[at.min(bytes.len())..];
    if let Some(length) = comment_length(rest) {
        let fault = Fault::new("a comment", "JSON has none: take it out, or write it as a `note`");
        return (at..at + length, fault, Repair::Blank(at..at + length));
    }
    let before = bytes[..at].iter().rposition(|byte| !byte.is_ascii_whitespace());
    match (before.map(|before| (before, bytes[before])), rest.first()) {
        (Some((comma, b',')), Some(b']' | b'}' | b',')) => (
            comma..comma + 1,
            Fault::new("a comma with nothing after it", "take the comma out"),
            Repair::Blank(comma..comma + 1),
        ),
        (Some((last, _)), Some(first)) if message.starts_with("expected `,`") && starts_value(*first) => {
            let mend = if last + 1 < at { Repair::Byte(last + 1, b',') } else { Repair::Cut };
            (at..at + 1, Fault::new("no comma before this", "write a comma after what stands before it"), mend)
        }
        _ if message.starts_with("key must be a string") => {
            let remedy = "write each name in quotation marks: \"name\": value";
            let mend = single_quoted_length(rest).map_or(Repair::Cut, |length| Repair::Quote(at..at + length));
            (at..at + 1, Fault::new("a name without its quotation marks", remedy), mend)
        }
        _ if message.starts_with("expected `:`") => {
            (at..at + 1, Fault::new("no colon after a name", "write \"name\": value"), Repair::Cut)
        }
        _ => invalid_value(bytes, at, message),
    }
}

/// Something that is no value, where there must be one.
fn invalid_value(bytes: &[u8], at: usize, message: &str) -> (Range<usize>, Fault, Repair) {
    let stops = |byte: &u8| byte.is_ascii_whitespace() || b",:[]{}\"".contains(byte);
    let number = message.starts_with("invalid number") || message.starts_with("expected ident");
    // These two are told at the byte that does not fit, which is inside or just after the word.
    let start = if number { bytes[..at].iter().rposition(stops).map_or(0, |stop| stop + 1) } else { at };
    let length = single_quoted_length(&bytes[start..])
        .unwrap_or_else(|| bytes[start..].iter().position(stops).unwrap_or(bytes.len() - start));
    if length == 0 {
        let found =
            bytes.get(at).map_or("the end".to_owned(), |byte| format!("`{}`", char::from(*byte).escape_debug()));
        let remedy = "write the value, comma or bracket that is missing before it";
        return (at..at + 1, Fault::new(format!("{found} where it does not fit"), remedy), Repair::Cut);
    }
    let word = String::from_utf8_lossy(&bytes[start..start + length]);
    let remedy = "write a number without + or leading zeros, a text in \"quotation marks\", true, false or null";
    (
        start..start + length,
        Fault::new(format!("{} is no JSON value", quote(&word)), remedy),
        Repair::Value(start..start + length),
    )
}

fn starts_value(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || b"\"{[-".contains(&byte)
}

/// The length of a text in single quotation marks that could as well have double ones.
fn single_quoted_length(rest: &[u8]) -> Option<usize> {
    let inner = rest.strip_prefix(b"'")?;
    let length = inner.iter().position(|byte| b"'\"\\\n".contains(byte))?;
    (inner[length] == b'\'').then_some(length + 2)
}

/// The length of a comment.
fn comment_length(rest: &[u8]) -> Option<usize> {
    if rest.starts_with(b"//") {
        Some(rest.iter().position(|byte| *byte == b'\n').unwrap_or(rest.len()))
    } else if rest.starts_with(b"/*") {
        Some(rest.windows(2).position(|end| end == b"*/").map_or(rest.len(), |end| end + 2))
    } else {
        None
    }
}

/// What is open at the end of some bytes.
#[derive(Debug, Default)]
struct BracketScan {
    /// The closing brackets that are missing, the outermost first.
    open: Vec<u8>,
    /// The last place at which the bytes could have stopped, and how many brackets were open there.
    complete: (usize, usize),
    /// A text is open.
    in_text: bool,
}

impl BracketScan {
    /// Reads bytes that are JSON as far as they go.
    fn of(bytes: &[u8]) -> Self {
        let mut scan = Self::default();
        let mut escaped = false;
        for (at, byte) in bytes.iter().enumerate() {
            if scan.in_text {
                scan.in_text = escaped || *byte != b'"';
                escaped = !escaped && *byte == b'\\';
                continue;
            }
            match byte {
                b'"' => scan.in_text = true,
                b'{' | b'[' => {
                    scan.open.push(if *byte == b'{' { b'}' } else { b']' });
                    scan.complete = (at + 1, scan.open.len());
                }
                b'}' | b']' => {
                    scan.open.pop();
                    scan.complete = (at + 1, scan.open.len());
                }
                b',' => scan.complete = (at, scan.open.len()),
                _ => {}
            }
        }
        scan
    }
}

/// What is complete of some bytes, closed; and where it was cut.
fn close_brackets(bytes: &[u8]) -> (String, usize) {
    let scan = BracketScan::of(bytes);
    let (cut, open) = scan.complete;
    let mut json = String::from_utf8_lossy(&bytes[..cut]).into_owned();
    json.extend(BracketScan::of(&bytes[..cut]).open.iter().take(open).rev().map(|byte| char::from(*byte)));
    (json, cut)
}
