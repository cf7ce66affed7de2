//! Breaks words into lines. Words are measured once and can then be broken at several widths. Widths are in cells.

use unicode_segmentation::UnicodeSegmentation;

use crate::page::model::TextRun;
use crate::render::typeset::measure::width;

/// A piece of a line: its columns, and the bytes of its text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct TextSpan {
    pub x: u16,
    pub cells: u16,
    /// Index of its run; none for the lead, the text before the runs.
    pub run: Option<usize>,
    /// Its first byte in the run.
    pub from: usize,
    /// The byte after its last.
    pub to: usize,
}

impl TextSpan {
    /// The whole lead.
    pub(crate) fn of_lead(text: &str) -> Self {
        Self { x: 0, cells: width(text), run: None, from: 0, to: text.len() }
    }
}

/// The columns of the lines of a text.
#[derive(Debug, Clone, Copy)]
pub(crate) struct LineMeasures {
    /// Where the first line begins.
    pub start: u16,
    /// Where the other lines begin.
    pub hang: u16,
    /// Where all lines end.
    pub room: u16,
}

impl LineMeasures {
    pub(crate) fn without_indent(room: u16) -> Self {
        Self { start: 0, hang: 0, room }
    }
}

/// The words of runs with their widths. A word may begin in one run and end in another.
#[derive(Debug, Default)]
pub(crate) struct MeasuredWords<'a> {
    runs: &'a [TextRun],
    all: Vec<MeasuredWord>,
    parts: Vec<WordPart>,
}

#[derive(Debug, Clone, Copy)]
struct MeasuredWord {
    /// Number of spaces before it.
    gap: u16,
    cells: u16,
    /// The end of its parts in the list of all parts.
    end: usize,
}

/// The part of a word that is in one run.
#[derive(Debug, Clone, Copy)]
struct WordPart {
    run: usize,
    from: usize,
    to: usize,
    cells: u16,
}

impl<'a> MeasuredWords<'a> {
    /// Measures other runs, reusing the allocations.
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

    /// Breaks the words into lines. Calls `put` with the index of the line of each piece; returns the number of lines.
    pub(crate) fn break_lines(
        &self,
        LineMeasures { start, hang, room }: LineMeasures,
        mut put: impl FnMut(usize, TextSpan),
    ) -> usize {
        let room = room.max(1);
        let (mut line, mut x, mut is_line_start) = (0, start, true);
        let mut first = 0;
        for word in &self.all {
            let gap = if is_line_start { 0 } else { word.gap };
            if !is_line_start && end_column(x, &[gap, word.cells]) > room {
                (line, x, is_line_start) = (line + 1, hang, true);
            } else {
                x += gap;
            }
            for part in &self.parts[first..word.end] {
                let mut rest = *part;
                while end_column(x, &[rest.cells]) > room && room > hang {
                    let kept = self.fitting_prefix(rest, x, room);
                    if kept.to > kept.from {
                        put(line, kept.at_column(x));
                    } else if is_line_start {
                        break;
                    }
                    rest.from = kept.to;
                    rest.cells = width(self.text(rest));
                    (line, x, is_line_start) = (line + 1, hang, true);
                }
                put(line, rest.at_column(x));
                (x, is_line_start) = (end_column(x, &[rest.cells]), false);
            }
            first = word.end;
        }
        line + 1
    }

    /// The longest prefix of a part that fits from column `x` on.
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

/// Adds widths to a column.
fn end_column(x: u16, cells: &[u16]) -> u16 {
    cells.iter().fold(x, |x, cells| x.saturating_add(*cells))
}
