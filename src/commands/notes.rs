//! The speaker's notes: on a terminal the notes, on one that can only write on a conversation, elsewhere their text once.

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
use crate::commands::{CommandOutput, Exit, failure, session_output};
use crate::files::private;
use crate::settings::{HostEnvironment, Interactivity, Settings};

/// Shows the notes of the talk that is on.
pub(super) fn notes(settings: &Settings, environment: &HostEnvironment) -> CommandOutput {
    if cfg!(not(unix)) {
        return failure(Exit::Environment, "speaker's notes are not available on this system");
    }
    if !environment.can_show_dashboard() {
        return if environment.interactivity == Interactivity::Interactive {
            run_line_mode(settings, environment)
        } else {
            print_once(settings, environment)
        };
    }
    let (console, watch) = start_console(settings, environment);
    let manner = NotesOptions {
        mouse: settings.mouse,
        queries_background: crate::commands::initial_state(settings).wants_background_query(),
    };
    session_output(notes::event_loop::run(console, socket_path(environment), manner, watch))
}

/// The notes as a conversation.
pub(super) fn run_line_mode(settings: &Settings, environment: &HostEnvironment) -> CommandOutput {
    let (console, watch) = start_console(settings, environment);
    match notes::line_mode::run(
        console,
        socket_path(environment),
        watch,
        BufReader::new(io::stdin()),
        terminal::session::line_output(),
    ) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => failure(Exit::Environment, error),
        _ => CommandOutput::success(String::new()),
    }
}

/// What the talk tells now, printed; or that there is none.
fn print_once(settings: &Settings, environment: &HostEnvironment) -> CommandOutput {
    let (mut console, watch) = start_console(settings, environment);
    let mut lines = vec![console.words().get("notes-none-on")];
    if let Some((told, now)) = client::fetch_snapshot(&socket_path(environment)) {
        console.receive(TalkUpdate::Snapshot(Box::new(told), now), watch.now());
        lines = notes::line_mode::scene_lines(&console);
    }
    CommandOutput::success(lines.join("\n") + "\n")
}

fn start_console(settings: &Settings, environment: &HostEnvironment) -> (Console, NotesClock) {
    let watch = NotesClock { clock: Clock::start(environment.clock), time_of_day: environment.time_of_day };
    (Console::new(settings.language, settings.paint, watch.now()), watch)
}

/// Where the notes can link to the talk.
pub(super) fn bind_server(environment: &HostEnvironment) -> Result<NotesServer, CommandOutput> {
    NotesServer::bind(&socket_path(environment))
        .map_err(|refused| failure(Exit::Environment, format_args!("--notes: {refused}")))
}

/// Where talk and notes find each other: in the person's folder for such things, or else in one of their own among the
/// temporary files. A folder that the environment names and that belongs to somebody else, as after `su`, does not count.
fn socket_path(environment: &HostEnvironment) -> PathBuf {
    let runtime = environment.var("XDG_RUNTIME_DIR").map(Path::new);
    let runtime = runtime.filter(|path| path.is_absolute() && private::is_owned_folder(path));
    let folder = runtime.map_or_else(|| temporary_folder(environment), |path| path.join("planfact"));
    folder.join("notes.sock")
}

fn temporary_folder(environment: &HostEnvironment) -> PathBuf {
    let folder =
        environment.var("TMPDIR").map(Path::new).filter(|path| path.is_absolute()).unwrap_or(Path::new("/tmp"));
    folder.join(format!("planfact-{}", private::user_id()))
}
