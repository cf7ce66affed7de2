//! Computed values over the columns of a chart: the required pace as dots, the rest of a running year in the lightest
//! shade, the projection hatched, intervals as whiskers. They never cover reported values.
//!
//! ```text
//!           ┬         ┬  the interval: a whisker
//!    · ·  · ┊ · ·    ╱┊╱ the projection: hatched
//!           ░░░      ╱┊╱
//!           ▒▒▒      ╱╱╱ the rest of the year: on top of the reported part
//! ```

use ratatui::layout::Rect;

use crate::page::model::{ChartMark, Estimate, Role};
use crate::render::look::theme::Tone;
use crate::render::tui::chart::geometry::Geometry;
use crate::render::tui::chart::marks::columns::PlottedColumn;
use crate::render::tui::chart::occupied_cells::cell_area;
use crate::render::tui::chart::plot::Plot;
use crate::render::typeset::measure::{fit_or_cut, width};
use crate::render::typeset::scale::round_to_cells;

pub(in crate::render::tui::chart) fn draw(plot: &mut Plot<'_, '_>) {
    let (chart, geometry) = (plot.chart, plot.geometry);
    for estimate in &chart.projections.estimates {
        draw_estimate(estimate, plot);
    }
    for (column, value) in &chart.projections.pace {
        let is_on_scale = (chart.axis.min..=chart.axis.max).contains(value);
        let Some(slot) = geometry.slot_of(*column).filter(|_| is_on_scale) else { continue };
        let Some(y) = row_of(*value, geometry).and_then(|row| geometry.row(row)) else { continue };
        // Every second cell, so that it reads as dots beside the line of a frame or of the grid.
        for at in (slot.x..slot.right()).step_by(2).map(|x| (x, y)) {
            if plot.occupied.is_free(cell_area(at)) {
                plot.put_and_take(at, plot.pen.pick("·", "·", "."), plot.pen.tone(Tone::Target));
            }
        }
    }
}

fn draw_estimate(estimate: &Estimate, plot: &mut Plot<'_, '_>) {
    let Some(PlottedColumn { shape, area, .. }) = PlottedColumn::of(plot, estimate.column) else { return };
    let (chart, geometry) = (plot.chart, plot.geometry);
    let (from, symbol, tone) = match estimate.mark {
        ChartMark::RestOfYear => (shape.full_to, plot.pen.pick("░", "░", "."), Tone::ActualMuted),
        _ => (geometry.zero, plot.pen.pick("╱", "/", "/"), Tone::Contested),
    };
    let style = plot.pen.tone(tone);
    let end = round_to_cells(geometry.height(estimate.value));
    let mut top = from.max(end);
    for row in from.min(end)..from.max(end) {
        let Some(y) = geometry.row(row) else { continue };
        for at in (area.x..area.right()).map(|x| (x, y)) {
            if plot.occupied.is_free(cell_area(at)) {
                plot.pen.put(at, symbol, style);
            }
        }
        plot.occupied.take(Rect { y, height: 1, ..area });
    }
    if let Some((low, high)) = estimate.range {
        let is_clipped = high > chart.axis.max;
        let end = row_of(high, geometry).map_or(0, |row| row + 1);
        for row in row_of(low, geometry).unwrap_or(0)..end {
            let Some(y) = geometry.row(row) else { continue };
            let symbol = match (row + 1 == end, is_clipped) {
                (true, true) => plot.pen.pick("»", "»", ">"),
                (true, false) => plot.pen.pick("┬", "┬", "T"),
                _ => plot.pen.pick("┊", "│", "|"),
            };
            let at = (area.x + area.width / 2, y);
            let is_on_bar = shape.is_full(row) || shape.is_partial(row);
            let is_in_estimate = (from.min(top)..top).contains(&row) && !plot.occupied.has_word(cell_area(at));
            if !is_on_bar && (is_in_estimate || plot.occupied.is_free(cell_area(at))) {
                plot.put_and_take(at, symbol, style);
            }
        }
        top = top.max(end);
    }
    if let Some(y) = geometry.row(top) {
        draw_label(estimate, Rect { y, height: 1, ..area }, plot);
    }
}

/// The row of a value, whose glyph is in its middle; none without rows.
fn row_of(value: f64, geometry: &Geometry) -> Option<u16> {
    Some(round_to_cells(geometry.height(value).floor()).min(geometry.scale.checked_sub(1)?))
}

/// Draws the number centred in a row of the column, if there is room.
fn draw_label(estimate: &Estimate, row: Rect, plot: &mut Plot<'_, '_>) {
    let words = fit_or_cut(&estimate.label, row.width + 2);
    let cells = width(words);
    let at = Rect { x: (row.x + row.width / 2).saturating_sub(cells / 2), width: cells, ..row };
    if plot.occupied.claim(at, 1) {
        plot.pen.text(at, words, plot.pen.role(Role::Muted));
    }
}
