//! The input of an assessment: a target number and the figures it is compared with.

use chrono::NaiveDate;

use crate::compare::progress::trend::SeriesTrend;
use crate::compare::progress::types::SeriesPoint;
use crate::compare::series::history::History;
use crate::compare::window::due_window::DueWindow;
use crate::compare::window::promised_number::PromisedNumber;

#[derive(Debug, Clone, Copy)]
pub(crate) struct AssessmentInput<'a> {
    pub(crate) history: &'a History,
    /// The figures as points in time, for pace and projection.
    pub(crate) points: &'a [SeriesPoint],
    pub(crate) trend: &'a SeriesTrend,
    pub(crate) promise: &'a PromisedNumber,
    /// None if undated.
    pub(crate) window: Option<DueWindow>,
    pub(crate) said: NaiveDate,
    /// The date of the assessment.
    pub(crate) known: NaiveDate,
}
