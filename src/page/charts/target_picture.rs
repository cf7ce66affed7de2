//! The picture of a promise by itself: its series as columns or its events as lanes, with what it shows in words.

use crate::dataset::records::{Id, Target};
use crate::page::charts::alt_text;
use crate::page::charts::due_targets::TargetSelection;
use crate::page::charts::{build, milestones};
use crate::page::context::Context;
use crate::page::model::page::PanelBody;
use crate::page::target::event;
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
    let body = picture(ctx, target)?;
    let title = sentence::of_target(ctx, target).into_iter().map(|run| run.text).collect();
    let note = if let PanelBody::Chart(chart) = &body { chart.note_text() } else { None };
    Some(TargetPicture { alt_text: alt_text::alt_text(&body), note: note.unwrap_or_default(), title, body })
}

/// The series of the promise as columns; for an event its subject's events as lanes.
pub(in crate::page) fn picture(ctx: &Context<'_>, chosen: Id<Target>) -> Option<PanelBody> {
    let target = &ctx.dataset[chosen];
    if event::is_event(ctx, chosen) {
        let events = event::events_of(ctx, target.subject);
        return Some(PanelBody::Gantt(milestones::gantt(ctx, &events)?, vec![]));
    }
    build::year_panel(ctx, (target.metric, target.subject), (Some(chosen), TargetSelection::OnePerYear))
}
