//! Small multiples: charts on one scale with a common title and read-out.
//!
//! ```text
//! Vehicles made, thousand                                  █ reported   ▒ part of a year
//! Kazakhstan             171   SaryarkaAvtoProm        >70   Azia Avto              ?
//! 200                          200                           200
//!   0 ▁▂▃▅▇█                     0 ▁▁▃▅                        0 ▂▂
//!     2018 … 2025                  2018 … 2025                   2018 … 2025
//! ```

use ratatui::layout::Rect;
use ratatui::style::Modifier;

use crate::page::model::{Chart, Label, Role, SmallMultiples};
use crate::render::tui::chart::geometry::{ChartContext, Geometry};
use crate::render::tui::chart::{column_chart, lines};
use crate::render::tui::pen::Pen;
use crate::render::tui::prose;
use crate::render::typeset::measure::{fit_or_cut, width};

/// The smallest chart.
const MIN_CHART_SIZE: (u16, u16) = (24, 6);
/// Cells between charts.
const CHART_GAP: u16 = 3;

struct MultiplesLayout {
    title: Rect,
    /// The charts that fit.
    cells: Vec<Rect>,
    readout: Rect,
}

fn lay_out(multiples: &SmallMultiples, area: Rect) -> MultiplesLayout {
    let title = Rect { height: u16::from(area.height >= 4), ..area };
    let readout_height = match area.height {
        0..8 => 0,
        8..20 => 2,
        _ => 3,
    };
    let top = title.bottom() + u16::from(area.height >= 20);
    let readout = Rect { y: area.bottom() - readout_height, height: readout_height, ..area };
    let room = Rect { y: top, height: readout.y.saturating_sub(top), ..area };
    let count = u16::try_from(multiples.charts.len()).unwrap_or(u16::MAX).max(1);
    let most_beside = ((room.width + CHART_GAP) / (MIN_CHART_SIZE.0 + CHART_GAP)).clamp(1, count);
    let most_below = (room.height / MIN_CHART_SIZE.1).max(1);
    // As few side by side as possible while all are shown, so that each is wide.
    let fits = (1..=most_beside).find(|beside| count.div_ceil(*beside) <= most_below);
    let beside = fits.unwrap_or(most_beside);
    let below = count.div_ceil(beside).min(most_below);
    let wide = (room.width + CHART_GAP) / beside - CHART_GAP.min((room.width + CHART_GAP) / beside);
    let high = room.height / below.max(1);
    let cell = |number: u16| Rect {
        x: room.x + number % beside * (wide + CHART_GAP),
        y: room.y + number / beside * high,
        width: wide,
        // All have the same height, so that they have the same scale.
        height: high - u16::from(high > MIN_CHART_SIZE.1 && below > 1),
    };
    MultiplesLayout { title, cells: (0..count.min(beside * below)).map(cell).collect(), readout }
}

/// The visible slots of every chart with the indices of their columns.
pub(crate) fn data_points(multiples: &SmallMultiples, cursor: Option<usize>, area: Rect) -> Vec<(usize, Rect)> {
    let cells = lay_out(multiples, area).cells;
    let of = |(chart, cell): (&Chart, Rect)| {
        Geometry::in_context(chart, ChartContext::SmallMultiple, cursor, cell).data_points(chart.columns.len())
    };
    multiples.charts.iter().zip(cells).flat_map(of).collect()
}

/// Draws the charts; all have the crosshair at the same column.
pub(crate) fn draw(multiples: &SmallMultiples, cursor: Option<usize>, area: Rect, pen: &mut Pen<'_>) {
    let layout = lay_out(multiples, area);
    let Some(first) = multiples.charts.first() else { return };
    let around =
        Geometry { title: layout.title, legend: Rect { height: 0, ..layout.title }, ..Geometry::of(first, None, area) };
    let around = Geometry { plot: Rect { width: 0, ..around.plot }, ..around };
    column_chart::draw_heading(&multiples.title, &multiples.legend, &around, pen);
    let mut narrow_note = None;
    for (chart, cell) in multiples.charts.iter().zip(&layout.cells) {
        let geometry = Geometry::in_context(chart, ChartContext::SmallMultiple, cursor, *cell);
        draw_head(chart, cursor, geometry.title, pen);
        column_chart::draw_plot(chart, cursor, &geometry, pen);
        narrow_note = narrow_note.or_else(|| lines::narrow_note(chart, &geometry));
    }
    let hidden = multiples.charts.len().saturating_sub(layout.cells.len());
    if let Some(more) = hidden.checked_sub(1).and_then(|at| multiples.more.get(at)) {
        let at = Rect { y: layout.readout.bottom().saturating_sub(1), height: 1, ..layout.readout };
        pen.text_right(at, more, pen.role(Role::Muted));
    }
    let data_point = cursor.and_then(|cursor| multiples.data_points.get(cursor));
    let note = narrow_note.as_ref().unwrap_or(&first.note);
    prose::draw_wrapped(data_point.map_or(note, |point| &point.readout), layout.readout, pen);
}

/// Draws the title of a chart, and its value under the crosshair at the right end.
fn draw_head(chart: &Chart, cursor: Option<usize>, at: Rect, pen: &mut Pen<'_>) {
    if at.is_empty() {
        return;
    }
    let value = cursor.map_or("", |cursor| value_at(chart, cursor).map_or("?", Label::long));
    let cells = width(value);
    let room = at.width.saturating_sub(if cells > 0 { cells + 1 } else { 0 });
    pen.text(Rect { width: room, ..at }, fit_or_cut(&chart.title, room), pen.role(Role::Strong));
    if cells > 0 {
        pen.text_right(at, value, pen.role(Role::Actual).add_modifier(Modifier::BOLD));
    }
}

/// The value of a column: that of its bar, else of the line in focus.
fn value_at(chart: &Chart, column: usize) -> Option<&Label> {
    let data = chart.columns.get(column)?;
    if data.bar.is_some() {
        return Some(&data.value);
    }
    let dots = chart.lines.iter().rev().filter(|line| line.is_focused).flat_map(|line| &line.dots);
    dots.filter(|dot| !dot.label.0.is_empty()).find(|dot| dot.column == column).map(|dot| &dot.label)
}
