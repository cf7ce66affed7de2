//! What the environment variables tell about the terminal: colours, glyphs, language.

use crate::dataset::records::Language;
use crate::page::i18n;
use crate::render::look::theme::{ColorLevel, Glyphs};
use crate::settings::choices::ColorChoice;
use crate::settings::environment::HostEnvironment;
use crate::settings::source::{SettingSource, Sourced};

/// The language of the locale; none if planfact has no such language.
pub(super) fn environment_language(environment: &HostEnvironment) -> Option<Sourced<Language>> {
    let names = ["LC_ALL", "LC_MESSAGES", "LANG"];
    let (name, tag) = names.into_iter().find_map(|name| Some((name, environment.var(name)?)))?;
    Some(Sourced::new(i18n::language_from_tag(tag)?, SettingSource::Variable(name)))
}

/// The colours to use on the terminal. `CLICOLOR_FORCE` and `NO_COLOR` work as in other programs.
pub(super) fn color_level(choice: ColorChoice, environment: &HostEnvironment) -> ColorLevel {
    if let Some(level) = choice.level() {
        return level;
    }
    if choice == ColorChoice::Auto && environment.var("NO_COLOR").is_some() {
        return ColorLevel::None;
    }
    let forced = choice == ColorChoice::Always || environment.var("CLICOLOR_FORCE").is_some_and(|value| value != "0");
    match terminal_color_level(environment) {
        ColorLevel::None if forced => ColorLevel::Ansi16,
        level => level,
    }
}

/// The colours that the terminal reports.
fn terminal_color_level(environment: &HostEnvironment) -> ColorLevel {
    const TRUE_COLOR_TERMS: [&str; 6] = ["direct", "kitty", "alacritty", "ghostty", "wezterm", "foot"];
    const MONOCHROME_TERMS: [&str; 7] = ["dumb", "vt100", "vt102", "vt220", "vt320", "xterm-mono", "emacs"];
    let term = environment.var("TERM").unwrap_or("dumb");
    // GNU screen passes on the COLORTERM of the outer terminal but has no true colour itself; tmux sets TMUX.
    let hidden = term.starts_with("screen") && environment.var("TMUX").is_none();
    if MONOCHROME_TERMS.contains(&term) || term.ends_with("-m") {
        ColorLevel::None
    } else if term == "linux" {
        ColorLevel::Ansi16
    } else if TRUE_COLOR_TERMS.iter().any(|name| term.contains(name))
        || (!hidden && environment.var("COLORTERM").is_some_and(|value| value == "truecolor" || value == "24bit"))
    {
        ColorLevel::True
    } else if term.contains("256") {
        ColorLevel::Ansi256
    } else {
        ColorLevel::Ansi16
    }
}

/// The glyphs that the terminal can show: the Linux console has few, a terminal that is not UTF-8 only ASCII.
pub(super) fn terminal_glyphs(environment: &HostEnvironment) -> Sourced<Glyphs> {
    let locale = ["LC_ALL", "LC_CTYPE", "LANG"].into_iter().find_map(|name| environment.var(name));
    let charset = locale.and_then(|locale| locale.split_once('.')).map(|(_, charset)| charset.to_ascii_lowercase());
    let is_unicode = charset.is_none_or(|charset| charset.starts_with("utf-8") || charset.starts_with("utf8"));
    let glyphs = match environment.var("TERM") {
        Some("dumb") => Glyphs::Ascii,
        _ if !is_unicode => Glyphs::Ascii,
        Some("linux") => Glyphs::Block,
        _ => Glyphs::Braille,
    };
    Sourced::new(glyphs, SettingSource::Variable("TERM"))
}
