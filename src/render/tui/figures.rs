//! A picture written as a table: its rows, then the text below. The row under the crosshair is the chosen one.

use ratatui::layout::Rect;

use super::layout::{Rows, with_gutter};
use super::paint::Pen;
use super::table;
use crate::page::figures::Figures;
use crate::render::fitting::Widths;
use crate::render::wrap;

/// Rows of the table with its heads and an empty line below.
pub(super) fn height(figures: &Figures) -> u16 {
    u16::try_from(figures.table.rows.len()).unwrap_or(u16::MAX).saturating_add(2)
}

/// Where the text below the rows goes.
pub(super) fn text_place(figures: &Figures, area: Rect) -> Rect {
    let rows = height(figures).min(area.height);
    Rect { y: area.y + rows, height: area.height - rows, width: area.width.min(wrap::MEASURE), ..area }
}

/// The rows in sight.
fn rows(figures: &Figures, cursor: Option<usize>, area: Rect) -> Rows {
    table::rows(&figures.table, cursor.and_then(|place| figures.row(place)), with_gutter(area))
}

/// The places of the rows in sight.
pub(super) fn spots(figures: &Figures, cursor: Option<usize>, area: Rect) -> Vec<(usize, Rect)> {
    let rows = rows(figures, cursor, area);
    let line = |row: usize| {
        let down = u16::try_from(row - rows.first).ok()?;
        Some((*figures.of.get(row)?, Rect { y: rows.area.y + down, height: 1, ..rows.area }))
    };
    (rows.first..rows.first + rows.shown).filter_map(line).collect()
}

/// Draws the rows.
pub(super) fn figures(figures: &Figures, cursor: Option<usize>, area: Rect, pen: &mut Pen<'_>) {
    let widths = Widths::of(&figures.table);
    table::table((&figures.table, &widths), &rows(figures, cursor, area), with_gutter(area), pen);
}
