//! The options of `planfact screen` that set selection, overlays and scroll positions: those of [`VIEW_OPTIONS`].

use clap::error::Error;
use clap::{Arg, ArgMatches, Args, Command, FromArgMatches};

use crate::app::dashboard::command_line::VIEW_OPTIONS;
use crate::app::dashboard::model::Model;
use crate::app::dashboard::state::State;
use crate::dataset::records::Dataset;

/// The given options with their values.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ViewArgs(Vec<(&'static str, String)>);

impl ViewArgs {
    /// Sets the options in a state.
    ///
    /// # Errors
    /// If a value is invalid.
    pub fn apply(&self, state: &mut State, dataset: &Dataset) -> Result<(), String> {
        for part in VIEW_OPTIONS {
            for (_, value) in self.0.iter().filter(|(option, _)| *option == part.name) {
                (part.parse)(state, value, dataset).map_err(|error| message(part.name, value, &error))?;
            }
        }
        Ok(())
    }

    /// Checks that the page of the model has what the options select.
    ///
    /// # Errors
    /// If it has not.
    pub fn check_option(&self, model: &Model, requested: &State) -> Result<(), String> {
        self.0.iter().try_for_each(|(option, value)| {
            model.check_option(option, requested).map_err(|error| message(option, value, &error))
        })
    }
}

fn message(option: &str, value: &str, error: &str) -> String {
    format!("--{option} {}: {error}", value.escape_debug())
}

impl Args for ViewArgs {
    fn augment_args(command: Command) -> Command {
        VIEW_OPTIONS.iter().fold(command, |command, part| {
            let arg = Arg::new(part.name).long(part.name).value_name(part.value).help(part.help);
            command.arg(arg.help_heading("View"))
        })
    }

    fn augment_args_for_update(command: Command) -> Command {
        Self::augment_args(command)
    }
}

impl FromArgMatches for ViewArgs {
    fn from_arg_matches(matches: &ArgMatches) -> Result<Self, Error> {
        let given = |option| matches.get_one::<String>(option).map(|value| (option, value.clone()));
        Ok(Self(VIEW_OPTIONS.iter().filter_map(|part| given(part.name)).collect()))
    }

    fn update_from_arg_matches(&mut self, matches: &ArgMatches) -> Result<(), Error> {
        *self = Self::from_arg_matches(matches)?;
        Ok(())
    }
}
