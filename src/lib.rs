//! planfact: stated targets against reported actuals, in the terminal.

pub mod app;
pub mod compare;
pub mod dataset;
pub mod files;
pub mod page;
pub mod render;
