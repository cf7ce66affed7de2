//! Draws large text in cells: each dot is a quarter of a cell or, twice as large, a cell with smoothed corners.

use ratatui::layout::Rect;
use ratatui::style::Modifier;

use crate::page::model::Role;
use crate::render::look::theme::Glyphs;
use crate::render::tui::pen::Pen;
use crate::render::typeset::large_text::{LETTER_HEIGHT, LINE_HEIGHT, LargeText, Letter, has_dot};

/// The size of letters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum LetterSize {
    /// Four rows.
    Four,
    /// Eight rows.
    Eight,
}

impl LetterSize {
    /// The dots that fit into a number of columns.
    pub(crate) fn dots(self, columns: u16) -> u16 {
        columns.saturating_mul(self.dots_per_cell())
    }

    pub(crate) fn rows(self, large_text: &LargeText) -> u16 {
        large_text.height().div_ceil(self.dots_per_cell())
    }

    pub(crate) fn columns(self, large_text: &LargeText) -> u16 {
        large_text.width().div_ceil(self.dots_per_cell())
    }

    /// In each direction.
    fn dots_per_cell(self) -> u16 {
        if self == Self::Four { 2 } else { 1 }
    }
}

/// Quarters of a cell by their bits, from the lowest: upper left, upper right, lower left, lower right.
const QUARTERS: [&str; 16] = [" ", "▘", "▝", "▀", "▖", "▌", "▞", "▛", "▗", "▚", "▐", "▜", "▄", "▙", "▟", "█"];

/// Draws text from the upper left corner of an area.
pub(crate) fn draw_large_text(large_text: &LargeText, size: LetterSize, area: Rect, pen: &mut Pen<'_>) {
    for (line, letters) in large_text.lines.iter().enumerate() {
        let top = u16::try_from(line).unwrap_or(u16::MAX).saturating_mul(LINE_HEIGHT);
        for letter in letters {
            match size {
                LetterSize::Four => draw_quarter_cells(letter, top, area, pen),
                LetterSize::Eight => draw_whole_cells(letter, top, area, pen),
            }
        }
    }
}

fn draw_quarter_cells(letter: &Letter, top: u16, area: Rect, pen: &mut Pen<'_>) {
    // A line of text may begin in the middle of a row.
    for row in top / 2..=(top + LETTER_HEIGHT - 1) / 2 {
        for column in 0..letter.width.div_ceil(2) {
            let dot = |right: u16, down: u16| {
                let row = (row * 2 + down).checked_sub(top);
                row.is_some_and(|row| has_dot(letter, (column * 2 + right, row)))
            };
            let dots = [dot(0, 0), dot(1, 0), dot(0, 1), dot(1, 1)];
            put_quarters(letter.role, dots, (letter.x / 2 + column, row), area, pen);
        }
    }
}

/// Draws each dot as a cell; where the terminal has quarters, inner corners of slopes are filled and outer ones are cut.
fn draw_whole_cells(letter: &Letter, top: u16, area: Rect, pen: &mut Pen<'_>) {
    for row in 0..LETTER_HEIGHT {
        for column in 0..letter.width {
            let at = |right: i16, down: i16| {
                let place = column.checked_add_signed(right).zip(row.checked_add_signed(down));
                place.is_some_and(|place| has_dot(letter, place))
            };
            let center = at(0, 0);
            // Ends of strokes and right angles stay square.
            let corner = |right: i16, down: i16| {
                let (side, level) = (at(right, 0), at(0, down));
                let is_step = side == level && side != at(-right, 0) && level != at(0, -down);
                let continues = at(-right, down) || at(right, -down);
                if is_step && continues == center { side } else { center }
            };
            let smooth = [corner(-1, -1), corner(1, -1), corner(-1, 1), corner(1, 1)];
            let dots = if pen.paint.glyphs == Glyphs::Braille { smooth } else { [center; 4] };
            put_quarters(letter.role, dots, (letter.x + column, top + row), area, pen);
        }
    }
}

/// Draws a cell from its quarters, if any is set and the cell is inside.
fn put_quarters(role: Role, dots: [bool; 4], (column, row): (u16, u16), area: Rect, pen: &mut Pen<'_>) {
    let bits = dots.into_iter().enumerate().fold(0, |bits, (place, dot)| bits | usize::from(dot) << place);
    if bits == 0 || column >= area.width || row >= area.height {
        return;
    }
    let symbol = if pen.paint.is_ascii() { "#" } else { QUARTERS[bits] };
    pen.put((area.x + column, area.y + row), symbol, pen.role(role).remove_modifier(Modifier::BOLD));
}
