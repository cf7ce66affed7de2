//! The settings file: what may stand in it, read and checked. Everything that is wrong is told at once, with its line.
//!
//! ```toml
//! theme = "paper"
//! language = "kk"
//!
//! [keys]
//! quit = ["q", "Ctrl-Q"]
//! ```
//!
//! Not here: where the file is, what is stronger than it (`settings`), reading the disk (`files`).

use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::app::dashboard::state::Motion;
use crate::app::input::keys::chord::Chord;
use crate::app::input::keys::keymap::{Keymap, commands};
use crate::app::input::keys::table::Command;
use crate::app::terminal::Mouse;
use crate::dataset::diagnose::problem::{Problem, sanitize};
use crate::dataset::records::Language;
use crate::page::search::suggest::closest_names;
use crate::render::look::theme::{Glyphs, Theme};
use crate::settings::{GLYPH_NAMES, LANGUAGE_NAMES, MOTION_NAMES, MOUSE_NAMES, THEME_NAMES};

/// What a settings file asks for, each with its line.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct FileSettings {
    /// The theme.
    pub theme: Option<(Theme, usize)>,
    /// The language.
    pub language: Option<(Language, usize)>,
    /// Which characters to draw with.
    pub glyphs: Option<(Glyphs, usize)>,
    /// Whose the mouse is.
    pub mouse: Option<(Mouse, usize)>,
    /// Whether anything moves by itself.
    pub motion: Option<(Motion, usize)>,
    /// Keys other than those of the table.
    pub keymap: Keymap,
    /// Which commands have other keys.
    pub rebound_keys: Vec<(&'static str, usize)>,
}

/// The settings that there are.
const SETTING_NAMES: [&str; 6] = ["theme", "language", "glyphs", "mouse", "motion", "keys"];

/// Reads the text of a settings file.
///
/// # Errors
/// Everything that is wrong with it.
pub fn read(text: &str) -> Result<FileSettings, Vec<Problem>> {
    let mut file = SettingsReader { text, settings: FileSettings::default(), spans: Vec::new(), problems: Vec::new() };
    match DeTable::parse(text) {
        Ok(table) => file.read_table(table.get_ref()),
        Err(error) => {
            let span = error.span().unwrap_or(0..0);
            file.report_syntax_error(span, error.message());
        }
    }
    file.problems.sort_by_key(|problem| problem.line);
    if file.problems.is_empty() { Ok(file.settings) } else { Err(file.problems) }
}

/// A file that is being read.
struct SettingsReader<'a> {
    text: &'a str,
    settings: FileSettings,
    /// Where each command is given its keys.
    spans: Vec<(&'static str, Range<usize>)>,
    problems: Vec<Problem>,
}

impl SettingsReader<'_> {
    /// The file is no TOML; what most often is meant is told.
    fn report_syntax_error(&mut self, span: Range<usize>, message: &str) {
        let bare = |c: char| c.is_alphanumeric() || c == '-' || c == '_';
        let rest = self.text.get(span.start..).unwrap_or_default();
        let word: String = rest.chars().take_while(|c| bare(*c)).collect();
        let before = self.text.get(..span.start).unwrap_or_default();
        if before.trim_end().ends_with('=') && word.starts_with(char::is_alphabetic) {
            let start = span.start;
            let told = format!("{word} without quotation marks");
            return self.report("", start..start + word.len(), &told, &format!("write it in quotes: \"{word}\""));
        }
        let found = format!("this is no line of settings: {message}");
        self.report("", span, &found, "write name = \"word\", or for keys [keys] and then quit = \"q\"");
    }

    fn read_table(&mut self, table: &DeTable<'_>) {
        for (key, value) in table {
            let line = self.line(key.span().start);
            let name = &**key.get_ref();
            match name {
                "theme" => self.settings.theme = self.read_name(name, value, &THEME_NAMES).map(|value| (value, line)),
                "language" => {
                    self.settings.language = self.read_name(name, value, &LANGUAGE_NAMES).map(|value| (value, line))
                }
                "glyphs" => self.settings.glyphs = self.read_name(name, value, &GLYPH_NAMES).map(|value| (value, line)),
                "mouse" => self.settings.mouse = self.read_name(name, value, &MOUSE_NAMES).map(|value| (value, line)),
                "motion" => {
                    self.settings.motion = self.read_name(name, value, &MOTION_NAMES).map(|value| (value, line))
                }
                "keys" => match value.get_ref() {
                    DeValue::Table(keys) => self.keys(keys),
                    _ => self.report(name, value.span(), "keys are a table", "write [keys], then quit = \"q\""),
                },
                other => self.report_unknown(other, key.span(), "setting", &SETTING_NAMES),
            }
        }
    }

    /// One of the words of a table.
    fn read_name<T: Copy>(&mut self, name: &str, value: &Spanned<DeValue<'_>>, all: &[(&str, T)]) -> Option<T> {
        let written = value.get_ref().as_str();
        let found = all.iter().find(|(word, _)| Some(*word) == written).map(|(_, value)| *value);
        if found.is_none() {
            let words: Vec<&str> = all.iter().map(|(word, _)| *word).collect();
            let nearest = written.and_then(|written| closest_names(words.iter().copied(), written).first().copied());
            let probably = nearest.map_or_else(String::new, |nearest| format!("probably \"{nearest}\"; "));
            let told = format!("{} is no {name}", self.quote(value.span()));
            let remedy = format!("{probably}one of \"{}\"", words.join("\", \""));
            self.report(name, value.span(), &told, &remedy);
        }
        found
    }

    fn keys(&mut self, table: &DeTable<'_>) {
        for (name, value) in table {
            let Some(command) = commands().find(|command| *command.name == **name.get_ref()) else {
                let names: Vec<&str> = commands().map(|command| command.name).collect();
                self.report_unknown(name.get_ref(), name.span(), "command", &names);
                continue;
            };
            if let Some(chords) = self.read_chords(command, value) {
                if command.name == "quit" && chords.is_empty() {
                    self.report(
                        "keys.quit",
                        value.span(),
                        "quit has no key",
                        "give it one: nothing else ends planfact",
                    );
                }
                self.settings.keymap.rebind(command, chords);
                let line = self.line(name.span().start);
                self.settings.rebound_keys.push((command.name, line));
                self.spans.push((command.name, value.span()));
            }
        }
        for conflict in self.settings.keymap.conflicts() {
            let [one, other] = conflict.commands;
            // The later of the two, where both were given keys here.
            let given = self.spans.iter().rev().find(|(name, _)| *name == one || *name == other);
            let Some((name, span)) = given.cloned() else { continue };
            let told = format!("{} would give both {one} and {other}", conflict.chord.name());
            self.report(&format!("keys.{name}"), span, &told, "give one of them another key");
        }
    }

    /// One key, or some in a list.
    fn read_chords(&mut self, command: &Command, value: &Spanned<DeValue<'_>>) -> Option<Vec<Chord>> {
        let path = format!("keys.{}", command.name);
        let list = match value.get_ref() {
            DeValue::Array(list) => list.iter().collect(),
            _ => vec![value],
        };
        let mut chords = Vec::new();
        let before = self.problems.len();
        for key in list {
            let written = key.get_ref().as_str().ok_or_else(|| "write keys in quotation marks, as \"q\"".to_owned());
            match written.and_then(Chord::parse) {
                Ok(chord) => chords.push(chord),
                Err(remedy) => {
                    self.report(&path, key.span(), &format!("{} is no key", self.quote(key.span())), &remedy)
                }
            }
        }
        (self.problems.len() == before).then_some(chords)
    }

    fn report_unknown(&mut self, name: &str, span: Range<usize>, kind: &str, all: &[&str]) {
        let near = closest_names(all.iter().copied(), name);
        let probably = near.first().map_or_else(String::new, |first| format!("probably {first}; "));
        let remedy = match all.len() {
            0..10 => format!("{probably}one of {}", all.join(", ")),
            _ => format!("{probably}planfact settings --show prints them all"),
        };
        self.report("", span, &format!("there is no {kind} {}", sanitize(name)), &remedy);
    }

    fn report(&mut self, path: &str, span: Range<usize>, found: &str, remedy: &str) {
        let start = span.start.min(self.text.len());
        let before = self.text.get(..start).unwrap_or_default();
        let column = before.rsplit('\n').next().unwrap_or_default().chars().count() + 1;
        let (found, remedy) = (sanitize(found).into(), sanitize(remedy).into());
        self.problems.push(Problem { path: path.to_owned(), line: self.line(start), column, span, found, remedy });
    }

    /// The line of a byte, from 1.
    fn line(&self, byte: usize) -> usize {
        self.text.bytes().take(byte).filter(|byte| *byte == b'\n').count() + 1
    }

    /// What stands in the file, on one line.
    fn quote(&self, span: Range<usize>) -> String {
        const LONGEST: usize = 40;
        let text = sanitize(self.text.get(span).unwrap_or_default());
        if text.chars().count() <= LONGEST { text.into() } else { text.chars().take(LONGEST).chain(['…']).collect() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn problems(text: &str) -> Vec<String> {
        read(text).unwrap_err().iter().map(ToString::to_string).collect()
    }

    #[test]
    fn a_file_says_what_it_asks_for_and_on_which_line() {
        let text = "# mine\ntheme = \"paper\"\nlanguage = \"kk\"\nglyphs = \"block\"\nmouse = \"off\"\nmotion = \"reduced\"\n\n\
                    [keys]\nquit = [\"Q\", \"Ctrl-Q\"]\nopen-1 = \"F1\"\n";
        let asked = read(text).unwrap();
        assert_eq!(asked.theme, Some((Theme::Paper, 2)));
        assert_eq!(asked.language, Some((Language::Kk, 3)));
        assert_eq!(asked.glyphs, Some((Glyphs::Block, 4)));
        assert_eq!(asked.mouse, Some((Mouse::Off, 5)));
        assert_eq!(asked.motion, Some((Motion::Reduced, 6)));
        assert_eq!(asked.rebound_keys, [("open-1", 10), ("quit", 9)].into_iter().collect::<Vec<_>>());
        assert_eq!(asked.keymap.shown_key("quit"), "Q");
        assert_eq!(read("").unwrap(), FileSettings::default());
    }

    #[test]
    fn what_is_unknown_is_refused_with_its_line_and_the_nearest_name() {
        let told = problems("thme = \"paper\"\ntheme = \"papre\"\n[keys]\nqit = \"x\"\nhelp = \"F99\"\n");
        assert_eq!(told.len(), 4, "{told:#?}");
        for (line, words) in [
            ("1:1 ", "no setting thme — probably theme"),
            ("2:9 ", "\"papre\" is no theme — probably \"paper\"; one of \"steppe\", \"paper\""),
            ("4:1 ", "no command qit — probably quit"),
            ("5:8 keys.help: ", "\"F99\" is no key — write a sign such as q"),
        ] {
            assert!(told.iter().any(|told| told.starts_with(line) && told.contains(words)), "{line}{words}: {told:#?}");
        }
        assert!(problems("mouse = true")[0].contains("one of \"on\", \"off\""));
        assert!(problems("keys = 5")[0].contains("[keys]"));
        assert!(problems("theme = ")[0].starts_with("1:"));
        assert!(problems("theme = \"paper\"\ntheme = \"mono\"")[0].starts_with("2:"));
    }

    #[test]
    fn a_slip_of_the_pen_is_told_what_to_write() {
        for (text, told) in [
            ("theme = paper", "paper without quotation marks — write it in quotes: \"paper\""),
            ("[keys]\nquit = F1", "write it in quotes: \"F1\""),
            ("[keys]\nquit = \"ctrl-q\"", "is no key — write Ctrl-Q"),
            ("[keys]\nquit = \"Ctrl+q\"", "is no key — write Ctrl-Q"),
            ("[keys]\nquit = \"pgup\"", "is no key — write PgUp"),
            ("[keys]\nquit = \"shift-tab\"", "is no key — write Shift-Tab"),
            ("[keys]\nquit = \"shift-q\"", "is no key — write a sign such as q"),
            ("colour = \"x\"", "there is no setting colour — one of theme, language"),
            ("theme = \"foo\"", "is no theme — one of \"steppe\""),
        ] {
            assert!(problems(text)[0].contains(told), "{text}: {:?}", problems(text));
        }
    }

    #[test]
    fn a_key_for_two_commands_names_both() {
        let told = problems("[keys]\ntheme = \"q\"\n");
        assert_eq!(told, ["2:9 keys.theme: q would give both theme and quit — give one of them another key"]);
        // A swap is none.
        assert!(read("[keys]\ntheme = \"q\"\nquit = \"t\"\n").is_ok());
        // What is never at once may share a key.
        assert!(read("[keys]\nwrite-html = \"q\"\n").is_ok());
    }

    #[test]
    fn quitting_needs_a_key() {
        assert!(problems("[keys]\nquit = []\n")[0].contains("quit has no key"));
        assert!(read("[keys]\nsuspend = []\n").is_ok());
    }
}
