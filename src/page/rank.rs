//! What the cells of promises and figures are sorted by.

use crate::compare::quantity::{ABOUT, Quantity};
use crate::compare::verdict::{Lateness, Status, Verdict};
use crate::dataset::records::{Metric, Target};
use crate::dataset::value::Value;

use super::context::Context;
use super::explain::status_name;
use super::promise::happened;
use super::table::{Rank, Standing};

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

fn place(status: Status) -> usize {
    Status::ALL.iter().position(|known| *known == status).unwrap_or_default()
}
