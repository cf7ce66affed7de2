//! The loop over the terminal, its events and the speaker's notes.

use std::io;
use std::time::Duration;

use anyhow::Context as _;

use crate::app::action::{Action, Effect};
use crate::app::app_state::App;
use crate::app::dashboard::notice::Notice;
use crate::app::notes::server::NotesServer;
use crate::app::run_types::{Clock, ExitReason};
use crate::app::terminal;
use crate::app::terminal::events::{AppEvent, EventQueue};
use crate::app::terminal::session::Terminal;
use crate::app::terminal::signals::{Signal, SuspendScope};
use crate::dataset::records::Dataset;

/// What an observer of a run is told.
#[derive(Clone, Copy)]
pub enum RunEvent<'a> {
    /// The talk shows the scene with this index, so long after it began.
    SceneChanged(usize, Duration),
    /// A frame was drawn at this time, with these bytes.
    FrameDrawn(Duration, &'a App, &'a [u8]),
}

/// What a run needs besides the app.
pub struct RunInputs<Reload, OnEvent> {
    /// The clock of the run.
    pub clock: Clock,
    /// Reloads the dataset.
    pub reload: Reload,
    /// Observes each scene of a talk before it is drawn, and each frame.
    pub on_event: OnEvent,
    /// The server for the speaker's notes, if it was requested.
    pub notes_server: Option<NotesServer>,
}

/// Runs the dashboard or the talk until it ends. Sleeps until an event arrives; writes only what changed.
///
/// # Errors
/// If the terminal cannot be taken, read or written.
pub fn run(
    app: &mut App,
    inputs: RunInputs<impl Fn() -> Result<Dataset, Notice>, impl FnMut(RunEvent<'_>)>,
) -> anyhow::Result<ExitReason> {
    let RunInputs { clock, reload, mut on_event, mut notes_server } = inputs;
    let mut queue = EventQueue::open().context("listening for signals")?;
    let mut terminal = Terminal::enter(app.model().state().session.mouse).context("taking the terminal")?;
    app.apply(Action::Resize(terminal::session::size()?), clock.elapsed());
    let expected = app.model().state().queries();
    queue.expect(expected);
    if expected.sign_width {
        terminal.query_sign_width();
    }
    let mut last_scene = None;
    report_scene(app, &mut last_scene, clock.elapsed(), &mut on_event);
    draw_frame(app, &mut terminal, clock, &mut on_event)?;
    queue.start_input()?;
    if let Some(notes_server) = &mut notes_server {
        notes_server.start(queue.remote_sender(), clock)?;
    }
    publish_to_notes(app, notes_server.as_ref());
    if expected.background {
        terminal.query_background()?;
    }
    loop {
        let mut quit = false;
        let due = app.next_wake().map(|due| due.saturating_sub(clock.elapsed()));
        for incoming in queue.wait(due) {
            let now = clock.elapsed();
            let effect = match incoming {
                AppEvent::Background(background) => app.apply(Action::SetBackground(background), now),
                AppEvent::WideSigns => {
                    app.model_mut().set_notice(Notice::WideSigns);
                    None
                }
                AppEvent::Input(event) => app.event(&event, now),
                AppEvent::Signal(Signal::Terminate(number)) => return Ok(ExitReason::Killed(number)),
                AppEvent::Signal(Signal::Resized) => app.apply(Action::Resize(terminal::session::size()?), now),
                AppEvent::Signal(Signal::Suspend) => {
                    terminal.suspend(SuspendScope::ThisProcess);
                    None
                }
                AppEvent::Signal(Signal::Continue) => {
                    terminal.resume(app.model().state().session.mouse)?;
                    app.apply(Action::Resize(terminal::session::size()?), now)
                }
                AppEvent::Remote(pressed) => app.remote_key(pressed.chord, now),
                AppEvent::TerminalClosed => return Ok(ExitReason::TerminalClosed),
            };
            match effect {
                Some(Effect::Quit) => {
                    quit = true;
                    break;
                }
                Some(Effect::Reload) => {
                    app.model_mut().apply_reload(reload());
                    app.rebuild_talk();
                }
                Some(Effect::Copy(request)) => {
                    app.model().copied_text(request).iter().try_for_each(|(_, text)| terminal.copy(text))?;
                }
                Some(Effect::Write(format)) => {
                    let notice = app.model().write_export(format);
                    app.model_mut().set_notice(notice);
                }
                Some(Effect::SetMouse) => terminal.set_mouse(app.model().state().session.mouse),
                Some(Effect::Suspend) => terminal.suspend(SuspendScope::WholeJob),
                Some(Effect::Present | Effect::OpenDashboard(_) | Effect::LeaveTalk) | None => {}
            }
        }
        if quit {
            queue.drain_replies();
            return Ok(ExitReason::Quit);
        }
        app.tick(clock.elapsed());
        report_scene(app, &mut last_scene, clock.elapsed(), &mut on_event);
        publish_to_notes(app, notes_server.as_ref());
        draw_frame(app, &mut terminal, clock, &mut on_event)?;
    }
}

/// Reports a new scene before it is drawn, so that a talk that fails on it can resume with it.
fn report_scene(app: &App, last_scene: &mut Option<usize>, now: Duration, on_event: &mut impl FnMut(RunEvent<'_>)) {
    if let Some(scene) = app.scene().filter(|scene| Some(*scene) != *last_scene) {
        *last_scene = Some(scene);
        on_event(RunEvent::SceneChanged(scene, app.talk().map_or(Duration::ZERO, |talk| talk.elapsed(now))));
    }
}

/// Publishes the talk before it is drawn, so that the notes never lag behind the screen.
fn publish_to_notes(app: &App, notes_server: Option<&NotesServer>) {
    if let Some(notes_server) = notes_server
        && let Some(snapshot) = app.snapshot()
    {
        notes_server.publish(snapshot);
    }
}

/// Draws, unless the terminal is released.
fn draw_frame(
    app: &App,
    terminal: &mut Terminal,
    clock: Clock,
    on_event: &mut impl FnMut(RunEvent<'_>),
) -> io::Result<()> {
    if !terminal.is_held() {
        return Ok(());
    }
    let (size, now) = (app.model().state().look.size, clock.elapsed());
    let frame = terminal.draw(size, app.links(), |area, buf| app.draw(area, buf))?;
    if !frame.is_empty() {
        on_event(RunEvent::FrameDrawn(now, app, &frame));
    }
    Ok(())
}
