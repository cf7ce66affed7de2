//! ⑤ The dashboard: what is on screen, what a key means, what changes.
//!
//! Where to start: [`run`], the loop; [`model::Model`], everything but the terminal; [`keys::table::KEYS`], the table of keys.

pub mod abilities;
pub mod action;
pub mod cast;
pub mod command_line;
mod crosshair;
mod drawing;
pub mod frames;
pub mod front;
pub mod ground;
pub mod incoming;
mod ink;
pub mod keys;
pub mod line;
pub mod model;
mod mouse;
pub mod notes;
pub mod palette;
pub mod plain;
pub mod present;
mod sheets;
mod sifting;
pub mod state;
mod surroundings;
pub mod tape;
pub mod terminal;
mod trail;
pub mod update;

use std::io;
use std::time::{Duration, Instant};

use anyhow::Context as _;

use crate::dataset::records::Dataset;
use crate::files;
use action::{Action, Effect, Format};
use front::Front;
use ground::Answer;
use incoming::{Inbox, Incoming, Job, Signal};
use model::Model;
use notes::desk::Desk;
use state::Notice;
use terminal::Terminal;

/// Who has done nothing for so long is reading: there is time to make ready what is likely to be asked for next.
const PAUSE: Duration = Duration::from_millis(5);

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

/// What is told to whoever follows a show.
#[derive(Clone, Copy)]
pub enum Told<'a> {
    /// The talk is on another scene, so long after it began.
    Scene(usize, Duration),
    /// A frame was drawn, at this time: these bytes, of what is in front now.
    Frame(Duration, &'a Front, &'a [u8]),
}

/// A clock that counts from when it was started.
#[derive(Debug, Clone, Copy)]
pub struct Clock {
    start: Instant,
    now: fn() -> Instant,
}

impl Clock {
    /// A clock that starts now.
    #[must_use]
    pub fn start(now: fn() -> Instant) -> Self {
        Self { start: now(), now }
    }

    /// How long it has been running.
    #[must_use]
    pub fn elapsed(&self) -> Duration {
        (self.now)().saturating_duration_since(self.start)
    }
}

/// What a run needs of the world around it.
pub struct Around<Reload, Follow> {
    /// Tells moments apart.
    pub clock: Clock,
    /// Reads the dataset again.
    pub reload: Reload,
    /// Is told each scene of a talk before it is drawn, and each frame.
    pub follow: Follow,
    /// Where the speaker's notes link to the talk, if that was asked for.
    pub desk: Option<Desk>,
}

/// Shows the dashboard, or the talk in front of it, until it ends. Sleeps until something happens; writes only what changed.
///
/// # Errors
/// If the terminal cannot be taken, read or written.
pub fn run(
    front: &mut Front,
    around: Around<impl Fn() -> Result<Dataset, Notice>, impl FnMut(Told<'_>)>,
) -> anyhow::Result<Ended> {
    let Around { clock, reload, mut follow, mut desk } = around;
    let inbox = Inbox::open().context("listening for signals")?;
    let mut terminal = Terminal::enter(front.model().state().mouse).context("taking the terminal")?;
    front.apply(Action::Resize(terminal::size()?), clock.elapsed());
    let mut kept = None;
    tell_scene(front, &mut kept, clock.elapsed(), &mut follow);
    draw(front, &mut terminal, clock, &mut follow)?;
    inbox.listen()?;
    if let Some(desk) = &mut desk {
        desk.open(inbox.sender(), clock)?;
    }
    tell_notes(front, desk.as_ref());
    let mut answer = Answer::default();
    if front.model().state().wants_ground() {
        answer.expect();
        terminal.ask_ground()?;
    }
    loop {
        let (mut quit, mut idle) = (false, true);
        let due = front.wake().map(|due| due.saturating_sub(clock.elapsed()));
        let likely = front.has_likely() && due.is_none_or(|due| due > PAUSE);
        let most = if likely { Some(PAUSE) } else { due };
        for incoming in inbox.wait(most).flat_map(|incoming| answer.hear(incoming)) {
            idle = false;
            let now = clock.elapsed();
            let effect = match incoming {
                Incoming::Ground(ground) => front.apply(Action::Ground(ground), now),
                Incoming::Event(event) => front.event(&event, now),
                Incoming::Signal(Signal::End(number)) => return Ok(Ended::Killed(number)),
                Incoming::Signal(Signal::Resized) => front.apply(Action::Resize(terminal::size()?), now),
                Incoming::Signal(Signal::Stop) => {
                    stop(&mut terminal);
                    None
                }
                Incoming::Signal(Signal::Continue) => {
                    terminal.take(front.model().state().mouse)?;
                    front.apply(Action::Resize(terminal::size()?), now)
                }
                Incoming::Pressed(pressed) => front.remote(pressed.chord, now),
                Incoming::Heard(_) => None,
                Incoming::Closed => return Ok(Ended::Closed),
            };
            let model = front.model_mut();
            match effect {
                Some(Effect::Quit) => {
                    quit = true;
                    break;
                }
                Some(Effect::Reload) => {
                    model.reloaded(reload());
                    front.rebuild();
                }
                Some(Effect::Copy(take)) => model.taken(take).iter().try_for_each(|(_, text)| terminal.copy(text))?,
                Some(Effect::Write(format)) => model.tell(written(model, format)),
                Some(Effect::Mouse) => terminal.set_mouse(model.state().mouse),
                Some(Effect::Suspend) if incoming::can_stop() => {
                    // The whole job stops, as if the terminal had seen the key; our own part of it comes as a signal.
                    terminal.leave();
                    incoming::stop(Job::Whole);
                }
                Some(Effect::Suspend | Effect::Present) | None => {}
            }
        }
        if quit {
            await_answer(&mut answer, &inbox);
            return Ok(Ended::Quit);
        }
        if idle && likely {
            front.model_mut().make_ready();
            continue;
        }
        front.tick(clock.elapsed());
        tell_scene(front, &mut kept, clock.elapsed(), &mut follow);
        tell_notes(front, desk.as_ref());
        draw(front, &mut terminal, clock, &mut follow)?;
    }
}

/// Tells the scene if it is another one: before it is drawn, so that a talk which fails on a scene goes on with that one.
fn tell_scene(front: &Front, kept: &mut Option<usize>, now: Duration, follow: &mut impl FnMut(Told<'_>)) {
    if let Some(scene) = front.scene().filter(|scene| Some(*scene) != *kept) {
        *kept = Some(scene);
        follow(Told::Scene(scene, front.show().map_or(Duration::ZERO, |show| show.elapsed(now))));
    }
}

/// Tells the speaker's notes where the talk stands: before it is drawn, so that they never lag behind what can be seen.
fn tell_notes(front: &Front, desk: Option<&Desk>) {
    if let Some(desk) = desk
        && let Some(told) = front.told()
    {
        desk.tell(told);
    }
}

/// Takes in an answer that is still on its way, so that it does not land on the command line of the shell.
fn await_answer(answer: &mut Answer, inbox: &Inbox) {
    /// Longer than a terminal of this machine takes, shorter than a person notices.
    const MOST: Duration = Duration::from_millis(100);
    while answer.is_expected() {
        let incoming: Vec<Incoming> = inbox.wait(Some(MOST)).collect();
        let Some(last) = incoming.into_iter().map(|incoming| answer.hear(incoming).len()).last() else { return };
        if last > 0 {
            // Keys and clicks have no meaning any more, and would keep us waiting.
            return;
        }
    }
}

/// Writes the view into a new file of the working folder, and says where or why not.
fn written(model: &Model, format: Format) -> Notice {
    match files::write_new(&model.file_name(), format.extension(), &model.printed(format)) {
        Ok(name) => Notice::Written(name),
        Err(error) => Notice::NotWritten(files::not_made(&error)),
    }
}

/// Draws, unless the terminal is not ours at the moment.
fn draw(front: &Front, terminal: &mut Terminal, clock: Clock, follow: &mut impl FnMut(Told<'_>)) -> io::Result<()> {
    if !terminal.is_held() {
        return Ok(());
    }
    let (size, now) = (front.model().state().size, clock.elapsed());
    let frame = terminal.draw(size, front.links(), |area, buf| front.draw(area, buf))?;
    if !frame.is_empty() {
        follow(Told::Frame(now, front, &frame));
    }
    Ok(())
}

/// Stops with the terminal given back; where nobody could continue us, does not stop.
fn stop(terminal: &mut Terminal) {
    if incoming::can_stop() {
        terminal.leave();
        incoming::stop(Job::Us);
    }
}

#[cfg(test)]
mod tests {
    use ratatui::crossterm::event::{Event, KeyCode, KeyEvent, KeyModifiers};

    use super::*;

    fn keys(text: &str, first: KeyModifiers) -> impl Iterator<Item = Incoming> {
        text.chars().enumerate().map(move |(place, sign)| {
            let modifiers = if place == 0 { first } else { KeyModifiers::NONE };
            Incoming::Event(Event::Key(KeyEvent::new(KeyCode::Char(sign), modifiers)))
        })
    }

    #[test]
    fn an_answer_on_its_way_is_taken_in_before_the_terminal_is_given_back() {
        let end = Incoming::Event(Event::Key(KeyEvent::new(KeyCode::Char('g'), KeyModifiers::CONTROL)));
        let inbox = Inbox::with(keys("]11;rgb:0000/0000/0000", KeyModifiers::ALT).chain([end]));
        let mut answer = Answer::default();
        answer.expect();
        await_answer(&mut answer, &inbox);
        assert!(!answer.is_expected(), "the answer was left behind");
        assert_eq!(inbox.wait(Some(Duration::ZERO)).count(), 0);
    }

    #[test]
    fn nobody_waits_for_an_answer_that_was_not_asked_for_or_behind_other_keys() {
        let inbox = Inbox::with(keys("jj", KeyModifiers::NONE));
        await_answer(&mut Answer::default(), &inbox);
        assert_eq!(inbox.wait(Some(Duration::ZERO)).count(), 2, "something was taken away");
        let inbox = Inbox::with(keys("jj", KeyModifiers::NONE));
        let mut answer = Answer::default();
        answer.expect();
        await_answer(&mut answer, &inbox);
        assert!(answer.is_expected());
    }
}
