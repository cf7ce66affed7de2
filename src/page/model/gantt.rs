//! Lanes over time: what was promised for when, and when it happened.
//!
//! Times are years with a fraction: the first moment of 2025 is 2025.0, its last 2026.0.

use crate::page::model::data_point::DataPoint;
use crate::page::model::mark::Mark;
use crate::page::model::rich_text::{Label, Role};

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
