//! Charts of dated targets: lanes on a time axis, and the milestone-trend chart (analytics 5.1).
//!
//! All times are decimal years: 2025.0 is the first moment of 2025, 2026.0 its end.

use crate::page::model::data_point::DataPoint;
use crate::page::model::rich_text::{Label, Role};
use crate::page::model::sign::Mark;

/// Lanes on one time axis.
#[derive(Debug, Clone, PartialEq)]
pub struct Gantt {
    /// The start of the axis.
    pub from: f64,
    /// The end of the axis, after `from`.
    pub to: f64,
    /// Years with their labels.
    pub ticks: Vec<(f64, String)>,
    /// The as-of date, if it is on the axis.
    pub now: Option<f64>,
    /// From top to bottom.
    pub lanes: Vec<Lane>,
}

/// One target and its outcome.
#[derive(Debug, Clone, PartialEq)]
pub struct Lane {
    /// What was promised.
    pub label: Label,
    /// The date of the statement.
    pub said: Label,
    /// The due date.
    pub due: Label,
    /// The due window, start and end; none if not dated.
    pub promised: Option<(f64, f64)>,
    /// The window in which it happened; none if it has not, or nobody reports it.
    pub happened: Option<(f64, f64)>,
    /// The last time at which it is known not to have happened.
    pub not_by: Option<f64>,
    /// The mark of the verdict.
    pub mark: Mark,
    /// The verdict in words.
    pub verdict: Label,
    /// The role of the verdict.
    pub role: Role,
    /// Readout and record.
    pub data_point: DataPoint,
}

/// How a due date moved: the restatements of one target, in the order stated. A level step holds, a rising one slips;
/// on the diagonal a target falls due.
#[derive(Debug, Clone, PartialEq)]
pub struct MilestoneTrend {
    /// Start and end of the horizontal axis: when it was stated.
    pub said: (f64, f64),
    /// Start and end of the vertical axis: when it was due.
    pub due: (f64, f64),
    /// Years with their labels for both axes; each draws those within its range.
    pub ticks: Vec<(f64, String)>,
    /// The titles of the horizontal and the vertical axis.
    pub axes: (Label, Label),
    /// One point a statement.
    pub points: Vec<TrendPoint>,
    /// The as-of date.
    pub now: f64,
}

/// One statement.
#[derive(Debug, Clone, PartialEq)]
pub struct TrendPoint {
    /// When it was stated.
    pub said: f64,
    /// The due window, start and end.
    pub due: (f64, f64),
    /// The due date in words: "by 2025".
    pub label: Label,
    /// Whether it is the chosen statement.
    pub chosen: bool,
    /// Readout and record.
    pub data_point: DataPoint,
}
