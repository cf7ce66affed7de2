//! Runs a command and returns its output and exit status.
//!
//! Not here: the definition of the command line (`cli`), printing (`main`), how a page looks (`render`).

pub mod output;

mod check;
mod dashboard;
mod import;
mod inputs;
mod notes;
mod present;
mod print;
mod record;
mod settings;
mod talk_check;
mod talk_position;

use std::ffi::OsString;

use clap::Parser;

use crate::cli::{Arguments, ChartFormat, CliCommand};
use crate::dataset;
use crate::page::talk::handout::NotesInclusion;
use crate::settings::environment::{HostEnvironment, Interactivity};

use check::Strictness;
use output::{CommandOutput, Exit, failure};
use print::{ScreenRequest, output_width};

/// Parses the arguments, the first of which is the name of the program, and runs the command.
pub fn run(arguments: impl IntoIterator<Item = OsString>, environment: &HostEnvironment) -> CommandOutput {
    let arguments = match Arguments::try_parse_from(arguments) {
        Ok(arguments) => arguments,
        Err(error) => return clap_output(&error),
    };
    run_command(arguments, environment).unwrap_or_else(|failure| failure)
}

fn run_command(arguments: Arguments, environment: &HostEnvironment) -> Result<CommandOutput, CommandOutput> {
    let Arguments { mut options, file, command } = arguments;
    options.data = options.data.or(file);
    let settings = settings::load_settings(&options, environment)?;
    let width = output_width(environment);
    let is_interactive = environment.interactivity == Interactivity::Interactive;
    let text = match command {
        None if environment.can_show_dashboard() && !options.plain => return dashboard::run(&settings, environment),
        None if is_interactive || options.plain => return dashboard::run_line_mode(&settings, environment),
        None => print::report(&settings, &[], width)?,
        Some(CliCommand::Report { pages }) => print::report(&settings, &pages, width)?,
        Some(CliCommand::Screen { page, size, format, view }) => {
            print::screen(&settings, &ScreenRequest { page, size, format, view })?
        }
        Some(CliCommand::Explain { target, format }) => print::explain(&settings, &target, format, width)?,
        Some(CliCommand::Chart { target, format: ChartFormat::Svg }) => print::chart(&settings, target.as_deref())?,
        Some(CliCommand::Check { files, strict }) => {
            let strictness = if strict { Strictness::Fail } else { Strictness::Report };
            return Ok(check::check(&settings, &files, strictness));
        }
        Some(CliCommand::Import(args)) => import::import(&settings, &args)?,
        Some(CliCommand::Present(args)) => return present::present(&settings, &args, environment),
        Some(CliCommand::Notes) if options.plain => return Ok(notes::run_line_mode(&settings, environment)),
        Some(CliCommand::Notes) => return Ok(notes::notes(&settings, environment)),
        Some(CliCommand::Handout { format, notes }) => {
            let notes = if notes { NotesInclusion::Included } else { NotesInclusion::Omitted };
            print::handout(&settings, format, notes)?
        }
        Some(CliCommand::Settings { .. }) => settings::show(&settings, &options, environment),
        Some(CliCommand::Schema) => dataset::SCHEMA.to_owned(),
    };
    Ok(CommandOutput::success(text))
}

/// Help and the version go to standard output; errors of the command line start with the name of the program.
fn clap_output(error: &clap::Error) -> CommandOutput {
    let text = error.render().to_string();
    if !error.use_stderr() {
        return CommandOutput::success(text);
    }
    failure(Exit::Usage, text.strip_prefix("error: ").unwrap_or(&text).trim_end())
}
