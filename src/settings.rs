//! What to show and how: flags over variables over the settings file over what the terminal says over defaults, checked.
//!
//! Here: each setting from the first place that names it, and which place that is. Not here: what a settings file may say
//! (`file`), what terminals say of themselves (`terminal`), reading the disk, the environment or the clock: all arguments.

pub mod file;
pub mod show;

mod terminal;

use std::collections::BTreeMap;
use std::fmt;
use std::path::{Path, PathBuf};
use std::time::Instant;

use chrono::{NaiveDate, NaiveTime};

use crate::app::abilities::Abilities;
use crate::app::ground::{self, Ground};
use crate::app::keys::keymap::Keymap;
use crate::app::state::{Chosen, Motion};
use crate::app::terminal::Mouse;
use crate::cli::Options;
use crate::dataset::problem::clean;
use crate::dataset::records::Language;
use crate::page::explain::nearest_of;
use crate::render::theme::{ColorLevel, Glyphs, Paint, Theme};
use file::Asked;

/// The words for each setting.
const THEMES: [(&str, Theme); 4] =
    [("steppe", Theme::Steppe), ("paper", Theme::Paper), ("contrast", Theme::Contrast), ("mono", Theme::Mono)];
const LANGUAGES: [(&str, Language); 3] = [("en", Language::En), ("ru", Language::Ru), ("kk", Language::Kk)];
const GLYPHS: [(&str, Glyphs); 3] = [("braille", Glyphs::Braille), ("block", Glyphs::Block), ("ascii", Glyphs::Ascii)];
pub(crate) const MOUSE: [(&str, Mouse); 2] = [("on", Mouse::On), ("off", Mouse::Off)];
pub(crate) const MOTIONS: [(&str, Motion); 2] = [("full", Motion::Full), ("reduced", Motion::Reduced)];

/// What the program finds around it when it starts.
#[derive(Debug, Clone)]
pub struct World {
    /// The day on the calendar.
    pub today: NaiveDate,
    /// The environment.
    pub vars: BTreeMap<String, String>,
    /// Who reads what is printed.
    pub reader: Reader,
    /// Tells moments apart.
    pub clock: fn() -> Instant,
    /// The time of day.
    pub wall: fn() -> NaiveTime,
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
    /// The look of what is kept in a file: the same whatever terminal it is made in.
    pub file: Paint,
    /// Whose the mouse is.
    pub mouse: Mouse,
    /// Whether anything moves by itself.
    pub motion: Motion,
    /// Which keys give which command.
    pub keymap: Keymap,
    /// What the terminal can do besides showing cells.
    pub abilities: Abilities,
    /// Where each setting but the keys comes from.
    pub places: [(&'static str, Place); 5],
    /// The commands with other keys than those of the table, and the lines of the settings file that say so.
    pub keys: Vec<(&'static str, usize)>,
}

/// Where a setting comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Place {
    /// A flag.
    Flag(&'static str),
    /// A variable of the environment.
    Variable(&'static str),
    /// This line of the settings file.
    Line(usize),
    /// Nobody said otherwise.
    Default,
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Flag(name) => write!(f, "--{name}"),
            Self::Variable(name) => f.write_str(name),
            Self::Line(line) => write!(f, "line {line}"),
            Self::Default => f.write_str("default"),
        }
    }
}

/// A setting and where it comes from.
type Found<T> = (T, Place);

impl Settings {
    /// Chooses what the flags, the environment and the settings file ask for, in this order.
    ///
    /// # Errors
    /// If a variable of planfact's own says what there is not.
    pub fn new(options: &Options, world: &World, asked: &Asked) -> Result<Self, String> {
        let var = |name: &str| world.var(name);
        let hint = || var("COLORFGBG").and_then(ground::told_by).map(Ground::theme);
        let theme = world.first(("theme", options.theme), "PLANFACT_THEME", &THEMES, asked.theme)?;
        let chosen = if theme.is_some() { Chosen::ByPerson } else { Chosen::ByGuess };
        let asked_theme = theme.as_ref().map(|(theme, _)| *theme);
        let theme = theme
            .or_else(|| hint().map(|theme| (theme, Place::Variable("COLORFGBG"))))
            .unwrap_or((Theme::default(), Place::Default));
        let language = world
            .first(("lang", options.lang), "PLANFACT_LANG", &LANGUAGES, asked.language)?
            .or_else(|| terminal::language(var).map(|(language, name)| (language, Place::Variable(name))))
            .unwrap_or((Language::En, Place::Default));
        let flag = ("glyphs", terminal::asked_glyphs(options.glyphs));
        let glyphs = world.first(flag, "PLANFACT_GLYPHS", &GLYPHS, asked.glyphs)?;
        let asked_glyphs = glyphs.as_ref().map(|(glyphs, _)| *glyphs);
        let glyphs = glyphs.unwrap_or_else(|| (terminal::glyphs(var), Place::Variable("TERM")));
        let mouse = world.first(("mouse", options.mouse), "PLANFACT_MOUSE", &MOUSE, asked.mouse)?;
        let mouse = mouse.unwrap_or((Mouse::On, Place::Default));
        let motion = world.first(("motion", options.motion), "PLANFACT_MOTION", &MOTIONS, asked.motion)?;
        let motion = motion.unwrap_or((Motion::Full, Place::Default));
        let paint = Paint { theme: theme.0, colors: terminal::colors(options.color, var), glyphs: glyphs.0 };
        let file = Paint {
            theme: asked_theme.unwrap_or_default(),
            colors: terminal::asked_colors(options.color).unwrap_or(ColorLevel::True),
            glyphs: asked_glyphs.unwrap_or(Glyphs::Braille),
        };
        let places = [
            ("theme", theme.1),
            ("language", language.1),
            ("glyphs", glyphs.1),
            ("mouse", mouse.1),
            ("motion", motion.1),
        ];
        Ok(Self {
            origin: options.data.clone().map_or(Origin::Bundled, Origin::File),
            today: world.today,
            as_of: options.as_of,
            language: language.0,
            paint,
            theme: chosen,
            print: if world.reader == Reader::Person { paint } else { file },
            file,
            mouse: mouse.0,
            motion: motion.0,
            keymap: asked.keymap.clone(),
            abilities: Abilities::of(var),
            places,
            keys: asked.keys.clone(),
        })
    }

    /// The day whose knowledge is shown.
    #[must_use]
    pub fn known(&self) -> NaiveDate {
        self.as_of.unwrap_or(self.today)
    }
}

impl World {
    /// The folder for what the program keeps from one run to the next; none where the environment names no home.
    #[must_use]
    pub fn state_folder(&self) -> Option<PathBuf> {
        let var = |name: &str| self.vars.get(name).filter(|value| !value.is_empty()).map(PathBuf::from);
        let home = || Some(var("HOME")?.join(".local").join("state"));
        let folder =
            var("XDG_STATE_HOME").filter(|path| path.is_absolute()).or_else(home).or_else(|| var("LOCALAPPDATA"));
        Some(folder?.join("planfact"))
    }

    /// Whether a dashboard can be shown and used here: a person, and a terminal that can place its cursor.
    #[must_use]
    pub fn has_screen(&self) -> bool {
        self.reader == Reader::Person && self.vars.get("TERM").is_none_or(|term| term != "dumb")
    }

    /// A variable of the environment; none if it is empty.
    #[must_use]
    pub fn var(&self, name: &str) -> Option<&str> {
        self.vars.get(name).map(String::as_str).filter(|value| !value.is_empty())
    }

    /// The settings file, and whether it has to exist: the one that was named, else the usual one.
    #[must_use]
    pub fn settings_file(&self, options: &Options) -> Option<(PathBuf, Named)> {
        let named = options.settings.clone().or_else(|| self.var("PLANFACT_SETTINGS").map(PathBuf::from));
        if let Some(path) = named {
            return Some((path, Named::ByPerson));
        }
        let absolute = |path: &str| Path::new(path).is_absolute().then(|| PathBuf::from(path));
        let folder = self.var("XDG_CONFIG_HOME").and_then(absolute);
        let folder = folder.or_else(|| Some(absolute(self.var("HOME")?)?.join(".config")));
        let folder = folder.or_else(|| absolute(self.var("APPDATA")?));
        Some((folder?.join("planfact").join("settings.toml"), Named::ByHabit))
    }

    /// What the flag, the variable or the settings file asks for.
    fn first<T: Copy>(
        &self,
        flag: (&'static str, Option<T>),
        variable: &'static str,
        words: &[(&str, T)],
        line: Option<(T, usize)>,
    ) -> Result<Option<Found<T>>, String> {
        if let (name, Some(value)) = flag {
            return Ok(Some((value, Place::Flag(name))));
        }
        let Some(written) = self.var(variable) else {
            return Ok(line.map(|(value, line)| (value, Place::Line(line))));
        };
        let found = words.iter().find(|(word, _)| *word == written).map(|(_, value)| *value);
        let value = found.ok_or_else(|| {
            let all: Vec<&str> = words.iter().map(|(word, _)| *word).collect();
            let near = nearest_of(all.iter().copied(), written);
            let probably = near.first().map_or_else(String::new, |near| format!("probably {near}; "));
            format!("{variable}={}: {probably}one of {}", clean(written).escape_debug(), all.join(", "))
        })?;
        Ok(Some((value, Place::Variable(variable))))
    }
}

/// Who named a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Named {
    /// A person: it has to exist.
    ByPerson,
    /// Nobody: it need not.
    ByHabit,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::ColorChoice;

    fn world(vars: &[(&str, &str)]) -> World {
        World {
            today: NaiveDate::MIN,
            vars: vars.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect(),
            reader: Reader::Person,
            clock: Instant::now,
            wall: || NaiveTime::MIN,
        }
    }

    fn settings(options: &Options, vars: &[(&str, &str)]) -> Settings {
        Settings::new(options, &world(vars), &Asked::default()).unwrap()
    }

    fn paint(options: &Options, vars: &[(&str, &str)]) -> Paint {
        settings(options, vars).paint
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
        let language = |vars: &[(&str, &str)]| settings(&Options::default(), vars).language;
        assert_eq!(language(&[("LANG", "kk_KZ.UTF-8")]), Language::Kk);
        assert_eq!(language(&[("LANG", "kk_KZ.UTF-8"), ("LC_ALL", "ru_RU.UTF-8")]), Language::Ru);
        assert_eq!(language(&[("LANG", "kk_KZ.UTF-8"), ("LC_ALL", "")]), Language::Kk);
        assert_eq!(language(&[("LANG", "de_DE.UTF-8")]), Language::En);
        assert_eq!(language(&[]), Language::En);
    }

    #[test]
    fn a_flag_is_stronger_than_a_variable_than_the_file_than_the_environment() {
        let asked = file::read("theme = \"mono\"\nlanguage = \"ru\"\n").unwrap();
        let of = |options: &Options, vars: &[(&str, &str)]| {
            let settings = Settings::new(options, &world(vars), &asked).unwrap();
            (
                settings.paint.theme,
                settings.language,
                settings.places[0].1.to_string(),
                settings.places[1].1.to_string(),
            )
        };
        let vars = [("COLORFGBG", "0;15"), ("LANG", "kk_KZ.UTF-8")];
        let told = |theme: &str, language: &str| (theme.to_owned(), language.to_owned());
        let (theme, language, one, other) = of(&Options::default(), &vars);
        assert_eq!((theme, language, (one, other)), (Theme::Mono, Language::Ru, told("line 1", "line 2")));
        let vars = [("PLANFACT_THEME", "contrast"), ("PLANFACT_LANG", "en"), ("LANG", "kk_KZ.UTF-8")];
        let (theme, language, one, other) = of(&Options::default(), &vars);
        let variables = told("PLANFACT_THEME", "PLANFACT_LANG");
        assert_eq!((theme, language, (one, other)), (Theme::Contrast, Language::En, variables));
        let options = Options { theme: Some(Theme::Paper), lang: Some(Language::Kk), ..Options::default() };
        let (theme, language, one, other) = of(&options, &vars);
        assert_eq!((theme, language, (one, other)), (Theme::Paper, Language::Kk, told("--theme", "--lang")));
    }

    #[test]
    fn a_variable_of_our_own_that_says_nonsense_is_refused_with_the_nearest_word() {
        let told = Settings::new(&Options::default(), &world(&[("PLANFACT_MOTION", "reduce")]), &Asked::default());
        assert_eq!(told.unwrap_err(), "PLANFACT_MOTION=reduce: probably reduced; one of full, reduced");
    }

    #[test]
    fn the_settings_file_is_where_such_files_are() {
        let file = |options: &Options, vars: &[(&str, &str)]| world(vars).settings_file(options);
        let usual = |path: &str| Some((PathBuf::from(path), Named::ByHabit));
        let (home, config) = (("HOME", "/home/a"), ("XDG_CONFIG_HOME", "/cfg"));
        assert_eq!(file(&Options::default(), &[home, config]), usual("/cfg/planfact/settings.toml"));
        assert_eq!(file(&Options::default(), &[home]), usual("/home/a/.config/planfact/settings.toml"));
        let relative = ("XDG_CONFIG_HOME", "cfg");
        assert_eq!(file(&Options::default(), &[home, relative]), usual("/home/a/.config/planfact/settings.toml"));
        assert_eq!(file(&Options::default(), &[]), None);
        let named = Options { settings: Some("mine.toml".into()), ..Options::default() };
        let variable = ("PLANFACT_SETTINGS", "other.toml");
        assert_eq!(file(&named, &[home, variable]), Some(("mine.toml".into(), Named::ByPerson)));
        assert_eq!(file(&Options::default(), &[home, variable]), Some(("other.toml".into(), Named::ByPerson)));
    }

    #[test]
    fn every_word_of_a_setting_is_that_of_its_flag() {
        assert_eq!(THEMES.map(|(_, theme)| theme), Theme::ALL);
        assert!(THEMES.iter().all(|(word, theme)| *word == theme.name()));
        assert!(LANGUAGES.iter().all(|(word, language)| *word == crate::page::words::code(*language)));
    }
}
