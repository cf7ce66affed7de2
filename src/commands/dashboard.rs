//! The dashboard, on the whole screen or in line mode.

use std::io::{self, ErrorKind};

use crate::app::app_state::App;
use crate::app::dashboard::model::Model;
use crate::app::dashboard::state::State;
use crate::app::{self, Clock, ExitReason, RunEvent, RunInputs};
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
    let reload = || reload_dataset(&settings.dataset);
    Ok(session_output(app::run(&mut app, RunInputs { clock, reload, on_event, notes_server: None })))
}

/// The state of the dashboard at its start.
pub(super) fn initial_state(settings: &Settings) -> State {
    let state = State::new(settings.today, settings.language, settings.paint);
    State {
        known: settings.as_of,
        theme: settings.theme_origin,
        keymap: settings.keymap.clone(),
        mouse: settings.mouse,
        motion: settings.motion,
        capabilities: settings.capabilities,
        // Set here so that the first page is built only once. A missing terminal is reported when it is entered.
        size: app::terminal::size().unwrap_or(state.size),
        ..state
    }
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
    let state = State {
        known: settings.as_of,
        ..State::new(settings.today, settings.language, settings.print_paint).with_size((120, 36))
    };
    let prompt = if environment.interactivity == Interactivity::Interactive { "> " } else { "" };
    let session =
        app::line_mode::run(Model::new(data, state), prompt, io::stdin().lock(), app::terminal::line_output());
    Ok(line_mode_output(session))
}

/// The output of a command after line mode. A reader that closes the pipe is no failure.
pub(super) fn line_mode_output(session: io::Result<()>) -> CommandOutput {
    match session {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => failure(Exit::Environment, error),
        _ => CommandOutput::success(String::new()),
    }
}
