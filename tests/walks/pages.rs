//! Pages, rows, look and reload.

use std::process::{Command, Output};

use planfact::app::action::{Action, Effect};
use planfact::app::app_data::DataOrigin;
use planfact::app::dashboard::notice::{InvalidFile, Notice};
use planfact::page::model::{PageKind, PanelSlot, RecordRef, TableCell, TableRow};
use planfact::render::look::theme::Theme;
use planfact::settings::choices::Mouse;

use super::walk::{MOTOR, Walk};

fn planfact(arguments: &str) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_planfact"));
    command.current_dir(env!("CARGO_MANIFEST_DIR")).args(arguments.split(' ')).env_clear().output().unwrap()
}

#[test]
fn the_sentence_about_targets_and_its_filter_add_up() {
    let mut walk = Walk::at(200, 60);
    let sentence: String = walk.press("2").model.page().sentence.iter().map(|run| run.text.as_str()).collect();
    let number = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<String>().parse::<usize>().unwrap();
    let (promises, rest) = sentence.split_once(" promises: ").unwrap();
    let (by_verdict, apart) = rest.split_once(". Beside them: ").unwrap();
    let sum = |list: &str| list.split(", ").map(number).sum::<usize>();
    assert_eq!(sum(by_verdict), number(promises));
    assert_eq!(number(promises) + sum(apart), walk.model.page().list().unwrap().filtered.all);
}

/// The label of the first cell of a row, or the heading.
fn first_label(row: &TableRow) -> String {
    row.cells.first().and_then(TableCell::label).map(|label| label.long().to_owned()).unwrap_or_default()
}

#[test]
fn the_list_of_targets_begins_with_what_is_decided_and_ends_with_what_is_no_promise() {
    let mut walk = Walk::at(200, 60);
    let page = walk.press("2").model.page();
    let rows = &page.list().unwrap().rows;
    let headings: Vec<String> = rows.iter().filter(|row| row.key.is_none()).map(first_label).collect();
    assert_eq!(
        headings,
        [
            "Decided",
            "Still open",
            "Due, outcome unknown",
            "Earlier statements of promises above",
            "Plan figures without a verdict",
            "Forecasts: expected, not promised"
        ]
    );
    assert_eq!(first_label(&rows[1]), "≥200,000 vehicles made", "the lead is first");
    let section = |heading: &str| {
        let start = rows.iter().position(|row| first_label(row) == heading).unwrap() + 1;
        rows[start..].iter().take_while(|row| row.key.is_some()).collect::<Vec<_>>()
    };
    let localisation = |rows: &[&TableRow]| rows.iter().filter(|row| first_label(row) == "50% localisation").count();
    assert_eq!(localisation(&section("Due, outcome unknown")), 1, "the newest statement is the promise");
    assert!(localisation(&section("Earlier statements of promises above")) > 0);
    let undated = section("Plan figures without a verdict");
    assert!(undated.iter().all(|row| row.status.as_ref().is_some_and(|status| status.name.starts_with("not_"))));
}

#[test]
fn due_date_and_verdict_are_shown_at_every_size_in_every_language() {
    for (language, due) in [("en", "2025"), ("ru", "2025"), ("kk", "2025")] {
        for (width, height) in [(40, 12), (60, 20), (80, 24), (120, 36), (200, 60)] {
            for page in ["overview", "targets"] {
                let size = format!("--size {width}x{height}");
                let output = planfact(&format!("screen {page} --as-of 2026-06-30 --lang {language} {size}"));
                let screen = String::from_utf8(output.stdout).unwrap();
                let chosen = screen.lines().find(|line| line.starts_with('▸')).unwrap_or_else(|| panic!("{screen}"));
                assert!(chosen.contains(due) && chosen.contains('✗'), "{page} {language} {size}: {chosen}");
            }
        }
    }
}

#[test]
fn every_page_says_when_the_record_ends_before_the_known_date() {
    let text = include_str!("../fixtures/good/promises.json");
    let through = text.split_once("\"through\": \"").unwrap().1.split_once('"').unwrap().0;
    for page in PageKind::ALL {
        let screen = |day: &str| {
            let data = "--data tests/fixtures/good/promises.json --size 120x36 --lang en";
            let output = planfact(&format!("screen {} {data} --as-of {day}", page.name()));
            String::from_utf8(output.stdout).unwrap()
        };
        assert!(screen("2039-01-01").contains("record ends "), "{}", screen("2039-01-01"));
        assert!(!screen(through).contains("record ends "), "{}", screen(through));
    }
}

#[test]
fn choosing_another_row_moves_neither_the_chart_nor_the_list() {
    for (width, height) in [(80, 24), (100, 30), (120, 36), (160, 48), (200, 60)] {
        let mut walk = Walk::at(width, height);
        let mut places = Vec::new();
        for _ in 0..40 {
            let layout = walk.model.layout();
            let has_columns = walk.model.page().chart().is_some();
            places.push((has_columns, layout.panel(PanelSlot::Main), layout.panel(PanelSlot::List)));
            walk.press("j");
        }
        for has_columns in [true, false] {
            let mut alike = places.iter().filter(|place| place.0 == has_columns);
            let first = alike.next().unwrap();
            assert!(alike.all(|place| place == first), "{width}x{height}: {places:?}");
        }
    }
}

#[test]
fn rows_of_several_subjects_without_a_parent_say_whose_they_are() {
    let output = planfact("screen overview --data tests/fixtures/faults/three-countries.json --size 110x34");
    let screen = String::from_utf8(output.stdout).unwrap();
    for name in ["Alphaland", "Betaland", "Gammaland"] {
        assert!(screen.contains(&format!("≤50 CO2 emissions · {name}")), "{screen}");
    }
}

#[test]
fn every_page_has_its_number() {
    let mut walk = Walk::at(100, 30);
    for (place, page) in PageKind::ALL.into_iter().enumerate() {
        walk.press(&(place + 1).to_string());
        assert_eq!(walk.model.state().viewed.tab, page);
    }
    walk.press("8 9");
    assert_eq!(walk.model.state().viewed.tab, PageKind::Evidence, "there is no eighth page");
}

#[test]
fn tab_and_shift_tab_cycle_through_the_pages() {
    let mut walk = Walk::at(100, 30);
    walk.press("Tab");
    assert_eq!(walk.model.state().viewed.tab, PageKind::Targets);
    walk.press("Shift-Tab Shift-Tab");
    assert_eq!(walk.model.state().viewed.tab, PageKind::Evidence);
    walk.press("Tab");
    assert_eq!(walk.model.state().viewed.tab, PageKind::Overview);
}

#[test]
fn every_page_remembers_its_chosen_row() {
    let mut walk = Walk::at(100, 30);
    walk.press("j j");
    let third = walk.chosen();
    walk.press("4 j j j");
    let plant = walk.chosen();
    assert!(matches!(plant, Some(RecordRef::Subject(_))));
    walk.press("1");
    assert_eq!(walk.chosen(), third);
    walk.press("4");
    assert_eq!(walk.chosen(), plant);
}

#[test]
fn moving_down_and_up_returns_to_the_same_row() {
    for page in 1..=7 {
        let mut walk = Walk::at(100, 30);
        walk.press(&page.to_string());
        let before = walk.text();
        walk.press("j j j ↓ k ↑ k k");
        assert_eq!(walk.text(), before, "page {page}");
    }
}

#[test]
fn home_and_end_choose_the_first_and_last_row() {
    let mut walk = Walk::at(100, 30);
    walk.press("2");
    let first = walk.chosen();
    walk.press("End");
    let last = walk.chosen();
    let keys: Vec<_> = walk.model.page().list().unwrap().rows.iter().filter_map(|row| row.key).collect();
    assert_eq!((first, last), (keys.first().copied(), keys.last().copied()));
    walk.press("j");
    assert_eq!(walk.chosen(), last, "nothing lies after the last row");
    walk.press("Home k");
    assert_eq!(walk.chosen(), first, "nothing lies before the first row");
}

#[test]
fn a_page_down_keeps_one_row_visible() {
    let mut walk = Walk::at(100, 30);
    walk.press("2 PgDn");
    let table = walk.model.page().list().unwrap();
    let place = table.chosen.unwrap();
    assert!(place > 3, "{place}");
    walk.press("PgUp");
    assert_eq!(
        walk.model.page().list().unwrap().rows.iter().position(|row| row.key.is_some()),
        Some(walk.model.page().list().unwrap().chosen.unwrap())
    );
}

#[test]
fn headings_among_the_rows_are_skipped() {
    let mut walk = Walk::at(100, 30);
    walk.press("2");
    let rows = walk.model.page().list().unwrap().rows.len();
    let headings = walk.model.page().list().unwrap().rows.iter().filter(|row| row.key.is_none()).count();
    assert!(headings > 0, "the page has no headings: choose another for this test");
    for _ in 0..rows {
        walk.press("j");
        assert!(walk.chosen().is_some());
    }
}

#[test]
fn the_crosshair_steps_over_the_points_and_esc_removes_it() {
    let mut walk = Walk::at(100, 30);
    walk.press("3 ←");
    let start = walk.model.state().viewed.positions.cursor.unwrap();
    walk.press("h");
    assert_eq!(walk.model.state().viewed.positions.cursor, Some(start - 1));
    walk.press("→ l l l l l l l l l l l l l l l l l l");
    let columns = walk.model.page().chart().unwrap().columns.len();
    assert_eq!(walk.model.state().viewed.positions.cursor, Some(columns - 1));
    walk.press("Esc");
    assert_eq!(walk.model.state().viewed.positions.cursor, None);
}

#[test]
fn on_the_output_page_the_row_follows_the_crosshair() {
    let mut walk = Walk::at(100, 30);
    walk.press("3 ← ←");
    let cursor = walk.model.state().viewed.positions.cursor.unwrap();
    let key = walk.model.page().chart().unwrap().columns[cursor].data_point.keys.first().copied();
    assert!(key.is_some());
    assert_eq!(walk.chosen(), key);
}

#[test]
fn the_output_page_switches_series() {
    let mut walk = Walk::at(100, 30);
    walk.press("3");
    let before = walk.text();
    walk.press("s");
    assert_ne!(walk.text(), before);
    walk.press("1 s");
    assert_eq!(walk.model.state().viewed.tab, PageKind::Overview);
}

#[test]
fn another_language_keeps_the_choice() {
    let mut walk = Walk::at(100, 30);
    walk.press("j j");
    let (row, english) = (walk.chosen(), walk.text());
    walk.press("g").sees("q выход");
    assert_eq!(walk.chosen(), row);
    walk.press("g").sees("q шығу").press("g");
    assert_eq!(walk.text(), english);
}

#[test]
fn another_theme_keeps_the_text() {
    let mut walk = Walk::at(100, 30);
    let (text, cells) = (walk.text(), walk.cells());
    let mut seen = Vec::new();
    for _ in Theme::ALL {
        walk.press("t");
        assert_eq!(walk.text(), text);
        assert!(!seen.contains(&walk.cells()), "two themes look the same");
        seen.push(walk.cells());
    }
    assert_eq!(walk.cells(), cells, "the themes do not go round");
}

#[test]
fn the_mouse_is_released_and_acquired_again() {
    let mut walk = Walk::at(100, 30);
    walk.press("M");
    assert_eq!((walk.effect, walk.model.state().session.mouse), (Some(Effect::SetMouse), Mouse::Off));
    walk.sees("Mouse: the terminal’s").press("M").sees("Mouse: here").press("j").sees_no("Mouse: ");
    assert_eq!(walk.model.state().session.mouse, Mouse::On);
}

#[test]
fn only_a_file_can_be_reloaded() {
    let mut walk = Walk::at(100, 30);
    walk.press("r").sees("there is no file to read again").press("j").sees_no("read again");
    assert_eq!(walk.effect, None);
    let mut walk = Walk::over(MOTOR, DataOrigin::File, (100, 30));
    walk.press("r");
    assert_eq!(walk.effect, Some(Effect::Reload));
}

#[test]
fn a_reload_keeps_the_choice() {
    let mut walk = Walk::over(MOTOR, DataOrigin::File, (100, 30));
    walk.press("2 j j j Enter");
    let text = walk.text();
    let mut reordered: serde_json::Value = serde_json::from_str(MOTOR).unwrap();
    reordered["sources"].as_array_mut().unwrap().reverse();
    walk.model.apply_reload(Ok(planfact::dataset::load(&reordered.to_string()).unwrap()));
    walk.sees("read again").press("k j");
    let _ = text;
    assert!(walk.chosen().is_some());
}

#[test]
fn reloading_an_unchanged_file_shows_a_notice() {
    let mut walk = Walk::over(MOTOR, DataOrigin::File, (100, 30));
    walk.press("r");
    walk.model.apply_reload(Ok(planfact::dataset::load(MOTOR).unwrap()));
    walk.sees("The file was read again: nothing has changed");
}

#[test]
fn an_invalid_file_shows_its_first_problem_and_how_to_see_all() {
    let broken = |file: &str| {
        let first = "412:7 targets[31].due: due by 2020-12-31, before it was said on 2022-03-01 — write a later due";
        Notice::InvalidFile(InvalidFile { count: 3, first: first.to_owned(), file: file.to_owned() })
    };
    for (width, file, first, all) in [
        (
            200,
            "data/towns.json",
            "said on 2022-03-01 — write a later due · 3 problems: ",
            "planfact check data/towns.json",
        ),
        (
            120,
            "data/towns.json",
            "412:7 targets[31].due: due by 2020-12-31, before",
            "… · 3 problems: planfact check data/towns.json",
        ),
        (80, "data/towns.json", "412:7 targets[31].due:", "… · 3 problems: planfact check towns.json"),
        (80, "/a/long/way/to/it/data/towns.json", "412:7 targets[31].due:", "planfact check towns.json"),
        (40, "data/towns.json", "412:7 targets[31].due:", ""),
    ] {
        let mut walk = Walk::over(MOTOR, DataOrigin::File, (width, 30));
        walk.model.apply_reload(Err(broken(file)));
        walk.sees("Not taken: 412:7 ").sees(first).sees(all);
    }
    // At another size it is cut differently.
    let mut walk = Walk::over(MOTOR, DataOrigin::File, (80, 30));
    walk.model.apply_reload(Err(broken("data/towns.json")));
    walk.resize((200, 30)).sees("write a later due");
}

#[test]
fn clicks_do_what_keys_do() {
    let mut walk = Walk::at(100, 30);
    let tab = walk.place_of("5 Investments");
    walk.click(tab);
    assert_eq!(walk.model.state().viewed.tab, PageKind::Investments);
    walk.press("1 3");
    let year = walk.place_of(" 2021 ");
    walk.click((year.0 + 2, year.1 - 1));
    let cursor = walk.model.state().viewed.positions.cursor.unwrap();
    assert_eq!(walk.model.page().chart().unwrap().columns[cursor].data_point.label.long(), "2021");
}

#[test]
fn a_page_without_data_has_no_number() {
    let small = r#"{"planfact": 1, "id": "milk", "title": "Milk", "updated": "2026-01-01",
        "sources": [{"id": "office", "publisher": "The office", "published": "2026-01-01", "kind": "statistics"}],
        "metrics": [{"id": "milk", "name": "Milk", "unit": "litres", "kind": "flow"}],
        "subjects": [{"id": "farm", "kind": "industry", "name": "The farm"}],
        "targets": [{"id": "milk-by-2025", "metric": "milk", "subject": "farm", "value": 100, "due": "2025",
                     "said": "2024-01-01", "by": "The farmer", "sources": ["office"]}],
        "actuals": [{"metric": "milk", "subject": "farm", "period": "2025", "value": 90, "sources": ["office"]}]}"#;
    let mut walk = Walk::over(small, DataOrigin::File, (100, 30));
    walk.sees_no("Plants").press("4");
    assert_ne!(walk.model.state().viewed.tab, PageKind::Plants);
}

#[test]
fn a_low_chart_keeps_its_colour_under_an_open_end() {
    let mut walk = Walk::at(80, 24);
    walk.press("5");
    walk.sees("178*");
    walk.sees("▒▒▒▒");
}

#[test]
fn the_updated_page_equals_a_newly_built_one() {
    for page in ["1", "2", "3", "4", "5", "6", "7", "7 v"] {
        let mut walk = Walk::over(MOTOR, DataOrigin::File, (170, 50));
        walk.press(page);
        for keys in ["j", "j", "→", "j", "End", "k", "Esc", "S", "j", "[", "j", "]", "g", "k", "Home", "j"] {
            walk.press(keys);
            // One more action unmarks what a step in time changed.
            walk.model.apply(Action::ToggleMouse);
            let afresh = Walk::from(MOTOR, DataOrigin::File, walk.model.state().clone());
            assert!(walk.model.page() == afresh.model.page(), "page {page}, after {keys}");
            assert!(walk.model.layout() == afresh.model.layout(), "page {page}, after {keys}");
        }
    }
}
