//! Columns over time: what was made, what was promised, what is missing.
//!
//! All values are in the unit of the axis. Solid ink is a full year, half-tone a part-year; a bound has an open end; the
//! promise is a hollow frame; a missing year is a question mark, never zero (analytics 5).

use super::prose::{Label, Run};
use super::spot::Spot;

/// Columns, left to right in time, from a zero line.
#[derive(Debug, Clone, PartialEq)]
pub struct Chart {
    /// Who and what, with the unit of the axis: "Kazakhstan, vehicles a year, thousand".
    pub title: Label,
    /// The scale.
    pub axis: Axis,
    /// The columns in order of time, without holes: a year without a figure has a column too.
    pub columns: Vec<Column>,
    /// What the kinds of ink mean, only those that occur.
    pub legend: Vec<(Ink, Label)>,
    /// What is worked out and not reported; empty where projections are off.
    pub outlook: Outlook,
    /// A remark under the chart, such as other coverage; may be empty.
    pub note: Vec<Run>,
}

/// The scale of a chart.
#[derive(Debug, Clone, PartialEq)]
pub struct Axis {
    /// Its top, greater than 0. Everything drawn lies below, but what `clipped` columns say.
    pub max: f64,
    /// Where lines and labels go, ascending, from 0; a renderer may leave out every second one.
    pub ticks: Vec<(f64, String)>,
}

/// One column: usually a year.
#[derive(Debug, Clone, PartialEq)]
pub struct Column {
    /// Its time, what is said of it, and what Enter explains.
    pub spot: Spot,
    /// What was reported; none is drawn as `?`.
    pub bar: Option<Bar>,
    /// The number above the bar: ">50", "~11"; "?" where there is none.
    pub value: Label,
    /// Promises due here, the lowest first.
    pub frames: Vec<Frame>,
    /// What other sources say of the same time, as ticks.
    pub rivals: Vec<f64>,
    /// A mark that the figure counts something else than its neighbours do.
    pub differs: bool,
}

/// A bar.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Bar {
    /// Which ink.
    pub ink: Ink,
    /// Inked up to here.
    pub value: f64,
    /// Likely up to here, dotted; none where the value is firm.
    pub soft: Option<f64>,
    /// More is possible than the bar shows: its top is open.
    pub open: bool,
}

/// What is worked out and not reported: never in full ink.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Outlook {
    /// The pace that the chosen promise needs: columns and values, in order of time.
    pub pace: Vec<(usize, f64)>,
    /// Estimates, at most one for each column.
    pub estimates: Vec<Estimate>,
}

/// A value that we work out for a column.
#[derive(Debug, Clone, PartialEq)]
pub struct Estimate {
    /// The column, by its place.
    pub column: usize,
    /// [`Ink::Rest`]: on top of the part of the year that is reported. [`Ink::Projected`]: a column of its own.
    pub ink: Ink,
    /// The central value.
    pub value: f64,
    /// Its range, if there is one; it may reach past the top of the axis.
    pub range: Option<(f64, f64)>,
    /// The number as words.
    pub label: Label,
}

/// The kinds of ink: the firmer the figure, the more ink.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Ink {
    /// A full period.
    Full,
    /// Part of a year.
    Part,
    /// The rest of a year, estimated.
    Rest,
    /// Projected by us.
    Projected,
    /// Promised: a hollow frame.
    Promised,
    /// The pace that the promise needs.
    Pace,
    /// What another source says.
    Rival,
}

/// A promise: a hollow frame from zero to its value.
#[derive(Debug, Clone, PartialEq)]
pub struct Frame {
    /// How much.
    pub value: f64,
    /// The number at its top: "≥200".
    pub label: Label,
    /// The chosen promise.
    pub focus: bool,
}
