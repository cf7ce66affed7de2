//! A place of a picture where the crosshair can stand: a year of a chart, a lane, a statement of a trend.

use crate::page::model::record_ref::RecordRef;
use crate::page::model::rich_text::{Label, TextRun};

/// A place where the crosshair can stand.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct DataPoint {
    /// Its name: "2018", "18".
    pub label: Label,
    /// Its time, to find it again in another picture: the last month of it, counted from the year 0.
    pub at: i32,
    /// What the read-out says when the crosshair stands here: every series, its source, how far it is from the pace.
    pub readout: Vec<TextRun>,
    /// The records that Enter opens, the main one first.
    pub keys: Vec<RecordRef>,
    /// Records of the same time that are not drawn: who chooses one of them looks here.
    pub others: Vec<RecordRef>,
    /// The place in question, such as the due year of the chosen promise.
    pub is_focused: bool,
}

impl DataPoint {
    /// Whether a record stands here.
    #[must_use]
    pub fn holds(&self, key: RecordRef) -> bool {
        self.keys.contains(&key) || self.others.contains(&key)
    }
}

/// The last month of a year, counted from the year 0.
#[must_use]
pub fn december(year: i32) -> i32 {
    year * 12 + 11
}
