//! The hand-out of the talk.

use super::{Printed, material};
use crate::cli::HandoutFormat;
use crate::page::handout::{self, Notes};
use crate::page::words::Words;
use crate::render::handout::{html, markdown};
use crate::settings::Settings;

/// Everything of it in one file.
pub(super) fn print(settings: &Settings, format: HandoutFormat, notes: bool) -> Printed {
    let material = material(settings)?;
    let words = Words::new(settings.language).renamed(&material.dataset.words);
    let made =
        handout::handout(&material.of_talk(&words, settings.known()), if notes { Notes::Shown } else { Notes::Kept });
    Ok(match format {
        HandoutFormat::Html => html(&made),
        HandoutFormat::Markdown => markdown(&made),
    })
}
