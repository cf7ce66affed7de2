//! What a page consists of, as plain data: panels, charts, tables, text. Nothing here reads a dataset.

pub mod chart;
pub mod chart_options;
pub mod chrome;
pub mod data_point;
pub mod data_table;
pub mod map;
pub mod milestones;
pub mod overlay;
pub mod page;
pub mod query;
pub mod record_ref;
pub mod rich_text;
pub mod row_filter;
pub mod table;
