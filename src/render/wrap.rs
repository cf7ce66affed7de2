//! Running text as lines of a width, without saying how they are drawn. Widths are cells.

use unicode_segmentation::UnicodeSegmentation;

use super::measure::{runs_width, width};
use crate::page::prose::{Block, LabelledBar, Onward, Role, Run};

/// Text is not wider than this, so that the eye finds the next line.
pub const MEASURE: u16 = 92;

/// A line of text, ready to draw.
#[derive(Debug, Clone, PartialEq)]
pub enum Line<'a> {
    /// Nothing.
    Blank,
    /// Pieces of text from a column on.
    Text(Vec<Piece<'a>>),
    /// A bar: its name, its share of the longest, its words.
    Bar(&'a LabelledBar, f64, u16),
    /// One whole and its parts.
    Stack(&'a [LabelledBar]),
    /// What a part of a stack is, and how it is drawn.
    Part(&'a LabelledBar, usize),
}

/// A piece of a line.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Piece<'a> {
    /// Its first column.
    pub x: u16,
    /// What it says.
    pub text: &'a str,
    /// What it means.
    pub role: Role,
    /// What it names, to go on to.
    pub onward: Option<Onward>,
}

/// Wraps runs into lines of at most `room` cells; lines after the first start at `hang`.
#[must_use]
pub fn wrap(runs: &[Run], start: u16, hang: u16, room: u16) -> Vec<Vec<Piece<'_>>> {
    let mut wrapped = Wrapped { lines: vec![Vec::new()], x: start, hang, room: room.max(1), word: Vec::new(), gap: 0 };
    for run in runs {
        let mut rest = run.text.as_str();
        while !rest.is_empty() {
            let end = rest.find(' ').unwrap_or(rest.len());
            if end > 0 {
                wrapped.word.push((&rest[..end], run));
            }
            rest = &rest[end..];
            if let Some(after) = rest.strip_prefix(' ') {
                wrapped.flush();
                wrapped.gap += 1;
                rest = after;
            }
        }
    }
    wrapped.flush();
    wrapped.lines
}

/// The width at which runs wrap into lines of about one length, and how many. One line may be longer than the measure.
#[must_use]
pub fn balance(runs: &[Run], room: u16) -> (u16, usize) {
    if runs_width(runs) <= room {
        return (room, 1);
    }
    let room = room.min(MEASURE);
    let lines = wrap(runs, 0, 0, room).len();
    let (mut narrow, mut wide) = (room / 2, room);
    while narrow < wide {
        let middle = u16::midpoint(narrow, wide);
        if wrap(runs, 0, 0, middle).len() > lines {
            narrow = middle + 1;
        } else {
            wide = middle;
        }
    }
    (wide, lines)
}

struct Wrapped<'a> {
    lines: Vec<Vec<Piece<'a>>>,
    x: u16,
    hang: u16,
    room: u16,
    word: Vec<(&'a str, &'a Run)>,
    gap: u16,
}

impl<'a> Wrapped<'a> {
    /// Puts the pending word on this line, or on the next where it does not fit.
    fn flush(&mut self) {
        if self.word.is_empty() {
            return;
        }
        let cells: u16 = self.word.iter().map(|(text, _)| width(text)).sum();
        let fresh = self.lines.last().is_none_or(Vec::is_empty);
        let gap = if fresh { 0 } else { self.gap };
        if !fresh && self.x + gap + cells > self.room {
            self.break_line();
        } else {
            self.x += gap;
        }
        for (text, run) in std::mem::take(&mut self.word) {
            self.place(text, run);
        }
        self.gap = 0;
    }

    fn place(&mut self, text: &'a str, run: &Run) {
        let mut rest = text;
        while self.x + width(rest) > self.room && self.room > self.hang {
            let mut end = 0;
            let mut cells = 0;
            for (at, grapheme) in rest.grapheme_indices(true) {
                if self.x + cells + width(grapheme) > self.room {
                    break;
                }
                cells += width(grapheme);
                end = at + grapheme.len();
            }
            if end == 0 && self.lines.last().is_none_or(Vec::is_empty) {
                break;
            }
            self.push(&rest[..end], run);
            rest = &rest[end..];
            self.break_line();
        }
        self.push(rest, run);
    }

    fn push(&mut self, text: &'a str, run: &Run) {
        if text.is_empty() {
            return;
        }
        let piece = Piece { x: self.x, text, role: run.role, onward: run.onward };
        self.x += width(text);
        if let Some(line) = self.lines.last_mut() {
            line.push(piece);
        }
    }

    fn break_line(&mut self) {
        self.lines.push(Vec::new());
        self.x = self.hang;
    }
}

/// All lines of blocks at a width.
#[must_use]
pub fn lines(blocks: &[Block], room: u16) -> Vec<Line<'_>> {
    let mut lines = Vec::with_capacity(blocks.len() * 2);
    for block in blocks {
        match block {
            Block::Gap => lines.push(Line::Blank),
            Block::Heading(heading) => {
                if lines.last().is_some_and(|last| *last != Line::Blank) {
                    lines.push(Line::Blank);
                }
                lines.push(Line::Text(vec![Piece { x: 0, text: heading, role: Role::Heading, onward: None }]));
            }
            Block::Paragraph(runs) => lines.extend(wrap(runs, 0, 0, room).into_iter().map(Line::Text)),
            Block::Steps(steps) => {
                for step in steps {
                    lines.extend(wrap(step, 2, 4.min(room / 2), room).into_iter().map(Line::Text));
                }
            }
            Block::Facts(facts) => {
                let longest = facts.iter().map(|fact| width(&fact.term)).max().unwrap_or(0);
                let hang = (longest + 2).min(room / 3).max(4.min(room));
                for fact in facts {
                    let term = Piece { x: 0, text: &fact.term, role: Role::Muted, onward: None };
                    let mut wrapped = wrap(&fact.text, hang, hang, room);
                    if width(&fact.term) + 2 > hang {
                        lines.push(Line::Text(vec![term]));
                    } else if let Some(first) = wrapped.first_mut() {
                        first.insert(0, term);
                    }
                    lines.extend(wrapped.into_iter().map(Line::Text));
                }
            }
            Block::Bars(bars) => {
                let most = bars.iter().map(|bar| bar.value).fold(0.0, f64::max);
                let name = bars.iter().map(|bar| width(&bar.label)).max().unwrap_or(0);
                let share = |bar: &LabelledBar| if most > 0.0 { bar.value / most } else { 0.0 };
                lines.extend(bars.iter().map(|bar| Line::Bar(bar, share(bar), name)));
            }
            Block::Stack(parts) => {
                lines.push(Line::Stack(parts));
                lines.extend(parts.iter().enumerate().map(|(place, part)| Line::Part(part, place)));
            }
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(lines: &[Vec<Piece<'_>>]) -> Vec<String> {
        let line = |pieces: &Vec<Piece<'_>>| {
            let mut text = String::new();
            for piece in pieces {
                while text.chars().count() < usize::from(piece.x) {
                    text.push(' ');
                }
                text.push_str(piece.text);
            }
            text
        };
        lines.iter().map(line).collect()
    }

    #[test]
    fn words_stay_whole_across_runs_and_no_line_is_too_long() {
        let runs =
            [Run::plain("обещали не менее "), Run::new("200\u{a0}000", Role::Target), Run::plain(", а выпустили")];
        assert_eq!(text(&wrap(&runs, 0, 0, 17)), ["обещали не менее", "200\u{a0}000, а", "выпустили"]);
    }

    #[test]
    fn a_word_longer_than_the_line_is_broken_between_letters() {
        let runs = [Run::plain("see https://example.org/a/b")];
        assert_eq!(text(&wrap(&runs, 0, 2, 10)), ["see", "  https://", "  example.", "  org/a/b"]);
    }

    #[test]
    fn lines_of_a_sentence_are_of_about_one_length() {
        let runs = [Run::plain("one two three four five six seven eight nine ten")];
        let (room, lines) = balance(&runs, 40);
        assert_eq!((room, lines), (24, 2));
    }
}
