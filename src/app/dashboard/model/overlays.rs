//! The way that the person came: the sheets over the page, and what was shown before.

use crate::app::dashboard::action::Direction;
use crate::app::dashboard::hints::help_sections;
use crate::app::dashboard::model::Model;
use crate::app::dashboard::state::Overlay;
use crate::page::model::overlay::TextOverlay;
use crate::page::model::record_ref::RecordRef;
use crate::page::model::rich_text::TextRun;
use crate::page::pages::{chrome, help};
use crate::page::why::overlay as why;

impl Model {
    /// Goes a stop back or forward on the way that the person came.
    pub(super) fn go(&mut self, direction: Direction) {
        let Some(state) = self.history.step(direction, &self.state) else { return };
        self.state = state;
        self.show_restored();
    }

    /// Shows a state that was reached in another way than by a step in time: nothing is marked as changed.
    pub(super) fn show_restored(&mut self) {
        self.basis.set_query(&self.data, &self.state);
        self.basis.before = None;
        self.build_page();
        self.build_around();
    }

    /// The sheet to lay over the page, with what it was opened from.
    pub(super) fn build_sheet(&self, overlay: Overlay) -> Option<TextOverlay> {
        let sheet = match overlay {
            Overlay::None => None,
            Overlay::Why(_) | Overlay::RecordWhy(_) => {
                self.record_explained_by(overlay).map(|key| why::why_overlay(&self.context(), key))
            }
            Overlay::RecordList(at) => self.spot().map(|spot| why::record_list(&self.context(), spot, at)),
            Overlay::Help => {
                let places = (|place| self.is_active_below_overlay(place), |place| self.is_available(place));
                Some(help::help_overlay(&self.basis.words, &help_sections(&self.basis.words, &self.state, places)))
            }
        }?;
        Some(TextOverlay { crumbs: self.breadcrumbs(overlay), ..sheet })
    }

    /// What a sheet was opened from: the page, then the sheets below it.
    fn breadcrumbs(&self, overlay: Overlay) -> Vec<String> {
        if overlay == Overlay::Help {
            return Vec::new();
        }
        let page = chrome::name(&self.context(), self.view.page.kind).long().to_owned();
        let below = self.state.lower_overlays.iter().filter_map(|under| self.sheet_title(under.overlay));
        std::iter::once(page).chain(below).collect()
    }

    /// What a sheet is called in what was opened from it.
    fn sheet_title(&self, overlay: Overlay) -> Option<String> {
        let title = |runs: &[TextRun]| runs.iter().map(|run| run.text.as_str()).collect();
        match overlay {
            Overlay::None => None,
            Overlay::Help => Some(title(&help::title(&self.basis.words))),
            // Many records at one place of a picture: the place is what they have in common.
            Overlay::RecordList(_) => self.spot().map(|spot| spot.label.long().to_owned()),
            Overlay::Why(_) | Overlay::RecordWhy(_) => {
                self.record_explained_by(overlay).map(|key| why::record_name(&self.context(), key))
            }
        }
    }

    /// What a sheet explains, if it is Why.
    pub(super) fn record_explained_by(&self, overlay: Overlay) -> Option<RecordRef> {
        match overlay {
            Overlay::Why(key) => Some(key),
            Overlay::RecordWhy(at) => self.spot()?.keys.get(at).copied(),
            Overlay::None | Overlay::Help | Overlay::RecordList(_) => None,
        }
    }
}
