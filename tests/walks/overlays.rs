//! Overlays: explanations and the help.

use std::collections::HashSet;

use planfact::app::app_data::DataOrigin;
use planfact::app::dashboard::state::Overlay;
use planfact::app::input::keys::keymap::Keymap;
use planfact::app::input::keys::table::KEYS;
use planfact::dataset::records::Language;
use planfact::page::i18n::Words;
use planfact::page::model::{Block, Mark, TableCell};
use planfact::page::pages::help;
use planfact::render::look::glyphs::{mark_glyph, sign_glyph};
use planfact::render::look::theme::Glyphs;

use super::walk::{MOTOR, Walk};

#[test]
fn enter_explains_and_esc_closes() {
    let mut walk = Walk::at(100, 30);
    let before = walk.text();
    walk.press("Enter").sees("Sources").press("Esc");
    assert_eq!(walk.text(), before);
}

#[test]
fn why_says_it_in_a_sentence_then_the_sources_then_the_result_of_the_calculation() {
    let text = Walk::at(100, 90).press("Enter").text();
    let places: Vec<usize> = [
        "At least 200,000 vehicles a year by 2025 were",
        "verdict",
        "Sources",
        "How it was judged",
        "171,442 certainly falls short of 200,000.",
        "steps of the calculation",
    ]
    .into_iter()
    .map(|part| text.rfind(part).unwrap_or_else(|| panic!("{part}: {text}")))
    .collect();
    assert!(places.is_sorted(), "{places:?}: {text}");
    assert!(!text.contains("171,442 − 200,000"), "the steps are folded: {text}");
}

#[test]
fn where_a_panel_shows_why_enter_opens_the_calculation() {
    for page in ["1", "2"] {
        let mut walk = Walk::at(200, 60);
        walk.press(page).sees("said            1 Jul 2016").press("Enter");
        walk.sees("› How it was judged").sees("171,442 − 200,000 = −28,558").press("Esc");
        assert_eq!(walk.model.state().viewed.overlay, Overlay::None);
    }
    Walk::at(100, 60).press("Enter").sees("Overview › ≥200,000 vehicles made");
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
    let mut walk = Walk::over(MOTOR, DataOrigin::File, (100, 220));
    walk.press("?");
    for binding in KEYS {
        walk.sees(&Keymap::default().all_keys(binding));
    }
    let mut bundled = Walk::at(100, 220);
    bundled.press("?").sees_no("read the file again");
}

#[test]
fn the_help_begins_with_the_signs_on_the_page() {
    let signs_of = |page: &str| {
        let text = Walk::at(120, 220).press(page).press("?").text();
        text.split_once("Signs on this page").unwrap().1.split_once("Here").unwrap().0.to_owned()
    };
    let marks = [
        Mark::Met,
        Mark::MetLate,
        Mark::Missed,
        Mark::AtRisk,
        Mark::NotYetDue,
        Mark::NoData,
        Mark::Unquantified,
        Mark::NotDated,
        Mark::Undetermined,
        Mark::Operating,
        Mark::Building,
        Mark::Planned,
        Mark::Closed,
        Mark::Said,
        Mark::Due,
        Mark::Happened,
    ];
    for page in ["1", "2", "4", "6"] {
        let signs = signs_of(page);
        let mut walk = Walk::at(200, 60);
        let page = walk.press(page).model.page();
        let rows = &page.list().unwrap().rows;
        let used = |mark: &Mark| {
            rows.iter()
                .flat_map(|row| &row.cells)
                .any(|cell| matches!(cell, TableCell::WithMark(used, ..) if used == mark))
        };
        for mark in marks {
            let glyph = mark_glyph(mark, Glyphs::Braille);
            let listed = signs.lines().any(|line| {
                line.split_once('│').is_some_and(|(_, line)| line.trim_start().starts_with(&format!("{glyph} ")))
            });
            assert!(listed || !used(&mark), "{mark:?} is not in the help:\n{signs}");
        }
    }
    let overview = signs_of("1");
    for sign in [
        "▕▔▏   promised",
        "▒     part of a year",
        "···   pace it needs",
        "*     counts",
        "ˆˆˆ   open top",
        "↑     a promise",
    ] {
        assert!(overview.contains(sign), "{sign}: {overview}");
    }
    assert!(!signs_of("4").contains("part of a year"), "only signs of the page");
}

#[test]
fn each_verdict_but_the_two_that_were_met_in_time_has_a_sign_of_its_own() {
    let words = Words::new(Language::En);
    let Block::Signs(verdicts) = &help::marks(&words)[1] else { panic!("no list of verdicts") };
    for glyphs in Glyphs::ALL {
        let shown: HashSet<String> = verdicts.iter().map(|sign| sign_glyph(&sign.sign, glyphs).to_owned()).collect();
        assert_eq!(shown.len(), verdicts.len() - 1, "{shown:?}");
    }
}

#[test]
fn the_help_starts_with_the_active_keys() {
    let help_at = |keys: &str| {
        let mut walk = Walk::at(120, 220);
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
