//! The crosshair and the zoom: moving them, and keeping crosshair and chosen row together.

use crate::app::action::{Action, Direction, Movement};
use crate::app::dashboard::state::{Overlay, RowChoice, State};
use crate::page::model::{DataPoint, Page, PageKind, PanelSlot, RecordRef, YearRange};
use crate::render::tui::layout::areas::WIDE_MIN_COLUMNS;

/// Moves the crosshair by one data point. It starts at the point in focus, else at the last actual.
pub(in crate::app) fn step(state: &mut State, direction: Direction, page: &Page) {
    let data_points = page.data_points();
    let Some(last) = data_points.len().checked_sub(1) else { return };
    let start = || {
        let focus = data_points.iter().position(|point| point.is_focused);
        let figure = data_points.iter().rposition(|point| matches!(point.keys.first(), Some(RecordRef::Actual(_))));
        focus.or(figure).unwrap_or(last)
    };
    let from = state.viewed.positions.cursor.filter(|cursor| *cursor <= last);
    set(state, from.map_or_else(start, |cursor| direction.clamped_step(cursor, data_points.len())), page);
}

/// Moves the crosshair to the first data point, or the last.
pub(in crate::app) fn move_to_end(state: &mut State, direction: Direction, page: &Page) {
    let last = page.data_points().len().saturating_sub(1);
    set(state, if direction == Direction::Next { last } else { 0 }, page);
}

/// Puts the crosshair on the data point with this index and chooses the row of its actual, if there is one.
pub(in crate::app) fn set(state: &mut State, index: usize, page: &Page) {
    let data_points = page.data_points();
    let Some(point) = data_points.get(index) else { return };
    state.viewed.positions.cursor = Some(index);
    // The row of a target would show another chart.
    let Some(key @ RecordRef::Actual(_)) = point.keys.first().copied() else { return };
    let row = page.list().and_then(|table| {
        let row = table.rows.iter().position(|row| row.key == Some(key))?;
        RowChoice::from_row(table, row)
    });
    if row.is_some() {
        state.choose(row);
    }
}

/// Moves the crosshair, if it is on, to the data point of the chosen record.
pub(in crate::app) fn follow_record(state: &mut State, key: RecordRef, page: &Page) {
    let Some(cursor) = state.viewed.positions.cursor else { return };
    let data_points = page.data_points();
    let is_there = data_points.get(cursor).is_some_and(|point| point.holds(key));
    let drawn = || data_points.iter().position(|point| point.keys.contains(&key));
    let beside = || data_points.iter().position(|point| point.others.contains(&key));
    if !is_there && let Some(index) = drawn().or_else(beside) {
        state.viewed.positions.cursor = Some(index);
    }
}

/// The data point under the crosshair.
pub(in crate::app) fn current_point<'a>(state: &State, page: &'a Page) -> Option<&'a DataPoint> {
    state.viewed.positions.cursor.and_then(|cursor| page.data_points().get(cursor).copied())
}

/// The overlay that Enter opens: the explanation of the record under the crosshair, the list of several records, or the
/// explanation of the chosen row.
pub(in crate::app) fn overlay_to_open(state: &State, page: &Page) -> Option<Overlay> {
    let Some(point) = current_point(state, page) else {
        let key = page.list().and_then(|table| table.rows.get(table.chosen?)?.key)?;
        return Some(Overlay::Why(beyond_panel(key, state, page)));
    };
    match point.keys[..] {
        [] => None,
        [key] => Some(Overlay::Why(key)),
        _ => Some(Overlay::RecordList(0)),
    }
}

/// What Enter explains of a row: where a panel shows Why of it already, the calculation that is folded there.
fn beyond_panel(key: RecordRef, state: &State, page: &Page) -> RecordRef {
    let has_panel = page.panels.iter().any(|panel| panel.slot == PanelSlot::Why);
    let has_detail = page.kind == PageKind::Targets && state.look.size.width >= WIDE_MIN_COLUMNS;
    match key {
        RecordRef::Target(id) if has_panel || has_detail => RecordRef::Calculation(id),
        _ => key,
    }
}

/// The first record under the crosshair, else that of the chosen row.
pub(in crate::app) fn current_record(state: &State, page: &Page) -> Option<RecordRef> {
    match current_point(state, page) {
        Some(point) => point.keys.first().copied(),
        None => page.list().and_then(|table| table.rows.get(table.chosen?)?.key),
    }
}

/// The index of the data point nearest in time to `at`, in months since the year 0.
pub(in crate::app) fn nearest_in_time(at: i32, page: &Page) -> Option<usize> {
    let data_points = page.data_points();
    let distance = |index: &usize| (data_points[*index].at - at).unsigned_abs();
    (0..data_points.len()).min_by_key(distance)
}

/// The years after zooming in or out around the crosshair, else around the point in focus; none for all years.
pub(in crate::app) fn zoomed_window(state: &State, direction: Direction, page: &Page) -> Option<YearRange> {
    const MIN_YEARS: i32 = 2;
    let years = page.years()?;
    let data_points = page.data_points();
    let focus = || data_points.iter().find(|point| point.is_focused).or(data_points.last()).copied();
    let center = current_point(state, page).or_else(focus).map_or(years.visible.to, |point| point.at.div_euclid(12));
    let count = match direction {
        Direction::Next => (years.visible.years() + 1) / 2,
        Direction::Previous => years.visible.years() * 2,
    };
    let window = YearRange::around(center, count.max(MIN_YEARS), years.all);
    (window != years.all).then_some(window)
}

/// The years after the crosshair has moved beyond the visible ones; none if it stays or there are no more.
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
