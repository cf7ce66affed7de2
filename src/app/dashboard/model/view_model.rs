//! What is shown of a state: the page, what lies over and around it, and where everything lies. Built anew after every
//! change of the state; drawing reads it.

use chrono::NaiveDate;
use ratatui::layout::Rect;

use crate::app::dashboard::crosshair;
use crate::app::dashboard::hints::{hints, notice_text, prompt};
use crate::app::dashboard::model::Model;
use crate::app::dashboard::model::palette::PaletteSearch;
use crate::app::dashboard::state::{RowChoice, State};
use crate::dataset::records::Language;
use crate::page;
use crate::page::model::chrome::Chrome;
use crate::page::model::data_point::DataPoint;
use crate::page::model::overlay::TextOverlay;
use crate::page::model::page::{Page, PageKind};
use crate::page::model::query::Query;
use crate::page::model::row_filter::RowFilter;
use crate::page::pages::chrome;
use crate::render::tui::layout::areas::Layout;
use crate::render::tui::screen::{Screen, ViewState};

/// What is shown of a state.
pub(super) struct ViewModel {
    pub(super) page: Page,
    /// What the page was built for; none for the blank page at the start and after another dataset was read.
    pub(super) asked: Option<PageKey>,
    pub(super) sheet: Option<TextOverlay>,
    pub(super) chrome: Chrome,
    /// What is in the palette, while that is open.
    pub(super) palette_search: Option<PaletteSearch>,
    pub(super) layout: Layout,
}

/// What a page is built for: the same page for the same, and the same list where only the choice is another.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct PageKey {
    tab: PageKind,
    /// Without a focus: that is the choice.
    query: Query,
    choice: Option<RowChoice>,
    filter: RowFilter,
    language: Language,
    before: Option<NaiveDate>,
}

impl PageKey {
    fn by(state: &State, before: Option<NaiveDate>) -> Self {
        let query = Query { focus: None, ..state.query() };
        let filter = state.row_filter().clone();
        Self { tab: state.tab, query, choice: state.chosen(), filter, language: state.language, before }
    }

    fn is_for_list_of(&self, other: &Self) -> bool {
        Self { choice: self.choice, ..other.clone() } == *self
    }
}

impl ViewModel {
    /// Before anything was built.
    pub(super) fn blank() -> Self {
        let page = Page { kind: PageKind::Overview, sentence: Vec::new(), panels: Vec::new() };
        let chrome = Chrome::default();
        let screen = Screen { chrome: &chrome, page: &page, sheet: None, view: ViewState::default() };
        let layout = Layout::of(&screen, Rect::ZERO);
        Self { page, asked: None, sheet: None, chrome, palette_search: None, layout }
    }
}

impl Model {
    /// Builds what is shown of the state. The crosshair stays at its time in another picture of the same page.
    pub(super) fn rebuild(&mut self) {
        self.basis.set_query(&self.data, &self.state);
        let (tab, at) = (self.view.page.kind, self.spot().map(|spot| spot.at));
        if self.build_page() && tab == self.view.page.kind {
            self.restore_crosshair(at);
        }
        self.build_around();
    }

    /// Builds the page if it is another one that is asked for; returns whether it is.
    pub(super) fn build_page(&mut self) -> bool {
        let asked = PageKey::by(&self.state, self.basis.day_before());
        let built = self.view.asked.replace(asked.clone());
        if built.as_ref() == Some(&asked) {
            return false;
        }
        let ctx = self.basis.context(&self.data, &self.state);
        if built.is_some_and(|built| built.is_for_list_of(&asked)) {
            page::refocus(&mut self.view.page, &ctx);
        } else {
            self.view.page = page::build(self.state.tab, &ctx);
            self.view.layout.widths = None;
        }
        if let (Some(choice), Some(table)) = (self.state.chosen(), self.view.page.list_mut()) {
            // Several rows may stand for what is in focus: the page knows only that.
            table.chosen = choice.index_in(table).or(table.chosen);
        }
        let places = self.view.page.data_points().len();
        self.state.view.cursor = self.state.view.cursor.filter(|cursor| *cursor < places);
        true
    }

    /// Keeps the crosshair at its time in a picture that was built again, or where the chosen record stands in it.
    fn restore_crosshair(&mut self, at: Option<i32>) {
        let Some(at) = at else { return };
        self.state.view.cursor = crosshair::nearest_in_time(at, &self.view.page);
        if let Some(key) = self.state.chosen().map(|choice| choice.key) {
            crosshair::follow_record(&mut self.state, key, &self.view.page);
        }
    }

    /// Builds what lies over the page and around it, and lays everything out. Which keys work, and are shown, depends on
    /// what there is room for.
    pub(super) fn build_around(&mut self) {
        self.view.sheet = self.build_sheet(self.state.overlay);
        let area = Rect::new(0, 0, self.state.size.width, self.state.size.height);
        let widths = self.view.layout.widths.take();
        self.view.layout = Layout::lay_out_page(&self.screen(), area, widths);
        self.view.chrome = self.chrome_of();
        if let Some(sheet) = &mut self.view.sheet {
            sheet.hints.clone_from(&self.view.chrome.hints);
        }
        self.view.palette_search = self.find();
        self.view.chrome.palette = self.palette();
        self.view.chrome.prompt = prompt(&self.state).filter(|_| self.view.chrome.palette.is_none());
        let ViewModel { page, sheet, chrome, layout, .. } = &mut self.view;
        layout.lay_out_chrome(&Screen { chrome, page, sheet: sheet.as_ref(), view: self.state.view });
    }

    fn chrome_of(&self) -> Chrome {
        let words = &self.basis.words;
        let told = |notice| notice_text(words, notice, (&self.state, &self.addresses()));
        let message = self.state.notice.as_ref().map(told);
        let hints = hints(words, &self.state.keymap, |place| self.is_active(place));
        Chrome { hints, ..chrome::build(&self.context(), &self.basis.tabs, &self.view.page, message) }
    }

    /// The place under the crosshair.
    pub(super) fn spot(&self) -> Option<&DataPoint> {
        crosshair::current_point(&self.state, &self.view.page)
    }
}
