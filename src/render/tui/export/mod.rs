//! A drawn buffer as plain text, text with ANSI escape sequences, SVG or HTML. Needs no terminal.

pub(crate) mod cells;

mod html;
mod svg;
mod svg_shapes;

use std::fmt::Write;

use ratatui::buffer::{Buffer, Cell};
use ratatui::style::{Color, Modifier};

use crate::render::tui::export::cells::{ansi_index, buffer_rows, visible_cells};

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
        let end = row.iter().rposition(|cell| cell.symbol() != " " || CellStyle::of(cell).shows_on_space());
        for (_, cell) in visible_cells(&row[..end.map_or(0, |end| end + 1)]) {
            let look = CellStyle::of(cell);
            if look != last {
                out.push_str(&look.sgr());
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

/// The style of a character as sent to a terminal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
struct CellStyle {
    fg: Color,
    bg: Color,
    modifier: Modifier,
}

impl CellStyle {
    fn of(cell: &Cell) -> Self {
        let mut look = Self { fg: cell.fg, bg: cell.bg, modifier: cell.modifier };
        // The foreground of a space is not visible.
        if cell.symbol() == " " && !look.modifier.intersects(Modifier::REVERSED | Modifier::UNDERLINED) {
            look.fg = Color::Reset;
            look.modifier = Modifier::empty();
        }
        look
    }

    fn shows_on_space(self) -> bool {
        self.bg != Color::Reset || self.modifier.intersects(Modifier::REVERSED | Modifier::UNDERLINED)
    }

    fn sgr(self) -> String {
        let mut codes = String::from("\u{1b}[0");
        let kinds = [
            (Modifier::BOLD, 1),
            (Modifier::DIM, 2),
            (Modifier::ITALIC, 3),
            (Modifier::UNDERLINED, 4),
            (Modifier::REVERSED, 7),
        ];
        for (_, code) in kinds.iter().filter(|(kind, _)| self.modifier.contains(*kind)) {
            let _ = write!(codes, ";{code}");
        }
        push_color_code(&mut codes, self.fg, 30);
        push_color_code(&mut codes, self.bg, 40);
        codes.push('m');
        codes
    }
}

fn push_color_code(codes: &mut String, color: Color, base: u8) {
    let _ = match color {
        Color::Rgb(red, green, blue) => write!(codes, ";{};2;{red};{green};{blue}", base + 8),
        Color::Indexed(index) => write!(codes, ";{};5;{index}", base + 8),
        other => match ansi_index(other) {
            Some(index @ 0..8) => write!(codes, ";{}", base + index),
            Some(index) => write!(codes, ";{}", base + 52 + index),
            None => Ok(()),
        },
    };
}
