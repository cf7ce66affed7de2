//! Frames: what a terminal of a size has to be told so that it shows the next picture, only what differs from the last one.
//!
//! Here: bytes. Where they go is not known: to the terminal (`terminal`), into a recording (`tape`).

use std::io::{self, Write};

use ratatui::backend::{Backend, CrosstermBackend};
use ratatui::buffer::{Buffer, Cell};
use ratatui::crossterm::style;
use ratatui::layout::{Position, Rect, Size};
use unicode_width::UnicodeWidthStr;

use crate::render::tui::links::Link;

/// Around a frame: show all of it at once.
const FRAME: &[u8] = b"\x1b[?2026h";
const FRAME_END: &[u8] = b"\x1b[?2026l";
/// What ends a link.
const LINK_END: &[u8] = b"\x1b]8;;\x1b\\";
const CLEAR: &[u8] = b"\x1b[0m\x1b[2J";

/// What a screen shows, and how it comes to show something else.
pub struct Frames {
    /// What the screen shows.
    shown: Buffer,
    /// The links on it.
    links: Vec<Link>,
    /// Whether the screen has to be cleared before the next frame.
    stale: bool,
}

impl Frames {
    /// For a screen of which nothing is known.
    #[must_use]
    pub fn new() -> Self {
        // Colours were decided once, by the settings; crossterm would look at NO_COLOR for itself.
        style::force_color_output(true);
        Self { shown: Buffer::default(), links: Vec::new(), stale: true }
    }

    /// Nothing is known of the screen any more.
    pub fn forget(&mut self) {
        self.stale = true;
    }

    /// What to tell a screen of this size so that it shows what is painted; nothing if it does.
    ///
    /// # Errors
    /// None in practice: the bytes go to memory.
    pub fn next(&mut self, size: Size, links: &[Link], paint: impl FnOnce(Rect, &mut Buffer)) -> io::Result<Vec<u8>> {
        let area = Rect::new(0, 0, size.width, size.height);
        let mut next = Buffer::empty(area);
        paint(area, &mut next);
        let mut bytes = Vec::new();
        let stale = self.stale || *self.shown.area() != area;
        if stale {
            self.shown = Buffer::empty(area);
            self.links.clear();
        }
        let changes = self.shown.diff(&next);
        if stale || !changes.is_empty() || self.links != links {
            bytes.extend_from_slice(FRAME);
            if stale {
                bytes.extend_from_slice(CLEAR);
            }
            let is_fresh = |link: &&Link| {
                let redrawn = || changes.iter().any(|(x, y, _)| link.at.contains(Position { x: *x, y: *y }));
                !self.links.contains(link) || redrawn()
            };
            let fresh: Vec<&Link> = links.iter().filter(is_fresh).collect();
            CrosstermBackend::new(&mut bytes).draw(changes.into_iter())?;
            // What was a link stays one until it is written again without.
            for gone in self.links.iter().filter(|link| !links.contains(link)) {
                CrosstermBackend::new(&mut bytes).draw(cells(&next, gone.at))?;
            }
            for link in fresh {
                write!(bytes, "\x1b]8;id={};{}\x1b\\", name_of(&link.address), link.address)?;
                CrosstermBackend::new(&mut bytes).draw(cells(&next, link.at))?;
                bytes.extend_from_slice(LINK_END);
            }
            self.links = links.to_vec();
            bytes.extend_from_slice(FRAME_END);
        }
        self.shown = next;
        self.stale = false;
        Ok(bytes)
    }
}

impl Default for Frames {
    fn default() -> Self {
        Self::new()
    }
}

/// The cells of a line of the screen that a character starts in.
fn cells(buf: &Buffer, at: Rect) -> impl Iterator<Item = (u16, u16, &Cell)> {
    let at = at.intersection(buf.area);
    let mut next = at.x;
    at.positions().filter_map(move |Position { x, y }| {
        let cell = buf.cell((x, y)).filter(|_| x >= next)?;
        next = x.saturating_add(u16::try_from(cell.symbol().width()).unwrap_or(1).max(1));
        Some((x, y, cell))
    })
}

/// A name for all pieces of one address, so that a terminal lights them up together.
fn name_of(address: &str) -> u32 {
    address.bytes().fold(5381, |sum: u32, byte| sum.wrapping_mul(33) ^ u32::from(byte))
}
