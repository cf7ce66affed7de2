//! The command palette above everything: a prompt, and the matching entries.
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

use ratatui::layout::Rect;
use ratatui::style::Modifier;

use crate::page::model::{Palette, PaletteEntry, Role};
use crate::render::look::theme::Tone;
use crate::render::tui::chrome;
use crate::render::tui::layout::areas::PaletteLayout;
use crate::render::tui::pen::{Pen, right_of};
use crate::render::typeset::measure::{form_at_rank, width};

/// In wider lines it is hard to see which key belongs to which name.
const MAX_WIDTH: u16 = 96;
/// Longer lists are searched by typing, not by reading.
const MAX_HEIGHT: u16 = 26;

/// The layout of the palette: in the upper middle of the screen; all of a small screen.
pub(crate) fn lay_out(palette: &Palette, area: Rect) -> PaletteLayout {
    let small = area.width < 60 || area.height < 18;
    let width = if small { area.width } else { (area.width - 8).min(MAX_WIDTH) };
    let height = if small { area.height } else { (area.height - 4).min(MAX_HEIGHT) };
    let top = if small { 0 } else { 2.min(area.height - height) };
    let whole = Rect { x: area.x + (area.width - width) / 2, y: area.y + top, width, height };
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

pub(crate) fn draw(palette: &Palette, layout: &PaletteLayout, pen: &mut Pen<'_>) {
    let area = layout.area.intersection(pen.buf.area);
    if area.is_empty() {
        return;
    }
    pen.clear_for_overlay(area);
    draw_frame(layout, pen);
    let count = width(&palette.count);
    let room = layout.prompt.width.saturating_sub(count + 2);
    chrome::draw_prompt(&palette.prompt, Rect { width: room, ..layout.prompt }, pen);
    pen.text_right(layout.prompt, &palette.count, pen.role(Role::Muted));
    if palette.entries.is_empty() {
        pen.text(Rect { height: 1.min(layout.rows.height), ..layout.rows }, &palette.empty, pen.role(Role::Muted));
    }
    let seen = palette.entries.iter().enumerate().skip(layout.first).take(layout.shown);
    let typed = format!("{}{}", palette.prompt.before, palette.prompt.after);
    let keys = seen.clone().map(|(_, entry)| entry).map(|entry| width(keys_text(entry, pen))).max().unwrap_or(0);
    let kinds = seen.clone().map(|(_, entry)| entry).map(|entry| width(&entry.kind)).max().unwrap_or(0);
    for (line, (index, entry)) in seen.enumerate() {
        let at = Rect { y: layout.rows.y + u16::try_from(line).unwrap_or(0), height: 1, ..layout.rows };
        let entry_place = EntryPlace { at, keys_room: keys, kinds_room: kinds, is_chosen: index == palette.chosen };
        draw_entry(entry, &entry_place, &typed, pen);
    }
    chrome::draw_hints(&palette.hints, layout.hints, pen);
}

/// The line of an entry, and the cells of its last two columns.
struct EntryPlace {
    at: Rect,
    keys_room: u16,
    kinds_room: u16,
    is_chosen: bool,
}

fn draw_entry(entry: &PaletteEntry, place: &EntryPlace, typed: &str, pen: &mut Pen<'_>) {
    let EntryPlace { at, keys_room, kinds_room, is_chosen } = *place;
    if is_chosen {
        let whole = Rect { x: at.x - 1, width: at.width + 2, ..at };
        pen.buf.set_style(whole.intersection(pen.buf.area), pen.tint(Tone::SelectedBackground));
        pen.put((at.x - 1, at.y), pen.pick("▸", "►", ">"), pen.role(Role::Key));
    }
    let style = pen.role(if entry.is_enabled { Role::Plain } else { Role::Muted });
    let style = if is_chosen { style.add_modifier(Modifier::BOLD) } else { style };
    // Narrow screens have no column of kinds.
    let kinds_room = if at.width < 50 { 0 } else { kinds_room };
    let gap = |room: u16| if room > 0 { room + 2 } else { 0 };
    let at = right_of(at, 1);
    let names = at.width.saturating_sub(gap(keys_room) + gap(kinds_room));
    let label = Rect { width: names, ..at };
    pen.text(label, &entry.label, style);
    pen.underline_matches(label, &entry.label, typed);
    let kinds = Rect { width: kinds_room, ..right_of(at, names + 2) };
    pen.text(kinds.intersection(at), &entry.kind, pen.role(Role::Muted));
    pen.text_right(at, keys_text(entry, pen), pen.role(if entry.is_enabled { Role::Key } else { Role::Muted }));
}

fn keys_text<'a>(entry: &'a PaletteEntry, pen: &Pen<'_>) -> &'a str {
    form_at_rank(&entry.keys, usize::from(pen.paint.is_ascii()))
}

/// Draws the frame and the rules between the parts.
fn draw_frame(place: &PaletteLayout, pen: &mut Pen<'_>) {
    let Rect { x, y, width, height } = place.area;
    if width < 2 || height < 2 {
        return;
    }
    let style = pen.tone(Tone::Faint);
    for line in [y, place.rows.y.saturating_sub(1), place.hints.y.saturating_sub(1), y + height - 1] {
        pen.rule(Rect { x, y: line, width, height: 1 });
    }
    for side in [x, x + width - 1] {
        pen.fill(Rect { x: side, width: 1, ..place.area }, pen.pick("│", "│", "|"), style);
    }
    let corners =
        [(x, y, "┌"), (x + width - 1, y, "┐"), (x, y + height - 1, "└"), (x + width - 1, y + height - 1, "┘")];
    for (x, y, corner) in corners {
        pen.put((x, y), pen.pick(corner, corner, "+"), style);
    }
}
