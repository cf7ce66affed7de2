//! The result of a command: text for standard output and standard error, and the exit status.

use std::fmt::{Display, Write as _};
use std::path::Path;

use crate::dataset::diagnose::problem::Problem;
use crate::files::display_name;

/// The result of a command.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CommandOutput {
    /// Text for standard output.
    pub stdout: String,
    /// Text for standard error.
    pub stderr: String,
    /// How the command ended.
    pub exit: Exit,
}

impl CommandOutput {
    pub(super) fn success(stdout: String) -> Self {
        Self { stdout, stderr: String::new(), exit: Exit::Success }
    }
}

/// How a command ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Exit {
    /// Exit code 0.
    Success,
    /// A dataset has problems: 1.
    InvalidData,
    /// The arguments or settings are wrong: 2.
    Usage,
    /// A file, the terminal or the system failed: 3.
    Environment,
    /// Ended by this signal: 128 and its number.
    Killed(i32),
}

impl Exit {
    /// The exit code of the process.
    pub fn code(self) -> u8 {
        match self {
            Self::Success => 0,
            Self::InvalidData => 1,
            Self::Usage => 2,
            Self::Environment => 3,
            Self::Killed(signal) => u8::try_from(128 + signal).unwrap_or(u8::MAX),
        }
    }
}

/// The text that a command prints, or the output of its failure.
pub(super) type CommandResult = Result<String, CommandOutput>;

pub(super) fn failure(exit: Exit, message: impl Display) -> CommandOutput {
    CommandOutput { stdout: String::new(), stderr: format!("planfact: {message}\n"), exit }
}

/// Each problem with an excerpt of the file, up to `most` of them.
pub(super) fn format_problems(problems: &[Problem], text: &str, path: &Path, most: usize) -> String {
    let name = display_name(path);
    let mut out = String::new();
    for problem in problems.iter().take(most) {
        let _ = writeln!(out, "{}\n", problem.render_excerpt(text, &name));
    }
    out
}

/// A count with its noun, which takes an `s` for the plural.
pub(super) fn counted(count: usize, noun: &str) -> String {
    format!("{count} {noun}{}", if count == 1 { "" } else { "s" })
}

#[cfg(test)]
mod tests {
    use super::counted;

    #[test]
    fn a_count_of_one_is_singular() {
        assert_eq!([0, 1, 2].map(|count| counted(count, "target")), ["0 targets", "1 target", "2 targets"]);
    }
}
