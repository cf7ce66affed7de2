//! Renderers that write text: plain pages, talks, lines for screen readers, JSON; escaping for markup.

pub mod escape;
pub mod json;
pub mod line_mode;
pub mod page;
pub mod talk;
