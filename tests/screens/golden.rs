//! Pages at the four sizes of the design, without colour, in ASCII and with every glyph. `UPDATE_GOLDEN=1` writes them.

use std::path::PathBuf;

use planfact::page::model::Chrome;
use planfact::page::model::{Page, PageKind};
use planfact::render::look::theme::{ColorLevel, Glyphs, Paint, Theme};
use planfact::render::tui::export;

use super::{draw, sample};

const SIZES: [(u16, u16); 4] = [(40, 12), (80, 24), (120, 36), (200, 60)];

/// Compares a text with a file in `tests/golden`, or writes the file.
pub(crate) fn golden(name: &str, text: &str) {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/golden").join(name);
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(&path, text).unwrap();
        return;
    }
    let expected = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(expected == text, "{name} differs; UPDATE_GOLDEN=1 writes it anew. It is now:\n{text}");
}

fn hold(name: &str, chrome: &Chrome, page: &Page) {
    for (width, height) in SIZES {
        for (kind, glyphs) in [("ascii", Glyphs::Ascii), ("full", Glyphs::Braille)] {
            let paint = Paint { theme: Theme::Steppe, colors: ColorLevel::None, glyphs };
            let text = export::text(&draw(chrome, page, None, paint, (width, height)));
            golden(&format!("screens/{name}-{width}x{height}-{kind}.txt"), &text);
        }
    }
}

#[test]
fn the_overview_is_drawn_as_before() {
    hold("overview", &sample::chrome(PageKind::Overview), &sample::overview(0));
}

#[test]
fn the_targets_are_drawn_as_before() {
    hold("targets", &sample::chrome(PageKind::Targets), &sample::targets(7));
}

#[test]
fn the_output_is_drawn_as_before() {
    hold("output", &sample::chrome(PageKind::Output), &sample::output());
}

#[test]
fn the_plants_are_drawn_as_before() {
    hold("plants", &sample::chrome(PageKind::Plants), &sample::plants(0));
}

#[test]
fn the_overview_in_russian_is_drawn_as_before() {
    let (chrome, page) = sample::russian();
    hold("overview-ru", &chrome, &page);
}

#[test]
fn the_overview_in_kazakh_is_drawn_as_before() {
    let (chrome, page) = sample::kazakh();
    hold("overview-kk", &chrome, &page);
}
