//! The values of each setting and the words for them. Not here: which value is in force (`resolve`).

use clap::ValueEnum;

use crate::dataset::records::Language;
use crate::page::search::suggest::closest_names;
use crate::render::look::theme::{ColorLevel, Glyphs, Theme};

/// Where the theme comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ThemeOrigin {
    /// The user chose it.
    User,
    /// Guessed; the reply of the terminal about its background may still change it.
    Guessed,
}

/// Whether anything on screen moves without a key press.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Motion {
    /// Reveals of a talk are animated.
    Full,
    /// Everything is shown at once.
    Reduced,
}

/// Who receives clicks and the wheel.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mouse {
    /// planfact.
    On,
    /// The terminal, whose own text selection then works.
    Off,
}

/// Values of `--color`.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
pub enum ColorChoice {
    /// As many as the terminal supports, none if `NO_COLOR` is set
    #[default]
    Auto,
    /// As many as the terminal supports, even if `NO_COLOR` is set
    Always,
    /// No colours
    Never,
    /// The 16 ANSI colours
    #[value(name = "16")]
    Ansi16,
    /// The 256 colours of xterm
    #[value(name = "256")]
    Ansi256,
    /// 24-bit colours
    True,
}

impl ColorChoice {
    /// The colour level that the flag names; none where the terminal decides.
    pub(super) fn level(self) -> Option<ColorLevel> {
        match self {
            Self::Auto | Self::Always => None,
            Self::Never => Some(ColorLevel::None),
            Self::Ansi16 => Some(ColorLevel::Ansi16),
            Self::Ansi256 => Some(ColorLevel::Ansi256),
            Self::True => Some(ColorLevel::True),
        }
    }
}

/// Values of `--glyphs`.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
pub enum GlyphChoice {
    /// What the terminal supports
    #[default]
    Auto,
    /// Braille and eighth blocks
    Braille,
    /// Half blocks
    Block,
    /// ASCII
    Ascii,
}

impl GlyphChoice {
    /// The character set that the flag names; none where the terminal decides.
    pub(super) fn glyphs(self) -> Option<Glyphs> {
        match self {
            Self::Auto => None,
            Self::Braille => Some(Glyphs::Braille),
            Self::Block => Some(Glyphs::Block),
            Self::Ascii => Some(Glyphs::Ascii),
        }
    }
}

/// A setting whose value is one of a few words.
#[derive(Debug)]
pub(crate) struct WordSetting<T: 'static> {
    /// Its key in the settings file.
    pub(crate) name: &'static str,
    /// Its command-line option, without dashes.
    pub(crate) flag: &'static str,
    /// Its environment variable.
    pub(crate) variable: &'static str,
    /// Each word and its value.
    pub(crate) values: &'static [(&'static str, T)],
}

pub(crate) const THEME: WordSetting<Theme> = WordSetting {
    name: "theme",
    flag: "theme",
    variable: "PLANFACT_THEME",
    values: &[("steppe", Theme::Steppe), ("paper", Theme::Paper), ("contrast", Theme::Contrast), ("mono", Theme::Mono)],
};
pub(crate) const LANGUAGE: WordSetting<Language> = WordSetting {
    name: "language",
    flag: "lang",
    variable: "PLANFACT_LANG",
    values: &[("en", Language::En), ("ru", Language::Ru), ("kk", Language::Kk)],
};
pub(crate) const GLYPHS: WordSetting<Glyphs> = WordSetting {
    name: "glyphs",
    flag: "glyphs",
    variable: "PLANFACT_GLYPHS",
    values: &[("braille", Glyphs::Braille), ("block", Glyphs::Block), ("ascii", Glyphs::Ascii)],
};
pub(crate) const MOUSE: WordSetting<Mouse> = WordSetting {
    name: "mouse",
    flag: "mouse",
    variable: "PLANFACT_MOUSE",
    values: &[("on", Mouse::On), ("off", Mouse::Off)],
};
pub(crate) const MOTION: WordSetting<Motion> = WordSetting {
    name: "motion",
    flag: "motion",
    variable: "PLANFACT_MOTION",
    values: &[("full", Motion::Full), ("reduced", Motion::Reduced)],
};

impl<T: Copy + PartialEq> WordSetting<T> {
    pub(super) fn value_of(&self, word: &str) -> Option<T> {
        self.values.iter().find(|(known, _)| *known == word).map(|(_, value)| *value)
    }

    pub(super) fn word_for(&self, value: T) -> &'static str {
        self.values.iter().find(|(_, known)| *known == value).map_or("", |(word, _)| word)
    }

    pub(super) fn words(&self) -> Vec<&'static str> {
        self.values.iter().map(|(word, _)| *word).collect()
    }

    /// The word most like a misspelt one.
    pub(super) fn closest(&self, written: &str) -> Option<&'static str> {
        closest_names(self.words().into_iter(), written).first().copied()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::i18n::language_code;

    #[test]
    fn settings_use_the_names_of_themes_and_languages() {
        assert!(THEME.values.iter().map(|(_, theme)| *theme).eq(Theme::ALL));
        assert!(THEME.values.iter().all(|(word, theme)| *word == theme.name()));
        assert!(LANGUAGE.values.iter().all(|(word, language)| *word == language_code(*language)));
    }
}
