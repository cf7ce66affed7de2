//! Every size draws, from nothing to more than any screen has.

use planfact::page::{Page, PageKind};
use planfact::render::look::theme::{ColorLevel, Glyphs, Paint, Theme};
use planfact::render::tui::layout::Layout;
use planfact::render::tui::{Screen, ViewState};
use ratatui::layout::Rect;

use super::{COLOR, PLAIN, draw_view, sample};

fn pages() -> Vec<Page> {
    vec![sample::overview(3), sample::targets(7), sample::output(), sample::plants(0)]
}

#[test]
fn every_small_size_and_odd_ones_draw() {
    let small = (0..=12).flat_map(|width| (0..=12).map(move |height| (width, height)));
    let odd = [(40, 12), (39, 12), (40, 11), (41, 13), (59, 17), (60, 18), (61, 60), (1, 200), (300, 3), (300, 100)];
    let sheet = sample::sheet();
    let chrome = sample::chrome(PageKind::Overview);
    for size in small.chain(odd).chain((12..130).step_by(7).map(|n| (n + 20, n / 2))) {
        for page in &pages() {
            for sheet in [None, Some(&sheet)] {
                for cursor in [None, Some(13), Some(99)] {
                    let view = ViewState { cursor, detail_top: 99, overlay_top: 99, enlarged: None, link: Some(1) };
                    let screen = Screen { chrome: &chrome, page, sheet, view };
                    draw_view(&screen, COLOR, size);
                    draw_view(&screen, PLAIN, size);
                }
            }
        }
    }
}

#[test]
fn every_theme_and_level_draws() {
    let chrome = sample::chrome(PageKind::Overview);
    for page in &pages() {
        for theme in Theme::ALL {
            for colors in [ColorLevel::True, ColorLevel::Ansi256, ColorLevel::Ansi16, ColorLevel::None] {
                for glyphs in [Glyphs::Braille, Glyphs::Block, Glyphs::Ascii] {
                    let screen = Screen { chrome: &chrome, page, sheet: None, view: ViewState::default() };
                    draw_view(&screen, Paint { theme, colors, glyphs }, (100, 30));
                }
            }
        }
    }
}

#[test]
fn the_chosen_row_is_always_in_sight() {
    let chrome = sample::chrome(PageKind::Targets);
    for chosen in 0..12 {
        let page = sample::targets(chosen);
        let row = page.list().unwrap().chosen.unwrap();
        for (width, height) in [(40, 12), (50, 13), (80, 18), (80, 24), (120, 36), (200, 60)] {
            let screen = Screen { chrome: &chrome, page: &page, sheet: None, view: ViewState::default() };
            let layout = Layout::of(&screen, Rect::new(0, 0, width, height));
            let rows = layout.list;
            assert!((rows.first..rows.first + rows.shown).contains(&row), "{row} at {width}x{height}: {rows:?}");
        }
    }
}
