//! The dashboard, on the whole screen or in line mode.

use std::io::{self, ErrorKind};

use crate::app;
use crate::app::app_state::App;
use crate::app::dashboard::model::Model;
use crate::app::dashboard::state::{Session, State};
use crate::app::event_loop::{RunEvent, RunInputs};
use crate::app::look::Look;
use crate::app::run_types::{Clock, ExitReason};
use crate::commands::inputs::{load_app_data, reload_dataset};
use crate::commands::output::{CommandOutput, Exit, failure};
use crate::commands::talk_position;
use crate::settings::environment::{HostEnvironment, Interactivity};
use crate::settings::resolve::Settings;

pub(super) fn run(settings: &Settings, environment: &HostEnvironment) -> Result<CommandOutput, CommandOutput> {
    let data = load_app_data(settings)?;
    let clock = Clock::start(environment.clock);
    let save_position = talk_position::saver(&data, environment);
    let mut app = App::with_dashboard(Model::new(data, initial_state(settings)));
    let on_event = |event: RunEvent<'_>| {
        if let RunEvent::SceneChanged(scene, elapsed) = event {
            save_position(scene, elapsed);
        }
    };
    let reload = || reload_dataset(&settings.dataset, settings.language);
    Ok(session_output(app::event_loop::run(&mut app, RunInputs { clock, reload, on_event, notes_server: None })))
}

/// The state of the dashboard at its start.
pub(super) fn initial_state(settings: &Settings) -> State {
    let mut state = State::new(settings.today, settings.language, settings.paint);
    state.viewed.known = settings.as_of;
    // The first page is built for this size; an unknown size is an error only when the terminal is entered.
    let size = app::terminal::session::size().unwrap_or(state.look.size);
    state.look = Look { theme_origin: settings.theme_origin, motion: settings.motion, size, ..state.look };
    let (keymap, mouse, capabilities) = (settings.keymap.clone(), settings.mouse, settings.capabilities);
    state.session = Session { keymap, mouse, capabilities, ..state.session };
    state
}

/// The output of a command after a session on the terminal.
pub(super) fn session_output(session: anyhow::Result<ExitReason>) -> CommandOutput {
    match session {
        Ok(ExitReason::Quit | ExitReason::TerminalClosed) => CommandOutput::success(String::new()),
        Ok(ExitReason::Killed(signal)) => {
            CommandOutput { exit: Exit::Killed(signal), ..CommandOutput::success(String::new()) }
        }
        Err(error) => failure(Exit::Environment, format_args!("the terminal: {error:#}")),
    }
}

pub(super) fn run_line_mode(
    settings: &Settings,
    environment: &HostEnvironment,
) -> Result<CommandOutput, CommandOutput> {
    let data = load_app_data(settings)?;
    let mut state = State::new(settings.today, settings.language, settings.print_paint).with_size((120, 36));
    state.viewed.known = settings.as_of;
    let prompt = if environment.interactivity == Interactivity::Interactive { "> " } else { "" };
    let session = app::line_mode::dashboard::run(
        Model::new(data, state),
        prompt,
        io::stdin().lock(),
        app::terminal::session::line_output(),
    );
    Ok(line_mode_output(session))
}

/// The output of a command after line mode. A reader that closes the pipe is no failure.
pub(super) fn line_mode_output(session: io::Result<()>) -> CommandOutput {
    match session {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => failure(Exit::Environment, error),
        _ => CommandOutput::success(String::new()),
    }
}
