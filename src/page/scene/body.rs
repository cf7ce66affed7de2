//! What a scene shows under its sentence: the part of its page that carries it.

use std::rc::Rc;

use crate::compare::known::figures;
use crate::dataset::index::Series;
use crate::dataset::records::{Id, MetricKind, Scene as Record, Target};
use crate::page::chart::{Chart, Outlook};
use crate::page::columns::{self, Frames};
use crate::page::context::Context;
use crate::page::mark::Mark;
use crate::page::prose::{Block, Label, LabelledBar, Role};
use crate::page::table::{Cell, Table};
use crate::page::words::{Arg, Form};
use crate::page::{Body, PageKind, Ref, Slot, lanes, overview};

use super::fill::Cited;

/// So many rows of a table can be read from far.
const ROWS: usize = 8;

/// The picture of a scene on this page, and whom it rests on; none if there is nothing to show.
pub(super) fn body(ctx: &Context<'_>, record: &Record, kind: PageKind) -> (Option<Body>, Cited) {
    let mut cited = Cited::default();
    let body = match (kind, record.target) {
        (PageKind::Overview, Some(target)) => promise(ctx, target, &mut cited),
        (PageKind::Targets, Some(target)) => {
            let trend = lanes::trend(ctx, target).map(|trend| Body::Trend(trend, vec![]));
            if trend.is_some() {
                for link in lanes::chain_of(ctx, target) {
                    cited.promise(ctx, link);
                }
            }
            trend.or_else(|| promise(ctx, target, &mut cited))
        }
        (PageKind::Investments, Some(target)) => money(ctx, target, &mut cited),
        (PageKind::Overview | PageKind::Output | PageKind::Investments, _) => {
            let series = record.metric.zip(record.subject);
            let own = record.target.map(|id| (ctx.dataset[id].metric, ctx.dataset[id].subject));
            columns_of(ctx, series.or(own), &mut cited)
        }
        (PageKind::Plants, _) => {
            let subject = record.subject.or_else(|| record.target.map(|id| ctx.dataset[id].subject));
            match subject {
                Some(subject) => {
                    let events = lanes::events_of(ctx, subject);
                    for &id in &events {
                        cited.promise(ctx, id);
                        cited.outcome(ctx, id);
                    }
                    lanes::gantt(ctx, &events).map(|gantt| Body::Gantt(gantt, vec![]))
                }
                None => of_page(ctx, kind, Slot::Side, &mut cited),
            }
        }
        (PageKind::Timeline, _) => of_page(ctx, kind, Slot::Main, &mut cited),
        (PageKind::Targets | PageKind::Evidence, _) => of_page(ctx, kind, Slot::List, &mut cited),
    };
    (body.map(|body| zoomed(body, record.zoom)), cited)
}

/// The picture of a promise: its series, or the events of its subject.
fn promise(ctx: &Context<'_>, target: Id<Target>, cited: &mut Cited) -> Option<Body> {
    cited.promise(ctx, target);
    cited.outcome(ctx, target);
    overview::picture(ctx, target)
}

/// A series as columns, with the lead's promise in focus where it is the lead's series.
fn columns_of(ctx: &Context<'_>, series: Option<Series>, cited: &mut Cited) -> Option<Body> {
    let lead = ctx.lead();
    let of_lead = lead.map(|id| (ctx.dataset[id].metric, ctx.dataset[id].subject));
    let series = series.or(of_lead)?;
    let chart = columns::chart(ctx, series, lead.filter(|_| of_lead == Some(series)), Frames::All)?;
    if let Some(figure) = figures(ctx.dataset, series, ctx.query.known).last() {
        cited.figure(ctx, figure);
    }
    Some(Body::Chart(chart))
}

/// A sum split by the ratio said with it; a cost as it moved; else the promise.
fn money(ctx: &Context<'_>, target: Id<Target>, cited: &mut Cited) -> Option<Body> {
    let page = crate::page::build(PageKind::Investments, ctx);
    let detail = page.panels.into_iter().find(|panel| panel.slot == Slot::Detail).map(|panel| panel.body);
    if let Some(Body::Prose(blocks)) = detail {
        cited.promise(ctx, target);
        let stack = blocks.into_iter().filter(|block| matches!(block, Block::Stack(_))).collect();
        return Some(Body::Prose(stack));
    }
    if ctx.dataset[ctx.dataset[target].metric].kind == MetricKind::Cumulative {
        return cost(ctx, target, cited);
    }
    promise(ctx, target, cited)
}

/// Every sum that was said for a project, then the one reported, as bars on one scale.
fn cost(ctx: &Context<'_>, target: Id<Target>, cited: &mut Cited) -> Option<Body> {
    let series = (ctx.dataset[target].metric, ctx.dataset[target].subject);
    let metric = &ctx.dataset[series.0];
    let bar = |key: &str, when: String, value: f64, words: String, role| LabelledBar {
        label: ctx.words.say(key, &[("when", Arg::from(when))]),
        value: value.max(0.0),
        words,
        role,
    };
    let said = ctx.dataset.index.targets_of(series).iter().copied().filter(|&id| ctx.is_said(id));
    let mut bars = Vec::new();
    for id in said {
        let Some(promised) = ctx.verdict(id).promised else { continue };
        cited.promise(ctx, id);
        let words = ctx.words.quantity(&promised, metric, Form::Plain);
        let when = ctx.words.stamp(ctx.dataset[id].said, Form::Plain);
        bars.push(bar("scene-planned", when, promised.nominal, words, Role::Target));
    }
    if let Some(figure) = figures(ctx.dataset, series, ctx.query.known).last() {
        cited.figure(ctx, figure);
        let words = ctx.words.quantity(&figure.value, metric, Form::Plain);
        let when = ctx.words.period(&figure.period, Form::Plain);
        bars.push(bar("scene-reported", when, figure.value.nominal, words, Role::Actual));
    }
    (!bars.is_empty()).then(|| Body::Prose(vec![Block::Bars(bars)]))
}

/// A panel of the page itself; of a long table the first rows.
fn of_page(ctx: &Context<'_>, kind: PageKind, slot: Slot, cited: &mut Cited) -> Option<Body> {
    let page = crate::page::build(kind, ctx);
    cited.whole = true;
    let mut body = page.panels.into_iter().find(|panel| panel.slot == slot)?.body;
    if let Body::Table(table) = &mut body {
        if kind == PageKind::Evidence {
            without_rules(table);
            if table.rows.is_empty() {
                // The sentence has said that nothing contradicts anything.
                return None;
            }
        }
        table.rows.truncate(ROWS);
        table.chosen = None;
    }
    Some(body)
}

/// The checks that found a contradiction, without the names of their rules: what it is about and the two numbers.
fn without_rules(table: &mut Table) {
    table.rows.retain(|row| matches!(row.cells.first(), Some(Cell::Marked(Mark::Missed, ..))));
    for row in table.rows.iter_mut().map(Rc::make_mut) {
        let sign = row.cells.remove(0);
        if let (Cell::Marked(mark, _, role), Some(Cell::Text(about, _))) = (sign, row.cells.first().cloned()) {
            row.cells[0] = Cell::Marked(mark, with_short(about), role);
        }
    }
    table.columns.remove(0);
}

/// The label with a form that leaves out whose figure it is: "Investment attracted, 2024".
fn with_short(mut about: Label) -> Label {
    let tight = about.0.last().and_then(|last| {
        let (what, of) = last.split_once(" · ")?;
        Some(format!("{what}, {}", of.rsplit_once(", ")?.1))
    });
    about.0.extend(tight);
    about
}

/// A chart with the years of the zoom alone.
fn zoomed(body: Body, zoom: Option<(i32, i32)>) -> Body {
    let (Body::Chart(chart), Some((first, last))) = (&body, zoom) else { return body };
    let inside = |column: &&crate::page::chart::Column| {
        column.spot.label.long().parse::<i32>().is_ok_and(|year| (first..=last).contains(&year))
    };
    let from = chart.columns.iter().position(|column| inside(&column)).unwrap_or_default();
    let columns: Vec<_> = chart.columns.iter().filter(inside).cloned().collect();
    if columns.is_empty() {
        return body;
    }
    let shift = |place: usize| place.checked_sub(from).filter(|place| *place < columns.len());
    let pace = chart.outlook.pace.iter().filter_map(|(place, value)| Some((shift(*place)?, *value))).collect();
    let estimates = chart.outlook.estimates.iter().filter_map(|estimate| {
        Some(crate::page::chart::Estimate { column: shift(estimate.column)?, ..estimate.clone() })
    });
    let outlook = Outlook { pace, estimates: estimates.collect() };
    Body::Chart(Chart { columns, outlook, ..chart.clone() })
}

/// What the scene is about, as the dashboard would choose it.
pub(super) fn focus(record: &Record) -> Option<Ref> {
    record.target.map(Ref::Target).or_else(|| record.subject.map(Ref::Subject))
}
