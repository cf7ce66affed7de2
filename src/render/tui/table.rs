//! Rows under heads, with one chosen.
//!
//! ```text
//!   PROMISE                 SAID       DUE    REPORTED   0 %      50       100      VERDICT             1/45
//! ▸ ≥200,000 vehicles       Jul 2016   2025    171,442   ████████████████▏  │       ✗  missed
//!   ~100,000 vehicles       Sep 2018   2020     77,471   ██████████████▌    │       ✓› met 2 years late
//! ```

use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};

use crate::page::model::rich_text::{Role, TextRun};
use crate::page::model::row_filter::SortDirection;
use crate::page::model::table::{Align, Table, TableCell, TableRow};
use crate::render::look::theme::{Glyphs, Tone};
use crate::render::tui::chart::bullet;
use crate::render::tui::layout::VisibleRows;
use crate::render::tui::pen::Pen;
use crate::render::tui::prose;
use crate::render::typeset::column_widths::{self, ColumnWidths, PlacedColumn, SORT_MARK_WIDTH};
use crate::render::typeset::measure::{fit_or_cut, width};
use crate::render::typeset::wrap;

/// Cells at the left for the sign of the chosen row.
pub(super) const GUTTER: u16 = 2;

/// The column whose head stands at an x of the line of heads.
#[must_use]
pub(super) fn head_at(table: &Table, rows: &VisibleRows, area: Rect, (x, glyphs): (u16, Glyphs)) -> Option<usize> {
    let room = columns_width(table, rows, area);
    let x = x.checked_sub(area.x + GUTTER)?;
    let placed = column_widths::place_columns(table, &ColumnWidths::of(table), room, glyphs);
    placed.iter().rev().find(|column| column.x <= x).map(|column| column.index)
}

/// The cells that columns have.
fn columns_width(table: &Table, rows: &VisibleRows, area: Rect) -> u16 {
    let scrolled = rows.shown < table.rows.len();
    area.width.saturating_sub(GUTTER + u16::from(scrolled) * 2)
}

/// The rows that are in sight under their heads: the chosen one near the middle, and none past the end.
pub(super) fn visible_rows(table: &Table, chosen: Option<usize>, area: Rect) -> VisibleRows {
    let heads = u16::from(area.height >= 5 || usize::from(area.height) > table.rows.len());
    let top = area.y;
    let area = Rect { y: area.y + heads, height: area.height.saturating_sub(heads), ..area };
    let shown = usize::from(area.height).min(table.rows.len());
    let last = table.rows.len() - shown;
    let first = chosen.map_or(0, |chosen| chosen.saturating_sub(shown / 2)).min(last);
    VisibleRows { area, first, shown, top, chosen }
}

/// Draws the rows that are in sight. `rows` says which and where, `widths` how wide all of them are.
pub(super) fn draw((table, widths): (&Table, &ColumnWidths), rows: &VisibleRows, area: Rect, pen: &mut Pen<'_>) {
    if area.is_empty() {
        return;
    }
    if table.rows.is_empty() {
        let at = Rect { x: area.x + GUTTER, width: area.width.saturating_sub(GUTTER), height: 1, ..area };
        let empty = [TextRun::new(&*table.empty, Role::Muted)];
        for (line, pieces) in (0..area.height).zip(wrap::wrap(&empty, 0, 0, at.width)) {
            prose::draw_pieces(&pieces, Rect { y: at.y + line, ..at }, pen);
        }
        return;
    }
    let scrolled = rows.shown < table.rows.len();
    let placed = column_widths::place_columns(table, widths, columns_width(table, rows, area), pen.paint.glyphs);
    if rows.area.y > area.y {
        draw_heads(table, &placed, Rect { height: 1, ..area }, pen);
    }
    let end = placed.last().map_or(0, |last| last.x + last.width) + GUTTER;
    for (line, index) in (rows.first..table.rows.len()).take(rows.shown).enumerate() {
        let y = rows.area.y + u16::try_from(line).unwrap_or(0);
        let at = Rect { y, height: 1, width: area.width.min(end + 1), ..rows.area };
        let chosen = rows.chosen == Some(index);
        draw_row(table, &table.rows[index], (&placed, chosen), at, pen);
    }
    if scrolled && area.width > GUTTER {
        let x = area.right().min(area.x + end + 2) - 1;
        if rows.area.y > area.y {
            draw_position((table, rows.chosen), &placed, Rect { width: x + 1 - area.x, height: 1, ..area }, pen);
        }
        draw_scrollbar(rows, table.rows.len(), Rect { x, width: 1, ..rows.area }, pen);
    }
}

/// Where the rows in sight lie among all.
fn draw_scrollbar(rows: &VisibleRows, all: usize, at: Rect, pen: &mut Pen<'_>) {
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
            (pen.pick("┃", "█", "#"), Tone::Muted)
        } else {
            (pen.pick("│", "│", "|"), Tone::Faint)
        };
        pen.put((at.x, at.y + y), symbol, pen.tone(shade));
    }
}

fn draw_heads(table: &Table, placed: &[PlacedColumn], at: Rect, pen: &mut Pen<'_>) {
    let style = pen.role(Role::Muted);
    for column in placed {
        let cell = Rect { x: at.x + GUTTER + column.x, width: column.width, ..at };
        let sorted = table.filtered.order.filter(|order| order.column == column.index);
        if column.has_bars {
            let zero = table.columns[column.index].head.0.last();
            bullet::draw_head(zero.map_or("", String::as_str), cell, pen);
        }
        let head = if column.has_bars {
            ""
        } else {
            let room = column.width - if sorted.is_some() { SORT_MARK_WIDTH.min(column.width) } else { 0 };
            fit_or_cut(&table.columns[column.index].head, room)
        };
        let style = if sorted.is_some() { pen.role(Role::Strong) } else { style };
        let start = match table.columns[column.index].align {
            Align::Left => {
                let used = pen.text(cell, head, style);
                if head.is_empty() { column.width } else { used + 1 }
            }
            Align::Right => {
                pen.text_right(cell, head, style);
                column.width.saturating_sub(pen.cells(head) + SORT_MARK_WIDTH)
            }
        };
        if let Some(order) = sorted {
            let sign = match order.direction {
                SortDirection::Ascending => pen.pick("▲", "▲", "^"),
                SortDirection::Descending => pen.pick("▼", "▼", "v"),
            };
            let x = (cell.x + start).min(at.right().saturating_sub(1));
            pen.put((x, cell.y), sign, pen.role(Role::Key));
        }
    }
}

/// Which of how many: at the right end above the bar, else after the first head, where it fits.
fn draw_position((table, chosen): (&Table, Option<usize>), placed: &[PlacedColumn], at: Rect, pen: &mut Pen<'_>) {
    let (Some(first), Some(last), Some(chosen)) = (placed.first(), placed.last(), chosen) else { return };
    let rank = table.rows[..=chosen.min(table.rows.len() - 1)].iter().filter(|row| row.key.is_some()).count();
    let all = table.rows.iter().filter(|row| row.key.is_some()).count();
    let words = format!("{rank}/{all}");
    let end = |column: &PlacedColumn| {
        let head = fit_or_cut(&table.columns[column.index].head, column.width);
        let whole = table.columns[column.index].align == Align::Right || column.has_bars;
        GUTTER + column.x + if whole { column.width } else { pen.cells(head) }
    };
    let (last, first, room) = (end(last) + 2, end(first) + 2, GUTTER + first.x + first.width);
    if last + width(&words) <= at.width {
        pen.text_right(Rect { x: at.x + last, width: at.width - last, ..at }, &words, pen.role(Role::Muted));
    } else if first + width(&words) <= room {
        pen.text(Rect { x: at.x + first, width: room - first, ..at }, &words, pen.role(Role::Muted));
    }
}

fn draw_row(table: &Table, row: &TableRow, (placed, chosen): (&[PlacedColumn], bool), at: Rect, pen: &mut Pen<'_>) {
    let line = Rect { x: at.x + GUTTER, width: at.width.saturating_sub(GUTTER), ..at };
    if row.key.is_none() && row.cells.len() == 1 {
        if let Some(TableCell::Text(label, _) | TableCell::WithMark(_, label, _)) = row.cells.first() {
            pen.text(line, fit_or_cut(label, line.width), pen.role(Role::Heading));
        }
        return;
    }
    if chosen {
        pen.buf.set_style(at.intersection(pen.buf.area), pen.tint(Tone::SelectedBackground));
        pen.put((at.x, at.y), pen.pick("▸", "►", ">"), pen.role(Role::Key));
    }
    for (place, column) in placed.iter().enumerate() {
        let Some(cell) = row.cells.get(column.index) else { continue };
        let align = table.columns[column.index].align;
        let room =
            if align == Align::Left { column_widths::available_width(table, row, placed, place) } else { column.width };
        // The longest form that its own column holds; only words that would be cut go on beyond it.
        let fits = column_widths::cell_fits(cell, column);
        let at = Rect { x: line.x + column.x, width: if fits { column.width } else { room }, ..at };
        let typed = table.filtered.words.as_str();
        draw_cell(cell, (align, column.sign_width, chosen), typed, (at, pen));
    }
}

fn draw_cell(
    cell: &TableCell,
    (align, sign, chosen): (Align, u16, bool),
    typed: &str,
    (at, pen): (Rect, &mut Pen<'_>),
) {
    let heavy = |style: Style| if chosen { style.add_modifier(Modifier::BOLD) } else { style };
    match cell {
        TableCell::Empty => {}
        TableCell::Bullet(bar) => bullet::draw(bar, chosen, at, pen),
        TableCell::Text(label, what) => {
            let words = fit_or_cut(label, at.width);
            let style = heavy(cell_style(*what, chosen, false, pen));
            match align {
                Align::Left => {
                    pen.text(at, words, style);
                    pen.underline_matches(at, words, typed);
                }
                Align::Right => {
                    pen.text_right(at, words, style);
                    let cells = pen.cells(words).min(at.width);
                    pen.underline_matches(Rect { x: at.right() - cells, width: cells, ..at }, words, typed);
                }
            }
        }
        TableCell::WithMark(mark, label, what) => {
            let style = heavy(cell_style(*what, chosen, true, pen));
            pen.text(Rect { width: sign.min(at.width), ..at }, pen.mark(*mark), style);
            let rest = Rect { x: at.x + sign, width: at.width.saturating_sub(sign), ..at };
            let words = fit_or_cut(label, rest.width);
            pen.text(rest, words, style);
            pen.underline_matches(rest, words, typed);
        }
    }
}

/// In a table only the chosen row is heavy and coloured, and the verdicts: what is everywhere says nothing.
fn cell_style(what: Role, chosen: bool, marked: bool, pen: &Pen<'_>) -> Style {
    let calm = match what {
        Role::Target | Role::Actual | Role::Good | Role::Bad | Role::Caution if !chosen && !marked => Role::Plain,
        other => other,
    };
    let style = pen.role(calm);
    if chosen || matches!(calm, Role::Heading) { style } else { style.remove_modifier(Modifier::BOLD) }
}
