//! planfact: stated targets against reported actuals, in the terminal.

pub mod compare;
pub mod dataset;
