//! Where lines of words end: words are measured once, and then laid into lines of one width after another.

use unicode_segmentation::UnicodeSegmentation;

use crate::page::model::rich_text::TextRun;
use crate::render::typeset::measure::width;

/// Where a piece of a line stands, and where its words are to be found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct TextSpan {
    /// Its first column.
    pub x: u16,
    /// Its cells.
    pub cells: u16,
    /// The run that it is of; none for what stands before the runs.
    pub run: Option<usize>,
    /// Its first byte there.
    pub from: usize,
    /// The byte after its last.
    pub to: usize,
}

impl TextSpan {
    /// All of what stands before the runs.
    #[must_use]
    pub(crate) fn of_lead(text: &str) -> Self {
        Self { x: 0, cells: width(text), run: None, from: 0, to: text.len() }
    }
}

/// The words of runs, measured. A word may begin in one run and end in another.
#[derive(Debug, Default)]
pub(crate) struct MeasuredWords<'a> {
    runs: &'a [TextRun],
    all: Vec<MeasuredWord>,
    parts: Vec<WordPart>,
}

#[derive(Debug, Clone, Copy)]
struct MeasuredWord {
    /// Spaces before it.
    gap: u16,
    cells: u16,
    /// The end of its parts among all.
    end: usize,
}

/// As much of a word as is in one run.
#[derive(Debug, Clone, Copy)]
struct WordPart {
    run: usize,
    from: usize,
    to: usize,
    cells: u16,
}

impl<'a> MeasuredWords<'a> {
    /// The words of these runs, instead of those before.
    pub(crate) fn of(&mut self, runs: &'a [TextRun]) -> &Self {
        self.runs = runs;
        self.all.clear();
        self.parts.clear();
        let mut gap = 0;
        for (run, TextRun { text, .. }) in runs.iter().enumerate() {
            let mut from = 0;
            while from < text.len() {
                let rest = &text[from..];
                let long = rest.bytes().position(|byte| byte == b' ').unwrap_or(rest.len());
                if long > 0 {
                    self.parts.push(WordPart { run, from, to: from + long, cells: width(&rest[..long]) });
                }
                if long < rest.len() {
                    self.end_word(&mut gap);
                    gap += 1;
                }
                from += long + 1;
            }
        }
        self.end_word(&mut gap);
        self
    }

    fn end_word(&mut self, gap: &mut u16) {
        let first = self.all.last().map_or(0, |word| word.end);
        if first < self.parts.len() {
            let cells = self.parts[first..].iter().fold(0, |sum: u16, part| sum.saturating_add(part.cells));
            self.all.push(MeasuredWord { gap: *gap, cells, end: self.parts.len() });
            *gap = 0;
        }
    }

    /// Lays the words into lines of at most `room` cells, the first from `start` on, the others from `hang`. Each piece is
    /// put with the number of its line; how many lines there are is returned.
    pub(crate) fn break_lines(
        &self,
        (start, hang, room): (u16, u16, u16),
        mut put: impl FnMut(usize, TextSpan),
    ) -> usize {
        let room = room.max(1);
        let (mut line, mut x, mut is_bare) = (0, start, true);
        let mut first = 0;
        for word in &self.all {
            let gap = if is_bare { 0 } else { word.gap };
            if !is_bare && end_column(x, &[gap, word.cells]) > room {
                (line, x, is_bare) = (line + 1, hang, true);
            } else {
                x += gap;
            }
            for part in &self.parts[first..word.end] {
                let mut rest = *part;
                while end_column(x, &[rest.cells]) > room && room > hang {
                    let kept = self.fitting_prefix(rest, x, room);
                    if kept.to > kept.from {
                        put(line, kept.at_column(x));
                    } else if is_bare {
                        break;
                    }
                    rest.from = kept.to;
                    rest.cells = width(self.text(rest));
                    (line, x, is_bare) = (line + 1, hang, true);
                }
                put(line, rest.at_column(x));
                (x, is_bare) = (end_column(x, &[rest.cells]), false);
            }
            first = word.end;
        }
        line + 1
    }

    /// As much of a part as fits from a column on.
    fn fitting_prefix(&self, part: WordPart, x: u16, room: u16) -> WordPart {
        let mut kept = WordPart { to: part.from, cells: 0, ..part };
        for grapheme in self.text(part).graphemes(true) {
            let cells = width(grapheme);
            if end_column(x, &[kept.cells, cells]) > room {
                break;
            }
            kept.cells += cells;
            kept.to += grapheme.len();
        }
        kept
    }

    fn text(&self, part: WordPart) -> &'a str {
        self.runs.get(part.run).and_then(|run| run.text.get(part.from..part.to)).unwrap_or_default()
    }
}

impl WordPart {
    fn at_column(self, x: u16) -> TextSpan {
        TextSpan { x, cells: self.cells, run: Some(self.run), from: self.from, to: self.to }
    }
}

/// The column that so many cells from a column on reach.
fn end_column(x: u16, cells: &[u16]) -> u16 {
    cells.iter().fold(x, |x, cells| x.saturating_add(*cells))
}
