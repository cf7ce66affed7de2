//! What can be written after `planfact present`.

use clap::Args;

/// How to give the talk.
#[derive(Debug, Clone, Default, Args)]
pub struct Present {
    /// Begin with this scene
    #[arg(long, value_name = "N")]
    pub scene: Option<usize>,
}
