//! The types of the records. The words that they choose from are in `kinds`.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::dataset::format::period::{Due, PartialDate, Period};
use crate::dataset::format::value::{NumberKind, Value};
use crate::dataset::records::id::Id;
use crate::dataset::records::kinds::{
    Better, Goal, LineShape, MetricKind, Quality, SourceKind, SubjectKind, TargetKind,
};
use crate::dataset::records::text::{CowStr, LocalizedText};

/// A publication.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct Source {
    /// The id in the file.
    pub id: CowStr,
    /// The publisher.
    pub publisher: LocalizedText,
    /// Its title or content.
    pub title: LocalizedText,
    /// Its address.
    pub url: Option<CowStr>,
    /// The date of publication, if known.
    pub published: Option<PartialDate>,
    /// The kind of publisher.
    pub kind: SourceKind,
    /// A remark.
    pub note: LocalizedText,
}

/// A quantity that targets and actuals are about.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct Metric {
    /// The id in the file.
    pub id: CowStr,
    /// Its name.
    pub name: LocalizedText,
    /// The unit of its values.
    pub unit: LocalizedText,
    /// How its values relate to time.
    pub kind: MetricKind,
    /// Which direction is good.
    pub better: Better,
    /// The currency code, if it is money.
    pub currency: Option<CowStr>,
    /// The metrics that add up to it.
    pub parts: Vec<Id<Metric>>,
    /// A whole that it is a part of, so cannot exceed.
    pub part_of: Option<Id<Metric>>,
    /// Of a share: the part that it is the share of, in the whole that the part names.
    pub share_of: Option<Id<Metric>>,
    /// The capacity that its years are compared with.
    pub capacity: Option<Id<Metric>>,
    /// Whether its targets get a verdict; planned costs may get only the difference from the plan.
    pub is_judged: bool,
    /// A remark.
    pub note: LocalizedText,
}

impl Metric {
    /// How its numbers are read: those of flows, stocks and totals other than money are counts (analytics 10).
    pub fn number_kind(&self) -> NumberKind {
        match self.kind {
            MetricKind::Share => NumberKind::Share,
            MetricKind::Growth => NumberKind::Growth,
            MetricKind::Flow | MetricKind::Stock | MetricKind::Cumulative if self.currency.is_none() => {
                NumberKind::Count
            }
            _ => NumberKind::Measurement,
        }
    }
}

/// What a figure is about: a country, an industry, a plant.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct Subject {
    /// The id in the file.
    pub id: CowStr,
    /// Its kind.
    pub kind: SubjectKind,
    /// The subject that contains it.
    pub within: Option<Id<Subject>>,
    /// Its name.
    pub name: LocalizedText,
    /// Its town.
    pub city: LocalizedText,
    /// Its position: degrees north, degrees east.
    pub at: Option<(f64, f64)>,
    /// The operator.
    pub operator: LocalizedText,
    /// The partners.
    pub partners: Vec<LocalizedText>,
    /// Its products.
    pub makes: Vec<LocalizedText>,
    /// Its production method.
    pub method: LocalizedText,
    /// Its present status, a keyword such as `operating`.
    pub status: Option<CowStr>,
    /// A remark.
    pub note: LocalizedText,
}

/// A target or forecast.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct Target {
    /// The id in the file.
    pub id: CowStr,
    /// The metric.
    pub metric: Id<Metric>,
    /// The subject.
    pub subject: Id<Subject>,
    /// The value; none for a milestone.
    pub value: Option<Value>,
    /// The tolerance of "about", a fraction; none for the default of 5 %.
    pub tolerance: Option<f64>,
    /// The statement, paraphrased.
    pub spoken: LocalizedText,
    /// When it is due; none if undated.
    pub due: Option<Due>,
    /// When it was stated.
    pub said: PartialDate,
    /// Who stated it.
    pub by: LocalizedText,
    /// The sources of the statement; may be empty in a user's own file.
    pub sources: Vec<Id<Source>>,
    /// The target that this one restates or moves.
    pub restates: Option<Id<Target>>,
    /// Interpretations of an ambiguous statement, the preferred one first.
    pub readings: Vec<TargetReading>,
    /// Target, forecast or plan.
    pub kind: TargetKind,
    /// What it asks for.
    pub goal: Goal,
    /// For [`Goal::Hold`]: the period from whose start the figures count; none for the statement.
    pub from: Option<Period>,
    /// The period that a change such as `-40%` refers to.
    pub base: Option<Period>,
    /// The line of the pace, where not that of the metric.
    pub path: Option<LineShape>,
    /// A remark.
    pub note: LocalizedText,
}

impl Target {
    /// Whether it counts among the promises: all but forecasts.
    pub fn is_promise(&self) -> bool {
        self.kind != TargetKind::Forecast
    }
}

/// One interpretation of an ambiguous target.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct TargetReading {
    /// The value in this interpretation.
    pub value: Value,
    /// Why it is possible.
    pub why: LocalizedText,
}

/// A reported figure.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct Actual {
    /// The metric.
    pub metric: Id<Metric>,
    /// The subject.
    pub subject: Id<Subject>,
    /// The period it covers; for a milestone, when it happened.
    pub period: Period,
    /// The value. Of a milestone [`Value::NotYet`], or [`Value::Unquantified`] if it happened: the period says when.
    pub value: Value,
    /// The tolerance of "about", a fraction; none for the default of 5 %.
    pub tolerance: Option<f64>,
    /// The report, paraphrased.
    pub spoken: LocalizedText,
    /// Its sources, the best first; never empty.
    pub sources: Vec<Id<Source>>,
    /// Growth on the same period a year before, in per cent, as reported.
    pub growth: Option<Value>,
    /// When it was published: as written, else the date of its earliest source.
    pub published: PartialDate,
    /// How settled it is.
    pub quality: Quality,
    /// What is included, in words.
    pub counts: LocalizedText,
    /// A remark.
    pub note: LocalizedText,
}

/// A scene of the talk: a state of the dashboard.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct SceneRecord {
    /// Its page, one of [`SceneRecord::PAGES`].
    pub page: CowStr,
    /// The selected target.
    pub target: Option<Id<Target>>,
    /// The selected subject.
    pub subject: Option<Id<Subject>>,
    /// The selected metric.
    pub metric: Option<Id<Metric>>,
    /// The date that it is as of.
    pub known: Option<NaiveDate>,
    /// The years shown, first and last.
    pub zoom: Option<(i32, i32)>,
    /// The highlighted period.
    pub spotlight: Option<Period>,
    /// Its title.
    pub title: LocalizedText,
    /// The sentence on screen.
    pub say: LocalizedText,
    /// The speaker's notes.
    pub notes: LocalizedText,
    /// Its duration in seconds.
    pub seconds: Option<u32>,
}

impl SceneRecord {
    /// The pages that a scene can show, by name.
    pub const PAGES: [&'static str; 7] =
        ["overview", "targets", "output", "plants", "investments", "timeline", "evidence"];
}
