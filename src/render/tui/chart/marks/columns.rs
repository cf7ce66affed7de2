//! The columns of a chart: bars, target frames, and the values of other sources, in eighths of a cell where the terminal
//! has them. A mark that has no room at its height is not drawn; the read-out has its number.

use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};

use crate::page::model::{Bar, ChartColumn, ChartMark, Role, TargetFrame};
use crate::render::look::glyphs::chart_mark_tone;
use crate::render::look::theme::Tone;
use crate::render::tui::chart::marks::column_shape::{ColumnShape, LineHeight, TargetLine};
use crate::render::tui::chart::occupied_cells::cell_area;
use crate::render::tui::chart::plot::Plot;
use crate::render::typeset::scale::round_to_cells;

pub(in crate::render::tui::chart) struct PlottedColumn<'a> {
    pub column: &'a ChartColumn,
    pub shape: ColumnShape,
    /// The width of the bar, over the height of the plot.
    pub area: Rect,
}

impl<'a> PlottedColumn<'a> {
    /// The column of an index, if it is in sight.
    pub(in crate::render::tui::chart) fn of(plot: &Plot<'a, '_>, index: usize) -> Option<Self> {
        let column = plot.chart.columns.get(index)?;
        Some(Self {
            column,
            shape: ColumnShape::of(plot.geometry, column, plot.pen.paint.glyphs),
            area: plot.geometry.bar_of(index)?,
        })
    }

    /// The lines of a target: one, or the two ends of a range.
    pub(in crate::render::tui::chart) fn target_lines(
        &self,
        plot: &Plot<'_, '_>,
        frame: &TargetFrame,
    ) -> impl DoubleEndedIterator<Item = TargetLine> {
        let is_beyond = |value: f64| {
            let bar = self.column.bar.map_or(0.0, |bar| bar.value);
            if value < 0.0 { bar < value } else { bar > value }
        };
        let line = |value: f64| TargetLine::at(plot.geometry, value, is_beyond(value), plot.pen.paint.glyphs);
        let ends = [line(frame.value)].into_iter().chain(frame.upper.map(line)).collect::<Vec<_>>();
        ends.into_iter()
    }

    fn tone(&self) -> Tone {
        if self.column.data_point.is_focused { Tone::Actual } else { Tone::ActualMuted }
    }
}

pub(in crate::render::tui::chart) fn draw(plot: &mut Plot<'_, '_>) {
    for index in plot.geometry.first..plot.chart.columns.len() {
        let Some(column) = PlottedColumn::of(plot, index) else { break };
        let (shape, area) = (column.shape, column.area);
        if let Some(bar) = column.column.bar {
            draw_bar(&column, &bar, plot);
        }
        for row in shape.bottom..shape.top {
            plot.take_row(row, area);
        }
        let mut lines = Vec::new();
        for frame in column.column.frames.iter().filter(|frame| !frame.is_off_scale) {
            lines.extend(draw_frame(&column, frame, plot));
        }
        draw_rivals(&column, &lines, plot);
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
    for row in shape.full_from..shape.full_to {
        plot.fill_row(row, area, solid, style);
    }
    if let Some(partial) = shape.partial {
        plot.fill_row(partial.row, area, partial.glyph, style);
    }
    let (soft, open) = (plot.pen.pick("·", "·", "."), plot.pen.pick("ˆ", "^", "^"));
    let soft_end = shape.top - u16::from(shape.has_open_mark);
    for row in (shape.bottom..soft_end).filter(|row| !shape.is_full(*row) && !shape.is_partial(*row)) {
        plot.fill_row(row, area, soft, style);
    }
    if shape.has_open_mark {
        plot.fill_row(soft_end, area, open, style);
    }
}

/// Draws a hollow frame from the zero line to the target, or between the two ends of a range; of one out of focus only the part
/// beyond the bar. Returns the rows of its lines.
fn draw_frame(column: &PlottedColumn<'_>, frame: &TargetFrame, plot: &mut Plot<'_, '_>) -> Vec<u16> {
    let lines: Vec<TargetLine> = column.target_lines(plot, frame).collect();
    let mut style = plot.pen.tone(if frame.is_focused { Tone::Target } else { Tone::TargetMuted });
    if frame.is_focused {
        style = style.add_modifier(Modifier::BOLD);
    }
    draw_sides(column, frame, &lines, style, plot);
    let mut rows = Vec::new();
    for line in lines {
        // Where the end of the bar is in the same row, the line is a tick at both sides of it.
        let is_shared = column.shape.is_partial(line.row) && line.height != LineHeight::LowerEdge;
        let (symbol, style) = line_look(line, is_shared, style, column, plot);
        if is_shared {
            draw_ticks(line.row, symbol, style, column.area, plot);
        } else {
            plot.fill_and_take_row(line.row, column.area, symbol, style);
        }
        rows.push(line.row);
    }
    rows
}

fn line_look(
    line: TargetLine,
    is_shared: bool,
    style: Style,
    column: &PlottedColumn<'_>,
    plot: &Plot<'_, '_>,
) -> (&'static str, Style) {
    let symbol = match line.height {
        LineHeight::LowerEdge => plot.pen.pick("▁", "_", "_"),
        LineHeight::Middle => plot.pen.pick("─", "─", "-"),
        LineHeight::UpperEdge => "▔",
    };
    let is_on_bar = line.is_passed && !is_shared && column.shape.is_full(line.row);
    (symbol, if is_on_bar { plot.pen.text_on(Tone::LineOnBar, column.tone()) } else { style })
}

fn draw_sides(
    column: &PlottedColumn<'_>,
    frame: &TargetFrame,
    lines: &[TargetLine],
    style: Style,
    plot: &mut Plot<'_, '_>,
) {
    let (area, geometry, shape) = (column.area, plot.geometry, column.shape);
    let Some(end) = lines.last() else { return };
    // Where columns touch each other there is no room for sides.
    if geometry.slot < 2 {
        return;
    }
    // Rows from the inner end to the line, without the row above a line on a lower edge.
    let inner = match (lines, frame.is_focused, frame.value < 0.0) {
        ([first, _], ..) => first.row,
        (_, true, _) => geometry.zero,
        (_, false, true) => shape.full_from,
        (_, false, false) => shape.full_to,
    };
    let upper = |line: &TargetLine| line.row + u16::from(line.height == LineHeight::UpperEdge);
    let rows = if frame.value < 0.0 && lines.len() == 1 {
        end.row + u16::from(end.height != LineHeight::LowerEdge)..inner
    } else {
        inner..upper(end)
    };
    let left = area.x.checked_sub(1).filter(|x| *x >= geometry.plot.x.saturating_sub(1));
    let right = Some(area.right()).filter(|x| *x < plot.pen.buf.area.right());
    for (side, symbol) in [(left, plot.pen.pick("▕", "│", "|")), (right, plot.pen.pick("▏", "│", "|"))] {
        let Some(x) = side else { continue };
        for y in rows.clone().filter_map(|row| geometry.row(row)) {
            let cell = plot.pen.buf.cell((x, y));
            let meets_neighbour =
                cell.is_some_and(|cell| matches!(cell.symbol(), "▕" | "▏") && cell.symbol() != symbol);
            plot.pen.put((x, y), if meets_neighbour { "│" } else { symbol }, style);
            plot.occupied.take(cell_area((x, y)));
        }
    }
}

/// Draws a symbol at both sides of a column, where it is free.
fn draw_ticks(row: u16, symbol: &str, style: Style, column: Rect, plot: &mut Plot<'_, '_>) {
    let Some(y) = plot.geometry.row(row) else { return };
    for x in [column.x.checked_sub(1), Some(column.right())].into_iter().flatten() {
        if plot.geometry.slot > 2 && plot.occupied.is_free(cell_area((x, y))) {
            plot.put_and_take((x, y), symbol, style);
        }
    }
}

/// Draws the value of each other source as dashes above the bar, as a notch in it, or as ticks beside its end, and shades the
/// range from the bar to the highest of them. `lines` are rows with the line of a target.
fn draw_rivals(column: &PlottedColumn<'_>, lines: &[u16], plot: &mut Plot<'_, '_>) {
    let (shape, area) = (column.shape, column.area);
    let last = plot.geometry.scale.saturating_sub(1);
    let row = |rival: &f64| round_to_cells(plot.geometry.height(*rival).floor()).min(last);
    let rows: Vec<u16> = column.column.rivals.iter().map(row).collect();
    let contested = plot.pen.role(Role::Contested);
    let highest = rows.iter().copied().max().unwrap_or(0);
    for row in (shape.filled_to()..highest).filter(|row| !lines.contains(row)) {
        plot.fill_and_take_row(row, area, plot.pen.pick("▒", "▒", "%"), contested);
    }
    let dash = plot.pen.pick("╌", "-", "-");
    for row in rows.into_iter().filter(|row| !lines.contains(row)) {
        if shape.is_full(row) {
            let style = plot.pen.text_on(Tone::LineOnBar, column.tone());
            plot.fill_and_take_row(row, area, dash, style);
        } else if shape.is_partial(row) {
            draw_ticks(row, dash, contested, area, plot);
        } else {
            plot.fill_and_take_row(row, area, dash, contested);
        }
    }
}
