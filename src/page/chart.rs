//! Columns and lines over time: what was made, what was promised, what is missing.
//!
//! All values are in the unit of the axis. Solid ink is a full year, half-tone a part-year; a bound has an open end; the
//! promise is a hollow frame; a missing year is a question mark, never zero (analytics 5). Lines join what is known and
//! nothing else: neighbours, or a level from one report to the next.

use super::drawing::{Growth, Window};
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
    /// Lines over the columns, the one in question last; the columns have no bars then.
    pub lines: Vec<Line>,
    /// The years in sight, and all there are.
    pub years: Option<Years>,
    /// What the kinds of ink mean, only those that occur.
    pub legend: Vec<(Ink, Label)>,
    /// What is worked out and not reported; empty where projections are off.
    pub outlook: Outlook,
    /// A remark under the chart, such as other coverage; may be empty.
    pub note: Vec<Run>,
}

impl Chart {
    /// Whether the sign of figures that count something else stands before the remark, which explains it: where one is drawn,
    /// and the remark does not begin with it.
    #[must_use]
    pub fn signs_note(&self) -> bool {
        let is_signed = self.note.first().is_none_or(|run| run.text.starts_with('*'));
        !is_signed && self.columns.iter().any(|column| column.differs)
    }

    /// The remark in one piece, after the sign that it explains; none if there is none.
    #[must_use]
    pub fn remark(&self) -> Option<String> {
        let text: String = self.note.iter().map(|run| run.text.as_str()).collect();
        (!text.is_empty()).then(|| if self.signs_note() { format!("* {text}") } else { text })
    }
}

/// The scale of a chart.
#[derive(Debug, Clone, PartialEq)]
pub struct Axis {
    /// Its foot: 0, but greater where it grows by factors.
    pub min: f64,
    /// Its top, greater than its foot. Everything drawn lies below, but what `clipped` columns say.
    pub max: f64,
    /// How it grows.
    pub growth: Growth,
    /// Where lines and labels go, ascending, from the foot; a renderer may leave out every second one.
    pub ticks: Vec<(f64, String)>,
}

impl Axis {
    /// How far up a value stands, from 0 at the foot to 1 at the top.
    #[must_use]
    pub fn share(&self, value: f64) -> f64 {
        let share = match self.growth {
            Growth::Even => (value - self.min) / (self.max - self.min),
            Growth::Log => (value / self.min).ln() / (self.max / self.min).ln(),
        };
        if share.is_nan() { 0.0 } else { share.clamp(0.0, 1.0) }
    }
}

/// Which years are in sight.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Years {
    /// Those in sight.
    pub seen: Window,
    /// All that have something to show.
    pub all: Window,
}

/// Dots that belong together, and how they are joined.
#[derive(Debug, Clone, PartialEq)]
pub struct Line {
    /// Whose they are, beside the last of them; empty if the sign or the title says it.
    pub name: Label,
    /// What each of them looks like.
    pub sign: Sign,
    /// Whether it is the one in question.
    pub focus: bool,
    /// How they are joined.
    pub join: Join,
    /// The dots, from left to right, at most one for each column.
    pub dots: Vec<Dot>,
}

/// What a dot looks like. Full and part-year dots of one line differ.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Sign {
    /// The sign of this number.
    Series(usize),
    /// A short text, such as the last two digits of a year.
    Text(String),
    /// What was promised.
    Promised,
    /// What another source says.
    Rival,
    /// Projected by us.
    Projected,
}

/// How dots are joined. Never over what nobody reported.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Join {
    /// They are not.
    Apart,
    /// Dots of neighbouring columns, by a straight line.
    Neighbours,
    /// Each with the next one by a level: what was made by then cannot be unmade.
    Steps,
}

/// A value of a line.
#[derive(Debug, Clone, PartialEq)]
pub struct Dot {
    /// The column, by its place.
    pub column: usize,
    /// Where it stands.
    pub value: f64,
    /// Whether it is a full period's.
    pub full: bool,
    /// More is possible than it shows.
    pub open: bool,
    /// A mark that it counts something else than the others do.
    pub differs: bool,
    /// The number as words; empty where it is not to be written.
    pub label: Label,
}

/// One column: usually a year.
#[derive(Debug, Clone, PartialEq)]
pub struct Column {
    /// Its time, what is said of it, and what Enter explains.
    pub spot: Spot,
    /// What it has in common with its neighbours, such as the year of parts of it; empty if nothing.
    pub group: Label,
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

impl Column {
    /// A place without anything of its own, for lines.
    #[must_use]
    pub fn empty(spot: Spot) -> Self {
        let (group, value) = (Label::default(), Label::default());
        Self { spot, group, bar: None, value, frames: Vec::new(), rivals: Vec::new(), differs: false }
    }
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
    /// The dot of the series of this number, for a full period.
    Dot(usize),
    /// The same for a part of one.
    Hollow(usize),
    /// The dot of a promise.
    Goal,
    /// A level between two reports: at least so much by then.
    Level,
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
    /// It is beyond the top of the axis, which stands for its value: only its number is shown, with an arrow.
    pub beyond: bool,
}
