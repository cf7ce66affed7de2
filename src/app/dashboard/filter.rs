//! The filter and the sort order of the open list.

use crate::app::dashboard::overlays;
use crate::app::dashboard::state::{EntryPurpose, Overlay, State, TextEntry};
use crate::app::input::text_input::{TextEdit, TextInput};
use crate::page::model::{Page, RowFilter, SortDirection, SortOrder, Table};

/// Starts typing the words of a filter afresh, on the page below all overlays.
pub(in crate::app) fn start_typing(state: &mut State) {
    while state.viewed.overlay != Overlay::None {
        overlays::close(state);
    }
    state.row_filter_mut().words.clear();
    state.session.text_entry = Some(TextEntry { purpose: EntryPurpose::Filter, input: TextInput::default() });
    state.viewed.positions.cursor = None;
}

/// Inserts a text at the caret, if text is being typed.
pub(in crate::app) fn insert(state: &mut State, text: &str) {
    if let Some(entry) = &mut state.session.text_entry {
        entry.input.insert(text);
        apply_typed(state);
    }
}

/// Edits the typed text. Backspace in an empty text ends the entry.
pub(in crate::app) fn edit(state: &mut State, edit: TextEdit) {
    let Some(entry) = &mut state.session.text_entry else { return };
    if edit == TextEdit::Backspace && entry.input.text().is_empty() {
        state.session.text_entry = None;
        return;
    }
    entry.input.edit(edit);
    apply_typed(state);
}

/// Applies the typed text to the filter; in the palette, chooses the first result.
fn apply_typed(state: &mut State) {
    let Some(entry) = &mut state.session.text_entry else { return };
    if let EntryPurpose::Palette(chosen) = &mut entry.purpose {
        *chosen = 0;
        return;
    }
    let words = entry.input.text().to_owned();
    if state.row_filter().words != words {
        state.row_filter_mut().words = words;
        state.viewed.positions.detail_top = 0;
    }
}

/// Removes the filter; keeps the sort order.
pub(in crate::app) fn clear(state: &mut State) {
    let order = state.row_filter().order;
    *state.row_filter_mut() = RowFilter { order, ..RowFilter::default() };
}

/// Filters by the next status of the list; after the last one by none.
pub(in crate::app) fn next_status(state: &mut State, page: &Page) {
    let Some(table) = page.list() else { return };
    let names: Vec<&String> = table.filtered.statuses.iter().map(|status| &status.name).collect();
    let next = match &state.row_filter().status {
        None => names.first(),
        Some(shown) => names.iter().position(|name| *name == shown).and_then(|index| names.get(index + 1)),
    };
    state.row_filter_mut().status = next.map(|name| (*name).clone());
    state.viewed.positions.cursor = None;
}

/// Sorts by the next column; after the last one in file order.
pub(in crate::app) fn sort_by_next_column(state: &mut State, page: &Page) {
    let Some(table) = page.list() else { return };
    let next = state.row_filter().order.map_or(0, |order| order.column + 1);
    state.row_filter_mut().order = (next < table.columns.len()).then(|| default_direction(table, next));
}

/// Sorts by a column, then reversed, then in file order.
pub(in crate::app) fn sort_by(state: &mut State, column: usize, page: &Page) {
    let Some(table) = page.list().filter(|table| column < table.columns.len()) else { return };
    let default_direction = default_direction(table, column);
    state.row_filter_mut().order = match state.row_filter().order {
        Some(order) if order == default_direction => Some(reversed(order)),
        Some(order) if order.column == column => None,
        _ => Some(default_direction),
    };
}

pub(in crate::app) fn reverse_order(state: &mut State) {
    state.row_filter_mut().order = state.row_filter().order.map(reversed);
}

fn default_direction(table: &Table, column: usize) -> SortOrder {
    SortOrder { column, direction: table.default_direction(column) }
}

fn reversed(order: SortOrder) -> SortOrder {
    SortOrder { direction: SortDirection::reversed(order.direction), ..order }
}
