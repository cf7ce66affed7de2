//! Reports against each other and against time: points and per cent (C7), slipped units (C8), orders (C9), dates (C10),
//! sources that differ (analytics 4.2).

use super::growth::{apart, points};
use super::totals::add;
use super::{Check, CheckRule, Outcome, Record};
use crate::compare::known::{Agreement, Claim, Figure};
use crate::compare::quantity::{ABOUT, Interval, Quantity};
use crate::dataset::index::Series;
use crate::dataset::period::Due;
use crate::dataset::records::{Actual, Id, MetricKind};

/// Reports so many times apart are of another unit.
const SLIPS: [f64; 2] = [1e3, 1e6];
/// How near to that counts.
const NEAR: f64 = 0.1;
/// How many other figures may together explain a difference of scope.
const MOST_PARTS: usize = 3;

/// C7, C8, C10, and sources that differ. Orders told without numbers (C9) have no place in the format.
pub(super) fn checks(record: &Record<'_>) -> Vec<Check> {
    let mut checks = Vec::new();
    for (&series, history) in &record.series {
        if history.kind == MetricKind::Share {
            checks.extend(in_points(record, series, &history.figures));
        }
        for figure in &history.figures {
            checks.extend(unit_slips(series, figure));
            checks.extend(sources(record, series, figure));
        }
    }
    checks.extend(dates(record));
    checks
}

/// C7: the latest change of a share between periods alike. A growth rate reported with it is in per cent; one that is the
/// change in points is doubtful.
fn in_points(record: &Record<'_>, series: Series, figures: &[Figure]) -> Option<Check> {
    let (after, rest) = figures.split_last()?;
    let weeks = |figure: &Figure| figure.last.signed_duration_since(figure.first).num_days() / 7;
    let alike = |before: &&Figure| weeks(before) == weeks(after) && before.value.soft.lo > 0.0;
    let before = rest.iter().rev().find(alike)?;
    let (by_points, by_percent) = points(before.value.nominal, after.value.nominal);
    let bounds = after.value.soft.minus(before.value.soft);
    let ratio = after.value.soft.over(before.value.soft)?;
    let relative = ratio.map(|ratio| (ratio - 1.0) * 100.0);
    let told = after.preferred().and_then(|actual| record.dataset[actual].growth.as_ref());
    let told = told.and_then(|growth| Quantity::read(growth, MetricKind::Growth, ABOUT));
    let mistaken = told.is_some_and(|told| apart(told.soft, bounds).is_none() && apart(told.soft, relative).is_some());
    let outcome = if mistaken { Outcome::Warn } else { Outcome::Ok };
    Some(Check {
        actuals: [after, before].into_iter().filter_map(Figure::preferred).collect(),
        computed: Some(Quantity::derived(by_points, bounds, bounds)),
        expected: Some(Quantity::derived(by_percent, relative, relative)),
        ..Check::of(CheckRule::Points, outcome, series, after.period)
    })
}

/// C8: reports of one figure a thousand, or a million, times apart.
fn unit_slips(series: Series, figure: &Figure) -> Vec<Check> {
    let Some((first, rest)) = figure.claims.split_first() else { return Vec::new() };
    let slipped = |claim: &&Claim| {
        let ratio = (claim.value.nominal / first.value.nominal).abs();
        let ratio = if ratio < 1.0 { 1.0 / ratio } else { ratio };
        SLIPS.iter().any(|slip| (ratio / slip - 1.0).abs() <= NEAR)
    };
    let found = |claim: &Claim| Check {
        actuals: vec![claim.actual, first.actual],
        computed: Some(claim.value),
        expected: Some(first.value),
        ..Check::of(CheckRule::UnitSlip, Outcome::Warn, series, figure.period)
    };
    rest.iter().filter(slipped).map(found).collect()
}

/// Sources that cannot all be right: a difference of scope if other figures of the same time make it up, else a
/// contradiction (analytics 4.2).
fn sources(record: &Record<'_>, series: Series, figure: &Figure) -> Option<Check> {
    if figure.agreement != Agreement::Contested {
        return None;
    }
    let (first, rest) = figure.claims.split_first()?;
    let other = rest.iter().find(|claim| apart(claim.value.hard, first.value.hard).is_some()).or(rest.first())?;
    let scope = explained(record, series, figure, (first, other));
    let outcome = if scope.is_some() { Outcome::Warn } else { Outcome::Contradiction };
    let mut actuals: Vec<Id<Actual>> = figure.claims.iter().map(|claim| claim.actual).collect();
    actuals.extend(scope.unwrap_or_default());
    Some(Check {
        actuals,
        computed: Some(other.value),
        expected: Some(first.value),
        ..Check::of(CheckRule::Sources, outcome, series, figure.period)
    })
}

/// Figures of other metrics in the same unit, for the same time, that make the smaller report the larger one.
fn explained(
    record: &Record<'_>,
    (metric, subject): Series,
    figure: &Figure,
    (a, b): (&Claim, &Claim),
) -> Option<Vec<Id<Actual>>> {
    let (small, large) = if a.value.nominal <= b.value.nominal { (a, b) } else { (b, a) };
    let missing = large.value.nominal - small.value.nominal;
    let metrics = &record.dataset;
    let beside: Vec<(Quantity, Id<Actual>)> = record
        .series
        .iter()
        .filter(|((other, of), _)| {
            let (other, this) = (&metrics[*other], &metrics[metric]);
            *of == subject && other.id != this.id && other.currency == this.currency && other.kind == this.kind
        })
        .filter_map(|(_, history)| {
            let other = history.exactly(figure.first, figure.last)?;
            let fits = other.value.nominal > 0.0 && other.value.nominal <= missing * 1.1;
            fits.then(|| Some((other.spread_out(), other.preferred()?)))?
        })
        .collect();
    adds_up(small.value, &beside, large.value.hard, MOST_PARTS)
}

/// At most so many of the figures that bring `sum` into `wanted`.
fn adds_up(sum: Quantity, beside: &[(Quantity, Id<Actual>)], wanted: Interval, most: usize) -> Option<Vec<Id<Actual>>> {
    for (place, (value, actual)) in beside.iter().enumerate() {
        let sum = add(&sum, value);
        if !sum.hard.intersect(wanted).is_empty() {
            return Some(vec![*actual]);
        }
        let more = (most > 1).then(|| adds_up(sum, &beside[place + 1..], wanted, most - 1)).flatten();
        if let Some(mut more) = more {
            more.insert(0, *actual);
            return Some(more);
        }
    }
    None
}

/// C10: what is reported is over, what is promised lies ahead, and the ends of a deadline are in order.
fn dates(record: &Record<'_>) -> Vec<Check> {
    let dataset = record.dataset;
    let mut checks = Vec::new();
    for (place, actual) in dataset.actuals.iter().enumerate() {
        if actual.published.day <= record.known
            && actual.published.day < actual.period.end()
            && !actual.period.approximate
        {
            let found =
                Check::of(CheckRule::Time, Outcome::Contradiction, (actual.metric, actual.subject), actual.period);
            checks.push(Check { actuals: vec![Id::new(place)], ..found });
        }
    }
    for (place, target) in dataset.targets.iter().enumerate() {
        let Some(due) = target.due.filter(|_| target.said.day <= record.known) else { continue };
        let (first, last) = due.days();
        // A year, a quarter or a month of the statement may be over when the last day of its date is.
        let said = target.said.first_day();
        if last < said || (matches!(due, Due::Between(..)) && first > last) {
            let mut found = Check::bare(CheckRule::Time, Outcome::Contradiction);
            found.series = Some((target.metric, target.subject));
            checks.push(Check { targets: vec![Id::new(place)], ..found });
        }
    }
    let any = dataset.actuals.iter().any(|actual| actual.published.day <= record.known);
    if checks.is_empty() && any {
        checks.push(Check::bare(CheckRule::Time, Outcome::Ok));
    }
    checks
}
