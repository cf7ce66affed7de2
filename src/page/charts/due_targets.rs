//! The targets of a series that a chart shows, as frames around the columns.

use std::collections::BTreeSet;

use crate::compare::series::quantity::{Quantity, QuantityForm};
use crate::dataset::records::{Id, Target, TargetKind};
use crate::page::charts::scale::ChartScale;
use crate::page::charts::series_chart::ReportedSeries;
use crate::page::context::Context;
use crate::page::model::{Label, TargetFrame};

/// Which targets of a series are drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::page) enum TargetSelection {
    All,
    /// For each due year the chosen one, else the first in the file.
    OnePerYear,
}

/// A target of the series with the year of its column.
pub(super) struct DueTarget {
    pub(super) id: Id<Target>,
    pub(super) year: i32,
    pub(super) value: Quantity,
    pub(super) is_focused: bool,
}

/// The known targets of a series that are about its columns, the chosen one in focus. Forecasts only if chosen.
pub(super) fn targets(ctx: &Context<'_>, reported: &ReportedSeries, shown: TargetSelection) -> Vec<DueTarget> {
    let chosen = reported.chosen;
    let known = ctx.dataset.index.targets_of(reported.series).iter().filter(|&&id| ctx.is_known(id));
    let target = |&id: &Id<Target>| {
        if ctx.dataset[id].kind == TargetKind::Forecast && chosen != Some(id) {
            return None;
        }
        let value = ctx.verdict(id).promised?;
        Some(DueTarget { id, year: reported.slots.of_target(ctx, id)?, value, is_focused: chosen == Some(id) })
    };
    let mut all: Vec<DueTarget> = known.filter_map(target).collect();
    if shown == TargetSelection::OnePerYear {
        let mut years = BTreeSet::new();
        all.sort_by_key(|target| (!target.is_focused, target.id));
        all.retain(|target| years.insert(target.year));
    }
    all
}

/// The targets of one year, the lowest first. Of those above the scale only the highest.
pub(super) fn frames(ctx: &Context<'_>, due: &[&DueTarget], scale: ChartScale) -> Vec<TargetFrame> {
    let is_off_scale = |target: &DueTarget| target.value.nominal > scale.max;
    let mut due: Vec<&&DueTarget> = due.iter().collect();
    due.sort_by(|a, b| a.value.nominal.total_cmp(&b.value.nominal));
    let highest = due.last().map(|target| target.id);
    due.retain(|target| target.is_focused || !is_off_scale(target) || Some(target.id) == highest);
    let frame = |target: &&DueTarget| {
        let number = ctx.words.axis_label(&target.value, scale.unit);
        let is_off_scale = is_off_scale(target);
        let (lower, upper) = match target.value.form {
            QuantityForm::Range => (target.value.hard.lo, Some(target.value.hard.hi)),
            _ => (target.value.nominal, None),
        };
        TargetFrame {
            value: lower.min(scale.max) / scale.unit,
            upper: upper.map(|upper| upper.min(scale.max) / scale.unit),
            label: Label::one(if is_off_scale { format!("{number}↑") } else { number }),
            is_focused: target.is_focused,
            is_off_scale,
        }
    };
    due.into_iter().map(frame).collect()
}
