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
pub(super) enum Deed {
    Key(KeyEvent),
    Mouse(MouseEventKind, (u16, u16)),
    Resize(u16, u16),
    Paste(&'static str),
}

impl Deed {
    pub(super) fn done(self, dashboard: &mut Walk) {
        match self {
            Self::Key(event) => dashboard.key(event),
            Self::Mouse(kind, at) => drop(dashboard.mouse(kind, at)),
            Self::Paste(text) => dashboard.model.paste(text),
            Self::Resize(width, height) => drop(dashboard.model.apply(Action::Resize(Size::new(width, height)))),
        }
    }
}

pub(super) fn deeds() -> impl Strategy<Value = Deed> {
    let chords: Vec<Chord> =
        KEYS.iter().flat_map(|binding| binding.commands).flat_map(|command| command.chords).copied().collect();
    let key = select(chords).prop_map(|chord| Deed::Key(chord.event()));
    let letters: Vec<char> = "aeiknost корстқә 20汽\u{301}".chars().collect();
    let letter = select(letters).prop_map(|letter| Deed::Key(KeyEvent::new(KeyCode::Char(letter), KeyModifiers::NONE)));
    let pastes = vec!["kia", "q\r1\u{1b}[A", "Қостанай 2025", "\u{202e}\u{0}\n", "'\"; $HOME"];
    let paste = select(pastes).prop_map(Deed::Paste);
    let kinds = vec![MouseEventKind::Down(MouseButton::Left), MouseEventKind::ScrollDown, MouseEventKind::ScrollUp];
    let mouse = (select(kinds), (0..210_u16, 0..70_u16)).prop_map(|(kind, at)| Deed::Mouse(kind, at));
    let resize = prop_oneof![
        (0..210_u16, 0..70_u16),
        (0..12_u16, 0..12_u16),
        select(vec![(40, 12), (80, 24), (120, 36), (200, 60)]),
    ];
    let resize = resize.prop_map(|(width, height)| Deed::Resize(width, height));
    prop_oneof![8 => key, 2 => letter, 1 => paste, 2 => mouse, 1 => resize]
}

/// Whether the chosen row, or the chosen result of the palette, is visible.
fn choice_is_in_sight(dashboard: &Walk) -> bool {
    let layout = dashboard.model.layout();
    let row = dashboard.model.page().list().and_then(|table| table.chosen).filter(|_| layout.list.shown > 0);
    let rows = layout.list.first..layout.list.first + layout.list.shown;
    let found = dashboard.model.chrome().palette.as_ref().map(|palette| palette.chosen);
    let place = layout.palette.zip(found).filter(|(place, _)| place.shown > 0);
    row.is_none_or(|row| rows.contains(&row))
        && place.is_none_or(|(place, found)| (place.first..place.first + place.shown).contains(&found))
}

/// The last events, printed if a walk fails.
#[derive(Default)]
struct Trail(VecDeque<Deed>);

impl Trail {
    fn note(&mut self, deed: &Deed) {
        if self.0.len() == 40 {
            self.0.pop_front();
        }
        self.0.push_back(deed.clone());
    }
}

impl Drop for Trail {
    #[expect(clippy::print_stderr, reason = "a test that fails tells how")]
    fn drop(&mut self) {
        if std::thread::panicking() {
            eprintln!("the last of what was done: {:#?}", self.0);
        }
    }
}

/// A third of ten thousand keys, clicks, pastes and resizes in one language, with a fixed seed.
fn walk_far(language: Language, glyphs: Glyphs) {
    let seed = [language as u8; 32];
    let rng = TestRng::from_seed(RngAlgorithm::ChaCha, &seed);
    let mut runner = TestRunner::new_with_rng(ProptestConfig::default(), rng);
    let mut dashboard = Walk::over(MOTOR, DataOrigin::File, (100, 30));
    dashboard.begin(|state| {
        state.look.language = language;
        state.look.paint.glyphs = glyphs;
    });
    let (deeds, mut trail, mut pages) = (deeds(), Trail::default(), HashSet::new());
    for _ in 0..3_400 {
        let deed = deeds.new_tree(&mut runner).unwrap().current();
        trail.note(&deed);
        let was = dashboard.model.state().clone();
        deed.done(&mut dashboard);
        pages.insert(dashboard.model.state().viewed.tab);
        if *dashboard.model.state() != was {
            dashboard.cells();
        }
        assert!(choice_is_in_sight(&dashboard), "out of sight:\n{}", dashboard.text());
    }
    assert_eq!(pages.len(), PageKind::ALL.len(), "every page was walked over: {pages:?}");
}

#[test]
fn thousands_of_events_in_english_keep_the_choice_visible() {
    walk_far(Language::En, Glyphs::Braille);
}

#[test]
fn thousands_of_events_in_russian_keep_the_choice_visible() {
    walk_far(Language::Ru, Glyphs::Block);
}

#[test]
fn thousands_of_events_in_kazakh_keep_the_choice_visible() {
    walk_far(Language::Kk, Glyphs::Ascii);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_random_walk_can_return_to_the_start(walk in proptest::collection::vec(deeds(), 1..40)) {
        let mut dashboard = Walk::over(MOTOR, DataOrigin::File, (100, 30));
        for deed in walk {
            deed.done(&mut dashboard);
            dashboard.cells();
            prop_assert!(choice_is_in_sight(&dashboard), "out of sight:\n{}", dashboard.text());
        }
        // What was kept from step to step is what would be built afresh; one more deed unmarks what a step in time changed.
        dashboard.model.apply(Action::Back);
        let afresh = Walk::from(MOTOR, DataOrigin::File, dashboard.model.state().clone());
        prop_assert!(dashboard.model.page() == afresh.model.page(), "the page was kept too long");
        prop_assert_eq!(dashboard.text(), afresh.text());
        prop_assert!(dashboard.model.layout() == afresh.model.layout(), "lines, links or places were kept too long");
        // From anywhere, these lead home.
        dashboard.model.apply(Action::Resize(Size::new(100, 30)));
        dashboard.press("Esc Esc 1 Home \\");
        prop_assert!(dashboard.model.explained_record().is_none());
        prop_assert!(dashboard.model.state().viewed.known.is_none());
        prop_assert!(dashboard.model.state().viewed.positions.cursor.is_none());
    }
}
