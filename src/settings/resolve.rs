//! The settings in force, and which source each comes from.

use std::path::PathBuf;

use chrono::NaiveDate;

use crate::app::input::keys::keymap::Keymap;
use crate::app::terminal::background;
use crate::app::terminal::capabilities::Capabilities;
use crate::cli::options::GlobalOptions;
use crate::dataset::diagnose::problem::sanitize;
use crate::dataset::records::Language;
use crate::render::look::theme::{ColorLevel, Glyphs, Paint, Theme};
use crate::settings::choices::{self, Motion, Mouse, ThemeOrigin, WordSetting};
use crate::settings::environment::{HostEnvironment, Interactivity};
use crate::settings::file::FileSettings;
use crate::settings::source::{SettingSource, Sourced};
use crate::settings::terminal;

#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum DatasetSource {
    Bundled,
    /// The file of `--data`.
    File(PathBuf),
}

/// What to show and how.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Settings {
    pub(crate) dataset: DatasetSource,
    /// The local date.
    pub(crate) today: NaiveDate,
    /// The date of `--as-of`; none shows what is known today.
    pub(crate) as_of: Option<NaiveDate>,
    pub(crate) language: Language,
    /// Paint on this terminal.
    pub(crate) paint: Paint,
    pub(crate) theme_origin: ThemeOrigin,
    /// Paint of printed output: as on the terminal if a person reads it, else as in a file.
    pub(crate) print_paint: Paint,
    /// Paint of what is written to a file: the same in every terminal.
    pub(crate) file_paint: Paint,
    pub(crate) mouse: Mouse,
    pub(crate) motion: Motion,
    pub(crate) keymap: Keymap,
    pub(crate) capabilities: Capabilities,
    pub(crate) sources: SettingSources,
    /// Commands whose keys the settings file changes, each with its line, from 1.
    pub(crate) rebound_keys: Vec<(&'static str, usize)>,
}

/// Where each setting but the keys comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct SettingSources {
    pub(crate) theme: SettingSource,
    pub(crate) language: SettingSource,
    pub(crate) glyphs: SettingSource,
    pub(crate) mouse: SettingSource,
    pub(crate) motion: SettingSource,
}

impl Settings {
    /// Resolves each setting from the options, the environment and the settings file. Fails if a `PLANFACT_…` variable has an
    /// unknown value.
    pub(crate) fn new(
        options: &GlobalOptions,
        environment: &HostEnvironment,
        file_settings: &FileSettings,
    ) -> Result<Self, String> {
        let theme = requested(&choices::THEME, options.theme, environment, file_settings.theme)?;
        let glyphs = requested(&choices::GLYPHS, options.glyphs.glyphs(), environment, file_settings.glyphs)?;
        let language = requested(&choices::LANGUAGE, options.lang, environment, file_settings.language)?
            .or_else(|| terminal::environment_language(environment));
        let mouse = requested(&choices::MOUSE, options.mouse, environment, file_settings.mouse)?;
        let motion = requested(&choices::MOTION, options.motion, environment, file_settings.motion)?;
        let file_paint = Paint {
            theme: theme.map(|theme| theme.value).unwrap_or_default(),
            colors: options.color.level().unwrap_or(ColorLevel::True),
            glyphs: glyphs.map_or(Glyphs::Braille, |glyphs| glyphs.value),
        };

        let background = environment.var("COLORFGBG").and_then(background::from_colorfgbg);
        let guessed = background.map(|known| Sourced::new(known.theme(), SettingSource::Variable("COLORFGBG")));
        let theme_origin = if theme.is_some() { ThemeOrigin::User } else { ThemeOrigin::Guessed };
        let theme = theme.or(guessed).unwrap_or_else(|| Sourced::default(Theme::default()));
        let glyphs = glyphs.unwrap_or_else(|| terminal::terminal_glyphs(environment));
        let language = language.unwrap_or_else(|| Sourced::default(Language::En));
        let mouse = mouse.unwrap_or_else(|| Sourced::default(Mouse::On));
        let motion = motion.unwrap_or_else(|| Sourced::default(Motion::Full));
        let colors = terminal::color_level(options.color, environment);
        let paint = Paint { theme: theme.value, colors, glyphs: glyphs.value };
        Ok(Self {
            dataset: options.data.clone().map_or(DatasetSource::Bundled, DatasetSource::File),
            today: environment.today,
            as_of: options.as_of,
            language: language.value,
            paint,
            theme_origin,
            print_paint: if environment.interactivity == Interactivity::Interactive { paint } else { file_paint },
            file_paint,
            mouse: mouse.value,
            motion: motion.value,
            keymap: file_settings.keymap.clone(),
            capabilities: Capabilities::of(|name| environment.var(name)),
            sources: SettingSources {
                theme: theme.source,
                language: language.source,
                glyphs: glyphs.source,
                mouse: mouse.source,
                motion: motion.source,
            },
            rebound_keys: file_settings.rebound_keys.clone(),
        })
    }

    /// The date as of which facts are shown: that of `--as-of`, else today.
    pub(crate) fn as_of_date(&self) -> NaiveDate {
        self.as_of.unwrap_or(self.today)
    }
}

/// The value set by the option, the environment variable or the settings file, in this order.
fn requested<T: Copy + PartialEq>(
    setting: &WordSetting<T>,
    option: Option<T>,
    environment: &HostEnvironment,
    in_file: Option<Sourced<T>>,
) -> Result<Option<Sourced<T>>, String> {
    if let Some(value) = option {
        return Ok(Some(Sourced::new(value, SettingSource::Flag(setting.flag))));
    }
    let Some(written) = environment.var(setting.variable) else { return Ok(in_file) };
    let value = setting.value_of(written).ok_or_else(|| {
        let probably = setting.closest(written).map_or_else(String::new, |word| format!("probably {word}; "));
        let (variable, words) = (setting.variable, setting.words().join(", "));
        format!("{variable}={}: {probably}one of {words}", sanitize(written).escape_debug())
    })?;
    Ok(Some(Sourced::new(value, SettingSource::Variable(setting.variable))))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::settings::choices::ColorChoice;
    use crate::settings::file;
    use chrono::NaiveTime;
    use std::time::Instant;

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
    fn colours_follow_the_terminal() {
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
    fn no_color_overrides_the_terminal_and_a_flag_overrides_no_color() {
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
    fn colours_can_be_forced_on_a_monochrome_terminal() {
        let forced = |value| paint(&GlobalOptions::default(), &[("TERM", "dumb"), ("CLICOLOR_FORCE", value)]).colors;
        assert_eq!(forced("1"), ColorLevel::Ansi16);
        assert_eq!(forced("0"), ColorLevel::None);
    }

    #[test]
    fn glyphs_follow_the_terminal() {
        let glyphs = |env_vars: &[(&str, &str)]| paint(&GlobalOptions::default(), env_vars).glyphs;
        assert_eq!(glyphs(&[("TERM", "xterm"), ("LANG", "ru_RU.UTF-8")]), Glyphs::Braille);
        assert_eq!(glyphs(&[("TERM", "xterm")]), Glyphs::Braille);
        assert_eq!(glyphs(&[("TERM", "linux"), ("LANG", "ru_RU.UTF-8")]), Glyphs::Block);
        assert_eq!(glyphs(&[("TERM", "xterm"), ("LANG", "ru_RU.KOI8-R")]), Glyphs::Ascii);
        assert_eq!(glyphs(&[("TERM", "dumb")]), Glyphs::Ascii);
    }

    #[test]
    fn the_language_comes_from_the_first_locale_variable() {
        let language = |env_vars: &[(&str, &str)]| settings(&GlobalOptions::default(), env_vars).language;
        assert_eq!(language(&[("LANG", "kk_KZ.UTF-8")]), Language::Kk);
        assert_eq!(language(&[("LANG", "kk_KZ.UTF-8"), ("LC_ALL", "ru_RU.UTF-8")]), Language::Ru);
        assert_eq!(language(&[("LANG", "kk_KZ.UTF-8"), ("LC_ALL", "")]), Language::Kk);
        assert_eq!(language(&[("LANG", "de_DE.UTF-8")]), Language::En);
        assert_eq!(language(&[]), Language::En);
    }

    #[test]
    fn a_flag_overrides_a_variable_overrides_the_file_overrides_the_locale() {
        let in_file = file::read("theme = \"mono\"\nlanguage = \"ru\"\n").unwrap();
        let resolve = |options: &GlobalOptions, env_vars: &[(&str, &str)]| {
            let settings = Settings::new(options, &environment(env_vars), &in_file).unwrap();
            let theme = Sourced::new(settings.paint.theme, settings.sources.theme);
            (theme, Sourced::new(settings.language, settings.sources.language))
        };
        let (line, variable, flag) = (SettingSource::Line, SettingSource::Variable, SettingSource::Flag);
        let default = GlobalOptions::default();
        let env_vars = [("COLORFGBG", "0;15"), ("LANG", "kk_KZ.UTF-8")];
        let expected = (Sourced::new(Theme::Mono, line(1)), Sourced::new(Language::Ru, line(2)));
        assert_eq!(resolve(&default, &env_vars), expected);
        let env_vars = [("PLANFACT_THEME", "contrast"), ("PLANFACT_LANG", "en")];
        let (theme, language) = (variable("PLANFACT_THEME"), variable("PLANFACT_LANG"));
        let expected = (Sourced::new(Theme::Contrast, theme), Sourced::new(Language::En, language));
        assert_eq!(resolve(&default, &env_vars), expected);
        let options = GlobalOptions { theme: Some(Theme::Paper), lang: Some(Language::Kk), ..default };
        let expected = (Sourced::new(Theme::Paper, flag("theme")), Sourced::new(Language::Kk, flag("lang")));
        assert_eq!(resolve(&options, &env_vars), expected);
    }

    #[test]
    fn an_unknown_value_of_a_variable_is_refused_with_the_closest_word() {
        let environment = environment(&[("PLANFACT_MOTION", "reduce")]);
        let error = Settings::new(&GlobalOptions::default(), &environment, &FileSettings::default()).unwrap_err();
        assert_eq!(error, "PLANFACT_MOTION=reduce: probably reduced; one of full, reduced");
    }
}
