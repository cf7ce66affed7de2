//! The verdict of one target as an object for programs: names and numbers as in the dataset, sentences only as steps.
//!
//! Here: what the object holds. Not here: how it is written down (`render::json`), how a verdict is shown (`why`).

use crate::compare::progress::types::{AmbitionLevel, LineShape, Pace, SeriesPoint};
use crate::compare::series::interval::Interval;
use crate::compare::series::quantity::Quantity;
use crate::compare::verdict::types::{Badge, Lateness, ReportedFigure, Status, Verdict};
use crate::dataset::format::period::{Due, Period};
use crate::dataset::records::{Dataset, Id, Target, TargetKind};
use crate::page::context::Context;
use crate::page::target::calculation;

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
    pub target: Option<BoundedNumber>,
    /// What was reported for it.
    pub actual: Option<ReadingSummary>,
    /// Reported over promised, a fraction.
    pub attainment: Option<BoundedNumber>,
    /// Reported minus promised.
    pub gap: Option<BoundedNumber>,
    /// Where it started.
    pub baseline: Option<ReadingSummary>,
    /// What it needs.
    pub required: Option<RequiredRate>,
    /// How fast it went.
    pub pace: Option<PaceSummary>,
    /// Where it ends if it goes on so.
    pub projection: Option<ProjectionSummary>,
    /// When it was reached, or will be at this pace.
    pub eta: Option<Arrival>,
    /// How it moved an earlier statement.
    pub slip: Option<SlipSummary>,
    /// How much was promised.
    pub ambition: Option<AmbitionSummary>,
    /// The ids of the sources that the verdict rests on.
    pub sources: Vec<String>,
    /// The arithmetic, one line each.
    pub steps: Vec<String>,
}

/// A number between hard bounds; an end is none where nothing is known.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct BoundedNumber {
    /// The number as said or worked out.
    pub nominal: f64,
    /// Not below this.
    pub lo: Option<f64>,
    /// Not above this.
    pub hi: Option<f64>,
}

/// A reported figure.
#[derive(Debug, Clone, PartialEq)]
pub struct ReadingSummary {
    /// Its value.
    pub value: BoundedNumber,
    /// The time that it covers, as in the dataset.
    pub period: String,
    /// Whether it rests on a part-year or another estimate.
    pub estimated: bool,
}

/// What a target needs.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct RequiredRate {
    /// Growth a year from the baseline, a fraction; for shares points a year.
    pub growth: Option<BoundedNumber>,
    /// In the running due year: what each remaining month has to bring.
    pub per_month: Option<BoundedNumber>,
    /// The same over what a month has brought so far.
    pub multiple: Option<f64>,
}

/// How fast it went.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct PaceSummary {
    /// R.
    pub ratio: BoundedNumber,
    /// `geometric` or `linear`.
    pub line: &'static str,
    /// Where the line stood at the newest figure.
    pub expected: f64,
    /// Years ahead of the line; negative is behind.
    pub variance_years: f64,
}

/// Where it ends if it goes on so.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ProjectionSummary {
    /// The value at the due date, with its 80 % interval.
    pub at_deadline: BoundedNumber,
    /// The same over the number to reach.
    pub attainment: Option<f64>,
    /// The chance of reaching it.
    pub probability: Option<f64>,
}

/// How a deadline moved.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct SlipSummary {
    /// Days, fewest and most.
    pub days: [i64; 2],
    /// λ.
    pub rate: Option<BoundedNumber>,
}

/// How much was promised.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct AmbitionSummary {
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
        target: verdict.promised.as_ref().map(BoundedNumber::of),
        actual: verdict.reported.as_ref().map(ReadingSummary::of),
        attainment: verdict.attainment.as_ref().map(BoundedNumber::of),
        gap: verdict.gap.as_ref().map(BoundedNumber::of),
        baseline: verdict.baseline.as_deref().map(baseline_figure),
        required: verdict.required.as_ref().map(|need| RequiredRate {
            growth: need.growth.as_ref().map(BoundedNumber::of),
            per_month: need.per_month.as_ref().map(BoundedNumber::of),
            multiple: need.multiple,
        }),
        pace: verdict.pace.as_deref().map(pace_summary),
        projection: verdict.projection.as_ref().map(|ahead| ProjectionSummary {
            at_deadline: if ahead.interval {
                BoundedNumber::between(&ahead.at_deadline, &ahead.at_deadline.soft)
            } else {
                BoundedNumber { nominal: ahead.at_deadline.nominal, lo: None, hi: None }
            },
            attainment: ahead.attainment,
            probability: ahead.probability,
        }),
        eta: verdict
            .eta
            .map(|eta| Arrival { year: eta.year, lateness_years: eta.lateness_years.map(f64::from) })
            .or_else(|| arrival(verdict)),
        slip: verdict.slip.map(|slip| SlipSummary {
            days: [slip.days.0, slip.days.1],
            rate: slip.rate.as_ref().map(BoundedNumber::of),
        }),
        ambition: verdict.ambition.map(|ambition| AmbitionSummary {
            multiple: ambition.multiple,
            ratio: ambition.ratio,
            word: ambition.level.map(reach_name),
        }),
        sources: verdict.sources.iter().map(|&source| ctx.dataset[source].id.to_string()).collect(),
        steps: calculation::texts(ctx, verdict),
    }
}

/// The ids of a dataset's targets that are nearest to `wrong`, the nearest first.
#[must_use]
pub fn closest_target_ids<'a>(dataset: &'a Dataset, wrong: &str) -> Vec<&'a str> {
    closest_names(dataset.targets.iter().map(|target| &*target.id), wrong)
}

/// The names that are near to `wrong`, the nearest first: three at most, none if a slip of the pen does not lead there.
#[must_use]
pub fn closest_names<'a>(names: impl Iterator<Item = &'a str>, wrong: &str) -> Vec<&'a str> {
    const MAX_SUGGESTIONS: usize = 3;
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
    near.into_iter().take(MAX_SUGGESTIONS).map(|(_, name)| name).collect()
}

/// When the target was reached, if it was; events happen in a year, too.
fn arrival(verdict: &Verdict) -> Option<Arrival> {
    /// The mean length of a year in days.
    const DAYS_PER_YEAR: f64 = 365.2425;
    let lateness_years = verdict.lateness.map(|lateness| match lateness {
        Lateness::Years(years) => f64::from(years),
        Lateness::Days(first, last) => (first + last) as f64 / 2.0 / DAYS_PER_YEAR,
    });
    let reached = verdict.reached.as_ref().or_else(|| lateness_years.and(verdict.reported.as_ref()));
    let year = reached.map(|figure| chrono::Datelike::year(&figure.period.end()));
    (year.is_some() || lateness_years.is_some()).then_some(Arrival { year, lateness_years })
}

impl BoundedNumber {
    fn of(quantity: &Quantity) -> Self {
        Self::between(quantity, &quantity.hard)
    }

    fn between(quantity: &Quantity, ends: &Interval) -> Self {
        let finite = |end: f64| end.is_finite().then_some(end);
        Self { nominal: quantity.nominal, lo: finite(ends.lo), hi: finite(ends.hi) }
    }
}

impl ReadingSummary {
    fn of(reported: &ReportedFigure) -> Self {
        Self {
            value: BoundedNumber::of(&reported.value),
            period: Period::to_string(&reported.period),
            estimated: reported.is_estimated,
        }
    }
}

/// A baseline; annualised, its value is the year's with the band as its ends.
fn baseline_figure(point: &SeriesPoint) -> ReadingSummary {
    let ends = if point.annual.is_some() { &point.value.soft } else { &point.value.hard };
    ReadingSummary {
        value: BoundedNumber::between(&point.value, ends),
        period: Period::to_string(&point.period),
        estimated: point.annual.is_some(),
    }
}

fn pace_summary(pace: &Pace) -> PaceSummary {
    PaceSummary {
        ratio: BoundedNumber::of(&pace.ratio),
        line: match pace.line {
            LineShape::Geometric => "geometric",
            LineShape::Linear => "linear",
        },
        expected: pace.expected,
        variance_years: pace.variance_years,
    }
}

fn reach_name(reach: AmbitionLevel) -> &'static str {
    match reach {
        AmbitionLevel::WithinPace => "within_recent_pace",
        AmbitionLevel::Stretch => "stretch",
        AmbitionLevel::Hard => "hard",
        AmbitionLevel::Break => "break_with_the_past",
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
        Badge::Estimated => "est",
        Badge::SourcesDiffer => "sources_differ",
        Badge::AboutTolerance => "about",
        Badge::Restated => "restated",
        Badge::StrictDeadline => "strict_deadline",
        Badge::Reversing => "reversing",
        Badge::NotHeld => "not_held",
        Badge::EndPoints => "trend_ends",
    }
}
