//! The stack of overlays: each was opened from the one below.

use crate::app::action::Direction;
use crate::app::dashboard::state::{LowerOverlay, Overlay, State};
use crate::page::model::RecordRef;
use crate::render::tui::layout::areas::OverlayLayout;
use crate::render::tui::overlay::links::OverlayLinkArea;

/// Replaces the top overlay.
pub(in crate::app) fn replace(state: &mut State, overlay: Overlay) {
    state.viewed.overlay = overlay;
    state.viewed.positions.overlay_top = 0;
    state.viewed.positions.link = None;
}

/// Opens an overlay on top of the current one.
pub(in crate::app) fn open(state: &mut State, overlay: Overlay) {
    if state.viewed.overlay != Overlay::None {
        let (top, link) = (state.viewed.positions.overlay_top, state.viewed.positions.link);
        state.viewed.lower_overlays.push(LowerOverlay { overlay: state.viewed.overlay, top, link });
    }
    replace(state, overlay);
}

/// Closes the top overlay; the one below is restored as it was left.
pub(in crate::app) fn close(state: &mut State) {
    let below = state.viewed.lower_overlays.pop();
    replace(state, below.map_or(Overlay::None, |below| below.overlay));
    if let Some(LowerOverlay { top, link, .. }) = below {
        (state.viewed.positions.overlay_top, state.viewed.positions.link) = (top, link);
    }
}

/// Chooses the next link, starting with a visible one, and scrolls to it.
pub(in crate::app) fn choose_link(
    state: &mut State,
    direction: Direction,
    areas: &[OverlayLinkArea],
    layout: Option<OverlayLayout>,
) {
    let Some(last) = areas.last().map(|last| last.link.nth) else { return };
    let Some(layout) = layout else { return };
    let (top, visible) = (layout.top, usize::from(layout.text.height).max(1));
    let is_visible = |area: &&OverlayLinkArea| (top..top + visible).contains(&area.line);
    let first = || match direction {
        Direction::Next => areas.iter().find(|area| area.line >= top).or(areas.last()),
        Direction::Previous => areas.iter().rfind(|area| area.line < top + visible).or(areas.first()),
    };
    let chosen = state.viewed.positions.link.and_then(|nth| areas.iter().find(|area| area.link.nth == nth));
    let next = match chosen.filter(is_visible) {
        Some(chosen) => Some(direction.clamped_step(chosen.link.nth, last + 1)),
        None => first().map(|area| area.link.nth),
    };
    let Some(line) = next.and_then(|nth| areas.iter().find(|area| area.link.nth == nth)).map(|area| area.line) else {
        return;
    };
    state.viewed.positions.link = next;
    let lowest = (line + 1).saturating_sub(visible);
    // Above the first link there is only the start of the text.
    let top = if next == Some(0) { 0 } else { top };
    state.viewed.positions.overlay_top = top.clamp(lowest, line.max(lowest)).min(layout.max);
}

/// Opens the record of the link with this index among `links`.
pub(in crate::app) fn follow_link(state: &mut State, nth: Option<usize>, links: &[RecordRef]) {
    let Some(key) = nth.and_then(|nth| links.get(nth)) else { return };
    state.viewed.positions.link = nth;
    open(state, Overlay::Why(*key));
}
