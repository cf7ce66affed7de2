//! Where the value of a setting comes from.

use std::fmt;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum SettingSource {
    /// A command-line option, without its dashes.
    Flag(&'static str),
    Variable(&'static str),
    /// A line of the settings file, from 1.
    Line(usize),
    Default,
}

impl fmt::Display for SettingSource {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Flag(name) => write!(f, "--{name}"),
            Self::Variable(name) => f.write_str(name),
            Self::Line(line) => write!(f, "line {line}"),
            Self::Default => f.write_str("default"),
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Sourced<T> {
    pub(crate) value: T,
    pub(crate) source: SettingSource,
}

impl<T> Sourced<T> {
    pub(super) fn new(value: T, source: SettingSource) -> Self {
        Self { value, source }
    }

    pub(super) fn default(value: T) -> Self {
        Self::new(value, SettingSource::Default)
    }
}
