//! How a promise moved: when it was said against when it was promised for (the milestone-trend chart, analytics 5.1).
//!
//! Times are years with a fraction. A level step holds, a rising one slips; on the diagonal a promise falls due.

use crate::page::model::data_point::DataPoint;
use crate::page::model::rich_text::Label;

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
