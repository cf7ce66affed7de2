//! Frames: what a terminal of a size has to be told so that it shows the next picture, only what differs from the last one.
//!
//! Here: bytes. Where they go is not known: to the terminal (`terminal`), into a recording (`tape`).

use std::fmt::Write as _;

use ratatui::buffer::{Buffer, Cell};
use ratatui::crossterm::style;
use ratatui::layout::{Position, Rect, Size};

use crate::app::terminal::writer::{Ink, is_bare, width_of};
use crate::render::tui::layout::hyperlinks::Hyperlink;

/// Around a frame: show all of it at once.
const BEGIN_SYNC: &str = "\x1b[?2026h";
const END_SYNC: &str = "\x1b[?2026l";
/// What ends a link.
const LINK_END: &str = "\x1b]8;;\x1b\\";
const CLEAR: &str = "\x1b[0m\x1b[2J";

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
    ink: Ink,
}

impl FrameEncoder {
    /// For a screen of which nothing is known.
    #[must_use]
    pub fn new() -> Self {
        // Colours were decided once, by the settings; crossterm would look at NO_COLOR for itself.
        style::force_color_output(true);
        Self { shown: Buffer::default(), next: Buffer::default(), links: Vec::new(), stale: true, ink: Ink::default() }
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
        let stale = self.stale || self.shown.area != area;
        if stale {
            self.shown = Buffer::empty(area);
            self.links.clear();
        }
        let (shown, next) = (&self.shown, &self.next);
        let mut cells = changes(shown, next).peekable();
        if !stale && cells.peek().is_none() && self.links == links {
            return Vec::new();
        }
        let mut text = String::with_capacity(1 << 14);
        text.push_str(BEGIN_SYNC);
        if stale {
            text.push_str(CLEAR);
        }
        self.ink.write(cells, &mut text);
        // What was a link stays one until it is written again without.
        for gone in self.links.iter().filter(|link| !links.contains(link)) {
            self.ink.write(line(next, gone.at), &mut text);
        }
        let is_fresh = |link: &&Hyperlink| !self.links.contains(link) || line(shown, link.at).ne(line(next, link.at));
        for link in links.iter().filter(is_fresh) {
            // A text takes everything.
            let _ = write!(text, "\x1b]8;id={};{}\x1b\\", display_name(&link.address), link.address);
            self.ink.write(line(next, link.at), &mut text);
            text.push_str(LINK_END);
        }
        text.push_str(END_SYNC);
        self.links = links.to_vec();
        std::mem::swap(&mut self.shown, &mut self.next);
        self.stale = false;
        text.into_bytes()
    }
}

impl Default for FrameEncoder {
    fn default() -> Self {
        Self::new()
    }
}

/// The cells that the screen does not show yet, of two pictures of one size. Most lines are shown already, and compared
/// at once.
fn changes<'a>(shown: &'a Buffer, next: &'a Buffer) -> impl Iterator<Item = (u16, u16, &'a Cell)> {
    let width = usize::from(next.area.width).max(1);
    let lines = shown.content.chunks(width).zip(next.content.chunks(width)).zip(0..);
    lines.filter(|((shown, next), _)| shown != next).flat_map(|((shown, next), y)| {
        // Where what is written now ends, and until where it wrote over something wider.
        let (mut end, mut torn) = (0, 0);
        shown.iter().zip(next).zip(0..).filter_map(move |((was, is), x)| {
            let is_covered = x < end;
            let differs = !is_covered && was != is && !(was.bg == is.bg && is_bare(was) && is_bare(is));
            if is_covered || differs {
                torn = torn.max(x + width_of(was));
            }
            if !is_covered {
                end = x + width_of(is);
            }
            (differs || !is_covered && x < torn).then_some((x, y, is))
        })
    })
}

/// The cells of a part of a line of the screen that a character starts in; one that started before it may reach into it.
fn line(buf: &Buffer, at: Rect) -> impl Iterator<Item = (u16, u16, &Cell)> {
    let mut end = 0;
    let to_its_end = Rect { x: 0, width: at.right(), ..at };
    let starts = to_its_end.intersection(buf.area).positions().filter_map(move |Position { x, y }| {
        let cell = buf.cell((x, y)).filter(|_| x >= end)?;
        end = x + width_of(cell);
        Some((x, y, cell))
    });
    starts.filter(move |(x, ..)| *x >= at.x)
}

/// A name for all pieces of one address, so that a terminal lights them up together.
fn display_name(address: &str) -> u32 {
    address.bytes().fold(5381, |sum: u32, byte| sum.wrapping_mul(33) ^ u32::from(byte))
}
