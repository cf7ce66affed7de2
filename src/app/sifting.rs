//! What is asked of the rows of the open list: words that are typed, a verdict, an order.

use super::line::{Edit, Line};
use super::state::{Field, State, Typing};
use crate::page::Page;
use crate::page::sift::{Direction, Order, Sift};
use crate::page::table::Table;

/// Begins to type words that rows have to contain; those asked for before are there to be changed.
pub(super) fn begin(state: &mut State) {
    let line = Line::of(&state.sift().words);
    state.typing = Some(Typing { field: Field::Filter, line });
    state.view.cursor = None;
}

/// Types signs, if anything is being typed.
pub(super) fn insert(state: &mut State, signs: &str) {
    if let Some(typing) = &mut state.typing {
        typing.line.insert(signs);
        follow(state);
    }
}

/// Changes what is typed. Erasing where nothing is left ends the typing.
pub(super) fn edit(state: &mut State, edit: Edit) {
    let Some(typing) = &mut state.typing else { return };
    if edit == Edit::Erase && typing.line.text().is_empty() {
        state.typing = None;
        return;
    }
    typing.line.edit(edit);
    follow(state);
}

/// The rows follow what is typed.
fn follow(state: &mut State) {
    let Some(typing) = &mut state.typing else { return };
    if let Field::Palette(chosen) = &mut typing.field {
        *chosen = 0;
        return;
    }
    let words = typing.line.text().to_owned();
    if state.sift().words != words {
        state.sift_mut().words = words;
        state.view.detail_top = 0;
    }
}

/// Shows all rows again, in the order that they are in.
pub(in crate::app) fn forget(state: &mut State) {
    let order = state.sift().order;
    *state.sift_mut() = Sift { order, ..Sift::default() };
}

/// Leaves the rows of the next verdict that there is; after the last one all.
pub(super) fn next_standing(state: &mut State, page: &Page) {
    let Some(table) = page.list() else { return };
    let names: Vec<&String> = table.sifted.standings.iter().map(|standing| &standing.name).collect();
    let next = match &state.sift().standing {
        None => names.first(),
        Some(shown) => names.iter().position(|name| *name == shown).and_then(|place| names.get(place + 1)),
    };
    state.sift_mut().standing = next.map(|name| (*name).clone());
    state.view.cursor = None;
}

/// Sorts by the next column; after the last one as in the file.
pub(super) fn next_column(state: &mut State, page: &Page) {
    let Some(table) = page.list() else { return };
    let next = state.sift().order.map_or(0, |order| order.column + 1);
    state.sift_mut().order = (next < table.columns.len()).then(|| natural(table, next));
}

/// Sorts by this column, then the other way round, then as in the file.
pub(super) fn by_column(state: &mut State, column: usize, page: &Page) {
    let Some(table) = page.list().filter(|table| column < table.columns.len()) else { return };
    let natural = natural(table, column);
    state.sift_mut().order = match state.sift().order {
        Some(order) if order == natural => Some(turned(order)),
        Some(order) if order.column == column => None,
        _ => Some(natural),
    };
}

/// Turns the order round.
pub(super) fn turn(state: &mut State) {
    state.sift_mut().order = state.sift().order.map(turned);
}

fn natural(table: &Table, column: usize) -> Order {
    Order { column, run: table.natural(column) }
}

fn turned(order: Order) -> Order {
    Order { run: Direction::turned(order.run), ..order }
}
