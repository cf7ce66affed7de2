//! The help overlay: the signs on the page, every key, and what all verdicts and badges mean.

use crate::compare::verdict::types::{Badge, Status};
use crate::page::i18n::Words;
use crate::page::model::{Block, Fact, KeyHint, Page, Role, TextOverlay, TextRun};
use crate::page::pages::signs;

/// The help overlay over a page. `keys` has the message key of each heading with its hints.
pub fn help_overlay(words: &Words, page: &Page, keys: &[(&str, Vec<KeyHint>)]) -> TextOverlay {
    let key = |hint: &KeyHint| Fact { term: hint.keys.long().to_owned(), text: vec![TextRun::plain(&*hint.action)] };
    let mut blocks = Vec::with_capacity(keys.len() * 2 + 6);
    let on_page = signs::signs_of_page(words, page);
    if !on_page.is_empty() {
        blocks.push(Block::Heading(words.get("help-signs")));
        blocks.push(Block::Signs(on_page));
    }
    for (heading, hints) in keys {
        blocks.push(Block::Heading(words.get(heading)));
        blocks.push(Block::Facts(hints.iter().map(key).collect()));
    }
    blocks.extend(marks(words));
    TextOverlay::new(title(words), blocks, None)
}

/// What all verdicts and badges mean.
pub fn marks(words: &Words) -> Vec<Block> {
    vec![
        Block::Heading(words.get("help-verdicts")),
        Block::Signs(Status::ALL.iter().map(|status| signs::of_status(words, *status)).collect()),
        Block::Heading(words.get("help-marks")),
        Block::Signs(Badge::ALL.iter().map(|badge| signs::of_badge(words, *badge)).collect()),
    ]
}

/// The title of the help.
pub fn title(words: &Words) -> Vec<TextRun> {
    vec![TextRun::new(words.get("help-title"), Role::Heading)]
}
