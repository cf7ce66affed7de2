//! The command line: what can be written, and what it means. Pure: nothing is read and nothing is printed here.

pub mod present;
pub mod view;

use std::path::PathBuf;

use chrono::NaiveDate;
use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{Args, Parser, Subcommand, ValueEnum};

use crate::app::dashboard::state::Motion;
use crate::app::terminal::Mouse;
use crate::dataset::records::Language;
use crate::page::i18n;
use crate::page::model::page::PageKind;
use crate::render::look::theme::Theme;
use crate::settings;

use present::PresentArgs;
use view::ViewArgs;

/// Exit statuses, and what to do next.
const AFTER_HELP: &str = "With no command: the dashboard; the conversation of --plain where the terminal can only write on (TERM=dumb); the\n\
    report where there is no terminal.\n\
    Exit status: 0 fine, 1 the data are wrong, 2 wrong usage, 3 the environment failed.";

/// How notes and a talk find each other.
const NOTES_HELP: &str = "The talk has to be on, or begin later, with: planfact present --notes\n\
    Keys do here what they do there; q ends the notes and not the talk. With --plain, or where the terminal can only write\n\
    on, the notes are lines; type the name of a key and Enter. Where there is no terminal, they are printed once.";

/// Stated targets against reported actuals: what was promised, what came of it, how anyone knows.
#[derive(Debug, Parser)]
#[command(name = "planfact", version, after_help = AFTER_HELP, disable_help_subcommand = true)]
pub struct Arguments {
    /// What holds for every command.
    #[command(flatten)]
    pub options: GlobalOptions,
    /// What to do.
    #[command(subcommand)]
    pub command: Option<CliCommand>,
}

/// What holds for every command.
#[derive(Debug, Clone, Default, Args)]
pub struct GlobalOptions {
    /// Show this dataset instead of the bundled one
    #[arg(long, global = true, value_name = "FILE")]
    pub data: Option<PathBuf>,
    /// Show what was known on this day, such as 2018-09-30 [default: today]
    #[arg(long, global = true, value_name = "DATE", value_parser = parse_date)]
    pub as_of: Option<NaiveDate>,
    /// Language [default: that of the environment]
    #[arg(long, global = true, value_name = "LANG", value_parser = language_parser())]
    pub lang: Option<Language>,
    /// Colours to use
    #[arg(long, global = true, value_name = "THEME", value_parser = theme_parser())]
    pub theme: Option<Theme>,
    /// How many colours
    #[arg(long, global = true, value_enum, value_name = "HOW", default_value = "auto")]
    pub color: ColorChoice,
    /// Which characters to draw with
    #[arg(long, global = true, value_enum, value_name = "SET", default_value = "auto")]
    pub glyphs: GlyphChoice,
    /// Whether clicks and the wheel come to planfact, or the terminal selects text
    #[arg(long, global = true, value_name = "WHOSE", value_parser = setting_parser(settings::MOUSE_NAMES))]
    pub mouse: Option<Mouse>,
    /// Whether anything moves by itself
    #[arg(long, global = true, value_name = "HOW", value_parser = setting_parser(settings::MOTION_NAMES))]
    pub motion: Option<Motion>,
    /// Talk in lines and numbers, for screen readers and terminals that can only write on
    #[arg(long, global = true)]
    pub plain: bool,
    /// Read this settings file instead of the usual one
    #[arg(long, global = true, value_name = "FILE")]
    pub settings: Option<PathBuf>,
}

/// What to do.
#[derive(Debug, Clone, Subcommand)]
pub enum CliCommand {
    /// Print what the pages say, for reading and piping
    Report {
        /// Pages to print [default: all]
        #[arg(value_name = "PAGE", value_parser = page_parser())]
        pages: Vec<PageKind>,
    },
    /// Print a page exactly as a terminal would show it
    Screen {
        /// The page
        #[arg(value_name = "PAGE", value_parser = page_parser())]
        page: PageKind,
        /// Columns and rows
        #[arg(long, value_name = "WxH", default_value = "120x36", value_parser = size)]
        size: (u16, u16),
        /// What to print
        #[arg(long, value_enum, default_value = "text")]
        format: ScreenFormat,
        /// What is chosen, opened and scrolled on it
        #[command(flatten)]
        view: ViewArgs,
    },
    /// Print the verdict of one target with every input and step
    Explain {
        /// The id of the target in the dataset, such as vehicles-by-2025
        #[arg(value_name = "TARGET")]
        target: String,
        /// What to print
        #[arg(long, value_enum, default_value = "text")]
        format: ExplainFormat,
    },
    /// Print the chart of a target as a drawing
    Chart {
        /// The id of the target in the dataset, such as vehicles-by-2025 [default: the first of the overview]
        #[arg(value_name = "TARGET")]
        target: Option<String>,
        /// What to print
        #[arg(long, value_enum, default_value = "svg")]
        format: ChartFormat,
    },
    /// Check datasets and print everything that is wrong with them
    Check {
        /// The files
        #[arg(value_name = "FILE", required = true)]
        files: Vec<PathBuf>,
        /// Count figures that contradict each other as an error too
        #[arg(long)]
        strict: bool,
    },
    /// Give the talk of the dataset; where there is no terminal, print it
    Present(PresentArgs),
    /// Show the speaker's notes of the talk that is on in another terminal, and drive it from here
    #[command(after_help = NOTES_HELP)]
    Notes,
    /// Print the hand-out of the talk: every scene with its picture and its sources, in one file that needs nothing beside it
    Handout {
        /// What to print
        #[arg(long, value_enum, default_value = "html")]
        format: HandoutFormat,
        /// With the notes of the speaker
        #[arg(long)]
        notes: bool,
    },
    /// Print the settings in force and where each comes from, as a settings file
    Settings {
        /// Print them: nothing else can be done with them here, and nothing is ever written
        #[arg(long)]
        show: bool,
    },
    /// Print the JSON Schema of the dataset format
    Schema,
}

/// How many colours are asked for.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
pub enum ColorChoice {
    /// As many as the terminal has, none under `NO_COLOR`
    #[default]
    Auto,
    /// As many as the terminal has, `NO_COLOR` or not
    Always,
    /// None
    Never,
    /// The first 16
    #[value(name = "16")]
    Ansi16,
    /// The 256 of xterm
    #[value(name = "256")]
    Ansi256,
    /// 24 bits
    True,
}

/// Which characters are asked for.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
pub enum GlyphChoice {
    /// What the terminal has
    #[default]
    Auto,
    /// Braille and eighth blocks
    Braille,
    /// Half blocks
    Block,
    /// ASCII
    Ascii,
}

/// What a screen is printed as.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum ScreenFormat {
    /// Characters alone
    Text,
    /// Characters and colours, for a terminal
    Ansi,
    /// A picture
    Svg,
    /// A page of the web
    Html,
}

/// What an explanation is printed as.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum ExplainFormat {
    /// For reading
    Text,
    /// For programs
    Json,
}

/// What a chart is printed as.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum ChartFormat {
    /// A picture of lines and letters, sharp at any size, light or dark as the reader's system is
    Svg,
}

/// What a hand-out is printed as.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum HandoutFormat {
    /// A page of the web, for screens and paper
    Html,
    /// Markdown, its pictures within
    Markdown,
}

/// The largest screen that is drawn, in either direction.
const LARGEST: u16 = 1000;

fn parse_date(written: &str) -> Result<NaiveDate, String> {
    written.parse().map_err(|_| "write the day as 2018-09-30".to_owned())
}

pub(super) fn size(written: &str) -> Result<(u16, u16), String> {
    let parts = written.split_once(['x', 'X', '×']);
    let size = parts.and_then(|(width, height)| Some((width.parse().ok()?, height.parse().ok()?)));
    let fits = |(width, height): &(u16, u16)| (1..=LARGEST).contains(width) && (1..=LARGEST).contains(height);
    size.filter(fits).ok_or_else(|| format!("write columns and rows as 120x36, each from 1 to {LARGEST}"))
}

/// One of the words for a setting.
pub(super) fn setting_parser<T: Copy + Send + Sync + 'static, const N: usize>(
    words: [(&'static str, T); N],
) -> impl TypedValueParser<Value = T> {
    let named = move |written: String| words.iter().find(|(word, _)| *word == written).map(|(_, value)| *value);
    PossibleValuesParser::new(words.map(|(word, _)| word)).try_map(move |written| named(written).ok_or("unknown"))
}

fn page_parser() -> impl TypedValueParser<Value = PageKind> {
    PossibleValuesParser::new(PageKind::ALL.map(PageKind::name))
        .map(|name| PageKind::from_name(&name).unwrap_or(PageKind::Overview))
}

fn theme_parser() -> impl TypedValueParser<Value = Theme> {
    PossibleValuesParser::new(Theme::ALL.map(Theme::name)).map(|name| Theme::from_name(&name).unwrap_or_default())
}

fn language_parser() -> impl TypedValueParser<Value = Language> {
    PossibleValuesParser::new([Language::En, Language::Ru, Language::Kk].map(i18n::language_code))
        .map(|tag| i18n::language_from_tag(&tag).unwrap_or(Language::En))
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::CommandFactory;

    fn parse(line: &str) -> Result<Arguments, clap::Error> {
        Arguments::try_parse_from(line.split(' '))
    }

    #[test]
    fn the_definition_is_sound() {
        Arguments::command().debug_assert();
    }

    #[test]
    fn options_stand_before_or_after_the_command() {
        for line in ["planfact --as-of 2018-09-30 --lang kk report", "planfact report --as-of 2018-09-30 --lang kk"] {
            let arguments = parse(line).unwrap();
            assert_eq!(arguments.options.as_of, NaiveDate::from_ymd_opt(2018, 9, 30));
            assert_eq!(arguments.options.lang, Some(Language::Kk));
        }
    }

    #[test]
    fn a_size_is_columns_and_rows() {
        let size_of = |line: &str| match parse(line).map(|arguments| arguments.command) {
            Ok(Some(CliCommand::Screen { size, .. })) => Some(size),
            _ => None,
        };
        assert_eq!(size_of("planfact screen output --size 80x24"), Some((80, 24)));
        assert_eq!(size_of("planfact screen output"), Some((120, 36)));
        for wrong in ["80", "80x", "x24", "0x24", "80x0", "-1x5", "1001x5", "80x24x3", "99999999x5"] {
            assert_eq!(size_of(&format!("planfact screen output --size {wrong}")), None, "{wrong}");
        }
    }

    #[test]
    fn a_wrong_value_is_told_what_would_be_right() {
        let told = |line: &str| parse(line).map(|_| ()).unwrap_err().to_string();
        assert!(told("planfact --as-of tomorrow").contains("write the day as 2018-09-30"));
        assert!(told("planfact screen nothing").contains("investments"));
        assert!(told("planfact --theme pink").contains("steppe"));
        assert!(told("planfact --lang de").contains("[possible values: en, ru, kk]"));
        assert!(told("planfact check").contains("<FILE>"));
    }
}
