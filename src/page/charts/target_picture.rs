//! The chart of one target on its own, with title and alternative text.

use crate::dataset::records::{Id, Target};
use crate::page::charts::due_targets::TargetSelection;
use crate::page::charts::{alt_text, build, milestones};
use crate::page::context::Context;
use crate::page::model::PanelBody;
use crate::page::target::{event, sentence};

/// A chart of one target.
#[derive(Debug, Clone, PartialEq)]
pub struct TargetPicture {
    /// The chart.
    pub body: PanelBody,
    /// The target and its outcome in a sentence.
    pub title: String,
    /// The alternative text.
    pub alt_text: String,
    /// The note below; may be empty.
    pub note: String,
}

/// The chart of a target; none without data.
pub fn target_picture(ctx: &Context<'_>, target: Id<Target>) -> Option<TargetPicture> {
    let body = picture(ctx, target)?;
    let title = sentence::of_target(ctx, target).into_iter().map(|run| run.text).collect();
    let note = if let PanelBody::Chart(chart) = &body { chart.note_text() } else { None };
    Some(TargetPicture { alt_text: alt_text::alt_text(&body), note: note.unwrap_or_default(), title, body })
}

/// The yearly chart of its series; for an event the events of its subject as lanes.
pub(in crate::page) fn picture(ctx: &Context<'_>, chosen: Id<Target>) -> Option<PanelBody> {
    let target = &ctx.dataset[chosen];
    if event::is_event(ctx, chosen) {
        let events = event::events_of(ctx, target.subject);
        return Some(PanelBody::Gantt(milestones::gantt(ctx, &events)?, vec![]));
    }
    build::year_panel(ctx, (target.metric, target.subject), Some(chosen), TargetSelection::OnePerYear)
}
