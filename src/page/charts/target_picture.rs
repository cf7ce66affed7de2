//! The picture of a promise by itself: its series as columns or its events as lanes, with what it shows in words.

use crate::dataset::records::{Id, Target};
use crate::page::PanelBody;
use crate::page::charts::alt_text;
use crate::page::context::Context;
use crate::page::pages::overview;
use crate::page::target::sentence;

/// A picture, and what it shows.
#[derive(Debug, Clone, PartialEq)]
pub struct TargetPicture {
    /// The picture.
    pub body: PanelBody,
    /// The promise and what came of it, in a sentence.
    pub title: String,
    /// The picture in words, for whoever cannot see it.
    pub alt_text: String,
    /// A remark under it; may be empty.
    pub note: String,
}

/// The picture of a promise; none where there is nothing to draw.
#[must_use]
pub fn target_picture(ctx: &Context<'_>, target: Id<Target>) -> Option<TargetPicture> {
    let body = overview::picture(ctx, target)?;
    let title = sentence::of_target(ctx, target).into_iter().map(|run| run.text).collect();
    let note = if let PanelBody::Chart(chart) = &body { chart.note_text() } else { None };
    Some(TargetPicture { alt_text: alt_text::alt_text(&body), note: note.unwrap_or_default(), title, body })
}
