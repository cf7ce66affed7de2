//! Bars against a promise, in one line: 0 to 120 % with a line at 100.
//!
//! ```text
//! 0 %       50        100
//! ━━━━━━━━━━━━━━━━━╸···│        86 %, perhaps more
//! ╍╍╍╍╍╍╍╍╍›           │        a part-year, at least so much
//! ```

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Modifier;

use super::paint::{put, role, text, text_center, tone};
use crate::page::prose::Role;
use crate::page::table::Bullet;
use crate::render::scale::{cells, nearest};
use crate::render::sign::pick;
use crate::render::theme::{Glyphs, Paint, Tone};

/// The scale ends at this many times the promise.
const END: f64 = 1.2;

/// A plain bar as text: `share` of `room` cells.
pub(super) fn horizontal(share: f64, room: u16, paint: &Paint) -> String {
    let halves = cells(share, 1.0, room.saturating_mul(2));
    let (full, half) = if paint.glyphs == Glyphs::Braille { (halves / 2, halves % 2) } else { (halves.div_ceil(2), 0) };
    let mut bar = pick(paint.glyphs, "━", "■", "#").repeat(usize::from(full));
    bar.push_str(if half > 0 { "╸" } else { "" });
    bar
}

/// Where the line at 100 % stands.
fn hundred(room: u16) -> u16 {
    nearest(f64::from(room) / END).min(room.saturating_sub(1))
}

/// A position on the scale, as a cell.
fn at(share: f64, room: u16) -> u16 {
    nearest(share / END * f64::from(room)).min(room)
}

/// The scale above the bars.
pub(super) fn head(area: Rect, paint: &Paint, buf: &mut Buffer) {
    let style = role(paint, Role::Muted);
    let line = hundred(area.width);
    if area.width >= 9 {
        text(buf, Rect { width: 3, ..area }, "0 %", style, paint);
        text_center(buf, Rect { x: area.x + line - 1, width: 3, ..area }, "100", style, paint);
    }
    if area.width >= 18 {
        text_center(buf, Rect { x: area.x + line / 2 - 1, width: 2, ..area }, "50", style, paint);
    }
}

/// A bar against its promise.
pub(super) fn bullet(bullet: &Bullet, chosen: bool, area: Rect, (paint, buf): (&Paint, &mut Buffer)) {
    let room = area.width;
    if room < 3 {
        return;
    }
    let line = hundred(room);
    let shade = if chosen { Tone::Actual } else { Tone::Past };
    let mut end = 0;
    if let Some(share) = bullet.bar {
        end = ink(bullet, share, shade, area, (paint, buf));
    } else {
        put(buf, (area.x, area.y), "?", role(paint, Role::Missing));
    }
    let soft = bullet.soft.map_or(end, |soft| at(soft, room)).max(end);
    for x in end..soft {
        put(buf, (area.x + x, area.y), pick(paint.glyphs, "·", "·", "."), tone(paint, Tone::Past));
    }
    if bullet.open && end < room {
        put(buf, (area.x + end, area.y), pick(paint.glyphs, "›", ">", ">"), tone(paint, shade));
    }
    if let Some((low, high)) = bullet.about.filter(|_| room >= 20 && bullet.bar.is_some()) {
        let (low, high) = (at(low, room), at(high, room));
        if low >= end && low < line {
            put(buf, (area.x + low, area.y), pick(paint.glyphs, "‹", "<", "("), tone(paint, Tone::Pledge));
        }
        if high >= end && high > line && high < room {
            put(buf, (area.x + high, area.y), pick(paint.glyphs, "›", ">", ")"), tone(paint, Tone::Pledge));
        }
    }
    let mark = if line < end { pick(paint.glyphs, "┿", "┼", "+") } else { pick(paint.glyphs, "│", "│", "|") };
    put(buf, (area.x + line, area.y), mark, tone(paint, Tone::Target).add_modifier(Modifier::BOLD));
}

/// Inks what is certain and returns the first cell after it.
fn ink(bullet: &Bullet, share: f64, shade: Tone, area: Rect, (paint, buf): (&Paint, &mut Buffer)) -> u16 {
    let style = tone(paint, shade);
    let room = area.width;
    let solid = if bullet.part { pick(paint.glyphs, "╍", "▒", "%") } else { pick(paint.glyphs, "━", "■", "#") };
    let halves = cells(share, END, room * 2);
    let has_halves = !bullet.part && paint.glyphs == Glyphs::Braille;
    let (full, half) = if has_halves { (halves / 2, halves % 2) } else { (halves.div_ceil(2), 0) };
    for x in 0..full {
        put(buf, (area.x + x, area.y), solid, style);
    }
    if half > 0 {
        put(buf, (area.x + full, area.y), "╸", style);
    }
    if share > END {
        put(buf, (area.right() - 1, area.y), pick(paint.glyphs, "»", "»", ">"), style);
    }
    full + half
}
