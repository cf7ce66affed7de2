//! The palette: what is in it is gathered when it is opened, what is found in it at each letter.

use super::Model;
use crate::app::action::{Action, Effect};
use crate::app::palette::{self, Item, Makings};
use crate::app::state::{Field, Typing};
use crate::app::surroundings::{hints, prompt};
use crate::page::palette::Palette;
use crate::page::words::Arg;
use crate::page::{chrome, palette as shown};

/// What is in the palette, and what of it was found.
pub(super) struct Finder {
    items: Vec<Item>,
    typed: String,
    found: Vec<usize>,
}

impl Model {
    /// Gathers what is in the palette if it was opened, finds in it what is typed; forgets all of it if it was closed.
    pub(super) fn find(&mut self) {
        let Some(Typing { field: Field::Palette(_), line }) = &self.state.typing else {
            self.finder = None;
            return;
        };
        let typed = line.text().to_owned();
        let finder = match self.finder.take() {
            Some(finder) if finder.typed == typed => finder,
            other => {
                let items = other.map_or_else(|| self.items(), |finder| finder.items);
                let found = palette::found(&items, &typed);
                Finder { items, typed, found }
            }
        };
        self.finder = Some(finder);
    }

    /// Everything that is in the palette.
    #[must_use]
    pub fn items(&self) -> Vec<Item> {
        let ctx = self.context();
        let pages = self.tabs.iter().map(|page| chrome::name(&ctx, *page).long().to_owned()).collect();
        let records = shown::records(&ctx, &self.tabs);
        let makings = Makings { words: &self.basis.words, keymap: &self.state.keymap, pages, records };
        palette::items(makings, |place| self.lies_below(place), |place| self.exists(place))
    }

    /// Goes where something found in the palette leads, and does what it means.
    pub(super) fn reach(&mut self, action: Action) -> Option<Effect> {
        let was = self.state.clone();
        let item = self.item(if let Action::Pick(place) = action { Some(place) } else { None }).cloned();
        let next = palette::reach(&mut self.state, item.as_ref());
        self.basis.before = None;
        self.refresh();
        self.trail.note(was, action, &self.state);
        next.and_then(|next| self.apply(next))
    }

    /// What was chosen of what was found, or what is at this place of it.
    fn item(&self, place: Option<usize>) -> Option<&Item> {
        let finder = self.finder.as_ref()?;
        let chosen = match self.state.typing.as_ref()?.field {
            Field::Palette(chosen) => place.unwrap_or(chosen),
            Field::Filter => return None,
        };
        finder.items.get(*finder.found.get(chosen)?)
    }

    /// How much was found.
    pub(super) fn found(&self) -> usize {
        self.finder.as_ref().map_or(0, |finder| finder.found.len())
    }

    /// What is shown of the palette.
    pub(super) fn palette(&self) -> Option<Palette> {
        let finder = self.finder.as_ref()?;
        let Some(Typing { field: Field::Palette(chosen), .. }) = &self.state.typing else { return None };
        let counts = [("found", Arg::from(finder.found.len())), ("all", Arg::from(finder.items.len()))];
        Some(Palette {
            prompt: prompt(&self.state)?,
            entries: finder.found.iter().map(|place| finder.items[*place].entry.clone()).collect(),
            chosen: *chosen,
            count: self.basis.words.say("sift-found", &counts),
            empty: self.basis.words.say("palette-nothing", &[("words", Arg::from(finder.typed.trim().to_owned()))]),
            hints: hints(&self.basis.words, &self.state.keymap, |place| self.is_at(place)),
        })
    }
}
