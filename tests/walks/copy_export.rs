//! Copy and export: the view as a command or a file, the citation or the row, addresses.

use planfact::app::action::{CopyRequest, Effect, Format};
use planfact::app::dashboard::notice::CopiedItem;
use planfact::app::dashboard::state::{Overlay, PendingQuestion};
use planfact::app::terminal::capabilities::{Capabilities, ClipboardSupport, LinkSupport};
use planfact::dataset::records::Language;
use planfact::page::model::PageKind;
use planfact::page::model::RecordRef;

use super::walk::Walk;

/// A dashboard in a terminal with a clipboard.
fn walk() -> Walk {
    with(ClipboardSupport::Supported)
}

fn with(clipboard: ClipboardSupport) -> Walk {
    let mut walk = Walk::at(120, 36);
    walk.begin(|state| state.session.capabilities = Capabilities { clipboard, ..Capabilities::UNKNOWN });
    walk
}

/// The copied text.
fn copied(walk: &Walk) -> (CopiedItem, String) {
    let Some(Effect::Copy(take)) = walk.effect else { panic!("nothing was copied: {:?}", walk.effect) };
    walk.model.copied_text(take).unwrap()
}

#[test]
fn c_copies_the_command_of_the_view() {
    let mut walk = walk();
    walk.press("2 j c").sees("Copied: this view as a command");
    let (taken, text) = copied(&walk);
    assert_eq!((taken, text), (CopiedItem::View, walk.model.command_line()));
    walk.press("j").sees_no("Copied");
}

#[test]
fn y_copies_the_row_of_a_target_with_tabs() {
    let mut walk = walk();
    walk.press("2 y").sees("Copied: the row");
    let (taken, text) = copied(&walk);
    assert_eq!(taken, CopiedItem::Row);
    let cells: Vec<&str> = text.split('\t').collect();
    assert_eq!(cells[0], "≥200000 vehicles made");
    assert!(cells.contains(&"171442") && cells.contains(&"-28558"), "{cells:?}");
    assert!(cells.last().unwrap().contains("The Times of Central Asia") && text.contains("https://"), "{cells:?}");
    let columns = cells.len();
    for language in [Language::Ru, Language::Kk] {
        walk.begin(|state| state.look.language = language);
        walk.press("y");
        let (_, text) = copied(&walk);
        assert!(text.split('\t').any(|cell| cell == "-28558") && !text.contains('\u{a0}'), "{text:?}");
    }
    // An event has no bar; its cells stay under the same heads.
    walk.begin(|state| state.look.language = Language::En);
    walk.press("/").types("exports start").press("Enter y");
    assert_eq!(copied(&walk).1.split('\t').count(), columns);
}

#[test]
fn y_copies_the_citation_of_the_chosen_source() {
    let mut walk = walk();
    walk.press("7 y").sees("Copied: the citation");
    let (taken, text) = copied(&walk);
    assert_eq!(taken, CopiedItem::Citation);
    assert!(text.contains(". https://") && !text.contains('\n'), "{text}");
}

#[test]
fn y_copies_the_actual_under_the_crosshair_with_its_sources() {
    let mut walk = walk();
    walk.press("3 y");
    let (taken, of_row) = copied(&walk);
    assert_eq!(taken, CopiedItem::Citation);
    let mut lines = of_row.lines();
    assert!(lines.next().unwrap().ends_with('.') && lines.all(|line| line.contains("https://")), "{of_row}");
    walk.press("1 ← ← y");
    let (taken, of_point) = copied(&walk);
    assert_eq!(taken, CopiedItem::Citation);
    assert_ne!(of_row, of_point);
}

#[test]
fn the_last_line_and_help_say_what_y_copies_here() {
    for (keys, said, other) in [
        ("1", "y copy row", "y cite"),
        ("2", "y copy row", "y cite"),
        ("3", "y cite", "y copy row"),
        ("4", "y copy row", "y cite"),
        ("5", "y copy row", "y cite"),
        ("6", "y copy row", "y cite"),
        ("7", "y cite", "y copy row"),
        ("1 ←", "y cite", "y copy row"),
    ] {
        let mut walk = Walk::at(240, 60);
        walk.begin(|state| {
            state.session.capabilities =
                Capabilities { clipboard: ClipboardSupport::Supported, ..Capabilities::UNKNOWN }
        });
        let last = walk.press(keys).text();
        assert!(last.contains(said) && !last.contains(other), "{keys}: {last}");
        let copied = if said == "y cite" { "Copied: the citation" } else { "Copied: the row" };
        walk.press("y").sees(copied);
    }
    let mut walk = Walk::at(120, 120);
    let help = walk.press("1 ?").text();
    let (here, elsewhere) = help.split_once("Everywhere").unwrap();
    assert!(here.contains("copy the row") && !here.contains("copy the citation"), "{here}");
    assert!(!elsewhere.contains("copy the row"), "{elsewhere}");
}

#[test]
fn y_copies_the_citation_of_the_explained_record() {
    let mut walk = walk();
    walk.press("2 Enter y").sees("Copied: the citation");
    let (taken, text) = copied(&walk);
    assert_eq!(taken, CopiedItem::Citation);
    assert!(text.starts_with("≥200,000") && text.contains("2025") && text.contains("https://"), "{text}");
    assert!(matches!(walk.model.state().viewed.overlay, Overlay::Why(RecordRef::Target(_))), "the overlay stays open");
}

#[test]
fn without_a_sure_clipboard_the_notice_names_the_alternative() {
    let mut walk = with(ClipboardSupport::Possible);
    walk.press("c").sees("Sent to the clipboard (else w): this view as a command");
    assert_eq!(walk.effect, Some(Effect::Copy(CopyRequest::View)));
    let mut walk = with(ClipboardSupport::Unsupported);
    walk.press("c").sees("No clipboard here: w writes a file");
    assert_eq!(walk.effect, None);
}

#[test]
fn w_asks_for_the_format_and_then_exports() {
    let mut walk = walk();
    for (key, format) in [("t", Format::Text), ("s", Format::Svg), ("h", Format::Html)] {
        walk.press("w").sees("t text   s SVG   h HTML   Esc back").sees_no("Enter why");
        walk.press(key).sees("Enter why");
        assert_eq!(walk.effect, Some(Effect::Write(format)));
    }
}

#[test]
fn the_exported_view_does_not_show_the_question() {
    let mut walk = walk();
    let text = walk.press("4 j").text();
    walk.press("w t");
    assert_eq!(walk.model.export(Format::Text), text);
    assert!(walk.model.export(Format::Svg).starts_with("<svg "));
    assert!(walk.model.export(Format::Html).starts_with("<!doctype html>"));
    assert_eq!(walk.model.file_name(), "planfact-plants-2026-06-30");
}

#[test]
fn a_key_that_is_no_answer_works_as_usual() {
    let mut walk = walk();
    walk.press("w 4");
    assert_eq!(
        (walk.model.state().viewed.tab, walk.model.state().session.question),
        (PageKind::Plants, PendingQuestion::None)
    );
    walk.press("w q");
    assert_eq!(walk.effect, Some(Effect::Quit));
    walk.press("2 Enter w Esc");
    assert!(walk.model.explained_record().is_some(), "one step back is out of the question, not out of the overlay");
}

#[test]
fn o_shows_the_addresses_one_after_another() {
    let mut walk = walk();
    walk.press("7 o");
    let link = walk.model.links().first().unwrap().clone();
    assert!(link.address.starts_with("https://"));
    assert_eq!(link.at.y, walk.model.links().iter().map(|link| link.at.y).max().unwrap(), "below its record");
    let on_top = |walk: &Walk| walk.model.links().iter().find(|link| link.at.y == 0).map(|link| link.address.clone());
    assert_eq!(on_top(&walk), Some(link.address));
    walk.press("j");
    assert_eq!(on_top(&walk), None, "the next key takes it away");
}

#[test]
fn every_visible_address_is_a_link() {
    let mut walk = walk();
    for keys in ["7 Enter End", "7 j j j Enter End", "2 Enter", "3 ← Enter Enter End"] {
        walk.press("Esc Esc").press(keys).sees("https://");
        assert!(!walk.model.links().is_empty(), "{keys}: no link\n{}", walk.text());
        let cells = walk.cells();
        for link in walk.model.links() {
            let shown: String = link.at.positions().map(|at| cells[at].symbol().to_owned()).collect();
            assert!(link.address.contains(&shown), "{keys}: {} shows {shown:?}", link.address);
        }
    }
}

#[test]
fn a_terminal_without_links_gets_none() {
    let mut walk = walk();
    walk.begin(|state| state.session.capabilities.links = LinkSupport::Unsupported);
    walk.press("7 o").sees("https://");
    assert!(walk.model.links().is_empty());
}
