//! ③ What to show, as plain data: one [`Page`] for every renderer.
//!
//! `model` is what a page consists of, `context` what it is built from, `pages` builds one page a file out of `charts`,
//! `target` and `why`. A number gets its wording, unit and verdict in this layer and nowhere else.
//! Not here: width, colour, glyphs, terminals, file formats.

pub mod charts;
pub mod context;
pub mod i18n;
pub mod import_report;
pub mod model;
pub mod pages;
pub mod search;
pub mod talk;
pub mod target;
pub mod why;

use crate::dataset::records::{Dataset, SubjectKind};
use crate::page::charts::data_table;
use crate::page::context::Context;
use crate::page::model::{ChartForm, EvidenceView, Page, PageKind, PanelBody, Role, Table, TextRun};
use crate::page::pages::{checks, evidence, investments, output, overview, plants, targets, timeline};

/// The pages that a dataset has: Plants needs a site, Investments a metric in money.
pub fn pages(dataset: &Dataset) -> Vec<PageKind> {
    let has = |page: &PageKind| match page {
        PageKind::Plants => dataset.subjects.iter().any(|subject| subject.kind == SubjectKind::Site),
        PageKind::Investments => dataset.metrics.iter().any(|metric| metric.currency.is_some()),
        _ => true,
    };
    PageKind::ALL.into_iter().filter(has).collect()
}

/// Builds a page.
pub fn build(kind: PageKind, ctx: &Context<'_>) -> Page {
    around(kind, ctx, None)
}

/// Builds a page again for another focus. The rows of its list do not depend on the focus and are reused.
///
/// These rows and their column widths are all that is kept from one page to the next. At 120x36 on the bundled record,
/// choosing a row on Targets takes 0.06 ms with them and 1.2 ms without, on Timeline 0.02 ms and 1.7 ms.
pub fn refocus(page: &mut Page, ctx: &Context<'_>) {
    let list = page.take_list();
    *page = around(page.kind, ctx, list);
}

fn around(kind: PageKind, ctx: &Context<'_>, list: Option<Table>) -> Page {
    let mut page = match kind {
        PageKind::Overview => overview::build(ctx, list),
        PageKind::Targets => targets::build(ctx, list),
        PageKind::Output => output::build(ctx, list),
        PageKind::Plants => plants::build(ctx, list),
        PageKind::Investments => investments::build(ctx, list),
        PageKind::Timeline => timeline::build(ctx, list),
        PageKind::Evidence if ctx.query.evidence == EvidenceView::Checks => checks::build(ctx, list),
        PageKind::Evidence => evidence::build(ctx, list),
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
