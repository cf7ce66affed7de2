//! The palette: what is in it, what of that is found, and where what was chosen leads.

use crate::app::dashboard::action::{Action, Effect};
use crate::app::dashboard::hints::prompt;
use crate::app::dashboard::model::Model;
use crate::app::dashboard::palette::{self, PaletteInputs, PaletteItem};
use crate::app::dashboard::state::{EntryPurpose, TextEntry};
use crate::page::i18n::Arg;
use crate::page::pages::palette::Palette;
use crate::page::pages::{chrome, palette as shown};

/// What is in the palette, and what of it was found.
pub(super) struct PaletteSearch {
    items: Vec<PaletteItem>,
    /// The places of what was found among the items, the best first.
    found: Vec<usize>,
}

impl Model {
    /// What is in the palette, and what of that what is typed finds; none while it is closed.
    pub(super) fn find(&self) -> Option<PaletteSearch> {
        let Some(TextEntry { purpose: EntryPurpose::Palette(_), input: line }) = &self.state.text_entry else {
            return None;
        };
        let items = self.items();
        let found = palette::search_items(&items, line.text());
        Some(PaletteSearch { items, found })
    }

    /// Everything that is in the palette.
    #[must_use]
    pub fn items(&self) -> Vec<PaletteItem> {
        let ctx = self.context();
        let pages = self.basis.tabs.iter().map(|page| chrome::name(&ctx, *page).long().to_owned()).collect();
        let inputs = PaletteInputs { words: &self.basis.words, keymap: &self.state.keymap, pages };
        let is_below = |place| self.is_active_below_overlay(place);
        let (near, far) = palette::action_items(&inputs, is_below, |place| self.is_available(place));
        let records = palette::record_items(shown::records(&ctx, &self.basis.tabs));
        near.into_iter().chain(records).chain(far).collect()
    }

    /// Goes where something found in the palette leads, and does what it means.
    pub(super) fn run_palette_item(&mut self, action: Action) -> Option<Effect> {
        let was = self.state.clone();
        let item = self.item(if let Action::PickResult(place) = action { Some(place) } else { None }).cloned();
        let next = palette::run(&mut self.state, item.as_ref());
        self.basis.before = None;
        self.rebuild();
        self.history.record(was, action, &self.state);
        next.and_then(|next| self.apply(next))
    }

    /// What was chosen of what was found, or what is at this place of it.
    fn item(&self, place: Option<usize>) -> Option<&PaletteItem> {
        let finder = self.view.palette_search.as_ref()?;
        let chosen = match self.state.text_entry.as_ref()?.purpose {
            EntryPurpose::Palette(chosen) => place.unwrap_or(chosen),
            EntryPurpose::Filter => return None,
        };
        finder.items.get(*finder.found.get(chosen)?)
    }

    /// How much was found.
    pub(super) fn found(&self) -> usize {
        self.view.palette_search.as_ref().map_or(0, |finder| finder.found.len())
    }

    /// What is shown of the palette.
    pub(super) fn palette(&self) -> Option<Palette> {
        let finder = self.view.palette_search.as_ref()?;
        let Some(TextEntry { purpose: EntryPurpose::Palette(chosen), input: line }) = &self.state.text_entry else {
            return None;
        };
        let counts = [("found", Arg::from(finder.found.len())), ("all", Arg::from(finder.items.len()))];
        Some(Palette {
            prompt: prompt(&self.state)?,
            entries: finder.found.iter().map(|place| finder.items[*place].entry.clone()).collect(),
            chosen: *chosen,
            count: self.basis.words.format("sift-found", &counts),
            empty: self.basis.words.format("palette-nothing", &[("words", Arg::from(line.text().trim()))]),
            hints: self.view.chrome.hints.clone(),
        })
    }
}
