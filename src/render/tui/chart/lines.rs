//! Lines of a chart: dots, and between them only what is known. Neighbours are joined by a straight line; sums within a year
//! by a level, since what was made cannot be unmade.
//!
//! ```text
//!                  ●171         25 ─┐
//!          ●148──●145            ┌──┘
//!     ●92                  22 ───┘
//!  ●77                    level, then up to the next report
//! ```

use std::collections::BTreeMap;

use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};

use crate::page::model::chart::{Chart, ChartLine, ChartMark, Dot, DotSymbol, LineJoin};
use crate::page::model::rich_text::Role;
use crate::render::look::glyphs;
use crate::render::look::theme::{Glyphs, Tone};
use crate::render::tui::chart::geometry::Geometry;
use crate::render::tui::chart::labels::{self, OccupiedCells};
use crate::render::tui::pen::Pen;
use crate::render::typeset::measure::{fit, width};

/// A cell of the screen.
type ScreenCell = (u16, u16);

/// A dot with the cell where it is drawn.
struct PlacedDot<'a> {
    line: &'a ChartLine,
    dot: &'a Dot,
    at: ScreenCell,
    /// How wide its sign is.
    cells: u16,
}

/// Draws the lines: first what joins their dots, then the dots, then the numbers, then the names.
pub(in crate::render::tui) fn draw(
    chart: &Chart,
    (geometry, cursor): (&Geometry, Option<usize>),
    occupied: &mut OccupiedCells,
    pen: &mut Pen<'_>,
) {
    if chart.lines.is_empty() {
        return;
    }
    for line in chart.lines.iter().filter(|line| is_drawn(line, geometry)) {
        draw_joins(chart, line, (geometry, occupied), pen);
    }
    let mut placed = place(chart, geometry, pen.paint.glyphs);
    for one in placed.iter().rev() {
        draw_dot(one, geometry, occupied, pen);
    }
    // Under the crosshair every line says its number; else those that are not in question only their last.
    let weight = |one: &PlacedDot<'_>| match (cursor == Some(one.dot.column), one.line.is_focused) {
        (true, true) => 0,
        (true, false) => 1,
        (false, true) => 2,
        (false, false) => 3,
    };
    placed.retain(|one| weight(one) < 3 || one.line.dots.last().is_some_and(|last| last.column == one.dot.column));
    placed.sort_by_key(weight);
    for one in &placed {
        draw_number(one, geometry, occupied, pen);
    }
    draw_names(chart, geometry, pen);
}

/// Many years in a few rows are a tangle: there the one in question stands alone.
fn is_drawn(line: &ChartLine, geometry: &Geometry) -> bool {
    /// Fewer rows than these are few.
    const ROWS: u16 = 6;
    line.is_focused || geometry.scale >= ROWS || !matches!(line.sign, DotSymbol::Text(_))
}

/// Gives each dot a cell, those of the line in question first; where one is there already, right beside it.
fn place<'a>(chart: &'a Chart, geometry: &Geometry, glyphs: Glyphs) -> Vec<PlacedDot<'a>> {
    let mut placed: Vec<PlacedDot<'a>> = Vec::new();
    for line in chart.lines.iter().rev().filter(|line| is_drawn(line, geometry)) {
        for dot in &line.dots {
            let (Some((x, y)), Some(slot)) =
                (cell_of(chart, geometry, (dot.column, dot.value)), geometry.slot_of(dot.column))
            else {
                continue;
            };
            let cells = match &line.sign {
                DotSymbol::Text(text) => width(short_sign(text, geometry)),
                DotSymbol::Target => width(glyphs::ink_glyph(ChartMark::TargetDot, glyphs)),
                _ => 1,
            };
            // Two signs of several letters keep a cell between them.
            let least = |one: &PlacedDot<'a>| one.cells.max(cells) + u16::from(one.cells.max(cells) > 1);
            let apart = |one: &PlacedDot<'a>, x: u16| one.at.1 != y || one.at.0.abs_diff(x) >= least(one);
            let is_free = |x: &u16| placed.iter().all(|one| apart(one, *x));
            let inside = |x: &u16| (slot.x..slot.right()).contains(x);
            let beside = (0..=slot.width).flat_map(|by| [x.checked_add(by), x.checked_sub(by)]);
            let free = beside.flatten().filter(inside).find(is_free);
            if let Some(x) = free {
                placed.push(PlacedDot { line, dot, at: (x, y), cells });
            }
        }
    }
    placed
}

/// The cell of a value.
fn cell_of(chart: &Chart, geometry: &Geometry, (column, value): (usize, f64)) -> Option<ScreenCell> {
    let x = geometry.middle_of(column)?;
    let top = geometry.scale.saturating_sub(1);
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a share of the rows of a screen")]
    let up = geometry.rows(chart, value).floor() as u16;
    Some((x, geometry.row(up.min(top))?))
}

/// The tone of a line: the one in question, another one, a promise, what others say, what we work out.
fn line_tone(line: &ChartLine) -> Tone {
    match line.sign {
        DotSymbol::Target => Tone::Target,
        DotSymbol::OtherSource | DotSymbol::Projected => Tone::Contested,
        DotSymbol::Series(_) | DotSymbol::Text(_) if line.is_focused => Tone::Actual,
        DotSymbol::Series(_) | DotSymbol::Text(_) => Tone::ActualMuted,
    }
}

fn line_style(line: &ChartLine, pen: &Pen<'_>) -> Style {
    let style = pen.tone(line_tone(line));
    if line.is_focused { style.add_modifier(Modifier::BOLD) } else { style }
}

fn draw_joins(
    chart: &Chart,
    line: &ChartLine,
    (geometry, occupied): (&Geometry, &mut OccupiedCells),
    pen: &mut Pen<'_>,
) {
    let place = |dot: &Dot| cell_of(chart, geometry, (dot.column, dot.value));
    let style = if line.is_focused { line_style(line, pen) } else { pen.tone(Tone::ActualMuted) };
    for pair in line.dots.windows(2) {
        let [from, to] = pair else { continue };
        let (Some(start), Some(end)) = (place(from), place(to)) else { continue };
        match line.join {
            LineJoin::Straight if from.is_full && to.is_full && to.column == from.column + 1 => {
                draw_straight((start, end), style, occupied, pen);
            }
            LineJoin::Separate | LineJoin::Straight => {}
            LineJoin::Stepped => draw_step((start, end), (line.is_focused, style), occupied, pen),
        }
    }
}

/// A straight line, in dots as fine as the terminal has.
fn draw_straight(
    ((x, y), (to_x, to_y)): (ScreenCell, ScreenCell),
    style: Style,
    occupied: &mut OccupiedCells,
    pen: &mut Pen<'_>,
) {
    let fine = pen.paint.glyphs == Glyphs::Braille;
    let (wide, high) = if fine { (2, 4) } else { (1, 1) };
    let at = |cells: u16, per: i32| i32::from(cells) * per + per / 2;
    let (x0, y0, x1, y1) = (at(x, wide), at(y, high), at(to_x, wide), at(to_y, high));
    let steps = (x1 - x0).abs().max((y1 - y0).abs()).max(1);
    let mut dots: BTreeMap<ScreenCell, u32> = BTreeMap::new();
    for step in 0..=steps {
        let along =
            |from: i32, to: i32| from + ((to - from) * step + if to >= from { steps / 2 } else { -steps / 2 }) / steps;
        let (x, y) = (along(x0, x1), along(y0, y1));
        let cell = (u16::try_from(x / wide).unwrap_or(0), u16::try_from(y / high).unwrap_or(0));
        *dots.entry(cell).or_default() |= braille_bit(x % wide, y % high);
    }
    for (cell, bits) in dots {
        let braille = char::from_u32(0x2800 + bits).unwrap_or('·').to_string();
        let symbol = if fine { braille.as_str() } else { pen.pick("·", "·", ".") };
        draw_joint(cell, symbol, style, (occupied, pen));
    }
}

/// Draws a cell of what joins dots; words and the pace keep off it.
fn draw_joint((x, y): ScreenCell, symbol: &str, style: Style, (occupied, pen): (&mut OccupiedCells, &mut Pen<'_>)) {
    pen.put((x, y), symbol, style);
    occupied.take(Rect { x, y, width: 1, height: 1 });
}

/// The bit of a braille dot, from the left and from above.
fn braille_bit(right: i32, down: i32) -> u32 {
    match (right, down) {
        (0, 3) => 0x40,
        (1, 3) => 0x80,
        (0, down) => 1 << down,
        (_, down) => 8 << down,
    }
}

/// A level up to the next report, then up, or down where that says less.
fn draw_step(
    ((x, y), (to_x, to_y)): (ScreenCell, ScreenCell),
    (heavy, style): (bool, Style),
    occupied: &mut OccupiedCells,
    pen: &mut Pen<'_>,
) {
    let (level, upright, up, down) = match (pen.paint.glyphs, heavy) {
        (Glyphs::Ascii, true) => ("=", "|", "+", "+"),
        (Glyphs::Ascii, false) => ("-", "|", "+", "+"),
        (Glyphs::Block, true) => ("═", "║", "╝", "╗"),
        (_, true) => ("━", "┃", "┛", "┓"),
        (_, false) => ("─", "│", "┘", "┐"),
    };
    for along in x + 1..to_x {
        draw_joint((along, y), level, style, (occupied, pen));
    }
    for between in y.min(to_y) + 1..y.max(to_y) {
        draw_joint((to_x, between), upright, style, (occupied, pen));
    }
    if y != to_y && to_x > x {
        draw_joint((to_x, y), if to_y < y { up } else { down }, style, (occupied, pen));
    }
}

fn draw_dot(one: &PlacedDot<'_>, geometry: &Geometry, occupied: &mut OccupiedCells, pen: &mut Pen<'_>) {
    let (line, (x, y)) = (one.line, one.at);
    let glyphs = pen.paint.glyphs;
    let symbol: &str = match &line.sign {
        DotSymbol::Series(number) => glyphs::series_glyph(*number, one.dot.is_full, glyphs),
        DotSymbol::Text(text) => short_sign(text, geometry),
        DotSymbol::Target => glyphs::ink_glyph(ChartMark::TargetDot, glyphs),
        DotSymbol::OtherSource => pen.pick("╌", "-", "-"),
        DotSymbol::Projected => pen.pick("╱", "/", "/"),
    };
    let cells = one.cells.max(width(symbol));
    let at = Rect { x: x.saturating_sub((cells - 1) / 2), y, width: cells, height: 1 };
    pen.text(at, symbol, line_style(line, pen));
    occupied.take(at);
    // More is possible than was said: an open end above.
    let above = Rect { x, y: y.saturating_sub(1), width: 1, height: 1 };
    // Of others a hollow dot says as much.
    let says = one.dot.is_open && (line.is_focused || one.dot.is_full);
    if says && y > geometry.plot.y && occupied.is_free(above) {
        pen.put((x, y - 1), pen.pick("ˆ", "^", "^"), line_style(line, pen));
        occupied.take(above);
    }
}

/// The sign of a year, or its last digit where columns stand close.
fn short_sign<'a>(text: &'a str, geometry: &Geometry) -> &'a str {
    let close = geometry.slot <= width(text);
    let last = text.char_indices().next_back().map_or(0, |(at, _)| at);
    if close { &text[last..] } else { text }
}

/// The number at a dot: above it, right of it, below it or left of it, where nothing is.
fn draw_number(one: &PlacedDot<'_>, geometry: &Geometry, occupied: &mut OccupiedCells, pen: &mut Pen<'_>) {
    let (line, dot, (x, y)) = (one.line, one.dot, one.at);
    let Some(words) = fit(&dot.label, geometry.slot.saturating_sub(1).max(3)).filter(|words| !words.is_empty()) else {
        return;
    };
    let star = u16::from(dot.differs);
    let cells = width(words) + star;
    let middle = x.saturating_sub(cells.saturating_sub(1) / 2);
    let above = if dot.is_open { 2 } else { 1 };
    let sign = one.cells;
    let right = x + sign - (sign - 1) / 2;
    let data_points = [
        y.checked_sub(above).map(|y| (middle, y)),
        Some((right, y)),
        Some((middle, y + 1)),
        x.checked_sub(cells + sign / 2).map(|x| (x, y)),
    ];
    let spot = data_points.into_iter().flatten().find(|(x, y)| {
        let at = Rect { x: *x, y: *y, width: cells, height: 1 };
        *y >= geometry.plot.y && occupied.claim(at, 1)
    });
    if let Some((x, y)) = spot {
        let role = if line.is_focused { Role::Strong } else { Role::Muted };
        let style = if line.sign == DotSymbol::Target { pen.role(Role::Target) } else { pen.role(role) };
        let at = Rect { x, y, width: cells, height: 1 };
        let used = labels::draw_label(at, words, style, pen);
        if dot.differs {
            pen.text(Rect { x: x + used, width: 1, ..at }, "*", style);
        }
    }
}

/// The names of lines beside their last dots, each in a row of its own, the one in question first.
fn draw_names(chart: &Chart, geometry: &Geometry, pen: &mut Pen<'_>) {
    if geometry.names.is_empty() {
        return;
    }
    let mut rows: Vec<u16> = Vec::new();
    for line in chart.lines.iter().rev().filter(|line| !line.name.0.is_empty()) {
        let last = line.dots.iter().rev().find_map(|dot| cell_of(chart, geometry, (dot.column, dot.value)));
        let Some((_, y)) = last else { continue };
        let near = [0, -1, 1, -2, 2].map(|shift| i32::from(y) + shift);
        let inside = i32::from(geometry.names.y)..i32::from(geometry.names.bottom());
        let free = near.into_iter().filter(|row| inside.contains(row)).filter_map(|row| u16::try_from(row).ok());
        let Some(y) = free.into_iter().find(|row| !rows.contains(row)) else { continue };
        rows.push(y);
        let at = Rect { x: geometry.names.x + 1, y, width: geometry.names.width - 1, height: 1 };
        let own = match &line.sign {
            DotSymbol::Series(number) => glyphs::series_glyph(*number, true, pen.paint.glyphs),
            _ => "",
        };
        let used = pen.text(at, own, line_style(line, pen));
        let room = Rect { x: at.x + used + 1, width: at.width.saturating_sub(used + 1), ..at };
        pen.text(room, line.name.long(), pen.role(if line.is_focused { Role::Strong } else { Role::Muted }));
    }
}
