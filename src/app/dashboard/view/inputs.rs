//! What pages are built from besides the state: texts in its language, and verdicts as of its date.

use chrono::NaiveDate;

use crate::app::app_data::AppData;
use crate::app::dashboard::state::State;
use crate::compare::series::as_of::known_days;
use crate::compare::verdict::verdicts::Verdicts;
use crate::dataset::records::Language;
use crate::dataset::records::index::SeriesKey;
use crate::page;
use crate::page::context::Context;
use crate::page::i18n::Words;
use crate::page::model::{PageKind, Query};
use crate::page::pages::output;

/// What pages are built from besides the state and the dataset.
pub(in crate::app) struct PageInputs {
    /// The texts of the language, with the names of the dataset.
    pub(in crate::app) words: Words,
    pub(in crate::app) known: DayVerdicts,
    /// The verdicts before the last step in time, until the next action.
    pub(in crate::app) before: Option<DayVerdicts>,
    /// The dates of statements and publications, in order.
    pub(in crate::app) days: Vec<NaiveDate>,
    /// The pages of the dataset.
    pub(in crate::app) tabs: Vec<PageKind>,
}

/// The verdicts as of a date.
pub(in crate::app) struct DayVerdicts {
    pub(in crate::app) verdicts: Verdicts,
    /// The series of the Output page.
    pub(in crate::app) series: Vec<SeriesKey>,
}

impl DayVerdicts {
    fn new(data: &AppData, words: &Words, verdicts: Verdicts) -> Self {
        let (query, outline) = (Query::at(verdicts.known()), &data.outline);
        let (dataset, before, filter) = (&data.dataset, None, None);
        let series = output::series(&Context { dataset, verdicts: &verdicts, before, words, outline, filter, query });
        Self { verdicts, series }
    }

    fn day(&self) -> NaiveDate {
        self.verdicts.known()
    }
}

impl PageInputs {
    pub(in crate::app) fn new(data: &AppData, state: &State) -> Self {
        let words = words(data, state.look.language);
        let known = DayVerdicts::new(data, &words, Verdicts::known_on(&data.dataset, state.known_date()));
        let (days, tabs) = (known_days(&data.dataset), page::pages(&data.dataset));
        Self { words, known, before: None, days, tabs }
    }

    /// Updates the texts and the verdicts if the language or the as-of date has changed.
    pub(in crate::app) fn update(&mut self, data: &AppData, state: &State) {
        if self.words.language() != state.look.language {
            self.words = words(data, state.look.language);
        }
        if self.known.day() != state.known_date() {
            let verdicts = Verdicts::known_on(&data.dataset, state.known_date());
            let known = DayVerdicts::new(data, &self.words, verdicts);
            self.before = Some(std::mem::replace(&mut self.known, known));
        }
    }

    /// The context of the page of a state.
    pub(in crate::app) fn context<'a>(&'a self, data: &'a AppData, state: &'a State) -> Context<'a> {
        Context {
            dataset: &data.dataset,
            verdicts: &self.known.verdicts,
            words: &self.words,
            outline: &data.outline,
            before: self.before.as_ref().map(|before| &before.verdicts),
            filter: Some(state.row_filter()),
            query: state.query(),
        }
    }

    /// The as-of date before the last step in time, since which changes are marked.
    pub(in crate::app) fn day_before(&self) -> Option<NaiveDate> {
        self.before.as_ref().map(DayVerdicts::day)
    }
}

fn words(data: &AppData, language: Language) -> Words {
    Words::new(language).with_dataset_names(&data.dataset.words)
}
