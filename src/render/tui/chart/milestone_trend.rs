//! A milestone trend chart: each statement by the day it was made (left to right) and the window that it promised (bottom to
//! top). A rising step is a slip; on the diagonal the target is due.
//!
//! ```text
//! promised for
//! 2025 ┤              ╷·····◆         ╱
//! 2021 ┤        ┌─────●            ╱
//! 2020 ┤   ┌────●               ╱
//! 2018 ┤   ●                 ╱
//!      └──────────────────────────────── said
//!        2014   2016   2018   2020   2022
//! ```

use ratatui::layout::Rect;
use ratatui::style::Modifier;

use crate::page::model::{MilestoneTrend, Role, TrendPoint};
use crate::render::look::theme::Tone;
use crate::render::tui::chart::lines::draw_step;
use crate::render::tui::chart::occupied_cells::{OccupiedCells, cell_area};
use crate::render::tui::pen::Pen;
use crate::render::typeset::measure::{fit_or_cut, width};
use crate::render::typeset::scale::cell_at;
use crate::render::typeset::wrap;

/// The rows of the picture with its scale and an empty line below.
pub(crate) const HEIGHT: u16 = 12;
const MAX_WIDTH: u16 = 64;
/// In fewer rows only the text is drawn.
const MIN_HEIGHT: u16 = 18;

/// Whether there is room for the picture above the text.
fn is_drawn(area: Rect) -> bool {
    area.height >= MIN_HEIGHT && area.width >= 32
}

/// The area of the picture, and of its plot.
fn lay_out(trend: &MilestoneTrend, area: Rect) -> Option<(Rect, Rect)> {
    let area = is_drawn(area).then_some(Rect { height: HEIGHT - 1, width: area.width.min(MAX_WIDTH), ..area })?;
    Some((area, plot_area(trend, area)))
}

/// The area right of the vertical scale and above the horizontal one.
fn plot_area(trend: &MilestoneTrend, area: Rect) -> Rect {
    let left = trend.ticks.iter().map(|(_, label)| width(label)).max().unwrap_or(0) + 2;
    let (width, height) = (area.width.saturating_sub(left), area.height.saturating_sub(3));
    Rect { x: area.x + left, y: area.y + 1, width, height }
}

/// The areas that select a statement, with its index.
pub(crate) fn data_points(trend: &MilestoneTrend, area: Rect) -> Vec<(usize, Rect)> {
    lay_out(trend, area).map_or_else(Vec::new, |(_, plot)| point_areas(trend, plot))
}

fn point_areas(trend: &MilestoneTrend, plot: Rect) -> Vec<(usize, Rect)> {
    let point_areas = |(index, point): (usize, &TrendPoint)| {
        let x = column_of(trend, plot, point.said)?.saturating_sub(1).max(plot.x);
        Some((index, Rect { x, width: 3, ..plot }.intersection(plot)))
    };
    trend.points.iter().enumerate().filter_map(point_areas).collect()
}

/// The area of the text, below the picture if there is one.
pub(crate) fn text_area(area: Rect) -> Rect {
    let picture = if is_drawn(area) { HEIGHT } else { 0 };
    Rect { y: area.y + picture, height: area.height - picture, width: area.width.min(wrap::MAX_TEXT_WIDTH), ..area }
}

/// Draws the picture if there is room for it, and below it the read-out under the crosshair.
pub(crate) fn draw(trend: &MilestoneTrend, cursor: Option<usize>, area: Rect, pen: &mut Pen<'_>) {
    if let Some((picture, plot)) = lay_out(trend, area) {
        draw_picture(trend, cursor, picture, plot, pen);
        if let Some(point) = cursor.and_then(|cursor| trend.points.get(cursor)) {
            pen.runs(Rect { y: picture.bottom(), height: 1, ..area }, &point.data_point.readout);
        }
    }
}

/// Draws the picture over the whole area, for a talk.
pub(crate) fn draw_standalone(trend: &MilestoneTrend, cursor: Option<usize>, area: Rect, pen: &mut Pen<'_>) {
    if area.height >= 5 && area.width >= 20 {
        draw_picture(trend, cursor, area, plot_area(trend, area), pen);
    }
}

/// The areas that select a statement of a picture over the whole area.
pub(crate) fn standalone_point_areas(trend: &MilestoneTrend, area: Rect) -> Vec<(usize, Rect)> {
    point_areas(trend, plot_area(trend, area))
}

fn draw_picture(trend: &MilestoneTrend, cursor: Option<usize>, area: Rect, plot: Rect, pen: &mut Pen<'_>) {
    let axis = fit_or_cut(&trend.axes.1, area.width);
    pen.text(Rect { height: 1, ..area }, axis, pen.role(Role::Muted));
    draw_axes(trend, area, plot, pen);
    let (x, y) = (|at: f64| column_of(trend, plot, at), |at: f64| row_of(trend, plot, at));
    draw_diagonal(trend, plot, pen);
    if let Some(x) = cursor.and_then(|cursor| x(trend.points.get(cursor)?.said)) {
        pen.fill(Rect { x, width: 1, ..plot }, pen.pick("┊", "│", "|"), pen.tone(Tone::Muted));
    }
    let mut last: Option<(u16, u16)> = None;
    for (index, point) in trend.points.iter().enumerate() {
        let (Some(x), Some(high), Some(low)) = (x(point.said), y(point.due.1), y(point.due.0)) else { continue };
        if let Some(last) = last {
            let style = pen.tone(Tone::TargetMuted);
            let symbols = pen.pick(["─", "│", "┘", "┐"], ["─", "│", "┘", "┐"], ["-", "|", "+", "+"]);
            draw_step(last, (x, high), symbols, |at, symbol| pen.put(at, symbol, style));
        }
        let tone = if point.chosen { Tone::Target } else { Tone::TargetMuted };
        for row in high..=low {
            let symbol = if row == high { pen.pick("●", "■", "#") } else { pen.pick("╎", "│", "|") };
            pen.put((x, row), symbol, pen.tone(tone));
        }
        if cursor == Some(index) {
            let style = pen.tone(tone).add_modifier(Modifier::REVERSED);
            pen.put((x, high), pen.pick("●", "■", "#"), style);
        }
        last = Some((x, high));
    }
    draw_labels(trend, plot, pen);
}

fn column_of(trend: &MilestoneTrend, plot: Rect, at: f64) -> Option<u16> {
    cell_at(at, trend.said.0, trend.said.1, plot.width).map(|x| plot.x + x)
}

fn row_of(trend: &MilestoneTrend, plot: Rect, at: f64) -> Option<u16> {
    cell_at(at, trend.due.0, trend.due.1, plot.height).map(|up| plot.bottom() - 1 - up)
}

fn draw_axes(trend: &MilestoneTrend, area: Rect, plot: Rect, pen: &mut Pen<'_>) {
    pen.fill(Rect { x: plot.x - 1, width: 1, ..plot }, pen.pick("│", "│", "|"), pen.tone(Tone::Faint));
    pen.rule(Rect { y: plot.bottom(), height: 1, ..plot });
    let under = Rect { y: plot.bottom() + 1, height: 1, ..plot };
    let (mut rows, mut columns) = (OccupiedCells::new(area), OccupiedCells::new(under));
    let said = fit_or_cut(&trend.axes.0, under.width);
    let end = Rect { x: under.right().saturating_sub(width(said)), width: width(said), ..under };
    columns.claim(end, 1);
    pen.text(end, said, pen.role(Role::Muted));
    for (year, label) in &trend.ticks {
        let cells = width(label);
        if let Some(y) = row_of(trend, plot, *year) {
            let at = Rect { x: plot.x.saturating_sub(cells + 2), y, width: cells, height: 1 };
            if rows.claim(at, 0) {
                pen.text(at, label, pen.role(Role::Muted));
            }
        }
        if let Some(x) = column_of(trend, plot, *year) {
            let at = Rect { x, width: cells, ..under };
            if columns.claim(at, 1) {
                pen.text(at, label, pen.role(Role::Muted));
            }
        }
    }
}

/// Draws the dots where the day of the statement is the promised day.
fn draw_diagonal(trend: &MilestoneTrend, plot: Rect, pen: &mut Pen<'_>) {
    let years = trend.said.1 - trend.said.0;
    for x in plot.x..plot.right() {
        let at = trend.said.0 + years * (f64::from(x - plot.x) + 0.5) / f64::from(plot.width);
        if let Some(y) = row_of(trend, plot, at) {
            pen.put((x, y), pen.pick("·", "·", "."), pen.tone(Tone::Muted));
        }
    }
}

/// Writes the promised date of each statement beside its mark where there is room.
fn draw_labels(trend: &MilestoneTrend, plot: Rect, pen: &mut Pen<'_>) {
    let mut occupied = OccupiedCells::new(plot);
    for point in &trend.points {
        if let (Some(x), Some(y)) = (column_of(trend, plot, point.said), row_of(trend, plot, point.due.1)) {
            occupied.take(cell_area((x, y)));
        }
    }
    let chosen_first = trend.points.iter().filter(|p| p.chosen).chain(trend.points.iter().filter(|p| !p.chosen));
    for point in chosen_first {
        let (Some(x), Some(y)) = (column_of(trend, plot, point.said), row_of(trend, plot, point.due.1)) else {
            continue;
        };
        let words = fit_or_cut(&point.label, plot.width / 3);
        let cells = width(words);
        let role = if point.chosen { Role::Target } else { Role::Muted };
        let beside = [x.saturating_sub(cells + 1), x + 2];
        let area = beside.into_iter().map(|x| Rect { x, y, width: cells, height: 1 }).find(|at| {
            let free = at.x >= plot.x && at.right() <= plot.right();
            free && is_blank(*at, pen) && occupied.claim(*at, 1)
        });
        if let Some(at) = area {
            pen.text(at, words, pen.role(role));
        }
    }
}

/// Whether an area is empty but for the diagonal.
fn is_blank(at: Rect, pen: &Pen<'_>) -> bool {
    let diagonal = pen.pick("·", "·", ".");
    (at.x..at.right())
        .all(|x| pen.buf.cell((x, at.y)).is_some_and(|cell| cell.symbol() == " " || cell.symbol() == diagonal))
}
