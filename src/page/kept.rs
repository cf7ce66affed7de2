//! What a page keeps of the page that was there before.

use std::rc::Rc;

use foldhash::HashMap;

use crate::dataset::records::{Id, Target};
use crate::page::context::Context;
use crate::page::model::page::Page;
use crate::page::model::record_ref::RecordRef;
use crate::page::model::table::{Table, TableRow};

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
pub(super) struct Rows(HashMap<Id<Target>, Rc<TableRow>>);

impl Kept {
    /// The whole list.
    pub(super) fn list(page: &Page) -> Self {
        Self { list: page.list().map(|table| Table { chosen: None, ..table.clone() }), rows: Rows::default() }
    }

    /// The rows of promises that stay.
    pub(super) fn rows(page: &Page, stays: impl Fn(Id<Target>) -> bool) -> Self {
        let rows = page.list().map(|table| table.rows.as_slice()).unwrap_or_default();
        let kept = |row: &Rc<TableRow>| match row.key {
            Some(RecordRef::Target(id)) if stays(id) => Some((id, Rc::clone(row))),
            _ => None,
        };
        Self { list: None, rows: Rows(rows.iter().filter_map(kept).collect()) }
    }
}

impl Rows {
    /// The row of a promise, made by `make` unless it is kept.
    pub(super) fn row(
        &mut self,
        ctx: &Context<'_>,
        id: Id<Target>,
        make: fn(&Context<'_>, Id<Target>) -> TableRow,
    ) -> Rc<TableRow> {
        self.0.remove(&id).unwrap_or_else(|| Rc::new(make(ctx, id)))
    }
}
