//! Small multiples: several charts with the same columns on one scale.

use crate::page::model::chart::{Chart, ChartMark, VisibleYears};
use crate::page::model::data_point::DataPoint;
use crate::page::model::rich_text::Label;

/// Charts that are read together.
#[derive(Debug, Clone, PartialEq)]
pub struct SmallMultiples {
    /// What all of them show, with the unit of their scale.
    pub title: Label,
    /// What the inks mean.
    pub legend: Vec<(ChartMark, Label)>,
    /// The charts, the one in question first; the title of each is whose it is. All have as many columns as there are
    /// places.
    pub charts: Vec<Chart>,
    /// What to say where there is no room for one of them, for two, and so on.
    pub more: Vec<String>,
    /// The places, with what is said of all charts there.
    pub data_points: Vec<DataPoint>,
    /// The years in sight, and all there are.
    pub years: Option<VisibleYears>,
}
