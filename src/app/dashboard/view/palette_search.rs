//! The palette over the open page: its items, the results, and running one.

use crate::app::action::{Action, Effect};
use crate::app::dashboard::hints::prompt;
use crate::app::dashboard::history::ActionGroup;
use crate::app::dashboard::model::Model;
use crate::app::dashboard::palette::{self, PaletteItem, PaletteSearch};
use crate::app::dashboard::state::{EntryPurpose, TextEntry};
use crate::app::input::text_input::TextInput;
use crate::page::i18n::Arg;
use crate::page::model::Palette;
use crate::page::pages::{chrome, palette as page_palette};
use crate::page::search::typed_date;

impl Model {
    /// The palette items and the results for the typed text; none while the palette is closed.
    pub(in crate::app) fn search_palette(&self) -> Option<PaletteSearch> {
        let (_, input) = self.palette_entry()?;
        let words = &self.inputs.words;
        let day = typed_date(input.text(), words).map(|date| palette::day_item(words, date.day));
        Some(PaletteSearch::new(self.palette_items(input.text()), day, input.text()))
    }

    /// The index of the chosen result and the typed text while the palette is open.
    fn palette_entry(&self) -> Option<(usize, &TextInput)> {
        match self.state.session.text_entry.as_ref()? {
            TextEntry { purpose: EntryPurpose::Palette(chosen), input } => Some((*chosen, input)),
            TextEntry { purpose: EntryPurpose::Filter, .. } => None,
        }
    }

    /// All items of the palette; figures only for a typed number, because naming each of them at every key takes long.
    pub fn palette_items(&self, typed: &str) -> Vec<PaletteItem> {
        let ctx = self.context();
        let pages: Vec<String> =
            self.inputs.tabs.iter().map(|page| chrome::name(&ctx, *page).long().to_owned()).collect();
        let (words, keymap) = (&self.inputs.words, &self.state.session.keymap);
        let is_active = |context| self.is_active_below_overlay(context);
        let (enabled, disabled) =
            palette::action_items(words, keymap, &pages, is_active, |context| self.is_available(context));
        let records = palette::record_items(page_palette::records(&ctx, &self.inputs.tabs, is_number(typed)));
        enabled.into_iter().chain(records).chain(disabled).collect()
    }

    /// Runs the chosen palette item, or the picked one.
    pub(in crate::app) fn run_palette_item(&mut self, action: Action) -> Option<Effect> {
        let before = self.state.viewed.clone();
        let picked = if let Action::PickResult(index) = action { Some(index) } else { None };
        let item = self.palette_item(picked).cloned();
        let next = palette::run(&mut self.state, item.as_ref());
        self.inputs.before = None;
        self.rebuild();
        self.history.record(before, ActionGroup::Single, &self.state.viewed);
        next.and_then(|next| self.apply(next))
    }

    /// The result with this index, else the chosen one.
    fn palette_item(&self, picked: Option<usize>) -> Option<&PaletteItem> {
        let (chosen, _) = self.palette_entry()?;
        self.view.palette_search.as_ref()?.result(picked.unwrap_or(chosen))
    }

    /// The palette as shown.
    pub(in crate::app) fn palette(&self) -> Option<Palette> {
        let search = self.view.palette_search.as_ref()?;
        let (chosen, input) = self.palette_entry()?;
        let counts = [("found", Arg::from(search.found.len())), ("all", Arg::from(search.items.len()))];
        Some(Palette {
            prompt: prompt(&self.state)?,
            entries: search.found.iter().map(|index| search.items[*index].entry.clone()).collect(),
            chosen,
            count: self.inputs.words.format("filter-found", &counts),
            empty: self.inputs.words.format("palette-nothing", &[("words", Arg::from(input.text().trim()))]),
            hints: self.view.chrome.hints.clone(),
        })
    }
}

/// Whether a text may be the digits of a figure.
fn is_number(typed: &str) -> bool {
    typed.chars().filter(char::is_ascii_digit).count() >= 2
}
