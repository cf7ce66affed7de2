//! Columns and lines over time: what was made, what was promised, what is missing.
//!
//! All values are in the unit of the axis. Solid ink is a full year, half-tone a part-year; a bound has an open end; the
//! promise is a hollow frame; a missing year is a question mark, never zero (analytics 5). Lines join what is known and
//! nothing else: neighbours, or a level from one report to the next.

use crate::page::model::chart_options::{ScaleKind, YearRange};
use crate::page::model::data_point::DataPoint;
use crate::page::model::rich_text::{Label, TextRun};

/// Columns, left to right in time, from a zero line.
#[derive(Debug, Clone, PartialEq)]
pub struct Chart {
    /// Who and what, with the unit of the axis: "Kazakhstan, vehicles a year, thousand".
    pub title: Label,
    /// The scale.
    pub axis: Axis,
    /// The columns in order of time, without holes: a year without a figure has a column too.
    pub columns: Vec<ChartColumn>,
    /// Lines over the columns, the one in question last; the columns have no bars then.
    pub lines: Vec<ChartLine>,
    /// The years in sight, and all there are.
    pub years: Option<VisibleYears>,
    /// What the kinds of ink mean, only those that occur.
    pub legend: Vec<(ChartMark, Label)>,
    /// What is worked out and not reported; empty where projections are off.
    pub projections: ChartProjections,
    /// A remark under the chart, such as other coverage; may be empty.
    pub note: Vec<TextRun>,
}

impl Chart {
    /// Whether the sign of figures that count something else stands before the remark, which explains it: where one is drawn,
    /// and the remark does not begin with it.
    #[must_use]
    pub fn has_note_sign(&self) -> bool {
        let is_signed = self.note.first().is_none_or(|run| run.text.starts_with('*'));
        !is_signed && self.columns.iter().any(|column| column.differs)
    }

    /// The remark in one piece, after the sign that it explains; none if there is none.
    #[must_use]
    pub fn note_text(&self) -> Option<String> {
        let text: String = self.note.iter().map(|run| run.text.as_str()).collect();
        (!text.is_empty()).then(|| if self.has_note_sign() { format!("* {text}") } else { text })
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
    pub scale: ScaleKind,
    /// Where lines and labels go, ascending, from the foot; a renderer may leave out every second one.
    pub ticks: Vec<(f64, String)>,
}

impl Axis {
    /// How far up a value stands, from 0 at the foot to 1 at the top.
    #[must_use]
    pub fn fraction(&self, value: f64) -> f64 {
        let share = match self.scale {
            ScaleKind::Linear => (value - self.min) / (self.max - self.min),
            ScaleKind::Log => (value / self.min).ln() / (self.max / self.min).ln(),
        };
        if share.is_nan() { 0.0 } else { share.clamp(0.0, 1.0) }
    }
}

/// Which years are in sight.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct VisibleYears {
    /// Those in sight.
    pub visible: YearRange,
    /// All that have something to show.
    pub all: YearRange,
}

/// Dots that belong together, and how they are joined.
#[derive(Debug, Clone, PartialEq)]
pub struct ChartLine {
    /// Whose they are, beside the last of them; empty if the sign or the title says it.
    pub name: Label,
    /// What each of them looks like.
    pub sign: DotSymbol,
    /// Whether it is the one in question.
    pub is_focused: bool,
    /// How they are joined.
    pub join: LineJoin,
    /// The dots, from left to right, at most one for each column.
    pub dots: Vec<Dot>,
}

/// What a dot looks like. Full and part-year dots of one line differ.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DotSymbol {
    /// The sign of this number.
    Series(usize),
    /// A short text, such as the last two digits of a year.
    Text(String),
    /// What was promised.
    Target,
    /// What another source says.
    OtherSource,
    /// Projected by us.
    Projected,
}

/// How dots are joined. Never over what nobody reported.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LineJoin {
    /// They are not.
    Separate,
    /// Dots of neighbouring columns, by a straight line.
    Straight,
    /// Each with the next one by a level: what was made by then cannot be unmade.
    Stepped,
}

/// A value of a line.
#[derive(Debug, Clone, PartialEq)]
pub struct Dot {
    /// The column, by its place.
    pub column: usize,
    /// Where it stands.
    pub value: f64,
    /// Whether it is a full period's.
    pub is_full: bool,
    /// More is possible than it shows.
    pub is_open: bool,
    /// A mark that it counts something else than the others do.
    pub differs: bool,
    /// The number as words; empty where it is not to be written.
    pub label: Label,
}

/// One column: usually a year.
#[derive(Debug, Clone, PartialEq)]
pub struct ChartColumn {
    /// Its time, what is said of it, and what Enter explains.
    pub data_point: DataPoint,
    /// What it has in common with its neighbours, such as the year of parts of it; empty if nothing.
    pub group: Label,
    /// What was reported; none is drawn as `?`.
    pub bar: Option<Bar>,
    /// The number above the bar: ">50", "~11"; "?" where there is none.
    pub value: Label,
    /// Promises due here, the lowest first.
    pub frames: Vec<TargetFrame>,
    /// What other sources say of the same time, as ticks.
    pub rivals: Vec<f64>,
    /// A mark that the figure counts something else than its neighbours do.
    pub differs: bool,
}

impl ChartColumn {
    /// A place without anything of its own, for lines.
    #[must_use]
    pub fn empty(data_point: DataPoint) -> Self {
        let (group, value) = (Label::default(), Label::default());
        Self { data_point, group, bar: None, value, frames: Vec::new(), rivals: Vec::new(), differs: false }
    }
}

/// A bar.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Bar {
    /// Which ink.
    pub mark: ChartMark,
    /// Inked up to here.
    pub value: f64,
    /// Likely up to here, dotted; none where the value is firm.
    pub soft: Option<f64>,
    /// More is possible than the bar shows: its top is open.
    pub is_open: bool,
}

/// What is worked out and not reported: never in full ink.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct ChartProjections {
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
    /// [`ChartMark::RestOfYear`]: on top of the part of the year that is reported. [`ChartMark::Projected`]: a column of its own.
    pub mark: ChartMark,
    /// The central value.
    pub value: f64,
    /// Its range, if there is one; it may reach past the top of the axis.
    pub range: Option<(f64, f64)>,
    /// The number as words.
    pub label: Label,
}

/// The kinds of ink: the firmer the figure, the more ink.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ChartMark {
    /// A full period.
    FullPeriod,
    /// Part of a year.
    PartYear,
    /// The rest of a year, estimated.
    RestOfYear,
    /// Projected by us.
    Projected,
    /// Promised: a hollow frame.
    TargetFrame,
    /// The pace that the promise needs.
    Pace,
    /// What another source says.
    OtherSource,
    /// The dot of the series of this number, for a full period.
    Dot(usize),
    /// The same for a part of one.
    HollowDot(usize),
    /// The dot of a promise.
    TargetDot,
    /// A level between two reports: at least so much by then.
    Level,
}

/// A promise: a hollow frame from zero to its value.
#[derive(Debug, Clone, PartialEq)]
pub struct TargetFrame {
    /// How much.
    pub value: f64,
    /// The number at its top: "≥200".
    pub label: Label,
    /// The chosen promise.
    pub is_focused: bool,
    /// It is beyond the top of the axis, which stands for its value: only its number is shown, with an arrow.
    pub is_off_scale: bool,
}

/// Charts that are read together.
#[derive(Debug, Clone, PartialEq)]
pub struct SmallMultiples {
    /// What all of them show, with the unit of their scale.
    pub title: Label,
    /// What the inks mean.
    pub legend: Vec<(ChartMark, Label)>,
    /// The charts, the one in question first; the title of each is whose it is. All have as many columns as there are
    /// places.
    pub charts: Vec<Chart>,
    /// What to say where there is no room for one of them, for two, and so on.
    pub more: Vec<String>,
    /// The places, with what is said of all charts there.
    pub data_points: Vec<DataPoint>,
    /// The years in sight, and all there are.
    pub years: Option<VisibleYears>,
}
