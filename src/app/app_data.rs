//! The dataset that dashboard and talk show, and where it comes from.

use std::path::PathBuf;

use chrono::NaiveDate;

use crate::dataset::outline::Outline;
use crate::dataset::records::Dataset;
use crate::page::i18n::Words;
use crate::page::talk::TalkContext;

/// A dataset and where it comes from.
pub struct AppData {
    /// Targets, actuals and their sources.
    pub dataset: Dataset,
    /// The outline of the country for the map.
    pub outline: Outline,
    /// Whether the dataset can be reloaded.
    pub file: DataOrigin,
    /// The path given on the command line; none for the bundled dataset.
    pub path: Option<PathBuf>,
    /// Whether a shell can continue the program after a suspend.
    pub shell: JobControl,
}

impl AppData {
    /// The inputs of a talk as of a date.
    pub fn for_talk<'a>(&'a self, words: &'a Words, known: NaiveDate) -> TalkContext<'a> {
        TalkContext { dataset: &self.dataset, words, outline: &self.outline, known }
    }
}

/// Whether the dataset can be reloaded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DataOrigin {
    /// It comes from a file.
    File,
    /// It is compiled into the program.
    Bundled,
}

/// Whether a shell can continue the program after a suspend.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum JobControl {
    /// A shell started the program.
    Available,
    /// The terminal was opened for this program alone.
    Unavailable,
}
