//! What goes between a talk and the speaker's notes: lines of JSON, each with the version and of a bounded length.
//!
//! ```text
//! talk → notes   {"planfact-notes":1,"now":81250,"told":{"scene":2,"title":"…",…}}
//! notes → talk   {"planfact-notes":1,"key":"Space"}
//! ```
//!
//! A key is called as it is anywhere ([`Chord::name`]), and means what it means when it is pressed in the talk.

use std::io::{self, BufRead, ErrorKind, Read};
use std::time::Duration;

use serde::{Deserialize, Serialize};

use crate::app::keys::chord::Chord;
use crate::dataset::problem::clean;
use crate::page::notes::told::Told;

/// The version of what is said here; both ends have the same or do not talk.
const VERSION: u32 = 1;

/// The longest line, in bytes.
pub const LONGEST: usize = 64 << 10;

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct State<Told> {
    #[serde(rename = "planfact-notes")]
    version: u32,
    now: u64,
    told: Told,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Key<Name> {
    #[serde(rename = "planfact-notes")]
    version: u32,
    key: Name,
}

/// The line of what a talk tells at a time on its clock.
#[must_use]
pub fn state(told: &Told, now: Duration) -> String {
    let now = u64::try_from(now.as_millis()).unwrap_or(u64::MAX);
    line(&State { version: VERSION, now, told })
}

/// What a talk told, fit to be shown, and when on its clock; none if the line is none of a talk of this version.
#[must_use]
pub fn read_state(line: &str) -> Option<(Told, Duration)> {
    let State { version, now, told } = serde_json::from_str::<State<Told>>(line).ok()?;
    (version == VERSION).then(|| (told.fit(), Duration::from_millis(now)))
}

/// The line of a key that was pressed; none for a key without a name of its own.
#[must_use]
pub fn key(chord: Chord) -> Option<String> {
    let name = chord.name();
    (Chord::named(&name) == Ok(chord)).then(|| line(&Key { version: VERSION, key: name }))
}

/// The key that was pressed; none if the line is none of notes of this version.
#[must_use]
pub fn read_key(line: &str) -> Option<Chord> {
    let Key { version, key } = serde_json::from_str::<Key<String>>(line).ok()?;
    // A sign may be typed into a line on the screen.
    let is_ours = version == VERSION && clean(&key) == key;
    is_ours.then(|| Chord::named(&key).ok())?
}

fn line(message: &impl Serialize) -> String {
    // Strings and numbers cannot fail to be written.
    let mut line = serde_json::to_string(message).unwrap_or_default();
    line.push('\n');
    line
}

/// The next line; none at the end, in the middle of a line too.
///
/// # Errors
/// The system's own; if the line is longer than [`LONGEST`] or no text.
pub fn next(reader: &mut impl BufRead) -> io::Result<Option<String>> {
    let mut bytes = Vec::new();
    let most = u64::try_from(LONGEST).unwrap_or(u64::MAX);
    reader.take(most).read_until(b'\n', &mut bytes)?;
    if bytes.pop_if(|last| *last == b'\n').is_none() {
        return if bytes.len() < LONGEST { Ok(None) } else { Err(ErrorKind::InvalidData.into()) };
    }
    String::from_utf8(bytes).map(Some).map_err(|_| ErrorKind::InvalidData.into())
}

#[cfg(test)]
mod tests {
    use ratatui::crossterm::event::{KeyCode, MediaKeyCode};

    use super::*;
    use crate::page::notes::told::{Next, Piece, Room};
    use crate::page::prose::Role;

    fn told(text: &str) -> Told {
        let piece = Piece(text.to_owned(), Role::Actual);
        Told {
            language: "en".to_owned(),
            scene: 1,
            seconds: vec![40; 3],
            title: text.to_owned(),
            sentence: vec![piece.clone()],
            verdict: Some(piece.clone()),
            notes: text.to_owned(),
            next: Some(Next { title: text.to_owned(), sentence: vec![piece; 3] }),
            later: vec![text.to_owned(); 2],
            steps: (1, 2),
            before: 3,
            began: 5,
            since: 7,
            room: Room::Scenes(2, text.to_owned()),
            frozen: Some((0, text.to_owned())),
            typed: Some(12),
            running: true,
        }
    }

    #[test]
    fn what_is_told_is_read_as_it_was_told() {
        let told = told("«86 %» of \"it\"");
        let line = state(&told, Duration::from_millis(81_250));
        assert_eq!(read_state(line.trim_end()), Some((told, Duration::from_millis(81_250))));
        assert_eq!(line.find('\n'), Some(line.len() - 1));
    }

    #[test]
    fn nothing_that_is_told_reaches_a_terminal_as_an_escape() {
        let line = state(&told("\u{1b}]0;owned\u{7}\n\u{202e}"), Duration::ZERO);
        let (read, _) = read_state(line.trim_end()).unwrap();
        assert_eq!(read.notes, "�]0;owned� �");
        for text in [&read.title, &read.sentence[0].0, &read.verdict.unwrap().0, &read.frozen.unwrap().1] {
            assert_eq!(*text, read.notes);
        }
        assert_eq!(read.room, Room::Scenes(2, read.notes));
        assert_eq!(read.next.unwrap().sentence[2].0, "�]0;owned� �");
    }

    #[test]
    fn the_longest_texts_there_are_fit_into_a_line() {
        for text in ["\"\\".repeat(10_000), "ә".repeat(10_000), "汽".repeat(10_000)] {
            let long = Told { seconds: vec![u32::MAX; 10_000], ..told(&text) };
            let many = Told {
                later: vec!["\\".repeat(200); 90],
                sentence: vec![Piece("\"".to_owned(), Role::Contested); 9000],
                ..long
            };
            let line = state(&many.fit(), Duration::MAX);
            assert!(line.len() <= LONGEST, "{}", line.len());
            assert!(read_state(line.trim_end()).is_some());
        }
    }

    #[test]
    fn a_key_is_read_as_it_was_pressed_and_one_without_a_name_is_not_sent() {
        for chord in [Chord::Sign(' '), Chord::Sign('Ә'), Chord::Ctrl('z'), Chord::Key(KeyCode::Left)] {
            assert_eq!(read_key(key(chord).unwrap().trim_end()), Some(chord));
        }
        assert_eq!(key(Chord::Key(KeyCode::Media(MediaKeyCode::Play))), None);
    }

    #[test]
    fn what_is_no_key_of_this_version_is_refused() {
        for line in [
            "",
            "{}",
            "q",
            "null",
            "[1,2]",
            r#"{"key":"q"}"#,
            r#"{"planfact-notes":2,"key":"q"}"#,
            r#"{"planfact-notes":1,"key":"qq"}"#,
            r#"{"planfact-notes":1,"key":5}"#,
            r#"{"planfact-notes":1,"key":"\u001b"}"#,
            r#"{"planfact-notes":1,"key":"\u202e"}"#,
            r#"{"planfact-notes":1,"key":"q","and":"more"}"#,
            &"[".repeat(60_000),
        ] {
            assert_eq!(read_key(line), None, "{line}");
            assert_eq!(read_state(line), None, "{line}");
        }
    }

    #[test]
    fn a_line_that_is_too_long_or_no_text_is_refused() {
        let read = |bytes: &[u8]| next(&mut io::Cursor::new(bytes));
        assert_eq!(read(b"a\nb\n").unwrap().as_deref(), Some("a"));
        assert_eq!(read(b"").unwrap(), None);
        assert_eq!(read(b"a").unwrap(), None);
        assert!(read(b"\xff\n").is_err());
        assert!(read(&vec![b'a'; LONGEST]).is_err());
        let longest = [vec![b'a'; LONGEST - 1], vec![b'\n']].concat();
        assert_eq!(read(&longest).unwrap().map(|line| line.len()), Some(LONGEST - 1));
    }
}
