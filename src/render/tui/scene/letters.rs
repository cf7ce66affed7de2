//! Large type in cells: a quarter of a cell for each dot, or, twice as large, a whole cell with its edges smoothed.

use ratatui::layout::Rect;

use crate::page::prose::Role;
use crate::render::big::{HIGH, LINE, Letter, Setting, has_dot};
use crate::render::theme::Glyphs;
use crate::render::tui::paint::Pen;

/// How large the letters are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::render::tui) enum Size {
    /// Four rows a letter.
    Four,
    /// Eight rows a letter.
    Eight,
}

impl Size {
    /// Dots that fit into so many columns.
    pub(in crate::render::tui) fn dots(self, columns: u16) -> u16 {
        match self {
            Self::Four => columns.saturating_mul(2),
            Self::Eight => columns,
        }
    }

    /// Rows that a setting takes.
    pub(in crate::render::tui) fn rows(self, setting: &Setting) -> u16 {
        match self {
            Self::Four => setting.height().div_ceil(2),
            Self::Eight => setting.height(),
        }
    }

    /// Columns that a setting takes.
    pub(in crate::render::tui) fn columns(self, setting: &Setting) -> u16 {
        match self {
            Self::Four => setting.width().div_ceil(2),
            Self::Eight => setting.width(),
        }
    }
}

/// Quarters of a cell by their bits: left above, right above, left below, right below.
const QUARTERS: [&str; 16] = [" ", "▘", "▝", "▀", "▖", "▌", "▞", "▛", "▗", "▚", "▐", "▜", "▄", "▙", "▟", "█"];

/// Draws lines of letters from the left upper corner on.
pub(in crate::render::tui) fn letters(setting: &Setting, size: Size, area: Rect, pen: &mut Pen<'_>) {
    for (line, letters) in setting.lines.iter().enumerate() {
        let top = u16::try_from(line).unwrap_or(u16::MAX).saturating_mul(LINE);
        for letter in letters {
            match size {
                Size::Four => quarters(letter, top, area, pen),
                Size::Eight => whole(letter, top, area, pen),
            }
        }
    }
}

fn quarters(letter: &Letter, top: u16, area: Rect, pen: &mut Pen<'_>) {
    // A line may begin in the middle of a cell.
    for row in top / 2..=(top + HIGH - 1) / 2 {
        for column in 0..letter.width.div_ceil(2) {
            let dot = |right: u16, down: u16| {
                let row = (row * 2 + down).checked_sub(top);
                row.is_some_and(|row| has_dot(letter, (column * 2 + right, row)))
            };
            put(letter.role, [dot(0, 0), dot(1, 0), dot(0, 1), dot(1, 1)], (letter.x / 2 + column, row), area, pen);
        }
    }
}

/// Each dot a cell; where the terminal has quarters, corners between two dots are filled and those that stick out are cut.
fn whole(letter: &Letter, top: u16, area: Rect, pen: &mut Pen<'_>) {
    for row in 0..HIGH {
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
            put(letter.role, dots, (letter.x + column, top + row), area, pen);
        }
    }
}

/// One cell, if any of its quarters is inked and it lies inside.
fn put(role: Role, dots: [bool; 4], (column, row): (u16, u16), area: Rect, pen: &mut Pen<'_>) {
    let bits = dots.into_iter().enumerate().fold(0, |bits, (place, dot)| bits | usize::from(dot) << place);
    if bits == 0 || column >= area.width || row >= area.height {
        return;
    }
    let symbol = if pen.paint.is_ascii() { "#" } else { QUARTERS[bits] };
    pen.put((area.x + column, area.y + row), symbol, pen.role(role).remove_modifier(ratatui::style::Modifier::BOLD));
}
