//! The settings: from the flags, the environment and the settings file; and printed.

use std::fmt::Write as _;
use std::io::ErrorKind;

use super::{Exit, Outcome, failure, name_of, pictures};
use crate::cli::Options;
use crate::files::{self, Reason};
use crate::settings::file::{self, Asked};
use crate::settings::{Named, Settings, World, show};

/// The settings in force.
pub(super) fn settings(options: &Options, world: &World) -> Result<Settings, Outcome> {
    let asked = asked(options, world)?;
    Settings::new(options, world, &asked).map_err(|wrong| failure(Exit::Usage, wrong))
}

/// What the settings file asks for; nothing where there is none and nobody named one.
fn asked(options: &Options, world: &World) -> Result<Asked, Outcome> {
    let Some((path, named)) = world.settings_file(options) else { return Ok(Asked::default()) };
    let text = match files::read(&path) {
        Ok(text) => text,
        Err(unreadable) => {
            let is_none = matches!(&unreadable.reason, Reason::System(error) if is_missing(error.kind()));
            let fine = is_none && named == Named::ByHabit;
            return if fine { Ok(Asked::default()) } else { Err(failure(Exit::Environment, unreadable)) };
        }
    };
    file::read(&text).map_err(|problems| {
        let mut err = pictures(&problems, &text, &path, usize::MAX);
        let _ = writeln!(err, "planfact: {}: {} to mend", name_of(&path), problems.len());
        Outcome { out: String::new(), err, exit: Exit::Usage }
    })
}

/// Nothing is there, or what should be a folder on the way is none.
fn is_missing(kind: ErrorKind) -> bool {
    matches!(kind, ErrorKind::NotFound | ErrorKind::NotADirectory)
}

/// The settings as a file that would ask for them.
pub(super) fn show(settings: &Settings, options: &Options, world: &World) -> String {
    let file = world.settings_file(options).map(|(path, _)| (path.display().to_string(), files::read(&path).is_ok()));
    show::text(settings, file.as_ref().map(|(path, is_there)| (path.as_str(), *is_there)))
}
