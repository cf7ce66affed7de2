//! ④ How it looks: renderers of pages. Knows no dataset, no comparison, no keys, no disk, no clock.

pub mod json;
pub mod scale;
pub mod sign;
pub mod theme;
pub mod tui;
