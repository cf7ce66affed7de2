//! What was reported of a milestone as of a date (analytics 3.7, 10). The status that follows is in `verdict::milestone`.

use chrono::NaiveDate;

use crate::compare::series::as_of::current_reports;
use crate::compare::series::figure::known_sources;
use crate::dataset::format::period::Due;
use crate::dataset::format::value::Value;
use crate::dataset::records::index::SeriesKey;
use crate::dataset::records::{Actual, Dataset, Id, Language, Source, Target};

/// One report that a milestone happened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MilestoneReport {
    /// The record.
    pub actual: Id<Actual>,
    /// The earliest possible day.
    pub first: NaiveDate,
    /// The latest possible day.
    pub last: NaiveDate,
}

/// What was known of a milestone on a date.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct MilestoneEvidence {
    /// Reports that it happened, the preferred first; reports that overlap are narrowed to their intersection.
    pub happened: Vec<MilestoneReport>,
    /// The latest day on which it is known not to have happened, with the source.
    pub not_yet: Option<(NaiveDate, Option<Id<Source>>)>,
    /// The date that the newest statement names, if it is later than the target's own (analytics 3.7); none for a milestone that
    /// was moved back again.
    pub moved_to: Option<Due>,
    /// Reports do not overlap, or one of them is on or before a day on which it had not happened.
    pub is_contested: bool,
}

/// The evidence on the milestone of a target as of `known` (analytics 10, "not yet").
pub fn milestone_evidence(dataset: &Dataset, target: Id<Target>, known: NaiveDate) -> MilestoneEvidence {
    let series: SeriesKey = (dataset[target].metric, dataset[target].subject);
    let visible: Vec<Id<Actual>> =
        dataset.index.actuals_of(series).iter().copied().filter(|&id| dataset[id].published.day <= known).collect();
    let is_not_yet = |id: &Id<Actual>| matches!(dataset[*id].value, Value::NotYet);
    let (denials, reports): (Vec<Id<Actual>>, Vec<Id<Actual>>) = visible.into_iter().partition(is_not_yet);
    let mut happened: Vec<MilestoneReport> = current_reports(dataset, &reports, known)
        .map(|actual| {
            let period = dataset[actual].period;
            MilestoneReport { actual, first: period.start(), last: period.end() }
        })
        .collect();
    happened.sort_by_key(|report| {
        let kind = known_sources(dataset, report.actual, known).map(|source| dataset[source].kind).min();
        (kind, std::cmp::Reverse(dataset[report.actual].published.day), report.first, report.last)
    });
    let denied = denials
        .iter()
        .filter(|&&id| !is_retracted(dataset, id, &happened))
        .map(|&id| (dataset[id].period.end(), known_sources(dataset, id, known).next()));
    let restatements = restatements(dataset, target, known);
    let end = |id: Id<Target>| dataset[id].due.map(|due: Due| due.days().1);
    let is_later = |id: &Id<Target>| end(*id) > end(target);
    // When it was restated with a later date, it had not happened.
    let postponed = restatements.iter().filter(|id| is_later(id)).max_by_key(|id| (dataset[**id].said.day, **id));
    let postponed = postponed.map(|&id| (dataset[id].said.day, dataset[id].sources.first().copied()));
    let not_yet = denied.chain(postponed).max_by_key(|(day, _)| *day);
    let newest = restatements.iter().rev().find(|id| dataset[**id].due.is_some());
    let moved_to = newest.filter(|id| is_later(id)).and_then(|id| dataset[*id].due);
    MilestoneEvidence { moved_to, ..narrow_reports(happened, not_yet) }
}

/// Whether the publisher of a "not yet" has since reported that it had happened by then.
fn is_retracted(dataset: &Dataset, denial: Id<Actual>, happened: &[MilestoneReport]) -> bool {
    let publisher =
        |id: Id<Actual>| dataset[id].sources.first().map(|&source| dataset[source].publisher.get(Language::En));
    happened.iter().any(|report| {
        report.last <= dataset[denial].period.end()
            && dataset[report.actual].published.day > dataset[denial].published.day
            && publisher(report.actual) == publisher(denial)
    })
}

/// The later statements of a milestone as of a date, in order: those that restate it, or one of them.
fn restatements(dataset: &Dataset, target: Id<Target>, known: NaiveDate) -> Vec<Id<Target>> {
    let series = (dataset[target].metric, dataset[target].subject);
    let mut chain = vec![target];
    for &later in dataset.index.targets_of(series) {
        let restates = dataset[later].restates.is_some_and(|first| chain.contains(&first));
        if restates && dataset[later].said.day <= known {
            chain.push(later);
        }
    }
    chain.split_off(1)
}

/// Narrows overlapping reports to their intersection, and to the days after the last "not yet".
fn narrow_reports(
    mut happened: Vec<MilestoneReport>,
    not_yet: Option<(NaiveDate, Option<Id<Source>>)>,
) -> MilestoneEvidence {
    let first = happened.iter().map(|report| report.first).max();
    let last = happened.iter().map(|report| report.last).min();
    let overlap = first <= last;
    if let (true, Some(first), Some(last)) = (overlap, first, last) {
        for report in &mut happened {
            (report.first, report.last) = (first, last);
        }
    }
    let mut contested = !overlap;
    if let Some((day, _)) = not_yet {
        for report in &mut happened {
            if report.last > day {
                report.first = report.first.max(day.succ_opt().unwrap_or(day));
            } else {
                contested = true;
            }
        }
    }
    MilestoneEvidence { happened, not_yet, moved_to: None, is_contested: contested }
}
