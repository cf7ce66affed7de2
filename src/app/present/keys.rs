//! The keys of a talk: one table drives what they do, the list of keys on `?` and the README. Presenter remotes send some of
//! them.

use ratatui::crossterm::event::{KeyCode, KeyEvent};

use crate::app::action::Action::{self, Talk};
use crate::app::action::{Direction, TalkAction};
use crate::app::input::keys::chord::Chord::{self, Char, Ctrl, Key};
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
    Chord::from_event(event)?.find_binding(language, |chord| {
        let keys = KEYS.iter().filter(|row| is_active(row.context)).flat_map(|row| row.keys);
        keys.into_iter().find(|(_, chords)| chords.contains(&chord)).map(|(action, _)| (*action, chord.name()))
    })
}

const fn row(message_id: &'static str, context: TalkKeyContext) -> KeyRow {
    KeyRow { message_id, context, keys: &[] }
}

impl KeyRow {
    const fn of(self, keys: &'static [(Action, &'static [Chord])]) -> Self {
        Self { keys, ..self }
    }
}

/// The key table of the talk, in the order of the list of keys.
pub const KEYS: &[KeyRow] = &[
    row("show-next", TalkKeyContext::Scene).of(&[(
        Talk(TalkAction::Advance(Direction::Next)),
        &[Char(' '), Key(KeyCode::Right), Key(KeyCode::PageDown), Char('n')],
    )]),
    row("show-back", TalkKeyContext::Scene).of(&[(
        Talk(TalkAction::Advance(Direction::Previous)),
        &[Key(KeyCode::Left), Key(KeyCode::PageUp), Key(KeyCode::Backspace)],
    )]),
    row("show-ends", TalkKeyContext::Anywhere).of(&[
        (Talk(TalkAction::GoToEnd(Direction::Previous)), &[Key(KeyCode::Home)]),
        (Talk(TalkAction::GoToEnd(Direction::Next)), &[Key(KeyCode::End)]),
    ]),
    row("show-number-of-scene", TalkKeyContext::Anywhere).of(&[
        (Talk(TalkAction::Digit(0)), &[Char('0')]),
        (Talk(TalkAction::Digit(1)), &[Char('1')]),
        (Talk(TalkAction::Digit(2)), &[Char('2')]),
        (Talk(TalkAction::Digit(3)), &[Char('3')]),
        (Talk(TalkAction::Digit(4)), &[Char('4')]),
        (Talk(TalkAction::Digit(5)), &[Char('5')]),
        (Talk(TalkAction::Digit(6)), &[Char('6')]),
        (Talk(TalkAction::Digit(7)), &[Char('7')]),
        (Talk(TalkAction::Digit(8)), &[Char('8')]),
        (Talk(TalkAction::Digit(9)), &[Char('9')]),
    ]),
    row("show-enter", TalkKeyContext::Anywhere).of(&[(Talk(TalkAction::Enter), &[Key(KeyCode::Enter)])]),
    row("show-escape", TalkKeyContext::Anywhere).of(&[(Talk(TalkAction::Back), &[Key(KeyCode::Esc)])]),
    row("show-scenes", TalkKeyContext::Anywhere).of(&[(Talk(TalkAction::ToggleSceneList), &[Char('o')])]),
    row("show-choose", TalkKeyContext::SceneList).of(&[
        (Talk(TalkAction::ChooseScene(Direction::Previous)), &[Key(KeyCode::Up), Char('k'), Key(KeyCode::PageUp)]),
        (Talk(TalkAction::ChooseScene(Direction::Next)), &[Key(KeyCode::Down), Char('j'), Key(KeyCode::PageDown)]),
    ]),
    row("show-blank", TalkKeyContext::Anywhere).of(&[(Talk(TalkAction::ToggleBlank), &[Char('b'), Char('.')])]),
    row("show-figure", TalkKeyContext::Scene).of(&[(Talk(TalkAction::ToggleLead), &[Char('f')])]),
    row("show-next-point", TalkKeyContext::Scene).of(&[
        (Talk(TalkAction::StepPoint(Direction::Next)), &[Char('+'), Char('=')]),
        (Talk(TalkAction::StepPoint(Direction::Previous)), &[Char('-')]),
    ]),
    row("show-replay", TalkKeyContext::Scene).of(&[(Talk(TalkAction::Replay), &[Key(KeyCode::F(5)), Char('r')])]),
    row("show-freeze", TalkKeyContext::Anywhere).of(&[(Talk(TalkAction::ToggleFreeze), &[Char('F')])]),
    row("show-run", TalkKeyContext::Anywhere).of(&[(Talk(TalkAction::ToggleAutoplay), &[Char('a')])]),
    row("show-clock", TalkKeyContext::Anywhere).of(&[(Talk(TalkAction::ResetClock), &[Char('c')])]),
    row("show-echo", TalkKeyContext::Scene).of(&[(Talk(TalkAction::ToggleKeyEcho), &[Char('k')])]),
    row("key-language", TalkKeyContext::Anywhere).of(&[(Action::NextLanguage, &[Char('g')])]),
    row("key-theme", TalkKeyContext::Anywhere).of(&[(Action::NextTheme, &[Char('t')])]),
    row("show-keys", TalkKeyContext::Anywhere).of(&[(Talk(TalkAction::ToggleKeys), &[Char('?')])]),
    row("key-suspend", TalkKeyContext::Anywhere).of(&[(Action::Suspend, &[Ctrl('z')])]),
    row("key-quit", TalkKeyContext::Anywhere).of(&[(Action::Quit, &[Char('q'), Ctrl('c')])]),
];
