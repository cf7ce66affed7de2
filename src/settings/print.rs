//! The settings in force as a settings file, each with where it comes from.

use std::fmt::Write as _;

use crate::app::input::keys::chord::Chord;
use crate::app::input::keys::keymap::commands;
use crate::settings::{GLYPH_NAMES, LANGUAGE_NAMES, MOTION_NAMES, MOUSE_NAMES, SettingSource, Settings, THEME_NAMES};

/// The settings as text. `file` is where the settings file is looked for, and whether it is there.
#[must_use]
pub fn text(settings: &Settings, file: Option<(&str, bool)>) -> String {
    let mut out = String::from(
        "# Settings in force, each with where it comes from: flags over PLANFACT_... variables over this file over\n\
        # what the terminal and the environment say over defaults. planfact never writes it.\n",
    );
    let _ = match file {
        Some((path, true)) => writeln!(out, "# File: {path}"),
        Some((path, false)) => writeln!(out, "# File: {path} (not there)"),
        None => writeln!(out, "# File: none, as HOME is not known"),
    };
    let rows = [
        ("theme", name_of_value(&THEME_NAMES, &settings.paint.theme)),
        ("language", name_of_value(&LANGUAGE_NAMES, &settings.language)),
        ("glyphs", name_of_value(&GLYPH_NAMES, &settings.paint.glyphs)),
        ("mouse", name_of_value(&MOUSE_NAMES, &settings.mouse)),
        ("motion", name_of_value(&MOTION_NAMES, &settings.motion)),
    ];
    out.push('\n');
    for (name, value) in rows {
        let place = settings
            .sources
            .iter()
            .find(|(known, _)| *known == name)
            .map_or(&SettingSource::Default, |(_, place)| place);
        write_setting(&mut out, name, &quoted(value), place);
    }
    out.push_str("\n[keys]\n");
    let mut said: Vec<&str> = Vec::new();
    for command in commands() {
        if said.contains(&command.name) {
            continue;
        }
        said.push(command.name);
        let names: Vec<String> =
            settings.keymap.chords(command).iter().copied().map(Chord::ascii_name).map(|name| quoted(&name)).collect();
        let value = match &names[..] {
            [one] => one.clone(),
            all => format!("[{}]", all.join(", ")),
        };
        let line = settings.rebound_keys.iter().find(|(name, _)| *name == command.name).map(|(_, line)| *line);
        write_setting(&mut out, command.name, &value, &line.map_or(SettingSource::Default, SettingSource::Line));
    }
    out
}

fn write_setting(out: &mut String, name: &str, value: &str, place: &SettingSource) {
    /// Where remarks start, if there is room.
    const REMARK: usize = 30;
    let setting = format!("{name} = {value}");
    let _ = writeln!(out, "{setting:REMARK$} # {place}");
}

fn name_of_value<T: PartialEq>(words: &[(&'static str, T)], value: &T) -> &'static str {
    words.iter().find(|(_, known)| known == value).map_or("", |(word, _)| word)
}

/// A string as TOML has it.
fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}
