//! Keys that the notes handle themselves; every other key goes to the talk ([`talk_keys::KEYS`]).

use ratatui::crossterm::event::KeyCode;

use crate::app::action::Direction;
use crate::app::input::keys::chord::Chord;
use crate::app::input::keys::keymap;
use crate::app::present::keys as talk_keys;
use crate::app::present::keys::KeyRow;
use crate::dataset::records::Language;
use crate::page::i18n::Words;
use crate::page::model::{KeyHint, Label};

/// An action of the notes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotesAction {
    /// Scroll the notes.
    Scroll(Direction),
    /// Switch between the list of keys and the notes.
    ToggleKeys,
    /// Suspend until the shell continues the process.
    Suspend,
    /// Quit the notes; the talk goes on.
    Quit,
}

/// A row of the key table.
pub type NotesKeyRow = KeyRow<NotesAction, ()>;

const fn row(message_id: &'static str, keys: &'static [(NotesAction, &'static [Chord])]) -> NotesKeyRow {
    NotesKeyRow { message_id, context: (), keys }
}

/// Key table of the notes.
pub const KEYS: &[NotesKeyRow] = &[
    row(
        "notes-scroll",
        &[
            (NotesAction::Scroll(Direction::Previous), &[Chord::Key(KeyCode::Up)]),
            (NotesAction::Scroll(Direction::Next), &[Chord::Key(KeyCode::Down)]),
        ],
    ),
    row("notes-help", &[(NotesAction::ToggleKeys, &[Chord::Char('?')])]),
    row("notes-suspend", &[(NotesAction::Suspend, &[Chord::Ctrl('z')])]),
    row("notes-quit", &[(NotesAction::Quit, &[Chord::Char('q'), Chord::Ctrl('c')])]),
];

/// The action of a key; none if the key belongs to the talk.
pub fn action(chord: Chord, language: Language) -> Option<NotesAction> {
    chord.find_binding(language, |chord| {
        let mut keys = KEYS.iter().flat_map(|row| row.keys);
        keys.find(|(_, chords)| chords.contains(&chord)).map(|(action, _)| *action)
    })
}

/// Message ids of the keys in the last line, the most important first.
const HINTS: [&str; 8] =
    ["show-next", "show-back", "notes-help", "show-blank", "notes-quit", "notes-scroll", "show-scenes", "show-freeze"];

/// Hints of the last line while there is a talk.
pub fn hints(words: &Words) -> Vec<KeyHint> {
    hints_of(words, &HINTS)
}

/// Hints of the last line before there is a talk.
pub fn hints_without_talk(words: &Words) -> Vec<KeyHint> {
    hints_of(words, &["notes-quit"])
}

fn hints_of(words: &Words, message_ids: &[&str]) -> Vec<KeyHint> {
    let hint = |id: &&str| {
        let talk = talk_keys::KEYS.iter().find(|row| row.message_id == *id).map(first_keys);
        let keys = talk.or_else(|| KEYS.iter().find(|row| row.message_id == *id).map(first_keys))?;
        Some(KeyHint { keys, action: words.get(&format!("{id}.short")) })
    };
    message_ids.iter().filter_map(hint).collect()
}

/// The first key of each action of a row, in Unicode and in ASCII.
fn first_keys<A, C>(row: &KeyRow<A, C>) -> Label {
    let first = || row.keys.iter().filter_map(|(_, chords)| chords.first());
    let names =
        |name: fn(Chord) -> String| keymap::join_key_names(&first().map(|chord| name(*chord)).collect::<Vec<_>>());
    Label::forms([names(Chord::name), names(Chord::ascii_name)])
}

/// All keys with their actions: those of the notes, then those of the talk that reach it.
pub fn all_hints(words: &Words, is_ascii: bool) -> Vec<KeyHint> {
    let is_own = |chord: &Chord| KEYS.iter().flat_map(|row| row.keys).any(|(_, chords)| chords.contains(chord));
    let reaches_talk = |row: &&KeyRow| row.keys.iter().flat_map(|(_, chords)| *chords).any(|chord| !is_own(chord));
    let own = KEYS.iter().map(|row| hint(row, words, is_ascii));
    own.chain(talk_keys::KEYS.iter().filter(reaches_talk).map(|row| hint(row, words, is_ascii))).collect()
}

fn hint<A, C>(row: &KeyRow<A, C>, words: &Words, is_ascii: bool) -> KeyHint {
    let keys = if is_ascii { row.all_keys_ascii() } else { row.all_keys() };
    KeyHint { keys: Label::one(keys), action: words.get(row.message_id) }
}
