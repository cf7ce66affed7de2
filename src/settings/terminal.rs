//! What a terminal and its environment say of themselves: colours, characters, the language.

use crate::cli::{ColorChoice, GlyphChoice};
use crate::dataset::records::Language;
use crate::page::i18n;
use crate::render::look::theme::{ColorLevel, Glyphs};

/// The language of the environment and the variable that says it; none where planfact does not speak it.
pub(super) fn environment_language<'a>(var: impl Fn(&str) -> Option<&'a str>) -> Option<(Language, &'static str)> {
    let said = ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter().find_map(|name| Some((name, var(name)?)));
    said.and_then(|(name, tag)| Some((i18n::language_from_tag(tag)?, name)))
}

pub(super) fn explicit_color_level(choice: ColorChoice) -> Option<ColorLevel> {
    match choice {
        ColorChoice::Auto | ColorChoice::Always => None,
        ColorChoice::Never => Some(ColorLevel::None),
        ColorChoice::Ansi16 => Some(ColorLevel::Ansi16),
        ColorChoice::Ansi256 => Some(ColorLevel::Ansi256),
        ColorChoice::True => Some(ColorLevel::True),
    }
}

/// How many colours the terminal has, and whether they are wanted.
pub(super) fn color_level<'a>(choice: ColorChoice, var: impl Fn(&str) -> Option<&'a str>) -> ColorLevel {
    if let Some(level) = explicit_color_level(choice) {
        return level;
    }
    let forced = choice == ColorChoice::Always || var("CLICOLOR_FORCE").is_some_and(|value| value != "0");
    if choice == ColorChoice::Auto && var("NO_COLOR").is_some() {
        return ColorLevel::None;
    }
    match terminal_color_level(&var) {
        ColorLevel::None if forced => ColorLevel::Ansi16,
        level => level,
    }
}

/// How many colours the terminal says it has.
fn terminal_color_level<'a>(var: impl Fn(&str) -> Option<&'a str>) -> ColorLevel {
    const TRUE_COLOR_TERMS: [&str; 6] = ["direct", "kitty", "alacritty", "ghostty", "wezterm", "foot"];
    const MONOCHROME_TERMS: [&str; 7] = ["dumb", "vt100", "vt102", "vt220", "vt320", "xterm-mono", "emacs"];
    let term = var("TERM").unwrap_or("dumb");
    // GNU screen hands on a COLORTERM that it cannot keep; tmux says that it is tmux.
    let hidden = term.starts_with("screen") && var("TMUX").is_none();
    if MONOCHROME_TERMS.contains(&term) || term.ends_with("-m") {
        ColorLevel::None
    } else if term == "linux" {
        ColorLevel::Ansi16
    } else if TRUE_COLOR_TERMS.iter().any(|name| term.contains(name))
        || (!hidden && var("COLORTERM").is_some_and(|value| value == "truecolor" || value == "24bit"))
    {
        ColorLevel::True
    } else if term.contains("256") {
        ColorLevel::Ansi256
    } else {
        ColorLevel::Ansi16
    }
}

pub(super) fn explicit_glyphs(choice: GlyphChoice) -> Option<Glyphs> {
    match choice {
        GlyphChoice::Auto => None,
        GlyphChoice::Braille => Some(Glyphs::Braille),
        GlyphChoice::Block => Some(Glyphs::Block),
        GlyphChoice::Ascii => Some(Glyphs::Ascii),
    }
}

/// Which characters the terminal has: the Linux console few, one with another character set none of ours.
pub(super) fn terminal_glyphs<'a>(var: impl Fn(&str) -> Option<&'a str>) -> Glyphs {
    let locale = ["LC_ALL", "LC_CTYPE", "LANG"].into_iter().find_map(&var);
    let charset = locale.and_then(|locale| locale.split_once('.')).map(|(_, charset)| charset.to_ascii_lowercase());
    let is_unicode = charset.is_none_or(|charset| charset.starts_with("utf-8") || charset.starts_with("utf8"));
    match var("TERM") {
        Some("dumb") => Glyphs::Ascii,
        _ if !is_unicode => Glyphs::Ascii,
        Some("linux") => Glyphs::Block,
        _ => Glyphs::Braille,
    }
}
