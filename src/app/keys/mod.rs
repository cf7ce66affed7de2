//! Keys: one table drives what they do, the hints of the last line, the help sheet and the README.
//!
//! [`table`] is that table, [`chord`] a key as it is pressed, `by_place` where it lies on other keyboards.

pub mod chord;
pub mod table;

mod by_place;

use ratatui::crossterm::event::{KeyEvent, KeyEventKind};

use super::action::Action;
use chord::Chord;
use table::{KEYS, Place};

/// What the key means where `here` says which places these are; none if it means nothing here.
#[must_use]
pub fn action(event: &KeyEvent, here: impl Fn(Place) -> bool) -> Option<Action> {
    if event.kind != KeyEventKind::Press {
        return None;
    }
    let chord = Chord::of(event)?;
    let found = |chord: Chord| {
        let commands = KEYS.iter().filter(|binding| here(binding.place)).flat_map(|binding| binding.commands);
        commands.into_iter().find(|command| command.chords.contains(&chord)).map(|command| command.action)
    };
    found(chord).or_else(|| found(chord.by_place()?))
}

#[cfg(test)]
mod tests {
    use ratatui::crossterm::event::{KeyCode, KeyModifiers};

    use super::*;
    use crate::app::action::{Move, Travel, Way};

    fn press(code: KeyCode) -> KeyEvent {
        KeyEvent::new(code, KeyModifiers::NONE)
    }

    /// Places that can be at once.
    const TOGETHER: [&[Place]; 3] = [
        &[
            Place::Anywhere,
            Place::Page,
            Place::Rows,
            Place::Chart,
            Place::Panels,
            Place::Outlook,
            Place::Detail,
            Place::Output,
            Place::Back,
            Place::Address,
            Place::File,
            Place::Shell,
        ],
        &[Place::Anywhere, Place::Sheet, Place::Back, Place::Address, Place::File, Place::Shell],
        &[Place::Format, Place::Back],
    ];

    #[test]
    fn no_key_means_two_things_in_one_place() {
        for here in TOGETHER {
            let bindings = KEYS.iter().filter(|binding| here.contains(&binding.place));
            let mut seen: Vec<Chord> = Vec::new();
            for chord in bindings.flat_map(|binding| binding.commands).flat_map(|command| command.chords) {
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
        assert_eq!(everywhere('о'), Some(Action::Move(Move::Row(Way::Next))));
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
            let keys =
                binding.commands.iter().flat_map(|command| command.chords.iter().map(|key| (key, command.action)));
            for (chord, meant) in keys {
                let (code, modifiers) = match *chord {
                    Chord::Sign(sign) => (KeyCode::Char(sign), KeyModifiers::NONE),
                    Chord::Ctrl(sign) => (KeyCode::Char(sign), KeyModifiers::CONTROL),
                    Chord::Key(code) => (code, KeyModifiers::NONE),
                    Chord::Shift(code) => (code, KeyModifiers::SHIFT),
                };
                let event = KeyEvent::new(code, modifiers);
                assert_eq!(action(&event, |place| place == binding.place), Some(meant), "{}", binding.word);
            }
        }
    }

    #[test]
    fn every_command_has_a_name_and_one_meaning() {
        let commands: Vec<_> = KEYS.iter().flat_map(|binding| binding.commands).collect();
        for (place, command) in commands.iter().enumerate() {
            let same = commands[..place].iter().find(|known| known.name == command.name);
            assert!(same.is_none_or(|known| known.action == command.action), "{} means two things", command.name);
        }
    }

    #[test]
    fn keys_are_shown_as_they_stand_on_the_keyboard() {
        let row = |word: &str| KEYS.iter().find(|binding| binding.word == word).unwrap();
        assert_eq!(row("key-open").every(), "1–9");
        assert_eq!(row("key-open").every_ascii(), "1-9");
        assert_eq!(row("key-choose").every(), "↑↓ k j");
        assert_eq!(row("key-choose").keys_ascii(), "Up Down");
        assert_eq!((row("key-turn").keys(), row("key-turn").every()), ("Tab".to_owned(), "Tab Shift-Tab".to_owned()));
    }
}
