//! Charts of the dataset, as data.
//!
//! `build` chooses what is drawn for some series. Each file in `modes` makes one `SeriesChart` a series, in shared columns;
//! `lines` overlays them, `data_table` writes them as a table, `milestones` draws dated targets.

pub mod target_picture;

pub(crate) mod alt_text;
pub(in crate::page) mod bars;
pub(in crate::page) mod build;
pub(in crate::page) mod data_table;
pub(in crate::page) mod due_targets;
pub(crate) mod milestones;
pub(in crate::page) mod readout;
pub(in crate::page) mod year_slots;

mod labels;
mod lines;
mod modes;
mod projections;
mod scale;
mod series_chart;
