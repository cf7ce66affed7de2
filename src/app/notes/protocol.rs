//! Messages between a talk and its notes: lines of JSON with a version, of bounded length.
//!
//! ```text
//! talk → notes   {"planfact-notes":1,"now":81250,"told":{"scene":2,"title":"…",…}}
//! notes → talk   {"planfact-notes":1,"key":"Space"}
//! ```
//!
//! A key is sent by its name ([`Chord::name`]) and handled as if it were pressed in the talk.

use std::io::{self, BufRead, ErrorKind, Read};
use std::time::Duration;

use serde::{Deserialize, Serialize};

use crate::app::input::keys::chord::Chord;
use crate::dataset::diagnose::problem::sanitize;
use crate::page::talk::snapshot::TalkSnapshot;

/// Version of the protocol; messages of other versions are rejected.
const VERSION: u32 = 1;

/// Maximum length of a line in bytes, with its line feed.
pub const MAX_LINE_BYTES: usize = 64 << 10;

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct StateMessage<Snapshot> {
    #[serde(rename = "planfact-notes")]
    version: u32,
    /// Time on the clock of the talk in milliseconds.
    now: u64,
    #[serde(rename = "told")]
    snapshot: Snapshot,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct KeyMessage<Name> {
    #[serde(rename = "planfact-notes")]
    version: u32,
    key: Name,
}

/// Encodes the state of a talk at a time on its clock.
pub fn encode_state(snapshot: &TalkSnapshot, now: Duration) -> String {
    let now = u64::try_from(now.as_millis()).unwrap_or(u64::MAX);
    to_line(&StateMessage { version: VERSION, now, snapshot })
}

/// Decodes the sanitized state of a talk and the time on its clock; none if the line is no such message of this version.
pub fn decode_state(line: &str) -> Option<(TalkSnapshot, Duration)> {
    let StateMessage { version, now, snapshot } = serde_json::from_str::<StateMessage<TalkSnapshot>>(line).ok()?;
    (version == VERSION).then(|| (snapshot.sanitized(), Duration::from_millis(now)))
}

/// Encodes a key; none for a key without an unambiguous name.
pub fn encode_key(chord: Chord) -> Option<String> {
    let name = chord.name();
    (Chord::parse(&name) == Ok(chord)).then(|| to_line(&KeyMessage { version: VERSION, key: name }))
}

/// Decodes a key; none if the line is no such message of this version.
pub fn decode_key(line: &str) -> Option<Chord> {
    let KeyMessage { version, key } = serde_json::from_str::<KeyMessage<String>>(line).ok()?;
    // A character may be typed into a text input and shown.
    let is_valid = version == VERSION && sanitize(&key) == key;
    is_valid.then(|| Chord::parse(&key).ok())?
}

fn to_line(message: &impl Serialize) -> String {
    // Strings and numbers always serialize.
    let mut line = serde_json::to_string(message).unwrap_or_default();
    line.push('\n');
    line
}

/// Reads the next line without its line feed; none at the end of the stream, even within a line.
///
/// # Errors
/// I/O errors; `InvalidData` if the line is longer than [`MAX_LINE_BYTES`] or not UTF-8.
pub fn read_line(reader: &mut impl BufRead) -> io::Result<Option<String>> {
    let mut bytes = Vec::new();
    let limit = u64::try_from(MAX_LINE_BYTES).unwrap_or(u64::MAX);
    reader.take(limit).read_until(b'\n', &mut bytes)?;
    if bytes.pop_if(|last| *last == b'\n').is_none() {
        return if bytes.len() < MAX_LINE_BYTES { Ok(None) } else { Err(ErrorKind::InvalidData.into()) };
    }
    String::from_utf8(bytes).map(Some).map_err(|_| ErrorKind::InvalidData.into())
}

#[cfg(test)]
mod tests {
    use ratatui::crossterm::event::{KeyCode, MediaKeyCode};

    use super::*;
    use crate::page::model::Role;
    use crate::page::talk::snapshot::{AudienceView, NextScene, SnapshotRun};

    fn snapshot(text: &str) -> TalkSnapshot {
        let run = SnapshotRun(text.to_owned(), Role::Actual);
        TalkSnapshot {
            language: "en".to_owned(),
            scene: 1,
            seconds: vec![40; 3],
            title: text.to_owned(),
            sentence: vec![run.clone()],
            verdict: Some(run.clone()),
            notes: text.to_owned(),
            next: Some(NextScene { title: text.to_owned(), sentence: vec![run; 3] }),
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
    fn a_snapshot_survives_the_protocol() {
        let sent = snapshot("«86 %» of \"it\"");
        let line = encode_state(&sent, Duration::from_millis(81_250));
        assert_eq!(decode_state(line.trim_end()), Some((sent, Duration::from_millis(81_250))));
        assert_eq!(line.find('\n'), Some(line.len() - 1));
    }

    #[test]
    fn a_snapshot_is_decoded_without_control_characters() {
        let line = encode_state(&snapshot("\u{1b}]0;owned\u{7}\n\u{202e}"), Duration::ZERO);
        let (read, _) = decode_state(line.trim_end()).unwrap();
        assert_eq!(read.notes, "�]0;owned� �");
        for text in [&read.title, &read.sentence[0].0, &read.verdict.unwrap().0, &read.frozen.unwrap().1] {
            assert_eq!(*text, read.notes);
        }
        assert_eq!(read.room, AudienceView::Scenes(2, read.notes));
        assert_eq!(read.next.unwrap().sentence[2].0, "�]0;owned� �");
    }

    #[test]
    fn the_longest_texts_fit_into_a_line() {
        for text in ["\"\\".repeat(10_000), "ә".repeat(10_000), "汽".repeat(10_000)] {
            let long = TalkSnapshot { seconds: vec![u32::MAX; 10_000], ..snapshot(&text) };
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
    fn a_key_survives_the_protocol_and_one_without_a_name_is_not_sent() {
        for chord in [Chord::Char(' '), Chord::Char('Ә'), Chord::Ctrl('z'), Chord::Key(KeyCode::Left)] {
            assert_eq!(decode_key(encode_key(chord).unwrap().trim_end()), Some(chord));
        }
        assert_eq!(encode_key(Chord::Key(KeyCode::Media(MediaKeyCode::Play))), None);
    }

    #[test]
    fn an_invalid_message_is_rejected() {
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
    fn a_line_that_is_too_long_or_not_utf8_is_rejected() {
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
