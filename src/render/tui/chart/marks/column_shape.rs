//! The rows that the marks of a column take. Rows are counted from the bottom of the plot; a value is drawn at its height to
//! half of the step of its glyph, or not at all.

use crate::page::model::{ChartColumn, ChartMark};
use crate::render::look::theme::Glyphs;
use crate::render::tui::chart::geometry::Geometry;
use crate::render::typeset::scale::round_to_cells;

/// The rows of a bar, from the zero line up, or hanging from it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::render::tui::chart) struct ColumnShape {
    /// The first row that is filled.
    pub full_from: u16,
    /// The row after the last one that is filled.
    pub full_to: u16,
    /// The row beyond them that is filled in part.
    pub partial: Option<PartialRow>,
    /// The bar hangs from the zero line: its value is negative.
    pub is_hanging: bool,
    /// The row after the last one of the bar, its uncertain part and its open end.
    pub top: u16,
    /// The first row of them.
    pub bottom: u16,
    /// Whether the row below `top` marks an open end. Short charts have no such row.
    pub has_open_mark: bool,
}

/// A row that is filled in part, from its lower edge; of a hanging bar from its upper edge.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::render::tui::chart) struct PartialRow {
    pub row: u16,
    pub glyph: &'static str,
}

/// The heights within a row that a bar can end at: eighths with their glyphs, ascending. A whole row and none are always there.
type Steps = &'static [(u16, &'static str)];

const EIGHTHS: Steps = &[(1, "▁"), (2, "▂"), (3, "▃"), (4, "▄"), (5, "▅"), (6, "▆"), (7, "▇")];
const HANGING_EIGHTHS: Steps = &[(1, "▔"), (4, "▀")];
const HALVES: Steps = &[(4, "▄")];
const HALF_TONE: Steps = &[(2, "⣀"), (4, "⣤"), (6, "⣶")];
const HANGING_HALF_TONE: Steps = &[(2, "⠉"), (4, "⠛"), (6, "⠿")];

fn steps(mark: ChartMark, is_hanging: bool, glyphs: Glyphs) -> Steps {
    match (glyphs, mark == ChartMark::FullPeriod, is_hanging) {
        (Glyphs::Braille, true, false) => EIGHTHS,
        (Glyphs::Braille | Glyphs::Block, true, true) => HANGING_EIGHTHS,
        (Glyphs::Block, true, false) => HALVES,
        (Glyphs::Braille, false, false) => HALF_TONE,
        (Glyphs::Braille, false, true) => HANGING_HALF_TONE,
        _ => &[],
    }
}

/// Where the line of a target is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::render::tui::chart) struct TargetLine {
    pub row: u16,
    pub height: LineHeight,
    /// The bar goes beyond the target: the line crosses it.
    pub is_passed: bool,
}

/// The height of a line within its row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::render::tui::chart) enum LineHeight {
    LowerEdge,
    Middle,
    UpperEdge,
}

impl ColumnShape {
    pub(in crate::render::tui::chart) fn of(geometry: &Geometry, column: &ChartColumn, glyphs: Glyphs) -> Self {
        let zero = geometry.zero;
        let empty = Self {
            full_from: zero,
            full_to: zero,
            partial: None,
            is_hanging: false,
            top: zero,
            bottom: zero,
            has_open_mark: false,
        };
        let Some(bar) = column.bar else { return empty };
        let is_hanging = bar.value < 0.0;
        let steps = steps(bar.mark, is_hanging, glyphs);
        let length = geometry.length(bar.value.abs());
        let whole = round_to_cells(length.floor());
        let rest = (length - length.floor()) * 8.0;
        let ends = steps.iter().map(|(eighths, glyph)| (*eighths, *glyph));
        let nearest = std::iter::once((0, "")).chain(ends).chain([(8, "")]);
        let distance = |(eighths, _): &(u16, &str)| (f64::from(*eighths) - rest).abs();
        let (eighths, glyph) = nearest.min_by(|a, b| distance(a).total_cmp(&distance(b))).unwrap_or_default();
        // The lowest eighth is as high as the zero line: a value that is not zero has at least that.
        let smallest = steps.first().copied().filter(|(eighths, _)| *eighths == 1 && whole == 0 && bar.value != 0.0);
        let (eighths, glyph) = if eighths == 0 { smallest.unwrap_or((0, "")) } else { (eighths, glyph) };
        let rows = whole + eighths / 8;
        let (full_from, full_to) = if is_hanging { (zero.saturating_sub(rows), zero) } else { (zero, zero + rows) };
        let row = if is_hanging { full_from.checked_sub(1) } else { Some(full_to) };
        let partial = row.filter(|_| (1..8).contains(&eighths)).map(|row| PartialRow { row, glyph });
        let mut shape = Self { full_from, full_to, partial, is_hanging, ..empty };
        let beyond = |row: Option<PartialRow>| u16::from(row.is_some());
        shape.top = full_to + if is_hanging { 0 } else { beyond(partial) };
        shape.bottom = full_from - if is_hanging { beyond(partial) } else { 0 };
        if let Some(soft) = bar.soft {
            let end = round_to_cells(geometry.height(soft));
            shape.top = shape.top.max(end);
            shape.bottom = shape.bottom.min(end);
        }
        shape.has_open_mark = bar.is_open && !is_hanging && geometry.scale >= 4;
        shape.top += u16::from(shape.has_open_mark);
        shape
    }

    /// The row after the last one that is filled, at least in part.
    pub(in crate::render::tui::chart) fn filled_to(self) -> u16 {
        self.full_to + u16::from(self.partial.is_some() && !self.is_hanging)
    }

    pub(in crate::render::tui::chart) fn is_full(self, row: u16) -> bool {
        (self.full_from..self.full_to).contains(&row)
    }

    pub(in crate::render::tui::chart) fn is_partial(self, row: u16) -> bool {
        self.partial.is_some_and(|partial| partial.row == row)
    }
}

impl TargetLine {
    /// At its height, to half a row.
    pub(in crate::render::tui::chart) fn at(geometry: &Geometry, value: f64, is_passed: bool, glyphs: Glyphs) -> Self {
        let halves = round_to_cells(geometry.height(value) * 2.0);
        let (row, height) = match (halves % 2, is_passed) {
            (1, _) => (halves / 2, LineHeight::Middle),
            // Only there is a glyph on the upper edge.
            (_, true) if halves > 0 && glyphs == Glyphs::Braille => (halves / 2 - 1, LineHeight::UpperEdge),
            _ => (halves / 2, LineHeight::LowerEdge),
        };
        Self { row, height, is_passed }
    }
}
