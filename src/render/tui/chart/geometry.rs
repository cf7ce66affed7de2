//! The areas of the parts of a column chart, computed without drawing, so that drawing and the mouse agree.

use ratatui::layout::Rect;

use crate::page::model::{Axis, Chart, ScaleKind};
use crate::render::typeset::measure::width;
use crate::render::typeset::scale::{self, EvenScale, round_to_cells};

/// The widest bar.
const MAX_BAR: u16 = 24;
/// The largest distance from one column to the next.
const MAX_SLOT: u16 = 40;

/// The areas of the parts of a chart. They depend on its size, its number of columns and whether the crosshair would be out
/// of sight, but not on its values, so that nothing moves when another row is chosen.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Geometry {
    /// The line of the title, and of the legend where there is no line for it.
    pub title: Rect,
    /// The line of the legend; empty in short charts.
    pub legend: Rect,
    /// The columns.
    pub plot: Rect,
    /// Rows of the scale, from the bottom of the plot; those above are for words.
    pub scale: u16,
    /// The rows of the scale below the zero line.
    pub zero: u16,
    /// Where a value is on the scale.
    pub values: ValueScale,
    /// Index of the first visible column.
    pub first: usize,
    /// From one column to the next.
    pub slot: u16,
    /// The width of a bar.
    pub bar: u16,
    /// The line of the column names.
    pub years: Rect,
    /// The line of the group names, below.
    pub groups: Rect,
    /// The names of lines, right of the plot.
    pub names: Rect,
    /// The read-out or the note.
    pub readout: Rect,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum ChartContext {
    /// With a legend and a read-out.
    Standalone,
    /// One of several charts that share a legend and a read-out.
    SmallMultiple,
}

impl Geometry {
    /// The geometry of a chart that stands alone.
    pub(crate) fn of(chart: &Chart, cursor: Option<usize>, area: Rect) -> Self {
        Self::in_context(chart, ChartContext::Standalone, cursor, area)
    }

    /// The geometry of a chart in a context.
    pub(crate) fn in_context(chart: &Chart, context: ChartContext, cursor: Option<usize>, area: Rect) -> Self {
        let Rect { x, y, width: room, height } = area;
        let line = |y: u16, height: u16| Rect { x, y, width: room, height };
        let is_standalone = context == ChartContext::Standalone;
        let title = line(y, u16::from(height >= 4));
        let legend = line(title.bottom(), u16::from(is_standalone && height >= 15));
        let years_height = u16::from(height >= 2);
        let grouped = chart.columns.iter().any(|column| !column.group.0.is_empty());
        let groups_height = u16::from(grouped && height >= 8);
        let readout_height = if is_standalone { readout_height(chart, height) } else { 0 };
        let above = title.height + legend.height;
        let rows = height.saturating_sub(above + years_height + groups_height + readout_height);
        let scale_width = chart.axis.ticks.iter().map(|(_, label)| width(label)).max().unwrap_or(0) + 1;
        let left = if room >= 24 && rows >= 3 { scale_width } else { 0 };
        let names = if is_standalone { names_width(chart, room.saturating_sub(left)) } else { 0 };
        let inner = room.saturating_sub(left + names);
        let count = u16::try_from(chart.columns.len()).unwrap_or(u16::MAX).max(1);
        let slot = (inner / count).clamp(1, MAX_SLOT);
        let bar = match slot {
            0..=2 => 1,
            3..=4 => slot - 1,
            5..=7 => slot - 2,
            8..=10 => slot - 3,
            11..=14 => 8,
            _ => (slot * 3 / 5).min(MAX_BAR),
        };
        let seen = (inner / slot).min(count);
        let plot = Rect { x: x + left, y: y + above, width: seen * slot, height: rows };
        let first = usize::from(count - seen);
        let years = Rect { x: plot.x, y: plot.bottom(), width: plot.width, height: years_height };
        let scale = rows.saturating_sub(u16::from(rows >= 5));
        let values = ValueScale::of(&chart.axis, scale);
        Self {
            title,
            legend,
            plot,
            scale,
            zero: values.zero_rows(),
            values,
            first: cursor.map_or(first, |cursor| first.min(cursor)),
            slot,
            bar,
            years,
            groups: Rect { y: years.bottom(), height: groups_height, ..years },
            names: Rect { x: plot.right(), width: names, height: rows + years_height, ..plot },
            readout: line(plot.bottom() + years_height + groups_height, readout_height),
        }
    }

    /// The slot of a column, over the height of the plot and the column names; none out of sight.
    pub(crate) fn slot_of(&self, index: usize) -> Option<Rect> {
        let offset = u16::try_from(index.checked_sub(self.first)?).ok()?;
        let x = offset.checked_mul(self.slot)?;
        (x + self.slot <= self.plot.width).then(|| Rect {
            x: self.plot.x + x,
            width: self.slot,
            height: self.plot.height + self.years.height,
            ..self.plot
        })
    }

    /// The width of the bar of a column, over the height of the plot.
    pub(crate) fn bar_of(&self, index: usize) -> Option<Rect> {
        self.slot_of(index).map(|slot| Rect {
            x: slot.x + (self.slot - self.bar).div_ceil(2),
            width: self.bar,
            height: self.plot.height,
            ..slot
        })
    }

    /// The column of the screen in the middle of a bar.
    pub(crate) fn middle_of(&self, index: usize) -> Option<u16> {
        self.bar_of(index).map(|bar| bar.x + (bar.width - 1) / 2)
    }

    /// The row of the screen that is `up` rows above the bottom of the plot; none above the plot.
    pub(crate) fn row(&self, up: u16) -> Option<u16> {
        (up < self.plot.height).then(|| self.plot.bottom() - 1 - up)
    }

    /// The height of a value above the bottom of the plot, in rows, within the scale.
    pub(crate) fn height(&self, value: f64) -> f64 {
        let height = self.values.height(value);
        if height.is_nan() { 0.0 } else { height.clamp(0.0, f64::from(self.scale)) }
    }

    /// The length of a bar of a value on a linear scale, in rows.
    pub(crate) fn length(&self, value: f64) -> f64 {
        value * self.values.density
    }

    /// The visible slots with the indices of their columns.
    pub(crate) fn data_points(&self, columns: usize) -> Vec<(usize, Rect)> {
        (self.first..columns).filter_map(|index| Some((index, self.slot_of(index)?))).collect()
    }
}

/// The rows of the values of an axis.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct ValueScale {
    axis: (f64, f64),
    kind: ScaleKind,
    /// The number of rows.
    rows: f64,
    /// The height of the zero line, in whole rows.
    zero: f64,
    /// Rows a unit of the axis; of a linear scale.
    density: f64,
    /// Every `tick_step`-th tick has a grid line.
    pub tick_step: usize,
}

impl ValueScale {
    /// Linear scales are made even: the zero line and the grid lines are on whole rows.
    fn of(axis: &Axis, rows: u16) -> Self {
        let span = axis.max - axis.min;
        let even = match axis.scale {
            ScaleKind::Linear => scale::even_scale(span, axis.ticks.len().saturating_sub(1), rows),
            ScaleKind::Log => EvenScale { tick_step: 1, top: span },
        };
        let rows = f64::from(rows);
        let density = if even.top > 0.0 { rows / even.top } else { 0.0 };
        let zero = if axis.scale == ScaleKind::Linear { (-axis.min * density).round() } else { 0.0 };
        Self { axis: (axis.min, axis.max), kind: axis.scale, rows, zero, density, tick_step: even.tick_step }
    }

    fn zero_rows(&self) -> u16 {
        round_to_cells(self.zero)
    }

    fn height(&self, value: f64) -> f64 {
        match self.kind {
            ScaleKind::Linear => self.zero + value * self.density,
            ScaleKind::Log => (value / self.axis.0).ln() / (self.axis.1 / self.axis.0).ln() * self.rows,
        }
    }
}

/// The rows of the read-out; charts with lines have longer read-outs.
fn readout_height(chart: &Chart, height: u16) -> u16 {
    match height {
        0..6 => 0,
        6..12 => 1,
        12..15 => 1 + u16::from(!chart.lines.is_empty()),
        _ => 2 + u16::from(!chart.lines.is_empty()),
    }
}

/// The cells for the names of lines; 0 where there are no names or no room for them.
fn names_width(chart: &Chart, room: u16) -> u16 {
    let longest = chart.lines.iter().map(|line| width(line.name.long())).max().unwrap_or(0);
    if longest == 0 || room < 60 { 0 } else { (longest + 2).min(room / 4) }
}
