//! Targets that are events: dated milestones without a number.

use crate::compare::verdict::types::{CalculationStep, Verdict};
use crate::dataset::format::period::Period;
use crate::dataset::records::{Id, MetricKind, Subject, Target};
use crate::page::context::Context;

/// Whether the target is an event, with a date in place of a number.
#[must_use]
pub(in crate::page) fn is_event(ctx: &Context<'_>, id: Id<Target>) -> bool {
    ctx.dataset[ctx.dataset[id].metric].kind == MetricKind::Milestone
}

/// The promised events of a subject, in the order of the file.
#[must_use]
pub(in crate::page) fn events_of(ctx: &Context<'_>, subject: Id<Subject>) -> Vec<Id<Target>> {
    ctx.known_targets().filter(|&id| ctx.dataset[id].subject == subject && is_event(ctx, id)).collect()
}

/// For an event: the days within which it happened, as the period that they make.
#[must_use]
pub(in crate::page) fn event_period(verdict: &Verdict) -> Option<Period> {
    verdict.steps.iter().find_map(|step| match step {
        CalculationStep::Happened { first, last, .. } => Some(Period::between(*first, *last)),
        _ => None,
    })
}
