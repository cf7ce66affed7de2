//! What surrounds the program when it starts: environment variables, date, clock, and whether a person reads its output.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::time::Instant;

use chrono::{NaiveDate, NaiveTime};

/// The environment of the process, passed in so that no other code reads it.
#[derive(Debug, Clone)]
pub struct HostEnvironment {
    /// The local date.
    pub today: NaiveDate,
    /// Environment variables by name.
    pub env_vars: BTreeMap<String, String>,
    /// Who reads the output.
    pub interactivity: Interactivity,
    /// A monotonic clock.
    pub clock: fn() -> Instant,
    /// The local time of day.
    pub time_of_day: fn() -> NaiveTime,
}

/// Who reads the output.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Interactivity {
    /// A person at a terminal, who can press keys.
    Interactive,
    /// A file or a pipe.
    Batch,
}

/// The path of the settings file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum SettingsPath {
    /// Named by the user: it has to exist.
    Explicit(PathBuf),
    /// The usual path: the file may be missing.
    Default(PathBuf),
}

impl SettingsPath {
    pub(crate) fn path(&self) -> &Path {
        match self {
            Self::Explicit(path) | Self::Default(path) => path,
        }
    }
}

impl HostEnvironment {
    /// An environment variable; none if it is unset or empty.
    pub(crate) fn var(&self, name: &str) -> Option<&str> {
        self.env_vars.get(name).map(String::as_str).filter(|value| !value.is_empty())
    }

    fn absolute_path(&self, name: &str) -> Option<PathBuf> {
        self.var(name).map(PathBuf::from).filter(|path| path.is_absolute())
    }

    /// Whether the dashboard can be shown: a person reads, and the terminal can move its cursor.
    pub(crate) fn can_show_dashboard(&self) -> bool {
        self.interactivity == Interactivity::Interactive && self.var("TERM") != Some("dumb")
    }

    /// The folder for state kept between runs; none where the environment names no home folder.
    pub(crate) fn state_folder(&self) -> Option<PathBuf> {
        let in_home = || Some(Path::new(self.var("HOME")?).join(".local").join("state"));
        let folder = self.absolute_path("XDG_STATE_HOME").or_else(in_home);
        Some(folder.or_else(|| self.var("LOCALAPPDATA").map(PathBuf::from))?.join("planfact"))
    }

    /// The settings file: the one named by the option or by `PLANFACT_SETTINGS`, else the usual one.
    pub(crate) fn settings_file(&self, option: Option<&Path>) -> Option<SettingsPath> {
        if let Some(named) = option.or_else(|| self.var("PLANFACT_SETTINGS").map(Path::new)) {
            return Some(SettingsPath::Explicit(named.to_owned()));
        }
        let in_home = || Some(self.absolute_path("HOME")?.join(".config"));
        let folder = self.absolute_path("XDG_CONFIG_HOME").or_else(in_home).or_else(|| self.absolute_path("APPDATA"));
        Some(SettingsPath::Default(folder?.join("planfact").join("settings.toml")))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_settings_file_is_named_or_in_the_folder_for_configuration() {
        let file = |option: Option<&str>, env_vars: &[(&str, &str)]| {
            let environment = HostEnvironment {
                today: NaiveDate::MIN,
                env_vars: env_vars.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect(),
                interactivity: Interactivity::Interactive,
                clock: Instant::now,
                time_of_day: || NaiveTime::MIN,
            };
            environment.settings_file(option.map(Path::new))
        };
        let usual = |path: &str| Some(SettingsPath::Default(path.into()));
        let named = |path: &str| Some(SettingsPath::Explicit(path.into()));
        let (home, variable) = (("HOME", "/home/a"), ("PLANFACT_SETTINGS", "other.toml"));
        assert_eq!(file(None, &[home, ("XDG_CONFIG_HOME", "/cfg")]), usual("/cfg/planfact/settings.toml"));
        assert_eq!(file(None, &[home]), usual("/home/a/.config/planfact/settings.toml"));
        assert_eq!(file(None, &[home, ("XDG_CONFIG_HOME", "cfg")]), usual("/home/a/.config/planfact/settings.toml"));
        assert_eq!(file(None, &[]), None);
        assert_eq!(file(Some("mine.toml"), &[home, variable]), named("mine.toml"));
        assert_eq!(file(None, &[home, variable]), named("other.toml"));
    }
}
