//! A story where a dataset brings none: the lead, every promise, the evidence.

use crate::dataset::records::{Id, LocalizedText, SceneRecord as Record, Target, TargetKind};
use crate::page::context::Context;
use crate::page::model::page::PageKind;

/// More scenes than this are no talk.
const MAX_SCENES: usize = 14;

/// Scenes without texts of their own: their titles and sentences are those of the dashboard.
pub(super) fn default_story(ctx: &Context<'_>) -> Vec<Record> {
    let lead = ctx.lead();
    let promises = ctx.known_targets().filter(|&id| Some(id) != lead && ctx.dataset[id].kind == TargetKind::Target);
    // A promise that was said again is told by its last statement.
    let said_again = |id: Id<Target>| ctx.known_targets().any(|other| ctx.dataset[other].restates == Some(id));
    let promises = promises.filter(|&id| !said_again(id));
    let evidence = !ctx.dataset.actuals.is_empty() || !ctx.dataset.targets.is_empty();
    let room = MAX_SCENES - usize::from(evidence);
    let mut scenes: Vec<Record> =
        lead.into_iter().chain(promises).take(room).map(|id| scene(PageKind::Overview, Some(id))).collect();
    if evidence {
        scenes.push(scene(PageKind::Evidence, None));
    }
    scenes
}

fn scene(page: PageKind, target: Option<Id<Target>>) -> Record {
    Record {
        page: page.name().into(),
        target,
        subject: None,
        metric: None,
        known: None,
        zoom: None,
        spotlight: None,
        title: LocalizedText::default(),
        say: LocalizedText::default(),
        notes: LocalizedText::default(),
        seconds: None,
    }
}
