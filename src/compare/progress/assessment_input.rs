//! What is to be judged, and by what.

use chrono::NaiveDate;

use crate::compare::progress::trend::SeriesTrend;
use crate::compare::progress::types::SeriesPoint;
use crate::compare::series::history::History;
use crate::compare::window::due_window::DueWindow;
use crate::compare::window::promised_number::PromisedNumber;

/// A promise and the figures that it is held against.
#[derive(Debug, Clone, Copy)]
pub(crate) struct AssessmentInput<'a> {
    /// The figures, as known.
    pub(crate) history: &'a History,
    /// The figures as points in time, for pace and projection.
    pub(crate) points: &'a [SeriesPoint],
    /// Their trend.
    pub(crate) trend: &'a SeriesTrend,
    /// The number to reach.
    pub(crate) promise: &'a PromisedNumber,
    /// When it is due; none if not dated.
    pub(crate) window: Option<DueWindow>,
    /// When it was said.
    pub(crate) said: NaiveDate,
    /// The day of knowledge.
    pub(crate) known: NaiveDate,
}
