//! The command line: its commands and options. Pure: nothing is read and nothing is printed here.

pub mod import;
pub mod options;
pub mod present;
pub mod view;

mod values;

use std::path::PathBuf;

use clap::{Parser, Subcommand, ValueEnum};

use crate::cli::import::ImportArgs;
use crate::cli::options::GlobalOptions;
use crate::cli::present::PresentArgs;
use crate::cli::view::ViewArgs;
use crate::page::model::PageKind;

const AFTER_HELP: &str = "Without a command: the dashboard; line mode, as with --plain, where TERM=dumb; the report where there is no terminal.\n\
    Exit status: 0 success, 1 invalid data, 2 wrong usage, 3 failure of the environment (file, terminal, system).";

const NOTES_HELP: &str = "Start the talk, before or after the notes, with: planfact present --notes\n\
    All keys of the talk work in the notes; q ends the notes but not the talk. With --plain, or where TERM=dumb, the notes\n\
    are lines of text: type the name of a key, then Enter. Where there is no terminal, they are printed once.";

/// Compare stated targets with reported actuals: what was promised, what was achieved, and the sources
#[derive(Debug, Parser)]
#[command(name = "planfact", version, after_help = AFTER_HELP, disable_help_subcommand = true)]
pub struct Arguments {
    /// The options of every command.
    #[command(flatten)]
    pub options: GlobalOptions,
    /// Spreadsheet or dataset to show: CSV, XLSX, XLS, ODS or JSON; the same as --data
    #[arg(value_name = "FILE", conflicts_with = "data")]
    pub file: Option<PathBuf>,
    /// None opens the dashboard.
    #[command(subcommand)]
    pub command: Option<CliCommand>,
}

/// A command with its arguments.
#[derive(Debug, Clone, Subcommand)]
pub enum CliCommand {
    /// Print pages as text
    Report {
        /// Pages to print [default: all]
        #[arg(value_name = "PAGE", value_parser = values::page())]
        pages: Vec<PageKind>,
    },
    /// Print a page as the dashboard shows it
    Screen {
        /// Page to print
        #[arg(value_name = "PAGE", value_parser = values::page())]
        page: PageKind,
        /// Width and height in cells
        #[arg(long, value_name = "WxH", default_value = "120x36", value_parser = values::size)]
        size: (u16, u16),
        /// Output format
        #[arg(long, value_enum, default_value = "text")]
        format: ScreenFormat,
        /// Selection, overlays and scroll positions
        #[command(flatten)]
        view: ViewArgs,
    },
    /// Print the verdict of a target with all inputs and steps of the calculation
    Explain {
        /// Id of the target in the dataset, such as vehicles-by-2025
        #[arg(value_name = "TARGET")]
        target: String,
        /// Output format
        #[arg(long, value_enum, default_value = "text")]
        format: ExplainFormat,
    },
    /// Print the chart of a target as SVG
    Chart {
        /// Id of the target in the dataset, such as vehicles-by-2025 [default: the main target of the overview]
        #[arg(value_name = "TARGET")]
        target: Option<String>,
        /// Output format
        #[arg(long, value_enum, default_value = "svg")]
        format: ChartFormat,
    },
    /// Check datasets and print all problems
    Check {
        /// Dataset files
        #[arg(value_name = "FILE", required = true)]
        files: Vec<PathBuf>,
        /// Fail if figures contradict each other
        #[arg(long)]
        strict: bool,
    },
    /// Make a dataset of a spreadsheet: CSV, XLSX, XLS or ODS; without --output, only say what was understood
    Import(Box<ImportArgs>),
    /// Present the talk of the dataset; without a terminal, print it
    Present(PresentArgs),
    /// Show speaker's notes for a talk in another terminal, and control the talk
    #[command(after_help = NOTES_HELP)]
    Notes,
    /// Print the hand-out of the talk, one self-contained file: every scene with its picture and sources
    Handout {
        /// Output format
        #[arg(long, value_enum, default_value = "html")]
        format: HandoutFormat,
        /// Include the speaker's notes
        #[arg(long)]
        notes: bool,
    },
    /// Print the settings in force and the source of each, as a settings file
    Settings {
        /// Print the settings, as without this option; planfact never writes a settings file
        #[arg(long)]
        show: bool,
    },
    /// Print the JSON Schema of the dataset format
    Schema,
}

/// Output format of a screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum ScreenFormat {
    /// Plain text
    Text,
    /// Text with ANSI colours, for a terminal
    Ansi,
    /// SVG picture
    Svg,
    /// HTML page
    Html,
}

/// Output format of an explanation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum ExplainFormat {
    /// Plain text
    Text,
    /// JSON, for programs
    Json,
}

/// Output format of a chart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum ChartFormat {
    /// Vector picture, light or dark as the viewer's system is
    Svg,
}

/// Output format of a hand-out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum HandoutFormat {
    /// HTML page for screen and print
    Html,
    /// Markdown with embedded pictures
    Markdown,
}
