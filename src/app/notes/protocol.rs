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

use crate::app::input::keys::chord::Chord;
use crate::dataset::diagnose::problem::sanitize;
use crate::page::talk::snapshot::TalkSnapshot;

/// The version of what is said here; both ends have the same or do not talk.
const VERSION: u32 = 1;

/// The longest line, in bytes.
pub const MAX_LINE_BYTES: usize = 64 << 10;

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct StateMessage<TalkSnapshot> {
    #[serde(rename = "planfact-notes")]
    version: u32,
    now: u64,
    told: TalkSnapshot,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct KeyMessage<Name> {
    #[serde(rename = "planfact-notes")]
    version: u32,
    key: Name,
}

/// The line of what a talk tells at a time on its clock.
#[must_use]
pub fn encode_state(told: &TalkSnapshot, now: Duration) -> String {
    let now = u64::try_from(now.as_millis()).unwrap_or(u64::MAX);
    to_line(&StateMessage { version: VERSION, now, told })
}

/// What a talk told, fit to be shown, and when on its clock; none if the line is none of a talk of this version.
#[must_use]
pub fn decode_state(line: &str) -> Option<(TalkSnapshot, Duration)> {
    let StateMessage { version, now, told } = serde_json::from_str::<StateMessage<TalkSnapshot>>(line).ok()?;
    (version == VERSION).then(|| (told.sanitized(), Duration::from_millis(now)))
}

/// The line of a key that was pressed; none for a key without a name of its own.
#[must_use]
pub fn encode_key(chord: Chord) -> Option<String> {
    let name = chord.name();
    (Chord::parse(&name) == Ok(chord)).then(|| to_line(&KeyMessage { version: VERSION, key: name }))
}

/// The key that was pressed; none if the line is none of notes of this version.
#[must_use]
pub fn decode_key(line: &str) -> Option<Chord> {
    let KeyMessage { version, key } = serde_json::from_str::<KeyMessage<String>>(line).ok()?;
    // A sign may be typed into a line on the screen.
    let is_ours = version == VERSION && sanitize(&key) == key;
    is_ours.then(|| Chord::parse(&key).ok())?
}

fn to_line(message: &impl Serialize) -> String {
    // Strings and numbers cannot fail to be written.
    let mut line = serde_json::to_string(message).unwrap_or_default();
    line.push('\n');
    line
}

/// The next line; none at the end, in the middle of a line too.
///
/// # Errors
/// The system's own; if the line is longer than [`MAX_LINE_BYTES`] or no text.
pub fn read_line(reader: &mut impl BufRead) -> io::Result<Option<String>> {
    let mut bytes = Vec::new();
    let most = u64::try_from(MAX_LINE_BYTES).unwrap_or(u64::MAX);
    reader.take(most).read_until(b'\n', &mut bytes)?;
    if bytes.pop_if(|last| *last == b'\n').is_none() {
        return if bytes.len() < MAX_LINE_BYTES { Ok(None) } else { Err(ErrorKind::InvalidData.into()) };
    }
    String::from_utf8(bytes).map(Some).map_err(|_| ErrorKind::InvalidData.into())
}

#[cfg(test)]
mod tests {
    use ratatui::crossterm::event::{KeyCode, MediaKeyCode};

    use super::*;
    use crate::page::model::rich_text::Role;
    use crate::page::talk::snapshot::{AudienceView, NextScene, SnapshotRun};

    fn told(text: &str) -> TalkSnapshot {
        let piece = SnapshotRun(text.to_owned(), Role::Actual);
        TalkSnapshot {
            language: "en".to_owned(),
            scene: 1,
            seconds: vec![40; 3],
            title: text.to_owned(),
            sentence: vec![piece.clone()],
            verdict: Some(piece.clone()),
            notes: text.to_owned(),
            next: Some(NextScene { title: text.to_owned(), sentence: vec![piece; 3] }),
            later: vec![text.to_owned(); 2],
            steps: (1, 2),
            before: 3,
            began: 5,
            since: 7,
            room: AudienceView::Scenes(2, text.to_owned()),
            frozen: Some((0, text.to_owned())),
            typed: Some(12),
            running: true,
        }
    }

    #[test]
    fn what_is_told_is_read_as_it_was_told() {
        let told = told("«86 %» of \"it\"");
        let line = encode_state(&told, Duration::from_millis(81_250));
        assert_eq!(decode_state(line.trim_end()), Some((told, Duration::from_millis(81_250))));
        assert_eq!(line.find('\n'), Some(line.len() - 1));
    }

    #[test]
    fn nothing_that_is_told_reaches_a_terminal_as_an_escape() {
        let line = encode_state(&told("\u{1b}]0;owned\u{7}\n\u{202e}"), Duration::ZERO);
        let (read, _) = decode_state(line.trim_end()).unwrap();
        assert_eq!(read.notes, "�]0;owned� �");
        for text in [&read.title, &read.sentence[0].0, &read.verdict.unwrap().0, &read.frozen.unwrap().1] {
            assert_eq!(*text, read.notes);
        }
        assert_eq!(read.room, AudienceView::Scenes(2, read.notes));
        assert_eq!(read.next.unwrap().sentence[2].0, "�]0;owned� �");
    }

    #[test]
    fn the_longest_texts_there_are_fit_into_a_line() {
        for text in ["\"\\".repeat(10_000), "ә".repeat(10_000), "汽".repeat(10_000)] {
            let long = TalkSnapshot { seconds: vec![u32::MAX; 10_000], ..told(&text) };
            let many = TalkSnapshot {
                later: vec!["\\".repeat(200); 90],
                sentence: vec![SnapshotRun("\"".to_owned(), Role::Contested); 9000],
                ..long
            };
            let line = encode_state(&many.sanitized(), Duration::MAX);
            assert!(line.len() <= MAX_LINE_BYTES, "{}", line.len());
            assert!(decode_state(line.trim_end()).is_some());
        }
    }

    #[test]
    fn a_key_is_read_as_it_was_pressed_and_one_without_a_name_is_not_sent() {
        for chord in [Chord::Char(' '), Chord::Char('Ә'), Chord::Ctrl('z'), Chord::Key(KeyCode::Left)] {
            assert_eq!(decode_key(encode_key(chord).unwrap().trim_end()), Some(chord));
        }
        assert_eq!(encode_key(Chord::Key(KeyCode::Media(MediaKeyCode::Play))), None);
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
            assert_eq!(decode_key(line), None, "{line}");
            assert_eq!(decode_state(line), None, "{line}");
        }
    }

    #[test]
    fn a_line_that_is_too_long_or_no_text_is_refused() {
        let read = |bytes: &[u8]| read_line(&mut io::Cursor::new(bytes));
        assert_eq!(read(b"a\nb\n").unwrap().as_deref(), Some("a"));
        assert_eq!(read(b"").unwrap(), None);
        assert_eq!(read(b"a").unwrap(), None);
        assert!(read(b"\xff\n").is_err());
        assert!(read(&vec![b'a'; MAX_LINE_BYTES]).is_err());
        let longest = [vec![b'a'; MAX_LINE_BYTES - 1], vec![b'\n']].concat();
        assert_eq!(read(&longest).unwrap().map(|line| line.len()), Some(MAX_LINE_BYTES - 1));
    }
}
