//! A chart, lanes or a map written as a table.

use crate::page::model::chart::VisibleYears;
use crate::page::model::data_point::DataPoint;
use crate::page::model::rich_text::Label;
use crate::page::model::table::Table;

/// A picture written as a table.
#[derive(Debug, Clone, PartialEq)]
pub struct DataTable {
    /// Its title with the unit; empty if the panel says it.
    pub title: Label,
    /// The rows; the crosshair chooses among them.
    pub table: Table,
    /// The data points of the picture.
    pub data_points: Vec<DataPoint>,
    /// For each row the index of its data point.
    pub point_of_row: Vec<usize>,
    /// The visible years and all years with data.
    pub years: Option<VisibleYears>,
}

impl DataTable {
    /// The first row of a data point.
    pub fn row_of_point(&self, point: usize) -> Option<usize> {
        self.point_of_row.iter().position(|of_row| *of_row == point)
    }
}
