//! The speaker's notes: a second terminal that shows where a talk stands, and drives it.
//!
//! ```text
//!   talk ── desk ──┐                        ┌── link ── notes
//!                  └── a socket of the  ────┘
//!                      person's own: wire
//! ```
//!
//! [`server`] is the talk's end, [`client`] that of the notes, [`protocol`] what goes between them, [`console::Console`] the notes
//! without their terminal, [`run`] their loop, [`line_mode`] the notes as a conversation in lines.

#[cfg(unix)]
pub mod client;
pub mod console;
pub mod keys;
pub mod line_mode;
pub mod protocol;
#[cfg(unix)]
pub mod server;

#[cfg(unix)]
mod peer;
#[cfg(not(unix))]
mod unsupported;

use std::path::PathBuf;
use std::time::Duration;

use anyhow::Context as _;
use chrono::NaiveTime;

use crate::app::notes::client::NotesClient;
use crate::app::run_types::{Clock, ExitReason};
use crate::app::terminal::background::BackgroundReader;
use crate::app::terminal::events::{self, AppEvent, EventQueue, Signal, SuspendScope};
use crate::app::terminal::{self, Mouse, Terminal};
use crate::page::talk::snapshot::TalkSnapshot;

#[cfg(not(unix))]
pub use crate::app::notes::unsupported::{desk, link};
use console::{Console, NotesEffect, NotesTime};

/// What is heard of a talk.
#[derive(Debug)]
pub enum TalkUpdate {
    /// Where it stands, and when on its clock.
    Snapshot(Box<TalkSnapshot>, Duration),
    /// It is gone, or was closed.
    Disconnected,
    /// It is none of this version.
    Incompatible,
}

/// What tells the time: the clock of this run, and the one on the wall.
#[derive(Debug, Clone, Copy)]
pub struct NotesClock {
    /// Counts from the start of the run.
    pub clock: Clock,
    /// The time of day.
    pub wall: fn() -> NaiveTime,
}

impl NotesClock {
    /// What it is now.
    #[must_use]
    pub fn time(&self) -> NotesTime {
        (self.clock.elapsed(), (self.wall)())
    }
}

/// What the notes do on their terminal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotesOptions {
    /// Whose the mouse is.
    pub mouse: Mouse,
    /// Whether the terminal is asked if it is light or dark.
    pub queries_background: bool,
}

/// Shows the notes of the talk whose socket is at `path` until the person ends them. Sleeps until something happens or the
/// next second of the talk begins; writes only what changed.
///
/// # Errors
/// If the terminal cannot be taken, read or written.
pub fn run(mut console: Console, path: PathBuf, manner: NotesOptions, watch: NotesClock) -> anyhow::Result<ExitReason> {
    let queue = EventQueue::open().context("listening for signals")?;
    let mut terminal = Terminal::enter(manner.mouse).context("taking the terminal")?;
    console.resize(terminal::size()?);
    draw_frame(&console, &mut terminal)?;
    queue.start_input()?;
    let mut reader = BackgroundReader::default();
    if manner.queries_background {
        reader.expect();
        terminal.query_background()?;
    }
    let sender = queue.sender();
    let link = NotesClient::start(path, move |heard| sender.send(AppEvent::TalkUpdate(heard)).is_ok())?;
    loop {
        let most = console.next_wake(watch.clock.elapsed());
        for incoming in queue.wait(most).flat_map(|incoming| reader.receive(incoming)) {
            let effect = match incoming {
                AppEvent::Input(event) => console.event(&event, watch.time()),
                AppEvent::TalkUpdate(heard) => {
                    console.receive(heard, watch.time());
                    None
                }
                AppEvent::Background(ground) => {
                    console.set_background(ground);
                    None
                }
                AppEvent::Signal(Signal::Terminate(number)) => return Ok(ExitReason::Killed(number)),
                AppEvent::Signal(Signal::Resized) => {
                    console.resize(terminal::size()?);
                    None
                }
                AppEvent::Signal(Signal::Suspend) => {
                    crate::app::hand_back::suspend(&mut terminal);
                    None
                }
                AppEvent::Signal(Signal::Continue) => {
                    terminal.acquire(manner.mouse)?;
                    console.resize(terminal::size()?);
                    None
                }
                AppEvent::TerminalClosed => return Ok(ExitReason::TerminalClosed),
                AppEvent::RemoteKey(_) => None,
            };
            match effect {
                Some(NotesEffect::SendKey(chord)) => link.send_key(chord),
                Some(NotesEffect::Suspend) if events::can_suspend() => {
                    terminal.release();
                    events::suspend(SuspendScope::WholeJob);
                }
                Some(NotesEffect::Quit) => {
                    crate::app::hand_back::await_background_reply(&mut reader, &queue);
                    return Ok(ExitReason::Quit);
                }
                Some(NotesEffect::Suspend) | None => {}
            }
        }
        console.tick(watch.time());
        draw_frame(&console, &mut terminal)?;
    }
}

/// Draws, unless the terminal is not ours at the moment.
fn draw_frame(console: &Console, terminal: &mut Terminal) -> std::io::Result<()> {
    if !terminal.is_held() {
        return Ok(());
    }
    terminal.draw(console.size(), &[], |area, buf| console.draw(area, buf)).map(drop)
}
