//! The visible web addresses of a screen, so that a terminal can make links of them.

use ratatui::layout::Rect;

use crate::page::model::{PanelBody, PanelSlot, Role};
use crate::render::tui::chrome;
use crate::render::tui::layout::areas::{Hyperlink, Layout};
use crate::render::tui::layout::{panels, wrapped_texts};
use crate::render::tui::screen::Screen;
use crate::render::typeset::measure::{runs_width, true_width, width};
use crate::render::typeset::wrap::WrappedBlocks;

/// Every visible part of a web address.
pub(crate) fn visible_hyperlinks(screen: &Screen<'_>, layout: &Layout) -> Vec<Hyperlink> {
    let mut links = Vec::new();
    for (slot, area) in &layout.panels {
        let panel = screen.page.panel(*slot);
        if let Some(panel) = panel.filter(|panel| matches!(panel.body, PanelBody::Text(_)))
            && let Some((blocks, area)) = wrapped_texts::panel_text(panel, panels::panel_body(Some(panel), *area))
            && let Some(text) = layout.texts.panel(*slot)
        {
            let top = if *slot == PanelSlot::Detail { screen.view.detail_top.min(layout.detail_scroll_max) } else { 0 };
            collect_from_text(WrappedBlocks { blocks, text }, top, area, &mut links);
        }
    }
    if let (Some(overlay), Some(areas)) = (screen.overlay, &layout.overlay) {
        links.retain(|link| !link.at.intersects(areas.area));
        let text = WrappedBlocks { blocks: &overlay.blocks, text: &layout.texts.overlay };
        collect_from_text(text, areas.top, areas.text, &mut links);
    }
    collect_from_title(screen, layout.title, &mut links);
    links.retain(|link| !link.at.is_empty());
    links
}

fn collect_from_text(wrapped: WrappedBlocks<'_>, top: usize, area: Rect, links: &mut Vec<Hyperlink>) {
    // An address that is longer than a line continues at the start of the next.
    let mut pieces: Vec<Rect> = Vec::new();
    let mut whole = String::new();
    let mut end = None;
    for (row, pieces_of_line) in wrapped.text.lines_with(wrapped.blocks, |run| run.role == Role::Link) {
        let mut shift = 0;
        for piece in pieces_of_line {
            // The pieces of one address are adjacent in its text.
            if piece.role != Role::Link || end != Some(piece.text.as_ptr()) {
                push_address(&mut whole, &mut pieces, links);
            }
            end = Some(piece.text.as_bytes().as_ptr_range().end);
            if piece.role == Role::Link {
                whole.push_str(piece.text);
                let y = row.checked_sub(top).filter(|row| *row < usize::from(area.height));
                let at = y.and_then(|y| u16::try_from(y).ok()).map_or(Rect::ZERO, |y| {
                    let cells = true_width(piece.text);
                    Rect::new(area.x + piece.x.saturating_sub(shift), area.y + y, cells, 1).intersection(area)
                });
                pieces.push(at);
            }
            shift += piece.cells.saturating_sub(true_width(piece.text));
        }
    }
    push_address(&mut whole, &mut pieces, links);
}

fn push_address(whole: &mut String, pieces: &mut Vec<Rect>, links: &mut Vec<Hyperlink>) {
    if let Some(address) = terminal_safe(whole) {
        links.extend(pieces.iter().map(|at| Hyperlink { at: *at, address: address.clone() }));
    }
    whole.clear();
    pieces.clear();
}

fn collect_from_title(screen: &Screen<'_>, area: Rect, links: &mut Vec<Hyperlink>) {
    let shown = chrome::status_runs(screen.chrome, area.width);
    let right = runs_width(shown).min(area.width);
    let mut x = area.right() - right;
    for run in shown {
        let cells = width(&run.text);
        let at = Rect { x, width: cells, height: 1, ..area }.intersection(area);
        if let Some(address) = terminal_safe(run.text.trim()).filter(|_| run.role == Role::Link) {
            links.push(Hyperlink { at, address });
        }
        x = x.saturating_add(cells);
    }
}

/// A web address in printable ASCII, which cannot end an escape sequence or begin one; none for any other address.
fn terminal_safe(address: &str) -> Option<String> {
    let web = ["https://", "http://"].iter().any(|start| address.starts_with(start));
    if !web || address.chars().any(|sign| sign.is_control() || sign.is_whitespace()) {
        return None;
    }
    let byte = |byte: u8| if byte.is_ascii() { char::from(byte).to_string() } else { format!("%{byte:02X}") };
    Some(address.bytes().map(byte).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::model::{Block, TextRun};
    use crate::render::typeset::wrap::WrappedText;

    #[test]
    fn only_web_addresses_without_control_characters_are_links() {
        assert_eq!(terminal_safe("https://a.kz/b?c=1").as_deref(), Some("https://a.kz/b?c=1"));
        assert_eq!(terminal_safe("http://a.kz/ж").as_deref(), Some("http://a.kz/%D0%B6"));
        for wrong in
            ["file:///etc/passwd", "javascript:1", "https://a\u{1b}]8;;b", "https://a\u{9c}", "https://a b", ""]
        {
            assert_eq!(terminal_safe(wrong), None, "{wrong:?}");
        }
    }

    #[test]
    fn a_long_address_is_one_link_on_each_of_its_lines() {
        let run = |text: &str, role| TextRun::new(text, role);
        let blocks = [
            Block::Paragraph(vec![run("see ", Role::Plain), run("https://example.org/a/long/way", Role::Link)]),
            Block::Paragraph(vec![run("https://example.org/b", Role::Link)]),
        ];
        let mut links = Vec::new();
        let wrapped = WrappedBlocks { blocks: &blocks, text: &WrappedText::of(&blocks, 20) };
        collect_from_text(wrapped, 0, Rect::new(5, 2, 20, 9), &mut links);
        let found: Vec<_> = links.iter().map(|link| (link.at.x, link.at.y, link.at.width, &*link.address)).collect();
        let (a, b) = ("https://example.org/a/long/way", "https://example.org/b");
        assert_eq!(found, [(5, 3, 20, a), (5, 4, 10, a), (5, 5, 20, b), (5, 6, 1, b)]);
    }
}
