//! The keys of each command: those of the key table, or of the settings file.

use ratatui::crossterm::event::{KeyCode, KeyEvent};

use crate::app::action::Action;
use crate::app::input::keys::chord::Chord;
use crate::app::input::keys::context::{InputMode, KeyContext};
use crate::app::input::keys::table::{Binding, Command, KEYS};
use crate::dataset::records::Language;

/// The key table with overrides.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Keymap {
    /// Command names with their keys.
    overrides: Vec<(&'static str, Vec<Chord>)>,
}

/// A key bound to two commands that can be active together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Conflict {
    /// The key.
    pub chord: Chord,
    /// Names of the commands.
    pub commands: [&'static str; 2],
}

impl Keymap {
    /// Replaces the keys of a command.
    pub fn rebind(&mut self, command: &Command, chords: Vec<Chord>) {
        self.overrides.retain(|(name, _)| *name != command.name);
        self.overrides.push((command.name, chords));
    }

    /// The keys of a command.
    pub fn chords(&self, command: &Command) -> &[Chord] {
        self.overridden_chords(command).unwrap_or(command.chords)
    }

    /// The keys of a command in the settings file; none if it has the default keys.
    pub fn overridden_chords(&self, command: &Command) -> Option<&[Chord]> {
        self.overrides.iter().find(|(name, _)| *name == command.name).map(|(_, chords)| chords.as_slice())
    }

    /// Name of the first key of a command; empty if it has none.
    pub fn shown_key(&self, name: &str) -> String {
        let command = commands().find(|command| command.name == name);
        command.and_then(|command| self.chords(command).first()).map_or_else(String::new, |chord| chord.name())
    }

    /// The action of a key press in the active contexts, by the keyboard layout of `language`.
    pub fn action(
        &self,
        event: &KeyEvent,
        language: Language,
        is_active: impl Fn(KeyContext) -> bool,
    ) -> Option<Action> {
        self.bound_action(Chord::from_event(event)?, language, |binding| is_active(binding.context))
    }

    /// The action of a key press in a text input: characters are text; Quit works in every context, and Esc goes back even
    /// when it is not bound.
    pub fn action_while_typing(
        &self,
        event: &KeyEvent,
        language: Language,
        is_active: impl Fn(KeyContext) -> bool,
    ) -> Option<Action> {
        let chord = match Chord::from_event(event)? {
            Chord::Char(ch) => return Some(Action::Type(ch)),
            chord => chord,
        };
        let works = |binding: &Binding| {
            is_active(binding.context) || matches!(binding.commands, [Command { action: Action::Quit, .. }])
        };
        let back = || (chord == Chord::Key(KeyCode::Esc)).then_some(Action::Back);
        self.bound_action(chord, language, works).or_else(back)
    }

    fn bound_action(&self, chord: Chord, language: Language, works: impl Fn(&Binding) -> bool) -> Option<Action> {
        chord.find_binding(language, |chord| {
            let mut commands = KEYS.iter().filter(|binding| works(binding)).flat_map(|binding| binding.commands);
            commands.find(|command| self.chords(command).contains(&chord)).map(|command| command.action)
        })
    }

    /// Keys bound to two commands that can be active together.
    pub fn conflicts(&self) -> Vec<Conflict> {
        let mut all: Vec<Conflict> = Vec::new();
        for mode in InputMode::ALL {
            let mut seen: Vec<(Chord, &'static str)> = Vec::new();
            let bindings = KEYS.iter().filter(|binding| binding.context.modes().contains(&mode));
            for command in bindings.flat_map(|binding| binding.commands) {
                for chord in self.chords(command) {
                    let other = seen.iter().find(|(known, name)| known == chord && *name != command.name);
                    if let Some((_, other)) = other {
                        all.push(Conflict { chord: *chord, commands: [other, command.name] });
                    }
                    seen.push((*chord, command.name));
                }
            }
        }
        all.dedup();
        all
    }

    /// Names of the first keys of a row: `[ ]`, `↑↓`, `1–9`; empty if it has none.
    pub fn shown_keys(&self, binding: &Binding) -> String {
        self.first_keys(binding, Chord::name, "–")
    }

    /// [`Keymap::shown_keys`] in ASCII.
    pub fn shown_keys_ascii(&self, binding: &Binding) -> String {
        self.first_keys(binding, Chord::ascii_name, "-")
    }

    /// Names of all keys of a row.
    pub fn all_keys(&self, binding: &Binding) -> String {
        self.with_other_keys(binding, self.shown_keys(binding), Chord::name)
    }

    /// [`Keymap::all_keys`] in ASCII.
    pub fn all_keys_ascii(&self, binding: &Binding) -> String {
        self.with_other_keys(binding, self.shown_keys_ascii(binding), Chord::ascii_name)
    }

    /// The first key of each command, without default keys with Shift; a range for many digits.
    fn first_keys(&self, binding: &Binding, name: impl Fn(Chord) -> String, dash: &str) -> String {
        /// More digits than this are a range.
        const MANY: usize = 3;
        let names: Vec<String> = self.keys_by_rank(binding).0.into_iter().map(name).collect();
        let is_digit = |name: &String| name.len() == 1 && name.as_bytes()[0].is_ascii_digit();
        let is_overridden = |command: &Command| self.overridden_chords(command).is_some();
        let is_range = names.len() > MANY && names.iter().all(is_digit) && !binding.commands.iter().any(is_overridden);
        if is_range { key_range(&names, dash) } else { join_key_names(&names) }
    }

    fn with_other_keys(&self, binding: &Binding, first: String, name: impl Fn(Chord) -> String) -> String {
        let all = self.keys_by_rank(binding).1.into_iter().fold(first, |all, chord| all + " " + &name(chord));
        all.trim_start().to_owned()
    }

    /// The keys that hints show, and the others.
    fn keys_by_rank(&self, binding: &Binding) -> (Vec<Chord>, Vec<Chord>) {
        let keys = binding.commands.iter().flat_map(|command| {
            let is_default = self.overridden_chords(command).is_none();
            let is_first = move |index, chord| index == 0 && !(is_default && matches!(chord, Chord::Shift(_)));
            self.chords(command).iter().enumerate().map(move |(index, chord)| (is_first(index, *chord), *chord))
        });
        let (first, others): (Vec<_>, Vec<_>) = keys.partition(|(is_first, _)| *is_first);
        let chords = |keys: Vec<(bool, Chord)>| keys.into_iter().map(|(_, chord)| chord).collect();
        (chords(first), chords(others))
    }
}

/// Joins names of keys: arrows without spaces.
pub(in crate::app) fn join_key_names(names: &[String]) -> String {
    let are_arrows = names.iter().all(|name| "←↑→↓".contains(name.as_str()));
    names.join(if are_arrows { "" } else { " " })
}

/// Joins the first and the last name with a dash.
pub(in crate::app) fn key_range(names: &[String], dash: &str) -> String {
    let ends = [names.first(), names.last()].map(|name| name.map_or("", String::as_str));
    ends.join(dash)
}

/// All commands; one in two contexts occurs twice.
pub fn commands() -> impl Iterator<Item = &'static Command> {
    KEYS.iter().flat_map(|binding| binding.commands)
}

#[cfg(test)]
mod tests {
    use ratatui::crossterm::event::{KeyCode, KeyModifiers};

    use super::*;

    fn command(name: &str) -> &'static Command {
        commands().find(|command| command.name == name).unwrap()
    }

    fn row(message_id: &str) -> &'static Binding {
        KEYS.iter().find(|binding| binding.message_id == message_id).unwrap()
    }

    fn rebound(name: &str, chords: &[Chord]) -> Keymap {
        let mut keymap = Keymap::default();
        keymap.rebind(command(name), chords.to_vec());
        keymap
    }

    #[test]
    fn names_of_keys_are_joined_or_become_a_range() {
        let keymap = Keymap::default();
        assert_eq!(keymap.all_keys(row("key-open")), "1–9");
        assert_eq!(keymap.all_keys_ascii(row("key-open")), "1-9");
        assert_eq!(keymap.all_keys(row("key-choose")), "↑↓ k j");
        assert_eq!(keymap.shown_keys_ascii(row("key-choose")), "Up Down");
        let turn = row("key-turn");
        assert_eq!((keymap.shown_keys(turn), keymap.all_keys(turn)), ("Tab".to_owned(), "Tab Shift-Tab".to_owned()));
    }

    #[test]
    fn the_key_table_has_no_conflicts() {
        assert_eq!(Keymap::default().conflicts(), []);
    }

    #[test]
    fn a_rebound_command_has_only_its_new_keys() {
        let keymap = rebound("quit", &[Chord::Char('Q'), Chord::Ctrl('q')]);
        let press = |code, modifiers| keymap.action(&KeyEvent::new(code, modifiers), Language::En, |_| true);
        assert_eq!(press(KeyCode::Char('Q'), KeyModifiers::SHIFT), Some(Action::Quit));
        assert_eq!(press(KeyCode::Char('q'), KeyModifiers::CONTROL), Some(Action::Quit));
        assert_eq!(press(KeyCode::Char('q'), KeyModifiers::NONE), None);
        assert_eq!(keymap.all_keys(row("key-quit")), "Q Ctrl-Q");
        assert_eq!(keymap.shown_key("quit"), "Q");
    }

    #[test]
    fn a_rebound_key_breaks_a_range() {
        let keymap = rebound("open-2", &[Chord::Key(KeyCode::F(2))]);
        assert_eq!(keymap.shown_keys(row("key-open")), "1 F2 3 4 5 6 7 8 9");
    }

    #[test]
    fn a_command_may_have_no_key_or_one_with_shift() {
        assert_eq!(rebound("suspend", &[]).all_keys(row("key-suspend")), "");
        assert_eq!(rebound("theme", &[Chord::Shift(KeyCode::F(3))]).shown_keys(row("key-theme")), "Shift-F3");
    }

    #[test]
    fn a_conflict_names_both_commands() {
        let conflicts = rebound("theme", &[Chord::Char('q')]).conflicts();
        assert_eq!(conflicts, [Conflict { chord: Chord::Char('q'), commands: ["theme", "quit"] }]);
    }
}
