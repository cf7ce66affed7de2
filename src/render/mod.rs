//! ④ Renderers of pages and talks. They know no dataset, comparison, keys, disk or clock.

pub mod handout;
pub mod look;
pub mod svg;
pub mod text;
pub mod tui;
pub mod typeset;

#[cfg(test)]
mod random_charts;
