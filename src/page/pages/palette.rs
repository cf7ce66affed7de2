//! The records that the palette leads to.
//!
//! Not here: actions and their keys (`app::dashboard::palette`).

use crate::dataset::records::{Id, TargetKind};
use crate::page::context::Context;
use crate::page::i18n::{Arg, TextForm};
use crate::page::model::{PageKind, RecordRef};
use crate::page::target::row;
use crate::page::why::evidence;

/// Of a larger dataset the figures are found on their pages only: naming 5,000 takes some 20 ms of every key that is typed.
const MAX_FIGURES: usize = 5_000;

/// A record that the palette leads to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PaletteRecord {
    /// The page with its row; none for a figure, which is explained.
    pub page: Option<PageKind>,
    /// The record.
    pub key: RecordRef,
    /// Its name.
    pub label: String,
    /// The kind of record in words.
    pub kind: String,
}

/// The known targets, sites and sources that have a row on one of `pages`, and if asked for the figures.
pub fn records(ctx: &Context<'_>, pages: &[PageKind], with_figures: bool) -> Vec<PaletteRecord> {
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
        PaletteRecord { page: Some(PageKind::Targets), key: RecordRef::Target(id), label, kind: ctx.words.get(kind) }
    });
    let plants = ctx.known_sites().into_iter().map(|id| {
        let site = &ctx.dataset[id];
        let parts = [ctx.text(&site.name), ctx.text(&site.city)].into_iter().filter(|part| !part.is_empty());
        let label = parts.collect::<Vec<_>>().join(" · ");
        PaletteRecord {
            page: Some(PageKind::Plants),
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
            page: Some(PageKind::Evidence),
            key: RecordRef::Source(id),
            label,
            kind: ctx.words.get("palette-source"),
        }
    });
    let few = with_figures && ctx.dataset.actuals.len() <= MAX_FIGURES;
    let known =
        ctx.dataset.actuals.iter().enumerate().filter(|(_, actual)| few && actual.published.day <= ctx.query.as_of);
    let figures = known.map(|(at, actual)| {
        let name = row::figure_label(ctx, actual).long().to_owned();
        PaletteRecord {
            page: None,
            key: RecordRef::Actual(Id::new(at)),
            label: ctx.with_period(&name, &actual.period, TextForm::Plain),
            kind: ctx.words.get("palette-figure"),
        }
    });
    let is_shown = |record: &PaletteRecord| record.page.is_none_or(|page| pages.contains(&page));
    targets.chain(plants).chain(sources).chain(figures).filter(is_shown).collect()
}
