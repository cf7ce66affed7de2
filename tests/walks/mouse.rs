//! The mouse: it chooses and scrolls what is under the pointer.

use planfact::page::model::RecordRef;
use planfact::page::model::{PageKind, PanelSlot};
use planfact::render::tui::layout::areas::{Hit, Layout};
use planfact::render::tui::screen::{Screen, ViewState};
use ratatui::layout::Rect;

use super::walk::Walk;
use crate::screens::sample;

/// The places of the map, each with one of its cells.
fn towns(walk: &Walk) -> Vec<(usize, (u16, u16))> {
    let chrome = sample::chrome(PageKind::Plants);
    let size = walk.model.state().look.size;
    let screen = Screen { chrome: &chrome, page: walk.model.page(), overlay: None, view: ViewState::default() };
    let layout = Layout::of(&screen, Rect::new(0, 0, size.width, size.height));
    let area = layout.panel(PanelSlot::Side).unwrap();
    let mut found: Vec<(usize, (u16, u16))> = Vec::new();
    for at in area.positions() {
        if let Hit::MapPlace(place) = layout.hit(at.x, at.y)
            && !found.iter().any(|(known, _)| *known == place)
        {
            found.push((place, at.into()));
        }
    }
    found
}

#[test]
fn a_click_on_the_map_chooses_the_plant_at_that_place() {
    for size in [(120, 36), (160, 50)] {
        let mut walk = Walk::at(size.0, size.1);
        walk.press("4");
        let places = walk.model.page().map().unwrap().places.len();
        let all = towns(&walk);
        // On a small map one town may cover another.
        assert!(all.len() + 1 >= places, "{} of {places} places can be pointed at at {size:?}", all.len());
        for (place, _) in all {
            walk.press("Esc Home");
            let name = walk.model.page().map().unwrap().places[place].name.clone();
            let sites = walk.model.page().map().unwrap().places[place].sites.clone();
            let (_, at) = *towns(&walk).iter().find(|(known, _)| *known == place).unwrap();
            let before = walk.chosen().unwrap();
            walk.click(at);
            let chosen = walk.chosen().unwrap();
            let explained = walk.model.explained_record().is_some();
            assert!(sites.contains(&chosen), "{name:?} at {at:?} chose {chosen:?} of {sites:?}");
            assert!(chosen != before || explained || sites.len() > 1, "nothing happened at {name:?}");
        }
    }
}

#[test]
fn clicks_on_a_town_cycle_through_its_plants() {
    let mut walk = Walk::at(160, 50);
    walk.press("4");
    let map = walk.model.page().map().unwrap();
    let place = map.places.iter().position(|place| place.sites.len() > 2 && !place.chosen).unwrap();
    let (name, sites) = (map.places[place].name.clone(), map.places[place].sites.clone());
    let mut seen: Vec<RecordRef> = Vec::new();
    for _ in &sites {
        let now = walk.model.page().map().unwrap().places.iter().position(|place| place.name == name).unwrap();
        let (_, at) = *towns(&walk).iter().find(|(known, _)| *known == now).unwrap();
        walk.click(at);
        seen.push(walk.chosen().unwrap());
    }
    assert_eq!(seen, sites);
}

#[test]
fn the_wheel_over_the_tabs_changes_the_page() {
    let mut walk = Walk::at(100, 30);
    walk.wheel((60, 1));
    assert_eq!(walk.model.state().viewed.tab, PageKind::Targets);
}

#[test]
fn the_wheel_scrolls_what_is_under_the_pointer() {
    let mut walk = Walk::at(100, 30);
    walk.press("7");
    let row = walk.chosen();
    let detail = walk.place_of("Promises");
    walk.wheel(detail);
    assert_eq!((walk.chosen(), walk.model.state().viewed.positions.detail_top), (row, 1), "the text below the rows");
    let rows = walk.place_of("Kazinform");
    walk.wheel(rows);
    assert_ne!(walk.chosen(), row, "the rows");
    walk.press("Enter").wheel(rows);
    assert!(walk.model.state().viewed.positions.overlay_top > 0, "the overlay");
}
