//! Where the parts of a chart go: pure, so that drawing, labels and the mouse agree.

use ratatui::layout::Rect;

use crate::page::model::chart::{Axis, Chart};
use crate::page::model::chart_options::ScaleKind;
use crate::render::typeset::measure::width;
use crate::render::typeset::scale::{self, EvenScale, round_to_cells};

/// A column is at most this wide, and so is the slot in which it stands.
const MAX_BAR_AND_SLOT: (u16, u16) = (8, 14);

/// Where the parts of a chart go. Depends on its size, the number of columns and the crosshair if that would be out of
/// sight; not on what it says, so that nothing jumps when another row is chosen.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Geometry {
    /// The title, with the legend at its right end where that fits.
    pub title: Rect,
    /// The line of the legend, where there is height for one.
    pub legend: Rect,
    /// Where the columns are drawn.
    pub plot: Rect,
    /// Rows that the scale takes, from below; those above are for words.
    pub scale: u16,
    /// Which lines of the grid lie on whole rows, and the value at the top of the scale.
    pub even: EvenScale,
    /// The first column in sight.
    pub first: usize,
    /// From one column to the next.
    pub slot: u16,
    /// The width of a column.
    pub bar: u16,
    /// The line of the years.
    pub years: Rect,
    /// The line of what columns have in common, below.
    pub groups: Rect,
    /// Beside the plot, for the names of lines.
    pub names: Rect,
    /// The line of the read-out or the note.
    pub readout: Rect,
}

/// Whether a chart stands alone or among others.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum ChartContext {
    /// With its legend and its read-out.
    Standalone,
    /// Small: what all have in common stands around them.
    SmallMultiple,
}

impl Geometry {
    /// Works out where everything goes.
    pub(crate) fn of(chart: &Chart, cursor: Option<usize>, area: Rect) -> Self {
        Self::in_context(chart, (cursor, ChartContext::Standalone), area)
    }

    /// The same for a chart alone or among others.
    pub(crate) fn in_context(chart: &Chart, (cursor, place): (Option<usize>, ChartContext), area: Rect) -> Self {
        let Rect { x, y, width: room, height } = area;
        let line = |y: u16, height: u16| Rect { x, y, width: room, height };
        let alone = place == ChartContext::Standalone;
        let title = line(y, u16::from(height >= 4));
        let legend = line(title.bottom(), u16::from(alone && height >= 15));
        let years_height = u16::from(height >= 2);
        let grouped = chart.columns.iter().any(|column| !column.group.0.is_empty());
        let groups_height = u16::from(grouped && height >= 8);
        let readout_height = if alone { readout_height(chart, height) } else { 0 };
        let above = title.height + legend.height;
        let rows = height.saturating_sub(above + years_height + groups_height + readout_height);
        let scale_width = chart.axis.ticks.iter().map(|(_, label)| width(label)).max().unwrap_or(0) + 1;
        let left = if room >= 24 && rows >= 3 { scale_width } else { 0 };
        let names = if alone { names_width(chart, room.saturating_sub(left)) } else { 0 };
        let inner = room.saturating_sub(left + names);
        let count = u16::try_from(chart.columns.len()).unwrap_or(u16::MAX).max(1);
        let slot = (inner / count).clamp(1, MAX_BAR_AND_SLOT.1);
        let bar = match slot {
            0..=2 => 1,
            3..=4 => slot - 1,
            5..=7 => slot - 2,
            8..=10 => slot - 3,
            _ => MAX_BAR_AND_SLOT.0,
        };
        let seen = (inner / slot).min(count);
        let plot = Rect { x: x + left, y: y + above, width: seen * slot, height: rows };
        let first = usize::from(count - seen);
        let years = Rect { x: plot.x, y: plot.bottom(), width: plot.width, height: years_height };
        let scale = rows.saturating_sub(u16::from(rows >= 5));
        Self {
            title,
            legend,
            plot,
            scale,
            even: chart_scale(&chart.axis, scale),
            first: cursor.map_or(first, |cursor| first.min(cursor)),
            slot,
            bar,
            years,
            groups: Rect { y: years.bottom(), height: groups_height, ..years },
            names: Rect { x: plot.right(), width: names, ..plot },
            readout: line(plot.bottom() + years_height + groups_height, readout_height),
        }
    }

    /// The slot of a column, over the height of the plot and the years.
    pub(crate) fn slot_of(&self, index: usize) -> Option<Rect> {
        let place = u16::try_from(index.checked_sub(self.first)?).ok()?;
        let x = place.checked_mul(self.slot)?;
        (x + self.slot <= self.plot.width).then(|| Rect {
            x: self.plot.x + x,
            width: self.slot,
            height: self.plot.height + self.years.height,
            ..self.plot
        })
    }

    /// The column itself, over the height of the plot.
    pub(crate) fn bar_of(&self, index: usize) -> Option<Rect> {
        self.slot_of(index).map(|slot| Rect {
            x: slot.x + (self.slot - self.bar).div_ceil(2),
            width: self.bar,
            height: self.plot.height,
            ..slot
        })
    }

    /// The middle of a column.
    pub(crate) fn middle_of(&self, index: usize) -> Option<u16> {
        self.bar_of(index).map(|bar| bar.x + (bar.width - 1) / 2)
    }

    /// The row of the screen that is `up` rows above the zero line.
    pub(crate) fn row(&self, up: u16) -> Option<u16> {
        (up < self.plot.height).then(|| self.plot.bottom() - 1 - up)
    }

    /// How many rows above the zero line the lower edge lies that is nearest to a value.
    pub(crate) fn rows_up(&self, chart: &Chart, value: f64) -> u16 {
        round_to_cells(self.rows(chart, value))
    }

    /// How many rows up a value stands.
    pub(crate) fn rows(&self, chart: &Chart, value: f64) -> f64 {
        let share = match chart.axis.scale {
            ScaleKind::Linear => (value / self.even.top).clamp(0.0, 1.0),
            ScaleKind::Log => chart.axis.fraction(value),
        };
        if share.is_nan() { 0.0 } else { share * f64::from(self.scale) }
    }

    /// The slots in sight, by their columns.
    pub(crate) fn data_points(&self, columns: usize) -> Vec<(usize, Rect)> {
        (self.first..columns).filter_map(|index| Some((index, self.slot_of(index)?))).collect()
    }
}

/// Lines of a scale that grows by factors lie where they lie.
fn chart_scale(axis: &Axis, rows: u16) -> EvenScale {
    match axis.scale {
        ScaleKind::Linear => scale::even_scale(axis.max, axis.ticks.len().saturating_sub(1), rows),
        ScaleKind::Log => EvenScale { tick_step: 1, top: axis.max },
    }
}

/// Lines are named together, which takes more words.
fn readout_height(chart: &Chart, height: u16) -> u16 {
    match height {
        0..6 => 0,
        6..12 => 1,
        12..15 => 1 + u16::from(!chart.lines.is_empty()),
        _ => 2 + u16::from(!chart.lines.is_empty()),
    }
}

/// The cells for the names of lines beside their last dots; none where there are no names or no room for them.
fn names_width(chart: &Chart, room: u16) -> u16 {
    let longest = chart.lines.iter().map(|line| width(line.name.long())).max().unwrap_or(0);
    if longest == 0 || room < 60 { 0 } else { (longest + 2).min(room / 4) }
}
