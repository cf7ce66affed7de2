//! `planfact notes`: the speaker's notes on a terminal, in line mode, or printed once.

use std::io::{self, BufReader};
use std::path::{Path, PathBuf};

use crate::app::notes::clock::NotesClock;
use crate::app::notes::console::Console;
use crate::app::notes::event_loop::NotesOptions;
use crate::app::notes::server::NotesServer;
use crate::app::notes::update::TalkUpdate;
use crate::app::notes::{self, client};
use crate::app::run_types::Clock;
use crate::app::terminal;
use crate::commands::dashboard::{initial_state, line_mode_output, session_output};
use crate::commands::output::{CommandOutput, Exit, failure};
use crate::files::private;
use crate::settings::environment::{HostEnvironment, Interactivity};
use crate::settings::resolve::Settings;

pub(super) fn notes(settings: &Settings, environment: &HostEnvironment) -> CommandOutput {
    if cfg!(not(unix)) {
        return failure(Exit::Environment, "speaker's notes are not available on this system");
    }
    if !environment.can_show_dashboard() {
        return match environment.interactivity {
            Interactivity::Interactive => run_line_mode(settings, environment),
            Interactivity::Batch => print_once(settings, environment),
        };
    }
    let (console, clock) = start_console(settings, environment);
    let options =
        NotesOptions { mouse: settings.mouse, queries_background: initial_state(settings).queries().background };
    session_output(notes::event_loop::run(console, socket_path(environment), options, clock))
}

pub(super) fn run_line_mode(settings: &Settings, environment: &HostEnvironment) -> CommandOutput {
    let (console, clock) = start_console(settings, environment);
    let (input, output) = (BufReader::new(io::stdin()), terminal::session::line_output());
    line_mode_output(notes::line_mode::run(console, socket_path(environment), clock, input, output))
}

/// The current scene of the talk, or that no talk accepts notes.
fn print_once(settings: &Settings, environment: &HostEnvironment) -> CommandOutput {
    let (mut console, clock) = start_console(settings, environment);
    let mut lines = vec![console.words().get("notes-none-on")];
    if let Some((snapshot, now)) = client::fetch_snapshot(&socket_path(environment)) {
        console.receive(TalkUpdate::Snapshot(Box::new(snapshot), now), clock.now());
        lines = notes::line_mode::scene_lines(&console);
    }
    CommandOutput::success(lines.join("\n") + "\n")
}

fn start_console(settings: &Settings, environment: &HostEnvironment) -> (Console, NotesClock) {
    let clock = NotesClock { clock: Clock::start(environment.clock), time_of_day: environment.time_of_day };
    (Console::new(settings.language, settings.paint, clock.now()), clock)
}

/// The socket of a talk that accepts notes.
pub(super) fn bind_server(environment: &HostEnvironment) -> Result<NotesServer, CommandOutput> {
    NotesServer::bind(&socket_path(environment))
        .map_err(|error| failure(Exit::Environment, format_args!("--notes: {error}")))
}

/// Where talk and notes meet: in the runtime folder of the user, or else in a private folder among the temporary files. A
/// runtime folder that belongs to another user, as after `su`, is not used.
fn socket_path(environment: &HostEnvironment) -> PathBuf {
    let absolute = |name| environment.var(name).map(Path::new).filter(|path| path.is_absolute());
    let folder = match absolute("XDG_RUNTIME_DIR").filter(|path| private::is_owned_folder(path)) {
        Some(runtime) => runtime.join("planfact"),
        None => absolute("TMPDIR").unwrap_or(Path::new("/tmp")).join(format!("planfact-{}", private::user_id())),
    };
    folder.join("notes.sock")
}
