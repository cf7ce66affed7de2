//! The options of `planfact screen` that say what is chosen, opened and scrolled: those of [`PARTS`].

use clap::error::Error;
use clap::{Arg, ArgMatches, Args, Command, FromArgMatches};

use crate::app::command_line::PARTS;
use crate::app::model::Model;
use crate::app::state::State;
use crate::dataset::records::Dataset;

/// The options that were given, with their values.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct View(Vec<(&'static str, String)>);

impl View {
    /// Takes what was given into a state.
    ///
    /// # Errors
    /// The option and what is wrong with its value.
    pub fn apply(&self, state: &mut State, dataset: &Dataset) -> Result<(), String> {
        for part in PARTS {
            for (_, value) in self.0.iter().filter(|(option, _)| *option == part.option) {
                (part.take)(state, value, dataset)
                    .map_err(|wrong| format!("--{} {}: {wrong}", part.option, value.escape_debug()))?;
            }
        }
        Ok(())
    }

    /// Refuses what the page does not have.
    ///
    /// # Errors
    /// The option and what there is.
    pub fn fits(&self, model: &Model, asked: &State) -> Result<(), String> {
        let fits = |(option, value): &(&str, String)| {
            model.fits(option, asked).map_err(|wrong| format!("--{option} {}: {wrong}", value.escape_debug()))
        };
        self.0.iter().try_for_each(fits)
    }
}

impl Args for View {
    fn augment_args(command: Command) -> Command {
        PARTS.iter().fold(command, |command, part| {
            let arg = Arg::new(part.option).long(part.option).value_name(part.value).help(part.help);
            command.arg(arg.help_heading("The view"))
        })
    }

    fn augment_args_for_update(command: Command) -> Command {
        Self::augment_args(command)
    }
}

impl FromArgMatches for View {
    fn from_arg_matches(matches: &ArgMatches) -> Result<Self, Error> {
        let given = |option| matches.get_one::<String>(option).map(|value| (option, value.clone()));
        Ok(Self(PARTS.iter().filter_map(|part| given(part.option)).collect()))
    }

    fn update_from_arg_matches(&mut self, matches: &ArgMatches) -> Result<(), Error> {
        *self = Self::from_arg_matches(matches)?;
        Ok(())
    }
}
