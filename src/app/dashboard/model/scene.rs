//! The dashboard as a talk shows it: what is chosen for a scene.

use crate::app::dashboard::filter;
use crate::app::dashboard::model::{AppData, Model};
use crate::app::dashboard::state::{RowChoice, WaitingTalk};
use crate::dataset::records::Language;
use crate::page::talk::PageView;
use crate::render::look::theme::Paint;

impl Model {
    /// What the dashboard is made from.
    #[must_use]
    pub fn data(&self) -> &AppData {
        &self.data
    }

    /// Shows what a scene shows; the talk waits behind.
    pub fn visit(&mut self, visit: &PageView, language: Language, paint: Paint) {
        let state = &mut self.state;
        (state.language, state.paint) = (language, paint);
        state.open_page(visit.page);
        state.known = Some(visit.known).filter(|known| *known < state.today);
        state.evidence = visit.evidence;
        // A filter of before would hide what the scene is about.
        filter::clear(state);
        state.series = visit.series.or(state.series);
        state.choose(visit.focus.map(|key| RowChoice { key, nth: 0 }));
        state.notice = None;
        self.wait(WaitingTalk::Paused);
    }

    /// Sets the crosshair on the column of a time, counted in months from the year 0, if there is one.
    pub fn set_crosshair_at(&mut self, at: Option<i32>) {
        let columns = self.view.page.chart().map_or(&[][..], |chart| &chart.columns);
        self.state.view.cursor = columns.iter().position(|column| Some(column.data_point.at) == at);
        self.rebuild();
    }

    /// What waits behind the dashboard.
    pub fn wait(&mut self, waiting_talk: WaitingTalk) {
        self.state.waiting_talk = waiting_talk;
        self.show_restored();
    }
}
