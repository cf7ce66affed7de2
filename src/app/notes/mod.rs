//! The speaker's notes: a second terminal that shows where a talk stands, and drives it.
//!
//! ```text
//!   talk ── desk ──┐                        ┌── link ── notes
//!                  └── a socket of the  ────┘
//!                      person's own: wire
//! ```
//!
//! [`desk`] is the talk's end, [`link`] that of the notes, [`wire`] what goes between them, [`console::Console`] the notes
//! without their terminal, [`run`] their loop, [`plain`] the notes as a conversation in lines.

pub mod console;
#[cfg(unix)]
pub mod desk;
pub mod keys;
#[cfg(unix)]
pub mod link;
#[cfg(not(unix))]
mod nowhere;
#[cfg(unix)]
mod peer;
pub mod plain;
pub mod wire;

use std::path::PathBuf;
use std::time::Duration;

use anyhow::Context as _;
use chrono::NaiveTime;

use super::ground::Answer;
use super::incoming::{self, Inbox, Incoming, Job, Signal};
use super::terminal::{self, Mouse, Terminal};
use super::{Clock, Ended};
use console::{Console, Effect, Time};
use link::Link;
#[cfg(not(unix))]
pub use nowhere::{desk, link};

use crate::page::notes::told::Told;

/// What is heard of a talk.
#[derive(Debug)]
pub enum Heard {
    /// Where it stands, and when on its clock.
    Told(Box<Told>, Duration),
    /// It is gone, or was closed.
    Gone,
    /// It is none of this version.
    Stranger,
}

/// What tells the time: the clock of this run, and the one on the wall.
#[derive(Debug, Clone, Copy)]
pub struct Watch {
    /// Counts from the start of the run.
    pub clock: Clock,
    /// The time of day.
    pub wall: fn() -> NaiveTime,
}

impl Watch {
    /// What it is now.
    #[must_use]
    pub fn time(&self) -> Time {
        (self.clock.elapsed(), (self.wall)())
    }
}

/// What the notes do on their terminal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Manner {
    /// Whose the mouse is.
    pub mouse: Mouse,
    /// Whether the terminal is asked if it is light or dark.
    pub asks_ground: bool,
}

/// Shows the notes of the talk whose socket is at `path` until the person ends them. Sleeps until something happens or the
/// next second of the talk begins; writes only what changed.
///
/// # Errors
/// If the terminal cannot be taken, read or written.
pub fn run(mut console: Console, path: PathBuf, manner: Manner, watch: Watch) -> anyhow::Result<Ended> {
    let inbox = Inbox::open().context("listening for signals")?;
    let mut terminal = Terminal::enter(manner.mouse).context("taking the terminal")?;
    console.resize(terminal::size()?);
    draw(&console, &mut terminal)?;
    inbox.listen()?;
    let mut answer = Answer::default();
    if manner.asks_ground {
        answer.expect();
        terminal.ask_ground()?;
    }
    let sender = inbox.sender();
    let link = Link::open(path, move |heard| sender.send(Incoming::Heard(heard)).is_ok())?;
    loop {
        let most = console.wake(watch.clock.elapsed());
        for incoming in inbox.wait(most).flat_map(|incoming| answer.hear(incoming)) {
            let effect = match incoming {
                Incoming::Event(event) => console.event(&event, watch.time()),
                Incoming::Heard(heard) => {
                    console.hear(heard, watch.time());
                    None
                }
                Incoming::Ground(ground) => {
                    console.stand_on(ground);
                    None
                }
                Incoming::Signal(Signal::End(number)) => return Ok(Ended::Killed(number)),
                Incoming::Signal(Signal::Resized) => {
                    console.resize(terminal::size()?);
                    None
                }
                Incoming::Signal(Signal::Stop) => {
                    super::stop(&mut terminal);
                    None
                }
                Incoming::Signal(Signal::Continue) => {
                    terminal.take(manner.mouse)?;
                    console.resize(terminal::size()?);
                    None
                }
                Incoming::Closed => return Ok(Ended::Closed),
                Incoming::Pressed(_) => None,
            };
            match effect {
                Some(Effect::Press(chord)) => link.press(chord),
                Some(Effect::Suspend) if incoming::can_stop() => {
                    terminal.leave();
                    incoming::stop(Job::Whole);
                }
                Some(Effect::Quit) => {
                    super::await_answer(&mut answer, &inbox);
                    return Ok(Ended::Quit);
                }
                Some(Effect::Suspend) | None => {}
            }
        }
        console.tick(watch.time());
        draw(&console, &mut terminal)?;
    }
}

/// Draws, unless the terminal is not ours at the moment.
fn draw(console: &Console, terminal: &mut Terminal) -> std::io::Result<()> {
    if !terminal.is_held() {
        return Ok(());
    }
    terminal.draw(console.size(), &[], |area, buf| console.draw(area, buf)).map(drop)
}
