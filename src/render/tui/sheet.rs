//! A sheet over a page: at the right on wide screens, over everything on small ones. Its last line has its keys.

use ratatui::buffer::Buffer;
use ratatui::widgets::{Clear, Widget};

use super::layout::SheetPlace;
use super::paint::{ground, put, raised, role, rule, runs, text_right, tone};
use super::{chrome, prose};
use crate::page::prose::Role;
use crate::page::sheet::Sheet;
use crate::render::sign::pick;
use crate::render::theme::{Paint, Tone};

/// Draws the sheet on its place.
pub(super) fn sheet(sheet: &Sheet, place: &SheetPlace, paint: &Paint, buf: &mut Buffer) {
    let area = place.area.intersection(buf.area);
    if area.is_empty() {
        return;
    }
    Clear.render(area, buf);
    buf.set_style(area, ground(paint));
    buf.set_style(area, raised(paint));
    if place.beside {
        for y in area.y..area.bottom() {
            put(buf, (area.x, y), pick(paint.glyphs, "│", "│", "|"), tone(paint, Tone::Faint));
        }
    }
    runs(buf, place.title, &sheet.title, paint);
    if place.rule.height > 0 {
        rule(buf, place.rule, paint);
    }
    prose::blocks(&sheet.blocks, place.top, place.text, paint, buf);
    if place.max > 0 && place.title.width > 8 {
        let up = if place.top > 0 { pick(paint.glyphs, "↑", "↑", "^") } else { " " };
        let down = if place.top < place.max { pick(paint.glyphs, "↓", "↓", "v") } else { " " };
        text_right(buf, place.title, &format!(" {up}{down}"), role(paint, Role::Key), paint);
    }
    chrome::hints(&sheet.hints, place.hints, paint, buf);
}
