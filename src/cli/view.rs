//! The options of `planfact screen` that say what is chosen, opened and scrolled: those of [`VIEW_OPTIONS`].

use clap::error::Error;
use clap::{Arg, ArgMatches, Args, Command, FromArgMatches};

use crate::app::dashboard::command_line::VIEW_OPTIONS;
use crate::app::dashboard::model::Model;
use crate::app::dashboard::state::State;
use crate::dataset::records::Dataset;

/// The options that were given, with their values.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ViewArgs(Vec<(&'static str, String)>);

impl ViewArgs {
    /// Takes what was given into a state.
    ///
    /// # Errors
    /// The option and what is wrong with its value.
    pub fn apply(&self, state: &mut State, dataset: &Dataset) -> Result<(), String> {
        for part in VIEW_OPTIONS {
            for (_, value) in self.0.iter().filter(|(option, _)| *option == part.name) {
                (part.parse)(state, value, dataset)
                    .map_err(|wrong| format!("--{} {}: {wrong}", part.name, value.escape_debug()))?;
            }
        }
        Ok(())
    }

    /// Refuses what the page does not have.
    ///
    /// # Errors
    /// The option and what there is.
    pub fn check_option(&self, model: &Model, requested: &State) -> Result<(), String> {
        let fits = |(option, value): &(&str, String)| {
            model
                .check_option(option, requested)
                .map_err(|wrong| format!("--{option} {}: {wrong}", value.escape_debug()))
        };
        self.0.iter().try_for_each(fits)
    }
}

impl Args for ViewArgs {
    fn augment_args(command: Command) -> Command {
        VIEW_OPTIONS.iter().fold(command, |command, part| {
            let arg = Arg::new(part.name).long(part.name).value_name(part.value).help(part.help);
            command.arg(arg.help_heading("The view"))
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
