//! The verdict of one target as an object for programs: names and numbers as in the dataset, sentences only as steps.
//!
//! Here: what the object holds. Not here: how it is written down (`render::json`), how a verdict is shown (`why`).

use crate::compare::outlook::{Line, Pace, Point, Reach};
use crate::compare::quantity::{Interval, Quantity};
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
    /// Where it started.
    pub baseline: Option<Reading>,
    /// What it needs.
    pub required: Option<Need>,
    /// How fast it went.
    pub pace: Option<Course>,
    /// Where it ends if it goes on so.
    pub projection: Option<Ahead>,
    /// When it was reached, or will be at this pace.
    pub eta: Option<Arrival>,
    /// How it moved an earlier statement.
    pub slip: Option<Moved>,
    /// How much was promised.
    pub ambition: Option<Reached>,
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

/// What a target needs.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Need {
    /// Growth a year from the baseline, a fraction; for shares points a year.
    pub growth: Option<Bounds>,
    /// In the running due year: what each remaining month has to bring.
    pub per_month: Option<Bounds>,
    /// The same over what a month has brought so far.
    pub multiple: Option<f64>,
}

/// How fast it went.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Course {
    /// R.
    pub ratio: Bounds,
    /// `geometric` or `linear`.
    pub line: &'static str,
    /// Where the line stood at the newest figure.
    pub expected: f64,
    /// Years ahead of the line; negative is behind.
    pub variance_years: f64,
}

/// Where it ends if it goes on so.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Ahead {
    /// The value at the due date, with its 80 % interval.
    pub at_deadline: Bounds,
    /// The same over the number to reach.
    pub attainment: Option<f64>,
    /// The chance of reaching it.
    pub probability: Option<f64>,
}

/// How a deadline moved.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Moved {
    /// Days, fewest and most.
    pub days: [i64; 2],
    /// λ.
    pub rate: Option<Bounds>,
}

/// How much was promised.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Reached {
    /// Promised over baseline.
    pub multiple: f64,
    /// Required growth over recent growth.
    pub ratio: Option<f64>,
    /// In a word.
    pub word: Option<&'static str>,
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
        baseline: verdict.baseline.as_deref().map(start),
        required: verdict.required.as_ref().map(|need| Need {
            growth: need.growth.as_ref().map(Bounds::of),
            per_month: need.per_month.as_ref().map(Bounds::of),
            multiple: need.multiple,
        }),
        pace: verdict.pace.as_deref().map(course),
        projection: verdict.projection.as_ref().map(|ahead| Ahead {
            at_deadline: if ahead.interval {
                Bounds::between(&ahead.at_deadline, &ahead.at_deadline.soft)
            } else {
                Bounds { nominal: ahead.at_deadline.nominal, lo: None, hi: None }
            },
            attainment: ahead.attainment,
            probability: ahead.probability,
        }),
        eta: verdict
            .eta
            .map(|eta| Arrival { year: eta.year, lateness_years: eta.lateness_years.map(f64::from) })
            .or_else(|| arrival(verdict)),
        slip: verdict
            .slip
            .map(|slip| Moved { days: [slip.days.0, slip.days.1], rate: slip.rate.as_ref().map(Bounds::of) }),
        ambition: verdict.ambition.map(|ambition| Reached {
            multiple: ambition.multiple,
            ratio: ambition.ratio,
            word: ambition.word.map(reach_name),
        }),
        sources: verdict.sources.iter().map(|&source| ctx.dataset[source].id.to_string()).collect(),
        steps: steps::texts(ctx, verdict),
    }
}

/// The ids of a dataset's targets that are nearest to `wrong`, the nearest first.
#[must_use]
pub fn nearest<'a>(dataset: &'a Dataset, wrong: &str) -> Vec<&'a str> {
    nearest_of(dataset.targets.iter().map(|target| &*target.id), wrong)
}

/// The names that are near to `wrong`, the nearest first: three at most, none if a slip of the pen does not lead there.
#[must_use]
pub fn nearest_of<'a>(names: impl Iterator<Item = &'a str>, wrong: &str) -> Vec<&'a str> {
    const MOST: usize = 3;
    let wrong = wrong.to_lowercase();
    let distance = |name: &str| {
        let holds = !wrong.is_empty() && name.contains(&wrong);
        if holds { 0 } else { strsim::damerau_levenshtein(name, &wrong) }
    };
    let reach = (wrong.chars().count() / 3).max(1);
    let mut near: Vec<(usize, &str)> = names.map(|name| (distance(name), name)).collect();
    near.retain(|(distance, _)| *distance <= reach);
    near.sort_unstable();
    near.dedup();
    near.into_iter().take(MOST).map(|(_, name)| name).collect()
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
        Self::between(quantity, &quantity.hard)
    }

    fn between(quantity: &Quantity, ends: &Interval) -> Self {
        let finite = |end: f64| end.is_finite().then_some(end);
        Self { nominal: quantity.nominal, lo: finite(ends.lo), hi: finite(ends.hi) }
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

/// A baseline; annualised, its value is the year's with the band as its ends.
fn start(point: &Point) -> Reading {
    let ends = if point.annual.is_some() { &point.value.soft } else { &point.value.hard };
    Reading {
        value: Bounds::between(&point.value, ends),
        period: Period::to_string(&point.period),
        estimated: point.annual.is_some(),
    }
}

fn course(pace: &Pace) -> Course {
    Course {
        ratio: Bounds::of(&pace.ratio),
        line: match pace.line {
            Line::Geometric => "geometric",
            Line::Linear => "linear",
        },
        expected: pace.expected,
        variance_years: pace.variance_years,
    }
}

fn reach_name(reach: Reach) -> &'static str {
    match reach {
        Reach::WithinPace => "within_recent_pace",
        Reach::Stretch => "stretch",
        Reach::Hard => "hard",
        Reach::Break => "break_with_the_past",
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
