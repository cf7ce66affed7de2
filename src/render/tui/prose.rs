//! Running text drawn: lines, facts, steps, small bars.

use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};

use crate::page::model::rich_text::{Block, LabelledBar, Role};
use crate::render::tui::pen::Pen;
use crate::render::typeset::measure::width;
use crate::render::typeset::wrap::{LinePiece, WrappedLine, WrappedText};

/// Blocks, and the lines that they were wrapped into.
type WrappedBlocks<'a> = (&'a [Block], &'a WrappedText);

/// Draws a text from a line on.
pub(super) fn draw_blocks(text: WrappedBlocks<'_>, top: usize, area: Rect, pen: &mut Pen<'_>) {
    draw_lines(regular_style, (text, top, 1), area, pen);
}

/// The same for a speaker, with heavy figures and a line in each or every second row.
pub(super) fn draw_spoken(blocks: &[Block], (top, step): (usize, u16), area: Rect, pen: &mut Pen<'_>) {
    draw_lines(bold_style, ((blocks, &WrappedText::of(blocks, area.width)), top, step), area, pen);
}

/// The same in a sheet, where what can be gone on to is seen as such, and what is chosen of it is reversed.
pub(super) fn draw_with_links(
    text: WrappedBlocks<'_>,
    (top, chosen): (usize, Option<usize>),
    area: Rect,
    pen: &mut Pen<'_>,
) {
    let style = |pen: &Pen<'_>, piece: &LinePiece<'_>| match piece.link {
        Some(onward) if Some(onward.nth) == chosen => regular_style(pen, piece).add_modifier(Modifier::REVERSED),
        Some(_) => regular_style(pen, piece).add_modifier(Modifier::UNDERLINED),
        None => regular_style(pen, piece),
    };
    draw_lines(style, (text, top, 1), area, pen);
}

fn draw_lines(
    style: impl Fn(&Pen<'_>, &LinePiece<'_>) -> Style,
    ((blocks, lines), top, step): (WrappedBlocks<'_>, usize, u16),
    area: Rect,
    pen: &mut Pen<'_>,
) {
    if area.is_empty() {
        return;
    }
    let height = usize::from(area.height.div_ceil(step));
    let mark = pen.role(Role::Key);
    // Signs of more, in the margin: text never stands there.
    if let Some(x) = area.x.checked_sub(2) {
        if top > 0 {
            pen.put((x, area.y), pen.pick("↑", "↑", "^"), mark);
        }
        if top + height < lines.height() {
            pen.put((x, area.bottom() - 1), pen.pick("↓", "↓", "v"), mark);
        }
    }
    for (row, line) in lines.lines(blocks, top).take(height).enumerate() {
        let at = Rect { y: area.y + u16::try_from(row).unwrap_or(0) * step, height: 1, ..area };
        draw_line(&line, &style, at, pen);
    }
}

fn draw_line(line: &WrappedLine<'_>, style: impl Fn(&Pen<'_>, &LinePiece<'_>) -> Style, at: Rect, pen: &mut Pen<'_>) {
    match line {
        WrappedLine::Blank => {}
        WrappedLine::Text(pieces) => draw_styled_pieces(style, pieces, at, pen),
        WrappedLine::Bar(bar, share, name) => draw_labelled_bar(bar, *share, *name, at, pen),
        WrappedLine::Stack(parts) => draw_stack(parts, at, pen),
        WrappedLine::StackPart(part, place) => {
            let style = pen.role(part.role);
            let used = pen.text(at, part_symbol(*place, pen), style);
            let rest = Rect { x: at.x + used + 1, width: at.width.saturating_sub(used + 1), ..at };
            let said = pen.text(rest, &part.label, pen.role(Role::Plain));
            let rest = Rect { x: rest.x + said + 2, width: rest.width.saturating_sub(said + 2), ..at };
            pen.text(rest, &part.words, style);
        }
    }
}

/// The style of a role in running text, where a line may name many figures: in colour, but not heavy.
fn regular_style(pen: &Pen<'_>, piece: &LinePiece<'_>) -> Style {
    let style = pen.role(piece.role);
    if matches!(piece.role, Role::Strong | Role::Heading | Role::Key) {
        style
    } else {
        style.remove_modifier(Modifier::BOLD)
    }
}

fn bold_style(pen: &Pen<'_>, piece: &LinePiece<'_>) -> Style {
    pen.role(piece.role)
}

/// Draws one wrapped line in which figures are heavy.
pub(super) fn draw_pieces(pieces: &[LinePiece<'_>], at: Rect, pen: &mut Pen<'_>) {
    draw_styled_pieces(bold_style, pieces, at, pen);
}

fn draw_styled_pieces(
    style: impl Fn(&Pen<'_>, &LinePiece<'_>) -> Style,
    pieces: &[LinePiece<'_>],
    at: Rect,
    pen: &mut Pen<'_>,
) {
    let mut shift = 0;
    for (place, piece) in pieces.iter().enumerate() {
        let x = piece.x.saturating_sub(shift);
        let rest = Rect { x: at.x + x, width: at.width.saturating_sub(x), ..at };
        let used = pen.text(rest, piece.text, style(pen, piece));
        // The space between two words of one name belongs to it.
        let next = pieces.get(place + 1).filter(|next| piece.link.is_some() && next.link == piece.link);
        if let Some(next) = next {
            let gap = next.x.saturating_sub(piece.x + piece.cells);
            let between = Rect { x: rest.x + used, width: gap.min(rest.width.saturating_sub(used)), ..rest };
            pen.text(between, &" ".repeat(usize::from(gap)), style(pen, piece));
        }
        // A sign counts two cells and may be drawn in one: close the gap.
        shift += piece.cells - pen.cells(piece.text);
    }
}

fn draw_labelled_bar(bar: &LabelledBar, share: f64, name: u16, at: Rect, pen: &mut Pen<'_>) {
    let style = pen.role(bar.role);
    pen.text(at, &bar.label, pen.role(Role::Muted));
    let words = width(&bar.words);
    let x = (name + 2).min(at.width);
    let room = at.width.saturating_sub(x + words + 1).min(40);
    let cells = crate::render::tui::chart::bullet::bar_text(share, room, pen);
    let used = pen.text(Rect { x: at.x + x, width: room, ..at }, &cells, style);
    let rest = Rect { x: at.x + x + used + 1, width: at.width.saturating_sub(x + used + 1), ..at };
    pen.text(rest, &bar.words, style);
}

fn draw_stack(parts: &[LabelledBar], at: Rect, pen: &mut Pen<'_>) {
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
        for x in to_cells(from)..to_cells(to) {
            pen.put((at.x + x, at.y), part_symbol(place, pen), pen.role(part.role));
        }
    }
}

/// Neighbouring parts differ in ink as well as in colour.
fn part_symbol(place: usize, pen: &Pen<'_>) -> &'static str {
    let inks = if pen.paint.is_ascii() { ["#", "=", "%", "."] } else { ["█", "▓", "▒", "░"] };
    inks[place % inks.len()]
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "rounded, at least 0, at most a screen")]
fn to_cells(x: f64) -> u16 {
    x.max(0.0) as u16
}
