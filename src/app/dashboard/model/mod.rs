//! The dashboard without its terminal: what is chosen, and what follows from it, kept until something it rests on changes.
//!
//! A page is built only for another dataset, tab, question or language, and kept when it is left; verdicts only for another
//! day; the lines around the page and the sheet only with the page or what lies over it. A frame builds nothing.

mod copy;
mod key_contexts;
mod line_mode;
mod overlays;
mod page_builder;
mod page_cache;
mod palette;
mod refresh;
mod scene;
mod validate;

use std::path::PathBuf;
use std::rc::Rc;

use chrono::NaiveDate;
use ratatui::buffer::Buffer;
use ratatui::crossterm::event::{KeyEvent, MouseEvent};
use ratatui::layout::{Rect, Size};

use crate::app::dashboard::action::{Action, Effect};
use crate::app::dashboard::history::ViewHistory;
use crate::app::dashboard::model::page_builder::{ModelInputs, likely};
use crate::app::dashboard::model::page_cache::{BuiltPage, PageCache};
use crate::app::dashboard::model::palette::{PaletteCache, PaletteSearch};
use crate::app::dashboard::model::refresh::ChromeInputs;
use crate::app::dashboard::state::{Notice, State};
use crate::app::dashboard::update::{UpdateContext, update};
use crate::app::dashboard::{crosshair, filter};
use crate::app::input::mouse;
use crate::compare::series::as_of::known_days;
use crate::dataset::outline::Outline;
use crate::dataset::records::Dataset;
use crate::page::context::Context;
use crate::page::i18n::Words;
use crate::page::model::chrome::Chrome;
use crate::page::model::overlay::TextOverlay;
use crate::page::model::page::{Page, PageKind};
use crate::page::model::record_ref::RecordRef;
use crate::page::pages::chrome;
use crate::page::{self, talk};
use crate::render::tui::layout::Layout;
use crate::render::tui::{self, PreparedScreen, Screen};

/// The dashboard without its terminal.
pub struct Model {
    data: AppData,
    state: State,
    history: ViewHistory,
    palette_search: Option<PaletteSearch>,
    /// What was gathered for the palette.
    palette_cache: PaletteCache,
    basis: ModelInputs,
    /// The words of every language that was spoken, this one among them.
    spoken: Vec<Rc<Words>>,
    days: Vec<NaiveDate>,
    tabs: Vec<PageKind>,
    made: BuiltPage,
    shelf: PageCache,
    /// What is likely to be done next.
    likely: Option<Action>,
    chrome: Chrome,
    sheet: Option<TextOverlay>,
    layout: Layout,
    chrome_inputs: ChromeInputs,
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
        let made = BuiltPage::afresh(&data, &state, &basis);
        let tabs = page::pages(&data.dataset);
        let chrome = chrome::build(&basis.context(&data, &state), &tabs);
        let screen = Screen { chrome: &chrome, page: &made.page, sheet: None, view: state.view };
        let layout = Layout::of(&screen, Rect::ZERO);
        let mut model = Self {
            days: known_days(&data.dataset),
            chrome_inputs: ChromeInputs::of(&state, &basis.words),
            history: ViewHistory::default(),
            palette_search: None,
            palette_cache: PaletteCache::default(),
            spoken: vec![Rc::clone(&basis.words)],
            shelf: PageCache::default(),
            likely: None,
            sheet: None,
            data,
            state,
            basis,
            tabs,
            made,
            chrome,
            layout,
        };
        model.rebuild_overlays();
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
        &self.made.page
    }

    /// Where everything lies on the screen.
    #[must_use]
    pub fn layout(&self) -> &Layout {
        &self.layout
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
        mouse::action(event, &self.layout, &self.state, &self.made.page)
    }

    /// Takes a pasted text: as text where words are typed, else not at all.
    pub fn paste(&mut self, text: &str) {
        let was = self.state.clone();
        filter::insert(&mut self.state, text);
        self.refresh();
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
        if let Some(window) = crosshair::scrolled_window(&self.state, action, &self.made.page) {
            self.state.chart_options.window = Some(window);
            self.refresh();
        }
        let mut state = self.state.clone();
        let effect = self.with_update_context(|scene| update(&mut state, action, scene));
        self.state = state;
        if !matches!(action, Action::Resize(_) | Action::SetBackground(_)) {
            self.basis.before = None;
            self.likely = likely(action).filter(|_| self.is_small());
        }
        self.refresh();
        self.history.record(was, action, &self.state);
        self.announce_copy(effect)
    }

    /// Hands over what an action is about.
    fn with_update_context<T>(&self, what: impl FnOnce(&UpdateContext<'_>) -> T) -> T {
        let layout = &self.layout;
        let link: Vec<RecordRef> = self.sheet.iter().flat_map(TextOverlay::links).collect();
        what(&UpdateContext {
            page: &self.made.page,
            tabs: &self.tabs,
            days: &self.days,
            series: &self.basis.known.series,
            visible_rows: layout.rows(),
            visible_sheet_lines: layout.sheet.map_or(0, |sheet| usize::from(sheet.text.height)),
            sheet_scroll_max: layout.overlay_scroll_max(),
            sheet: layout.sheet,
            named: layout.named(),
            link: &link,
            detail_scroll_max: layout.detail_scroll_max(),
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
                self.days = known_days(&self.data.dataset);
                self.tabs = page::pages(&self.data.dataset);
                if !self.tabs.contains(&self.state.tab) {
                    self.state.open_page(PageKind::Overview);
                }
                self.history.remap_records(&old, (&self.data.dataset, &self.tabs));
                self.palette_search = None;
                self.palette_cache = PaletteCache::default();
                self.rebuild_all();
                let same = old == self.data.dataset;
                self.state.notice = Some(if same { Notice::Unchanged } else { Notice::Reloaded });
            }
            Err(notice) => self.state.notice = Some(notice),
        }
        self.rebuild_overlays();
    }

    /// Draws everything.
    pub fn draw(&self, area: Rect, buf: &mut Buffer) {
        if self.layout.area == area.intersection(buf.area) {
            let laid = PreparedScreen { layout: &self.layout, widths: &self.made.widths };
            tui::draw_prepared(&self.screen(), laid, &self.state.paint, buf);
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
        Screen { chrome: &self.chrome, page: &self.made.page, sheet: self.sheet.as_ref(), view: self.state.view }
    }

    /// Lays out the page and the sheet over it; the texts that have not changed stay as they were wrapped.
    fn lay_out(&mut self) {
        let area = Rect::new(0, 0, self.state.size.width, self.state.size.height);
        let kept = std::mem::take(&mut self.layout.texts);
        self.layout = Layout::lay_out_page(&self.screen(), area, kept);
    }

    /// Lays out what stands around them.
    fn lay_out_chrome(&mut self) {
        let (chrome, page, sheet) = (&self.chrome, &self.made.page, self.sheet.as_ref());
        self.layout.lay_out_chrome(&Screen { chrome, page, sheet, view: self.state.view });
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
