//! The format, as types: what a file may say, before anything is checked.
//!
//! Here: one type for each record, with the fields of the file in its order. An unknown field is refused; a missing one
//! is for `check` to report, so that one fault hides no other. Not here: what the fields mean (`check`), the checked
//! records (`records`).

use serde::Deserialize;

use crate::dataset::format::raw_values::{RawRecord, RawScalar, RawString, RawText, RawWords};

/// The lists of records of a dataset, in the order in which problems are told.
pub(in crate::dataset) const RECORD_LISTS: [&str; 6] =
    ["sources", "metrics", "subjects", "targets", "actuals", "story"];

/// A whole file.
#[derive(Debug, Default, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, rename = "dataset")]
pub(in crate::dataset) struct RawDataset<'a> {
    /// The version of the format: 1.
    #[serde(borrow)]
    #[cfg_attr(test, schemars(required, extend("const" = 1)))]
    pub(in crate::dataset) planfact: Option<RawScalar<'a>>,
    /// The id of the dataset.
    #[serde(borrow)]
    #[cfg_attr(test, schemars(required, extend("pattern" = crate::dataset::format::schema::ID_PATTERN)))]
    pub(in crate::dataset) id: Option<RawString<'a>>,
    /// Its title.
    #[serde(borrow)]
    #[cfg_attr(test, schemars(required))]
    pub(in crate::dataset) title: Option<RawText<'a>>,
    /// What it is about, one paragraph.
    #[serde(borrow)]
    pub(in crate::dataset) about: Option<RawText<'a>>,
    /// The date of its last change.
    #[serde(borrow)]
    pub(in crate::dataset) updated: Option<RawScalar<'a>>,
    /// The id of the target that the first page opens on.
    #[serde(borrow)]
    #[cfg_attr(test, schemars(extend("pattern" = crate::dataset::format::schema::ID_PATTERN)))]
    pub(in crate::dataset) lead: Option<RawString<'a>>,
    /// Names that replace the program's own, by key.
    #[serde(borrow)]
    pub(in crate::dataset) words: Option<RawWords<'a>>,
    /// Who said it.
    #[serde(borrow)]
    pub(in crate::dataset) sources: Option<Vec<RawRecord<RawSource<'a>>>>,
    /// What is counted.
    #[serde(borrow)]
    pub(in crate::dataset) metrics: Option<Vec<RawRecord<RawMetric<'a>>>>,
    /// Whose figure it is.
    #[serde(borrow)]
    pub(in crate::dataset) subjects: Option<Vec<RawRecord<RawSubject<'a>>>>,
    /// What was promised.
    #[serde(borrow)]
    pub(in crate::dataset) targets: Option<Vec<RawRecord<RawTarget<'a>>>>,
    /// What was reported.
    #[serde(borrow)]
    pub(in crate::dataset) actuals: Option<Vec<RawRecord<RawActual<'a>>>>,
    /// The scenes of a talk.
    #[serde(borrow)]
    pub(in crate::dataset) story: Option<Vec<RawRecord<RawScene<'a>>>>,
}

/// A publication.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, rename = "source")]
pub(in crate::dataset) struct RawSource<'a> {
    /// Its id.
    #[serde(borrow)]
    #[cfg_attr(test, schemars(required, extend("pattern" = crate::dataset::format::schema::ID_PATTERN)))]
    pub(in crate::dataset) id: Option<RawString<'a>>,
    /// Who published it.
    #[serde(borrow)]
    #[cfg_attr(test, schemars(required))]
    pub(in crate::dataset) publisher: Option<RawText<'a>>,
    /// What it is called or reports.
    #[serde(borrow)]
    pub(in crate::dataset) title: Option<RawText<'a>>,
    /// Where it can be read: `https://…`.
    #[serde(borrow)]
    pub(in crate::dataset) url: Option<RawString<'a>>,
    /// When it was published: a date.
    #[serde(borrow)]
    pub(in crate::dataset) published: Option<RawScalar<'a>>,
    /// `statistics`, `government`, `association`, `company`, `press` or `other` (default).
    #[serde(borrow)]
    #[cfg_attr(test, schemars(extend("enum" = crate::dataset::format::schema::keywords(&crate::dataset::records::SourceKind::NAMES))))]
    pub(in crate::dataset) kind: Option<RawString<'a>>,
    /// A remark.
    #[serde(borrow)]
    pub(in crate::dataset) note: Option<RawText<'a>>,
}

/// What is counted.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, rename = "metric")]
pub(in crate::dataset) struct RawMetric<'a> {
    /// Its id.
    #[serde(borrow)]
    #[cfg_attr(test, schemars(required, extend("pattern" = crate::dataset::format::schema::ID_PATTERN)))]
    pub(in crate::dataset) id: Option<RawString<'a>>,
    /// Its name.
    #[serde(borrow)]
    #[cfg_attr(test, schemars(required))]
    pub(in crate::dataset) name: Option<RawText<'a>>,
    /// The unit of its values.
    #[serde(borrow)]
    pub(in crate::dataset) unit: Option<RawText<'a>>,
    /// `flow`, `cumulative`, `stock`, `share`, `growth`, `ratio` or `milestone`.
    #[serde(borrow)]
    #[cfg_attr(test, schemars(required, extend("enum" = crate::dataset::format::schema::keywords(&crate::dataset::records::MetricKind::NAMES))))]
    pub(in crate::dataset) kind: Option<RawString<'a>>,
    /// `more` (default) or `less`.
    #[serde(borrow)]
    #[cfg_attr(test, schemars(extend("enum" = crate::dataset::format::schema::keywords(&crate::dataset::records::Better::NAMES))))]
    pub(in crate::dataset) better: Option<RawString<'a>>,
    /// `KZT`, `USD`: makes it money.
    #[serde(borrow)]
    pub(in crate::dataset) currency: Option<RawString<'a>>,
    /// The ids of the metrics that add up to it.
    #[serde(borrow)]
    pub(in crate::dataset) parts: Option<Vec<RawString<'a>>>,
    /// A remark.
    #[serde(borrow)]
    pub(in crate::dataset) note: Option<RawText<'a>>,
}

/// Whose figure it is.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, rename = "subject")]
pub(in crate::dataset) struct RawSubject<'a> {
    /// Its id.
    #[serde(borrow)]
    #[cfg_attr(test, schemars(required, extend("pattern" = crate::dataset::format::schema::ID_PATTERN)))]
    pub(in crate::dataset) id: Option<RawString<'a>>,
    /// `country`, `industry`, `site`, `brand` or `other`.
    #[serde(borrow)]
    #[cfg_attr(test, schemars(required, extend("enum" = crate::dataset::format::schema::keywords(&crate::dataset::records::SubjectKind::NAMES))))]
    pub(in crate::dataset) kind: Option<RawString<'a>>,
    /// The id of the subject that it belongs to.
    #[serde(borrow)]
    #[cfg_attr(test, schemars(extend("pattern" = crate::dataset::format::schema::ID_PATTERN)))]
    pub(in crate::dataset) within: Option<RawString<'a>>,
    /// Its name.
    #[serde(borrow)]
    #[cfg_attr(test, schemars(required))]
    pub(in crate::dataset) name: Option<RawText<'a>>,
    /// Where it stands, in words.
    #[serde(borrow)]
    pub(in crate::dataset) city: Option<RawText<'a>>,
    /// Where it stands: degrees north, degrees east.
    pub(in crate::dataset) at: Option<Vec<f64>>,
    /// Who runs it.
    #[serde(borrow)]
    pub(in crate::dataset) operator: Option<RawText<'a>>,
    /// Who takes part.
    #[serde(borrow)]
    pub(in crate::dataset) partners: Option<Vec<RawText<'a>>>,
    /// What it makes.
    #[serde(borrow)]
    pub(in crate::dataset) makes: Option<Vec<RawText<'a>>>,
    /// How it makes it.
    #[serde(borrow)]
    pub(in crate::dataset) method: Option<RawText<'a>>,
    /// How it stands today, a word such as `operating`.
    #[serde(borrow)]
    pub(in crate::dataset) status: Option<RawString<'a>>,
    /// A remark.
    #[serde(borrow)]
    pub(in crate::dataset) note: Option<RawText<'a>>,
}

/// What was promised or forecast.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, rename = "target")]
pub(in crate::dataset) struct RawTarget<'a> {
    /// Its id.
    #[serde(borrow)]
    #[cfg_attr(test, schemars(required, extend("pattern" = crate::dataset::format::schema::ID_PATTERN)))]
    pub(in crate::dataset) id: Option<RawString<'a>>,
    /// The id of what is counted.
    #[serde(borrow)]
    #[cfg_attr(test, schemars(required, extend("pattern" = crate::dataset::format::schema::ID_PATTERN)))]
    pub(in crate::dataset) metric: Option<RawString<'a>>,
    /// The id of whose figure it is.
    #[serde(borrow)]
    #[cfg_attr(test, schemars(required, extend("pattern" = crate::dataset::format::schema::ID_PATTERN)))]
    pub(in crate::dataset) subject: Option<RawString<'a>>,
    /// How much: a number or a text such as `">=200k"`; none for a milestone.
    #[serde(borrow)]
    pub(in crate::dataset) value: Option<RawScalar<'a>>,
    /// How far "about" reaches: a fraction, 0.05 unless said.
    pub(in crate::dataset) tolerance: Option<f64>,
    /// The words as spoken, paraphrased.
    #[serde(borrow)]
    pub(in crate::dataset) spoken: Option<RawText<'a>>,
    /// By when: a period, or two dates as `2019-07-01..2020-07-01`; none if not dated.
    #[serde(borrow)]
    pub(in crate::dataset) due: Option<RawScalar<'a>>,
    /// When it was said: a date.
    #[serde(borrow)]
    #[cfg_attr(test, schemars(required))]
    pub(in crate::dataset) said: Option<RawScalar<'a>>,
    /// Who said it.
    #[serde(borrow)]
    pub(in crate::dataset) by: Option<RawText<'a>>,
    /// The ids of the sources that report it.
    #[serde(borrow)]
    pub(in crate::dataset) sources: Option<Vec<RawString<'a>>>,
    /// The id of the target that this one says again or moves.
    #[serde(borrow)]
    #[cfg_attr(test, schemars(extend("pattern" = crate::dataset::format::schema::ID_PATTERN)))]
    pub(in crate::dataset) restates: Option<RawString<'a>>,
    /// Where the words allow two meanings: the preferred one first.
    #[serde(borrow)]
    pub(in crate::dataset) readings: Option<Vec<RawRecord<RawReading<'a>>>>,
    /// `target` (default) or `forecast`.
    #[serde(borrow)]
    #[cfg_attr(test, schemars(extend("enum" = crate::dataset::format::schema::keywords(&crate::dataset::records::TargetKind::NAMES))))]
    pub(in crate::dataset) kind: Option<RawString<'a>>,
    /// A remark.
    #[serde(borrow)]
    pub(in crate::dataset) note: Option<RawText<'a>>,
}

/// One meaning of an ambiguous promise.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, rename = "reading")]
pub(in crate::dataset) struct RawReading<'a> {
    /// How much, in this reading.
    #[serde(borrow)]
    #[cfg_attr(test, schemars(required))]
    pub(in crate::dataset) value: Option<RawScalar<'a>>,
    /// Why it can be read so.
    #[serde(borrow)]
    pub(in crate::dataset) why: Option<RawText<'a>>,
}

/// What was reported.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, rename = "actual")]
pub(in crate::dataset) struct RawActual<'a> {
    /// The id of what is counted.
    #[serde(borrow)]
    #[cfg_attr(test, schemars(required, extend("pattern" = crate::dataset::format::schema::ID_PATTERN)))]
    pub(in crate::dataset) metric: Option<RawString<'a>>,
    /// The id of whose figure it is.
    #[serde(borrow)]
    #[cfg_attr(test, schemars(required, extend("pattern" = crate::dataset::format::schema::ID_PATTERN)))]
    pub(in crate::dataset) subject: Option<RawString<'a>>,
    /// The time it covers; for a milestone, when it happened.
    #[serde(borrow)]
    #[cfg_attr(test, schemars(required))]
    pub(in crate::dataset) period: Option<RawScalar<'a>>,
    /// How much: a number or a text such as `"~100k"`; none for a milestone that happened, `"not yet"` for one that had not.
    #[serde(borrow)]
    pub(in crate::dataset) value: Option<RawScalar<'a>>,
    /// How far "about" reaches: a fraction, 0.05 unless said.
    pub(in crate::dataset) tolerance: Option<f64>,
    /// The words as spoken, paraphrased.
    #[serde(borrow)]
    pub(in crate::dataset) spoken: Option<RawText<'a>>,
    /// The ids of the sources that report it, the best first.
    #[serde(borrow)]
    #[cfg_attr(test, schemars(required))]
    pub(in crate::dataset) sources: Option<Vec<RawString<'a>>>,
    /// Per cent on the same period a year before, as reported.
    #[serde(borrow)]
    pub(in crate::dataset) growth: Option<RawScalar<'a>>,
    /// When it became known: a date; unless written, that of its earliest source.
    #[serde(borrow)]
    pub(in crate::dataset) published: Option<RawScalar<'a>>,
    /// `final` (default), `provisional` or `estimate`.
    #[serde(borrow)]
    #[cfg_attr(test, schemars(extend("enum" = crate::dataset::format::schema::keywords(&crate::dataset::records::Quality::NAMES))))]
    pub(in crate::dataset) quality: Option<RawString<'a>>,
    /// What is included, in words.
    #[serde(borrow)]
    pub(in crate::dataset) counts: Option<RawText<'a>>,
    /// A remark.
    #[serde(borrow)]
    pub(in crate::dataset) note: Option<RawText<'a>>,
}

/// One scene of the talk: a state of the dashboard.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, rename = "scene")]
pub(in crate::dataset) struct RawScene<'a> {
    /// The page it stands on.
    #[serde(borrow)]
    #[cfg_attr(test, schemars(required, extend("enum" = crate::dataset::records::SceneRecord::PAGES)))]
    pub(in crate::dataset) page: Option<RawString<'a>>,
    /// The id of the target selected.
    #[serde(borrow)]
    #[cfg_attr(test, schemars(extend("pattern" = crate::dataset::format::schema::ID_PATTERN)))]
    pub(in crate::dataset) target: Option<RawString<'a>>,
    /// The id of the subject selected.
    #[serde(borrow)]
    #[cfg_attr(test, schemars(extend("pattern" = crate::dataset::format::schema::ID_PATTERN)))]
    pub(in crate::dataset) subject: Option<RawString<'a>>,
    /// The id of the metric selected.
    #[serde(borrow)]
    #[cfg_attr(test, schemars(extend("pattern" = crate::dataset::format::schema::ID_PATTERN)))]
    pub(in crate::dataset) metric: Option<RawString<'a>>,
    /// The date whose knowledge it shows.
    #[serde(borrow)]
    pub(in crate::dataset) known: Option<RawScalar<'a>>,
    /// The first and the last year shown.
    pub(in crate::dataset) zoom: Option<Vec<i32>>,
    /// The period to light up.
    #[serde(borrow)]
    pub(in crate::dataset) spotlight: Option<RawScalar<'a>>,
    /// Its title.
    #[serde(borrow)]
    pub(in crate::dataset) title: Option<RawText<'a>>,
    /// The one sentence on screen.
    #[serde(borrow)]
    pub(in crate::dataset) say: Option<RawText<'a>>,
    /// What the speaker reads.
    #[serde(borrow)]
    pub(in crate::dataset) notes: Option<RawText<'a>>,
    /// How long it lasts.
    pub(in crate::dataset) seconds: Option<u32>,
}
