//! The dashboard without its terminal: what it is made from, what is chosen, the way there, and what is shown of all that.
//!
//! [`Model::apply`] changes the state and then builds what is shown anew, as a whole (`view_model`); drawing reads it.

mod basis;
mod copy;
mod key_contexts;
mod line_mode;
mod overlays;
mod palette;
mod scene;
mod validate;
mod view_model;

use std::path::PathBuf;

use chrono::NaiveDate;
use ratatui::buffer::Buffer;
use ratatui::crossterm::event::{KeyEvent, MouseEvent};
use ratatui::layout::{Rect, Size};

use crate::app::dashboard::action::{Action, Effect};
use crate::app::dashboard::history::ViewHistory;
use crate::app::dashboard::model::basis::ModelInputs;
use crate::app::dashboard::model::view_model::ViewModel;
use crate::app::dashboard::state::{Notice, State};
use crate::app::dashboard::update::{UpdateContext, update};
use crate::app::dashboard::{crosshair, filter};
use crate::app::input::mouse;
use crate::dataset::outline::Outline;
use crate::dataset::records::Dataset;
use crate::page::context::Context;
use crate::page::i18n::Words;
use crate::page::model::overlay::TextOverlay;
use crate::page::model::page::{Page, PageKind};
use crate::page::model::record_ref::RecordRef;
use crate::page::talk;
use crate::render::tui;
use crate::render::tui::layout::areas::Layout;
use crate::render::tui::screen::Screen;

/// The dashboard without its terminal.
pub struct Model {
    data: AppData,
    state: State,
    history: ViewHistory,
    basis: ModelInputs,
    view: ViewModel,
}

/// What the dashboard is made from.
pub struct AppData {
    /// What was said and reported.
    pub dataset: Dataset,
    /// The outline that the sites stand in.
    pub outline: Outline,
    /// Whether the dataset can be read again.
    pub file: DataOrigin,
    /// The file as the command line names it; none for the bundled dataset.
    pub path: Option<PathBuf>,
    /// Whether there is a shell that can continue us after a stop.
    pub shell: JobControl,
}

impl AppData {
    /// What a talk is made from, as known on a day.
    #[must_use]
    pub fn for_talk<'a>(&'a self, words: &'a Words, known: NaiveDate) -> talk::TalkContext<'a> {
        talk::TalkContext { dataset: &self.dataset, words, outline: &self.outline, known }
    }
}

/// Whether the dataset can be read again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DataOrigin {
    /// It comes from a file.
    File,
    /// It is part of the program.
    Bundled,
}

/// Whether there is a shell that can continue us after a stop.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum JobControl {
    /// There is.
    Available,
    /// The terminal was opened for us alone.
    Unavailable,
}

impl Model {
    /// A dashboard in this state.
    #[must_use]
    pub fn new(data: AppData, state: State) -> Self {
        let basis = ModelInputs::of(&data, &state);
        let mut model = Self { data, state, history: ViewHistory::default(), basis, view: ViewModel::blank() };
        model.rebuild();
        model
    }

    /// What the person has chosen.
    #[must_use]
    pub fn state(&self) -> &State {
        &self.state
    }

    /// The page that is open.
    #[must_use]
    pub fn page(&self) -> &Page {
        &self.view.page
    }

    /// Where everything lies on the screen.
    #[must_use]
    pub fn layout(&self) -> &Layout {
        &self.view.layout
    }

    /// What a key means now.
    #[must_use]
    pub fn key(&self, event: &KeyEvent) -> Option<Action> {
        let (keymap, language) = (&self.state.keymap, self.state.language);
        if self.state.text_entry.is_some() {
            return keymap.action_while_typing(event, language, |place| self.is_active(place));
        }
        // A key that answers nothing means what it always does.
        let answer = keymap.action(event, language, |place| self.is_active(place));
        answer.or_else(|| keymap.action(event, language, |place| self.is_active_without_question(place)))
    }

    /// What a click or the wheel means now.
    #[must_use]
    pub fn mouse(&self, event: MouseEvent) -> Option<Action> {
        mouse::action(event, &self.view.layout, &self.state, &self.view.page)
    }

    /// Takes a pasted text: as text where words are typed, else not at all.
    pub fn paste(&mut self, text: &str) {
        let was = self.state.clone();
        filter::insert(&mut self.state, text);
        self.rebuild();
        self.history.record(was, Action::Accept, &self.state);
    }

    /// Does what the person meant; what the world has to do is returned.
    pub fn apply(&mut self, action: Action) -> Option<Effect> {
        if let Action::History(way) = action {
            self.go(way);
            return None;
        }
        if self.state.is_palette_open() && matches!(action, Action::Accept | Action::PickResult(_)) {
            return self.run_palette_item(action);
        }
        if action == Action::Reload && self.data.file == DataOrigin::Bundled {
            self.tell(Notice::Bundled);
            return None;
        }
        let was = self.state.clone();
        if let Some(window) = crosshair::scrolled_window(&self.state, action, &self.view.page) {
            self.state.chart_options.window = Some(window);
            self.rebuild();
        }
        let mut state = self.state.clone();
        let effect = self.with_update_context(|scene| update(&mut state, action, scene));
        self.state = state;
        if !matches!(action, Action::Resize(_) | Action::SetBackground(_)) {
            self.basis.before = None;
        }
        self.rebuild();
        self.history.record(was, action, &self.state);
        self.announce_copy(effect)
    }

    /// Hands over what an action is about.
    fn with_update_context<T>(&self, what: impl FnOnce(&UpdateContext<'_>) -> T) -> T {
        let layout = &self.view.layout;
        let link: Vec<RecordRef> = self.view.sheet.iter().flat_map(TextOverlay::links).collect();
        what(&UpdateContext {
            page: &self.view.page,
            tabs: &self.basis.tabs,
            days: &self.basis.days,
            series: &self.basis.known.series,
            visible_rows: layout.list.shown,
            visible_sheet_lines: layout.sheet.map_or(0, |sheet| usize::from(sheet.text.height)),
            sheet_scroll_max: layout.overlay_scroll_max(),
            sheet: layout.sheet,
            named: layout.named(),
            link: &link,
            detail_scroll_max: layout.detail_scroll_max,
            found: self.found(),
            visible_results: layout.palette.map_or(0, |palette| usize::from(palette.rows.height)),
            addresses: self.addresses().len(),
        })
    }

    /// Shows another dataset, or says why the last good one stays.
    pub fn apply_reload(&mut self, outcome: Result<Dataset, Notice>) {
        match outcome {
            Ok(dataset) => {
                let old = std::mem::replace(&mut self.data.dataset, dataset);
                self.state.remap_records(&old, &self.data.dataset);
                self.basis = ModelInputs::of(&self.data, &self.state);
                self.view.asked = None;
                if !self.basis.tabs.contains(&self.state.tab) {
                    self.state.open_page(PageKind::Overview);
                }
                self.history.remap_records(&old, (&self.data.dataset, &self.basis.tabs));
                let same = old == self.data.dataset;
                self.state.notice = Some(if same { Notice::Unchanged } else { Notice::Reloaded });
            }
            Err(notice) => self.state.notice = Some(notice),
        }
        self.rebuild();
    }

    /// Draws everything.
    pub fn draw(&self, area: Rect, buf: &mut Buffer) {
        if self.view.layout.area == area.intersection(buf.area) {
            tui::draw_prepared(&self.screen(), &self.view.layout, &self.state.paint, buf);
        } else {
            // The terminal has another size than it last told us.
            tui::draw_screen(&self.screen(), &self.state.paint, area, buf);
        }
    }

    /// Everything, on a screen of so many columns and rows.
    #[must_use]
    pub fn cells(mut self, (width, height): (u16, u16)) -> Buffer {
        self.apply(Action::Resize(Size::new(width, height)));
        let area = Rect::new(0, 0, width, height);
        let mut buf = Buffer::empty(area);
        self.draw(area, &mut buf);
        buf
    }

    fn screen(&self) -> Screen<'_> {
        let ViewModel { page, sheet, chrome, .. } = &self.view;
        Screen { chrome, page, sheet: sheet.as_ref(), view: self.state.view }
    }

    fn context(&self) -> Context<'_> {
        self.basis.context(&self.data, &self.state)
    }

    /// What the sheet explains, if it is Why.
    #[must_use]
    pub fn explained_record(&self) -> Option<RecordRef> {
        self.record_explained_by(self.state.overlay)
    }
}
