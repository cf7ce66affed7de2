//! The hand-out of a talk in a file of its own: nothing beside it is needed to read it, no network, no script.

mod html;
mod markdown;

pub use html::html;
pub use markdown::markdown;

use crate::page::model::page::PanelBody;
use crate::page::model::table::{Table, TableCell};
use crate::render::look::glyphs;
use crate::render::look::theme::Glyphs;

/// The remark under a chart, with the sign that its columns have.
fn chart_remark(body: &PanelBody) -> Option<String> {
    if let PanelBody::Chart(chart) = body { chart.note_text() } else { None }
}

/// The table that a body is.
fn body_table(body: &PanelBody) -> Option<&Table> {
    match body {
        PanelBody::Table(table) => Some(table),
        PanelBody::DataTable(figures, _) => Some(&figures.table),
        _ => None,
    }
}

/// A cell in words, its sign before them.
fn cell_text(cell: Option<&TableCell>) -> String {
    match cell {
        Some(TableCell::Text(label, _)) => label.long().to_owned(),
        Some(TableCell::WithMark(mark, label, _)) => {
            format!("{} {}", glyphs::mark_glyph(*mark, Glyphs::Braille), label.long()).trim_end().to_owned()
        }
        Some(TableCell::Empty | TableCell::Bullet(_)) | None => String::new(),
    }
}
