//! Page 7: who says so. Every source, how much rests on it, and what the chosen one says.

use crate::compare::verdict::types::Status;
use crate::dataset::format::value::Value;
use crate::dataset::records::{Actual, Id, Source, Target};
use crate::page::context::Context;
use crate::page::i18n::{Arg, TextForm, message_runs};
use crate::page::model::rich_text::{Block, Fact, Label, Role, TextRun};
use crate::page::model::table::{Align, SortKey, Table, TableCell, TableColumn, TableRow};
use crate::page::pages::timeline;
use crate::page::search::filter;
use crate::page::target::row;
use crate::page::{Page, PageKind, Panel, PanelBody, PanelSlot, RecordRef};

/// The page.
#[must_use]
pub(in crate::page) fn build(ctx: &Context<'_>, kept: Option<Table>) -> Page {
    let sources = sources(ctx);
    let column = |key: &str, align, drop_priority, is_flexible| TableColumn {
        head: ctx.label(key),
        align,
        drop_priority,
        is_flexible,
    };
    let columns = vec![
        column("head-publisher", Align::Left, 0, false),
        column("head-title", Align::Left, 2, true),
        column("head-published", Align::Left, 1, false),
        column("head-kind", Align::Left, 3, false),
        column("head-figures", Align::Right, 0, false),
    ];
    let rows = || sources.iter().map(|(id, count)| row(ctx, *id, *count)).collect();
    let mut table = kept.unwrap_or_else(|| filter::filtered_table(ctx, columns, rows(), "evidence-empty"));
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

/// The sources published by then that anything rests on, in the order of the file, which is its author's.
pub(in crate::page) fn sources(ctx: &Context<'_>) -> Vec<(Id<Source>, usize)> {
    let known = |id: Id<Source>| ctx.dataset[id].published.is_none_or(|published| published.day <= ctx.query.known);
    let count = |id: Id<Source>| statements(ctx, id).count() + reports(ctx, id).count();
    let all = (0..ctx.dataset.sources.len()).map(Id::new).filter(|&id| known(id));
    all.map(|id| (id, count(id))).filter(|(_, count)| *count > 0).collect()
}

fn statements<'a>(ctx: &Context<'a>, id: Id<Source>) -> impl Iterator<Item = Id<Target>> + use<'a> {
    let (dataset, known) = (ctx.dataset, ctx.query.known);
    let cited = dataset.index.citations.get(id.index()).map_or(&[][..], |cited| &cited.targets);
    cited.iter().copied().filter(move |&id| dataset[id].said.day <= known)
}

fn reports<'a>(ctx: &Context<'a>, id: Id<Source>) -> impl Iterator<Item = Id<Actual>> + use<'a> {
    let (dataset, known) = (ctx.dataset, ctx.query.known);
    let cited = dataset.index.citations.get(id.index()).map_or(&[][..], |cited| &cited.actuals);
    cited.iter().copied().filter(move |&id| dataset[id].published.day <= known)
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

/// What a source is, and everything that rests on it: statements, then figures.
#[must_use]
pub(in crate::page) fn source_blocks(ctx: &Context<'_>, id: Id<Source>) -> Vec<Block> {
    let source = &ctx.dataset[id];
    let mut blocks = vec![Block::Paragraph(vec![TextRun::plain(ctx.text(&source.title))])];
    let promises: Vec<Fact> = statements(ctx, id).map(|id| statement(ctx, id)).collect();
    if !promises.is_empty() {
        blocks.push(Block::Heading(ctx.words.get("evidence-says")));
        blocks.push(Block::Facts(promises));
    }
    let figures: Vec<Fact> = reports(ctx, id).map(|id| report(ctx, id)).collect();
    if !figures.is_empty() {
        blocks.push(Block::Heading(ctx.words.get("evidence-reports")));
        blocks.push(Block::Facts(figures));
    }
    blocks.push(Block::Gap);
    blocks.push(Block::Paragraph(citation(ctx, id)));
    let note = ctx.text(&source.note);
    if !note.is_empty() {
        blocks.push(Block::Paragraph(vec![TextRun::new(note, Role::Muted)]));
    }
    blocks
}

/// Kind, date and address of a source.
#[must_use]
pub(in crate::page) fn citation(ctx: &Context<'_>, id: Id<Source>) -> Vec<TextRun> {
    let source = &ctx.dataset[id];
    let mut parts = vec![ctx.words.source_kind(source.kind)];
    parts.extend(source.published.map(|stamp| ctx.words.stamp(stamp, TextForm::Plain)));
    let mut runs = vec![TextRun::new(parts.join(" · "), Role::Muted)];
    if let Some(url) = &source.url {
        runs.push(TextRun::plain("  "));
        runs.push(TextRun::new(&**url, Role::Link));
    }
    runs
}

#[must_use]
pub(in crate::page) fn statement(ctx: &Context<'_>, id: Id<Target>) -> Fact {
    let verdict = ctx.verdict(id);
    let (_, role) = row::status_mark(verdict.status);
    let target = &ctx.dataset[id];
    let mut text = vec![TextRun::new(row::label(ctx, id).long(), Role::Target).linked_to(RecordRef::Target(id))];
    text.push(TextRun::plain("  "));
    if target.due.is_some() || verdict.status != Status::NotDated {
        text.push(TextRun::new(format!("{}  ", row::due(ctx, target).long()), Role::Muted));
    }
    text.push(TextRun::new(row::verdict_label(ctx, verdict).long(), role));
    if verdict.status == Status::Unquantified {
        // Without a number that can be held against anything, the words are all there is.
        text.extend(said(ctx.text(&target.spoken)));
    }
    text.extend(remark(ctx.text(&target.note)));
    Fact { term: ctx.words.stamp(target.said, TextForm::Tight), text }
}

#[must_use]
pub(in crate::page) fn report(ctx: &Context<'_>, id: Id<Actual>) -> Fact {
    let actual = &ctx.dataset[id];
    let happened = TextRun::new(timeline::figure_label(ctx, actual).long(), Role::Actual);
    let mut text = vec![happened.linked_to(RecordRef::Actual(id))];
    text.extend(growth(ctx, actual));
    text.extend(remark(ctx.text(&actual.counts)));
    text.extend(remark(ctx.text(&actual.note)));
    Fact { term: ctx.words.period(&actual.period, TextForm::Plain), text }
}

fn remark(text: &str) -> Option<TextRun> {
    (!text.is_empty()).then(|| TextRun::new(format!("  {text}"), Role::Muted))
}

fn said(words: &str) -> Option<TextRun> {
    (!words.is_empty()).then(|| TextRun::plain(format!("  {words}")))
}

/// The growth as reported beside the figure.
#[must_use]
pub(in crate::page) fn growth(ctx: &Context<'_>, actual: &Actual) -> Option<TextRun> {
    let growth = growth_text(ctx, actual.growth.as_ref()?);
    Some(TextRun::plain(format!("  {}", ctx.words.format("reported-growth", &[("growth", Arg::from(growth))]))))
}

/// A reported growth: "+150%".
#[must_use]
pub(in crate::page) fn growth_text(ctx: &Context<'_>, growth: &Value) -> String {
    let Value::Amount(amount) = growth else { return "?".to_owned() };
    let decimals = usize::from(amount.number.fract() != 0.0);
    ctx.words.format("percent", &[("number", Arg::from(ctx.words.signed(amount.number, decimals)))])
}
