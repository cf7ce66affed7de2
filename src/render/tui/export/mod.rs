//! A drawn buffer as text, as text with colours, as a picture, as a page of the web. Needs no terminal.

pub(crate) mod html;
pub(crate) mod svg;
pub(crate) mod svg_shapes;

use std::fmt::Write;

use ratatui::buffer::{Buffer, Cell};
use ratatui::style::{Color, Modifier};
use unicode_width::UnicodeWidthStr;

pub use crate::render::tui::export::html::html;
pub use crate::render::tui::export::svg::{Rgb, default_colors, hex, svg};

/// The cells as text, one line a row, without spaces at the ends of lines.
#[must_use]
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

/// The cells as text with the escape sequences of their colours; every line begins and ends without any.
#[must_use]
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

pub(super) fn buffer_rows(buf: &Buffer) -> impl Iterator<Item = &[Cell]> {
    buf.content.chunks(usize::from(buf.area.width.max(1))).take(usize::from(buf.area.height))
}

/// The cells that are not covered by a wide character at their left, with their columns.
pub(super) fn visible_cells(row: &[Cell]) -> impl Iterator<Item = (usize, &Cell)> {
    let mut covered = 0;
    row.iter().enumerate().filter(move |(_, cell)| {
        if covered > 0 {
            covered -= 1;
            return false;
        }
        covered = cell.symbol().width().max(1) - 1;
        true
    })
}

/// What a terminal is told before a character.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct CellStyle {
    fg: Color,
    bg: Color,
    modifier: Modifier,
}

impl Default for CellStyle {
    fn default() -> Self {
        Self { fg: Color::Reset, bg: Color::Reset, modifier: Modifier::empty() }
    }
}

impl CellStyle {
    fn of(cell: &Cell) -> Self {
        let mut look = Self { fg: cell.fg, bg: cell.bg, modifier: cell.modifier };
        // Ink cannot be seen on a space.
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

/// The number of one of the 16 colours.
pub(super) fn ansi_index(color: Color) -> Option<u8> {
    Some(match color {
        Color::Black => 0,
        Color::Red => 1,
        Color::Green => 2,
        Color::Yellow => 3,
        Color::Blue => 4,
        Color::Magenta => 5,
        Color::Cyan => 6,
        Color::Gray => 7,
        Color::DarkGray => 8,
        Color::LightRed => 9,
        Color::LightGreen => 10,
        Color::LightYellow => 11,
        Color::LightBlue => 12,
        Color::LightMagenta => 13,
        Color::LightCyan => 14,
        Color::White => 15,
        _ => return None,
    })
}
