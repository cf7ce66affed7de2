//! A checked dataset: one table for each kind of record, and the index over them.

use serde::{Deserialize, Serialize};

use crate::dataset::format::period::PartialDate;
use crate::dataset::records::id::Id;
use crate::dataset::records::index::Index;
use crate::dataset::records::record::{Actual, Metric, SceneRecord, Source, Subject, Target};
use crate::dataset::records::text::LocalizedText;

/// A checked dataset.
#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct Dataset {
    /// Its id.
    pub id: String,
    /// Its title.
    pub title: LocalizedText,
    /// What it is about, one paragraph.
    pub about: LocalizedText,
    /// The date of its last change.
    pub updated: Option<PartialDate>,
    /// The day up to which sources were followed.
    pub through: Option<PartialDate>,
    /// The target that the first page opens on.
    pub lead: Option<Id<Target>>,
    /// Names that replace the program's own, by key.
    pub words: Vec<(String, LocalizedText)>,
    /// Publications.
    pub sources: Vec<Source>,
    /// Quantities that are counted.
    pub metrics: Vec<Metric>,
    /// Countries, industries, plants.
    pub subjects: Vec<Subject>,
    /// Targets and forecasts.
    pub targets: Vec<Target>,
    /// Reported figures.
    pub actuals: Vec<Actual>,
    /// The scenes of its talk, in order.
    pub story: Vec<SceneRecord>,
    /// Records by series, by id and by source.
    #[serde(skip)]
    pub index: Index,
}

macro_rules! table {
    ($record:ty, $table:ident) => {
        impl std::ops::Index<Id<$record>> for Dataset {
            type Output = $record;
            fn index(&self, id: Id<$record>) -> &$record {
                &self.$table[id.index()]
            }
        }
    };
}
table!(Source, sources);
table!(Metric, metrics);
table!(Subject, subjects);
table!(Target, targets);
table!(Actual, actuals);
