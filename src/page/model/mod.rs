//! What a page consists of, as plain data: panels, charts, tables, text. Nothing here knows a dataset's meaning.

pub mod chart;
pub mod chart_options;
pub mod data_point;
pub mod data_table;
pub mod gantt;
pub mod map;
pub mod mark;
pub mod milestone_trend;
pub mod overlay;
pub mod rich_text;
pub mod row_filter;
pub mod small_multiples;
pub mod table;
