//! The crosshair: where it starts, how it walks, how the rows follow it and it follows the rows.

use super::action::{Action, Move, Way};
use super::state::{Choice, Overlay, State};
use crate::page::drawing::Window;
use crate::page::spot::Spot;
use crate::page::{Page, Ref};

/// Moves the crosshair, which starts at the place in question, else at the last one that has a record.
pub(super) fn read(state: &mut State, way: Way, page: &Page) {
    let spots = page.spots();
    let Some(last) = spots.len().checked_sub(1) else { return };
    let start = || {
        let focus = spots.iter().position(|spot| spot.focus);
        let figure = spots.iter().rposition(|spot| matches!(spot.keys.first(), Some(Ref::Actual(_))));
        focus.or(figure).unwrap_or(last)
    };
    let from = state.view.cursor.filter(|cursor| *cursor <= last);
    point(state, from.map_or_else(start, |cursor| way.step(cursor, spots.len())), page);
}

/// Moves the crosshair to the first place, or the last.
pub(super) fn to_end(state: &mut State, way: Way, page: &Page) {
    let last = page.spots().len().saturating_sub(1);
    point(state, if way == Way::Next { last } else { 0 }, page);
}

/// Sets the crosshair on a place; where the rows are the figures of the picture, the row goes with it.
pub(super) fn point(state: &mut State, place: usize, page: &Page) {
    let spots = page.spots();
    let Some(spot) = spots.get(place) else { return };
    state.view.cursor = Some(place);
    // A promise among the rows would show another picture.
    let Some(key @ Ref::Actual(_)) = spot.keys.first().copied() else { return };
    let row = page.list().and_then(|table| {
        let place = table.rows.iter().position(|row| row.key == Some(key))?;
        Choice::of(table, place)
    });
    if row.is_some() {
        state.choose(row);
    }
}

/// Moves the crosshair, if it is on, to where a chosen record stands.
pub(super) fn follow(state: &mut State, key: Ref, page: &Page) {
    let Some(cursor) = state.view.cursor else { return };
    let spots = page.spots();
    let here = spots.get(cursor).is_some_and(|spot| spot.holds(key));
    let drawn = || spots.iter().position(|spot| spot.keys.contains(&key));
    let beside = || spots.iter().position(|spot| spot.others.contains(&key));
    if !here && let Some(place) = drawn().or_else(beside) {
        state.view.cursor = Some(place);
    }
}

/// The place under the crosshair.
#[must_use]
pub(super) fn spot<'a>(state: &State, page: &'a Page) -> Option<&'a Spot> {
    state.view.cursor.and_then(|cursor| page.spots().get(cursor).copied())
}

/// What Enter opens: the record under the crosshair, all of them to choose from, or Why of the chosen row.
#[must_use]
pub(super) fn in_question(state: &State, page: &Page) -> Option<Overlay> {
    match spot(state, page) {
        Some(spot) => match spot.keys[..] {
            [] => None,
            [key] => Some(Overlay::Why(key)),
            _ => Some(Overlay::Records(0)),
        },
        None => page.list().and_then(|table| table.rows.get(table.chosen?)?.key).map(Overlay::Why),
    }
}

/// The record in question: the main one under the crosshair, else that of the chosen row.
#[must_use]
pub(super) fn record_in_question(state: &State, page: &Page) -> Option<Ref> {
    match spot(state, page) {
        Some(spot) => spot.keys.first().copied(),
        None => page.list().and_then(|table| table.rows.get(table.chosen?)?.key),
    }
}

/// The place in a new picture that is nearest in time to one of the picture before.
#[must_use]
pub(super) fn nearest(at: i32, page: &Page) -> Option<usize> {
    let spots = page.spots();
    let distance = |place: &usize| (spots[*place].at - at).unsigned_abs();
    (0..spots.len()).min_by_key(distance)
}

/// The years to show after zooming in around the crosshair, else around the place in question, or out; none for all.
#[must_use]
pub(super) fn zoomed(state: &State, way: Way, page: &Page) -> Option<Window> {
    /// A picture of fewer years says nothing.
    const FEWEST: i32 = 2;
    let years = page.years()?;
    let spots = page.spots();
    let focus = || spots.iter().find(|spot| spot.focus).or(spots.last()).copied();
    let center = spot(state, page).or_else(focus).map_or(years.seen.to, |spot| spot.at.div_euclid(12));
    let count = match way {
        Way::Next => (years.seen.years() + 1) / 2,
        Way::Previous => years.seen.years() * 2,
    };
    let window = Window::around(center, count.max(FEWEST), years.all);
    (window != years.all).then_some(window)
}

/// The years that the crosshair drags into sight when it would leave those that are, if there are more.
#[must_use]
pub(super) fn dragged(state: &State, action: Action, page: &Page) -> Option<Window> {
    let years = page.years().filter(|_| state.overlay == Overlay::None)?;
    let cursor = state.view.cursor?;
    let last = page.spots().len().checked_sub(1)?;
    let moved = |by: i32| Window { from: years.seen.from + by, to: years.seen.to + by };
    let window = match action {
        Action::Read(Way::Next) if cursor == last && years.seen.to < years.all.to => moved(1),
        Action::Read(Way::Previous) if cursor == 0 && years.seen.from > years.all.from => moved(-1),
        Action::Move(Move::First) => moved(years.all.from - years.seen.from),
        Action::Move(Move::Last) => moved(years.all.to - years.seen.to),
        _ => return None,
    };
    (window != years.seen).then_some(window)
}
