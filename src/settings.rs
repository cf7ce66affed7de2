//! What to show and how: flags over environment over defaults, checked.
//!
//! Here: the language, the colours, the glyphs, the day, the file, each from the first place that names it.
//! Not here: reading the environment or the clock (`main`); both are arguments.

use std::collections::BTreeMap;
use std::path::PathBuf;

use chrono::NaiveDate;

use crate::app::abilities::Abilities;
use crate::app::ground::{self, Ground};
use crate::app::state::Chosen;
use crate::cli::{ColorChoice, GlyphChoice, Options};
use crate::dataset::records::Language;
use crate::page::words;
use crate::render::theme::{ColorLevel, Glyphs, Paint};

/// What the program finds around it when it starts.
#[derive(Debug, Clone)]
pub struct World {
    /// The day on the calendar.
    pub today: NaiveDate,
    /// The environment.
    pub vars: BTreeMap<String, String>,
    /// Who reads what is printed.
    pub reader: Reader,
}

/// Who reads what is printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reader {
    /// A person at a terminal, who can press keys.
    Person,
    /// A file, a pipe.
    Program,
}

/// Where the dataset comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Origin {
    /// The bundled one.
    Bundled,
    /// A file.
    File(PathBuf),
}

/// What to show and how.
#[derive(Debug, Clone, PartialEq)]
pub struct Settings {
    /// Where the dataset comes from.
    pub origin: Origin,
    /// The day on the calendar.
    pub today: NaiveDate,
    /// The day whose knowledge is shown; none for today.
    pub as_of: Option<NaiveDate>,
    /// The language.
    pub language: Language,
    /// The look on this terminal.
    pub paint: Paint,
    /// Who chose the theme.
    pub theme: Chosen,
    /// The look of what is printed: that of the terminal where a person reads it, all there is in a file.
    pub print: Paint,
    /// What the terminal can do besides showing cells.
    pub abilities: Abilities,
}

impl Settings {
    /// Chooses: flags over environment over defaults.
    #[must_use]
    pub fn new(options: &Options, world: &World) -> Self {
        let var = |name: &str| world.vars.get(name).map(String::as_str).filter(|value| !value.is_empty());
        let told = || var("COLORFGBG").and_then(ground::told_by).map(Ground::theme);
        let theme = options.theme.or_else(told).unwrap_or_default();
        let paint = Paint { theme, colors: colors(options.color, var), glyphs: glyphs(options.glyphs, var) };
        let file = Paint {
            theme: options.theme.unwrap_or_default(),
            colors: asked_colors(options.color).unwrap_or(ColorLevel::True),
            glyphs: asked_glyphs(options.glyphs).unwrap_or(Glyphs::Braille),
        };
        Self {
            origin: options.data.clone().map_or(Origin::Bundled, Origin::File),
            today: world.today,
            as_of: options.as_of,
            language: options.lang.unwrap_or_else(|| language(var)),
            paint,
            theme: if options.theme.is_some() { Chosen::ByPerson } else { Chosen::ByGuess },
            abilities: Abilities::of(var),
            print: if world.reader == Reader::Person { paint } else { file },
        }
    }

    /// The day whose knowledge is shown.
    #[must_use]
    pub fn known(&self) -> NaiveDate {
        self.as_of.unwrap_or(self.today)
    }
}

impl World {
    /// Whether a dashboard can be shown and used here: a person, and a terminal that can place its cursor.
    #[must_use]
    pub fn has_screen(&self) -> bool {
        self.reader == Reader::Person && self.vars.get("TERM").is_none_or(|term| term != "dumb")
    }
}

/// The language of the environment; English where planfact does not speak it.
fn language<'a>(var: impl Fn(&str) -> Option<&'a str>) -> Language {
    let tag = ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter().find_map(var);
    tag.and_then(words::from_tag).unwrap_or(Language::En)
}

fn asked_colors(choice: ColorChoice) -> Option<ColorLevel> {
    match choice {
        ColorChoice::Auto | ColorChoice::Always => None,
        ColorChoice::Never => Some(ColorLevel::None),
        ColorChoice::Ansi16 => Some(ColorLevel::Ansi16),
        ColorChoice::Ansi256 => Some(ColorLevel::Ansi256),
        ColorChoice::True => Some(ColorLevel::True),
    }
}

/// How many colours the terminal has, and whether they are wanted.
fn colors<'a>(choice: ColorChoice, var: impl Fn(&str) -> Option<&'a str>) -> ColorLevel {
    if let Some(level) = asked_colors(choice) {
        return level;
    }
    let forced = choice == ColorChoice::Always || var("CLICOLOR_FORCE").is_some_and(|value| value != "0");
    if choice == ColorChoice::Auto && var("NO_COLOR").is_some() {
        return ColorLevel::None;
    }
    match terminal_colors(&var) {
        ColorLevel::None if forced => ColorLevel::Ansi16,
        level => level,
    }
}

/// How many colours the terminal says it has.
fn terminal_colors<'a>(var: impl Fn(&str) -> Option<&'a str>) -> ColorLevel {
    const DIRECT: [&str; 6] = ["direct", "kitty", "alacritty", "ghostty", "wezterm", "foot"];
    const COLOURLESS: [&str; 7] = ["dumb", "vt100", "vt102", "vt220", "vt320", "xterm-mono", "emacs"];
    let term = var("TERM").unwrap_or("dumb");
    // GNU screen hands on a COLORTERM that it cannot keep; tmux says that it is tmux.
    let hidden = term.starts_with("screen") && var("TMUX").is_none();
    if COLOURLESS.contains(&term) || term.ends_with("-m") {
        ColorLevel::None
    } else if term == "linux" {
        ColorLevel::Ansi16
    } else if DIRECT.iter().any(|name| term.contains(name))
        || (!hidden && var("COLORTERM").is_some_and(|value| value == "truecolor" || value == "24bit"))
    {
        ColorLevel::True
    } else if term.contains("256") {
        ColorLevel::Ansi256
    } else {
        ColorLevel::Ansi16
    }
}

fn asked_glyphs(choice: GlyphChoice) -> Option<Glyphs> {
    match choice {
        GlyphChoice::Auto => None,
        GlyphChoice::Braille => Some(Glyphs::Braille),
        GlyphChoice::Block => Some(Glyphs::Block),
        GlyphChoice::Ascii => Some(Glyphs::Ascii),
    }
}

/// Which characters the terminal has: the Linux console few, one with another character set none of ours.
fn glyphs<'a>(choice: GlyphChoice, var: impl Fn(&str) -> Option<&'a str>) -> Glyphs {
    let locale = ["LC_ALL", "LC_CTYPE", "LANG"].into_iter().find_map(&var);
    let charset = locale.and_then(|locale| locale.split_once('.')).map(|(_, charset)| charset.to_ascii_lowercase());
    let is_unicode = charset.is_none_or(|charset| charset.starts_with("utf-8") || charset.starts_with("utf8"));
    asked_glyphs(choice).unwrap_or(match var("TERM") {
        Some("dumb") => Glyphs::Ascii,
        _ if !is_unicode => Glyphs::Ascii,
        Some("linux") => Glyphs::Block,
        _ => Glyphs::Braille,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn world(vars: &[(&str, &str)]) -> World {
        World {
            today: NaiveDate::MIN,
            vars: vars.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect(),
            reader: Reader::Person,
        }
    }

    fn paint(options: &Options, vars: &[(&str, &str)]) -> Paint {
        Settings::new(options, &world(vars)).paint
    }

    #[test]
    fn colours_follow_what_the_terminal_says() {
        let level = |vars: &[(&str, &str)]| paint(&Options::default(), vars).colors;
        assert_eq!(level(&[("TERM", "xterm-256color"), ("COLORTERM", "truecolor")]), ColorLevel::True);
        assert_eq!(level(&[("TERM", "xterm-256color")]), ColorLevel::Ansi256);
        assert_eq!(level(&[("TERM", "xterm-kitty")]), ColorLevel::True);
        assert_eq!(level(&[("TERM", "xterm")]), ColorLevel::Ansi16);
        assert_eq!(level(&[("TERM", "linux"), ("COLORTERM", "truecolor")]), ColorLevel::Ansi16);
        assert_eq!(level(&[("TERM", "screen-256color"), ("COLORTERM", "truecolor")]), ColorLevel::Ansi256);
        assert_eq!(level(&[("TERM", "dumb"), ("COLORTERM", "truecolor")]), ColorLevel::None);
        assert_eq!(level(&[]), ColorLevel::None);
    }

    #[test]
    fn no_color_wins_over_the_terminal_and_a_flag_over_no_color() {
        let vars = [("TERM", "xterm-256color"), ("NO_COLOR", "1"), ("CLICOLOR_FORCE", "1")];
        assert_eq!(paint(&Options::default(), &vars).colors, ColorLevel::None);
        let always = Options { color: ColorChoice::Always, ..Options::default() };
        assert_eq!(paint(&always, &vars).colors, ColorLevel::Ansi256);
        let sixteen = Options { color: ColorChoice::Ansi16, ..Options::default() };
        assert_eq!(paint(&sixteen, &vars).colors, ColorLevel::Ansi16);
        let unset = [("TERM", "xterm-256color"), ("NO_COLOR", "")];
        assert_eq!(paint(&Options::default(), &unset).colors, ColorLevel::Ansi256);
    }

    #[test]
    fn colours_can_be_forced_on_a_terminal_that_names_none() {
        assert_eq!(paint(&Options::default(), &[("TERM", "dumb"), ("CLICOLOR_FORCE", "1")]).colors, ColorLevel::Ansi16);
        assert_eq!(paint(&Options::default(), &[("TERM", "dumb"), ("CLICOLOR_FORCE", "0")]).colors, ColorLevel::None);
    }

    #[test]
    fn glyphs_follow_what_the_terminal_has() {
        let glyphs = |vars: &[(&str, &str)]| paint(&Options::default(), vars).glyphs;
        assert_eq!(glyphs(&[("TERM", "xterm"), ("LANG", "ru_RU.UTF-8")]), Glyphs::Braille);
        assert_eq!(glyphs(&[("TERM", "xterm")]), Glyphs::Braille);
        assert_eq!(glyphs(&[("TERM", "linux"), ("LANG", "ru_RU.UTF-8")]), Glyphs::Block);
        assert_eq!(glyphs(&[("TERM", "xterm"), ("LANG", "ru_RU.KOI8-R")]), Glyphs::Ascii);
        assert_eq!(glyphs(&[("TERM", "dumb")]), Glyphs::Ascii);
    }

    #[test]
    fn the_language_is_the_first_that_is_named() {
        let language = |vars: &[(&str, &str)]| Settings::new(&Options::default(), &world(vars)).language;
        assert_eq!(language(&[("LANG", "kk_KZ.UTF-8")]), Language::Kk);
        assert_eq!(language(&[("LANG", "kk_KZ.UTF-8"), ("LC_ALL", "ru_RU.UTF-8")]), Language::Ru);
        assert_eq!(language(&[("LANG", "kk_KZ.UTF-8"), ("LC_ALL", "")]), Language::Kk);
        assert_eq!(language(&[("LANG", "de_DE.UTF-8")]), Language::En);
        assert_eq!(language(&[]), Language::En);
    }
}
