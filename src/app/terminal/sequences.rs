//! Bytes from the terminal, split into keys, mouse reports, pastes and replies.
//!
//! What a terminal sends by itself (replies and reports, late, twice or cut off) is never a key. An unfinished sequence is
//! given up after a while, Ctrl-C ends it at once, and it takes a bounded amount of memory.

use std::time::Duration;

use ratatui::crossterm::event::{Event, KeyCode, KeyEvent, KeyModifiers};

/// What the terminal sent.
#[derive(Debug, PartialEq)]
pub(super) enum Input {
    /// A key, a mouse event, a change of focus or a paste.
    Event(Event),
    /// An operating system command, such as the reply to the background query: its text.
    SystemCommand(String),
    /// The place of the cursor; in the first row it has the bytes of F3 with modifiers.
    CursorReport { column: u16, key: Option<Event> },
}

/// Bytes that are not a whole sequence yet.
#[derive(Debug, Default)]
pub(super) struct SequenceReader {
    pending: Vec<u8>,
    /// Whether some of the pending sequence was dropped for its length.
    overflowed: bool,
}

/// The longest unfinished sequence that is kept: longer than what a person pastes into a filter.
const MAX_PENDING: usize = 1 << 20;

/// Ctrl-C.
const END_OF_TEXT: u8 = 3;
const PASTE_START: &[u8] = b"\x1b[200~";
const PASTE_END: &[u8] = b"\x1b[201~";

/// What the first bytes are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Prefix {
    /// So many bytes are of this kind.
    Whole(usize, Kind),
    Unfinished,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// A key, a mouse event or a change of focus, or something unknown that looks like it.
    Key,
    Paste,
    SystemCommand,
    /// Nothing that has a meaning here.
    Ignored,
}

impl SequenceReader {
    /// Takes bytes; returns what is whole.
    pub(super) fn receive(&mut self, bytes: &[u8]) -> Vec<Input> {
        self.pending.extend_from_slice(bytes);
        let mut inputs = Vec::new();
        let mut start = 0;
        while let Prefix::Whole(length, kind) = prefix(&self.pending[start..]) {
            let sequence = &self.pending[start..start + length];
            inputs.extend(if self.overflowed { None } else { input(sequence, kind) });
            self.overflowed = false;
            start += length;
        }
        self.pending.drain(..start);
        if self.pending.len() > MAX_PENDING {
            self.pending.truncate(PASTE_START.len());
            self.overflowed = true;
        }
        inputs
    }

    /// How long to wait for the rest of an unfinished sequence; none if there is none.
    pub(super) fn patience(&self) -> Option<Duration> {
        match &*self.pending {
            [] => None,
            // The Escape key: longer than a local terminal takes to send the rest, shorter than a person notices.
            [0x1b] => Some(Duration::from_millis(20)),
            _ => Some(Duration::from_millis(500)),
        }
    }

    /// Gives up an unfinished sequence: the Escape key, a key with Alt, or nothing.
    pub(super) fn give_up(&mut self) -> Option<Input> {
        let pending = std::mem::take(&mut self.pending);
        self.overflowed = false;
        let key = match *pending {
            [0x1b] => KeyEvent::new(KeyCode::Esc, KeyModifiers::NONE),
            [0x1b, letter @ b' '..=b'~'] => KeyEvent::new(KeyCode::Char(char::from(letter)), KeyModifiers::ALT),
            _ => return None,
        };
        Some(Input::Event(Event::Key(key)))
    }
}

fn prefix(bytes: &[u8]) -> Prefix {
    match bytes {
        [] | [0x1b] | [0x1b, b'O'] => Prefix::Unfinished,
        [0x1b, b'[', ..] => control_sequence(bytes),
        [0x1b, b'O', b'@'..=b'~', ..] => Prefix::Whole(3, Kind::Key),
        [0x1b, kind @ (b']' | b'P' | b'X' | b'^' | b'_'), rest @ ..] => {
            control_string(rest, if *kind == b']' { Kind::SystemCommand } else { Kind::Ignored })
        }
        // The end of a string that was given up.
        [0x1b, b'\\', ..] => Prefix::Whole(2, Kind::Ignored),
        [0x1b, 0x1b | END_OF_TEXT, ..] => Prefix::Whole(1, Kind::Key),
        [0x1b, rest @ ..] => match character(rest) {
            Prefix::Whole(length, kind) => Prefix::Whole(length + 1, kind),
            Prefix::Unfinished => Prefix::Unfinished,
        },
        _ => character(bytes),
    }
}

/// One character in UTF-8; a byte that starts none is ignored.
fn character(bytes: &[u8]) -> Prefix {
    let length = match bytes[0] {
        0..0x80 => 1,
        0xc2..0xe0 => 2,
        0xe0..0xf0 => 3,
        0xf0..0xf5 => 4,
        _ => return Prefix::Whole(1, Kind::Ignored),
    };
    let start = &bytes[..length.min(bytes.len())];
    match std::str::from_utf8(start) {
        Ok(_) => Prefix::Whole(length, Kind::Key),
        Err(error) if error.error_len().is_none() && start.len() < length => Prefix::Unfinished,
        Err(_) => Prefix::Whole(1, Kind::Ignored),
    }
}

/// `ESC [`, parameters, and a final byte. Any other byte ends it, and is looked at on its own.
fn control_sequence(bytes: &[u8]) -> Prefix {
    if bytes.starts_with(PASTE_START) {
        return paste(bytes);
    }
    // Bytes that follow the final one: function keys of the Linux console, mouse reports of terminals without the SGR form.
    let tail = match bytes.get(2) {
        Some(b'[') => 1,
        Some(b'M') => 3,
        _ => 0,
    };
    if tail > 0 {
        let end = bytes.iter().skip(3).take(tail).position(|byte| *byte < b' ');
        return match end {
            Some(end) => Prefix::Whole(3 + end, Kind::Ignored),
            None if bytes.len() < 3 + tail => Prefix::Unfinished,
            None => Prefix::Whole(3 + tail, Kind::Key),
        };
    }
    match bytes.iter().skip(2).position(|byte| !matches!(byte, b' '..=b'?')) {
        None => Prefix::Unfinished,
        Some(end) if matches!(bytes[2 + end], b'@'..=b'~') => Prefix::Whole(3 + end, Kind::Key),
        Some(end) => Prefix::Whole(2 + end, Kind::Ignored),
    }
}

fn paste(bytes: &[u8]) -> Prefix {
    let text = &bytes[PASTE_START.len()..];
    let end = text.windows(PASTE_END.len()).position(|window| window == PASTE_END);
    let broken = text[..end.unwrap_or(text.len())].iter().position(|byte| *byte == END_OF_TEXT);
    match (broken, end) {
        (Some(broken), _) => Prefix::Whole(PASTE_START.len() + broken, Kind::Ignored),
        (None, Some(end)) => Prefix::Whole(PASTE_START.len() + end + PASTE_END.len(), Kind::Paste),
        (None, None) => Prefix::Unfinished,
    }
}

/// The rest of a string after its two first bytes: up to BEL or `ESC \`. Cancel and substitute end it without a meaning.
fn control_string(rest: &[u8], kind: Kind) -> Prefix {
    let end = rest.iter().position(|byte| matches!(*byte, 0x07 | 0x18 | 0x1a | 0x1b | END_OF_TEXT));
    match end.map(|end| (end, &rest[end..])) {
        None | Some((_, [0x1b])) => Prefix::Unfinished,
        Some((end, [0x07, ..])) => Prefix::Whole(end + 3, kind),
        Some((end, [0x1b, b'\\', ..])) => Prefix::Whole(end + 4, kind),
        Some((end, [0x18 | 0x1a, ..])) => Prefix::Whole(end + 3, Kind::Ignored),
        Some((end, _)) => Prefix::Whole(end + 2, Kind::Ignored),
    }
}

/// The meaning of a whole sequence, if it has one.
fn input(sequence: &[u8], kind: Kind) -> Option<Input> {
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    match kind {
        Kind::Ignored => None,
        Kind::Paste => {
            let end = sequence.len() - PASTE_END.len();
            Some(Input::Event(Event::Paste(text(&sequence[PASTE_START.len()..end]))))
        }
        Kind::SystemCommand => {
            let command = sequence.strip_suffix(b"\x07").or_else(|| sequence.strip_suffix(b"\x1b\\"))?;
            Some(Input::SystemCommand(text(&command[2..])))
        }
        Kind::Key => cursor_report(sequence).or_else(|| event(sequence).map(Input::Event)),
    }
}

fn cursor_report(sequence: &[u8]) -> Option<Input> {
    let report = sequence.strip_prefix(b"\x1b[")?.strip_suffix(b"R")?;
    let (row, column) = std::str::from_utf8(report).ok()?.split_once(';')?;
    let (row, column): (u16, u16) = (row.parse().ok()?, column.parse().ok()?);
    // Modifiers are a number from 2 to 16.
    let key = if row == 1 && (2..=16).contains(&column) { event(sequence) } else { None };
    Some(Input::CursorReport { column, key })
}

fn event(sequence: &[u8]) -> Option<Event> {
    // The parser counts from 0 and takes a place of 0 for a number below zero.
    let places = sequence.split(|byte| *byte == b';').skip(1).map(|place| place.strip_suffix(b"M").unwrap_or(place));
    let is_mouse = matches!(sequence, [0x1b, b'[', .., b'M' | b'm']);
    if is_mouse
        && places
            .map(|place| place.strip_suffix(b"m").unwrap_or(place))
            .any(|place| place.iter().all(|digit| *digit == b'0'))
    {
        return None;
    }
    let event = terminput::Event::parse_from(sequence).ok()??;
    terminput_crossterm::to_crossterm(event).ok()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn key(code: KeyCode, modifiers: KeyModifiers) -> Input {
        Input::Event(Event::Key(KeyEvent::new(code, modifiers)))
    }

    fn letter(letter: char) -> Input {
        key(KeyCode::Char(letter), KeyModifiers::NONE)
    }

    fn receive(bytes: &[u8]) -> Vec<Input> {
        SequenceReader::default().receive(bytes)
    }

    #[test]
    fn keys_keep_their_meaning() {
        for (bytes, code, modifiers) in [
            (&b"\x1b[A"[..], KeyCode::Up, KeyModifiers::NONE),
            (b"\x1bOA", KeyCode::Up, KeyModifiers::NONE),
            (b"\x1b[1;5C", KeyCode::Right, KeyModifiers::CONTROL),
            (b"\x1b[Z", KeyCode::BackTab, KeyModifiers::SHIFT),
            (b"\x1b[6~", KeyCode::PageDown, KeyModifiers::NONE),
            (b"\x1bOP", KeyCode::F(1), KeyModifiers::NONE),
            (b"\x1b[[B", KeyCode::F(2), KeyModifiers::NONE),
            (b"\x1b[15~", KeyCode::F(5), KeyModifiers::NONE),
            (b"\x1b[99;5u", KeyCode::Char('c'), KeyModifiers::CONTROL),
            (b"\x1bx", KeyCode::Char('x'), KeyModifiers::ALT),
            (b"\x03", KeyCode::Char('c'), KeyModifiers::CONTROL),
            (b"\r", KeyCode::Enter, KeyModifiers::NONE),
            (b"\x7f", KeyCode::Backspace, KeyModifiers::NONE),
            ("Ж".as_bytes(), KeyCode::Char('Ж'), KeyModifiers::SHIFT),
            ("ң".as_bytes(), KeyCode::Char('ң'), KeyModifiers::NONE),
        ] {
            assert_eq!(receive(bytes), [key(code, modifiers)], "{bytes:?}");
        }
        assert_eq!(
            receive(b"\x1b[1;2R"),
            [Input::CursorReport {
                column: 2,
                key: Some(Event::Key(KeyEvent::new(KeyCode::F(3), KeyModifiers::SHIFT)))
            }]
        );
    }

    #[test]
    fn replies_and_reports_are_no_keys_before_and_after_those_that_are() {
        for reply in [
            "\x1b[?997;1n",
            "\x1b[?2026;2$y",
            "\x1b[?62;22c",
            "\x1b[?1u",
            "\x1b[>41;354;0c",
            "\x1b[0n",
            "\x1b[8;24;80t",
            "\x1b[201~",
            "\x1b[<0;0;0M",
            "\x1b[32;0;1M",
            "\x1bP>|XTerm(390)\x1b\\",
            "\x1b_Gi=31;OK\x1b\\",
            "\x1b\\",
            "\x1b]52;c;AA\x18",
            "\u{fffd}",
        ] {
            let reply = if reply == "\u{fffd}" { &b"\xcf"[..] } else { reply.as_bytes() };
            let bytes = [b"j", reply, b"k"].concat();
            let keys = |bytes: &[u8]| {
                let mut reader = SequenceReader::default();
                bytes.iter().flat_map(|byte| reader.receive(&[*byte])).collect::<Vec<_>>()
            };
            assert_eq!(receive(&bytes), [letter('j'), letter('k')], "{reply:?}");
            assert_eq!(keys(&bytes), [letter('j'), letter('k')], "{reply:?}, one byte at a time");
        }
        assert_eq!(
            receive(b"\x1b]11;rgb:0/0/0\x07\x1b]10;x\x1b\\"),
            [Input::SystemCommand("11;rgb:0/0/0".into()), Input::SystemCommand("10;x".into())]
        );
        assert_eq!(receive(b"\x1b[24;80R"), [Input::CursorReport { column: 80, key: None }]);
    }

    #[test]
    fn an_unfinished_sequence_is_given_up_and_ctrl_c_ends_it_at_once() {
        for start in ["\x1b[?99", "\x1b[200~pasted", "\x1b[<0;3", "\x1b[M!", "\x1b]52;c;AAAA", "\x1bP>|X", "\x1b_G"] {
            let mut reader = SequenceReader::default();
            assert_eq!(reader.receive(start.as_bytes()), [], "{start:?}");
            assert!(reader.patience().is_some());
            assert_eq!(reader.give_up(), None, "{start:?}");
            assert_eq!((reader.receive(b"j"), reader.patience()), (vec![letter('j')], None), "{start:?}");
            let ctrl_c = key(KeyCode::Char('c'), KeyModifiers::CONTROL);
            assert_eq!(receive(&[start.as_bytes(), b"\x03j"].concat()), [ctrl_c, letter('j')], "{start:?}");
        }
    }

    #[test]
    fn escape_and_keys_with_alt_are_told_from_the_start_of_a_sequence_by_waiting() {
        for (bytes, wanted) in [
            (&b"\x1b"[..], key(KeyCode::Esc, KeyModifiers::NONE)),
            (b"\x1b[", key(KeyCode::Char('['), KeyModifiers::ALT)),
            (b"\x1bO", key(KeyCode::Char('O'), KeyModifiers::ALT)),
        ] {
            let mut reader = SequenceReader::default();
            assert_eq!(reader.receive(bytes), []);
            assert_eq!(reader.give_up(), Some(wanted));
        }
        assert_eq!(
            receive(b"\x1b\x1b[A"),
            [key(KeyCode::Esc, KeyModifiers::NONE), key(KeyCode::Up, KeyModifiers::NONE)]
        );
    }

    #[test]
    fn a_paste_is_one_event_and_an_endless_one_takes_bounded_memory() {
        assert_eq!(receive(b"\x1b[200~q\x1b[A\x1b[201~"), [Input::Event(Event::Paste("q\u{1b}[A".into()))]);
        for start in [PASTE_START, b"\x1b]52;c;"] {
            let mut reader = SequenceReader::default();
            reader.receive(start);
            for _ in 0..40 {
                assert_eq!(reader.receive(&vec![b'q'; 100_000]), []);
                assert!(reader.pending.capacity() < 4 * MAX_PENDING);
            }
            let end = if start == PASTE_START { PASTE_END } else { b"\x07" };
            assert_eq!(reader.receive(&[end, b"j"].concat()), [letter('j')]);
        }
    }

    proptest! {
        #[test]
        fn no_bytes_end_the_reader_and_the_next_key_is_read(
            bytes in prop::collection::vec(prop_oneof![any::<u8>(), prop::sample::select(&b"\x1b[]<>?;:0123456789MmRu~ABCO"[..])], 0..40),
        ) {
            let mut reader = SequenceReader::default();
            reader.receive(&bytes);
            reader.give_up();
            prop_assert_eq!(reader.receive(b"j"), [letter('j')]);
        }
    }
}
