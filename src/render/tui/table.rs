//! A table: heads, rows, the chosen row, a scroll bar.
//!
//! ```text
//!   PROMISE                 SAID       DUE    REPORTED   0 %      50       100      VERDICT             1/45
//! ▸ ≥200,000 vehicles       Jul 2016   2025    171,442   ████████████████▏  │       ✗  missed
//!   ~100,000 vehicles       Sep 2018   2020     77,471   ██████████████▌    │       ✓› met 2 years late
//! ```

use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};

use crate::page::model::{Align, Role, SortDirection, Table, TableCell, TableRow, TextRun};
use crate::render::look::theme::{Glyphs, Tone};
use crate::render::tui::chart::bullet;
use crate::render::tui::pen::{Pen, right_of};
use crate::render::tui::prose;
use crate::render::typeset::column_widths::{self, ColumnWidths, PlacedColumn, SORT_MARK_WIDTH};
use crate::render::typeset::measure::{fit_or_cut, width};

/// Cells at the left for the mark of the chosen row.
pub(super) const GUTTER: u16 = 2;

/// The visible rows of a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct VisibleRows {
    /// Their area, without the heads.
    pub area: Rect,
    /// Index of the first.
    pub first: usize,
    /// Their number.
    pub shown: usize,
    /// The line of the heads; the first line of the rows where there is no room for heads.
    pub top: u16,
    /// Index of the chosen row.
    pub chosen: Option<usize>,
}

/// A table with its layout.
pub(super) struct TableView<'a> {
    pub table: &'a Table,
    /// Those of all rows.
    pub widths: &'a ColumnWidths,
    pub rows: VisibleRows,
    /// With the heads.
    pub area: Rect,
}

/// The area of a list whose columns begin where `area` does: the gutter is in the margin of the page.
pub(super) fn with_gutter(area: Rect) -> Rect {
    let out = GUTTER.min(area.x);
    Rect { x: area.x - out, width: area.width + out, ..area }
}

impl TableView<'_> {
    /// Index of the column whose head is at a column of the screen.
    pub(super) fn head_at(&self, x: u16, glyphs: Glyphs) -> Option<usize> {
        let x = x.checked_sub(self.area.x + GUTTER)?;
        self.placed_columns(glyphs).iter().rev().find(|column| column.x <= x).map(|column| column.index)
    }

    fn is_scrolled(&self) -> bool {
        self.rows.shown < self.table.rows.len()
    }

    /// The columns between the gutter and the scroll bar.
    fn placed_columns(&self, glyphs: Glyphs) -> Vec<PlacedColumn> {
        let room = self.area.width.saturating_sub(GUTTER + u16::from(self.is_scrolled()) * 2);
        column_widths::place_columns(self.table, self.widths, room, glyphs)
    }
}

/// The rows that fit below the heads, with the chosen one near the middle.
pub(super) fn visible_rows(table: &Table, chosen: Option<usize>, area: Rect) -> VisibleRows {
    let heads = u16::from(area.height >= 5 || usize::from(area.height) > table.rows.len());
    let top = area.y;
    let area = Rect { y: area.y + heads, height: area.height.saturating_sub(heads), ..area };
    let shown = usize::from(area.height).min(table.rows.len());
    let last = table.rows.len() - shown;
    let first = chosen.map_or(0, |chosen| chosen.saturating_sub(shown / 2)).min(last);
    VisibleRows { area, first, shown, top, chosen }
}

/// Draws the heads and the visible rows.
pub(super) fn draw(view: &TableView<'_>, pen: &mut Pen<'_>) {
    let TableView { table, rows, area, .. } = *view;
    if area.is_empty() {
        return;
    }
    if table.rows.is_empty() {
        prose::draw_wrapped(&[TextRun::new(&*table.empty, Role::Muted)], right_of(area, GUTTER), pen);
        return;
    }
    let placed = view.placed_columns(pen.paint.glyphs);
    if rows.area.y > area.y {
        draw_heads(table, &placed, Rect { height: 1, ..area }, pen);
    }
    let end = placed.last().map_or(0, |last| last.x + last.width) + GUTTER;
    let lines = Rect { width: area.width.min(end + 1), ..rows.area }.rows();
    for (index, at) in (rows.first..table.rows.len()).take(rows.shown).zip(lines) {
        let row = RowPlace { at, columns: &placed, is_chosen: rows.chosen == Some(index) };
        draw_row(table, &table.rows[index], &row, pen);
    }
    if view.is_scrolled() && area.width > GUTTER {
        let x = area.right().min(area.x + end + 2) - 1;
        if rows.area.y > area.y {
            draw_position(table, rows.chosen, &placed, Rect { width: x + 1 - area.x, height: 1, ..area }, pen);
        }
        draw_scrollbar(&rows, table.rows.len(), Rect { x, width: 1, ..rows.area }, pen);
    }
}

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

/// Writes the number of the chosen row and the number of rows: above the scroll bar, or after the first head.
fn draw_position(table: &Table, chosen: Option<usize>, placed: &[PlacedColumn], at: Rect, pen: &mut Pen<'_>) {
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

struct RowPlace<'a> {
    at: Rect,
    columns: &'a [PlacedColumn],
    is_chosen: bool,
}

fn draw_row(table: &Table, row: &TableRow, place: &RowPlace<'_>, pen: &mut Pen<'_>) {
    let at = place.at;
    let line = right_of(at, GUTTER);
    if row.key.is_none() && row.cells.len() == 1 {
        if let Some(TableCell::Text(label, _) | TableCell::WithMark(_, label, _)) = row.cells.first() {
            pen.text(line, fit_or_cut(label, line.width), pen.role(Role::Heading));
        }
        return;
    }
    if place.is_chosen {
        pen.buf.set_style(at.intersection(pen.buf.area), pen.tint(Tone::SelectedBackground));
        pen.put((at.x, at.y), pen.pick("▸", "►", ">"), pen.role(Role::Key));
    }
    for (index, column) in place.columns.iter().enumerate() {
        let Some(cell) = row.cells.get(column.index) else { continue };
        // Text extends over empty cells at its right only where no form fits its own column.
        let extends = table.columns[column.index].align == Align::Left && !column_widths::cell_fits(cell, column);
        let width =
            if extends { column_widths::available_width(table, row, place.columns, index) } else { column.width };
        draw_cell(table, cell, column, &RowPlace { at: Rect { x: line.x + column.x, width, ..at }, ..*place }, pen);
    }
}

fn draw_cell(table: &Table, cell: &TableCell, column: &PlacedColumn, place: &RowPlace<'_>, pen: &mut Pen<'_>) {
    let RowPlace { at, is_chosen, .. } = *place;
    let (at, label, style) = match cell {
        TableCell::Empty => return,
        TableCell::Bullet(bar) => return bullet::draw(bar, is_chosen, at, pen),
        TableCell::Text(label, role) => {
            (at, label, cell_style(if is_chosen { *role } else { plain_role(*role) }, is_chosen, pen))
        }
        TableCell::WithMark(mark, label, role) => {
            let style = cell_style(*role, is_chosen, pen);
            pen.text(Rect { width: column.sign_width.min(at.width), ..at }, pen.mark(*mark), style);
            (right_of(at, column.sign_width), label, style)
        }
    };
    let words = column.words(label, at.width);
    let is_right = table.columns[column.index].align == Align::Right && matches!(cell, TableCell::Text(..));
    let at = if is_right { right_of(at, at.width - pen.cells(words).min(at.width)) } else { at };
    pen.text(at, words, style);
    pen.underline_matches(at, words, &table.filtered.words);
}

/// Only the chosen row and cells with a mark, the verdicts, are coloured: if all rows were, none would stand out.
fn plain_role(role: Role) -> Role {
    match role {
        Role::Target | Role::Actual | Role::Good | Role::Late | Role::Bad | Role::Caution => Role::Plain,
        other => other,
    }
}

/// Only the chosen row and headings are bold.
fn cell_style(role: Role, is_chosen: bool, pen: &Pen<'_>) -> Style {
    match (is_chosen, role) {
        (true, _) => pen.role(role).add_modifier(Modifier::BOLD),
        (false, Role::Heading) => pen.role(role),
        (false, _) => pen.role(role).remove_modifier(Modifier::BOLD),
    }
}
