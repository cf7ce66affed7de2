//! The position of the columns and values of a chart in its SVG picture.

use crate::page::model::Chart;

/// The height of the scale.
pub(super) const PLOT_HEIGHT: f64 = 210.0;

/// Where the columns of a chart are, in pixels.
#[derive(Debug, Clone, Copy)]
pub(super) struct ChartFrame<'a> {
    pub chart: &'a Chart,
    pub left: f64,
    /// The lower end of the scale, from the top.
    pub foot: f64,
    /// From one column to the next.
    pub step: f64,
    /// The width of a bar.
    pub bar_width: f64,
}

impl ChartFrame<'_> {
    /// The middle of a column, from the left.
    pub(super) fn middle(&self, column: usize) -> f64 {
        self.left + self.step * (column as f64 + 0.5)
    }

    /// The zero line, or the lower end of a logarithmic scale, from the top.
    pub(super) fn zero(&self) -> f64 {
        self.y(self.chart.axis.min.max(0.0))
    }

    /// The position of a value, from the top.
    pub(super) fn y(&self, value: f64) -> f64 {
        self.foot - self.chart.axis.fraction(value) * PLOT_HEIGHT
    }
}
