//! What can be written after `planfact present`.

use std::path::PathBuf;

use clap::Args;

use crate::app::recording::asciicast::AsciicastVersion;
use crate::cli::{setting_parser, size};

/// How to give the talk.
#[derive(Debug, Clone, Default, Args)]
#[expect(clippy::struct_excessive_bools, reason = "flags of a command line")]
pub struct PresentArgs {
    /// Begin with this scene
    #[arg(long, value_name = "N")]
    pub scene: Option<usize>,
    /// Begin with the scene that the last talk about this dataset was on
    #[arg(long, conflicts_with = "scene")]
    pub resume: bool,
    /// Show every scene at once: nothing appears bit by bit
    #[arg(long)]
    pub reduced_motion: bool,
    /// Turn to the next scene after the seconds of each; any key stops that
    #[arg(long)]
    pub autoplay: bool,
    /// After the last scene, turn to the first
    #[arg(long = "loop", requires = "autoplay")]
    pub repeat: bool,
    /// Let the speaker's notes link to the talk: planfact notes in another terminal
    #[arg(long, conflicts_with = "check")]
    pub notes: bool,
    /// Measure how long each scene takes, and print it at the end
    #[arg(long, conflicts_with = "autoplay")]
    pub rehearse: bool,
    /// Write the measured seconds into the file of --data
    #[arg(long, requires = "rehearse")]
    pub write_times: bool,
    /// Name the scenes whose text would be cut, whose contrast is too low, or that lack a source
    #[arg(long, group = "sized", conflicts_with_all = ["scene", "resume", "autoplay", "rehearse"])]
    pub check: bool,
    /// Record the show into a new asciicast file, for asciinema and its kin: with a terminal as you give it, without one or
    /// with --size by itself, at once; - is standard output
    #[arg(long, group = "sized", value_name = "FILE")]
    pub record: Option<PathBuf>,
    /// With --record: the version of the format
    #[arg(long, value_name = "N", requires = "record", default_value = "3", value_parser = setting_parser(AsciicastVersion::ALL))]
    pub cast_version: AsciicastVersion,
    /// With --record: write over the file if it is there
    #[arg(long, requires = "record")]
    pub overwrite: bool,
    /// With --check and --record: columns and rows; several times with --check [default: 80x24, 120x36, 200x60; 120x36]
    #[arg(long, value_name = "WxH", requires = "sized", value_parser = size)]
    pub size: Vec<(u16, u16)>,
}
