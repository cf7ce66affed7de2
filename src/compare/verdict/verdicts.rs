//! The verdicts of a date, each computed on first use: with 100,000 figures the first page needs 4 ms of the 150 ms that all
//! verdicts take.

use std::cell::OnceCell;

use chrono::NaiveDate;
use foldhash::{HashMap, HashMapExt};

use crate::compare::verdict::assess::verdict_from;
use crate::compare::verdict::changes::ChangesBetween;
use crate::compare::verdict::readings::SeriesReadings;
use crate::compare::verdict::types::Verdict;
use crate::dataset::records::index::SeriesKey;
use crate::dataset::records::{Dataset, Id, Target};

/// The verdict of one target as of a date (analytics 3.9).
pub fn verdict(dataset: &Dataset, target: Id<Target>, known: NaiveDate) -> Verdict {
    let series = (dataset[target].metric, dataset[target].subject);
    verdict_from(dataset, &SeriesReadings::of(dataset, series, &[target], known), target, known)
}

/// The verdicts of all targets as of a date, in the order of the dataset.
pub fn verdicts(dataset: &Dataset, known: NaiveDate) -> Vec<Verdict> {
    Verdicts::known_on(dataset, known).into_vec(dataset)
}

/// Verdicts as of a date, computed on demand. Every call takes the dataset that they were created for.
#[derive(Debug)]
pub struct Verdicts {
    known: NaiveDate,
    /// In the order of the dataset's targets.
    by_target: Vec<OnceCell<Verdict>>,
    /// One for all targets of a series.
    readings: HashMap<SeriesKey, OnceCell<SeriesReadings>>,
}

impl Verdicts {
    /// Empty verdicts for the targets of this dataset, as of a date.
    pub fn known_on(dataset: &Dataset, known: NaiveDate) -> Self {
        let mut readings = HashMap::with_capacity(dataset.index.targets.len());
        readings.extend(dataset.index.targets.keys().map(|series| (*series, OnceCell::new())));
        Self { known, by_target: dataset.targets.iter().map(|_| OnceCell::new()).collect(), readings }
    }

    /// The date that the verdicts are as of.
    pub fn known(&self) -> NaiveDate {
        self.known
    }

    /// The verdict of a target (analytics 3.9).
    pub fn verdict(&self, dataset: &Dataset, target: Id<Target>) -> &Verdict {
        self.by_target[target.index()].get_or_init(|| {
            let series = (dataset[target].metric, dataset[target].subject);
            let targets = dataset.index.targets_of(series);
            let readings =
                self.readings[&series].get_or_init(|| SeriesReadings::of(dataset, series, targets, self.known));
            verdict_from(dataset, readings, target, self.known)
        })
    }

    /// The targets whose status differs from that in `before`.
    pub fn changed<'a>(&'a self, dataset: &'a Dataset, before: &'a Self) -> impl Iterator<Item = Id<Target>> {
        let changes = ChangesBetween::between(dataset, before.known, self.known);
        let status = |judged: &Self, id| judged.verdict(dataset, id).status;
        (0..self.by_target.len())
            .map(Id::new)
            .filter(move |id| changes.changes(dataset, *id) && status(self, *id) != status(before, *id))
    }

    /// All verdicts, in the order of the dataset's targets.
    pub fn into_vec(self, dataset: &Dataset) -> Vec<Verdict> {
        (0..self.by_target.len()).map(|index| self.verdict(dataset, Id::new(index))).for_each(drop);
        self.by_target.into_iter().filter_map(OnceCell::into_inner).collect()
    }
}
