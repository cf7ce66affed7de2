//! Light or dark: the terminal is asked once, after the first frame, and may answer late, or never.
//!
//! Nothing waits for the answer. It comes in among the keys, as `ESC ] 11 ; rgb:ffff/ffff/ffff BEL`, of which none may be
//! taken for a key: [`Answer`] stands between the terminal and the keys until the answer has come.

use ratatui::crossterm::event::{Event, KeyCode, KeyEvent, KeyEventKind, KeyModifiers};

use super::incoming::Incoming;
use crate::render::theme::Theme;

/// What asks for the colour of the ground. It ends as most terminals end their answers: with one byte, never split.
pub const QUESTION: &[u8] = b"\x1b]11;?\x07";

/// The ground of a terminal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ground {
    /// Black is read better on it than white.
    Light,
    /// White is.
    Dark,
}

impl Ground {
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
pub struct Answer {
    expected: bool,
    /// What may be the beginning of the answer, and the events that it came as.
    begun: String,
    held: Vec<Event>,
}

impl Answer {
    /// Expects an answer from now on.
    pub fn expect(&mut self) {
        self.expected = true;
    }

    /// Whether an answer may still come.
    #[must_use]
    pub fn is_expected(&self) -> bool {
        self.expected
    }

    /// Takes what comes in, and gives back what it was: nothing as long as it may become the answer.
    pub fn hear(&mut self, incoming: Incoming) -> Vec<Incoming> {
        let event = match incoming {
            Incoming::Event(event) if self.expected => event,
            other => return vec![other],
        };
        let Some(letter) = letter(&event) else { return self.not_it(event) };
        let ends = matches!(letter, '\u{7}' | '\u{9c}') && self.begun.starts_with(START);
        if ends {
            let ground = ground_of(&self.begun[START.len()..]);
            *self = Self::default();
            return ground.map(Incoming::Ground).into_iter().collect();
        }
        self.begun.push(letter);
        if !is_beginning(&self.begun) {
            return self.not_it(event);
        }
        self.held.push(event);
        Vec::new()
    }

    /// It was no answer: what was held back is given back.
    fn not_it(&mut self, event: Event) -> Vec<Incoming> {
        self.begun.clear();
        self.held.push(event);
        self.held.drain(..).map(Incoming::Event).collect()
    }
}

/// How the answer starts.
const START: &str = "\u{9d}11;";
/// The longest colour that is an answer: `rgba:ffff/ffff/ffff/ffff`.
const LONGEST: usize = 24;

/// Whether this can become the answer.
fn is_beginning(begun: &str) -> bool {
    let Some(color) = begun.strip_prefix(START) else { return START.starts_with(begun) };
    let fits = |sign: char| sign.is_ascii_hexdigit() || ":/rgba#".contains(sign);
    color.len() <= LONGEST && color.chars().all(fits)
}

/// The character that an event came from; an escape sequence other than a control string comes as Alt.
fn letter(event: &Event) -> Option<char> {
    let Event::Key(KeyEvent { code: KeyCode::Char(sign), modifiers, kind: KeyEventKind::Press, .. }) = event else {
        return None;
    };
    match *modifiers - KeyModifiers::SHIFT {
        KeyModifiers::NONE => Some(*sign),
        // `ESC ]` starts a control string, `ESC \` ends it.
        KeyModifiers::ALT if *sign == ']' => Some('\u{9d}'),
        KeyModifiers::ALT if *sign == '\\' => Some('\u{9c}'),
        KeyModifiers::CONTROL if *sign == 'g' => Some('\u{7}'),
        _ => None,
    }
}

/// The ground of a colour as X writes it: `rgb:ffff/ffff/ffff`, with one to four digits a part.
fn ground_of(color: &str) -> Option<Ground> {
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
    Some(if luminance > middle { Ground::Light } else { Ground::Dark })
}

/// The ground that `COLORFGBG` tells of: `15;0`, the colour of the text, then that of the ground, of the 16.
#[must_use]
pub fn told_by(colorfgbg: &str) -> Option<Ground> {
    let ground: u8 = colorfgbg.rsplit(';').next()?.parse().ok()?;
    match ground {
        0..=6 | 8 => Some(Ground::Dark),
        7 | 9..=15 => Some(Ground::Light),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key(sign: char, modifiers: KeyModifiers) -> Event {
        Event::Key(KeyEvent::new(KeyCode::Char(sign), modifiers))
    }

    /// What comes out where these bytes come in.
    fn heard(answer: &mut Answer, bytes: &str) -> (String, Option<Ground>) {
        let (mut keys, mut ground) = (String::new(), None);
        let mut signs = bytes.chars().peekable();
        while let Some(sign) = signs.next() {
            let event = match sign {
                '\u{1b}' => key(signs.next().unwrap(), KeyModifiers::ALT),
                '\u{7}' => key('g', KeyModifiers::CONTROL),
                'A'..='Z' => key(sign, KeyModifiers::SHIFT),
                _ => key(sign, KeyModifiers::NONE),
            };
            for heard in answer.hear(Incoming::Event(event)) {
                match heard {
                    Incoming::Ground(found) => ground = Some(found),
                    Incoming::Event(Event::Key(KeyEvent { code: KeyCode::Char(sign), .. })) => keys.push(sign),
                    other => panic!("{other:?}"),
                }
            }
        }
        (keys, ground)
    }

    fn asked() -> Answer {
        let mut answer = Answer::default();
        answer.expect();
        answer
    }

    // `ESC ]` is one event: its sign and Alt.
    const WHITE: &str = "\u{1b}]11;rgb:ffff/ffff/ffff\u{7}";

    #[test]
    fn an_answer_is_no_key_and_says_light_or_dark() {
        for (bytes, ground) in [
            (WHITE, Some(Ground::Light)),
            ("\u{1b}]11;rgb:0000/0000/0000\u{7}", Some(Ground::Dark)),
            ("\u{1b}]11;rgb:FAFA/F8F8/F2F2\u{1b}\\", Some(Ground::Light)),
            ("\u{1b}]11;rgba:1e/1e/2e/ff\u{7}", Some(Ground::Dark)),
            ("\u{1b}]11;rgb:8/8/8\u{7}", Some(Ground::Light)),
            ("\u{1b}]11;rgb:12345/0/0\u{7}", None),
        ] {
            assert_eq!(heard(&mut asked(), bytes), (String::new(), ground), "{bytes:?}");
        }
    }

    #[test]
    fn keys_before_and_after_an_answer_are_keys() {
        assert_eq!(heard(&mut asked(), &format!("j1{WHITE}kg")), ("j1kg".into(), Some(Ground::Light)));
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
        assert_eq!(heard(&mut Answer::default(), "\u{1b}]1"), ("]1".into(), None));
        let mut answer = asked();
        heard(&mut answer, WHITE);
        assert_eq!(heard(&mut answer, "\u{1b}]1").0, "]1", "it is asked once");
    }

    #[test]
    fn a_hint_of_the_environment_is_a_colour_of_the_sixteen() {
        assert_eq!(told_by("15;0"), Some(Ground::Dark));
        assert_eq!(told_by("0;default;15"), Some(Ground::Light));
        assert_eq!(told_by("0;7"), Some(Ground::Light));
        assert_eq!(told_by("15;8"), Some(Ground::Dark));
        assert_eq!(told_by("15;default"), None);
        assert_eq!(told_by(""), None);
    }
}
