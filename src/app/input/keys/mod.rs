//! Keys: one table drives what they do, the hints of the last line, the help sheet and the README.
//!
//! [`table`] is that table, [`keymap`] it with the keys that a person chose instead, [`chord`] a key as it is pressed,
//! `by_place` where it lies on other keyboards.

pub mod chord;
pub mod keymap;
pub mod table;

mod keyboard_layouts;

#[cfg(test)]
mod tests {
    use ratatui::crossterm::event::{KeyCode, KeyEvent, KeyEventKind, KeyModifiers};

    use crate::app::action::{Action, Direction, Movement, TimeStep};
    use crate::app::input::keys::chord::Chord;
    use crate::app::input::keys::keymap::Keymap;
    use crate::app::input::keys::table::{KEYS, KeyContext};
    use crate::dataset::records::Language;

    fn action(event: &KeyEvent, here: impl Fn(KeyContext) -> bool) -> Option<Action> {
        Keymap::default().action(event, Language::Kk, here)
    }

    fn press(code: KeyCode) -> KeyEvent {
        KeyEvent::new(code, KeyModifiers::NONE)
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
        let everywhere = |sign| action(&press(KeyCode::Char(sign)), |context| context != KeyContext::Sheet);
        assert_eq!(everywhere('й'), Some(Action::Quit));
        assert_eq!(everywhere('о'), Some(Action::Move(Movement::Row(Direction::Next))));
        assert_eq!(everywhere('х'), Some(Action::SetKnownDate(TimeStep::Day(Direction::Previous))));
        assert_eq!(everywhere('Ъ'), Some(Action::SetKnownDate(TimeStep::Year(Direction::Next))));
        assert_eq!(everywhere('ғ'), Some(Action::OpenTab(4)));
        assert_eq!(everywhere('\"'), Some(Action::OpenTab(0)));
        assert_eq!(everywhere('қ'), None, "0 is no tab");
        let control = KeyEvent::new(KeyCode::Char('с'), KeyModifiers::CONTROL);
        assert_eq!(action(&control, |_| true), Some(Action::Quit));
    }

    #[test]
    fn full_stop_and_comma_find_and_help_on_a_russian_keyboard_and_open_pages_on_a_kazakh_one() {
        let keymap = Keymap::default();
        let pressed = |sign, language| keymap.action(&press(KeyCode::Char(sign)), language, |_| true);
        for language in [Language::En, Language::Ru] {
            assert_eq!(pressed('.', language), Some(Action::EditFilter));
            assert_eq!(pressed(',', language), Some(Action::ToggleHelp));
            assert_eq!(pressed('\"', language), None);
        }
        assert_eq!(pressed('.', Language::Kk), Some(Action::OpenTab(6)));
        assert_eq!(pressed(',', Language::Kk), Some(Action::OpenTab(5)));
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
                    Chord::Char(sign) => (KeyCode::Char(sign), KeyModifiers::NONE),
                    Chord::Ctrl(sign) => (KeyCode::Char(sign), KeyModifiers::CONTROL),
                    Chord::Key(code) => (code, KeyModifiers::NONE),
                    Chord::Shift(code) => (code, KeyModifiers::SHIFT),
                };
                let event = KeyEvent::new(code, modifiers);
                assert_eq!(action(&event, |context| context == binding.context), Some(meant), "{}", binding.message_id);
            }
        }
    }

    #[test]
    fn every_command_has_a_name_and_one_meaning() {
        let commands: Vec<_> = KEYS.iter().flat_map(|binding| binding.commands).collect();
        for (context, command) in commands.iter().enumerate() {
            let same = commands[..context].iter().find(|known| known.name == command.name);
            assert!(same.is_none_or(|known| known.action == command.action), "{} means two things", command.name);
        }
    }
}
