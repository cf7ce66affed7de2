//! One module for each page, and for what is around every page.

pub mod checks;
pub mod chrome;
pub mod evidence;
pub mod help;
pub mod investments;
pub mod output;
pub mod overview;
pub mod palette;
pub mod plants;
pub mod targets;
pub mod timeline;
