//! What a click or the wheel means, by what lies under the pointer. Never needed: every action has a key.

use ratatui::crossterm::event::{MouseButton, MouseEvent, MouseEventKind};
use ratatui::layout::Position;

use super::action::{Action, Move, Way};
use super::state::{Overlay, State};
use crate::page::{Page, Slot};
use crate::render::tui::layout::{Hit, Layout};

/// What the event means; none if it means nothing there.
#[must_use]
pub(super) fn action(event: MouseEvent, layout: &Layout, state: &State, page: &Page) -> Option<Action> {
    let at = Position { x: event.column, y: event.row };
    match event.kind {
        MouseEventKind::Down(MouseButton::Left) => {
            click(layout.hit_of((page, state.paint.glyphs), (at.x, at.y)), state)
        }
        MouseEventKind::ScrollDown => Some(wheel(at, Way::Next, layout, (state, page))),
        MouseEventKind::ScrollUp => Some(wheel(at, Way::Previous, layout, (state, page))),
        _ => None,
    }
}

fn click(hit: Hit, state: &State) -> Option<Action> {
    let bare = state.overlay == Overlay::None;
    match hit {
        Hit::Tab(tab) => Some(Action::Open(tab)),
        Hit::Sheet => None,
        _ if !bare => Some(Action::Back),
        Hit::Head(column) => Some(Action::SortBy(column)),
        Hit::Row(row) => Some(Action::Choose(row)),
        Hit::Spot(place) if state.view.cursor == Some(place) => Some(Action::Why),
        Hit::Spot(place) => Some(Action::Point(place)),
        Hit::Nothing => None,
    }
}

/// The wheel scrolls a sheet, walks the points of a chart, scrolls the text below the rows, and else moves the choice.
fn wheel(at: Position, way: Way, layout: &Layout, (state, page): (&State, &Page)) -> Action {
    let over = |slot| layout.panel(slot).is_some_and(|area| area.contains(at));
    if state.overlay != Overlay::None {
        Action::Move(Move::Notch(way))
    } else if page.picture().is_some_and(|panel| panel.slot == Slot::Main) && over(Slot::Main) {
        Action::Read(way)
    } else if over(Slot::Detail) {
        Action::Scroll(way)
    } else {
        Action::Move(Move::Notch(way))
    }
}
