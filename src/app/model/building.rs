//! Building again what no longer fits the state: words, verdicts, the page, what lies over and around it. Nothing else is.

use chrono::NaiveDate;

use super::Model;
use crate::app::crosshair;
use crate::app::keys::table::Place;
use crate::app::state::{Choice, Notice, Overlay, State, Typing};
use crate::app::surroundings::{hints, message, prompt};
use crate::compare::judged::Judged;
use crate::dataset::records::Language;
use crate::page::sift::Sift;
use crate::page::spot::Spot;
use crate::page::words::Words;
use crate::page::{self, Page, PageKind, Query, chrome, output};
use crate::render::fitting::Widths;

/// What the page, and what lies around and over it, were built for.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Built {
    page: Asked,
    around: Around,
}

/// What a page is built for.
#[derive(Debug, Clone, PartialEq)]
struct Asked {
    tab: PageKind,
    /// Without a focus: that is the choice.
    query: Query,
    choice: Option<Choice>,
    sift: Sift,
    language: Language,
    /// The day before the last step in time, where its changes are marked.
    before: Option<NaiveDate>,
}

/// What the lines around the page and the sheet were built for, besides the page.
#[derive(Debug, Clone, PartialEq)]
struct Around {
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

impl Built {
    /// Built for a state, before anything lies over the page.
    pub(super) fn of(state: &State) -> Self {
        let around = Around {
            overlay: Overlay::None,
            under: 0,
            notice: None,
            room: None,
            typing: None,
            places: [false; Place::ALL.len()],
            is_ascii: state.paint.is_ascii(),
        };
        Self { page: asked(state, None), around }
    }
}

impl Model {
    /// Builds again what no longer fits the state.
    pub(super) fn refresh(&mut self) {
        if self.words.language() != self.state.language {
            self.words = Words::new(self.state.language).renamed(&self.material.dataset.words);
        }
        if self.verdicts.known() != self.state.day() {
            let before = self.judge();
            self.before = Some(before);
        }
        let asked = self.asked();
        if self.built.page != asked {
            let (tab, at) = (self.page.kind, self.spot().map(|spot| spot.at));
            if asked.chosen_in(&self.built.page) {
                self.refocus();
            } else if asked.steps_from(&self.built.page) {
                self.step();
            } else {
                self.rebuild();
            }
            // What can be done, and what there is, may be other things now.
            self.finder = None;
            if tab == self.page.kind {
                self.stay(at);
            }
            self.dress();
            return;
        }
        self.lay_out();
        if self.built.around != self.around() {
            self.dress();
        }
    }

    /// Judges as known on the day of the state; the verdicts before are returned.
    pub(super) fn judge(&mut self) -> Judged {
        let now = self.verdicts.step(&self.material.dataset, self.state.day());
        self.take(now)
    }

    /// Judges another dataset.
    pub(super) fn judge_anew(&mut self) {
        let now = Judged::on(&self.material.dataset, self.state.day());
        self.take(now);
    }

    fn take(&mut self, verdicts: Judged) -> Judged {
        let before = std::mem::replace(&mut self.verdicts, verdicts);
        self.series = output::series(&self.context());
        before
    }

    fn asked(&self) -> Asked {
        asked(&self.state, self.before.as_ref().map(Judged::known))
    }

    pub(super) fn rebuild(&mut self) {
        self.page = page::build(self.state.tab, &self.context());
        self.measure();
        self.choose();
    }

    /// Another choice on the same page: its rows stay.
    fn refocus(&mut self) {
        let page = self.take_page();
        self.page = page::refocus(page, &self.context());
        self.choose();
    }

    /// A step in time on the same page, or the next thing done after one: the rows that it leaves as they are stay.
    fn step(&mut self) {
        let page = self.take_page();
        let (marked, known) = (self.built.page.before, self.built.page.query.known);
        // A row that was marked as changed is not what it will be without the mark.
        let bare = |judged: &Judged, id| marked.is_none_or(|since| judged.holds(id, since));
        self.page = page::step(page, &self.context(), |id| match &self.before {
            Some(before) => self.verdicts.holds(id, before.known()) && bare(before, id),
            None => known == self.verdicts.known() && bare(&self.verdicts, id),
        });
        self.measure();
        self.choose();
    }

    /// Measures the rows of the list; another choice in it leaves them as they are.
    pub(super) fn measure(&mut self) {
        self.widths = self.page.list().map(Widths::of).unwrap_or_default();
    }

    fn take_page(&mut self) -> Page {
        let empty = Page { kind: self.page.kind, sentence: Vec::new(), panels: Vec::new() };
        std::mem::replace(&mut self.page, empty)
    }

    /// What the page was built for; of several rows that stand for what is in focus, the one that was meant.
    pub(super) fn choose(&mut self) {
        self.built.page = self.asked();
        if let (Some(choice), Some(table)) = (self.state.chosen(), self.page.list_mut()) {
            // Several rows may stand for what is in focus: the page knows only that.
            table.chosen = choice.place_in(table).or(table.chosen);
        }
        let places = self.page.spots().len();
        self.state.view.cursor = self.state.view.cursor.filter(|cursor| *cursor < places);
    }

    /// Keeps the crosshair at its time in a picture that was built again, or where the chosen record stands in it.
    fn stay(&mut self, at: Option<i32>) {
        let Some(at) = at else { return };
        self.state.view.cursor = crosshair::nearest(at, &self.page);
        if let Some(key) = self.state.chosen().map(|choice| choice.key) {
            crosshair::follow(&mut self.state, key, &self.page);
        }
    }

    /// Builds what lies over the page and the lines around it, and lays everything out.
    pub(super) fn dress(&mut self) {
        self.sheet = self.sheet_of(self.state.overlay);
        // Which keys work depends on what there is room for.
        self.lay_out();
        let hints = hints(&self.words, &self.state.keymap, |place| self.is_at(place));
        if let Some(sheet) = &mut self.sheet {
            sheet.hints.clone_from(&hints);
        }
        let notice =
            self.state.notice.as_ref().map(|notice| message(&self.words, notice, (&self.state, &self.addresses())));
        self.chrome = chrome::build(&self.context(), &self.tabs, &self.page, hints, notice);
        self.find();
        self.chrome.palette = self.palette();
        self.chrome.prompt = prompt(&self.state).filter(|_| self.chrome.palette.is_none());
        self.state.view.sheet_top = self.state.view.sheet_top.min(self.layout.sheet_scroll_max());
        self.lay_out();
        self.built.around = self.around();
    }

    /// The place under the crosshair.
    pub(super) fn spot(&self) -> Option<&Spot> {
        crosshair::spot(&self.state, &self.page)
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

impl Asked {
    /// Whether only another choice is asked for.
    fn chosen_in(&self, built: &Self) -> bool {
        Self { choice: self.choice, ..built.clone() } == *self
    }

    /// Whether what is asked for differs only in the day, and in the changes to mark.
    fn steps_from(&self, built: &Self) -> bool {
        let query = Query { known: self.query.known, ..built.query };
        Self { choice: self.choice, query, before: self.before, ..built.clone() } == *self
    }
}

fn asked(state: &State, before: Option<NaiveDate>) -> Asked {
    let query = Query { focus: None, ..state.query() };
    let sift = state.sift().clone();
    Asked { tab: state.tab, query, choice: state.chosen(), sift, language: state.language, before }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::action::{Action, Travel, Way};
    use crate::app::model::{File, Material, Shell};
    use crate::dataset;
    use crate::dataset::outline::Outline;
    use crate::render::theme::Paint;

    fn model(tab: PageKind) -> Option<Model> {
        let dataset = dataset::load(include_str!("../../../assets/kazakhstan-motor.json")).ok()?;
        let today = NaiveDate::from_ymd_opt(2026, 11, 22)?;
        let outline = Outline::default();
        let material = Material { dataset, outline, file: File::Bundled, path: None, shell: Shell::None };
        let mut model = Model::new(material, State::new(today, Language::En, Paint::default()));
        let place = model.tabs.iter().position(|kind| *kind == tab)?;
        model.apply(Action::Open(place));
        Some(model)
    }

    /// The page is the one that is built when nothing is kept.
    fn is_as_built_afresh(model: &mut Model) -> bool {
        let kept = model.page.clone();
        model.rebuild();
        kept == model.page
    }

    #[test]
    fn after_every_step_in_time_and_after_its_marks_the_page_is_the_one_built_afresh() {
        for tab in [PageKind::Overview, PageKind::Targets] {
            let mut model = model(tab).expect("the bundled dataset");
            for way in [[Way::Previous; 30], [Way::Next; 30]].as_flattened() {
                for action in
                    [Action::Know(Travel::Day(*way)), Action::Know(Travel::Year(*way)), Action::Read(Way::Next)]
                {
                    model.apply(action);
                    assert!(is_as_built_afresh(&mut model), "{tab:?} on {} after {action:?}", model.state.day());
                }
            }
        }
    }
}
