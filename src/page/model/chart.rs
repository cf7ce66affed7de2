//! Columns and lines over time.
//!
//! All values are in the unit of the axis. A full year is a solid bar, a part-year half-tone; a bound has an open
//! end; a target is a hollow frame; a missing year is a question mark, never zero (analytics 5). Lines join reported
//! values only.

use crate::page::model::chart_options::{ScaleKind, YearRange};
use crate::page::model::data_point::DataPoint;
use crate::page::model::rich_text::{Label, TextRun};
use crate::page::model::sign::ChartMark;

/// Columns over time, from a zero line.
#[derive(Debug, Clone, PartialEq)]
pub struct Chart {
    /// Subject and metric with the unit of the axis: "Kazakhstan, vehicles a year, thousand".
    pub title: Label,
    /// The vertical axis.
    pub axis: Axis,
    /// The columns in order of time, without gaps: a year without a figure has a column too.
    pub columns: Vec<ChartColumn>,
    /// Lines over the columns, the focused one last; the columns have no bars then.
    pub lines: Vec<ChartLine>,
    /// The visible years and all years with data.
    pub years: Option<VisibleYears>,
    /// The marks that occur and what they mean.
    pub legend: Vec<(ChartMark, Label)>,
    /// Calculated values; empty where projections are off.
    pub projections: ChartProjections,
    /// A note under the chart, such as another coverage; may be empty.
    pub note: Vec<TextRun>,
    /// Added to the note where only the line in focus has room; may be empty.
    pub narrow_note: Vec<TextRun>,
}

impl Chart {
    /// Whether the note has to be preceded by the `*` that it explains: a column has one and the note does not begin
    /// with it.
    pub fn has_note_sign(&self) -> bool {
        let is_signed = self.note.first().is_none_or(|run| run.text.starts_with('*'));
        !is_signed && self.columns.iter().any(|column| column.differs)
    }

    /// The note as one text, with its `*`.
    pub fn note_text(&self) -> Option<String> {
        let text: String = self.note.iter().map(|run| run.text.as_str()).collect();
        (!text.is_empty()).then(|| if self.has_note_sign() { format!("* {text}") } else { text })
    }
}

/// The vertical axis of a chart.
#[derive(Debug, Clone, PartialEq)]
pub struct Axis {
    /// Its lower end: 0 on a linear scale, above 0 on a logarithmic one.
    pub min: f64,
    /// Its upper end, above `min`. A projection's range may exceed it.
    pub max: f64,
    /// Linear or logarithmic.
    pub scale: ScaleKind,
    /// Values and labels, ascending from `min`; a renderer may leave out every second one.
    pub ticks: Vec<(f64, String)>,
}

impl Axis {
    /// The position of a value, from 0 at `min` to 1 at `max`.
    pub fn fraction(&self, value: f64) -> f64 {
        let share = match self.scale {
            ScaleKind::Linear => (value - self.min) / (self.max - self.min),
            ScaleKind::Log => (value / self.min).ln() / (self.max / self.min).ln(),
        };
        if share.is_nan() { 0.0 } else { share.clamp(0.0, 1.0) }
    }
}

/// The visible years out of all.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct VisibleYears {
    /// The years drawn.
    pub visible: YearRange,
    /// All years with something to draw.
    pub all: YearRange,
}

/// A series of dots.
#[derive(Debug, Clone, PartialEq)]
pub struct ChartLine {
    /// The name beside the last dot; empty if the symbol or the title says it.
    pub name: Label,
    /// The symbol of its dots.
    pub sign: DotSymbol,
    /// Whether it is drawn in the foreground.
    pub is_focused: bool,
    /// How neighbouring dots are joined.
    pub join: LineJoin,
    /// The dots from left to right, at most one a column.
    pub dots: Vec<Dot>,
}

/// The symbol of a dot. Full and part-year dots of one line differ.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DotSymbol {
    /// The symbol of the series with this number.
    Series(usize),
    /// A year: a line of its own, named at its end.
    Year {
        /// The last two digits.
        digits: String,
        /// How many of the lines are of later years.
        age: usize,
    },
    /// A target.
    Target,
    /// A differing report of another source.
    OtherSource,
    /// A projection.
    Projected,
}

/// How dots are joined. A line never crosses what nobody reported.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LineJoin {
    /// Not joined.
    Separate,
    /// Dots of neighbouring columns, by a straight line.
    Straight,
    /// Each dot to the next by a level: a cumulative value cannot fall.
    Stepped,
}

/// A value of a line.
#[derive(Debug, Clone, PartialEq)]
pub struct Dot {
    /// The index of its column.
    pub column: usize,
    /// In the unit of the axis.
    pub value: f64,
    /// Whether it covers a full period.
    pub is_full: bool,
    /// Whether it is a lower bound.
    pub is_open: bool,
    /// Whether it counts something else than the other dots.
    pub differs: bool,
    /// The number in words; empty where it is not written.
    pub label: Label,
}

impl Dot {
    /// A full, exact value with the usual coverage.
    pub fn new(column: usize, value: f64, label: Label) -> Self {
        Self { column, value, is_full: true, is_open: false, differs: false, label }
    }
}

impl ChartLine {
    /// A line without a name.
    pub fn new(sign: DotSymbol, join: LineJoin, dots: Vec<Dot>) -> Self {
        Self { name: Label::default(), sign, is_focused: true, join, dots }
    }
}

/// One column: usually a year.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct ChartColumn {
    /// Its time, readout and records.
    pub data_point: DataPoint,
    /// What it shares with its neighbours, such as the year of part-years; may be empty.
    pub group: Label,
    /// The reported value; none is drawn as `?`.
    pub bar: Option<Bar>,
    /// The number above the bar: ">50", "~11", "?".
    pub value: Label,
    /// The targets due here, the lowest first.
    pub frames: Vec<TargetFrame>,
    /// Values of other sources for the same time, drawn as ticks.
    pub rivals: Vec<f64>,
    /// Whether the figure counts something else than its neighbours.
    pub differs: bool,
}

impl ChartColumn {
    /// A column without a bar, for lines.
    pub fn empty(data_point: DataPoint) -> Self {
        Self { data_point, ..Self::default() }
    }
}

/// A reported value.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Bar {
    /// How it is filled.
    pub mark: ChartMark,
    /// The certain part, from zero.
    pub value: f64,
    /// The likely upper end, dotted; none where the value is exact.
    pub soft: Option<f64>,
    /// Whether it is a lower bound: its top is open.
    pub is_open: bool,
}

/// Calculated values, never drawn solid.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct ChartProjections {
    /// The pace the chosen target requires: column index and value, in order of time.
    pub pace: Vec<(usize, f64)>,
    /// At most one a column.
    pub estimates: Vec<Estimate>,
}

/// An estimated value of a column.
#[derive(Debug, Clone, PartialEq)]
pub struct Estimate {
    /// The index of its column.
    pub column: usize,
    /// [`ChartMark::RestOfYear`], on top of the reported part of the year, or [`ChartMark::Projected`], a column of its
    /// own.
    pub mark: ChartMark,
    /// The central value.
    pub value: f64,
    /// Its lower and upper end; the upper may lie above the axis.
    pub range: Option<(f64, f64)>,
    /// The number in words.
    pub label: Label,
}

/// A target: a hollow frame from zero to its value.
#[derive(Debug, Clone, PartialEq)]
pub struct TargetFrame {
    /// In the unit of the axis; of a range the lower end.
    pub value: f64,
    /// The upper end of a range.
    pub upper: Option<f64>,
    /// The number at its top: "≥200", "2–4".
    pub label: Label,
    /// Whether it is the chosen target.
    pub is_focused: bool,
    /// Whether it exceeds the axis: only its number is shown, with an arrow.
    pub is_off_scale: bool,
}

/// Several charts with the same columns on one scale.
#[derive(Debug, Clone, PartialEq)]
pub struct SmallMultiples {
    /// What all charts show, with the unit.
    pub title: Label,
    /// The marks that occur and what they mean.
    pub legend: Vec<(ChartMark, Label)>,
    /// The charts, the focused one first; each title names the subject. All have one column a data point.
    pub charts: Vec<Chart>,
    /// What to say where there is no room for one of them, for two, and so on.
    pub more: Vec<String>,
    /// The data points of the shared columns.
    pub data_points: Vec<DataPoint>,
    /// The visible years and all years with data.
    pub years: Option<VisibleYears>,
}
