//! The keys: one table drives what they do, the hints of the last line, the help sheet and the README.

use ratatui::crossterm::event::{KeyCode, KeyEvent, KeyEventKind, KeyModifiers};

use super::action::{Action, Move, Travel, Way};
use super::by_place;

/// A row of the table: some keys, and what they do.
#[derive(Debug, Clone, Copy)]
pub struct Binding {
    /// The keys as they are printed.
    pub keys: &'static str,
    /// The same in ASCII.
    pub ascii: &'static str,
    /// Other keys that do the same; empty if there are none.
    pub also: &'static str,
    /// The message that says what they do.
    pub word: &'static str,
    /// Where they do it.
    pub place: Place,
    /// Its order among the hints of the last line; 0 if it is not hinted at.
    pub hint: u8,
    /// What each of the keys means.
    pub chords: &'static [(Chord, Action)],
}

/// Where a key does something.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// Everywhere.
    Anywhere,
    /// On a page, with no sheet over it.
    Page,
    /// On a page with rows.
    Rows,
    /// On a page with a chart.
    Chart,
    /// On a page with text beside or below its rows.
    Detail,
    /// On the Output page.
    Output,
    /// On the Evidence page.
    Evidence,
    /// In a sheet.
    Sheet,
    /// Where there is a step back: in a sheet, or with the crosshair on.
    Back,
    /// Where the dataset comes from a file.
    File,
    /// Where there is a shell to stop for.
    Shell,
}

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

impl Place {
    /// Every place.
    pub const ALL: [Self; 10] = [
        Self::Anywhere,
        Self::Page,
        Self::Rows,
        Self::Chart,
        Self::Detail,
        Self::Output,
        Self::Sheet,
        Self::Back,
        Self::File,
        Self::Shell,
    ];
}

impl Binding {
    /// All its keys as they are printed.
    #[must_use]
    pub fn every(&self) -> String {
        [self.keys, self.also].join(" ").trim_end().to_owned()
    }

    /// All its keys in ASCII.
    #[must_use]
    pub fn every_ascii(&self) -> String {
        [self.ascii, self.also].join(" ").trim_end().to_owned()
    }
}

const fn sign(sign: char, action: Action) -> (Chord, Action) {
    (Chord::Sign(sign), action)
}

const fn key(code: KeyCode, action: Action) -> (Chord, Action) {
    (Chord::Key(code), action)
}

const UP: Action = Action::Move(Move::Row(Way::Previous));
const DOWN: Action = Action::Move(Move::Row(Way::Next));
const UP_AND_DOWN: &[(Chord, Action)] =
    &[key(KeyCode::Up, UP), key(KeyCode::Down, DOWN), sign('k', UP), sign('j', DOWN)];

/// Every key that does something, in the order in which they are explained.
pub const KEYS: &[Binding] = &[
    Binding {
        keys: "1–9",
        ascii: "1-9",
        also: "",
        word: "key-open",
        place: Place::Anywhere,
        hint: 0,
        chords: &[
            sign('1', Action::Open(0)),
            sign('2', Action::Open(1)),
            sign('3', Action::Open(2)),
            sign('4', Action::Open(3)),
            sign('5', Action::Open(4)),
            sign('6', Action::Open(5)),
            sign('7', Action::Open(6)),
            sign('8', Action::Open(7)),
            sign('9', Action::Open(8)),
        ],
    },
    Binding {
        keys: "Tab",
        ascii: "Tab",
        also: "Shift-Tab",
        word: "key-turn",
        place: Place::Anywhere,
        hint: 6,
        chords: &[
            key(KeyCode::Tab, Action::Turn(Way::Next)),
            key(KeyCode::BackTab, Action::Turn(Way::Previous)),
            (Chord::Shift(KeyCode::Tab), Action::Turn(Way::Previous)),
        ],
    },
    Binding {
        keys: "↑↓",
        ascii: "Up Down",
        also: "j k",
        word: "key-choose",
        place: Place::Rows,
        hint: 1,
        chords: UP_AND_DOWN,
    },
    Binding {
        keys: "↑↓",
        ascii: "Up Down",
        also: "j k",
        word: "key-scroll",
        place: Place::Sheet,
        hint: 1,
        chords: UP_AND_DOWN,
    },
    Binding {
        keys: "PgUp PgDn",
        ascii: "PgUp PgDn",
        also: "",
        word: "key-screenful",
        place: Place::Anywhere,
        hint: 0,
        chords: &[
            key(KeyCode::PageUp, Action::Move(Move::Page(Way::Previous))),
            key(KeyCode::PageDown, Action::Move(Move::Page(Way::Next))),
        ],
    },
    Binding {
        keys: "Home End",
        ascii: "Home End",
        also: "",
        word: "key-ends",
        place: Place::Anywhere,
        hint: 0,
        chords: &[key(KeyCode::Home, Action::Move(Move::First)), key(KeyCode::End, Action::Move(Move::Last))],
    },
    Binding {
        keys: "←→",
        ascii: "Left Right",
        also: "h l",
        word: "key-read",
        place: Place::Chart,
        hint: 3,
        chords: &[
            key(KeyCode::Left, Action::Read(Way::Previous)),
            key(KeyCode::Right, Action::Read(Way::Next)),
            sign('h', Action::Read(Way::Previous)),
            sign('l', Action::Read(Way::Next)),
        ],
    },
    Binding {
        keys: "J K",
        ascii: "J K",
        also: "",
        word: "key-detail",
        place: Place::Detail,
        hint: 0,
        chords: &[sign('J', Action::Scroll(Way::Next)), sign('K', Action::Scroll(Way::Previous))],
    },
    Binding {
        keys: "Enter",
        ascii: "Enter",
        also: "",
        word: "key-why",
        place: Place::Page,
        hint: 2,
        chords: &[key(KeyCode::Enter, Action::Why)],
    },
    Binding {
        keys: "Esc",
        ascii: "Esc",
        also: "",
        word: "key-back",
        place: Place::Back,
        hint: 2,
        chords: &[key(KeyCode::Esc, Action::Back)],
    },
    Binding {
        keys: "[ ]",
        ascii: "[ ]",
        also: "",
        word: "key-travel",
        place: Place::Anywhere,
        hint: 5,
        chords: &[sign('[', Action::Know(Travel::Day(Way::Previous))), sign(']', Action::Know(Travel::Day(Way::Next)))],
    },
    Binding {
        keys: "{ }",
        ascii: "{ }",
        also: "",
        word: "key-travel-years",
        place: Place::Anywhere,
        hint: 0,
        chords: &[
            sign('{', Action::Know(Travel::Year(Way::Previous))),
            sign('}', Action::Know(Travel::Year(Way::Next))),
        ],
    },
    Binding {
        keys: "\\",
        ascii: "\\",
        also: "",
        word: "key-now",
        place: Place::Anywhere,
        hint: 0,
        chords: &[sign('\\', Action::Know(Travel::Now))],
    },
    Binding {
        keys: "s",
        ascii: "s",
        also: "",
        word: "key-subject",
        place: Place::Output,
        hint: 4,
        chords: &[sign('s', Action::Subject)],
    },
    Binding {
        keys: "x",
        ascii: "x",
        also: "",
        word: "key-outlook",
        place: Place::Chart,
        hint: 0,
        chords: &[sign('x', Action::Outlook)],
    },
    Binding {
        keys: "v",
        ascii: "v",
        also: "",
        word: "key-checks",
        place: Place::Evidence,
        hint: 4,
        chords: &[sign('v', Action::Checks)],
    },
    Binding {
        keys: "g",
        ascii: "g",
        also: "",
        word: "key-language",
        place: Place::Anywhere,
        hint: 0,
        chords: &[sign('g', Action::Language)],
    },
    Binding {
        keys: "t",
        ascii: "t",
        also: "",
        word: "key-theme",
        place: Place::Anywhere,
        hint: 0,
        chords: &[sign('t', Action::Theme)],
    },
    Binding {
        keys: "M",
        ascii: "M",
        also: "",
        word: "key-mouse",
        place: Place::Anywhere,
        hint: 0,
        chords: &[sign('M', Action::Mouse)],
    },
    Binding {
        keys: "r",
        ascii: "r",
        also: "",
        word: "key-reload",
        place: Place::File,
        hint: 0,
        chords: &[sign('r', Action::Reload)],
    },
    Binding {
        keys: "?",
        ascii: "?",
        also: "",
        word: "key-help",
        place: Place::Anywhere,
        hint: 7,
        chords: &[sign('?', Action::Help)],
    },
    Binding {
        keys: "Ctrl-Z",
        ascii: "Ctrl-Z",
        also: "",
        word: "key-suspend",
        place: Place::Shell,
        hint: 0,
        chords: &[(Chord::Ctrl('z'), Action::Suspend)],
    },
    Binding {
        keys: "q",
        ascii: "q",
        also: "Ctrl-C",
        word: "key-quit",
        place: Place::Anywhere,
        hint: 8,
        chords: &[sign('q', Action::Quit), (Chord::Ctrl('c'), Action::Quit)],
    },
];

/// What the key means where `here` says which places these are; none if it means nothing here.
#[must_use]
pub fn action(event: &KeyEvent, here: impl Fn(Place) -> bool) -> Option<Action> {
    if event.kind != KeyEventKind::Press {
        return None;
    }
    let chord = chord(event)?;
    let found = |chord: Chord| {
        let bindings = KEYS.iter().filter(|binding| here(binding.place));
        bindings.flat_map(|binding| binding.chords).find(|(known, _)| *known == chord).map(|(_, action)| *action)
    };
    found(chord).or_else(|| found(by_place(chord)?))
}

/// The chord of an event; none for those with Alt and the like, which mean nothing here.
fn chord(event: &KeyEvent) -> Option<Chord> {
    let (shift, others) = (KeyModifiers::SHIFT, event.modifiers - KeyModifiers::SHIFT);
    match event.code {
        KeyCode::Char(sign) if others == KeyModifiers::CONTROL => Some(Chord::Ctrl(sign.to_ascii_lowercase())),
        _ if !others.is_empty() => None,
        KeyCode::Char(sign) => Some(Chord::Sign(sign)),
        KeyCode::BackTab => Some(Chord::Key(KeyCode::BackTab)),
        code if event.modifiers.contains(shift) => Some(Chord::Shift(code)),
        code => Some(Chord::Key(code)),
    }
}

/// The chord that lies in the same place on a Latin keyboard.
fn by_place(chord: Chord) -> Option<Chord> {
    match chord {
        Chord::Sign(sign) => by_place::latin(sign).map(Chord::Sign),
        Chord::Ctrl(sign) => by_place::latin(sign).map(Chord::Ctrl),
        Chord::Key(_) | Chord::Shift(_) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn press(code: KeyCode) -> KeyEvent {
        KeyEvent::new(code, KeyModifiers::NONE)
    }

    /// Places that can be at once.
    const TOGETHER: [&[Place]; 2] = [
        &[
            Place::Anywhere,
            Place::Page,
            Place::Rows,
            Place::Chart,
            Place::Detail,
            Place::Output,
            Place::Back,
            Place::File,
            Place::Shell,
        ],
        &[Place::Anywhere, Place::Sheet, Place::Back, Place::File, Place::Shell],
    ];

    #[test]
    fn no_key_means_two_things_in_one_place() {
        for here in TOGETHER {
            let bindings = KEYS.iter().filter(|binding| here.contains(&binding.place));
            let mut seen: Vec<Chord> = Vec::new();
            for (chord, _) in bindings.flat_map(|binding| binding.chords) {
                assert!(!seen.contains(chord), "{chord:?} means two things in {here:?}");
                seen.push(*chord);
            }
        }
    }

    #[test]
    fn a_key_that_is_let_go_means_nothing() {
        let mut event = press(KeyCode::Char('q'));
        assert_eq!(action(&event, |_| true), Some(Action::Quit));
        event.kind = KeyEventKind::Release;
        assert_eq!(action(&event, |_| true), None);
        event.kind = KeyEventKind::Repeat;
        assert_eq!(action(&event, |_| true), None);
    }

    #[test]
    fn keys_work_by_their_place_on_a_cyrillic_keyboard() {
        let everywhere = |sign| action(&press(KeyCode::Char(sign)), |place| place != Place::Sheet);
        assert_eq!(everywhere('й'), Some(Action::Quit));
        assert_eq!(everywhere('о'), Some(DOWN));
        assert_eq!(everywhere('х'), Some(Action::Know(Travel::Day(Way::Previous))));
        assert_eq!(everywhere('Ъ'), Some(Action::Know(Travel::Year(Way::Next))));
        assert_eq!(everywhere('ғ'), Some(Action::Open(4)));
        assert_eq!(everywhere('\"'), Some(Action::Open(0)));
        assert_eq!(everywhere('қ'), None, "0 is no tab");
        let control = KeyEvent::new(KeyCode::Char('с'), KeyModifiers::CONTROL);
        assert_eq!(action(&control, |_| true), Some(Action::Quit));
    }

    #[test]
    fn a_key_with_alt_means_nothing() {
        let event = KeyEvent::new(KeyCode::Char('q'), KeyModifiers::ALT);
        assert_eq!(action(&event, |_| true), None);
    }

    #[test]
    fn every_key_of_the_table_means_what_its_row_says() {
        for binding in KEYS {
            for (chord, meant) in binding.chords {
                let (code, modifiers) = match *chord {
                    Chord::Sign(sign) => (KeyCode::Char(sign), KeyModifiers::NONE),
                    Chord::Ctrl(sign) => (KeyCode::Char(sign), KeyModifiers::CONTROL),
                    Chord::Key(code) => (code, KeyModifiers::NONE),
                    Chord::Shift(code) => (code, KeyModifiers::SHIFT),
                };
                let event = KeyEvent::new(code, modifiers);
                assert_eq!(action(&event, |place| place == binding.place), Some(*meant), "{}", binding.keys);
            }
        }
    }
}
