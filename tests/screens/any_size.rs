//! Drawing works at every size, from 0×0 to larger than any screen.

use planfact::page::model::{Page, PageKind};
use planfact::render::look::theme::{ColorLevel, Glyphs, Paint, Theme};
use planfact::render::tui::layout::areas::Layout;
use planfact::render::tui::screen::{Screen, ViewState};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Color;

use super::{COLOR, PLAIN, draw_view, sample};

fn pages() -> Vec<Page> {
    vec![sample::overview(3), sample::targets(7), sample::output(), sample::plants(0)]
}

/// Something is drawn if there is a cell; no colour and no glyph above the level of the paint is used.
pub(crate) fn check(drawn: &Buffer, paint: Paint) {
    let is_blank = drawn.content.iter().all(|cell| cell.symbol() == " ");
    assert_eq!(is_blank, drawn.area.is_empty(), "{paint:?}: {drawn:?}");
    for cell in &drawn.content {
        assert!(paint.colors != ColorLevel::None || (cell.fg, cell.bg) == (Color::Reset, Color::Reset), "{cell:?}");
        let is_drawing = cell.symbol().contains(|sign| ('\u{2500}'..='\u{28ff}').contains(&sign));
        assert!(paint.glyphs != Glyphs::Ascii || !is_drawing, "{cell:?}");
    }
}

#[test]
fn every_small_and_odd_size_is_drawn() {
    let small = (0..=12).flat_map(|width| (0..=12).map(move |height| (width, height)));
    let odd = [(40, 12), (39, 12), (40, 11), (41, 13), (59, 17), (60, 18), (61, 60), (1, 200), (300, 3), (300, 100)];
    let overlay = sample::overlay();
    let chrome = sample::chrome(PageKind::Overview);
    for size in small.chain(odd).chain((12..130).step_by(7).map(|n| (n + 20, n / 2))) {
        for page in &pages() {
            for overlay in [None, Some(&overlay)] {
                for cursor in [None, Some(13), Some(99)] {
                    let view = ViewState { cursor, detail_top: 99, overlay_top: 99, enlarged: None, link: Some(1) };
                    let screen = Screen { chrome: &chrome, page, overlay, view };
                    for paint in [COLOR, PLAIN] {
                        check(&draw_view(&screen, paint, size), paint);
                    }
                }
            }
        }
    }
}

#[test]
fn every_theme_and_level_is_drawn() {
    let chrome = sample::chrome(PageKind::Overview);
    for page in &pages() {
        for theme in Theme::ALL {
            for colors in [ColorLevel::True, ColorLevel::Ansi256, ColorLevel::Ansi16, ColorLevel::None] {
                for glyphs in [Glyphs::Braille, Glyphs::Block, Glyphs::Ascii] {
                    let screen = Screen { chrome: &chrome, page, overlay: None, view: ViewState::default() };
                    let paint = Paint { theme, colors, glyphs };
                    check(&draw_view(&screen, paint, (100, 30)), paint);
                }
            }
        }
    }
}

#[test]
fn the_chosen_row_is_always_visible() {
    let chrome = sample::chrome(PageKind::Targets);
    for chosen in 0..12 {
        let page = sample::targets(chosen);
        let row = page.list().unwrap().chosen.unwrap();
        for (width, height) in [(40, 12), (50, 13), (80, 18), (80, 24), (120, 36), (200, 60)] {
            let screen = Screen { chrome: &chrome, page: &page, overlay: None, view: ViewState::default() };
            let layout = Layout::of(&screen, Rect::new(0, 0, width, height));
            let rows = layout.list;
            assert!((rows.first..rows.first + rows.shown).contains(&row), "{row} at {width}x{height}: {rows:?}");
        }
    }
}
