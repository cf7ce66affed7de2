//! The keys of the speaker's notes that are their own; every other key is the talk's ([`present::keys::KEYS`]).

use ratatui::crossterm::event::{KeyCode, KeyEvent, KeyEventKind};

use crate::app::action::Direction;
use crate::app::input::keys::chord::Chord;
use crate::app::input::keys::keymap;
use crate::app::present;
use crate::dataset::records::Language;
use crate::page::i18n::Words;
use crate::page::model::rich_text::Label;
use crate::page::pages::chrome::KeyHint;

/// What is done here and not in the talk.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotesAction {
    /// Scroll the notes.
    Scroll(Direction),
    /// Show what the keys do, or the notes again.
    ToggleKeys,
    /// Stop until the shell continues us.
    Suspend,
    /// End the notes; the talk goes on.
    Quit,
}

/// A row of the table.
pub type NotesKeyRow = present::keys::KeyRow<NotesAction, ()>;

const fn row(word: &'static str, keys: &'static [(NotesAction, &'static [Chord])]) -> NotesKeyRow {
    NotesKeyRow { message_id: word, context: (), keys }
}

/// The notes' own keys.
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

/// What the key means here, or as which key it goes to the talk; none if it is no press of a key.
#[must_use]
pub fn action_or_chord(event: &KeyEvent, language: Language) -> Option<Result<NotesAction, Chord>> {
    if event.kind != KeyEventKind::Press {
        return None;
    }
    let chord = Chord::from_event(event)?;
    let own = |chord: Chord| {
        let keys = KEYS.iter().flat_map(|row| row.keys);
        keys.into_iter().find(|(_, chords)| chords.contains(&chord)).map(|(action, _)| *action)
    };
    Some(own(chord).or_else(|| own(chord.on_latin_keyboard(language)?)).ok_or(chord))
}

/// The keys of the last line, the most important first, by the messages that say what they do.
const HINTS: [&str; 8] =
    ["show-next", "show-back", "notes-help", "show-blank", "notes-quit", "notes-scroll", "show-scenes", "show-freeze"];

/// The keys that matter most, in short words.
#[must_use]
pub fn hints(words: &Words) -> Vec<KeyHint> {
    hints_of(words, &HINTS)
}

/// The only key that does something before there is a talk.
#[must_use]
pub fn hints_without_talk(words: &Words) -> Vec<KeyHint> {
    hints_of(words, &["notes-quit"])
}

/// The keys of these rows.
fn hints_of(words: &Words, rows: &[&str]) -> Vec<KeyHint> {
    let talk = present::keys::KEYS
        .iter()
        .map(|row| (row.message_id, [first_keys(row, Chord::name), first_keys(row, Chord::ascii_name)]));
    let own =
        KEYS.iter().map(|row| (row.message_id, [first_keys(row, Chord::name), first_keys(row, Chord::ascii_name)]));
    let all: Vec<(&str, [String; 2])> = talk.chain(own).collect();
    let hint = |word: &str| {
        let (_, keys) = all.iter().find(|(own, _)| *own == word)?;
        Some(KeyHint { keys: Label::forms(keys.clone()), action: words.get(&format!("{word}.short")) })
    };
    rows.iter().filter_map(|word| hint(word)).collect()
}

/// The first key of each action of a row.
fn first_keys<A, C>(row: &present::keys::KeyRow<A, C>, name: impl Fn(Chord) -> String) -> String {
    let keys: Vec<String> =
        row.keys.iter().filter_map(|(_, chords)| chords.first()).map(|chord| name(*chord)).collect();
    keymap::join_key_names(&keys)
}

/// Every key with what it does: the notes' own first, then those of the talk that the notes do not keep for themselves.
#[must_use]
pub fn all_hints(words: &Words, is_ascii: bool) -> Vec<KeyHint> {
    let own = KEYS.iter().map(|row| (if is_ascii { row.all_keys_ascii() } else { row.all_keys() }, row.message_id));
    let kept = |chord: &Chord| KEYS.iter().flat_map(|row| row.keys).any(|(_, chords)| chords.contains(chord));
    let is_ours = |row: &present::keys::KeyRow| row.keys.iter().all(|(_, chords)| chords.iter().all(kept));
    let talk = present::keys::KEYS.iter().filter(|row| !is_ours(row));
    let talk = talk.map(|row| (if is_ascii { row.all_keys_ascii() } else { row.all_keys() }, row.message_id));
    own.chain(talk).map(|(keys, word)| KeyHint { keys: Label::one(keys), action: words.get(word) }).collect()
}
