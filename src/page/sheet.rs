//! A sheet of text over a page: Why, help, problems.

use super::Ref;
use super::prose::{Block, Run};

/// A titled text that can be scrolled.
#[derive(Debug, Clone, PartialEq)]
pub struct Sheet {
    /// What it was opened from, the page first.
    pub crumbs: Vec<String>,
    /// Its title.
    pub title: Vec<Run>,
    /// Its text.
    pub blocks: Vec<Block>,
    /// What closes it, and what else can be done here: keys for its last line.
    pub hints: Vec<super::chrome::Hint>,
}

impl Sheet {
    /// A sheet of text. What it names is numbered in reading order; nothing in it leads to itself.
    #[must_use]
    pub fn new(title: Vec<Run>, mut blocks: Vec<Block>, own: Option<Ref>) -> Self {
        let mut count = 0;
        for run in blocks.iter_mut().flat_map(runs) {
            run.onward = run.onward.filter(|onward| Some(onward.key) != own);
            if let Some(onward) = &mut run.onward {
                onward.nth = count;
                count += 1;
            }
        }
        Self { crumbs: Vec::new(), title, blocks, hints: Vec::new() }
    }

    /// What it names, in reading order.
    pub fn onward(&self) -> impl Iterator<Item = Ref> {
        self.blocks.iter().flat_map(read).filter_map(|run| run.onward).map(|onward| onward.key)
    }
}

/// The runs of a block, to read.
fn read(block: &Block) -> Vec<&Run> {
    match block {
        Block::Paragraph(runs) => runs.iter().collect(),
        Block::Facts(facts) => facts.iter().flat_map(|fact| &fact.text).collect(),
        Block::Steps(steps) => steps.iter().flatten().collect(),
        Block::Heading(_) | Block::Bars(_) | Block::Stack(_) | Block::Gap => Vec::new(),
    }
}

/// The runs of a block, to change.
fn runs(block: &mut Block) -> Vec<&mut Run> {
    match block {
        Block::Paragraph(runs) => runs.iter_mut().collect(),
        Block::Facts(facts) => facts.iter_mut().flat_map(|fact| &mut fact.text).collect(),
        Block::Steps(steps) => steps.iter_mut().flatten().collect(),
        Block::Heading(_) | Block::Bars(_) | Block::Stack(_) | Block::Gap => Vec::new(),
    }
}
