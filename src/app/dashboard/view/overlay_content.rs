//! The content of overlays.

use crate::app::dashboard::hints::help_sections;
use crate::app::dashboard::model::Model;
use crate::app::dashboard::state::Overlay;
use crate::page::model::{RecordRef, TextOverlay, TextRun};
use crate::page::pages::{chrome, help};
use crate::page::why::{self, arithmetic::Arithmetic};

impl Model {
    /// The content of an overlay, with its breadcrumbs.
    pub(in crate::app) fn build_overlay(&self, overlay: Overlay) -> Option<TextOverlay> {
        let content = match overlay {
            Overlay::None => None,
            Overlay::Why(_) | Overlay::RecordWhy(_) => {
                let key = self.record_explained_by(overlay);
                key.map(|key| why::overlay::why_overlay(&self.context(), key, Arithmetic::Folded))
            }
            Overlay::RecordList(chosen) => {
                self.current_point().map(|point| why::overlay::record_list(&self.context(), point, chosen))
            }
            Overlay::Help => {
                let words = &self.inputs.words;
                let is_active = |context| self.is_active_below_overlay(context);
                let sections = help_sections(words, &self.state, is_active, |context| self.is_available(context));
                Some(help::help_overlay(words, &self.view.page, &sections))
            }
        }?;
        Some(TextOverlay { crumbs: self.breadcrumbs(overlay), ..content })
    }

    /// The titles of the page and of the overlays below.
    fn breadcrumbs(&self, overlay: Overlay) -> Vec<String> {
        if overlay == Overlay::Help {
            return Vec::new();
        }
        let page = chrome::name(&self.context(), self.view.page.kind).long().to_owned();
        let below = self.state.viewed.lower_overlays.iter().filter_map(|lower| self.overlay_title(lower.overlay));
        std::iter::once(page).chain(below).collect()
    }

    /// The title of an overlay among the breadcrumbs.
    fn overlay_title(&self, overlay: Overlay) -> Option<String> {
        let title = |runs: &[TextRun]| runs.iter().map(|run| run.text.as_str()).collect();
        match overlay {
            Overlay::None => None,
            Overlay::Help => Some(title(&help::title(&self.inputs.words))),
            Overlay::RecordList(_) => self.current_point().map(|point| point.label.long().to_owned()),
            Overlay::Why(_) | Overlay::RecordWhy(_) => {
                self.record_explained_by(overlay).map(|key| why::overlay::record_name(&self.context(), key))
            }
        }
    }

    /// The record that an overlay explains.
    pub(in crate::app) fn record_explained_by(&self, overlay: Overlay) -> Option<RecordRef> {
        match overlay {
            Overlay::Why(key) => Some(key),
            Overlay::RecordWhy(index) => self.current_point()?.keys.get(index).copied(),
            Overlay::None | Overlay::Help | Overlay::RecordList(_) => None,
        }
    }
}
