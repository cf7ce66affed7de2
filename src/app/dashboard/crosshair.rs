//! The crosshair: where it starts, how it walks, how the rows follow it and it follows the rows.

use crate::app::action::{Action, Direction, Movement};
use crate::app::dashboard::state::{Overlay, RowChoice, State};
use crate::page::model::chart_options::YearRange;
use crate::page::model::data_point::DataPoint;
use crate::page::{Page, RecordRef};

/// Moves the crosshair, which starts at the place in question, else at the last one that has a record.
pub(in crate::app) fn step(state: &mut State, direction: Direction, page: &Page) {
    let data_points = page.data_points();
    let Some(last) = data_points.len().checked_sub(1) else { return };
    let start = || {
        let focus = data_points.iter().position(|spot| spot.is_focused);
        let figure = data_points.iter().rposition(|spot| matches!(spot.keys.first(), Some(RecordRef::Actual(_))));
        focus.or(figure).unwrap_or(last)
    };
    let from = state.viewed.positions.cursor.filter(|cursor| *cursor <= last);
    set(state, from.map_or_else(start, |cursor| direction.clamped_step(cursor, data_points.len())), page);
}

/// Moves the crosshair to the first place, or the last.
pub(in crate::app) fn move_to_end(state: &mut State, direction: Direction, page: &Page) {
    let last = page.data_points().len().saturating_sub(1);
    set(state, if direction == Direction::Next { last } else { 0 }, page);
}

/// Sets the crosshair on a place; where the rows are the figures of the picture, the row goes with it.
pub(in crate::app) fn set(state: &mut State, place: usize, page: &Page) {
    let data_points = page.data_points();
    let Some(spot) = data_points.get(place) else { return };
    state.viewed.positions.cursor = Some(place);
    // A promise among the rows would show another picture.
    let Some(key @ RecordRef::Actual(_)) = spot.keys.first().copied() else { return };
    let row = page.list().and_then(|table| {
        let place = table.rows.iter().position(|row| row.key == Some(key))?;
        RowChoice::from_row(table, place)
    });
    if row.is_some() {
        state.choose(row);
    }
}

/// Moves the crosshair, if it is on, to where a chosen record stands.
pub(in crate::app) fn follow_record(state: &mut State, key: RecordRef, page: &Page) {
    let Some(cursor) = state.viewed.positions.cursor else { return };
    let data_points = page.data_points();
    let here = data_points.get(cursor).is_some_and(|spot| spot.holds(key));
    let drawn = || data_points.iter().position(|spot| spot.keys.contains(&key));
    let beside = || data_points.iter().position(|spot| spot.others.contains(&key));
    if !here && let Some(place) = drawn().or_else(beside) {
        state.viewed.positions.cursor = Some(place);
    }
}

/// The place under the crosshair.
#[must_use]
pub(in crate::app) fn current_point<'a>(state: &State, page: &'a Page) -> Option<&'a DataPoint> {
    state.viewed.positions.cursor.and_then(|cursor| page.data_points().get(cursor).copied())
}

/// What Enter opens: the record under the crosshair, all of them to choose from, or Why of the chosen row.
#[must_use]
pub(in crate::app) fn overlay_to_open(state: &State, page: &Page) -> Option<Overlay> {
    match current_point(state, page) {
        Some(spot) => match spot.keys[..] {
            [] => None,
            [key] => Some(Overlay::Why(key)),
            _ => Some(Overlay::RecordList(0)),
        },
        None => page.list().and_then(|table| table.rows.get(table.chosen?)?.key).map(Overlay::Why),
    }
}

/// The record in question: the main one under the crosshair, else that of the chosen row.
#[must_use]
pub(in crate::app) fn current_record(state: &State, page: &Page) -> Option<RecordRef> {
    match current_point(state, page) {
        Some(spot) => spot.keys.first().copied(),
        None => page.list().and_then(|table| table.rows.get(table.chosen?)?.key),
    }
}

/// The place in a new picture that is nearest in time to one of the picture before.
#[must_use]
pub(in crate::app) fn nearest_in_time(at: i32, page: &Page) -> Option<usize> {
    let data_points = page.data_points();
    let distance = |place: &usize| (data_points[*place].at - at).unsigned_abs();
    (0..data_points.len()).min_by_key(distance)
}

/// The years to show after zooming in around the crosshair, else around the place in question, or out; none for all.
#[must_use]
pub(in crate::app) fn zoomed_window(state: &State, direction: Direction, page: &Page) -> Option<YearRange> {
    /// A picture of fewer years says nothing.
    const FEWEST: i32 = 2;
    let years = page.years()?;
    let data_points = page.data_points();
    let focus = || data_points.iter().find(|spot| spot.is_focused).or(data_points.last()).copied();
    let center = current_point(state, page).or_else(focus).map_or(years.visible.to, |spot| spot.at.div_euclid(12));
    let count = match direction {
        Direction::Next => (years.visible.years() + 1) / 2,
        Direction::Previous => years.visible.years() * 2,
    };
    let window = YearRange::around(center, count.max(FEWEST), years.all);
    (window != years.all).then_some(window)
}

/// The years that the crosshair drags into sight when it would leave those that are, if there are more.
#[must_use]
pub(in crate::app) fn scrolled_window(state: &State, action: Action, page: &Page) -> Option<YearRange> {
    let years = page.years().filter(|_| state.viewed.overlay == Overlay::None)?;
    let cursor = state.viewed.positions.cursor?;
    let last = page.data_points().len().checked_sub(1)?;
    let moved = |by: i32| YearRange { from: years.visible.from + by, to: years.visible.to + by };
    let window = match action {
        Action::StepCrosshair(Direction::Next) if cursor == last && years.visible.to < years.all.to => moved(1),
        Action::StepCrosshair(Direction::Previous) if cursor == 0 && years.visible.from > years.all.from => moved(-1),
        Action::Move(Movement::First) => moved(years.all.from - years.visible.from),
        Action::Move(Movement::Last) => moved(years.all.to - years.visible.to),
        _ => return None,
    };
    (window != years.visible).then_some(window)
}
