//! Draws a page into a ratatui buffer.
//!
//! [`layout`] says where everything lies at a size; the other modules draw one kind of thing each. Nothing here keeps
//! anything: the same screen, paint and area give the same cells.

pub mod export;
pub mod layout;
pub mod notes;
pub mod overlay;
pub mod talk;

pub(crate) mod large_text;

mod chart;
mod chrome;
mod pen;
mod prose;
mod table;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::page::model::chrome::Chrome;
use crate::page::model::overlay::TextOverlay;
use crate::page::model::page::{Page, Panel, PanelBody, PanelSlot};
use crate::render::look::theme::{Paint, Tone};
use crate::render::tui::pen::Pen;
use crate::render::typeset::column_widths::ColumnWidths;
use crate::render::typeset::measure::fit_or_cut;
use crate::render::typeset::wrap::{LinePiece, wrap};

use layout::{Layout, SizeClass};

/// Everything that is on screen.
#[derive(Debug, Clone, Copy)]
pub struct Screen<'a> {
    /// The lines around the page.
    pub chrome: &'a Chrome,
    /// The page.
    pub page: &'a Page,
    /// A sheet over it.
    pub sheet: Option<&'a TextOverlay>,
    /// What the person moved.
    pub view: ViewState,
}

/// What the person moved, besides the choice of a row, which is in the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct ViewState {
    /// The place of the picture under the crosshair.
    pub cursor: Option<usize>,
    /// The panel that has the whole page, where the page has such a panel.
    pub enlarged: Option<PanelSlot>,
    /// The first line shown of the detail panel.
    pub detail_top: usize,
    /// The first line shown of the sheet.
    pub overlay_top: usize,
    /// Which of the things that the sheet names is chosen, to go on to.
    pub link: Option<usize>,
}

/// What is worked out of a screen before it is drawn, and kept until it changes.
#[derive(Debug, Clone, Copy)]
pub struct PreparedScreen<'a> {
    /// Where everything lies.
    pub layout: &'a Layout,
    /// How wide the columns of the list are.
    pub widths: &'a ColumnWidths,
}

/// Lays the whole screen out and draws it. Any area is survived, 0×0 too.
pub fn draw_screen(screen: &Screen<'_>, paint: &Paint, area: Rect, buf: &mut Buffer) {
    let layout = Layout::of(screen, area.intersection(buf.area));
    let widths = screen.page.list().map(ColumnWidths::of).unwrap_or_default();
    draw_prepared(screen, PreparedScreen { layout: &layout, widths: &widths }, paint, buf);
}

/// Draws the whole screen where it was laid out.
pub fn draw_prepared(screen: &Screen<'_>, laid: PreparedScreen<'_>, paint: &Paint, buf: &mut Buffer) {
    let (layout, area) = (laid.layout, laid.layout.area);
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
    if let Some(lines) = layout.texts.sentence() {
        let lines: Vec<_> = lines.lines_of_runs(&screen.page.sentence).collect();
        draw_sentence(&lines, layout.sentence, pen);
    }
    for (slot, area) in &layout.panels {
        if let Some(panel) = screen.page.panel(*slot) {
            crate::render::tui::draw_panel(panel, (screen, laid), *area, pen);
        }
    }
    // The keys of a sheet stand on its own last line.
    if screen.sheet.is_none() && screen.chrome.palette.is_none() {
        chrome::draw_footer(screen.chrome, layout.footer, pen);
    }
    if let (Some(sheet), Some(place)) = (screen.sheet, &layout.sheet) {
        overlay::draw((sheet, layout.texts.sheet()), place, screen.view.link, pen);
    }
    if let (Some(palette), Some(place)) = (&screen.chrome.palette, &layout.palette) {
        crate::render::tui::overlay::palette::draw(palette, place, pen);
    }
}

/// The verdict, as much of it as fits, and the size that is needed.
fn draw_too_small(screen: &Screen<'_>, area: Rect, pen: &mut Pen<'_>) {
    let needed = u16::from(area.height >= 2);
    let top = Rect { height: area.height - needed, ..area };
    draw_sentence(&wrap(&screen.page.sentence, 0, 0, top.width), top, pen);
    if needed > 0 {
        let at = Rect { y: area.bottom() - 1, height: 1, ..area };
        let words = fit_or_cut(&screen.chrome.too_small, area.width);
        pen.text(at, words, pen.tone(Tone::Muted));
    }
}

fn draw_sentence(lines: &[Vec<LinePiece<'_>>], area: Rect, pen: &mut Pen<'_>) {
    let cut = lines.len() > usize::from(area.height);
    for (row, pieces) in lines.iter().take(usize::from(area.height)).enumerate() {
        let at = Rect { y: area.y + u16::try_from(row).unwrap_or(0), height: 1, ..area };
        prose::draw_pieces(pieces, at, pen);
        if cut && row + 1 == usize::from(area.height) && area.width > 0 {
            let end = pieces.last().map_or(0, |piece| piece.x + piece.cells).min(area.width - 1);
            let more = if pen.paint.is_ascii() { ">" } else { "…" };
            pen.put((area.x + end, at.y), more, pen.tone(Tone::Muted));
        }
    }
}

fn draw_panel(panel: &Panel, (screen, laid): (&Screen<'_>, PreparedScreen<'_>), area: Rect, pen: &mut Pen<'_>) {
    let PreparedScreen { layout, widths } = laid;
    if area.is_empty() {
        return;
    }
    let inset = if panel.slot == PanelSlot::List { table::GUTTER.min(area.width) } else { 0 };
    let heading = Rect { x: area.x + inset, width: area.width - inset, height: 1, ..area };
    pen.runs(heading, &panel.heading);
    let area = crate::render::tui::layout::panels::panel_body(Some(panel), area);
    let top = if panel.slot == PanelSlot::Detail { screen.view.detail_top.min(layout.detail_scroll_max) } else { 0 };
    let read = screen.page.picture().is_some_and(|picture| picture.slot == panel.slot);
    let cursor = screen.view.cursor.filter(|_| read);
    match &panel.body {
        PanelBody::Chart(chart) => chart::draw(chart, cursor, area, pen),
        PanelBody::Table(table) => table::draw((table, widths), &layout.list, area, pen),
        PanelBody::Gantt(gantt, _) => crate::render::tui::chart::gantt::draw(gantt, cursor, area, pen),
        PanelBody::MilestoneTrend(trend, _) => {
            crate::render::tui::chart::milestone_trend::draw(trend, cursor, area, pen)
        }
        PanelBody::SmallMultiples(charts) => {
            crate::render::tui::chart::small_multiples::draw(charts, cursor, area, pen)
        }
        PanelBody::DataTable(figures, _) => crate::render::tui::chart::data_table::draw(figures, cursor, area, pen),
        PanelBody::Map(map) => crate::render::tui::chart::map::draw(map, area, pen),
        PanelBody::Text(_) => {}
    }
    if let Some((blocks, place)) = crate::render::tui::layout::wrapped_texts::panel_text(panel, area)
        && let Some(lines) = layout.texts.panel(panel.slot, place.width)
    {
        prose::draw_blocks((blocks, lines), top, place, pen);
    }
}
