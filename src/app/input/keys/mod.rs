//! Keys: one table drives actions, hints, the help overlay and the README.
//!
//! [`table`] has the default keys, [`keymap`] adds those of the settings file, [`chord`] is a key press, [`context`] is where a
//! key works, `keyboard_layouts` maps Russian and Kazakh layouts to Latin.

pub mod chord;
pub mod context;
pub mod keymap;
pub mod table;

mod keyboard_layouts;

#[cfg(test)]
mod tests {
    use ratatui::crossterm::event::{KeyCode, KeyEvent, KeyEventKind, KeyModifiers};

    use crate::app::action::{Action, Direction, Movement, TimeStep};
    use crate::app::input::keys::context::KeyContext;
    use crate::app::input::keys::keymap::Keymap;
    use crate::app::input::keys::table::KEYS;

    use crate::dataset::records::Language;

    fn action(event: &KeyEvent, is_active: impl Fn(KeyContext) -> bool) -> Option<Action> {
        Keymap::default().action(event, Language::Kk, is_active)
    }

    fn press(code: KeyCode) -> KeyEvent {
        KeyEvent::new(code, KeyModifiers::NONE)
    }

    #[test]
    fn only_a_press_is_an_action() {
        let mut event = press(KeyCode::Char('q'));
        assert_eq!(action(&event, |_| true), Some(Action::Quit));
        event.kind = KeyEventKind::Release;
        assert_eq!(action(&event, |_| true), None);
        event.kind = KeyEventKind::Repeat;
        assert_eq!(action(&event, |_| true), None);
    }

    #[test]
    fn keys_work_by_position_on_a_cyrillic_keyboard() {
        let everywhere = |ch| action(&press(KeyCode::Char(ch)), |context| context != KeyContext::Overlay);
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
    fn full_stop_and_comma_depend_on_the_keyboard_layout() {
        let keymap = Keymap::default();
        let pressed = |ch, language| keymap.action(&press(KeyCode::Char(ch)), language, |_| true);
        for language in [Language::En, Language::Ru] {
            assert_eq!(pressed('.', language), Some(Action::EditFilter));
            assert_eq!(pressed(',', language), Some(Action::ToggleHelp));
            assert_eq!(pressed('\"', language), None);
        }
        assert_eq!(pressed('.', Language::Kk), Some(Action::OpenTab(6)));
        assert_eq!(pressed(',', Language::Kk), Some(Action::OpenTab(5)));
    }

    #[test]
    fn a_key_with_alt_has_no_action() {
        let event = KeyEvent::new(KeyCode::Char('q'), KeyModifiers::ALT);
        assert_eq!(action(&event, |_| true), None);
    }

    #[test]
    fn every_key_of_the_table_gives_the_action_of_its_command() {
        for binding in KEYS {
            for command in binding.commands {
                for chord in command.chords {
                    let found = action(&chord.event(), |context| context == binding.context);
                    assert_eq!(found, Some(command.action), "{}", binding.message_id);
                }
            }
        }
    }

    #[test]
    fn a_command_name_has_one_action() {
        let commands: Vec<_> = KEYS.iter().flat_map(|binding| binding.commands).collect();
        for (index, command) in commands.iter().enumerate() {
            let same = commands[..index].iter().find(|known| known.name == command.name);
            assert!(same.is_none_or(|known| known.action == command.action), "{} has two actions", command.name);
        }
    }
}
