//! Draws a page into a ratatui buffer.
//!
//! [`layout`] says where everything lies at a size; the other modules draw one kind of thing each. Nothing here keeps
//! anything: the same screen, paint and area give the same cells.

mod ahead;
mod apart;
mod bullet;
mod chart;
mod chrome;
mod columns;
pub mod export;
mod figures;
mod gantt;
mod geometry;
mod html;
mod labels;
pub mod layout;
mod lines;
pub mod links;
mod map;
pub mod notes;
pub mod onward;
mod paint;
pub mod palette;
mod picture;
mod prose;
pub mod scene;
mod shapes;
mod sheet;
mod stack;
mod table;
pub mod texts;
mod trend;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::page::chrome::Chrome;
use crate::page::sheet::Sheet;
use crate::page::{Body, Page, Panel, Slot};
use crate::render::fitting::Widths;
use crate::render::measure::fit_or_cut;
use crate::render::theme::{Paint, Tone};
use crate::render::wrap::{Piece, wrap};
use layout::{Class, Layout};
use paint::Pen;

/// Everything that is on screen.
#[derive(Debug, Clone, Copy)]
pub struct Screen<'a> {
    /// The lines around the page.
    pub chrome: &'a Chrome,
    /// The page.
    pub page: &'a Page,
    /// A sheet over it.
    pub sheet: Option<&'a Sheet>,
    /// What the person moved.
    pub view: View,
}

/// What the person moved, besides the choice of a row, which is in the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct View {
    /// The place of the picture under the crosshair.
    pub cursor: Option<usize>,
    /// The panel that has the whole page, where the page has such a panel.
    pub enlarged: Option<Slot>,
    /// The first line shown of the detail panel.
    pub detail_top: usize,
    /// The first line shown of the sheet.
    pub sheet_top: usize,
    /// Which of the things that the sheet names is chosen, to go on to.
    pub onward: Option<usize>,
}

/// What is worked out of a screen before it is drawn, and kept until it changes.
#[derive(Debug, Clone, Copy)]
pub struct Laid<'a> {
    /// Where everything lies.
    pub layout: &'a Layout,
    /// How wide the columns of the list are.
    pub widths: &'a Widths,
}

/// Lays the whole screen out and draws it. Any area is survived, 0×0 too.
pub fn screen(screen: &Screen<'_>, paint: &Paint, area: Rect, buf: &mut Buffer) {
    let layout = Layout::of(screen, area.intersection(buf.area));
    let widths = screen.page.list().map(Widths::of).unwrap_or_default();
    laid_out(screen, Laid { layout: &layout, widths: &widths }, paint, buf);
}

/// Draws the whole screen where it was laid out.
pub fn laid_out(screen: &Screen<'_>, laid: Laid<'_>, paint: &Paint, buf: &mut Buffer) {
    let (layout, area) = (laid.layout, laid.layout.area);
    if area.is_empty() || area != area.intersection(buf.area) {
        return;
    }
    let pen = &mut Pen { paint: *paint, buf };
    pen.flood(area);
    if layout.class == Class::TooSmall {
        too_small(screen, area, pen);
        return;
    }
    chrome::title(screen.chrome, layout.title, pen);
    chrome::tabs(screen.chrome, layout.tabs, pen);
    for rule in &layout.rules {
        pen.rule(*rule);
    }
    if let Some(lines) = layout.texts.sentence() {
        let lines: Vec<_> = lines.lines_of_runs(&screen.page.sentence).collect();
        sentence(&lines, layout.sentence, pen);
    }
    for (slot, area) in &layout.panels {
        if let Some(panel) = screen.page.panel(*slot) {
            self::panel(panel, (screen, laid), *area, pen);
        }
    }
    // The keys of a sheet stand on its own last line.
    if screen.sheet.is_none() && screen.chrome.palette.is_none() {
        chrome::footer(screen.chrome, layout.footer, pen);
    }
    if let (Some(sheet), Some(place)) = (screen.sheet, &layout.sheet) {
        sheet::sheet((sheet, layout.texts.sheet()), place, screen.view.onward, pen);
    }
    if let (Some(palette), Some(place)) = (&screen.chrome.palette, &layout.palette) {
        palette::palette(palette, place, pen);
    }
}

/// The verdict, as much of it as fits, and the size that is needed.
fn too_small(screen: &Screen<'_>, area: Rect, pen: &mut Pen<'_>) {
    let needed = u16::from(area.height >= 2);
    let top = Rect { height: area.height - needed, ..area };
    sentence(&wrap(&screen.page.sentence, 0, 0, top.width), top, pen);
    if needed > 0 {
        let at = Rect { y: area.bottom() - 1, height: 1, ..area };
        let words = fit_or_cut(&screen.chrome.too_small, area.width);
        pen.text(at, words, pen.tone(Tone::Muted));
    }
}

fn sentence(lines: &[Vec<Piece<'_>>], area: Rect, pen: &mut Pen<'_>) {
    let cut = lines.len() > usize::from(area.height);
    for (row, pieces) in lines.iter().take(usize::from(area.height)).enumerate() {
        let at = Rect { y: area.y + u16::try_from(row).unwrap_or(0), height: 1, ..area };
        prose::pieces_at(pieces, at, pen);
        if cut && row + 1 == usize::from(area.height) && area.width > 0 {
            let end = pieces.last().map_or(0, |piece| piece.x + piece.cells).min(area.width - 1);
            let more = if pen.paint.is_ascii() { ">" } else { "…" };
            pen.put((area.x + end, at.y), more, pen.tone(Tone::Muted));
        }
    }
}

fn panel(panel: &Panel, (screen, laid): (&Screen<'_>, Laid<'_>), area: Rect, pen: &mut Pen<'_>) {
    let Laid { layout, widths } = laid;
    if area.is_empty() {
        return;
    }
    let inset = if panel.slot == Slot::List { table::GUTTER.min(area.width) } else { 0 };
    let heading = Rect { x: area.x + inset, width: area.width - inset, height: 1, ..area };
    pen.runs(heading, &panel.heading);
    let area = stack::body(Some(panel), area);
    let top = if panel.slot == Slot::Detail { screen.view.detail_top.min(layout.detail_scroll_max) } else { 0 };
    let read = screen.page.picture().is_some_and(|picture| picture.slot == panel.slot);
    let cursor = screen.view.cursor.filter(|_| read);
    match &panel.body {
        Body::Chart(chart) => chart::chart(chart, cursor, area, pen),
        Body::Table(table) => table::table((table, widths), &layout.list, area, pen),
        Body::Gantt(gantt, _) => gantt::gantt(gantt, cursor, area, pen),
        Body::Trend(trend, _) => trend::trend(trend, cursor, area, pen),
        Body::Apart(charts) => apart::apart(charts, cursor, area, pen),
        Body::Figures(figures, _) => figures::figures(figures, cursor, area, pen),
        Body::Map(map) => map::map(map, area, pen),
        Body::Prose(_) => {}
    }
    if let Some((blocks, place)) = texts::of_panel(panel, area)
        && let Some(lines) = layout.texts.panel(panel.slot, place.width)
    {
        prose::blocks((blocks, lines), top, place, pen);
    }
}
