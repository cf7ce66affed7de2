//! Building again what no longer fits the state: words, verdicts, the page, what lies over and around it. Nothing else is.

use std::rc::Rc;

use super::Model;
use crate::app::crosshair;
use crate::app::keys::table::Place;
use crate::app::state::{Notice, Overlay, State, Typing};
use crate::app::surroundings::{hints, message, prompt};
use crate::page::chrome;
use crate::page::spot::Spot;
use crate::page::words::Words;

/// What the lines around the page and the sheet were built for, besides the page.
pub(super) struct Around {
    overlay: Overlay,
    /// How many sheets lie under that.
    under: usize,
    notice: Option<Notice>,
    /// How many columns there are for a notice.
    room: Option<u16>,
    typing: Option<Typing>,
    places: [bool; Place::ALL.len()],
    is_ascii: bool,
    /// The words that they are in.
    words: Rc<Words>,
}

impl Around {
    /// As a state has them before anything lies over the page.
    pub(super) fn of(state: &State, words: &Rc<Words>) -> Self {
        Self {
            overlay: Overlay::None,
            under: 0,
            notice: None,
            room: None,
            typing: None,
            places: [false; Place::ALL.len()],
            is_ascii: state.paint.is_ascii(),
            words: Rc::clone(words),
        }
    }
}

impl Model {
    /// Builds again what no longer fits the state; a step in time is marked until the next thing done.
    pub(super) fn refresh(&mut self) {
        if self.basis.known.day() != self.state.day() {
            self.basis.before = Some(Rc::clone(&self.basis.known));
        }
        let (tab, at) = (self.made.page.kind, self.spot().map(|spot| spot.at));
        if self.turn_page() {
            // What can be done, and what there is, may be other things now.
            self.finder = None;
            if tab == self.made.page.kind {
                self.stay(at);
            }
            self.dress();
            return;
        }
        if self.dressed.lies_otherwise(&self.state) {
            self.dress();
            return;
        }
        self.lay_out();
        match (self.dressed.places == self.places(), &self.sheet) {
            (true, _) => self.lay_around(),
            (false, None) => self.surround(),
            // It may say which keys work.
            (false, Some(_)) => self.dress(),
        }
    }

    /// Keeps the crosshair at its time in a picture that was built again, or where the chosen record stands in it.
    fn stay(&mut self, at: Option<i32>) {
        let Some(at) = at else { return };
        self.state.view.cursor = crosshair::nearest(at, &self.made.page);
        if let Some(key) = self.state.chosen().map(|choice| choice.key) {
            crosshair::follow(&mut self.state, key, &self.made.page);
        }
    }

    /// Builds what lies over the page and the lines around it, and lays everything out.
    pub(super) fn dress(&mut self) {
        self.sheet = self.sheet_of(self.state.overlay);
        self.layout.texts.forget_sheet();
        // Which keys work depends on what there is room for.
        self.lay_out();
        self.surround();
    }

    /// Builds the lines around the page as it is laid out, and lays them out.
    fn surround(&mut self) {
        let (places, words) = (self.places(), &self.basis.words);
        let in_words = Rc::ptr_eq(&self.dressed.words, words);
        if !in_words {
            self.chrome = chrome::build(&self.basis.context(&self.material, &self.state), &self.tabs);
        }
        if !in_words || self.dressed.places != places {
            self.chrome.hints = hints(words, &self.state.keymap, |place| self.is_at(place));
        }
        if let Some(sheet) = &mut self.sheet {
            sheet.hints.clone_from(&self.chrome.hints);
        }
        let notice = self
            .state
            .notice
            .as_ref()
            .map(|notice| message(&self.basis.words, notice, (&self.state, &self.addresses())));
        self.chrome.turn(&self.basis.context(&self.material, &self.state), &self.made.page, notice);
        self.find();
        self.chrome.palette = self.palette();
        self.chrome.prompt = prompt(&self.state).filter(|_| self.chrome.palette.is_none());
        self.state.view.sheet_top = self.state.view.sheet_top.min(self.layout.sheet_scroll_max());
        self.lay_around();
        self.dressed = self.around(places);
    }

    /// The place under the crosshair.
    pub(super) fn spot(&self) -> Option<&Spot> {
        crosshair::spot(&self.state, &self.made.page)
    }

    fn around(&self, places: [bool; Place::ALL.len()]) -> Around {
        Around {
            overlay: self.state.overlay,
            under: self.state.under.len(),
            notice: self.state.notice.clone(),
            room: room(&self.state),
            typing: self.state.typing.clone(),
            places,
            is_ascii: self.state.paint.is_ascii(),
            words: Rc::clone(&self.basis.words),
        }
    }

    fn places(&self) -> [bool; Place::ALL.len()] {
        Place::ALL.map(|place| self.is_at(place))
    }
}

impl Around {
    /// Whether something else lies over the page, is told or typed, however it is laid out.
    fn lies_otherwise(&self, state: &State) -> bool {
        self.overlay != state.overlay
            || self.under != state.under.len()
            || self.notice != state.notice
            || self.room != room(state)
            || self.typing != state.typing
            || self.is_ascii != state.paint.is_ascii()
    }
}

/// How many columns there are for a notice, if there is one.
fn room(state: &State) -> Option<u16> {
    state.notice.as_ref().map(|_| state.size.width)
}

#[cfg(test)]
mod tests {
    use ratatui::layout::{Rect, Size};

    use crate::app::action::{Action, Move, Travel, Way};
    use crate::app::model::Model;
    use crate::app::model::making::tests::model;
    use crate::page::PageKind;
    use crate::render::tui::layout::Layout;

    /// Lines, links and places are those that come of laying everything out when nothing is kept.
    fn is_as_laid_out_afresh(model: &Model) -> bool {
        let size = model.state.size;
        model.layout == Layout::of(&model.screen(), Rect::new(0, 0, size.width, size.height))
    }

    #[test]
    fn whatever_is_done_lines_and_links_are_those_laid_out_afresh() {
        const DEEDS: [Action; 36] = [
            Action::Move(Move::Row(Way::Next)),
            Action::Move(Move::Last),
            Action::Move(Move::Row(Way::Previous)),
            Action::Read(Way::Next),
            Action::Move(Move::Row(Way::Next)),
            Action::Why,
            Action::Scroll(Way::Next),
            Action::Onward(Way::Next),
            Action::GoOn(None),
            Action::Move(Move::Page(Way::Next)),
            Action::Turn(Way::Next),
            Action::Turn(Way::Previous),
            Action::Resize(Size::new(170, 50)),
            Action::Turn(Way::Next),
            Action::Turn(Way::Previous),
            Action::Address,
            Action::Back,
            Action::Language,
            Action::Back,
            Action::Move(Move::Row(Way::Next)),
            Action::Scroll(Way::Next),
            Action::Enlarge,
            Action::Back,
            Action::Filter,
            Action::Type('a'),
            Action::Accept,
            Action::Know(Travel::Year(Way::Previous)),
            Action::Checks,
            Action::Help,
            Action::Resize(Size::new(80, 24)),
            Action::Back,
            Action::Figures,
            Action::Palette,
            Action::Type('k'),
            Action::Back,
            Action::Resize(Size::new(30, 8)),
        ];
        for tab in PageKind::ALL {
            let mut model = model(tab).expect("the bundled dataset");
            model.apply(Action::Resize(Size::new(120, 36)));
            for action in DEEDS.iter().chain(DEEDS.iter().step_by(3)).chain(DEEDS.iter().step_by(5)) {
                model.apply(*action);
                assert!(is_as_laid_out_afresh(&model), "{tab:?} after {action:?}");
            }
        }
    }
}
