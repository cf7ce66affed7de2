//! The style of a character as the escape sequence that selects it, for a terminal and for text with escape sequences.

use std::fmt::Write;

use ratatui::buffer::Cell;
use ratatui::style::{Color, Modifier};

use crate::render::tui::export::cells::ansi_index;

/// The modifiers that are visible on a space.
pub(crate) const SHOWN_ON_SPACE: Modifier = Modifier::REVERSED.union(Modifier::UNDERLINED);

/// The modifiers with their codes.
const CODES: [(Modifier, u8); 5] = [
    (Modifier::BOLD, 1),
    (Modifier::DIM, 2),
    (Modifier::ITALIC, 3),
    (Modifier::UNDERLINED, 4),
    (Modifier::REVERSED, 7),
];

/// The style of a character as sent to a terminal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct CellStyle {
    fg: Color,
    bg: Color,
    modifier: Modifier,
}

impl CellStyle {
    /// The style of a cell that is written after one with the style `last`. The foreground of a space is not visible and
    /// stays as it was.
    pub(crate) fn of(cell: &Cell, last: Self) -> Self {
        if cell.symbol() != " " || cell.modifier.intersects(SHOWN_ON_SPACE) {
            return Self { fg: cell.fg, bg: cell.bg, modifier: cell.modifier };
        }
        let unseen = if last.modifier.intersects(SHOWN_ON_SPACE) { Self::default() } else { last };
        Self { bg: cell.bg, ..unseen }
    }

    /// Adds the sequence for this style: from `last` what differs, from an unknown style everything.
    pub(crate) fn push_sgr(self, last: Option<Self>, out: &mut String) {
        // No code ends bold without dim, so that only a reset ends modifiers.
        let last = last.filter(|last| self.modifier.contains(last.modifier));
        out.push_str(if last.is_some() { "\u{1b}[" } else { "\u{1b}[0;" });
        let last = last.unwrap_or_default();
        for (_, code) in CODES.iter().filter(|(kind, _)| (self.modifier - last.modifier).contains(*kind)) {
            let _ = write!(out, "{code};");
        }
        for (color, last, base) in [(self.fg, last.fg, 30), (self.bg, last.bg, 40)] {
            if color != last {
                push_color_code(out, color, base);
            }
        }
        out.pop();
        out.push('m');
    }
}

fn push_color_code(out: &mut String, color: Color, base: u8) {
    let _ = match color {
        Color::Rgb(red, green, blue) => write!(out, "{};2;{red};{green};{blue};", base + 8),
        Color::Indexed(index) => write!(out, "{};5;{index};", base + 8),
        other => match ansi_index(other) {
            Some(index @ 0..8) => write!(out, "{};", base + index),
            Some(index) => write!(out, "{};", base + 52 + index),
            None => write!(out, "{};", base + 9),
        },
    };
}
