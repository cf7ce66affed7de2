//! Targets that are events: milestones with a date instead of a number.

use crate::compare::verdict::types::{CalculationStep, Verdict};
use crate::dataset::format::period::Period;
use crate::dataset::records::{Id, MetricKind, Subject, Target};
use crate::page::context::Context;

pub(in crate::page) fn is_event(ctx: &Context<'_>, id: Id<Target>) -> bool {
    ctx.dataset[ctx.dataset[id].metric].kind == MetricKind::Milestone
}

/// The known event targets of a subject, in file order.
pub(in crate::page) fn events_of(ctx: &Context<'_>, subject: Id<Subject>) -> Vec<Id<Target>> {
    ctx.known_targets().filter(|&id| ctx.dataset[id].subject == subject && is_event(ctx, id)).collect()
}

/// The period within which an event happened.
pub(in crate::page) fn event_period(verdict: &Verdict) -> Option<Period> {
    verdict.steps.iter().find_map(|step| match step {
        CalculationStep::Happened { first, last, .. } => Some(Period::between(*first, *last)),
        _ => None,
    })
}
