//! How meanings look: themes, colours, glyphs, contrast. No terminal library.

pub mod contrast;
pub mod glyphs;
pub mod theme;
