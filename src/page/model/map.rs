//! Places on an outline. Degrees: (north, east).

use crate::page::model::record_ref::RecordRef;
use crate::page::model::rich_text::{Label, Mark};

/// Places within an outline.
#[derive(Debug, Clone, PartialEq)]
pub struct Map {
    /// Closed rings of (north, east); empty where none is known.
    pub outline: Vec<Vec<(f64, f64)>>,
    /// The places, the chosen one last, so that it is drawn on top.
    pub places: Vec<MapPlace>,
}

/// A place: all sites of one town.
#[derive(Debug, Clone, PartialEq)]
pub struct MapPlace {
    /// Its name.
    pub name: Label,
    /// Where it is: degrees north, degrees east.
    pub at: (f64, f64),
    /// How it stands (for several sites the firmest).
    pub mark: Mark,
    /// The sites, in the order of their rows. At least one.
    pub sites: Vec<RecordRef>,
    /// The chosen place.
    pub chosen: bool,
}
