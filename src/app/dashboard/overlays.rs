//! What lies over the page: sheets, one over another, each opened from the one below it.

use crate::app::action::Direction;
use crate::app::dashboard::state::{LowerOverlay, Overlay, State};
use crate::page::RecordRef;
use crate::render::tui::layout::OverlayLayout;
use crate::render::tui::overlay::links::OverlayLinkArea;

/// Lays a sheet over the page in place of the one on top.
pub(in crate::app) fn replace(state: &mut State, overlay: Overlay) {
    state.viewed.overlay = overlay;
    state.viewed.positions.overlay_top = 0;
    state.viewed.positions.link = None;
}

/// Lays a sheet over what lies there; one step back returns to that.
pub(in crate::app) fn open(state: &mut State, overlay: Overlay) {
    if state.viewed.overlay != Overlay::None {
        let (top, link) = (state.viewed.positions.overlay_top, state.viewed.positions.link);
        state.viewed.lower_overlays.push(LowerOverlay { overlay: state.viewed.overlay, top, link });
    }
    replace(state, overlay);
}

/// Takes the top sheet away; the one below it is as it was left.
pub(in crate::app) fn close(state: &mut State) {
    let below = state.viewed.lower_overlays.pop();
    replace(state, below.map_or(Overlay::None, |below| below.overlay));
    if let Some(LowerOverlay { top, link, .. }) = below {
        (state.viewed.positions.overlay_top, state.viewed.positions.link) = (top, link);
    }
}

/// Chooses the next of the things that the sheet names, first one in sight, and scrolls to it.
pub(in crate::app) fn choose_link(
    state: &mut State,
    direction: Direction,
    (named, place): (&[OverlayLinkArea], Option<OverlayLayout>),
) {
    let Some(last) = named.last().map(|last| last.link.nth) else { return };
    let Some(place) = place else { return };
    let (top, seen) = (place.top, usize::from(place.text.height).max(1));
    let in_sight = |named: &&OverlayLinkArea| (top..top + seen).contains(&named.line);
    let first = || match direction {
        Direction::Next => named.iter().find(|named| named.line >= top).or(named.last()),
        Direction::Previous => named.iter().rfind(|named| named.line < top + seen).or(named.first()),
    };
    let chosen = state.viewed.positions.link.and_then(|nth| named.iter().find(|named| named.link.nth == nth));
    let next = match chosen.filter(in_sight) {
        Some(chosen) => Some(direction.clamped_step(chosen.link.nth, last + 1)),
        None => first().map(|named| named.link.nth),
    };
    let Some(line) = next.and_then(|nth| named.iter().find(|named| named.link.nth == nth)).map(|named| named.line)
    else {
        return;
    };
    state.viewed.positions.link = next;
    let lowest = (line + 1).saturating_sub(seen);
    // Above the first of them is only the start of the text.
    let top = if next == Some(0) { 0 } else { top };
    state.viewed.positions.overlay_top = top.clamp(lowest, line.max(lowest)).min(place.max);
}

/// Goes on to what the sheet names, which `all` are in order.
pub(in crate::app) fn follow_link(state: &mut State, nth: Option<usize>, all: &[RecordRef]) {
    let Some(key) = nth.and_then(|nth| all.get(nth)) else { return };
    state.viewed.positions.link = nth;
    open(state, Overlay::Why(*key));
}
