//! The verdict of one target as an object for programs, with names and numbers as in the dataset.
//!
//! Not here: how it is serialized (`render::json`), how a verdict is shown (`why`).

use serde::Serialize;

use crate::compare::progress::types::{AmbitionLevel, Pace, SeriesPoint};
use crate::compare::series::interval::Interval;
use crate::compare::series::quantity::Quantity;
use crate::compare::verdict::types::{Lateness, Verdict};
use crate::dataset::format::period::Due;
use crate::dataset::records::LineShape;
use crate::dataset::records::{Id, Target, TargetKind};
use crate::page::context::Context;
use crate::page::target::calculation;
use crate::page::target::status_names::{badge_name, status_name};

/// The verdict of one target.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Explanation {
    /// The id of the target.
    pub id: String,
    /// The id of the metric.
    pub metric: String,
    /// The id of the subject.
    pub subject: String,
    /// `target` or `forecast`.
    pub kind: &'static str,
    /// The date of the statement with the precision of the dataset: `2016-07-01`, `2016-07`, `2016`.
    pub said: String,
    /// Who stated it, if named.
    pub by: Option<String>,
    /// The due date as in the dataset; none if not dated.
    pub due: Option<String>,
    /// The name of the status.
    pub status: &'static str,
    /// The two answers that are possible, where it is undetermined.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub between: Option<[&'static str; 2]>,
    /// The names of the badges.
    pub badges: Vec<&'static str>,
    /// The threshold.
    pub target: Option<BoundedNumber>,
    /// The reported figure.
    pub actual: Option<ReadingSummary>,
    /// Actual over target, a fraction.
    pub attainment: Option<BoundedNumber>,
    /// Actual minus target.
    pub gap: Option<BoundedNumber>,
    /// Of a change on a base period.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub change: Option<ChangeSummary>,
    /// Where the metric is not judged.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub difference: Option<DifferenceSummary>,
    /// Where it started.
    pub baseline: Option<BaselineSummary>,
    /// What it needs.
    pub required: Option<RequiredRate>,
    /// Progress against the pace line.
    pub pace: Option<PaceSummary>,
    /// The projection to the due date.
    pub projection: Option<ProjectionSummary>,
    /// When it was reached, or will be at the current pace.
    pub eta: Option<Arrival>,
    /// How it moved the due date of an earlier target.
    pub slip: Option<SlipSummary>,
    /// How ambitious the target is.
    pub ambition: Option<AmbitionSummary>,
    /// The ids of the sources of the verdict.
    pub sources: Vec<String>,
    /// The calculation, one step an entry.
    pub steps: Vec<String>,
}

/// A number between hard bounds; an end is none where nothing is known.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct BoundedNumber {
    /// The number as stated or calculated.
    pub nominal: f64,
    /// The lower bound.
    pub lo: Option<f64>,
    /// The upper bound.
    pub hi: Option<f64>,
}

/// A reported figure.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ReadingSummary {
    /// Its value.
    #[serde(flatten)]
    pub value: BoundedNumber,
    /// The period as in the dataset.
    pub period: String,
    /// Whether it rests on a part-year or another estimate.
    pub estimated: bool,
}

/// The figure from which growth counts.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct BaselineSummary {
    /// The period that it covers, as in the dataset.
    pub period: String,
    /// Its value.
    pub value: BoundedNumber,
}

/// What a target needs.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct RequiredRate {
    /// Growth a year from the baseline, as a fraction; for shares in points a year.
    pub growth: Option<BoundedNumber>,
    /// In the running due year: the output required in each remaining month.
    pub per_month: Option<BoundedNumber>,
    /// `per_month` over the average month so far.
    pub multiple: Option<f64>,
}

/// How fast it went.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct PaceSummary {
    /// Actual over required progress, R (analytics 3.3); none where nothing is to be closed.
    pub ratio: Option<BoundedNumber>,
    /// `geometric` or `linear`.
    pub line: &'static str,
    /// The value of the pace line at the newest figure.
    pub expected: f64,
    /// Years ahead of the pace line; negative is behind.
    pub variance_years: f64,
    /// Where the pace of the last years leads.
    pub carried: Option<CarriedSummary>,
}

/// The pace of the last five years carried on to the due date.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct CarriedSummary {
    /// The value at the due date.
    pub value: BoundedNumber,
    /// `value` over the threshold.
    pub attainment: Option<f64>,
}

/// A change on a base period, in per cent or points.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct ChangeSummary {
    /// Promised.
    pub promised: BoundedNumber,
    /// Made.
    pub made: Option<BoundedNumber>,
}

/// The difference from a plan that is not judged.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct DifferenceSummary {
    /// Reported minus planned.
    pub gap: Option<BoundedNumber>,
    /// The same in per cent of the plan.
    pub percent: Option<BoundedNumber>,
}

/// Where it ends if it goes on so.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct ProjectionSummary {
    /// The value at the due date with its 80 % interval.
    pub at_deadline: BoundedNumber,
    /// `at_deadline` over the threshold.
    pub attainment: Option<f64>,
    /// The probability of reaching the threshold, from 0 to 1.
    pub probability: Option<f64>,
}

/// How a deadline moved.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct SlipSummary {
    /// Fewest and most days.
    pub days: [i64; 2],
    /// Slip over the time between the statements, λ.
    pub rate: Option<BoundedNumber>,
}

/// How much was promised.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct AmbitionSummary {
    /// Target over baseline.
    pub multiple: f64,
    /// Required growth over recent growth.
    pub ratio: Option<f64>,
    /// The level in a word.
    pub word: Option<&'static str>,
}

/// When a target was reached.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Arrival {
    /// The calendar year.
    pub year: Option<i32>,
    /// Years late; negative is early.
    pub lateness_years: Option<f64>,
}

/// The verdict of `target` as of the date of the query.
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
            TargetKind::Plan => "plan",
        },
        said: record.said.to_string(),
        by: (!by.is_empty()).then(|| by.to_owned()),
        due: record.due.as_ref().map(Due::to_string),
        status: status_name(verdict.status),
        between: verdict.between.map(|answers| answers.map(status_name)),
        badges: verdict.badges.iter().copied().map(badge_name).collect(),
        target: verdict.promised.as_ref().map(BoundedNumber::of),
        actual: verdict.reported.as_ref().map(|reported| ReadingSummary {
            value: BoundedNumber::of(&reported.value),
            period: reported.period.to_string(),
            estimated: reported.is_estimated,
        }),
        attainment: verdict.attainment.as_ref().map(BoundedNumber::of),
        gap: verdict.gap.as_ref().map(BoundedNumber::of),
        change: verdict.change.as_deref().map(|change| ChangeSummary {
            promised: BoundedNumber::of(&change.promised),
            made: change.made.as_ref().map(BoundedNumber::of),
        }),
        difference: verdict.difference.as_deref().map(|difference| DifferenceSummary {
            gap: difference.gap.as_ref().map(BoundedNumber::of),
            percent: difference.percent.as_ref().map(BoundedNumber::of),
        }),
        baseline: verdict.baseline.as_deref().map(baseline_figure),
        required: verdict.required.as_ref().map(|required| RequiredRate {
            growth: required.growth.as_ref().map(BoundedNumber::of),
            per_month: required.per_month.as_ref().map(BoundedNumber::of),
            multiple: required.multiple,
        }),
        pace: verdict.pace.as_deref().map(pace_summary),
        projection: verdict.projection.as_ref().map(|projection| ProjectionSummary {
            at_deadline: if projection.interval {
                BoundedNumber::between(&projection.at_deadline, &projection.at_deadline.soft)
            } else {
                BoundedNumber { nominal: projection.at_deadline.nominal, lo: None, hi: None }
            },
            attainment: projection.attainment,
            probability: projection.probability,
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

/// When a target was reached, also for events.
fn arrival(verdict: &Verdict) -> Option<Arrival> {
    const DAYS_PER_YEAR: f64 = 365.2425;
    let lateness_years = verdict.lateness.map(|lateness| match lateness {
        Lateness::Years(years) => f64::from(years),
        Lateness::Days(first, last) => (first + last) as f64 / 2.0 / DAYS_PER_YEAR,
    });
    let reached = verdict.reached.as_ref().or_else(|| lateness_years.and(verdict.reported.as_ref()));
    let year = verdict.reached_year.or(reached.map(|figure| chrono::Datelike::year(&figure.period.end())));
    let lateness_years = lateness_years.or(verdict.reached_year.map(|_| 0.0));
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

/// A baseline; annualised, its value is the year's with the band as its ends.
fn baseline_figure(point: &SeriesPoint) -> BaselineSummary {
    let ends = if point.annual.is_some() { &point.value.soft } else { &point.value.hard };
    BaselineSummary { period: point.period.to_string(), value: BoundedNumber::between(&point.value, ends) }
}

fn pace_summary(pace: &Pace) -> PaceSummary {
    PaceSummary {
        ratio: pace.ratio.as_ref().map(BoundedNumber::of),
        line: match pace.line {
            LineShape::Geometric => "geometric",
            LineShape::Linear => "linear",
        },
        expected: pace.expected,
        variance_years: pace.variance_years,
        carried: pace
            .carried
            .as_ref()
            .map(|carried| CarriedSummary { value: BoundedNumber::of(&carried.value), attainment: carried.attainment }),
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
