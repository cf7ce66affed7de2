//! Frames: what a terminal of a size has to be told so that it shows the next picture, only what differs from the last one.
//!
//! Here: bytes. Where they go is not known: to the terminal (`terminal`), into a recording (`tape`).

use std::io::{self, Write as _};

use ratatui::backend::{Backend as _, CrosstermBackend};
use ratatui::buffer::{Buffer, Cell, CellDiffOption, CellWidth as _};
use ratatui::crossterm::queue;
use ratatui::crossterm::style::{self, Attribute, SetAttribute};
use ratatui::crossterm::terminal::{BeginSynchronizedUpdate, Clear, ClearType, EndSynchronizedUpdate};
use ratatui::layout::{Position, Rect, Size};

use crate::render::tui::layout::areas::Hyperlink;

/// What ends a link.
const LINK_END: &[u8] = b"\x1b]8;;\x1b\\";
/// The bytes of a letter, and of most with a mark above or below.
const PLAIN: usize = 3;

/// What a screen shows, and how it comes to show something else.
pub struct FrameEncoder {
    /// What the screen shows.
    shown: Buffer,
    /// What is painted next; its memory is kept.
    next: Buffer,
    /// The links on it.
    links: Vec<Hyperlink>,
    /// Whether the screen has to be cleared before the next frame.
    stale: bool,
}

impl FrameEncoder {
    /// For a screen of which nothing is known.
    #[must_use]
    pub fn new() -> Self {
        // Colours were decided once, by the settings; crossterm would look at NO_COLOR for itself.
        style::force_color_output(true);
        Self { shown: Buffer::default(), next: Buffer::default(), links: Vec::new(), stale: true }
    }

    /// Nothing is known of the screen any more.
    pub fn forget(&mut self) {
        self.stale = true;
    }

    /// What to tell a screen of this size so that it shows what is painted; nothing if it does.
    pub fn encode(&mut self, size: Size, links: &[Hyperlink], paint: impl FnOnce(Rect, &mut Buffer)) -> Vec<u8> {
        let area = Rect::new(0, 0, size.width, size.height);
        if self.next.area == area {
            self.next.reset();
        } else {
            self.next = Buffer::empty(area);
        }
        paint(area, &mut self.next);
        mark_covered(&mut self.next);
        let stale = self.stale || self.shown.area != area;
        if stale {
            self.shown = Buffer::empty(area);
            self.links.clear();
        }
        let cells = self.shown.diff(&self.next);
        if !stale && cells.is_empty() && self.links == links {
            return Vec::new();
        }
        let mut bytes = Vec::with_capacity(1 << 14);
        // Memory takes everything.
        let _ = self.write(&mut CrosstermBackend::new(&mut bytes), (&cells, links), stale);
        self.links = links.to_vec();
        std::mem::swap(&mut self.shown, &mut self.next);
        self.stale = false;
        bytes
    }

    /// Writes a frame: the cells that changed, then the links that went or came.
    fn write(
        &self,
        out: &mut CrosstermBackend<&mut Vec<u8>>,
        (cells, links): (&[(u16, u16, &Cell)], &[Hyperlink]),
        stale: bool,
    ) -> io::Result<()> {
        queue!(out, BeginSynchronizedUpdate)?;
        if stale {
            queue!(out, SetAttribute(Attribute::Reset), Clear(ClearType::All))?;
        }
        draw(out, cells)?;
        // What was a link stays one until it is written again without.
        for gone in self.links.iter().filter(|link| !links.contains(link)) {
            draw(out, &line(&self.next, gone.at))?;
        }
        for link in links {
            let cells = line(&self.next, link.at);
            if !self.links.contains(link) || line(&self.shown, link.at) != cells {
                write!(out, "\x1b]8;id={};{}\x1b\\", display_name(&link.address), link.address)?;
                draw(out, &cells)?;
                out.write_all(LINK_END)?;
            }
        }
        queue!(out, EndSynchronizedUpdate)
    }
}

impl Default for FrameEncoder {
    fn default() -> Self {
        Self::new()
    }
}

/// Marks the cells that a wide character covers, so that they differ from any cell that is written. `Buffer::diff` compares
/// them as the blanks that they look like: where a wide character without background goes, it would leave its right half.
fn mark_covered(buf: &mut Buffer) {
    for line in buf.content.chunks_mut(usize::from(buf.area.width).max(1)) {
        let mut covered = 0;
        for cell in line {
            if covered > 0 {
                covered -= 1;
                cell.set_diff_option(CellDiffOption::Skip);
            } else {
                covered = cell.cell_width().saturating_sub(1);
            }
        }
    }
}

/// Writes cells. Terminals disagree about how far the cursor moves for a character of many parts, and the backend places it
/// again only where cells are no neighbours: so each run of cells ends with such a character.
fn draw(out: &mut CrosstermBackend<&mut Vec<u8>>, cells: &[(u16, u16, &Cell)]) -> io::Result<()> {
    let runs = cells.chunk_by(|(_, _, before), _| before.symbol().len() <= PLAIN);
    runs.into_iter().try_for_each(|run| out.draw(run.iter().copied()))
}

/// The cells of a part of a line of the screen that a character starts in; one that started before it may reach into it.
fn line(buf: &Buffer, at: Rect) -> Vec<(u16, u16, &Cell)> {
    let cell = |Position { x, y }| Some((x, y, buf.cell((x, y))?));
    let is_start = |(_, _, cell): &(u16, u16, &Cell)| cell.diff_option != CellDiffOption::Skip;
    at.intersection(buf.area).positions().filter_map(cell).filter(is_start).collect()
}

/// A name for all pieces of one address, so that a terminal lights them up together.
fn display_name(address: &str) -> u32 {
    address.bytes().fold(5381, |sum: u32, byte| sum.wrapping_mul(33) ^ u32::from(byte))
}

#[cfg(test)]
mod tests {
    use ratatui::style::Style;

    use super::*;

    #[test]
    fn after_what_terminals_may_take_for_wider_the_place_is_told_again() {
        let written = |text: &str| {
            let paint = |_, buf: &mut Buffer| buf.set_stringn(0, 0, text, 9, Style::new());
            let frame = FrameEncoder::new().encode(Size::new(9, 1), &[], |area, buf| _ = paint(area, buf));
            String::from_utf8(frame).unwrap()
        };
        assert!(written("e\u{301}b").contains("e\u{301}b"));
        let places: Vec<String> = written("क\u{94d}b").split("\x1b[1;").skip(1).map(str::to_owned).collect();
        assert!(places.len() == 2 && places[1].starts_with("2Hb"), "{places:?}");
    }
}
