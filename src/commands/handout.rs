//! The hand-out of the talk.

use crate::cli::HandoutFormat;
use crate::commands::{CommandResult, material};
use crate::page::i18n::Words;
use crate::page::talk::handout::{self, NotesInclusion};
use crate::render::handout::{html, markdown};
use crate::settings::Settings;

/// Everything of it in one file.
pub(super) fn print(settings: &Settings, format: HandoutFormat, notes: bool) -> CommandResult {
    let material = material(settings)?;
    let words = Words::new(settings.language).with_dataset_names(&material.dataset.words);
    let handout = handout::handout(
        &material.for_talk(&words, settings.as_of_date()),
        if notes { NotesInclusion::Included } else { NotesInclusion::Omitted },
    );
    Ok(match format {
        HandoutFormat::Html => html(&handout),
        HandoutFormat::Markdown => markdown(&handout),
    })
}
