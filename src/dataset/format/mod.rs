//! The file format: raw types as serde reads them, and the grammars of values, periods, dates and templates.

pub mod period;
pub mod scene_seconds;
pub mod template;
pub mod value;

pub(crate) mod display;
pub(crate) mod raw_records;
pub(crate) mod raw_values;
#[cfg(test)]
pub(crate) mod schema;
