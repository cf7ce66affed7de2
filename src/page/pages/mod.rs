//! One file a page, and what is around and over the pages: chrome, help, records of the palette.

pub mod checks;
pub mod chrome;
pub mod evidence;
pub mod help;
pub mod investments;
pub mod output;
pub mod overview;
pub mod palette;
pub mod plants;
pub mod signs;
pub mod targets;
pub mod timeline;
