//! The settings in force as a settings file, each with its source.

use std::fmt::Write as _;

use crate::app::input::keys::chord::Chord;
use crate::app::input::keys::keymap::commands;
use crate::settings::choices::{GLYPHS, LANGUAGE, MOTION, MOUSE, THEME};
use crate::settings::resolve::Settings;
use crate::settings::source::SettingSource;

/// The settings as text. `file` is the path of the settings file, or why there is none.
pub(crate) fn text(settings: &Settings, file: &str) -> String {
    let mut out = format!(
        "# Settings in force, each with where it comes from: flags over PLANFACT_... variables over this file over\n\
        # what the terminal and the environment say over defaults. planfact never writes it.\n\
        # File: {file}\n\n"
    );
    let sources = &settings.sources;
    for (name, value, source) in [
        (THEME.name, THEME.word_for(settings.paint.theme), sources.theme),
        (LANGUAGE.name, LANGUAGE.word_for(settings.language), sources.language),
        (GLYPHS.name, GLYPHS.word_for(settings.paint.glyphs), sources.glyphs),
        (MOUSE.name, MOUSE.word_for(settings.mouse), sources.mouse),
        (MOTION.name, MOTION.word_for(settings.motion), sources.motion),
    ] {
        write_setting(&mut out, name, &quoted(value), source);
    }
    out.push_str("\n[keys]\n");
    let mut written: Vec<&str> = Vec::new();
    for command in commands() {
        if written.contains(&command.name) {
            continue;
        }
        written.push(command.name);
        let names: Vec<String> =
            settings.keymap.chords(command).iter().copied().map(Chord::ascii_name).map(|name| quoted(&name)).collect();
        let value = match &names[..] {
            [one] => one.clone(),
            all => format!("[{}]", all.join(", ")),
        };
        let line = settings.rebound_keys.iter().find(|(name, _)| *name == command.name).map(|(_, line)| *line);
        write_setting(&mut out, command.name, &value, line.map_or(SettingSource::Default, SettingSource::Line));
    }
    out
}

fn write_setting(out: &mut String, name: &str, value: &str, source: SettingSource) {
    const COMMENT_COLUMN: usize = 30;
    let setting = format!("{name} = {value}");
    let _ = writeln!(out, "{setting:COMMENT_COLUMN$} # {source}");
}

/// A TOML string.
fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}
