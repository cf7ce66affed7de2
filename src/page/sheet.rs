//! A sheet of text over a page: Why, help, problems.

use super::prose::{Block, Run};

/// A titled text that can be scrolled.
#[derive(Debug, Clone, PartialEq)]
pub struct Sheet {
    /// Its title.
    pub title: Vec<Run>,
    /// Its text.
    pub blocks: Vec<Block>,
    /// What closes it, and what else can be done here: keys for its last line.
    pub hints: Vec<super::chrome::Hint>,
}
