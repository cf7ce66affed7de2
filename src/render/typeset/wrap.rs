//! Wraps running text into lines. Widths are in cells.
//!
//! [`WrappedText`] has the positions of the words of a text, without the text; [`WrappedLine`] is one line of both.

use crate::page::model::{Block, LabelledBar, OverlayLink, Role, SignMeaning, TextRun};
use crate::render::typeset::line_breaks::{LineMeasures, MeasuredWords, TextSpan};
use crate::render::typeset::measure::{runs_width, width};

/// The largest width of running text: in longer lines it is hard to find the next one.
pub const MAX_TEXT_WIDTH: u16 = 92;

/// The largest width of a headline of two lines and more.
const MAX_HEADLINE_WIDTH: u16 = 120;

/// The cells of a sign and the space after it.
const SIGN_WIDTH: u16 = 6;

/// A line of a wrapped text.
#[derive(Debug, Clone, PartialEq)]
pub enum WrappedLine<'a> {
    /// An empty line.
    Blank,
    /// Pieces of text.
    Text(Vec<LinePiece<'a>>),
    /// The first line of the meaning of a sign.
    Sign(&'a SignMeaning, Vec<LinePiece<'a>>),
    /// A bar, its share of the longest from 0 to 1, the cells for the labels of all bars.
    Bar(&'a LabelledBar, f64, u16),
    /// The parts of a whole.
    Stack(&'a [LabelledBar]),
    /// The label of a part of a stack, with its index.
    StackPart(&'a LabelledBar, usize),
}

/// A piece of a line.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct LinePiece<'a> {
    /// Its first column.
    pub x: u16,
    /// Its cells.
    pub cells: u16,
    /// Its text.
    pub text: &'a str,
    /// Its role.
    pub role: Role,
    /// Its link.
    pub link: Option<OverlayLink>,
}

/// The positions of the words of a text at a width. They are valid only together with the same text.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct WrappedText {
    rows: Vec<LineRecord>,
    spans: Vec<TextSpan>,
}

/// A line: its content, and the end of its pieces in the list of all pieces.
#[derive(Debug, Clone, Copy, PartialEq)]
struct LineRecord {
    source: LineSource,
    end: usize,
}

/// The content of a line: the index of a block, and of an entry of the block.
#[derive(Debug, Clone, Copy, PartialEq)]
enum LineSource {
    Blank,
    Words { block: usize, entry: usize },
    Sign { block: usize, entry: usize },
    Bar { block: usize, entry: usize, share: f64, name: u16 },
    Stack { block: usize },
    StackPart { block: usize, entry: usize },
}

/// Blocks with the lines that they were wrapped into.
#[derive(Debug, Clone, Copy)]
pub struct WrappedBlocks<'a> {
    /// The blocks.
    pub blocks: &'a [Block],
    /// Their lines.
    pub text: &'a WrappedText,
}

impl WrappedText {
    /// Wraps blocks into lines of at most `room` cells.
    pub fn of(blocks: &[Block], room: u16) -> Self {
        let mut wrapped = Self::default();
        let mut words = MeasuredWords::default();
        for (block, content) in blocks.iter().enumerate() {
            match content {
                Block::Gap => wrapped.end_line(LineSource::Blank),
                Block::Heading(heading) => {
                    if wrapped.rows.last().is_some_and(|last| last.source != LineSource::Blank) {
                        wrapped.end_line(LineSource::Blank);
                    }
                    wrapped.spans.push(TextSpan::of_lead(heading));
                    wrapped.end_line(LineSource::Words { block, entry: 0 });
                }
                Block::Paragraph(runs) => {
                    wrapped.add(
                        words.of(runs),
                        LineSource::Words { block, entry: 0 },
                        LineMeasures::without_indent(room),
                    );
                }
                Block::Steps(steps) => {
                    let measures = LineMeasures { start: 2, hang: 4.min(room / 2), room };
                    for (entry, step) in steps.iter().enumerate() {
                        wrapped.add(words.of(step), LineSource::Words { block, entry }, measures);
                    }
                }
                Block::Facts(facts) => {
                    let longest = facts.iter().map(|fact| width(&fact.term)).max().unwrap_or(0);
                    let hang = (longest + 2).min(room / 3).max(4.min(room));
                    for (entry, fact) in facts.iter().enumerate() {
                        let source = LineSource::Words { block, entry };
                        let term = TextSpan::of_lead(&fact.term);
                        wrapped.spans.push(term);
                        if term.cells + 2 > hang {
                            wrapped.end_line(source);
                        }
                        wrapped.add(words.of(&fact.text), source, LineMeasures { start: hang, hang, room });
                    }
                }
                Block::Signs(signs) => {
                    let hang = SIGN_WIDTH.min(room / 3);
                    for (entry, sign) in signs.iter().enumerate() {
                        let first = wrapped.rows.len();
                        let source = LineSource::Words { block, entry };
                        wrapped.add(words.of(&sign.meaning), source, LineMeasures { start: hang, hang, room });
                        if let Some(line) = wrapped.rows.get_mut(first) {
                            line.source = LineSource::Sign { block, entry };
                        }
                    }
                }
                Block::Bars(bars) => wrapped.bars(block, bars),
                Block::Stack(parts) => {
                    wrapped.end_line(LineSource::Stack { block });
                    (0..parts.len()).for_each(|entry| wrapped.end_line(LineSource::StackPart { block, entry }));
                }
            }
        }
        wrapped
    }

    /// Wraps runs into lines of at most `room` cells.
    pub fn of_runs(runs: &[TextRun], room: u16) -> Self {
        Self::of_measured_runs(runs, LineMeasures::without_indent(room))
    }

    fn of_measured_runs(runs: &[TextRun], measures: LineMeasures) -> Self {
        let mut wrapped = Self::default();
        wrapped.add(MeasuredWords::default().of(runs), LineSource::Words { block: 0, entry: 0 }, measures);
        wrapped
    }

    /// The number of lines.
    pub fn height(&self) -> usize {
        self.rows.len()
    }

    /// The lines from index `from` on; `blocks` are those that were wrapped.
    pub fn lines<'a>(&self, blocks: &'a [Block], from: usize) -> impl Iterator<Item = WrappedLine<'a>> {
        (from..self.rows.len()).map(move |row| self.line(row, blocks))
    }

    /// The lines of runs; `runs` are those that were wrapped.
    pub fn lines_of_runs<'a>(&self, runs: &'a [TextRun]) -> impl Iterator<Item = Vec<LinePiece<'a>>> {
        (0..self.rows.len()).map(move |row| self.pieces(row, (None, runs)).collect())
    }

    /// The index and the pieces of each line whose source text has a matching run.
    pub fn lines_with<'a>(
        &self,
        blocks: &'a [Block],
        matches: impl Fn(&TextRun) -> bool,
    ) -> impl Iterator<Item = (usize, impl Iterator<Item = LinePiece<'a>>)> {
        self.rows.iter().enumerate().filter_map(move |(row, LineRecord { source, .. })| {
            let LineSource::Words { block, entry } = *source else { return None };
            let words = source_text(blocks, block, entry);
            words.1.iter().any(&matches).then(|| (row, self.pieces(row, words)))
        })
    }

    fn line<'a>(&self, row: usize, blocks: &'a [Block]) -> WrappedLine<'a> {
        let bar = |block: usize, entry: usize| match blocks.get(block) {
            Some(Block::Bars(bars) | Block::Stack(bars)) => bars.get(entry),
            _ => None,
        };
        let line = match self.rows[row].source {
            LineSource::Blank => None,
            LineSource::Words { block, entry } => {
                Some(WrappedLine::Text(self.pieces(row, source_text(blocks, block, entry)).collect()))
            }
            LineSource::Sign { block, entry } => match blocks.get(block) {
                Some(Block::Signs(signs)) => signs
                    .get(entry)
                    .map(|sign| WrappedLine::Sign(sign, self.pieces(row, source_text(blocks, block, entry)).collect())),
                _ => None,
            },
            LineSource::Bar { block, entry, share, name } => {
                bar(block, entry).map(|bar| WrappedLine::Bar(bar, share, name))
            }
            LineSource::Stack { block } => match blocks.get(block) {
                Some(Block::Stack(parts)) => Some(WrappedLine::Stack(parts)),
                _ => None,
            },
            LineSource::StackPart { block, entry } => bar(block, entry).map(|part| WrappedLine::StackPart(part, entry)),
        };
        line.unwrap_or(WrappedLine::Blank)
    }

    fn pieces<'a>(&self, row: usize, (lead, runs): SourceText<'a>) -> impl Iterator<Item = LinePiece<'a>> {
        let from = row.checked_sub(1).map_or(0, |before| self.rows[before].end);
        let piece = move |span: &TextSpan| {
            let (text, role, link) = match span.run {
                Some(run) => runs.get(run).map(|run| (run.text.as_str(), run.role, run.link))?,
                None => lead.map(|(text, role)| (text, role, None))?,
            };
            let text = text.get(span.from..span.to)?;
            Some(LinePiece { x: span.x, cells: span.cells, text, role, link })
        };
        self.spans[from..self.rows[row].end].iter().filter_map(piece)
    }

    fn end_line(&mut self, source: LineSource) {
        self.rows.push(LineRecord { source, end: self.spans.len() });
    }

    fn add(&mut self, words: &MeasuredWords<'_>, source: LineSource, measures: LineMeasures) {
        let first = self.rows.len();
        let lines = words.break_lines(measures, |line, span| {
            while self.rows.len() - first < line {
                self.end_line(source);
            }
            self.spans.push(span);
        });
        while self.rows.len() - first < lines {
            self.end_line(source);
        }
    }

    fn bars(&mut self, block: usize, bars: &[LabelledBar]) {
        let most = bars.iter().map(|bar| bar.value).fold(0.0, f64::max);
        let name = bars.iter().map(|bar| width(&bar.label)).max().unwrap_or(0);
        for (entry, bar) in bars.iter().enumerate() {
            let share = if most > 0.0 { bar.value / most } else { 0.0 };
            self.end_line(LineSource::Bar { block, entry, share, name });
        }
    }
}

/// The text of a line before it was wrapped: the lead with its role, and the runs.
type SourceText<'a> = (Option<(&'a str, Role)>, &'a [TextRun]);

fn source_text(blocks: &[Block], block: usize, entry: usize) -> SourceText<'_> {
    match blocks.get(block) {
        Some(Block::Heading(heading)) => (Some((heading, Role::Heading)), &[]),
        Some(Block::Paragraph(runs)) => (None, runs),
        Some(Block::Signs(signs)) => (None, signs.get(entry).map_or(&[], |sign| sign.meaning.as_slice())),
        Some(Block::Steps(steps)) => (None, steps.get(entry).map_or(&[], Vec::as_slice)),
        Some(Block::Facts(facts)) => {
            facts.get(entry).map_or((None, &[]), |fact| (Some((fact.term.as_str(), Role::Muted)), fact.text.as_slice()))
        }
        _ => (None, &[]),
    }
}

/// Wraps runs into lines that end at `room`; the first begins at `start`, the others at `hang`.
pub fn wrap(runs: &[TextRun], start: u16, hang: u16, room: u16) -> Vec<Vec<LinePiece<'_>>> {
    WrappedText::of_measured_runs(runs, LineMeasures { start, hang, room }).lines_of_runs(runs).collect()
}

/// The smallest width that needs no more lines than `room` does, and their number. A single line may be wider than
/// `MAX_HEADLINE_WIDTH`.
pub fn balance(runs: &[TextRun], room: u16) -> (u16, usize) {
    if runs_width(runs) <= room {
        return (room, 1);
    }
    let room = room.min(MAX_HEADLINE_WIDTH);
    let mut words = MeasuredWords::default();
    let words = words.of(runs);
    let count = |room: u16| words.break_lines(LineMeasures::without_indent(room), |_, _| {});
    let lines = count(room);
    let (mut narrow, mut wide) = (room / 2, room);
    while narrow < wide {
        let middle = u16::midpoint(narrow, wide);
        if count(middle) > lines {
            narrow = middle + 1;
        } else {
            wide = middle;
        }
    }
    (wide, lines)
}

/// All lines of blocks.
pub fn lines(blocks: &[Block], room: u16) -> Vec<WrappedLine<'_>> {
    WrappedText::of(blocks, room).lines(blocks, 0).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(lines: &[Vec<LinePiece<'_>>]) -> Vec<String> {
        let line = |pieces: &Vec<LinePiece<'_>>| {
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
        let runs = [
            TextRun::plain("обещали не менее "),
            TextRun::new("200\u{a0}000", Role::Target),
            TextRun::plain(", а выпустили"),
        ];
        assert_eq!(text(&wrap(&runs, 0, 0, 17)), ["обещали не менее", "200\u{a0}000, а", "выпустили"]);
    }

    #[test]
    fn a_word_longer_than_the_line_is_broken_between_letters() {
        let runs = [TextRun::plain("see https://example.org/a/b")];
        assert_eq!(text(&wrap(&runs, 0, 2, 10)), ["see", "  https://", "  example.", "  org/a/b"]);
    }

    #[test]
    fn lines_of_a_sentence_have_similar_lengths() {
        let runs = [TextRun::plain("one two three four five six seven eight nine ten")];
        let (room, lines) = balance(&runs, 40);
        assert_eq!((room, lines), (24, 2));
    }
}
