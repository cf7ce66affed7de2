//! Lanes over time: when it was promised for, and when it happened.
//!
//! ```text
//!              SAID        2023       2024       2025       2026
//! built        late 2023                     ├──┤····●━●           ✓› 5-8 months late
//! first cars   late 2023                        ├──┤····●          ✓› 6 months late
//! ```

use ratatui::layout::Rect;

use crate::page::model::milestones::{Gantt, Lane};
use crate::page::model::rich_text::{Block, Role};
use crate::render::look::theme::Tone;
use crate::render::tui::chart::labels;
use crate::render::tui::pen::Pen;
use crate::render::typeset::measure::{fit_or_cut, width};
use crate::render::typeset::scale::cell_at;
use crate::render::typeset::wrap;

/// Rows of the lanes with their scale and an empty line below.
pub(in crate::render::tui) fn height(gantt: &Gantt) -> u16 {
    u16::try_from(gantt.lanes.len()).unwrap_or(u16::MAX).saturating_add(2)
}

/// The text without the empty lines at its start: there is one below the lanes already.
pub(in crate::render::tui) fn text_after_lanes<'a>(gantt: &Gantt, blocks: &'a [Block]) -> &'a [Block] {
    let gaps = blocks.iter().take_while(|block| **block == Block::Gap).count();
    if gantt.lanes.is_empty() { blocks } else { &blocks[gaps..] }
}

/// How much room lanes take.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::render::tui) enum Spacing {
    /// A row each, most of it for the scale.
    Close,
    /// Two rows each where there is room, and names in full: to be read from far.
    Wide,
}

/// Draws the lanes under their scale; one of them may be under the crosshair.
pub(in crate::render::tui) fn draw_lanes(
    gantt: &Gantt,
    (spacing, cursor): (Spacing, Option<usize>),
    area: Rect,
    pen: &mut Pen<'_>,
) {
    if gantt.lanes.is_empty() || area.is_empty() {
        return;
    }
    let parts = lane_columns(gantt, (area.width, spacing), pen);
    draw_scale(gantt, parts, area, pen);
    for (place, lane) in gantt.lanes.iter().enumerate() {
        let row = lane_row(gantt, spacing, place, area);
        if row >= area.bottom() {
            break;
        }
        crate::render::tui::chart::gantt::draw_lane(
            gantt,
            (lane, cursor == Some(place)),
            parts,
            Rect { y: row, height: 1, ..area },
            pen,
        );
    }
}

/// The row of the screen on which a lane is drawn.
pub(in crate::render::tui) fn lane_row(gantt: &Gantt, spacing: Spacing, place: usize, area: Rect) -> u16 {
    let count = u16::try_from(gantt.lanes.len()).unwrap_or(u16::MAX);
    let room = area.height.saturating_sub(1) / count.max(1);
    let step = if spacing == Spacing::Wide { room.clamp(1, 3) } else { 1 };
    let place = u16::try_from(place).unwrap_or(u16::MAX);
    area.y.saturating_add(place.saturating_mul(step)).saturating_add(step)
}

/// Where the parts of a lane stand.
#[derive(Debug, Clone, Copy)]
struct LaneColumns {
    said: u16,
    scale: u16,
    room: u16,
    verdict: u16,
    sign: u16,
}

/// Where the text below the lanes goes.
pub(in crate::render::tui) fn text_area(gantt: &Gantt, area: Rect) -> Rect {
    let lanes = if gantt.lanes.is_empty() { 0 } else { height(gantt).min(area.height) };
    Rect { y: area.y + lanes, height: area.height - lanes, width: area.width.min(wrap::MAX_TEXT_WIDTH), ..area }
}

/// The lanes in sight, by their numbers.
pub(in crate::render::tui) fn data_points(gantt: &Gantt, area: Rect) -> Vec<(usize, Rect)> {
    let row = |lane: usize| Some((lane, row_at(area, u16::try_from(lane).ok()?.checked_add(1)?)?));
    (0..gantt.lanes.len()).map_while(row).collect()
}

/// A row of an area, counted from its top.
fn row_at(area: Rect, row: u16) -> Option<Rect> {
    (row < area.height).then_some(Rect { y: area.y + row, height: 1, ..area })
}

/// Draws the lanes, and below them what stands in the lane under the crosshair.
pub(in crate::render::tui) fn draw(gantt: &Gantt, cursor: Option<usize>, area: Rect, pen: &mut Pen<'_>) {
    if area.is_empty() {
        return;
    }
    draw_lanes(gantt, (Spacing::Close, cursor), area, pen);
    let read = cursor.and_then(|cursor| gantt.lanes.get(cursor));
    let below = u16::try_from(gantt.lanes.len() + 1).ok().and_then(|row| row_at(area, row));
    if let (Some(lane), Some(at)) = (read, below) {
        pen.runs(at, &lane.data_point.readout);
    }
}

/// Cells after the last line of the scale, for the rest of its label.
const LAST_LABEL_WIDTH: u16 = 3;

fn lane_columns(gantt: &Gantt, (room, spacing): (u16, Spacing), pen: &Pen<'_>) -> LaneColumns {
    let widest = |of: fn(&Lane) -> &str| gantt.lanes.iter().map(|lane| width(of(lane))).max().unwrap_or(0);
    let label = widest(|lane| lane.label.long()).min(if spacing == Spacing::Wide { room * 9 / 20 } else { room / 4 });
    let said = if room >= 90 { widest(|lane| lane.said.long()).min(16) } else { 0 };
    let sign = gantt.lanes.iter().map(|lane| pen.cells(pen.mark(lane.mark))).max();
    let sign = sign.unwrap_or(0) + 1;
    let shortest = widest(|lane| lane.verdict.0.last().map_or("", String::as_str)) + sign;
    let most = if spacing == Spacing::Wide { (room / 3).max(shortest) } else { room / 3 };
    let verdict = (widest(|lane| lane.verdict.long()) + sign).min(most);
    let scale = label + 2 + if said > 0 { said + 2 } else { 0 };
    let wide = room.saturating_sub(scale + verdict + 2).min(84);
    let room = if wide > 4 * LAST_LABEL_WIDTH { wide - LAST_LABEL_WIDTH } else { wide };
    LaneColumns { said: label + 2, scale, room, verdict: scale + wide + 2, sign }
}

fn draw_scale(gantt: &Gantt, parts: LaneColumns, area: Rect, pen: &mut Pen<'_>) {
    let wide = (parts.room + LAST_LABEL_WIDTH).min(parts.verdict.saturating_sub(parts.scale + 2));
    let at = Rect { x: area.x + parts.scale, width: wide, height: 1, ..area };
    let mut occupied = labels::OccupiedCells::new(at);
    for (year, label) in &gantt.ticks {
        let Some(x) = cell_at(*year, gantt.from, gantt.to, parts.room) else { continue };
        let cells = width(label).min(at.width);
        let spot = Rect { x: at.x + x.min(at.width - cells), width: cells, ..at };
        if occupied.claim(spot, 1) {
            pen.text(spot, label, pen.role(Role::Muted));
        }
    }
}

fn draw_lane(gantt: &Gantt, (lane, read): (&Lane, bool), parts: LaneColumns, at: Rect, pen: &mut Pen<'_>) {
    let label = Rect { width: parts.said.saturating_sub(2), ..at };
    let mut style = pen.role(Role::Plain);
    if read {
        pen.buf.set_style(at.intersection(pen.buf.area), pen.tint(Tone::SelectedBackground));
        style = pen.role(Role::Strong).add_modifier(ratatui::style::Modifier::REVERSED);
    }
    pen.text(label, fit_or_cut(&lane.label, label.width), style);
    if parts.scale > parts.said {
        let said = Rect { x: at.x + parts.said, width: parts.scale - parts.said - 2, ..at };
        pen.text(said, fit_or_cut(&lane.said, said.width), pen.role(Role::Muted));
    }
    let scale = Rect { x: at.x + parts.scale, width: parts.room, ..at };
    draw_marks(gantt, lane, scale, pen);
    if parts.verdict < at.width {
        let style = pen.role(lane.role).remove_modifier(ratatui::style::Modifier::BOLD);
        let rest = Rect { x: at.x + parts.verdict, width: at.width - parts.verdict, ..at };
        pen.text(rest, pen.mark(lane.mark), style);
        let rest = Rect { x: rest.x + parts.sign, width: rest.width.saturating_sub(parts.sign), ..rest };
        pen.text(rest, fit_or_cut(&lane.verdict, rest.width), style);
    }
}

/// A span of the scale as first and last cell.
fn cell_range(gantt: &Gantt, (from, to): (f64, f64), room: u16) -> Option<(u16, u16)> {
    if to < gantt.from || from > gantt.to {
        return None;
    }
    let from = cell_at(from.max(gantt.from), gantt.from, gantt.to, room)?;
    // A window ends at the last moment before its end.
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
    let late_to = happened.map(|(from, _)| from).or(not_by);
    if let (Some((_, end)), Some(to)) = (promised, late_to) {
        for x in end + 1..to {
            pen.put((scale.x + x, scale.y), pen.pick("·", "·", "."), pen.role(lane.role));
        }
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
