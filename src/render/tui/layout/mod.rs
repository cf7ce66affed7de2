//! Computes the areas of a screen, without drawing, so that drawing, scrolling and the mouse agree.
//!
//! ```text
//! compact (under 60 columns or 18 rows)    normal                       wide (160 columns and more)
//! title                                    title                        title
//! tabs                                     tabs ────────────            tabs ─────────────────────────────
//! sentence                                 sentence                     sentence
//! rows                                     main                         main                  │ why
//! keys                                     rows   │ side                rows   │ side         │
//!                                          detail                       detail                │
//!                                          ──────────── keys            ────────────────────── keys
//! ```

pub mod areas;
pub mod hyperlinks;
pub mod wrapped_texts;

pub(crate) mod panels;

use ratatui::layout::Rect;

use crate::page::model::{PanelBody, PanelSlot, TextOverlay};
use crate::render::tui::chart::{column_chart, data_table, gantt, map, milestone_trend, small_multiples};
use crate::render::tui::layout::areas::{Layout, OverlayLayout, SizeClass};
use crate::render::tui::overlay::{links, palette};
use crate::render::tui::screen::Screen;
use crate::render::tui::{chrome, table};
use crate::render::typeset::column_widths::ColumnWidths;
use crate::render::typeset::wrap::{self, WrappedText};

impl Layout {
    /// The layout of a whole screen.
    pub fn of(screen: &Screen<'_>, area: Rect) -> Self {
        let mut layout = Self::lay_out_page(screen, area, None);
        layout.lay_out_chrome(screen);
        layout
    }

    /// The layout of the page and of the overlay, which do not depend on the chrome. `widths` are the column
    /// widths of the list, where they are known.
    pub fn lay_out_page(screen: &Screen<'_>, area: Rect, widths: Option<ColumnWidths>) -> Self {
        let widths = widths.or_else(|| screen.page.list().map(ColumnWidths::of));
        let mut layout = Self { area, class: SizeClass::of(area), widths, ..Self::default() };
        if layout.class == SizeClass::TooSmall {
            return layout;
        }
        let body = layout.frame(screen);
        layout.panels = panels::lay_out_panels(screen, layout.class, body);
        layout.place_list(screen);
        layout.place_data_points(screen);
        layout.place_map(screen);
        layout.place_texts(screen);
        layout.overlay = screen.overlay.map(|overlay| layout.place_overlay(overlay, screen.view.overlay_top));
        layout
    }

    /// Adds the layout of tabs and palette, and the hyperlinks of all texts.
    pub fn lay_out_chrome(&mut self, screen: &Screen<'_>) {
        if self.class == SizeClass::TooSmall {
            return;
        }
        let tabs = self.tabs;
        let tab =
            |place: chrome::TabArea<'_>| Rect { x: tabs.x + place.x, width: place.width, ..tabs }.intersection(tabs);
        self.tab = chrome::lay_out_tabs(screen.chrome, tabs.width).into_iter().map(tab).collect();
        self.palette = screen.chrome.palette.as_ref().map(|palette| palette::lay_out(palette, self.area));
        self.links = hyperlinks::visible_hyperlinks(screen, self);
    }

    /// Places the chrome and the sentence. Returns the area for panels.
    fn frame(&mut self, screen: &Screen<'_>) -> Rect {
        let area = self.area;
        let compact = self.class == SizeClass::Compact;
        let margin = if compact { 1 } else { 2 };
        let inner = Rect { x: area.x + margin, width: area.width - 2 * margin, ..area };
        let line = |y: u16| Rect { y, height: 1, ..inner };
        self.title = line(area.y);
        self.tabs = Rect { x: inner.x - 1, width: inner.width + 1, ..line(area.y + 1) };
        self.footer = line(area.bottom() - 1);
        let mut top = area.y + 2;
        let mut bottom = area.bottom() - 1;
        if !compact {
            self.rules.push(Rect { y: top, height: 1, ..area });
            self.rules.push(Rect { y: bottom - 1, height: 1, ..area });
            top += if area.height >= 28 { 2 } else { 1 };
            bottom -= 1;
        }
        // An enlarged panel needs rows more than the sentence does.
        let least = if compact && screen.view.enlarged.is_none() { 4 } else { 8 };
        let (room, _) = wrap::balance(&screen.page.sentence, inner.width);
        self.texts.sentence = WrappedText::of_runs(&screen.page.sentence, room);
        let lines = u16::try_from(self.texts.sentence.height()).unwrap_or(u16::MAX);
        let lines = lines.min(bottom.saturating_sub(top + least)).max(1);
        self.sentence = Rect { y: top, height: lines, width: room, ..inner };
        let kept = if compact { 0 } else { longest_sentence_lines(screen, inner.width) };
        let lines = lines.max(kept.min(bottom.saturating_sub(top + least)));
        let gap = u16::from(bottom.saturating_sub(top + lines) >= 5);
        let top = top + lines + gap;
        Rect { y: top, height: bottom.saturating_sub(top), ..inner }
    }

    fn place_list(&mut self, screen: &Screen<'_>) {
        let (Some(table), Some(area)) = (screen.page.list(), self.panel(PanelSlot::List)) else { return };
        self.list =
            table::visible_rows(table, table.chosen, panels::panel_body(screen.page.panel(PanelSlot::List), area));
    }

    fn place_data_points(&mut self, screen: &Screen<'_>) {
        let Some(panel) = screen.page.picture() else { return };
        let Some(area) = self.panel(panel.slot) else { return };
        let body = panels::panel_body(Some(panel), area);
        self.data_points = match &panel.body {
            PanelBody::Chart(chart) => column_chart::data_points(chart, screen.view.cursor, body),
            PanelBody::SmallMultiples(charts) => small_multiples::data_points(charts, screen.view.cursor, body),
            PanelBody::Gantt(gantt, _) => gantt::data_points(gantt, body),
            PanelBody::MilestoneTrend(trend, _) => milestone_trend::data_points(trend, body),
            PanelBody::DataTable(figures, _) => data_table::data_points(figures, screen.view.cursor, body),
            PanelBody::Table(_) | PanelBody::Map(_) | PanelBody::Text(_) => Vec::new(),
        };
    }

    /// Wraps the texts of the panels, and computes how far the detail panel can be scrolled.
    fn place_texts(&mut self, screen: &Screen<'_>) {
        for (slot, area) in &self.panels {
            let Some(panel) = screen.page.panel(*slot) else { continue };
            let Some((blocks, place)) = wrapped_texts::panel_text(panel, panels::panel_body(Some(panel), *area)) else {
                continue;
            };
            let is_hidden = matches!(panel.body, PanelBody::Gantt(..)) && place.is_empty();
            if is_hidden || place.is_empty() && *slot != PanelSlot::Detail {
                continue;
            }
            let lines = WrappedText::of(blocks, place.width);
            if *slot == PanelSlot::Detail {
                self.detail_scroll_max = lines.height().saturating_sub(usize::from(place.height));
            }
            self.texts.panels.push((*slot, lines));
        }
    }

    fn place_map(&mut self, screen: &Screen<'_>) {
        for (slot, area) in &self.panels {
            let panel = screen.page.panel(*slot);
            if let Some(PanelBody::Map(map)) = panel.map(|panel| &panel.body) {
                self.map_place_areas = map::place_areas(map, panels::panel_body(panel, *area));
            }
        }
    }

    fn place_overlay(&mut self, overlay: &TextOverlay, top_line: usize) -> OverlayLayout {
        let area = self.area;
        let beside = area.width >= 100;
        let width = if beside { (area.width * 2 / 5).clamp(56, 84) } else { area.width };
        let top = if area.height >= 18 { 2 } else { 0 };
        let whole = Rect { x: area.right() - width, y: area.y + top, width, height: area.height - top };
        let margin = if beside || self.class != SizeClass::Compact { 2 } else { 1 };
        let inner = Rect { x: whole.x + margin, width: width - 2 * margin, ..whole };
        let rule = u16::from(area.height >= 14);
        let title = Rect { height: 1, ..inner };
        let text_top = title.bottom() + rule;
        let hints = Rect { y: whole.bottom() - 1, height: 1, ..inner };
        let text_room = hints.y.saturating_sub(text_top);
        let text = Rect { y: text_top, height: text_room, width: inner.width.min(wrap::MAX_TEXT_WIDTH), ..inner };
        self.texts.overlay = WrappedText::of(&overlay.blocks, text.width);
        self.texts.overlay_links = links::overlay_link_areas(&self.texts.overlay, &overlay.blocks);
        let max = self.texts.overlay.height().saturating_sub(usize::from(text.height));
        let rule = Rect { y: title.bottom(), height: rule, ..inner };
        let top = top_line.min(max);
        OverlayLayout { area: whole, beside, title, rule, text, hints, top, max }
    }
}

/// The lines of the longest sentence about a row of the page; 0 where the sentence is about none.
fn longest_sentence_lines(screen: &Screen<'_>, room: u16) -> u16 {
    let Some(longest) = screen.page.list().map(|table| &table.longest_sentence).filter(|runs| !runs.is_empty()) else {
        return 0;
    };
    u16::try_from(wrap::balance(longest, room).1).unwrap_or(u16::MAX)
}
