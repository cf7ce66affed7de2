//! The promises that stand in a chart: when they are due, how much, as frames around the columns.

use std::collections::BTreeSet;

use chrono::Datelike;

use crate::compare::quantity::Quantity;
use crate::dataset::index::Series;
use crate::dataset::period::Due;
use crate::dataset::records::{Id, Target, TargetKind};
use crate::page::chart::Frame;
use crate::page::context::Context;
use crate::page::prose::Label;

use super::scale::Scale;

/// Which promises are drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::page) enum Frames {
    /// Every promise of the series.
    All,
    /// One for each year: the chosen one, else the first in the file.
    OneAYear,
}

/// A promise of the series: the year it is due in, and how much.
pub(super) struct Promise {
    pub(super) id: Id<Target>,
    pub(super) year: i32,
    pub(super) value: Quantity,
    pub(super) focus: bool,
}

/// The promises of a series that had been said, `chosen` in the foreground. Forecasts only if chosen.
pub(super) fn promises(ctx: &Context<'_>, series: Series, chosen: Option<Id<Target>>, shown: Frames) -> Vec<Promise> {
    let said = ctx.dataset.index.targets_of(series).iter().filter(|&&id| ctx.is_said(id));
    let promise = |&id: &Id<Target>| {
        if ctx.dataset[id].kind == TargetKind::Forecast && chosen != Some(id) {
            return None;
        }
        let value = ctx.verdict(id).promised?;
        Some(Promise { id, year: year_of(ctx, id)?, value, focus: chosen == Some(id) })
    };
    let mut all: Vec<Promise> = said.filter_map(promise).collect();
    if shown == Frames::OneAYear {
        let mut years = BTreeSet::new();
        all.sort_by_key(|promise| (!promise.focus, promise.id));
        all.retain(|promise| years.insert(promise.year));
    }
    all
}

/// The year that a promise is due in.
pub(super) fn year_of(ctx: &Context<'_>, id: Id<Target>) -> Option<i32> {
    Some(match ctx.dataset[id].due? {
        Due::In(period) => period.end().year(),
        Due::Between(_, last) => last.year(),
    })
}

/// The promises of one year as frames, the lowest first. Of those that the scale does not reach only the highest is named.
pub(super) fn frames(ctx: &Context<'_>, due: &[&Promise], scale: Scale) -> Vec<Frame> {
    let beyond = |promise: &Promise| promise.value.nominal > scale.max;
    let mut due: Vec<&&Promise> = due.iter().collect();
    due.sort_by(|a, b| a.value.nominal.total_cmp(&b.value.nominal));
    let highest = due.last().map(|promise| promise.id);
    due.retain(|promise| promise.focus || !beyond(promise) || Some(promise.id) == highest);
    let frame = |promise: &&Promise| {
        let number = ctx.words.on_axis(&promise.value, scale.unit);
        let beyond = beyond(promise);
        Frame {
            value: promise.value.nominal.min(scale.max) / scale.unit,
            label: Label::one(if beyond { format!("{number}↑") } else { number }),
            focus: promise.focus,
            beyond,
        }
    };
    due.into_iter().map(frame).collect()
}
