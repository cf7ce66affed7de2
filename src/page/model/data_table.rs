//! A picture written as a table: every figure with its hedge, what it counts, who says so.

use crate::page::model::chart::VisibleYears;
use crate::page::model::data_point::DataPoint;
use crate::page::model::rich_text::Label;
use crate::page::model::table::Table;

/// A picture written as a table.
#[derive(Debug, Clone, PartialEq)]
pub struct DataTable {
    /// What it shows, with the unit; empty if what is around it says so.
    pub title: Label,
    /// The rows; the crosshair chooses among them.
    pub table: Table,
    /// The places of the picture.
    pub data_points: Vec<DataPoint>,
    /// For each row the place that it belongs to.
    pub point_of_row: Vec<usize>,
    /// The years in sight, and all there are.
    pub years: Option<VisibleYears>,
}

impl DataTable {
    /// The row that is read when the crosshair stands on a place.
    #[must_use]
    pub fn row_of_point(&self, place: usize) -> Option<usize> {
        self.point_of_row.iter().position(|of| *of == place)
    }
}
