//! The story of a dataset without one: a scene for the lead, one for every other promise and plan figure, one for the evidence.

use crate::dataset::records::{Id, LocalizedText, SceneRecord, Target};
use crate::page::context::Context;
use crate::page::model::PageKind;
use crate::page::target::sections;

/// The most scenes of a default story.
const MAX_SCENES: usize = 14;

/// Scenes without texts; their titles and sentences are those of the dashboard.
pub(super) fn default_story(ctx: &Context<'_>) -> Vec<SceneRecord> {
    let has_evidence = !ctx.dataset.actuals.is_empty() || !ctx.dataset.targets.is_empty();
    let room = MAX_SCENES - usize::from(has_evidence);
    let mut scenes: Vec<SceneRecord> = sections::promises_and_plan_figures(ctx)
        .into_iter()
        .take(room)
        .map(|id| scene(PageKind::Overview, Some(id)))
        .collect();
    if has_evidence {
        scenes.push(scene(PageKind::Evidence, None));
    }
    scenes
}

fn scene(page: PageKind, target: Option<Id<Target>>) -> SceneRecord {
    SceneRecord {
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
