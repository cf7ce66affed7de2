//! The visible cells of a buffer, with their colours as seen.

use ratatui::buffer::{Buffer, Cell};
use ratatui::style::{Color, Modifier};
use unicode_width::UnicodeWidthStr;

use crate::render::look::contrast::Rgb;
use crate::render::look::theme::{DefaultColors, rgb_of_256};
use crate::render::tui::pen::ANSI_COLORS;

pub(crate) fn buffer_rows(buf: &Buffer) -> impl Iterator<Item = &[Cell]> {
    buf.content.chunks(usize::from(buf.area.width.max(1))).take(usize::from(buf.area.height))
}

/// The cells of a row with their columns, without those that a wide character at their left covers.
pub(crate) fn visible_cells(row: &[Cell]) -> impl Iterator<Item = (usize, &Cell)> {
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

/// The number of one of the 16 ANSI colours.
pub(crate) fn ansi_index(color: Color) -> Option<u8> {
    ANSI_COLORS.iter().position(|ansi| *ansi == color).and_then(|index| u8::try_from(index).ok())
}

/// The red, green and blue of a colour; none for the default colour of the terminal.
pub(crate) fn to_rgb(color: Color) -> Option<Rgb> {
    match color {
        Color::Rgb(red, green, blue) => Some((red, green, blue)),
        Color::Indexed(index) => Some(rgb_of_256(index)),
        other => ansi_index(other).map(rgb_of_256),
    }
}

/// A visible cell with its colours after reversing and dimming.
#[derive(Debug, Clone, Copy)]
pub(crate) struct ResolvedCell<'a> {
    pub column: usize,
    pub symbol: &'a str,
    pub foreground: Rgb,
    pub background: Rgb,
    pub bold: bool,
    pub underlined: bool,
}

/// The visible cells of a row.
pub(crate) fn resolve_cells(row: &[Cell], defaults: DefaultColors) -> Vec<ResolvedCell<'_>> {
    visible_cells(row).map(|(column, cell)| ResolvedCell::of(column, cell, defaults)).collect()
}

impl<'a> ResolvedCell<'a> {
    fn of(column: usize, cell: &'a Cell, defaults: DefaultColors) -> Self {
        let mut foreground = to_rgb(cell.fg).unwrap_or(defaults.text);
        let mut background = to_rgb(cell.bg).unwrap_or(defaults.background);
        if cell.modifier.contains(Modifier::REVERSED) {
            (foreground, background) = (background, foreground);
        }
        if cell.modifier.contains(Modifier::DIM) {
            foreground = dimmed(foreground, background);
        }
        Self {
            column,
            symbol: cell.symbol(),
            foreground,
            background,
            bold: cell.modifier.contains(Modifier::BOLD),
            underlined: cell.modifier.contains(Modifier::UNDERLINED),
        }
    }

    /// The first column after it.
    pub(crate) fn end(&self) -> usize {
        self.column + self.symbol.width().max(1)
    }
}

/// Six parts of the foreground, four of the background.
fn dimmed(foreground: Rgb, background: Rgb) -> Rgb {
    let mix = |foreground: u8, background: u8| {
        u8::try_from((u16::from(foreground) * 6 + u16::from(background) * 4) / 10).unwrap_or(foreground)
    };
    (mix(foreground.0, background.0), mix(foreground.1, background.1), mix(foreground.2, background.2))
}
