//! What is worked out and not reported, over the columns: the pace as dots, the rest of a running year in the lightest
//! ink, the trend hatched, ranges as whiskers. Never over what was reported.
//!
//! ```text
//!           ┬         ┬  the range: a whisker
//!    · ·  · ┊ · ·    ╱┊╱ the trend: hatched
//!           ░░░      ╱┊╱
//!           ▒▒▒      ╱╱╱ the rest of a year: on top of its part
//! ```

use ratatui::layout::Rect;

use crate::page::model::chart::{Chart, ChartMark, Estimate};
use crate::page::model::rich_text::Role;
use crate::render::look::theme::Tone;
use crate::render::tui::chart::columns::column_shape;
use crate::render::tui::chart::geometry::Geometry;
use crate::render::tui::chart::labels::OccupiedCells;
use crate::render::tui::pen::Pen;
use crate::render::typeset::measure::{fit_or_cut, width};

/// Draws the outlook of a chart.
pub(in crate::render::tui) fn draw(
    chart: &Chart,
    geometry: &Geometry,
    occupied: &mut OccupiedCells,
    pen: &mut Pen<'_>,
) {
    for estimate in &chart.projections.estimates {
        let bar = geometry.bar_of(estimate.column);
        if let (Some(place), Some(column)) = (bar, chart.columns.get(estimate.column)) {
            let from = if estimate.mark == ChartMark::RestOfYear { column_shape(geometry, column).full } else { 0 };
            crate::render::tui::chart::projections::draw_estimate(
                chart,
                (estimate, from, place),
                geometry,
                occupied,
                pen,
            );
        }
    }
    for (column, value) in &chart.projections.pace {
        let Some(slot) = geometry.slot_of(*column).filter(|_| *value <= chart.axis.max) else { continue };
        let Some(y) = geometry.row(geometry.rows_up(chart, *value).saturating_sub(1)) else { continue };
        for x in slot.x..slot.right() {
            let at = Rect { x, y, width: 1, height: 1 };
            // Every second cell, so that it reads as dots beside the line of a frame or of the grid.
            if (x - slot.x).is_multiple_of(2) && occupied.is_free(at) {
                pen.put((x, y), pen.pick("·", "·", "."), pen.tone(Tone::Target));
                occupied.take(at);
            }
        }
    }
}

fn draw_estimate(
    chart: &Chart,
    (estimate, from, place): (&Estimate, u16, Rect),
    geometry: &Geometry,
    occupied: &mut OccupiedCells,
    pen: &mut Pen<'_>,
) {
    let up = geometry.rows_up(chart, estimate.value.min(chart.axis.max));
    let (symbol, tone) = match estimate.mark {
        ChartMark::RestOfYear => (pen.pick("░", "░", "."), Tone::ActualMuted),
        _ => (pen.pick("╱", "/", "/"), Tone::Contested),
    };
    let mut top = from;
    for row in from..up {
        let Some(y) = geometry.row(row) else { continue };
        for x in place.x..place.right() {
            if occupied.is_free(Rect { x, y, width: 1, height: 1 }) {
                pen.put((x, y), symbol, pen.tone(tone));
            }
        }
        occupied.take(Rect { y, height: 1, ..place });
        top = row + 1;
    }
    if let Some((low, high)) = estimate.range {
        let x = place.x + place.width / 2;
        let clipped = high > chart.axis.max;
        let end = geometry.rows_up(chart, high.min(chart.axis.max)).max(up + 1);
        for row in geometry.rows_up(chart, low).max(from)..end {
            let Some(y) = geometry.row(row) else { continue };
            let sign = match (row + 1 == end, clipped) {
                (true, true) => pen.pick("»", "»", ">"),
                (true, false) => pen.pick("┬", "┬", "T"),
                _ => pen.pick("┊", "│", "|"),
            };
            let at = Rect { x, y, width: 1, height: 1 };
            if row >= top && !occupied.is_free(at) {
                continue;
            }
            pen.put((x, y), sign, pen.tone(tone));
            occupied.take(at);
        }
        top = end;
    }
    draw_label(estimate, (geometry.row(top), place), occupied, pen);
}

/// The number above, centred on the column, where there is room for it.
fn draw_label(estimate: &Estimate, (row, place): (Option<u16>, Rect), occupied: &mut OccupiedCells, pen: &mut Pen<'_>) {
    let Some(y) = row else { return };
    let words = fit_or_cut(&estimate.label, place.width + 2);
    let cells = width(words);
    let x = (place.x + place.width / 2).saturating_sub(cells / 2);
    let at = Rect { x, y, width: cells, height: 1 };
    if occupied.claim(at, 1) {
        pen.text(at, words, pen.role(Role::Muted));
    }
}
