//! A line of text that a person types: what is in it, and where the caret stands.
//!
//! Whatever is typed or pasted is text. What would break a line, turn its direction or be seen nowhere is left out.

use unicode_segmentation::UnicodeSegmentation;

/// A line that is being typed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct TextInput {
    text: String,
    /// The byte that the caret stands before; always between two graphemes.
    caret: usize,
}

/// What can be done to a line besides typing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TextEdit {
    /// Erase the sign before the caret.
    Backspace,
    /// Erase the sign after the caret.
    Delete,
    /// Erase the word before the caret.
    DeleteWordBefore,
    /// Erase everything before the caret.
    DeleteToStart,
    /// One sign to the left.
    Left,
    /// One sign to the right.
    Right,
    /// To the start.
    Start,
    /// To the end.
    End,
}

/// Nobody looks for more letters than this; a paste may be a whole book.
const MAX_CHARS: usize = 120;

impl TextInput {
    /// A line with the caret at its end.
    #[must_use]
    pub fn with_text(text: &str) -> Self {
        Self { text: text.to_owned(), caret: text.len() }
    }

    /// What is in it.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// What stands before the caret, and after it.
    #[must_use]
    pub fn split_at_caret(&self) -> (&str, &str) {
        self.text.split_at(self.caret)
    }

    /// Types signs, as from a key or a paste.
    pub fn insert(&mut self, signs: &str) {
        for ch in signs.chars().filter_map(typeable) {
            if self.text.chars().count() >= MAX_CHARS {
                break;
            }
            self.text.insert(self.caret, ch);
            self.caret += ch.len_utf8();
        }
        self.snap_caret();
    }

    /// Changes the line, or moves the caret.
    pub fn edit(&mut self, edit: TextEdit) {
        match edit {
            TextEdit::Left => self.caret = self.previous_boundary(),
            TextEdit::Right => self.caret = self.next_boundary(),
            TextEdit::Start => self.caret = 0,
            TextEdit::End => self.caret = self.text.len(),
            TextEdit::Backspace => self.delete_range(self.previous_boundary(), self.caret),
            TextEdit::Delete => self.delete_range(self.caret, self.next_boundary()),
            TextEdit::DeleteWordBefore => self.delete_range(self.word_start(), self.caret),
            TextEdit::DeleteToStart => self.delete_range(0, self.caret),
        }
    }

    fn delete_range(&mut self, from: usize, to: usize) {
        self.text.replace_range(from..to, "");
        self.caret = from;
        self.snap_caret();
    }

    /// The start of the sign before the caret.
    fn previous_boundary(&self) -> usize {
        self.text[..self.caret].grapheme_indices(true).next_back().map_or(0, |(at, _)| at)
    }

    /// The end of the sign after the caret.
    fn next_boundary(&self) -> usize {
        self.caret + self.text[self.caret..].graphemes(true).next().map_or(0, str::len)
    }

    /// The start of the word before the caret.
    fn word_start(&self) -> usize {
        let end = self.text[..self.caret].trim_end();
        end.rfind(char::is_whitespace).map_or(0, |at| at + end[at..].chars().next().map_or(0, char::len_utf8))
    }

    /// A sign typed beside another may join it: the caret never stands inside of one.
    fn snap_caret(&mut self) {
        let ends = self.text.grapheme_indices(true).map(|(at, ch)| at + ch.len());
        self.caret = std::iter::once(0).chain(ends).find(|end| *end >= self.caret).unwrap_or(self.text.len());
    }
}

/// A sign as it goes into a line: breaks and tabs are spaces; none if it could break the line or would not be seen.
fn typeable(ch: char) -> Option<char> {
    match ch {
        '\n' | '\r' | '\t' | '\u{2028}' | '\u{2029}' => Some(' '),
        ch if ch.is_control() => None,
        // Signs that turn the direction of text, are not seen, or have no sign that every terminal agrees about.
        '\u{ad}'
        | '\u{61c}'
        | '\u{200b}'..='\u{200f}'
        | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}'
        | '\u{feff}'
        | '\u{e000}'..='\u{f8ff}'
        | '\u{f0000}'..='\u{10ffff}' => None,
        ch => Some(ch),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn next_boundary(text: &str, edits: &[TextEdit]) -> (String, String) {
        let mut line = TextInput::with_text(text);
        for edit in edits {
            line.edit(*edit);
        }
        let (before, after) = line.split_at_caret();
        (before.to_owned(), after.to_owned())
    }

    #[test]
    fn letters_words_and_everything_can_be_erased() {
        assert_eq!(next_boundary("один два", &[TextEdit::Backspace]), ("один дв".into(), String::new()));
        assert_eq!(next_boundary("один два ", &[TextEdit::DeleteWordBefore]), ("один ".into(), String::new()));
        assert_eq!(next_boundary("один два", &[TextEdit::Left, TextEdit::DeleteToStart]), (String::new(), "а".into()));
        assert_eq!(next_boundary("ab", &[TextEdit::Start, TextEdit::Delete]), (String::new(), "b".into()));
        assert_eq!(
            next_boundary("", &[TextEdit::Backspace, TextEdit::Delete, TextEdit::DeleteWordBefore, TextEdit::Left]),
            (String::new(), String::new())
        );
    }

    #[test]
    fn the_caret_steps_over_whole_signs() {
        assert_eq!(next_boundary("ae\u{301}", &[TextEdit::Left]), ("a".into(), "e\u{301}".into()));
        assert_eq!(next_boundary("汽车", &[TextEdit::Left]), ("汽".into(), "车".into()));
        let mut line = TextInput::with_text("ab");
        line.edit(TextEdit::Left);
        line.insert("\u{301}");
        assert_eq!(line.split_at_caret(), ("a\u{301}", "b"));
        line.edit(TextEdit::Backspace);
        assert_eq!(line.text(), "b");
    }

    #[test]
    fn what_would_break_a_line_is_left_out() {
        let mut line = TextInput::default();
        line.insert("a\u{1b}[31m\nb\u{202e}c\u{0}\u{7}\u{200b}\u{e001}d");
        assert_eq!(line.text(), "a[31m bcd");
    }

    #[test]
    fn a_book_is_cut() {
        let mut line = TextInput::default();
        line.insert(&"слово ".repeat(10_000));
        assert_eq!(line.text().chars().count(), MAX_CHARS);
    }
}
