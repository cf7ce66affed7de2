//! `planfact check`: what is wrong with files, and which figures of those that are right do not fit together.

use std::fmt::Write as _;
use std::path::PathBuf;

use crate::commands::{CommandOutput, Exit, ReportInputs, format_problems};
use crate::dataset;
use crate::dataset::outline::Outline;
use crate::files::{self, display_name};
use crate::page::pages::checks;
use crate::settings::Settings;

/// Whether figures that contradict each other make a file wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Strictness {
    /// They are only told.
    Report,
    /// They do.
    Fail,
}

impl Strictness {
    pub(super) fn from_flag(strict: bool) -> Self {
        if strict { Self::Fail } else { Self::Report }
    }
}

/// Every problem of every file; of a file without one, the figures that do not fit together. A file that cannot be read is
/// a failure of the environment.
pub(super) fn check(settings: &Settings, paths: &[PathBuf], strictness: Strictness) -> CommandOutput {
    let mut outcome = CommandOutput { stdout: String::new(), stderr: String::new(), exit: Exit::Success };
    for path in paths {
        let name = display_name(path);
        match files::read(path).map(|text| (dataset::load(&text), text)) {
            Ok((Ok(dataset), _)) => {
                let targets = counted(dataset.targets.len(), "target");
                let actuals = counted(dataset.actuals.len(), "actual");
                let sources = counted(dataset.sources.len(), "source");
                let _ = writeln!(outcome.stdout, "{name}: fine: {targets}, {actuals}, {sources}");
                let inputs = ReportInputs::new(dataset, Outline::default(), settings);
                let doubts = checks::check_report(&inputs.context());
                for line in &doubts.lines {
                    let _ = writeln!(outcome.stdout, "  {line}");
                }
                if strictness == Strictness::Fail && doubts.contradictions > 0 {
                    outcome.exit = worse_exit(outcome.exit, Exit::InvalidData);
                }
            }
            Ok((Err(problems), text)) => {
                outcome.stdout.push_str(&format_problems(&problems, &text, path, usize::MAX));
                let _ = writeln!(outcome.stdout, "{name}: {} to mend", problems.len());
                outcome.exit = worse_exit(outcome.exit, Exit::InvalidData);
            }
            Err(unreadable) => {
                let _ = writeln!(outcome.stderr, "planfact: {unreadable}");
                outcome.exit = worse_exit(outcome.exit, Exit::Environment);
            }
        }
    }
    outcome
}

/// So many of them.
fn counted(count: usize, one: &str) -> String {
    format!("{count} {one}{}", if count == 1 { "" } else { "s" })
}

/// A file that cannot be read hides what is wrong with it, so it counts as the worse.
fn worse_exit(one: Exit, other: Exit) -> Exit {
    if one.code() >= other.code() { one } else { other }
}

#[cfg(test)]
mod tests {
    use super::counted;

    #[test]
    fn one_of_them_is_not_several() {
        assert_eq!([0, 1, 2].map(|count| counted(count, "target")), ["0 targets", "1 target", "2 targets"]);
    }
}
