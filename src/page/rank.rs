//! What the cells of promises and figures are sorted by.

use crate::compare::quantity::{ABOUT, Quantity};
use crate::compare::verdict::{Lateness, Status, Verdict};
use crate::dataset::records::{Dataset, Metric, Target};
use crate::dataset::value::Value;

use super::checks::{OUTCOMES, outcome_name};
use super::context::Context;
use super::explain::status_name;
use super::promise::happened;
use super::table::{Rank, Standing};
use super::{Evidence, PageKind};

/// A value as said.
#[must_use]
pub(super) fn value(value: &Value, metric: &Metric) -> Rank {
    Rank::number(Quantity::read(value, metric.kind, ABOUT).map(|quantity| quantity.nominal))
}

/// The last day on which it is due.
#[must_use]
pub(super) fn due(target: &Target) -> Rank {
    Rank::day(target.due.map(|due| due.days().1))
}

/// What was reported for a promise: a number, or the day of an event.
#[must_use]
pub(super) fn reported(verdict: &Verdict) -> Rank {
    match happened(verdict) {
        Some(period) => Rank::Day(period.end()),
        None => Rank::number(verdict.reported.or(verdict.reached).map(|figure| figure.value.nominal)),
    }
}

/// How far along it is.
#[must_use]
pub(super) fn attained(verdict: &Verdict) -> Rank {
    Rank::number(verdict.attainment.map(|ratio| ratio.nominal))
}

/// By how much it was passed or fell short.
#[must_use]
pub(super) fn gap(verdict: &Verdict) -> Rank {
    match (verdict.gap, verdict.lateness) {
        (Some(gap), _) => Rank::number(Some(gap.nominal)),
        (None, Some(Lateness::Days(first, last))) if verdict.status != Status::Met => {
            Rank::Days(i64::midpoint(first, last))
        }
        _ => Rank::Unknown,
    }
}

/// The place of a status among the others.
#[must_use]
pub(super) fn status(status: Status) -> Rank {
    Rank::Place(place(status))
}

/// A status as what a person may want to see alone.
#[must_use]
pub(super) fn standing(ctx: &Context<'_>, status: Status) -> Standing {
    Standing { name: status_name(status).to_owned(), word: ctx.words.status(status), place: place(status) }
}

/// The name of every way in which rows of a page may stand, on some day.
#[must_use]
pub fn standing_names(page: PageKind, evidence: Evidence, dataset: &Dataset) -> Vec<&str> {
    match (page, evidence) {
        (PageKind::Output, _) | (PageKind::Evidence, Evidence::Sources) => Vec::new(),
        (PageKind::Evidence, Evidence::Checks) => OUTCOMES.map(outcome_name).to_vec(),
        (PageKind::Plants, _) => {
            let mut names: Vec<&str> = dataset.subjects.iter().filter_map(|site| site.status.as_deref()).collect();
            names.push(super::plants::UNKNOWN);
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
