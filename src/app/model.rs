//! The dashboard without its terminal: what is chosen, and what follows from it, kept until something it rests on changes.
//!
//! A page is built again only for another dataset, tab, question or language; verdicts only for another day; the lines
//! around the page and the sheet only with the page or what lies over it. A frame builds nothing.

mod finder;
mod heard;
mod places;
mod take_along;
mod visit;
mod way;

use std::path::PathBuf;

use chrono::NaiveDate;
use ratatui::buffer::Buffer;
use ratatui::crossterm::event::{KeyEvent, MouseEvent};
use ratatui::layout::{Rect, Size};

use super::action::{Action, Effect};
use super::crosshair;
use super::keys::table::Place;
use super::mouse;
use super::sifting;
use super::state::{Choice, Notice, Overlay, State, Typing};
use super::surroundings::{hints, message, prompt};
use super::trail::Trail;
use super::update::{Scene, update};
use crate::compare::judged::Judged;
use crate::compare::known::known_days;
use crate::dataset::index::Series;
use crate::dataset::outline::Outline;
use crate::dataset::records::{Dataset, Language};
use crate::page::chrome::Chrome;
use crate::page::context::Context;
use crate::page::sheet::Sheet;
use crate::page::sift::Sift;
use crate::page::spot::Spot;
use crate::page::words::Words;
use crate::page::{self, Page, PageKind, Query, Ref, chrome, output};
use crate::render::tui::layout::Layout;
use crate::render::tui::{self, Screen};

use finder::Finder;

/// The dashboard without its terminal.
pub struct Model {
    material: Material,
    state: State,
    trail: Trail,
    finder: Option<Finder>,
    words: Words,
    verdicts: Judged,
    /// What was known before the last step in time, until the next thing done.
    before: Option<Judged>,
    days: Vec<NaiveDate>,
    tabs: Vec<PageKind>,
    series: Vec<Series>,
    page: Page,
    chrome: Chrome,
    sheet: Option<Sheet>,
    layout: Layout,
    built: Built,
}

/// What the dashboard is made from.
pub struct Material {
    /// What was said and reported.
    pub dataset: Dataset,
    /// The outline that the sites stand in.
    pub outline: Outline,
    /// Whether the dataset can be read again.
    pub file: File,
    /// The file as the command line names it; none for the bundled dataset.
    pub path: Option<PathBuf>,
    /// Whether there is a shell that can continue us after a stop.
    pub shell: Shell,
}

/// Whether the dataset can be read again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum File {
    /// It comes from a file.
    Readable,
    /// It is part of the program.
    Bundled,
}

/// Whether there is a shell that can continue us after a stop.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shell {
    /// There is.
    Below,
    /// The terminal was opened for us alone.
    None,
}

/// What the page, and what lies around and over it, were built for.
#[derive(Debug, Clone, PartialEq)]
struct Built {
    day: NaiveDate,
    page: Asked,
    around: Around,
}

/// What a page is built for.
#[derive(Debug, Clone, PartialEq)]
struct Asked {
    tab: PageKind,
    /// Without a focus: that is the choice.
    query: Query,
    choice: Option<Choice>,
    sift: Sift,
    language: Language,
    /// The day before the last step in time, where its changes are marked.
    before: Option<NaiveDate>,
}

/// What the lines around the page and the sheet were built for, besides the page.
#[derive(Debug, Clone, PartialEq)]
struct Around {
    overlay: Overlay,
    notice: Option<Notice>,
    typing: Option<Typing>,
    places: [bool; Place::ALL.len()],
    is_ascii: bool,
}

impl Model {
    /// A dashboard in this state.
    #[must_use]
    pub fn new(material: Material, state: State) -> Self {
        let words = Words::new(state.language).renamed(&material.dataset.words);
        let verdicts = Judged::on(&material.dataset, state.day());
        let days = known_days(&material.dataset);
        let tabs = page::pages(&material.dataset);
        let ctx = Context {
            dataset: &material.dataset,
            verdicts: &verdicts,
            words: &words,
            outline: &material.outline,
            before: None,
            sift: Some(state.sift()),
            query: state.query(),
        };
        let page = page::build(state.tab, &ctx);
        let chrome = chrome::build(&ctx, &tabs, &page, Vec::new(), None);
        let series = output::series(&ctx);
        let around = Around {
            overlay: Overlay::None,
            notice: None,
            typing: None,
            places: [false; Place::ALL.len()],
            is_ascii: state.paint.is_ascii(),
        };
        let built = Built { day: state.day(), page: asked(&state, None), around };
        let layout = Layout::of(&Screen { chrome: &chrome, page: &page, sheet: None, view: state.view }, Rect::ZERO);
        let mut model = Self {
            material,
            state,
            trail: Trail::default(),
            finder: None,
            words,
            verdicts,
            before: None,
            days,
            tabs,
            series,
            page,
            chrome,
            sheet: None,
            layout,
            built,
        };
        model.choose();
        model.dress();
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
        &self.page
    }

    /// Where everything lies on the screen.
    #[must_use]
    pub fn layout(&self) -> &Layout {
        &self.layout
    }

    /// What a key means now.
    #[must_use]
    pub fn key(&self, event: &KeyEvent) -> Option<Action> {
        if self.state.typing.is_some() {
            return self.state.keymap.typed(event, |place| self.is_at(place));
        }
        // A key that answers nothing means what it always does.
        let answer = self.state.keymap.action(event, |place| self.is_at(place));
        answer.or_else(|| self.state.keymap.action(event, |place| self.would_be_at(place)))
    }

    /// What a click or the wheel means now.
    #[must_use]
    pub fn mouse(&self, event: MouseEvent) -> Option<Action> {
        mouse::action(event, &self.layout, &self.state, &self.page)
    }

    /// Takes a pasted text: as text where words are typed, else not at all.
    pub fn paste(&mut self, text: &str) {
        let was = self.state.clone();
        sifting::insert(&mut self.state, text);
        self.refresh();
        self.trail.note(was, Action::Accept, &self.state);
    }

    /// Does what the person meant; what the world has to do is returned.
    pub fn apply(&mut self, action: Action) -> Option<Effect> {
        if let Action::History(way) = action {
            self.go(way);
            return None;
        }
        if self.state.is_finding() && matches!(action, Action::Accept | Action::Pick(_)) {
            return self.reach(action);
        }
        let was = self.state.clone();
        let onward: Vec<Ref> = self.sheet.iter().flat_map(Sheet::onward).collect();
        if let Some(window) = crosshair::dragged(&self.state, action, &self.page) {
            self.state.drawing.window = Some(window);
            self.refresh();
        }
        let layout = &self.layout;
        let scene = Scene {
            page: &self.page,
            tabs: &self.tabs,
            days: &self.days,
            series: &self.series,
            rows_seen: layout.rows(),
            sheet_seen: layout.sheet.map_or(0, |sheet| usize::from(sheet.text.height)),
            sheet_last: layout.sheet_scroll_max(),
            sheet: layout.sheet,
            named: &layout.named,
            onward: &onward,
            detail_last: layout.detail_scroll_max(),
            found: self.found(),
            found_seen: layout.palette.map_or(0, |palette| usize::from(palette.rows.height)),
            addresses: self.addresses().len(),
        };
        let effect = update(&mut self.state, action, &scene);
        if !matches!(action, Action::Resize(_) | Action::Ground(_)) {
            self.before = None;
        }
        self.refresh();
        self.trail.note(was, action, &self.state);
        self.copying(effect)
    }

    /// Shows another dataset, or says why the last good one stays.
    pub fn reloaded(&mut self, outcome: Result<Dataset, Notice>) {
        match outcome {
            Ok(dataset) => {
                let old = std::mem::replace(&mut self.material.dataset, dataset);
                self.state.follow(&old, &self.material.dataset);
                self.words = Words::new(self.state.language).renamed(&self.material.dataset.words);
                self.days = known_days(&self.material.dataset);
                self.tabs = page::pages(&self.material.dataset);
                if !self.tabs.contains(&self.state.tab) {
                    self.state.open(PageKind::Overview);
                }
                self.trail.follow(&old, (&self.material.dataset, &self.tabs));
                self.judge();
                self.before = None;
                self.rebuild();
                self.state.notice = Some(Notice::Reloaded);
            }
            Err(notice) => self.state.notice = Some(notice),
        }
        self.dress();
    }

    /// Draws everything.
    pub fn draw(&self, area: Rect, buf: &mut Buffer) {
        tui::screen(&self.screen(), &self.state.paint, area, buf);
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
        Screen { chrome: &self.chrome, page: &self.page, sheet: self.sheet.as_ref(), view: self.state.view }
    }

    fn lay_out(&mut self) {
        let size = self.state.size;
        self.layout = Layout::of(&self.screen(), Rect::new(0, 0, size.width, size.height));
    }

    fn context(&self) -> Context<'_> {
        Context {
            dataset: &self.material.dataset,
            verdicts: &self.verdicts,
            words: &self.words,
            outline: &self.material.outline,
            before: self.before.as_ref(),
            sift: Some(self.state.sift()),
            query: self.state.query(),
        }
    }

    /// Builds again what no longer fits the state.
    fn refresh(&mut self) {
        if self.words.language() != self.state.language {
            self.words = Words::new(self.state.language).renamed(&self.material.dataset.words);
        }
        if self.built.day != self.state.day() {
            let before = self.judge();
            self.before = Some(before);
        }
        let asked = self.asked();
        if self.built.page != asked {
            let (tab, at) = (self.page.kind, self.spot().map(|spot| spot.at));
            if (Asked { choice: asked.choice, ..self.built.page.clone() }) == asked {
                self.refocus();
            } else {
                self.rebuild();
            }
            // What can be done, and what there is, may be other things now.
            self.finder = None;
            if tab == self.page.kind {
                self.stay(at);
            }
            self.dress();
            return;
        }
        self.lay_out();
        if self.built.around != self.around() {
            self.dress();
        }
    }

    /// Judges as known on the day of the state; the verdicts before are returned.
    fn judge(&mut self) -> Judged {
        self.built.day = self.state.day();
        let before = std::mem::replace(&mut self.verdicts, Judged::on(&self.material.dataset, self.state.day()));
        self.series = output::series(&self.context());
        before
    }

    fn asked(&self) -> Asked {
        asked(&self.state, self.before.as_ref().map(Judged::known))
    }

    fn rebuild(&mut self) {
        self.page = page::build(self.state.tab, &self.context());
        self.choose();
    }

    /// Another choice on the same page: its rows stay.
    fn refocus(&mut self) {
        let empty = Page { kind: self.page.kind, sentence: Vec::new(), panels: Vec::new() };
        let page = std::mem::replace(&mut self.page, empty);
        self.page = page::refocus(page, &self.context());
        self.choose();
    }

    /// What the page was built for; of several rows that stand for what is in focus, the one that was meant.
    fn choose(&mut self) {
        self.built.page = self.asked();
        if let (Some(choice), Some(table)) = (self.state.chosen(), self.page.list_mut()) {
            // Several rows may stand for what is in focus: the page knows only that.
            table.chosen = choice.place_in(table).or(table.chosen);
        }
        let places = self.page.spots().len();
        self.state.view.cursor = self.state.view.cursor.filter(|cursor| *cursor < places);
    }

    /// Keeps the crosshair at its time in a picture that was built again, or where the chosen record stands in it.
    fn stay(&mut self, at: Option<i32>) {
        let Some(at) = at else { return };
        self.state.view.cursor = crosshair::nearest(at, &self.page);
        if let Some(key) = self.state.chosen().map(|choice| choice.key) {
            crosshair::follow(&mut self.state, key, &self.page);
        }
    }

    /// Builds what lies over the page and the lines around it, and lays everything out.
    fn dress(&mut self) {
        self.sheet = self.sheet_of(self.state.overlay);
        // Which keys work depends on what there is room for.
        self.lay_out();
        let hints = hints(&self.words, &self.state.keymap, |place| self.is_at(place));
        if let Some(sheet) = &mut self.sheet {
            sheet.hints.clone_from(&hints);
        }
        let notice = self
            .state
            .notice
            .as_ref()
            .map(|notice| message(&self.words, notice, (&self.state.keymap, &self.addresses())));
        self.chrome = chrome::build(&self.context(), &self.tabs, &self.page, hints, notice);
        self.find();
        self.chrome.palette = self.palette();
        self.chrome.prompt = prompt(&self.state).filter(|_| self.chrome.palette.is_none());
        self.state.view.sheet_top = self.state.view.sheet_top.min(self.layout.sheet_scroll_max());
        self.lay_out();
        self.built.around = self.around();
    }

    /// The place under the crosshair.
    fn spot(&self) -> Option<&Spot> {
        crosshair::spot(&self.state, &self.page)
    }

    fn around(&self) -> Around {
        Around {
            overlay: self.state.overlay,
            notice: self.state.notice.clone(),
            typing: self.state.typing.clone(),
            places: Place::ALL.map(|place| self.is_at(place)),
            is_ascii: self.state.paint.is_ascii(),
        }
    }

    /// What the sheet explains, if it is Why.
    #[must_use]
    pub fn explained(&self) -> Option<Ref> {
        self.explains(self.state.overlay)
    }
}

fn asked(state: &State, before: Option<NaiveDate>) -> Asked {
    let query = Query { focus: None, ..state.query() };
    let sift = state.sift().clone();
    Asked { tab: state.tab, query, choice: state.chosen(), sift, language: state.language, before }
}
