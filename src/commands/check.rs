//! `planfact check`: what is wrong with files, and which figures of those that are right do not fit together.

use std::fmt::Write as _;
use std::path::PathBuf;

use super::{Exit, Outcome, Shown, pictures};
use crate::dataset;
use crate::dataset::outline::Outline;
use crate::files::{self, name_of};
use crate::page::checks;
use crate::settings::Settings;

/// Whether figures that contradict each other make a file wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Strictness {
    /// They are only told.
    Told,
    /// They do.
    Wrong,
}

impl Strictness {
    pub(super) fn of(strict: bool) -> Self {
        if strict { Self::Wrong } else { Self::Told }
    }
}

/// Every problem of every file; of a file without one, the figures that do not fit together. A file that cannot be read is
/// a failure of the environment.
pub(super) fn check(settings: &Settings, paths: &[PathBuf], strictness: Strictness) -> Outcome {
    let mut outcome = Outcome { out: String::new(), err: String::new(), exit: Exit::Fine };
    for path in paths {
        let name = name_of(path);
        match files::read(path).map(|text| (dataset::load(&text), text)) {
            Ok((Ok(dataset), _)) => {
                let targets = several(dataset.targets.len(), "target");
                let actuals = several(dataset.actuals.len(), "actual");
                let sources = several(dataset.sources.len(), "source");
                let _ = writeln!(outcome.out, "{name}: fine: {targets}, {actuals}, {sources}");
                let shown = Shown::of(dataset, Outline::default(), settings);
                let doubts = checks::doubts(&shown.context());
                for line in &doubts.lines {
                    let _ = writeln!(outcome.out, "  {line}");
                }
                if strictness == Strictness::Wrong && doubts.contradictions > 0 {
                    outcome.exit = worse(outcome.exit, Exit::Data);
                }
            }
            Ok((Err(problems), text)) => {
                outcome.out.push_str(&pictures(&problems, &text, path, usize::MAX));
                let _ = writeln!(outcome.out, "{name}: {} to mend", problems.len());
                outcome.exit = worse(outcome.exit, Exit::Data);
            }
            Err(unreadable) => {
                let _ = writeln!(outcome.err, "planfact: {unreadable}");
                outcome.exit = worse(outcome.exit, Exit::Environment);
            }
        }
    }
    outcome
}

/// So many of them.
fn several(count: usize, one: &str) -> String {
    format!("{count} {one}{}", if count == 1 { "" } else { "s" })
}

/// A file that cannot be read hides what is wrong with it, so it counts as the worse.
fn worse(one: Exit, other: Exit) -> Exit {
    if one.code() >= other.code() { one } else { other }
}

#[cfg(test)]
mod tests {
    use super::several;

    #[test]
    fn one_of_them_is_not_several() {
        assert_eq!([0, 1, 2].map(|count| several(count, "target")), ["0 targets", "1 target", "2 targets"]);
    }
}
