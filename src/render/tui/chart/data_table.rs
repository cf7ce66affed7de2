//! The data of a picture as a table, and the text below. The crosshair chooses a row.

use ratatui::layout::Rect;

use crate::page::model::DataTable;
use crate::render::tui::pen::Pen;
use crate::render::tui::table::{self, TableView, VisibleRows, with_gutter};
use crate::render::typeset::column_widths::ColumnWidths;
use crate::render::typeset::wrap;

/// The rows of the table with its heads and an empty line below.
pub(crate) fn height(figures: &DataTable) -> u16 {
    u16::try_from(figures.table.rows.len()).unwrap_or(u16::MAX).saturating_add(2)
}

/// The area of the text below the table.
pub(crate) fn text_area(figures: &DataTable, area: Rect) -> Rect {
    let rows = height(figures).min(area.height);
    Rect { y: area.y + rows, height: area.height - rows, width: area.width.min(wrap::MAX_TEXT_WIDTH), ..area }
}

fn visible_rows(figures: &DataTable, cursor: Option<usize>, area: Rect) -> VisibleRows {
    table::visible_rows(&figures.table, cursor.and_then(|point| figures.row_of_point(point)), with_gutter(area))
}

/// The visible rows with the indices of their data points.
pub(crate) fn data_points(figures: &DataTable, cursor: Option<usize>, area: Rect) -> Vec<(usize, Rect)> {
    let rows = visible_rows(figures, cursor, area);
    let line = |row: usize| {
        let down = u16::try_from(row - rows.first).ok()?;
        Some((*figures.point_of_row.get(row)?, Rect { y: rows.area.y + down, height: 1, ..rows.area }))
    };
    (rows.first..rows.first + rows.shown).filter_map(line).collect()
}

pub(crate) fn draw(figures: &DataTable, cursor: Option<usize>, area: Rect, pen: &mut Pen<'_>) {
    let (table, rows) = (&figures.table, visible_rows(figures, cursor, area));
    table::draw(&TableView { table, widths: &ColumnWidths::of(table), rows, area: with_gutter(area) }, pen);
}
