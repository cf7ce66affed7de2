//! The numbers at the bars and target frames of a chart, where there is room: no word covers a drawing or another word.

use std::cmp::Reverse;

use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};

use crate::page::model::{ChartColumn, ChartMark, Role, TargetFrame};
use crate::render::look::theme::Tone;
use crate::render::tui::chart::marks::columns::PlottedColumn;
use crate::render::tui::chart::occupied_cells::OccupiedCells;
use crate::render::tui::chart::plot::Plot;
use crate::render::tui::pen::Pen;
use crate::render::typeset::measure::{common_form_rank, width};

/// A label that is still to be placed.
struct LabelRequest<'a> {
    /// Index of its column.
    index: usize,
    /// Requests of lower weight are placed first.
    weight: u8,
    /// The target of the label; none for the value of the column.
    frame: Option<&'a TargetFrame>,
}

/// Writes the labels, the most important first.
pub(in crate::render::tui::chart) fn draw(plot: &mut Plot<'_, '_>) {
    let (chart, geometry) = (plot.chart, plot.geometry);
    if geometry.scale < 3 || geometry.slot < 2 {
        return;
    }
    let rank = common_form_rank(&chart.columns.iter().map(|column| &column.value), geometry.slot - 1);
    let mut requests = Vec::new();
    for (index, column) in chart.columns.iter().enumerate().skip(geometry.first) {
        let weight = |frame: &TargetFrame| if frame.is_focused { 0 } else { 3 };
        let targets =
            column.frames.iter().map(|frame| LabelRequest { index, weight: weight(frame), frame: Some(frame) });
        requests.extend(targets);
        let is_marked = column.data_point.is_focused || plot.cursor == Some(index);
        requests.push(LabelRequest { index, weight: if is_marked { 1 } else { 2 }, frame: None });
    }
    // Where columns are narrow, the newest of equally important labels come first.
    let is_narrow = geometry.slot < 4;
    requests.sort_by_key(|request| (request.weight, is_narrow.then_some(Reverse(request.index))));
    for request in &requests {
        let Some(column) = PlottedColumn::of(plot, request.index) else { continue };
        match request.frame {
            Some(frame) => draw_target(&column, frame, plot),
            None => draw_value(&column, rank, plot),
        }
    }
}

/// Writes the number of a target beyond its line.
fn draw_target(column: &PlottedColumn<'_>, frame: &TargetFrame, plot: &mut Plot<'_, '_>) {
    let Some(line) = column.target_lines(plot, frame).next_back() else { return };
    let style = if frame.is_focused { plot.pen.role(Role::Target) } else { plot.pen.tone(Tone::TargetMuted) };
    let top = column.shape.top;
    // The number in focus is written even where the bar has passed the target, or in the second row beyond it.
    let rows: Vec<u16> = match (frame.is_focused, line.is_passed) {
        _ if frame.is_off_scale => vec![plot.geometry.scale],
        (true, true) if frame.value < 0.0 => below(column.shape.bottom).take(2).collect(),
        (true, true) => vec![top + 1, top + 2],
        (is_focused, false) if frame.value < 0.0 => below(line.row).take(1 + usize::from(is_focused)).collect(),
        (true, false) => vec![line.row + 1, line.row + 2],
        (false, true) => Vec::new(),
        (false, false) => vec![line.row + 1],
    };
    if let Some((at, words)) = find_space(&frame.label.0, rows, column, plot) {
        draw_label(at, words, style, plot.pen);
    }
}

/// Writes the value above the bar, or inside it where there is no room above.
fn draw_value(column: &PlottedColumn<'_>, rank: usize, plot: &mut Plot<'_, '_>) {
    let PlottedColumn { column: data, shape, area } = *column;
    let is_focused = data.data_point.is_focused;
    let style = plot.pen.role(match (data.bar.is_some(), is_focused) {
        (false, _) => Role::Missing,
        (true, true) => Role::Strong,
        (true, false) => Role::Plain,
    });
    let forms = forms_of(data, rank);
    // Beyond the bar, or beyond the dashes of other sources over it.
    let rows: Vec<u16> = if shape.is_hanging {
        below(shape.bottom).take(1).collect()
    } else {
        (shape.top..shape.top + if data.rivals.is_empty() { 1 } else { 3 }).collect()
    };
    if let Some((at, words)) = find_space(&forms, rows, column, plot) {
        draw_label(at, words, style, plot.pen);
        return;
    }
    let end = if shape.is_hanging { Some(shape.full_from) } else { shape.full_to.checked_sub(1) };
    let inside = forms.iter().find(|form| width(form) <= area.width);
    let end = end.filter(|row| shape.is_full(*row)).and_then(|row| plot.geometry.row(row));
    if let (Some(words), Some(y)) = (inside, end) {
        let tone = if is_focused { Tone::Actual } else { Tone::ActualMuted };
        let is_full = data.bar.is_some_and(|bar| bar.mark == ChartMark::FullPeriod);
        let style = if is_full { plot.pen.text_on(Tone::Background, tone) } else { style };
        let at = Rect { x: area.x + (area.width - width(words)) / 2, y, width: width(words), height: 1 };
        plot.pen.text(at, words, style.add_modifier(Modifier::BOLD));
    }
}

/// The forms of a value from a rank on, each with the star of one that is counted differently: without it the number would be
/// another one.
fn forms_of(column: &ChartColumn, rank: usize) -> Vec<String> {
    let forms = column.value.0.iter().skip(rank.min(column.value.0.len().saturating_sub(1)));
    forms.map(|form| if column.differs { format!("{form}*") } else { form.clone() }).collect()
}

/// The rows below a row, from the top.
fn below(row: u16) -> impl Iterator<Item = u16> {
    (0..row).rev()
}

/// Writes a word and clears the grid on both of its sides. Returns the cells used.
pub(in crate::render::tui::chart) fn draw_label(at: Rect, words: &str, style: Style, pen: &mut Pen<'_>) -> u16 {
    for x in [at.x.checked_sub(1), Some(at.right())].into_iter().flatten() {
        if pen.buf.cell((x, at.y)).is_some_and(|cell| matches!(cell.symbol(), "⣀" | "·" | ".")) {
            pen.put((x, at.y), " ", Style::new());
        }
    }
    pen.text(at, words, style)
}

/// Claims room for a label in the first of some rows above the zero line that has any.
fn find_space<'a>(
    forms: &'a [String],
    rows: Vec<u16>,
    column: &PlottedColumn<'_>,
    plot: &mut Plot<'_, '_>,
) -> Option<(Rect, &'a str)> {
    rows.into_iter().find_map(|up| {
        let y = plot.geometry.row(up)?;
        find_space_in_row(forms, Rect { y, height: 1, ..column.area }, &mut plot.occupied)
    })
}

/// Claims room for the longest form that fits, as near to the middle of the bar as possible.
fn find_space_in_row<'a>(forms: &'a [String], bar: Rect, occupied: &mut OccupiedCells) -> Option<(Rect, &'a str)> {
    for words in forms {
        let cells = width(words);
        let middle = i32::from(bar.x) + (i32::from(bar.width) - i32::from(cells)).div_euclid(2);
        // First with a free cell on both sides, then without.
        for (air, shift) in [1, 0].into_iter().flat_map(|air| [0, 1, -1, 2, -2].map(|shift| (air, shift))) {
            let Ok(x) = u16::try_from(middle + shift) else { continue };
            // A word must overlap its bar horizontally.
            let touches = x < bar.right() && x + cells > bar.x;
            let at = Rect { x, width: cells, ..bar };
            let around = Rect { x: x.saturating_sub(air), width: cells + 2 * air, ..bar };
            if touches && (air == 0 || occupied.is_free(around)) && occupied.claim(at, 1) {
                return Some((at, words));
            }
        }
    }
    None
}
