//! Sort keys of the cells of targets and figures.

use crate::compare::series::quantity::{ABOUT_TOLERANCE, Quantity};
use crate::compare::verdict::types::{Lateness, Status, Verdict};
use crate::dataset::format::value::Value;
use crate::dataset::records::{Metric, Target};
use crate::page::context::Context;
use crate::page::model::{RowStatus, SortKey};
use crate::page::target::event::event_period;
use crate::page::target::status_names::status_name;

pub(in crate::page) fn value(value: &Value, metric: &Metric) -> SortKey {
    SortKey::number(Quantity::from_value(value, metric.kind, ABOUT_TOLERANCE).map(|quantity| quantity.nominal))
}

/// The last day of the due window.
pub(in crate::page) fn due(target: &Target) -> SortKey {
    SortKey::day(target.due.map(|due| due.days().1))
}

/// A number, or the date of an event.
pub(in crate::page) fn reported(verdict: &Verdict) -> SortKey {
    match event_period(verdict) {
        Some(period) => SortKey::Date(period.end()),
        None => SortKey::number(verdict.reported.or(verdict.reached).map(|figure| figure.value.nominal)),
    }
}

pub(in crate::page) fn attained(verdict: &Verdict) -> SortKey {
    SortKey::number(verdict.attainment.map(|ratio| ratio.nominal))
}

pub(in crate::page) fn gap(verdict: &Verdict) -> SortKey {
    match (verdict.gap, verdict.lateness) {
        (Some(gap), _) => SortKey::number(Some(gap.nominal)),
        (None, Some(Lateness::Days(first, last))) if verdict.status != Status::Met => {
            SortKey::Duration(i64::midpoint(first, last))
        }
        _ => SortKey::Missing,
    }
}

pub(in crate::page) fn status(status: Status) -> SortKey {
    SortKey::Order(place(status))
}

pub(in crate::page) fn row_status(ctx: &Context<'_>, status: Status) -> RowStatus {
    RowStatus { name: status_name(status).to_owned(), word: ctx.words.status(status), place: place(status) }
}

fn place(status: Status) -> usize {
    Status::ALL.iter().position(|known| *known == status).unwrap_or_default()
}
