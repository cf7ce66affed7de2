//! Random events: every state can be drawn at every size.

use std::collections::{HashSet, VecDeque};

use planfact::app::action::Action;
use planfact::app::app_data::DataOrigin;
use planfact::app::input::keys::chord::Chord;
use planfact::app::input::keys::table::KEYS;
use planfact::dataset::records::Language;
use planfact::page::model::PageKind;
use planfact::render::look::theme::Glyphs;
use proptest::prelude::*;
use proptest::sample::select;
use proptest::strategy::ValueTree;
use proptest::test_runner::{RngAlgorithm, TestRng, TestRunner};
use ratatui::crossterm::event::{KeyCode, KeyEvent, KeyModifiers, MouseButton, MouseEventKind};
use ratatui::layout::Size;

use super::walk::{MOTOR, Walk};

/// A random event.
#[derive(Debug, Clone)]
pub(super) enum RandomEvent {
    Key(KeyEvent),
    Mouse(MouseEventKind, (u16, u16)),
    Resize(u16, u16),
    Paste(&'static str),
}

impl RandomEvent {
    pub(super) fn apply(self, dashboard: &mut Walk) {
        match self {
            Self::Key(event) => dashboard.key(event),
            Self::Mouse(kind, at) => drop(dashboard.mouse(kind, at)),
            Self::Paste(text) => dashboard.model.paste(text),
            Self::Resize(width, height) => drop(dashboard.model.apply(Action::Resize(Size::new(width, height)))),
        }
    }
}

pub(super) fn random_events() -> impl Strategy<Value = RandomEvent> {
    let chords: Vec<Chord> =
        KEYS.iter().flat_map(|binding| binding.commands).flat_map(|command| command.chords).copied().collect();
    let key = select(chords).prop_map(|chord| RandomEvent::Key(chord.event()));
    let letters: Vec<char> = "aeiknost корстқә 20汽\u{301}".chars().collect();
    let letter =
        select(letters).prop_map(|letter| RandomEvent::Key(KeyEvent::new(KeyCode::Char(letter), KeyModifiers::NONE)));
    let pastes = vec!["kia", "q\r1\u{1b}[A", "Қостанай 2025", "\u{202e}\u{0}\n", "'\"; $HOME"];
    let paste = select(pastes).prop_map(RandomEvent::Paste);
    let kinds = vec![MouseEventKind::Down(MouseButton::Left), MouseEventKind::ScrollDown, MouseEventKind::ScrollUp];
    let mouse = (select(kinds), (0..210_u16, 0..70_u16)).prop_map(|(kind, at)| RandomEvent::Mouse(kind, at));
    let resize = prop_oneof![
        (0..210_u16, 0..70_u16),
        (0..12_u16, 0..12_u16),
        select(vec![(40, 12), (80, 24), (120, 36), (200, 60)]),
    ];
    let resize = resize.prop_map(|(width, height)| RandomEvent::Resize(width, height));
    prop_oneof![8 => key, 2 => letter, 1 => paste, 2 => mouse, 1 => resize]
}

/// Whether the chosen row, or the chosen result of the palette, is visible.
fn choice_is_visible(dashboard: &Walk) -> bool {
    let layout = dashboard.model.layout();
    let row = dashboard.model.page().list().and_then(|table| table.chosen).filter(|_| layout.list.shown > 0);
    let rows = layout.list.first..layout.list.first + layout.list.shown;
    let chosen = dashboard.model.chrome().palette.as_ref().map(|palette| palette.chosen);
    let palette = layout.palette.zip(chosen).filter(|(palette, _)| palette.shown > 0);
    row.is_none_or(|row| rows.contains(&row))
        && palette.is_none_or(|(palette, chosen)| (palette.first..palette.first + palette.shown).contains(&chosen))
}

/// The last events, printed if a walk fails.
#[derive(Default)]
struct RecentEvents(VecDeque<RandomEvent>);

impl RecentEvents {
    fn push(&mut self, event: &RandomEvent) {
        if self.0.len() == 40 {
            self.0.pop_front();
        }
        self.0.push_back(event.clone());
    }
}

impl Drop for RecentEvents {
    #[expect(clippy::print_stderr, reason = "a test that fails tells how")]
    fn drop(&mut self) {
        if std::thread::panicking() {
            eprintln!("the last events: {:#?}", self.0);
        }
    }
}

/// A third of ten thousand keys, clicks, pastes and resizes in one language, with a fixed seed.
fn walk_through_random_events(language: Language, glyphs: Glyphs) {
    let seed = [language as u8; 32];
    let rng = TestRng::from_seed(RngAlgorithm::ChaCha, &seed);
    let mut runner = TestRunner::new_with_rng(ProptestConfig::default(), rng);
    let mut dashboard = Walk::over(MOTOR, DataOrigin::File, (100, 30));
    dashboard.begin(|state| {
        state.look.language = language;
        state.look.paint.glyphs = glyphs;
    });
    let (events, mut recent, mut pages) = (random_events(), RecentEvents::default(), HashSet::new());
    for _ in 0..3_400 {
        let event = events.new_tree(&mut runner).unwrap().current();
        recent.push(&event);
        let before = dashboard.model.state().clone();
        event.apply(&mut dashboard);
        pages.insert(dashboard.model.state().viewed.tab);
        if *dashboard.model.state() != before {
            dashboard.cells();
        }
        assert!(choice_is_visible(&dashboard), "not visible:\n{}", dashboard.text());
    }
    assert_eq!(pages.len(), PageKind::ALL.len(), "every page was walked over: {pages:?}");
}

#[test]
fn thousands_of_events_in_english_keep_the_choice_visible() {
    walk_through_random_events(Language::En, Glyphs::Braille);
}

#[test]
fn thousands_of_events_in_russian_keep_the_choice_visible() {
    walk_through_random_events(Language::Ru, Glyphs::Block);
}

#[test]
fn thousands_of_events_in_kazakh_keep_the_choice_visible() {
    walk_through_random_events(Language::Kk, Glyphs::Ascii);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_random_walk_can_return_to_the_start(walk in proptest::collection::vec(random_events(), 1..40)) {
        let mut dashboard = Walk::over(MOTOR, DataOrigin::File, (100, 30));
        for event in walk {
            event.apply(&mut dashboard);
            dashboard.cells();
            prop_assert!(choice_is_visible(&dashboard), "not visible:\n{}", dashboard.text());
        }
        // What was kept from step to step is what would be built afresh; one more action unmarks what a step in time changed.
        dashboard.model.apply(Action::Back);
        let rebuilt = Walk::from(MOTOR, DataOrigin::File, dashboard.model.state().clone());
        prop_assert!(dashboard.model.page() == rebuilt.model.page(), "the page was kept too long");
        prop_assert_eq!(dashboard.text(), rebuilt.text());
        prop_assert!(dashboard.model.layout() == rebuilt.model.layout(), "lines, links or places were kept too long");
        // These keys lead to the start from any state.
        dashboard.model.apply(Action::Resize(Size::new(100, 30)));
        dashboard.press("Esc Esc 1 Home \\");
        prop_assert!(dashboard.model.explained_record().is_none());
        prop_assert!(dashboard.model.state().viewed.known.is_none());
        prop_assert!(dashboard.model.state().viewed.positions.cursor.is_none());
    }
}
