//! Reports against each other and against time: percentage points (C7), unit slips (C8), dates (C10), contradicting sources
//! (analytics 4.2).

use crate::compare::checks::check::{CheckOutcome, CheckRule, ConsistencyCheck, KnownSeries};
use crate::compare::checks::growth::share_change;
use crate::compare::series::figure::{Agreement, Claim, Figure};
use crate::compare::series::interval::Interval;
use crate::compare::series::merge::distance_apart;
use crate::compare::series::quantity::{ABOUT_TOLERANCE, Quantity};
use crate::dataset::format::period::Due;
use crate::dataset::records::index::SeriesKey;
use crate::dataset::records::{Actual, Id, MetricKind};

/// A ratio near one of these suggests another unit.
const UNIT_FACTORS: [f64; 2] = [1e3, 1e6];
/// The relative distance that counts as near.
const FACTOR_TOLERANCE: f64 = 0.1;
/// At most so many other figures may together explain a difference of scope.
const MAX_EXPLAINING_FIGURES: usize = 3;

/// C7, C8, C10 and contradicting sources. The format has no orders without numbers (C9).
pub(super) fn checks(known_series: &KnownSeries<'_>) -> Vec<ConsistencyCheck> {
    let mut checks = Vec::new();
    for (&series, history) in &known_series.series {
        if history.kind == MetricKind::Share {
            checks.extend(check_percentage_points(known_series, series, &history.figures));
        }
        for figure in history.figures.iter() {
            checks.extend(check_unit_slips(series, figure));
            checks.extend(check_sources(known_series, series, figure));
        }
    }
    checks.extend(check_dates(known_series));
    checks
}

/// C7: the latest change of a share between comparable periods. A growth rate reported with it is in per cent; one that equals
/// the change in points is doubtful.
fn check_percentage_points(
    known_series: &KnownSeries<'_>,
    series: SeriesKey,
    figures: &[Figure],
) -> Option<ConsistencyCheck> {
    let (after, rest) = figures.split_last()?;
    let weeks = |figure: &Figure| figure.last.signed_duration_since(figure.first).num_days() / 7;
    let alike = |before: &&Figure| weeks(before) == weeks(after) && before.value.soft.lo > 0.0;
    let before = rest.iter().rev().find(alike)?;
    let (by_points, by_percent) = share_change(before.value.nominal, after.value.nominal);
    let bounds = after.value.soft.minus(before.value.soft);
    let ratio = after.value.soft.divided_by(before.value.soft)?;
    let relative = ratio.map(|ratio| (ratio - 1.0) * 100.0);
    let growth = after.preferred().and_then(|actual| known_series.dataset[actual].growth.as_ref());
    let growth = growth.and_then(|growth| Quantity::from_value(growth, MetricKind::Growth, ABOUT_TOLERANCE));
    let mistaken = growth.is_some_and(|growth| {
        distance_apart(growth.soft, bounds).is_none() && distance_apart(growth.soft, relative).is_some()
    });
    let outcome = if mistaken { CheckOutcome::Warn } else { CheckOutcome::Ok };
    Some(ConsistencyCheck {
        actuals: [after, before].into_iter().filter_map(Figure::preferred).collect(),
        computed: Some(Quantity::derived(by_points, bounds, bounds)),
        expected: Some(Quantity::derived(by_percent, relative, relative)),
        ..ConsistencyCheck::of(CheckRule::PercentagePoints, outcome, series, after.period)
    })
}

/// C8: reports of one figure that differ by a factor of a thousand or a million.
fn check_unit_slips(series: SeriesKey, figure: &Figure) -> Vec<ConsistencyCheck> {
    let Some((first, rest)) = figure.claims.split_first() else { return Vec::new() };
    let slipped = |claim: &&Claim| {
        let ratio = (claim.value.nominal / first.value.nominal).abs();
        let ratio = if ratio < 1.0 { 1.0 / ratio } else { ratio };
        UNIT_FACTORS.iter().any(|slip| (ratio / slip - 1.0).abs() <= FACTOR_TOLERANCE)
    };
    let found = |claim: &Claim| ConsistencyCheck {
        actuals: vec![claim.actual, first.actual],
        computed: Some(claim.value),
        expected: Some(first.value),
        ..ConsistencyCheck::of(CheckRule::UnitSlip, CheckOutcome::Warn, series, figure.period)
    };
    rest.iter().filter(slipped).map(found).collect()
}

/// Contradicting sources: a difference of scope if other figures of the same period make up for it, else a contradiction
/// (analytics 4.2).
fn check_sources(known_series: &KnownSeries<'_>, series: SeriesKey, figure: &Figure) -> Option<ConsistencyCheck> {
    if figure.agreement != Agreement::Contested {
        return None;
    }
    let (first, rest) = figure.claims.split_first()?;
    let other =
        rest.iter().find(|claim| distance_apart(claim.value.hard, first.value.hard).is_some()).or(rest.first())?;
    let scope = explaining_figures(known_series, series, figure, first, other);
    let outcome = if scope.is_some() { CheckOutcome::Warn } else { CheckOutcome::Contradiction };
    let mut actuals: Vec<Id<Actual>> = figure.claims.iter().map(|claim| claim.actual).collect();
    actuals.extend(scope.unwrap_or_default());
    Some(ConsistencyCheck {
        actuals,
        computed: Some(other.value),
        expected: Some(first.value),
        ..ConsistencyCheck::of(CheckRule::Sources, outcome, series, figure.period)
    })
}

/// Figures of other metrics in the same unit and period that add up to the difference between two reports.
fn explaining_figures(
    known_series: &KnownSeries<'_>,
    (metric, subject): SeriesKey,
    figure: &Figure,
    a: &Claim,
    b: &Claim,
) -> Option<Vec<Id<Actual>>> {
    let (small, large) = if a.value.nominal <= b.value.nominal { (a, b) } else { (b, a) };
    let missing = large.value.nominal - small.value.nominal;
    let metrics = &known_series.dataset;
    let beside: Vec<(Quantity, Id<Actual>)> = known_series
        .series
        .iter()
        .filter(|((other, of), _)| {
            let (other, this) = (&metrics[*other], &metrics[metric]);
            *of == subject && other.id != this.id && other.currency == this.currency && other.kind == this.kind
        })
        .filter_map(|(_, history)| {
            let other = history.figure_for_days(figure.first, figure.last)?;
            let fits = other.value.nominal > 0.0 && other.value.nominal <= missing * 1.1;
            fits.then(|| Some((other.value_over_claims(), other.preferred()?)))?
        })
        .collect();
    find_subset_sum(small.value, &beside, large.value.hard, MAX_EXPLAINING_FIGURES)
}

/// The first combination of at most `most` figures that brings `sum` into `wanted`.
fn find_subset_sum(
    sum: Quantity,
    beside: &[(Quantity, Id<Actual>)],
    wanted: Interval,
    most: usize,
) -> Option<Vec<Id<Actual>>> {
    for (index, (value, actual)) in beside.iter().enumerate() {
        let sum = sum.plus(value);
        if !sum.hard.intersect(wanted).is_empty() {
            return Some(vec![*actual]);
        }
        let more = (most > 1).then(|| find_subset_sum(sum, &beside[index + 1..], wanted, most - 1)).flatten();
        if let Some(mut more) = more {
            more.insert(0, *actual);
            return Some(more);
        }
    }
    None
}

/// C10: a reported period is over, a target lies ahead, the ends of a deadline are in order.
fn check_dates(known_series: &KnownSeries<'_>) -> Vec<ConsistencyCheck> {
    let dataset = known_series.dataset;
    let mut checks = Vec::new();
    for (index, actual) in dataset.actuals.iter().enumerate() {
        if actual.published.day <= known_series.known
            && actual.published.day < actual.period.end()
            && !actual.period.is_approximate
        {
            let found = ConsistencyCheck::of(
                CheckRule::Dates,
                CheckOutcome::Contradiction,
                (actual.metric, actual.subject),
                actual.period,
            );
            checks.push(ConsistencyCheck { actuals: vec![Id::new(index)], ..found });
        }
    }
    for (index, target) in dataset.targets.iter().enumerate() {
        let Some(due) = target.due.filter(|_| target.said.day <= known_series.known) else { continue };
        let (first, last) = due.days();
        // A target may be due within the year, quarter or month in which it was stated.
        let said = target.said.first_day();
        if last < said || (matches!(due, Due::Between(..)) && first > last) {
            let mut found = ConsistencyCheck::bare(CheckRule::Dates, CheckOutcome::Contradiction);
            found.series = Some((target.metric, target.subject));
            checks.push(ConsistencyCheck { targets: vec![Id::new(index)], ..found });
        }
    }
    let any = dataset.actuals.iter().any(|actual| actual.published.day <= known_series.known);
    if checks.is_empty() && any {
        checks.push(ConsistencyCheck::bare(CheckRule::Dates, CheckOutcome::Ok));
    }
    checks
}
