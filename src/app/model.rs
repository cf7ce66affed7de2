//! The dashboard without its terminal: what is chosen, and what follows from it, kept until something it rests on changes.
//!
//! A page is built only for another dataset, tab, question or language, and kept when it is left; verdicts only for another
//! day; the lines around the page and the sheet only with the page or what lies over it. A frame builds nothing.

mod building;
mod finder;
mod fits;
mod heard;
mod making;
mod places;
mod shelf;
mod take_along;
mod visit;
mod way;

use std::path::PathBuf;
use std::rc::Rc;

use chrono::NaiveDate;
use ratatui::buffer::Buffer;
use ratatui::crossterm::event::{KeyEvent, MouseEvent};
use ratatui::layout::{Rect, Size};

use super::action::{Action, Effect};
use super::crosshair;
use super::mouse;
use super::sifting;
use super::state::{Notice, State};
use super::trail::Trail;
use super::update::{Scene, update};
use crate::compare::known::known_days;
use crate::dataset::outline::Outline;
use crate::dataset::records::Dataset;
use crate::page::chrome::Chrome;
use crate::page::context::Context;
use crate::page::sheet::Sheet;
use crate::page::words::Words;
use crate::page::{self, Page, PageKind, Ref, chrome, scene};
use crate::render::tui::layout::Layout;
use crate::render::tui::{self, Laid, Screen};

use building::Around;
use finder::{Finder, Gathered};
use making::{Basis, likely};
use shelf::{Made, Shelf};

/// The dashboard without its terminal.
pub struct Model {
    material: Material,
    state: State,
    trail: Trail,
    finder: Option<Finder>,
    /// What was gathered for the palette.
    gathered: Gathered,
    basis: Basis,
    /// The words of every language that was spoken, this one among them.
    spoken: Vec<Rc<Words>>,
    days: Vec<NaiveDate>,
    tabs: Vec<PageKind>,
    made: Made,
    shelf: Shelf,
    /// What is likely to be done next.
    likely: Option<Action>,
    chrome: Chrome,
    sheet: Option<Sheet>,
    layout: Layout,
    dressed: Around,
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

impl Material {
    /// What a talk is made from, as known on a day.
    #[must_use]
    pub fn of_talk<'a>(&'a self, words: &'a Words, known: NaiveDate) -> scene::Material<'a> {
        scene::Material { dataset: &self.dataset, words, outline: &self.outline, known }
    }
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

impl Model {
    /// A dashboard in this state.
    #[must_use]
    pub fn new(material: Material, state: State) -> Self {
        let basis = Basis::of(&material, &state);
        let made = Made::afresh(&material, &state, &basis);
        let tabs = page::pages(&material.dataset);
        let chrome = chrome::build(&basis.context(&material, &state), &tabs);
        let screen = Screen { chrome: &chrome, page: &made.page, sheet: None, view: state.view };
        let layout = Layout::of(&screen, Rect::ZERO);
        let mut model = Self {
            days: known_days(&material.dataset),
            dressed: Around::of(&state, &basis.words),
            trail: Trail::default(),
            finder: None,
            gathered: Gathered::default(),
            spoken: vec![Rc::clone(&basis.words)],
            shelf: Shelf::default(),
            likely: None,
            sheet: None,
            material,
            state,
            basis,
            tabs,
            made,
            chrome,
            layout,
        };
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
        if self.state.typing.is_some() {
            return keymap.typed(event, language, |place| self.is_at(place));
        }
        // A key that answers nothing means what it always does.
        let answer = keymap.action(event, language, |place| self.is_at(place));
        answer.or_else(|| keymap.action(event, language, |place| self.would_be_at(place)))
    }

    /// What a click or the wheel means now.
    #[must_use]
    pub fn mouse(&self, event: MouseEvent) -> Option<Action> {
        mouse::action(event, &self.layout, &self.state, &self.made.page)
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
        if action == Action::Reload && self.material.file == File::Bundled {
            self.tell(Notice::Bundled);
            return None;
        }
        let was = self.state.clone();
        if let Some(window) = crosshair::dragged(&self.state, action, &self.made.page) {
            self.state.drawing.window = Some(window);
            self.refresh();
        }
        let mut state = self.state.clone();
        let effect = self.with_scene(|scene| update(&mut state, action, scene));
        self.state = state;
        if !matches!(action, Action::Resize(_) | Action::Ground(_)) {
            self.basis.before = None;
            self.likely = likely(action).filter(|_| self.is_small());
        }
        self.refresh();
        self.trail.note(was, action, &self.state);
        self.copying(effect)
    }

    /// Hands over what an action is about.
    fn with_scene<T>(&self, what: impl FnOnce(&Scene<'_>) -> T) -> T {
        let layout = &self.layout;
        let onward: Vec<Ref> = self.sheet.iter().flat_map(Sheet::onward).collect();
        what(&Scene {
            page: &self.made.page,
            tabs: &self.tabs,
            days: &self.days,
            series: &self.basis.known.series,
            rows_seen: layout.rows(),
            sheet_seen: layout.sheet.map_or(0, |sheet| usize::from(sheet.text.height)),
            sheet_last: layout.sheet_scroll_max(),
            sheet: layout.sheet,
            named: layout.named(),
            onward: &onward,
            detail_last: layout.detail_scroll_max(),
            found: self.found(),
            found_seen: layout.palette.map_or(0, |palette| usize::from(palette.rows.height)),
            addresses: self.addresses().len(),
        })
    }

    /// Shows another dataset, or says why the last good one stays.
    pub fn reloaded(&mut self, outcome: Result<Dataset, Notice>) {
        match outcome {
            Ok(dataset) => {
                let old = std::mem::replace(&mut self.material.dataset, dataset);
                self.state.follow(&old, &self.material.dataset);
                self.days = known_days(&self.material.dataset);
                self.tabs = page::pages(&self.material.dataset);
                if !self.tabs.contains(&self.state.tab) {
                    self.state.open(PageKind::Overview);
                }
                self.trail.follow(&old, (&self.material.dataset, &self.tabs));
                self.finder = None;
                self.gathered = Gathered::default();
                self.make_afresh();
                let same = old == self.material.dataset;
                self.state.notice = Some(if same { Notice::Unchanged } else { Notice::Reloaded });
            }
            Err(notice) => self.state.notice = Some(notice),
        }
        self.dress();
    }

    /// Draws everything.
    pub fn draw(&self, area: Rect, buf: &mut Buffer) {
        if self.layout.area == area.intersection(buf.area) {
            let laid = Laid { layout: &self.layout, widths: &self.made.widths };
            tui::laid_out(&self.screen(), laid, &self.state.paint, buf);
        } else {
            // The terminal has another size than it last told us.
            tui::screen(&self.screen(), &self.state.paint, area, buf);
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
        self.layout = Layout::within(&self.screen(), area, kept);
    }

    /// Lays out what stands around them.
    fn lay_around(&mut self) {
        let (chrome, page, sheet) = (&self.chrome, &self.made.page, self.sheet.as_ref());
        self.layout.surround(&Screen { chrome, page, sheet, view: self.state.view });
    }

    fn context(&self) -> Context<'_> {
        self.basis.context(&self.material, &self.state)
    }

    /// What the sheet explains, if it is Why.
    #[must_use]
    pub fn explained(&self) -> Option<Ref> {
        self.explains(self.state.overlay)
    }
}
