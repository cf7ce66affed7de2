//! The keys of a talk: one table drives what they do, the list of keys on `?` and the README. Presenter remotes send some of
//! them.

use ratatui::crossterm::event::{KeyCode, KeyEvent, KeyEventKind};

use crate::app::action::{Action, Direction, TalkAction};
use crate::app::input::keys::chord::Chord;
use crate::app::input::keys::keymap;
use crate::dataset::records::Language;

/// A row of the key table: keys that are explained together.
#[derive(Debug, Clone, Copy)]
pub struct KeyRow<A: 'static = Action, C = TalkKeyContext> {
    /// The message that describes the keys.
    pub message_id: &'static str,
    /// Where they work.
    pub context: C,
    /// The actions, each with its keys.
    pub keys: &'static [(A, &'static [Chord])],
}

/// Where a key works.
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
    /// All keys: the first of each action, then the others.
    pub fn all_keys(&self) -> String {
        self.names(Chord::name, "–")
    }

    /// All keys in ASCII.
    pub fn all_keys_ascii(&self) -> String {
        self.names(Chord::ascii_name, "-")
    }

    fn names(&self, name: impl Fn(Chord) -> String, to: &str) -> String {
        /// More actions than this are written as a range.
        const MANY: usize = 3;
        let first: Vec<String> =
            self.keys.iter().filter_map(|(_, chords)| chords.first()).map(|key| name(*key)).collect();
        let first = if first.len() > MANY { keymap::key_range(&first, to) } else { keymap::join_key_names(&first) };
        let others = self.keys.iter().flat_map(|(_, chords)| chords.iter().skip(1));
        others.fold(first, |all, chord| all + " " + &name(*chord))
    }
}

/// The action of a key and the name of the key, on a keyboard of this language; none if the key does nothing in the active
/// contexts.
pub fn action_for(
    event: &KeyEvent,
    language: Language,
    is_active: impl Fn(TalkKeyContext) -> bool,
) -> Option<(Action, String)> {
    if event.kind != KeyEventKind::Press {
        return None;
    }
    let chord = Chord::from_event(event)?;
    let found = |chord: Chord| {
        let keys = KEYS.iter().filter(|row| is_active(row.context)).flat_map(|row| row.keys);
        keys.into_iter().find(|(_, chords)| chords.contains(&chord)).map(|(action, _)| (*action, chord.name()))
    };
    found(chord).or_else(|| found(chord.on_latin_keyboard(language)?))
}

const fn row(message_id: &'static str, context: TalkKeyContext, keys: &'static [(Action, &'static [Chord])]) -> KeyRow {
    KeyRow { message_id, context, keys }
}

/// The key table of the talk, in the order of the list of keys.
pub const KEYS: &[KeyRow] = &[
    row(
        "show-next",
        TalkKeyContext::Scene,
        &[(
            Action::Talk(TalkAction::Advance(Direction::Next)),
            &[Chord::Char(' '), Chord::Key(KeyCode::Right), Chord::Key(KeyCode::PageDown), Chord::Char('n')],
        )],
    ),
    row(
        "show-back",
        TalkKeyContext::Scene,
        &[(
            Action::Talk(TalkAction::Advance(Direction::Previous)),
            &[Chord::Key(KeyCode::Left), Chord::Key(KeyCode::PageUp), Chord::Key(KeyCode::Backspace)],
        )],
    ),
    row(
        "show-ends",
        TalkKeyContext::Anywhere,
        &[
            (Action::Talk(TalkAction::GoToEnd(Direction::Previous)), &[Chord::Key(KeyCode::Home)]),
            (Action::Talk(TalkAction::GoToEnd(Direction::Next)), &[Chord::Key(KeyCode::End)]),
        ],
    ),
    row(
        "show-number-of-scene",
        TalkKeyContext::Anywhere,
        &[
            (Action::Talk(TalkAction::Digit(0)), &[Chord::Char('0')]),
            (Action::Talk(TalkAction::Digit(1)), &[Chord::Char('1')]),
            (Action::Talk(TalkAction::Digit(2)), &[Chord::Char('2')]),
            (Action::Talk(TalkAction::Digit(3)), &[Chord::Char('3')]),
            (Action::Talk(TalkAction::Digit(4)), &[Chord::Char('4')]),
            (Action::Talk(TalkAction::Digit(5)), &[Chord::Char('5')]),
            (Action::Talk(TalkAction::Digit(6)), &[Chord::Char('6')]),
            (Action::Talk(TalkAction::Digit(7)), &[Chord::Char('7')]),
            (Action::Talk(TalkAction::Digit(8)), &[Chord::Char('8')]),
            (Action::Talk(TalkAction::Digit(9)), &[Chord::Char('9')]),
        ],
    ),
    row("show-enter", TalkKeyContext::Anywhere, &[(Action::Talk(TalkAction::Enter), &[Chord::Key(KeyCode::Enter)])]),
    row("show-escape", TalkKeyContext::Anywhere, &[(Action::Talk(TalkAction::Back), &[Chord::Key(KeyCode::Esc)])]),
    row("show-scenes", TalkKeyContext::Anywhere, &[(Action::Talk(TalkAction::ToggleSceneList), &[Chord::Char('o')])]),
    row(
        "show-choose",
        TalkKeyContext::SceneList,
        &[
            (
                Action::Talk(TalkAction::ChooseScene(Direction::Previous)),
                &[Chord::Key(KeyCode::Up), Chord::Char('k'), Chord::Key(KeyCode::PageUp)],
            ),
            (
                Action::Talk(TalkAction::ChooseScene(Direction::Next)),
                &[Chord::Key(KeyCode::Down), Chord::Char('j'), Chord::Key(KeyCode::PageDown)],
            ),
        ],
    ),
    row(
        "show-blank",
        TalkKeyContext::Anywhere,
        &[(Action::Talk(TalkAction::ToggleBlank), &[Chord::Char('b'), Chord::Char('.')])],
    ),
    row("show-figure", TalkKeyContext::Scene, &[(Action::Talk(TalkAction::ToggleLead), &[Chord::Char('f')])]),
    row(
        "show-spot",
        TalkKeyContext::Scene,
        &[
            (Action::Talk(TalkAction::StepPoint(Direction::Next)), &[Chord::Char('+'), Chord::Char('=')]),
            (Action::Talk(TalkAction::StepPoint(Direction::Previous)), &[Chord::Char('-')]),
        ],
    ),
    row(
        "show-replay",
        TalkKeyContext::Scene,
        &[(Action::Talk(TalkAction::Replay), &[Chord::Key(KeyCode::F(5)), Chord::Char('r')])],
    ),
    row("show-freeze", TalkKeyContext::Anywhere, &[(Action::Talk(TalkAction::ToggleFreeze), &[Chord::Char('F')])]),
    row("show-run", TalkKeyContext::Anywhere, &[(Action::Talk(TalkAction::ToggleAutoplay), &[Chord::Char('a')])]),
    row("show-clock", TalkKeyContext::Anywhere, &[(Action::Talk(TalkAction::ResetClock), &[Chord::Char('c')])]),
    row("show-echo", TalkKeyContext::Scene, &[(Action::Talk(TalkAction::ToggleKeyEcho), &[Chord::Char('k')])]),
    row("key-language", TalkKeyContext::Anywhere, &[(Action::NextLanguage, &[Chord::Char('g')])]),
    row("key-theme", TalkKeyContext::Anywhere, &[(Action::NextTheme, &[Chord::Char('t')])]),
    row("show-keys", TalkKeyContext::Anywhere, &[(Action::Talk(TalkAction::ToggleKeys), &[Chord::Char('?')])]),
    row("key-suspend", TalkKeyContext::Anywhere, &[(Action::Suspend, &[Chord::Ctrl('z')])]),
    row("key-quit", TalkKeyContext::Anywhere, &[(Action::Quit, &[Chord::Char('q'), Chord::Ctrl('c')])]),
];
