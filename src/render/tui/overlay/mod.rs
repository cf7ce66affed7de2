//! Draws an overlay of text: over the right part of the page on wide screens, over all of it on small ones.

pub mod links;
pub mod palette;

use ratatui::layout::Rect;

use crate::page::model::{Role, TextOverlay};
use crate::render::look::theme::Tone;
use crate::render::tui::layout::areas::OverlayLayout;
use crate::render::tui::pen::{Pen, right_of};
use crate::render::tui::{chrome, prose};
use crate::render::typeset::measure::{runs_width, width};
use crate::render::typeset::wrap::{WrappedBlocks, WrappedText};

/// Draws an overlay whose text is wrapped already; `chosen` is the index of the selected link.
pub(super) fn draw(
    overlay: &TextOverlay,
    text: &WrappedText,
    layout: &OverlayLayout,
    chosen: Option<usize>,
    pen: &mut Pen<'_>,
) {
    let area = layout.area.intersection(pen.buf.area);
    if area.is_empty() {
        return;
    }
    pen.clear_for_overlay(area);
    if layout.beside {
        pen.fill(Rect { width: 1, ..area }, pen.pick("│", "│", "|"), pen.tone(Tone::Faint));
    }
    draw_title(overlay, layout.title, pen);
    pen.rule(layout.rule);
    let text = WrappedBlocks { blocks: &overlay.blocks, text };
    prose::draw_with_links(text, layout.top, chosen, layout.text, pen);
    chrome::draw_hints(&overlay.hints, layout.hints, pen);
}

/// Draws the title after the titles of the overlays below, as many of the last of them as fit.
fn draw_title(overlay: &TextOverlay, at: Rect, pen: &mut Pen<'_>) {
    let between = pen.pick(" › ", " › ", " > ");
    let mut crumbs: Vec<&str> = Vec::new();
    let mut room = at.width.saturating_sub(runs_width(&overlay.title));
    for crumb in overlay.crumbs.iter().rev() {
        let cells = width(crumb) + width(between);
        if cells > room {
            break;
        }
        room -= cells;
        crumbs.insert(0, crumb);
    }
    // An ellipsis stands for those that do not fit.
    if crumbs.len() < overlay.crumbs.len() {
        let more = pen.pick("…", "…", "..");
        if width(more) + width(between) <= room {
            crumbs.insert(0, more);
        }
    }
    let mut used = 0;
    for words in crumbs.into_iter().flat_map(|crumb| [crumb, between]) {
        used += pen.text(right_of(at, used), words, pen.role(Role::Muted));
    }
    pen.runs(right_of(at, used), &overlay.title);
}
