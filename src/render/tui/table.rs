//! Rows under heads, with one chosen.
//!
//! ```text
//!   PROMISE 1/45            SAID       DUE    REPORTED   0 %      50       100      VERDICT
//! ▸ ≥200,000 vehicles       Jul 2016   2025    171,442   ████████████████▏  │       ✗  missed
//!   ~100,000 vehicles       Sep 2018   2020     77,471   ██████████████▌    │       ✓› met 2 years late
//! ```

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};

use super::bullet;
use super::layout::Rows;
use super::paint::{self, drawn_width, fit_or_cut, put, role, text, text_right, tone, width};
use crate::page::mark::Mark;
use crate::page::prose::{Label, Role};
use crate::page::table::{Align, Cell, Column, Row, Table};
use crate::render::sign::{self, pick};
use crate::render::theme::{Paint, Tone};

/// Cells at the left for the sign of the chosen row.
pub(super) const GUTTER: u16 = 2;

/// Cells between columns, where there is room and where there is little.
const GAPS: [u16; 2] = [3, 2];

/// A bullet is at least and at most this wide.
const BULLET: (u16, u16) = (12, 38);

/// A column that has its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Placed {
    index: usize,
    x: u16,
    width: u16,
    /// The widest sign in it, with the space after it.
    sign: u16,
}

/// Draws the rows that are in sight. `rows` says which and where.
pub(super) fn table(table: &Table, rows: &Rows, area: Rect, paint: &Paint, buf: &mut Buffer) {
    if area.is_empty() {
        return;
    }
    if table.rows.is_empty() {
        let at = Rect { x: area.x + GUTTER, width: area.width.saturating_sub(GUTTER), height: 1, ..area };
        text(buf, at, &table.empty, role(paint, Role::Muted), paint);
        return;
    }
    let scrolled = rows.shown < table.rows.len();
    let room = area.width.saturating_sub(GUTTER + u16::from(scrolled) * 2);
    let placed = place(table, room, paint);
    if rows.area.y > area.y {
        heads(table, &placed, Rect { height: 1, ..area }, paint, buf);
        if scrolled {
            count(table, &placed, Rect { height: 1, ..area }, paint, buf);
        }
    }
    let end = placed.last().map_or(0, |last| last.x + last.width) + GUTTER;
    for (line, index) in (rows.first..table.rows.len()).take(rows.shown).enumerate() {
        let y = rows.area.y + u16::try_from(line).unwrap_or(0);
        let at = Rect { y, height: 1, width: area.width.min(end + 1), ..rows.area };
        let chosen = table.chosen == Some(index);
        row(table, &table.rows[index], (&placed, chosen), at, (paint, buf));
    }
    if scrolled && area.width > GUTTER {
        let x = area.right().min(area.x + end + 2) - 1;
        bar(rows, table.rows.len(), Rect { x, width: 1, ..rows.area }, paint, buf);
    }
}

/// Where the rows in sight lie among all.
fn bar(rows: &Rows, all: usize, at: Rect, paint: &Paint, buf: &mut Buffer) {
    let height = usize::from(at.height);
    if height < 2 {
        return;
    }
    let size = (height * rows.shown / all.max(1)).clamp(1, height - 1);
    let free = all.saturating_sub(rows.shown).max(1);
    let top = (rows.first * (height - size)).div_ceil(free).min(height - size);
    for y in 0..at.height {
        let inside = (top..top + size).contains(&usize::from(y));
        let (symbol, shade) = if inside {
            (pick(paint.glyphs, "┃", "█", "#"), Tone::Muted)
        } else {
            (pick(paint.glyphs, "│", "│", "|"), Tone::Faint)
        };
        put(buf, (at.x, at.y + y), symbol, tone(paint, shade));
    }
}

fn heads(table: &Table, placed: &[Placed], at: Rect, paint: &Paint, buf: &mut Buffer) {
    let style = role(paint, Role::Muted);
    for column in placed {
        let cell = Rect { x: at.x + GUTTER + column.x, width: column.width, ..at };
        if is_bullet(table, column.index) {
            bullet::head(cell, paint, buf);
            continue;
        }
        let head = fit_or_cut(&table.columns[column.index].head, column.width);
        match table.columns[column.index].align {
            Align::Left => {
                text(buf, cell, head, style, paint);
            }
            Align::Right => text_right(buf, cell, head, style, paint),
        }
    }
}

/// Which of how many, after the first head, where it fits.
fn count(table: &Table, placed: &[Placed], at: Rect, paint: &Paint, buf: &mut Buffer) {
    let (Some(first), Some(chosen)) = (placed.first(), table.chosen) else { return };
    let rank = table.rows[..=chosen.min(table.rows.len() - 1)].iter().filter(|row| row.key.is_some()).count();
    let all = table.rows.iter().filter(|row| row.key.is_some()).count();
    let words = format!("{rank}/{all}");
    let head = fit_or_cut(&table.columns[first.index].head, first.width);
    let used = drawn_width(head, paint) + u16::from(!head.is_empty()) * 2;
    if used + width(&words) <= first.width {
        let cell = Rect { x: at.x + GUTTER + first.x + used, width: first.width - used, ..at };
        text(buf, cell, &words, role(paint, Role::Muted), paint);
    }
}

fn row(table: &Table, row: &Row, (placed, chosen): (&[Placed], bool), at: Rect, (paint, buf): (&Paint, &mut Buffer)) {
    let line = Rect { x: at.x + GUTTER, width: at.width.saturating_sub(GUTTER), ..at };
    if row.key.is_none() && row.cells.len() == 1 {
        if let Some(Cell::Text(label, _) | Cell::Marked(_, label, _)) = row.cells.first() {
            text(buf, line, fit_or_cut(label, line.width), role(paint, Role::Heading), paint);
        }
        return;
    }
    if chosen {
        buf.set_style(at.intersection(buf.area), paint::raised(paint));
        put(buf, (at.x, at.y), pick(paint.glyphs, "▸", "►", ">"), role(paint, Role::Key));
    }
    for column in placed {
        let Some(cell) = row.cells.get(column.index) else { continue };
        let at = Rect { x: line.x + column.x, width: column.width, ..at };
        let align = table.columns[column.index].align;
        draw(cell, (align, column.sign, chosen), at, paint, buf);
    }
}

fn draw(cell: &Cell, (align, sign, chosen): (Align, u16, bool), at: Rect, paint: &Paint, buf: &mut Buffer) {
    let heavy = |style: Style| if chosen { style.add_modifier(Modifier::BOLD) } else { style };
    match cell {
        Cell::Empty => {}
        Cell::Bullet(bar) => bullet::bullet(bar, chosen, at, (paint, buf)),
        Cell::Text(label, what) => {
            let words = fit_or_cut(label, at.width);
            let style = heavy(light(*what, chosen, paint));
            match align {
                Align::Left => {
                    text(buf, at, words, style, paint);
                }
                Align::Right => text_right(buf, at, words, style, paint),
            }
        }
        Cell::Marked(mark, label, what) => {
            let style = heavy(light(*what, chosen, paint));
            text(buf, Rect { width: sign.min(at.width), ..at }, sign::mark(*mark, paint.glyphs), style, paint);
            let rest = Rect { x: at.x + sign, width: at.width.saturating_sub(sign), ..at };
            text(buf, rest, fit_or_cut(label, rest.width), style, paint);
        }
    }
}

/// In a table only the chosen row is heavy, so that it stands out.
fn light(what: Role, chosen: bool, paint: &Paint) -> Style {
    let style = role(paint, what);
    let emphatic = matches!(what, Role::Strong | Role::Heading);
    if chosen || emphatic { style } else { style.remove_modifier(Modifier::BOLD) }
}

fn is_bullet(table: &Table, index: usize) -> bool {
    table.rows.iter().any(|row| matches!(row.cells.get(index), Some(Cell::Bullet(_))))
}

/// What a column would like, and what it can do with.
struct Want {
    index: usize,
    least: u16,
    best: u16,
    most: u16,
    sign: u16,
}

/// Gives columns their places; the least important are left out where there is no room.
fn place(table: &Table, room: u16, paint: &Paint) -> Vec<Placed> {
    let mut wants: Vec<Want> = table.columns.iter().enumerate().map(|(i, c)| want(table, i, c, paint)).collect();
    let total = |wants: &[Want], width: fn(&Want) -> u16, gap: u16| -> u16 {
        wants.iter().map(width).fold(0, u16::saturating_add).saturating_add(gap * (wants.len().max(1) - 1) as u16)
    };
    while total(&wants, |want| want.least, GAPS[1]) > room {
        let drop = (0..wants.len()).max_by_key(|&i| (table.columns[wants[i].index].drop, i));
        match drop {
            Some(i) if table.columns[wants[i].index].drop > 0 => {
                wants.remove(i);
            }
            _ => break,
        }
    }
    let gap = if total(&wants, |want| want.best, GAPS[0]) <= room { GAPS[0] } else { GAPS[1] };
    let mut left = room.saturating_sub(total(&wants, |want| want.least, gap));
    let mut widths: Vec<u16> = wants.iter().map(|want| want.least).collect();
    // First the columns that must stay get their longest forms, then the others, then those that grow.
    let mut order: Vec<usize> = (0..wants.len()).collect();
    order.sort_by_key(|&i| (table.columns[wants[i].index].drop, i));
    for &i in &order {
        let more = (wants[i].best - wants[i].least).min(left);
        widths[i] += more;
        left -= more;
    }
    for &i in &order {
        let more = (wants[i].most - widths[i].min(wants[i].most)).min(left);
        widths[i] += more;
        left -= more;
    }
    let mut x = 0;
    let mut placed = Vec::with_capacity(wants.len());
    for (want, width) in wants.iter().zip(widths) {
        if x >= room {
            break;
        }
        let width = width.min(room - x);
        placed.push(Placed { index: want.index, x, width, sign: want.sign });
        x += width + gap;
    }
    placed
}

fn want(table: &Table, index: usize, column: &Column, paint: &Paint) -> Want {
    if is_bullet(table, index) {
        let most = if column.grows { BULLET.1 } else { 24 };
        return Want { index, least: BULLET.0, best: 24, most, sign: 0 };
    }
    let shortest = |label: &Label| label.0.last().map_or(0, |form| width(form));
    let (mut least, mut best, mut sign) = (shortest(&column.head), width(column.head.long()), 0);
    for row in table.rows.iter().filter(|row| row.key.is_some() || row.cells.len() > 1) {
        let label = match row.cells.get(index) {
            Some(Cell::Text(label, _)) => label,
            Some(Cell::Marked(mark, label, _)) => {
                sign = sign.max(sign_width(*mark, paint) + 1);
                label
            }
            _ => continue,
        };
        least = least.max(shortest(label));
        best = best.max(width(label.long()));
    }
    // A long text may be cut before a column is given up.
    if column.grows {
        least = least.min(16);
    }
    Want { index, least: least + sign, best: best + sign, most: best + sign, sign }
}

fn sign_width(mark: Mark, paint: &Paint) -> u16 {
    drawn_width(sign::mark(mark, paint.glyphs), paint)
}
