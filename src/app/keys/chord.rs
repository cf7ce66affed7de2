//! A key as it is pressed, and its name.

use ratatui::crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

use super::by_place;

/// A key as it is pressed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Chord {
    /// A sign, however it is typed.
    Sign(char),
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
    pub fn of(event: &KeyEvent) -> Option<Self> {
        let (shift, others) = (KeyModifiers::SHIFT, event.modifiers - KeyModifiers::SHIFT);
        match event.code {
            KeyCode::Char(sign) if others == KeyModifiers::CONTROL => Some(Self::Ctrl(sign.to_ascii_lowercase())),
            _ if !others.is_empty() => None,
            KeyCode::Char(sign) => Some(Self::Sign(sign)),
            KeyCode::BackTab => Some(Self::Shift(KeyCode::Tab)),
            code if event.modifiers.contains(shift) => Some(Self::Shift(code)),
            code => Some(Self::Key(code)),
        }
    }

    /// The chord that lies in the same place on a Latin keyboard.
    #[must_use]
    pub fn by_place(self) -> Option<Self> {
        match self {
            Self::Sign(sign) => by_place::latin(sign).map(Self::Sign),
            Self::Ctrl(sign) => by_place::latin(sign).map(Self::Ctrl),
            Self::Key(_) | Self::Shift(_) => None,
        }
    }

    /// Its name: `q`, `Ctrl-Z`, `PgDn`, `↑`.
    #[must_use]
    pub fn name(self) -> String {
        self.named(arrow)
    }

    /// The same without a sign that ASCII lacks: `Up`.
    #[must_use]
    pub fn ascii(self) -> String {
        self.named(|_| None)
    }

    fn named(self, arrow: impl Fn(KeyCode) -> Option<&'static str>) -> String {
        let key = |code| arrow(code).map_or_else(|| word(code), ToOwned::to_owned);
        match self {
            Self::Sign(sign) => key(KeyCode::Char(sign)),
            Self::Ctrl(sign) => format!("Ctrl-{}", sign.to_uppercase()),
            Self::Key(code) => key(code),
            Self::Shift(code) => format!("Shift-{}", key(code)),
        }
    }
}

/// An arrow as it stands on its key.
fn arrow(code: KeyCode) -> Option<&'static str> {
    match code {
        KeyCode::Up => Some("↑"),
        KeyCode::Down => Some("↓"),
        KeyCode::Left => Some("←"),
        KeyCode::Right => Some("→"),
        _ => None,
    }
}

/// What a key is called.
fn word(code: KeyCode) -> String {
    match code {
        KeyCode::Char(' ') => "Space".to_owned(),
        KeyCode::Char(sign) => sign.to_string(),
        KeyCode::PageUp => "PgUp".to_owned(),
        KeyCode::PageDown => "PgDn".to_owned(),
        KeyCode::F(number) => format!("F{number}"),
        code => format!("{code:?}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_chord_is_called_what_its_keys_say() {
        let names = |chord: Chord| (chord.name(), chord.ascii());
        let both = |name: &str| (name.to_owned(), name.to_owned());
        assert_eq!(names(Chord::Sign('Z')), both("Z"));
        assert_eq!(names(Chord::Sign(' ')), both("Space"));
        assert_eq!(names(Chord::Ctrl('z')), both("Ctrl-Z"));
        assert_eq!(names(Chord::Key(KeyCode::PageDown)), both("PgDn"));
        assert_eq!(names(Chord::Key(KeyCode::F(5))), both("F5"));
        assert_eq!(names(Chord::Key(KeyCode::Enter)), both("Enter"));
        assert_eq!(names(Chord::Shift(KeyCode::Tab)), both("Shift-Tab"));
        assert_eq!(names(Chord::Key(KeyCode::Left)), ("←".to_owned(), "Left".to_owned()));
    }

    #[test]
    fn both_ways_to_say_shift_and_tab_are_one() {
        let plain = KeyEvent::new(KeyCode::BackTab, KeyModifiers::NONE);
        let shifted = KeyEvent::new(KeyCode::BackTab, KeyModifiers::SHIFT);
        let spelled = KeyEvent::new(KeyCode::Tab, KeyModifiers::SHIFT);
        for event in [plain, shifted, spelled] {
            assert_eq!(Chord::of(&event), Some(Chord::Shift(KeyCode::Tab)));
        }
    }
}
