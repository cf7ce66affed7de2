//! Where everything lies on a screen of a size: pure, so that drawing, scrolling and the mouse agree.
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

pub mod hyperlinks;
pub mod wrapped_texts;

pub(crate) mod panels;

use ratatui::layout::{Position, Rect};

use crate::page::model::overlay::TextOverlay;
use crate::page::model::page::{Page, PanelBody, PanelSlot};
use crate::render::look::theme::Glyphs;
use crate::render::tui::chart::{self, data_table, gantt, map, milestone_trend, small_multiples};
use crate::render::tui::layout::hyperlinks::Hyperlink;
use crate::render::tui::layout::wrapped_texts::WrappedTexts;
use crate::render::tui::overlay::links::OverlayLinkArea;
use crate::render::tui::overlay::palette::{self, PaletteLayout};
use crate::render::tui::table::{self, GUTTER};
use crate::render::tui::{Screen, chrome};
use crate::render::typeset::wrap;

/// The smallest screen that shows a page.
pub const MIN_SIZE: (u16, u16) = (40, 12);

/// Which of the layouts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum SizeClass {
    /// One line.
    TooSmall,
    /// The sentence and a row for each promise.
    Compact,
    /// Everything but Why.
    Normal,
    /// Everything.
    Wide,
}

/// Where everything lies.
#[derive(Debug, Clone, PartialEq)]
pub struct Layout {
    /// The whole screen.
    pub area: Rect,
    /// Which of the layouts it is.
    pub class: SizeClass,
    /// The first line.
    pub title: Rect,
    /// The line of the tabs.
    pub tabs: Rect,
    /// Each tab.
    pub tab: Vec<Rect>,
    /// Thin lines.
    pub rules: Vec<Rect>,
    /// The sentence.
    pub sentence: Rect,
    /// The panels that are shown, with their headings.
    pub panels: Vec<(PanelSlot, Rect)>,
    /// The rows of the list that are in sight.
    pub list: VisibleRows,
    /// The keys.
    pub footer: Rect,
    /// The sheet over the page.
    pub sheet: Option<OverlayLayout>,
    /// How far the detail panel can be scrolled.
    pub detail_scroll_max: usize,
    /// The palette over everything.
    pub palette: Option<PaletteLayout>,
    /// The running texts, as lines.
    pub texts: WrappedTexts,
    /// The addresses that are in sight.
    pub links: Vec<Hyperlink>,
    /// The places of the picture where the crosshair can stand, by their numbers.
    data_points: Vec<(usize, Rect)>,
    map_place_areas: Vec<(usize, Rect)>,
}

/// The rows of a table that are in sight.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct VisibleRows {
    /// Where they are drawn, without the heads.
    pub area: Rect,
    /// The first.
    pub first: usize,
    /// How many.
    pub shown: usize,
    /// The line above them, where heads stand if there is room: their own first line if not.
    pub top: u16,
    /// The chosen one.
    pub chosen: Option<usize>,
}

/// Where the parts of a sheet lie.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OverlayLayout {
    /// All of it.
    pub area: Rect,
    /// Beside the page, with a line at its left; else over all of it.
    pub beside: bool,
    /// Its title.
    pub title: Rect,
    /// The line under the title.
    pub rule: Rect,
    /// Its text.
    pub text: Rect,
    /// Its keys.
    pub hints: Rect,
    /// The first line of text in sight.
    pub top: usize,
    /// How far it can be scrolled.
    pub max: usize,
}

/// What lies at a place of the screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Hit {
    /// A tab, from 0.
    Tab(usize),
    /// The head of a column of the list, from 0.
    ColumnHead(usize),
    /// A row of the list.
    Row(usize),
    /// A place of the picture.
    DataPoint(usize),
    /// A place of the map.
    MapPlace(usize),
    /// What was found in the palette at this place.
    PaletteEntry(usize),
    /// The palette.
    Palette,
    /// The sheet.
    Overlay,
    /// What the sheet names at this place among all that it names.
    OverlayLink(usize),
    /// Nothing that could be chosen.
    Nothing,
}

impl Layout {
    /// Lays a screen out.
    #[must_use]
    pub fn of(screen: &Screen<'_>, area: Rect) -> Self {
        let mut layout = Self::lay_out_page(screen, area, WrappedTexts::default());
        layout.lay_out_chrome(screen);
        layout
    }

    /// Lays out the page and the sheet over it, which the lines around them change nothing of. `kept` are the texts of
    /// before, without those that have changed.
    #[must_use]
    pub fn lay_out_page(screen: &Screen<'_>, area: Rect, kept: WrappedTexts) -> Self {
        let none = Rect { width: 0, height: 0, ..area };
        let mut layout = Self {
            area,
            class: size_class(area),
            title: none,
            tabs: none,
            tab: Vec::new(),
            rules: Vec::new(),
            sentence: none,
            panels: Vec::new(),
            list: VisibleRows::default(),
            footer: none,
            sheet: None,
            detail_scroll_max: 0,
            palette: None,
            texts: WrappedTexts::default(),
            links: Vec::new(),
            data_points: Vec::new(),
            map_place_areas: Vec::new(),
        };
        if layout.class == SizeClass::TooSmall {
            return layout;
        }
        layout.texts = kept;
        let body = layout.frame(screen);
        layout.panels = panels::lay_out_panels(screen, layout.class, body, &mut layout.texts);
        layout.place_list(screen);
        layout.place_data_points(screen);
        layout.place_map(screen);
        layout.place_texts(screen);
        layout.sheet = screen.sheet.map(|sheet| layout.place_overlay(sheet, screen.view.overlay_top));
        layout.texts.drop_unused();
        layout
    }

    /// Lays out the lines around the page, the palette, and what lies on all of them.
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

    /// What lies at a place, where these are on screen.
    #[must_use]
    pub fn hit_test(&self, screen: (&Page, Glyphs), (column, row): (u16, u16)) -> Hit {
        let (page, glyphs) = screen;
        let heads = self.list.area.y.checked_sub(1).filter(|y| *y == row && *y >= self.list.top);
        let is_bare = self.sheet.is_none() && self.palette.is_none();
        let head = page.list().filter(|_| heads.is_some() && is_bare).and_then(|table| {
            let area = self.panel(PanelSlot::List).filter(|area| (area.x..area.right()).contains(&column))?;
            table::head_at(table, &self.list, area, (column, glyphs))
        });
        head.map_or_else(|| self.hit(column, row), Hit::ColumnHead)
    }

    /// What lies at a place, the heads of columns apart.
    #[must_use]
    pub fn hit(&self, column: u16, row: u16) -> Hit {
        let at = Position { x: column, y: row };
        if let Some(palette) = self.palette {
            return palette.hit(at);
        }
        if self.sheet.is_some_and(|sheet| sheet.area.contains(at)) {
            return self.overlay_link_at(at).map_or(Hit::Overlay, Hit::OverlayLink);
        }
        if let Some(tab) = self.tab.iter().position(|tab| tab.contains(at)) {
            return Hit::Tab(tab);
        }
        if self.list.area.contains(at) {
            let line = usize::from(row - self.list.area.y);
            return if line < self.list.shown { Hit::Row(self.list.first + line) } else { Hit::Nothing };
        }
        let spot = self.data_points.iter().find(|(_, area)| area.contains(at));
        if let Some((place, _)) = spot {
            return Hit::DataPoint(*place);
        }
        let town = self.map_place_areas.iter().find(|(_, area)| area.contains(at));
        town.map_or(Hit::Nothing, |(place, _)| Hit::MapPlace(*place))
    }

    /// What the sheet names at a place.
    fn overlay_link_at(&self, at: Position) -> Option<usize> {
        let place = self.sheet.filter(|sheet| sheet.text.contains(at))?;
        let (line, x) = (place.top + usize::from(at.y - place.text.y), at.x - place.text.x);
        let hit = |named: &&OverlayLinkArea| named.line == line && (named.x..named.x + named.cells).contains(&x);
        self.named().iter().find(hit).map(|named| named.link.nth)
    }

    /// What the sheet names, to go on to.
    #[must_use]
    pub fn named(&self) -> &[OverlayLinkArea] {
        self.texts.named()
    }

    /// How many rows of the list are in sight at once: what a page up or down moves.
    #[must_use]
    pub fn rows(&self) -> usize {
        self.list.shown
    }

    /// How far the sheet can be scrolled.
    #[must_use]
    pub fn overlay_scroll_max(&self) -> usize {
        self.sheet.map_or(0, |sheet| sheet.max)
    }

    /// How far the detail panel can be scrolled.
    #[must_use]
    pub fn detail_scroll_max(&self) -> usize {
        self.detail_scroll_max
    }

    /// Where a panel lies.
    #[must_use]
    pub fn panel(&self, slot: PanelSlot) -> Option<Rect> {
        self.panels.iter().find(|(which, _)| *which == slot).map(|(_, area)| *area)
    }

    /// Places the lines around the page and the sentence; what is left is the body.
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
        // What has the whole page needs its rows more than the sentence does.
        let least = if compact && screen.view.enlarged.is_none() { 4 } else { 8 };
        let (room, lines) = self.texts.place_sentence(&screen.page.sentence, inner.width);
        let lines = u16::try_from(lines).unwrap_or(u16::MAX).min(bottom.saturating_sub(top + least)).max(1);
        self.sentence = Rect { y: top, height: lines, width: room, ..inner };
        let gap = u16::from(bottom.saturating_sub(top + lines) >= 5);
        let top = top + lines + gap;
        Rect { y: top, height: bottom.saturating_sub(top), ..inner }
    }

    /// The window of rows keeps the chosen one near its middle, and does not run past the end.
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
            PanelBody::Chart(chart) => chart::data_points(chart, screen.view.cursor, body),
            PanelBody::SmallMultiples(charts) => small_multiples::data_points(charts, screen.view.cursor, body),
            PanelBody::Gantt(gantt, _) => gantt::data_points(gantt, body),
            PanelBody::MilestoneTrend(trend, _) => milestone_trend::data_points(trend, body),
            PanelBody::DataTable(figures, _) => data_table::data_points(figures, screen.view.cursor, body),
            PanelBody::Table(_) | PanelBody::Map(_) | PanelBody::Text(_) => Vec::new(),
        };
    }

    /// Wraps the texts of the panels; that of the detail panel can be scrolled as far as it is longer than its place.
    fn place_texts(&mut self, screen: &Screen<'_>) {
        for (slot, area) in &self.panels {
            let Some(panel) = screen.page.panel(*slot) else { continue };
            let Some((blocks, place)) = wrapped_texts::panel_text(panel, panels::panel_body(Some(panel), *area)) else {
                continue;
            };
            let is_lost = matches!(panel.body, PanelBody::Gantt(..)) && place.is_empty();
            if *slot == PanelSlot::Detail && !is_lost {
                let lines = self.texts.place_panel(blocks, *slot, place.width);
                self.detail_scroll_max = lines.saturating_sub(usize::from(place.height));
            } else if !place.is_empty() {
                self.texts.place_panel(blocks, *slot, place.width);
            }
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

    fn place_overlay(&mut self, sheet: &TextOverlay, top_line: usize) -> OverlayLayout {
        let area = self.area;
        let beside = area.width >= 100;
        let wide = if beside { (area.width * 2 / 5).clamp(56, 84) } else { area.width };
        let top = if area.height >= 18 { 2 } else { 0 };
        let whole = Rect { x: area.right() - wide, y: area.y + top, width: wide, height: area.height - top };
        let margin = if beside || self.class != SizeClass::Compact { 2 } else { 1 };
        let inner = Rect { x: whole.x + margin, width: wide - 2 * margin, ..whole };
        let rule = u16::from(area.height >= 14);
        let title = Rect { height: 1, ..inner };
        let text_top = title.bottom() + rule;
        let hints = Rect { y: whole.bottom() - 1, height: 1, ..inner };
        let text_room = hints.y.saturating_sub(text_top);
        let text = Rect { y: text_top, height: text_room, width: inner.width.min(wrap::MAX_TEXT_WIDTH), ..inner };
        let lines = self.texts.place_overlay(sheet, text.width);
        let max = lines.saturating_sub(usize::from(text.height));
        let rule = Rect { y: title.bottom(), height: rule, ..inner };
        let top = top_line.min(max);
        OverlayLayout { area: whole, beside, title, rule, text, hints, top, max }
    }
}

/// From so many columns on, Why stands beside the page.
pub const WIDE_MIN_COLUMNS: u16 = 160;

fn size_class(area: Rect) -> SizeClass {
    if area.width < MIN_SIZE.0 || area.height < MIN_SIZE.1 {
        SizeClass::TooSmall
    } else if area.width < 60 || area.height < 18 {
        SizeClass::Compact
    } else if area.width < WIDE_MIN_COLUMNS {
        SizeClass::Normal
    } else {
        SizeClass::Wide
    }
}

/// The gutter of a list is outside of the margin of the page.
pub(super) fn with_gutter(area: Rect) -> Rect {
    let out = GUTTER.min(area.x);
    Rect { x: area.x - out, width: area.width + out, ..area }
}
