//! ⑤ The dashboard: what is on screen, what a key means, what changes.
//!
//! Where to start: [`run`], the loop; [`crate::app::dashboard::model::Model`], everything but the terminal; [`crate::app::input::keys::table::KEYS`], the table of keys.

pub mod app_state;
pub mod dashboard;
pub mod input;
pub mod line_mode;
pub mod notes;
pub mod present;
pub mod recording;
pub mod terminal;

use std::io;
use std::time::{Duration, Instant};

use anyhow::Context as _;

use crate::app::app_state::App;
use crate::app::dashboard::action::{Action, Effect, Format};
use crate::app::dashboard::model::Model;
use crate::app::dashboard::state::Notice;
use crate::app::notes::server::NotesServer;
use crate::app::terminal::background::BackgroundReader;
use crate::app::terminal::events::{AppEvent, EventQueue, Signal, SuspendScope};
use crate::dataset::records::Dataset;
use crate::files;

use terminal::Terminal;

/// Why the dashboard ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ExitReason {
    /// The person was done.
    Quit,
    /// The terminal was closed.
    TerminalClosed,
    /// A signal asked for it.
    Killed(i32),
}

/// What is told to whoever follows a show.
#[derive(Clone, Copy)]
pub enum RunEvent<'a> {
    /// The talk is on another scene, so long after it began.
    SceneChanged(usize, Duration),
    /// A frame was drawn, at this time: these bytes, of what is in front now.
    FrameDrawn(Duration, &'a App, &'a [u8]),
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
pub struct RunInputs<Reload, OnEvent> {
    /// Tells moments apart.
    pub clock: Clock,
    /// Reads the dataset again.
    pub reload: Reload,
    /// Is told each scene of a talk before it is drawn, and each frame.
    pub on_event: OnEvent,
    /// Where the speaker's notes link to the talk, if that was asked for.
    pub notes_server: Option<NotesServer>,
}

/// Shows the dashboard, or the talk in front of it, until it ends. Sleeps until something happens; writes only what changed.
///
/// # Errors
/// If the terminal cannot be taken, read or written.
pub fn run(
    app: &mut App,
    environment: RunInputs<impl Fn() -> Result<Dataset, Notice>, impl FnMut(RunEvent<'_>)>,
) -> anyhow::Result<ExitReason> {
    let RunInputs { clock, reload, mut on_event, mut notes_server } = environment;
    let queue = EventQueue::open().context("listening for signals")?;
    let mut terminal = Terminal::enter(app.model().state().mouse).context("taking the terminal")?;
    app.apply(Action::Resize(terminal::size()?), clock.elapsed());
    let mut last_scene = None;
    report_scene(app, &mut last_scene, clock.elapsed(), &mut on_event);
    draw_frame(app, &mut terminal, clock, &mut on_event)?;
    queue.start_input()?;
    if let Some(notes_server) = &mut notes_server {
        notes_server.start(queue.sender(), clock)?;
    }
    publish_to_notes(app, notes_server.as_ref());
    let mut reader = BackgroundReader::default();
    if app.model().state().wants_background_query() {
        reader.expect();
        terminal.query_background()?;
    }
    loop {
        let mut quit = false;
        let due = app.next_wake().map(|due| due.saturating_sub(clock.elapsed()));
        for incoming in queue.wait(due).flat_map(|incoming| reader.receive(incoming)) {
            let now = clock.elapsed();
            let effect = match incoming {
                AppEvent::Background(ground) => app.apply(Action::SetBackground(ground), now),
                AppEvent::Input(event) => app.event(&event, now),
                AppEvent::Signal(Signal::Terminate(number)) => return Ok(ExitReason::Killed(number)),
                AppEvent::Signal(Signal::Resized) => app.apply(Action::Resize(terminal::size()?), now),
                AppEvent::Signal(Signal::Suspend) => {
                    suspend(&mut terminal);
                    None
                }
                AppEvent::Signal(Signal::Continue) => {
                    terminal.acquire(app.model().state().mouse)?;
                    app.apply(Action::Resize(terminal::size()?), now)
                }
                AppEvent::RemoteKey(pressed) => app.remote_key(pressed.chord, now),
                AppEvent::TalkUpdate(_) => None,
                AppEvent::TerminalClosed => return Ok(ExitReason::TerminalClosed),
            };
            let model = app.model_mut();
            match effect {
                Some(Effect::Quit) => {
                    quit = true;
                    break;
                }
                Some(Effect::Reload) => {
                    model.apply_reload(reload());
                    app.rebuild_talk();
                }
                Some(Effect::Copy(take)) => {
                    model.copied_text(take).iter().try_for_each(|(_, text)| terminal.copy(text))?
                }
                Some(Effect::Write(format)) => model.tell(export_view(model, format)),
                Some(Effect::SetMouse) => terminal.set_mouse(model.state().mouse),
                Some(Effect::Suspend) if crate::app::terminal::events::can_suspend() => {
                    // The whole job stops, as if the terminal had seen the key; our own part of it comes as a signal.
                    terminal.release();
                    crate::app::terminal::events::suspend(SuspendScope::WholeJob);
                }
                Some(Effect::Suspend | Effect::Present) | None => {}
            }
        }
        if quit {
            await_background_reply(&mut reader, &queue);
            return Ok(ExitReason::Quit);
        }
        app.tick(clock.elapsed());
        report_scene(app, &mut last_scene, clock.elapsed(), &mut on_event);
        publish_to_notes(app, notes_server.as_ref());
        draw_frame(app, &mut terminal, clock, &mut on_event)?;
    }
}

/// Tells the scene if it is another one: before it is drawn, so that a talk which fails on a scene goes on with that one.
fn report_scene(app: &App, last_scene: &mut Option<usize>, now: Duration, on_event: &mut impl FnMut(RunEvent<'_>)) {
    if let Some(scene) = app.scene().filter(|scene| Some(*scene) != *last_scene) {
        *last_scene = Some(scene);
        on_event(RunEvent::SceneChanged(scene, app.talk().map_or(Duration::ZERO, |show| show.elapsed(now))));
    }
}

/// Tells the speaker's notes where the talk stands: before it is drawn, so that they never lag behind what can be seen.
fn publish_to_notes(app: &App, notes_server: Option<&NotesServer>) {
    if let Some(notes_server) = notes_server
        && let Some(snapshot) = app.snapshot()
    {
        notes_server.tell(snapshot);
    }
}

/// Takes in an answer that is still on its way, so that it does not land on the command line of the shell.
fn await_background_reply(reader: &mut BackgroundReader, queue: &EventQueue) {
    /// Longer than a terminal of this machine takes, shorter than a person notices.
    const MAX_WAIT: Duration = Duration::from_millis(100);
    while reader.is_expected() {
        let incoming: Vec<AppEvent> = queue.wait(Some(MAX_WAIT)).collect();
        let Some(last) = incoming.into_iter().map(|incoming| reader.receive(incoming).len()).last() else { return };
        if last > 0 {
            // Keys and clicks have no meaning any more, and would keep us waiting.
            return;
        }
    }
}

/// Writes the view into a new file of the working folder, and says where or why not.
fn export_view(model: &Model, format: Format) -> Notice {
    match files::write_new(&model.file_name(), format.extension(), &model.export(format)) {
        Ok(name) => Notice::Written(name),
        Err(error) => Notice::NotWritten(files::creation_failure_message(&error)),
    }
}

/// Draws, unless the terminal is not ours at the moment.
fn draw_frame(
    app: &App,
    terminal: &mut Terminal,
    clock: Clock,
    on_event: &mut impl FnMut(RunEvent<'_>),
) -> io::Result<()> {
    if !terminal.is_held() {
        return Ok(());
    }
    let (size, now) = (app.model().state().size, clock.elapsed());
    let frame = terminal.draw(size, app.links(), |area, buf| app.draw(area, buf))?;
    if !frame.is_empty() {
        on_event(RunEvent::FrameDrawn(now, app, &frame));
    }
    Ok(())
}

/// Stops with the terminal given back; where nobody could continue us, does not stop.
fn suspend(terminal: &mut Terminal) {
    if crate::app::terminal::events::can_suspend() {
        terminal.release();
        crate::app::terminal::events::suspend(SuspendScope::ThisProcess);
    }
}

#[cfg(test)]
mod tests {
    use ratatui::crossterm::event::{Event, KeyCode, KeyEvent, KeyModifiers};

    use super::*;

    fn keys(text: &str, first: KeyModifiers) -> impl Iterator<Item = AppEvent> {
        text.chars().enumerate().map(move |(place, sign)| {
            let modifiers = if place == 0 { first } else { KeyModifiers::NONE };
            AppEvent::Input(Event::Key(KeyEvent::new(KeyCode::Char(sign), modifiers)))
        })
    }

    #[test]
    fn an_answer_on_its_way_is_taken_in_before_the_terminal_is_given_back() {
        let end = AppEvent::Input(Event::Key(KeyEvent::new(KeyCode::Char('g'), KeyModifiers::CONTROL)));
        let queue = EventQueue::with(keys("]11;rgb:0000/0000/0000", KeyModifiers::ALT).chain([end]));
        let mut reader = BackgroundReader::default();
        reader.expect();
        await_background_reply(&mut reader, &queue);
        assert!(!reader.is_expected(), "the answer was left behind");
        assert_eq!(queue.wait(Some(Duration::ZERO)).count(), 0);
    }

    #[test]
    fn nobody_waits_for_an_answer_that_was_not_asked_for_or_behind_other_keys() {
        let queue = EventQueue::with(keys("jj", KeyModifiers::NONE));
        await_background_reply(&mut BackgroundReader::default(), &queue);
        assert_eq!(queue.wait(Some(Duration::ZERO)).count(), 2, "something was taken away");
        let queue = EventQueue::with(keys("jj", KeyModifiers::NONE));
        let mut reader = BackgroundReader::default();
        reader.expect();
        await_background_reply(&mut reader, &queue);
        assert!(reader.is_expected());
    }
}
