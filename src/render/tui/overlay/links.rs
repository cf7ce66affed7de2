//! Where a sheet names what can be gone on to.

use crate::page::model::rich_text::{Block, OverlayLink};
use crate::render::typeset::wrap::WrappedText;

/// A piece of what a sheet names, on one line of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OverlayLinkArea {
    /// What it is.
    pub link: OverlayLink,
    /// Its line in the text of the sheet.
    pub line: usize,
    /// Its first column there.
    pub x: u16,
    /// Its cells.
    pub cells: u16,
}

/// Every such piece of a text, in reading order.
#[must_use]
pub(in crate::render::tui) fn overlay_link_areas(text: &WrappedText, blocks: &[Block]) -> Vec<OverlayLinkArea> {
    let mut all: Vec<OverlayLinkArea> = Vec::new();
    for (line, pieces) in text.lines_with(blocks, |run| run.link.is_some()) {
        for piece in pieces {
            let Some(link) = piece.link else { continue };
            match all.last_mut() {
                // Words of one name stand together.
                Some(last) if last.link == link && last.line == line => {
                    last.cells = piece.x + piece.cells - last.x;
                }
                _ => all.push(OverlayLinkArea { link, line, x: piece.x, cells: piece.cells }),
            }
        }
    }
    all
}
