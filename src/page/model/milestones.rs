//! Charts of dated targets: lanes on a time axis, and the milestone-trend chart (analytics 5.1).
//!
//! All times are decimal years: 2025.0 is the first moment of 2025, 2026.0 its end.

use crate::page::model::data_point::DataPoint;
use crate::page::model::rich_text::{Label, Mark, Role};

/// Lanes under one scale of time.
#[derive(Debug, Clone, PartialEq)]
pub struct Gantt {
    /// Where the scale starts.
    pub from: f64,
    /// Where it ends, after the start.
    pub to: f64,
    /// Years on the scale with their labels.
    pub ticks: Vec<(f64, String)>,
    /// The day of knowledge, if it lies on the scale.
    pub now: Option<f64>,
    /// The lanes, top to bottom.
    pub lanes: Vec<Lane>,
}

/// One promise and what came of it.
#[derive(Debug, Clone, PartialEq)]
pub struct Lane {
    /// What was promised.
    pub label: Label,
    /// When it was said.
    pub said: Label,
    /// When it is promised for.
    pub due: Label,
    /// The promised window; none if not dated.
    pub promised: Option<(f64, f64)>,
    /// The window in which it happened; none if it has not, or nobody says.
    pub happened: Option<(f64, f64)>,
    /// Known not to have happened by here.
    pub not_by: Option<f64>,
    /// The sign of the verdict.
    pub mark: Mark,
    /// The verdict in words.
    pub verdict: Label,
    /// Its role.
    pub role: Role,
    /// What is said of it under the crosshair, and what Enter explains.
    pub data_point: DataPoint,
}

/// The statements of a chain, in the order in which they were said.
#[derive(Debug, Clone, PartialEq)]
pub struct MilestoneTrend {
    /// When it was said: the scale from left to right.
    pub said: (f64, f64),
    /// When it was promised for: the scale from bottom to top.
    pub due: (f64, f64),
    /// Years on both scales with their labels; those outside a scale are for the other one.
    pub ticks: Vec<(f64, String)>,
    /// What the scales are: said, promised for.
    pub axes: (Label, Label),
    /// The statements.
    pub points: Vec<TrendPoint>,
    /// The day of knowledge.
    pub now: f64,
}

/// One statement.
#[derive(Debug, Clone, PartialEq)]
pub struct TrendPoint {
    /// When it was said.
    pub said: f64,
    /// The window it was promised for.
    pub due: (f64, f64),
    /// What was promised, for when: "by 2025".
    pub label: Label,
    /// The chosen statement.
    pub chosen: bool,
    /// What is said of it under the crosshair, and what Enter explains.
    pub data_point: DataPoint,
}
