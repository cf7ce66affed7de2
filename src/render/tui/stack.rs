//! How the panels of a page share its body.

use ratatui::layout::Rect;

use super::layout::{Class, with_gutter};
use super::texts::Texts;
use super::{Screen, figures, gantt, map, trend};
use crate::page::prose::Block;
use crate::page::{Body, Page, PageKind, Panel, Slot};

/// The place of each panel that is shown.
pub(super) fn panels(screen: &Screen<'_>, class: Class, body: Rect, texts: &mut Texts) -> Vec<(Slot, Rect)> {
    let page = screen.page;
    let mut places = Vec::with_capacity(page.panels.len());
    let mut body = body;
    if let Some(slot) = screen.view.enlarged.filter(|slot| page.panel(*slot).is_some()) {
        return vec![(slot, if slot == Slot::List { with_gutter(body) } else { body })];
    }
    if class == Class::Wide && page.panel(Slot::Why).is_some() {
        let wide = (body.width * 3 / 10).clamp(48, 72);
        let why;
        (body, why) = split_right(body, wide, 4);
        places.push((Slot::Why, why));
    }
    match class {
        Class::TooSmall => {}
        Class::Compact => compact(page, body, &mut places),
        Class::Normal | Class::Wide => full(page, body, &mut places, texts),
    }
    places
}

/// The list alone, with the picture above it where there is height for both; else whatever there is.
fn compact(page: &Page, body: Rect, places: &mut Vec<(Slot, Rect)>) {
    let has_list = page.panel(Slot::List).is_some();
    let main = page.panel(Slot::Main).is_some();
    if has_list && main && body.height >= 18 {
        let (top, rest) = split_top(body, body.height / 2, 1);
        places.push((Slot::Main, top));
        places.push((Slot::List, with_gutter(rest)));
    } else if has_list {
        places.push((Slot::List, with_gutter(body)));
    } else if main {
        places.push((Slot::Main, body));
    } else if let Some(panel) = page.panels.first() {
        places.push((panel.slot, body));
    }
}

fn full(page: &Page, body: Rect, places: &mut Vec<(Slot, Rect)>, texts: &mut Texts) {
    let mut body = body;
    let has = |slot: Slot| page.panel(slot).is_some();
    if let Some(panel) = page.panel(Slot::Detail) {
        let others = has(Slot::Main) || has(Slot::List) || has(Slot::Side);
        let alone = !has(Slot::Side) && !has(Slot::Main);
        let beside = body.width >= 108 && alone && matches!(panel.body, Body::Prose(_) | Body::Trend(..));
        let detail;
        if !others {
            places.push((Slot::Detail, body));
            return;
        } else if beside {
            (body, detail) = split_right(body, (body.width * 2 / 5).min(76), 4);
            places.push((Slot::Detail, detail));
        } else if body.height >= 14 {
            // Evidence is for reading what a source says; elsewhere the rows matter more.
            let share = match page.kind {
                PageKind::Evidence => 13,
                _ if has(Slot::Main) => 5,
                _ => 9,
            };
            let want = wanted(panel, body.width, texts).min(body.height * share / 20).max(4);
            let above = above_detail(page, body, want, texts);
            (body, detail) = split_top(body, above, 1);
            places.push((Slot::Detail, detail));
        }
    }
    // The steps of a timeline keep some room even where there are none, so that the rows below do not jump.
    let steps = page.kind == PageKind::Timeline;
    if has(Slot::Main) || steps {
        let top;
        let gap = u16::from(body.height >= 20 && !steps);
        (top, body) = split_top(body, main_height(page, body, texts), gap);
        if has(Slot::Main) {
            places.push((Slot::Main, top));
        }
    }
    if has(Slot::Side) && body.width >= 96 && has(Slot::List) {
        let side;
        (body, side) = split_right(body, side_width(body), 3);
        places.push((Slot::Side, side));
    }
    if has(Slot::List) && body.height > 0 {
        places.push((Slot::List, with_gutter(body)));
    }
}

/// The rows of the picture: the same whatever is chosen; of the steps of a timeline as many as there are.
fn main_height(page: &Page, body: Rect, texts: &mut Texts) -> u16 {
    let Some(list) = page.panel(Slot::List) else { return body.height.min(40) };
    if page.kind == PageKind::Timeline {
        let steps = page.panel(Slot::Main).map_or(0, |panel| wanted(panel, body.width, texts));
        return steps.clamp(3, (body.height / 3).clamp(3, 12)).min(body.height);
    }
    let most = (body.height * 3 / 5).max(10.min(body.height.saturating_sub(5)));
    let spare = body.height.saturating_sub(wanted(list, body.width, texts).saturating_add(1));
    most.max(spare).min(32).min(body.height)
}

/// The rows for what is above the detail panel: all that are left, or no more than they need.
fn above_detail(page: &Page, body: Rect, detail: u16, texts: &mut Texts) -> u16 {
    let left = body.height.saturating_sub(detail + 1);
    if page.panel(Slot::Main).is_some() {
        return left;
    }
    let list = page.panel(Slot::List).map_or(0, |panel| wanted(panel, body.width, texts));
    let side = match page.panel(Slot::Side).map(|panel| &panel.body) {
        Some(Body::Map(map)) => map::height(map, side_width(body)),
        _ => 0,
    };
    list.max(side).min(left)
}

/// How wide a panel beside the list is.
fn side_width(body: Rect) -> u16 {
    (body.width * 2 / 5).min(90)
}

/// The rows a panel would like.
fn wanted(panel: &Panel, room: u16, texts: &mut Texts) -> u16 {
    let mut text = |blocks: &[Block]| {
        let lines = texts.place_panel(blocks, panel.slot, room);
        u16::try_from(lines).unwrap_or(u16::MAX)
    };
    let body = match &panel.body {
        Body::Prose(blocks) => text(blocks),
        Body::Trend(_, blocks) => trend::HEIGHT.saturating_add(text(blocks)),
        Body::Gantt(lanes, blocks) => gantt::height(lanes).saturating_add(text(gantt::after_lanes(lanes, blocks))),
        Body::Figures(figures, blocks) => figures::height(figures).saturating_add(text(blocks)),
        Body::Table(table) => u16::try_from(table.rows.len()).unwrap_or(u16::MAX).saturating_add(1),
        Body::Chart(_) | Body::Apart(_) | Body::Map(_) => 14,
    };
    body.saturating_add(heading_height(Some(panel)))
}

fn heading_height(panel: Option<&Panel>) -> u16 {
    u16::from(panel.is_some_and(|panel| !panel.heading.is_empty()))
}

/// The place of a panel without its heading.
pub(super) fn body(panel: Option<&Panel>, area: Rect) -> Rect {
    let heading = heading_height(panel).min(area.height);
    Rect { y: area.y + heading, height: area.height - heading, ..area }
}

fn split_right(area: Rect, wide: u16, gap: u16) -> (Rect, Rect) {
    let wide = wide.min(area.width);
    let left = area.width - wide;
    let x = area.x + left;
    (Rect { width: left.saturating_sub(gap), ..area }, Rect { x, width: wide, ..area })
}

fn split_top(area: Rect, high: u16, gap: u16) -> (Rect, Rect) {
    let high = high.min(area.height);
    let rest = (area.height - high).saturating_sub(gap);
    (Rect { height: high, ..area }, Rect { y: area.bottom() - rest, height: rest, ..area })
}
