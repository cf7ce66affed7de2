//! Columns over time, drawn in cells (analytics 5).
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
//! A column is as high as its value to an eighth of a cell. A line at a value lies on the lower edge of a cell, so that a
//! column of that value just touches it, and the zero line needs no row of its own. The promise is a frame around its
//! column: the empty part is the shortfall. Here: where things go, the grid, the words around. Columns: `columns`;
//! which words fit: `labels`.

pub(crate) mod bullet;
pub(crate) mod columns;
pub(crate) mod data_table;
pub(crate) mod gantt;
pub(crate) mod geometry;
pub(crate) mod labels;
pub(crate) mod lines;
pub(crate) mod map;
pub(crate) mod milestone_trend;
pub(crate) mod projections;
pub(crate) mod small_multiples;

use ratatui::layout::Rect;
use ratatui::style::Modifier;

use crate::page::model::chart::{Chart, ChartMark};
use crate::page::model::rich_text::{Label, Role};
use crate::render::look::glyphs;
use crate::render::look::theme::Tone;
use crate::render::tui::chart::geometry::Geometry;
use crate::render::tui::pen::Pen;
use crate::render::tui::prose;
use crate::render::typeset::measure::{common_form_rank, fit_or_cut, form_at_rank, width};
use crate::render::typeset::wrap;

/// The slots in sight, by their columns.
pub(super) fn data_points(chart: &Chart, cursor: Option<usize>, area: Rect) -> Vec<(usize, Rect)> {
    Geometry::of(chart, cursor, area).data_points(chart.columns.len())
}

/// Draws a chart; `cursor` is the column under the crosshair.
pub(super) fn draw(chart: &Chart, cursor: Option<usize>, area: Rect, pen: &mut Pen<'_>) {
    if area.is_empty() || chart.columns.is_empty() {
        return;
    }
    let geometry = Geometry::of(chart, cursor, area);
    draw_heading(&chart.title, &chart.legend, &geometry, pen);
    draw_plot(chart, cursor, &geometry, pen);
    draw_readout(chart, cursor, geometry.readout, pen);
}

/// Draws what lies between the title and the read-out.
pub(super) fn draw_plot(chart: &Chart, cursor: Option<usize>, geometry: &Geometry, pen: &mut Pen<'_>) {
    if geometry.plot.is_empty() || chart.columns.is_empty() {
        return;
    }
    draw_grid(chart, geometry, pen);
    if let Some(slot) = cursor.and_then(|cursor| geometry.slot_of(cursor)) {
        pen.buf.set_style(slot.intersection(pen.buf.area), pen.tint(Tone::SelectedBackground));
    }
    let mut occupied = labels::OccupiedCells::new(geometry.plot);
    columns::draw(chart, geometry, &mut occupied, pen);
    lines::draw(chart, (geometry, cursor), &mut occupied, pen);
    labels::draw(chart, (geometry, cursor), &mut occupied, pen);
    projections::draw(chart, geometry, &mut occupied, pen);
    if let Some(cursor) = cursor {
        draw_crosshair(geometry, cursor, &occupied, pen);
    }
    draw_column_names(chart, geometry, cursor, pen);
    draw_group_names(chart, geometry, pen);
}

/// What stands under the crosshair; else the note, after the sign that it explains.
fn draw_readout(chart: &Chart, cursor: Option<usize>, at: Rect, pen: &mut Pen<'_>) {
    let column = cursor.and_then(|cursor| chart.columns.get(cursor));
    let words = column.map_or(&chart.note, |column| &column.data_point.readout);
    let differs = column.map_or_else(|| chart.has_note_sign(), |column| column.differs);
    let indent = if differs { 2 } else { 0 };
    let lines = wrap::wrap(words, indent, indent, at.width);
    let cut = lines.len() > usize::from(at.height);
    for (line, pieces) in lines.iter().enumerate().take(usize::from(at.height)) {
        let at = Rect { y: at.y + u16::try_from(line).unwrap_or(0), height: 1, ..at };
        prose::draw_pieces(pieces, at, pen);
        if differs && line == 0 {
            pen.text(at, "*", pen.role(Role::Plain));
        }
    }
    if let Some(last) = lines.get(usize::from(at.height).wrapping_sub(1)).filter(|_| cut) {
        let end = last.last().map_or(0, |piece| piece.x + width(piece.text)).min(at.width - 1);
        pen.put((at.x + end, at.bottom() - 1), pen.pick("…", "…", ">"), pen.tone(Tone::Muted));
    }
}

/// The width of the first entries of the legend, their words in the forms of these ranks.
fn legend_width(legend: &[(ChartMark, Label)], ranks: &[usize]) -> u16 {
    let signs = |ink: ChartMark| match ink {
        ChartMark::TargetFrame | ChartMark::Pace => 3,
        ChartMark::TargetDot => 2,
        _ => 1,
    };
    let entries = legend.iter().zip(ranks);
    entries
        .map(|((ink, label), rank)| signs(*ink) + 1 + width(form_at_rank(label, *rank)) + 3)
        .sum::<u16>()
        .saturating_sub(3)
}

/// The forms in which the legend fits. What gains most is shortened first; then the last entries are left out.
fn legend_that_fits(legend: &[(ChartMark, Label)], room: u16) -> Vec<usize> {
    let mut ranks = vec![0; legend.len()];
    while legend_width(legend, &ranks) > room {
        let gain = |place: &usize| {
            let label = &legend[*place].1;
            width(form_at_rank(label, ranks[*place])).saturating_sub(width(form_at_rank(label, ranks[*place] + 1)))
        };
        match (0..ranks.len()).max_by_key(gain).filter(|place| gain(place) > 0) {
            Some(place) => ranks[place] += 1,
            None => drop(ranks.pop()),
        }
    }
    ranks
}

/// So many entries of a legend matter more than the name of the subject in the title.
const LEADING_ENTRIES: usize = 2;
/// Where there is less room than this the name of the subject stays.
const NARROW_WIDTH: u16 = 60;

/// The title, and what the inks mean.
pub(super) fn draw_heading(title: &Label, entries: &[(ChartMark, Label)], geometry: &Geometry, pen: &mut Pen<'_>) {
    let at = geometry.title;
    if at.is_empty() {
        return;
    }
    if geometry.legend.height > 0 {
        pen.text(at, fit_or_cut(title, at.width), pen.role(Role::Heading));
        draw_legend(entries, &legend_that_fits(entries, geometry.legend.width), geometry.legend, pen);
        return;
    }
    // Beside the title, at the right end of the plot, or of the line if the plot is narrow. Whose it is goes without saying
    // only where the first entries would not fit beside it.
    let fitting = title.0.iter().filter(|title| width(title) <= at.width);
    let forms: Vec<(&String, u16, Vec<usize>)> = fitting
        .map(|title| (title, width(title) + 3))
        .map(|(title, used)| (title, used, legend_that_fits(entries, at.width.saturating_sub(used))))
        .collect();
    let most = if at.width < NARROW_WIDTH {
        0
    } else {
        forms.iter().map(|(.., ranks)| ranks.len()).max().unwrap_or(0).min(LEADING_ENTRIES)
    };
    let Some((words, used, ranks)) = forms.into_iter().find(|(.., ranks)| ranks.len() >= most) else {
        pen.text(at, fit_or_cut(title, at.width), pen.role(Role::Heading));
        return;
    };
    pen.text(at, words, pen.role(Role::Heading));
    let cells = legend_width(entries, &ranks);
    let end = geometry.plot.right().max(at.x + used + cells).min(at.right());
    draw_legend(entries, &ranks, Rect { x: end.saturating_sub(cells), width: cells, ..at }, pen);
}

fn draw_legend(entries: &[(ChartMark, Label)], ranks: &[usize], at: Rect, pen: &mut Pen<'_>) {
    let mut x = at.x;
    for ((ink, label), rank) in entries.iter().zip(ranks) {
        let sign = glyphs::ink_glyph(*ink, pen.paint.glyphs);
        let room = |x: u16| Rect { x, width: at.right().saturating_sub(x), ..at };
        x += pen.text(room(x), sign, pen.tone(ink_tone(*ink))) + 1;
        x += pen.text(room(x), form_at_rank(label, *rank), pen.role(Role::Muted)) + 3;
    }
}

/// The tone of an ink out of focus.
pub(super) fn ink_tone(ink: ChartMark) -> Tone {
    match ink {
        ChartMark::FullPeriod
        | ChartMark::PartYear
        | ChartMark::RestOfYear
        | ChartMark::Dot(_)
        | ChartMark::HollowDot(_)
        | ChartMark::Level => Tone::ActualMuted,
        ChartMark::TargetFrame | ChartMark::Pace | ChartMark::TargetDot => Tone::Target,
        ChartMark::OtherSource | ChartMark::Projected => Tone::Contested,
    }
}

fn draw_grid(chart: &Chart, geometry: &Geometry, pen: &mut Pen<'_>) {
    let ticks: Vec<&(f64, String)> = chart.axis.ticks.iter().step_by(geometry.even.tick_step).collect();
    let plot = geometry.plot;
    let left = Rect { x: geometry.title.x, width: plot.x - geometry.title.x, height: 1, ..plot };
    let step = (1..ticks.len().max(2)).find(|step| {
        let rows = ticks.iter().step_by(*step).map(|(value, _)| geometry.rows_up(chart, *value)).collect::<Vec<_>>();
        rows.windows(2).all(|pair| pair[1] >= pair[0] + 2)
    });
    let (dots, faint) = (pen.pick("⣀", "·", "."), pen.tone(Tone::Faint));
    for (value, label) in ticks.into_iter().step_by(step.unwrap_or(usize::MAX)) {
        let up = geometry.rows_up(chart, *value);
        let Some(y) = geometry.row(up) else { continue };
        if left.width > 0 {
            let at = Rect { y, width: left.width - 1, ..left };
            pen.text_right(at, label, pen.role(Role::Muted));
        }
        if up > 0 && geometry.scale >= 4 {
            for x in plot.x..plot.right() {
                pen.put((x, y), dots, faint);
            }
        }
    }
    for x in plot.x..plot.right() {
        pen.put((x, plot.bottom() - 1), pen.pick("▁", "_", "_"), faint);
    }
}

fn draw_crosshair(geometry: &Geometry, cursor: usize, occupied: &labels::OccupiedCells, pen: &mut Pen<'_>) {
    let Some(bar) = geometry.bar_of(cursor) else { return };
    let x = bar.x + (bar.width - 1) / 2;
    for y in bar.y..bar.bottom() {
        if occupied.is_free(Rect { x, y, width: 1, height: 1 }) {
            pen.put((x, y), pen.pick("┊", "│", "|"), pen.tone(Tone::Muted));
        }
    }
}

/// The names of the columns, all of one form; where there is little room every second one, or fewer.
fn draw_column_names(chart: &Chart, geometry: &Geometry, cursor: Option<usize>, pen: &mut Pen<'_>) {
    if geometry.years.is_empty() {
        return;
    }
    let rank = common_form_rank(&chart.columns.iter().map(|column| &column.data_point.label), geometry.slot.max(2) - 1);
    let widest =
        chart.columns.iter().map(|column| width(form_at_rank(&column.data_point.label, rank))).max().unwrap_or(0);
    let step = usize::from((widest + 1).div_ceil(geometry.slot).max(1));
    let last = chart.columns.len() - 1;
    let mut occupied = labels::OccupiedCells::new(geometry.years);
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

/// What columns have in common, once for each run of them, with a mark where the next run begins.
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
        let at = Rect { width: right.right() - left.x, ..geometry.groups };
        let at = Rect { x: left.x, ..at };
        pen.put((at.x, at.y), pen.pick("╵", "│", "|"), pen.tone(Tone::Faint));
        let words = fit_or_cut(&chart.columns[from].group, at.width.saturating_sub(1));
        let room = Rect { x: at.x + 1, width: at.width.saturating_sub(1), ..at };
        if width(words) <= room.width {
            pen.text_center(room, words, pen.role(Role::Muted));
        }
        from += run;
    }
}
