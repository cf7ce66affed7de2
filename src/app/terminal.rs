//! The terminal: borrowed in raw mode with a screen of its own, given back as it was on every way out.
//!
//! Here: entering and leaving, and frames: one write each, none if nothing changed; the one question (`ground`).
//! Not here: what is drawn (`render::tui`), which keys mean what (`keys`).

use std::io::{self, Write};
use std::panic;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use ratatui::backend::{Backend, CrosstermBackend};
use ratatui::buffer::{Buffer, Cell};
use ratatui::crossterm::clipboard::CopyToClipboard;
use ratatui::crossterm::{queue, style, terminal};
use ratatui::layout::{Position, Rect, Size};
use unicode_width::UnicodeWidthStr;

use super::ground;
use crate::render::tui::links::Link;

/// A screen of our own, cursor hidden, pastes in brackets so that they are not read as keys.
const ENTER: &[u8] = b"\x1b[?1049h\x1b[?25l\x1b[?2004h";
/// Everything undone; harmless for what was never done.
const LEAVE: &[u8] = b"\x1b[?1006l\x1b[?1000l\x1b[?2004l\x1b[0m\x1b[?25h\x1b[?1049l";
/// Clicks and the wheel, in the form that knows no limit of columns. Not motion: a moving mouse wakes nobody.
const MOUSE_ON: &[u8] = b"\x1b[?1000h\x1b[?1006h";
const MOUSE_OFF: &[u8] = b"\x1b[?1006l\x1b[?1000l";
/// Around a frame: show all of it at once.
const FRAME: &[u8] = b"\x1b[?2026h";
const FRAME_END: &[u8] = b"\x1b[?2026l";
/// What ends a link.
const LINK_END: &[u8] = b"\x1b]8;;\x1b\\";
const CLEAR: &[u8] = b"\x1b[0m\x1b[2J";

/// Whether the mouse is ours or the terminal's.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mouse {
    /// Clicks and the wheel come to planfact.
    On,
    /// The terminal selects and copies text.
    Off,
}

/// The terminal, held from [`Terminal::enter`] until it is dropped.
pub struct Terminal {
    /// What the screen shows.
    shown: Buffer,
    /// The links on it.
    links: Vec<Link>,
    /// Whether the screen has to be cleared before the next frame.
    stale: bool,
    /// Bytes that go out with the next frame.
    waiting: Vec<u8>,
    /// Whether the terminal is ours at the moment; shared with the hook that a panic runs.
    held: Arc<AtomicBool>,
}

impl Terminal {
    /// Takes the terminal; what follows a panic, a signal or an error gives it back.
    ///
    /// # Errors
    /// If standard input is no terminal that can be put into raw mode.
    pub fn enter(mouse: Mouse) -> io::Result<Self> {
        let held = Arc::new(AtomicBool::new(false));
        let in_panic = Arc::clone(&held);
        let before = panic::take_hook();
        panic::set_hook(Box::new(move |info| {
            give_back(&in_panic);
            before(info);
        }));
        // Colours were decided once, by the settings; crossterm would look at NO_COLOR for itself.
        style::force_color_output(true);
        let mut terminal = Self { shown: Buffer::default(), links: Vec::new(), stale: true, waiting: Vec::new(), held };
        terminal.take(mouse)?;
        Ok(terminal)
    }

    /// Takes the terminal again after [`Terminal::leave`], or makes sure of it where another program has changed it.
    ///
    /// # Errors
    /// As [`Terminal::enter`].
    pub fn take(&mut self, mouse: Mouse) -> io::Result<()> {
        if self.is_held() {
            self.leave();
        }
        terminal::enable_raw_mode()?;
        self.held.store(true, Ordering::SeqCst);
        self.waiting.extend_from_slice(ENTER);
        if mouse == Mouse::On {
            self.waiting.extend_from_slice(MOUSE_ON);
        }
        self.stale = true;
        Ok(())
    }

    /// Gives the terminal back, as far as it still can be reached.
    pub fn leave(&mut self) {
        self.waiting.clear();
        give_back(&self.held);
    }

    /// Whether the terminal is ours at the moment.
    #[must_use]
    pub fn is_held(&self) -> bool {
        self.held.load(Ordering::SeqCst)
    }

    /// Asks for the mouse, or leaves it to the terminal, with the next frame.
    pub fn set_mouse(&mut self, mouse: Mouse) {
        self.waiting.extend_from_slice(if mouse == Mouse::On { MOUSE_ON } else { MOUSE_OFF });
    }

    /// Hands text over to the clipboard with the next frame.
    ///
    /// # Errors
    /// None in practice: the text goes to memory.
    pub fn copy(&mut self, text: &str) -> io::Result<()> {
        queue!(self.waiting, CopyToClipboard::to_clipboard_from(text))
    }

    /// Asks for the colour of its ground, at once. The answer comes in among the keys, late or never.
    ///
    /// # Errors
    /// If the terminal cannot be written to.
    pub fn ask_ground(&mut self) -> io::Result<()> {
        write(ground::QUESTION)
    }

    /// Draws a frame of this size and writes what differs from the last one, all at once.
    ///
    /// # Errors
    /// If the terminal cannot be written to, as when it has been closed.
    pub fn draw(&mut self, size: Size, links: &[Link], paint: impl FnOnce(Rect, &mut Buffer)) -> io::Result<()> {
        let area = Rect::new(0, 0, size.width, size.height);
        let mut next = Buffer::empty(area);
        paint(area, &mut next);
        let mut bytes = std::mem::take(&mut self.waiting);
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
        if bytes.is_empty() { Ok(()) } else { write(&bytes) }
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        self.leave();
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

/// Where lines go that are only ever written on.
#[must_use]
pub fn lines() -> impl Write {
    io::stdout().lock()
}

/// How large the terminal is; the usual size where it does not know, as a serial line.
///
/// # Errors
/// If there is no terminal.
pub fn size() -> io::Result<Size> {
    let (width, height) = terminal::size()?;
    Ok(if width == 0 || height == 0 { Size::new(80, 24) } else { Size::new(width, height) })
}

/// Gives the terminal back if it is held. Errors have nowhere to go: the terminal is what they would be shown on.
fn give_back(held: &AtomicBool) {
    if held.swap(false, Ordering::SeqCst) {
        let _ = write(LEAVE);
        let _ = terminal::disable_raw_mode();
    }
}

/// Writes all of it with one system call.
fn write(bytes: &[u8]) -> io::Result<()> {
    let mut out = io::stdout().lock();
    out.write_all(bytes)?;
    out.flush()
}
