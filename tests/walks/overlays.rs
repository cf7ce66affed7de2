//! Overlays: explanations and the help.

use planfact::app::app_data::DataOrigin;
use planfact::app::dashboard::state::Overlay;
use planfact::app::input::keys::keymap::Keymap;
use planfact::app::input::keys::table::KEYS;

use super::walk::{MOTOR, Walk};

#[test]
fn enter_explains_and_esc_closes() {
    let mut walk = Walk::at(100, 30);
    let before = walk.text();
    walk.press("Enter").sees("Sources").press("Esc");
    assert_eq!(walk.text(), before);
}

#[test]
fn esc_closes_one_thing_at_a_time() {
    let mut walk = Walk::at(100, 30);
    walk.press("3 ← Enter Esc");
    assert_eq!(walk.model.state().viewed.overlay, Overlay::None);
    assert!(walk.model.state().viewed.positions.cursor.is_some(), "the crosshair went with the sheet");
    walk.press("Esc");
    assert!(walk.model.state().viewed.positions.cursor.is_none());
    let before = walk.text();
    walk.press("Esc Esc Esc");
    assert_eq!(walk.text(), before);
}

#[test]
fn every_page_explains_its_rows() {
    for page in 1..=7 {
        let mut walk = Walk::at(100, 30);
        walk.press(&page.to_string()).press("j Enter");
        assert!(walk.model.explained_record().is_some(), "page {page}");
    }
}

#[test]
fn an_overlay_scrolls_and_stops_at_its_ends() {
    let mut walk = Walk::at(80, 24);
    walk.press("?");
    let top = walk.text();
    walk.press("k");
    assert_eq!(walk.text(), top);
    walk.press("j");
    assert_ne!(walk.text(), top);
    walk.press("End");
    let end = walk.text();
    walk.press("j PgDn");
    assert_eq!(walk.text(), end);
    walk.press("Home");
    assert_eq!(walk.text(), top);
    walk.wheel((40, 12));
    assert_ne!(walk.text(), top);
}

#[test]
fn the_help_lists_every_key() {
    let mut walk = Walk::over(MOTOR, DataOrigin::File, (100, 160));
    walk.press("?");
    for binding in KEYS {
        walk.sees(&Keymap::default().all_keys(binding));
    }
    let mut bundled = Walk::at(100, 100);
    bundled.press("?").sees_no("read the file again");
}

#[test]
fn the_help_starts_with_the_active_keys() {
    let help_at = |keys: &str| {
        let mut walk = Walk::at(120, 160);
        walk.press(keys).press("?");
        let text = walk.text();
        let (_, rest) = text.split_once("Here").unwrap();
        let (here, everywhere) = rest.split_once("Everywhere").unwrap();
        let (everywhere, others) = everywhere.split_once("In a sheet").or(everywhere.split_once("On other")).unwrap();
        [here, everywhere, others].map(ToOwned::to_owned)
    };
    let [overview, everywhere, others] = help_at("1");
    assert!(overview.contains("read the chart") && !overview.contains("sources or checks"), "{overview}");
    assert!(everywhere.contains("travel in time") && everywhere.contains("open the palette"), "{everywhere}");
    assert!(others.contains("sources or checks") && others.contains("while typing"), "{others}");
    let [evidence, ..] = help_at("7");
    assert!(evidence.contains("sources or checks") && !evidence.contains("read the chart"), "{evidence}");
    let [why, _, others] = help_at("Enter");
    assert!(why.contains("go on to what is chosen") || why.contains("names"), "{why}");
    assert!(!why.contains("choose a row") && others.contains("choose a row"), "{why}");
    let [plain, ..] = help_at("2");
    let [sorted, ..] = help_at("2 S");
    assert!(sorted.contains("turn the order") && !plain.contains("turn the order"), "{sorted}");
}

#[test]
fn the_last_line_hints_at_active_keys() {
    let mut walk = Walk::at(100, 30);
    walk.sees("Enter why").sees_no("Esc back");
    walk.press("Enter").sees("Esc back").sees_no("Enter why");
    walk.press("Esc").sees("Enter why");
}

#[test]
fn the_date_can_be_changed_under_an_explanation() {
    let mut walk = Walk::at(100, 30);
    walk.press("Enter").sees("missed").press("{ { { {");
    assert!(walk.model.explained_record().is_some());
    walk.sees_no("171,442");
}

#[test]
fn a_click_outside_an_overlay_closes_it() {
    let mut walk = Walk::at(140, 40);
    walk.press("Enter");
    walk.click((135, 20));
    assert!(walk.model.explained_record().is_some());
    walk.click((3, 30));
    assert!(walk.model.explained_record().is_none());
}

#[test]
fn another_page_closes_the_overlay() {
    let mut walk = Walk::at(100, 30);
    walk.press("? 2");
    assert_eq!(walk.model.state().viewed.overlay, Overlay::None);
    walk.press("? ?");
    assert_eq!(walk.model.state().viewed.overlay, Overlay::None);
}

#[test]
fn the_keys_of_an_overlay_are_shown_once() {
    for (width, height) in [(60, 20), (120, 36), (200, 60)] {
        let mut walk = Walk::at(width, height);
        walk.press("Enter");
        let text = walk.text();
        assert_eq!(text.matches("Esc back").count(), 1, "{text}");
    }
}
