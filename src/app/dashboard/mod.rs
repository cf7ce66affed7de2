//! The dashboard: its state, what actions change in it, and the view built from it.

pub mod action;
pub mod command_line;
pub mod model;
pub mod palette;
pub mod state;
pub mod update;

pub(crate) mod chart_options;
pub(crate) mod crosshair;
pub(crate) mod filter;
pub(crate) mod hints;
pub(crate) mod history;
pub(crate) mod overlays;
