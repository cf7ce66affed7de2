//! The options of every command.

use std::path::PathBuf;

use chrono::NaiveDate;
use clap::Args;

use crate::cli::values;
use crate::dataset::records::Language;
use crate::render::look::theme::Theme;
use crate::settings::choices::{ColorChoice, GlyphChoice, LANGUAGE, MOTION, MOUSE, Motion, Mouse, THEME};

/// The options of every command.
#[derive(Debug, Clone, Default, Args)]
pub struct GlobalOptions {
    /// Show this dataset instead of the bundled one
    #[arg(long, global = true, value_name = "FILE")]
    pub data: Option<PathBuf>,
    /// Show what was known on this date, such as 2018-09-30 [default: today]
    #[arg(long, global = true, value_name = "DATE", value_parser = values::date)]
    pub as_of: Option<NaiveDate>,
    /// Language [default: from the locale]
    #[arg(long, global = true, value_name = "LANG", value_parser = values::word(LANGUAGE.values))]
    pub lang: Option<Language>,
    /// Colour theme [default: matches the background of the terminal]
    #[arg(long, global = true, value_name = "THEME", value_parser = values::word(THEME.values))]
    pub theme: Option<Theme>,
    /// Number of colours
    #[arg(long, global = true, value_enum, value_name = "LEVEL", default_value = "auto")]
    pub color: ColorChoice,
    /// Characters to draw with
    #[arg(long, global = true, value_enum, value_name = "SET", default_value = "auto")]
    pub glyphs: GlyphChoice,
    /// On: planfact receives clicks and the wheel; off: the terminal selects text
    #[arg(long, global = true, value_name = "MODE", value_parser = values::word(MOUSE.values))]
    pub mouse: Option<Mouse>,
    /// Full: reveals of a talk are animated; reduced: nothing moves by itself
    #[arg(long, global = true, value_name = "MODE", value_parser = values::word(MOTION.values))]
    pub motion: Option<Motion>,
    /// Use lines of text and numbered choices, for screen readers and terminals without cursor movement
    #[arg(long, global = true)]
    pub plain: bool,
    /// Read this settings file instead of the usual one
    #[arg(long, global = true, value_name = "FILE")]
    pub settings: Option<PathBuf>,
}
