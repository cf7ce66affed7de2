//! Draws a page into a ratatui buffer.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::page::Page;
use crate::page::chrome::Chrome;
use crate::page::sheet::Sheet;

/// Everything that is on screen.
#[derive(Debug, Clone, Copy)]
pub struct Screen<'a> {
    /// The lines around the page.
    pub chrome: &'a Chrome,
    /// The page.
    pub page: &'a Page,
    /// A sheet over it.
    pub sheet: Option<&'a Sheet>,
    /// What the person moved.
    pub view: View,
}

/// What the person moved, besides the choice of a row, which is in the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct View {
    /// The column of the chart under the crosshair.
    pub cursor: Option<usize>,
    /// The first line shown of the detail panel.
    pub detail_top: usize,
    /// The first line shown of the sheet.
    pub sheet_top: usize,
}

/// Draws the whole screen. Any area is survived, 0×0 too.
pub fn screen(screen: &Screen<'_>, area: Rect, buf: &mut Buffer) {
    let _ = (screen, area, buf);
}
