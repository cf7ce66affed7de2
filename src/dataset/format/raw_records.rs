//! The raw records of a dataset file, as serde decodes them. The doc comments of types and fields are the descriptions of the
//! JSON Schema. An unknown field is refused; a missing one is reported by `check`, so that one fault hides no other.

use serde::Deserialize;

use crate::dataset::format::raw_values::{RawRecord, RawScalar, RawString, RawText, RawWords};

#[cfg(test)]
use crate::dataset::{
    format::raw_values::{ID_PATTERN, keywords},
    records,
};

/// The lists of records of a dataset, in the order in which problems are told.
pub(crate) const RECORD_LISTS: [&str; 6] = ["sources", "metrics", "subjects", "targets", "actuals", "story"];

/// A whole file.
#[derive(Debug, Default, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, rename = "dataset", bound(deserialize = "'de: 'a"))]
pub(crate) struct RawDataset<'a> {
    /// The version of the format: 1.
    #[cfg_attr(test, schemars(required, extend("const" = 1)))]
    pub(crate) planfact: Option<RawScalar<'a>>,
    /// The id of the dataset.
    #[cfg_attr(test, schemars(required, extend("pattern" = ID_PATTERN)))]
    pub(crate) id: Option<RawString<'a>>,
    /// Its title.
    #[cfg_attr(test, schemars(required))]
    pub(crate) title: Option<RawText<'a>>,
    /// What it is about, one paragraph.
    pub(crate) about: Option<RawText<'a>>,
    /// The date of its last change.
    pub(crate) updated: Option<RawScalar<'a>>,
    /// The date up to which sources were followed.
    pub(crate) through: Option<RawScalar<'a>>,
    /// The id of the target that the first page opens on.
    #[cfg_attr(test, schemars(extend("pattern" = ID_PATTERN)))]
    pub(crate) lead: Option<RawString<'a>>,
    /// Names that replace the program's own, by key.
    pub(crate) words: Option<RawWords<'a>>,
    /// Who said it.
    pub(crate) sources: Option<Vec<RawRecord<RawSource<'a>>>>,
    /// What is counted.
    pub(crate) metrics: Option<Vec<RawRecord<RawMetric<'a>>>>,
    /// Whose figure it is.
    pub(crate) subjects: Option<Vec<RawRecord<RawSubject<'a>>>>,
    /// What was promised.
    pub(crate) targets: Option<Vec<RawRecord<RawTarget<'a>>>>,
    /// What was reported.
    pub(crate) actuals: Option<Vec<RawRecord<RawActual<'a>>>>,
    /// The scenes of a talk.
    pub(crate) story: Option<Vec<RawRecord<RawScene<'a>>>>,
}

/// A publication.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, rename = "source", bound(deserialize = "'de: 'a"))]
pub(crate) struct RawSource<'a> {
    /// Its id.
    #[cfg_attr(test, schemars(required, extend("pattern" = ID_PATTERN)))]
    pub(crate) id: Option<RawString<'a>>,
    /// Who published it.
    #[cfg_attr(test, schemars(required))]
    pub(crate) publisher: Option<RawText<'a>>,
    /// What it is called or reports.
    pub(crate) title: Option<RawText<'a>>,
    /// Where it can be read: `https://…`.
    pub(crate) url: Option<RawString<'a>>,
    /// When it was published: a date.
    pub(crate) published: Option<RawScalar<'a>>,
    /// `statistics`, `government`, `association`, `company`, `press` or `other` (default).
    #[cfg_attr(test, schemars(extend("enum" = keywords(&records::SourceKind::NAMES))))]
    pub(crate) kind: Option<RawString<'a>>,
    /// A remark.
    pub(crate) note: Option<RawText<'a>>,
}

/// What is counted.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, rename = "metric", bound(deserialize = "'de: 'a"))]
pub(crate) struct RawMetric<'a> {
    /// Its id.
    #[cfg_attr(test, schemars(required, extend("pattern" = ID_PATTERN)))]
    pub(crate) id: Option<RawString<'a>>,
    /// Its name.
    #[cfg_attr(test, schemars(required))]
    pub(crate) name: Option<RawText<'a>>,
    /// The unit of its values.
    pub(crate) unit: Option<RawText<'a>>,
    /// `flow`, `cumulative`, `stock`, `share`, `growth`, `ratio` or `milestone`.
    #[cfg_attr(test, schemars(required, extend("enum" = keywords(&records::MetricKind::NAMES))))]
    pub(crate) kind: Option<RawString<'a>>,
    /// `more` (default) or `less`.
    #[cfg_attr(test, schemars(extend("enum" = keywords(&records::Better::NAMES))))]
    pub(crate) better: Option<RawString<'a>>,
    /// `KZT`, `USD`: makes it money.
    pub(crate) currency: Option<RawString<'a>>,
    /// The ids of the metrics that add up to it.
    pub(crate) parts: Option<Vec<RawString<'a>>>,
    /// The id of a metric that it is a part of: `exports` of `output`. It is never more.
    pub(crate) part_of: Option<RawString<'a>>,
    /// Of a share: the id of the metric that it is the share of; its whole is that metric's `part_of`.
    pub(crate) share_of: Option<RawString<'a>>,
    /// The id of the metric with the capacity that a year of it stays within.
    pub(crate) capacity: Option<RawString<'a>>,
    /// Whether its targets get a verdict: `true` (default), or `false` for planned costs.
    pub(crate) judged: Option<bool>,
    /// A remark.
    pub(crate) note: Option<RawText<'a>>,
}

/// Whose figure it is.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, rename = "subject", bound(deserialize = "'de: 'a"))]
pub(crate) struct RawSubject<'a> {
    /// Its id.
    #[cfg_attr(test, schemars(required, extend("pattern" = ID_PATTERN)))]
    pub(crate) id: Option<RawString<'a>>,
    /// `country`, `industry`, `site`, `brand` or `other`.
    #[cfg_attr(test, schemars(required, extend("enum" = keywords(&records::SubjectKind::NAMES))))]
    pub(crate) kind: Option<RawString<'a>>,
    /// The id of the subject that it belongs to.
    #[cfg_attr(test, schemars(extend("pattern" = ID_PATTERN)))]
    pub(crate) within: Option<RawString<'a>>,
    /// Its name.
    #[cfg_attr(test, schemars(required))]
    pub(crate) name: Option<RawText<'a>>,
    /// Where it stands, in words.
    pub(crate) city: Option<RawText<'a>>,
    /// Where it stands: degrees north, degrees east.
    pub(crate) at: Option<Vec<f64>>,
    /// Who runs it.
    pub(crate) operator: Option<RawText<'a>>,
    /// Who takes part.
    pub(crate) partners: Option<Vec<RawText<'a>>>,
    /// What it makes.
    pub(crate) makes: Option<Vec<RawText<'a>>>,
    /// How it makes it.
    pub(crate) method: Option<RawText<'a>>,
    /// How it stands today, a word such as `operating`.
    pub(crate) status: Option<RawString<'a>>,
    /// A remark.
    pub(crate) note: Option<RawText<'a>>,
}

/// What was promised or forecast.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, rename = "target", bound(deserialize = "'de: 'a"))]
pub(crate) struct RawTarget<'a> {
    /// Its id.
    #[cfg_attr(test, schemars(required, extend("pattern" = ID_PATTERN)))]
    pub(crate) id: Option<RawString<'a>>,
    /// The id of what is counted.
    #[cfg_attr(test, schemars(required, extend("pattern" = ID_PATTERN)))]
    pub(crate) metric: Option<RawString<'a>>,
    /// The id of whose figure it is.
    #[cfg_attr(test, schemars(required, extend("pattern" = ID_PATTERN)))]
    pub(crate) subject: Option<RawString<'a>>,
    /// How much: a number, a text such as `">=200k"` or `"at least 5 million"`, or a change; none for a milestone.
    pub(crate) value: Option<RawScalar<'a>>,
    /// How far "about" reaches: a fraction, 0.05 unless said.
    pub(crate) tolerance: Option<f64>,
    /// The words as spoken, paraphrased.
    pub(crate) spoken: Option<RawText<'a>>,
    /// By when: a period, or two dates as `2019-07-01..2020-07-01`; none if not dated.
    pub(crate) due: Option<RawScalar<'a>>,
    /// When it was said: a date.
    #[cfg_attr(test, schemars(required))]
    pub(crate) said: Option<RawScalar<'a>>,
    /// Who said it.
    pub(crate) by: Option<RawText<'a>>,
    /// The ids of the sources that report it.
    pub(crate) sources: Option<Vec<RawString<'a>>>,
    /// The id of the target that this one says again or moves.
    #[cfg_attr(test, schemars(extend("pattern" = ID_PATTERN)))]
    pub(crate) restates: Option<RawString<'a>>,
    /// Where the words allow two meanings: the preferred one first.
    pub(crate) readings: Option<Vec<RawRecord<RawReading<'a>>>>,
    /// `target` (default), `forecast`, or `plan` for its own period alone.
    #[cfg_attr(test, schemars(extend("enum" = keywords(&records::TargetKind::NAMES))))]
    pub(crate) kind: Option<RawString<'a>>,
    /// `reach` (default), `hold` from the statement to the due date, or `within` a range.
    #[cfg_attr(test, schemars(extend("enum" = keywords(&records::Goal::NAMES))))]
    pub(crate) goal: Option<RawString<'a>>,
    /// For `hold`: the period from whose start on figures count; the statement unless written.
    pub(crate) from: Option<RawScalar<'a>>,
    /// The period that a change is against: `"-40%"`, `"+22%"`, `"x2"`, or of a share `"+5pp"`.
    pub(crate) base: Option<RawScalar<'a>>,
    /// `linear` or `geometric`: the line of the pace, where not that of the metric.
    #[cfg_attr(test, schemars(extend("enum" = keywords(&records::LineShape::NAMES))))]
    pub(crate) path: Option<RawString<'a>>,
    /// A remark.
    pub(crate) note: Option<RawText<'a>>,
}

/// One meaning of an ambiguous promise.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, rename = "reading", bound(deserialize = "'de: 'a"))]
pub(crate) struct RawReading<'a> {
    /// How much, in this reading.
    #[cfg_attr(test, schemars(required))]
    pub(crate) value: Option<RawScalar<'a>>,
    /// Why it can be read so.
    pub(crate) why: Option<RawText<'a>>,
}

/// What was reported.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, rename = "actual", bound(deserialize = "'de: 'a"))]
pub(crate) struct RawActual<'a> {
    /// The id of what is counted.
    #[cfg_attr(test, schemars(required, extend("pattern" = ID_PATTERN)))]
    pub(crate) metric: Option<RawString<'a>>,
    /// The id of whose figure it is.
    #[cfg_attr(test, schemars(required, extend("pattern" = ID_PATTERN)))]
    pub(crate) subject: Option<RawString<'a>>,
    /// The time it covers; for a milestone, when it happened.
    #[cfg_attr(test, schemars(required))]
    pub(crate) period: Option<RawScalar<'a>>,
    /// How much: a number or a text such as `"~100k"`; none for a milestone that happened, `"not yet"` for one that had not.
    pub(crate) value: Option<RawScalar<'a>>,
    /// How far "about" reaches: a fraction, 0.05 unless said.
    pub(crate) tolerance: Option<f64>,
    /// The words as spoken, paraphrased.
    pub(crate) spoken: Option<RawText<'a>>,
    /// The ids of the sources that report it, the best first.
    #[cfg_attr(test, schemars(required))]
    pub(crate) sources: Option<Vec<RawString<'a>>>,
    /// Per cent on the same period a year before, as reported.
    pub(crate) growth: Option<RawScalar<'a>>,
    /// When it became known: a date; unless written, that of its earliest source.
    pub(crate) published: Option<RawScalar<'a>>,
    /// `final` (default), `provisional`, or `estimate`, which may come out before its period ends.
    #[cfg_attr(test, schemars(extend("enum" = keywords(&records::Quality::NAMES))))]
    pub(crate) quality: Option<RawString<'a>>,
    /// What is included, in words.
    pub(crate) counts: Option<RawText<'a>>,
    /// A remark.
    pub(crate) note: Option<RawText<'a>>,
}

/// One scene of the talk: a state of the dashboard.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, rename = "scene", bound(deserialize = "'de: 'a"))]
pub(crate) struct RawScene<'a> {
    /// The page it stands on.
    #[cfg_attr(test, schemars(required, extend("enum" = records::SceneRecord::PAGES)))]
    pub(crate) page: Option<RawString<'a>>,
    /// The id of the target selected.
    #[cfg_attr(test, schemars(extend("pattern" = ID_PATTERN)))]
    pub(crate) target: Option<RawString<'a>>,
    /// The id of the subject selected.
    #[cfg_attr(test, schemars(extend("pattern" = ID_PATTERN)))]
    pub(crate) subject: Option<RawString<'a>>,
    /// The id of the metric selected.
    #[cfg_attr(test, schemars(extend("pattern" = ID_PATTERN)))]
    pub(crate) metric: Option<RawString<'a>>,
    /// The date whose knowledge it shows.
    pub(crate) known: Option<RawScalar<'a>>,
    /// The first and the last year shown.
    pub(crate) zoom: Option<Vec<i32>>,
    /// The period to light up.
    pub(crate) spotlight: Option<RawScalar<'a>>,
    /// Its title.
    pub(crate) title: Option<RawText<'a>>,
    /// The one sentence on screen.
    pub(crate) say: Option<RawText<'a>>,
    /// What the speaker reads.
    pub(crate) notes: Option<RawText<'a>>,
    /// How long it lasts.
    pub(crate) seconds: Option<u32>,
}
