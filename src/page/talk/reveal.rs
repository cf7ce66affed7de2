//! A scene as it appears: columns from left to right, then the promise, then the verdict.

use crate::page::model::chart::ChartProjections;
use crate::page::model::page::PanelBody;
use crate::page::model::rich_text::{Block, Label};
use crate::page::talk::TalkScene;

/// What a step of a reveal adds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RevealStep {
    /// A column, a lane, a point, a row.
    Element,
    /// The promise, with the pace that it needs and what we project.
    Target,
    /// The verdict.
    Verdict,
}

impl TalkScene {
    /// The steps in which it appears, in order.
    #[must_use]
    pub fn steps(&self) -> Vec<RevealStep> {
        let mut steps = vec![RevealStep::Element; parts(self.body.as_ref())];
        if matches!(&self.body, Some(PanelBody::Chart(chart)) if chart.columns.iter().any(|c| !c.frames.is_empty())) {
            steps.push(RevealStep::Target);
        }
        if self.verdict.is_some() {
            steps.push(RevealStep::Verdict);
        }
        steps
    }

    /// The points of its picture that can be lit, in order.
    #[must_use]
    pub fn spotlight_indices(&self) -> Vec<usize> {
        match &self.body {
            Some(PanelBody::Chart(chart)) => {
                let says =
                    |place: &usize| chart.columns[*place].bar.is_some() || !chart.columns[*place].frames.is_empty();
                (0..chart.columns.len()).filter(says).collect()
            }
            body => (0..parts(body.as_ref())).collect(),
        }
    }

    /// The scene after so many of its steps. Nothing moves when more appears.
    #[must_use]
    pub fn after(&self, done: usize) -> Self {
        let steps = self.steps();
        if done >= steps.len() {
            return self.clone();
        }
        let seen = |what: RevealStep| steps[..done].iter().filter(|step| **step == what).count();
        let mut scene = self.clone();
        let promised = seen(RevealStep::Target) > 0;
        if let Some(body) = &mut scene.body {
            hide_unrevealed(body, seen(RevealStep::Element), promised);
        }
        if seen(RevealStep::Verdict) == 0 {
            scene.verdict = None;
        }
        scene
    }
}

/// How many parts a picture has.
fn parts(body: Option<&PanelBody>) -> usize {
    match body {
        Some(PanelBody::Chart(chart)) => chart.columns.len(),
        Some(PanelBody::Gantt(gantt, _)) => gantt.lanes.len(),
        Some(PanelBody::MilestoneTrend(trend, _)) => trend.points.len(),
        Some(PanelBody::Table(table)) => table.rows.len(),
        Some(PanelBody::Text(blocks)) => blocks.iter().map(bars).sum(),
        Some(PanelBody::SmallMultiples(_) | PanelBody::DataTable(..) | PanelBody::Map(_)) | None => 0,
    }
}

fn bars(block: &Block) -> usize {
    match block {
        Block::Bars(bars) => bars.len(),
        _ => 0,
    }
}

/// Leaves the first parts; of a chart the promises only where they are due to be seen.
fn hide_unrevealed(body: &mut PanelBody, parts: usize, promised: bool) {
    match body {
        PanelBody::Chart(chart) => {
            for (place, column) in chart.columns.iter_mut().enumerate() {
                if place >= parts {
                    column.bar = None;
                    column.value = Label::default();
                    column.rivals.clear();
                    column.differs = false;
                }
                if !promised {
                    column.frames.clear();
                }
            }
            if !promised {
                chart.projections = ChartProjections::default();
            }
        }
        PanelBody::Gantt(gantt, _) => {
            for lane in gantt.lanes.iter_mut().skip(parts) {
                (lane.promised, lane.happened, lane.not_by) = (None, None, None);
                lane.verdict = Label::default();
            }
        }
        PanelBody::MilestoneTrend(trend, _) => trend.points.truncate(parts),
        PanelBody::Table(table) => table.rows.truncate(parts),
        PanelBody::Text(blocks) => {
            for block in blocks {
                if let Block::Bars(bars) = block {
                    for bar in bars.iter_mut().skip(parts) {
                        (bar.value, bar.words) = (0.0, String::new());
                    }
                }
            }
        }
        PanelBody::SmallMultiples(_) | PanelBody::DataTable(..) | PanelBody::Map(_) => {}
    }
}
