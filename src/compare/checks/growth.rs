//! What growth rates imply: the figure of the year before (C1), the unit price (C2), and whether output only grows within a
//! year (C3).

use std::collections::BTreeMap;

use chrono::Datelike;

use crate::compare::checks::check::{CheckOutcome, CheckRule, ConsistencyCheck, KnownSeries};
use crate::compare::series::figure::Claim;
use crate::compare::series::interval::Interval;
use crate::compare::series::merge::distance_apart;
use crate::compare::series::quantity::{ABOUT_TOLERANCE, Quantity};
use crate::dataset::format::period::{Month, Period, Span};
use crate::dataset::records::index::SeriesKey;
use crate::dataset::records::{Actual, Id, MetricKind};

/// Changes of a unit price outside this make a growth rate implausible.
const PLAUSIBLE: Interval = Interval { lo: -0.25, hi: 0.5, lo_open: false, hi_open: false };
/// Relative differences up to this are rounding.
const ROUNDING: f64 = 0.01;

/// The figure of the year before, `y ÷ (1 + g)` with the growth in per cent (C1); none if the divisor contains zero.
pub fn prior_year_bounds(now: Interval, growth: Interval) -> Option<Interval> {
    now.divided_by(growth_factor(growth))
}

/// The change of the unit price as a fraction: growth of value over growth of units, less 1; both in per cent (C2).
pub fn price_change(value: Interval, units: Interval) -> Option<Interval> {
    Some(growth_factor(value).divided_by(growth_factor(units))?.map(|ratio| ratio - 1.0))
}

/// The change of a share (per cent): in points, and in per cent of the share before (C7).
pub fn share_change(before: f64, after: f64) -> (f64, f64) {
    (after - before, (after / before - 1.0) * 100.0)
}

fn growth_factor(growth: Interval) -> Interval {
    growth.map(|percent| 1.0 + percent / 100.0)
}

/// The figure of the year before that a report with a growth rate implies.
struct ImpliedFigure {
    actual: Id<Actual>,
    value: Quantity,
}

/// C1, C2 and C3.
pub(super) fn checks(known_series: &KnownSeries<'_>) -> Vec<ConsistencyCheck> {
    let mut checks = Vec::new();
    for (&series, history) in &known_series.series {
        if history.kind != MetricKind::Flow {
            continue;
        }
        let mut implied: BTreeMap<Period, Vec<ImpliedFigure>> = BTreeMap::new();
        for claim in history.figures.iter().flat_map(|figure| &figure.claims) {
            if let Some(value) = prior_year_figure(known_series, claim) {
                let period = year_before(&known_series.dataset[claim.actual].period);
                implied.entry(period).or_default().push(ImpliedFigure { actual: claim.actual, value });
            }
        }
        checks.extend(check_prior_years(known_series, series, &implied));
        checks.extend(check_monotone(known_series, series, &implied));
    }
    checks.extend(check_unit_prices(known_series));
    checks
}

fn prior_year_figure(known_series: &KnownSeries<'_>, claim: &Claim) -> Option<Quantity> {
    let growth = reported_growth(known_series, claim.actual)?;
    let soft = prior_year_bounds(claim.value.soft, growth.soft)?;
    let hard = prior_year_bounds(claim.value.hard, growth.hard).unwrap_or(soft);
    let nominal = claim.value.nominal / (1.0 + growth.nominal / 100.0);
    (nominal.is_finite() && soft.lo >= 0.0).then(|| Quantity::derived(nominal, hard, soft))
}

fn reported_growth(known_series: &KnownSeries<'_>, actual: Id<Actual>) -> Option<Quantity> {
    Quantity::from_value(known_series.dataset[actual].growth.as_ref()?, MetricKind::Growth, ABOUT_TOLERANCE)
}

/// C1: each implied figure against the reported one and against those that other reports imply.
fn check_prior_years(
    known_series: &KnownSeries<'_>,
    series: SeriesKey,
    implied: &BTreeMap<Period, Vec<ImpliedFigure>>,
) -> Vec<ConsistencyCheck> {
    let mut checks = Vec::new();
    let Some(history) = known_series.series.get(&series) else { return checks };
    for (&period, all) in implied {
        let reported = history.figure_for_days(period.start(), period.end());
        for (index, one) in all.iter().enumerate() {
            let others = all[..index].iter().map(|other| (other.value, vec![other.actual]));
            let reported = reported.map(|figure| {
                (figure.value_over_claims(), figure.claims.iter().map(|claim| claim.actual).collect::<Vec<_>>())
            });
            for (expected, from) in reported.into_iter().chain(others) {
                let differs = distance_apart(one.value.soft, expected.soft).is_some_and(|spread| spread > ROUNDING);
                let outcome = if differs { CheckOutcome::Warn } else { CheckOutcome::Ok };
                checks.push(ConsistencyCheck {
                    actuals: std::iter::once(one.actual).chain(from).collect(),
                    computed: Some(one.value),
                    expected: Some(expected),
                    ..ConsistencyCheck::of(CheckRule::PriorYear, outcome, series, period)
                });
            }
        }
    }
    checks
}

/// The output of the first months of a year, or of all of it.
struct YearPart {
    months: u32,
    value: Quantity,
    actual: Id<Actual>,
    implied: bool,
}

/// C3: the output by a month is at most that by a later one. Figures implied by growth rates are compared with reported ones.
fn check_monotone(
    known_series: &KnownSeries<'_>,
    series: SeriesKey,
    implied: &BTreeMap<Period, Vec<ImpliedFigure>>,
) -> Vec<ConsistencyCheck> {
    let Some(history) = known_series.series.get(&series) else { return Vec::new() };
    let mut years: BTreeMap<i32, Vec<YearPart>> = BTreeMap::new();
    let mut note = |period: &Period, value: Quantity, actual: Id<Actual>, implied: bool| {
        let months = period.year_to_date().map(|(_, months)| months).or(period.full_year().map(|_| 12));
        if let Some(months) = months {
            years.entry(period.end().year()).or_default().push(YearPart { months, value, actual, implied });
        }
    };
    for figure in history.figures.iter() {
        if let Some(actual) = figure.preferred() {
            note(&figure.period, figure.value_over_claims(), actual, false);
        }
    }
    for (period, all) in implied {
        for one in all {
            note(period, one.value, one.actual, true);
        }
    }
    years.into_iter().flat_map(|(year, parts)| check_year(series, year, parts)).collect()
}

fn check_year(series: SeriesKey, year: i32, mut parts: Vec<YearPart>) -> Vec<ConsistencyCheck> {
    parts.sort_by_key(|part| part.months);
    let mut checks = Vec::new();
    let whole = Period { span: Span::Year(year), is_approximate: false };
    let found = |outcome, short: &YearPart, long: &YearPart| ConsistencyCheck {
        actuals: vec![long.actual, short.actual],
        computed: Some(long.value),
        expected: Some(short.value.as_floor()),
        ..ConsistencyCheck::of(CheckRule::Monotone, outcome, series, whole)
    };
    for (index, short) in parts.iter().enumerate() {
        for long in parts[index + 1..].iter().filter(|long| long.months > short.months) {
            // Reported figures are compared by their certain bounds, implied ones by their likely bounds.
            let floor = if short.implied { short.value.soft.lo } else { short.value.hard.lo };
            let ceiling = if long.implied { long.value.soft.hi } else { long.value.hard.hi };
            if floor <= ceiling || (short.implied && long.implied && short.actual == long.actual) {
                continue;
            }
            let slight = (floor - ceiling) / f64::midpoint(floor, ceiling) <= ROUNDING;
            let both = short.implied && long.implied;
            let outcome = if slight || both { CheckOutcome::Warn } else { CheckOutcome::Contradiction };
            checks.push(found(outcome, short, long));
        }
    }
    let reported: Vec<&YearPart> = parts.iter().filter(|part| !part.implied).collect();
    if let (true, [short, .., long]) = (checks.is_empty(), reported.as_slice()) {
        checks.push(found(CheckOutcome::Ok, short, long));
    }
    checks
}

/// C2: value and units of one subject and period, both with a growth rate, from one source.
fn check_unit_prices(known_series: &KnownSeries<'_>) -> Vec<ConsistencyCheck> {
    let dataset = known_series.dataset;
    let flows = |money: bool| {
        known_series.series.iter().filter(move |((metric, _), _)| {
            let metric = &dataset[*metric];
            metric.kind == MetricKind::Flow && metric.currency.is_some() == money
        })
    };
    let growing: Vec<(SeriesKey, Claim)> = flows(false)
        .flat_map(|(&series, history)| {
            history.figures.iter().flat_map(move |figure| figure.claims.iter().map(move |claim| (series, *claim)))
        })
        .filter(|(_, claim)| dataset[claim.actual].growth.is_some())
        .collect();
    let mut checks = Vec::new();
    for (&(metric, subject), history) in flows(true) {
        for value in history.figures.iter().flat_map(|figure| &figure.claims) {
            let period = dataset[value.actual].period;
            let reported_with = |units: Id<Actual>| {
                dataset[units].period == period
                    && dataset[units].sources.iter().any(|source| dataset[value.actual].sources.contains(source))
            };
            // Of several counts in one source the value belongs to the largest.
            let units = growing.iter().filter(|((_, of), units)| *of == subject && reported_with(units.actual));
            let most = units.max_by(|(_, a), (_, b)| a.value.nominal.total_cmp(&b.value.nominal));
            if let Some((_, units)) = most {
                let growth =
                    reported_growth(known_series, value.actual).zip(reported_growth(known_series, units.actual));
                let Some((value_growth, units_growth)) = growth else { continue };
                let Some(bounds) = price_change(value_growth.soft, units_growth.soft) else { continue };
                let nominal = (1.0 + value_growth.nominal / 100.0) / (1.0 + units_growth.nominal / 100.0) - 1.0;
                let plausible = (PLAUSIBLE.lo..=PLAUSIBLE.hi).contains(&nominal);
                let outcome = if plausible { CheckOutcome::Ok } else { CheckOutcome::Warn };
                checks.push(ConsistencyCheck {
                    actuals: vec![units.actual, value.actual],
                    computed: Some(Quantity::derived(nominal, bounds, bounds)),
                    expected: Some(Quantity::derived(0.0, PLAUSIBLE, PLAUSIBLE)),
                    ..ConsistencyCheck::of(CheckRule::UnitPrice, outcome, (metric, subject), period)
                });
            }
        }
    }
    checks
}

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
