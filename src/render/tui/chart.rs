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

use ratatui::layout::Rect;
use ratatui::style::Modifier;

use super::paint::Pen;
use super::{ahead, columns, labels, prose};
use crate::page::chart::{Chart, Ink};
use crate::page::prose::Role;
use crate::render::measure::{common_form, fit_or_cut, form, width};
use crate::render::scale::nearest;
use crate::render::sign;
use crate::render::theme::Tone;
use crate::render::wrap;

/// A column is at most this wide, and so is the slot in which it stands.
const WIDEST: (u16, u16) = (8, 14);

/// Where the parts of a chart go. Depends on its size and the number of columns and not on what it says, so that nothing
/// jumps when another row is chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Geometry {
    /// The title, with the legend at its right end where that fits.
    pub title: Rect,
    /// The line of the legend, where there is height for one.
    pub legend: Rect,
    /// Where the columns are drawn.
    pub plot: Rect,
    /// Rows that the scale takes, from below; those above are for words.
    pub scale: u16,
    /// The first column in sight.
    pub first: usize,
    /// From one column to the next.
    pub slot: u16,
    /// The width of a column.
    pub bar: u16,
    /// The line of the years.
    pub years: Rect,
    /// The line of the read-out or the note.
    pub readout: Rect,
}

impl Geometry {
    /// The slot of a column, over the height of the plot and the years.
    pub(super) fn slot_of(&self, index: usize) -> Option<Rect> {
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
    pub(super) fn bar_of(&self, index: usize) -> Option<Rect> {
        self.slot_of(index).map(|slot| Rect {
            x: slot.x + (self.slot - self.bar).div_ceil(2),
            width: self.bar,
            height: self.plot.height,
            ..slot
        })
    }

    /// The row of the screen that is `up` rows above the zero line.
    pub(super) fn row(&self, up: u16) -> Option<u16> {
        (up < self.plot.height).then(|| self.plot.bottom() - 1 - up)
    }
}

/// The slots in sight, by their columns.
pub(super) fn spots(chart: &Chart, area: Rect) -> Vec<(usize, Rect)> {
    let geometry = geometry(chart, area);
    (geometry.first..chart.columns.len()).filter_map(|index| Some((index, geometry.slot_of(index)?))).collect()
}

/// Works out where everything goes.
pub(super) fn geometry(chart: &Chart, area: Rect) -> Geometry {
    let Rect { x, y, width: room, height } = area;
    let line = |y: u16, height: u16| Rect { x, y, width: room, height };
    let has_title = height >= 4;
    let title = line(y, u16::from(has_title));
    let has_legend = has_title && height >= 15;
    let legend = line(title.bottom(), u16::from(has_legend));
    let years_height = u16::from(height >= 2);
    let readout_height = match height {
        0..7 => 0,
        7..18 => 1,
        _ => 2,
    };
    let above = title.height + legend.height;
    let rows = height.saturating_sub(above + years_height + readout_height);
    let scale_width = chart.axis.ticks.iter().map(|(_, label)| width(label)).max().unwrap_or(0) + 1;
    let left = if room >= 24 && rows >= 3 { scale_width } else { 0 };
    let inner = room.saturating_sub(left);
    let count = u16::try_from(chart.columns.len()).unwrap_or(u16::MAX).max(1);
    let slot = (inner / count).clamp(1, WIDEST.1);
    let bar = match slot {
        0..=2 => 1,
        3..=4 => slot - 1,
        5..=7 => slot - 2,
        8..=10 => slot - 3,
        _ => WIDEST.0,
    };
    let seen = (inner / slot).min(count);
    let plot = Rect { x: x + left, y: y + above, width: seen * slot, height: rows };
    Geometry {
        title,
        legend,
        plot,
        scale: rows.saturating_sub(u16::from(rows >= 5)),
        first: usize::from(count - seen),
        slot,
        bar,
        years: Rect { x: plot.x, y: plot.bottom(), width: plot.width, height: years_height },
        readout: line(plot.bottom() + years_height, readout_height),
    }
}

/// Draws a chart; `cursor` is the column under the crosshair.
pub(super) fn chart(chart: &Chart, cursor: Option<usize>, area: Rect, pen: &mut Pen<'_>) {
    if area.is_empty() || chart.columns.is_empty() {
        return;
    }
    let geometry = geometry(chart, area);
    heading(chart, &geometry, pen);
    if geometry.plot.is_empty() {
        return;
    }
    grid(chart, &geometry, pen);
    if let Some(slot) = cursor.and_then(|cursor| geometry.slot_of(cursor)) {
        pen.buf.set_style(slot.intersection(pen.buf.area), pen.tint(Tone::Raised));
    }
    let mut taken = labels::Taken::new(geometry.plot);
    columns::columns(chart, &geometry, &mut taken, pen);
    labels::labels(chart, (&geometry, cursor), &mut taken, pen);
    ahead::ahead(chart, &geometry, &mut taken, pen);
    if let Some(cursor) = cursor {
        crosshair(&geometry, cursor, &taken, pen);
    }
    years(chart, &geometry, cursor, pen);
    readout(chart, cursor, geometry.readout, pen);
}

/// What stands under the crosshair; else the note, after the sign that it explains.
fn readout(chart: &Chart, cursor: Option<usize>, at: Rect, pen: &mut Pen<'_>) {
    let column = cursor.and_then(|cursor| chart.columns.get(cursor));
    let words = column.map_or(&chart.note, |column| &column.spot.readout);
    let signed = chart.note.first().is_some_and(|run| run.text.starts_with('*'));
    let differs = column.map_or(!words.is_empty() && !signed && chart.columns.iter().any(|c| c.differs), |c| c.differs);
    let indent = if differs { 2 } else { 0 };
    let lines = wrap::wrap(words, indent, indent, at.width);
    let cut = lines.len() > usize::from(at.height);
    for (line, pieces) in lines.iter().enumerate().take(usize::from(at.height)) {
        let at = Rect { y: at.y + u16::try_from(line).unwrap_or(0), height: 1, ..at };
        prose::pieces_at(pieces, at, pen);
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
fn legend_width(chart: &Chart, ranks: &[usize]) -> u16 {
    let signs = |ink: Ink| if matches!(ink, Ink::Promised | Ink::Pace) { 3 } else { 1 };
    let entries = chart.legend.iter().zip(ranks);
    entries.map(|((ink, label), rank)| signs(*ink) + 1 + width(form(label, *rank)) + 3).sum::<u16>().saturating_sub(3)
}

/// The forms in which the legend fits. What gains most is shortened first; then the last entries are left out.
fn legend_that_fits(chart: &Chart, room: u16) -> Vec<usize> {
    let mut ranks = vec![0; chart.legend.len()];
    while legend_width(chart, &ranks) > room {
        let gain = |place: &usize| {
            let label = &chart.legend[*place].1;
            width(form(label, ranks[*place])).saturating_sub(width(form(label, ranks[*place] + 1)))
        };
        match (0..ranks.len()).max_by_key(gain).filter(|place| gain(place) > 0) {
            Some(place) => ranks[place] += 1,
            None => drop(ranks.pop()),
        }
    }
    ranks
}

fn heading(chart: &Chart, geometry: &Geometry, pen: &mut Pen<'_>) {
    let at = geometry.title;
    if at.is_empty() {
        return;
    }
    let title = fit_or_cut(&chart.title, at.width);
    let used = pen.text(at, title, pen.role(Role::Heading)) + 3;
    if geometry.legend.height > 0 {
        legend(chart, &legend_that_fits(chart, geometry.legend.width), geometry.legend, pen);
        return;
    }
    // Beside the title, at the right end of the plot, or of the line if the plot is narrow.
    let ranks = legend_that_fits(chart, at.width.saturating_sub(used));
    let cells = legend_width(chart, &ranks);
    let end = geometry.plot.right().max(at.x + used + cells).min(at.right());
    legend(chart, &ranks, Rect { x: end.saturating_sub(cells), width: cells, ..at }, pen);
}

fn legend(chart: &Chart, ranks: &[usize], at: Rect, pen: &mut Pen<'_>) {
    let mut x = at.x;
    for ((ink, label), rank) in chart.legend.iter().zip(ranks) {
        let sign = sign::ink(*ink, pen.paint.glyphs);
        let room = |x: u16| Rect { x, width: at.right().saturating_sub(x), ..at };
        x += pen.text(room(x), sign, pen.tone(tone_of(*ink))) + 1;
        x += pen.text(room(x), form(label, *rank), pen.role(Role::Muted)) + 3;
    }
}

/// The tone of an ink out of focus.
pub(super) fn tone_of(ink: Ink) -> Tone {
    match ink {
        Ink::Full | Ink::Part | Ink::Rest => Tone::Past,
        Ink::Promised | Ink::Pace => Tone::Target,
        Ink::Rival | Ink::Projected => Tone::Contested,
    }
}

/// How many rows above the zero line the lower edge lies that is nearest to a value.
pub(super) fn rows_up(chart: &Chart, geometry: &Geometry, value: f64) -> u16 {
    nearest(value / chart.axis.max * f64::from(geometry.scale)).min(geometry.scale)
}

fn grid(chart: &Chart, geometry: &Geometry, pen: &mut Pen<'_>) {
    let ticks = &chart.axis.ticks;
    let plot = geometry.plot;
    let left = Rect { x: geometry.title.x, width: plot.x - geometry.title.x, height: 1, ..plot };
    let step = (1..ticks.len().max(2)).find(|step| {
        let rows = ticks.iter().step_by(*step).map(|(value, _)| rows_up(chart, geometry, *value)).collect::<Vec<_>>();
        rows.windows(2).all(|pair| pair[1] >= pair[0] + 2)
    });
    let dots = pen.pick("⣀", "·", ".");
    for (value, label) in ticks.iter().step_by(step.unwrap_or(ticks.len().max(1))) {
        let up = rows_up(chart, geometry, *value);
        let Some(y) = geometry.row(up) else { continue };
        if left.width > 0 {
            let at = Rect { y, width: left.width - 1, ..left };
            pen.text_right(at, label, pen.role(Role::Muted));
        }
        if up > 0 && geometry.scale >= 4 {
            for x in plot.x..plot.right() {
                pen.put((x, y), dots, pen.tone(Tone::Faint));
            }
        }
    }
    for x in plot.x..plot.right() {
        pen.put((x, plot.bottom() - 1), pen.pick("▁", "_", "_"), pen.tone(Tone::Faint));
    }
}

fn crosshair(geometry: &Geometry, cursor: usize, taken: &labels::Taken, pen: &mut Pen<'_>) {
    let Some(bar) = geometry.bar_of(cursor) else { return };
    let x = bar.x + (bar.width - 1) / 2;
    for y in bar.y..bar.bottom() {
        if taken.is_free(Rect { x, y, width: 1, height: 1 }) {
            pen.put((x, y), pen.pick("┊", "│", "|"), pen.tone(Tone::Muted));
        }
    }
}

/// The names of the columns, all of one form; where there is little room every second one, or fewer.
fn years(chart: &Chart, geometry: &Geometry, cursor: Option<usize>, pen: &mut Pen<'_>) {
    if geometry.years.is_empty() {
        return;
    }
    let rank = common_form(&chart.columns.iter().map(|column| &column.spot.label), geometry.slot.max(2) - 1);
    let widest = chart.columns.iter().map(|column| width(form(&column.spot.label, rank))).max().unwrap_or(0);
    let step = usize::from((widest + 1).div_ceil(geometry.slot).max(1));
    let last = chart.columns.len() - 1;
    let mut taken = labels::Taken::new(geometry.years);
    let important = |index: usize| chart.columns[index].spot.focus || cursor == Some(index);
    let mut order: Vec<usize> = (geometry.first..=last).filter(|&i| important(i)).collect();
    order.extend((geometry.first..=last).rev().filter(|&i| !important(i) && (last - i).is_multiple_of(step)));
    for index in order {
        let column = &chart.columns[index];
        let Some(slot) = geometry.bar_of(index) else { continue };
        let words = form(&column.spot.label, rank);
        let cells = width(words).min(geometry.years.width);
        let middle = (slot.x + slot.x + slot.width).saturating_sub(cells) / 2;
        let x = middle.clamp(geometry.years.x, geometry.years.right() - cells);
        let at = Rect { x, y: geometry.years.y, width: cells, height: 1 };
        if !taken.claim(at, 1) {
            continue;
        }
        let mut style = pen.role(if column.spot.focus { Role::Target } else { Role::Muted });
        if column.spot.focus {
            style = style.add_modifier(Modifier::BOLD | Modifier::UNDERLINED);
        }
        if cursor == Some(index) {
            style = pen.role(Role::Strong).add_modifier(Modifier::REVERSED);
        }
        pen.text(at, words, style);
    }
}
