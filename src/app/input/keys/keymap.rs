//! Which keys give which command: those of the table, and those that a person chose instead.

use ratatui::crossterm::event::{KeyCode, KeyEvent, KeyEventKind};

use crate::app::action::Action;
use crate::app::input::keys::chord::Chord;
use crate::app::input::keys::table::{Binding, CONCURRENT_CONTEXTS, Command, KEYS, KeyContext};
use crate::dataset::records::Language;

/// The keys of the table, but for the commands that have others.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Keymap {
    /// The name of a command and its keys.
    overrides: Vec<(&'static str, Vec<Chord>)>,
}

/// A key that would mean two things.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Conflict {
    /// The key.
    pub chord: Chord,
    /// The commands that it would give.
    pub commands: [&'static str; 2],
}

impl Keymap {
    /// Gives a command these keys instead of those that it has.
    pub fn rebind(&mut self, command: &Command, chords: Vec<Chord>) {
        self.overrides.retain(|(name, _)| *name != command.name);
        self.overrides.push((command.name, chords));
    }

    /// The keys of a command.
    #[must_use]
    pub fn chords(&self, command: &Command) -> &[Chord] {
        self.overridden_chords(command).unwrap_or(command.chords)
    }

    /// The keys that a person chose for a command.
    #[must_use]
    pub fn overridden_chords(&self, command: &Command) -> Option<&[Chord]> {
        self.overrides.iter().find(|(name, _)| *name == command.name).map(|(_, chords)| chords.as_slice())
    }

    /// The key to show for the command of this name; empty if it has none.
    #[must_use]
    pub fn shown_key(&self, name: &str) -> String {
        let command = commands().find(|command| command.name == name);
        command.and_then(|command| self.chords(command).first()).map_or_else(String::new, |chord| chord.name())
    }

    /// What the key means where `here` says which places these are, for who types this language; none if it means nothing
    /// here.
    #[must_use]
    pub fn action(&self, event: &KeyEvent, language: Language, here: impl Fn(KeyContext) -> bool) -> Option<Action> {
        if event.kind != KeyEventKind::Press {
            return None;
        }
        let chord = Chord::from_event(event)?;
        let found = |chord: Chord| {
            let commands = KEYS.iter().filter(|binding| here(binding.context)).flat_map(|binding| binding.commands);
            commands.into_iter().find(|command| self.chords(command).contains(&chord)).map(|command| command.action)
        };
        found(chord).or_else(|| found(chord.on_latin_keyboard(language)?))
    }

    /// What the key means while words are typed: a sign is text. What works there needs a key of its own; quitting works
    /// everywhere, and there is always a way out.
    #[must_use]
    pub fn action_while_typing(
        &self,
        event: &KeyEvent,
        language: Language,
        here: impl Fn(KeyContext) -> bool,
    ) -> Option<Action> {
        if event.kind != KeyEventKind::Press {
            return None;
        }
        let chord = match Chord::from_event(event)? {
            Chord::Char(ch) => return Some(Action::Type(ch)),
            chord => chord,
        };
        let works = |binding: &&Binding| {
            here(binding.context) || matches!(binding.commands, [Command { action: Action::Quit, .. }])
        };
        let found = |chord: Chord| {
            let mut commands = KEYS.iter().filter(works).flat_map(|binding| binding.commands);
            commands.find(|command| self.chords(command).contains(&chord)).map(|command| command.action)
        };
        let out = || (chord == Chord::Key(KeyCode::Esc)).then_some(Action::Back);
        found(chord).or_else(|| found(chord.on_latin_keyboard(language)?)).or_else(out)
    }

    /// Every key that would mean two things in one place.
    #[must_use]
    pub fn conflicts(&self) -> Vec<Conflict> {
        let mut all: Vec<Conflict> = Vec::new();
        for here in CONCURRENT_CONTEXTS {
            let mut seen: Vec<(Chord, &'static str)> = Vec::new();
            let bindings = KEYS.iter().filter(|binding| here.contains(&binding.context));
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

    /// The keys to show of a row: `[ ]`, `↑↓`, `1–9`; empty if it has none.
    #[must_use]
    pub fn shown_keys(&self, binding: &Binding) -> String {
        self.first_keys(binding, Chord::name, "–")
    }

    /// The same in ASCII.
    #[must_use]
    pub fn shown_keys_ascii(&self, binding: &Binding) -> String {
        self.first_keys(binding, Chord::ascii_name, "-")
    }

    /// All keys of a row.
    #[must_use]
    pub fn all_keys(&self, binding: &Binding) -> String {
        self.with_other_keys(binding, self.shown_keys(binding), Chord::name)
    }

    /// All keys of a row in ASCII.
    #[must_use]
    pub fn all_keys_ascii(&self, binding: &Binding) -> String {
        self.with_other_keys(binding, self.shown_keys_ascii(binding), Chord::ascii_name)
    }

    /// The first key of each command, but for those of Shift; of many digits, the first and the last.
    fn first_keys(&self, binding: &Binding, name: impl Fn(Chord) -> String, to: &str) -> String {
        /// More digits than this are a range.
        const MANY: usize = 3;
        let names: Vec<String> = self.keys_of_rank(binding, KeyRank::First).map(name).collect();
        let is_digit = |name: &String| name.len() == 1 && name.as_bytes()[0].is_ascii_digit();
        let is_changed = |command: &Command| self.overridden_chords(command).is_some();
        let is_range = names.len() > MANY && names.iter().all(is_digit) && !binding.commands.iter().any(is_changed);
        if is_range { key_range(&names, to) } else { join_key_names(&names) }
    }

    fn with_other_keys(&self, binding: &Binding, first: String, name: impl Fn(Chord) -> String) -> String {
        let all = self.keys_of_rank(binding, KeyRank::Other).fold(first, |all, chord| all + " " + &name(chord));
        all.trim_start().to_owned()
    }

    fn keys_of_rank(&self, binding: &Binding, rank: KeyRank) -> impl Iterator<Item = Chord> {
        let all = binding.commands.iter().flat_map(|command| {
            let changed = self.overridden_chords(command).is_some();
            self.chords(command).iter().enumerate().map(move |(place, chord)| match chord {
                Chord::Shift(_) if !changed => (KeyRank::Other, *chord),
                _ if place > 0 => (KeyRank::Other, *chord),
                _ => (KeyRank::First, *chord),
            })
        });
        all.filter(move |(own, _)| *own == rank).map(|(_, chord)| chord)
    }
}

/// Names of keys side by side; arrows stand as close as on the keyboard.
pub(in crate::app) fn join_key_names(names: &[String]) -> String {
    let are_arrows = names.iter().all(|name| "←↑→↓".contains(name.as_str()));
    names.join(if are_arrows { "" } else { " " })
}

/// The first and the last of many names.
pub(in crate::app) fn key_range(names: &[String], to: &str) -> String {
    let ends = [names.first(), names.last()].map(|name| name.map_or("", String::as_str));
    ends.join(to)
}

/// Which of the keys of a row are shown where there is little room.
#[derive(Clone, Copy, PartialEq)]
enum KeyRank {
    First,
    Other,
}

/// Every command, those of two places twice.
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

    fn join_key_names(word: &str) -> &'static Binding {
        KEYS.iter().find(|binding| binding.message_id == word).unwrap()
    }

    fn rebound(name: &str, chords: &[Chord]) -> Keymap {
        let mut keymap = Keymap::default();
        keymap.rebind(command(name), chords.to_vec());
        keymap
    }

    #[test]
    fn keys_are_shown_as_they_stand_on_the_keyboard() {
        let keymap = Keymap::default();
        assert_eq!(keymap.all_keys(join_key_names("key-open")), "1–9");
        assert_eq!(keymap.all_keys_ascii(join_key_names("key-open")), "1-9");
        assert_eq!(keymap.all_keys(join_key_names("key-choose")), "↑↓ k j");
        assert_eq!(keymap.shown_keys_ascii(join_key_names("key-choose")), "Up Down");
        let turn = join_key_names("key-turn");
        assert_eq!((keymap.shown_keys(turn), keymap.all_keys(turn)), ("Tab".to_owned(), "Tab Shift-Tab".to_owned()));
    }

    #[test]
    fn no_key_of_the_table_means_two_things_in_one_place() {
        assert_eq!(Keymap::default().conflicts(), []);
    }

    #[test]
    fn a_rebound_command_answers_to_its_new_keys_alone_and_shows_them() {
        let keymap = rebound("quit", &[Chord::Char('Q'), Chord::Ctrl('q')]);
        let press = |code, modifiers| keymap.action(&KeyEvent::new(code, modifiers), Language::En, |_| true);
        assert_eq!(press(KeyCode::Char('Q'), KeyModifiers::SHIFT), Some(Action::Quit));
        assert_eq!(press(KeyCode::Char('q'), KeyModifiers::CONTROL), Some(Action::Quit));
        assert_eq!(press(KeyCode::Char('q'), KeyModifiers::NONE), None);
        assert_eq!(keymap.all_keys(join_key_names("key-quit")), "Q Ctrl-Q");
        assert_eq!(keymap.shown_key("quit"), "Q");
    }

    #[test]
    fn a_range_with_a_rebound_key_is_no_range() {
        let keymap = rebound("open-2", &[Chord::Key(KeyCode::F(2))]);
        assert_eq!(keymap.shown_keys(join_key_names("key-open")), "1 F2 3 4 5 6 7 8 9");
    }

    #[test]
    fn a_command_may_have_no_key_or_one_with_shift() {
        assert_eq!(rebound("suspend", &[]).all_keys(join_key_names("key-suspend")), "");
        assert_eq!(
            rebound("theme", &[Chord::Shift(KeyCode::F(3))]).shown_keys(join_key_names("key-theme")),
            "Shift-F3"
        );
    }

    #[test]
    fn a_key_that_would_mean_two_things_names_both() {
        let conflicts = rebound("theme", &[Chord::Char('q')]).conflicts();
        assert_eq!(conflicts, [Conflict { chord: Chord::Char('q'), commands: ["theme", "quit"] }]);
    }
}
