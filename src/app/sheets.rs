//! What lies over the page: sheets, one over another, each opened from the one below it.

use super::action::Way;
use super::state::{Overlay, State, Under};
use crate::page::Ref;
use crate::render::tui::layout::SheetPlace;
use crate::render::tui::onward::Named;

/// Lays a sheet over the page in place of the one on top.
pub(super) fn lay(state: &mut State, overlay: Overlay) {
    state.overlay = overlay;
    state.view.sheet_top = 0;
    state.view.onward = None;
}

/// Lays a sheet over what lies there; one step back returns to that.
pub(super) fn open(state: &mut State, overlay: Overlay) {
    if state.overlay != Overlay::None {
        let (top, onward) = (state.view.sheet_top, state.view.onward);
        state.under.push(Under { overlay: state.overlay, top, onward });
    }
    lay(state, overlay);
}

/// Takes the top sheet away; the one below it is as it was left.
pub(super) fn close(state: &mut State) {
    let below = state.under.pop();
    lay(state, below.map_or(Overlay::None, |below| below.overlay));
    if let Some(Under { top, onward, .. }) = below {
        (state.view.sheet_top, state.view.onward) = (top, onward);
    }
}

/// Chooses the next of the things that the sheet names, first one in sight, and scrolls to it.
pub(super) fn choose(state: &mut State, way: Way, (named, place): (&[Named], Option<SheetPlace>)) {
    let Some(last) = named.last().map(|last| last.onward.nth) else { return };
    let Some(place) = place else { return };
    let (top, seen) = (place.top, usize::from(place.text.height).max(1));
    let in_sight = |named: &&Named| (top..top + seen).contains(&named.line);
    let first = || match way {
        Way::Next => named.iter().find(|named| named.line >= top).or(named.last()),
        Way::Previous => named.iter().rfind(|named| named.line < top + seen).or(named.first()),
    };
    let chosen = state.view.onward.and_then(|nth| named.iter().find(|named| named.onward.nth == nth));
    let next = match chosen.filter(in_sight) {
        Some(chosen) => Some(way.step(chosen.onward.nth, last + 1)),
        None => first().map(|named| named.onward.nth),
    };
    let Some(line) = next.and_then(|nth| named.iter().find(|named| named.onward.nth == nth)).map(|named| named.line)
    else {
        return;
    };
    state.view.onward = next;
    let lowest = (line + 1).saturating_sub(seen);
    // Above the first of them is only the start of the text.
    let top = if next == Some(0) { 0 } else { top };
    state.view.sheet_top = top.clamp(lowest, line.max(lowest)).min(place.max);
}

/// Goes on to what the sheet names, which `all` are in order.
pub(super) fn go_on(state: &mut State, nth: Option<usize>, all: &[Ref]) {
    let Some(key) = nth.and_then(|nth| all.get(nth)) else { return };
    state.view.onward = nth;
    open(state, Overlay::Why(*key));
}
