//! Running text in cells: wrapping, facts, steps, small bars. Widths are cells of a terminal.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};
use unicode_segmentation::UnicodeSegmentation;

use super::layout::MEASURE;
use super::paint::{self, width};
use crate::page::prose::{Block, LabelledBar, Role, Run};
use crate::render::theme::Paint;

/// A line of text, ready to draw.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Line<'a> {
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
pub(super) struct Piece<'a> {
    /// Its first column.
    pub x: u16,
    /// What it says.
    pub text: &'a str,
    /// What it means.
    pub role: Role,
}

/// Wraps runs into lines of at most `room` cells; lines after the first start at `hang`.
pub(super) fn wrap<'a>(runs: &'a [Run], start: u16, hang: u16, room: u16) -> Vec<Vec<Piece<'a>>> {
    let mut wrapped = Wrapped { lines: vec![Vec::new()], x: start, hang, room: room.max(1), word: Vec::new(), gap: 0 };
    for run in runs {
        let mut rest = run.text.as_str();
        while !rest.is_empty() {
            let end = rest.find(' ').unwrap_or(rest.len());
            if end > 0 {
                wrapped.word.push((&rest[..end], run.role));
            }
            rest = &rest[end..];
            if let Some(after) = rest.strip_prefix(' ') {
                wrapped.flush();
                wrapped.gap = 1;
                rest = after;
            }
        }
    }
    wrapped.flush();
    wrapped.lines
}

/// The width at which runs wrap into lines of about one length, and how many. One line may be longer than the measure.
pub(super) fn balance(runs: &[Run], room: u16) -> (u16, usize) {
    if paint::runs_width(runs) <= room {
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
    word: Vec<(&'a str, Role)>,
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
        for (text, role) in std::mem::take(&mut self.word) {
            self.place(text, role);
        }
        self.gap = 0;
    }

    fn place(&mut self, text: &'a str, role: Role) {
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
            self.push(&rest[..end], role);
            rest = &rest[end..];
            self.break_line();
        }
        self.push(rest, role);
    }

    fn push(&mut self, text: &'a str, role: Role) {
        if text.is_empty() {
            return;
        }
        let piece = Piece { x: self.x, text, role };
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
pub(super) fn lines(blocks: &[Block], room: u16) -> Vec<Line<'_>> {
    let mut lines = Vec::with_capacity(blocks.len() * 2);
    for block in blocks {
        match block {
            Block::Gap => lines.push(Line::Blank),
            Block::Heading(heading) => {
                if lines.last().is_some_and(|last| *last != Line::Blank) {
                    lines.push(Line::Blank);
                }
                lines.push(Line::Text(vec![Piece { x: 0, text: heading, role: Role::Heading }]));
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
                    let term = Piece { x: 0, text: &fact.term, role: Role::Muted };
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

/// Draws blocks from a line on.
pub(super) fn blocks(blocks: &[Block], top: usize, area: Rect, paint: &Paint, buf: &mut Buffer) {
    if area.is_empty() {
        return;
    }
    let lines = lines(blocks, area.width);
    for (row, line) in lines.iter().skip(top).take(usize::from(area.height)).enumerate() {
        let at = Rect { y: area.y + u16::try_from(row).unwrap_or(0), height: 1, ..area };
        draw(line, at, paint, buf);
    }
}

fn draw(line: &Line<'_>, at: Rect, paint: &Paint, buf: &mut Buffer) {
    match line {
        Line::Blank => {}
        Line::Text(pieces) => pieces_with(calm, pieces, at, (paint, buf)),
        Line::Bar(bar, share, name) => labelled(bar, *share, *name, at, paint, buf),
        Line::Stack(parts) => stack(parts, at, paint, buf),
        Line::Part(part, place) => {
            let style = paint::role(paint, part.role);
            let used = paint::text(buf, at, fill(*place, paint), style, paint);
            let rest = Rect { x: at.x + used + 1, width: at.width.saturating_sub(used + 1), ..at };
            let said = paint::text(buf, rest, &part.label, paint::role(paint, Role::Plain), paint);
            let rest = Rect { x: rest.x + said + 2, width: rest.width.saturating_sub(said + 2), ..at };
            paint::text(buf, rest, &part.words, style, paint);
        }
    }
}

/// The style of a role in running text, where a line may name many figures: in colour, but not heavy.
fn calm(paint: &Paint, role: Role) -> Style {
    let style = paint::role(paint, role);
    if matches!(role, Role::Strong | Role::Heading | Role::Key) { style } else { style.remove_modifier(Modifier::BOLD) }
}

/// Draws one wrapped line in which figures are heavy.
pub(super) fn pieces_at(pieces: &[Piece<'_>], at: Rect, paint: &Paint, buf: &mut Buffer) {
    pieces_with(paint::role, pieces, at, (paint, buf));
}

fn pieces_with(style: fn(&Paint, Role) -> Style, pieces: &[Piece<'_>], at: Rect, (paint, buf): (&Paint, &mut Buffer)) {
    let mut shift = 0;
    for piece in pieces {
        let x = piece.x.saturating_sub(shift);
        let rest = Rect { x: at.x + x, width: at.width.saturating_sub(x), ..at };
        paint::text(buf, rest, piece.text, style(paint, piece.role), paint);
        // A sign counts two cells and may be drawn in one: close the gap.
        shift += width(piece.text) - paint::drawn_width(piece.text, paint);
    }
}

fn labelled(bar: &LabelledBar, share: f64, name: u16, at: Rect, paint: &Paint, buf: &mut Buffer) {
    let style = paint::role(paint, bar.role);
    paint::text(buf, at, &bar.label, paint::role(paint, Role::Muted), paint);
    let words = width(&bar.words);
    let x = (name + 2).min(at.width);
    let room = at.width.saturating_sub(x + words + 1).min(40);
    let cells = super::bullet::horizontal(share, room, paint);
    let used = paint::text(buf, Rect { x: at.x + x, width: room, ..at }, &cells, style, paint);
    let rest = Rect { x: at.x + x + used + 1, width: at.width.saturating_sub(x + used + 1), ..at };
    paint::text(buf, rest, &bar.words, style, paint);
}

fn stack(parts: &[LabelledBar], at: Rect, paint: &Paint, buf: &mut Buffer) {
    let whole: f64 = parts.iter().map(|part| part.value).sum();
    if whole <= 0.0 {
        return;
    }
    let room = f64::from(at.width.min(60));
    let mut before = 0.0;
    for (place, part) in parts.iter().enumerate() {
        let from = (before / whole * room).round();
        before += part.value;
        let to = (before / whole * room).round();
        for x in cell(from)..cell(to) {
            paint::put(buf, (at.x + x, at.y), fill(place, paint), paint::role(paint, part.role));
        }
    }
}

/// Neighbouring parts differ in ink as well as in colour.
fn fill(place: usize, paint: &Paint) -> &'static str {
    let inks = if paint.is_ascii() { ["#", "=", "%", "."] } else { ["█", "▓", "▒", "░"] };
    inks[place % inks.len()]
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "rounded, at least 0, at most a screen")]
fn cell(x: f64) -> u16 {
    x.max(0.0) as u16
}
