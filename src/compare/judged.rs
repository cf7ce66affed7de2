//! The verdicts of a day, each made when it is first asked for.
//!
//! A page shows a part of the targets, and a step in time makes them all new: what nobody looks at need not be judged.

use std::cell::OnceCell;

use chrono::NaiveDate;
use foldhash::{HashMap, HashMapExt};

use super::status::{Books, decide};
use super::verdict::Verdict;
use crate::dataset::index::Series;
use crate::dataset::records::{Dataset, Id, Target};

/// The verdicts of a day. The dataset that they are about is handed in with every question, and is always the same.
#[derive(Debug)]
pub struct Judged {
    known: NaiveDate,
    /// In the order of the dataset's targets.
    verdicts: Vec<OnceCell<Verdict>>,
    /// The figures of each series, read once for all its targets.
    books: HashMap<Series, OnceCell<Books>>,
}

impl Judged {
    /// The verdicts on the targets of this dataset, as known on a day.
    #[must_use]
    pub fn on(dataset: &Dataset, known: NaiveDate) -> Self {
        let mut books = HashMap::with_capacity(dataset.index.targets.len());
        books.extend(dataset.index.targets.keys().map(|series| (*series, OnceCell::new())));
        Self { known, verdicts: dataset.targets.iter().map(|_| OnceCell::new()).collect(), books }
    }

    /// The day whose knowledge they rest on.
    #[must_use]
    pub fn known(&self) -> NaiveDate {
        self.known
    }

    /// What became of a target (analytics 3.9).
    #[must_use]
    pub fn verdict(&self, dataset: &Dataset, target: Id<Target>) -> &Verdict {
        self.verdicts[target.place()].get_or_init(|| {
            let series = (dataset[target].metric, dataset[target].subject);
            let targets = dataset.index.targets_of(series);
            let books = self.books[&series].get_or_init(|| Books::of(dataset, series, targets, self.known));
            decide(dataset, books, target, self.known)
        })
    }

    /// What became of every target, in the order of the table.
    #[must_use]
    pub fn all(self, dataset: &Dataset) -> Vec<Verdict> {
        (0..self.verdicts.len()).map(|place| self.verdict(dataset, Id::new(place))).for_each(drop);
        self.verdicts.into_iter().filter_map(OnceCell::into_inner).collect()
    }
}
