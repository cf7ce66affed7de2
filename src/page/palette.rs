//! The palette: everything that can be gone to or done, found by typing.
//!
//! Here: what is shown of it, and the records that it leads to. Not here: actions and their keys (`app::palette`).

use std::rc::Rc;

use super::chrome::{Hint, Prompt};
use super::context::Context;
use super::prose::Label;
use super::words::{Arg, Form};
use super::{PageKind, Ref, evidence, plants, promise};
use crate::dataset::records::TargetKind;

/// What is shown of the palette.
#[derive(Debug, Clone, PartialEq)]
pub struct Palette {
    /// What is typed.
    pub prompt: Prompt,
    /// What was found, the best first.
    pub entries: Vec<Rc<Entry>>,
    /// Which of them is chosen.
    pub chosen: usize,
    /// How many were found of how many, in words.
    pub count: String,
    /// What to say where nothing was found.
    pub empty: String,
    /// The keys that matter here.
    pub hints: Vec<Hint>,
}

/// Something that can be gone to or done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// What it is or does.
    pub label: String,
    /// What kind of thing it is; empty for an action.
    pub kind: String,
    /// Its keys; none if it has none. The second form is ASCII.
    pub keys: Label,
    /// Whether it would do anything here.
    pub here: bool,
}

/// A record that the palette leads to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Record {
    /// The page that has it as a row.
    pub page: PageKind,
    /// What the row stands for.
    pub key: Ref,
    /// What it is called.
    pub label: String,
    /// What kind of thing it is.
    pub kind: String,
}

/// Every promise, plant and source that was known, on those pages that there are.
#[must_use]
pub fn records(ctx: &Context<'_>, pages: &[PageKind]) -> Vec<Record> {
    let promises = ctx.said().map(|id| {
        let target = &ctx.dataset[id];
        let kind = if target.kind == TargetKind::Forecast { "target-forecast" } else { "target-promise" };
        let own = promise::name(ctx, id, Form::Plain);
        let label = match &target.due {
            Some(due) => {
                let due = ctx.words.due(due, Form::Plain);
                ctx.words.say("row-due", &[("promise", Arg::from(own)), ("due", Arg::from(due))])
            }
            None => own,
        };
        Record { page: PageKind::Targets, key: Ref::Target(id), label, kind: ctx.words.get(kind) }
    });
    let plants = plants::sites(ctx).into_iter().map(|id| {
        let site = &ctx.dataset[id];
        let parts = [ctx.text(&site.name), ctx.text(&site.city)].into_iter().filter(|part| !part.is_empty());
        let label = parts.collect::<Vec<_>>().join(" · ");
        Record { page: PageKind::Plants, key: Ref::Subject(id), label, kind: ctx.words.get("subject-site") }
    });
    let sources = evidence::sources(ctx).into_iter().map(|(id, _)| {
        let source = &ctx.dataset[id];
        let parts = [ctx.text(&source.publisher), ctx.text(&source.title)].into_iter().filter(|part| !part.is_empty());
        let label = parts.collect::<Vec<_>>().join(": ");
        Record { page: PageKind::Evidence, key: Ref::Source(id), label, kind: ctx.words.get("palette-source") }
    });
    promises.chain(plants).chain(sources).filter(|record| pages.contains(&record.page)).collect()
}
