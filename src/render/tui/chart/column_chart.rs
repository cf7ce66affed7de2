//! A column chart over time: heading, grid, crosshair, column names, read-out. Bars are drawn in `columns`, numbers in
//! `labels`.
//!
//! ```text
//! Kazakhstan, vehicles a year, thousand                  █ made  ▒ part year  ▕▔▏ promised
//! 200 ⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀≥200
//!                                            ▕171▏
//!                   ~100        148   145    ▕███▏
//! 100 ⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀▁▁▁⣀⣀92⣀⣀⣀⣀███⣀⣀⣀███⣀⣀⣀⣀▕███▏
//!          32   >50 ▕77▏ ███     ███   ███    ▕███▏
//!   0  ▁▁▁▂▂▂▁▁▁███▁▕██▏▁███▁▁?▁▁███▁▁▁███▁▁▁▁▕███▏
//!         2018  2019 2020 2021 2022 2023 2024  2025
//! ```
//!
//! A column is as high as its value to an eighth of a cell. The line of a value is on the lower edge of a cell, so that a
//! column of that value just touches it, and the zero line needs no row of its own. The target is a frame around its
//! column: the empty part is the shortfall.

use std::collections::BTreeSet;

use ratatui::layout::Rect;
use ratatui::style::Modifier;

use crate::page::model::{Chart, ChartMark, Label, Role};
use crate::render::look::glyphs::{self, chart_mark_tone};
use crate::render::look::theme::Tone;
use crate::render::tui::chart::geometry::Geometry;
use crate::render::tui::chart::lines;
use crate::render::tui::chart::marks::{columns, labels, projections};
use crate::render::tui::chart::occupied_cells::{OccupiedCells, cell_area};
use crate::render::tui::chart::plot::Plot;
use crate::render::tui::pen::{Pen, right_of};
use crate::render::tui::prose;
use crate::render::typeset::measure::{common_form_rank, fit_or_cut, form_at_rank, width};
use crate::render::typeset::scale::round_to_cells;
use crate::render::typeset::wrap;

/// The visible slots with the indices of their columns.
pub(crate) fn data_points(chart: &Chart, cursor: Option<usize>, area: Rect) -> Vec<(usize, Rect)> {
    Geometry::of(chart, cursor, area).data_points(chart.columns.len())
}

/// Draws a chart; `cursor` is the column under the crosshair.
pub(crate) fn draw(chart: &Chart, cursor: Option<usize>, area: Rect, pen: &mut Pen<'_>) {
    if area.is_empty() || chart.columns.is_empty() {
        return;
    }
    let geometry = Geometry::of(chart, cursor, area);
    draw_heading(&chart.title, &chart.legend, &geometry, pen);
    draw_plot(chart, cursor, &geometry, pen);
    draw_readout(chart, cursor, &geometry, pen);
}

/// Draws everything between the title and the read-out.
pub(crate) fn draw_plot(chart: &Chart, cursor: Option<usize>, geometry: &Geometry, pen: &mut Pen<'_>) {
    if geometry.plot.is_empty() || chart.columns.is_empty() {
        return;
    }
    draw_grid(chart, geometry, pen);
    if let Some(slot) = cursor.and_then(|cursor| geometry.slot_of(cursor)) {
        pen.buf.set_style(slot.intersection(pen.buf.area), pen.tint(Tone::SelectedBackground));
    }
    let occupied = OccupiedCells::new(geometry.plot);
    let plot = &mut Plot { chart, geometry, cursor, occupied, pen };
    columns::draw(plot);
    lines::draw(plot);
    labels::draw(plot);
    projections::draw(plot);
    draw_crosshair(plot);
    draw_column_names(chart, geometry, cursor, pen);
    draw_group_names(chart, geometry, pen);
}

/// Draws the read-out of the data point under the crosshair; else the note, after the `*` that it explains.
fn draw_readout(chart: &Chart, cursor: Option<usize>, geometry: &Geometry, pen: &mut Pen<'_>) {
    let at = geometry.readout;
    let column = cursor.and_then(|cursor| chart.columns.get(cursor));
    let narrow_note = lines::narrow_note(chart, geometry).filter(|_| column.is_none());
    let is_signed = || narrow_note.is_none() && chart.has_note_sign();
    let differs = column.map_or_else(is_signed, |column| column.differs);
    let words = column.map_or(narrow_note.as_ref().unwrap_or(&chart.note), |column| &column.data_point.readout);
    let indent = if differs { 2 } else { 0 };
    prose::draw_cut_lines(&wrap::wrap(words, indent, indent, at.width), at, pen);
    if differs && at.height > 0 {
        pen.text(Rect { height: 1, ..at }, "*", pen.role(Role::Plain));
    }
}

/// Cells of the first entries of a legend, given the rank of the form of each.
fn legend_width(legend: &[(ChartMark, Label)], ranks: &[usize]) -> u16 {
    let symbol_width = |mark: ChartMark| match mark {
        ChartMark::TargetFrame | ChartMark::Pace => 3,
        ChartMark::TargetDot => 2,
        _ => 1,
    };
    let entry = |((mark, label), rank): (&(ChartMark, Label), &usize)| {
        symbol_width(*mark) + 1 + width(form_at_rank(label, *rank)) + 3
    };
    legend.iter().zip(ranks).map(entry).sum::<u16>().saturating_sub(3)
}

/// The ranks of the forms in which a legend fits. The entry that gains most is shortened first; then the last ones are
/// left out.
fn legend_that_fits(legend: &[(ChartMark, Label)], room: u16) -> Vec<usize> {
    let mut ranks = vec![0; legend.len()];
    while legend_width(legend, &ranks) > room {
        let gain = |index: &usize| {
            let label = &legend[*index].1;
            width(form_at_rank(label, ranks[*index])).saturating_sub(width(form_at_rank(label, ranks[*index] + 1)))
        };
        match (0..ranks.len()).max_by_key(gain).filter(|index| gain(index) > 0) {
            Some(index) => ranks[index] += 1,
            None => drop(ranks.pop()),
        }
    }
    ranks
}

/// The title is shortened until at least this many entries of the legend fit beside it.
const LEADING_ENTRIES: usize = 2;
/// Below this many cells the title is not shortened for the legend.
const NARROW_WIDTH: u16 = 60;

pub(crate) fn draw_heading(title: &Label, entries: &[(ChartMark, Label)], geometry: &Geometry, pen: &mut Pen<'_>) {
    let at = geometry.title;
    if at.is_empty() {
        return;
    }
    if geometry.legend.height > 0 {
        pen.text(at, fit_or_cut(title, at.width), pen.role(Role::Heading));
        draw_legend(entries, &legend_that_fits(entries, geometry.legend.width), geometry.legend, pen);
        return;
    }
    // Beside the title, at the right end of the plot, or of the line if the plot is narrow.
    let fitting = title.0.iter().filter(|title| width(title) <= at.width);
    let beside = |title: &String| legend_that_fits(entries, at.width.saturating_sub(width(title) + 3));
    let forms: Vec<(&String, Vec<usize>)> = fitting.map(|title| (title, beside(title))).collect();
    let most = forms.iter().map(|(_, ranks)| ranks.len()).max().unwrap_or(0);
    let wanted = if at.width < NARROW_WIDTH { 0 } else { most.min(LEADING_ENTRIES) };
    let Some((words, ranks)) = forms.into_iter().find(|(_, ranks)| ranks.len() >= wanted) else {
        pen.text(at, fit_or_cut(title, at.width), pen.role(Role::Heading));
        return;
    };
    pen.text(at, words, pen.role(Role::Heading));
    let cells = legend_width(entries, &ranks);
    let end = geometry.plot.right().max(at.x + width(words) + 3 + cells).min(at.right());
    draw_legend(entries, &ranks, Rect { x: end.saturating_sub(cells), width: cells, ..at }, pen);
}

fn draw_legend(entries: &[(ChartMark, Label)], ranks: &[usize], at: Rect, pen: &mut Pen<'_>) {
    let mut x = at.x;
    for ((mark, label), rank) in entries.iter().zip(ranks) {
        let room = |x: u16| Rect { x, width: at.right().saturating_sub(x), ..at };
        let symbol = glyphs::chart_mark_glyph(*mark, pen.paint.glyphs);
        x += pen.text(room(x), symbol, pen.tone(chart_mark_tone(*mark))) + 1;
        x += pen.text(room(x), form_at_rank(label, *rank), pen.role(Role::Muted)) + 3;
    }
}

fn draw_grid(chart: &Chart, geometry: &Geometry, pen: &mut Pen<'_>) {
    let plot = geometry.plot;
    let left = Rect { x: geometry.title.x, width: plot.x - geometry.title.x, height: 1, ..plot };
    let up = |value: f64| round_to_cells(geometry.height(value));
    // Counted from the zero line, or from the lowest tick of a logarithmic scale.
    let origin = chart.axis.ticks.iter().position(|(value, _)| *value == 0.0).unwrap_or(0);
    let every = |step: usize| {
        let ticks = chart.axis.ticks.iter().enumerate();
        ticks.filter(move |(index, _)| index.abs_diff(origin).is_multiple_of(step)).map(|(_, tick)| tick)
    };
    let step = (geometry.values.tick_step..chart.axis.ticks.len().max(2)).find(|step| {
        let rows = every(*step).map(|(value, _)| up(*value)).collect::<Vec<_>>();
        rows.windows(2).all(|pair| pair[1] >= pair[0] + 2)
    });
    let (dot, faint) = (pen.pick("⣀", "·", "."), pen.tone(Tone::Faint));
    for (value, label) in every(step.unwrap_or(usize::MAX)) {
        let up = up(*value);
        let Some(y) = geometry.row(up) else { continue };
        if left.width > 0 {
            let at = Rect { y, width: left.width - 1, ..left };
            pen.text_right(at, label, pen.role(Role::Muted));
        }
        if up != geometry.zero && geometry.scale >= 4 {
            pen.fill(Rect { y, height: 1, ..plot }, dot, faint);
        }
    }
    if let Some(y) = geometry.row(geometry.zero) {
        pen.fill(Rect { y, height: 1, ..plot }, pen.pick("▁", "_", "_"), faint);
    }
}

fn draw_crosshair(plot: &mut Plot<'_, '_>) {
    let Some(bar) = plot.cursor.and_then(|cursor| plot.geometry.bar_of(cursor)) else { return };
    let x = bar.x + (bar.width - 1) / 2;
    for at in (bar.y..bar.bottom()).map(|y| (x, y)) {
        if plot.occupied.is_free(cell_area(at)) {
            plot.pen.put(at, plot.pen.pick("┊", "│", "|"), plot.pen.tone(Tone::Muted));
        }
    }
}

/// Writes the names of the columns in one form; where there is little room every second one, or fewer.
fn draw_column_names(chart: &Chart, geometry: &Geometry, cursor: Option<usize>, pen: &mut Pen<'_>) {
    if geometry.years.is_empty() {
        return;
    }
    let labels = || chart.columns.iter().map(|column| &column.data_point.label);
    let rank = common_form_rank(&labels(), geometry.slot.max(2) - 1);
    // Years of two centuries are not shortened to two digits.
    let century = |label: &Label| label.long().get(..2).map(str::to_owned);
    let is_ambiguous = labels().any(|label| width(form_at_rank(label, rank)) == 2)
        && labels().map(century).collect::<BTreeSet<_>>().len() > 1;
    let rank = if is_ambiguous { 0 } else { rank };
    let widest =
        chart.columns.iter().map(|column| width(form_at_rank(&column.data_point.label, rank))).max().unwrap_or(0);
    let step = usize::from((widest + 1).div_ceil(geometry.slot).max(1));
    let last = chart.columns.len() - 1;
    let mut occupied = OccupiedCells::new(geometry.years);
    draw_hidden_columns(chart, geometry, &mut occupied, pen);
    let important = |index: usize| chart.columns[index].data_point.is_focused || cursor == Some(index);
    let mut order: Vec<usize> = (geometry.first..=last).filter(|&i| important(i)).collect();
    order.extend((geometry.first..=last).rev().filter(|&i| !important(i) && (last - i).is_multiple_of(step)));
    for index in order {
        let column = &chart.columns[index];
        let Some(slot) = geometry.bar_of(index) else { continue };
        let words = form_at_rank(&column.data_point.label, rank);
        let cells = width(words).min(geometry.years.width);
        let middle = (slot.x + slot.x + slot.width).saturating_sub(cells) / 2;
        let x = middle.clamp(geometry.years.x, geometry.years.right() - cells);
        let at = Rect { x, y: geometry.years.y, width: cells, height: 1 };
        if !occupied.claim(at, 1) {
            continue;
        }
        let mut style = pen.role(if column.data_point.is_focused { Role::Target } else { Role::Muted });
        if column.data_point.is_focused {
            style = style.add_modifier(Modifier::BOLD | Modifier::UNDERLINED);
        }
        if cursor == Some(index) {
            style = pen.role(Role::Strong).add_modifier(Modifier::REVERSED);
        }
        pen.text(at, words, style);
    }
}

/// Writes the names of the first and the last column where they are out of sight: `◂ 1950`.
fn draw_hidden_columns(chart: &Chart, geometry: &Geometry, occupied: &mut OccupiedCells, pen: &mut Pen<'_>) {
    let line = geometry.years;
    let name = |index: usize| chart.columns[index].data_point.label.long();
    let last = chart.columns.len() - 1;
    if geometry.first > 0 {
        let words = format!("{} {}", pen.pick("◂", "◄", "<"), name(0));
        let at = Rect { width: width(&words).min(line.width), ..line };
        if occupied.claim(at, 1) {
            pen.text(at, &words, pen.role(Role::Strong));
        }
    }
    if geometry.slot_of(last).is_none() {
        let words = format!("{} {}", name(last), pen.pick("▸", "►", ">"));
        let cells = width(&words).min(line.width);
        let at = Rect { x: line.right() - cells, width: cells, ..line };
        if occupied.claim(at, 1) {
            pen.text(at, &words, pen.role(Role::Strong));
        }
    }
}

/// Writes the name of each group of neighbouring columns, after a mark at its first column.
fn draw_group_names(chart: &Chart, geometry: &Geometry, pen: &mut Pen<'_>) {
    if geometry.groups.is_empty() {
        return;
    }
    let columns = chart.columns.len();
    let mut from = geometry.first;
    while from < columns {
        let run = chart.columns[from..].iter().take_while(|column| column.group == chart.columns[from].group).count();
        let (Some(left), Some(right)) =
            (geometry.slot_of(from), (from..from + run).rev().find_map(|index| geometry.slot_of(index)))
        else {
            break;
        };
        let at = Rect { x: left.x, width: right.right() - left.x, ..geometry.groups };
        pen.put((at.x, at.y), pen.pick("╵", "│", "|"), pen.tone(Tone::Faint));
        let room = right_of(at, 1);
        let words = fit_or_cut(&chart.columns[from].group, room.width);
        if width(words) <= room.width {
            pen.text_center(room, words, pen.role(Role::Muted));
        }
        from += run;
    }
}
