//! What a page keeps of the page that was there before.

use foldhash::HashMap;

use crate::dataset::records::{Id, Target};

use super::context::Context;
use super::table::{Row, Table};
use super::{Body, Page, Ref, Slot};

/// What a page keeps of the page that was there before: its list as it is, rows of it, or nothing.
#[derive(Default)]
pub(super) struct Kept {
    /// Its list, where only another choice was made in it.
    pub(super) list: Option<Table>,
    /// Rows of its list, by the promise that they stand for.
    pub(super) rows: Rows,
}

/// Rows that are kept.
#[derive(Default)]
pub(super) struct Rows(HashMap<Id<Target>, Row>);

impl Kept {
    /// The whole list.
    pub(super) fn list(page: Page) -> Self {
        Self { list: list(page), rows: Rows::default() }
    }

    /// The rows of promises that stay.
    pub(super) fn rows(page: Page, stays: impl Fn(Id<Target>) -> bool) -> Self {
        let rows = list(page).map(|table| table.rows).unwrap_or_default();
        let kept = |row: Row| match row.key {
            Some(Ref::Target(id)) if stays(id) => Some((id, row)),
            _ => None,
        };
        Self { list: None, rows: Rows(rows.into_iter().filter_map(kept).collect()) }
    }
}

impl Rows {
    /// The row of a promise, made by `make` unless it is kept.
    pub(super) fn row(&mut self, ctx: &Context<'_>, id: Id<Target>, make: fn(&Context<'_>, Id<Target>) -> Row) -> Row {
        self.0.remove(&id).unwrap_or_else(|| make(ctx, id))
    }
}

fn list(page: Page) -> Option<Table> {
    let list = page.panels.into_iter().find(|panel| panel.slot == Slot::List);
    list.and_then(|panel| match panel.body {
        Body::Table(table) => Some(Table { chosen: None, ..table }),
        _ => None,
    })
}
