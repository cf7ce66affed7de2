//! Makes pages: the one that is asked for, and ahead of time the one that is likely to be asked for next.

use std::borrow::Cow;
use std::cell::OnceCell;
use std::rc::Rc;

use chrono::NaiveDate;

use super::shelf::{Asked, Made};
use super::{Material, Model};
use crate::app::action::{Action, Travel};
use crate::app::state::State;
use crate::app::update::update;
use crate::compare::judged::Judged;
use crate::dataset::index::Series;
use crate::dataset::records::Language;
use crate::page::context::Context;
use crate::page::sheet::Sheet;
use crate::page::words::Words;
use crate::page::{self, Page, Query, Ref, output, why};
use crate::render::fitting::Widths;
use crate::render::tui::texts::Texts;

/// What a page is made from, besides the dataset.
pub(super) struct Basis {
    pub(super) words: Rc<Words>,
    pub(super) known: Rc<Known>,
    /// What was known before the last step in time, until the next thing done.
    pub(super) before: Option<Rc<Known>>,
}

/// What is known on a day.
pub(super) struct Known {
    pub(super) verdicts: Judged,
    /// The series that the Output page can show.
    pub(super) series: Vec<Series>,
}

impl Known {
    /// What follows from these verdicts.
    pub(super) fn of(material: &Material, words: &Words, verdicts: Judged) -> Rc<Self> {
        let (query, outline) = (Query::at(verdicts.known()), &material.outline);
        let (dataset, before, sift) = (&material.dataset, None, None);
        let series = output::series(&Context { dataset, verdicts: &verdicts, before, words, outline, sift, query });
        Rc::new(Self { verdicts, series })
    }

    pub(super) fn day(&self) -> NaiveDate {
        self.verdicts.known()
    }
}

impl Basis {
    /// What a page is made from for a state, as it stands when nothing was done yet.
    pub(super) fn of(material: &Material, state: &State) -> Self {
        let words = words(material, state.language);
        let known = Known::of(material, &words, Judged::on(&material.dataset, state.day()));
        Self { words, known, before: None }
    }

    /// What makes a page for a state.
    pub(super) fn context<'a>(&'a self, material: &'a Material, state: &'a State) -> Context<'a> {
        Context {
            dataset: &material.dataset,
            verdicts: &self.known.verdicts,
            words: &self.words,
            outline: &material.outline,
            before: self.before.as_ref().map(|before| &before.verdicts),
            sift: Some(state.sift()),
            query: state.query(),
        }
    }

    fn asked(&self, state: &State) -> Asked {
        Asked::by(state, self.before.as_ref().map(|before| before.day()))
    }
}

/// The words of a language, with the names that the dataset gives.
fn words(material: &Material, language: Language) -> Rc<Words> {
    Rc::new(Words::new(language).renamed(&material.dataset.words))
}

impl Made {
    /// The page for a state, of which nothing is there yet.
    pub(super) fn afresh(material: &Material, state: &State, basis: &Basis) -> Self {
        let page = page::build(state.tab, &basis.context(material, state));
        Self::of(page, None, state, basis)
    }

    /// `widths` are those of its list, where they are known.
    fn of(mut page: Page, widths: Option<&Widths>, state: &State, basis: &Basis) -> Self {
        if let (Some(choice), Some(table)) = (state.chosen(), page.list_mut()) {
            // Several rows may stand for what is in focus: the page knows only that.
            table.chosen = choice.place_in(table).or(table.chosen);
        }
        let widths = widths.cloned().or_else(|| page.list().map(Widths::of)).unwrap_or_default();
        let (asked, known) = (basis.asked(state), Rc::clone(&basis.known));
        Self { asked, known, page, widths, texts: Texts::default(), why: OnceCell::new() }
    }

    /// What its chosen row stands for.
    fn key(&self) -> Option<Ref> {
        self.page.list()?.key()
    }

    /// The page for another state, with what it shares with this one.
    fn onward(&self, material: &Material, state: &State, basis: &Basis) -> Self {
        let (asked, ctx) = (basis.asked(state), basis.context(material, state));
        if asked.chosen_in(&self.asked) {
            return Self::of(page::refocus(&self.page, &ctx), Some(&self.widths), state, basis);
        }
        let page = if asked.steps_from(&self.asked) {
            // A row that was marked as changed is not what it will be without the mark.
            let bare = |judged: &Judged, id| self.asked.before.is_none_or(|since| judged.holds(id, since));
            let verdicts = &basis.known.verdicts;
            page::step(&self.page, &ctx, |id| match &basis.before {
                Some(before) => verdicts.holds(id, before.day()) && bare(&before.verdicts, id),
                None => self.known.day() == basis.known.day() && bare(verdicts, id),
            })
        } else {
            page::build(state.tab, &ctx)
        };
        Self::of(page, None, state, basis)
    }
}

impl Model {
    /// Turns to the page that the state asks for: the one that was left, or was made ready, else a new one. Returns whether
    /// it is another one.
    pub(super) fn turn_page(&mut self) -> bool {
        let asked = self.basis.asked(&self.state);
        if asked == self.made.asked {
            return false;
        }
        self.basis.words = self.speak(self.state.language);
        let mut made = if let Some(made) = self.shelf.take(&asked) {
            self.basis.known = Rc::clone(&made.known);
            made
        } else {
            self.basis.known = self.known_on(self.state.day());
            self.made.onward(&self.material, &self.state, &self.basis)
        };
        let texts = std::mem::take(&mut made.texts);
        let left = std::mem::replace(&mut self.made, made);
        let left = Made { texts: self.layout.texts.turn_page(texts), ..left };
        self.shelf.put(left, self.is_small());
        let places = self.made.page.spots().len();
        self.state.view.cursor = self.state.view.cursor.filter(|cursor| *cursor < places);
        true
    }

    /// Makes everything afresh.
    pub(super) fn make_afresh(&mut self) {
        self.shelf.clear();
        self.basis = Basis::of(&self.material, &self.state);
        self.spoken = vec![Rc::clone(&self.basis.words)];
        self.made = Made::afresh(&self.material, &self.state, &self.basis);
        self.layout.texts.forget_page();
    }

    /// Whether there is a page to be made ready.
    #[must_use]
    pub fn has_likely(&self) -> bool {
        self.likely.is_some()
    }

    /// Makes the page ready that the last thing done would show if it were done once more, as it often is, and Why of the
    /// chosen row.
    pub fn make_ready(&mut self) {
        let Some(action) = self.likely.take() else { return };
        let mut state = self.state.clone();
        self.with_scene(|scene| update(&mut state, action, scene));
        let is_step = state.day() != self.state.day();
        let basis = Basis {
            words: self.speak(state.language),
            known: self.known_on(state.day()),
            before: is_step.then(|| Rc::clone(&self.basis.known)),
        };
        let asked = basis.asked(&state);
        if asked != self.made.asked && !self.shelf.holds(&asked) {
            self.shelf.put(self.made.onward(&self.material, &state, &basis), self.is_small());
        }
        if let Some(key) = self.made.key() {
            self.why_of(key);
        }
    }

    /// Why of something; of the chosen row it is made once.
    pub(super) fn why_of(&self, key: Ref) -> Cow<'_, Sheet> {
        let make = || why::sheet(&self.context(), key);
        if self.made.key() == Some(key) { Cow::Borrowed(self.made.why.get_or_init(make)) } else { Cow::Owned(make()) }
    }

    /// Whether pages are so small that one is made before a person presses the next key, and many can be kept.
    pub(super) fn is_small(&self) -> bool {
        const MOST: usize = 4_000;
        let dataset = &self.material.dataset;
        dataset.targets.len() + dataset.actuals.len() <= MOST
    }

    fn speak(&mut self, language: Language) -> Rc<Words> {
        let known = self.spoken.iter().find(|words| words.language() == language);
        known.cloned().unwrap_or_else(|| {
            let words = words(&self.material, language);
            self.spoken.push(Rc::clone(&words));
            words
        })
    }

    fn known_on(&self, day: NaiveDate) -> Rc<Known> {
        let known = &self.basis.known;
        if known.day() == day {
            return Rc::clone(known);
        }
        Known::of(&self.material, &self.basis.words, known.verdicts.step(&self.material.dataset, day))
    }
}

/// What is often done after this: the same once more, or what lies beside it.
pub(super) fn likely(action: Action) -> Option<Action> {
    match action {
        Action::Open(tab) => Some(Action::Open(tab + 1)),
        Action::Move(_)
        | Action::Turn(_)
        | Action::Know(Travel::Day(_) | Travel::Year(_))
        | Action::Subject
        | Action::Mode
        | Action::Subjects
        | Action::Zoom(_)
        | Action::Standing
        | Action::Sort
        | Action::Language => Some(action),
        _ => None,
    }
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use crate::app::action::{Move, Way};
    use crate::app::model::{File, Shell};
    use crate::dataset;
    use crate::dataset::outline::Outline;
    use crate::page::PageKind;
    use crate::render::theme::Paint;

    pub(in crate::app::model) fn model(tab: PageKind) -> Option<Model> {
        let dataset = dataset::load(include_str!("../../../assets/kazakhstan-motor.json")).ok()?;
        let today = NaiveDate::from_ymd_opt(2026, 11, 22)?;
        let outline = Outline::default();
        let material = Material { dataset, outline, file: File::Bundled, path: None, shell: Shell::None };
        let mut model = Model::new(material, State::new(today, Language::En, Paint::default()));
        let place = model.tabs.iter().position(|kind| *kind == tab)?;
        model.apply(Action::Open(place));
        Some(model)
    }

    /// The page, and Why of its row, are those that are made when nothing is kept.
    fn is_as_built_afresh(model: &Model) -> bool {
        let afresh = Made::afresh(&model.material, &model.state, &model.basis);
        let is_why = |key| *model.why_of(key) == why::sheet(&model.context(), key);
        model.made.key().is_none_or(is_why)
            && afresh.page == model.made.page
            && afresh.widths == model.made.widths
            && afresh.asked == model.made.asked
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
                    assert!(is_as_built_afresh(&model), "{tab:?} on {} after {action:?}", model.state.day());
                }
            }
        }
    }

    #[test]
    fn a_page_that_was_left_or_made_ready_is_the_one_built_afresh() {
        let row = |way| Action::Move(Move::Row(way));
        let day = |way| Action::Know(Travel::Day(way));
        let (next, previous) = (Way::Next, Way::Previous);
        let walk = [
            [row(next), row(next), row(previous), day(previous), day(previous), day(next), row(next), day(next)],
            [
                Action::Turn(next),
                row(next),
                Action::Turn(previous),
                row(next),
                Action::Turn(next),
                row(next),
                day(previous),
                Action::Language,
            ],
            [
                Action::Language,
                row(previous),
                Action::Language,
                Action::History(previous),
                Action::History(previous),
                Action::Outlook,
                row(next),
                Action::Outlook,
            ],
        ];
        let mut model = model(PageKind::Overview).expect("the bundled dataset");
        let mut taken = 0;
        for (place, action) in std::iter::repeat_n(walk.as_flattened(), 4).flatten().enumerate() {
            if place % 3 > 0 {
                model.make_ready();
            }
            let shelved = model.shelf.len();
            model.apply(*action);
            taken += usize::from(model.shelf.len() == shelved);
            assert!(is_as_built_afresh(&model), "{} after {action:?}, the {place}th thing done", model.state.day());
        }
        assert!(taken > 40, "only {taken} pages were taken up again");
    }

    #[test]
    fn what_is_done_again_finds_its_page_ready() {
        let mut model = model(PageKind::Overview).expect("the bundled dataset");
        for action in [
            Action::Move(Move::Row(Way::Next)),
            Action::Turn(Way::Next),
            Action::Know(Travel::Day(Way::Previous)),
            Action::Language,
        ] {
            model.apply(action);
            assert!(model.has_likely(), "{action:?}");
            model.make_ready();
            assert!(!model.has_likely());
            let ready = model.shelf.front().expect("a page was made ready").asked.clone();
            model.apply(action);
            assert!(model.made.asked == ready, "{action:?}");
        }
    }

    #[test]
    fn what_was_read_again_is_made_anew() {
        let mut model = model(PageKind::Overview).expect("the bundled dataset");
        model.apply(Action::Turn(Way::Next));
        let text = include_str!("../../../assets/kazakhstan-motor.json").replace("Allur", "Ruall");
        model.reloaded(Ok(dataset::load(&text).expect("still a dataset")));
        model.apply(Action::Turn(Way::Previous));
        assert!(is_as_built_afresh(&model));
    }

    #[test]
    fn no_more_pages_are_kept_than_are_gone_back_to() {
        let mut model = model(PageKind::Timeline).expect("the bundled dataset");
        for _ in 0..40 {
            model.apply(Action::Move(Move::Row(Way::Previous)));
        }
        assert_eq!(model.shelf.len(), 24);
        for _ in 0..2_000 {
            let another = model.material.dataset.targets[0].clone();
            model.material.dataset.targets.push(another);
            let another = model.material.dataset.actuals[0].clone();
            model.material.dataset.actuals.push(another);
        }
        model.apply(Action::Turn(Way::Next));
        assert_eq!((model.shelf.len(), model.has_likely()), (2, false));
    }
}
