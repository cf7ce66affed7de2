//! A key as it is pressed, and its name.

use ratatui::crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

use crate::app::input::keys::keyboard_layouts;
use crate::dataset::records::Language;

/// A key as it is pressed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Chord {
    /// A sign, however it is typed.
    Char(char),
    /// A sign with Ctrl.
    Ctrl(char),
    /// Any other key.
    Key(KeyCode),
    /// Any other key with Shift.
    Shift(KeyCode),
}

impl Chord {
    /// The chord of an event; none for those with Alt and the like, which mean nothing here.
    #[must_use]
    pub fn from_event(event: &KeyEvent) -> Option<Self> {
        let (shift, others) = (KeyModifiers::SHIFT, event.modifiers - KeyModifiers::SHIFT);
        match event.code {
            KeyCode::Char(ch) if others == KeyModifiers::CONTROL => Some(Self::Ctrl(ch.to_ascii_lowercase())),
            _ if !others.is_empty() => None,
            KeyCode::Char(ch) => Some(Self::Char(ch)),
            KeyCode::BackTab => Some(Self::Shift(KeyCode::Tab)),
            code if event.modifiers.contains(shift) => Some(Self::Shift(code)),
            code => Some(Self::Key(code)),
        }
    }

    /// The press of it.
    #[must_use]
    pub fn event(self) -> KeyEvent {
        let (code, modifiers) = match self {
            Self::Char(ch) => (KeyCode::Char(ch), KeyModifiers::NONE),
            Self::Ctrl(ch) => (KeyCode::Char(ch), KeyModifiers::CONTROL),
            Self::Key(code) => (code, KeyModifiers::NONE),
            Self::Shift(code) => (code, KeyModifiers::SHIFT),
        };
        KeyEvent::new(code, modifiers)
    }

    /// The chord that lies in the same place on a Latin keyboard, for who types this language.
    #[must_use]
    pub fn on_latin_keyboard(self, language: Language) -> Option<Self> {
        match self {
            Self::Char(ch) => keyboard_layouts::to_latin(ch, language).map(Self::Char),
            Self::Ctrl(ch) => keyboard_layouts::to_latin(ch, language).map(Self::Ctrl),
            Self::Key(_) | Self::Shift(_) => None,
        }
    }

    /// The chord of this name, as [`Chord::name`] and [`Chord::ascii_name`] say it.
    ///
    /// # Errors
    /// What to write instead.
    pub fn parse(name: &str) -> Result<Self, String> {
        let mut letters = name.chars();
        if let (Some(ch), None) = (letters.next(), letters.next()) {
            return Ok(parse_key_code(name).map_or(Self::Char(ch), Self::Key));
        }
        if let Some(rest) = name.strip_prefix("Ctrl-") {
            let mut letters = rest.chars();
            return match (letters.next(), letters.next()) {
                (Some('I' | 'i'), None) => Err("terminals send Tab for it".to_owned()),
                (Some('M' | 'm'), None) => Err("terminals send Enter for it".to_owned()),
                (Some(ch), None) if ch.is_alphanumeric() => Ok(Self::Ctrl(to_lower(ch))),
                _ => Err("Ctrl goes with one letter, as in Ctrl-Z".to_owned()),
            };
        }
        let unknown = || {
            if let Some(meant) = closest_spelling(name) {
                return format!("write {meant}");
            }
            "write a sign such as q, Ctrl-Z, Shift-Tab, or one of ".to_owned()
                + &KEY_NAMES.map(|(word, _)| word).join(" ")
        };
        match name.strip_prefix("Shift-") {
            Some(" " | "Space") => Err("Shift goes with keys that are no signs, as in Shift-Tab".to_owned()),
            Some(rest) => parse_key_code(rest).map(Self::Shift).ok_or_else(unknown),
            None if name == "Space" => Ok(Self::Char(' ')),
            None => parse_key_code(name).map(Self::Key).ok_or_else(unknown),
        }
    }

    /// Its name: `q`, `Ctrl-Z`, `PgDn`, `↑`.
    #[must_use]
    pub fn name(self) -> String {
        self.name_with(arrow_glyph)
    }

    /// The same without a sign that ASCII lacks: `Up`.
    #[must_use]
    pub fn ascii_name(self) -> String {
        self.name_with(|_| None)
    }

    fn name_with(self, arrow_glyph: impl Fn(KeyCode) -> Option<&'static str>) -> String {
        let key = |code| arrow_glyph(code).map_or_else(|| key_name(code), ToOwned::to_owned);
        match self {
            Self::Char(ch) => key(KeyCode::Char(ch)),
            Self::Ctrl(ch) => format!("Ctrl-{}", ch.to_uppercase()),
            Self::Key(code) => key(code),
            Self::Shift(code) => format!("Shift-{}", key(code)),
        }
    }
}

/// The name that is the same but for capital letters and `+` for `-`: `Ctrl-Q` for `ctrl+q`.
fn closest_spelling(name: &str) -> Option<String> {
    let mut meant = String::new();
    for part in name.split_inclusive(['-', '+']) {
        let word = part.trim_end_matches(['-', '+']);
        let known = ["Ctrl", "Shift", "Space"].into_iter().chain(KEY_NAMES.iter().map(|(word, _)| *word));
        match known.into_iter().find(|known| known.eq_ignore_ascii_case(word)) {
            Some(known) => meant.push_str(known),
            None if word.chars().count() == 1 => meant.push_str(&word.to_uppercase()),
            None => return None,
        }
        meant.push_str(if word.len() < part.len() { "-" } else { "" });
    }
    // What is no key in any letters is left to the rules.
    (meant != name && Chord::parse(&meant).is_ok()).then_some(meant)
}

/// An arrow as it stands on its key.
fn arrow_glyph(code: KeyCode) -> Option<&'static str> {
    match code {
        KeyCode::Up => Some("↑"),
        KeyCode::Down => Some("↓"),
        KeyCode::Left => Some("←"),
        KeyCode::Right => Some("→"),
        _ => None,
    }
}

/// What a key is called.
fn key_name(code: KeyCode) -> String {
    match code {
        KeyCode::Char(' ') => "Space".to_owned(),
        KeyCode::Char(ch) => ch.to_string(),
        KeyCode::PageUp => "PgUp".to_owned(),
        KeyCode::PageDown => "PgDn".to_owned(),
        KeyCode::F(number) => format!("F{number}"),
        code => format!("{code:?}"),
    }
}

/// Keys by what they are called, besides F1 to F12.
const KEY_NAMES: [(&str, KeyCode); 14] = [
    ("Enter", KeyCode::Enter),
    ("Esc", KeyCode::Esc),
    ("Tab", KeyCode::Tab),
    ("Backspace", KeyCode::Backspace),
    ("Insert", KeyCode::Insert),
    ("Delete", KeyCode::Delete),
    ("Home", KeyCode::Home),
    ("End", KeyCode::End),
    ("PgUp", KeyCode::PageUp),
    ("PgDn", KeyCode::PageDown),
    ("Up", KeyCode::Up),
    ("Down", KeyCode::Down),
    ("Left", KeyCode::Left),
    ("Right", KeyCode::Right),
];

/// The key that is no sign and is called this.
fn parse_key_code(name: &str) -> Option<KeyCode> {
    let word =
        KEY_NAMES.iter().find(|(word, code)| *word == name || arrow_glyph(*code) == Some(name)).map(|(_, code)| *code);
    let number = || name.strip_prefix('F')?.parse().ok().filter(|number| (1..=12).contains(number));
    word.or_else(|| number().map(KeyCode::F))
}

fn to_lower(ch: char) -> char {
    ch.to_lowercase().next().unwrap_or(ch)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_chord_is_called_what_its_keys_say() {
        let names = |chord: Chord| (chord.name(), chord.ascii_name());
        let both = |name: &str| (name.to_owned(), name.to_owned());
        assert_eq!(names(Chord::Char('Z')), both("Z"));
        assert_eq!(names(Chord::Char(' ')), both("Space"));
        assert_eq!(names(Chord::Ctrl('z')), both("Ctrl-Z"));
        assert_eq!(names(Chord::Key(KeyCode::PageDown)), both("PgDn"));
        assert_eq!(names(Chord::Key(KeyCode::F(5))), both("F5"));
        assert_eq!(names(Chord::Key(KeyCode::Enter)), both("Enter"));
        assert_eq!(names(Chord::Shift(KeyCode::Tab)), both("Shift-Tab"));
        assert_eq!(names(Chord::Key(KeyCode::Left)), ("←".to_owned(), "Left".to_owned()));
    }

    #[test]
    fn every_name_is_found_again() {
        let signs = "q Q й Ә / ? [ \\ < 9".split(' ').map(|ch| Chord::Char(ch.chars().next().unwrap()));
        let words = KEY_NAMES.iter().flat_map(|(_, code)| [Chord::Key(*code), Chord::Shift(*code)]);
        let others = [Chord::Char(' '), Chord::Ctrl('z'), Chord::Ctrl('й'), Chord::Key(KeyCode::F(12))];
        for chord in signs.chain(words).chain(others) {
            assert_eq!(Chord::parse(&chord.name()), Ok(chord));
            assert_eq!(Chord::parse(&chord.ascii_name()), Ok(chord));
            assert_eq!(Chord::from_event(&chord.event()), Some(chord));
        }
    }

    #[test]
    fn what_is_no_key_is_told_what_would_be() {
        for (name, told) in [
            ("Ctrl-I", "Tab"),
            ("Ctrl-", "Ctrl-Z"),
            ("Ctrl-F1", "Ctrl-Z"),
            ("PageUp", "PgUp"),
            ("F13", "PgUp"),
            ("Shift-q", "Shift-Tab"),
            ("qq", "Shift-Tab"),
            ("", "Shift-Tab"),
        ] {
            assert!(Chord::parse(name).unwrap_err().contains(told), "{name}");
        }
    }

    #[test]
    fn both_ways_to_say_shift_and_tab_are_one() {
        let plain = KeyEvent::new(KeyCode::BackTab, KeyModifiers::NONE);
        let shifted = KeyEvent::new(KeyCode::BackTab, KeyModifiers::SHIFT);
        let spelled = KeyEvent::new(KeyCode::Tab, KeyModifiers::SHIFT);
        for event in [plain, shifted, spelled] {
            assert_eq!(Chord::from_event(&event), Some(Chord::Shift(KeyCode::Tab)));
        }
    }
}
