//! The dashboard without its terminal: its inputs, state and history, and the view built from them.
//!
//! [`Model::apply`] changes the state and then rebuilds the view (`view/rebuild.rs`); drawing reads the view.

use chrono::NaiveDate;
use ratatui::buffer::Buffer;
use ratatui::crossterm::event::{KeyEvent, MouseButton, MouseEvent, MouseEventKind};
use ratatui::layout::{Position, Rect, Size};

use crate::app::action::{Action, Direction, Effect};
use crate::app::app_data::{AppData, DataOrigin};
use crate::app::dashboard::history::{ActionGroup, ViewHistory};
use crate::app::dashboard::notice::Notice;
use crate::app::dashboard::state::{EntryPurpose, PendingQuestion, State};
use crate::app::dashboard::update::{UpdateContext, update};
use crate::app::dashboard::view::inputs::PageInputs;
use crate::app::dashboard::view::view_model::ViewModel;
use crate::app::dashboard::{crosshair, filter, hints};
use crate::app::input::mouse;
use crate::app::look::Look;
use crate::dataset::records::Dataset;
use crate::page::context::Context;
use crate::page::model::{Page, PageKind, RecordRef, TextOverlay};
use crate::page::search::typed_date;
use crate::render::tui;
use crate::render::tui::layout::areas::Layout;
use crate::render::tui::screen::Screen;

/// The dashboard without its terminal.
pub struct Model {
    pub(super) data: AppData,
    pub(super) state: State,
    pub(super) history: ViewHistory,
    pub(super) inputs: PageInputs,
    pub(super) view: ViewModel,
}

impl Model {
    /// A dashboard in this state.
    pub fn new(data: AppData, state: State) -> Self {
        let inputs = PageInputs::new(&data, &state);
        let mut model = Self { data, state, history: ViewHistory::default(), inputs, view: ViewModel::blank() };
        model.rebuild();
        model
    }

    /// The state.
    pub fn state(&self) -> &State {
        &self.state
    }

    /// The look, mutable: the caller rebuilds the view before it is shown again.
    pub(in crate::app) fn look_mut(&mut self) -> &mut Look {
        &mut self.state.look
    }

    /// The open page.
    pub fn page(&self) -> &Page {
        &self.view.page
    }

    /// The layout of the screen.
    pub fn layout(&self) -> &Layout {
        &self.view.layout
    }

    /// The action of a key now.
    pub fn key(&self, event: &KeyEvent) -> Option<Action> {
        let (keymap, language) = (&self.state.session.keymap, self.state.look.language);
        if self.state.session.text_entry.is_some() {
            return keymap.action_while_typing(event, language, |context| self.is_active(context));
        }
        // A key that does not answer the question works as usual.
        let answer = keymap.action(event, language, |context| self.is_active(context));
        answer.or_else(|| keymap.action(event, language, |context| self.is_active_without_question(context)))
    }

    /// The action of a click or the wheel now.
    pub fn mouse(&self, event: MouseEvent) -> Option<Action> {
        let hint = || self.clicked_hint(event);
        hint().or_else(|| mouse::action(event, &self.view.layout, &self.state, &self.view.page))
    }

    /// The action of the key hint that was clicked.
    fn clicked_hint(&self, event: MouseEvent) -> Option<Action> {
        if event.kind != MouseEventKind::Down(MouseButton::Left) {
            return None;
        }
        let pointer = Position { x: event.column, y: event.row };
        let hint = self.view.layout.hint_at(&self.view.chrome, self.state.look.paint.glyphs, pointer)?;
        let bindings = hints::hinted_bindings(&self.state.session.keymap, |context| self.is_active(context));
        bindings.get(hint)?.commands.first().map(|command| command.action)
    }

    /// Inserts a pasted text where text is typed, else ignores it.
    pub fn paste(&mut self, text: &str) {
        let before = self.state.viewed.clone();
        filter::insert(&mut self.state, text);
        self.rebuild();
        self.history.record(before, ActionGroup::Typing, &self.state.viewed);
    }

    /// Applies an action; returns what the app or the event loop has to do.
    pub fn apply(&mut self, action: Action) -> Option<Effect> {
        if let Action::History(direction) = action {
            self.step_history(direction);
            return None;
        }
        if self.state.is_palette_open() && matches!(action, Action::Accept | Action::PickResult(_)) {
            return self.run_palette_item(action);
        }
        if action == Action::Reload && self.data.file == DataOrigin::Bundled {
            self.set_notice(Notice::Bundled);
            return None;
        }
        let before = self.state.viewed.clone();
        if let Some(window) = crosshair::scrolled_window(&self.state, action, &self.view.page) {
            self.state.viewed.chart_options.window = Some(window);
            self.rebuild();
        }
        let effect = self.update_state(action);
        if !matches!(action, Action::Resize(_) | Action::SetBackground(_)) {
            self.inputs.before = None;
        }
        self.rebuild();
        self.history.record(before, ActionGroup::of(action), &self.state.viewed);
        self.announce_copy(effect)
    }

    fn step_history(&mut self, direction: Direction) {
        let Some(viewed) = self.history.step(direction, &self.state.viewed) else { return };
        self.state.viewed = viewed;
        let session = &mut self.state.session;
        (session.text_entry, session.question, session.notice) = (None, PendingQuestion::None, None);
        self.show_restored();
    }

    fn update_state(&mut self, action: Action) -> Option<Effect> {
        let layout = &self.view.layout;
        let purpose = self.state.session.text_entry.as_ref().map(|entry| entry.purpose);
        let accepts_filter = action == Action::Accept && purpose == Some(EntryPurpose::Filter);
        let links: Vec<RecordRef> = self.view.overlay.iter().flat_map(TextOverlay::links).collect();
        let context = UpdateContext {
            page: &self.view.page,
            tabs: &self.inputs.tabs,
            days: &self.inputs.days,
            series: &self.inputs.known.series,
            visible_rows: layout.list.shown,
            overlay: layout.overlay,
            overlay_scroll_max: layout.overlay_scroll_max(),
            link_areas: layout.overlay_links(),
            links: &links,
            detail_scroll_max: layout.detail_scroll_max,
            results: self.view.palette_search.as_ref().map_or(0, |search| search.found.len()),
            visible_results: layout.palette.map_or(0, |palette| usize::from(palette.rows.height)),
            addresses: self.addresses().len(),
            typed_day: if accepts_filter { self.typed_day() } else { None },
            other_page: if accepts_filter { self.page_with_words() } else { None },
        };
        update(&mut self.state, action, &context)
    }

    /// The day that the words of a filter are; of a month or a year only where no row has them.
    fn typed_day(&self) -> Option<NaiveDate> {
        let date = typed_date(&self.state.row_filter().words, &self.inputs.words)?;
        (date.is_exact || self.is_nothing_found()).then_some(date.day)
    }

    /// Shows a reloaded dataset, or says why the last valid one stays.
    pub fn apply_reload(&mut self, outcome: Result<Dataset, Notice>) {
        match outcome {
            Ok(dataset) => {
                let old = std::mem::replace(&mut self.data.dataset, dataset);
                self.state.viewed.remap_records(&old, &self.data.dataset);
                self.inputs = PageInputs::new(&self.data, &self.state);
                self.view.page_key = None;
                if !self.inputs.tabs.contains(&self.state.viewed.tab) {
                    self.state.open_page(PageKind::Overview);
                }
                self.history.remap_records(&old, &self.data.dataset, &self.inputs.tabs);
                let same = old == self.data.dataset;
                self.state.session.notice = Some(if same { Notice::Unchanged } else { Notice::Reloaded });
            }
            Err(notice) => self.state.session.notice = Some(notice),
        }
        self.rebuild();
    }

    /// Draws the screen.
    pub fn draw(&self, area: Rect, buf: &mut Buffer) {
        if self.view.layout.area == area.intersection(buf.area) {
            tui::draw_prepared(&self.screen(), &self.view.layout, &self.state.look.paint, buf);
        } else {
            // The terminal has another size than it last reported.
            tui::draw_screen(&self.screen(), &self.state.look.paint, area, buf);
        }
    }

    /// The screen with this many columns and rows.
    pub fn cells(mut self, (width, height): (u16, u16)) -> Buffer {
        self.apply(Action::Resize(Size::new(width, height)));
        self.buffer()
    }

    /// The whole screen.
    pub(super) fn buffer(&self) -> Buffer {
        let mut buf = Buffer::empty(self.state.look.area());
        self.draw(buf.area, &mut buf);
        buf
    }

    pub(super) fn screen(&self) -> Screen<'_> {
        let ViewModel { page, overlay, chrome, .. } = &self.view;
        Screen { chrome, page, overlay: overlay.as_ref(), view: self.state.viewed.positions }
    }

    pub(super) fn context(&self) -> Context<'_> {
        self.inputs.context(&self.data, &self.state)
    }

    /// The record that the top overlay explains.
    pub fn explained_record(&self) -> Option<RecordRef> {
        self.record_explained_by(self.state.viewed.overlay)
    }
}
