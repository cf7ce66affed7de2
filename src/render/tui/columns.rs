//! Bars and frames of a chart: ink by the cell, to an eighth where the terminal can.

use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};

use super::chart::tone_of;
use super::geometry::Geometry;
use super::labels::Taken;
use super::paint::Pen;
use crate::page::chart::{Bar, Chart, Column, Frame, Ink};
use crate::page::prose::Role;
use crate::render::scale::{cells, eighths};
use crate::render::theme::{Glyphs, Tone};

/// Eighths of a cell from below.
const EIGHTHS: [&str; 8] = [" ", "▁", "▂", "▃", "▄", "▅", "▆", "▇"];

/// Quarters of a cell of half-tone ink from below.
const QUARTERS: [&str; 4] = [" ", "⣀", "⣤", "⣶"];

/// What a column takes, in rows from the zero line up.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Shape {
    /// Rows that are full of ink.
    pub full: u16,
    /// Eighths of ink in the row above them.
    pub rest: u32,
    /// The first row above ink, dots and the mark of an open end.
    pub top: u16,
    /// Whether its last row is that mark. Where there are few rows they all are for ink.
    pub marked: bool,
}

/// The line of a promise at a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Line {
    /// How many rows up it lies.
    pub up: u16,
    /// The column has passed it: the line runs across the ink.
    pub passed: bool,
}

impl Shape {
    /// Where the line of a promise lies, so many rows up, that is less than the value of the column or not: it never lies
    /// above the ink of a column that has passed it, nor in the ink of one that has not.
    fn line(self, up: u16, less: bool) -> Line {
        let up = up.max(1);
        if less && self.full > 0 {
            return Line { up: up.min(self.full), passed: true };
        }
        Line { up: up.max(self.full + u16::from(self.rest > 0)), passed: false }
    }

    /// The row in which a dash in the middle of a cell stands, in the same order to the ink as its value.
    fn dash(self, row: u16, less: bool) -> u16 {
        if less { row.min(self.full.saturating_sub(1)) } else { row.max(self.full + u16::from(self.rest > 0)) }
    }
}

/// Where the line of a promise lies at its column.
pub(super) fn line(chart: &Chart, geometry: &Geometry, column: &Column, frame: &Frame) -> Line {
    let up = geometry.rows_up(chart, frame.value);
    let shape = shape(geometry, column);
    if frame.beyond {
        return Line { up: geometry.scale, passed: false };
    }
    shape.line(up, column.bar.is_some_and(|bar| bar.value > frame.value))
}

/// Works out how high a column is.
pub(super) fn shape(geometry: &Geometry, column: &Column) -> Shape {
    let mut shape = Shape { full: 0, rest: 0, top: 0, marked: false };
    let Some(bar) = column.bar else { return shape };
    let (max, scale) = (geometry.even.top, geometry.scale);
    // Half-tone ink is as fine as half a cell, so that a little of it is not much; the least is a quarter.
    let ink = match (eighths(bar.value, max, scale), bar.ink) {
        (ink, Ink::Full) => ink,
        (ink @ 1..4, _) => ink.max(2) / 2 * 2,
        (ink, _) => (ink + 2) / 4 * 4,
    };
    (shape.full, shape.rest) = (u16::try_from(ink / 8).unwrap_or(scale), ink % 8);
    shape.top = shape.full + u16::from(shape.rest > 0);
    if let Some(soft) = bar.soft {
        shape.top = shape.top.max(cells(soft, max, scale));
    }
    shape.marked = bar.open && geometry.scale >= 4;
    shape.top += u16::from(shape.marked);
    shape
}

/// Draws every column in sight.
pub(super) fn columns(chart: &Chart, geometry: &Geometry, taken: &mut Taken, pen: &mut Pen<'_>) {
    for (index, column) in chart.columns.iter().enumerate().skip(geometry.first) {
        let Some(place) = geometry.bar_of(index) else { break };
        let shape = shape(geometry, column);
        if let Some(bar) = column.bar {
            ink(&bar, column.spot.focus, (geometry, &shape, place), pen);
        }
        if shape.top > 0 {
            taken.take(Rect { y: place.bottom() - shape.top.min(place.height), height: shape.top, ..place });
        }
        for frame in column.frames.iter().filter(|frame| !frame.beyond) {
            let line = line(chart, geometry, column, frame);
            self::frame(frame, (&shape, place, line, column.spot.focus), geometry, taken, pen);
        }
        let dash = |rival: &f64| {
            #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "at most the rows of a screen")]
            let row = geometry.rows(chart, *rival).floor() as u16;
            shape.dash(row, column.bar.is_some_and(|bar| *rival < bar.value))
        };
        let highest = column.rivals.iter().map(dash).max().unwrap_or(0);
        hull(highest, (geometry, &shape, place), taken, pen);
        for rival in &column.rivals {
            tick(dash(rival), (geometry, &shape, place), taken, pen);
        }
    }
}

fn ink(bar: &Bar, focus: bool, (geometry, shape, place): (&Geometry, &Shape, Rect), pen: &mut Pen<'_>) {
    let color = if focus && tone_of(bar.ink) == Tone::Past { Tone::Actual } else { tone_of(bar.ink) };
    let style = pen.tone(color);
    let solid = match bar.ink {
        Ink::Part => pen.pick("▒", "▒", "%"),
        Ink::Rest => pen.pick("░", "░", "."),
        Ink::Projected => pen.pick("╱", "/", "/"),
        _ => pen.pick("█", "█", "#"),
    };
    for up in 0..shape.full {
        row(geometry, up, place, solid, style, pen);
    }
    let mut up = shape.full;
    if shape.rest > 0 {
        let half_tone = bar.ink != Ink::Full;
        let top = match pen.paint.glyphs {
            Glyphs::Braille if half_tone => QUARTERS[shape.rest as usize / 2],
            Glyphs::Block | Glyphs::Ascii if half_tone && (shape.rest >= 4 || shape.full == 0) => solid,
            Glyphs::Block | Glyphs::Ascii if half_tone => " ",
            Glyphs::Braille => EIGHTHS[shape.rest as usize],
            Glyphs::Block => ["▄", "▄", "█"][(shape.rest as usize / 3).min(2)],
            Glyphs::Ascii if shape.rest >= 4 || shape.full == 0 => "#",
            Glyphs::Ascii => " ",
        };
        row(geometry, up, place, top, style, pen);
        up += 1;
    }
    let dots_end = shape.top - u16::from(shape.marked);
    for up in up..dots_end {
        row(geometry, up, place, pen.pick("·", "·", "."), style, pen);
    }
    if shape.marked {
        row(geometry, dots_end, place, pen.pick("ˆ", "^", "^"), style, pen);
    }
}

fn row(geometry: &Geometry, up: u16, place: Rect, symbol: &str, style: Style, pen: &mut Pen<'_>) {
    if let Some(y) = geometry.row(up) {
        for x in place.x..place.right() {
            pen.put((x, y), symbol, style);
        }
    }
}

/// A hollow frame from the zero line to a value. Where it is not in focus only its empty part is drawn.
fn frame(
    frame: &Frame,
    (shape, place, line, focus): (&Shape, Rect, Line, bool),
    geometry: &Geometry,
    taken: &mut Taken,
    pen: &mut Pen<'_>,
) {
    let up = line.up;
    let color = if frame.focus { Tone::Target } else { Tone::Pledge };
    let mut style = pen.tone(color);
    if frame.focus {
        style = style.add_modifier(Modifier::BOLD);
    }
    let left = place.x.checked_sub(1).filter(|x| *x >= geometry.plot.x.saturating_sub(1));
    let right = Some(place.right()).filter(|x| *x < pen.buf.area.right());
    // Where columns touch each other there is no room for sides.
    let lowest = match (geometry.slot < 2, frame.focus) {
        (true, _) => up,
        (false, true) => 0,
        (false, false) => shape.full,
    };
    for (side, symbol) in [(left, pen.pick("▕", "│", "|")), (right, pen.pick("▏", "│", "|"))] {
        let Some(x) = side else { continue };
        for up in lowest..up {
            let Some(y) = geometry.row(up) else { continue };
            let other =
                pen.buf.cell((x, y)).is_some_and(|cell| matches!(cell.symbol(), "▕" | "▏") && cell.symbol() != symbol);
            pen.put((x, y), if other { "│" } else { symbol }, style);
            taken.take(Rect { x, y, width: 1, height: 1 });
        }
    }
    if line.passed {
        // The bar has passed the promise: the line runs across it.
        let across = pen.over(Tone::Across, if focus { Tone::Actual } else { Tone::Past });
        row(geometry, up - 1, place, pen.pick("▔", "─", "="), across, pen);
    } else if let Some(y) = geometry.row(up) {
        row(geometry, up, place, pen.pick("▁", "_", "_"), style, pen);
        taken.take(Rect { y, height: 1, ..place });
    }
}

/// From the ink up to the highest that another source says: the room in which they differ.
fn hull(up: u16, (geometry, shape, place): (&Geometry, &Shape, Rect), taken: &mut Taken, pen: &mut Pen<'_>) {
    let from = shape.full + u16::from(shape.rest > 0);
    for row in from..up {
        self::row(geometry, row, place, pen.pick("▒", "▒", "%"), pen.role(Role::Contested), pen);
        if let Some(y) = geometry.row(row) {
            taken.take(Rect { y, height: 1, ..place });
        }
    }
}

/// What another source says: a dashed line across the column.
fn tick(up: u16, (geometry, shape, place): (&Geometry, &Shape, Rect), taken: &mut Taken, pen: &mut Pen<'_>) {
    let Some(y) = geometry.row(up) else { return };
    let style = if up < shape.full { pen.over(Tone::Across, Tone::Past) } else { pen.role(Role::Contested) };
    row(geometry, up, place, pen.pick("╌", "-", "-"), style, pen);
    taken.take(Rect { y, height: 1, ..place });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_lies_above_the_ink_of_a_column_that_missed_it_and_across_that_of_one_that_passed_it() {
        for (full, rest, up) in
            (0..6).flat_map(|full| (0..8).flat_map(move |rest| (0..8).map(move |up| (full, rest, up))))
        {
            let shape = Shape { full, rest, top: full + u16::from(rest > 0), marked: false };
            let missed = shape.line(up, false);
            assert!(!missed.passed && missed.up >= shape.top, "{shape:?} {missed:?}");
            let met = shape.line(up, true);
            assert!(full == 0 || (met.passed && met.up <= full), "{shape:?} {met:?}");
            assert!(shape.dash(up, false) >= shape.top && (full == 0 || shape.dash(up, true) < full));
        }
    }
}
