//! What pages are built from besides the state: the words of its language and what was known on its day.
//!
//! Here: reading that from the dataset, again when the language, the day or the dataset is another one.

use chrono::NaiveDate;

use crate::app::dashboard::model::AppData;
use crate::app::dashboard::state::State;
use crate::compare::series::as_of::known_days;
use crate::compare::verdict::verdicts::Verdicts;
use crate::dataset::records::Language;
use crate::dataset::records::index::SeriesKey;
use crate::page;
use crate::page::context::Context;
use crate::page::i18n::Words;
use crate::page::model::page::PageKind;
use crate::page::model::query::Query;
use crate::page::pages::output;

/// What pages are built from.
pub(super) struct ModelInputs {
    /// The words of the language, with the names that the dataset gives.
    pub(super) words: Words,
    pub(super) known: DayVerdicts,
    /// What was known before the last step in time, until the next action.
    pub(super) before: Option<DayVerdicts>,
    /// The days on which something was said or published, in order.
    pub(super) days: Vec<NaiveDate>,
    /// The pages that the dataset has.
    pub(super) tabs: Vec<PageKind>,
}

/// What was known on a day.
pub(super) struct DayVerdicts {
    pub(super) verdicts: Verdicts,
    /// The series that the Output page can show.
    pub(super) series: Vec<SeriesKey>,
}

impl DayVerdicts {
    fn of(data: &AppData, words: &Words, verdicts: Verdicts) -> Self {
        let (query, outline) = (Query::at(verdicts.known()), &data.outline);
        let (dataset, before, filter) = (&data.dataset, None, None);
        let series = output::series(&Context { dataset, verdicts: &verdicts, before, words, outline, filter, query });
        Self { verdicts, series }
    }

    fn day(&self) -> NaiveDate {
        self.verdicts.known()
    }
}

impl ModelInputs {
    pub(super) fn of(data: &AppData, state: &State) -> Self {
        let words = words(data, state.language);
        let known = DayVerdicts::of(data, &words, Verdicts::known_on(&data.dataset, state.known_date()));
        let (days, tabs) = (known_days(&data.dataset), page::pages(&data.dataset));
        Self { words, known, before: None, days, tabs }
    }

    /// Reads what the state needs and the basis does not have.
    pub(super) fn set_query(&mut self, data: &AppData, state: &State) {
        if self.words.language() != state.language {
            self.words = words(data, state.language);
        }
        if self.known.day() != state.known_date() {
            let verdicts = Verdicts::known_on(&data.dataset, state.known_date());
            let known = DayVerdicts::of(data, &self.words, verdicts);
            self.before = Some(std::mem::replace(&mut self.known, known));
        }
    }

    /// What builds a page for a state.
    pub(super) fn context<'a>(&'a self, data: &'a AppData, state: &'a State) -> Context<'a> {
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

    /// The day before the last step in time, where its changes are marked.
    pub(super) fn day_before(&self) -> Option<NaiveDate> {
        self.before.as_ref().map(DayVerdicts::day)
    }
}

fn words(data: &AppData, language: Language) -> Words {
    Words::new(language).with_dataset_names(&data.dataset.words)
}
