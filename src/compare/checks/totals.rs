//! Wholes and their parts (C4), shares (C5) and capacities (C6).
//!
//! What adds up is said by a metric's `parts`. What is a share, a part or a limit of what goes by the usual ids below.

use super::growth::apart;
use super::{Check, CheckRule, Outcome, Record};
use crate::compare::known::Figure;
use crate::compare::quantity::{Interval, Quantity};
use crate::dataset::index::Series;
use crate::dataset::records::{Actual, Id, Metric, MetricKind, Subject};

/// A share in per cent, the part and the whole that it is the share of, by the ids of their metrics.
const SHARES: [(&str, &str, &str); 3] = [
    ("domestic-share", "sales-domestic", "sales"),
    ("export-share", "exports", "vehicles"),
    ("ckd-share", "vehicles-ckd", "vehicles"),
];
/// What cannot be more than the second, by the ids of their metrics.
const WITHIN: [(&str, &str); 3] = [("exports", "vehicles"), ("sales-domestic", "sales"), ("vehicles-ckd", "vehicles")];
/// What is made, and how much can be.
const CAPACITY: (&str, &str) = ("vehicles", "capacity");
/// Over so much of the capacity is doubtful.
const OVER: f64 = 1.1;
/// Differences up to this are rounding.
const ROUNDING: f64 = 0.01;

/// C4, C5, C6.
pub(super) fn checks(record: &Record<'_>) -> Vec<Check> {
    let mut checks = Vec::new();
    for &(metric, subject) in record.series.keys() {
        checks.extend(sums(record, metric, subject));
        checks.extend(shares(record, metric, subject));
        checks.extend(parts_within(record, metric, subject));
        checks.extend(within_capacity(record, metric, subject));
    }
    checks
}

/// C4: where every part is known they add up to the total; some of them are no more than it.
fn sums(record: &Record<'_>, metric: Id<Metric>, subject: Id<Subject>) -> Vec<Check> {
    let parts = &record.dataset[metric].parts;
    let total = |figure: &Figure| {
        let known: Vec<&Figure> = parts.iter().filter_map(|&part| same_time(record, (part, subject), figure)).collect();
        let (first, rest) = known.split_first()?;
        let sum = rest.iter().fold(first.spread_out(), |sum, part| add(&sum, &part.spread_out()));
        let whole = figure.spread_out();
        let all = known.len() == parts.len();
        let outcome = match apart(sum.hard, whole.hard) {
            Some(spread) if all && spread <= ROUNDING => Outcome::Warn,
            Some(_) if all || sum.hard.lo > whole.hard.hi => Outcome::Contradiction,
            None if all => Outcome::Ok,
            _ => return None,
        };
        let actuals = preferred(std::iter::once(figure).chain(known.iter().copied()));
        let found = Check::of(CheckRule::Sum, outcome, (metric, subject), figure.period);
        Some(Check { actuals, computed: Some(sum), expected: Some(whole), ..found })
    };
    figures(record, (metric, subject)).iter().filter_map(total).collect()
}

/// C5: share × whole = part.
fn shares(record: &Record<'_>, metric: Id<Metric>, subject: Id<Subject>) -> Vec<Check> {
    let id = &*record.dataset[metric].id;
    let Some((_, part, whole)) = SHARES.iter().find(|(share, ..)| *share == id) else { return Vec::new() };
    let one = |share: &Figure| {
        let part = same_time(record, (named(record, part)?, subject), share)?;
        let whole = same_time(record, (named(record, whole)?, subject), share)?;
        let fraction = share.spread_out().map(|percent| percent / 100.0);
        let computed = times(&fraction, &whole.spread_out());
        let outcome = if apart(computed.soft, part.spread_out().soft).is_some() { Outcome::Warn } else { Outcome::Ok };
        let found = Check::of(CheckRule::Share, outcome, (metric, subject), share.period);
        let actuals = preferred([share, part, whole]);
        Some(Check { actuals, computed: Some(computed), expected: Some(part.spread_out()), ..found })
    };
    figures(record, (metric, subject)).iter().filter_map(one).collect()
}

/// C5: a part is no more than the whole.
fn parts_within(record: &Record<'_>, metric: Id<Metric>, subject: Id<Subject>) -> Vec<Check> {
    let id = &*record.dataset[metric].id;
    let Some((_, whole)) = WITHIN.iter().find(|(part, _)| *part == id) else { return Vec::new() };
    let one = |part: &Figure| {
        let whole = same_time(record, (named(record, whole)?, subject), part)?;
        Some(held_below(CheckRule::Share, (metric, subject), (part, whole), 1.0))
    };
    figures(record, (metric, subject)).iter().filter_map(one).collect()
}

/// C6: what was made in a year, against the latest capacity reported by its end.
fn within_capacity(record: &Record<'_>, metric: Id<Metric>, subject: Id<Subject>) -> Vec<Check> {
    if *record.dataset[metric].id != *CAPACITY.0 || record.dataset[metric].kind != MetricKind::Flow {
        return Vec::new();
    }
    let Some(limit) = named(record, CAPACITY.1) else { return Vec::new() };
    let one = |made: &Figure| {
        made.period.full_year()?;
        let limits = figures(record, (limit, subject));
        let latest = limits.iter().rev().find(|limit| limit.first <= made.last)?;
        Some(held_below(CheckRule::Capacity, (metric, subject), (made, latest), OVER))
    };
    figures(record, (metric, subject)).iter().filter_map(one).collect()
}

/// The first is certainly no more than the second, times a margin.
fn held_below(rule: CheckRule, series: Series, (part, whole): (&Figure, &Figure), margin: f64) -> Check {
    let (made, limit) = (part.spread_out(), whole.spread_out());
    let outcome = if made.hard.lo > limit.hard.hi * margin { Outcome::Warn } else { Outcome::Ok };
    let found = Check::of(rule, outcome, series, part.period);
    Check { actuals: preferred([part, whole]), computed: Some(made), expected: Some(limit), ..found }
}

fn figures<'a>(record: &'a Record<'_>, series: Series) -> &'a [Figure] {
    record.series.get(&series).map_or(&[], |history| &history.figures)
}

fn same_time<'a>(record: &'a Record<'_>, series: Series, as_figure: &Figure) -> Option<&'a Figure> {
    record.series.get(&series)?.exactly(as_figure.first, as_figure.last)
}

fn named(record: &Record<'_>, id: &str) -> Option<Id<Metric>> {
    record.dataset.index.names.metrics.get(id).copied()
}

fn preferred<'a>(figures: impl IntoIterator<Item = &'a Figure>) -> Vec<Id<Actual>> {
    figures.into_iter().filter_map(Figure::preferred).collect()
}

pub(super) fn add(a: &Quantity, b: &Quantity) -> Quantity {
    Quantity::derived(a.nominal + b.nominal, a.hard.plus(b.hard), a.soft.plus(b.soft))
}

fn times(a: &Quantity, b: &Quantity) -> Quantity {
    let product = |x: Interval, y: Interval| x.times(y);
    Quantity::derived(a.nominal * b.nominal, product(a.hard, b.hard), product(a.soft, b.soft))
}
