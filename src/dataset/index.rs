//! Finds figures: by metric and subject, and what rests on a source.

use std::collections::HashMap;

use super::records::{Actual, Id, Metric, Source, Subject, Target};

/// A metric of a subject: the first two thirds of a figure's key.
pub type Series = (Id<Metric>, Id<Subject>);

/// Where the figures of each series, and of each source, stand.
#[derive(Debug, Default)]
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
#[derive(Debug, Default, Clone)]
pub struct Cited {
    /// Statements.
    pub targets: Vec<Id<Target>>,
    /// Reports.
    pub actuals: Vec<Id<Actual>>,
}

/// Records by the id in the file.
#[derive(Debug, Default)]
pub struct Names {
    /// Targets.
    pub targets: HashMap<Box<str>, Id<Target>>,
    /// Metrics.
    pub metrics: HashMap<Box<str>, Id<Metric>>,
    /// Subjects.
    pub subjects: HashMap<Box<str>, Id<Subject>>,
    /// Sources.
    pub sources: HashMap<Box<str>, Id<Source>>,
}

impl Index {
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
