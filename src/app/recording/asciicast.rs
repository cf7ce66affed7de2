//! A show as an asciicast: what a terminal was told and when, a line for each event, for players such as asciinema.
//!
//! Here: the format, [version 3](https://docs.asciinema.org/manual/asciicast/v3/), whose times count from the event before,
//! and [version 2](https://docs.asciinema.org/manual/asciicast/v2/), whose times count from the beginning. Moments and bytes
//! go in, lines come out. Not here: what is recorded of a show (`tape`), the file (`files`).

use std::time::Duration;

use ratatui::layout::Size;
use serde_json::json;

use crate::render::look::contrast::hex;
use crate::render::look::theme::{DefaultColors, Paint, rgb_of_256};

/// A version of the format.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum AsciicastVersion {
    /// What players of before 2025 read.
    V2,
    /// The newest.
    #[default]
    V3,
}

impl AsciicastVersion {
    /// Every version with its name on the command line.
    pub const ALL: [(&'static str, Self); 2] = [("2", Self::V2), ("3", Self::V3)];
}

/// A recording under way.
#[derive(Debug)]
pub struct Asciicast {
    version: AsciicastVersion,
    /// When the last event was, in thousandths of a second from the beginning.
    last: u128,
    /// The beginning of a character whose end has not been written yet.
    incomplete: Vec<u8>,
    size: Size,
}

impl Asciicast {
    /// A recording of a screen of this size, and its first line. Its colours are those that suit the theme; no date: the same
    /// show gives the same bytes on any day.
    #[must_use]
    pub fn begin(version: AsciicastVersion, size: Size, title: &str, paint: Paint) -> (Self, String) {
        let DefaultColors { text, background } = paint.default_colors();
        let palette: Vec<String> = (0..16).map(|index| hex(rgb_of_256(index))).collect();
        let theme = json!({"fg": hex(text), "bg": hex(background), "palette": palette.join(":")});
        let (cols, rows, title) = (size.width, size.height, json!(title));
        let header = match version {
            AsciicastVersion::V3 => format!(
                r#"{{"version": 3, "term": {{"cols": {cols}, "rows": {rows}, "type": "xterm-256color", "theme": {theme}}}, "title": {title}}}"#
            ),
            AsciicastVersion::V2 => {
                format!(r#"{{"version": 2, "width": {cols}, "height": {rows}, "title": {title}, "theme": {theme}}}"#)
            }
        };
        (Self { version, last: 0, incomplete: Vec::new(), size }, format!("{header}\n"))
    }

    /// The terminal was told these bytes. What they cut of a character waits for its end.
    pub fn output(&mut self, at: Duration, bytes: &[u8]) -> String {
        self.incomplete.extend_from_slice(bytes);
        let whole = self.incomplete.len() - incomplete_suffix_len(&self.incomplete);
        let text: Vec<u8> = self.incomplete.drain(..whole).collect();
        if text.is_empty() { String::new() } else { self.event(at, 'o', &String::from_utf8_lossy(&text)) }
    }

    /// The terminal has this size; nothing if it had it before.
    pub fn resize(&mut self, at: Duration, size: Size) -> String {
        if size == self.size {
            return String::new();
        }
        self.size = size;
        self.event(at, 'r', &format!("{}x{}", size.width, size.height))
    }

    /// Something begins here that a viewer may want to go to.
    pub fn marker(&mut self, at: Duration, title: &str) -> String {
        self.event(at, 'm', title)
    }

    /// The show is over, with this exit status. Version 2 has no word for that: it ends with nothing more to see.
    pub fn end(&mut self, at: Duration, status: u8) -> String {
        match self.version {
            AsciicastVersion::V3 => self.event(at, 'x', &status.to_string()),
            AsciicastVersion::V2 => self.event(at, 'o', ""),
        }
    }

    fn event(&mut self, at: Duration, code: char, data: &str) -> String {
        let at = at.as_millis().max(self.last);
        let time = match self.version {
            AsciicastVersion::V3 => at - self.last,
            AsciicastVersion::V2 => at,
        };
        self.last = at;
        format!("[{}.{:03}, \"{code}\", {}]\n", time / 1000, time % 1000, json!(data))
    }
}

/// How many bytes at the end are the beginning of a character.
fn incomplete_suffix_len(bytes: &[u8]) -> usize {
    let tail = bytes.len().saturating_sub(3);
    let lead = bytes[tail..].iter().rposition(|byte| *byte & 0xc0 != 0x80).map(|place| tail + place);
    let Some(lead) = lead else { return 0 };
    let long = match bytes[lead] {
        0xc2..=0xdf => 2,
        0xe0..=0xef => 3,
        0xf0..=0xf4 => 4,
        _ => 1,
    };
    let there = bytes.len() - lead;
    if there < long { there } else { 0 }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cast(version: AsciicastVersion) -> Asciicast {
        Asciicast::begin(version, Size::new(80, 24), "", Paint::default()).0
    }

    #[test]
    fn a_character_is_never_cut_over_two_events() {
        let text = "aқ≥😀ё".as_bytes();
        for first in 0..text.len() {
            for second in first..text.len() {
                let mut cast = cast(AsciicastVersion::V3);
                let parts = [&text[..first], &text[first..second], &text[second..]];
                let lines: String = parts.iter().map(|part| cast.output(Duration::ZERO, part)).collect();
                let told: String =
                    lines.lines().map(|line| serde_json::from_str::<(f64, String, String)>(line).unwrap().2).collect();
                assert_eq!(told, "aқ≥😀ё", "cut at {first} and {second}");
            }
        }
    }

    #[test]
    fn bytes_that_are_no_text_hold_nothing_up() {
        let mut cast = cast(AsciicastVersion::V3);
        assert_eq!(cast.output(Duration::ZERO, b"\xff\x80\x80\x80a"), "[0.000, \"o\", \"����a\"]\n");
    }

    #[test]
    fn times_count_from_the_event_before_or_from_the_beginning_and_do_not_drift() {
        let lines = |version| {
            let mut cast = cast(version);
            (1..=3u64).map(|n| cast.output(Duration::from_micros(n * 1_333_600), b"a")).collect::<String>()
        };
        assert_eq!(
            lines(AsciicastVersion::V3),
            "[1.333, \"o\", \"a\"]\n[1.334, \"o\", \"a\"]\n[1.333, \"o\", \"a\"]\n"
        );
        assert_eq!(
            lines(AsciicastVersion::V2),
            "[1.333, \"o\", \"a\"]\n[2.667, \"o\", \"a\"]\n[4.000, \"o\", \"a\"]\n"
        );
    }

    #[test]
    fn a_size_is_told_where_it_changes_only() {
        let mut cast = cast(AsciicastVersion::V3);
        assert_eq!(cast.resize(Duration::ZERO, Size::new(80, 24)), "");
        assert_eq!(cast.resize(Duration::ZERO, Size::new(90, 30)), "[0.000, \"r\", \"90x30\"]\n");
        assert_eq!(cast.resize(Duration::ZERO, Size::new(90, 30)), "");
    }
}
