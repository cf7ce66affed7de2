//! The palette over everything: a line to type into, and what was found.
//!
//! ```text
//! ┌──────────────────────────────────────────────────────────┐
//! │ : kost                                         12 of 412 │
//! │──────────────────────────────────────────────────────────│
//! │▸ Kia Qazaqstan · Kostanay                         plant  │
//! │  go to the next page                                Tab  │
//! │──────────────────────────────────────────────────────────│
//! │ ↑↓ choose   Enter done   Esc back                        │
//! └──────────────────────────────────────────────────────────┘
//! ```

use ratatui::layout::{Position, Rect};
use ratatui::style::Modifier;

use crate::page::model::chrome::{Palette, PaletteEntry};
use crate::page::model::rich_text::Role;
use crate::render::look::theme::Tone;
use crate::render::tui::chrome;
use crate::render::tui::layout::Hit;
use crate::render::tui::pen::Pen;
use crate::render::typeset::measure::{form_at_rank, width};

/// Where the parts of the palette lie.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PaletteLayout {
    /// All of it, with its frame.
    pub area: Rect,
    /// The line that is typed.
    pub prompt: Rect,
    /// What was found.
    pub rows: Rect,
    /// The first of it in sight.
    pub first: usize,
    /// How much of it is in sight.
    pub shown: usize,
    /// Its keys.
    pub hints: Rect,
}

/// Wider than this, the eye loses the line from a name to its key.
const MAX_WIDTH: u16 = 96;
/// More than this is not looked through but typed for.
const MAX_HEIGHT: u16 = 26;

/// Lays the palette out: in the upper middle, on small screens over everything.
#[must_use]
pub(in crate::render::tui) fn lay_out(palette: &Palette, area: Rect) -> PaletteLayout {
    let small = area.width < 60 || area.height < 18;
    let wide = if small { area.width } else { (area.width - 8).min(MAX_WIDTH) };
    let high = if small { area.height } else { (area.height - 4).min(MAX_HEIGHT) };
    let top = if small { 0 } else { 2.min(area.height - high) };
    let whole = Rect { x: area.x + (area.width - wide) / 2, y: area.y + top, width: wide, height: high };
    let inner = Rect {
        x: whole.x + 2.min(whole.width),
        y: whole.y + 1.min(whole.height),
        width: whole.width.saturating_sub(4),
        height: whole.height.saturating_sub(2),
    };
    let line = |y: u16| Rect { y: y.min(whole.bottom().saturating_sub(1)), height: 1.min(inner.height), ..inner };
    let rows = Rect { y: inner.y + 2.min(inner.height), height: inner.height.saturating_sub(4), ..inner };
    let shown = palette.entries.len().min(usize::from(rows.height));
    let last = palette.entries.len() - shown;
    let first = palette.chosen.saturating_sub(shown / 2).min(last);
    let hints = line(inner.bottom().saturating_sub(1));
    PaletteLayout { area: whole, prompt: line(inner.y), rows, first, shown, hints }
}

impl PaletteLayout {
    /// What lies at a place of the screen.
    #[must_use]
    pub fn hit(&self, at: Position) -> Hit {
        let row = at.y.checked_sub(self.rows.y).map(usize::from).filter(|row| *row < self.shown);
        match row {
            Some(row) if self.area.contains(at) => Hit::PaletteEntry(self.first + row),
            _ if self.area.contains(at) => Hit::Palette,
            _ => Hit::Nothing,
        }
    }
}

/// Draws the palette on its place.
pub(in crate::render::tui) fn draw(palette: &Palette, place: &PaletteLayout, pen: &mut Pen<'_>) {
    let area = place.area.intersection(pen.buf.area);
    if area.is_empty() {
        return;
    }
    pen.clear_for_overlay(area);
    draw_frame(place, pen);
    let count = width(&palette.count);
    let room = place.prompt.width.saturating_sub(count + 2);
    chrome::draw_prompt(&palette.prompt, Rect { width: room, ..place.prompt }, pen);
    pen.text_right(place.prompt, &palette.count, pen.role(Role::Muted));
    if palette.entries.is_empty() {
        pen.text(Rect { height: 1.min(place.rows.height), ..place.rows }, &palette.empty, pen.role(Role::Muted));
    }
    let seen = palette.entries.iter().enumerate().skip(place.first).take(place.shown);
    let typed = format!("{}{}", palette.prompt.before, palette.prompt.after);
    let keys = seen.clone().map(|(_, entry)| entry).map(|entry| width(keys_text(entry, pen))).max().unwrap_or(0);
    let kinds = seen.clone().map(|(_, entry)| entry).map(|entry| width(&entry.kind)).max().unwrap_or(0);
    for (line, (index, entry)) in seen.enumerate() {
        let at = Rect { y: place.rows.y + u16::try_from(line).unwrap_or(0), height: 1, ..place.rows };
        draw_entry(entry, (index == palette.chosen, keys, kinds), &typed, (at, pen));
    }
    chrome::draw_hints(&palette.hints, place.hints, pen);
}

fn draw_entry(
    entry: &PaletteEntry,
    (chosen, keys_room, kinds_room): (bool, u16, u16),
    typed: &str,
    (at, pen): (Rect, &mut Pen<'_>),
) {
    if chosen {
        let whole = Rect { x: at.x - 1, width: at.width + 2, ..at };
        pen.buf.set_style(whole.intersection(pen.buf.area), pen.tint(Tone::SelectedBackground));
        pen.put((at.x - 1, at.y), pen.pick("▸", "►", ">"), pen.role(Role::Key));
    }
    let role = if entry.is_enabled { Role::Plain } else { Role::Muted };
    let style = pen.role(role);
    let style = if chosen { style.add_modifier(Modifier::BOLD) } else { style };
    // A kind is left out before a name is cut.
    let kinds_room = if at.width < 50 { 0 } else { kinds_room };
    let gap = |room: u16| if room > 0 { room + 2 } else { 0 };
    let at = Rect { x: at.x + 1, width: at.width.saturating_sub(1), ..at };
    let names = at.width.saturating_sub(gap(keys_room) + gap(kinds_room));
    pen.text(Rect { width: names, ..at }, &entry.label, style);
    pen.underline_matches(Rect { width: names, ..at }, &entry.label, typed);
    let kinds = Rect { x: at.x + names + 2.min(at.width - names), width: kinds_room, ..at };
    pen.text(kinds.intersection(at), &entry.kind, pen.role(Role::Muted));
    pen.text_right(at, keys_text(entry, pen), pen.role(if entry.is_enabled { Role::Key } else { Role::Muted }));
}

fn keys_text<'a>(entry: &'a PaletteEntry, pen: &Pen<'_>) -> &'a str {
    form_at_rank(&entry.keys, usize::from(pen.paint.is_ascii()))
}

/// The lines around and between the parts.
fn draw_frame(place: &PaletteLayout, pen: &mut Pen<'_>) {
    let Rect { x, y, width, height } = place.area;
    if width < 2 || height < 2 {
        return;
    }
    let style = pen.tone(Tone::Faint);
    for line in [y, place.rows.y.saturating_sub(1), place.hints.y.saturating_sub(1), y + height - 1] {
        pen.rule(Rect { x, y: line, width, height: 1 });
    }
    for line in y..y + height {
        for side in [x, x + width - 1] {
            pen.put((side, line), pen.pick("│", "│", "|"), style);
        }
    }
    let corners =
        [(x, y, "┌"), (x + width - 1, y, "┐"), (x, y + height - 1, "└"), (x + width - 1, y + height - 1, "┘")];
    for (x, y, corner) in corners {
        pen.put((x, y), pen.pick(corner, corner, "+"), style);
    }
}
