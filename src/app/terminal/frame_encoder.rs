//! Encodes a frame as the bytes that update a terminal from the last frame.
//!
//! Not here: where the bytes go, to the terminal (`session`) or into a recording (`recording::recorder`).

use std::io::{self, Write as _};

use ratatui::backend::{Backend as _, CrosstermBackend};
use ratatui::buffer::{Buffer, Cell, CellDiffOption, CellWidth as _};
use ratatui::crossterm::queue;
use ratatui::crossterm::style::{self, Attribute, SetAttribute};
use ratatui::crossterm::terminal::{BeginSynchronizedUpdate, Clear, ClearType, EndSynchronizedUpdate};
use ratatui::layout::{Position, Rect, Size};

use crate::render::tui::layout::areas::Hyperlink;

const LINK_END: &[u8] = b"\x1b]8;;\x1b\\";
/// Symbols of up to this many bytes have a width that all terminals agree on; shorter ones have the width 1.
const MAX_PLAIN_LEN: usize = 3;

/// Encodes frames for one screen, and keeps what it shows.
pub struct FrameEncoder {
    /// Content of the screen.
    shown: Buffer,
    /// The next frame; its memory is reused.
    next: Buffer,
    /// Links on the screen.
    links: Vec<Hyperlink>,
    /// Whether the content of the screen is unknown, so that the next frame clears it.
    stale: bool,
}

impl FrameEncoder {
    /// Makes the next frame a full one.
    pub fn forget(&mut self) {
        self.stale = true;
    }

    /// Paints a frame and returns the bytes that bring it to the screen, a synchronized update; empty if nothing changed.
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
        // Writing to memory cannot fail.
        let _ = self.write(&mut CrosstermBackend::new(&mut bytes), &cells, links, stale);
        self.links = links.to_vec();
        std::mem::swap(&mut self.shown, &mut self.next);
        self.stale = false;
        bytes
    }

    /// Writes the changed cells, then the removed and the new links.
    fn write(
        &self,
        out: &mut CrosstermBackend<&mut Vec<u8>>,
        cells: &[(u16, u16, &Cell)],
        links: &[Hyperlink],
        stale: bool,
    ) -> io::Result<()> {
        queue!(out, BeginSynchronizedUpdate)?;
        if stale {
            queue!(out, SetAttribute(Attribute::Reset), Clear(ClearType::All))?;
        }
        draw(out, cells)?;
        // A cell keeps its link until it is written again.
        for removed in self.links.iter().filter(|link| !links.contains(link)) {
            draw(out, &cells_of(&self.next, removed.at))?;
        }
        for link in links {
            let cells = cells_of(&self.next, link.at);
            if !self.links.contains(link) || cells_of(&self.shown, link.at) != cells {
                write!(out, "\x1b]8;id={};{}\x1b\\", link_id(&link.address), link.address)?;
                draw(out, &cells)?;
                out.write_all(LINK_END)?;
            }
        }
        queue!(out, EndSynchronizedUpdate)
    }
}

impl Default for FrameEncoder {
    fn default() -> Self {
        // The settings decide about colours; without this, crossterm reads NO_COLOR itself.
        style::force_color_output(true);
        Self { shown: Buffer::default(), next: Buffer::default(), links: Vec::new(), stale: true }
    }
}

/// Marks the cells that a wide character covers, so that they differ from every written cell. `Buffer::diff` takes them for
/// blanks: after a wide character without background is removed, it would leave the right half of it.
fn mark_covered(buf: &mut Buffer) {
    for line in buf.content.chunks_mut(usize::from(buf.area.width).max(1)) {
        let mut covered = 0;
        for cell in line {
            if covered > 0 {
                covered -= 1;
                cell.set_diff_option(CellDiffOption::Skip);
            } else if cell.symbol().len() >= MAX_PLAIN_LEN {
                covered = cell.cell_width().saturating_sub(1);
            }
        }
    }
}

/// Writes cells. Terminals disagree about how far the cursor moves after a symbol of several code points, and the backend
/// positions it only at the start of a run: so each such symbol ends a run.
fn draw(out: &mut CrosstermBackend<&mut Vec<u8>>, cells: &[(u16, u16, &Cell)]) -> io::Result<()> {
    let runs = cells.chunk_by(|(_, _, before), _| before.symbol().len() <= MAX_PLAIN_LEN);
    runs.into_iter().try_for_each(|run| out.draw(run.iter().copied()))
}

/// The cells of an area that are not covered by a wide character to their left.
fn cells_of(buf: &Buffer, area: Rect) -> Vec<(u16, u16, &Cell)> {
    let cell = |Position { x, y }| Some((x, y, buf.cell((x, y))?));
    let is_start = |(_, _, cell): &(u16, u16, &Cell)| cell.diff_option != CellDiffOption::Skip;
    area.intersection(buf.area).positions().filter_map(cell).filter(is_start).collect()
}

/// Hash of an address, so that a terminal highlights all parts of the link together.
fn link_id(address: &str) -> u32 {
    address.bytes().fold(5381, |sum: u32, byte| sum.wrapping_mul(33) ^ u32::from(byte))
}

#[cfg(test)]
mod tests {
    use ratatui::style::Style;

    use super::*;

    #[test]
    fn the_cursor_is_positioned_after_a_symbol_of_disputed_width() {
        let written = |text: &str| {
            let paint = |_, buf: &mut Buffer| buf.set_stringn(0, 0, text, 9, Style::new());
            let frame = FrameEncoder::default().encode(Size::new(9, 1), &[], |area, buf| _ = paint(area, buf));
            String::from_utf8(frame).unwrap()
        };
        assert!(written("e\u{301}b").contains("e\u{301}b"));
        let positions: Vec<String> = written("क\u{94d}b").split("\x1b[1;").skip(1).map(str::to_owned).collect();
        assert!(positions.len() == 2 && positions[1].starts_with("2Hb"), "{positions:?}");
    }
}
