//! Milestones as lanes over time: the promised window, and when it happened. Times are calendar years, 2025.0 is the start
//! of 2025.
//!
//! ```text
//!              SAID        2023       2024       2025       2026
//! built        late 2023                     ├──┤····●━●           ✓› 5-8 months late
//! first cars   late 2023                        ├──┤····●          ✓› 6 months late
//! ```

use ratatui::layout::Rect;
use ratatui::style::Modifier;

use crate::page::model::{Block, Gantt, Lane, Role};
use crate::render::look::theme::Tone;
use crate::render::tui::chart::occupied_cells::OccupiedCells;
use crate::render::tui::pen::{Pen, right_of};
use crate::render::typeset::measure::{fit_or_cut, width};
use crate::render::typeset::scale::cell_at;
use crate::render::typeset::wrap;

/// The rows of the lanes with their scale and an empty line below.
pub(crate) fn height(gantt: &Gantt) -> u16 {
    u16::try_from(gantt.lanes.len()).unwrap_or(u16::MAX).saturating_add(2)
}

/// The text below the lanes, without its leading empty lines: there is one below the lanes already.
pub(crate) fn text_after_lanes<'a>(gantt: &Gantt, blocks: &'a [Block]) -> &'a [Block] {
    let gaps = blocks.iter().take_while(|block| **block == Block::Gap).count();
    if gantt.lanes.is_empty() { blocks } else { &blocks[gaps..] }
}

/// The room that lanes take.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Spacing {
    /// One row each, most of it for the scale.
    Close,
    /// Up to three rows each, with longer names: for a talk.
    Wide,
}

/// Draws the lanes below their scale; `cursor` is the index of the lane under the crosshair.
pub(crate) fn draw_lanes(gantt: &Gantt, spacing: Spacing, cursor: Option<usize>, area: Rect, pen: &mut Pen<'_>) {
    if gantt.lanes.is_empty() || area.is_empty() {
        return;
    }
    let columns = lane_columns(gantt, spacing, area.width, pen);
    draw_scale(gantt, columns, area, pen);
    for (index, lane) in gantt.lanes.iter().enumerate() {
        let row = lane_row(gantt, spacing, index, area);
        if row >= area.bottom() {
            break;
        }
        let at = Rect { y: row, height: 1, ..area };
        let mut style = pen.role(Role::Plain);
        if cursor == Some(index) {
            pen.buf.set_style(at.intersection(pen.buf.area), pen.tint(Tone::SelectedBackground));
            style = pen.role(Role::Strong).add_modifier(Modifier::REVERSED);
        }
        let label = Rect { width: columns.said.saturating_sub(2), ..at };
        pen.text(label, fit_or_cut(&lane.label, label.width), style);
        draw_lane(gantt, lane, columns, at, pen);
    }
}

/// The row of the screen of a lane.
pub(crate) fn lane_row(gantt: &Gantt, spacing: Spacing, index: usize, area: Rect) -> u16 {
    let count = u16::try_from(gantt.lanes.len()).unwrap_or(u16::MAX);
    let room = area.height.saturating_sub(1) / count.max(1);
    let step = if spacing == Spacing::Wide { room.clamp(1, 3) } else { 1 };
    let index = u16::try_from(index).unwrap_or(u16::MAX);
    area.y.saturating_add(index.saturating_mul(step)).saturating_add(step)
}

/// The first columns and widths of the parts of a lane.
#[derive(Debug, Clone, Copy)]
struct LaneColumns {
    said: u16,
    scale: u16,
    scale_width: u16,
    verdict: u16,
    mark_width: u16,
}

/// The area of the text below the lanes.
pub(crate) fn text_area(gantt: &Gantt, area: Rect) -> Rect {
    let lanes = if gantt.lanes.is_empty() { 0 } else { height(gantt).min(area.height) };
    Rect { y: area.y + lanes, height: area.height - lanes, width: area.width.min(wrap::MAX_TEXT_WIDTH), ..area }
}

/// The visible lanes with their indices.
pub(crate) fn data_points(gantt: &Gantt, area: Rect) -> Vec<(usize, Rect)> {
    let row = |lane: usize| Some((lane, row_at(area, u16::try_from(lane).ok()?.checked_add(1)?)?));
    (0..gantt.lanes.len()).map_while(row).collect()
}

/// A row of an area, counted from its top.
fn row_at(area: Rect, row: u16) -> Option<Rect> {
    (row < area.height).then_some(Rect { y: area.y + row, height: 1, ..area })
}

/// Draws the lanes, and below them the read-out of the lane under the crosshair.
pub(crate) fn draw(gantt: &Gantt, cursor: Option<usize>, area: Rect, pen: &mut Pen<'_>) {
    if area.is_empty() {
        return;
    }
    draw_lanes(gantt, Spacing::Close, cursor, area, pen);
    let read = cursor.and_then(|cursor| gantt.lanes.get(cursor));
    let below = u16::try_from(gantt.lanes.len() + 1).ok().and_then(|row| row_at(area, row));
    if let (Some(lane), Some(at)) = (read, below) {
        pen.runs(at, &lane.data_point.readout);
    }
}

/// Cells after the last grid line of the scale, for the rest of its label.
const LAST_LABEL_WIDTH: u16 = 3;

fn lane_columns(gantt: &Gantt, spacing: Spacing, room: u16, pen: &Pen<'_>) -> LaneColumns {
    let widest = |of: fn(&Lane) -> &str| gantt.lanes.iter().map(|lane| width(of(lane))).max().unwrap_or(0);
    let label = widest(|lane| lane.label.long()).min(if spacing == Spacing::Wide { room * 9 / 20 } else { room / 4 });
    let said = if room >= 90 { widest(|lane| lane.said.long()).min(16) } else { 0 };
    let mark_width = gantt.lanes.iter().map(|lane| pen.cells(pen.mark(lane.mark))).max().unwrap_or(0) + 1;
    let shortest = widest(|lane| lane.verdict.0.last().map_or("", String::as_str)) + mark_width;
    let most = if spacing == Spacing::Wide { (room / 3).max(shortest) } else { room / 3 };
    let verdict = (widest(|lane| lane.verdict.long()) + mark_width).min(most);
    let scale = label + 2 + if said > 0 { said + 2 } else { 0 };
    let whole_width = room.saturating_sub(scale + verdict + 2).min(84);
    let scale_width = if whole_width > 4 * LAST_LABEL_WIDTH { whole_width - LAST_LABEL_WIDTH } else { whole_width };
    LaneColumns { said: label + 2, scale, scale_width, verdict: scale + whole_width + 2, mark_width }
}

fn draw_scale(gantt: &Gantt, columns: LaneColumns, area: Rect, pen: &mut Pen<'_>) {
    let whole_width = (columns.scale_width + LAST_LABEL_WIDTH).min(columns.verdict.saturating_sub(columns.scale + 2));
    let scale = Rect { x: area.x + columns.scale, width: whole_width, height: 1, ..area };
    let mut occupied = OccupiedCells::new(scale);
    for (year, label) in &gantt.ticks {
        let Some(x) = cell_at(*year, gantt.from, gantt.to, columns.scale_width) else { continue };
        let cells = width(label).min(scale.width);
        let at = Rect { x: scale.x + x.min(scale.width - cells), width: cells, ..scale };
        if occupied.claim(at, 1) {
            pen.text(at, label, pen.role(Role::Muted));
        }
    }
}

/// Draws everything of a lane but its label.
fn draw_lane(gantt: &Gantt, lane: &Lane, columns: LaneColumns, at: Rect, pen: &mut Pen<'_>) {
    if columns.scale > columns.said {
        let said = Rect { x: at.x + columns.said, width: columns.scale - columns.said - 2, ..at };
        pen.text(said, fit_or_cut(&lane.said, said.width), pen.role(Role::Muted));
    }
    draw_marks(gantt, lane, Rect { x: at.x + columns.scale, width: columns.scale_width, ..at }, pen);
    let verdict = right_of(at, columns.verdict);
    let style = pen.role(lane.role).remove_modifier(Modifier::BOLD);
    pen.text(verdict, pen.mark(lane.mark), style);
    let words = right_of(verdict, columns.mark_width);
    pen.text(words, fit_or_cut(&lane.verdict, words.width), style);
}

/// The first and the last cell of a window of time; none off the scale.
fn cell_range(gantt: &Gantt, (from, to): (f64, f64), room: u16) -> Option<(u16, u16)> {
    if to < gantt.from || from > gantt.to {
        return None;
    }
    let from = cell_at(from.max(gantt.from), gantt.from, gantt.to, room)?;
    let to = cell_at(to.min(gantt.to), gantt.from, gantt.to, room)?;
    Some((from, to.max(from)))
}

fn draw_marks(gantt: &Gantt, lane: &Lane, scale: Rect, pen: &mut Pen<'_>) {
    for (year, _) in &gantt.ticks {
        if let Some(x) = cell_at(*year, gantt.from, gantt.to, scale.width) {
            pen.put((scale.x + x, scale.y), pen.pick("┊", "│", "|"), pen.tone(Tone::Faint));
        }
    }
    if let Some(x) = gantt.now.and_then(|now| cell_at(now, gantt.from, gantt.to, scale.width)) {
        pen.put((scale.x + x, scale.y), pen.pick("│", "│", "|"), pen.tone(Tone::Key));
    }
    let promised = lane.promised.and_then(|window| cell_range(gantt, window, scale.width));
    let happened = lane.happened.and_then(|window| cell_range(gantt, window, scale.width));
    let not_by = lane.not_by.and_then(|at| cell_range(gantt, (at, at), scale.width)).map(|(at, _)| at);
    let late_until = happened.map(|(from, _)| from).or(not_by);
    if let (Some((_, end)), Some(to)) = (promised, late_until) {
        let delay = Rect { x: scale.x + end + 1, width: to.saturating_sub(end + 1), ..scale };
        pen.fill(delay, pen.pick("·", "·", "."), pen.role(lane.role));
    }
    if let Some((from, to)) = happened {
        for x in from..=to {
            let end = x == from || x == to;
            let symbol = if end { pen.pick("●", "■", "#") } else { pen.pick("━", "═", "=") };
            pen.put((scale.x + x, scale.y), symbol, pen.tone(Tone::Actual));
        }
    } else if let Some(x) = not_by {
        pen.put((scale.x + x, scale.y), pen.pick("›", ">", ">"), pen.role(lane.role));
    }
    if let Some((from, to)) = promised {
        let (left, mid, right, one) = pen.pick(("├", "─", "┤", "◇"), ("├", "─", "┤", "♦"), ("[", "-", "]", "|"));
        for x in from..=to {
            let symbol = match x {
                _ if from == to => one,
                x if x == from => left,
                x if x == to => right,
                _ => mid,
            };
            pen.put((scale.x + x, scale.y), symbol, pen.role(Role::Target));
        }
    }
}
