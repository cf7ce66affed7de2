//! Building again what no longer fits the state: words, verdicts, the page, what lies over and around it. Nothing else is.

use std::rc::Rc;

use super::Model;
use crate::app::crosshair;
use crate::app::keys::table::Place;
use crate::app::state::{Notice, Overlay, State, Typing};
use crate::app::surroundings::{hints, message, prompt};
use crate::page::chrome;
use crate::page::spot::Spot;

/// What the lines around the page and the sheet were built for, besides the page.
#[derive(Debug, Clone, PartialEq)]
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
}

impl Around {
    /// As a state has them before anything lies over the page.
    pub(super) fn of(state: &State) -> Self {
        Self {
            overlay: Overlay::None,
            under: 0,
            notice: None,
            room: None,
            typing: None,
            places: [false; Place::ALL.len()],
            is_ascii: state.paint.is_ascii(),
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
        self.lay_out();
        if self.dressed != self.around() {
            self.dress();
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
        // Which keys work depends on what there is room for.
        self.lay_out();
        let hints = hints(&self.basis.words, &self.state.keymap, |place| self.is_at(place));
        if let Some(sheet) = &mut self.sheet {
            sheet.hints.clone_from(&hints);
        }
        let notice = self
            .state
            .notice
            .as_ref()
            .map(|notice| message(&self.basis.words, notice, (&self.state, &self.addresses())));
        self.chrome = chrome::build(&self.context(), &self.tabs, &self.made.page, hints, notice);
        self.find();
        self.chrome.palette = self.palette();
        self.chrome.prompt = prompt(&self.state).filter(|_| self.chrome.palette.is_none());
        self.state.view.sheet_top = self.state.view.sheet_top.min(self.layout.sheet_scroll_max());
        self.lay_out();
        self.dressed = self.around();
    }

    /// The place under the crosshair.
    pub(super) fn spot(&self) -> Option<&Spot> {
        crosshair::spot(&self.state, &self.made.page)
    }

    fn around(&self) -> Around {
        Around {
            overlay: self.state.overlay,
            under: self.state.under.len(),
            notice: self.state.notice.clone(),
            room: self.state.notice.as_ref().map(|_| self.state.size.width),
            typing: self.state.typing.clone(),
            places: Place::ALL.map(|place| self.is_at(place)),
            is_ascii: self.state.paint.is_ascii(),
        }
    }
}
