//! A problem of a file with its position, its one-line form and its excerpt; quoting and cleaning of texts from a file.

use std::borrow::Cow;
use std::fmt;
use std::ops::Range;

use annotate_snippets::{AnnotationKind, Level, Renderer, Snippet};

/// A problem: where, what was found, what to write instead.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// The path in the dataset, `targets[3].value`; empty for the file as a whole.
    pub path: String,
    /// The line, from 1.
    pub line: usize,
    /// The character in the line, from 1.
    pub column: usize,
    /// The byte range in the file without its byte-order mark.
    pub span: Range<usize>,
    /// What was found.
    pub found: String,
    /// What to write instead.
    pub remedy: String,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{} ", self.line, self.column)?;
        if !self.path.is_empty() {
            write!(f, "{}: ", self.path)?;
        }
        write!(f, "{} — {}", self.found, self.remedy)
    }
}

impl Problem {
    pub(crate) fn whole_file(found: &str) -> Self {
        let found = sanitize(found).into_owned();
        Self { path: String::new(), line: 1, column: 1, span: 0..0, found, remedy: "see the format".to_owned() }
    }

    /// The problem with the marked line, as compilers show it; plain text, fit for a terminal.
    pub fn render_excerpt(&self, text: &str, file: &str) -> String {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let SourceExcerpt { line, marked } = SourceExcerpt::of(text, &self.span);
        let title = if self.path.is_empty() { self.found.clone() } else { format!("{}: {}", self.path, self.found) };
        let report = &[Level::ERROR
            .primary_title(title)
            .element(Snippet::source(line).line_start(self.line).annotation(AnnotationKind::Primary.span(marked)))
            .element(Level::HELP.message(&self.remedy))];
        let rendered = Renderer::plain().render(report);
        let (title, rest) = rendered.split_once('\n').unwrap_or((&rendered, ""));
        // The renderer gets only a part of the line, so the position is written here.
        let margin = " ".repeat(self.line.to_string().len());
        format!("{title}\n{margin}--> {}:{}:{}\n{rest}", sanitize(file), self.line, self.column)
    }
}

/// The shown part of a line, and its marked bytes.
struct SourceExcerpt {
    line: String,
    marked: Range<usize>,
}

impl SourceExcerpt {
    /// The cleaned text around a range. A whole file may be one line, so only the visible part is read.
    fn of(text: &str, span: &Range<usize>) -> Self {
        /// On each side; more than the renderer shows, so that it marks where it cut.
        const CONTEXT_CHARS: usize = 160;
        /// Fewer characters than the renderer shows.
        const MAX_MARKED_CHARS: usize = 100;
        let start = floor_char_boundary(text, span.start);
        let (before, after) = text.split_at(start);
        let here = |c: &char| *c != '\n';
        let reach: usize = before.chars().rev().take_while(here).take(CONTEXT_CHARS).map(char::len_utf8).sum();
        let before = &before[start - reach..];
        let reach: usize =
            after.chars().take_while(here).take(MAX_MARKED_CHARS + CONTEXT_CHARS).map(char::len_utf8).sum();
        let after = &after[..reach];
        let after = after.trim_end_matches('\r');
        let length = floor_char_boundary(text, span.end).saturating_sub(start).min(after.len());
        let length = after[..length].char_indices().nth(MAX_MARKED_CHARS).map_or(length, |(at, _)| at);
        let (marked, after) = after.split_at(length);
        let [before, marked, after] = [before, marked, after].map(sanitize);
        let line = format!("{before}{marked}{after}");
        Self { marked: before.len()..before.len() + marked.len(), line }
    }
}

/// A problem without a position.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// What was found.
    pub found: String,
    /// What to write instead.
    pub remedy: String,
}

impl Fault {
    pub(crate) fn new(found: impl Into<String>, remedy: impl Into<String>) -> Self {
        Self { found: found.into(), remedy: remedy.into() }
    }
}

/// The start of the character that contains a byte, or the end of the text.
pub(crate) fn floor_char_boundary(text: &str, byte: usize) -> usize {
    let byte = byte.min(text.len());
    (0..=byte).rev().find(|at| text.is_char_boundary(*at)).unwrap_or_default()
}

const MAX_QUOTED_CHARS: usize = 60;

/// A text from a file in quotation marks, cleaned and truncated.
pub(crate) fn quote(text: &str) -> String {
    let cut = text.char_indices().nth(MAX_QUOTED_CHARS).map(|(at, _)| at);
    match cut {
        Some(at) => format!("\"{}…\"", sanitize(&text[..at])),
        None => format!("\"{}\"", sanitize(text)),
    }
}

/// A text from a file, fit for a terminal: line breaks and tabs become spaces, other control characters and direction marks
/// `�`.
pub fn sanitize(text: &str) -> Cow<'_, str> {
    sanitize_if_needed(text).map_or(Cow::Borrowed(text), Cow::Owned)
}

/// The cleaned text; none if nothing has to be replaced.
pub(crate) fn sanitize_if_needed(text: &str) -> Option<String> {
    if text.bytes().all(|byte| byte >= b' ') && !may_contain_forbidden(text)
        || !text.chars().any(|c| replacement_for(c).is_some())
    {
        return None;
    }
    Some(text.replace("\r\n", " ").chars().map(|c| replacement_for(c).unwrap_or(c)).collect())
}

/// Whether a text may contain forbidden characters other than ASCII controls below a space, which JSON does not allow inside
/// texts. May report false positives.
///
/// Every file is scanned before the first frame, so this compares bytes in a form that the compiler vectorizes.
pub(crate) fn may_contain_forbidden(text: &str) -> bool {
    let bytes = text.as_bytes();
    // The last character has no bytes after it: check it again with two spaces appended.
    let end = [bytes.get(bytes.len().saturating_sub(2)..).unwrap_or(bytes), b"  "].concat();
    contains_forbidden_bytes(bytes) || contains_forbidden_bytes(&end)
}

fn contains_forbidden_bytes(bytes: &[u8]) -> bool {
    let found = bytes.windows(3).fold(0, |found, three| {
        let [first, second, third] = [three[0], three[1], three[2]];
        let short = u8::from(first == 0x7f)
            | u8::from(first == 0xc2) & u8::from(second < 0xa0)
            | u8::from(first == 0xd8) & u8::from(second == 0x9c)
            | u8::from(first == 0xef) & u8::from(second == 0xbb);
        let last = u8::from(third >= 0xa0) | u8::from(third & 0xfe == 0x8e);
        found | short | u8::from(first == 0xe2) & u8::from(second <= 0x81) & last
    });
    found != 0
}

/// The replacement of a character that may not reach a terminal; none if it may.
pub(crate) fn replacement_for(c: char) -> Option<char> {
    match c {
        '\n' | '\r' | '\t' | '\u{2028}' | '\u{2029}' => Some(' '),
        '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}' => {
            Some('\u{fffd}')
        }
        c if c.is_control() => Some('\u{fffd}'),
        _ => None,
    }
}
