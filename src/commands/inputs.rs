//! What commands work on: the dataset, the country outline, verdicts and words.

use std::fmt::Write as _;
use std::path::Path;

use crate::app::app_data::{AppData, DataOrigin, JobControl};
use crate::app::dashboard::notice::{InvalidFile, Notice};
use crate::commands::output::{CommandOutput, Exit, counted, failure, format_problems};
use crate::compare::verdict::verdicts::Verdicts;
use crate::dataset::diagnose::problem::Problem;
use crate::dataset::outline::Outline;
use crate::dataset::records::{Dataset, Id, Language, Target};
use crate::dataset::{self, packed};
use crate::files::{self, ReadError, display_name};
use crate::import;
use crate::import::flags::ImportFlags;
use crate::import::report::{Refusal, Remedy};
use crate::page::context::Context;
use crate::page::i18n::Words;
use crate::page::import_report;
use crate::page::model::Query;
use crate::page::search::suggest::closest_target_ids;
use crate::settings::resolve::{DatasetSource, Settings};

/// The bundled dataset, checked by the build script.
const BUNDLED_DATASET: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/kazakhstan-motor.packed"));
const BUNDLED_OUTLINE: &str = include_str!("../../assets/kazakhstan-outline.json");

pub(super) fn load_app_data(settings: &Settings) -> Result<AppData, CommandOutput> {
    let (dataset, file, path) = match &settings.dataset {
        DatasetSource::Bundled => {
            let dataset = packed::unpack(BUNDLED_DATASET)
                .map_err(|_| failure(Exit::Environment, "the bundled dataset was packed by another version"))?;
            (dataset, DataOrigin::Bundled, None)
        }
        DatasetSource::File(path) => {
            let dataset = load_file(path).map_err(|failed| failed.output(settings, path))?;
            (dataset, DataOrigin::File, Some(path.clone()))
        }
    };
    let shell =
        if crate::app::terminal::signals::can_suspend() { JobControl::Available } else { JobControl::Unavailable };
    Ok(AppData { dataset, outline: Outline::read(BUNDLED_OUTLINE).unwrap_or_default(), file, path, shell })
}

/// Reads the dataset file again while the dashboard runs.
pub(super) fn reload_dataset(source: &DatasetSource, language: Language) -> Result<Dataset, Notice> {
    let DatasetSource::File(path) = source else { return Err(Notice::Bundled) };
    load_file(path).map_err(|failed| match failed {
        FileFailure::Unreadable(error) => Notice::Unreadable(error.to_string()),
        FileFailure::Refused(refusal) => Notice::Unreadable(format!(
            "{}: {}",
            display_name(path),
            import_report::refusal(&Words::new(language), &refusal)
        )),
        FileFailure::Problems(problems, _) => {
            let first = problems.first().map(ToString::to_string).unwrap_or_default();
            Notice::InvalidFile(InvalidFile { count: problems.len(), first, file: display_name(path) })
        }
    })
}

/// Why a file gives no dataset.
enum FileFailure {
    Unreadable(ReadError),
    /// Of a spreadsheet.
    Refused(Refusal),
    /// With the text that has them.
    Problems(Vec<Problem>, String),
}

impl FileFailure {
    fn output(self, settings: &Settings, path: &Path) -> CommandOutput {
        match self {
            Self::Unreadable(error) => failure(Exit::Environment, error),
            Self::Refused(refusal) => refusal_output(settings, &refusal, path),
            Self::Problems(problems, text) => problems_output(&problems, &text, path),
        }
    }
}

/// A dataset file, or a spreadsheet; told by content, and a name that ends in `.json` by the name.
fn load_file(path: &Path) -> Result<Dataset, FileFailure> {
    let bytes = files::read_bytes(path).map_err(FileFailure::Unreadable)?;
    let is_json = path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("json"));
    let text = if is_json || import::is_dataset(&bytes) {
        files::text_of(bytes, path).map_err(FileFailure::Unreadable)?
    } else {
        import::import(&bytes, &stem(path), &ImportFlags::default()).map_err(FileFailure::Refused)?.json
    };
    dataset::load(&text).map_err(|problems| FileFailure::Problems(problems, text))
}

/// The name of a file without folder and ending.
pub(super) fn stem(path: &Path) -> String {
    let stem = path.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
    if stem == "-" { "sheet".to_owned() } else { stem }
}

pub(super) fn refusal_output(settings: &Settings, refusal: &Refusal, path: &Path) -> CommandOutput {
    let exit = match refusal.remedy {
        Remedy::Sheet => Exit::InvalidData,
        Remedy::Flag => Exit::Usage,
    };
    let text = import_report::refusal(&Words::new(settings.language), refusal);
    failure(exit, format_args!("{}: {text}", display_name(path)))
}

pub(super) fn problems_output(problems: &[Problem], text: &str, path: &Path) -> CommandOutput {
    const MOST: usize = 20;
    let mut stderr = format_problems(problems, text, path, MOST);
    let name = display_name(path);
    let _ = writeln!(stderr, "planfact: {name}: {}", counted(problems.len(), "problem"));
    if problems.len() > MOST {
        let _ = writeln!(stderr, "planfact: these are the first {MOST}; for all: planfact check {name}");
    }
    CommandOutput { stdout: String::new(), stderr, exit: Exit::InvalidData }
}

/// The parts of a page [`Context`], owned.
pub(super) struct ReportInputs {
    pub(super) dataset: Dataset,
    outline: Outline,
    verdicts: Verdicts,
    words: Words,
    query: Query,
}

impl ReportInputs {
    pub(super) fn load(settings: &Settings) -> Result<Self, CommandOutput> {
        let AppData { dataset, outline, .. } = load_app_data(settings)?;
        Ok(Self::new(dataset, outline, settings))
    }

    pub(super) fn new(dataset: Dataset, outline: Outline, settings: &Settings) -> Self {
        let words = Words::new(settings.language).with_dataset_names(&dataset.words);
        let verdicts = Verdicts::known_on(&dataset, settings.as_of_date());
        let query = Query::at(settings.as_of_date());
        Self { dataset, outline, verdicts, words, query }
    }

    pub(super) fn context(&self) -> Context<'_> {
        Context {
            dataset: &self.dataset,
            verdicts: &self.verdicts,
            words: &self.words,
            outline: &self.outline,
            before: None,
            filter: None,
            query: self.query,
        }
    }

    /// The target with this id; the error suggests similar ids.
    pub(super) fn target(&self, id: &str) -> Result<Id<Target>, CommandOutput> {
        self.dataset.index.by_id.targets.get(id).copied().ok_or_else(|| {
            let similar = closest_target_ids(&self.dataset, id);
            let hint = if self.dataset.targets.is_empty() {
                "the dataset has no targets".to_owned()
            } else if similar.is_empty() {
                "to get an id, copy the command of a target with c in the dashboard".to_owned()
            } else {
                format!("the nearest: {}", similar.join(", "))
            };
            failure(Exit::Usage, format_args!("no target has the id {id:?}; {hint}"))
        })
    }
}
