//! Sites on the outline of a country. Coordinates are degrees (north, east).

use crate::page::model::record_ref::RecordRef;
use crate::page::model::rich_text::Label;
use crate::page::model::sign::Mark;

/// Sites on an outline.
#[derive(Debug, Clone, PartialEq)]
pub struct Map {
    /// Closed rings; empty where none is known.
    pub outline: Vec<Vec<(f64, f64)>>,
    /// The towns, the chosen one last, so that it is drawn on top.
    pub places: Vec<MapPlace>,
}

/// All sites of one town.
#[derive(Debug, Clone, PartialEq)]
pub struct MapPlace {
    /// The town.
    pub name: Label,
    /// Degrees north, degrees east.
    pub at: (f64, f64),
    /// The status: operating if one of the sites operates.
    pub mark: Mark,
    /// The sites in the order of their rows; at least one.
    pub sites: Vec<RecordRef>,
    /// Whether it contains the chosen site.
    pub chosen: bool,
}
