//! The palette: what is in it is gathered when it is opened, what is found in it at each letter.
//!
//! What was gathered is kept for the next time, as long as it would be said in the same words.

use std::rc::Rc;

use chrono::NaiveDate;

use crate::app::dashboard::action::{Action, Effect};
use crate::app::dashboard::hints::prompt;
use crate::app::dashboard::model::Model;
use crate::app::dashboard::palette::{self, PaletteInputs, PaletteItem, PaletteItems};
use crate::app::dashboard::state::{EntryPurpose, TextEntry};
use crate::app::input::keys::table::KeyContext;
use crate::dataset::records::Language;
use crate::page::i18n::Arg;
use crate::page::model::chrome::Palette;
use crate::page::pages::{chrome, palette as shown};
use crate::page::search::Search;

/// What is in the palette, and what of it was found.
pub(super) struct PaletteSearch {
    items: Vec<Rc<PaletteItem>>,
    typed: String,
    found: Vec<usize>,
}

/// What was gathered for the palette, and for what.
#[derive(Default)]
pub(super) struct PaletteCache {
    items: PaletteItems,
    /// Where the actions were gathered.
    at: Option<(Language, [bool; KeyContext::ALL.len()])>,
    /// When the records were known.
    on: Option<(Language, NaiveDate)>,
    search: Option<Search>,
}

impl Model {
    /// Gathers what is in the palette if it was opened, finds in it what is typed; forgets all of it if it was closed.
    pub(super) fn find(&mut self) {
        let Some(TextEntry { purpose: EntryPurpose::Palette(_), input: line }) = &self.state.text_entry else {
            self.palette_search = None;
            return;
        };
        let typed = line.text().to_owned();
        let finder = match self.palette_search.take() {
            Some(finder) if finder.typed == typed => finder,
            other => {
                let items = other.map_or_else(|| self.cached_palette_items(), |finder| finder.items);
                let search = self.palette_cache.search.get_or_insert_with(|| Search::of(""));
                let found = palette::search_items(&items, &typed, search);
                PaletteSearch { items, typed, found }
            }
        };
        self.palette_search = Some(finder);
    }

    /// Everything that is in the palette.
    #[must_use]
    pub fn items(&self) -> Vec<Rc<PaletteItem>> {
        let (near, far) = self.actions(&self.below());
        PaletteItems { near, records: self.records(), far }.all()
    }

    /// The same, with what was gathered before.
    fn cached_palette_items(&mut self) -> Vec<Rc<PaletteItem>> {
        let language = self.basis.words.language();
        let below = self.below();
        if self.palette_cache.at != Some((language, below)) {
            (self.palette_cache.items.near, self.palette_cache.items.far) = self.actions(&below);
            self.palette_cache.at = Some((language, below));
        }
        let on = Some((language, self.basis.known.known_date()));
        if self.palette_cache.on != on {
            self.palette_cache.items.records = self.records();
            self.palette_cache.on = on;
        }
        self.palette_cache.items.all()
    }

    /// Which places there are below the palette.
    fn below(&self) -> [bool; KeyContext::ALL.len()] {
        KeyContext::ALL.map(|place| self.is_active_below_overlay(place))
    }

    fn actions(&self, below: &[bool; KeyContext::ALL.len()]) -> (Vec<Rc<PaletteItem>>, Vec<Rc<PaletteItem>>) {
        let ctx = self.context();
        let pages = self.tabs.iter().map(|page| chrome::name(&ctx, *page).long().to_owned()).collect();
        let inputs = PaletteInputs { words: &self.basis.words, keymap: &self.state.keymap, pages };
        let is_below = |place| KeyContext::ALL.iter().zip(below).any(|(known, is)| *known == place && *is);
        palette::action_items(&inputs, is_below, |place| self.is_available(place))
    }

    fn records(&self) -> Vec<Rc<PaletteItem>> {
        palette::record_items(shown::records(&self.context(), &self.tabs))
    }

    /// Goes where something found in the palette leads, and does what it means.
    pub(super) fn run_palette_item(&mut self, action: Action) -> Option<Effect> {
        let was = self.state.clone();
        let item = self.item(if let Action::PickResult(place) = action { Some(place) } else { None }).cloned();
        let next = palette::run(&mut self.state, item.as_ref());
        self.basis.before = None;
        self.refresh();
        self.history.record(was, action, &self.state);
        next.and_then(|next| self.apply(next))
    }

    /// What was chosen of what was found, or what is at this place of it.
    fn item(&self, place: Option<usize>) -> Option<&PaletteItem> {
        let finder = self.palette_search.as_ref()?;
        let chosen = match self.state.text_entry.as_ref()?.purpose {
            EntryPurpose::Palette(chosen) => place.unwrap_or(chosen),
            EntryPurpose::Filter => return None,
        };
        finder.items.get(*finder.found.get(chosen)?).map(|item| &**item)
    }

    /// How much was found.
    pub(super) fn found(&self) -> usize {
        self.palette_search.as_ref().map_or(0, |finder| finder.found.len())
    }

    /// What is shown of the palette.
    pub(super) fn palette(&self) -> Option<Palette> {
        let finder = self.palette_search.as_ref()?;
        let Some(TextEntry { purpose: EntryPurpose::Palette(chosen), .. }) = &self.state.text_entry else {
            return None;
        };
        let counts = [("found", Arg::from(finder.found.len())), ("all", Arg::from(finder.items.len()))];
        Some(Palette {
            prompt: prompt(&self.state)?,
            entries: finder.found.iter().map(|place| Rc::clone(&finder.items[*place].entry)).collect(),
            chosen: *chosen,
            count: self.basis.words.format("sift-found", &counts),
            empty: self.basis.words.format("palette-nothing", &[("words", Arg::from(finder.typed.trim().to_owned()))]),
            hints: self.chrome.hints.clone(),
        })
    }
}

#[cfg(test)]
mod tests {
    use std::rc::Rc;

    use crate::app::dashboard::action::{Action, Direction, Movement, TimeStep};
    use crate::app::dashboard::model::Model;
    use crate::app::dashboard::model::page_builder::tests::model;
    use crate::app::dashboard::palette::{PaletteAction, PaletteItem};
    use crate::dataset;
    use crate::page::model::chrome::PaletteEntry;
    use crate::page::model::page::PageKind;

    fn shown(items: &[Rc<PaletteItem>]) -> Vec<(&PaletteEntry, PaletteAction)> {
        items.iter().map(|item| (&*item.entry, item.goal)).collect()
    }

    /// The palette, opened and closed again, has what is gathered when nothing is kept.
    fn is_as_gathered_afresh(model: &mut Model) -> bool {
        model.apply(Action::OpenPalette);
        model.apply(Action::Type('a'));
        let is_same = model.palette_search.as_ref().is_some_and(|finder| shown(&finder.items) == shown(&model.items()));
        model.apply(Action::Back);
        is_same
    }

    #[test]
    fn wherever_the_palette_is_opened_it_has_what_is_gathered_afresh() {
        let mut model = model(PageKind::Overview).expect("the bundled dataset");
        for action in [
            Action::Move(Movement::Row(Direction::Next)),
            Action::SetKnownDate(TimeStep::Year(Direction::Previous)),
            Action::SetKnownDate(TimeStep::Year(Direction::Previous)),
            Action::SetKnownDate(TimeStep::Year(Direction::Next)),
            Action::NextLanguage,
            Action::OpenTab(2),
            Action::StepCrosshair(Direction::Next),
            Action::Why,
            Action::Back,
            Action::NextLanguage,
            Action::OpenTab(6),
            Action::SetKnownDate(TimeStep::Year(Direction::Previous)),
            Action::NextLanguage,
            Action::History(Direction::Previous),
        ] {
            model.apply(action);
            assert!(is_as_gathered_afresh(&mut model), "after {action:?}");
        }
        let text = include_str!("../../../../assets/kazakhstan-motor.json").replace("Allur", "Ruall");
        model.apply_reload(Ok(dataset::load(&text).expect("still a dataset")));
        assert!(is_as_gathered_afresh(&mut model), "after the file was read again");
    }

    #[test]
    fn what_was_gathered_is_kept_for_the_next_time() {
        let mut model = model(PageKind::Overview).expect("the bundled dataset");
        assert!(is_as_gathered_afresh(&mut model));
        let kept = model.palette_cache.items.all();
        model.apply(Action::Move(Movement::Row(Direction::Next)));
        assert!(is_as_gathered_afresh(&mut model));
        let is_kept = kept.iter().zip(model.palette_cache.items.all()).all(|(kept, now)| Rc::ptr_eq(kept, &now));
        assert!(is_kept, "gathered again for the same places, day and language");
    }
}
