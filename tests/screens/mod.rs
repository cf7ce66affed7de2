//! Drawn pages at several sizes, colour levels and glyph levels, against golden files readable with `cat`.

pub(crate) mod any_size;
mod bundled;
mod chart_command;
mod chromium;
mod colors;
mod contrast;
mod exports;
pub(crate) mod golden;
mod layout;
pub(crate) mod sample;
mod without_color;

use planfact::page::model::Chrome;
use planfact::page::model::Page;
use planfact::page::model::TextOverlay;
use planfact::render::look::theme::{ColorLevel, Glyphs, Paint, Theme};
use planfact::render::tui::draw_screen;
use planfact::render::tui::screen::{Screen, ViewState};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// The default look.
pub(crate) const COLOR: Paint = Paint { theme: Theme::Steppe, colors: ColorLevel::True, glyphs: Glyphs::Braille };

/// No colour, ASCII only.
pub(crate) const PLAIN: Paint = Paint { theme: Theme::Steppe, colors: ColorLevel::None, glyphs: Glyphs::Ascii };

/// Draws a page at a size.
pub(crate) fn draw(
    chrome: &Chrome,
    page: &Page,
    overlay: Option<&TextOverlay>,
    paint: Paint,
    size: (u16, u16),
) -> Buffer {
    draw_view(&Screen { chrome, page, overlay, view: ViewState::default() }, paint, size)
}

/// Draws a screen at a size.
pub(crate) fn draw_view(view: &Screen<'_>, paint: Paint, (width, height): (u16, u16)) -> Buffer {
    let mut buf = Buffer::empty(Rect::new(0, 0, width, height));
    draw_screen(view, &paint, buf.area, &mut buf);
    buf
}
