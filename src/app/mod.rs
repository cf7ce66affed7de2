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
use crate::app::terminal::events::{AppEvent, EventQueue};
use crate::app::terminal::session::Terminal;
use crate::app::terminal::signals::{Signal, SuspendScope};
use crate::dataset::records::Dataset;
use crate::files;

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
    let mut queue = EventQueue::open().context("listening for signals")?;
    let mut terminal = Terminal::enter(app.model().state().mouse).context("taking the terminal")?;
    app.apply(Action::Resize(terminal::session::size()?), clock.elapsed());
    let mut last_scene = None;
    report_scene(app, &mut last_scene, clock.elapsed(), &mut on_event);
    draw_frame(app, &mut terminal, clock, &mut on_event)?;
    queue.start_input()?;
    if let Some(notes_server) = &mut notes_server {
        notes_server.start(queue.remote_sender(), clock)?;
    }
    publish_to_notes(app, notes_server.as_ref());
    if app.model().state().wants_background_query() {
        queue.expect_background_reply();
        terminal.query_background()?;
    }
    loop {
        let mut quit = false;
        let due = app.next_wake().map(|due| due.saturating_sub(clock.elapsed()));
        for incoming in queue.wait(due) {
            let now = clock.elapsed();
            let effect = match incoming {
                AppEvent::Background(ground) => app.apply(Action::SetBackground(ground), now),
                AppEvent::Input(event) => app.event(&event, now),
                AppEvent::Signal(Signal::Terminate(number)) => return Ok(ExitReason::Killed(number)),
                AppEvent::Signal(Signal::Resized) => app.apply(Action::Resize(terminal::session::size()?), now),
                AppEvent::Signal(Signal::Suspend) => {
                    terminal.suspend(SuspendScope::ThisProcess);
                    None
                }
                AppEvent::Signal(Signal::Continue) => {
                    terminal.acquire(app.model().state().mouse)?;
                    app.apply(Action::Resize(terminal::session::size()?), now)
                }
                AppEvent::Remote(pressed) => app.remote_key(pressed.chord, now),
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
                Some(Effect::Suspend) => terminal.suspend(SuspendScope::WholeJob),
                Some(Effect::Present) | None => {}
            }
        }
        if quit {
            queue.drain_background_reply();
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
        notes_server.publish(snapshot);
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
