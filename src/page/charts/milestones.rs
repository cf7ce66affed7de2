//! Dated targets as lanes on a time axis, and the milestone trend of one target.

use crate::compare::verdict::types::CalculationStep;
use crate::dataset::records::{Id, Target};
use crate::page::charts::readout;
use crate::page::context::Context;
use crate::page::i18n::TextForm;
use crate::page::model::{DataPoint, Gantt, Label, Lane, MilestoneTrend, RecordRef, TrendPoint};
use crate::page::target::chain::restatement_chain;
use crate::page::target::event::{self, is_event};
use crate::page::target::row;

use chrono::{Datelike, NaiveDate};

/// One lane a target; none without any date.
pub(in crate::page) fn gantt(ctx: &Context<'_>, targets: &[Id<Target>]) -> Option<Gantt> {
    let lanes: Vec<Lane> = targets.iter().map(|&id| lane(ctx, id)).collect();
    let said = targets.iter().map(|&id| decimal_year(ctx.dataset[id].said.day));
    let ends = lanes.iter().flat_map(|lane| {
        [lane.promised, lane.happened].into_iter().flatten().flat_map(|(from, to)| [from, to]).chain(lane.not_by)
    });
    let times: Vec<f64> = said.chain(ends).collect();
    let from = times.iter().copied().reduce(f64::min)?.floor();
    let to = times.iter().copied().reduce(f64::max)?.ceil().max(from + 1.0);
    let years = std::iter::successors(Some(from), |year| Some(year + 1.0)).take_while(|year| *year <= to);
    let ticks = years.map(|year| (year, format!("{year:.0}"))).collect();
    let now = Some(decimal_year(ctx.query.as_of)).filter(|now| (from..=to).contains(now));
    Some(Gantt { from, to, ticks, now, lanes })
}

/// The restatements of a target; none with fewer than two dated ones.
pub(in crate::page) fn trend(ctx: &Context<'_>, id: Id<Target>) -> Option<MilestoneTrend> {
    let point = |link: Id<Target>| {
        let target = &ctx.dataset[link];
        let (first, last) = target.due?.days();
        Some(TrendPoint {
            said: decimal_year(target.said.day),
            due: (decimal_year(first), decimal_year(last)),
            label: row::due(ctx, target),
            chosen: link == id,
            data_point: data_point(ctx, link, link == id),
        })
    };
    let points: Vec<TrendPoint> = restatement_chain(ctx, id).into_iter().filter_map(point).collect();
    if points.len() < 2 {
        return None;
    }
    let now = decimal_year(ctx.query.as_of);
    let ends = |of: fn(&TrendPoint) -> [f64; 2]| {
        let all = points.iter().flat_map(of);
        all.fold((f64::MAX, f64::MIN), |(low, high), at| (low.min(at.floor()), high.max(at.ceil())))
    };
    let said = ends(|point| [point.said, point.said]);
    let due = ends(|point| [point.due.0, point.due.1]);
    let years = std::iter::successors(Some(said.0.min(due.0)), |year| Some(year + 1.0));
    let ticks = years.take_while(|year| *year <= said.1.max(due.1)).map(|year| (year, format!("{year:.0}"))).collect();
    Some(MilestoneTrend { said, due, ticks, axes: (ctx.label("trend-said"), ctx.label("trend-due")), points, now })
}

fn lane(ctx: &Context<'_>, id: Id<Target>) -> Lane {
    let target = &ctx.dataset[id];
    let verdict = ctx.verdict(id);
    let (mark, role) = row::status_mark(verdict.status);
    let window = |(first, last): (NaiveDate, NaiveDate)| (decimal_year(first), decimal_year(last) + 1.0 / 366.0);
    let happened = if is_event(ctx, id) {
        event::event_period(verdict).map(|period| window((period.start(), period.end())))
    } else {
        None
    };
    let not_by = verdict.steps.iter().find_map(|step| match step {
        CalculationStep::NotYet { day } => Some(decimal_year(*day)),
        _ => None,
    });
    let metric = ctx.text(&ctx.dataset[target.metric].name);
    Lane {
        label: if is_event(ctx, id) { Label::one(metric) } else { row::label(ctx, id) },
        said: Label::one(ctx.words.stamp(target.said, TextForm::Tight)),
        due: row::due(ctx, target),
        promised: target.due.map(|due| window(due.days())),
        happened,
        not_by: not_by.filter(|_| happened.is_none()),
        mark,
        verdict: row::verdict_label(ctx, verdict),
        role,
        data_point: data_point(ctx, id, false),
    }
}

fn data_point(ctx: &Context<'_>, id: Id<Target>, is_focused: bool) -> DataPoint {
    let target = &ctx.dataset[id];
    let at = target.due.map_or(target.said.day, |due| due.days().1);
    DataPoint {
        label: Label::one(ctx.words.stamp(target.said, TextForm::Tight)),
        at: at.year() * 12 + i32::try_from(at.month0()).unwrap_or(0),
        readout: readout::of_promise(ctx, id),
        keys: vec![RecordRef::Target(id)],
        others: Vec::new(),
        is_focused,
    }
}

/// The first moment of a day as a decimal year: 1 January 2025 is 2025.0.
pub(in crate::page) fn decimal_year(day: NaiveDate) -> f64 {
    let days = if day.leap_year() { 366.0 } else { 365.0 };
    f64::from(day.year()) + f64::from(day.ordinal0()) / days
}
