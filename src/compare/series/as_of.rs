//! Which reports were known on a date (analytics 3.4 and 10, "one source"), and the figures that they make.
//! How disagreeing reports are combined is in `merge`.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use crate::compare::series::figure::known_sources;
use crate::compare::series::merge;
use crate::compare::series::quantity::{ABOUT_TOLERANCE, Quantity};
use crate::dataset::format::period::Period;
use crate::dataset::records::index::SeriesKey;
use crate::dataset::records::{Actual, Dataset, Id, Language, MetricKind, Quality, Source, Target};

pub use crate::compare::series::figure::{Agreement, Claim, Figure};

/// A report published up to this many days after a statement may count as known with it.
pub(crate) const SAME_REPORT_DAYS: i64 = 31;

/// The figures of a series as of a date, ordered by the end of their periods, then by their start (analytics 3.4, 4.2).
/// Reports without a number (`?`, `not yet`) are left out.
pub fn figures(dataset: &Dataset, series: SeriesKey, known: NaiveDate) -> Vec<Figure> {
    figures_with_tolerance(dataset, series, ABOUT_TOLERANCE, AsOf::of(known))
}

/// Which reports count as known.
#[derive(Debug, Clone, Copy)]
pub(crate) struct AsOf {
    /// Those published by this date,
    known: NaiveDate,
    /// and those in the source of this statement, if published by this later date.
    reported_with: Option<(Id<Target>, NaiveDate)>,
}

impl AsOf {
    pub(crate) fn of(known: NaiveDate) -> Self {
        Self { known, reported_with: None }
    }

    /// What was known when a target was stated, seen from a later date: published by then, or in the same source.
    pub(crate) fn at_statement(dataset: &Dataset, target: Id<Target>, known: NaiveDate) -> Self {
        Self { known: dataset[target].said.day, reported_with: Some((target, known)) }
    }

    fn includes(&self, dataset: &Dataset, report: Id<Actual>) -> bool {
        dataset[report].published.day <= self.known
            || self.reported_with.is_some_and(|(target, known)| reported_with(dataset, report, target, known))
    }
}

/// Whether a report appeared shortly after a statement in the same source: a newspaper that reports a statement some days
/// later reports the figures of that day with it.
pub(crate) fn reported_with(dataset: &Dataset, report: Id<Actual>, target: Id<Target>, known: NaiveDate) -> bool {
    let (actual, target) = (&dataset[report], &dataset[target]);
    let (said, published) = (target.said.day, actual.published.day);
    let late = published.signed_duration_since(said).num_days();
    published <= known
        && (1..=SAME_REPORT_DAYS).contains(&late)
        && actual.sources.iter().any(|source| target.sources.contains(source))
        && actual.period.end() <= said
}

/// As [`figures`], with another tolerance for "about" where a report has none of its own.
pub(crate) fn figures_with_tolerance(dataset: &Dataset, series: SeriesKey, about: f64, as_of: AsOf) -> Vec<Figure> {
    let kind = dataset[series.0].kind;
    let days = |id: &Id<Actual>| dataset[*id].period.days();
    let periods = dataset.index.actuals_of(series).chunk_by(|a, b| days(a) == days(b));
    periods.filter_map(|reports| figure_of(dataset, kind, reports, about, as_of)).collect()
}

/// The figure that the reports of one period make; none if none of them was known.
pub(crate) fn figure_of(
    dataset: &Dataset,
    kind: MetricKind,
    reports: &[Id<Actual>],
    about: f64,
    as_of: AsOf,
) -> Option<Figure> {
    let known = as_of.known;
    let claim = |id: Id<Actual>| {
        let actual = &dataset[id];
        let value = Quantity::from_value(&actual.value, kind, actual.tolerance.unwrap_or(about))?;
        Some(Claim { actual: id, value })
    };
    let covered = reports.iter().copied().filter(|id| as_of.includes(dataset, *id));
    let mut visible: Vec<Id<Actual>> = covered.collect();
    // An estimate of a running period gives way to every report of the period.
    let early = visible.iter().all(|id| is_early_estimate(dataset, *id));
    if !early {
        visible.retain(|id| !is_early_estimate(dataset, *id));
    }
    let claims: Vec<Claim> = current_reports(dataset, &visible, known).filter_map(claim).collect();
    let days = dataset[*reports.first()?].period.days();
    let figure = merge::merge_claims(dataset, days, claims, known)?;
    Some(Figure { is_early_estimate: early, ..figure })
}

/// Whether a report estimates a period that was not over when it was published.
fn is_early_estimate(dataset: &Dataset, report: Id<Actual>) -> bool {
    let actual = &dataset[report];
    actual.quality == Quality::Estimate && actual.published.day < actual.period.end()
}

/// Whether a figure was known at the statement of a target: one of its reports was published by then, or soon after in the
/// statement's own source; of a sum all its parts (analytics 10, "figures known at the statement"). A revision is no new
/// figure, an estimate of a running period made anew is one.
pub(crate) fn was_known_at_statement(
    dataset: &Dataset,
    target: Id<Target>,
    known: NaiveDate,
    period: Period,
    pieces: &[Period],
    preferred: Option<Id<Actual>>,
) -> bool {
    let (series, said) = ((dataset[target].metric, dataset[target].subject), dataset[target].said.day);
    let all = dataset.index.actuals_of(series);
    let was_known = |period: &Period| {
        let (first, last) = period.days();
        let days = |id: &Id<Actual>| (dataset[*id].period.end(), dataset[*id].period.start());
        let from = all.partition_point(|id| days(id) < (last, first));
        let reports = all[from..].iter().take_while(|id| days(id) == (last, first));
        let mut counted = reports.filter(|id| !is_early_estimate(dataset, **id) || preferred == Some(**id));
        counted.any(|id| dataset[*id].published.day <= said || reported_with(dataset, *id, target, known))
    };
    if pieces.is_empty() { was_known(&period) } else { pieces.iter().all(was_known) }
}

/// The reports of one figure that are not superseded: a later publication of the same publisher replaces its earlier one;
/// two of one day both stay. A report with several publishers stays until all of them have replaced it.
pub(crate) fn current_reports<'a>(
    dataset: &'a Dataset,
    reports: &'a [Id<Actual>],
    known: NaiveDate,
) -> impl Iterator<Item = Id<Actual>> + 'a {
    let mut latest: Vec<(Id<Source>, NaiveDate)> = Vec::new();
    if reports.len() > 1 {
        for &report in reports {
            let published = dataset[report].published.day;
            for source in known_sources(dataset, report, known) {
                match latest.iter_mut().find(|(other, _)| same_publisher(dataset, source, *other)) {
                    Some((_, last)) => *last = published.max(*last),
                    None => latest.push((source, published)),
                }
            }
        }
    }
    let stands = move |report: &Id<Actual>, source: Id<Source>| {
        let last = latest.iter().find(|(other, _)| same_publisher(dataset, source, *other));
        last.is_none_or(|(_, last)| *last <= dataset[*report].published.day)
    };
    reports.iter().copied().filter(move |report| {
        reports.len() == 1 || known_sources(dataset, *report, known).any(|source| stands(report, source))
    })
}

fn same_publisher(dataset: &Dataset, a: Id<Source>, b: Id<Source>) -> bool {
    let (first, second) = (&dataset[a].publisher, &dataset[b].publisher);
    a == b || (!first.get(Language::En).is_empty() && first.get(Language::En) == second.get(Language::En))
}

/// The dates on which something was stated or published, ascending, without duplicates (analytics 3.4).
pub fn known_days(dataset: &Dataset) -> Vec<NaiveDate> {
    let said = dataset.targets.iter().map(|target| target.said.day);
    let published = dataset.actuals.iter().map(|actual| actual.published.day);
    said.chain(published).collect::<BTreeSet<_>>().into_iter().collect()
}
