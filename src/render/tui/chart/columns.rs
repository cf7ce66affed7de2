//! The columns of a chart: bars, target frames, and the values of other sources, in eighths of a cell where the terminal
//! has them.

use ratatui::layout::Rect;
use ratatui::style::Modifier;

use crate::page::model::{Bar, ChartColumn, ChartMark, Role, TargetFrame};
use crate::render::look::glyphs::chart_mark_tone;
use crate::render::look::theme::{Glyphs, Tone};
use crate::render::tui::chart::geometry::Geometry;
use crate::render::tui::chart::occupied_cells::cell_area;
use crate::render::tui::chart::plot::Plot;
use crate::render::typeset::scale::{cells, eighths, round_to_cells};

/// Eighths of a cell from below.
const EIGHTHS: [&str; 8] = [" ", "▁", "▂", "▃", "▄", "▅", "▆", "▇"];

/// Quarters of a half-tone cell from below.
const HALF_TONE_QUARTERS: [&str; 4] = [" ", "⣀", "⣤", "⣶"];

/// The rows of a column, from the zero line up.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct ColumnShape {
    /// Rows that are filled.
    pub full: u16,
    /// Eighths that are filled in the row above them.
    pub rest: u32,
    /// The first row above the bar, its uncertain part and its open end.
    pub top: u16,
    /// Whether the row below `top` marks an open end. Short charts have no such row.
    pub has_open_mark: bool,
}

/// The line of a target at its column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct TargetLine {
    /// Rows above the zero line.
    pub up: u16,
    /// The bar is higher than the target: the line crosses it.
    pub is_passed: bool,
}

impl ColumnShape {
    pub(super) fn of(geometry: &Geometry, column: &ChartColumn) -> Self {
        let mut shape = Self { full: 0, rest: 0, top: 0, has_open_mark: false };
        let Some(bar) = column.bar else { return shape };
        let (max, scale) = (geometry.even.top, geometry.scale);
        // Half-tone bars are drawn in half cells, so that a small one does not look large; the smallest is a quarter.
        let filled = match (eighths(bar.value, max, scale), bar.mark) {
            (filled, ChartMark::FullPeriod) => filled,
            (filled @ 1..4, _) => filled.max(2) / 2 * 2,
            (filled, _) => (filled + 2) / 4 * 4,
        };
        (shape.full, shape.rest) = (u16::try_from(filled / 8).unwrap_or(scale), filled % 8);
        shape.top = shape.filled_rows();
        if let Some(soft) = bar.soft {
            shape.top = shape.top.max(cells(soft, max, scale));
        }
        shape.has_open_mark = bar.is_open && geometry.scale >= 4;
        shape.top += u16::from(shape.has_open_mark);
        shape
    }

    /// Rows that are filled, at least in part.
    fn filled_rows(self) -> u16 {
        self.full + u16::from(self.rest > 0)
    }

    /// Rounds the line of a target to a row in the same order to the bar as its value: never above the bar of a column
    /// that has passed it, nor inside the bar of one that has not.
    fn target_line(self, up: u16, is_below_value: bool) -> TargetLine {
        let up = up.max(1);
        if is_below_value && self.full > 0 {
            return TargetLine { up: up.min(self.full), is_passed: true };
        }
        TargetLine { up: up.max(self.filled_rows()), is_passed: false }
    }

    /// The same for the dash of another source, which is in the middle of a row.
    fn rival_row(self, row: u16, is_below_value: bool) -> u16 {
        if is_below_value { row.min(self.full.saturating_sub(1)) } else { row.max(self.filled_rows()) }
    }
}

pub(super) struct PlottedColumn<'a> {
    pub column: &'a ChartColumn,
    pub shape: ColumnShape,
    /// The width of the bar, over the height of the plot.
    pub area: Rect,
}

impl<'a> PlottedColumn<'a> {
    /// The column of an index, if it is in sight.
    pub(super) fn of(plot: &Plot<'a, '_>, index: usize) -> Option<Self> {
        let column = plot.chart.columns.get(index)?;
        Some(Self { column, shape: ColumnShape::of(plot.geometry, column), area: plot.geometry.bar_of(index)? })
    }

    pub(super) fn target_line(&self, plot: &Plot<'_, '_>, frame: &TargetFrame) -> TargetLine {
        if frame.is_off_scale {
            return TargetLine { up: plot.geometry.scale, is_passed: false };
        }
        let up = plot.geometry.rows_up(plot.chart, frame.value);
        self.shape.target_line(up, self.column.bar.is_some_and(|bar| bar.value > frame.value))
    }

    fn tone(&self) -> Tone {
        if self.column.data_point.is_focused { Tone::Actual } else { Tone::ActualMuted }
    }
}

pub(super) fn draw(plot: &mut Plot<'_, '_>) {
    for index in plot.geometry.first..plot.chart.columns.len() {
        let Some(column) = PlottedColumn::of(plot, index) else { break };
        let (shape, area) = (column.shape, column.area);
        if let Some(bar) = column.column.bar {
            draw_bar(&column, &bar, plot);
        }
        if shape.top > 0 {
            plot.occupied.take(Rect { y: area.bottom() - shape.top.min(area.height), height: shape.top, ..area });
        }
        for frame in column.column.frames.iter().filter(|frame| !frame.is_off_scale) {
            draw_frame(&column, frame, plot);
        }
        draw_rivals(&column, plot);
    }
}

fn draw_bar(column: &PlottedColumn<'_>, bar: &Bar, plot: &mut Plot<'_, '_>) {
    let (shape, area, pen) = (column.shape, column.area, &plot.pen);
    let tone = chart_mark_tone(bar.mark);
    let style = pen.tone(if tone == Tone::ActualMuted { column.tone() } else { tone });
    let solid = match bar.mark {
        ChartMark::PartYear => pen.pick("▒", "▒", "%"),
        ChartMark::RestOfYear => pen.pick("░", "░", "."),
        ChartMark::Projected => pen.pick("╱", "/", "/"),
        _ => pen.pick("█", "█", "#"),
    };
    let is_half_tone = bar.mark != ChartMark::FullPeriod;
    let top = match pen.paint.glyphs {
        Glyphs::Braille if is_half_tone => HALF_TONE_QUARTERS[shape.rest as usize / 2],
        Glyphs::Braille => EIGHTHS[shape.rest as usize],
        Glyphs::Block if !is_half_tone => ["▄", "▄", "█"][(shape.rest as usize / 3).min(2)],
        Glyphs::Block | Glyphs::Ascii if shape.rest >= 4 || shape.full == 0 => solid,
        Glyphs::Block | Glyphs::Ascii => " ",
    };
    let (soft, open) = (pen.pick("·", "·", "."), pen.pick("ˆ", "^", "^"));
    for up in 0..shape.full {
        plot.fill_row(up, area, solid, style);
    }
    if shape.rest > 0 {
        plot.fill_row(shape.full, area, top, style);
    }
    let soft_end = shape.top - u16::from(shape.has_open_mark);
    for up in shape.filled_rows()..soft_end {
        plot.fill_row(up, area, soft, style);
    }
    if shape.has_open_mark {
        plot.fill_row(soft_end, area, open, style);
    }
}

/// Draws a hollow frame from the zero line to the target; of one out of focus only the part above the bar.
fn draw_frame(column: &PlottedColumn<'_>, frame: &TargetFrame, plot: &mut Plot<'_, '_>) {
    let TargetLine { up, is_passed } = column.target_line(plot, frame);
    let (area, geometry) = (column.area, plot.geometry);
    let mut style = plot.pen.tone(if frame.is_focused { Tone::Target } else { Tone::TargetMuted });
    if frame.is_focused {
        style = style.add_modifier(Modifier::BOLD);
    }
    let left = area.x.checked_sub(1).filter(|x| *x >= geometry.plot.x.saturating_sub(1));
    let right = Some(area.right()).filter(|x| *x < plot.pen.buf.area.right());
    // Where columns touch each other there is no room for sides.
    let lowest = match (geometry.slot < 2, frame.is_focused) {
        (true, _) => up,
        (false, true) => 0,
        (false, false) => column.shape.full,
    };
    for (side, symbol) in [(left, plot.pen.pick("▕", "│", "|")), (right, plot.pen.pick("▏", "│", "|"))] {
        let Some(x) = side else { continue };
        for y in (lowest..up).filter_map(|up| geometry.row(up)) {
            let cell = plot.pen.buf.cell((x, y));
            let meets_neighbour =
                cell.is_some_and(|cell| matches!(cell.symbol(), "▕" | "▏") && cell.symbol() != symbol);
            plot.pen.put((x, y), if meets_neighbour { "│" } else { symbol }, style);
            plot.occupied.take(cell_area((x, y)));
        }
    }
    if is_passed {
        let style = plot.pen.text_on(Tone::LineOnBar, column.tone());
        plot.fill_row(up - 1, area, plot.pen.pick("▔", "─", "="), style);
    } else {
        plot.fill_and_take_row(up, area, plot.pen.pick("▁", "_", "_"), style);
    }
}

/// Draws a dashed line at the value of each other source, and shades the range from the bar to the highest of them.
fn draw_rivals(column: &PlottedColumn<'_>, plot: &mut Plot<'_, '_>) {
    let (shape, area) = (column.shape, column.area);
    let row = |rival: &f64| {
        let row = round_to_cells(plot.geometry.rows(plot.chart, *rival).floor());
        shape.rival_row(row, column.column.bar.is_some_and(|bar| *rival < bar.value))
    };
    let rows: Vec<u16> = column.column.rivals.iter().map(row).collect();
    let contested = plot.pen.role(Role::Contested);
    for up in shape.filled_rows()..rows.iter().copied().max().unwrap_or(0) {
        plot.fill_and_take_row(up, area, plot.pen.pick("▒", "▒", "%"), contested);
    }
    for up in rows {
        let on_bar = up < shape.full;
        let style = if on_bar { plot.pen.text_on(Tone::LineOnBar, Tone::ActualMuted) } else { contested };
        plot.fill_and_take_row(up, area, plot.pen.pick("╌", "-", "-"), style);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_target_line_is_above_the_bar_that_missed_it_and_across_the_bar_that_passed_it() {
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
