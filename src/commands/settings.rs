//! The settings: from the flags, the environment and the settings file; and printed.

use std::fmt::Write as _;
use std::io::ErrorKind;

use crate::cli::GlobalOptions;
use crate::commands::{CommandOutput, Exit, display_name, failure, format_problems};
use crate::files::{self, ReadFailure};
use crate::settings::file::{self, FileSettings};
use crate::settings::{HostEnvironment, Settings, SettingsPath, print};

/// The settings in force.
pub(super) fn load_settings(options: &GlobalOptions, environment: &HostEnvironment) -> Result<Settings, CommandOutput> {
    let asked = read_file_settings(options, environment)?;
    Settings::new(options, environment, &asked).map_err(|wrong| failure(Exit::Usage, wrong))
}

/// What the settings file asks for; nothing where there is none and nobody named one.
fn read_file_settings(options: &GlobalOptions, environment: &HostEnvironment) -> Result<FileSettings, CommandOutput> {
    let Some((path, named)) = environment.settings_file(options) else { return Ok(FileSettings::default()) };
    let text = match files::read(&path) {
        Ok(text) => text,
        Err(unreadable) => {
            let is_none = matches!(&unreadable.reason, ReadFailure::Io(error) if is_missing(error.kind()));
            let fine = is_none && named == SettingsPath::Default;
            return if fine { Ok(FileSettings::default()) } else { Err(failure(Exit::Environment, unreadable)) };
        }
    };
    file::read(&text).map_err(|problems| {
        let mut stderr = format_problems(&problems, &text, &path, usize::MAX);
        let _ = writeln!(stderr, "planfact: {}: {} to mend", display_name(&path), problems.len());
        CommandOutput { stdout: String::new(), stderr, exit: Exit::Usage }
    })
}

/// Nothing is there, or what should be a folder on the way is none.
fn is_missing(kind: ErrorKind) -> bool {
    matches!(kind, ErrorKind::NotFound | ErrorKind::NotADirectory)
}

/// The settings as a file that would ask for them.
pub(super) fn show(settings: &Settings, options: &GlobalOptions, environment: &HostEnvironment) -> String {
    let file =
        environment.settings_file(options).map(|(path, _)| (path.display().to_string(), files::read(&path).is_ok()));
    print::text(settings, file.as_ref().map(|(path, is_there)| (path.as_str(), *is_there)))
}
