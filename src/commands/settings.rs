//! Loads the settings from options, environment and settings file, and prints them.

use std::fmt::Write as _;

use crate::cli::options::GlobalOptions;
use crate::commands::output::{CommandOutput, Exit, counted, failure, format_problems};
use crate::files::{self, display_name};
use crate::settings::environment::{HostEnvironment, SettingsPath};
use crate::settings::file::{self, FileSettings};
use crate::settings::print;
use crate::settings::resolve::Settings;

/// The settings in force.
pub(super) fn load_settings(options: &GlobalOptions, environment: &HostEnvironment) -> Result<Settings, CommandOutput> {
    let in_file = match environment.settings_file(options.settings.as_deref()) {
        Some(path) => read_settings_file(&path)?,
        None => FileSettings::default(),
    };
    Settings::new(options, environment, &in_file).map_err(|error| failure(Exit::Usage, error))
}

fn read_settings_file(path: &SettingsPath) -> Result<FileSettings, CommandOutput> {
    let text = match files::read(path.path()) {
        Ok(text) => text,
        Err(error) if error.is_missing() && matches!(path, SettingsPath::Default(_)) => {
            return Ok(FileSettings::default());
        }
        Err(error) => return Err(failure(Exit::Environment, error)),
    };
    file::read(&text).map_err(|problems| {
        let mut stderr = format_problems(&problems, &text, path.path(), usize::MAX);
        let count = counted(problems.len(), "problem");
        let _ = writeln!(stderr, "planfact: {}: {count}", display_name(path.path()));
        CommandOutput { stdout: String::new(), stderr, exit: Exit::Usage }
    })
}

/// The settings in force as a settings file.
pub(super) fn show(settings: &Settings, options: &GlobalOptions, environment: &HostEnvironment) -> String {
    let file = match environment.settings_file(options.settings.as_deref()) {
        None => "none, as HOME is not known".to_owned(),
        Some(path) if files::read(path.path()).is_ok() => display_name(path.path()),
        Some(path) => format!("{} (not there)", display_name(path.path())),
    };
    print::text(settings, &file)
}
