//! The view: the page, the overlay, the chrome and their layout. `rebuild.rs` fills it.

use chrono::NaiveDate;
use ratatui::layout::Rect;

use crate::app::dashboard::palette::PaletteSearch;
use crate::app::dashboard::state::{RowChoice, State};
use crate::dataset::records::Language;
use crate::page::model::{Chrome, Page, PageKind, Query, RowFilter, TextOverlay};
use crate::render::tui::layout::areas::Layout;
use crate::render::tui::screen::{Screen, ViewState};

/// What is shown of a state.
pub(in crate::app) struct ViewModel {
    pub(in crate::app) page: Page,
    /// What the page was built for; none at the start and after a reload.
    pub(in crate::app) page_key: Option<PageKey>,
    pub(in crate::app) overlay: Option<TextOverlay>,
    pub(in crate::app) chrome: Chrome,
    /// None while the palette is closed.
    pub(in crate::app) palette_search: Option<PaletteSearch>,
    pub(in crate::app) layout: Layout,
}

/// What a page is built for: the page is reused for the same key, and the list is where only the choice differs.
#[derive(Debug, Clone, PartialEq)]
pub(in crate::app) struct PageKey {
    tab: PageKind,
    /// Without a focus, which is in `choice`.
    query: Query,
    choice: Option<RowChoice>,
    filter: RowFilter,
    language: Language,
    /// The date whose changes are marked.
    before: Option<NaiveDate>,
}

impl PageKey {
    pub(in crate::app) fn new(state: &State, before: Option<NaiveDate>) -> Self {
        let query = Query { focus: None, ..state.query() };
        let filter = state.row_filter().clone();
        Self { tab: state.viewed.tab, query, choice: state.chosen(), filter, language: state.look.language, before }
    }

    pub(in crate::app) fn has_list_of(&self, other: &Self) -> bool {
        Self { choice: self.choice, ..other.clone() } == *self
    }
}

impl ViewModel {
    /// An empty page.
    pub(in crate::app) fn blank() -> Self {
        let page = Page { kind: PageKind::Overview, sentence: Vec::new(), panels: Vec::new() };
        let chrome = Chrome::default();
        let screen = Screen { chrome: &chrome, page: &page, overlay: None, view: ViewState::default() };
        let layout = Layout::of(&screen, Rect::ZERO);
        Self { page, page_key: None, overlay: None, chrome, palette_search: None, layout }
    }
}
