//! The terminal: borrowed in raw mode with a screen of its own, given back as it was on every way out.
//!
//! Here: entering and leaving; one write for each frame, none if nothing changed; the one question (`ground`).
//! Not here: what a frame is (`frames`), what is drawn (`render::tui`), which keys mean what (`keys`).

pub mod background;
pub mod capabilities;
pub mod events;
pub mod frames;

use std::io::{self, Write};
use std::panic;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use ratatui::buffer::Buffer;
use ratatui::crossterm::clipboard::CopyToClipboard;
use ratatui::crossterm::{queue, terminal};
use ratatui::layout::{Rect, Size};

use crate::app::terminal::frames::FrameEncoder;
use crate::render::tui::layout::areas::Hyperlink;
use crate::settings::choices::Mouse;

/// A screen of our own, cursor hidden, pastes in brackets so that they are not read as keys.
const ENTER: &[u8] = b"\x1b[?1049h\x1b[?25l\x1b[?2004h";
/// Everything undone; harmless for what was never done.
const LEAVE: &[u8] = b"\x1b[?1006l\x1b[?1000l\x1b[?2004l\x1b[0m\x1b[?25h\x1b[?1049l";
/// Clicks and the wheel, in the form that knows no limit of columns. Not motion: a moving mouse wakes nobody.
const MOUSE_ON: &[u8] = b"\x1b[?1000h\x1b[?1006h";
const MOUSE_OFF: &[u8] = b"\x1b[?1006l\x1b[?1000l";

/// The terminal, held from [`Terminal::enter`] until it is dropped.
pub struct Terminal {
    /// What the screen shows.
    frames: FrameEncoder,
    /// Bytes that go out with the next frame.
    pending: Vec<u8>,
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
            restore(&in_panic);
            before(info);
        }));
        let mut terminal = Self { frames: FrameEncoder::new(), pending: Vec::new(), held };
        terminal.acquire(mouse)?;
        Ok(terminal)
    }

    /// Takes the terminal again after [`Terminal::release`], or makes sure of it where another program has changed it.
    ///
    /// # Errors
    /// As [`Terminal::enter`].
    pub fn acquire(&mut self, mouse: Mouse) -> io::Result<()> {
        if self.is_held() {
            self.release();
        }
        terminal::enable_raw_mode()?;
        self.held.store(true, Ordering::SeqCst);
        self.pending.extend_from_slice(ENTER);
        if mouse == Mouse::On {
            self.pending.extend_from_slice(MOUSE_ON);
        }
        self.frames.forget();
        Ok(())
    }

    /// Gives the terminal back, as far as it still can be reached.
    pub fn release(&mut self) {
        self.pending.clear();
        restore(&self.held);
    }

    /// Whether the terminal is ours at the moment.
    #[must_use]
    pub fn is_held(&self) -> bool {
        self.held.load(Ordering::SeqCst)
    }

    /// Asks for the mouse, or leaves it to the terminal, with the next frame.
    pub fn set_mouse(&mut self, mouse: Mouse) {
        self.pending.extend_from_slice(if mouse == Mouse::On { MOUSE_ON } else { MOUSE_OFF });
    }

    /// Hands text over to the clipboard with the next frame.
    ///
    /// # Errors
    /// None in practice: the text goes to memory.
    pub fn copy(&mut self, text: &str) -> io::Result<()> {
        queue!(self.pending, CopyToClipboard::to_clipboard_from(text))
    }

    /// Asks for the colour of its ground, at once. The answer comes in among the keys, late or never.
    ///
    /// # Errors
    /// If the terminal cannot be written to.
    pub fn query_background(&mut self) -> io::Result<()> {
        write_stdout(background::BACKGROUND_QUERY)
    }

    /// Draws a frame of this size and writes what differs from the last one, all at once. Returns what was written of the
    /// frame itself.
    ///
    /// # Errors
    /// If the terminal cannot be written to, as when it has been closed.
    pub fn draw(
        &mut self,
        size: Size,
        links: &[Hyperlink],
        paint: impl FnOnce(Rect, &mut Buffer),
    ) -> io::Result<Vec<u8>> {
        let frame = self.frames.encode(size, links, paint);
        let mut bytes = std::mem::take(&mut self.pending);
        bytes.extend_from_slice(&frame);
        if !bytes.is_empty() {
            write_stdout(&bytes)?;
        }
        Ok(frame)
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        self.release();
    }
}

/// Where lines go that are only ever written on.
#[must_use]
pub fn line_output() -> impl Write {
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
fn restore(held: &AtomicBool) {
    if held.swap(false, Ordering::SeqCst) {
        let _ = write_stdout(LEAVE);
        let _ = terminal::disable_raw_mode();
    }
}

/// Writes all of it with one system call.
fn write_stdout(bytes: &[u8]) -> io::Result<()> {
    let mut out = io::stdout().lock();
    out.write_all(bytes)?;
    out.flush()
}
