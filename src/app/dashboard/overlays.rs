//! What lies over the page: sheets, one over another, each opened from the one below it.

use crate::app::dashboard::action::Direction;
use crate::app::dashboard::state::{LowerOverlay, Overlay, State};
use crate::page::model::record_ref::RecordRef;
use crate::render::tui::layout::areas::OverlayLayout;
use crate::render::tui::overlay::links::OverlayLinkArea;

/// Lays a sheet over the page in place of the one on top.
pub(in crate::app) fn replace(state: &mut State, overlay: Overlay) {
    state.overlay = overlay;
    state.view.overlay_top = 0;
    state.view.link = None;
}

/// Lays a sheet over what lies there; one step back returns to that.
pub(in crate::app) fn open(state: &mut State, overlay: Overlay) {
    if state.overlay != Overlay::None {
        let (top, link) = (state.view.overlay_top, state.view.link);
        state.lower_overlays.push(LowerOverlay { overlay: state.overlay, top, link });
    }
    replace(state, overlay);
}

/// Takes the top sheet away; the one below it is as it was left.
pub(in crate::app) fn close(state: &mut State) {
    let below = state.lower_overlays.pop();
    replace(state, below.map_or(Overlay::None, |below| below.overlay));
    if let Some(LowerOverlay { top, link, .. }) = below {
        (state.view.overlay_top, state.view.link) = (top, link);
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
    let chosen = state.view.link.and_then(|nth| named.iter().find(|named| named.link.nth == nth));
    let next = match chosen.filter(in_sight) {
        Some(chosen) => Some(direction.clamped_step(chosen.link.nth, last + 1)),
        None => first().map(|named| named.link.nth),
    };
    let Some(line) = next.and_then(|nth| named.iter().find(|named| named.link.nth == nth)).map(|named| named.line)
    else {
        return;
    };
    state.view.link = next;
    let lowest = (line + 1).saturating_sub(seen);
    // Above the first of them is only the start of the text.
    let top = if next == Some(0) { 0 } else { top };
    state.view.overlay_top = top.clamp(lowest, line.max(lowest)).min(place.max);
}

/// Goes on to what the sheet names, which `all` are in order.
pub(in crate::app) fn follow_link(state: &mut State, nth: Option<usize>, all: &[RecordRef]) {
    let Some(key) = nth.and_then(|nth| all.get(nth)) else { return };
    state.view.link = nth;
    open(state, Overlay::Why(*key));
}
