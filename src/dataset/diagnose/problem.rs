//! What is wrong with a file, told to the person who wrote it.
//!
//! Here: a problem with its place, its one line and its picture of the place; how text from a file is quoted.
//! Not here: how the place is found (`places`), who looks for problems (`check`, `syntax`, `explain`).

use std::borrow::Cow;
use std::fmt;
use std::ops::Range;

use annotate_snippets::{AnnotationKind, Level, Renderer, Snippet};

/// One thing wrong in a file: where, what was found, what to write instead.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// The place in the dataset, `targets[3].value`; empty for the file as a whole.
    pub path: String,
    /// The line, from 1.
    pub line: usize,
    /// The character in the line, from 1.
    pub column: usize,
    /// The bytes of the file that it is about, without a byte-order mark.
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
    /// A problem of the whole file.
    pub(in crate::dataset) fn whole_file(found: &str) -> Self {
        let found = sanitize(found).into_owned();
        Self { path: String::new(), line: 1, column: 1, span: 0..0, found, remedy: "see the format".to_owned() }
    }

    /// The problem under the line that it is about, as compilers show it. Without colours, fit for a terminal.
    #[must_use]
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
        // Only the problem knows its column in the line, of which the renderer has a piece.
        let margin = " ".repeat(self.line.to_string().len());
        format!("{title}\n{margin}--> {}:{}:{}\n{rest}", sanitize(file), self.line, self.column)
    }
}

/// What is shown of a line, and which of its bytes are marked.
struct SourceExcerpt {
    line: String,
    marked: Range<usize>,
}

impl SourceExcerpt {
    /// The line around a span, cleaned. All of a file may be one line: so only what can be seen of it is looked at.
    fn of(text: &str, span: &Range<usize>) -> Self {
        /// Characters on each side: more than a picture is wide, so that it is the picture that tells where it was cut.
        const CONTEXT_CHARS: usize = 160;
        /// Characters of the mark: fewer than a picture is wide.
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

/// What was found and what to write instead, where the place is still to be found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// What was found.
    pub found: String,
    /// What to write instead.
    pub remedy: String,
}

impl Fault {
    pub(in crate::dataset) fn new(found: impl Into<String>, remedy: impl Into<String>) -> Self {
        Self { found: found.into(), remedy: remedy.into() }
    }
}

/// The start of the character that a byte belongs to, or the end of the text.
pub(in crate::dataset) fn floor_char_boundary(text: &str, byte: usize) -> usize {
    let byte = byte.min(text.len());
    (0..=byte).rev().find(|at| text.is_char_boundary(*at)).unwrap_or_default()
}

/// How many characters of a text from a file are quoted.
const MAX_QUOTED_CHARS: usize = 60;

/// A text from a file in quotation marks: cleaned, and cut if long.
pub(in crate::dataset) fn quote(text: &str) -> String {
    let cut = text.char_indices().nth(MAX_QUOTED_CHARS).map(|(at, _)| at);
    match cut {
        Some(at) => format!("\"{}…\"", sanitize(&text[..at])),
        None => format!("\"{}\"", sanitize(text)),
    }
}

/// A text from a file, fit for a terminal: breaks and tabs are spaces, other controls and what turns the direction of
/// writing are `�`.
#[must_use]
pub fn sanitize(text: &str) -> Cow<'_, str> {
    sanitize_if_needed(text).map_or(Cow::Borrowed(text), Cow::Owned)
}

/// The same; none if the text is fit as it stands.
pub(in crate::dataset) fn sanitize_if_needed(text: &str) -> Option<String> {
    if text.bytes().all(|byte| byte >= b' ') && !may_contain_forbidden(text)
        || !text.chars().any(|c| replacement_for(c).is_some())
    {
        return None;
    }
    Some(text.replace("\r\n", " ").chars().map(|c| replacement_for(c).unwrap_or(c)).collect())
}

/// Whether a look at its characters is needed, but for controls of ASCII below a space: JSON has none inside a text.
///
/// Nearly every file is fine, and all of it is on the way to the first frame: so this looks at bytes, in a form that
/// becomes a few instructions for sixteen of them at once.
pub(in crate::dataset) fn may_contain_forbidden(text: &str) -> bool {
    let bytes = text.as_bytes();
    // The last character is short of three bytes to look at: two of a space after it are none of its own.
    let end = [bytes.get(bytes.len().saturating_sub(2)..).unwrap_or(bytes), b"  "].concat();
    contains_forbidden_bytes(bytes) || contains_forbidden_bytes(&end)
}

/// The same, by three bytes at a time.
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

/// What stands for a character that may not reach a terminal; none if it may.
pub(in crate::dataset) fn replacement_for(c: char) -> Option<char> {
    match c {
        '\n' | '\r' | '\t' | '\u{2028}' | '\u{2029}' => Some(' '),
        '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}' => {
            Some('\u{fffd}')
        }
        c if c.is_control() => Some('\u{fffd}'),
        _ => None,
    }
}
