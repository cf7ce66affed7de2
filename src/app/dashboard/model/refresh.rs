//! Building again what no longer fits the state: words, verdicts, the page, what lies over and around it. Nothing else is.

use std::rc::Rc;

use crate::app::dashboard::crosshair;
use crate::app::dashboard::hints::{hints, notice_text, prompt};
use crate::app::dashboard::model::Model;
use crate::app::dashboard::state::{Notice, Overlay, State, TextEntry};
use crate::app::input::keys::table::KeyContext;
use crate::page::i18n::Words;
use crate::page::model::data_point::DataPoint;
use crate::page::pages::chrome;

/// What the lines around the page and the sheet were built for, besides the page.
pub(super) struct ChromeInputs {
    overlay: Overlay,
    /// How many sheets lie under that.
    lower_overlays: usize,
    notice: Option<Notice>,
    /// How many columns there are for a notice.
    room: Option<u16>,
    text_entry: Option<TextEntry>,
    places: [bool; KeyContext::ALL.len()],
    is_ascii: bool,
    /// The words that they are in.
    words: Rc<Words>,
}

impl ChromeInputs {
    /// As a state has them before anything lies over the page.
    pub(super) fn of(state: &State, words: &Rc<Words>) -> Self {
        Self {
            overlay: Overlay::None,
            lower_overlays: 0,
            notice: None,
            room: None,
            text_entry: None,
            places: [false; KeyContext::ALL.len()],
            is_ascii: state.paint.is_ascii(),
            words: Rc::clone(words),
        }
    }
}

impl Model {
    /// Builds again what no longer fits the state; a step in time is marked until the next thing done.
    pub(super) fn refresh(&mut self) {
        if self.basis.known.known_date() != self.state.known_date() {
            self.basis.before = Some(Rc::clone(&self.basis.known));
        }
        let (tab, at) = (self.made.page.kind, self.spot().map(|spot| spot.at));
        if self.turn_page() {
            // What can be done, and what there is, may be other things now.
            self.palette_search = None;
            if tab == self.made.page.kind {
                self.restore_crosshair(at);
            }
            self.rebuild_overlays();
            return;
        }
        if self.chrome_inputs.differs_from(&self.state) {
            self.rebuild_overlays();
            return;
        }
        self.lay_out();
        match (self.chrome_inputs.places == self.places(), &self.sheet) {
            (true, _) => self.lay_out_chrome(),
            (false, None) => self.rebuild_chrome(),
            // It may say which keys work.
            (false, Some(_)) => self.rebuild_overlays(),
        }
    }

    /// Keeps the crosshair at its time in a picture that was built again, or where the chosen record stands in it.
    fn restore_crosshair(&mut self, at: Option<i32>) {
        let Some(at) = at else { return };
        self.state.view.cursor = crosshair::nearest_in_time(at, &self.made.page);
        if let Some(key) = self.state.chosen().map(|choice| choice.key) {
            crosshair::follow_record(&mut self.state, key, &self.made.page);
        }
    }

    /// Builds what lies over the page and the lines around it, and lays everything out.
    pub(super) fn rebuild_overlays(&mut self) {
        self.sheet = self.build_sheet(self.state.overlay);
        self.layout.texts.forget_sheet();
        // Which keys work depends on what there is room for.
        self.lay_out();
        self.rebuild_chrome();
    }

    /// Builds the lines around the page as it is laid out, and lays them out.
    fn rebuild_chrome(&mut self) {
        let (places, words) = (self.places(), &self.basis.words);
        let in_words = Rc::ptr_eq(&self.chrome_inputs.words, words);
        if !in_words {
            self.chrome = chrome::build(&self.basis.context(&self.data, &self.state), &self.tabs);
        }
        if !in_words || self.chrome_inputs.places != places {
            self.chrome.hints = hints(words, &self.state.keymap, |place| self.is_active(place));
        }
        if let Some(sheet) = &mut self.sheet {
            sheet.hints.clone_from(&self.chrome.hints);
        }
        let notice = self
            .state
            .notice
            .as_ref()
            .map(|notice| notice_text(&self.basis.words, notice, (&self.state, &self.addresses())));
        self.chrome.show_page(&self.basis.context(&self.data, &self.state), &self.made.page, notice);
        self.find();
        self.chrome.palette = self.palette();
        self.chrome.prompt = prompt(&self.state).filter(|_| self.chrome.palette.is_none());
        self.state.view.overlay_top = self.state.view.overlay_top.min(self.layout.overlay_scroll_max());
        self.lay_out_chrome();
        self.chrome_inputs = self.around(places);
    }

    /// The place under the crosshair.
    pub(super) fn spot(&self) -> Option<&DataPoint> {
        crosshair::current_point(&self.state, &self.made.page)
    }

    fn around(&self, places: [bool; KeyContext::ALL.len()]) -> ChromeInputs {
        ChromeInputs {
            overlay: self.state.overlay,
            lower_overlays: self.state.lower_overlays.len(),
            notice: self.state.notice.clone(),
            room: notice_width(&self.state),
            text_entry: self.state.text_entry.clone(),
            places,
            is_ascii: self.state.paint.is_ascii(),
            words: Rc::clone(&self.basis.words),
        }
    }

    fn places(&self) -> [bool; KeyContext::ALL.len()] {
        KeyContext::ALL.map(|place| self.is_active(place))
    }
}

impl ChromeInputs {
    /// Whether something else lies over the page, is told or typed, however it is laid out.
    fn differs_from(&self, state: &State) -> bool {
        self.overlay != state.overlay
            || self.lower_overlays != state.lower_overlays.len()
            || self.notice != state.notice
            || self.room != notice_width(state)
            || self.text_entry != state.text_entry
            || self.is_ascii != state.paint.is_ascii()
    }
}

/// How many columns there are for a notice, if there is one.
fn notice_width(state: &State) -> Option<u16> {
    state.notice.as_ref().map(|_| state.size.width)
}

#[cfg(test)]
mod tests {
    use ratatui::layout::{Rect, Size};

    use crate::app::dashboard::action::{Action, Direction, Movement, TimeStep};
    use crate::app::dashboard::model::Model;
    use crate::app::dashboard::model::page_builder::tests::model;
    use crate::page::model::page::PageKind;
    use crate::render::tui::layout::Layout;

    /// Lines, links and places are those that come of laying everything out when nothing is kept.
    fn is_as_laid_out_afresh(model: &Model) -> bool {
        let size = model.state.size;
        model.layout == Layout::of(&model.screen(), Rect::new(0, 0, size.width, size.height))
    }

    #[test]
    fn whatever_is_done_lines_and_links_are_those_laid_out_afresh() {
        const DEEDS: [Action; 36] = [
            Action::Move(Movement::Row(Direction::Next)),
            Action::Move(Movement::Last),
            Action::Move(Movement::Row(Direction::Previous)),
            Action::StepCrosshair(Direction::Next),
            Action::Move(Movement::Row(Direction::Next)),
            Action::Why,
            Action::ScrollDetail(Direction::Next),
            Action::ChooseLink(Direction::Next),
            Action::FollowLink(None),
            Action::Move(Movement::Page(Direction::Next)),
            Action::CycleTab(Direction::Next),
            Action::CycleTab(Direction::Previous),
            Action::Resize(Size::new(170, 50)),
            Action::CycleTab(Direction::Next),
            Action::CycleTab(Direction::Previous),
            Action::NextAddress,
            Action::Back,
            Action::NextLanguage,
            Action::Back,
            Action::Move(Movement::Row(Direction::Next)),
            Action::ScrollDetail(Direction::Next),
            Action::EnlargeNextPanel,
            Action::Back,
            Action::EditFilter,
            Action::Type('a'),
            Action::Accept,
            Action::SetKnownDate(TimeStep::Year(Direction::Previous)),
            Action::ToggleChecks,
            Action::ToggleHelp,
            Action::Resize(Size::new(80, 24)),
            Action::Back,
            Action::ToggleTableForm,
            Action::OpenPalette,
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
