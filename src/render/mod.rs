//! ④ How it looks: renderers of pages. Knows no dataset, no comparison, no keys, no disk, no clock.

pub mod big;
mod breaks;
pub mod contrast;
pub mod fitting;
pub mod handout;
pub mod json;
pub mod markup;
pub mod measure;
pub mod plain;
pub mod scale;
pub mod sign;
pub mod talk;
pub mod text;
pub mod theme;
pub mod tui;
pub mod vector;
pub mod wrap;

mod letters;
