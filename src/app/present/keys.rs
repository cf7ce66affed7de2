//! The keys of a talk: one table drives what they do, the list on `?`, the README. Clickers send some of them.

use ratatui::crossterm::event::{KeyCode, KeyEvent, KeyEventKind};

use crate::app::dashboard::action::Direction;
use crate::app::input::keys::chord::Chord;
use crate::app::input::keys::keymap;
use crate::app::present::update::TalkAction;
use crate::dataset::records::Language;

/// A row of the table: what is explained together.
#[derive(Debug, Clone, Copy)]
pub struct KeyRow<A: 'static = TalkAction, C = TalkKeyContext> {
    /// The message that says what the keys do.
    pub message_id: &'static str,
    /// Where they do it.
    pub context: C,
    /// What each does.
    pub keys: &'static [(A, &'static [Chord])],
}

/// Where a key does something.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TalkKeyContext {
    /// Everywhere.
    Anywhere,
    /// On a scene.
    Scene,
    /// In the list of scenes.
    SceneList,
}

impl<A, C> KeyRow<A, C> {
    /// All its keys: the first of each action, then the others.
    #[must_use]
    pub fn all_keys(&self) -> String {
        self.names(Chord::name, "–")
    }

    /// The same in ASCII.
    #[must_use]
    pub fn all_keys_ascii(&self) -> String {
        self.names(Chord::ascii_name, "-")
    }

    fn names(&self, name: impl Fn(Chord) -> String, to: &str) -> String {
        /// More actions than this are a range.
        const MANY: usize = 3;
        let first: Vec<String> =
            self.keys.iter().filter_map(|(_, chords)| chords.first()).map(|key| name(*key)).collect();
        let first = if first.len() > MANY { keymap::key_range(&first, to) } else { keymap::join_key_names(&first) };
        let others = self.keys.iter().flat_map(|(_, chords)| chords.iter().skip(1));
        others.fold(first, |all, chord| all + " " + &name(*chord))
    }
}

/// What the key means where `here` says which places these are, for who types this language, with its name; none if it
/// means nothing here.
#[must_use]
pub fn action_for(
    event: &KeyEvent,
    language: Language,
    here: impl Fn(TalkKeyContext) -> bool,
) -> Option<(TalkAction, String)> {
    if event.kind != KeyEventKind::Press {
        return None;
    }
    let chord = Chord::from_event(event)?;
    let found = |chord: Chord| {
        let keys = KEYS.iter().filter(|row| here(row.context)).flat_map(|row| row.keys);
        keys.into_iter().find(|(_, chords)| chords.contains(&chord)).map(|(action, _)| (*action, chord.name()))
    };
    found(chord).or_else(|| found(chord.on_latin_keyboard(language)?))
}

const fn row(
    message_id: &'static str,
    context: TalkKeyContext,
    keys: &'static [(TalkAction, &'static [Chord])],
) -> KeyRow {
    KeyRow { message_id, context, keys }
}

/// Everything that can be asked for during a talk, in the order in which it is explained.
pub const KEYS: &[KeyRow] = &[
    row(
        "show-next",
        TalkKeyContext::Scene,
        &[(
            TalkAction::Advance(Direction::Next),
            &[Chord::Char(' '), Chord::Key(KeyCode::Right), Chord::Key(KeyCode::PageDown), Chord::Char('n')],
        )],
    ),
    row(
        "show-back",
        TalkKeyContext::Scene,
        &[(
            TalkAction::Advance(Direction::Previous),
            &[Chord::Key(KeyCode::Left), Chord::Key(KeyCode::PageUp), Chord::Key(KeyCode::Backspace)],
        )],
    ),
    row(
        "show-ends",
        TalkKeyContext::Anywhere,
        &[
            (TalkAction::GoToEnd(Direction::Previous), &[Chord::Key(KeyCode::Home)]),
            (TalkAction::GoToEnd(Direction::Next), &[Chord::Key(KeyCode::End)]),
        ],
    ),
    row(
        "show-number-of-scene",
        TalkKeyContext::Anywhere,
        &[
            (TalkAction::Digit(0), &[Chord::Char('0')]),
            (TalkAction::Digit(1), &[Chord::Char('1')]),
            (TalkAction::Digit(2), &[Chord::Char('2')]),
            (TalkAction::Digit(3), &[Chord::Char('3')]),
            (TalkAction::Digit(4), &[Chord::Char('4')]),
            (TalkAction::Digit(5), &[Chord::Char('5')]),
            (TalkAction::Digit(6), &[Chord::Char('6')]),
            (TalkAction::Digit(7), &[Chord::Char('7')]),
            (TalkAction::Digit(8), &[Chord::Char('8')]),
            (TalkAction::Digit(9), &[Chord::Char('9')]),
        ],
    ),
    row("show-enter", TalkKeyContext::Anywhere, &[(TalkAction::Enter, &[Chord::Key(KeyCode::Enter)])]),
    row("show-escape", TalkKeyContext::Anywhere, &[(TalkAction::Back, &[Chord::Key(KeyCode::Esc)])]),
    row("show-scenes", TalkKeyContext::Anywhere, &[(TalkAction::ToggleSceneList, &[Chord::Char('o')])]),
    row(
        "show-choose",
        TalkKeyContext::SceneList,
        &[
            (
                TalkAction::ChooseScene(Direction::Previous),
                &[Chord::Key(KeyCode::Up), Chord::Char('k'), Chord::Key(KeyCode::PageUp)],
            ),
            (
                TalkAction::ChooseScene(Direction::Next),
                &[Chord::Key(KeyCode::Down), Chord::Char('j'), Chord::Key(KeyCode::PageDown)],
            ),
        ],
    ),
    row("show-blank", TalkKeyContext::Anywhere, &[(TalkAction::ToggleBlank, &[Chord::Char('b'), Chord::Char('.')])]),
    row("show-figure", TalkKeyContext::Scene, &[(TalkAction::ToggleLead, &[Chord::Char('f')])]),
    row(
        "show-spot",
        TalkKeyContext::Scene,
        &[
            (TalkAction::StepPoint(Direction::Next), &[Chord::Char('+'), Chord::Char('=')]),
            (TalkAction::StepPoint(Direction::Previous), &[Chord::Char('-')]),
        ],
    ),
    row("show-replay", TalkKeyContext::Scene, &[(TalkAction::Replay, &[Chord::Key(KeyCode::F(5)), Chord::Char('r')])]),
    row("show-freeze", TalkKeyContext::Anywhere, &[(TalkAction::ToggleFreeze, &[Chord::Char('F')])]),
    row("show-run", TalkKeyContext::Anywhere, &[(TalkAction::ToggleAutoplay, &[Chord::Char('a')])]),
    row("show-clock", TalkKeyContext::Anywhere, &[(TalkAction::ResetClock, &[Chord::Char('c')])]),
    row("show-echo", TalkKeyContext::Scene, &[(TalkAction::ToggleKeyEcho, &[Chord::Char('k')])]),
    row("key-language", TalkKeyContext::Anywhere, &[(TalkAction::NextLanguage, &[Chord::Char('g')])]),
    row("key-theme", TalkKeyContext::Anywhere, &[(TalkAction::NextTheme, &[Chord::Char('t')])]),
    row("show-keys", TalkKeyContext::Anywhere, &[(TalkAction::ToggleKeys, &[Chord::Char('?')])]),
    row("key-suspend", TalkKeyContext::Anywhere, &[(TalkAction::Suspend, &[Chord::Ctrl('z')])]),
    row("key-quit", TalkKeyContext::Anywhere, &[(TalkAction::Quit, &[Chord::Char('q'), Chord::Ctrl('c')])]),
];
