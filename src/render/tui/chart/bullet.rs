//! Bullet charts of one line: a value from 0 to 120 % of its target, with a line at 100 %.
//!
//! ```text
//! 0 %       50        100
//! ━━━━━━━━━━━━━━━━━╸···│        86 %, perhaps more
//! ╍╍╍╍╍╍╍╍╍›           │        a part-year, at least so much
//! ```

use ratatui::layout::Rect;
use ratatui::style::Modifier;

use crate::page::model::{Bullet, Role};
use crate::render::look::theme::{Glyphs, Tone};
use crate::render::tui::pen::Pen;
use crate::render::typeset::scale::{cells, round_to_cells};

/// The end of the scale, as a multiple of the target.
const SCALE_END: f64 = 1.2;

/// A plain bar as text: `share` of `room` cells.
pub(crate) fn bar_text(share: f64, room: u16, pen: &Pen<'_>) -> String {
    let halves = cells(share, 1.0, room.saturating_mul(2));
    let (full, half) =
        if pen.paint.glyphs == Glyphs::Braille { (halves / 2, halves % 2) } else { (halves.div_ceil(2), 0) };
    let mut bar = pen.pick("━", "■", "#").repeat(usize::from(full));
    bar.push_str(if half > 0 { "╸" } else { "" });
    bar
}

/// The cell of the line at 100 %.
fn target_cell(room: u16) -> u16 {
    round_to_cells(f64::from(room) / SCALE_END).min(room.saturating_sub(1))
}

/// The cell of a share of the target.
fn cell_at_share(share: f64, room: u16) -> u16 {
    round_to_cells(share / SCALE_END * f64::from(room)).min(room)
}

/// Draws the scale above the bars; `zero` is the label of its start.
pub(crate) fn draw_head(zero: &str, area: Rect, pen: &mut Pen<'_>) {
    let style = pen.role(Role::Muted);
    let line = target_cell(area.width);
    if area.width >= 9 {
        pen.text(Rect { width: 3, ..area }, zero, style);
    }
    if area.width >= 6 {
        pen.text_center(Rect { x: area.x + line - 1, width: 3, ..area }, "100", style);
    }
    if area.width >= 18 {
        pen.text_center(Rect { x: area.x + line / 2 - 1, width: 2, ..area }, "50", style);
    }
}

/// Draws a bar against its target.
pub(crate) fn draw(bullet: &Bullet, chosen: bool, area: Rect, pen: &mut Pen<'_>) {
    let room = area.width;
    if room < 3 || bullet.bar.is_none() && !bullet.is_missing {
        return;
    }
    let line = target_cell(room);
    let tone = if chosen { Tone::Actual } else { Tone::ActualMuted };
    let mut end = 0;
    if let Some(share) = bullet.bar {
        end = draw_bar(bullet, share, tone, area, pen);
    } else {
        pen.put((area.x, area.y), "?", pen.role(Role::Missing));
    }
    let soft = bullet.soft.map_or(end, |soft| cell_at_share(soft, room)).max(end);
    let uncertain = Rect { x: area.x + end, width: soft - end, height: 1, ..area };
    pen.fill(uncertain, pen.pick("·", "·", "."), pen.tone(Tone::ActualMuted));
    if bullet.is_open && end < room {
        pen.put((area.x + end, area.y), pen.pick("›", ">", ">"), pen.tone(tone));
    }
    if let Some((low, high)) = bullet.about.filter(|_| room >= 20 && bullet.bar.is_some()) {
        let (low, high) = (cell_at_share(low, room), cell_at_share(high, room));
        if low >= end && low < line {
            pen.put((area.x + low, area.y), pen.pick("‹", "<", "("), pen.tone(Tone::TargetMuted));
        }
        if high >= end && high > line && high < room {
            pen.put((area.x + high, area.y), pen.pick("›", ">", ")"), pen.tone(Tone::TargetMuted));
        }
    }
    let mark = if line < end { pen.pick("┿", "┼", "+") } else { pen.pick("│", "│", "|") };
    pen.put((area.x + line, area.y), mark, pen.tone(Tone::Target).add_modifier(Modifier::BOLD));
}

/// Draws the certain part of a bar. Returns the first cell after it.
fn draw_bar(bullet: &Bullet, share: f64, tone: Tone, area: Rect, pen: &mut Pen<'_>) -> u16 {
    let style = pen.tone(tone);
    let room = area.width;
    let solid = if bullet.is_partial { pen.pick("╍", "▒", "%") } else { pen.pick("━", "■", "#") };
    let halves = cells(share, SCALE_END, room * 2);
    let has_halves = !bullet.is_partial && pen.paint.glyphs == Glyphs::Braille;
    let (full, half) = if has_halves { (halves / 2, halves % 2) } else { (halves.div_ceil(2), 0) };
    pen.fill(Rect { width: full, height: 1, ..area }, solid, style);
    if half > 0 {
        pen.put((area.x + full, area.y), "╸", style);
    }
    if share > SCALE_END {
        pen.put((area.right() - 1, area.y), pen.pick("»", "»", ">"), style);
    }
    full + half
}
