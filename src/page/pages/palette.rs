//! The records that the palette leads to.
//!
//! Not here: actions and their keys (`app::dashboard::palette`).

use crate::dataset::records::TargetKind;
use crate::page::context::Context;
use crate::page::i18n::{Arg, TextForm};
use crate::page::model::{PageKind, RecordRef};
use crate::page::target::row;
use crate::page::why::evidence;

/// A record that the palette leads to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PaletteRecord {
    /// The page with its row.
    pub page: PageKind,
    /// The record.
    pub key: RecordRef,
    /// Its name.
    pub label: String,
    /// The kind of record in words.
    pub kind: String,
}

/// The known targets, sites and sources that have a row on one of `pages`.
pub fn records(ctx: &Context<'_>, pages: &[PageKind]) -> Vec<PaletteRecord> {
    let targets = ctx.known_targets().map(|id| {
        let target = &ctx.dataset[id];
        let kind = if target.kind == TargetKind::Forecast { "target-forecast" } else { "target-promise" };
        let name = row::name(ctx, id, TextForm::Plain);
        let label = match &target.due {
            Some(due) => {
                let due = ctx.words.due(due, TextForm::Plain);
                ctx.words.format("row-due", &[("promise", Arg::from(name)), ("due", Arg::from(due))])
            }
            None => name,
        };
        PaletteRecord { page: PageKind::Targets, key: RecordRef::Target(id), label, kind: ctx.words.get(kind) }
    });
    let plants = ctx.known_sites().into_iter().map(|id| {
        let site = &ctx.dataset[id];
        let parts = [ctx.text(&site.name), ctx.text(&site.city)].into_iter().filter(|part| !part.is_empty());
        let label = parts.collect::<Vec<_>>().join(" · ");
        PaletteRecord {
            page: PageKind::Plants,
            key: RecordRef::Subject(id),
            label,
            kind: ctx.words.get("subject-site"),
        }
    });
    let sources = evidence::sources(ctx).into_iter().map(|(id, _)| {
        let source = &ctx.dataset[id];
        let parts = [ctx.text(&source.publisher), ctx.text(&source.title)].into_iter().filter(|part| !part.is_empty());
        let label = parts.collect::<Vec<_>>().join(": ");
        PaletteRecord {
            page: PageKind::Evidence,
            key: RecordRef::Source(id),
            label,
            kind: ctx.words.get("palette-source"),
        }
    });
    targets.chain(plants).chain(sources).filter(|record| pages.contains(&record.page)).collect()
}
