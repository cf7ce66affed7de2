//! Light or dark: the terminal is asked once, after the first frame, and may answer late, or never.
//!
//! Nothing waits for the answer. It comes in among the keys, as `ESC ] 11 ; rgb:ffff/ffff/ffff BEL`, of which none may be
//! taken for a key: [`BackgroundReader`] stands between the terminal and the keys until the answer has come.

use ratatui::crossterm::event::{Event, KeyCode, KeyEvent, KeyEventKind, KeyModifiers};

use crate::app::terminal::events::AppEvent;
use crate::render::look::theme::Theme;

/// What asks for the colour of the ground. It ends as most terminals end their answers: with one byte, never split.
pub const BACKGROUND_QUERY: &[u8] = b"\x1b]11;?\x07";

/// The ground of a terminal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Background {
    /// Black is read better on it than white.
    Light,
    /// White is.
    Dark,
}

impl Background {
    /// The theme that suits it.
    #[must_use]
    pub fn theme(self) -> Theme {
        match self {
            Self::Light => Theme::Paper,
            Self::Dark => Theme::Steppe,
        }
    }
}

/// Stands between the terminal and the keys while an answer may come.
#[derive(Debug, Default)]
pub struct BackgroundReader {
    is_expected: bool,
    /// What may be the beginning of the answer, and the events that it came as.
    partial: String,
    held_events: Vec<Event>,
}

impl BackgroundReader {
    /// Expects an answer from now on.
    pub fn expect(&mut self) {
        self.is_expected = true;
    }

    /// Whether an answer may still come.
    #[must_use]
    pub fn is_expected(&self) -> bool {
        self.is_expected
    }

    /// Takes what comes in, and gives back what it was: nothing as long as it may become the answer.
    pub fn receive(&mut self, incoming: AppEvent) -> Vec<AppEvent> {
        let event = match incoming {
            AppEvent::Input(event) if self.is_expected => event,
            other => return vec![other],
        };
        let Some(letter) = character_of(&event) else { return self.release_held(event) };
        let ends = matches!(letter, '\u{7}' | '\u{9c}') && self.partial.starts_with(REPLY_PREFIX);
        if ends {
            let background = background_of_color(&self.partial[REPLY_PREFIX.len()..]);
            *self = Self::default();
            return background.map(AppEvent::Background).into_iter().collect();
        }
        self.partial.push(letter);
        if !may_be_reply(&self.partial) {
            return self.release_held(event);
        }
        self.held_events.push(event);
        Vec::new()
    }

    /// It was no answer: what was held back is given back.
    fn release_held(&mut self, event: Event) -> Vec<AppEvent> {
        self.partial.clear();
        self.held_events.push(event);
        self.held_events.drain(..).map(AppEvent::Input).collect()
    }
}

/// How the answer starts.
const REPLY_PREFIX: &str = "\u{9d}11;";
/// The longest colour that is an answer: `rgba:ffff/ffff/ffff/ffff`.
const MAX_COLOR_LEN: usize = 24;

/// Whether this can become the answer.
fn may_be_reply(partial: &str) -> bool {
    let Some(color) = partial.strip_prefix(REPLY_PREFIX) else { return REPLY_PREFIX.starts_with(partial) };
    let fits = |ch: char| ch.is_ascii_hexdigit() || ":/rgba#".contains(ch);
    color.len() <= MAX_COLOR_LEN && color.chars().all(fits)
}

/// The character that an event came from; an escape sequence other than a control string comes as Alt.
fn character_of(event: &Event) -> Option<char> {
    let Event::Key(KeyEvent { code: KeyCode::Char(ch), modifiers, kind: KeyEventKind::Press, .. }) = event else {
        return None;
    };
    match *modifiers - KeyModifiers::SHIFT {
        KeyModifiers::NONE => Some(*ch),
        // `ESC ]` starts a control string, `ESC \` ends it.
        KeyModifiers::ALT if *ch == ']' => Some('\u{9d}'),
        KeyModifiers::ALT if *ch == '\\' => Some('\u{9c}'),
        KeyModifiers::CONTROL if *ch == 'g' => Some('\u{7}'),
        _ => None,
    }
}

/// The ground of a colour as X writes it: `rgb:ffff/ffff/ffff`, with one to four digits a part.
fn background_of_color(color: &str) -> Option<Background> {
    let (_, parts) = color.split_once(':')?;
    let part = |written: &str| {
        let most = 16_u32.pow(u32::try_from(written.len()).ok().filter(|digits| (1..=4).contains(digits))?) - 1;
        let value = f64::from(u32::from_str_radix(written, 16).ok()?) / f64::from(most);
        Some(if value <= 0.04045 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) })
    };
    let mut parts = parts.split('/').map(part);
    let (red, green, blue) = (parts.next()??, parts.next()??, parts.next()??);
    let luminance = 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    // Here the contrasts to black and to white are equal (WCAG 2.2).
    let middle = (1.05_f64 * 0.05).sqrt() - 0.05;
    Some(if luminance > middle { Background::Light } else { Background::Dark })
}

/// The ground that `COLORFGBG` tells of: `15;0`, the colour of the text, then that of the ground, of the 16.
#[must_use]
pub fn from_colorfgbg(colorfgbg: &str) -> Option<Background> {
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

    /// What comes out where these bytes come in.
    fn heard(answer: &mut BackgroundReader, bytes: &str) -> (String, Option<Background>) {
        let (mut keys, mut background) = (String::new(), None);
        let mut signs = bytes.chars().peekable();
        while let Some(ch) = signs.next() {
            let event = match ch {
                '\u{1b}' => key(signs.next().unwrap(), KeyModifiers::ALT),
                '\u{7}' => key('g', KeyModifiers::CONTROL),
                'A'..='Z' => key(ch, KeyModifiers::SHIFT),
                _ => key(ch, KeyModifiers::NONE),
            };
            for heard in answer.receive(AppEvent::Input(event)) {
                match heard {
                    AppEvent::Background(found) => background = Some(found),
                    AppEvent::Input(Event::Key(KeyEvent { code: KeyCode::Char(ch), .. })) => keys.push(ch),
                    other => panic!("{other:?}"),
                }
            }
        }
        (keys, background)
    }

    fn asked() -> BackgroundReader {
        let mut answer = BackgroundReader::default();
        answer.expect();
        answer
    }

    // `ESC ]` is one event: its sign and Alt.
    const WHITE: &str = "\u{1b}]11;rgb:ffff/ffff/ffff\u{7}";

    #[test]
    fn an_answer_is_no_key_and_says_light_or_dark() {
        for (bytes, background) in [
            (WHITE, Some(Background::Light)),
            ("\u{1b}]11;rgb:0000/0000/0000\u{7}", Some(Background::Dark)),
            ("\u{1b}]11;rgb:FAFA/F8F8/F2F2\u{1b}\\", Some(Background::Light)),
            ("\u{1b}]11;rgba:1e/1e/2e/ff\u{7}", Some(Background::Dark)),
            ("\u{1b}]11;rgb:8/8/8\u{7}", Some(Background::Light)),
            ("\u{1b}]11;rgb:12345/0/0\u{7}", None),
        ] {
            assert_eq!(heard(&mut asked(), bytes), (String::new(), background), "{bytes:?}");
        }
    }

    #[test]
    fn keys_before_and_after_an_answer_are_keys() {
        assert_eq!(heard(&mut asked(), &format!("j1{WHITE}kg")), ("j1kg".into(), Some(Background::Light)));
    }

    #[test]
    fn what_only_begins_like_an_answer_is_given_back() {
        assert_eq!(heard(&mut asked(), "\u{1b}]j"), ("]j".into(), None));
        assert_eq!(heard(&mut asked(), "\u{1b}]11;q"), ("]11;q".into(), None));
        let long = format!("\u{1b}]11;{}", "a".repeat(40));
        assert!(heard(&mut asked(), &long).0.len() > 25, "held back for ever");
    }

    #[test]
    fn without_a_question_nothing_is_an_answer() {
        assert_eq!(heard(&mut BackgroundReader::default(), "\u{1b}]1"), ("]1".into(), None));
        let mut answer = asked();
        heard(&mut answer, WHITE);
        assert_eq!(heard(&mut answer, "\u{1b}]1").0, "]1", "it is asked once");
    }

    #[test]
    fn a_hint_of_the_environment_is_a_colour_of_the_sixteen() {
        assert_eq!(from_colorfgbg("15;0"), Some(Background::Dark));
        assert_eq!(from_colorfgbg("0;default;15"), Some(Background::Light));
        assert_eq!(from_colorfgbg("0;7"), Some(Background::Light));
        assert_eq!(from_colorfgbg("15;8"), Some(Background::Dark));
        assert_eq!(from_colorfgbg("15;default"), None);
        assert_eq!(from_colorfgbg(""), None);
    }
}
