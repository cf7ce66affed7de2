//! Combines several reports of one period into a figure (analytics 4.2 and 10, "agreeing sources").

use chrono::NaiveDate;

use crate::compare::series::figure::{Agreement, Claim, Figure, known_sources};
use crate::compare::series::interval::{Interval, are_equal};
use crate::compare::series::quantity::Quantity;
use crate::dataset::records::{Dataset, SourceKind};

/// The largest spread that counts as rounding or revision, as a fraction of the midpoint.
const MAX_MINOR_SPREAD: f64 = 0.01;

/// Combines intervals: their intersection, or the hull if they do not overlap, and the spread as a fraction of the midpoint
/// (analytics 4.2). None for an empty slice.
pub fn merge_intervals(bounds: &[Interval]) -> Option<(Agreement, Interval, f64)> {
    let (&first, rest) = bounds.split_first()?;
    if rest.is_empty() {
        return Some((Agreement::Single, first, 0.0));
    }
    let common = rest.iter().copied().fold(first, Interval::intersect);
    if let Some(common) = meeting(common) {
        return Some((Agreement::Agree, common, 0.0));
    }
    let middle = f64::midpoint(common.lo, common.hi).abs();
    let gap = common.lo - common.hi;
    let spread = if gap > 0.0 { gap / middle } else { 0.0 };
    let agreement = if spread <= MAX_MINOR_SPREAD { Agreement::MinorDifference } else { Agreement::Contested };
    Some((agreement, rest.iter().copied().fold(first, Interval::hull), spread))
}

/// An intersection that is not empty; ends that are equal meet, also where one of them is open ("6" and "more than 6").
fn meeting(common: Interval) -> Option<Interval> {
    if are_equal(common.lo, common.hi) {
        return Some(Interval::between(common.lo.min(common.hi), common.hi.max(common.lo)));
    }
    (common.lo < common.hi).then_some(common)
}

/// The figure that the reports of one period make, whatever their order; none without a report.
pub(crate) fn merge_claims(
    dataset: &Dataset,
    days: (NaiveDate, NaiveDate),
    mut claims: Vec<Claim>,
    known: NaiveDate,
) -> Option<Figure> {
    let (first, last) = days;
    if let [only] = claims.as_slice() {
        let (value, period) = (only.value, dataset[only.actual].period);
        let deciding_bounds = value.deciding_bounds();
        return Some(Figure {
            period,
            first,
            last,
            value,
            deciding_bounds,
            agreement: Agreement::Single,
            spread: 0.0,
            claims,
            pieces: Vec::new(),
            is_early_estimate: false,
        });
    }
    claims.sort_by(|a, b| {
        let (first, second) = (preference(dataset, a, known), preference(dataset, b, known));
        first.cmp(&second).then_with(|| by_value(a, b)).then_with(|| a.actual.cmp(&b.actual))
    });
    let preferred = *claims.first()?;
    let period = dataset[preferred.actual].period;
    let hard: Vec<Interval> = claims.iter().map(|claim| claim.value.hard).collect();
    let (agreement, bounds, spread) = merge_intervals(&hard)?;
    let (value, deciding_bounds) = match agreement {
        Agreement::Single | Agreement::Agree => agreed_value(&claims, preferred.value, bounds),
        Agreement::MinorDifference => (Quantity { hard: bounds, ..preferred.value }, deciding_hull(&claims, preferred)),
        Agreement::Contested => (preferred.value, deciding_hull(&claims, preferred)),
    };
    let (pieces, is_early_estimate) = (Vec::new(), false);
    Some(Figure { period, first, last, value, deciding_bounds, agreement, spread, claims, pieces, is_early_estimate })
}

/// Order of preference: kind of source (statistics, government, …, press), then the later publication.
fn preference(dataset: &Dataset, claim: &Claim, known: NaiveDate) -> (SourceKind, std::cmp::Reverse<NaiveDate>) {
    let best = known_sources(dataset, claim.actual, known).map(|source| dataset[source].kind).min();
    (best.unwrap_or(SourceKind::Other), std::cmp::Reverse(dataset[claim.actual].published.day))
}

fn by_value(a: &Claim, b: &Claim) -> std::cmp::Ordering {
    let (a, b) = (&a.value, &b.value);
    let by_bounds = || a.hard.lo.total_cmp(&b.hard.lo).then(a.hard.hi.total_cmp(&b.hard.hi));
    a.nominal.total_cmp(&b.nominal).then_with(by_bounds)
}

/// The preferred value clamped to the common bounds, and the deciding bounds: the intersection of those of all reports, or
/// the clamped value if that is empty.
fn agreed_value(claims: &[Claim], preferred: Quantity, bounds: Interval) -> (Quantity, Interval) {
    let all =
        claims.iter().map(|claim| claim.value.deciding_bounds()).fold(preferred.deciding_bounds(), Interval::intersect);
    let all = meeting(all);
    let nominal = all.unwrap_or(bounds).clamp(preferred.nominal);
    let soft = claims.iter().map(|claim| claim.value.soft).fold(preferred.soft, Interval::intersect);
    let soft = if soft.is_empty() { preferred.soft.intersect(bounds) } else { soft };
    let soft = if soft.is_empty() { Interval::exactly(nominal) } else { soft };
    let deciding_bounds = all.unwrap_or(Interval::exactly(nominal));
    (Quantity { nominal, hard: bounds, soft, ..preferred }, deciding_bounds)
}

fn deciding_hull(claims: &[Claim], preferred: Claim) -> Interval {
    claims.iter().map(|claim| claim.value.deciding_bounds()).fold(preferred.value.deciding_bounds(), Interval::hull)
}

/// The spread between two intervals as a fraction of the midpoint; none if they overlap.
pub(crate) fn distance_apart(a: Interval, b: Interval) -> Option<f64> {
    let (_, _, spread) = merge_intervals(&[a, b])?;
    (spread > 0.0).then_some(spread)
}
