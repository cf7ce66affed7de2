//! The areas of the links in the text of an overlay.

use crate::page::model::{Block, OverlayLink};
use crate::render::typeset::wrap::WrappedText;

/// The part of a link that is on one line of the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OverlayLinkArea {
    /// The link.
    pub link: OverlayLink,
    /// Index of the line of the text.
    pub line: usize,
    /// Its first column in the text.
    pub x: u16,
    /// Its cells.
    pub cells: u16,
}

/// The areas of all links, in reading order.
pub(crate) fn overlay_link_areas(text: &WrappedText, blocks: &[Block]) -> Vec<OverlayLinkArea> {
    let mut areas: Vec<OverlayLinkArea> = Vec::new();
    for (line, pieces) in text.lines_with(blocks, |run| run.link.is_some()) {
        for piece in pieces {
            let Some(link) = piece.link else { continue };
            match areas.last_mut() {
                // Neighbouring pieces of a link are one area.
                Some(last) if last.link == link && last.line == line => {
                    last.cells = piece.x + piece.cells - last.x;
                }
                _ => areas.push(OverlayLinkArea { link, line, x: piece.x, cells: piece.cells }),
            }
        }
    }
    areas
}
