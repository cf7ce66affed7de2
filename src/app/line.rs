//! A line of text that a person types: what is in it, and where the caret stands.
//!
//! Whatever is typed or pasted is text. What would break a line, turn its direction or be seen nowhere is left out.

use unicode_segmentation::UnicodeSegmentation;

/// A line that is being typed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Line {
    text: String,
    /// The byte that the caret stands before; always between two graphemes.
    caret: usize,
}

/// What can be done to a line besides typing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Edit {
    /// Erase the sign before the caret.
    Erase,
    /// Erase the sign after the caret.
    Delete,
    /// Erase the word before the caret.
    EraseWord,
    /// Erase everything before the caret.
    EraseAll,
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
const MOST: usize = 120;

impl Line {
    /// A line with the caret at its end.
    #[must_use]
    pub fn of(text: &str) -> Self {
        Self { text: text.to_owned(), caret: text.len() }
    }

    /// What is in it.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// What stands before the caret, and after it.
    #[must_use]
    pub fn parts(&self) -> (&str, &str) {
        self.text.split_at(self.caret)
    }

    /// Types signs, as from a key or a paste.
    pub fn insert(&mut self, signs: &str) {
        for sign in signs.chars().filter_map(visible) {
            if self.text.chars().count() >= MOST {
                break;
            }
            self.text.insert(self.caret, sign);
            self.caret += sign.len_utf8();
        }
        self.settle();
    }

    /// Changes the line, or moves the caret.
    pub fn edit(&mut self, edit: Edit) {
        match edit {
            Edit::Left => self.caret = self.before(),
            Edit::Right => self.caret = self.after(),
            Edit::Start => self.caret = 0,
            Edit::End => self.caret = self.text.len(),
            Edit::Erase => self.cut(self.before(), self.caret),
            Edit::Delete => self.cut(self.caret, self.after()),
            Edit::EraseWord => self.cut(self.word(), self.caret),
            Edit::EraseAll => self.cut(0, self.caret),
        }
    }

    fn cut(&mut self, from: usize, to: usize) {
        self.text.replace_range(from..to, "");
        self.caret = from;
        self.settle();
    }

    /// The start of the sign before the caret.
    fn before(&self) -> usize {
        self.text[..self.caret].grapheme_indices(true).next_back().map_or(0, |(at, _)| at)
    }

    /// The end of the sign after the caret.
    fn after(&self) -> usize {
        self.caret + self.text[self.caret..].graphemes(true).next().map_or(0, str::len)
    }

    /// The start of the word before the caret.
    fn word(&self) -> usize {
        let end = self.text[..self.caret].trim_end();
        end.rfind(char::is_whitespace).map_or(0, |at| at + end[at..].chars().next().map_or(0, char::len_utf8))
    }

    /// A sign typed beside another may join it: the caret never stands inside of one.
    fn settle(&mut self) {
        let ends = self.text.grapheme_indices(true).map(|(at, sign)| at + sign.len());
        self.caret = std::iter::once(0).chain(ends).find(|end| *end >= self.caret).unwrap_or(self.text.len());
    }
}

/// A sign as it goes into a line: breaks and tabs are spaces; none if it could break the line or would not be seen.
fn visible(sign: char) -> Option<char> {
    match sign {
        '\n' | '\r' | '\t' | '\u{2028}' | '\u{2029}' => Some(' '),
        sign if sign.is_control() => None,
        // Signs that turn the direction of text, are not seen, or are ours inside of messages.
        '\u{ad}'
        | '\u{61c}'
        | '\u{200b}'..='\u{200f}'
        | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}'
        | '\u{feff}'
        | '\u{e000}'..='\u{f8ff}'
        | '\u{f0000}'..='\u{10ffff}' => None,
        sign => Some(sign),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn after(text: &str, edits: &[Edit]) -> (String, String) {
        let mut line = Line::of(text);
        for edit in edits {
            line.edit(*edit);
        }
        let (before, after) = line.parts();
        (before.to_owned(), after.to_owned())
    }

    #[test]
    fn letters_words_and_everything_can_be_erased() {
        assert_eq!(after("один два", &[Edit::Erase]), ("один дв".into(), String::new()));
        assert_eq!(after("один два ", &[Edit::EraseWord]), ("один ".into(), String::new()));
        assert_eq!(after("один два", &[Edit::Left, Edit::EraseAll]), (String::new(), "а".into()));
        assert_eq!(after("ab", &[Edit::Start, Edit::Delete]), (String::new(), "b".into()));
        assert_eq!(
            after("", &[Edit::Erase, Edit::Delete, Edit::EraseWord, Edit::Left]),
            (String::new(), String::new())
        );
    }

    #[test]
    fn the_caret_steps_over_whole_signs() {
        assert_eq!(after("ae\u{301}", &[Edit::Left]), ("a".into(), "e\u{301}".into()));
        assert_eq!(after("汽车", &[Edit::Left]), ("汽".into(), "车".into()));
        let mut line = Line::of("ab");
        line.edit(Edit::Left);
        line.insert("\u{301}");
        assert_eq!(line.parts(), ("a\u{301}", "b"));
        line.edit(Edit::Erase);
        assert_eq!(line.text(), "b");
    }

    #[test]
    fn what_would_break_a_line_is_left_out() {
        let mut line = Line::default();
        line.insert("a\u{1b}[31m\nb\u{202e}c\u{0}\u{7}\u{200b}\u{e001}d");
        assert_eq!(line.text(), "a[31m bcd");
    }

    #[test]
    fn a_book_is_cut() {
        let mut line = Line::default();
        line.insert(&"слово ".repeat(10_000));
        assert_eq!(line.text().chars().count(), MOST);
    }
}
