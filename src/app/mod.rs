//! ⑤ The dashboard: what is on screen, what a key means, what changes.
//!
//! Where to start: [`run`], the loop; [`model::Model`], everything but the terminal; [`keys::table::KEYS`], the table of keys.

pub mod abilities;
pub mod action;
pub mod command_line;
mod crosshair;
pub mod ground;
pub mod incoming;
pub mod keys;
pub mod line;
pub mod model;
mod mouse;
mod sheets;
mod sifting;
pub mod state;
mod surroundings;
pub mod terminal;
mod trail;
pub mod update;

use std::io;

use anyhow::Context as _;
use ratatui::crossterm::event::Event;

use crate::dataset::records::Dataset;
use crate::files;
use action::{Action, Effect, Format};
use ground::Answer;
use incoming::{Inbox, Incoming, Job, Signal};
use model::Model;
use state::Notice;
use terminal::Terminal;

/// Why the dashboard ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ended {
    /// The person was done.
    Quit,
    /// The terminal was closed.
    Closed,
    /// A signal asked for it.
    Killed(i32),
}

/// Shows the dashboard until it ends. Sleeps until something happens; writes only what changed.
///
/// # Errors
/// If the terminal cannot be taken, read or written.
pub fn run(model: &mut Model, reload: impl Fn() -> Result<Dataset, Notice>) -> anyhow::Result<Ended> {
    let inbox = Inbox::open().context("listening for signals")?;
    let mut terminal = Terminal::enter(model.state().mouse).context("taking the terminal")?;
    model.apply(Action::Resize(terminal::size()?));
    draw(model, &mut terminal)?;
    inbox.listen()?;
    let mut answer = Answer::default();
    if model.state().wants_ground() {
        answer.expect();
        terminal.ask_ground()?;
    }
    loop {
        for incoming in inbox.wait().flat_map(|incoming| answer.hear(incoming)) {
            let effect = match incoming {
                Incoming::Ground(ground) => model.apply(Action::Ground(ground)),
                Incoming::Event(Event::Paste(text)) => {
                    model.paste(&text);
                    None
                }
                Incoming::Event(event) => meant(model, &event).and_then(|action| model.apply(action)),
                Incoming::Signal(Signal::End(number)) => return Ok(Ended::Killed(number)),
                Incoming::Signal(Signal::Resized) => model.apply(Action::Resize(terminal::size()?)),
                Incoming::Signal(Signal::Stop) => {
                    stop(&mut terminal);
                    None
                }
                Incoming::Signal(Signal::Continue) => {
                    terminal.take(model.state().mouse)?;
                    model.apply(Action::Resize(terminal::size()?))
                }
                Incoming::Closed => return Ok(Ended::Closed),
            };
            match effect {
                Some(Effect::Quit) => return Ok(Ended::Quit),
                Some(Effect::Reload) => model.reloaded(reload()),
                Some(Effect::Copy(take)) => model.taken(take).iter().try_for_each(|(_, text)| terminal.copy(text))?,
                Some(Effect::Write(format)) => model.tell(written(model, format)),
                Some(Effect::Mouse) => terminal.set_mouse(model.state().mouse),
                Some(Effect::Suspend) if incoming::can_stop() => {
                    // The whole job stops, as if the terminal had seen the key; our own part of it comes as a signal.
                    terminal.leave();
                    incoming::stop(Job::Whole);
                }
                Some(Effect::Suspend) | None => {}
            }
        }
        draw(model, &mut terminal)?;
    }
}

/// Writes the view into a new file of the working folder, and says where or why not.
fn written(model: &Model, format: Format) -> Notice {
    match files::write_new(&model.file_name(), format.extension(), &model.printed(format)) {
        Ok(name) => Notice::Written(name),
        Err(error) => Notice::NotWritten(error.to_string()),
    }
}

/// What the person meant by an event. Sizes come with their signal, which no other event can overtake.
fn meant(model: &Model, event: &Event) -> Option<Action> {
    match event {
        Event::Key(key) => model.key(key),
        Event::Mouse(mouse) => model.mouse(*mouse),
        _ => None,
    }
}

/// Draws, unless the terminal is not ours at the moment.
fn draw(model: &Model, terminal: &mut Terminal) -> io::Result<()> {
    if !terminal.is_held() {
        return Ok(());
    }
    terminal.draw(model.state().size, model.links(), |area, buf| model.draw(area, buf))
}

/// Stops with the terminal given back; where nobody could continue us, does not stop.
fn stop(terminal: &mut Terminal) {
    if incoming::can_stop() {
        terminal.leave();
        incoming::stop(Job::Us);
    }
}
