//! What growth rates imply: the figure of a year before (C1), the unit price (C2), and whether what was made only grows
//! within a year (C3).

use std::collections::BTreeMap;

use chrono::Datelike;

use super::{Check, CheckRule, Outcome, Record};
use crate::compare::known::Claim;
use crate::compare::merge::merge;
use crate::compare::quantity::{ABOUT, Interval, Quantity};
use crate::dataset::index::Series;
use crate::dataset::period::{Month, Period, Span};
use crate::dataset::records::{Actual, Id, MetricKind};

/// Changes of a unit price beyond these make a growth rate implausible.
const PLAUSIBLE: Interval = Interval { lo: -0.25, hi: 0.5, lo_open: false, hi_open: false };
/// Differences up to this are rounding.
const ROUNDING: f64 = 0.01;

/// The figure of a year before: `y ÷ (1 + g)`, the growth in per cent (C1); none if nothing can be divided by it.
#[must_use]
pub fn base(now: Interval, growth: Interval) -> Option<Interval> {
    now.over(factor(growth))
}

/// The change of the unit price, a fraction: growth of value over growth of units, less 1, both in per cent (C2).
#[must_use]
pub fn price_change(value: Interval, units: Interval) -> Option<Interval> {
    Some(factor(value).over(factor(units))?.map(|ratio| ratio - 1.0))
}

/// The change of a share: in points, and in per cent of what it was (C7).
#[must_use]
pub fn points(before: f64, after: f64) -> (f64, f64) {
    (after - before, (after / before - 1.0) * 100.0)
}

fn factor(growth: Interval) -> Interval {
    growth.map(|percent| 1.0 + percent / 100.0)
}

/// What a report of growth implies for the year before.
struct Implied {
    /// The report.
    actual: Id<Actual>,
    /// The figure of the year before: likely bounds.
    value: Quantity,
}

/// C1, C2, C3.
pub(super) fn checks(record: &Record<'_>) -> Vec<Check> {
    let mut checks = Vec::new();
    for (&series, history) in &record.series {
        if history.kind != MetricKind::Flow {
            continue;
        }
        let mut implied: BTreeMap<Period, Vec<Implied>> = BTreeMap::new();
        for claim in history.figures.iter().flat_map(|figure| &figure.claims) {
            if let Some(value) = implied_base(record, claim) {
                let period = year_before(&record.dataset[claim.actual].period);
                implied.entry(period).or_default().push(Implied { actual: claim.actual, value });
            }
        }
        checks.extend(bases(record, series, &implied));
        checks.extend(monotone(record, series, &implied));
    }
    checks.extend(prices(record));
    checks
}

/// The figure of a year before that a report with a growth rate implies.
fn implied_base(record: &Record<'_>, claim: &Claim) -> Option<Quantity> {
    let growth = growth_of(record, claim.actual)?;
    let soft = base(claim.value.soft, growth.soft)?;
    let hard = base(claim.value.hard, growth.hard).unwrap_or(soft);
    let nominal = claim.value.nominal / (1.0 + growth.nominal / 100.0);
    (nominal.is_finite() && soft.lo >= 0.0).then(|| Quantity::derived(nominal, hard, soft))
}

fn growth_of(record: &Record<'_>, actual: Id<Actual>) -> Option<Quantity> {
    Quantity::read(record.dataset[actual].growth.as_ref()?, MetricKind::Growth, ABOUT)
}

/// C1: against the figure reported, and against what other reports imply.
fn bases(record: &Record<'_>, series: Series, implied: &BTreeMap<Period, Vec<Implied>>) -> Vec<Check> {
    let mut checks = Vec::new();
    let Some(history) = record.series.get(&series) else { return checks };
    for (&period, all) in implied {
        let reported = history.exactly(period.start(), period.end());
        for (place, one) in all.iter().enumerate() {
            let others = all[..place].iter().map(|other| (other.value, vec![other.actual]));
            let told = reported.map(|figure| {
                (figure.spread_out(), figure.claims.iter().map(|claim| claim.actual).collect::<Vec<_>>())
            });
            for (expected, from) in told.into_iter().chain(others) {
                let differs = apart(one.value.soft, expected.soft).is_some_and(|spread| spread > ROUNDING);
                let outcome = if differs { Outcome::Warn } else { Outcome::Ok };
                let actuals = std::iter::once(one.actual).chain(from).collect();
                let found =
                    Check { actuals, computed: Some(one.value), expected: Some(expected), ..check(series, period) };
                checks.push(Check { rule: CheckRule::Base, outcome, ..found });
            }
        }
    }
    checks
}

/// One part of a year from January on, or all of it.
struct Part {
    months: u32,
    value: Quantity,
    actual: Id<Actual>,
    implied: bool,
}

/// C3: what was made by a month is no more than what was made by a later one. What growth implies for a year is held
/// against what was reported of it.
fn monotone(record: &Record<'_>, series: Series, implied: &BTreeMap<Period, Vec<Implied>>) -> Vec<Check> {
    let Some(history) = record.series.get(&series) else { return Vec::new() };
    let mut years: BTreeMap<i32, Vec<Part>> = BTreeMap::new();
    let mut note = |period: &Period, value: Quantity, actual: Id<Actual>, implied: bool| {
        let months = period.year_to_date().map(|(_, months)| months).or(period.full_year().map(|_| 12));
        if let Some(months) = months {
            years.entry(period.end().year()).or_default().push(Part { months, value, actual, implied });
        }
    };
    for figure in &history.figures {
        if let Some(actual) = figure.preferred() {
            note(&figure.period, figure.spread_out(), actual, false);
        }
    }
    for (period, all) in implied {
        for one in all {
            note(period, one.value, one.actual, true);
        }
    }
    years.into_iter().flat_map(|(year, parts)| within_year(series, year, parts)).collect()
}

fn within_year(series: Series, year: i32, mut parts: Vec<Part>) -> Vec<Check> {
    parts.sort_by_key(|part| part.months);
    let mut checks = Vec::new();
    let whole = Period { span: Span::Year(year), approximate: false };
    let found = |rule_outcome, short: &Part, long: &Part| Check {
        rule: CheckRule::Monotone,
        outcome: rule_outcome,
        actuals: vec![long.actual, short.actual],
        computed: Some(long.value),
        expected: Some(short.value.as_floor()),
        ..check(series, whole)
    };
    for (place, short) in parts.iter().enumerate() {
        for long in parts[place + 1..].iter().filter(|long| long.months > short.months) {
            // What was reported is held to what is certain of it; what is implied, to what is likely.
            let floor = if short.implied { short.value.soft.lo } else { short.value.hard.lo };
            let ceiling = if long.implied { long.value.soft.hi } else { long.value.hard.hi };
            if floor <= ceiling || (short.implied && long.implied && short.actual == long.actual) {
                continue;
            }
            let slight = (floor - ceiling) / f64::midpoint(floor, ceiling) <= ROUNDING;
            let both = short.implied && long.implied;
            checks.push(found(if slight || both { Outcome::Warn } else { Outcome::Contradiction }, short, long));
        }
    }
    let reported: Vec<&Part> = parts.iter().filter(|part| !part.implied).collect();
    if let (true, [short, .., long]) = (checks.is_empty(), reported.as_slice()) {
        checks.push(found(Outcome::Ok, short, long));
    }
    checks
}

/// C2: value and units of one subject and period, both with growth, from one source.
fn prices(record: &Record<'_>) -> Vec<Check> {
    let dataset = record.dataset;
    let flows = |money: bool| {
        record.series.iter().filter(move |((metric, _), _)| {
            let metric = &dataset[*metric];
            metric.kind == MetricKind::Flow && metric.currency.is_some() == money
        })
    };
    let growing: Vec<(Series, Claim)> = flows(false)
        .flat_map(|(&series, history)| {
            history.figures.iter().flat_map(move |figure| figure.claims.iter().map(move |claim| (series, *claim)))
        })
        .filter(|(_, claim)| dataset[claim.actual].growth.is_some())
        .collect();
    let mut checks = Vec::new();
    for (&(metric, subject), history) in flows(true) {
        for value in history.figures.iter().flat_map(|figure| &figure.claims) {
            let period = dataset[value.actual].period;
            let told_with = |units: Id<Actual>| {
                dataset[units].period == period
                    && dataset[units].sources.iter().any(|source| dataset[value.actual].sources.contains(source))
            };
            // Of several counts told together the largest is the one that the value is of.
            let units = growing.iter().filter(|((_, of), units)| *of == subject && told_with(units.actual));
            let most = units.max_by(|(_, a), (_, b)| a.value.nominal.total_cmp(&b.value.nominal));
            if let Some((_, units)) = most {
                let growth = growth_of(record, value.actual).zip(growth_of(record, units.actual));
                let Some((value_growth, units_growth)) = growth else { continue };
                let Some(bounds) = price_change(value_growth.soft, units_growth.soft) else { continue };
                let nominal = (1.0 + value_growth.nominal / 100.0) / (1.0 + units_growth.nominal / 100.0) - 1.0;
                let plausible = (PLAUSIBLE.lo..=PLAUSIBLE.hi).contains(&nominal);
                checks.push(Check {
                    rule: CheckRule::UnitPrice,
                    outcome: if plausible { Outcome::Ok } else { Outcome::Warn },
                    actuals: vec![units.actual, value.actual],
                    computed: Some(Quantity::derived(nominal, bounds, bounds)),
                    expected: Some(Quantity::derived(0.0, PLAUSIBLE, PLAUSIBLE)),
                    ..check((metric, subject), period)
                });
            }
        }
    }
    checks
}

/// How far two intervals are apart, a fraction of the middle; none if they overlap.
pub(super) fn apart(a: Interval, b: Interval) -> Option<f64> {
    let (_, _, spread) = merge(&[a, b])?;
    (spread > 0.0).then_some(spread)
}

fn check(series: Series, period: Period) -> Check {
    Check::of(CheckRule::Base, Outcome::Ok, series, period)
}

/// The same period a year before.
fn year_before(period: &Period) -> Period {
    let month = |month: Month| Month { year: month.year - 1, ..month };
    let day = |day: chrono::NaiveDate| day.checked_sub_months(chrono::Months::new(12)).unwrap_or(day);
    let span = match period.span {
        Span::Year(year) => Span::Year(year - 1),
        Span::Half(year, half) => Span::Half(year - 1, half),
        Span::Quarter(year, quarter) => Span::Quarter(year - 1, quarter),
        Span::Months(first, last) => Span::Months(month(first), month(last)),
        Span::Day(on) => Span::Day(day(on)),
        Span::Days(first, last) => Span::Days(day(first), day(last)),
    };
    Period { span, ..*period }
}
