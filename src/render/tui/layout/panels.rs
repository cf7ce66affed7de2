//! The areas of the panels of a page.

use ratatui::layout::Rect;

use crate::page::model::{Block, Page, PageKind, Panel, PanelBody, PanelSlot};
use crate::render::tui::chart::{data_table, gantt, map, milestone_trend};
use crate::render::tui::layout::areas::SizeClass;
use crate::render::tui::screen::Screen;
use crate::render::tui::table::with_gutter;
use crate::render::typeset::wrap::WrappedText;

/// The area of each visible panel.
pub(crate) fn lay_out_panels(screen: &Screen<'_>, class: SizeClass, body: Rect) -> Vec<(PanelSlot, Rect)> {
    let page = screen.page;
    let mut areas = Vec::with_capacity(page.panels.len());
    let mut body = body;
    if let Some(slot) = screen.view.enlarged.filter(|slot| page.panel(*slot).is_some()) {
        return vec![(slot, if slot == PanelSlot::List { with_gutter(body) } else { body })];
    }
    if class == SizeClass::Wide && page.panel(PanelSlot::Why).is_some() {
        let width = (body.width * 3 / 10).clamp(48, 72);
        let why;
        (body, why) = split_right(body, width, 4);
        areas.push((PanelSlot::Why, why));
    }
    match class {
        SizeClass::TooSmall => {}
        SizeClass::Compact => lay_out_compact(page, body, &mut areas),
        SizeClass::Normal | SizeClass::Wide => lay_out_full(page, body, &mut areas),
    }
    areas
}

/// The list, with the picture above it where both fit; without a list, the picture or the first panel.
fn lay_out_compact(page: &Page, body: Rect, areas: &mut Vec<(PanelSlot, Rect)>) {
    let has_list = page.panel(PanelSlot::List).is_some();
    let has_main = page.panel(PanelSlot::Main).is_some();
    if has_list && has_main && body.height >= 18 {
        let (top, rest) = split_top(body, body.height / 2, 1);
        areas.push((PanelSlot::Main, top));
        areas.push((PanelSlot::List, with_gutter(rest)));
    } else if has_list {
        areas.push((PanelSlot::List, with_gutter(body)));
    } else if has_main {
        areas.push((PanelSlot::Main, body));
    } else if let Some(panel) = page.panels.first() {
        areas.push((panel.slot, body));
    }
}

fn lay_out_full(page: &Page, body: Rect, areas: &mut Vec<(PanelSlot, Rect)>) {
    let mut body = body;
    let has = |slot: PanelSlot| page.panel(slot).is_some();
    if let Some(panel) = page.panel(PanelSlot::Detail) {
        let others = has(PanelSlot::Main) || has(PanelSlot::List) || has(PanelSlot::Side);
        let alone = !has(PanelSlot::Side) && !has(PanelSlot::Main);
        let beside =
            body.width >= 108 && alone && matches!(panel.body, PanelBody::Text(_) | PanelBody::MilestoneTrend(..));
        let detail;
        if !others {
            areas.push((PanelSlot::Detail, body));
            return;
        } else if beside {
            (body, detail) = split_right(body, (body.width * 2 / 5).min(76), 4);
            areas.push((PanelSlot::Detail, detail));
        } else if body.height >= 14 {
            // The evidence page is for reading one source; elsewhere the rows matter more.
            let share = match page.kind {
                PageKind::Evidence => 13,
                _ if has(PanelSlot::Main) => 5,
                _ => 9,
            };
            let want = wanted_height(panel, body.width).min(body.height * share / 20).max(4);
            let above = above_detail(page, body, want);
            (body, detail) = split_top(body, above, 1);
            areas.push((PanelSlot::Detail, detail));
        }
    }
    // The picture of a timeline keeps its room even when it is missing, so that the rows below do not move.
    let is_timeline = page.kind == PageKind::Timeline;
    if has(PanelSlot::Main) || is_timeline {
        let top;
        let gap = u16::from(body.height >= 20 && !is_timeline);
        (top, body) = split_top(body, main_height(page, body), gap);
        if has(PanelSlot::Main) {
            areas.push((PanelSlot::Main, top));
        }
    }
    if has(PanelSlot::Side) && body.width >= 96 && has(PanelSlot::List) {
        let side;
        (body, side) = split_right(body, side_width(body), 3);
        areas.push((PanelSlot::Side, side));
    }
    if has(PanelSlot::List) && body.height > 0 {
        areas.push((PanelSlot::List, with_gutter(body)));
    }
}

/// The rows of the main panel. They do not depend on the chosen row, except on a timeline.
fn main_height(page: &Page, body: Rect) -> u16 {
    let Some(list) = page.panel(PanelSlot::List) else { return body.height.min(40) };
    if page.kind == PageKind::Timeline {
        let steps = page.panel(PanelSlot::Main).map_or(0, |panel| wanted_height(panel, body.width));
        return steps.clamp(3, (body.height / 3).clamp(3, 12)).min(body.height);
    }
    let most = (body.height * 3 / 5).max(10.min(body.height.saturating_sub(5)));
    let spare = body.height.saturating_sub(wanted_height(list, body.width).saturating_add(1));
    most.max(spare).min(32).min(body.height)
}

/// The rows above the detail panel: all that are left, or no more than a list and a map need.
fn above_detail(page: &Page, body: Rect, detail: u16) -> u16 {
    let left = body.height.saturating_sub(detail + 1);
    if page.panel(PanelSlot::Main).is_some() {
        return left;
    }
    let list = page.panel(PanelSlot::List).map_or(0, |panel| wanted_height(panel, body.width));
    let side = match page.panel(PanelSlot::Side).map(|panel| &panel.body) {
        Some(PanelBody::Map(map)) => map::height(map, side_width(body)),
        _ => 0,
    };
    list.max(side).min(left)
}

fn side_width(body: Rect) -> u16 {
    (body.width * 2 / 5).min(90)
}

/// The rows that a panel needs to show everything.
fn wanted_height(panel: &Panel, room: u16) -> u16 {
    let text = |blocks: &[Block]| u16::try_from(WrappedText::of(blocks, room).height()).unwrap_or(u16::MAX);
    let body = match &panel.body {
        PanelBody::Text(blocks) => text(blocks),
        PanelBody::MilestoneTrend(_, blocks) => milestone_trend::HEIGHT.saturating_add(text(blocks)),
        PanelBody::Gantt(lanes, blocks) => {
            gantt::height(lanes).saturating_add(text(gantt::text_after_lanes(lanes, blocks)))
        }
        PanelBody::DataTable(figures, blocks) => data_table::height(figures).saturating_add(text(blocks)),
        PanelBody::Table(table) => u16::try_from(table.rows.len()).unwrap_or(u16::MAX).saturating_add(1),
        PanelBody::Chart(_) | PanelBody::SmallMultiples(_) | PanelBody::Map(_) => 14,
    };
    body.saturating_add(heading_height(Some(panel)))
}

fn heading_height(panel: Option<&Panel>) -> u16 {
    u16::from(panel.is_some_and(|panel| !panel.heading.is_empty()))
}

/// The area of a panel without its heading.
pub(crate) fn panel_body(panel: Option<&Panel>, area: Rect) -> Rect {
    let heading = heading_height(panel).min(area.height);
    Rect { y: area.y + heading, height: area.height - heading, ..area }
}

fn split_right(area: Rect, width: u16, gap: u16) -> (Rect, Rect) {
    let width = width.min(area.width);
    let left = area.width - width;
    let x = area.x + left;
    (Rect { width: left.saturating_sub(gap), ..area }, Rect { x, width, ..area })
}

fn split_top(area: Rect, height: u16, gap: u16) -> (Rect, Rect) {
    let height = height.min(area.height);
    let rest = (area.height - height).saturating_sub(gap);
    (Rect { height, ..area }, Rect { y: area.bottom() - rest, height: rest, ..area })
}
