//! A source and the records that cite it, as text.

use crate::compare::verdict::types::Status;
use crate::dataset::format::value::Value;
use crate::dataset::records::{Actual, Id, Source, Target};
use crate::page::context::Context;
use crate::page::i18n::{Arg, TextForm};
use crate::page::model::{Block, Fact, RecordRef, Role, TextRun};
use crate::page::target::row;

/// The sources known as of the date that any known record cites, with the number of records, in file order.
pub(in crate::page) fn sources(ctx: &Context<'_>) -> Vec<(Id<Source>, usize)> {
    let known = |id: Id<Source>| ctx.dataset[id].published.is_none_or(|published| published.day <= ctx.query.as_of);
    let count = |id: Id<Source>| statements(ctx, id).count() + reports(ctx, id).count();
    let all = (0..ctx.dataset.sources.len()).map(Id::new).filter(|&id| known(id));
    all.map(|id| (id, count(id))).filter(|(_, count)| *count > 0).collect()
}

fn statements<'a>(ctx: &Context<'a>, id: Id<Source>) -> impl Iterator<Item = Id<Target>> + use<'a> {
    let (dataset, known) = (ctx.dataset, ctx.query.as_of);
    let cited = dataset.index.citations.get(id.index()).map_or(&[][..], |cited| &cited.targets);
    cited.iter().copied().filter(move |&id| dataset[id].said.day <= known)
}

fn reports<'a>(ctx: &Context<'a>, id: Id<Source>) -> impl Iterator<Item = Id<Actual>> + use<'a> {
    let (dataset, known) = (ctx.dataset, ctx.query.as_of);
    let cited = dataset.index.citations.get(id.index()).map_or(&[][..], |cited| &cited.actuals);
    cited.iter().copied().filter(move |&id| dataset[id].published.day <= known)
}

/// The source with its targets, then its figures.
pub(in crate::page) fn source_blocks(ctx: &Context<'_>, id: Id<Source>) -> Vec<Block> {
    let source = &ctx.dataset[id];
    let mut blocks = vec![Block::Paragraph(vec![TextRun::plain(ctx.text(&source.title))])];
    let targets: Vec<Fact> = statements(ctx, id).map(|id| statement(ctx, id)).collect();
    blocks.extend(headed_facts(ctx, "evidence-says", targets));
    let figures: Vec<Fact> = reports(ctx, id).map(|id| report(ctx, id)).collect();
    blocks.extend(headed_facts(ctx, "evidence-reports", figures));
    blocks.push(Block::Gap);
    blocks.push(Block::Paragraph(citation(ctx, id)));
    let note = ctx.text(&source.note);
    if !note.is_empty() {
        blocks.push(Block::Paragraph(vec![TextRun::new(note, Role::Muted)]));
    }
    blocks
}

/// Facts under a heading; empty without facts.
pub(in crate::page) fn headed_facts(ctx: &Context<'_>, key: &str, facts: Vec<Fact>) -> Vec<Block> {
    if facts.is_empty() { Vec::new() } else { vec![Block::Heading(ctx.words.get(key)), Block::Facts(facts)] }
}

/// Kind, date and address of a source.
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
        // Without a number to compare, show the words of the statement.
        text.extend(said(ctx.text(&target.spoken)));
    }
    text.extend(remark(ctx.text(&target.note)));
    Fact { term: ctx.words.stamp(target.said, TextForm::Tight), text }
}

pub(in crate::page) fn report(ctx: &Context<'_>, id: Id<Actual>) -> Fact {
    let actual = &ctx.dataset[id];
    let happened = TextRun::new(row::figure_label(ctx, actual).long(), Role::Actual);
    let mut text = vec![happened.linked_to(RecordRef::Actual(id))];
    text.extend(growth(ctx, actual));
    text.extend(remark(ctx.text(&actual.counts)));
    text.extend(remark(ctx.text(&actual.note)));
    Fact { term: ctx.words.period(&actual.period, TextForm::Plain), text }
}

/// A muted text after a gap; none for an empty text.
pub(in crate::page) fn remark(text: &str) -> Option<TextRun> {
    (!text.is_empty()).then(|| TextRun::new(format!("  {text}"), Role::Muted))
}

fn said(words: &str) -> Option<TextRun> {
    (!words.is_empty()).then(|| TextRun::plain(format!("  {words}")))
}

/// The growth reported with a figure.
pub(in crate::page) fn growth(ctx: &Context<'_>, actual: &Actual) -> Option<TextRun> {
    let growth = growth_text(ctx, actual.growth.as_ref()?);
    Some(TextRun::plain(format!("  {}", ctx.words.format("reported-growth", &[("growth", Arg::from(growth))]))))
}

/// "+150%".
pub(in crate::page) fn growth_text(ctx: &Context<'_>, growth: &Value) -> String {
    let Value::Amount(amount) = growth else { return "?".to_owned() };
    let decimals = usize::from(amount.number.fract() != 0.0);
    ctx.words.format("percent", &[("number", Arg::from(ctx.words.signed(amount.number, decimals)))])
}
