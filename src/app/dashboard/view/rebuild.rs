//! Rebuilding the view after a change of the state.

use crate::app::dashboard::crosshair;
use crate::app::dashboard::hints::{hints, notice_text, prompt};
use crate::app::dashboard::model::Model;
use crate::app::dashboard::view::view_model::{PageKey, ViewModel};
use crate::page;
use crate::page::model::{Chrome, DataPoint};
use crate::page::pages::chrome;
use crate::render::tui::layout::areas::Layout;
use crate::render::tui::screen::Screen;

impl Model {
    /// Rebuilds the view after a change of the state. The crosshair keeps its time in another chart of the same page.
    pub(in crate::app) fn rebuild(&mut self) {
        self.inputs.update(&self.data, &self.state);
        let (tab, at) = (self.view.page.kind, self.current_point().map(|point| point.at));
        if self.build_page() && tab == self.view.page.kind {
            self.restore_crosshair(at);
        }
        self.build_around();
    }

    /// Rebuilds the view after the state was replaced: no changes since an earlier date are marked.
    pub(in crate::app) fn show_restored(&mut self) {
        self.inputs.update(&self.data, &self.state);
        self.inputs.before = None;
        self.build_page();
        self.build_around();
    }

    /// Rebuilds the page unless its key is the same; returns whether it was.
    fn build_page(&mut self) -> bool {
        let key = PageKey::new(&self.state, self.inputs.day_before());
        let last = self.view.page_key.replace(key.clone());
        if last.as_ref() == Some(&key) {
            return false;
        }
        let ctx = self.inputs.context(&self.data, &self.state);
        if last.is_some_and(|last| last.has_list_of(&key)) {
            page::refocus(&mut self.view.page, &ctx);
        } else {
            self.view.page = page::build(self.state.viewed.tab, &ctx);
            self.view.layout.widths = None;
        }
        if let (Some(choice), Some(table)) = (self.state.chosen(), self.view.page.list_mut()) {
            // Several rows may have the record in focus; the page knows only the record.
            table.chosen = choice.index_in(table).or(table.chosen);
        }
        let count = self.view.page.data_points().len();
        self.state.viewed.positions.cursor = self.state.viewed.positions.cursor.filter(|cursor| *cursor < count);
        true
    }

    /// Puts the crosshair at its time in a rebuilt chart, or on the chosen record.
    fn restore_crosshair(&mut self, at: Option<i32>) {
        let Some(at) = at else { return };
        self.state.viewed.positions.cursor = crosshair::nearest_in_time(at, &self.view.page);
        if let Some(key) = self.state.chosen().map(|choice| choice.key) {
            crosshair::follow_record(&mut self.state, key, &self.view.page);
        }
    }

    /// Rebuilds the overlay, the chrome and the layout. The layout of the page comes first: which keys work, and are hinted
    /// at, depends on what there is room for.
    fn build_around(&mut self) {
        self.view.overlay = self.build_overlay(self.state.viewed.overlay);
        let widths = self.view.layout.widths.take();
        self.view.layout = Layout::lay_out_page(&self.screen(), self.state.look.area(), widths);
        self.view.chrome = self.build_chrome();
        if let Some(overlay) = &mut self.view.overlay {
            overlay.hints.clone_from(&self.view.chrome.hints);
        }
        self.view.palette_search = self.search_palette();
        self.view.chrome.palette = self.palette();
        self.view.chrome.prompt = prompt(&self.state).filter(|_| self.view.chrome.palette.is_none());
        let ViewModel { page, overlay, chrome, layout, .. } = &mut self.view;
        let view = self.state.viewed.positions;
        layout.lay_out_chrome(&Screen { chrome, page, overlay: overlay.as_ref(), view });
    }

    fn build_chrome(&self) -> Chrome {
        let words = &self.inputs.words;
        let text = |notice| notice_text(words, notice, &self.state, &self.addresses());
        let message = self.state.session.notice.as_ref().map(text);
        let hints = hints(words, &self.state.session.keymap, |context| self.is_active(context));
        Chrome { hints, ..chrome::build(&self.context(), &self.inputs.tabs, &self.view.page, message) }
    }

    /// The data point under the crosshair.
    pub(in crate::app) fn current_point(&self) -> Option<&DataPoint> {
        crosshair::current_point(&self.state, &self.view.page)
    }
}
