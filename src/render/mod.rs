//! ④ How it looks: renderers of pages. Knows no dataset, no comparison, no keys, no disk, no clock.

pub mod handout;
pub mod look;
pub mod svg;
pub mod text;
pub mod tui;
pub mod typeset;
