//! Bars and frames of a chart: ink by the cell, to an eighth where the terminal can.

use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};

use crate::page::model::chart::{Bar, Chart, ChartColumn, ChartMark, TargetFrame};
use crate::page::model::rich_text::Role;
use crate::render::look::theme::{Glyphs, Tone};
use crate::render::tui::chart::geometry::Geometry;
use crate::render::tui::chart::ink_tone;
use crate::render::tui::chart::labels::OccupiedCells;
use crate::render::tui::pen::Pen;
use crate::render::typeset::scale::{cells, eighths};

/// Eighths of a cell from below.
const EIGHTHS: [&str; 8] = [" ", "▁", "▂", "▃", "▄", "▅", "▆", "▇"];

/// Quarters of a cell of half-tone ink from below.
const QUARTERS: [&str; 4] = [" ", "⣀", "⣤", "⣶"];

/// What a column takes, in rows from the zero line up.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::render::tui) struct ColumnShape {
    /// Rows that are full of ink.
    pub full: u16,
    /// Eighths of ink in the row above them.
    pub rest: u32,
    /// The first row above ink, dots and the mark of an open end.
    pub top: u16,
    /// Whether its last row is that mark. Where there are few rows they all are for ink.
    pub has_open_mark: bool,
}

/// The line of a promise at a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::render::tui) struct TargetLine {
    /// How many rows up it lies.
    pub up: u16,
    /// The column has passed it: the line runs across the ink.
    pub is_passed: bool,
}

impl ColumnShape {
    /// Where the line of a promise lies, so many rows up, that is less than the value of the column or not: it never lies
    /// above the ink of a column that has passed it, nor in the ink of one that has not.
    fn target_line(self, up: u16, less: bool) -> TargetLine {
        let up = up.max(1);
        if less && self.full > 0 {
            return TargetLine { up: up.min(self.full), is_passed: true };
        }
        TargetLine { up: up.max(self.full + u16::from(self.rest > 0)), is_passed: false }
    }

    /// The row in which a dash in the middle of a cell stands, in the same order to the ink as its value.
    fn rival_row(self, row: u16, less: bool) -> u16 {
        if less { row.min(self.full.saturating_sub(1)) } else { row.max(self.full + u16::from(self.rest > 0)) }
    }
}

/// Where the line of a promise lies at its column.
pub(in crate::render::tui) fn target_line(
    chart: &Chart,
    geometry: &Geometry,
    column: &ChartColumn,
    frame: &TargetFrame,
) -> TargetLine {
    let up = geometry.rows_up(chart, frame.value);
    let shape = column_shape(geometry, column);
    if frame.is_off_scale {
        return TargetLine { up: geometry.scale, is_passed: false };
    }
    shape.target_line(up, column.bar.is_some_and(|bar| bar.value > frame.value))
}

/// Works out how high a column is.
pub(in crate::render::tui) fn column_shape(geometry: &Geometry, column: &ChartColumn) -> ColumnShape {
    let mut shape = ColumnShape { full: 0, rest: 0, top: 0, has_open_mark: false };
    let Some(bar) = column.bar else { return shape };
    let (max, scale) = (geometry.even.top, geometry.scale);
    // Half-tone ink is as fine as half a cell, so that a little of it is not much; the least is a quarter.
    let ink = match (eighths(bar.value, max, scale), bar.mark) {
        (ink, ChartMark::FullPeriod) => ink,
        (ink @ 1..4, _) => ink.max(2) / 2 * 2,
        (ink, _) => (ink + 2) / 4 * 4,
    };
    (shape.full, shape.rest) = (u16::try_from(ink / 8).unwrap_or(scale), ink % 8);
    shape.top = shape.full + u16::from(shape.rest > 0);
    if let Some(soft) = bar.soft {
        shape.top = shape.top.max(cells(soft, max, scale));
    }
    shape.has_open_mark = bar.is_open && geometry.scale >= 4;
    shape.top += u16::from(shape.has_open_mark);
    shape
}

/// Draws every column in sight.
pub(in crate::render::tui) fn draw(
    chart: &Chart,
    geometry: &Geometry,
    occupied: &mut OccupiedCells,
    pen: &mut Pen<'_>,
) {
    for (index, column) in chart.columns.iter().enumerate().skip(geometry.first) {
        let Some(place) = geometry.bar_of(index) else { break };
        let shape = column_shape(geometry, column);
        if let Some(bar) = column.bar {
            draw_ink(&bar, column.data_point.is_focused, (geometry, &shape, place), pen);
        }
        if shape.top > 0 {
            occupied.take(Rect { y: place.bottom() - shape.top.min(place.height), height: shape.top, ..place });
        }
        for frame in column.frames.iter().filter(|frame| !frame.is_off_scale) {
            let line = target_line(chart, geometry, column, frame);
            crate::render::tui::chart::columns::draw_frame(
                frame,
                (&shape, place, line, column.data_point.is_focused),
                geometry,
                occupied,
                pen,
            );
        }
        let dash = |rival: &f64| {
            #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "at most the rows of a screen")]
            let row = geometry.rows(chart, *rival).floor() as u16;
            shape.rival_row(row, column.bar.is_some_and(|bar| *rival < bar.value))
        };
        let highest = column.rivals.iter().map(dash).max().unwrap_or(0);
        draw_disagreement(highest, (geometry, &shape, place), occupied, pen);
        for rival in &column.rivals {
            draw_rival(dash(rival), (geometry, &shape, place), occupied, pen);
        }
    }
}

fn draw_ink(bar: &Bar, is_focused: bool, (geometry, shape, place): (&Geometry, &ColumnShape, Rect), pen: &mut Pen<'_>) {
    let color = if is_focused && ink_tone(bar.mark) == Tone::ActualMuted { Tone::Actual } else { ink_tone(bar.mark) };
    let style = pen.tone(color);
    let solid = match bar.mark {
        ChartMark::PartYear => pen.pick("▒", "▒", "%"),
        ChartMark::RestOfYear => pen.pick("░", "░", "."),
        ChartMark::Projected => pen.pick("╱", "/", "/"),
        _ => pen.pick("█", "█", "#"),
    };
    for up in 0..shape.full {
        fill_row(geometry, up, place, solid, style, pen);
    }
    let mut up = shape.full;
    if shape.rest > 0 {
        let half_tone = bar.mark != ChartMark::FullPeriod;
        let top = match pen.paint.glyphs {
            Glyphs::Braille if half_tone => QUARTERS[shape.rest as usize / 2],
            Glyphs::Block | Glyphs::Ascii if half_tone && (shape.rest >= 4 || shape.full == 0) => solid,
            Glyphs::Block | Glyphs::Ascii if half_tone => " ",
            Glyphs::Braille => EIGHTHS[shape.rest as usize],
            Glyphs::Block => ["▄", "▄", "█"][(shape.rest as usize / 3).min(2)],
            Glyphs::Ascii if shape.rest >= 4 || shape.full == 0 => "#",
            Glyphs::Ascii => " ",
        };
        fill_row(geometry, up, place, top, style, pen);
        up += 1;
    }
    let dots_end = shape.top - u16::from(shape.has_open_mark);
    for up in up..dots_end {
        fill_row(geometry, up, place, pen.pick("·", "·", "."), style, pen);
    }
    if shape.has_open_mark {
        fill_row(geometry, dots_end, place, pen.pick("ˆ", "^", "^"), style, pen);
    }
}

fn fill_row(geometry: &Geometry, up: u16, place: Rect, symbol: &str, style: Style, pen: &mut Pen<'_>) {
    if let Some(y) = geometry.row(up) {
        for x in place.x..place.right() {
            pen.put((x, y), symbol, style);
        }
    }
}

/// A hollow frame from the zero line to a value. Where it is not in focus only its empty part is drawn.
fn draw_frame(
    frame: &TargetFrame,
    (shape, place, line, is_focused): (&ColumnShape, Rect, TargetLine, bool),
    geometry: &Geometry,
    occupied: &mut OccupiedCells,
    pen: &mut Pen<'_>,
) {
    let up = line.up;
    let color = if frame.is_focused { Tone::Target } else { Tone::TargetMuted };
    let mut style = pen.tone(color);
    if frame.is_focused {
        style = style.add_modifier(Modifier::BOLD);
    }
    let left = place.x.checked_sub(1).filter(|x| *x >= geometry.plot.x.saturating_sub(1));
    let right = Some(place.right()).filter(|x| *x < pen.buf.area.right());
    // Where columns touch each other there is no room for sides.
    let lowest = match (geometry.slot < 2, frame.is_focused) {
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
            occupied.take(Rect { x, y, width: 1, height: 1 });
        }
    }
    if line.is_passed {
        // The bar has passed the promise: the line runs across it.
        let across = pen.text_on(Tone::LineOnBar, if is_focused { Tone::Actual } else { Tone::ActualMuted });
        fill_row(geometry, up - 1, place, pen.pick("▔", "─", "="), across, pen);
    } else if let Some(y) = geometry.row(up) {
        fill_row(geometry, up, place, pen.pick("▁", "_", "_"), style, pen);
        occupied.take(Rect { y, height: 1, ..place });
    }
}

/// From the ink up to the highest that another source says: the room in which they differ.
fn draw_disagreement(
    up: u16,
    (geometry, shape, place): (&Geometry, &ColumnShape, Rect),
    occupied: &mut OccupiedCells,
    pen: &mut Pen<'_>,
) {
    let from = shape.full + u16::from(shape.rest > 0);
    for row in from..up {
        crate::render::tui::chart::columns::fill_row(
            geometry,
            row,
            place,
            pen.pick("▒", "▒", "%"),
            pen.role(Role::Contested),
            pen,
        );
        if let Some(y) = geometry.row(row) {
            occupied.take(Rect { y, height: 1, ..place });
        }
    }
}

/// What another source says: a dashed line across the column.
fn draw_rival(
    up: u16,
    (geometry, shape, place): (&Geometry, &ColumnShape, Rect),
    occupied: &mut OccupiedCells,
    pen: &mut Pen<'_>,
) {
    let Some(y) = geometry.row(up) else { return };
    let style =
        if up < shape.full { pen.text_on(Tone::LineOnBar, Tone::ActualMuted) } else { pen.role(Role::Contested) };
    fill_row(geometry, up, place, pen.pick("╌", "-", "-"), style, pen);
    occupied.take(Rect { y, height: 1, ..place });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_lies_above_the_ink_of_a_column_that_missed_it_and_across_that_of_one_that_passed_it() {
        for (full, rest, up) in
            (0..6).flat_map(|full| (0..8).flat_map(move |rest| (0..8).map(move |up| (full, rest, up))))
        {
            let shape = ColumnShape { full, rest, top: full + u16::from(rest > 0), has_open_mark: false };
            let missed = shape.target_line(up, false);
            assert!(!missed.is_passed && missed.up >= shape.top, "{shape:?} {missed:?}");
            let met = shape.target_line(up, true);
            assert!(full == 0 || (met.is_passed && met.up <= full), "{shape:?} {met:?}");
            assert!(shape.rival_row(up, false) >= shape.top && (full == 0 || shape.rival_row(up, true) < full));
        }
    }
}
