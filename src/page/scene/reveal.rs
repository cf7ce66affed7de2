//! A scene as it appears: columns from left to right, then the promise, then the verdict.

use super::Scene;
use crate::page::Body;
use crate::page::chart::Outlook;
use crate::page::prose::{Block, Label};

/// What a step of a reveal adds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// A column, a lane, a point, a row.
    Part,
    /// The promise, with the pace that it needs and what we project.
    Promise,
    /// The verdict.
    Verdict,
}

impl Scene {
    /// The steps in which it appears, in order.
    #[must_use]
    pub fn steps(&self) -> Vec<Step> {
        let mut steps = vec![Step::Part; parts(self.body.as_ref())];
        if matches!(&self.body, Some(Body::Chart(chart)) if chart.columns.iter().any(|c| !c.frames.is_empty())) {
            steps.push(Step::Promise);
        }
        if self.verdict.is_some() {
            steps.push(Step::Verdict);
        }
        steps
    }

    /// The points of its picture that can be lit, in order.
    #[must_use]
    pub fn spots(&self) -> Vec<usize> {
        match &self.body {
            Some(Body::Chart(chart)) => {
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
        let seen = |what: Step| steps[..done].iter().filter(|step| **step == what).count();
        let mut scene = self.clone();
        let promised = seen(Step::Promise) > 0;
        if let Some(body) = &mut scene.body {
            hide(body, seen(Step::Part), promised);
        }
        if seen(Step::Verdict) == 0 {
            scene.verdict = None;
        }
        scene
    }
}

/// How many parts a picture has.
fn parts(body: Option<&Body>) -> usize {
    match body {
        Some(Body::Chart(chart)) => chart.columns.len(),
        Some(Body::Gantt(gantt, _)) => gantt.lanes.len(),
        Some(Body::Trend(trend, _)) => trend.points.len(),
        Some(Body::Table(table)) => table.rows.len(),
        Some(Body::Prose(blocks)) => blocks.iter().map(bars).sum(),
        Some(Body::Apart(_) | Body::Figures(..) | Body::Map(_)) | None => 0,
    }
}

fn bars(block: &Block) -> usize {
    match block {
        Block::Bars(bars) => bars.len(),
        _ => 0,
    }
}

/// Leaves the first parts; of a chart the promises only where they are due to be seen.
fn hide(body: &mut Body, parts: usize, promised: bool) {
    match body {
        Body::Chart(chart) => {
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
                chart.outlook = Outlook::default();
            }
        }
        Body::Gantt(gantt, _) => {
            for lane in gantt.lanes.iter_mut().skip(parts) {
                (lane.promised, lane.happened, lane.not_by) = (None, None, None);
                lane.verdict = Label::default();
            }
        }
        Body::Trend(trend, _) => trend.points.truncate(parts),
        Body::Table(table) => table.rows.truncate(parts),
        Body::Prose(blocks) => {
            for block in blocks {
                if let Block::Bars(bars) = block {
                    for bar in bars.iter_mut().skip(parts) {
                        (bar.value, bar.words) = (0.0, String::new());
                    }
                }
            }
        }
        Body::Apart(_) | Body::Figures(..) | Body::Map(_) => {}
    }
}
