//! A sheet over a page: at the right on wide screens, over everything on small ones. Its last line has its keys.

pub mod links;
pub mod palette;

use ratatui::layout::Rect;

use crate::page::model::overlay::TextOverlay;
use crate::page::model::rich_text::Role;
use crate::render::look::theme::Tone;
use crate::render::tui::layout::OverlayLayout;
use crate::render::tui::pen::Pen;
use crate::render::tui::{chrome, prose};
use crate::render::typeset::measure::{runs_width, width};
use crate::render::typeset::wrap::WrappedText;

/// Draws the sheet, wrapped into lines, on its place.
pub(super) fn draw(
    (sheet, lines): (&TextOverlay, &WrappedText),
    place: &OverlayLayout,
    chosen: Option<usize>,
    pen: &mut Pen<'_>,
) {
    let area = place.area.intersection(pen.buf.area);
    if area.is_empty() {
        return;
    }
    pen.clear_for_overlay(area);
    if place.beside {
        for y in area.y..area.bottom() {
            pen.put((area.x, y), pen.pick("│", "│", "|"), pen.tone(Tone::Faint));
        }
    }
    draw_title(sheet, place.title, pen);
    if place.rule.height > 0 {
        pen.rule(place.rule);
    }
    prose::draw_with_links((&sheet.blocks, lines), (place.top, chosen), place.text, pen);
    chrome::draw_hints(&sheet.hints, place.hints, pen);
}

/// The title, and before it what the sheet was opened from, as much of that as there is room for.
fn draw_title(sheet: &TextOverlay, at: Rect, pen: &mut Pen<'_>) {
    let own = runs_width(&sheet.title);
    let between = pen.pick(" › ", " › ", " > ");
    let mut crumbs: Vec<&str> = Vec::new();
    let mut room = at.width.saturating_sub(own);
    for crumb in sheet.crumbs.iter().rev() {
        let cells = width(crumb) + width(between);
        if cells > room {
            break;
        }
        room -= cells;
        crumbs.insert(0, crumb);
    }
    // What has no room is said to be there.
    if crumbs.len() < sheet.crumbs.len() {
        let more = pen.pick("…", "…", "..");
        if width(more) + width(between) <= room {
            crumbs.insert(0, more);
        }
    }
    let mut used = 0;
    for crumb in crumbs {
        for (words, role) in [(crumb, Role::Muted), (between, Role::Muted)] {
            let rest = Rect { x: at.x + used, width: at.width.saturating_sub(used), ..at };
            used += pen.text(rest, words, pen.role(role));
        }
    }
    pen.runs(Rect { x: at.x + used, width: at.width.saturating_sub(used), ..at }, &sheet.title);
}
