//! The input of an assessment: a target number and the figures it is compared with.

use chrono::NaiveDate;

use crate::compare::progress::trend::SeriesTrend;
use crate::compare::progress::types::SeriesPoint;
use crate::compare::series::as_of::was_known_at_statement;
use crate::compare::series::history::History;
use crate::compare::window::due_window::DueWindow;
use crate::compare::window::promised_number::PromisedNumber;
use crate::dataset::records::{Dataset, Id, LineShape, Target};

#[derive(Debug, Clone, Copy)]
pub(crate) struct AssessmentInput<'a> {
    pub(crate) history: &'a History,
    /// The figures as points in time, for pace and projection.
    pub(crate) points: &'a [SeriesPoint],
    pub(crate) trend: &'a SeriesTrend,
    pub(crate) promise: &'a PromisedNumber,
    pub(crate) dataset: &'a Dataset,
    pub(crate) target: Id<Target>,
    /// The line of the pace that the target asks for.
    pub(crate) path: Option<LineShape>,
    /// None if undated.
    pub(crate) window: Option<DueWindow>,
    pub(crate) said: NaiveDate,
    /// The date of the assessment.
    pub(crate) known: NaiveDate,
}

impl AssessmentInput<'_> {
    /// Whether a figure was known when the target was stated: it is baseline or history, and nothing that the target is judged
    /// by (analytics 3.3, "no hindsight").
    pub(crate) fn was_known_at_statement(&self, point: &SeriesPoint) -> bool {
        was_known_at_statement(self.dataset, self.target, self.known, point.period, &point.pieces, point.actual)
    }
}
