//! The hand-out of a talk in a file of its own: nothing beside it is needed to read it, no network, no script.

mod html;
mod markdown;

pub use html::html;
pub use markdown::markdown;

use super::sign;
use super::theme::Glyphs;
use crate::page::Body;
use crate::page::table::{Cell, Table};

/// The remark under a chart, with the sign that its columns have.
fn note(body: &Body) -> Option<String> {
    if let Body::Chart(chart) = body { chart.remark() } else { None }
}

/// The table that a body is.
fn table(body: &Body) -> Option<&Table> {
    match body {
        Body::Table(table) => Some(table),
        Body::Figures(figures, _) => Some(&figures.table),
        _ => None,
    }
}

/// A cell in words, its sign before them.
fn words(cell: Option<&Cell>) -> String {
    match cell {
        Some(Cell::Text(label, _)) => label.long().to_owned(),
        Some(Cell::Marked(mark, label, _)) => {
            format!("{} {}", sign::mark(*mark, Glyphs::Braille), label.long()).trim_end().to_owned()
        }
        Some(Cell::Empty | Cell::Bullet(_)) | None => String::new(),
    }
}
