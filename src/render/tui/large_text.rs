//! Large type in cells: a quarter of a cell for each dot, or, twice as large, a whole cell with its edges smoothed.

use ratatui::layout::Rect;

use crate::page::model::rich_text::Role;
use crate::render::look::theme::Glyphs;
use crate::render::tui::pen::Pen;
use crate::render::typeset::large_text::{LETTER_HEIGHT, LINE_HEIGHT, LargeText, Letter, has_dot};

/// How large the letters are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum LetterSize {
    /// Four rows a letter.
    Four,
    /// Eight rows a letter.
    Eight,
}

impl LetterSize {
    /// Dots that fit into so many columns.
    pub(crate) fn dots(self, columns: u16) -> u16 {
        match self {
            Self::Four => columns.saturating_mul(2),
            Self::Eight => columns,
        }
    }

    /// Rows that a setting takes.
    pub(crate) fn rows(self, large_text: &LargeText) -> u16 {
        match self {
            Self::Four => large_text.height().div_ceil(2),
            Self::Eight => large_text.height(),
        }
    }

    /// Columns that a setting takes.
    pub(crate) fn columns(self, large_text: &LargeText) -> u16 {
        match self {
            Self::Four => large_text.width().div_ceil(2),
            Self::Eight => large_text.width(),
        }
    }
}

/// Quarters of a cell by their bits: left above, right above, left below, right below.
const QUARTERS: [&str; 16] = [" ", "▘", "▝", "▀", "▖", "▌", "▞", "▛", "▗", "▚", "▐", "▜", "▄", "▙", "▟", "█"];

/// Draws lines of letters from the left upper corner on.
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
    // A line may begin in the middle of a cell.
    for row in top / 2..=(top + LETTER_HEIGHT - 1) / 2 {
        for column in 0..letter.width.div_ceil(2) {
            let dot = |right: u16, down: u16| {
                let row = (row * 2 + down).checked_sub(top);
                row.is_some_and(|row| has_dot(letter, (column * 2 + right, row)))
            };
            put_quarters(
                letter.role,
                [dot(0, 0), dot(1, 0), dot(0, 1), dot(1, 1)],
                (letter.x / 2 + column, row),
                area,
                pen,
            );
        }
    }
}

/// Each dot a cell; where the terminal has quarters, corners between two dots are filled and those that stick out are cut.
fn draw_whole_cells(letter: &Letter, top: u16, area: Rect, pen: &mut Pen<'_>) {
    for row in 0..LETTER_HEIGHT {
        for column in 0..letter.width {
            let at = |right: i16, down: i16| {
                let place = column.checked_add_signed(right).zip(row.checked_add_signed(down));
                place.is_some_and(|place| has_dot(letter, place))
            };
            let own = at(0, 0);
            // A corner changes only on a slope: ends of strokes and corners of frames stay square.
            let corner = |right: i16, down: i16| {
                let (side, level) = (at(right, 0), at(0, down));
                let is_step = side == level && side != at(-right, 0) && level != at(0, -down);
                let goes_on = at(-right, down) || at(right, -down);
                if is_step && goes_on == own { side } else { own }
            };
            let smooth = [corner(-1, -1), corner(1, -1), corner(-1, 1), corner(1, 1)];
            let dots = if pen.paint.glyphs == Glyphs::Braille { smooth } else { [own; 4] };
            put_quarters(letter.role, dots, (letter.x + column, top + row), area, pen);
        }
    }
}

/// One cell, if any of its quarters is inked and it lies inside.
fn put_quarters(role: Role, dots: [bool; 4], (column, row): (u16, u16), area: Rect, pen: &mut Pen<'_>) {
    let bits = dots.into_iter().enumerate().fold(0, |bits, (place, dot)| bits | usize::from(dot) << place);
    if bits == 0 || column >= area.width || row >= area.height {
        return;
    }
    let symbol = if pen.paint.is_ascii() { "#" } else { QUARTERS[bits] };
    pen.put((area.x + column, area.y + row), symbol, pen.role(role).remove_modifier(ratatui::style::Modifier::BOLD));
}
