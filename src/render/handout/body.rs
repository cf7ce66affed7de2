//! The parts of a panel body that are text in every handout: its table, the note below its chart.

use crate::page::model::{PanelBody, Table, TableCell};
use crate::render::look::glyphs;
use crate::render::look::theme::Glyphs;

pub(super) fn chart_note(body: &PanelBody) -> Option<String> {
    if let PanelBody::Chart(chart) = body { chart.note_text() } else { None }
}

pub(super) fn body_table(body: &PanelBody) -> Option<&Table> {
    match body {
        PanelBody::Table(table) => Some(table),
        PanelBody::DataTable(figures, _) => Some(&figures.table),
        _ => None,
    }
}

/// The text of a cell after its mark. Bars have no text.
pub(super) fn cell_text(cell: Option<&TableCell>) -> String {
    match cell {
        Some(TableCell::Text(label, _)) => label.long().to_owned(),
        Some(TableCell::WithMark(mark, label, _)) => {
            format!("{} {}", glyphs::mark_glyph(*mark, Glyphs::Braille), label.long()).trim_end().to_owned()
        }
        Some(TableCell::Empty | TableCell::Bullet(_)) | None => String::new(),
    }
}
