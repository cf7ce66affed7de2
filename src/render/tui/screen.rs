//! The input of drawing: a page, what surrounds and covers it, and what the user has scrolled or pointed at.

use crate::page::model::{Chrome, Page, PanelSlot, TextOverlay};

/// The largest width and height that is drawn, in cells.
pub const MAX_CELLS: u16 = 1000;

/// Everything that is drawn on the screen.
#[derive(Debug, Clone, Copy)]
pub struct Screen<'a> {
    /// Title, tabs, prompt, key hints, palette.
    pub chrome: &'a Chrome,
    /// The page.
    pub page: &'a Page,
    /// The text overlay above the page.
    pub overlay: Option<&'a TextOverlay>,
    /// Scroll positions and selections that are not part of the page.
    pub view: ViewState,
}

/// Scroll positions and selections. The chosen row is not here: it is part of the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct ViewState {
    /// Index of the data point under the crosshair.
    pub cursor: Option<usize>,
    /// The panel that fills the page, if the page has such a panel.
    pub enlarged: Option<PanelSlot>,
    /// First visible line of the detail panel.
    pub detail_top: usize,
    /// First visible line of the overlay.
    pub overlay_top: usize,
    /// Index of the selected link in the overlay.
    pub link: Option<usize>,
}
