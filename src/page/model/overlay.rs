//! A text over a page: Why, help, problems.

use crate::page::model::chrome::KeyHint;
use crate::page::model::record_ref::RecordRef;
use crate::page::model::rich_text::{Block, TextRun};

/// A titled text that can be scrolled.
#[derive(Debug, Clone, PartialEq)]
pub struct TextOverlay {
    /// The page and the overlays it was opened from, the page first.
    pub crumbs: Vec<String>,
    /// The title line.
    pub title: Vec<TextRun>,
    /// The text.
    pub blocks: Vec<Block>,
    /// Key hints for its last line.
    pub hints: Vec<KeyHint>,
}

impl TextOverlay {
    /// Numbers the links of the blocks in reading order and removes those that lead to `explained`.
    pub fn new(title: Vec<TextRun>, mut blocks: Vec<Block>, explained: Option<RecordRef>) -> Self {
        let mut count = 0;
        for run in blocks.iter_mut().flat_map(runs) {
            run.link = run.link.filter(|link| Some(link.key) != explained);
            if let Some(link) = &mut run.link {
                link.nth = count;
                count += 1;
            }
        }
        Self { crumbs: Vec::new(), title, blocks, hints: Vec::new() }
    }

    /// The linked records in reading order.
    pub fn links(&self) -> impl Iterator<Item = RecordRef> {
        self.blocks.iter().flat_map(read).filter_map(|run| run.link).map(|link| link.key)
    }
}

fn read(block: &Block) -> Vec<&TextRun> {
    match block {
        Block::Paragraph(runs) => runs.iter().collect(),
        Block::Facts(facts) => facts.iter().flat_map(|fact| &fact.text).collect(),
        Block::Steps(steps) => steps.iter().flatten().collect(),
        Block::Signs(signs) => signs.iter().flat_map(|sign| &sign.meaning).collect(),
        Block::Heading(_) | Block::Bars(_) | Block::Stack(_) | Block::Gap => Vec::new(),
    }
}

fn runs(block: &mut Block) -> Vec<&mut TextRun> {
    match block {
        Block::Paragraph(runs) => runs.iter_mut().collect(),
        Block::Facts(facts) => facts.iter_mut().flat_map(|fact| &mut fact.text).collect(),
        Block::Steps(steps) => steps.iter_mut().flatten().collect(),
        Block::Signs(signs) => signs.iter_mut().flat_map(|sign| &mut sign.meaning).collect(),
        Block::Heading(_) | Block::Bars(_) | Block::Stack(_) | Block::Gap => Vec::new(),
    }
}
