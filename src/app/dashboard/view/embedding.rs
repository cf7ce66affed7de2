//! The dashboard as the talk and line mode use it.

use crate::app::app_data::AppData;
use crate::app::dashboard::filter;
use crate::app::dashboard::history::ActionGroup;
use crate::app::dashboard::model::Model;
use crate::app::dashboard::state::{RowChoice, WaitingTalk};
use crate::page::i18n::Words;
use crate::page::model::{Block, Chrome, RecordRef, TextOverlay};
use crate::page::pages::help;
use crate::page::talk::PageView;
use crate::page::why::{self, arithmetic::Arithmetic};

impl Model {
    /// The dataset and where it comes from.
    pub fn data(&self) -> &AppData {
        &self.data
    }

    /// Shows the view of a scene; the talk waits behind.
    pub fn show_scene(&mut self, scene: &PageView) {
        let state = &mut self.state;
        state.open_page(scene.page);
        state.viewed.known = Some(scene.known).filter(|known| *known < state.session.today);
        state.viewed.evidence = scene.evidence;
        // An earlier filter would hide what the scene is about.
        filter::clear(state);
        state.viewed.series = scene.series.or(state.viewed.series);
        state.choose(scene.focus.map(|key| RowChoice { key, nth: 0 }));
        state.session.notice = None;
        self.set_waiting_talk(WaitingTalk::Paused);
    }

    /// Puts the crosshair on the chart column of a time in months since the year 0; off if there is none.
    pub fn set_crosshair_at(&mut self, at: Option<i32>) {
        let columns = self.view.page.chart().map_or(&[][..], |chart| &chart.columns);
        self.state.viewed.positions.cursor = columns.iter().position(|column| Some(column.data_point.at) == at);
        self.rebuild();
    }

    /// Sets whether a talk waits behind the dashboard, which is about to be shown.
    pub fn set_waiting_talk(&mut self, waiting_talk: WaitingTalk) {
        self.state.session.waiting_talk = waiting_talk;
        self.show_restored();
    }

    /// The texts of the language.
    pub fn words(&self) -> &Words {
        &self.inputs.words
    }

    /// The lines around the page.
    pub fn chrome(&self) -> &Chrome {
        &self.view.chrome
    }

    /// The explanation of a record, without opening it.
    pub fn why(&self, key: RecordRef) -> TextOverlay {
        why::overlay::why_overlay(&self.context(), key, Arithmetic::Whole)
    }

    /// The legend of all marks.
    pub fn marks(&self) -> Vec<Block> {
        help::marks(&self.inputs.words)
    }

    /// Shows all rows again, in their sort order.
    pub fn clear_filter(&mut self) {
        let before = self.state.viewed.clone();
        filter::clear(&mut self.state);
        self.inputs.before = None;
        self.rebuild();
        self.history.record(before, ActionGroup::Typing, &self.state.viewed);
    }
}
