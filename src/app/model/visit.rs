//! The dashboard as a talk shows it: what is chosen for a scene.

use super::{Material, Model};
use crate::app::state::{Choice, Waiting};
use crate::dataset::records::Language;
use crate::page::scene::Visit;
use crate::render::theme::Paint;

impl Model {
    /// What the dashboard is made from.
    #[must_use]
    pub fn material(&self) -> &Material {
        &self.material
    }

    /// Shows what a scene shows; the talk waits behind.
    pub fn visit(&mut self, visit: &Visit, language: Language, paint: Paint) {
        let state = &mut self.state;
        (state.language, state.paint) = (language, paint);
        state.open(visit.page);
        state.known = Some(visit.known).filter(|known| *known < state.today);
        state.evidence = visit.evidence;
        state.series = visit.series.or(state.series);
        state.choose(visit.focus.map(|key| Choice { key, nth: 0 }));
        state.notice = None;
        self.wait(Waiting::Talk);
    }

    /// What waits behind the dashboard.
    pub fn wait(&mut self, waiting: Waiting) {
        self.state.waiting = waiting;
        self.before = None;
        self.refresh();
        self.dress();
    }
}
