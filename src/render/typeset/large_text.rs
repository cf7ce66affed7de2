//! Sets text in large letters made of dots, in lines of a given width. All lengths are in dots.
//!
//! Letters are proportional. Each begins at an even dot, so that two dots that share a cell belong to one letter and have
//! one colour.

use crate::page::model::{Role, TextRun};
use crate::render::typeset::bitmap_font::glyph;

/// The height of a letter.
pub const LETTER_HEIGHT: u16 = 8;

/// From the top of one line to the top of the next.
pub const LINE_HEIGHT: u16 = 9;

const WORD_SPACE: u16 = 6;

/// A letter on its line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Letter {
    /// Its first column, even.
    pub x: u16,
    /// Its dots: the top row in the highest byte, the leftmost dot in its highest bit.
    pub dots: u64,
    /// Its width.
    pub width: u16,
    /// Its role.
    pub role: Role,
}

/// A text in lines of large letters.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct LargeText {
    /// The lines, from top to bottom.
    pub lines: Vec<Vec<Letter>>,
}

impl LargeText {
    /// From the top of the first line to the bottom of the last.
    pub fn height(&self) -> u16 {
        let lines = u16::try_from(self.lines.len()).unwrap_or(u16::MAX);
        lines.checked_sub(1).map_or(0, |more| more * LINE_HEIGHT + LETTER_HEIGHT)
    }

    /// The width of the longest line.
    pub fn width(&self) -> u16 {
        self.lines.iter().map(|line| end(line)).max().unwrap_or(0)
    }
}

/// Sets runs in as few lines as fit into `room`, all of about one length. None if a letter has no glyph or a word is longer
/// than a line.
pub fn typeset(runs: &[TextRun], room: u16) -> Option<LargeText> {
    let words = split_words(runs)?;
    let widest = words.iter().map(|word| end(word)).max()?;
    let lines = break_lines(&words, room)?;
    let (mut narrow, mut wide) = (widest.max(room / 2), room);
    while narrow < wide {
        let middle = u16::midpoint(narrow, wide);
        if break_lines(&words, middle).is_some_and(|folded| folded.lines.len() == lines.lines.len()) {
            wide = middle;
        } else {
            narrow = middle + 1;
        }
    }
    break_lines(&words, wide)
}

/// The column after the last letter of a word or line.
fn end(letters: &[Letter]) -> u16 {
    letters.last().map_or(0, |last| last.x + last.width)
}

/// The letters of each word; the first of a word is at 0, the next at least two dots after its end.
fn split_words(runs: &[TextRun]) -> Option<Vec<Vec<Letter>>> {
    let mut words = vec![Vec::new()];
    for run in runs {
        for character in run.text.chars() {
            let last = words.last_mut()?;
            let x = if last.is_empty() { 0 } else { (end(last) + 2).next_multiple_of(2) };
            let (dots, width) = match character {
                ' ' => {
                    words.push(Vec::new());
                    continue;
                }
                // A no-break space.
                '\u{a0}' | '\u{202f}' | '\u{2009}' => (0, 2),
                _ => letter_dots(character)?,
            };
            last.push(Letter { x, dots, width, role: run.role });
        }
    }
    words.retain(|word| !word.is_empty());
    (!words.is_empty()).then_some(words)
}

/// Sets words in as few lines as possible; none if a word is longer than a line.
fn break_lines(words: &[Vec<Letter>], room: u16) -> Option<LargeText> {
    let mut large_text = LargeText { lines: vec![Vec::new()] };
    let mut x = 0;
    for word in words {
        if end(word) > room {
            return None;
        }
        if x > 0 && x + end(word) > room {
            large_text.lines.push(Vec::new());
            x = 0;
        }
        let moved = word.iter().map(|letter| Letter { x: letter.x + x, ..*letter });
        large_text.lines.last_mut()?.extend(moved);
        x = (x + end(word) + WORD_SPACE).next_multiple_of(2);
    }
    Some(large_text)
}

/// The dots of a character, moved to the left edge, and their width.
fn letter_dots(character: char) -> Option<(u64, u16)> {
    let dots = glyph(character)?;
    let shadow = dots.to_be_bytes().into_iter().fold(0, |all, row| all | row);
    let left = shadow.leading_zeros();
    let width = 8 - left.min(7) - shadow.trailing_zeros().min(7);
    // Only empty columns are shifted out, so no dot moves into the row above.
    Some((dots << left.min(7), u16::try_from(width).unwrap_or(8)))
}

/// Whether a letter has a dot at a column and a row; false outside of it.
pub fn has_dot(letter: &Letter, (column, row): (u16, u16)) -> bool {
    column < 8 && row < LETTER_HEIGHT && letter.dots >> (63 - (row * 8 + column)) & 1 == 1
}

#[cfg(test)]
mod tests {
    use super::*;

    fn picture(text: &str) -> String {
        let large_text = typeset(&[TextRun::plain(text)], 1000).unwrap();
        let line = &large_text.lines[0];
        let row = |row| {
            let at = |x: u16| line.iter().any(|letter| x >= letter.x && has_dot(letter, (x - letter.x, row)));
            (0..large_text.width()).map(|x| if at(x) { '#' } else { '.' }).collect::<String>()
        };
        (0..LETTER_HEIGHT).map(row).collect::<Vec<_>>().join("\n")
    }

    #[test]
    fn every_letter_of_the_three_languages_has_a_glyph() {
        let letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZАБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯӘҒҚҢӨҰҮҺІ";
        for sign in letters
            .chars()
            .chain(letters.chars().flat_map(char::to_lowercase))
            .chain("0123456789,.:;%≥≤~−–—«»’×?!()".chars())
        {
            assert!(letter_dots(sign).is_some_and(|(dots, _)| dots != 0), "{sign}");
        }
    }

    #[test]
    fn letters_are_drawn_from_their_dots() {
        let expected = "\
            #####...##...##\n\
            ##..##..##...##\n\
            ##..##..##...##\n\
            #####....######\n\
            ##...........##\n\
            ##...........##\n\
            ##...........##\n\
            ...............";
        assert_eq!(picture("РЧ"), expected);
        assert!(picture("І").starts_with("######\n..##..\n"), "{}", picture("І"));
        assert!(picture("Һ").starts_with("##....\n##....\n##....\n#####."), "{}", picture("Һ"));
    }

    #[test]
    fn a_sentence_is_set_in_lines_of_similar_length() {
        let large_text = typeset(&[TextRun::plain("one two three four five six")], 130).unwrap();
        assert_eq!(large_text.lines.len(), 2);
        assert!(end(&large_text.lines[0]).abs_diff(end(&large_text.lines[1])) < 40);
        assert!(large_text.width() <= 130);
        assert!(large_text.lines.iter().flatten().all(|letter| letter.x % 2 == 0));
    }

    #[test]
    fn a_text_with_an_unknown_character_or_a_too_long_word_is_not_set() {
        assert_eq!(typeset(&[TextRun::plain("汽车")], 1000), None);
        assert_eq!(typeset(&[TextRun::plain("long")], 10), None);
        assert_eq!(typeset(&[], 1000), None);
    }
}
