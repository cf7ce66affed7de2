//! The reveal of a scene: columns from left to right, then the target, then the verdict.

use crate::page::model::{Block, ChartProjections, Label, PanelBody};
use crate::page::talk::scene::TalkScene;

/// What a step adds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RevealStep {
    /// A column, a lane, a point or a row.
    Element,
    /// The target frames, the required pace and the projections.
    Target,
    /// The verdict.
    Verdict,
}

impl TalkScene {
    /// The steps of the reveal, in order.
    pub fn steps(&self) -> Vec<RevealStep> {
        let mut steps = vec![RevealStep::Element; element_count(self.body.as_ref())];
        if matches!(&self.body, Some(PanelBody::Chart(chart)) if chart.columns.iter().any(|c| !c.frames.is_empty())) {
            steps.push(RevealStep::Target);
        }
        if self.verdict.is_some() {
            steps.push(RevealStep::Verdict);
        }
        steps
    }

    /// The elements of its picture that can be highlighted, in order.
    pub fn spotlight_indices(&self) -> Vec<usize> {
        match &self.body {
            Some(PanelBody::Chart(chart)) => {
                let columns = chart.columns.iter().enumerate();
                columns.filter(|(_, c)| c.bar.is_some() || !c.frames.is_empty()).map(|(index, _)| index).collect()
            }
            body => (0..element_count(body.as_ref())).collect(),
        }
    }

    /// The scene after `done` of its steps. What is already shown does not move when more appears.
    pub fn after(&self, done: usize) -> Self {
        let steps = self.steps();
        if done >= steps.len() {
            return self.clone();
        }
        let steps = &steps[..done];
        let mut scene = self.clone();
        if let Some(body) = &mut scene.body {
            hide_unrevealed(body, steps);
        }
        if !steps.contains(&RevealStep::Verdict) {
            scene.verdict = None;
        }
        scene
    }
}

/// The number of elements of a picture.
fn element_count(body: Option<&PanelBody>) -> usize {
    match body {
        Some(PanelBody::Chart(chart)) => chart.columns.len(),
        Some(PanelBody::Gantt(gantt, _)) => gantt.lanes.len(),
        Some(PanelBody::MilestoneTrend(trend, _)) => trend.points.len(),
        Some(PanelBody::Table(table)) => table.rows.len(),
        Some(PanelBody::Text(blocks)) => {
            blocks.iter().map(|block| if let Block::Bars(bars) = block { bars.len() } else { 0 }).sum()
        }
        Some(PanelBody::SmallMultiples(_) | PanelBody::DataTable(..) | PanelBody::Map(_)) | None => 0,
    }
}

/// Hides the elements and targets that the done steps have not revealed.
fn hide_unrevealed(body: &mut PanelBody, done: &[RevealStep]) {
    let elements = done.iter().filter(|step| **step == RevealStep::Element).count();
    match body {
        PanelBody::Chart(chart) => {
            for column in chart.columns.iter_mut().skip(elements) {
                column.bar = None;
                column.value = Label::default();
                column.rivals.clear();
                column.differs = false;
            }
            if !done.contains(&RevealStep::Target) {
                chart.columns.iter_mut().for_each(|column| column.frames.clear());
                chart.projections = ChartProjections::default();
            }
        }
        PanelBody::Gantt(gantt, _) => {
            for lane in gantt.lanes.iter_mut().skip(elements) {
                (lane.promised, lane.happened, lane.not_by) = (None, None, None);
                lane.verdict = Label::default();
            }
        }
        PanelBody::MilestoneTrend(trend, _) => trend.points.truncate(elements),
        PanelBody::Table(table) => table.rows.truncate(elements),
        PanelBody::Text(blocks) => {
            for block in blocks {
                if let Block::Bars(bars) = block {
                    for bar in bars.iter_mut().skip(elements) {
                        (bar.value, bar.words) = (0.0, String::new());
                    }
                }
            }
        }
        PanelBody::SmallMultiples(_) | PanelBody::DataTable(..) | PanelBody::Map(_) => {}
    }
}
