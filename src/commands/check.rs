//! `planfact check`: problems of dataset files, and figures of valid files that contradict each other.

use std::fmt::Write as _;
use std::path::PathBuf;

use crate::commands::inputs::ReportInputs;
use crate::commands::output::{CommandOutput, Exit, counted, format_problems};
use crate::dataset;
use crate::dataset::outline::Outline;
use crate::files::{self, display_name};
use crate::page::pages::checks;
use crate::settings::resolve::Settings;

/// What contradicting figures do to the exit status.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Strictness {
    Report,
    Fail,
}

/// Lists the problems of each file; for a file without problems, the figures that contradict each other.
pub(super) fn check(settings: &Settings, paths: &[PathBuf], strictness: Strictness) -> CommandOutput {
    let mut output = CommandOutput::success(String::new());
    for path in paths {
        let name = display_name(path);
        let exit = match files::read(path).map(|text| (dataset::load(&text), text)) {
            Ok((Ok(dataset), _)) => {
                let targets = counted(dataset.targets.len(), "target");
                let actuals = counted(dataset.actuals.len(), "actual");
                let sources = counted(dataset.sources.len(), "source");
                let _ = writeln!(output.stdout, "{name}: fine: {targets}, {actuals}, {sources}");
                let inputs = ReportInputs::new(dataset, Outline::default(), settings);
                let report = checks::check_report(&inputs.context());
                for line in &report.lines {
                    let _ = writeln!(output.stdout, "  {line}");
                }
                let fails = strictness == Strictness::Fail && report.contradictions > 0;
                if fails { Exit::InvalidData } else { Exit::Success }
            }
            Ok((Err(problems), text)) => {
                output.stdout.push_str(&format_problems(&problems, &text, path, usize::MAX));
                let _ = writeln!(output.stdout, "{name}: {}", counted(problems.len(), "problem"));
                Exit::InvalidData
            }
            Err(error) => {
                let _ = writeln!(output.stderr, "planfact: {error}");
                Exit::Environment
            }
        };
        // An unreadable file may hide problems: it has the higher code.
        if exit.code() > output.exit.code() {
            output.exit = exit;
        }
    }
    output
}
