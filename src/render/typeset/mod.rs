//! Fits texts and values into cells: widths, line breaks, table columns, scales, large text.

pub mod column_widths;
pub mod large_text;
pub mod measure;
pub mod scale;
pub mod wrap;

mod bitmap_font;
mod line_breaks;
