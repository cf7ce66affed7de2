//! What a click or the wheel means, by what lies under the pointer. Never needed: every action has a key.

use ratatui::crossterm::event::{MouseButton, MouseEvent, MouseEventKind};
use ratatui::layout::Position;

use crate::app::action::{Action, Direction, Movement};
use crate::app::dashboard::state::{Overlay, State};
use crate::page::{Page, PanelSlot};
use crate::render::tui::layout::{Hit, Layout};

/// What the event means; none if it means nothing there.
#[must_use]
pub(in crate::app) fn action(event: MouseEvent, layout: &Layout, state: &State, page: &Page) -> Option<Action> {
    let at = Position { x: event.column, y: event.row };
    match event.kind {
        MouseEventKind::Down(MouseButton::Left) => {
            click(layout.hit_test((page, state.look.paint.glyphs), (at.x, at.y)), state, page)
        }
        MouseEventKind::ScrollDown => Some(wheel(at, Direction::Next, layout, (state, page))),
        MouseEventKind::ScrollUp => Some(wheel(at, Direction::Previous, layout, (state, page))),
        _ => None,
    }
}

fn click(hit: Hit, state: &State, page: &Page) -> Option<Action> {
    let bare = state.viewed.overlay == Overlay::None;
    match hit {
        Hit::PaletteEntry(place) => Some(Action::PickResult(place)),
        Hit::Palette => None,
        _ if state.is_palette_open() => Some(Action::Back),
        Hit::Tab(tab) => Some(Action::OpenTab(tab)),
        Hit::OverlayLink(nth) => Some(Action::FollowLink(Some(nth))),
        Hit::Overlay => None,
        _ if !bare => Some(Action::Back),
        Hit::ColumnHead(column) => Some(Action::SortBy(column)),
        Hit::Row(row) => Some(Action::ChooseRow(row)),
        Hit::DataPoint(place) if state.viewed.positions.cursor == Some(place) => Some(Action::Why),
        Hit::DataPoint(place) => Some(Action::SetCrosshair(place)),
        Hit::MapPlace(place) => next_site_row(page, place).map(Action::ChooseRow),
        Hit::Nothing => None,
    }
}

/// The row of the site that stands at a place of the map; of several the one after the chosen one.
fn next_site_row(page: &Page, place: usize) -> Option<usize> {
    let (map, list) = (page.map()?, page.list()?);
    let sites = &map.places.get(place)?.sites;
    let chosen = list.chosen.and_then(|row| list.rows[row].key);
    let after = chosen.and_then(|key| sites.iter().position(|site| *site == key)).map_or(0, |at| at + 1);
    let next = sites.iter().cycle().skip(after).take(sites.len());
    next.into_iter().find_map(|site| list.rows.iter().position(|row| row.key == Some(*site)))
}

/// The wheel scrolls a sheet, turns the pages over their tabs, walks the points of a chart, scrolls the text below the
/// rows, and else moves the choice.
fn wheel(at: Position, direction: Direction, layout: &Layout, (state, page): (&State, &Page)) -> Action {
    let over = |slot| layout.panel(slot).is_some_and(|area| area.contains(at));
    if state.viewed.overlay != Overlay::None || state.is_palette_open() {
        Action::Move(Movement::WheelNotch(direction))
    } else if layout.tabs.contains(at) {
        Action::CycleTab(direction)
    } else if page.picture().is_some_and(|panel| panel.slot == PanelSlot::Main) && over(PanelSlot::Main) {
        Action::StepCrosshair(direction)
    } else if over(PanelSlot::Detail) {
        Action::ScrollDetail(direction)
    } else {
        Action::Move(Movement::WheelNotch(direction))
    }
}
