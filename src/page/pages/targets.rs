//! Page 2: every target and forecast in reading order, the chosen one in detail.

use std::collections::BTreeMap;

use crate::compare::verdict::types::Status;
use crate::dataset::records::{Id, Target};
use crate::page::charts::milestones;
use crate::page::context::Context;
use crate::page::i18n::{Arg, message_runs};
use crate::page::model::{Page, PageKind, Panel, PanelBody, PanelSlot, RecordRef, Table, TableRow, TextRun};
use crate::page::search::filter;
use crate::page::target::row;
use crate::page::target::sections::{Section, sections};
use crate::page::why::overlay;

type Sections = BTreeMap<Section, Vec<Id<Target>>>;

pub(in crate::page) fn build(ctx: &Context<'_>, list: Option<Table>) -> Page {
    let sections = sections(ctx);
    let made = || filter::filtered_table(ctx, row::columns(ctx), rows(ctx, &sections), "overview-empty");
    let mut table = list.unwrap_or_else(made);
    let wanted = ctx.query.focus.or_else(|| ctx.lead().map(RecordRef::Target));
    table.chosen = table.row_of(wanted).or_else(|| table.first());
    let key = table.key();
    let mut panels = vec![Panel { slot: PanelSlot::List, heading: vec![], body: PanelBody::Table(table) }];
    if let Some(key @ RecordRef::Target(id)) = key {
        panels.push(detail(ctx, key, id));
    }
    Page { kind: PageKind::Targets, sentence: tally(ctx, &sections), panels }
}

/// Why of a target, below its milestone trend if it was restated.
fn detail(ctx: &Context<'_>, key: RecordRef, id: Id<Target>) -> Panel {
    let panel = overlay::detail_panel(ctx, key);
    match (milestones::trend(ctx, id), panel.body) {
        (Some(trend), PanelBody::Text(blocks)) => Panel { body: PanelBody::MilestoneTrend(trend, blocks), ..panel },
        (_, body) => Panel { body, ..panel },
    }
}

/// The targets under the headings of their sections.
fn rows(ctx: &Context<'_>, sections: &Sections) -> Vec<TableRow> {
    let mut rows = Vec::new();
    for (section, ids) in sections {
        rows.push(TableRow::heading(&ctx.words.get(section.heading())));
        rows.extend(ids.iter().map(|&id| row::row(ctx, id)));
    }
    rows
}

/// "41 promises: 3 met, 5 met late, 12 missed, …", and what is counted apart.
fn tally(ctx: &Context<'_>, sections: &Sections) -> Vec<TextRun> {
    let mut counts: BTreeMap<Status, usize> = BTreeMap::new();
    for &id in sections.iter().filter(|(section, _)| section.holds_promises()).flat_map(|(_, ids)| ids) {
        *counts.entry(ctx.verdict(id).status).or_default() += 1;
    }
    if sections.is_empty() {
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
    let total: usize = counts.values().sum();
    let mut said = message_runs::format(ctx.words, "tally", &[("count", total.into()), ("list", list.into())]);
    let apart = [
        (Section::Earlier, "tally-earlier"),
        (Section::PlanFigures, "tally-plan-figures"),
        (Section::Forecasts, "tally-forecasts"),
    ];
    let apart: Vec<String> = apart
        .into_iter()
        .filter_map(|(section, key)| {
            Some(ctx.words.format(key, &[("count", Arg::from(sections.get(&section)?.len()))]))
        })
        .collect();
    if !apart.is_empty() {
        let list = Arg::from(apart.join(&ctx.words.get("list-separator")));
        message_runs::push(
            &mut said,
            TextRun::plain(format!(" {}", ctx.words.format("tally-apart", &[("list", list)]))),
        );
    }
    said
}
