//! Where a sheet names what can be gone on to.

use crate::page::prose::{Block, Onward};
use crate::render::wrap::Wrapped;

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

/// Every such piece of a text, in reading order.
#[must_use]
pub(super) fn named(text: &Wrapped, blocks: &[Block]) -> Vec<Named> {
    let mut all: Vec<Named> = Vec::new();
    for (line, pieces) in text.texts(blocks, |run| run.onward.is_some()) {
        for piece in pieces {
            let Some(onward) = piece.onward else { continue };
            match all.last_mut() {
                // Words of one name stand together.
                Some(last) if last.onward == onward && last.line == line => {
                    last.cells = piece.x + piece.cells - last.x;
                }
                _ => all.push(Named { onward, line, x: piece.x, cells: piece.cells }),
            }
        }
    }
    all
}
