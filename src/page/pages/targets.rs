//! Page 2: every target and forecast by metric, the chosen one in detail.

use std::collections::BTreeMap;

use crate::compare::verdict::types::Status;
use crate::dataset::records::{Id, Target};
use crate::page::charts::milestones;
use crate::page::context::Context;
use crate::page::i18n::{Arg, message_runs};
use crate::page::model::{Page, PageKind, Panel, PanelBody, PanelSlot, RecordRef, Table, TableRow, TextRun};
use crate::page::search::filter;
use crate::page::target::row;
use crate::page::why::overlay;

pub(in crate::page) fn build(ctx: &Context<'_>, list: Option<Table>) -> Page {
    let made = || filter::filtered_table(ctx, row::columns(ctx), rows(ctx), "overview-empty");
    let mut table = list.unwrap_or_else(made);
    let wanted = ctx.query.focus.or_else(|| ctx.lead().map(RecordRef::Target));
    table.chosen = table.row_of(wanted).or_else(|| table.first());
    let key = table.key();
    let mut panels = vec![Panel { slot: PanelSlot::List, heading: vec![], body: PanelBody::Table(table) }];
    if let Some(key @ RecordRef::Target(id)) = key {
        panels.push(detail(ctx, key, id));
    }
    Page { kind: PageKind::Targets, sentence: tally(ctx), panels }
}

/// Why of a target, below its milestone trend if it was restated.
fn detail(ctx: &Context<'_>, key: RecordRef, id: Id<Target>) -> Panel {
    let panel = Panel { slot: PanelSlot::Detail, ..overlay::panel(ctx, key) };
    match (milestones::trend(ctx, id), panel.body) {
        (Some(trend), PanelBody::Text(blocks)) => Panel { body: PanelBody::MilestoneTrend(trend, blocks), ..panel },
        (_, body) => Panel { body, ..panel },
    }
}

/// Targets under headings in the order of the metrics, then the forecasts.
fn rows(ctx: &Context<'_>) -> Vec<TableRow> {
    let mut rows = Vec::new();
    let (promises, forecasts): (Vec<_>, Vec<_>) = ctx.known_targets().partition(|&id| ctx.dataset[id].is_promise());
    let mut groups: BTreeMap<usize, Vec<Id<Target>>> = BTreeMap::new();
    for id in promises {
        groups.entry(ctx.dataset[id].metric.index()).or_default().push(id);
    }
    for (metric, ids) in groups {
        rows.push(TableRow::heading(ctx.text(&ctx.dataset.metrics[metric].name)));
        let row = if ctx.is_sorted() { row::row } else { row::row_under_heading };
        rows.extend(ids.into_iter().map(|id| row(ctx, id)));
    }
    if !forecasts.is_empty() {
        rows.push(TableRow::heading(&ctx.words.get("targets-forecasts")));
        rows.extend(forecasts.into_iter().map(|id| row::row(ctx, id)));
    }
    rows
}

/// "41 promises: 3 met, 5 met late, 12 missed, …", and the number of forecasts.
fn tally(ctx: &Context<'_>) -> Vec<TextRun> {
    let mut counts: BTreeMap<Status, usize> = BTreeMap::new();
    let mut total = 0_usize;
    for id in ctx.known_targets().filter(|&id| ctx.dataset[id].is_promise()) {
        *counts.entry(ctx.verdict(id).status).or_default() += 1;
        total += 1;
    }
    if total == 0 {
        return vec![TextRun::plain(ctx.words.get("overview-empty"))];
    }
    let part = |(status, count): (&Status, &usize)| {
        let count = TextRun::new(ctx.words.number(*count as f64, 0), row::status_mark(*status).1);
        message_runs::format(
            ctx.words,
            "tally-part",
            &[("count", count.into()), ("status", ctx.words.status(*status).into())],
        )
    };
    let list = message_runs::list(ctx.words, counts.iter().map(part));
    let mut said = message_runs::format(ctx.words, "tally", &[("count", total.into()), ("list", list.into())]);
    let forecasts = ctx.known_targets().filter(|&id| !ctx.dataset[id].is_promise()).count();
    if forecasts > 0 {
        let forecasts = ctx.words.format("tally-forecasts", &[("count", Arg::from(forecasts))]);
        message_runs::push(&mut said, TextRun::plain(format!(" {forecasts}")));
    }
    said
}
