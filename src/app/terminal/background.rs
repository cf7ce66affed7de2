//! Background colour of the terminal: from the environment, or from a reply to a query after the first frame.
//!
//! The reply may come late or never and nothing waits for it. It arrives as input, as `ESC ] 11 ; rgb:ffff/ffff/ffff BEL`;
//! `BackgroundReader` takes it out of the key events.

use ratatui::crossterm::event::{Event, KeyCode, KeyEvent, KeyEventKind, KeyModifiers};

use crate::render::look::theme::Theme;

/// Asks for the background colour (OSC 11). Most terminals end the reply as the query ends; `BEL` is one byte and is never
/// split.
pub(crate) const BACKGROUND_QUERY: &[u8] = b"\x1b]11;?\x07";

/// Background of the terminal: where black or white text has the higher contrast.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Background {
    /// Black text is easier to read.
    Light,
    /// White text is easier to read.
    Dark,
}

impl Background {
    /// The default theme for this background.
    pub fn theme(self) -> Theme {
        match self {
            Self::Light => Theme::Paper,
            Self::Dark => Theme::Steppe,
        }
    }
}

/// Separates the reply to the background query from other input.
#[derive(Debug, Default)]
pub(crate) struct BackgroundReader {
    is_expected: bool,
    /// Input that may be the start of the reply.
    partial: String,
    held_events: Vec<Event>,
}

impl BackgroundReader {
    pub(crate) fn expect(&mut self) {
        self.is_expected = true;
    }

    /// Whether a reply may still come.
    pub(crate) fn is_expected(&self) -> bool {
        self.is_expected
    }

    /// Takes an input event. Returns the events that are not part of a reply, and the background once a reply is complete;
    /// neither while the input may become a reply.
    pub(crate) fn receive(&mut self, event: Event) -> (Vec<Event>, Option<Background>) {
        if !self.is_expected {
            return (vec![event], None);
        }
        let ch = character_of(&event);
        self.held_events.push(event);
        if matches!(ch, Some('\u{7}' | '\u{9c}'))
            && let Some(color) = self.partial.strip_prefix(REPLY_PREFIX)
        {
            let background = background_of_color(color);
            *self = Self::default();
            return (Vec::new(), background);
        }
        self.partial.extend(ch);
        if ch.is_some() && may_be_reply(&self.partial) {
            return (Vec::new(), None);
        }
        self.partial.clear();
        (std::mem::take(&mut self.held_events), None)
    }
}

const REPLY_PREFIX: &str = "\u{9d}11;";
/// Length of the longest colour in a reply: `rgba:ffff/ffff/ffff/ffff`.
const MAX_COLOR_LEN: usize = 24;

fn may_be_reply(partial: &str) -> bool {
    let Some(color) = partial.strip_prefix(REPLY_PREFIX) else { return REPLY_PREFIX.starts_with(partial) };
    let fits = |ch: char| ch.is_ascii_hexdigit() || ":/rgba#".contains(ch);
    color.len() <= MAX_COLOR_LEN && color.chars().all(fits)
}

/// The character behind a key event. `ESC ]` and `ESC \` arrive as Alt keys and become the C1 controls that they stand for.
fn character_of(event: &Event) -> Option<char> {
    let Event::Key(KeyEvent { code: KeyCode::Char(ch), modifiers, kind: KeyEventKind::Press, .. }) = event else {
        return None;
    };
    match *modifiers - KeyModifiers::SHIFT {
        KeyModifiers::NONE => Some(*ch),
        KeyModifiers::ALT if *ch == ']' => Some('\u{9d}'),
        KeyModifiers::ALT if *ch == '\\' => Some('\u{9c}'),
        KeyModifiers::CONTROL if *ch == 'g' => Some('\u{7}'),
        _ => None,
    }
}

/// Background of a colour in X11 notation, `rgb:ffff/ffff/ffff`, with one to four hexadecimal digits a component.
fn background_of_color(color: &str) -> Option<Background> {
    let (_, parts) = color.split_once(':')?;
    let part = |digits: &str| {
        let max = 16_u32.pow(u32::try_from(digits.len()).ok().filter(|count| (1..=4).contains(count))?) - 1;
        let value = f64::from(u32::from_str_radix(digits, 16).ok()?) / f64::from(max);
        Some(if value <= 0.04045 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) })
    };
    let mut parts = parts.split('/').map(part);
    let (red, green, blue) = (parts.next()??, parts.next()??, parts.next()??);
    let luminance = 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    // Relative luminance where the contrast ratios (WCAG 2.2) to black and to white are equal.
    let middle = (1.05_f64 * 0.05).sqrt() - 0.05;
    Some(if luminance > middle { Background::Light } else { Background::Dark })
}

/// Background of `COLORFGBG`, such as `15;0`: foreground and background as ANSI colours 0 to 15.
pub(crate) fn from_colorfgbg(colorfgbg: &str) -> Option<Background> {
    let background: u8 = colorfgbg.rsplit(';').next()?.parse().ok()?;
    match background {
        0..=6 | 8 => Some(Background::Dark),
        7 | 9..=15 => Some(Background::Light),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key(ch: char, modifiers: KeyModifiers) -> Event {
        Event::Key(KeyEvent::new(KeyCode::Char(ch), modifiers))
    }

    /// The key events and the background that follow from these bytes.
    fn receive(reader: &mut BackgroundReader, bytes: &str) -> (String, Option<Background>) {
        let (mut keys, mut background) = (String::new(), None);
        let mut chars = bytes.chars();
        while let Some(ch) = chars.next() {
            let event = match ch {
                '\u{1b}' => key(chars.next().unwrap(), KeyModifiers::ALT),
                '\u{7}' => key('g', KeyModifiers::CONTROL),
                'A'..='Z' => key(ch, KeyModifiers::SHIFT),
                _ => key(ch, KeyModifiers::NONE),
            };
            let (events, found) = reader.receive(event);
            background = background.or(found);
            keys.extend(events.into_iter().map(|event| match event {
                Event::Key(KeyEvent { code: KeyCode::Char(ch), .. }) => ch,
                other => panic!("{other:?}"),
            }));
        }
        (keys, background)
    }

    fn expecting() -> BackgroundReader {
        let mut reader = BackgroundReader::default();
        reader.expect();
        reader
    }

    const WHITE: &str = "\u{1b}]11;rgb:ffff/ffff/ffff\u{7}";

    #[test]
    fn a_reply_gives_the_background_and_no_key() {
        for (bytes, background) in [
            (WHITE, Some(Background::Light)),
            ("\u{1b}]11;rgb:0000/0000/0000\u{7}", Some(Background::Dark)),
            ("\u{1b}]11;rgb:FAFA/F8F8/F2F2\u{1b}\\", Some(Background::Light)),
            ("\u{1b}]11;rgba:1e/1e/2e/ff\u{7}", Some(Background::Dark)),
            ("\u{1b}]11;rgb:8/8/8\u{7}", Some(Background::Light)),
            ("\u{1b}]11;rgb:12345/0/0\u{7}", None),
        ] {
            assert_eq!(receive(&mut expecting(), bytes), (String::new(), background), "{bytes:?}");
        }
    }

    #[test]
    fn keys_before_and_after_a_reply_are_passed_on() {
        assert_eq!(receive(&mut expecting(), &format!("j1{WHITE}kg")), ("j1kg".into(), Some(Background::Light)));
    }

    #[test]
    fn input_that_only_starts_like_a_reply_is_passed_on() {
        assert_eq!(receive(&mut expecting(), "\u{1b}]j"), ("]j".into(), None));
        assert_eq!(receive(&mut expecting(), "\u{1b}]11;q"), ("]11;q".into(), None));
        let long = format!("\u{1b}]11;{}", "a".repeat(40));
        assert!(receive(&mut expecting(), &long).0.len() > 25, "held back for ever");
    }

    #[test]
    fn without_a_query_nothing_is_a_reply() {
        assert_eq!(receive(&mut BackgroundReader::default(), "\u{1b}]1"), ("]1".into(), None));
        let mut reader = expecting();
        receive(&mut reader, WHITE);
        assert_eq!(receive(&mut reader, "\u{1b}]1").0, "]1", "only one reply is expected");
    }

    #[test]
    fn colorfgbg_gives_the_background() {
        assert_eq!(from_colorfgbg("15;0"), Some(Background::Dark));
        assert_eq!(from_colorfgbg("0;default;15"), Some(Background::Light));
        assert_eq!(from_colorfgbg("0;7"), Some(Background::Light));
        assert_eq!(from_colorfgbg("15;8"), Some(Background::Dark));
        assert_eq!(from_colorfgbg("15;default"), None);
        assert_eq!(from_colorfgbg(""), None);
    }
}
