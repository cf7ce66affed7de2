//! Parts of a flow that add up (analytics 2, "parts of a flow add up"): figures that cover a span without gap or overlap are its
//! figure.

use chrono::NaiveDate;
use foldhash::HashMap;

use crate::compare::series::figure::{Agreement, Figure};
use crate::compare::series::quantity::Quantity;
use crate::dataset::format::period::Period;

/// The figures that cover `first` to `last` without gap or overlap, in order of time; of several ways the one that takes, from
/// the first day on, the longest figure with which the rest can be covered. A figure of the whole span is not a part of it.
pub fn tiles<'f>(
    figures: impl DoubleEndedIterator<Item = &'f Figure>,
    first: NaiveDate,
    last: NaiveDate,
) -> Option<Vec<&'f Figure>> {
    let mut parts: Vec<&Figure> = figures
        .filter(|figure| first <= figure.first && figure.last <= last && (figure.first, figure.last) != (first, last))
        .collect();
    parts.sort_by_key(|part| std::cmp::Reverse(part.first));
    // From which days on the rest can be covered, and by which figure first.
    let mut next: HashMap<NaiveDate, &Figure> = HashMap::default();
    for part in parts {
        let completes = part.last == last || part.last.succ_opt().is_some_and(|day| next.contains_key(&day));
        if completes && next.get(&part.first).is_none_or(|longest| longest.last < part.last) {
            next.insert(part.first, part);
        }
    }
    let mut day = first;
    let mut tiles = Vec::new();
    while let Some(part) = next.get(&day) {
        tiles.push(*part);
        day = part.last.succ_opt()?;
    }
    (!tiles.is_empty()).then_some(tiles)
}

/// The days before `last` up to which figures from `first` on follow each other without gap.
pub(crate) fn starts<'f>(
    figures: impl Iterator<Item = &'f Figure>,
    first: NaiveDate,
    last: NaiveDate,
) -> Vec<NaiveDate> {
    let mut parts: Vec<&Figure> = figures.filter(|figure| first <= figure.first && figure.last < last).collect();
    parts.sort_by_key(|part| part.first);
    let mut ends: Vec<NaiveDate> = Vec::new();
    for part in parts {
        let follows = part.first == first || part.first.pred_opt().is_some_and(|day| ends.contains(&day));
        if follows && !ends.contains(&part.last) {
            ends.push(part.last);
        }
    }
    ends
}

/// Whether figures of parts add up to these days.
pub(crate) fn tiles_year(figures: &[Figure], (first, last): (NaiveDate, NaiveDate)) -> bool {
    let from = figures.partition_point(|figure| figure.last < first);
    let to = figures.partition_point(|figure| figure.last <= last).max(from);
    tiles(figures[from..to].iter(), first, last).is_some()
}

/// The sum of figures as the figure of the span that they cover: a single one as it is, none for an empty slice. With a part whose reports differ, the
/// sum is judged by its hull: no report of one part speaks for the sum.
pub fn sum(parts: &[&Figure]) -> Option<Figure> {
    let (first, more) = parts.split_first()?;
    if more.is_empty() {
        return Some((*first).clone());
    }
    let differ = parts.iter().any(|part| part.has_differing_claims());
    // Likely ends stand in for ends that are open: of a plain part they are its number, as it decides.
    let value = |part: &Figure| Quantity { soft: part.deciding_value().soft, ..part.value_over_claims() };
    let mut sum = Figure { value: value(first), pieces: vec![first.period], ..(*first).clone() };
    for part in more {
        sum.value = sum.value.plus(&value(part));
        sum.deciding_bounds = sum.deciding_bounds.plus(part.deciding_bounds);
        sum.spread = sum.spread.max(part.spread);
        sum.claims.extend(&part.claims);
        sum.pieces.push(part.period);
        sum.last = part.last;
    }
    sum.period = Period::between(sum.first, sum.last);
    sum.agreement = if differ { Agreement::MinorDifference } else { Agreement::Agree };
    Some(sum)
}
