//! A sheet over a page: at the right on wide screens, over everything on small ones. Its last line has its keys.

use ratatui::widgets::{Clear, Widget};

use super::layout::SheetPlace;
use super::paint::Pen;
use super::{chrome, prose};
use crate::page::sheet::Sheet;
use crate::render::theme::Tone;

/// Draws the sheet on its place.
pub(super) fn sheet(sheet: &Sheet, place: &SheetPlace, pen: &mut Pen<'_>) {
    let area = place.area.intersection(pen.buf.area);
    if area.is_empty() {
        return;
    }
    Clear.render(area, pen.buf);
    pen.buf.set_style(area, pen.ground());
    pen.buf.set_style(area, pen.tint(Tone::Sheet));
    if place.beside {
        for y in area.y..area.bottom() {
            pen.put((area.x, y), pen.pick("│", "│", "|"), pen.tone(Tone::Faint));
        }
    }
    pen.runs(place.title, &sheet.title);
    if place.rule.height > 0 {
        pen.rule(place.rule);
    }
    prose::blocks(&sheet.blocks, place.top, place.text, pen);
    chrome::hints(&sheet.hints, place.hints, pen);
}
