//! The help overlay: every key, and what statuses and marks mean.

use crate::compare::verdict::types::{Badge, Status};
use crate::page::i18n::Words;
use crate::page::model::{Block, Fact, KeyHint, Role, TextOverlay, TextRun};

/// The help overlay. `keys` has the message key of each heading with its hints.
pub fn help_overlay(words: &Words, keys: &[(&str, Vec<KeyHint>)]) -> TextOverlay {
    let key = |hint: &KeyHint| Fact { term: hint.keys.long().to_owned(), text: vec![TextRun::plain(&*hint.action)] };
    let mut blocks = Vec::with_capacity(keys.len() * 2 + 4);
    for (heading, hints) in keys {
        blocks.push(Block::Heading(words.get(heading)));
        blocks.push(Block::Facts(hints.iter().map(key).collect()));
    }
    blocks.extend(marks(words));
    TextOverlay::new(title(words), blocks, None)
}

/// What statuses and badges mean.
pub fn marks(words: &Words) -> Vec<Block> {
    let status =
        |status: &Status| Fact { term: words.status(*status), text: vec![TextRun::plain(words.status_means(*status))] };
    let badge =
        |badge: &Badge| Fact { term: words.badge_mark(*badge), text: vec![TextRun::plain(words.badge_means(*badge))] };
    vec![
        Block::Heading(words.get("help-verdicts")),
        Block::Facts(Status::ALL.iter().map(status).collect()),
        Block::Heading(words.get("help-marks")),
        Block::Facts(Badge::ALL.iter().map(badge).collect()),
    ]
}

/// The title of the help.
pub fn title(words: &Words) -> Vec<TextRun> {
    vec![TextRun::new(words.get("help-title"), Role::Heading)]
}
