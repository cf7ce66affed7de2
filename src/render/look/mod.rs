//! Themes, colours, glyphs and contrast, without any terminal library.

pub mod contrast;
pub mod glyphs;
pub mod theme;
