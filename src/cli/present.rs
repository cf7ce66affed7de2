//! What can be written after `planfact present`.

use clap::Args;

use super::size;

/// How to give the talk.
#[derive(Debug, Clone, Default, Args)]
#[expect(clippy::struct_excessive_bools, reason = "flags of a command line")]
pub struct Present {
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
    pub again: bool,
    /// Measure how long each scene takes, and print it at the end
    #[arg(long, conflicts_with = "autoplay")]
    pub rehearse: bool,
    /// Write the measured seconds into the file of --data
    #[arg(long, requires = "rehearse")]
    pub write_times: bool,
    /// Name the scenes whose text would be cut, whose contrast is too low, or that lack a source
    #[arg(long, conflicts_with_all = ["scene", "resume", "autoplay", "rehearse"])]
    pub check: bool,
    /// With --check: columns and rows; may be given several times [default: 80x24, 120x36, 200x60]
    #[arg(long, value_name = "WxH", requires = "check", value_parser = size)]
    pub size: Vec<(u16, u16)>,
}
