//! The table in a sheet: where it begins, what each column holds, and the figures of its rows.

pub(crate) mod columns;
pub(crate) mod entries;
pub(crate) mod frame;

mod derived;
mod row_periods;
mod totals;
