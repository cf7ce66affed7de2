//! The asciicast format: a header and a line for each event, as players such as asciinema read it.
//!
//! [Version 3](https://docs.asciinema.org/manual/asciicast/v3/) has times since the previous event,
//! [version 2](https://docs.asciinema.org/manual/asciicast/v2/) since the start. Not here: what is recorded (`recorder`).

use std::time::Duration;

use ratatui::layout::Size;
use serde_json::json;

use crate::render::look::contrast::hex;
use crate::render::look::theme::{DefaultColors, Paint, rgb_of_256};

/// Version of the format.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum AsciicastVersion {
    /// For players from before 2025.
    V2,
    /// Current version.
    #[default]
    V3,
}

impl AsciicastVersion {
    /// Versions by their names on the command line.
    pub const ALL: [(&'static str, Self); 2] = [("2", Self::V2), ("3", Self::V3)];
}

/// Encoder of one recording.
#[derive(Debug)]
pub struct Asciicast {
    version: AsciicastVersion,
    /// Time of the last event in milliseconds since the start.
    last: u128,
    size: Size,
}

impl Asciicast {
    /// Starts a recording; returns its header line. The header has no date, so that equal talks give equal bytes.
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
        (Self { version, last: 0, size }, format!("{header}\n"))
    }

    /// Output at a time since the start: whole characters, as frames are.
    pub fn output(&mut self, at: Duration, bytes: &[u8]) -> String {
        if bytes.is_empty() { String::new() } else { self.event(at, 'o', &String::from_utf8_lossy(bytes)) }
    }

    /// A change of size; empty if the size is the same.
    pub fn resize(&mut self, at: Duration, size: Size) -> String {
        if size == self.size {
            return String::new();
        }
        self.size = size;
        self.event(at, 'r', &format!("{}x{}", size.width, size.height))
    }

    /// A marker that a viewer can jump to.
    pub fn marker(&mut self, at: Duration, title: &str) -> String {
        self.event(at, 'm', title)
    }

    /// The end, with an exit status. Version 2 has no such event and ends with empty output.
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

#[cfg(test)]
mod tests {
    use super::*;

    fn cast(version: AsciicastVersion) -> Asciicast {
        Asciicast::begin(version, Size::new(80, 24), "", Paint::default()).0
    }

    #[test]
    fn times_are_relative_in_version_3_and_absolute_in_version_2_and_do_not_drift() {
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
    fn a_size_is_written_only_when_it_changes() {
        let mut cast = cast(AsciicastVersion::V3);
        assert_eq!(cast.resize(Duration::ZERO, Size::new(80, 24)), "");
        assert_eq!(cast.resize(Duration::ZERO, Size::new(90, 30)), "[0.000, \"r\", \"90x30\"]\n");
        assert_eq!(cast.resize(Duration::ZERO, Size::new(90, 30)), "");
    }
}
