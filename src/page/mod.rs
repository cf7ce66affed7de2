//! ③ What to show, as plain data: one [`Page`] for every renderer.
//!
//! `model` is what a page consists of, `context` what it is built from, `pages` builds one page a file out of `charts`,
//! `target` and `why`. A number gets its wording, unit and verdict in this layer and nowhere else.
//! Not here: width, colour, glyphs, terminals, file formats.

pub mod charts;
pub mod context;
pub mod i18n;
pub mod model;
pub mod pages;
pub mod search;
pub mod talk;
pub mod target;
pub mod why;

mod kept;

use crate::dataset::records::{Dataset, Id, SubjectKind, Target};
use crate::page::charts::data_table;
use crate::page::context::Context;
use crate::page::kept::Kept;
use crate::page::model::chart_options::ChartForm;
use crate::page::model::page::{Page, PageKind, PanelBody};
use crate::page::model::query::EvidenceView;
use crate::page::model::rich_text::Role;
use crate::page::model::rich_text::TextRun;
use crate::page::pages::checks;
use crate::page::pages::evidence;
use crate::page::pages::investments;
use crate::page::pages::output;
use crate::page::pages::overview;
use crate::page::pages::plants;
use crate::page::pages::targets;
use crate::page::pages::timeline;

/// The pages that a dataset has: Plants needs a site, Investments a metric in money.
#[must_use]
pub fn pages(dataset: &Dataset) -> Vec<PageKind> {
    let has = |page: &PageKind| match page {
        PageKind::Plants => dataset.subjects.iter().any(|subject| subject.kind == SubjectKind::Site),
        PageKind::Investments => dataset.metrics.iter().any(|metric| metric.currency.is_some()),
        _ => true,
    };
    PageKind::ALL.into_iter().filter(has).collect()
}

/// Builds a page.
#[must_use]
pub fn build(kind: PageKind, ctx: &Context<'_>) -> Page {
    around(kind, ctx, Kept::default())
}

/// Builds a page again for another focus. The rows do not depend on it and are shared.
#[must_use]
pub fn refocus(page: &Page, ctx: &Context<'_>) -> Page {
    around(page.kind, ctx, Kept::list(page))
}

/// Builds a page again after a step in time. Rows of targets for which `stays` holds are shared.
#[must_use]
pub fn step(page: &Page, ctx: &Context<'_>, stays: impl Fn(Id<Target>) -> bool) -> Page {
    around(page.kind, ctx, Kept::rows(page, stays))
}

fn around(kind: PageKind, ctx: &Context<'_>, kept: Kept) -> Page {
    let mut page = match kind {
        PageKind::Overview => overview::build(ctx, kept),
        PageKind::Targets => targets::build(ctx, kept),
        PageKind::Output => output::build(ctx, kept.list),
        PageKind::Plants => plants::build(ctx, kept.list),
        PageKind::Investments => investments::build(ctx, kept.list),
        PageKind::Timeline => timeline::build(ctx, kept.list),
        PageKind::Evidence if ctx.query.evidence == EvidenceView::Checks => checks::build(ctx, kept.list),
        PageKind::Evidence => evidence::build(ctx, kept.list),
    };
    if ctx.query.chart_options.form == ChartForm::Table {
        for panel in &mut page.panels {
            data_table::replace_with_table(ctx, &mut panel.body);
            if let (PanelBody::DataTable(figures, _), true) = (&panel.body, panel.heading.is_empty()) {
                let title = figures.title.long();
                panel.heading.extend((!title.is_empty()).then(|| TextRun::new(title, Role::Heading)));
            }
        }
    }
    page
}
