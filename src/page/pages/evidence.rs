//! Page 7: the sources, how much rests on each, and what the chosen one says.

use crate::dataset::records::{Id, Source};
use crate::page::context::Context;
use crate::page::i18n::{TextForm, message_runs};
use crate::page::model::{
    Align, Label, Page, PageKind, Panel, PanelBody, PanelSlot, RecordRef, Role, SortKey, Table, TableCell, TableRow,
    TextRun,
};
use crate::page::search::filter;
use crate::page::why::evidence::{source_blocks, sources};

pub(in crate::page) fn build(ctx: &Context<'_>, list: Option<Table>) -> Page {
    let sources = sources(ctx);
    let columns = vec![
        ctx.column("head-publisher", Align::Left, 0),
        ctx.column("head-title", Align::Left, 2).flexible(),
        ctx.column("head-published", Align::Left, 1),
        ctx.column("head-kind", Align::Left, 3),
        ctx.column("head-figures", Align::Right, 0),
    ];
    let rows = || sources.iter().map(|(id, count)| row(ctx, *id, *count)).collect();
    let mut table = list.unwrap_or_else(|| filter::filtered_table(ctx, columns, rows(), "evidence-empty"));
    table.chosen = table.row_of(ctx.query.focus).or_else(|| table.first());
    let chosen = table.key();
    let mut panels = vec![Panel { slot: PanelSlot::List, heading: vec![], body: PanelBody::Table(table) }];
    if let Some(RecordRef::Source(id)) = chosen {
        let heading = vec![TextRun::new(ctx.text(&ctx.dataset[id].publisher), Role::Heading)];
        panels.push(Panel { slot: PanelSlot::Detail, heading, body: PanelBody::Text(source_blocks(ctx, id)) });
    }
    let figures: usize = sources.iter().map(|(_, count)| count).sum();
    let strong = |count: usize| TextRun::new(ctx.words.number(count as f64, 0), Role::Strong).into();
    let args = [("sources", strong(sources.len())), ("count", sources.len().into()), ("figures", strong(figures))];
    Page { kind: PageKind::Evidence, sentence: message_runs::format(ctx.words, "evidence-sentence", &args), panels }
}

fn row(ctx: &Context<'_>, id: Id<Source>, count: usize) -> TableRow {
    let source = &ctx.dataset[id];
    let name = Label::one(ctx.text(&source.publisher));
    let name = match source.published {
        Some(stamp) => ctx.marked_if_new(name, stamp.day),
        None => name,
    };
    let published = source.published.map(|stamp| ctx.words.stamp(stamp, TextForm::Tight));
    let cells = vec![
        TableCell::Text(name, Role::Strong),
        TableCell::Text(Label::one(ctx.text(&source.title)), Role::Plain),
        TableCell::Text(Label::one(published.unwrap_or_else(|| "?".to_owned())), Role::Muted),
        TableCell::Text(Label::one(ctx.words.source_kind(source.kind)), Role::Muted),
        TableCell::Text(Label::one(ctx.words.number(count as f64, 0)), Role::Plain),
    ];
    let published = SortKey::day(source.published.map(|stamp| stamp.day));
    let sort_keys = [SortKey::Text, SortKey::Text, published, SortKey::Text, SortKey::Number(count as f64)];
    TableRow::new(Some(RecordRef::Source(id)), cells).with_sort_keys(sort_keys)
}
