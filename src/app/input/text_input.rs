//! A single-line text input: its text and its caret.
//!
//! Control characters, direction marks and invisible characters are dropped.

use unicode_segmentation::UnicodeSegmentation;

/// The text and the caret.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct TextInput {
    text: String,
    /// Byte offset, always at a grapheme boundary.
    caret: usize,
}

/// An edit other than inserting text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TextEdit {
    /// Delete the grapheme before the caret.
    Backspace,
    /// Delete the grapheme after the caret.
    Delete,
    /// Delete the word before the caret.
    DeleteWordBefore,
    /// Delete everything before the caret.
    DeleteToStart,
    /// Move the caret left by one grapheme.
    Left,
    /// Move the caret right by one grapheme.
    Right,
    /// Move the caret to the start.
    Start,
    /// Move the caret to the end.
    End,
}

/// Maximum length in characters; a paste may be much longer.
const MAX_CHARS: usize = 120;

impl TextInput {
    /// The whole text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The text before and after the caret.
    pub fn split_at_caret(&self) -> (&str, &str) {
        self.text.split_at(self.caret)
    }

    /// Inserts text at the caret, as from a key or a paste.
    pub fn insert(&mut self, text: &str) {
        for ch in text.chars().filter_map(typeable) {
            if self.text.chars().count() >= MAX_CHARS {
                break;
            }
            self.text.insert(self.caret, ch);
            self.caret += ch.len_utf8();
        }
        self.snap_caret();
    }

    /// Deletes text or moves the caret.
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

    /// Start of the grapheme before the caret.
    fn previous_boundary(&self) -> usize {
        self.text[..self.caret].grapheme_indices(true).next_back().map_or(0, |(at, _)| at)
    }

    /// End of the grapheme after the caret.
    fn next_boundary(&self) -> usize {
        self.caret + self.text[self.caret..].graphemes(true).next().map_or(0, str::len)
    }

    /// Start of the word before the caret.
    fn word_start(&self) -> usize {
        let end = self.text[..self.caret].trim_end();
        end.rfind(char::is_whitespace).map_or(0, |at| at + end[at..].chars().next().map_or(0, char::len_utf8))
    }

    /// Moves the caret out of a grapheme: an inserted character may join its neighbour.
    fn snap_caret(&mut self) {
        let ends = self.text.grapheme_indices(true).map(|(at, ch)| at + ch.len());
        self.caret = std::iter::once(0).chain(ends).find(|end| *end >= self.caret).unwrap_or(self.text.len());
    }
}

/// The character to insert: a space for line breaks and tabs, none for characters that are dropped.
fn typeable(ch: char) -> Option<char> {
    match ch {
        '\n' | '\r' | '\t' | '\u{2028}' | '\u{2029}' => Some(' '),
        ch if ch.is_control() => None,
        // Direction marks, invisible characters, private use.
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

    fn typed(text: &str) -> TextInput {
        let mut line = TextInput::default();
        line.insert(text);
        line
    }

    fn edited(text: &str, edits: &[TextEdit]) -> (String, String) {
        let mut line = typed(text);
        for edit in edits {
            line.edit(*edit);
        }
        let (before, after) = line.split_at_caret();
        (before.to_owned(), after.to_owned())
    }

    #[test]
    fn graphemes_words_and_everything_can_be_deleted() {
        assert_eq!(edited("один два", &[TextEdit::Backspace]), ("один дв".into(), String::new()));
        assert_eq!(edited("один два ", &[TextEdit::DeleteWordBefore]), ("один ".into(), String::new()));
        assert_eq!(edited("один два", &[TextEdit::Left, TextEdit::DeleteToStart]), (String::new(), "а".into()));
        assert_eq!(edited("ab", &[TextEdit::Start, TextEdit::Delete]), (String::new(), "b".into()));
        assert_eq!(
            edited("", &[TextEdit::Backspace, TextEdit::Delete, TextEdit::DeleteWordBefore, TextEdit::Left]),
            (String::new(), String::new())
        );
    }

    #[test]
    fn the_caret_moves_by_whole_graphemes() {
        assert_eq!(edited("ae\u{301}", &[TextEdit::Left]), ("a".into(), "e\u{301}".into()));
        assert_eq!(edited("汽车", &[TextEdit::Left]), ("汽".into(), "车".into()));
        let mut line = typed("ab");
        line.edit(TextEdit::Left);
        line.insert("\u{301}");
        assert_eq!(line.split_at_caret(), ("a\u{301}", "b"));
        line.edit(TextEdit::Backspace);
        assert_eq!(line.text(), "b");
    }

    #[test]
    fn control_characters_are_dropped() {
        let mut line = TextInput::default();
        line.insert("a\u{1b}[31m\nb\u{202e}c\u{0}\u{7}\u{200b}\u{e001}d");
        assert_eq!(line.text(), "a[31m bcd");
    }

    #[test]
    fn a_long_paste_is_cut() {
        let mut line = TextInput::default();
        line.insert(&"слово ".repeat(10_000));
        assert_eq!(line.text().chars().count(), MAX_CHARS);
    }
}
