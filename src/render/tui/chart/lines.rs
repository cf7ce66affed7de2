//! The lines of a chart: dots, joined only where the values between them are known. Neighbouring periods are joined by a
//! straight line; cumulative totals within a year by a step, since they hold until the next report.
//!
//! ```text
//!                  ●171         25 ─┐
//!          ●148──●145            ┌──┘
//!     ●92                  22 ───┘
//!  ●77                    a level, then up to the next report
//! ```

use std::collections::BTreeMap;

use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};

use crate::page::model::{Chart, ChartLine, ChartMark, Dot, DotSymbol, LineJoin, Role, TextRun};
use crate::render::look::glyphs::{self, braille_bit, braille_char};
use crate::render::look::theme::{Glyphs, Tone};
use crate::render::tui::chart::geometry::Geometry;
use crate::render::tui::chart::marks::labels::draw_label;
use crate::render::tui::chart::occupied_cells::cell_area;
use crate::render::tui::chart::plot::Plot;
use crate::render::tui::pen::{Pen, right_of};
use crate::render::typeset::measure::{fit, width};
use crate::render::typeset::scale::round_to_cells;

type ScreenCell = (u16, u16);

/// A dot and the cell where it is drawn.
struct PlacedDot<'a> {
    line: &'a ChartLine,
    dot: &'a Dot,
    at: ScreenCell,
    /// Cells of its symbol.
    cells: u16,
}

/// Draws all joins, then the dots, then the numbers, then the names.
pub(super) fn draw(plot: &mut Plot<'_, '_>) {
    let (chart, geometry, cursor) = (plot.chart, plot.geometry, plot.cursor);
    if chart.lines.is_empty() {
        return;
    }
    for line in chart.lines.iter().filter(|line| is_drawn(line, geometry)) {
        draw_joins(line, plot);
    }
    let mut all = place_dots(chart, geometry, plot.pen.paint.glyphs);
    for placed in all.iter().rev() {
        draw_dot(placed, plot);
    }
    // Every line has its number under the crosshair; elsewhere lines out of focus have only their last.
    let weight = |placed: &PlacedDot<'_>| match (cursor == Some(placed.dot.column), placed.line.is_focused) {
        (true, true) => 0,
        (true, false) => 1,
        (false, true) => 2,
        (false, false) => 3,
    };
    // So do all in slots that a number does not fit into: it would stand beside the dots of other columns.
    let is_narrow = geometry.slot < MIN_SLOT_OF_NUMBERS;
    all.retain(|placed| {
        weight(placed) < if is_narrow { 2 } else { 3 }
            || placed.line.dots.last().is_some_and(|last| last.column == placed.dot.column)
    });
    all.sort_by_key(weight);
    for placed in &all {
        draw_number(placed, plot);
    }
    draw_names(plot);
}

/// The narrowest slots in which every dot of the line in focus has its number.
const MIN_SLOT_OF_NUMBERS: u16 = 4;

/// Whether a line is drawn: many years in a few rows are hard to read, so there only the line in focus is.
fn is_drawn(line: &ChartLine, geometry: &Geometry) -> bool {
    const MIN_ROWS: u16 = 6;
    line.is_focused || geometry.scale >= MIN_ROWS || !matches!(line.sign, DotSymbol::Year { .. })
}

/// The note of a chart where only the line in focus has room: that this is so, then the usual note with its `*`.
pub(super) fn narrow_note(chart: &Chart, geometry: &Geometry) -> Option<Vec<TextRun>> {
    if chart.narrow_note.is_empty() || chart.lines.iter().all(|line| is_drawn(line, geometry)) {
        return None;
    }
    let between = if chart.has_note_sign() { "  * " } else { "  " };
    let gap = (!chart.note.is_empty()).then(|| TextRun::new(between, Role::Plain));
    Some(chart.narrow_note.iter().cloned().chain(gap).chain(chart.note.iter().cloned()).collect())
}

/// Gives each dot a cell, those of the line in focus first; where another dot is, the nearest free cell of the column.
fn place_dots<'a>(chart: &'a Chart, geometry: &Geometry, glyphs: Glyphs) -> Vec<PlacedDot<'a>> {
    let mut all: Vec<PlacedDot<'a>> = Vec::new();
    let drawn = chart.lines.iter().rev().filter(|line| is_drawn(line, geometry));
    let mut dots: Vec<(&ChartLine, &Dot)> =
        drawn.flat_map(|line| line.dots.iter().map(move |dot| (line, dot))).collect();
    // The names of years are at the ends of their lines and need most room.
    dots.sort_by_key(|(line, dot)| !(line.is_focused || is_end(line, dot)));
    for (line, dot) in dots {
        let (Some((x, y)), Some(slot)) = (cell_of(geometry, dot), geometry.slot_of(dot.column)) else {
            continue;
        };
        let cells = width(symbol(line, dot, geometry, glyphs));
        // Two symbols of several characters keep a cell between them.
        let distance = |placed: &PlacedDot<'a>| placed.cells.max(cells) + u16::from(placed.cells.max(cells) > 1);
        let clears = |placed: &PlacedDot<'a>, x: u16| placed.at.1 != y || placed.at.0.abs_diff(x) >= distance(placed);
        let is_free = |x: &u16| all.iter().all(|placed| clears(placed, *x));
        let inside = |x: &u16| (slot.x..slot.right()).contains(x);
        let beside = (0..=slot.width).flat_map(|by| [x.checked_add(by), x.checked_sub(by)]);
        let free = beside.flatten().filter(inside).find(is_free);
        if let Some(x) = free {
            all.push(PlacedDot { line, dot, at: (x, y), cells });
        }
    }
    all
}

fn cell_of(geometry: &Geometry, dot: &Dot) -> Option<ScreenCell> {
    let x = geometry.middle_of(dot.column)?;
    let top = geometry.scale.saturating_sub(1);
    let up = round_to_cells(geometry.height(dot.value).floor());
    Some((x, geometry.row(up.min(top))?))
}

fn line_style(line: &ChartLine, pen: &Pen<'_>) -> Style {
    let tone = match line.sign {
        DotSymbol::Target => Tone::Target,
        DotSymbol::OtherSource | DotSymbol::Projected => Tone::Contested,
        DotSymbol::Series(_) | DotSymbol::Year { .. } if line.is_focused => Tone::Actual,
        // One scale by age: the newest year is strong.
        DotSymbol::Year { age: 0, .. } => Tone::Actual,
        DotSymbol::Series(_) | DotSymbol::Year { age: 1..=2, .. } => Tone::ActualMuted,
        DotSymbol::Year { .. } => Tone::Muted,
    };
    if line.is_focused { pen.tone(tone).add_modifier(Modifier::BOLD) } else { pen.tone(tone) }
}

fn draw_joins(line: &ChartLine, plot: &mut Plot<'_, '_>) {
    let style = line_style(line, plot.pen);
    for pair in line.dots.windows(2) {
        let [from, to] = pair else { continue };
        let (start, end) = (cell_of(plot.geometry, from), cell_of(plot.geometry, to));
        let (Some(start), Some(end)) = (start, end) else { continue };
        match line.join {
            LineJoin::Straight if from.is_full && to.is_full && to.column == from.column + 1 => {
                draw_straight(start, end, style, plot);
            }
            LineJoin::Separate | LineJoin::Straight => {}
            LineJoin::Stepped => {
                let symbols = step_symbols(line.is_focused, plot.pen.paint.glyphs);
                draw_step(start, end, symbols, |at, symbol| {
                    if at != start {
                        plot.put_and_take(at, symbol, style);
                    }
                });
            }
        }
    }
}

/// Draws a straight line, in braille dots where the terminal has them.
fn draw_straight((x, y): ScreenCell, (to_x, to_y): ScreenCell, style: Style, plot: &mut Plot<'_, '_>) {
    let has_braille = plot.pen.paint.glyphs == Glyphs::Braille;
    let (dots_across, dots_down) = if has_braille { (2, 4) } else { (1, 1) };
    let at = |cell: u16, dots: i32| i32::from(cell) * dots + dots / 2;
    let (x0, y0, x1, y1) = (at(x, dots_across), at(y, dots_down), at(to_x, dots_across), at(to_y, dots_down));
    let steps = (x1 - x0).abs().max((y1 - y0).abs()).max(1);
    let mut dots: BTreeMap<ScreenCell, u8> = BTreeMap::new();
    for step in 0..=steps {
        let along =
            |from: i32, to: i32| from + ((to - from) * step + if to >= from { steps / 2 } else { -steps / 2 }) / steps;
        let to_u16 = |number: i32| u16::try_from(number).unwrap_or(0);
        let (x, y) = (along(x0, x1), along(y0, y1));
        let bit = braille_bit(to_u16(x % dots_across), to_u16(y % dots_down));
        *dots.entry((to_u16(x / dots_across), to_u16(y / dots_down))).or_default() |= bit;
    }
    for (cell, bits) in dots {
        let braille = braille_char(bits).to_string();
        let symbol = if has_braille { braille.as_str() } else { plot.pen.pick("·", "·", ".") };
        plot.put_and_take(cell, symbol, style);
    }
}

/// The characters of a step: level, upright, from a level up, from a level down.
fn step_symbols(is_focused: bool, glyphs: Glyphs) -> [&'static str; 4] {
    match (glyphs, is_focused) {
        (Glyphs::Ascii, true) => ["=", "|", "+", "+"],
        (Glyphs::Ascii, false) => ["-", "|", "+", "+"],
        (Glyphs::Block, true) => ["═", "║", "╝", "╗"],
        (_, true) => ["━", "┃", "┛", "┓"],
        (_, false) => ["─", "│", "┘", "┐"],
    }
}

/// Draws a level to the column of the end, then up or down to its row.
pub(super) fn draw_step(
    (x, y): ScreenCell,
    (to_x, to_y): ScreenCell,
    [level, upright, up, down]: [&str; 4],
    mut put: impl FnMut(ScreenCell, &str),
) {
    for along in x + 1..to_x {
        put((along, y), level);
    }
    for between in y.min(to_y) + 1..y.max(to_y) {
        put((to_x, between), upright);
    }
    if y != to_y {
        put((to_x, y), if to_y < y { up } else { down });
    }
}

fn draw_dot(placed: &PlacedDot<'_>, plot: &mut Plot<'_, '_>) {
    let (line, (x, y)) = (placed.line, placed.at);
    let glyphs = plot.pen.paint.glyphs;
    let symbol = symbol(line, placed.dot, plot.geometry, glyphs);
    let style = line_style(line, plot.pen);
    let cells = placed.cells.max(width(symbol));
    let at = Rect { x: x.saturating_sub((cells - 1) / 2), y, width: cells, height: 1 };
    plot.pen.text(at, symbol, style);
    if matches!(line.sign, DotSymbol::Year { .. }) && is_end(line, placed.dot) {
        // A number beside the name of a year would read as one number with it.
        plot.occupied.take_word(at);
    } else {
        plot.occupied.take(at);
    }
    // An open end above the dot: the value may be higher. Out of focus a hollow dot is enough.
    let above = (x, y.saturating_sub(1));
    let has_open_mark = placed.dot.is_open && (line.is_focused || placed.dot.is_full);
    if has_open_mark && y > plot.geometry.plot.y && plot.occupied.is_free(cell_area(above)) {
        plot.put_and_take(above, plot.pen.pick("ˆ", "^", "^"), style);
    }
}

fn is_end(line: &ChartLine, dot: &Dot) -> bool {
    line.dots.last().is_some_and(|last| last.column == dot.column)
}

/// The symbol of a dot; that of a year is its name at the end of its line.
fn symbol<'a>(line: &'a ChartLine, dot: &Dot, geometry: &Geometry, glyphs: Glyphs) -> &'a str {
    match &line.sign {
        DotSymbol::Year { digits, .. } if is_end(line, dot) => short_sign(digits, geometry),
        DotSymbol::Year { .. } => glyphs::series_glyph(0, true, glyphs),
        DotSymbol::Series(number) => glyphs::series_glyph(*number, dot.is_full, glyphs),
        DotSymbol::Target => glyphs::chart_mark_glyph(ChartMark::TargetDot, glyphs),
        DotSymbol::OtherSource => glyphs::pick(glyphs, "╌", "-", "-"),
        DotSymbol::Projected => glyphs::pick(glyphs, "╱", "/", "/"),
    }
}

/// The text of a dot, or its last character where columns are narrow.
fn short_sign<'a>(text: &'a str, geometry: &Geometry) -> &'a str {
    let is_narrow = geometry.slot <= width(text);
    let last = text.char_indices().next_back().map_or(0, |(at, _)| at);
    if is_narrow { &text[last..] } else { text }
}

/// Writes the number of a dot above, right of, below or left of it, where there is room.
fn draw_number(placed: &PlacedDot<'_>, plot: &mut Plot<'_, '_>) {
    let (line, dot, (x, y)) = (placed.line, placed.dot, placed.at);
    let Some(words) = fit(&dot.label, plot.geometry.slot.saturating_sub(1).max(3)).filter(|words| !words.is_empty())
    else {
        return;
    };
    let cells = width(words) + u16::from(dot.differs);
    let middle = x.saturating_sub(cells.saturating_sub(1) / 2);
    let above = if dot.is_open { 2 } else { 1 };
    let right = x + placed.cells - (placed.cells - 1) / 2;
    let candidates = [
        y.checked_sub(above).map(|y| (middle, y)),
        Some((right, y)),
        Some((middle, y + 1)),
        x.checked_sub(cells + placed.cells / 2).map(|x| (x, y)),
    ];
    let mut areas = candidates.into_iter().flatten().map(|(x, y)| Rect { x, y, width: cells, height: 1 });
    let top = plot.geometry.plot.y;
    if let Some(at) = areas.find(|at| at.y >= top && plot.occupied.claim(*at, 1)) {
        let role = if line.is_focused { Role::Strong } else { Role::Muted };
        let style = plot.pen.role(if line.sign == DotSymbol::Target { Role::Target } else { role });
        let used = draw_label(at, words, style, plot.pen);
        if dot.differs {
            plot.pen.text(Rect { x: at.x + used, width: 1, ..at }, "*", style);
        }
    }
}

/// Writes the names of lines beside their last dots, each in a row of its own, the one in focus first.
fn draw_names(plot: &mut Plot<'_, '_>) {
    let (chart, geometry) = (plot.chart, plot.geometry);
    if geometry.names.is_empty() {
        return;
    }
    let mut rows: Vec<u16> = Vec::new();
    for line in chart.lines.iter().rev().filter(|line| !line.name.0.is_empty()) {
        let last = line.dots.iter().rev().find_map(|dot| cell_of(geometry, dot));
        let Some((_, y)) = last else { continue };
        let free = (geometry.names.y..geometry.names.bottom()).filter(|row| !rows.contains(row));
        let Some(y) = free.min_by_key(|row| row.abs_diff(y)) else { continue };
        rows.push(y);
        let at = Rect { x: geometry.names.x + 1, y, width: geometry.names.width - 1, height: 1 };
        let symbol = match &line.sign {
            DotSymbol::Series(number) => glyphs::series_glyph(*number, true, plot.pen.paint.glyphs),
            _ => "",
        };
        let used = plot.pen.text(at, symbol, line_style(line, plot.pen));
        let role = if line.is_focused { Role::Strong } else { Role::Muted };
        plot.pen.text(right_of(at, used + 1), line.name.long(), plot.pen.role(role));
    }
}
