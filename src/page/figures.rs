//! A picture written as a table: every figure with its hedge, what it counts, who says so.

use super::chart::Years;
use super::prose::Label;
use super::spot::Spot;
use super::table::Table;

/// A picture written as a table.
#[derive(Debug, Clone, PartialEq)]
pub struct Figures {
    /// What it shows, with the unit; empty if what is around it says so.
    pub title: Label,
    /// The rows; the crosshair chooses among them.
    pub table: Table,
    /// The places of the picture.
    pub spots: Vec<Spot>,
    /// For each row the place that it belongs to.
    pub of: Vec<usize>,
    /// The years in sight, and all there are.
    pub years: Option<Years>,
}

impl Figures {
    /// The row that is read when the crosshair stands on a place.
    #[must_use]
    pub fn row(&self, place: usize) -> Option<usize> {
        self.of.iter().position(|of| *of == place)
    }
}
