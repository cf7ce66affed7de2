//! Page 1: the chosen target in one sentence, its series as columns, and the first promises as rows.

use crate::dataset::records::{Id, Target};
use crate::page::charts::target_picture;
use crate::page::context::Context;
use crate::page::i18n::Arg;
use crate::page::model::{Page, PageKind, Panel, PanelBody, PanelSlot, RecordRef, Table, TableRow, TextRun};
use crate::page::search::filter;
use crate::page::target::{row, sections, sentence};
use crate::page::why::overlay;

pub(in crate::page) fn build(ctx: &Context<'_>, list: Option<Table>) -> Page {
    let made = || {
        let table = filter::filtered_table(ctx, row::columns(ctx), rows(ctx), "overview-empty");
        Table { longest_sentence: longest_sentence(ctx, &table), ..table }
    };
    let mut table = list.unwrap_or_else(made);
    let Some(chosen) = chosen(ctx, &table) else {
        return Page {
            kind: PageKind::Overview,
            sentence: vec![TextRun::plain(ctx.words.get("overview-empty"))],
            panels: vec![],
        };
    };
    let mut panels = Vec::new();
    if let Some(body) = target_picture::picture(ctx, chosen) {
        panels.push(Panel { slot: PanelSlot::Main, heading: vec![], body });
    }
    table.chosen = table.row_of(Some(RecordRef::Target(chosen)));
    panels.push(Panel { slot: PanelSlot::List, heading: vec![], body: PanelBody::Table(table) });
    panels.extend(overlay::side_panel(ctx, RecordRef::Target(chosen)));
    Page { kind: PageKind::Overview, sentence: sentence::of_target(ctx, chosen), panels }
}

/// The focused target, else the lead; if the filter leaves it out, the first row.
fn chosen(ctx: &Context<'_>, table: &Table) -> Option<Id<Target>> {
    let wanted = match ctx.query.focus {
        Some(RecordRef::Target(id)) if ctx.is_known(id) => Some(id),
        _ => ctx.lead(),
    };
    let first = || match table.rows.get(table.first()?)?.key {
        Some(RecordRef::Target(id)) => Some(id),
        _ => None,
    };
    let left_out = |id| table.filtered.is_filtered() && table.row_of(Some(RecordRef::Target(id))).is_none();
    wanted.filter(|&id| !left_out(id)).or_else(first).or(wanted)
}

/// The other targets are on page 2.
const MAX_ROWS: usize = 40;

fn longest_sentence(ctx: &Context<'_>, table: &Table) -> Vec<TextRun> {
    let sentences = table.rows.iter().filter_map(|row| match row.key {
        Some(RecordRef::Target(id)) => Some(sentence::of_target(ctx, id)),
        _ => None,
    });
    let letters = |sentence: &Vec<TextRun>| sentence.iter().map(|run| run.text.chars().count()).sum::<usize>();
    sentences.max_by_key(letters).unwrap_or_default()
}

/// The first promises, and how many more there are.
fn rows(ctx: &Context<'_>) -> Vec<TableRow> {
    let promises = sections::promises(ctx);
    let mut rows: Vec<TableRow> = promises.iter().take(MAX_ROWS).map(|&id| row::row(ctx, id)).collect();
    let more = promises.len().saturating_sub(MAX_ROWS);
    if more > 0 {
        rows.push(TableRow::heading(&ctx.words.format("overview-more", &[("count", Arg::from(more))])));
    }
    rows
}
