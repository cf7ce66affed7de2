//! What to show and how: flags over variables over the settings file over what the terminal says over defaults, checked.
//!
//! Here: each setting from the first place that names it, and which place that is. Not here: what a settings file may say
//! (`file`), what terminals say of themselves (`terminal`), reading the disk, the environment or the clock: all arguments.

pub mod file;
pub mod print;

mod terminal;

use std::collections::BTreeMap;
use std::fmt;
use std::path::{Path, PathBuf};
use std::time::Instant;

use chrono::{NaiveDate, NaiveTime};

use crate::app::dashboard::state::{Motion, ThemeOrigin};
use crate::app::input::keys::keymap::Keymap;
use crate::app::terminal::Mouse;
use crate::app::terminal::background::{self, Background};
use crate::app::terminal::capabilities::Capabilities;
use crate::cli::GlobalOptions;
use crate::dataset::diagnose::problem::sanitize;
use crate::dataset::records::Language;
use crate::page::search::suggest::closest_names;
use crate::render::look::theme::{ColorLevel, Glyphs, Paint, Theme};

use file::FileSettings;

/// The words for each setting.
const THEME_NAMES: [(&str, Theme); 4] =
    [("steppe", Theme::Steppe), ("paper", Theme::Paper), ("contrast", Theme::Contrast), ("mono", Theme::Mono)];
const LANGUAGE_NAMES: [(&str, Language); 3] = [("en", Language::En), ("ru", Language::Ru), ("kk", Language::Kk)];
const GLYPH_NAMES: [(&str, Glyphs); 3] =
    [("braille", Glyphs::Braille), ("block", Glyphs::Block), ("ascii", Glyphs::Ascii)];
pub(crate) const MOUSE_NAMES: [(&str, Mouse); 2] = [("on", Mouse::On), ("off", Mouse::Off)];
pub(crate) const MOTION_NAMES: [(&str, Motion); 2] = [("full", Motion::Full), ("reduced", Motion::Reduced)];

/// What the program finds around it when it starts.
#[derive(Debug, Clone)]
pub struct HostEnvironment {
    /// The day on the calendar.
    pub today: NaiveDate,
    /// The environment.
    pub env_vars: BTreeMap<String, String>,
    /// Who reads what is printed.
    pub interactivity: Interactivity,
    /// Tells moments apart.
    pub clock: fn() -> Instant,
    /// The time of day.
    pub time_of_day: fn() -> NaiveTime,
}

/// Who reads what is printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Interactivity {
    /// A person at a terminal, who can press keys.
    Interactive,
    /// A file, a pipe.
    Batch,
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
    pub theme: ThemeOrigin,
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
    pub capabilities: Capabilities,
    /// Where each setting but the keys comes from.
    pub sources: [(&'static str, SettingSource); 5],
    /// The commands with other keys than those of the table, and the lines of the settings file that say so.
    pub rebound_keys: Vec<(&'static str, usize)>,
}

/// Where a setting comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SettingSource {
    /// A flag.
    Flag(&'static str),
    /// A variable of the environment.
    Variable(&'static str),
    /// This line of the settings file.
    Line(usize),
    /// Nobody said otherwise.
    Default,
}

impl fmt::Display for SettingSource {
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
type Sourced<T> = (T, SettingSource);

impl Settings {
    /// Chooses what the flags, the environment and the settings file ask for, in this order.
    ///
    /// # Errors
    /// If a variable of planfact's own says what there is not.
    pub fn new(
        options: &GlobalOptions,
        environment: &HostEnvironment,
        file_settings: &FileSettings,
    ) -> Result<Self, String> {
        let var = |name: &str| environment.var(name);
        let hint = || var("COLORFGBG").and_then(background::from_colorfgbg).map(Background::theme);
        let theme = environment.first(("theme", options.theme), "PLANFACT_THEME", &THEME_NAMES, file_settings.theme)?;
        let chosen = if theme.is_some() { ThemeOrigin::User } else { ThemeOrigin::Guessed };
        let asked_theme = theme.as_ref().map(|(theme, _)| *theme);
        let theme = theme
            .or_else(|| hint().map(|theme| (theme, SettingSource::Variable("COLORFGBG"))))
            .unwrap_or((Theme::default(), SettingSource::Default));
        let language = environment
            .first(("lang", options.lang), "PLANFACT_LANG", &LANGUAGE_NAMES, file_settings.language)?
            .or_else(|| {
                terminal::environment_language(var).map(|(language, name)| (language, SettingSource::Variable(name)))
            })
            .unwrap_or((Language::En, SettingSource::Default));
        let flag = ("glyphs", terminal::explicit_glyphs(options.glyphs));
        let glyphs = environment.first(flag, "PLANFACT_GLYPHS", &GLYPH_NAMES, file_settings.glyphs)?;
        let asked_glyphs = glyphs.as_ref().map(|(glyphs, _)| *glyphs);
        let glyphs = glyphs.unwrap_or_else(|| (terminal::terminal_glyphs(var), SettingSource::Variable("TERM")));
        let mouse = environment.first(("mouse", options.mouse), "PLANFACT_MOUSE", &MOUSE_NAMES, file_settings.mouse)?;
        let mouse = mouse.unwrap_or((Mouse::On, SettingSource::Default));
        let motion =
            environment.first(("motion", options.motion), "PLANFACT_MOTION", &MOTION_NAMES, file_settings.motion)?;
        let motion = motion.unwrap_or((Motion::Full, SettingSource::Default));
        let paint = Paint { theme: theme.0, colors: terminal::color_level(options.color, var), glyphs: glyphs.0 };
        let file = Paint {
            theme: asked_theme.unwrap_or_default(),
            colors: terminal::explicit_color_level(options.color).unwrap_or(ColorLevel::True),
            glyphs: asked_glyphs.unwrap_or(Glyphs::Braille),
        };
        let sources = [
            ("theme", theme.1),
            ("language", language.1),
            ("glyphs", glyphs.1),
            ("mouse", mouse.1),
            ("motion", motion.1),
        ];
        Ok(Self {
            origin: options.data.clone().map_or(Origin::Bundled, Origin::File),
            today: environment.today,
            as_of: options.as_of,
            language: language.0,
            paint,
            theme: chosen,
            print: if environment.interactivity == Interactivity::Interactive { paint } else { file },
            file,
            mouse: mouse.0,
            motion: motion.0,
            keymap: file_settings.keymap.clone(),
            capabilities: Capabilities::of(var),
            sources,
            rebound_keys: file_settings.rebound_keys.clone(),
        })
    }

    /// The day whose knowledge is shown.
    #[must_use]
    pub fn as_of_date(&self) -> NaiveDate {
        self.as_of.unwrap_or(self.today)
    }
}

impl HostEnvironment {
    /// The folder for what the program keeps from one run to the next; none where the environment names no home.
    #[must_use]
    pub fn state_folder(&self) -> Option<PathBuf> {
        let var = |name: &str| self.env_vars.get(name).filter(|value| !value.is_empty()).map(PathBuf::from);
        let home = || Some(var("HOME")?.join(".local").join("state"));
        let folder =
            var("XDG_STATE_HOME").filter(|path| path.is_absolute()).or_else(home).or_else(|| var("LOCALAPPDATA"));
        Some(folder?.join("planfact"))
    }

    /// Whether a dashboard can be shown and used here: a person, and a terminal that can place its cursor.
    #[must_use]
    pub fn can_show_dashboard(&self) -> bool {
        self.interactivity == Interactivity::Interactive && self.env_vars.get("TERM").is_none_or(|term| term != "dumb")
    }

    /// A variable of the environment; none if it is empty.
    #[must_use]
    pub fn var(&self, name: &str) -> Option<&str> {
        self.env_vars.get(name).map(String::as_str).filter(|value| !value.is_empty())
    }

    /// The settings file, and whether it has to exist: the one that was named, else the usual one.
    #[must_use]
    pub fn settings_file(&self, options: &GlobalOptions) -> Option<(PathBuf, SettingsPath)> {
        let named = options.settings.clone().or_else(|| self.var("PLANFACT_SETTINGS").map(PathBuf::from));
        if let Some(path) = named {
            return Some((path, SettingsPath::Explicit));
        }
        let absolute = |path: &str| Path::new(path).is_absolute().then(|| PathBuf::from(path));
        let folder = self.var("XDG_CONFIG_HOME").and_then(absolute);
        let folder = folder.or_else(|| Some(absolute(self.var("HOME")?)?.join(".config")));
        let folder = folder.or_else(|| absolute(self.var("APPDATA")?));
        Some((folder?.join("planfact").join("settings.toml"), SettingsPath::Default))
    }

    /// What the flag, the variable or the settings file asks for.
    fn first<T: Copy>(
        &self,
        flag: (&'static str, Option<T>),
        variable: &'static str,
        words: &[(&str, T)],
        line: Option<(T, usize)>,
    ) -> Result<Option<Sourced<T>>, String> {
        if let (name, Some(value)) = flag {
            return Ok(Some((value, SettingSource::Flag(name))));
        }
        let Some(written) = self.var(variable) else {
            return Ok(line.map(|(value, line)| (value, SettingSource::Line(line))));
        };
        let found = words.iter().find(|(word, _)| *word == written).map(|(_, value)| *value);
        let value = found.ok_or_else(|| {
            let all: Vec<&str> = words.iter().map(|(word, _)| *word).collect();
            let near = closest_names(all.iter().copied(), written);
            let probably = near.first().map_or_else(String::new, |near| format!("probably {near}; "));
            format!("{variable}={}: {probably}one of {}", sanitize(written).escape_debug(), all.join(", "))
        })?;
        Ok(Some((value, SettingSource::Variable(variable))))
    }
}

/// Who named a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SettingsPath {
    /// A person: it has to exist.
    Explicit,
    /// Nobody: it need not.
    Default,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::ColorChoice;

    fn environment(env_vars: &[(&str, &str)]) -> HostEnvironment {
        HostEnvironment {
            today: NaiveDate::MIN,
            env_vars: env_vars.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect(),
            interactivity: Interactivity::Interactive,
            clock: Instant::now,
            time_of_day: || NaiveTime::MIN,
        }
    }

    fn settings(options: &GlobalOptions, env_vars: &[(&str, &str)]) -> Settings {
        Settings::new(options, &environment(env_vars), &FileSettings::default()).unwrap()
    }

    fn paint(options: &GlobalOptions, env_vars: &[(&str, &str)]) -> Paint {
        settings(options, env_vars).paint
    }

    #[test]
    fn colours_follow_what_the_terminal_says() {
        let level = |env_vars: &[(&str, &str)]| paint(&GlobalOptions::default(), env_vars).colors;
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
        let env_vars = [("TERM", "xterm-256color"), ("NO_COLOR", "1"), ("CLICOLOR_FORCE", "1")];
        assert_eq!(paint(&GlobalOptions::default(), &env_vars).colors, ColorLevel::None);
        let always = GlobalOptions { color: ColorChoice::Always, ..GlobalOptions::default() };
        assert_eq!(paint(&always, &env_vars).colors, ColorLevel::Ansi256);
        let sixteen = GlobalOptions { color: ColorChoice::Ansi16, ..GlobalOptions::default() };
        assert_eq!(paint(&sixteen, &env_vars).colors, ColorLevel::Ansi16);
        let unset = [("TERM", "xterm-256color"), ("NO_COLOR", "")];
        assert_eq!(paint(&GlobalOptions::default(), &unset).colors, ColorLevel::Ansi256);
    }

    #[test]
    fn colours_can_be_forced_on_a_terminal_that_names_none() {
        assert_eq!(
            paint(&GlobalOptions::default(), &[("TERM", "dumb"), ("CLICOLOR_FORCE", "1")]).colors,
            ColorLevel::Ansi16
        );
        assert_eq!(
            paint(&GlobalOptions::default(), &[("TERM", "dumb"), ("CLICOLOR_FORCE", "0")]).colors,
            ColorLevel::None
        );
    }

    #[test]
    fn glyphs_follow_what_the_terminal_has() {
        let glyphs = |env_vars: &[(&str, &str)]| paint(&GlobalOptions::default(), env_vars).glyphs;
        assert_eq!(glyphs(&[("TERM", "xterm"), ("LANG", "ru_RU.UTF-8")]), Glyphs::Braille);
        assert_eq!(glyphs(&[("TERM", "xterm")]), Glyphs::Braille);
        assert_eq!(glyphs(&[("TERM", "linux"), ("LANG", "ru_RU.UTF-8")]), Glyphs::Block);
        assert_eq!(glyphs(&[("TERM", "xterm"), ("LANG", "ru_RU.KOI8-R")]), Glyphs::Ascii);
        assert_eq!(glyphs(&[("TERM", "dumb")]), Glyphs::Ascii);
    }

    #[test]
    fn the_language_is_the_first_that_is_named() {
        let language = |env_vars: &[(&str, &str)]| settings(&GlobalOptions::default(), env_vars).language;
        assert_eq!(language(&[("LANG", "kk_KZ.UTF-8")]), Language::Kk);
        assert_eq!(language(&[("LANG", "kk_KZ.UTF-8"), ("LC_ALL", "ru_RU.UTF-8")]), Language::Ru);
        assert_eq!(language(&[("LANG", "kk_KZ.UTF-8"), ("LC_ALL", "")]), Language::Kk);
        assert_eq!(language(&[("LANG", "de_DE.UTF-8")]), Language::En);
        assert_eq!(language(&[]), Language::En);
    }

    #[test]
    fn a_flag_is_stronger_than_a_variable_than_the_file_than_the_environment() {
        let file_settings = file::read("theme = \"mono\"\nlanguage = \"ru\"\n").unwrap();
        let of = |options: &GlobalOptions, env_vars: &[(&str, &str)]| {
            let settings = Settings::new(options, &environment(env_vars), &file_settings).unwrap();
            (
                settings.paint.theme,
                settings.language,
                settings.sources[0].1.to_string(),
                settings.sources[1].1.to_string(),
            )
        };
        let env_vars = [("COLORFGBG", "0;15"), ("LANG", "kk_KZ.UTF-8")];
        let told = |theme: &str, language: &str| (theme.to_owned(), language.to_owned());
        let (theme, language, one, other) = of(&GlobalOptions::default(), &env_vars);
        assert_eq!((theme, language, (one, other)), (Theme::Mono, Language::Ru, told("line 1", "line 2")));
        let env_vars = [("PLANFACT_THEME", "contrast"), ("PLANFACT_LANG", "en"), ("LANG", "kk_KZ.UTF-8")];
        let (theme, language, one, other) = of(&GlobalOptions::default(), &env_vars);
        let variables = told("PLANFACT_THEME", "PLANFACT_LANG");
        assert_eq!((theme, language, (one, other)), (Theme::Contrast, Language::En, variables));
        let options = GlobalOptions { theme: Some(Theme::Paper), lang: Some(Language::Kk), ..GlobalOptions::default() };
        let (theme, language, one, other) = of(&options, &env_vars);
        assert_eq!((theme, language, (one, other)), (Theme::Paper, Language::Kk, told("--theme", "--lang")));
    }

    #[test]
    fn a_variable_of_our_own_that_says_nonsense_is_refused_with_the_nearest_word() {
        let told = Settings::new(
            &GlobalOptions::default(),
            &environment(&[("PLANFACT_MOTION", "reduce")]),
            &FileSettings::default(),
        );
        assert_eq!(told.unwrap_err(), "PLANFACT_MOTION=reduce: probably reduced; one of full, reduced");
    }

    #[test]
    fn the_settings_file_is_where_such_files_are() {
        let file = |options: &GlobalOptions, env_vars: &[(&str, &str)]| environment(env_vars).settings_file(options);
        let usual = |path: &str| Some((PathBuf::from(path), SettingsPath::Default));
        let (home, config) = (("HOME", "/home/a"), ("XDG_CONFIG_HOME", "/cfg"));
        assert_eq!(file(&GlobalOptions::default(), &[home, config]), usual("/cfg/planfact/settings.toml"));
        assert_eq!(file(&GlobalOptions::default(), &[home]), usual("/home/a/.config/planfact/settings.toml"));
        let relative = ("XDG_CONFIG_HOME", "cfg");
        assert_eq!(file(&GlobalOptions::default(), &[home, relative]), usual("/home/a/.config/planfact/settings.toml"));
        assert_eq!(file(&GlobalOptions::default(), &[]), None);
        let named = GlobalOptions { settings: Some("mine.toml".into()), ..GlobalOptions::default() };
        let variable = ("PLANFACT_SETTINGS", "other.toml");
        assert_eq!(file(&named, &[home, variable]), Some(("mine.toml".into(), SettingsPath::Explicit)));
        assert_eq!(
            file(&GlobalOptions::default(), &[home, variable]),
            Some(("other.toml".into(), SettingsPath::Explicit))
        );
    }

    #[test]
    fn every_word_of_a_setting_is_that_of_its_flag() {
        assert_eq!(THEME_NAMES.map(|(_, theme)| theme), Theme::ALL);
        assert!(THEME_NAMES.iter().all(|(word, theme)| *word == theme.name()));
        assert!(LANGUAGE_NAMES.iter().all(|(word, language)| *word == crate::page::i18n::language_code(*language)));
    }
}
