//! What the cells of promises and figures are sorted by.

use crate::compare::series::quantity::{ABOUT_TOLERANCE, Quantity};
use crate::compare::verdict::types::{Lateness, Status, Verdict};
use crate::dataset::format::value::Value;
use crate::dataset::records::{Dataset, Metric, Target};
use crate::page::context::Context;
use crate::page::model::row_filter::RowStatus;
use crate::page::model::table::SortKey;
use crate::page::pages::checks::{OUTCOMES, outcome_name};
use crate::page::target::explanation::status_name;
use crate::page::target::row::event_period;
use crate::page::{EvidenceView, PageKind};

/// A value as said.
#[must_use]
pub(in crate::page) fn value(value: &Value, metric: &Metric) -> SortKey {
    SortKey::number(Quantity::from_value(value, metric.kind, ABOUT_TOLERANCE).map(|quantity| quantity.nominal))
}

/// The last day on which it is due.
#[must_use]
pub(in crate::page) fn due(target: &Target) -> SortKey {
    SortKey::day(target.due.map(|due| due.days().1))
}

/// What was reported for a promise: a number, or the day of an event.
#[must_use]
pub(in crate::page) fn reported(verdict: &Verdict) -> SortKey {
    match event_period(verdict) {
        Some(period) => SortKey::Date(period.end()),
        None => SortKey::number(verdict.reported.or(verdict.reached).map(|figure| figure.value.nominal)),
    }
}

/// How far along it is.
#[must_use]
pub(in crate::page) fn attained(verdict: &Verdict) -> SortKey {
    SortKey::number(verdict.attainment.map(|ratio| ratio.nominal))
}

/// By how much it was passed or fell short.
#[must_use]
pub(in crate::page) fn gap(verdict: &Verdict) -> SortKey {
    match (verdict.gap, verdict.lateness) {
        (Some(gap), _) => SortKey::number(Some(gap.nominal)),
        (None, Some(Lateness::Days(first, last))) if verdict.status != Status::Met => {
            SortKey::Duration(i64::midpoint(first, last))
        }
        _ => SortKey::Missing,
    }
}

/// The place of a status among the others.
#[must_use]
pub(in crate::page) fn status(status: Status) -> SortKey {
    SortKey::Order(place(status))
}

/// A status as what a person may want to see alone.
#[must_use]
pub(in crate::page) fn row_status(ctx: &Context<'_>, status: Status) -> RowStatus {
    RowStatus { name: status_name(status).to_owned(), word: ctx.words.status(status), place: place(status) }
}

/// The name of every way in which rows of a page may stand, on some day.
#[must_use]
pub fn status_names(page: PageKind, evidence: EvidenceView, dataset: &Dataset) -> Vec<&str> {
    match (page, evidence) {
        (PageKind::Output, _) | (PageKind::Evidence, EvidenceView::Sources) => Vec::new(),
        (PageKind::Evidence, EvidenceView::Checks) => OUTCOMES.map(outcome_name).to_vec(),
        (PageKind::Plants, _) => {
            let mut names: Vec<&str> = dataset.subjects.iter().filter_map(|site| site.status.as_deref()).collect();
            names.push(crate::page::pages::plants::UNKNOWN_STATUS);
            names.sort_unstable();
            names.dedup();
            names
        }
        _ => Status::ALL.map(status_name).to_vec(),
    }
}

fn place(status: Status) -> usize {
    Status::ALL.iter().position(|known| *known == status).unwrap_or_default()
}
