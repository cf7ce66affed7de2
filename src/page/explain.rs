//! The verdict of one target as an object for programs: names and numbers as in the dataset, sentences only as steps.
//!
//! Here: what the object holds. Not here: how it is written down (`render::json`), how a verdict is shown (`why`).

use crate::compare::quantity::Quantity;
use crate::compare::verdict::{Badge, Lateness, Reported, Status, Verdict};
use crate::dataset::period::{Due, Period};
use crate::dataset::records::{Dataset, Id, Target, TargetKind};

use super::context::Context;
use super::steps;

/// The verdict of one target.
#[derive(Debug, Clone, PartialEq)]
pub struct Explanation {
    /// The id of the target.
    pub id: String,
    /// The id of its metric.
    pub metric: String,
    /// The id of its subject.
    pub subject: String,
    /// `target` or `forecast`.
    pub kind: &'static str,
    /// When it was said, as known: `2016-07-01`, `2016-07`, `2016`.
    pub said: String,
    /// Who said it; none if nobody is named.
    pub by: Option<String>,
    /// When it is due, as in the dataset; none if not dated.
    pub due: Option<String>,
    /// How it stands.
    pub status: &'static str,
    /// The two answers that are possible, where it is undetermined.
    pub between: Option<[&'static str; 2]>,
    /// Marks beside the status.
    pub badges: Vec<&'static str>,
    /// What had to be reached.
    pub target: Option<Bounds>,
    /// What was reported for it.
    pub actual: Option<Reading>,
    /// Reported over promised, a fraction.
    pub attainment: Option<Bounds>,
    /// Reported minus promised.
    pub gap: Option<Bounds>,
    /// When it was reached.
    pub eta: Option<Arrival>,
    /// The ids of the sources that the verdict rests on.
    pub sources: Vec<String>,
    /// The arithmetic, one line each.
    pub steps: Vec<String>,
}

/// A number between hard bounds; an end is none where nothing is known.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Bounds {
    /// The number as said or worked out.
    pub nominal: f64,
    /// Not below this.
    pub lo: Option<f64>,
    /// Not above this.
    pub hi: Option<f64>,
}

/// A reported figure.
#[derive(Debug, Clone, PartialEq)]
pub struct Reading {
    /// Its value.
    pub value: Bounds,
    /// The time that it covers, as in the dataset.
    pub period: String,
    /// Whether it rests on a part-year or another estimate.
    pub estimated: bool,
}

/// When a target was reached.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Arrival {
    /// The year.
    pub year: Option<i32>,
    /// Years late; negative is early.
    pub lateness_years: Option<f64>,
}

/// The verdict of `target` on the day of knowledge.
#[must_use]
pub fn explain(ctx: &Context<'_>, target: Id<Target>) -> Explanation {
    let (verdict, record) = (ctx.verdict(target), &ctx.dataset[target]);
    let by = ctx.text(&record.by);
    Explanation {
        id: record.id.to_string(),
        metric: ctx.dataset[record.metric].id.to_string(),
        subject: ctx.dataset[record.subject].id.to_string(),
        kind: match record.kind {
            TargetKind::Target => "target",
            TargetKind::Forecast => "forecast",
        },
        said: record.said.to_string(),
        by: (!by.is_empty()).then(|| by.to_owned()),
        due: record.due.as_ref().map(Due::to_string),
        status: status_name(verdict.status),
        between: verdict.between.map(|answers| answers.map(status_name)),
        badges: verdict.badges.iter().copied().map(badge_name).collect(),
        target: verdict.promised.as_ref().map(Bounds::of),
        actual: verdict.reported.as_ref().map(Reading::of),
        attainment: verdict.attainment.as_ref().map(Bounds::of),
        gap: verdict.gap.as_ref().map(Bounds::of),
        eta: arrival(verdict),
        sources: verdict.sources.iter().map(|&source| ctx.dataset[source].id.to_string()).collect(),
        steps: steps::texts(ctx, verdict),
    }
}

/// The ids of a dataset's targets that are nearest to `wrong`, the nearest first.
#[must_use]
pub fn nearest<'a>(dataset: &'a Dataset, wrong: &str) -> Vec<&'a str> {
    const MOST: usize = 3;
    let wrong = wrong.to_lowercase();
    let distance = |id: &str| {
        let holds = !wrong.is_empty() && id.contains(&wrong);
        if holds { 0 } else { strsim::damerau_levenshtein(id, &wrong) }
    };
    let mut ids: Vec<&str> = dataset.targets.iter().map(|target| &*target.id).collect();
    ids.sort_by_key(|id| (distance(id), *id));
    ids.truncate(MOST);
    ids
}

/// When the target was reached, if it was; events happen in a year, too.
fn arrival(verdict: &Verdict) -> Option<Arrival> {
    /// The mean length of a year in days.
    const YEAR: f64 = 365.2425;
    let lateness_years = verdict.lateness.map(|lateness| match lateness {
        Lateness::Years(years) => f64::from(years),
        Lateness::Days(first, last) => (first + last) as f64 / 2.0 / YEAR,
    });
    let reached = verdict.reached.as_ref().or_else(|| lateness_years.and(verdict.reported.as_ref()));
    let year = reached.map(|figure| chrono::Datelike::year(&figure.period.end()));
    (year.is_some() || lateness_years.is_some()).then_some(Arrival { year, lateness_years })
}

impl Bounds {
    fn of(quantity: &Quantity) -> Self {
        let finite = |end: f64| end.is_finite().then_some(end);
        Self { nominal: quantity.nominal, lo: finite(quantity.hard.lo), hi: finite(quantity.hard.hi) }
    }
}

impl Reading {
    fn of(reported: &Reported) -> Self {
        Self {
            value: Bounds::of(&reported.value),
            period: Period::to_string(&reported.period),
            estimated: reported.estimated,
        }
    }
}

/// The name of a status for programs.
#[must_use]
pub fn status_name(status: Status) -> &'static str {
    match status {
        Status::MetEarly => "met_early",
        Status::Met => "met",
        Status::MetLate => "met_late",
        Status::Missed => "missed",
        Status::OnTrack => "on_track",
        Status::Behind => "behind",
        Status::AtRisk => "at_risk",
        Status::NotYetDue => "not_yet_due",
        Status::AwaitingData => "awaiting_data",
        Status::NoData => "no_data",
        Status::Undetermined => "undetermined",
        Status::Contested => "contested",
        Status::Unquantified => "unquantified",
        Status::NotDated => "not_dated",
        Status::NotSaid => "not_said",
    }
}

/// The name of a badge for programs.
#[must_use]
pub fn badge_name(badge: Badge) -> &'static str {
    match badge {
        Badge::Est => "est",
        Badge::SourcesDiffer => "sources_differ",
        Badge::About => "about",
        Badge::Restated => "restated",
        Badge::StrictDeadline => "strict_deadline",
        Badge::Reversing => "reversing",
        Badge::NotHeld => "not_held",
        Badge::TrendEnds => "trend_ends",
    }
}
