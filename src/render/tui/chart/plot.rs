//! The state of drawing one chart, shared by the modules that draw its columns, lines, labels and projections.

use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::page::model::Chart;
use crate::render::tui::chart::geometry::Geometry;
use crate::render::tui::chart::occupied_cells::{OccupiedCells, cell_area};
use crate::render::tui::pen::Pen;

/// A chart, its geometry, and the cells of the plot that are in use.
pub(super) struct Plot<'a, 'b> {
    pub chart: &'a Chart,
    pub geometry: &'a Geometry,
    /// Index of the column under the crosshair.
    pub cursor: Option<usize>,
    pub occupied: OccupiedCells,
    pub pen: &'a mut Pen<'b>,
}

impl Plot<'_, '_> {
    /// Fills the row that is `up` rows above the bottom of the plot, over the width of a column; nothing above the plot.
    pub(super) fn fill_row(&mut self, up: u16, column: Rect, symbol: &str, style: Style) {
        if let Some(y) = self.geometry.row(up) {
            self.pen.fill(Rect { y, height: 1, ..column }, symbol, style);
        }
    }

    /// The same, and marks the row as occupied.
    pub(super) fn fill_and_take_row(&mut self, up: u16, column: Rect, symbol: &str, style: Style) {
        self.fill_row(up, column, symbol, style);
        self.take_row(up, column);
    }

    /// Marks the row as occupied.
    pub(super) fn take_row(&mut self, up: u16, column: Rect) {
        if let Some(y) = self.geometry.row(up) {
            self.occupied.take(Rect { y, height: 1, ..column });
        }
    }

    /// Draws a cell and marks it as occupied.
    pub(super) fn put_and_take(&mut self, at: (u16, u16), symbol: &str, style: Style) {
        self.pen.put(at, symbol, style);
        self.occupied.take(cell_area(at));
    }
}
