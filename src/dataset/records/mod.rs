//! The checked records of a dataset. Every id in them exists, every date is in order.
//!
//! Here: the dictionaries (sources, metrics, subjects), the targets and actuals that point into them, and the story.
//! Not here: the words that they choose from (`kinds`), how a file is read (`check`), what follows from the figures (`compare`).

pub mod index;

pub(crate) mod kinds;

use std::borrow::Cow;
use std::fmt;
use std::marker::PhantomData;

use chrono::NaiveDate;
use serde::{Deserialize, Deserializer, Serialize};

use crate::dataset::format::period::{Due, PartialDate, Period};
use crate::dataset::format::value::{NumberKind, Value};
use crate::dataset::records::index::Index;

pub use crate::dataset::records::kinds::{Better, MetricKind, Quality, SourceKind, SubjectKind, TargetKind};

/// The place of a record in its table, typed by the record: an interned id.
#[derive(Serialize, Deserialize)]
#[serde(bound = "")]
pub struct Id<T> {
    index: u32,
    record: PhantomData<fn() -> T>,
}

impl<T> Id<T> {
    /// The record at this place of its table.
    #[must_use]
    pub fn new(index: usize) -> Self {
        Self { index: u32::try_from(index).unwrap_or(u32::MAX), record: PhantomData }
    }

    /// The place in its table, from 0.
    #[must_use]
    pub fn index(self) -> usize {
        self.index as usize
    }
}

// Written out because a derive would ask the same of `T`.
impl<T> Clone for Id<T> {
    fn clone(&self) -> Self {
        *self
    }
}
impl<T> Copy for Id<T> {}
impl<T> PartialEq for Id<T> {
    fn eq(&self, other: &Self) -> bool {
        self.index == other.index
    }
}
impl<T> Eq for Id<T> {}
impl<T> PartialOrd for Id<T> {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}
impl<T> Ord for Id<T> {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.index.cmp(&other.index)
    }
}
impl<T> std::hash::Hash for Id<T> {
    fn hash<H: std::hash::Hasher>(&self, state: &mut H) {
        self.index.hash(state);
    }
}
impl<T> fmt::Debug for Id<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "#{}", self.index)
    }
}

/// A text of a dataset: part of the program for the bundled one, else its own.
pub type CowStr = Cow<'static, str>;

/// A text in up to three languages. Control characters are already shown as `�`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct LocalizedText {
    /// English.
    #[serde(deserialize_with = "lent")]
    pub en: Option<CowStr>,
    /// Russian.
    #[serde(deserialize_with = "lent")]
    pub ru: Option<CowStr>,
    /// Kazakh.
    #[serde(deserialize_with = "lent")]
    pub kk: Option<CowStr>,
}

/// A text as part of what it is read from.
fn lent<'de: 'static, D: Deserializer<'de>>(deserializer: D) -> Result<Option<CowStr>, D::Error> {
    Ok(Option::<&str>::deserialize(deserializer)?.map(Cow::Borrowed))
}

/// The languages that planfact speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Language {
    /// English.
    En,
    /// Russian.
    Ru,
    /// Kazakh.
    Kk,
}

impl LocalizedText {
    /// The text in `language`; if that is missing in English, else in any; empty if there is none.
    #[must_use]
    pub fn get(&self, language: Language) -> &str {
        let wanted = match language {
            Language::En => &self.en,
            Language::Ru => &self.ru,
            Language::Kk => &self.kk,
        };
        [wanted, &self.en, &self.ru, &self.kk].into_iter().find_map(Option::as_deref).unwrap_or_default()
    }
}

/// A whole dataset, checked.
#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct Dataset {
    /// Its id.
    pub id: String,
    /// Its title.
    pub title: LocalizedText,
    /// What it is about, one paragraph.
    pub about: LocalizedText,
    /// The day of its last change.
    pub updated: Option<PartialDate>,
    /// The target that the first page opens on.
    pub lead: Option<Id<Target>>,
    /// Names that replace the program's own for this dataset, by key.
    pub words: Vec<(String, LocalizedText)>,
    /// Who said it.
    pub sources: Vec<Source>,
    /// What is counted.
    pub metrics: Vec<Metric>,
    /// Whose figure it is.
    pub subjects: Vec<Subject>,
    /// What was promised.
    pub targets: Vec<Target>,
    /// What was reported.
    pub actuals: Vec<Actual>,
    /// The scenes of its talk.
    pub story: Vec<SceneRecord>,
    /// Targets and actuals by metric and subject, back-references of sources.
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
