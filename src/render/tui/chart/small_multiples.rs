//! Small multiples: charts side by side on one scale, under one title, over one read-out.
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

use crate::page::model::chart::{Chart, SmallMultiples};
use crate::page::model::rich_text::{Label, Role};
use crate::render::tui::chart::geometry::{ChartContext, Geometry};
use crate::render::tui::pen::Pen;
use crate::render::tui::{chart, prose};
use crate::render::typeset::measure::{fit_or_cut, width};
use crate::render::typeset::wrap;

/// A chart is at least this large.
const MIN_CHART_SIZE: (u16, u16) = (24, 6);
/// Cells between charts.
const CHART_GAP: u16 = 3;

/// Where the parts go.
struct MultiplesLayout {
    title: Rect,
    /// The charts that there is room for.
    cells: Vec<Rect>,
    readout: Rect,
}

fn lay_out(apart: &SmallMultiples, area: Rect) -> MultiplesLayout {
    let title = Rect { height: u16::from(area.height >= 4), ..area };
    let readout_height = match area.height {
        0..8 => 0,
        8..20 => 2,
        _ => 3,
    };
    let top = title.bottom() + u16::from(area.height >= 20);
    let readout = Rect { y: area.bottom() - readout_height, height: readout_height, ..area };
    let room = Rect { y: top, height: readout.y.saturating_sub(top), ..area };
    let count = u16::try_from(apart.charts.len()).unwrap_or(u16::MAX).max(1);
    let most_beside = ((room.width + CHART_GAP) / (MIN_CHART_SIZE.0 + CHART_GAP)).clamp(1, count);
    let most_below = (room.height / MIN_CHART_SIZE.1).max(1);
    // As few side by side as still show all of them, so that each has width.
    let fits = (1..=most_beside).find(|beside| count.div_ceil(*beside) <= most_below);
    let beside = fits.unwrap_or(most_beside);
    let below = count.div_ceil(beside).min(most_below);
    let wide = (room.width + CHART_GAP) / beside - CHART_GAP.min((room.width + CHART_GAP) / beside);
    let high = room.height / below.max(1);
    let cell = |number: u16| Rect {
        x: room.x + number % beside * (wide + CHART_GAP),
        y: room.y + number / beside * high,
        width: wide,
        // All of one height, so that all have one scale.
        height: high - u16::from(high > MIN_CHART_SIZE.1 && below > 1),
    };
    MultiplesLayout { title, cells: (0..count.min(beside * below)).map(cell).collect(), readout }
}

/// The slots of every chart in sight, by their places.
pub(in crate::render::tui) fn data_points(
    apart: &SmallMultiples,
    cursor: Option<usize>,
    area: Rect,
) -> Vec<(usize, Rect)> {
    let cells = lay_out(apart, area).cells;
    let of = |(chart, cell): (&Chart, Rect)| {
        Geometry::in_context(chart, (cursor, ChartContext::SmallMultiple), cell).data_points(chart.columns.len())
    };
    apart.charts.iter().zip(cells).flat_map(of).collect()
}

/// Draws the charts; the crosshair stands in all of them, and each says its own value there.
pub(in crate::render::tui) fn draw(apart: &SmallMultiples, cursor: Option<usize>, area: Rect, pen: &mut Pen<'_>) {
    let places = lay_out(apart, area);
    let Some(first) = apart.charts.first() else { return };
    let around =
        Geometry { title: places.title, legend: Rect { height: 0, ..places.title }, ..Geometry::of(first, None, area) };
    let around = Geometry { plot: Rect { width: 0, ..around.plot }, ..around };
    chart::draw_heading(&apart.title, &apart.legend, &around, pen);
    for (own, cell) in apart.charts.iter().zip(&places.cells) {
        let geometry = Geometry::in_context(own, (cursor, ChartContext::SmallMultiple), *cell);
        draw_head(own, cursor, geometry.title, pen);
        chart::draw_plot(own, cursor, &geometry, pen);
    }
    let hidden = apart.charts.len().saturating_sub(places.cells.len());
    if let Some(more) = hidden.checked_sub(1).and_then(|at| apart.more.get(at)) {
        pen.text_right(
            Rect { y: places.readout.bottom().saturating_sub(1), height: 1, ..places.readout },
            more,
            pen.role(Role::Muted),
        );
    }
    let read = cursor.and_then(|cursor| apart.data_points.get(cursor));
    let words = read.map_or(&first.note, |spot| &spot.readout);
    for (line, pieces) in wrap::wrap(words, 0, 0, places.readout.width).iter().enumerate() {
        let at = u16::try_from(line).ok().filter(|line| *line < places.readout.height);
        if let Some(line) = at {
            prose::draw_pieces(pieces, Rect { y: places.readout.y + line, height: 1, ..places.readout }, pen);
        }
    }
}

/// Whose chart it is, and at the right end its value under the crosshair.
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

/// The number in a column: over its bar, else at a dot of the line in question.
fn value_at(chart: &Chart, column: usize) -> Option<&Label> {
    let own = chart.columns.get(column)?;
    if own.bar.is_some() {
        return Some(&own.value);
    }
    let dots = chart.lines.iter().rev().filter(|line| line.is_focused).flat_map(|line| &line.dots);
    dots.filter(|dot| !dot.label.0.is_empty()).find(|dot| dot.column == column).map(|dot| &dot.label)
}
