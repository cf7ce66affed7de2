//! Mouse events to actions, by what is under the pointer. Every action has a key too.

use ratatui::crossterm::event::{MouseButton, MouseEvent, MouseEventKind};
use ratatui::layout::Position;

use crate::app::action::{Action, Direction, Movement};
use crate::app::dashboard::state::{Overlay, State};
use crate::page::model::{Page, PanelSlot};
use crate::render::tui::layout::areas::{Hit, Layout};

/// The action of a mouse event; none if it does nothing at its position.
pub(in crate::app) fn action(event: MouseEvent, layout: &Layout, state: &State, page: &Page) -> Option<Action> {
    let pointer = Position { x: event.column, y: event.row };
    match event.kind {
        MouseEventKind::Down(MouseButton::Left) => {
            click(layout.hit_test(page, state.look.paint.glyphs, pointer), state, page)
        }
        MouseEventKind::ScrollDown => Some(wheel(pointer, Direction::Next, layout, state, page)),
        MouseEventKind::ScrollUp => Some(wheel(pointer, Direction::Previous, layout, state, page)),
        _ => None,
    }
}

fn click(hit: Hit, state: &State, page: &Page) -> Option<Action> {
    match hit {
        Hit::PaletteEntry(index) => Some(Action::PickResult(index)),
        Hit::Palette => None,
        _ if state.is_palette_open() => Some(Action::Back),
        Hit::Tab(tab) => Some(Action::OpenTab(tab)),
        Hit::OverlayLink(index) => Some(Action::FollowLink(Some(index))),
        Hit::Overlay => None,
        _ if state.viewed.overlay != Overlay::None => Some(Action::Back),
        Hit::ColumnHead(column) => Some(Action::SortBy(column)),
        Hit::Row(row) => Some(Action::ChooseRow(row)),
        Hit::DataPoint(index) if state.viewed.positions.cursor == Some(index) => Some(Action::Why),
        Hit::DataPoint(index) => Some(Action::SetCrosshair(index)),
        Hit::MapPlace(index) => next_site_row(page, index).map(Action::ChooseRow),
        Hit::Nothing => None,
    }
}

/// The row of the site at a place of the map; of several sites the one after the chosen one.
fn next_site_row(page: &Page, place: usize) -> Option<usize> {
    let (map, list) = (page.map()?, page.list()?);
    let sites = &map.places.get(place)?.sites;
    let chosen = list.chosen.and_then(|row| list.rows[row].key);
    let after = chosen.and_then(|key| sites.iter().position(|site| *site == key)).map_or(0, |index| index + 1);
    let next = sites.iter().cycle().skip(after).take(sites.len());
    next.into_iter().find_map(|site| list.rows.iter().position(|row| row.key == Some(*site)))
}

/// The wheel scrolls an overlay, changes the page over the tabs, moves the crosshair over a chart, scrolls the detail panel,
/// and elsewhere moves the chosen row.
fn wheel(pointer: Position, direction: Direction, layout: &Layout, state: &State, page: &Page) -> Action {
    let over = |slot| layout.panel(slot).is_some_and(|area| area.contains(pointer));
    if state.viewed.overlay != Overlay::None || state.is_palette_open() {
        Action::Move(Movement::WheelNotch(direction))
    } else if layout.tabs.contains(pointer) {
        Action::CycleTab(direction)
    } else if page.picture().is_some_and(|panel| panel.slot == PanelSlot::Main) && over(PanelSlot::Main) {
        Action::StepCrosshair(direction)
    } else if over(PanelSlot::Detail) {
        Action::ScrollDetail(direction)
    } else {
        Action::Move(Movement::WheelNotch(direction))
    }
}
