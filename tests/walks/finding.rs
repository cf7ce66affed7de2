//! Finding things: what a new user looks for, with the keys that it takes besides what is typed.

use planfact::app::app_data::DataOrigin;
use planfact::app::dashboard::state::Overlay;
use planfact::page::model::{PageKind, TableCell, TableRow};

use super::walk::Walk;

/// A key that is pressed, or a text that is typed.
enum Step {
    Key(&'static str),
    Type(&'static str),
}

use Step::{Key, Type};

/// Does the steps on the first page; at most five keys.
fn find(steps: &[Step]) -> Walk {
    let mut walk = Walk::at(120, 36);
    let mut keys = 0;
    for step in steps {
        match step {
            Key(name) => {
                keys += name.split(' ').count();
                walk.press(name);
            }
            Type(text) => {
                walk.types(text);
            }
        }
    }
    assert!(keys <= 5, "{keys} keys");
    walk
}

#[test]
fn what_a_new_user_looks_for_is_at_most_five_keys_away() {
    find(&[Key("/"), Type("proton"), Key("Enter Enter")]).sees("Proton electric-car plant");
    find(&[Key(":"), Type("282 bn"), Key("Enter")]).sees("282").sees("Sources").sees("https://");
    let missed = find(&[Key("2 /"), Type("missed"), Key("Enter")]);
    let rows = &missed.model.page().list().unwrap().rows;
    let may_be_missed =
        |row: &TableRow| row.cells.iter().filter_map(TableCell::label).any(|label| label.long().contains("missed"));
    assert!(rows.iter().filter(|row| row.key.is_some()).all(may_be_missed));
    find(&[Key(":"), Type("2018-09-21"), Key("Enter")]).sees("known 21 Sep 2018");
    find(&[Key("4 /"), Type("kostanay"), Key("Enter")]).sees("Kia Qazaqstan");
    let mut cited = find(&[Key("Enter")]);
    cited.sees("Sources");
    find(&[Key(":"), Type("electric 2018"), Key("Enter")]).sees("lectric");
}

#[test]
fn a_day_goes_to_what_was_known_wherever_it_is_typed() {
    for typed in ["2018-09-21", "21.09.2018", "21 Sep 2018"] {
        for key in ["/", ":"] {
            let mut walk = Walk::at(120, 36);
            walk.press(key).types(typed).press("Enter").sees("known 21 Sep 2018");
            assert!(!walk.model.state().row_filter().is_active(), "{key}{typed} leaves no filter");
        }
    }
    // A word that some row has stays a filter.
    let mut walk = Walk::at(120, 36);
    walk.press("/").types("2025").press("Enter").sees_no("known 31 Dec 2025");
    assert!(walk.model.state().row_filter().is_active());
}

#[test]
fn words_without_a_row_here_are_found_on_another_page() {
    let mut walk = Walk::at(120, 36);
    walk.press("4 /").types("282").sees("Enter");
    walk.press("Enter");
    assert_ne!(walk.model.state().viewed.tab, PageKind::Plants);
    assert_eq!(walk.model.state().row_filter().words, "282");
    assert!(walk.model.page().list().unwrap().filtered.found > 0);
}

#[test]
fn a_slash_begins_afresh_and_what_follows_is_never_a_command() {
    const ONE: &str = include_str!("../fixtures/faults/one.json");
    let mut walk = Walk::over(ONE, DataOrigin::File, (100, 30));
    walk.press("/").types("quality");
    assert_eq!((walk.effect, walk.model.state().row_filter().words.as_str()), (None, "quality"));
    walk.press("Esc /").types("q");
    assert_eq!(walk.model.state().row_filter().words, "q", "the words before are gone");
    let mut walk = Walk::at(100, 30);
    walk.press("Enter /").types("qazaq");
    assert_eq!(walk.effect, None);
    assert_eq!(walk.model.state().viewed.overlay, Overlay::None, "the page is filtered, not the text over it");
    assert_eq!(walk.model.state().row_filter().words, "qazaq");
}

#[test]
fn a_click_on_a_hint_does_what_its_key_does() {
    let mut walk = Walk::at(120, 36);
    let hint = walk.place_of("? help");
    walk.click(hint);
    assert_eq!(walk.model.state().viewed.overlay, Overlay::Help);
    let back = walk.place_of("Esc back");
    walk.click(back);
    assert_eq!(walk.model.state().viewed.overlay, Overlay::None);
    let why = walk.place_of("Enter why");
    walk.click(why).sees("Sources");
}
