//! The computed layout of a screen, and what lies at one of its cells. How it is computed is in the parent module.

use ratatui::layout::{Position, Rect};

use crate::page::model::{Chrome, Page, PanelSlot};
use crate::render::look::theme::Glyphs;
use crate::render::tui::chrome::hint_areas;
use crate::render::tui::layout::wrapped_texts::WrappedTexts;
use crate::render::tui::overlay::links::OverlayLinkArea;
use crate::render::tui::table::{TableView, VisibleRows};
use crate::render::typeset::column_widths::ColumnWidths;

/// The smallest screen, in columns and rows, that shows a page.
pub const MIN_SIZE: (u16, u16) = (40, 12);

/// From this many columns on, the Why panel is beside the page.
pub const WIDE_MIN_COLUMNS: u16 = 160;

/// How much of a page a screen has room for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub enum SizeClass {
    /// The sentence and the size that is needed.
    #[default]
    TooSmall,
    /// The sentence and the list.
    Compact,
    /// Every panel but Why.
    Normal,
    /// Every panel.
    Wide,
}

impl SizeClass {
    pub(super) fn of(area: Rect) -> Self {
        match (area.width, area.height) {
            (width, height) if width < MIN_SIZE.0 || height < MIN_SIZE.1 => Self::TooSmall,
            (width, height) if width < 60 || height < 18 => Self::Compact,
            (WIDE_MIN_COLUMNS.., _) => Self::Wide,
            _ => Self::Normal,
        }
    }
}

/// The areas of everything on a screen, in cells.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Layout {
    /// The whole screen.
    pub area: Rect,
    /// The size class of `area`.
    pub class: SizeClass,
    /// The first line.
    pub title: Rect,
    /// The line of tabs.
    pub tabs: Rect,
    /// Each tab.
    pub tab: Vec<Rect>,
    /// Horizontal rules.
    pub rules: Vec<Rect>,
    /// The sentence of the page.
    pub sentence: Rect,
    /// The visible panels, headings included.
    pub panels: Vec<(PanelSlot, Rect)>,
    /// The visible rows of the list.
    pub list: VisibleRows,
    /// The prompt and the key hints.
    pub footer: Rect,
    /// The parts of the overlay above the page.
    pub overlay: Option<OverlayLayout>,
    /// The largest first line of the detail panel.
    pub detail_scroll_max: usize,
    /// The command palette above everything.
    pub palette: Option<PaletteLayout>,
    /// The column widths of the list; none without a list.
    pub widths: Option<ColumnWidths>,
    /// The running texts, wrapped.
    pub texts: WrappedTexts,
    /// The visible web addresses.
    pub links: Vec<Hyperlink>,
    /// Index and area of each data point that the crosshair can reach.
    pub(super) data_points: Vec<(usize, Rect)>,
    /// Index and areas of each place of the map; the first that contains a cell counts.
    pub(super) map_place_areas: Vec<(usize, Rect)>,
}

/// The areas of the parts of an overlay.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OverlayLayout {
    /// The whole overlay.
    pub area: Rect,
    /// Whether it covers the right part of the page only, with a vertical line at its left edge.
    pub beside: bool,
    /// The line of the title.
    pub title: Rect,
    /// The rule below the title.
    pub rule: Rect,
    /// The text.
    pub text: Rect,
    /// The key hints.
    pub hints: Rect,
    /// The first visible line of the text.
    pub top: usize,
    /// The largest first line.
    pub max: usize,
}

/// The areas of the parts of the command palette.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PaletteLayout {
    /// The whole palette with its frame.
    pub area: Rect,
    /// The line of the prompt.
    pub prompt: Rect,
    /// The lines for entries.
    pub rows: Rect,
    /// Index of the first visible entry.
    pub first: usize,
    /// Number of visible entries.
    pub shown: usize,
    /// The key hints.
    pub hints: Rect,
}

/// The part of a web address that is on one line of the screen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hyperlink {
    /// Its cells.
    pub at: Rect,
    /// The whole address: `http` or `https`, printable ASCII only.
    pub address: String,
}

/// What is at a cell of the screen. Indices count from 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Hit {
    /// Index of a tab.
    Tab(usize),
    /// Index of a column of the list, at its head.
    ColumnHead(usize),
    /// Index of a row of the list.
    Row(usize),
    /// Index of a data point of the picture.
    DataPoint(usize),
    /// Index of a place of the map.
    MapPlace(usize),
    /// Index of an entry of the command palette.
    PaletteEntry(usize),
    /// The command palette, outside its entries.
    Palette,
    /// The overlay, outside its links.
    Overlay,
    /// Index of a link of the overlay.
    OverlayLink(usize),
    /// Nothing that reacts to the mouse.
    Nothing,
}

impl Layout {
    /// What is at a cell, column heads of the list included. The head columns depend on the page and the glyph level.
    pub fn hit_test(&self, page: &Page, glyphs: Glyphs, at: Position) -> Hit {
        let heads = self.list.area.y.checked_sub(1).filter(|y| *y == at.y && *y >= self.list.top);
        let is_bare = self.overlay.is_none() && self.palette.is_none();
        let head = page.list().filter(|_| heads.is_some() && is_bare).and_then(|table| {
            let area = self.panel(PanelSlot::List).filter(|area| (area.x..area.right()).contains(&at.x))?;
            TableView { table, widths: self.widths.as_ref()?, rows: self.list, area }.head_at(at.x, glyphs)
        });
        head.map_or_else(|| self.hit(at.x, at.y), Hit::ColumnHead)
    }

    /// The index of the key hint at a cell; none while a text is typed on its line.
    pub fn hint_at(&self, chrome: &Chrome, glyphs: Glyphs, at: Position) -> Option<usize> {
        let area = match (self.palette, self.overlay) {
            (Some(palette), _) => palette.hints,
            (None, Some(overlay)) => overlay.hints,
            (None, None) => self.footer,
        };
        if chrome.prompt.is_some() {
            return None;
        }
        hint_areas(&chrome.hints, area, glyphs == Glyphs::Ascii).iter().position(|hint| hint.contains(at))
    }

    /// What is at a cell, without column heads.
    pub fn hit(&self, column: u16, row: u16) -> Hit {
        let at = Position { x: column, y: row };
        if let Some(palette) = self.palette {
            let entry = row.checked_sub(palette.rows.y).map(usize::from).filter(|entry| *entry < palette.shown);
            return match (palette.area.contains(at), entry) {
                (true, Some(entry)) => Hit::PaletteEntry(palette.first + entry),
                (true, None) => Hit::Palette,
                (false, _) => Hit::Nothing,
            };
        }
        if self.overlay.is_some_and(|overlay| overlay.area.contains(at)) {
            return self.overlay_link_at(at).map_or(Hit::Overlay, Hit::OverlayLink);
        }
        if let Some(tab) = self.tab.iter().position(|tab| tab.contains(at)) {
            return Hit::Tab(tab);
        }
        if self.list.area.contains(at) {
            let line = usize::from(row - self.list.area.y);
            return if line < self.list.shown { Hit::Row(self.list.first + line) } else { Hit::Nothing };
        }
        let find = |areas: &[(usize, Rect)]| areas.iter().find(|(_, area)| area.contains(at)).map(|(index, _)| *index);
        let data_point = find(&self.data_points).map(Hit::DataPoint);
        data_point.or_else(|| find(&self.map_place_areas).map(Hit::MapPlace)).unwrap_or(Hit::Nothing)
    }

    fn overlay_link_at(&self, at: Position) -> Option<usize> {
        let overlay = self.overlay.filter(|overlay| overlay.text.contains(at))?;
        let (line, x) = (overlay.top + usize::from(at.y - overlay.text.y), at.x - overlay.text.x);
        let hit = |area: &&OverlayLinkArea| area.line == line && (area.x..area.x + area.cells).contains(&x);
        self.overlay_links().iter().find(hit).map(|area| area.link.nth)
    }

    /// The links of the overlay, in reading order.
    pub fn overlay_links(&self) -> &[OverlayLinkArea] {
        &self.texts.overlay_links
    }

    /// The largest first line of the overlay.
    pub fn overlay_scroll_max(&self) -> usize {
        self.overlay.map_or(0, |overlay| overlay.max)
    }

    /// The area of a panel, if it is visible.
    pub fn panel(&self, slot: PanelSlot) -> Option<Rect> {
        self.panels.iter().find(|(which, _)| *which == slot).map(|(_, area)| *area)
    }
}
