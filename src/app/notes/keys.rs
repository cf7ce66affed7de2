//! The keys of the speaker's notes that are their own; every other key is the talk's ([`present::keys::KEYS`]).

use ratatui::crossterm::event::{KeyCode, KeyEvent, KeyEventKind};

use crate::app::action::Way;
use crate::app::keys::chord::Chord;
use crate::app::keys::keymap;
use crate::app::present;
use crate::dataset::records::Language;
use crate::page::chrome::Hint;
use crate::page::prose::Label;
use crate::page::words::Words;

/// What is done here and not in the talk.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Action {
    /// Scroll the notes.
    Scroll(Way),
    /// Show what the keys do, or the notes again.
    Keys,
    /// Stop until the shell continues us.
    Suspend,
    /// End the notes; the talk goes on.
    Quit,
}

/// A row of the table.
pub type Row = present::keys::Row<Action, ()>;

const fn row(word: &'static str, keys: &'static [(Action, &'static [Chord])]) -> Row {
    Row { word, place: (), keys }
}

/// The notes' own keys.
pub const KEYS: &[Row] = &[
    row(
        "notes-scroll",
        &[
            (Action::Scroll(Way::Previous), &[Chord::Key(KeyCode::Up)]),
            (Action::Scroll(Way::Next), &[Chord::Key(KeyCode::Down)]),
        ],
    ),
    row("notes-help", &[(Action::Keys, &[Chord::Sign('?')])]),
    row("notes-suspend", &[(Action::Suspend, &[Chord::Ctrl('z')])]),
    row("notes-quit", &[(Action::Quit, &[Chord::Sign('q'), Chord::Ctrl('c')])]),
];

/// What the key means here, or as which key it goes to the talk; none if it is no press of a key.
#[must_use]
pub fn meaning(event: &KeyEvent, language: Language) -> Option<Result<Action, Chord>> {
    if event.kind != KeyEventKind::Press {
        return None;
    }
    let chord = Chord::of(event)?;
    let own = |chord: Chord| {
        let keys = KEYS.iter().flat_map(|row| row.keys);
        keys.into_iter().find(|(_, chords)| chords.contains(&chord)).map(|(action, _)| *action)
    };
    Some(own(chord).or_else(|| own(chord.by_place(language)?)).ok_or(chord))
}

/// The keys of the last line, the most important first, by the messages that say what they do.
const HINTS: [&str; 8] =
    ["show-next", "show-back", "notes-help", "show-blank", "notes-quit", "notes-scroll", "show-scenes", "show-freeze"];

/// The keys that matter most, in short words.
#[must_use]
pub fn hints(words: &Words) -> Vec<Hint> {
    named(words, &HINTS)
}

/// The only key that does something before there is a talk.
#[must_use]
pub fn hints_alone(words: &Words) -> Vec<Hint> {
    named(words, &["notes-quit"])
}

/// The keys of these rows.
fn named(words: &Words, rows: &[&str]) -> Vec<Hint> {
    let talk = present::keys::KEYS.iter().map(|row| (row.word, [first(row, Chord::name), first(row, Chord::ascii)]));
    let own = KEYS.iter().map(|row| (row.word, [first(row, Chord::name), first(row, Chord::ascii)]));
    let all: Vec<(&str, [String; 2])> = talk.chain(own).collect();
    let hint = |word: &str| {
        let (_, keys) = all.iter().find(|(own, _)| *own == word)?;
        Some(Hint { keys: Label::forms(keys.clone()), does: words.get(&format!("{word}.short")) })
    };
    rows.iter().filter_map(|word| hint(word)).collect()
}

/// The first key of each action of a row.
fn first<Does, Where>(row: &present::keys::Row<Does, Where>, name: impl Fn(Chord) -> String) -> String {
    let keys: Vec<String> =
        row.keys.iter().filter_map(|(_, chords)| chords.first()).map(|chord| name(*chord)).collect();
    keymap::row(&keys)
}

/// Every key with what it does: the notes' own first, then those of the talk that the notes do not keep for themselves.
#[must_use]
pub fn all(words: &Words, is_ascii: bool) -> Vec<Hint> {
    let own = KEYS.iter().map(|row| (if is_ascii { row.every_ascii() } else { row.every() }, row.word));
    let kept = |chord: &Chord| KEYS.iter().flat_map(|row| row.keys).any(|(_, chords)| chords.contains(chord));
    let is_ours = |row: &present::keys::Row| row.keys.iter().all(|(_, chords)| chords.iter().all(kept));
    let talk = present::keys::KEYS.iter().filter(|row| !is_ours(row));
    let talk = talk.map(|row| (if is_ascii { row.every_ascii() } else { row.every() }, row.word));
    own.chain(talk).map(|(keys, word)| Hint { keys: Label::one(keys), does: words.get(word) }).collect()
}
