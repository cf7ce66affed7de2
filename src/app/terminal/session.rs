//! The terminal while the program runs on it: raw mode, alternate screen, one write a frame, and the way back on every exit.
//!
//! The only file that writes to standard output while the program runs.

use std::io::{self, Write};
use std::panic;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use ratatui::buffer::Buffer;
use ratatui::crossterm::clipboard::CopyToClipboard;
use ratatui::crossterm::{queue, terminal};
use ratatui::layout::{Rect, Size};

use crate::app::terminal::background;
use crate::app::terminal::frame_encoder::FrameEncoder;
use crate::app::terminal::signals::{self, SuspendScope};
use crate::render::tui::layout::areas::Hyperlink;
use crate::render::tui::screen::MAX_CELLS;
use crate::settings::choices::Mouse;

/// Alternate screen, hidden cursor, bracketed paste.
const ENTER: &[u8] = b"\x1b[?1049h\x1b[?25l\x1b[?2004h";
/// Undoes `ENTER` and `MOUSE_ON`; harmless for what was never set.
const LEAVE: &[u8] = b"\x1b[?1006l\x1b[?1000l\x1b[?2004l\x1b[0m\x1b[?25h\x1b[?1049l";
/// Buttons and wheel in SGR form, which has no column limit. No motion events, which would wake the loop.
const MOUSE_ON: &[u8] = b"\x1b[?1000h\x1b[?1006h";
const MOUSE_OFF: &[u8] = b"\x1b[?1006l\x1b[?1000l";

/// The terminal, restored when this is dropped.
pub struct Terminal {
    frames: FrameEncoder,
    /// Bytes written with the next frame.
    pending: Vec<u8>,
    /// Whether the program has the terminal; shared with the panic hook.
    held: Arc<AtomicBool>,
}

impl Terminal {
    /// Enters raw mode and the alternate screen, and restores them on a panic too.
    ///
    /// # Errors
    /// If standard input cannot be put into raw mode.
    pub fn enter(mouse: Mouse) -> io::Result<Self> {
        let held = Arc::new(AtomicBool::new(false));
        let hook_held = Arc::clone(&held);
        let previous_hook = panic::take_hook();
        panic::set_hook(Box::new(move |info| {
            restore(&hook_held);
            previous_hook(info);
        }));
        let mut terminal = Self { frames: FrameEncoder::default(), pending: Vec::new(), held };
        terminal.acquire(mouse)?;
        Ok(terminal)
    }

    /// Enters again after a stop, once the shell has given the terminal back: `bg` continues the program too, and then it
    /// stops again, as it would at the first key that it reads. The next `fg` continues it.
    ///
    /// # Errors
    /// As [`Terminal::enter`].
    pub(crate) fn resume(&mut self, mouse: Mouse) -> io::Result<()> {
        if signals::is_in_background() {
            signals::suspend(SuspendScope::BackgroundJob);
            return Ok(());
        }
        self.acquire(mouse)
    }

    /// Enters, again if another program may have changed the terminal.
    fn acquire(&mut self, mouse: Mouse) -> io::Result<()> {
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

    /// Restores the terminal, as far as it can still be written to.
    pub fn release(&mut self) {
        if self.pending.starts_with(ENTER) {
            // Never entered: leaving would move the cursor to where it was the last time.
            self.held.store(false, Ordering::SeqCst);
            let _ = terminal::disable_raw_mode();
        }
        self.pending.clear();
        restore(&self.held);
    }

    /// Restores the terminal and suspends, unless no shell could continue the process.
    pub(crate) fn suspend(&mut self, scope: SuspendScope) {
        if signals::can_suspend() {
            self.release();
            signals::suspend(scope);
        }
    }

    /// Whether the program has the terminal: not while it is suspended.
    pub fn is_held(&self) -> bool {
        self.held.load(Ordering::SeqCst)
    }

    /// Turns mouse reporting on or off with the next frame.
    pub fn set_mouse(&mut self, mouse: Mouse) {
        self.pending.extend_from_slice(if mouse == Mouse::On { MOUSE_ON } else { MOUSE_OFF });
    }

    /// Copies text to the clipboard (OSC 52) with the next frame.
    ///
    /// # Errors
    /// None in practice: the bytes go to memory.
    pub fn copy(&mut self, text: &str) -> io::Result<()> {
        queue!(self.pending, CopyToClipboard::to_clipboard_from(text))
    }

    /// Queries the background colour at once. The reply arrives as input, late or never.
    ///
    /// # Errors
    /// If the terminal cannot be written to.
    pub fn query_background(&mut self) -> io::Result<()> {
        write_stdout(background::BACKGROUND_QUERY)
    }

    /// Queries how wide signs of ambiguous width are, below the next frame: one sign in the first column, and the place of the
    /// cursor after it. The reply arrives as input, late or never.
    pub fn query_sign_width(&mut self) {
        self.pending.extend_from_slice("\u{1b}[H─\u{1b}[6n".as_bytes());
    }

    /// Draws a frame and writes its difference from the last one and all pending bytes in one write. Returns the bytes of
    /// the frame alone.
    ///
    /// # Errors
    /// If the terminal cannot be written to.
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

/// Standard output, for line mode.
pub(crate) fn line_output() -> impl Write {
    output().lock()
}

pub(super) fn output() -> io::Stdout {
    io::stdout()
}

/// Size in columns and rows; 80x24 where the terminal does not know it, such as a serial line. A terminal that claims more
/// than [`MAX_CELLS`] is drawn in its upper left part.
pub(crate) fn size() -> io::Result<Size> {
    let (width, height) = terminal::size()?;
    Ok(if width == 0 || height == 0 {
        Size::new(80, 24)
    } else {
        Size::new(width.min(MAX_CELLS), height.min(MAX_CELLS))
    })
}

/// Restores the terminal if the program has it. Errors cannot be shown: the terminal is where they would go.
fn restore(held: &AtomicBool) {
    if held.swap(false, Ordering::SeqCst) {
        let _ = write_stdout(LEAVE);
        let _ = terminal::disable_raw_mode();
    }
}

fn write_stdout(bytes: &[u8]) -> io::Result<()> {
    let mut out = output().lock();
    out.write_all(bytes)?;
    out.flush()
}
