//! The verdict of one target: status, badges, lateness and the calculation behind them.

pub mod goals;
pub mod milestone;
pub mod open;
pub mod types;
pub mod verdicts;

pub(crate) mod assess;
pub(crate) mod assessment;
pub(crate) mod badges;
pub(crate) mod base;
pub(crate) mod calculation;
pub(crate) mod changes;
pub(crate) mod closed;
pub(crate) mod number;
pub(crate) mod readings;
