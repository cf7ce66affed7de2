//! Back: Esc closes one thing, and the history goes back and forward.

use std::time::Duration;

use planfact::app::action::{Action, Direction};
use planfact::app::app_data::DataOrigin;
use planfact::app::app_state::{ActiveView, App};
use planfact::app::dashboard::state::Overlay;
use planfact::page::model::PageKind;
use planfact::page::model::RecordRef;
use proptest::prelude::*;
use ratatui::crossterm::event::Event;

use super::random_events::random_events;
use super::walk::{MOTOR, Walk, key};

#[test]
fn going_back_and_forward_shows_the_same_screens() {
    for (width, height) in [(80, 24), (120, 36), (200, 60), (40, 12)] {
        let mut walk = Walk::at(width, height);
        let stops =
            ["j j", "Enter →", "Enter", "Esc", "Esc", "3", "←", "Enter", "4", "/ k i a Enter", "S", "7", "v", "[ ["];
        let mut screens = vec![walk.cells()];
        for keys in stops {
            walk.press(keys);
            if screens.last() != Some(&walk.cells()) {
                screens.push(walk.cells());
            }
        }
        // What a step in time changed is said once, where it was made.
        walk.press("<");
        screens.pop();
        for (stop, screen) in screens.iter().enumerate().rev() {
            assert!(walk.cells() == *screen, "back at {stop} of {width}x{height}:\n{}", walk.text());
            walk.press("<");
        }
        assert!(walk.cells() == screens[0], "nothing lies before the first screen");
        for (stop, screen) in screens.iter().enumerate() {
            assert!(walk.cells() == *screen, "forward at {stop} of {width}x{height}:\n{}", walk.text());
            walk.press(">");
        }
    }
}

#[test]
fn a_run_of_moves_is_one_history_entry() {
    let mut walk = Walk::at(120, 36);
    walk.press("2");
    let (first, before) = (walk.chosen(), walk.text());
    walk.press("j j j j j <");
    assert_eq!(walk.chosen(), first);
    assert_eq!(walk.text(), before);
    walk.press("< <");
    assert_eq!(walk.model.state().viewed.tab, PageKind::Overview);
}

#[test]
fn backspace_goes_back_too() {
    let mut walk = Walk::at(120, 36);
    let before = walk.text();
    walk.press("4 Backspace");
    assert_eq!(walk.text(), before);
}

#[test]
fn a_new_action_drops_the_forward_entries() {
    let mut walk = Walk::at(120, 36);
    walk.press("2 4 < 5 >");
    assert_eq!(walk.model.state().viewed.tab, PageKind::Investments);
    walk.press("<");
    assert_eq!(walk.model.state().viewed.tab, PageKind::Targets);
}

#[test]
fn going_back_keeps_the_look() {
    let mut walk = Walk::at(120, 36);
    walk.press("4 g t M").resize((100, 30)).press("<");
    let state = walk.model.state();
    assert_eq!((state.viewed.tab, state.look.size.width), (PageKind::Overview, 100));
    walk.sees("Обзор").press(">");
    assert_eq!(walk.model.state().viewed.tab, PageKind::Plants);
}

#[test]
fn a_change_of_look_is_no_history_entry() {
    let mut walk = Walk::at(120, 36);
    walk.press("4 t g t M <");
    assert_eq!(walk.model.state().viewed.tab, PageKind::Overview);
}

#[test]
fn the_history_survives_a_reload() {
    let mut walk = Walk::over(MOTOR, DataOrigin::File, (120, 36));
    walk.press("2 j j Enter 4 j");
    walk.model.apply_reload(Ok(planfact::dataset::load(MOTOR).unwrap()));
    walk.press("< <");
    assert!(walk.model.explained_record().is_some());
    assert_eq!(walk.model.state().viewed.tab, PageKind::Targets);
}

#[test]
fn esc_closes_help_and_returns_to_the_explanation() {
    let mut walk = Walk::at(120, 36);
    walk.press("Enter j j j");
    let why = walk.text();
    walk.press("?").sees("Keys and marks").press("j j Esc");
    assert_eq!(walk.text(), why);
    walk.press("? ?");
    assert_eq!(walk.text(), why, "the key that opens the help closes it");
    walk.press("Esc");
    assert_eq!(walk.model.state().viewed.overlay, Overlay::None);
}

#[test]
fn links_lead_from_an_explanation_to_the_source_and_on() {
    let mut walk = Walk::at(120, 36);
    walk.press("Enter");
    let promise = walk.model.explained_record();
    assert!(matches!(promise, Some(RecordRef::Target(_))));
    walk.sees("→").press("→");
    let why = walk.text();
    for _ in 0..20 {
        walk.press("→");
    }
    walk.press("Enter").sees("› How it was judged").sees("171,442 − 200,000 = −28,558").press("Esc").press("← Enter");
    let source = walk.model.explained_record();
    assert!(matches!(source, Some(RecordRef::Source(_))), "{source:?}");
    walk.sees("≥200,000 vehicles made › The Times of Central Asia");
    walk.press("→ Enter");
    assert!(![promise, source].contains(&walk.model.explained_record()));
    walk.press("Esc");
    assert_eq!(walk.model.explained_record(), source);
    walk.press("Esc");
    assert_eq!(walk.model.explained_record(), promise);
    for _ in 0..20 {
        walk.press("←");
    }
    assert_eq!(walk.text(), why);
    walk.press("Esc");
    assert_eq!(walk.model.state().viewed.overlay, Overlay::None);
}

#[test]
fn a_click_follows_a_link() {
    let mut walk = Walk::at(120, 36);
    walk.press("7 Enter");
    let source = walk.model.explained_record();
    let area = walk.model.layout().overlay_links()[0];
    let overlay = walk.model.layout().overlay.unwrap();
    let row = overlay.text.y + u16::try_from(area.line - overlay.top).unwrap();
    walk.click((overlay.text.x + area.x, row));
    assert_eq!(walk.model.explained_record(), Some(area.link.key));
    walk.press("Esc");
    assert_eq!(walk.model.explained_record(), source);
}

#[test]
fn the_chosen_link_is_visible() {
    for (width, height) in [(40, 12), (80, 24), (120, 36)] {
        let mut walk = Walk::at(width, height);
        walk.press("7 Enter");
        for key in ["→"; 12].into_iter().chain(["←"; 12]).chain(["PgDn", "→", "PgUp", "PgUp", "←"]) {
            walk.press(key);
            let Some(chosen) = walk.model.state().viewed.positions.link else { continue };
            let layout = walk.model.layout();
            let overlay = layout.overlay.unwrap();
            let visible = overlay.top..overlay.top + usize::from(overlay.text.height);
            let area = layout.overlay_links().iter().find(|area| area.link.nth == chosen).unwrap();
            if key.starts_with("Pg") {
                continue;
            }
            assert!(visible.contains(&area.line), "after {key} at {width}x{height}:\n{}", walk.text());
        }
    }
}

#[test]
fn the_source_of_a_target_is_at_most_five_keys_from_the_start() {
    let mut walk = Walk::at(120, 36);
    // Why, the first thing named, and what it names: the figure, and who published it.
    walk.press("Enter → Enter");
    assert!(matches!(walk.model.explained_record(), Some(RecordRef::Actual(_))), "{:?}", walk.model.explained_record());
    walk.sees("Sources");
}

#[test]
fn going_back_in_the_history_does_not_bring_back_a_talk_that_was_left() {
    let mut app = App::with_dashboard(Walk::at(120, 36).model);
    let mut press = |name: &str| app.event(&Event::Key(key(name)), Duration::ZERO);
    for name in ["p", "Enter", "j", "Esc", "Esc", "<", "Esc"] {
        press(name);
    }
    assert_eq!(app.active(), ActiveView::Dashboard);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 8, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn going_back_and_forward_are_inverse(walk in proptest::collection::vec(random_events(), 1..30)) {
        let mut dashboard = Walk::at(100, 30);
        for event in walk {
            event.apply(&mut dashboard);
        }
        let go = |dashboard: &mut Walk, directions: &[Direction]| {
            for direction in directions {
                dashboard.model.apply(Action::History(*direction));
            }
        };
        // A question or a notice is no part of the history: the first step removes it.
        go(&mut dashboard, &[Direction::Previous, Direction::Next, Direction::Previous]);
        let back = dashboard.cells();
        go(&mut dashboard, &[Direction::Next, Direction::Previous]);
        prop_assert!(dashboard.cells() == back, "not the same:\n{}", dashboard.text());
        let rebuilt = Walk::from(MOTOR, DataOrigin::File, dashboard.model.state().clone());
        prop_assert_eq!(dashboard.model.page(), rebuilt.model.page());
    }
}
