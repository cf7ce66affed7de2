//! A key press and its name.

use ratatui::crossterm::event::{KeyCode, KeyEvent, KeyEventKind, KeyModifiers};

use crate::app::input::keys::keyboard_layouts;
use crate::dataset::records::Language;

/// A key with its modifiers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Chord {
    /// A character, with or without Shift.
    Char(char),
    /// A character with Ctrl, in lower case.
    Ctrl(char),
    /// A key without a character.
    Key(KeyCode),
    /// A key without a character, with Shift.
    Shift(KeyCode),
}

impl Chord {
    /// The chord of a key press; none for a release or a repeat, and for other modifiers such as Alt.
    pub fn from_event(event: &KeyEvent) -> Option<Self> {
        if event.kind != KeyEventKind::Press {
            return None;
        }
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

    /// Finds what a key is bound to: this chord, or the chord of the same key on a Latin keyboard.
    pub(in crate::app) fn find_binding<T>(self, language: Language, binding: impl Fn(Self) -> Option<T>) -> Option<T> {
        binding(self).or_else(|| binding(self.on_latin_keyboard(language)?))
    }

    /// A press of this chord.
    pub fn event(self) -> KeyEvent {
        let (code, modifiers) = match self {
            Self::Char(ch) => (KeyCode::Char(ch), KeyModifiers::NONE),
            Self::Ctrl(ch) => (KeyCode::Char(ch), KeyModifiers::CONTROL),
            Self::Key(code) => (code, KeyModifiers::NONE),
            Self::Shift(code) => (code, KeyModifiers::SHIFT),
        };
        KeyEvent::new(code, modifiers)
    }

    /// The chord of the same key on a Latin keyboard, for a keyboard of this language; none if it is the same.
    pub fn on_latin_keyboard(self, language: Language) -> Option<Self> {
        match self {
            Self::Char(ch) => keyboard_layouts::to_latin(ch, language).map(Self::Char),
            Self::Ctrl(ch) => keyboard_layouts::to_latin(ch, language).map(Self::Ctrl),
            Self::Key(_) | Self::Shift(_) => None,
        }
    }

    /// Parses a name as [`Chord::name`] and [`Chord::ascii_name`] give it.
    ///
    /// # Errors
    /// What to write instead.
    pub fn parse(name: &str) -> Result<Self, String> {
        let mut chars = name.chars();
        if let (Some(ch), None) = (chars.next(), chars.next()) {
            return Ok(parse_key_code(name).map_or(Self::Char(ch), Self::Key));
        }
        if let Some(rest) = name.strip_prefix("Ctrl-") {
            let mut chars = rest.chars();
            return match (chars.next(), chars.next()) {
                (Some('I' | 'i'), None) => Err("terminals send Tab for it".to_owned()),
                (Some('M' | 'm'), None) => Err("terminals send Enter for it".to_owned()),
                (Some(ch), None) if ch.is_alphanumeric() => Ok(Self::Ctrl(to_lower(ch))),
                _ => Err("Ctrl goes with one letter, as in Ctrl-Z".to_owned()),
            };
        }
        let unknown = || {
            if let Some(spelling) = closest_spelling(name) {
                return format!("write {spelling}");
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

    /// Such as `q`, `Ctrl-Z`, `PgDn`, `↑`.
    pub fn name(self) -> String {
        self.name_with(arrow_glyph)
    }

    /// The name with `Up` for `↑`.
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

/// The name with the right case and `-` for `+`: `Ctrl-Q` for `ctrl+q`.
fn closest_spelling(name: &str) -> Option<String> {
    let mut spelling = String::new();
    for part in name.split_inclusive(['-', '+']) {
        let word = part.trim_end_matches(['-', '+']);
        let known = ["Ctrl", "Shift", "Space"].into_iter().chain(KEY_NAMES.iter().map(|(word, _)| *word));
        match known.into_iter().find(|known| known.eq_ignore_ascii_case(word)) {
            Some(known) => spelling.push_str(known),
            None if word.chars().count() == 1 => spelling.push_str(&word.to_uppercase()),
            None => return None,
        }
        spelling.push_str(if word.len() < part.len() { "-" } else { "" });
    }
    (spelling != name && Chord::parse(&spelling).is_ok()).then_some(spelling)
}

fn arrow_glyph(code: KeyCode) -> Option<&'static str> {
    match code {
        KeyCode::Up => Some("↑"),
        KeyCode::Down => Some("↓"),
        KeyCode::Left => Some("←"),
        KeyCode::Right => Some("→"),
        _ => None,
    }
}

fn key_name(code: KeyCode) -> String {
    match code {
        KeyCode::Char(' ') => "Space".to_owned(),
        KeyCode::Char(ch) => ch.to_string(),
        KeyCode::F(number) => format!("F{number}"),
        code => KEY_NAMES.iter().find(|key| key.1 == code).map_or_else(|| format!("{code:?}"), |key| key.0.to_owned()),
    }
}

/// Names of keys, besides F1 to F12.
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

/// The key without a character of this name.
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
    fn a_name_has_modifiers_and_the_key() {
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
    fn every_name_is_parsed() {
        let characters = "q Q й Ә / ? [ \\ < 9".split(' ').map(|ch| Chord::Char(ch.chars().next().unwrap()));
        let named = KEY_NAMES.iter().flat_map(|(_, code)| [Chord::Key(*code), Chord::Shift(*code)]);
        let others = [Chord::Char(' '), Chord::Ctrl('z'), Chord::Ctrl('й'), Chord::Key(KeyCode::F(12))];
        for chord in characters.chain(named).chain(others) {
            assert_eq!(Chord::parse(&chord.name()), Ok(chord));
            assert_eq!(Chord::parse(&chord.ascii_name()), Ok(chord));
            assert_eq!(Chord::from_event(&chord.event()), Some(chord));
        }
    }

    #[test]
    fn an_invalid_name_gets_advice() {
        for (name, advice) in [
            ("Ctrl-I", "Tab"),
            ("Ctrl-", "Ctrl-Z"),
            ("Ctrl-F1", "Ctrl-Z"),
            ("PageUp", "PgUp"),
            ("F13", "PgUp"),
            ("Shift-q", "Shift-Tab"),
            ("qq", "Shift-Tab"),
            ("", "Shift-Tab"),
        ] {
            assert!(Chord::parse(name).unwrap_err().contains(advice), "{name}");
        }
    }

    #[test]
    fn shift_tab_is_one_chord_in_all_encodings() {
        let plain = KeyEvent::new(KeyCode::BackTab, KeyModifiers::NONE);
        let shifted = KeyEvent::new(KeyCode::BackTab, KeyModifiers::SHIFT);
        let spelled = KeyEvent::new(KeyCode::Tab, KeyModifiers::SHIFT);
        for event in [plain, shifted, spelled] {
            assert_eq!(Chord::from_event(&event), Some(Chord::Shift(KeyCode::Tab)));
        }
    }
}
