//! The first syntax error of a text that is not JSON.

use std::ops::Range;

use serde::de::IgnoredAny;
use serde_json::error::Category;

use crate::dataset::diagnose::problem::Fault;

/// The byte range and the fault; none if the text is JSON.
pub(crate) fn first_error(text: &str) -> Option<(Range<usize>, Fault)> {
    let error = serde_json::from_str::<IgnoredAny>(text).err()?;
    let end = text.trim_end().len();
    if end == 0 {
        return Some((0..0, Fault::new("the file is empty", "write an object: {\"planfact\": 1, \"id\": …}")));
    }
    let at = byte(text, error.line(), error.column());
    // A number that stops in the middle is reported as a wrong one, even at the end of the file.
    let in_number = at + 1 >= end && text[..end].ends_with(['.', 'e', 'E', '+', '-']);
    if error.classify() == Category::Eof || in_number {
        let fault = Fault::new("the file ends too soon", "write the rest; close every text, list and object");
        return Some((end..end, fault));
    }
    let message = error.to_string();
    let message = message.rsplit_once(" at line ").map_or(&*message, |(message, _)| message);
    let remedy = "write JSON: names and texts in \"double quotation marks\", a comma between two values and none after the \
                  last, no comments";
    Some((at..at + 1, Fault::new(message, remedy)))
}

/// The byte offset of a line and a column, both from 1; `serde_json` counts columns in bytes.
fn byte(text: &str, line: usize, column: usize) -> usize {
    let before: usize = text.split_inclusive('\n').take(line.saturating_sub(1)).map(str::len).sum();
    (before + column.saturating_sub(1)).min(text.len())
}
