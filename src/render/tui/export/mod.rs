//! A drawn buffer as plain text, text with ANSI escape sequences, SVG or HTML. Needs no terminal.

pub(crate) mod cells;
pub(crate) mod sgr;

mod html;
mod svg;
mod svg_shapes;

use ratatui::buffer::Buffer;
use ratatui::style::Color;

use crate::render::tui::export::cells::{buffer_rows, visible_cells};
use crate::render::tui::export::sgr::{CellStyle, SHOWN_ON_SPACE};

pub use html::html;
pub use svg::svg;

/// The cells as text, one line for each row, without trailing spaces.
pub fn text(buf: &Buffer) -> String {
    let mut out = String::with_capacity(buf.content.len() + usize::from(buf.area.height));
    for row in buffer_rows(buf) {
        for (_, cell) in visible_cells(row) {
            out.push_str(cell.symbol());
        }
        out.truncate(out.trim_end_matches(' ').len());
        out.push('\n');
    }
    out
}

/// The cells as text with escape sequences for colours; every line begins and ends in the default style.
pub fn ansi(buf: &Buffer) -> String {
    let mut out = String::with_capacity(buf.content.len() * 2);
    for row in buffer_rows(buf) {
        let mut last = CellStyle::default();
        let end = row.iter().rposition(|cell| {
            cell.symbol() != " " || cell.bg != Color::Reset || cell.modifier.intersects(SHOWN_ON_SPACE)
        });
        for (_, cell) in visible_cells(&row[..end.map_or(0, |end| end + 1)]) {
            let look = CellStyle::of(cell, CellStyle::default());
            if look != last {
                look.push_sgr(None, &mut out);
                last = look;
            }
            out.push_str(cell.symbol());
        }
        if last != CellStyle::default() {
            out.push_str("\u{1b}[0m");
        }
        out.push('\n');
    }
    out
}
