//! How words and values take room: widths, wrapping, table columns, scales, large text.

pub mod column_widths;
pub mod large_text;
pub mod measure;
pub mod scale;
pub mod wrap;

pub(crate) mod bitmap_font;
pub(crate) mod line_breaks;
