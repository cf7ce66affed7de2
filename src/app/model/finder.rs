//! The palette: what is in it is gathered when it is opened, what is found in it at each letter.
//!
//! What was gathered is kept for the next time, as long as it would be said in the same words.

use std::rc::Rc;

use chrono::NaiveDate;

use super::Model;
use crate::app::action::{Action, Effect};
use crate::app::keys::table::Place;
use crate::app::palette::{self, Item, Items, Makings};
use crate::app::state::{Field, Typing};
use crate::app::surroundings::prompt;
use crate::dataset::records::Language;
use crate::page::find::Search;
use crate::page::palette::Palette;
use crate::page::words::Arg;
use crate::page::{chrome, palette as shown};

/// What is in the palette, and what of it was found.
pub(super) struct Finder {
    items: Vec<Rc<Item>>,
    typed: String,
    found: Vec<usize>,
}

/// What was gathered for the palette, and for what.
#[derive(Default)]
pub(super) struct Gathered {
    items: Items,
    /// Where the actions were gathered.
    at: Option<(Language, [bool; Place::ALL.len()])>,
    /// When the records were known.
    on: Option<(Language, NaiveDate)>,
    search: Option<Search>,
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
                let items = other.map_or_else(|| self.gather(), |finder| finder.items);
                let search = self.gathered.search.get_or_insert_with(|| Search::of(""));
                let found = palette::found(&items, &typed, search);
                Finder { items, typed, found }
            }
        };
        self.finder = Some(finder);
    }

    /// Everything that is in the palette.
    #[must_use]
    pub fn items(&self) -> Vec<Rc<Item>> {
        let (near, far) = self.actions(&self.below());
        Items { near, records: self.records(), far }.all()
    }

    /// The same, with what was gathered before.
    fn gather(&mut self) -> Vec<Rc<Item>> {
        let language = self.basis.words.language();
        let below = self.below();
        if self.gathered.at != Some((language, below)) {
            (self.gathered.items.near, self.gathered.items.far) = self.actions(&below);
            self.gathered.at = Some((language, below));
        }
        let on = Some((language, self.basis.known.day()));
        if self.gathered.on != on {
            self.gathered.items.records = self.records();
            self.gathered.on = on;
        }
        self.gathered.items.all()
    }

    /// Which places there are below the palette.
    fn below(&self) -> [bool; Place::ALL.len()] {
        Place::ALL.map(|place| self.lies_below(place))
    }

    fn actions(&self, below: &[bool; Place::ALL.len()]) -> (Vec<Rc<Item>>, Vec<Rc<Item>>) {
        let ctx = self.context();
        let pages = self.tabs.iter().map(|page| chrome::name(&ctx, *page).long().to_owned()).collect();
        let makings = Makings { words: &self.basis.words, keymap: &self.state.keymap, pages };
        let is_below = |place| Place::ALL.iter().zip(below).any(|(known, is)| *known == place && *is);
        palette::actions(&makings, is_below, |place| self.exists(place))
    }

    fn records(&self) -> Vec<Rc<Item>> {
        palette::records(shown::records(&self.context(), &self.tabs))
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
        finder.items.get(*finder.found.get(chosen)?).map(|item| &**item)
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
            entries: finder.found.iter().map(|place| Rc::clone(&finder.items[*place].entry)).collect(),
            chosen: *chosen,
            count: self.basis.words.say("sift-found", &counts),
            empty: self.basis.words.say("palette-nothing", &[("words", Arg::from(finder.typed.trim().to_owned()))]),
            hints: self.chrome.hints.clone(),
        })
    }
}

#[cfg(test)]
mod tests {
    use std::rc::Rc;

    use crate::app::action::{Action, Move, Travel, Way};
    use crate::app::model::Model;
    use crate::app::model::making::tests::model;
    use crate::app::palette::{Goal, Item};
    use crate::dataset;
    use crate::page::PageKind;
    use crate::page::palette::Entry;

    fn shown(items: &[Rc<Item>]) -> Vec<(&Entry, Goal)> {
        items.iter().map(|item| (&*item.entry, item.goal)).collect()
    }

    /// The palette, opened and closed again, has what is gathered when nothing is kept.
    fn is_as_gathered_afresh(model: &mut Model) -> bool {
        model.apply(Action::Palette);
        model.apply(Action::Type('a'));
        let is_same = model.finder.as_ref().is_some_and(|finder| shown(&finder.items) == shown(&model.items()));
        model.apply(Action::Back);
        is_same
    }

    #[test]
    fn wherever_the_palette_is_opened_it_has_what_is_gathered_afresh() {
        let mut model = model(PageKind::Overview).expect("the bundled dataset");
        for action in [
            Action::Move(Move::Row(Way::Next)),
            Action::Know(Travel::Year(Way::Previous)),
            Action::Know(Travel::Year(Way::Previous)),
            Action::Know(Travel::Year(Way::Next)),
            Action::Language,
            Action::Open(2),
            Action::Read(Way::Next),
            Action::Why,
            Action::Back,
            Action::Language,
            Action::Open(6),
            Action::Know(Travel::Year(Way::Previous)),
            Action::Language,
            Action::History(Way::Previous),
        ] {
            model.apply(action);
            assert!(is_as_gathered_afresh(&mut model), "after {action:?}");
        }
        let text = include_str!("../../../assets/kazakhstan-motor.json").replace("Allur", "Ruall");
        model.reloaded(Ok(dataset::load(&text).expect("still a dataset")));
        assert!(is_as_gathered_afresh(&mut model), "after the file was read again");
    }

    #[test]
    fn what_was_gathered_is_kept_for_the_next_time() {
        let mut model = model(PageKind::Overview).expect("the bundled dataset");
        assert!(is_as_gathered_afresh(&mut model));
        let kept = model.gathered.items.all();
        model.apply(Action::Move(Move::Row(Way::Next)));
        assert!(is_as_gathered_afresh(&mut model));
        let is_kept = kept.iter().zip(model.gathered.items.all()).all(|(kept, now)| Rc::ptr_eq(kept, &now));
        assert!(is_kept, "gathered again for the same places, day and language");
    }
}
