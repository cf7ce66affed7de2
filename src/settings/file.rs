//! The settings file, parsed and checked. Every problem is reported at once, with its line.
//!
//! ```toml
//! theme = "paper"
//! language = "kk"
//!
//! [keys]
//! quit = ["q", "Ctrl-Q"]
//! ```
//!
//! Not here: where the file is (`environment`), what overrides it (`resolve`), reading the disk (`files`).

use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::app::input::keys::chord::Chord;
use crate::app::input::keys::keymap::{Keymap, commands};
use crate::app::input::keys::table::Command;
use crate::dataset::diagnose::problem::{Problem, sanitize};
use crate::dataset::records::Language;
use crate::page::search::suggest::closest_names;
use crate::render::look::theme::{Glyphs, Theme};
use crate::settings::choices::{GLYPHS, LANGUAGE, MOTION, MOUSE, Motion, Mouse, THEME, WordSetting};
use crate::settings::source::{SettingSource, Sourced};

/// The settings that a file sets.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct FileSettings {
    pub(super) theme: Option<Sourced<Theme>>,
    pub(super) language: Option<Sourced<Language>>,
    pub(super) glyphs: Option<Sourced<Glyphs>>,
    pub(super) mouse: Option<Sourced<Mouse>>,
    pub(super) motion: Option<Sourced<Motion>>,
    /// Keys of each command: those of the key table unless the file changes them.
    pub keymap: Keymap,
    /// Commands whose keys the file changes, each with its line, from 1.
    pub(super) rebound_keys: Vec<(&'static str, usize)>,
}

const KEYS: &str = "keys";
const SETTING_NAMES: [&str; 6] = [THEME.name, LANGUAGE.name, GLYPHS.name, MOUSE.name, MOTION.name, KEYS];

/// Parses the text of a settings file.
///
/// # Errors
/// Every problem of the file, in order of lines.
pub fn read(text: &str) -> Result<FileSettings, Vec<Problem>> {
    let mut file =
        SettingsReader { text, settings: FileSettings::default(), key_spans: Vec::new(), problems: Vec::new() };
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

struct SettingsReader<'a> {
    text: &'a str,
    settings: FileSettings,
    /// Where the file lists the keys of each command.
    key_spans: Vec<(&'static str, Range<usize>)>,
    problems: Vec<Problem>,
}

impl SettingsReader<'_> {
    /// Reports that the file is not TOML. The most common cause, a word without quotation marks, gets its own message.
    fn report_syntax_error(&mut self, span: Range<usize>, message: &str) {
        let is_bare = |c: char| c.is_alphanumeric() || c == '-' || c == '_';
        let (before, rest) = self.text.split_at_checked(span.start).unwrap_or((self.text, ""));
        let word: String = rest.chars().take_while(|c| is_bare(*c)).collect();
        if before.trim_end().ends_with('=') && word.starts_with(char::is_alphabetic) {
            let span = span.start..span.start + word.len();
            let remedy = format!("write it in quotes: \"{word}\"");
            return self.report("", span, &format!("{word} without quotation marks"), &remedy);
        }
        let found = format!("this is not a valid line of settings: {message}");
        self.report("", span, &found, "write name = \"word\", or for keys [keys] and then quit = \"q\"");
    }

    fn read_table(&mut self, table: &DeTable<'_>) {
        for (key, value) in table {
            match &**key.get_ref() {
                "theme" => self.settings.theme = self.read_word(&THEME, value),
                "language" => self.settings.language = self.read_word(&LANGUAGE, value),
                "glyphs" => self.settings.glyphs = self.read_word(&GLYPHS, value),
                "mouse" => self.settings.mouse = self.read_word(&MOUSE, value),
                "motion" => self.settings.motion = self.read_word(&MOTION, value),
                KEYS => match value.get_ref() {
                    DeValue::Table(keys) => self.read_keys(keys),
                    _ => self.report(KEYS, value.span(), "keys are a table", "write [keys], then quit = \"q\""),
                },
                other => self.report_unknown(other, key.span(), "setting", &SETTING_NAMES),
            }
        }
    }

    fn read_word<T: Copy + PartialEq>(
        &mut self,
        setting: &WordSetting<T>,
        value: &Spanned<DeValue<'_>>,
    ) -> Option<Sourced<T>> {
        let written = value.get_ref().as_str();
        if let Some(value_of_word) = written.and_then(|word| setting.value_of(word)) {
            return Some(Sourced::new(value_of_word, SettingSource::Line(self.line(value.span().start))));
        }
        let closest = written.and_then(|written| setting.closest(written));
        let probably = closest.map_or_else(String::new, |word| format!("probably \"{word}\"; "));
        let found = format!("{} is not a valid {}", self.quote(value.span()), setting.name);
        let remedy = format!("{probably}one of \"{}\"", setting.words().join("\", \""));
        self.report(setting.name, value.span(), &found, &remedy);
        None
    }

    fn read_keys(&mut self, table: &DeTable<'_>) {
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
                        "give it one: no other command ends planfact",
                    );
                }
                self.settings.keymap.rebind(command, chords);
                let line = self.line(name.span().start);
                self.settings.rebound_keys.push((command.name, line));
                self.key_spans.push((command.name, value.span()));
            }
        }
        for conflict in self.settings.keymap.conflicts() {
            let [one, other] = conflict.commands;
            // If the file changes the keys of both commands, report the later one.
            let changed = self.key_spans.iter().rev().find(|(name, _)| *name == one || *name == other);
            let Some((name, span)) = changed.cloned() else { continue };
            let found = format!("{} would mean both {one} and {other}", conflict.chord.name());
            self.report(&format!("keys.{name}"), span, &found, "give one of them another key");
        }
    }

    /// Reads one key or a list of keys; none if one of them is wrong.
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
                    let found = format!("{} is not a key", self.quote(key.span()));
                    self.report(&path, key.span(), &found, &remedy);
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
            _ => format!("{probably}planfact settings --show lists them all"),
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

    /// The line of a byte offset, from 1.
    fn line(&self, byte: usize) -> usize {
        self.text.bytes().take(byte).filter(|byte| *byte == b'\n').count() + 1
    }

    /// The text of a span on one line, shortened.
    fn quote(&self, span: Range<usize>) -> String {
        const LONGEST: usize = 40;
        let text = sanitize(self.text.get(span).unwrap_or_default());
        if text.chars().count() <= LONGEST { text.into() } else { text.chars().take(LONGEST).chain(['…']).collect() }
    }
}
