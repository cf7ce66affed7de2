//! Draws a page into a ratatui buffer.
//!
//! [`layout`] computes the areas of a screen; every other module draws one kind of thing. Drawing keeps no state: the same
//! screen, paint and area give the same cells.

pub mod export;
pub mod layout;
pub mod notes;
pub mod overlay;
pub mod screen;
pub mod talk;

pub(crate) mod large_text;

mod chart;
mod chrome;
mod pen;
mod prose;
mod table;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::page::model::{Panel, PanelBody, PanelSlot};
use crate::render::look::theme::{Paint, Tone};
use crate::render::tui::chart::{column_chart, data_table, gantt, map, milestone_trend, small_multiples};
use crate::render::tui::layout::areas::{Layout, SizeClass};
use crate::render::tui::pen::{Pen, right_of};
use crate::render::tui::screen::Screen;
use crate::render::tui::table::TableView;
use crate::render::typeset::measure::fit_or_cut;
use crate::render::typeset::wrap::{WrappedBlocks, wrap};

/// Lays a screen out and draws it into any area, even an empty one.
pub fn draw_screen(screen: &Screen<'_>, paint: &Paint, area: Rect, buf: &mut Buffer) {
    let layout = Layout::of(screen, area.intersection(buf.area));
    draw_prepared(screen, &layout, paint, buf);
}

/// Draws a screen that is laid out already.
pub fn draw_prepared(screen: &Screen<'_>, layout: &Layout, paint: &Paint, buf: &mut Buffer) {
    let area = layout.area;
    if area.is_empty() || area != area.intersection(buf.area) {
        return;
    }
    let pen = &mut Pen { paint: *paint, buf };
    pen.fill_background(area);
    if layout.class == SizeClass::TooSmall {
        draw_too_small(screen, area, pen);
        return;
    }
    chrome::draw_title(screen.chrome, layout.title, pen);
    chrome::draw_tabs(screen.chrome, layout.tabs, pen);
    for rule in &layout.rules {
        pen.rule(*rule);
    }
    let lines: Vec<_> = layout.texts.sentence.lines_of_runs(&screen.page.sentence).collect();
    prose::draw_cut_lines(&lines, layout.sentence, pen);
    for (slot, area) in &layout.panels {
        if let Some(panel) = screen.page.panel(*slot) {
            draw_panel(panel, screen, layout, *area, pen);
        }
    }
    // An overlay has its own key hints.
    if screen.overlay.is_none() && screen.chrome.palette.is_none() {
        chrome::draw_footer(screen.chrome, layout.footer, pen);
    }
    if let (Some(overlay), Some(areas)) = (screen.overlay, &layout.overlay) {
        overlay::draw(overlay, &layout.texts.overlay, areas, screen.view.link, pen);
    }
    if let (Some(palette), Some(areas)) = (&screen.chrome.palette, &layout.palette) {
        overlay::palette::draw(palette, areas, pen);
    }
}

/// Draws as much of the sentence as fits, and the size that is needed.
fn draw_too_small(screen: &Screen<'_>, area: Rect, pen: &mut Pen<'_>) {
    let needed = u16::from(area.height >= 2);
    let top = Rect { height: area.height - needed, ..area };
    prose::draw_cut_lines(&wrap(&screen.page.sentence, 0, 0, top.width), top, pen);
    if needed > 0 {
        let at = Rect { y: area.bottom() - 1, height: 1, ..area };
        let words = fit_or_cut(&screen.chrome.too_small, area.width);
        pen.text(at, words, pen.tone(Tone::Muted));
    }
}

fn draw_panel(panel: &Panel, screen: &Screen<'_>, layout: &Layout, area: Rect, pen: &mut Pen<'_>) {
    if area.is_empty() {
        return;
    }
    let inset = if panel.slot == PanelSlot::List { table::GUTTER } else { 0 };
    pen.runs(Rect { height: 1, ..right_of(area, inset) }, &panel.heading);
    let area = layout::panels::panel_body(Some(panel), area);
    let top = if panel.slot == PanelSlot::Detail { screen.view.detail_top.min(layout.detail_scroll_max) } else { 0 };
    let has_crosshair = screen.page.picture().is_some_and(|picture| picture.slot == panel.slot);
    let cursor = screen.view.cursor.filter(|_| has_crosshair);
    match &panel.body {
        PanelBody::Chart(chart) => column_chart::draw(chart, cursor, area, pen),
        PanelBody::Table(table) => {
            if let Some(widths) = &layout.widths {
                table::draw(&TableView { table, widths, rows: layout.list, area }, pen);
            }
        }
        PanelBody::Gantt(gantt, _) => gantt::draw(gantt, cursor, area, pen),
        PanelBody::MilestoneTrend(trend, _) => milestone_trend::draw(trend, cursor, area, pen),
        PanelBody::SmallMultiples(charts) => small_multiples::draw(charts, cursor, area, pen),
        PanelBody::DataTable(figures, _) => data_table::draw(figures, cursor, area, pen),
        PanelBody::Map(map) => map::draw(map, area, pen),
        PanelBody::Text(_) => {}
    }
    if let Some((blocks, area)) = layout::wrapped_texts::panel_text(panel, area)
        && let Some(text) = layout.texts.panel(panel.slot)
    {
        prose::draw_blocks(WrappedBlocks { blocks, text }, top, area, pen);
    }
}
