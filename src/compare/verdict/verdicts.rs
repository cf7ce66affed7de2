//! The verdicts of a day, each made when it is first asked for.
//!
//! A page shows a part of the targets, and a step in time changes few of them: what nobody looks at need not be judged, and
//! what nothing touched need not be judged again.

use std::cell::OnceCell;
use std::rc::Rc;

use chrono::NaiveDate;
use foldhash::{HashMap, HashMapExt};

use crate::compare::verdict::assess::{SeriesReadings, verdict_from};
use crate::compare::verdict::touched::Touched;
use crate::compare::verdict::types::Verdict;
use crate::dataset::records::index::SeriesKey;
use crate::dataset::records::{Dataset, Id, Target};

/// The verdicts of a day. The dataset that they are about is handed in with every question, and is always the same.
#[derive(Debug)]
pub struct Verdicts {
    known: NaiveDate,
    /// In the order of the dataset's targets.
    verdicts: Vec<OnceCell<Rc<Verdict>>>,
    /// The figures of each series, read once for all its targets.
    books: HashMap<SeriesKey, OnceCell<Rc<SeriesReadings>>>,
    unchanged: Option<UnchangedVerdicts>,
}

/// Which verdicts are those of another day.
#[derive(Debug)]
struct UnchangedVerdicts {
    /// That day.
    since: NaiveDate,
    /// In the order of the dataset's targets.
    targets: Vec<bool>,
}

impl Verdicts {
    /// The verdicts on the targets of this dataset, as known on a day.
    #[must_use]
    pub fn known_on(dataset: &Dataset, known: NaiveDate) -> Self {
        let mut books = HashMap::with_capacity(dataset.index.targets.len());
        books.extend(dataset.index.targets.keys().map(|series| (*series, OnceCell::new())));
        Self { known, verdicts: dataset.targets.iter().map(|_| OnceCell::new()).collect(), books, unchanged: None }
    }

    /// The verdicts on the same targets as known on another day. Those that were made already are kept where nothing that
    /// they rest on became known, or has to be forgotten, between the two days.
    #[must_use]
    pub fn step_to(&self, dataset: &Dataset, known: NaiveDate) -> Self {
        let touched = Touched::between(dataset, self.known, known);
        let books = self.books.iter().map(|(series, books)| {
            let kept = if touched.reaches(*series) { OnceCell::new() } else { books.clone() };
            (*series, kept)
        });
        let books = books.collect();
        let holds = |(place, verdict): (usize, &OnceCell<Rc<Verdict>>)| {
            verdict.get().is_some() && !touched.changes(dataset, Id::new(place))
        };
        let targets: Vec<bool> = self.verdicts.iter().enumerate().map(holds).collect();
        let kept = |(verdict, held): (&OnceCell<Rc<Verdict>>, &bool)| {
            if *held { verdict.clone() } else { OnceCell::new() }
        };
        let verdicts = self.verdicts.iter().zip(&targets).map(kept).collect();
        Self { known, verdicts, books, unchanged: Some(UnchangedVerdicts { since: self.known, targets }) }
    }

    /// The day whose knowledge they rest on.
    #[must_use]
    pub fn known(&self) -> NaiveDate {
        self.known
    }

    /// Whether the verdict on a target is certainly the one of that day; what was not asked for then may be another.
    #[must_use]
    pub fn holds(&self, target: Id<Target>, since: NaiveDate) -> bool {
        let held = self.unchanged.as_ref().filter(|held| held.since == since);
        held.is_some_and(|held| held.targets[target.index()])
    }

    /// What became of a target (analytics 3.9).
    #[must_use]
    pub fn verdict(&self, dataset: &Dataset, target: Id<Target>) -> &Verdict {
        self.verdicts[target.index()].get_or_init(|| {
            let series = (dataset[target].metric, dataset[target].subject);
            let targets = dataset.index.targets_of(series);
            let books =
                self.books[&series].get_or_init(|| Rc::new(SeriesReadings::of(dataset, series, targets, self.known)));
            Rc::new(verdict_from(dataset, books, target, self.known))
        })
    }

    /// What became of every target, in the order of the table.
    #[must_use]
    pub fn into_vec(self, dataset: &Dataset) -> Vec<Verdict> {
        (0..self.verdicts.len()).map(|place| self.verdict(dataset, Id::new(place))).for_each(drop);
        self.verdicts.into_iter().filter_map(OnceCell::into_inner).map(Rc::unwrap_or_clone).collect()
    }
}
