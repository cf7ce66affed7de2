//! Title, tabs and notices around a page.

use chrono::NaiveDate;

use crate::dataset::records::{Dataset, MetricKind};
use crate::page::context::Context;
use crate::page::i18n::{Arg, TextForm, Words};
use crate::page::model::{Chrome, Label, Page, PageKind, Role, Tab, TextRun};
use crate::page::search::filter;

/// The chrome around `page`, one of `pages`. `message` is a notice of the app, such as a failed reload.
pub fn build(ctx: &Context<'_>, pages: &[PageKind], page: &Page, message: Option<TextRun>) -> Chrome {
    let tab = |&page: &PageKind| Tab { page, label: name(ctx, page) };
    Chrome {
        program: "planfact".to_owned(),
        title: Label::one(ctx.text(&ctx.dataset.title)),
        right: right(ctx, page, message),
        tabs: pages.iter().map(tab).collect(),
        active_tab: pages.iter().position(|tab| *tab == page.kind).unwrap_or_default(),
        hints: Vec::new(),
        prompt: None,
        palette: None,
        too_small: ctx.label("too-small"),
    }
}

/// The notices: message, changes, filter, end of the record, as-of date.
fn right(ctx: &Context<'_>, page: &Page, message: Option<TextRun>) -> Vec<TextRun> {
    let known = Arg::from(ctx.words.date(ctx.query.as_of, TextForm::Plain));
    let known = TextRun::new(ctx.words.format("chrome-known", &[("day", known)]), Role::Muted);
    let mut right: Vec<TextRun> = message.into_iter().flat_map(|run| [run, TextRun::plain("   ")]).collect();
    if let Some(before) = ctx.before {
        let changed = ctx.verdicts.changed(ctx.dataset, before).filter(|&id| ctx.is_known(id)).count();
        let text = ctx.words.format("chrome-changed", &[("count", Arg::from(changed))]);
        right.push(TextRun::new(format!("{text}   "), Role::Strong));
    }
    if let Some(table) = page.list() {
        let summary = filter::filter_summary(ctx, &table.filtered);
        let gap = if summary.is_empty() { None } else { Some(TextRun::plain("   ")) };
        right.extend(summary.into_iter().chain(gap));
    }
    if let Some(end) = record_end(ctx.words, ctx.dataset, ctx.query.as_of) {
        right.push(TextRun::new(format!("{end}   "), Role::Muted));
    }
    right.push(known);
    right
}

/// "record ends 6 Mar 2026", where sources were not followed up to the as-of date; what fell due since awaits data.
pub fn record_end(words: &Words, dataset: &Dataset, as_of: NaiveDate) -> Option<String> {
    let end = dataset.through.filter(|through| through.day < as_of)?;
    Some(words.format("chrome-record-end", &[("day", Arg::from(words.stamp(end, TextForm::Plain)))]))
}

/// The name of a page.
pub fn name(ctx: &Context<'_>, page: PageKind) -> Label {
    ctx.label(key(ctx, page))
}

/// The message of a page's name; a dataset may rename `sites`. The page of figures is called Output where anything is made.
fn key(ctx: &Context<'_>, page: PageKind) -> &'static str {
    let metrics = || ctx.dataset.index.actuals.keys().map(|(metric, _)| &ctx.dataset[*metric]);
    match page {
        PageKind::Plants => "sites",
        PageKind::Output if metrics().any(|metric| metric.kind == MetricKind::Flow) => "output",
        PageKind::Output => "figures",
        _ => page.name(),
    }
}
