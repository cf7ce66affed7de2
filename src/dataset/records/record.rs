//! The types of the records. The words that they choose from are in `kinds`.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::dataset::format::period::{Due, PartialDate, Period};
use crate::dataset::format::value::{NumberKind, Value};
use crate::dataset::records::id::Id;
use crate::dataset::records::kinds::{Better, MetricKind, Quality, SourceKind, SubjectKind, TargetKind};
use crate::dataset::records::text::{CowStr, LocalizedText};

/// A publication.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct Source {
    /// Its id in the file.
    pub id: CowStr,
    /// Who published it.
    pub publisher: LocalizedText,
    /// What it is called or reports.
    pub title: LocalizedText,
    /// Where it can be read.
    pub url: Option<CowStr>,
    /// When it was published; none if nobody knows.
    pub published: Option<PartialDate>,
    /// What kind of publisher it is.
    pub kind: SourceKind,
    /// A remark.
    pub note: LocalizedText,
}

/// What is counted.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct Metric {
    /// Its id in the file.
    pub id: CowStr,
    /// Its name.
    pub name: LocalizedText,
    /// The unit of its values.
    pub unit: LocalizedText,
    /// What a period means for it.
    pub kind: MetricKind,
    /// Which way is good.
    pub better: Better,
    /// The currency, if it is money.
    pub currency: Option<CowStr>,
    /// The metrics that add up to it.
    pub parts: Vec<Id<Metric>>,
    /// A remark.
    pub note: LocalizedText,
}

impl Metric {
    /// Whether its whole numbers are counts: things made or standing, that are not money (analytics 10).
    #[must_use]
    pub fn number_kind(&self) -> NumberKind {
        let things = matches!(self.kind, MetricKind::Flow | MetricKind::Stock | MetricKind::Cumulative);
        if things && self.currency.is_none() { NumberKind::Count } else { NumberKind::Measurement }
    }
}

/// Whose figure it is.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct Subject {
    /// Its id in the file.
    pub id: CowStr,
    /// What it is.
    pub kind: SubjectKind,
    /// What it belongs to.
    pub within: Option<Id<Subject>>,
    /// Its name.
    pub name: LocalizedText,
    /// Where it stands, in words.
    pub city: LocalizedText,
    /// Where it stands: degrees north, degrees east.
    pub at: Option<(f64, f64)>,
    /// Who runs it.
    pub operator: LocalizedText,
    /// Who takes part.
    pub partners: Vec<LocalizedText>,
    /// What it makes.
    pub makes: Vec<LocalizedText>,
    /// How it makes it.
    pub method: LocalizedText,
    /// How it stands today, a word such as `operating`.
    pub status: Option<CowStr>,
    /// A remark.
    pub note: LocalizedText,
}

/// What was promised or forecast.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct Target {
    /// Its id in the file.
    pub id: CowStr,
    /// What is counted.
    pub metric: Id<Metric>,
    /// Whose figure it is.
    pub subject: Id<Subject>,
    /// How much; for a milestone there is none.
    pub value: Option<Value>,
    /// The tolerance of "about", a fraction; none for the usual 5 %.
    pub tolerance: Option<f64>,
    /// The words as spoken, paraphrased.
    pub spoken: LocalizedText,
    /// By when; none if not dated.
    pub due: Option<Due>,
    /// When it was said.
    pub said: PartialDate,
    /// Who said it.
    pub by: LocalizedText,
    /// Who reports that it was said; may be empty only in a file of a person's own.
    pub sources: Vec<Id<Source>>,
    /// The statement that this one says again or moves.
    pub restates: Option<Id<Target>>,
    /// Where the words allow two meanings: the preferred one first.
    pub readings: Vec<TargetReading>,
    /// A promise or a forecast.
    pub kind: TargetKind,
    /// A remark.
    pub note: LocalizedText,
}

/// One meaning of an ambiguous promise.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct TargetReading {
    /// How much, in this reading.
    pub value: Value,
    /// Why it can be read so.
    pub why: LocalizedText,
}

/// What was reported.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct Actual {
    /// What is counted.
    pub metric: Id<Metric>,
    /// Whose figure it is.
    pub subject: Id<Subject>,
    /// The time it covers; for a milestone, when it happened.
    pub period: Period,
    /// How much. For a milestone [`Value::NotYet`], or [`Value::Unquantified`] if it happened: the period says when.
    pub value: Value,
    /// The tolerance of "about", a fraction; none for the usual 5 %.
    pub tolerance: Option<f64>,
    /// The words as spoken, paraphrased.
    pub spoken: LocalizedText,
    /// Who reports it, the best first; never empty.
    pub sources: Vec<Id<Source>>,
    /// Per cent on the same period a year before, as reported.
    pub growth: Option<Value>,
    /// When it became known: as written, else the date of its earliest source.
    pub published: PartialDate,
    /// How settled it is.
    pub quality: Quality,
    /// What is included, in words.
    pub counts: LocalizedText,
    /// A remark.
    pub note: LocalizedText,
}

/// One scene of the talk: a state of the dashboard.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct SceneRecord {
    /// The page it stands on, a name of `page::PageKind`.
    pub page: CowStr,
    /// The target selected.
    pub target: Option<Id<Target>>,
    /// The subject selected.
    pub subject: Option<Id<Subject>>,
    /// The metric selected.
    pub metric: Option<Id<Metric>>,
    /// The day whose knowledge it shows.
    pub known: Option<NaiveDate>,
    /// The years shown, both included.
    pub zoom: Option<(i32, i32)>,
    /// The period to light up.
    pub spotlight: Option<Period>,
    /// Its title.
    pub title: LocalizedText,
    /// The one sentence on screen.
    pub say: LocalizedText,
    /// What the speaker reads.
    pub notes: LocalizedText,
    /// How long it lasts.
    pub seconds: Option<u32>,
}

impl SceneRecord {
    /// The pages that a scene can stand on, by name. What they show is not this layer's to know.
    pub const PAGES: [&'static str; 7] =
        ["overview", "targets", "output", "plants", "investments", "timeline", "evidence"];
}
