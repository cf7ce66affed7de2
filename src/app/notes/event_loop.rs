//! The loop of the notes on a terminal: events in, frames out.

use std::path::PathBuf;

use anyhow::Context as _;

use crate::app::notes::client::NotesClient;
use crate::app::notes::clock::NotesClock;
use crate::app::notes::console::{Console, NotesEffect};
use crate::app::run_types::ExitReason;
use crate::app::terminal::events::{AppEvent, EventQueue, ExpectedReplies};
use crate::app::terminal::session::{self, Terminal};
use crate::app::terminal::signals::{Signal, SuspendScope};
use crate::settings::choices::Mouse;

/// How the notes use their terminal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct NotesOptions {
    /// Whether the notes receive mouse events.
    pub mouse: Mouse,
    /// Whether the terminal is asked for its background colour.
    pub queries_background: bool,
}

/// Shows the notes of the talk whose socket is at `path` until the user quits. Sleeps until an event arrives or the next
/// second of the talk begins.
pub(crate) fn run(
    mut console: Console,
    path: PathBuf,
    options: NotesOptions,
    clock: NotesClock,
) -> anyhow::Result<ExitReason> {
    let mut queue = EventQueue::open().context("listening for signals")?;
    let mut terminal = Terminal::enter(options.mouse).context("taking the terminal")?;
    console.resize(session::size()?);
    draw_frame(&console, &mut terminal)?;
    queue.start_input()?;
    if options.queries_background {
        queue.expect(ExpectedReplies { background: true, sign_width: false });
        terminal.query_background()?;
    }
    let client = NotesClient::start(path, queue.remote_sender())?;
    loop {
        let mut quits = false;
        for event in queue.wait(console.next_wake(clock.now().elapsed)) {
            let effect = match event {
                AppEvent::Input(event) => console.event(&event, clock.now()),
                AppEvent::Remote(update) => {
                    console.receive(update, clock.now());
                    None
                }
                AppEvent::Background(background) => {
                    console.set_background(background);
                    None
                }
                AppEvent::WideSigns => None,
                AppEvent::Signal(Signal::Terminate(number)) => return Ok(ExitReason::Killed(number)),
                AppEvent::Signal(Signal::Resized) => {
                    console.resize(session::size()?);
                    None
                }
                AppEvent::Signal(Signal::Suspend) => {
                    terminal.suspend(SuspendScope::ThisProcess);
                    None
                }
                AppEvent::Signal(Signal::Continue) => {
                    terminal.resume(options.mouse)?;
                    console.resize(session::size()?);
                    None
                }
                AppEvent::TerminalClosed => return Ok(ExitReason::TerminalClosed),
            };
            match effect {
                Some(NotesEffect::SendKey(chord)) => client.send_key(chord),
                Some(NotesEffect::Suspend) => terminal.suspend(SuspendScope::WholeJob),
                Some(NotesEffect::Quit) => {
                    quits = true;
                    break;
                }
                None => {}
            }
        }
        if quits {
            queue.drain_replies();
            return Ok(ExitReason::Quit);
        }
        console.tick(clock.now());
        draw_frame(&console, &mut terminal)?;
    }
}

/// Draws, unless the program is suspended.
fn draw_frame(console: &Console, terminal: &mut Terminal) -> std::io::Result<()> {
    if !terminal.is_held() {
        return Ok(());
    }
    terminal.draw(console.size(), &[], |area, buf| console.draw(area, buf)).map(drop)
}
