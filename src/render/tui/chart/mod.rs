//! The pictures of a page, drawn in cells: one module for each kind of picture, and helpers of column charts.

pub(crate) mod bullet;
pub(crate) mod column_chart;
pub(crate) mod data_table;
pub(crate) mod gantt;
pub(crate) mod geometry;
pub(crate) mod map;
pub(crate) mod milestone_trend;
pub(crate) mod small_multiples;

mod lines;
mod marks;
mod occupied_cells;
mod plot;
