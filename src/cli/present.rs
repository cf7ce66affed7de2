//! The options of `planfact present`.

use std::path::PathBuf;

use clap::Args;

use crate::app::recording::asciicast::AsciicastVersion;
use crate::cli::values;
use crate::settings::choices::Motion;

/// How to present the talk.
#[derive(Debug, Clone, Default, Args)]
#[expect(clippy::struct_excessive_bools, reason = "flags of a command line")]
pub struct PresentArgs {
    /// Start with this scene
    #[arg(long, value_name = "N")]
    pub scene: Option<usize>,
    /// Start with the last scene shown when this dataset was presented before
    #[arg(long, conflicts_with = "scene")]
    pub resume: bool,
    /// Show each scene at once, without reveals
    #[arg(long)]
    pub reduced_motion: bool,
    /// Advance to the next scene after the planned seconds; any key stops this
    #[arg(long)]
    pub autoplay: bool,
    /// After the last scene, start again with the first
    #[arg(long = "loop", requires = "autoplay")]
    pub repeat: bool,
    /// Accept a connection from planfact notes, which shows the speaker's notes in another terminal
    #[arg(long, conflicts_with = "check")]
    pub notes: bool,
    /// Measure the time of each scene, and print the times at the end
    #[arg(long, conflicts_with = "autoplay")]
    pub rehearse: bool,
    /// Write the measured seconds into the file of --data
    #[arg(long, requires = "rehearse")]
    pub write_times: bool,
    /// List scenes whose text does not fit, whose contrast is too low, or that have no source
    #[arg(long, group = "sized", conflicts_with_all = ["scene", "resume", "autoplay", "rehearse"])]
    pub check: bool,
    /// Record the talk to a new asciicast file for asciinema players: live on a terminal; without a terminal, or with
    /// --size, unattended and at once; - is standard output
    #[arg(long, group = "sized", value_name = "FILE")]
    pub record: Option<PathBuf>,
    /// With --record: version of the asciicast format
    #[arg(
        long,
        value_name = "N",
        requires = "record",
        default_value = "3",
        value_parser = values::word(&AsciicastVersion::ALL)
    )]
    pub cast_version: AsciicastVersion,
    /// With --record: overwrite an existing file
    #[arg(long, requires = "record")]
    pub overwrite: bool,
    /// With --check and --record: width and height in cells; may be repeated with --check [default: 80x24, 120x36, 200x60;
    /// for --record 120x36]
    #[arg(long, value_name = "WxH", requires = "sized", value_parser = values::size)]
    pub size: Vec<(u16, u16)>,
}

impl PresentArgs {
    /// Whether the talk moves by itself: not with `--reduced-motion`, else as the setting says.
    pub(crate) fn motion(&self, setting: Motion) -> Motion {
        if self.reduced_motion { Motion::Reduced } else { setting }
    }

    /// Checks that the talk has the scene of `--scene`.
    ///
    /// # Errors
    /// If it has fewer scenes.
    pub(crate) fn check_scene(&self, scene_count: usize) -> Result<(), String> {
        match self.scene {
            Some(scene) if !(1..=scene_count).contains(&scene) => {
                Err(format!("the talk has no scene {scene}: it has {scene_count}"))
            }
            _ => Ok(()),
        }
    }
}
