//! Series as of a date: quantities with bounds, reports merged into figures, history by year.

pub mod as_of;
pub mod calendar;
pub mod figure;
pub mod interval;
pub mod merge;
pub mod milestone_evidence;
pub mod quantity;
pub mod tiling;

pub(crate) mod bounds_index;
pub(crate) mod history;
pub(crate) mod season;
