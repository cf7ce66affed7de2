//! The lines around every page: the title, the tabs, the keys that matter here.

use crate::page::context::Context;
use crate::page::i18n::{Arg, TextForm};
use crate::page::model::rich_text::{Label, Role, TextRun};
use crate::page::pages::palette::Palette;
use crate::page::search::filter;
use crate::page::{Page, PageKind};

/// What stands around a page.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Chrome {
    /// Name of the program.
    pub program: String,
    /// Title of the dataset.
    pub title: Label,
    /// What is unusual, at the right of the first line: the day of knowledge, a message.
    pub right: Vec<TextRun>,
    /// The tabs; they are numbered from 1.
    pub tabs: Vec<Tab>,
    /// Which tab is open.
    pub active_tab: usize,
    /// The keys that matter here, the most important first.
    pub hints: Vec<KeyHint>,
    /// What is being typed, before the keys.
    pub prompt: Option<Prompt>,
    /// The palette, over everything.
    pub palette: Option<Palette>,
    /// The line for a screen that is too small to show anything.
    pub too_small: Label,
}

/// A tab.
#[derive(Debug, Clone, PartialEq)]
pub struct Tab {
    /// The page it opens.
    pub page: PageKind,
    /// Its name, and a short form.
    pub label: Label,
}

/// A line that is being typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Prompt {
    /// What it begins with: `/`.
    pub sign: &'static str,
    /// What stands before the caret.
    pub before: String,
    /// What stands after it.
    pub after: String,
}

/// A key and what it does.
#[derive(Debug, Clone, PartialEq)]
pub struct KeyHint {
    /// The keys, as they are printed: "↑↓", "Enter". The second form is ASCII.
    pub keys: Label,
    /// What they do.
    pub action: String,
}

/// What stands around a page, one of `pages`. `message` is what has just happened, such as a failed reload.
#[must_use]
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

/// What is unusual about a page.
fn right(ctx: &Context<'_>, page: &Page, message: Option<TextRun>) -> Vec<TextRun> {
    let known = Arg::from(ctx.words.date(ctx.query.known, TextForm::Plain));
    let known = TextRun::new(ctx.words.format("chrome-known", &[("day", known)]), Role::Muted);
    let mut right: Vec<TextRun> = message.into_iter().flat_map(|run| [run, TextRun::plain("   ")]).collect();
    if let Some(before) = ctx.before {
        let changed = ctx.verdicts.changed(ctx.dataset, before).filter(|&id| ctx.is_known(id)).count();
        let text = ctx.words.format("chrome-changed", &[("count", Arg::from(changed))]);
        right.push(TextRun::new(format!("{text}   "), Role::Strong));
    }
    if let Some(table) = page.list() {
        let told = filter::filter_summary(ctx, &table.filtered);
        let gap = if told.is_empty() { None } else { Some(TextRun::plain("   ")) };
        right.extend(told.into_iter().chain(gap));
    }
    right.push(known);
    right
}

/// The name of a page.
#[must_use]
pub fn name(ctx: &Context<'_>, page: PageKind) -> Label {
    ctx.label(key(page))
}

/// The message that names a page; a dataset may give another name for `sites`.
fn key(page: PageKind) -> &'static str {
    if page == PageKind::Plants { "sites" } else { page.name() }
}
