//! Finds figures: by metric and subject, and what rests on a source.

use foldhash::HashMap;

use super::records::{Actual, Id, Metric, Phrase, Source, Subject, Target};

/// A metric of a subject: the first two thirds of a figure's key.
pub type Series = (Id<Metric>, Id<Subject>);

/// Records of one kind by their ids.
pub type ById<T> = HashMap<Phrase, Id<T>>;

/// Where the figures of each series, and of each source, stand.
#[derive(Debug, Default, PartialEq)]
pub struct Index {
    /// The actuals of each series, ordered by the end of their periods, then by their start, then as written.
    pub actuals: HashMap<Series, Vec<Id<Actual>>>,
    /// The targets of each series, in the order in which they were said.
    pub targets: HashMap<Series, Vec<Id<Target>>>,
    /// For each source, by place: the targets and actuals that rest on it.
    pub cited: Vec<Cited>,
    /// Records by the id in the file.
    pub names: Names,
}

/// What rests on one source.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct Cited {
    /// Statements.
    pub targets: Vec<Id<Target>>,
    /// Reports.
    pub actuals: Vec<Id<Actual>>,
}

/// Records by the id in the file.
#[derive(Debug, Default, PartialEq)]
pub struct Names {
    /// Targets.
    pub targets: ById<Target>,
    /// Metrics.
    pub metrics: ById<Metric>,
    /// Subjects.
    pub subjects: ById<Subject>,
    /// Sources.
    pub sources: ById<Source>,
}

impl Index {
    /// The index of these records, which rest on the first `sources` sources.
    pub(super) fn build(names: Names, targets: &[Target], actuals: &[Actual], sources: usize) -> Self {
        let mut index = Self { names, cited: vec![Cited::default(); sources], ..Self::default() };
        for (at, target) in targets.iter().enumerate() {
            index.targets.entry((target.metric, target.subject)).or_default().push(Id::new(at));
            for source in &target.sources {
                index.cited[source.place()].targets.push(Id::new(at));
            }
        }
        for (at, actual) in actuals.iter().enumerate() {
            index.actuals.entry((actual.metric, actual.subject)).or_default().push(Id::new(at));
            for source in &actual.sources {
                index.cited[source.place()].actuals.push(Id::new(at));
            }
        }
        for series in index.targets.values_mut() {
            series.sort_by_key(|id| targets[id.place()].said.day);
        }
        for series in index.actuals.values_mut() {
            series.sort_by_key(|id| {
                let period = actuals[id.place()].period;
                (period.end(), period.start())
            });
        }
        index
    }

    /// The actuals of a series, by the end of their periods; empty if there are none.
    #[must_use]
    pub fn actuals_of(&self, series: Series) -> &[Id<Actual>] {
        self.actuals.get(&series).map_or(&[], Vec::as_slice)
    }

    /// The targets of a series, in the order in which they were said; empty if there are none.
    #[must_use]
    pub fn targets_of(&self, series: Series) -> &[Id<Target>] {
        self.targets.get(&series).map_or(&[], Vec::as_slice)
    }
}
