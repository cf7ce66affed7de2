//! Targets in the order in which a list of them is read, and which of them count as promises.
//!
//! A promise that was stated again is one promise, counted by its newest statement; a figure of a plan without a verdict is
//! none.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::compare::verdict::types::Status;
use crate::dataset::records::{Id, Target};
use crate::page::context::Context;

/// A section of a list of targets, in reading order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::page) enum Section {
    /// Promises with an outcome.
    Decided,
    /// Promises whose day is still to come.
    Open,
    /// Promises whose day came and whose outcome is not known.
    Unknown,
    /// Statements that a later one took the place of.
    Earlier,
    /// Targets that are not judged: without a deadline, or of a metric without verdicts.
    PlanFigures,
    /// What was expected, not promised.
    Forecasts,
}

impl Section {
    /// Whether its targets count as promises.
    pub(in crate::page) fn holds_promises(self) -> bool {
        self < Self::Earlier
    }

    /// The message key of its heading.
    pub(in crate::page) fn heading(self) -> &'static str {
        match self {
            Self::Decided => "section-decided",
            Self::Open => "section-open",
            Self::Unknown => "section-unknown",
            Self::Earlier => "section-earlier",
            Self::PlanFigures => "section-plan-figures",
            Self::Forecasts => "section-forecasts",
        }
    }

    fn of_status(status: Status) -> Self {
        match status {
            Status::MetEarly | Status::Met | Status::MetLate | Status::Missed => Self::Decided,
            Status::OnTrack | Status::Behind | Status::AtRisk | Status::NotYetDue => Self::Open,
            Status::AwaitingData | Status::NoData | Status::Undetermined | Status::Contested | Status::Unquantified => {
                Self::Unknown
            }
            Status::NotDated | Status::NotJudged | Status::NotSaid => Self::PlanFigures,
        }
    }
}

/// The targets stated by the as-of date by section: the lead first, then those of the whole before those of its parts. What is
/// open begins with the nearest deadline, everything else with the latest.
pub(in crate::page) fn sections(ctx: &Context<'_>) -> BTreeMap<Section, Vec<Id<Target>>> {
    let mut has_later_statement = vec![false; ctx.dataset.targets.len()];
    for earlier in ctx.known_targets().filter_map(|id| ctx.dataset[id].restates) {
        has_later_statement[earlier.index()] = true;
    }
    let mut sections: BTreeMap<Section, Vec<Id<Target>>> = BTreeMap::new();
    for id in ctx.known_targets() {
        let section = match Section::of_status(ctx.verdict(id).status) {
            _ if !ctx.dataset[id].is_promise() => Section::Forecasts,
            Section::PlanFigures => Section::PlanFigures,
            _ if has_later_statement[id.index()] => Section::Earlier,
            section => section,
        };
        sections.entry(section).or_default().push(id);
    }
    let lead = ctx.lead();
    for (section, ids) in &mut sections {
        let rank = |id: Id<Target>| (Some(id) != lead, !ctx.is_whole(ctx.dataset[id].subject));
        let due = |id: Id<Target>| ctx.dataset[id].due.map(|due| due.days().1);
        match section {
            Section::Open => ids.sort_by_key(|&id| (rank(id), due(id).unwrap_or(NaiveDate::MAX))),
            _ => ids.sort_by_key(|&id| (rank(id), Reverse(due(id)))),
        }
    }
    sections
}

/// The promises in reading order, the lead first.
pub(in crate::page) fn promises(ctx: &Context<'_>) -> Vec<Id<Target>> {
    in_order(ctx, Section::holds_promises)
}

/// The promises, then the plan figures, the lead first.
pub(in crate::page) fn promises_and_plan_figures(ctx: &Context<'_>) -> Vec<Id<Target>> {
    in_order(ctx, |section| section.holds_promises() || section == Section::PlanFigures)
}

fn in_order(ctx: &Context<'_>, is_wanted: impl Fn(Section) -> bool) -> Vec<Id<Target>> {
    let lead = ctx.lead();
    let wanted = sections(ctx).into_iter().filter(|(section, _)| is_wanted(*section)).flat_map(|(_, ids)| ids);
    lead.into_iter().chain(wanted.filter(|&id| Some(id) != lead)).collect()
}
