//! `planfact import`: a spreadsheet as a dataset, and what was understood of it.

use std::path::Path;

use crate::cli::import::ImportArgs;
use crate::commands::inputs::{problems_output, refusal_output, stem};
use crate::commands::output::{CommandOutput, CommandResult, Exit, failure};
use crate::dataset;
use crate::files::{self, display_name};
use crate::import;
use crate::page::i18n::Words;
use crate::page::import_report;
use crate::settings::resolve::Settings;

/// Says what was understood; writes the dataset only if a file is named and the dataset loads.
pub(super) fn import(settings: &Settings, args: &ImportArgs) -> CommandResult {
    let bytes = files::read_bytes(&args.file).map_err(|error| failure(Exit::Environment, error))?;
    let imported = import::import(&bytes, &stem(&args.file), &args.flags())
        .map_err(|refusal| refusal_output(settings, &refusal, &args.file))?;
    dataset::load(&imported.json).map_err(|problems| problems_output(&problems, &imported.json, &args.file))?;
    let words = Words::new(settings.language);
    let mut text = import_report::understood(&words, &display_name(&args.file), &imported.notes);
    if let Some(output) = &args.output {
        write(output, &imported.json)?;
        text.push_str(&words.format("import-written", &[("file", display_name(output).into())]));
        text.push('\n');
    }
    Ok(text)
}

fn write(output: &Path, json: &str) -> Result<(), CommandOutput> {
    files::write_atomically(output, json)
        .map_err(|error| failure(Exit::Environment, format_args!("{}: {error}", display_name(output))))
}
