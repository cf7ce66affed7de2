//! Makes pages: the one that is asked for, and ahead of time the one that is likely to be asked for next.

use std::borrow::Cow;
use std::cell::OnceCell;
use std::rc::Rc;

use chrono::NaiveDate;

use crate::app::dashboard::action::{Action, TimeStep};
use crate::app::dashboard::model::page_cache::{BuiltPage, PageKey};
use crate::app::dashboard::model::{AppData, Model};
use crate::app::dashboard::state::State;
use crate::app::dashboard::update::update;
use crate::compare::verdict::verdicts::Verdicts;
use crate::dataset::records::Language;
use crate::dataset::records::index::SeriesKey;
use crate::page;
use crate::page::context::Context;
use crate::page::i18n::Words;
use crate::page::model::overlay::TextOverlay;
use crate::page::model::page::Page;
use crate::page::model::query::Query;
use crate::page::model::record_ref::RecordRef;
use crate::page::pages::output;
use crate::page::why::overlay;
use crate::render::tui::layout::wrapped_texts::WrappedTexts;
use crate::render::typeset::column_widths::ColumnWidths;

/// What a page is made from, besides the dataset.
pub(super) struct ModelInputs {
    pub(super) words: Rc<Words>,
    pub(super) known: Rc<DayVerdicts>,
    /// What was known before the last step in time, until the next thing done.
    pub(super) before: Option<Rc<DayVerdicts>>,
}

/// What is known on a day.
pub(super) struct DayVerdicts {
    pub(super) verdicts: Verdicts,
    /// The series that the Output page can show.
    pub(super) series: Vec<SeriesKey>,
}

impl DayVerdicts {
    /// What follows from these verdicts.
    pub(super) fn of(data: &AppData, words: &Words, verdicts: Verdicts) -> Rc<Self> {
        let (query, outline) = (Query::at(verdicts.known()), &data.outline);
        let (dataset, before, sift) = (&data.dataset, None, None);
        let series =
            output::series(&Context { dataset, verdicts: &verdicts, before, words, outline, filter: sift, query });
        Rc::new(Self { verdicts, series })
    }

    pub(super) fn known_date(&self) -> NaiveDate {
        self.verdicts.known()
    }
}

impl ModelInputs {
    /// What a page is made from for a state, as it stands when nothing was done yet.
    pub(super) fn of(data: &AppData, state: &State) -> Self {
        let words = words(data, state.language);
        let known = DayVerdicts::of(data, &words, Verdicts::known_on(&data.dataset, state.known_date()));
        Self { words, known, before: None }
    }

    /// What makes a page for a state.
    pub(super) fn context<'a>(&'a self, data: &'a AppData, state: &'a State) -> Context<'a> {
        Context {
            dataset: &data.dataset,
            verdicts: &self.known.verdicts,
            words: &self.words,
            outline: &data.outline,
            before: self.before.as_ref().map(|before| &before.verdicts),
            filter: Some(state.row_filter()),
            query: state.query(),
        }
    }

    fn asked(&self, state: &State) -> PageKey {
        PageKey::by(state, self.before.as_ref().map(|before| before.known_date()))
    }
}

/// The words of a language, with the names that the dataset gives.
fn words(data: &AppData, language: Language) -> Rc<Words> {
    Rc::new(Words::new(language).with_dataset_names(&data.dataset.words))
}

impl BuiltPage {
    /// The page for a state, of which nothing is there yet.
    pub(super) fn afresh(data: &AppData, state: &State, basis: &ModelInputs) -> Self {
        let page = page::build(state.tab, &basis.context(data, state));
        Self::of(page, None, state, basis)
    }

    /// `widths` are those of its list, where they are known.
    fn of(mut page: Page, widths: Option<&ColumnWidths>, state: &State, basis: &ModelInputs) -> Self {
        if let (Some(choice), Some(table)) = (state.chosen(), page.list_mut()) {
            // Several rows may stand for what is in focus: the page knows only that.
            table.chosen = choice.index_in(table).or(table.chosen);
        }
        let widths = widths.cloned().or_else(|| page.list().map(ColumnWidths::of)).unwrap_or_default();
        let (asked, known) = (basis.asked(state), Rc::clone(&basis.known));
        Self { asked, known, page, widths, texts: WrappedTexts::default(), why: OnceCell::new() }
    }

    /// What its chosen row stands for.
    fn key(&self) -> Option<RecordRef> {
        self.page.list()?.key()
    }

    /// The page for another state, with what it shares with this one.
    fn onward(&self, data: &AppData, state: &State, basis: &ModelInputs) -> Self {
        let (asked, ctx) = (basis.asked(state), basis.context(data, state));
        if asked.chosen_in(&self.asked) {
            return Self::of(page::refocus(&self.page, &ctx), Some(&self.widths), state, basis);
        }
        let page = if asked.steps_from(&self.asked) {
            // A row that was marked as changed is not what it will be without the mark.
            let bare = |judged: &Verdicts, id| self.asked.before.is_none_or(|since| judged.holds(id, since));
            let verdicts = &basis.known.verdicts;
            page::step(&self.page, &ctx, |id| match &basis.before {
                Some(before) => verdicts.holds(id, before.known_date()) && bare(&before.verdicts, id),
                None => self.known.known_date() == basis.known.known_date() && bare(verdicts, id),
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
            self.basis.known = self.known_on(self.state.known_date());
            self.made.onward(&self.data, &self.state, &self.basis)
        };
        let texts = std::mem::take(&mut made.texts);
        let left = std::mem::replace(&mut self.made, made);
        let left = BuiltPage { texts: self.layout.texts.turn_page(texts), ..left };
        self.shelf.put(left, self.is_small());
        let places = self.made.page.data_points().len();
        self.state.view.cursor = self.state.view.cursor.filter(|cursor| *cursor < places);
        true
    }

    /// Makes everything afresh.
    pub(super) fn rebuild_all(&mut self) {
        self.shelf.clear();
        self.basis = ModelInputs::of(&self.data, &self.state);
        self.spoken = vec![Rc::clone(&self.basis.words)];
        self.made = BuiltPage::afresh(&self.data, &self.state, &self.basis);
        self.layout.texts.forget_page();
    }

    /// Whether there is a page to be made ready.
    #[must_use]
    pub fn has_prebuild(&self) -> bool {
        self.likely.is_some()
    }

    /// Makes the page ready that the last thing done would show if it were done once more, as it often is, and Why of the
    /// chosen row.
    pub fn prebuild(&mut self) {
        let Some(action) = self.likely.take() else { return };
        let mut state = self.state.clone();
        self.with_update_context(|scene| update(&mut state, action, scene));
        let is_step = state.known_date() != self.state.known_date();
        let basis = ModelInputs {
            words: self.speak(state.language),
            known: self.known_on(state.known_date()),
            before: is_step.then(|| Rc::clone(&self.basis.known)),
        };
        let asked = basis.asked(&state);
        if asked != self.made.asked && !self.shelf.holds(&asked) {
            self.shelf.put(self.made.onward(&self.data, &state, &basis), self.is_small());
        }
        if let Some(key) = self.made.key() {
            self.why_sheet(key);
        }
    }

    /// Why of something; of the chosen row it is made once.
    pub(super) fn why_sheet(&self, key: RecordRef) -> Cow<'_, TextOverlay> {
        let make = || overlay::why_overlay(&self.context(), key);
        if self.made.key() == Some(key) { Cow::Borrowed(self.made.why.get_or_init(make)) } else { Cow::Owned(make()) }
    }

    /// Whether pages are so small that one is made before a person presses the next key, and many can be kept.
    pub(super) fn is_small(&self) -> bool {
        const MOST: usize = 4_000;
        let dataset = &self.data.dataset;
        dataset.targets.len() + dataset.actuals.len() <= MOST
    }

    fn speak(&mut self, language: Language) -> Rc<Words> {
        let known = self.spoken.iter().find(|words| words.language() == language);
        known.cloned().unwrap_or_else(|| {
            let words = words(&self.data, language);
            self.spoken.push(Rc::clone(&words));
            words
        })
    }

    fn known_on(&self, day: NaiveDate) -> Rc<DayVerdicts> {
        let known = &self.basis.known;
        if known.known_date() == day {
            return Rc::clone(known);
        }
        DayVerdicts::of(&self.data, &self.basis.words, known.verdicts.step_to(&self.data.dataset, day))
    }
}

/// What is often done after this: the same once more, or what lies beside it.
pub(super) fn likely(action: Action) -> Option<Action> {
    match action {
        Action::OpenTab(tab) => Some(Action::OpenTab(tab + 1)),
        Action::Move(_)
        | Action::CycleTab(_)
        | Action::SetKnownDate(TimeStep::Day(_) | TimeStep::Year(_))
        | Action::NextSeries
        | Action::NextChartMode
        | Action::NextSubjectLayout
        | Action::Zoom(_)
        | Action::NextStatusFilter
        | Action::SortByNextColumn
        | Action::NextLanguage => Some(action),
        _ => None,
    }
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use crate::app::dashboard::action::{Direction, Movement};
    use crate::app::dashboard::model::{DataOrigin, JobControl};
    use crate::dataset;
    use crate::dataset::outline::Outline;
    use crate::page::model::page::PageKind;
    use crate::render::look::theme::Paint;

    pub(in crate::app::dashboard::model) fn model(tab: PageKind) -> Option<Model> {
        let dataset = dataset::load(include_str!("../../../../assets/kazakhstan-motor.json")).ok()?;
        let today = NaiveDate::from_ymd_opt(2026, 11, 22)?;
        let outline = Outline::default();
        let data = AppData { dataset, outline, file: DataOrigin::Bundled, path: None, shell: JobControl::Unavailable };
        let mut model = Model::new(data, State::new(today, Language::En, Paint::default()));
        let place = model.tabs.iter().position(|kind| *kind == tab)?;
        model.apply(Action::OpenTab(place));
        Some(model)
    }

    /// The page, and Why of its row, are those that are made when nothing is kept.
    fn is_as_built_afresh(model: &Model) -> bool {
        let afresh = BuiltPage::afresh(&model.data, &model.state, &model.basis);
        let is_why = |key| *model.why_sheet(key) == overlay::why_overlay(&model.context(), key);
        model.made.key().is_none_or(is_why)
            && afresh.page == model.made.page
            && afresh.widths == model.made.widths
            && afresh.asked == model.made.asked
    }

    #[test]
    fn after_every_step_in_time_and_after_its_marks_the_page_is_the_one_built_afresh() {
        for tab in [PageKind::Overview, PageKind::Targets] {
            let mut model = model(tab).expect("the bundled dataset");
            for direction in [[Direction::Previous; 30], [Direction::Next; 30]].as_flattened() {
                for action in [
                    Action::SetKnownDate(TimeStep::Day(*direction)),
                    Action::SetKnownDate(TimeStep::Year(*direction)),
                    Action::StepCrosshair(Direction::Next),
                ] {
                    model.apply(action);
                    assert!(is_as_built_afresh(&model), "{tab:?} on {} after {action:?}", model.state.known_date());
                }
            }
        }
    }

    #[test]
    fn a_page_that_was_left_or_made_ready_is_the_one_built_afresh() {
        let row = |direction| Action::Move(Movement::Row(direction));
        let day = |direction| Action::SetKnownDate(TimeStep::Day(direction));
        let (next, previous) = (Direction::Next, Direction::Previous);
        let walk = [
            [row(next), row(next), row(previous), day(previous), day(previous), day(next), row(next), day(next)],
            [
                Action::CycleTab(next),
                row(next),
                Action::CycleTab(previous),
                row(next),
                Action::CycleTab(next),
                row(next),
                day(previous),
                Action::NextLanguage,
            ],
            [
                Action::NextLanguage,
                row(previous),
                Action::NextLanguage,
                Action::History(previous),
                Action::History(previous),
                Action::ToggleOutlook,
                row(next),
                Action::ToggleOutlook,
            ],
        ];
        let mut model = model(PageKind::Overview).expect("the bundled dataset");
        let mut taken = 0;
        for (place, action) in std::iter::repeat_n(walk.as_flattened(), 4).flatten().enumerate() {
            if place % 3 > 0 {
                model.prebuild();
            }
            let shelved = model.shelf.len();
            model.apply(*action);
            taken += usize::from(model.shelf.len() == shelved);
            assert!(
                is_as_built_afresh(&model),
                "{} after {action:?}, the {place}th thing done",
                model.state.known_date()
            );
        }
        assert!(taken > 40, "only {taken} pages were taken up again");
    }

    #[test]
    fn what_is_done_again_finds_its_page_ready() {
        let mut model = model(PageKind::Overview).expect("the bundled dataset");
        for action in [
            Action::Move(Movement::Row(Direction::Next)),
            Action::CycleTab(Direction::Next),
            Action::SetKnownDate(TimeStep::Day(Direction::Previous)),
            Action::NextLanguage,
        ] {
            model.apply(action);
            assert!(model.has_prebuild(), "{action:?}");
            model.prebuild();
            assert!(!model.has_prebuild());
            let ready = model.shelf.front().expect("a page was made ready").asked.clone();
            model.apply(action);
            assert!(model.made.asked == ready, "{action:?}");
        }
    }

    #[test]
    fn what_was_read_again_is_made_anew() {
        let mut model = model(PageKind::Overview).expect("the bundled dataset");
        model.apply(Action::CycleTab(Direction::Next));
        let text = include_str!("../../../../assets/kazakhstan-motor.json").replace("Allur", "Ruall");
        model.apply_reload(Ok(dataset::load(&text).expect("still a dataset")));
        model.apply(Action::CycleTab(Direction::Previous));
        assert!(is_as_built_afresh(&model));
    }

    #[test]
    fn no_more_pages_are_kept_than_are_gone_back_to() {
        let mut model = model(PageKind::Timeline).expect("the bundled dataset");
        for _ in 0..40 {
            model.apply(Action::Move(Movement::Row(Direction::Previous)));
        }
        assert_eq!(model.shelf.len(), 24);
        for _ in 0..2_000 {
            let another = model.data.dataset.targets[0].clone();
            model.data.dataset.targets.push(another);
            let another = model.data.dataset.actuals[0].clone();
            model.data.dataset.actuals.push(another);
        }
        model.apply(Action::CycleTab(Direction::Next));
        assert_eq!((model.shelf.len(), model.has_prebuild()), (2, false));
    }
}
