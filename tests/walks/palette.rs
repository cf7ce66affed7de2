//! The palette: its items, searching, running a result.

use std::collections::BTreeSet;

use planfact::app::action::{Action, Effect};
use planfact::app::app_data::DataOrigin;
use planfact::app::dashboard::palette::PaletteAction;
use planfact::app::dashboard::state::{EntryPurpose, Overlay, TextEntry};
use planfact::app::input::keys::table::KEYS;
use planfact::dataset::records::Language;
use planfact::page::model::PageKind;
use planfact::page::model::RecordRef;
use planfact::render::look::theme::Theme;

use super::walk::{MOTOR, Walk};

#[test]
fn the_palette_has_exactly_the_commands_that_are_not_for_typing() {
    let walk = Walk::over(MOTOR, DataOrigin::File, (120, 36));
    let done = |goal| if let PaletteAction::Run(name, _) = goal { Some(name) } else { None };
    let offered: Vec<&str> = walk.model.palette_items("").into_iter().filter_map(|item| done(item.action)).collect();
    let tabs = PageKind::ALL.len();
    let is_page = |action: Action| !matches!(action, Action::OpenTab(place) if place >= tabs);
    let rows = KEYS.iter().filter(|row| !row.context.is_for_typing());
    let known: BTreeSet<&str> = rows
        .flat_map(|row| row.commands)
        .filter(|command| is_page(command.action))
        .map(|command| command.name)
        .collect();
    assert_eq!(offered.iter().copied().collect::<BTreeSet<_>>(), known);
    assert_eq!(offered.len(), known.len(), "a command is there twice");
}

#[test]
fn the_palette_has_every_page_theme_language_target_plant_and_source() {
    let mut walk = Walk::at(200, 60);
    let actions: Vec<PaletteAction> = walk.model.palette_items("").into_iter().map(|item| item.action).collect();
    for theme in Theme::ALL {
        assert!(actions.contains(&PaletteAction::Theme(theme)));
    }
    for language in [Language::En, Language::Ru, Language::Kk] {
        assert!(actions.contains(&PaletteAction::Language(language)));
    }
    for (page, kind) in [("2", PageKind::Targets), ("4", PageKind::Plants), ("7", PageKind::Evidence)] {
        walk.press(page);
        for key in walk.model.page().list().unwrap().rows.iter().filter_map(|row| row.key) {
            assert!(actions.contains(&PaletteAction::GoTo(kind, key)), "{key:?} of page {page}");
        }
    }
}

#[test]
fn a_few_letters_find_a_plant() {
    let mut walk = Walk::at(120, 36);
    walk.press(":").types("saryarka").press("Enter");
    assert_eq!(walk.model.state().viewed.tab, PageKind::Plants);
    assert!(matches!(walk.chosen(), Some(RecordRef::Subject(_))));
    walk.sees("▸ ? SaryarkaAvtoProm");
}

#[test]
fn a_plant_is_found_in_another_script() {
    let mut walk = Walk::at(120, 36);
    walk.press("Ctrl-P").types("сарыарқа").press("Enter").sees("▸ ? SaryarkaAvtoProm");
}

#[test]
fn the_palette_goes_to_the_rows_of_targets_and_sources() {
    let mut walk = Walk::at(120, 36);
    walk.press(":").types("100,000 vehicles").press("Enter");
    assert_eq!(walk.model.state().viewed.tab, PageKind::Targets);
    walk.press(":").types("timesca source times of central").press("↓ Enter");
    walk.press("Esc :").types("source times of central").press("Enter");
    assert_eq!(walk.model.state().viewed.tab, PageKind::Evidence);
    assert!(matches!(walk.chosen(), Some(RecordRef::Source(_))));
}

#[test]
fn going_to_a_row_removes_a_filter_that_hides_it() {
    let mut walk = Walk::at(120, 36);
    walk.press("4 /").types("kostanay").press("Enter :").types("qaztehna").press("Enter").sees("▸ ? QazTehna");
}

#[test]
fn a_command_of_the_palette_does_what_its_key_does() {
    for (typed, key) in [
        ("next theme", "t"),
        ("next language", "g"),
        ("show the keys", "?"),
        ("say why", "Enter"),
        ("sort the rows", "S"),
        ("turns", ""),
        ("year back", "{"),
        ("last row", "End"),
        ("as text", ""),
        ("mouse", "M"),
    ] {
        let mut palette = Walk::at(120, 36);
        palette.press(":").types(typed).press("Enter");
        let mut keys = Walk::at(120, 36);
        keys.press(key);
        if !key.is_empty() {
            assert_eq!(palette.text(), keys.text(), "{typed}");
            assert!(palette.cells() == keys.cells(), "{typed}");
        }
    }
    let mut walk = Walk::at(120, 36);
    walk.press(":").types("quit").press("Enter");
    assert_eq!(walk.effect, Some(Effect::Quit));
}

#[test]
fn the_palette_can_go_back_in_the_history() {
    let mut walk = Walk::at(120, 36);
    let before = walk.text();
    walk.press("4 :").types("back to what was shown").press("Enter");
    assert_eq!(walk.text(), before);
}

#[test]
fn a_command_of_another_page_opens_that_page() {
    let mut walk = Walk::at(120, 36);
    walk.press("7 v").press("1 :").types("sources or checks").press("Enter");
    assert_eq!(walk.model.state().viewed.tab, PageKind::Evidence);
    let mut walk = Walk::at(120, 36);
    walk.press(":").types("next series").press("Enter");
    assert_eq!(walk.model.state().viewed.tab, PageKind::Output);
}

#[test]
fn a_disabled_command_says_so() {
    let mut walk = Walk::at(120, 36);
    walk.press(":").types("choose the next name").press("Enter").sees("That does nothing here");
    assert!(walk.model.state().session.text_entry.is_none());
}

/// The first result for a typed text.
fn first_found(walk: &mut Walk, typed: &str) -> String {
    let screen = walk.press(":").types(typed).text();
    walk.press("Esc");
    let line = screen.lines().find(|line| line.contains("│▸")).unwrap_or_default();
    line.split('▸').nth(1).unwrap_or_default().trim_matches(['│', ' ']).to_owned()
}

#[test]
fn a_command_is_found_first_by_its_name_in_the_settings() {
    for language in ["", "g", "g g"] {
        let mut walk = Walk::at(120, 36);
        let items = walk.press(language).model.palette_items("");
        for row in KEYS.iter().filter(|row| !row.context.is_for_typing() && row.message_id != "key-open") {
            for command in row.commands {
                let item = items
                    .iter()
                    .find(|item| matches!(item.action, PaletteAction::Run(name, _) if name == command.name));
                let label = &item.unwrap_or_else(|| panic!("{} is not offered", command.name)).entry.label;
                let shown: String = label.chars().take(30).collect();
                let found = first_found(&mut walk, command.name);
                assert!(found.starts_with(&shown), "{}: {found:?} is not {label:?}", command.name);
            }
        }
    }
}

#[test]
fn a_command_that_contains_the_word_precedes_records() {
    for (page, typed, first) in [
        ("1", "log", "log scale for lines and dots"),
        ("3", "log", "log scale for lines and dots"),
        ("7", "cite", "copy the citation"),
        ("1", "reload", "read the file again"),
        ("4", "zoom", "zoom in"),
    ] {
        let found = first_found(Walk::at(120, 36).press(page), typed);
        assert!(found.starts_with(first), "{typed} on page {page}: {found}");
    }
}

#[test]
fn commands_for_typing_are_not_in_the_palette() {
    for language in ["", "g", "g g"] {
        for page in ["1", "3"] {
            let mut walk = Walk::at(120, 36);
            walk.press(language).press(page);
            for word in ["caret-left", "erase", "found-down", "accept", "pick"] {
                let offers = |item: &planfact::app::dashboard::palette::PaletteItem| matches!(item.action, PaletteAction::Run(name, _) if name == word);
                assert!(!walk.model.palette_items("").iter().any(offers), "{word} on page {page}");
            }
        }
    }
    let mut walk = Walk::at(120, 36);
    walk.press("3 :").types("undo").sees_no("while typing");
}

#[test]
fn the_palette_shows_the_key_of_each_action() {
    let mut walk = Walk::at(120, 36);
    walk.press(":").types("next theme");
    let screen = walk.text();
    let line = screen.lines().find(|line| line.contains("▸")).unwrap();
    assert!(line.contains("next theme") && line.trim_end_matches(['│', ' ']).ends_with(" t"), "{line}");
}

#[test]
fn esc_closes_the_palette_and_shows_what_was_below() {
    for under in ["", "Enter j", "3 ←", "2 / j o b s Enter"] {
        let mut walk = Walk::at(120, 36);
        walk.press(under);
        let before = walk.text();
        walk.press(":").types("kost").press("↓ ↓ PgDn Esc");
        assert_eq!(walk.text(), before, "{under}");
    }
}

#[test]
fn arrows_and_wheel_move_the_chosen_result_which_stays_visible() {
    for (width, height) in [(40, 12), (80, 24), (120, 36), (200, 60)] {
        let mut walk = Walk::at(width, height);
        walk.press(":");
        for keys in ["↓", "PgDn", "PgDn", "↑", "PgUp", "Ctrl-N", "Ctrl-P"] {
            walk.press(keys);
            let place = walk.model.layout().palette.unwrap();
            let Some(TextEntry { purpose: EntryPurpose::Palette(chosen), .. }) = walk.model.state().session.text_entry
            else {
                panic!()
            };
            let row = chosen.checked_sub(place.first).filter(|row| *row < place.shown);
            let row = row.unwrap_or_else(|| panic!("{keys} at {width}x{height}:\n{}", walk.text()));
            let line = walk.text().lines().nth(usize::from(place.rows.y) + row).unwrap().to_owned();
            assert!(line.contains('▸'), "{keys} at {width}x{height}:\n{}", walk.text());
        }
        let before = walk.text();
        walk.wheel((width / 2, height / 2));
        assert_ne!(walk.text(), before);
    }
}

#[test]
fn a_click_runs_a_result_and_one_outside_closes_the_palette() {
    let mut walk = Walk::at(120, 36);
    walk.press(":").types("plants");
    let place = walk.place_of("▸");
    walk.click((place.0 + 4, place.1));
    assert_eq!(walk.model.state().viewed.tab, PageKind::Plants);
    walk.press(":").click((1, 34));
    assert!(walk.model.state().session.text_entry.is_none());
}

#[test]
fn an_empty_result_says_so() {
    let mut walk = Walk::at(120, 36);
    walk.press(":").types("xylophonist").sees("Nothing is called “xylophonist”").press("Enter");
    assert_eq!(walk.model.state().viewed.overlay, Overlay::None);
}

#[test]
fn the_palette_fits_in_every_language_and_size() {
    for language in ["", "g", "g g"] {
        for (width, height) in [(40, 12), (80, 24), (120, 36), (200, 60)] {
            let mut walk = Walk::at(width, height);
            walk.press(language).press(":");
            for _ in 0..30 {
                walk.press("PgDn");
                for line in walk.text().lines() {
                    assert!(unicode_width::UnicodeWidthStr::width(line) <= usize::from(width), "{line}");
                }
            }
        }
    }
}

#[test]
fn letters_pasted_into_the_palette_are_text() {
    let mut walk = Walk::at(120, 36);
    walk.press(":");
    walk.model.paste("quit\rq");
    walk.sees(": quit q");
    assert_eq!(walk.effect, None);
}
