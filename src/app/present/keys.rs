//! The keys of a talk: one table drives what they do, the list on `?`, the README. Clickers send some of them.

use ratatui::crossterm::event::{KeyCode, KeyEvent, KeyEventKind};

use super::update::Action;
use crate::app::action::Way;
use crate::app::keys::chord::Chord;
use crate::app::keys::keymap;
use crate::dataset::records::Language;

/// A row of the table: what is explained together.
#[derive(Debug, Clone, Copy)]
pub struct Row<Does: 'static = Action, Where = Place> {
    /// The message that says what the keys do.
    pub word: &'static str,
    /// Where they do it.
    pub place: Where,
    /// What each does.
    pub keys: &'static [(Does, &'static [Chord])],
}

/// Where a key does something.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// Everywhere.
    Anywhere,
    /// On a scene.
    Scene,
    /// In the list of scenes.
    Scenes,
}

impl<Does, Where> Row<Does, Where> {
    /// All its keys: the first of each action, then the others.
    #[must_use]
    pub fn every(&self) -> String {
        self.names(Chord::name, "–")
    }

    /// The same in ASCII.
    #[must_use]
    pub fn every_ascii(&self) -> String {
        self.names(Chord::ascii, "-")
    }

    fn names(&self, name: impl Fn(Chord) -> String, to: &str) -> String {
        /// More actions than this are a range.
        const MANY: usize = 3;
        let first: Vec<String> =
            self.keys.iter().filter_map(|(_, chords)| chords.first()).map(|key| name(*key)).collect();
        let first = if first.len() > MANY { keymap::range(&first, to) } else { keymap::row(&first) };
        let others = self.keys.iter().flat_map(|(_, chords)| chords.iter().skip(1));
        others.fold(first, |all, chord| all + " " + &name(*chord))
    }
}

/// What the key means where `here` says which places these are, for who types this language, with its name; none if it
/// means nothing here.
#[must_use]
pub fn action(event: &KeyEvent, language: Language, here: impl Fn(Place) -> bool) -> Option<(Action, String)> {
    if event.kind != KeyEventKind::Press {
        return None;
    }
    let chord = Chord::of(event)?;
    let found = |chord: Chord| {
        let keys = KEYS.iter().filter(|row| here(row.place)).flat_map(|row| row.keys);
        keys.into_iter().find(|(_, chords)| chords.contains(&chord)).map(|(action, _)| (*action, chord.name()))
    };
    found(chord).or_else(|| found(chord.by_place(language)?))
}

const fn row(word: &'static str, place: Place, keys: &'static [(Action, &'static [Chord])]) -> Row {
    Row { word, place, keys }
}

/// Everything that can be asked for during a talk, in the order in which it is explained.
pub const KEYS: &[Row] = &[
    row(
        "show-next",
        Place::Scene,
        &[(
            Action::Turn(Way::Next),
            &[Chord::Sign(' '), Chord::Key(KeyCode::Right), Chord::Key(KeyCode::PageDown), Chord::Sign('n')],
        )],
    ),
    row(
        "show-back",
        Place::Scene,
        &[(
            Action::Turn(Way::Previous),
            &[Chord::Key(KeyCode::Left), Chord::Key(KeyCode::PageUp), Chord::Key(KeyCode::Backspace)],
        )],
    ),
    row(
        "show-ends",
        Place::Anywhere,
        &[
            (Action::End(Way::Previous), &[Chord::Key(KeyCode::Home)]),
            (Action::End(Way::Next), &[Chord::Key(KeyCode::End)]),
        ],
    ),
    row(
        "show-number-of-scene",
        Place::Anywhere,
        &[
            (Action::Digit(0), &[Chord::Sign('0')]),
            (Action::Digit(1), &[Chord::Sign('1')]),
            (Action::Digit(2), &[Chord::Sign('2')]),
            (Action::Digit(3), &[Chord::Sign('3')]),
            (Action::Digit(4), &[Chord::Sign('4')]),
            (Action::Digit(5), &[Chord::Sign('5')]),
            (Action::Digit(6), &[Chord::Sign('6')]),
            (Action::Digit(7), &[Chord::Sign('7')]),
            (Action::Digit(8), &[Chord::Sign('8')]),
            (Action::Digit(9), &[Chord::Sign('9')]),
        ],
    ),
    row("show-enter", Place::Anywhere, &[(Action::Enter, &[Chord::Key(KeyCode::Enter)])]),
    row("show-escape", Place::Anywhere, &[(Action::Back, &[Chord::Key(KeyCode::Esc)])]),
    row("show-scenes", Place::Anywhere, &[(Action::Scenes, &[Chord::Sign('o')])]),
    row(
        "show-choose",
        Place::Scenes,
        &[
            (Action::Choose(Way::Previous), &[Chord::Key(KeyCode::Up), Chord::Sign('k'), Chord::Key(KeyCode::PageUp)]),
            (Action::Choose(Way::Next), &[Chord::Key(KeyCode::Down), Chord::Sign('j'), Chord::Key(KeyCode::PageDown)]),
        ],
    ),
    row("show-blank", Place::Anywhere, &[(Action::Blank, &[Chord::Sign('b'), Chord::Sign('.')])]),
    row("show-figure", Place::Scene, &[(Action::Number, &[Chord::Sign('f')])]),
    row(
        "show-spot",
        Place::Scene,
        &[
            (Action::Spot(Way::Next), &[Chord::Sign('+'), Chord::Sign('=')]),
            (Action::Spot(Way::Previous), &[Chord::Sign('-')]),
        ],
    ),
    row("show-replay", Place::Scene, &[(Action::Replay, &[Chord::Key(KeyCode::F(5)), Chord::Sign('r')])]),
    row("show-freeze", Place::Anywhere, &[(Action::Freeze, &[Chord::Sign('F')])]),
    row("show-run", Place::Anywhere, &[(Action::Run, &[Chord::Sign('a')])]),
    row("show-clock", Place::Anywhere, &[(Action::Clock, &[Chord::Sign('c')])]),
    row("show-echo", Place::Scene, &[(Action::Echo, &[Chord::Sign('k')])]),
    row("key-language", Place::Anywhere, &[(Action::Language, &[Chord::Sign('g')])]),
    row("key-theme", Place::Anywhere, &[(Action::Theme, &[Chord::Sign('t')])]),
    row("show-keys", Place::Anywhere, &[(Action::Keys, &[Chord::Sign('?')])]),
    row("key-suspend", Place::Anywhere, &[(Action::Suspend, &[Chord::Ctrl('z')])]),
    row("key-quit", Place::Anywhere, &[(Action::Quit, &[Chord::Sign('q'), Chord::Ctrl('c')])]),
];
