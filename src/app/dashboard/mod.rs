//! The dashboard: its state, what an action changes in it, and the view built from it.

pub mod command_line;
pub mod model;
pub mod notice;
pub mod palette;
pub mod state;
pub mod update;

pub(crate) mod chart_options;
pub(crate) mod crosshair;
pub(crate) mod filter;
pub(crate) mod hints;
pub(crate) mod history;
pub(crate) mod overlays;
pub(crate) mod view;
