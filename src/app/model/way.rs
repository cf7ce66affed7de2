//! The way that the person came: the sheets over the page, and what was shown before.

use super::Model;
use crate::app::action::Way;
use crate::app::state::Overlay;
use crate::app::surroundings::keys_of_help;
use crate::page::prose::Run;
use crate::page::sheet::Sheet;
use crate::page::{Ref, chrome, help, why};

impl Model {
    /// Goes a stop back or forward on the way that the person came.
    pub(super) fn go(&mut self, way: Way) {
        let Some(state) = self.trail.step(way, &self.state) else { return };
        self.state = state;
        self.come_to_state();
    }

    /// Shows a state that was reached in another way than by a step in time: nothing is marked as changed.
    pub(super) fn come_to_state(&mut self) {
        self.basis.before = None;
        self.turn_page();
        self.dress();
    }

    /// The sheet to lay over the page, with what it was opened from.
    pub(super) fn sheet_of(&self, overlay: Overlay) -> Option<Sheet> {
        let sheet = match overlay {
            Overlay::None => None,
            Overlay::Why(_) | Overlay::Record(_) => self.explains(overlay).map(|key| self.why_of(key).into_owned()),
            Overlay::Records(at) => self.spot().map(|spot| why::records(&self.context(), spot, at)),
            Overlay::Help => {
                let places = (|place| self.lies_below(place), |place| self.exists(place));
                Some(help::sheet(&self.basis.words, &keys_of_help(&self.basis.words, &self.state, places)))
            }
        }?;
        Some(Sheet { crumbs: self.crumbs(overlay), ..sheet })
    }

    /// What a sheet was opened from: the page, then the sheets below it.
    fn crumbs(&self, overlay: Overlay) -> Vec<String> {
        if overlay == Overlay::Help {
            return Vec::new();
        }
        let page = chrome::name(&self.context(), self.made.page.kind).long().to_owned();
        let below = self.state.under.iter().filter_map(|under| self.title_of(under.overlay));
        std::iter::once(page).chain(below).collect()
    }

    /// What a sheet is called in what was opened from it.
    fn title_of(&self, overlay: Overlay) -> Option<String> {
        let title = |runs: &[Run]| runs.iter().map(|run| run.text.as_str()).collect();
        match overlay {
            Overlay::None => None,
            Overlay::Help => Some(title(&help::title(&self.basis.words))),
            // Many records at one place of a picture: the place is what they have in common.
            Overlay::Records(_) => self.spot().map(|spot| spot.label.long().to_owned()),
            Overlay::Why(_) | Overlay::Record(_) => self.explains(overlay).map(|key| why::name(&self.context(), key)),
        }
    }

    /// What a sheet explains, if it is Why.
    pub(super) fn explains(&self, overlay: Overlay) -> Option<Ref> {
        match overlay {
            Overlay::Why(key) => Some(key),
            Overlay::Record(at) => self.spot()?.keys.get(at).copied(),
            Overlay::None | Overlay::Help | Overlay::Records(_) => None,
        }
    }
}
