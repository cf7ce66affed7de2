//! The speaker's notes: on a terminal the notes, on one that can only write on a conversation, elsewhere their text once.

use std::io::{self, BufReader};
use std::path::{Path, PathBuf};

use super::{Exit, Outcome, ended, failure};
use crate::app::notes::console::Console;
use crate::app::notes::desk::Desk;
use crate::app::notes::{self, Heard, Manner, Watch, link};
use crate::app::{Clock, terminal};
use crate::files::private;
use crate::settings::{Reader, Settings, World};

/// Shows the notes of the talk that is on.
pub(super) fn notes(settings: &Settings, world: &World) -> Outcome {
    if cfg!(not(unix)) {
        return failure(Exit::Environment, "speaker's notes are not available on this system");
    }
    if !world.has_screen() {
        return if world.reader == Reader::Person { plain(settings, world) } else { once(settings, world) };
    }
    let (console, watch) = begin(settings, world);
    let manner = Manner { mouse: settings.mouse, asks_ground: super::begun(settings).wants_ground() };
    ended(notes::run(console, socket(world), manner, watch))
}

/// The notes as a conversation.
pub(super) fn plain(settings: &Settings, world: &World) -> Outcome {
    let (console, watch) = begin(settings, world);
    match notes::plain::run(console, socket(world), watch, (BufReader::new(io::stdin()), terminal::lines())) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => failure(Exit::Environment, error),
        _ => Outcome::fine(String::new()),
    }
}

/// What the talk tells now, printed; or that there is none.
fn once(settings: &Settings, world: &World) -> Outcome {
    let (mut console, watch) = begin(settings, world);
    let mut lines = vec![console.words().get("notes-none-on")];
    if let Some((told, now)) = link::once(&socket(world)) {
        console.hear(Heard::Told(Box::new(told), now), watch.time());
        lines = notes::plain::scene(&console);
    }
    Outcome::fine(lines.join("\n") + "\n")
}

fn begin(settings: &Settings, world: &World) -> (Console, Watch) {
    let watch = Watch { clock: Clock::start(world.clock), wall: world.wall };
    (Console::new(settings.language, settings.paint, watch.time()), watch)
}

/// Where the notes can link to the talk.
pub(super) fn desk(world: &World) -> Result<Desk, Outcome> {
    Desk::bind(&socket(world)).map_err(|refused| failure(Exit::Environment, format_args!("--notes: {refused}")))
}

/// Where talk and notes find each other: in the person's folder for such things, or else in one of their own among the
/// temporary files. A folder that the environment names and that belongs to somebody else, as after `su`, does not count.
fn socket(world: &World) -> PathBuf {
    let runtime = world.var("XDG_RUNTIME_DIR").map(Path::new);
    let runtime = runtime.filter(|path| path.is_absolute() && private::is_own_folder(path));
    let folder = runtime.map_or_else(|| temporary(world), |path| path.join("planfact"));
    folder.join("notes.sock")
}

fn temporary(world: &World) -> PathBuf {
    let folder = world.var("TMPDIR").map(Path::new).filter(|path| path.is_absolute()).unwrap_or(Path::new("/tmp"));
    folder.join(format!("planfact-{}", private::person()))
}
