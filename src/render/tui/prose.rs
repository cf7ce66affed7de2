//! Draws running text: lines, facts, steps, small bars.

use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};

use crate::page::model::{Block, LabelledBar, Role, TextRun};
use crate::render::look::glyphs;
use crate::render::look::theme::Tone;
use crate::render::tui::chart::bullet;
use crate::render::tui::pen::{Pen, right_of};
use crate::render::typeset::measure::width;
use crate::render::typeset::scale::round_to_cells;
use crate::render::typeset::wrap::{LinePiece, WrappedBlocks, WrappedLine, WrappedText, wrap};

/// The first visible line of a text, and the rows from one line to the next.
#[derive(Clone, Copy)]
struct Scroll {
    top: usize,
    step: u16,
}

/// Draws a text from line `top` on.
pub(super) fn draw_blocks(text: WrappedBlocks<'_>, top: usize, area: Rect, pen: &mut Pen<'_>) {
    draw_lines(text, Scroll { top, step: 1 }, regular_style, area, pen);
}

/// Draws the text of the speaker's notes, with bold figures and a line in every `step` rows.
pub(super) fn draw_spoken(blocks: &[Block], top: usize, step: u16, area: Rect, pen: &mut Pen<'_>) {
    let text = &WrappedText::of(blocks, area.width);
    draw_lines(WrappedBlocks { blocks, text }, Scroll { top, step }, bold_style, area, pen);
}

/// Draws the text of an overlay, with links underlined and the chosen link reversed.
pub(super) fn draw_with_links(
    text: WrappedBlocks<'_>,
    top: usize,
    chosen: Option<usize>,
    area: Rect,
    pen: &mut Pen<'_>,
) {
    let style = |pen: &Pen<'_>, piece: &LinePiece<'_>| match piece.link {
        Some(link) if Some(link.nth) == chosen => regular_style(pen, piece).add_modifier(Modifier::REVERSED),
        Some(_) => regular_style(pen, piece).add_modifier(Modifier::UNDERLINED),
        None => regular_style(pen, piece),
    };
    draw_lines(text, Scroll { top, step: 1 }, style, area, pen);
}

/// Wraps runs to the width of an area and draws as many lines as fit.
pub(super) fn draw_wrapped(runs: &[TextRun], area: Rect, pen: &mut Pen<'_>) {
    for (pieces, at) in wrap(runs, 0, 0, area.width).iter().zip(area.rows()) {
        draw_pieces(pieces, at, pen);
    }
}

fn draw_lines(
    WrappedBlocks { blocks, text }: WrappedBlocks<'_>,
    Scroll { top, step }: Scroll,
    style: impl Fn(&Pen<'_>, &LinePiece<'_>) -> Style,
    area: Rect,
    pen: &mut Pen<'_>,
) {
    if area.is_empty() {
        return;
    }
    let height = usize::from(area.height.div_ceil(step));
    let arrow = pen.role(Role::Key);
    // Arrows in the margin, where text never is, show that there are more lines.
    if let Some(x) = area.x.checked_sub(2) {
        if top > 0 {
            pen.put((x, area.y), pen.pick("↑", "↑", "^"), arrow);
        }
        if top + height < text.height() {
            pen.put((x, area.bottom() - 1), pen.pick("↓", "↓", "v"), arrow);
        }
    }
    for (line, at) in text.lines(blocks, top).zip(area.rows().step_by(usize::from(step))) {
        draw_line(&line, &style, at, pen);
    }
}

fn draw_line(line: &WrappedLine<'_>, style: impl Fn(&Pen<'_>, &LinePiece<'_>) -> Style, at: Rect, pen: &mut Pen<'_>) {
    match line {
        WrappedLine::Blank => {}
        WrappedLine::Text(pieces) => draw_styled_pieces(style, pieces, at, pen),
        WrappedLine::Sign(sign, pieces) => {
            let symbol = glyphs::sign_glyph(&sign.sign, pen.paint.glyphs);
            pen.text(at, symbol, pen.role(sign.role));
            draw_styled_pieces(style, pieces, at, pen);
        }
        WrappedLine::Bar(bar, share, name) => draw_labelled_bar(bar, *share, *name, at, pen),
        WrappedLine::Stack(parts) => draw_stack(parts, at, pen),
        WrappedLine::StackPart(part, place) => {
            let style = pen.role(part.role);
            let used = pen.text(at, part_symbol(*place, pen), style);
            let rest = right_of(at, used + 1);
            let used = pen.text(rest, &part.label, pen.role(Role::Plain));
            pen.text(right_of(rest, used + 2), &part.words, style);
        }
    }
}

/// The style of a piece where a line may have many figures: coloured, but not bold.
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

/// Draws the lines that fit into an area, with an ellipsis after the last of them if there are more.
pub(super) fn draw_cut_lines(lines: &[Vec<LinePiece<'_>>], area: Rect, pen: &mut Pen<'_>) {
    let cut = lines.len() > usize::from(area.height);
    for (pieces, at) in lines.iter().zip(area.rows()) {
        draw_pieces(pieces, at, pen);
        if cut && at.bottom() == area.bottom() && area.width > 0 {
            let end = pieces.last().map_or(0, |piece| piece.x + piece.cells).min(area.width - 1);
            pen.put((area.x + end, at.y), pen.pick("…", "…", ">"), pen.tone(Tone::Muted));
        }
    }
}

/// Draws one wrapped line with bold figures.
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
        let rest = right_of(at, piece.x.saturating_sub(shift));
        let used = pen.text(rest, piece.text, style(pen, piece));
        // Spaces between the words of a link belong to it.
        let next = pieces.get(place + 1).filter(|next| piece.link.is_some() && next.link == piece.link);
        if let Some(next) = next {
            let gap = next.x.saturating_sub(piece.x + piece.cells);
            let between = right_of(rest, used);
            let between = Rect { width: gap.min(between.width), ..between };
            pen.text(between, &" ".repeat(usize::from(gap)), style(pen, piece));
        }
        // A symbol that counts two cells may be drawn in one: close the gap.
        shift += piece.cells - pen.cells(piece.text);
    }
}

fn draw_labelled_bar(bar: &LabelledBar, share: f64, name: u16, at: Rect, pen: &mut Pen<'_>) {
    let style = pen.role(bar.role);
    pen.text(at, &bar.label, pen.role(Role::Muted));
    let at = right_of(at, name + 2);
    let room = at.width.saturating_sub(width(&bar.words) + 1).min(40);
    let used = pen.text(Rect { width: room, ..at }, &bullet::bar_text(share, room, pen), style);
    pen.text(right_of(at, used + 1), &bar.words, style);
}

fn draw_stack(parts: &[LabelledBar], at: Rect, pen: &mut Pen<'_>) {
    let whole: f64 = parts.iter().map(|part| part.value).sum();
    if whole <= 0.0 {
        return;
    }
    let room = f64::from(at.width.min(60));
    let mut before = 0.0;
    for (place, part) in parts.iter().enumerate() {
        let from = round_to_cells(before / whole * room);
        before += part.value;
        let width = round_to_cells(before / whole * room).saturating_sub(from);
        pen.fill(Rect { x: at.x + from, width, ..at }, part_symbol(place, pen), pen.role(part.role));
    }
}

/// The symbol of a part of a stack: neighbouring parts differ in shade as well as in colour.
pub(super) fn part_symbol(place: usize, pen: &Pen<'_>) -> &'static str {
    let shades = if pen.paint.is_ascii() { ["#", "=", "%", "."] } else { ["█", "▓", "▒", "░"] };
    shades[place % shades.len()]
}
