//! Where a sheet names what can be gone on to.

use crate::page::prose::Onward;
use crate::page::sheet::Sheet;
use crate::render::measure::width;
use crate::render::wrap::{self, Line};

/// A piece of what a sheet names, on one line of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Named {
    /// What it is.
    pub onward: Onward,
    /// Its line in the text of the sheet.
    pub line: usize,
    /// Its first column there.
    pub x: u16,
    /// Its cells.
    pub cells: u16,
}

/// Every such piece, in reading order.
#[must_use]
pub(super) fn named(sheet: &Sheet, room: u16) -> Vec<Named> {
    let mut all: Vec<Named> = Vec::new();
    for (line, text) in wrap::lines(&sheet.blocks, room).iter().enumerate() {
        let Line::Text(pieces) = text else { continue };
        for piece in pieces {
            let Some(onward) = piece.onward else { continue };
            let cells = width(piece.text);
            match all.last_mut() {
                // Words of one name stand together.
                Some(last) if last.onward == onward && last.line == line => last.cells = piece.x + cells - last.x,
                _ => all.push(Named { onward, line, x: piece.x, cells }),
            }
        }
    }
    all
}
