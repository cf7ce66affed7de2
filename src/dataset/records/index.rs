//! The index of a dataset: figures by series, records by id, citations by source.

use foldhash::HashMap;

use crate::dataset::records::id::Id;
use crate::dataset::records::record::{Actual, Metric, Source, Subject, Target};
use crate::dataset::records::text::CowStr;

/// A series: a metric of a subject.
pub type SeriesKey = (Id<Metric>, Id<Subject>);

/// Records of one kind by their ids.
pub type IdMap<T> = HashMap<CowStr, Id<T>>;

/// Indices into the tables of a dataset.
#[derive(Debug, Default, PartialEq)]
pub struct Index {
    /// The actuals of each series, ordered by the end of their periods, then by their start, then as in the file.
    pub actuals: HashMap<SeriesKey, Vec<Id<Actual>>>,
    /// The targets of each series, in the order of their statements.
    pub targets: HashMap<SeriesKey, Vec<Id<Target>>>,
    /// For each source, by index: the targets and actuals that cite it.
    pub citations: Vec<SourceCitations>,
    /// Records by the id in the file.
    pub by_id: RecordsById,
    /// The only subject without a parent that has targets: what the dataset is about. None where several have.
    pub whole: Option<Id<Subject>>,
}

/// The records that cite a source.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct SourceCitations {
    /// Targets.
    pub targets: Vec<Id<Target>>,
    /// Actuals.
    pub actuals: Vec<Id<Actual>>,
}

/// Records by the id in the file.
#[derive(Debug, Default, PartialEq)]
pub struct RecordsById {
    /// Targets.
    pub targets: IdMap<Target>,
    /// Metrics.
    pub metrics: IdMap<Metric>,
    /// Subjects.
    pub subjects: IdMap<Subject>,
    /// Sources.
    pub sources: IdMap<Source>,
}

impl Index {
    /// Indexes these records, which cite `sources` sources.
    pub(crate) fn build(
        by_id: RecordsById,
        subjects: &[Subject],
        targets: &[Target],
        actuals: &[Actual],
        sources: usize,
    ) -> Self {
        let mut index = Self { by_id, citations: vec![SourceCitations::default(); sources], ..Self::default() };
        let mut wholes = targets.iter().map(|target| target.subject).filter(|id| subjects[id.index()].within.is_none());
        let whole = wholes.next();
        index.whole = whole.filter(|whole| wholes.all(|other| other == *whole));
        for (at, target) in targets.iter().enumerate() {
            index.targets.entry((target.metric, target.subject)).or_default().push(Id::new(at));
            for source in &target.sources {
                index.citations[source.index()].targets.push(Id::new(at));
            }
        }
        for (at, actual) in actuals.iter().enumerate() {
            index.actuals.entry((actual.metric, actual.subject)).or_default().push(Id::new(at));
            for source in &actual.sources {
                index.citations[source.index()].actuals.push(Id::new(at));
            }
        }
        for series in index.targets.values_mut() {
            series.sort_by_key(|id| targets[id.index()].said.day);
        }
        for series in index.actuals.values_mut() {
            series.sort_by_key(|id| {
                let period = actuals[id.index()].period;
                (period.end(), period.start())
            });
        }
        index
    }

    /// The actuals of a series, in the order of [`Index::actuals`]; empty if there are none.
    pub fn actuals_of(&self, series: SeriesKey) -> &[Id<Actual>] {
        self.actuals.get(&series).map_or(&[], Vec::as_slice)
    }

    /// The targets of a series, in the order of their statements; empty if there are none.
    pub fn targets_of(&self, series: SeriesKey) -> &[Id<Target>] {
        self.targets.get(&series).map_or(&[], Vec::as_slice)
    }
}
