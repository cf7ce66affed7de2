//! A position of the crosshair: a year of a chart, a lane, a statement of a trend.

use crate::page::model::record_ref::RecordRef;
use crate::page::model::rich_text::{Label, TextRun};

/// A position of the crosshair.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct DataPoint {
    /// Its name: "2018", "18".
    pub label: Label,
    /// Its last month, counted from year 0 (year * 12 + month from 0), to find it again in another chart.
    pub at: i32,
    /// The text under the crosshair: every series with its source and distance to the pace.
    pub readout: Vec<TextRun>,
    /// The records Enter opens, the main one first.
    pub keys: Vec<RecordRef>,
    /// Records of the same time that are not drawn; choosing one of them moves the crosshair here.
    pub others: Vec<RecordRef>,
    /// Whether it is in focus, such as the due year of the chosen target.
    pub is_focused: bool,
}

impl DataPoint {
    /// Whether a record belongs here, drawn or not.
    pub fn holds(&self, key: RecordRef) -> bool {
        self.keys.contains(&key) || self.others.contains(&key)
    }
}

/// The December of a year in the count of [`DataPoint::at`].
pub fn december(year: i32) -> i32 {
    year * 12 + 11
}
