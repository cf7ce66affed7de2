//! The format, as types: what a file may say, before anything is checked.
//!
//! Here: one type for each record, with the fields of the file in its order. An unknown field is refused; a missing one
//! is for `check` to report, so that one fault hides no other. Not here: what the fields mean (`check`), the checked
//! records (`records`).

use serde::Deserialize;

#[cfg(test)]
use crate::dataset::format::raw_values::{ID_PATTERN, keywords};
use crate::dataset::format::raw_values::{RawRecord, RawScalar, RawString, RawText, RawWords};
#[cfg(test)]
use crate::dataset::records;

/// The lists of records of a dataset, in the order in which problems are told.
pub(in crate::dataset) const RECORD_LISTS: [&str; 6] =
    ["sources", "metrics", "subjects", "targets", "actuals", "story"];

/// A whole file.
#[derive(Debug, Default, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, rename = "dataset", bound(deserialize = "'de: 'a"))]
pub(in crate::dataset) struct RawDataset<'a> {
    /// The version of the format: 1.
    #[cfg_attr(test, schemars(required, extend("const" = 1)))]
    pub(in crate::dataset) planfact: Option<RawScalar<'a>>,
    /// The id of the dataset.
    #[cfg_attr(test, schemars(required, extend("pattern" = ID_PATTERN)))]
    pub(in crate::dataset) id: Option<RawString<'a>>,
    /// Its title.
    #[cfg_attr(test, schemars(required))]
    pub(in crate::dataset) title: Option<RawText<'a>>,
    /// What it is about, one paragraph.
    pub(in crate::dataset) about: Option<RawText<'a>>,
    /// The date of its last change.
    pub(in crate::dataset) updated: Option<RawScalar<'a>>,
    /// The id of the target that the first page opens on.
    #[cfg_attr(test, schemars(extend("pattern" = ID_PATTERN)))]
    pub(in crate::dataset) lead: Option<RawString<'a>>,
    /// Names that replace the program's own, by key.
    pub(in crate::dataset) words: Option<RawWords<'a>>,
    /// Who said it.
    pub(in crate::dataset) sources: Option<Vec<RawRecord<RawSource<'a>>>>,
    /// What is counted.
    pub(in crate::dataset) metrics: Option<Vec<RawRecord<RawMetric<'a>>>>,
    /// Whose figure it is.
    pub(in crate::dataset) subjects: Option<Vec<RawRecord<RawSubject<'a>>>>,
    /// What was promised.
    pub(in crate::dataset) targets: Option<Vec<RawRecord<RawTarget<'a>>>>,
    /// What was reported.
    pub(in crate::dataset) actuals: Option<Vec<RawRecord<RawActual<'a>>>>,
    /// The scenes of a talk.
    pub(in crate::dataset) story: Option<Vec<RawRecord<RawScene<'a>>>>,
}

/// A publication.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, rename = "source", bound(deserialize = "'de: 'a"))]
pub(in crate::dataset) struct RawSource<'a> {
    /// Its id.
    #[cfg_attr(test, schemars(required, extend("pattern" = ID_PATTERN)))]
    pub(in crate::dataset) id: Option<RawString<'a>>,
    /// Who published it.
    #[cfg_attr(test, schemars(required))]
    pub(in crate::dataset) publisher: Option<RawText<'a>>,
    /// What it is called or reports.
    pub(in crate::dataset) title: Option<RawText<'a>>,
    /// Where it can be read: `https://…`.
    pub(in crate::dataset) url: Option<RawString<'a>>,
    /// When it was published: a date.
    pub(in crate::dataset) published: Option<RawScalar<'a>>,
    /// `statistics`, `government`, `association`, `company`, `press` or `other` (default).
    #[cfg_attr(test, schemars(extend("enum" = keywords(&records::SourceKind::NAMES))))]
    pub(in crate::dataset) kind: Option<RawString<'a>>,
    /// A remark.
    pub(in crate::dataset) note: Option<RawText<'a>>,
}

/// What is counted.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, rename = "metric", bound(deserialize = "'de: 'a"))]
pub(in crate::dataset) struct RawMetric<'a> {
    /// Its id.
    #[cfg_attr(test, schemars(required, extend("pattern" = ID_PATTERN)))]
    pub(in crate::dataset) id: Option<RawString<'a>>,
    /// Its name.
    #[cfg_attr(test, schemars(required))]
    pub(in crate::dataset) name: Option<RawText<'a>>,
    /// The unit of its values.
    pub(in crate::dataset) unit: Option<RawText<'a>>,
    /// `flow`, `cumulative`, `stock`, `share`, `growth`, `ratio` or `milestone`.
    #[cfg_attr(test, schemars(required, extend("enum" = keywords(&records::MetricKind::NAMES))))]
    pub(in crate::dataset) kind: Option<RawString<'a>>,
    /// `more` (default) or `less`.
    #[cfg_attr(test, schemars(extend("enum" = keywords(&records::Better::NAMES))))]
    pub(in crate::dataset) better: Option<RawString<'a>>,
    /// `KZT`, `USD`: makes it money.
    pub(in crate::dataset) currency: Option<RawString<'a>>,
    /// The ids of the metrics that add up to it.
    pub(in crate::dataset) parts: Option<Vec<RawString<'a>>>,
    /// A remark.
    pub(in crate::dataset) note: Option<RawText<'a>>,
}

/// Whose figure it is.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, rename = "subject", bound(deserialize = "'de: 'a"))]
pub(in crate::dataset) struct RawSubject<'a> {
    /// Its id.
    #[cfg_attr(test, schemars(required, extend("pattern" = ID_PATTERN)))]
    pub(in crate::dataset) id: Option<RawString<'a>>,
    /// `country`, `industry`, `site`, `brand` or `other`.
    #[cfg_attr(test, schemars(required, extend("enum" = keywords(&records::SubjectKind::NAMES))))]
    pub(in crate::dataset) kind: Option<RawString<'a>>,
    /// The id of the subject that it belongs to.
    #[cfg_attr(test, schemars(extend("pattern" = ID_PATTERN)))]
    pub(in crate::dataset) within: Option<RawString<'a>>,
    /// Its name.
    #[cfg_attr(test, schemars(required))]
    pub(in crate::dataset) name: Option<RawText<'a>>,
    /// Where it stands, in words.
    pub(in crate::dataset) city: Option<RawText<'a>>,
    /// Where it stands: degrees north, degrees east.
    pub(in crate::dataset) at: Option<Vec<f64>>,
    /// Who runs it.
    pub(in crate::dataset) operator: Option<RawText<'a>>,
    /// Who takes part.
    pub(in crate::dataset) partners: Option<Vec<RawText<'a>>>,
    /// What it makes.
    pub(in crate::dataset) makes: Option<Vec<RawText<'a>>>,
    /// How it makes it.
    pub(in crate::dataset) method: Option<RawText<'a>>,
    /// How it stands today, a word such as `operating`.
    pub(in crate::dataset) status: Option<RawString<'a>>,
    /// A remark.
    pub(in crate::dataset) note: Option<RawText<'a>>,
}

/// What was promised or forecast.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, rename = "target", bound(deserialize = "'de: 'a"))]
pub(in crate::dataset) struct RawTarget<'a> {
    /// Its id.
    #[cfg_attr(test, schemars(required, extend("pattern" = ID_PATTERN)))]
    pub(in crate::dataset) id: Option<RawString<'a>>,
    /// The id of what is counted.
    #[cfg_attr(test, schemars(required, extend("pattern" = ID_PATTERN)))]
    pub(in crate::dataset) metric: Option<RawString<'a>>,
    /// The id of whose figure it is.
    #[cfg_attr(test, schemars(required, extend("pattern" = ID_PATTERN)))]
    pub(in crate::dataset) subject: Option<RawString<'a>>,
    /// How much: a number or a text such as `">=200k"`; none for a milestone.
    pub(in crate::dataset) value: Option<RawScalar<'a>>,
    /// How far "about" reaches: a fraction, 0.05 unless said.
    pub(in crate::dataset) tolerance: Option<f64>,
    /// The words as spoken, paraphrased.
    pub(in crate::dataset) spoken: Option<RawText<'a>>,
    /// By when: a period, or two dates as `2019-07-01..2020-07-01`; none if not dated.
    pub(in crate::dataset) due: Option<RawScalar<'a>>,
    /// When it was said: a date.
    #[cfg_attr(test, schemars(required))]
    pub(in crate::dataset) said: Option<RawScalar<'a>>,
    /// Who said it.
    pub(in crate::dataset) by: Option<RawText<'a>>,
    /// The ids of the sources that report it.
    pub(in crate::dataset) sources: Option<Vec<RawString<'a>>>,
    /// The id of the target that this one says again or moves.
    #[cfg_attr(test, schemars(extend("pattern" = ID_PATTERN)))]
    pub(in crate::dataset) restates: Option<RawString<'a>>,
    /// Where the words allow two meanings: the preferred one first.
    pub(in crate::dataset) readings: Option<Vec<RawRecord<RawReading<'a>>>>,
    /// `target` (default) or `forecast`.
    #[cfg_attr(test, schemars(extend("enum" = keywords(&records::TargetKind::NAMES))))]
    pub(in crate::dataset) kind: Option<RawString<'a>>,
    /// A remark.
    pub(in crate::dataset) note: Option<RawText<'a>>,
}

/// One meaning of an ambiguous promise.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, rename = "reading", bound(deserialize = "'de: 'a"))]
pub(in crate::dataset) struct RawReading<'a> {
    /// How much, in this reading.
    #[cfg_attr(test, schemars(required))]
    pub(in crate::dataset) value: Option<RawScalar<'a>>,
    /// Why it can be read so.
    pub(in crate::dataset) why: Option<RawText<'a>>,
}

/// What was reported.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, rename = "actual", bound(deserialize = "'de: 'a"))]
pub(in crate::dataset) struct RawActual<'a> {
    /// The id of what is counted.
    #[cfg_attr(test, schemars(required, extend("pattern" = ID_PATTERN)))]
    pub(in crate::dataset) metric: Option<RawString<'a>>,
    /// The id of whose figure it is.
    #[cfg_attr(test, schemars(required, extend("pattern" = ID_PATTERN)))]
    pub(in crate::dataset) subject: Option<RawString<'a>>,
    /// The time it covers; for a milestone, when it happened.
    #[cfg_attr(test, schemars(required))]
    pub(in crate::dataset) period: Option<RawScalar<'a>>,
    /// How much: a number or a text such as `"~100k"`; none for a milestone that happened, `"not yet"` for one that had not.
    pub(in crate::dataset) value: Option<RawScalar<'a>>,
    /// How far "about" reaches: a fraction, 0.05 unless said.
    pub(in crate::dataset) tolerance: Option<f64>,
    /// The words as spoken, paraphrased.
    pub(in crate::dataset) spoken: Option<RawText<'a>>,
    /// The ids of the sources that report it, the best first.
    #[cfg_attr(test, schemars(required))]
    pub(in crate::dataset) sources: Option<Vec<RawString<'a>>>,
    /// Per cent on the same period a year before, as reported.
    pub(in crate::dataset) growth: Option<RawScalar<'a>>,
    /// When it became known: a date; unless written, that of its earliest source.
    pub(in crate::dataset) published: Option<RawScalar<'a>>,
    /// `final` (default), `provisional` or `estimate`.
    #[cfg_attr(test, schemars(extend("enum" = keywords(&records::Quality::NAMES))))]
    pub(in crate::dataset) quality: Option<RawString<'a>>,
    /// What is included, in words.
    pub(in crate::dataset) counts: Option<RawText<'a>>,
    /// A remark.
    pub(in crate::dataset) note: Option<RawText<'a>>,
}

/// One scene of the talk: a state of the dashboard.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, rename = "scene", bound(deserialize = "'de: 'a"))]
pub(in crate::dataset) struct RawScene<'a> {
    /// The page it stands on.
    #[cfg_attr(test, schemars(required, extend("enum" = records::SceneRecord::PAGES)))]
    pub(in crate::dataset) page: Option<RawString<'a>>,
    /// The id of the target selected.
    #[cfg_attr(test, schemars(extend("pattern" = ID_PATTERN)))]
    pub(in crate::dataset) target: Option<RawString<'a>>,
    /// The id of the subject selected.
    #[cfg_attr(test, schemars(extend("pattern" = ID_PATTERN)))]
    pub(in crate::dataset) subject: Option<RawString<'a>>,
    /// The id of the metric selected.
    #[cfg_attr(test, schemars(extend("pattern" = ID_PATTERN)))]
    pub(in crate::dataset) metric: Option<RawString<'a>>,
    /// The date whose knowledge it shows.
    pub(in crate::dataset) known: Option<RawScalar<'a>>,
    /// The first and the last year shown.
    pub(in crate::dataset) zoom: Option<Vec<i32>>,
    /// The period to light up.
    pub(in crate::dataset) spotlight: Option<RawScalar<'a>>,
    /// Its title.
    pub(in crate::dataset) title: Option<RawText<'a>>,
    /// The one sentence on screen.
    pub(in crate::dataset) say: Option<RawText<'a>>,
    /// What the speaker reads.
    pub(in crate::dataset) notes: Option<RawText<'a>>,
    /// How long it lasts.
    pub(in crate::dataset) seconds: Option<u32>,
}
