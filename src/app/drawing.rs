//! How figures are drawn: what the keys of the charts change.

use super::action::{Action, Way};
use super::crosshair;
use super::state::State;
use crate::page::Page;
use crate::page::drawing::{Form, Growth, Mode, Subjects};

/// Draws in another way, as the action means.
pub(super) fn turn(state: &mut State, action: Action, page: &Page) {
    let zoomed = |way| crosshair::zoomed(state, way, page);
    let mut drawing = state.drawing;
    match action {
        Action::Mode => drawing.mode = after(&Mode::ALL, drawing.mode),
        Action::Subjects => drawing.subjects = after(&Subjects::ALL, drawing.subjects),
        Action::Growth => {
            drawing.growth = match drawing.growth {
                Growth::Even => Growth::Log,
                Growth::Log => Growth::Even,
            };
        }
        Action::Figures => {
            drawing.form = match drawing.form {
                Form::Picture => Form::Table,
                Form::Table => Form::Picture,
            };
        }
        Action::Zoom(way) => drawing.window = zoomed(way),
        _ => {}
    }
    state.drawing = drawing;
}

/// The one after another, round and round.
fn after<T: Copy + PartialEq>(all: &[T], now: T) -> T {
    let at = all.iter().position(|one| *one == now).unwrap_or_default();
    all.get(Way::Next.turn(at, all.len())).copied().unwrap_or(now)
}
