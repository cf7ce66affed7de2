//! Which words of a chart fit where: no word covers a bar, a frame or another word.

use std::cmp::Reverse;

use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};

use crate::page::model::chart::{Chart, ChartColumn, ChartMark};
use crate::page::model::rich_text::{Label, Role};
use crate::render::look::theme::Tone;
use crate::render::tui::chart::columns::{ColumnShape, TargetLine, column_shape, target_line};
use crate::render::tui::chart::geometry::Geometry;
use crate::render::tui::pen::Pen;
use crate::render::typeset::measure::{common_form_rank, width};

/// What stands in a cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum CellUse {
    Free,
    /// Something drawn; a word may stand right beside it.
    Drawing,
    /// A word; the next one keeps its distance.
    Word,
}

/// The cells of an area that are taken.
#[derive(Debug, Clone)]
pub(in crate::render::tui) struct OccupiedCells {
    area: Rect,
    cells: Vec<CellUse>,
}

impl OccupiedCells {
    /// Nothing is taken yet.
    pub(in crate::render::tui) fn new(area: Rect) -> Self {
        Self { area, cells: vec![CellUse::Free; usize::from(area.width) * usize::from(area.height)] }
    }

    /// All of it.
    pub(in crate::render::tui) fn area(&self) -> Rect {
        self.area
    }

    /// The most that stands in any of the cells.
    fn highest_use(&self, at: Rect) -> CellUse {
        let at = at.intersection(self.area);
        let rows = (at.y..at.bottom()).map(|y| {
            let row = usize::from(y - self.area.y) * usize::from(self.area.width);
            let from = row + usize::from(at.x - self.area.x);
            self.cells[from..from + usize::from(at.width)].iter().copied().max()
        });
        rows.flatten().max().unwrap_or(CellUse::Free)
    }

    /// Whether nothing is there.
    pub(in crate::render::tui) fn is_free(&self, at: Rect) -> bool {
        self.highest_use(at) == CellUse::Free
    }

    /// Takes cells for something drawn, whatever is there.
    pub(in crate::render::tui) fn take(&mut self, at: Rect) {
        self.fill(at, CellUse::Drawing);
    }

    fn fill(&mut self, at: Rect, kept: CellUse) {
        let at = at.intersection(self.area);
        for y in at.y..at.bottom() {
            let row = usize::from(y - self.area.y) * usize::from(self.area.width);
            let from = row + usize::from(at.x - self.area.x);
            self.cells[from..from + usize::from(at.width)].fill(kept);
        }
    }

    /// Takes cells for a word if they lie inside and are free, and no other word is within `apart` cells.
    pub(in crate::render::tui) fn claim(&mut self, at: Rect, apart: u16) -> bool {
        let inside = at.intersection(self.area) == at && !at.is_empty();
        let x = at.x.saturating_sub(apart);
        let around = Rect { x, width: at.right() - x + apart, ..at };
        if !inside || !self.is_free(at) || self.highest_use(around) == CellUse::Word {
            return false;
        }
        self.fill(at, CellUse::Word);
        true
    }
}

/// A word that wants a place.
struct LabelRequest<'a> {
    index: usize,
    weight: u8,
    kind: LabelKind<'a>,
}

enum LabelKind<'a> {
    Value,
    Frame(&'a crate::page::model::chart::TargetFrame),
}

/// Writes the numbers at bars and frames, the most important first.
pub(in crate::render::tui) fn draw(
    chart: &Chart,
    (geometry, cursor): (&Geometry, Option<usize>),
    occupied: &mut OccupiedCells,
    pen: &mut Pen<'_>,
) {
    if geometry.scale < 3 || geometry.slot < 2 {
        return;
    }
    let rank = common_form_rank(&chart.columns.iter().map(|column| &column.value), geometry.slot - 1);
    let mut requests = Vec::new();
    for (index, column) in chart.columns.iter().enumerate().skip(geometry.first) {
        let at_cursor = cursor == Some(index);
        for frame in &column.frames {
            requests.push(LabelRequest {
                index,
                weight: if frame.is_focused { 0 } else { 3 },
                kind: LabelKind::Frame(frame),
            });
        }
        requests.push(LabelRequest {
            index,
            weight: if column.data_point.is_focused || at_cursor { 1 } else { 2 },
            kind: LabelKind::Value,
        });
    }
    // Where few numbers have room, the newest of those that are as important have it.
    let few = geometry.slot < 4;
    requests.sort_by_key(|wish| (wish.weight, few.then_some(Reverse(wish.index))));
    for wish in &requests {
        let column = &chart.columns[wish.index];
        let Some(bar) = geometry.bar_of(wish.index) else { continue };
        let shape = column_shape(geometry, column);
        match wish.kind {
            LabelKind::Frame(frame) => {
                let TargetLine { up, is_passed: passed } = target_line(chart, geometry, column, frame);
                let style = if frame.is_focused { pen.role(Role::Target) } else { pen.tone(Tone::TargetMuted) };
                // Above its line. That of the focus is written even where a bar has passed it, or in the second row.
                let data_points = match (frame.is_focused, passed) {
                    _ if frame.is_off_scale => up..up + 1,
                    (true, true) => shape.top + 1..shape.top + 3,
                    (true, false) => up + 1..up + 3,
                    (false, true) => 0..0,
                    (false, false) => up + 1..up + 2,
                };
                for up in data_points {
                    let data_point = geometry.row(up).map(|y| Rect { y, height: 1, ..bar });
                    if let Some((at, words)) =
                        data_point.and_then(|data_point| find_space(&frame.label, 0, data_point, occupied))
                    {
                        draw_label(at, words, style, pen);
                        break;
                    }
                }
            }
            LabelKind::Value => draw_value(column, rank, (geometry, &shape, bar), occupied, pen),
        }
    }
}

/// The number above a bar, inside it where there is no room above.
fn draw_value(
    column: &ChartColumn,
    rank: usize,
    (geometry, shape, bar): (&Geometry, &ColumnShape, Rect),
    occupied: &mut OccupiedCells,
    pen: &mut Pen<'_>,
) {
    let style = match (column.bar.is_some(), column.data_point.is_focused) {
        (false, _) => pen.role(Role::Missing),
        (true, true) => pen.role(Role::Strong),
        (true, false) => pen.role(Role::Plain),
    };
    // Above the bar, or above the ticks of other sources over it.
    let highest = if column.rivals.is_empty() { shape.top } else { shape.top + 2 };
    let mut data_points = (shape.top..=highest).filter_map(|up| geometry.row(up)).map(|y| Rect { y, height: 1, ..bar });
    if let Some((at, words)) = data_points.find_map(|data_point| find_space(&column.value, rank, data_point, occupied))
    {
        let used = draw_label(at, words, style, pen);
        let star = Rect { x: at.x + used, width: 1, ..at };
        let next = Rect { x: star.right(), ..star };
        if column.differs && occupied.highest_use(next) != CellUse::Word && occupied.claim(star, 0) {
            pen.text(star, "*", style);
        }
        return;
    }
    let inside = column.value.0.iter().skip(rank).find(|form| width(form) <= bar.width);
    if let (Some(words), Some(y)) = (inside, shape.full.checked_sub(1).and_then(|up| geometry.row(up))) {
        let tone = if column.data_point.is_focused { Tone::Actual } else { Tone::ActualMuted };
        let style = match column.bar {
            Some(bar) if bar.mark == ChartMark::FullPeriod => {
                pen.text_on(Tone::Background, tone).add_modifier(Modifier::BOLD)
            }
            _ => style.add_modifier(Modifier::BOLD),
        };
        let at = Rect { x: bar.x + (bar.width - width(words)) / 2, y, width: width(words), height: 1 };
        pen.text(at, words, style);
    }
}

/// Writes a word and takes the grid away from both of its sides.
pub(in crate::render::tui) fn draw_label(at: Rect, words: &str, style: Style, pen: &mut Pen<'_>) -> u16 {
    for x in [at.x.checked_sub(1), Some(at.right())].into_iter().flatten() {
        if pen.buf.cell((x, at.y)).is_some_and(|cell| matches!(cell.symbol(), "⣀" | "·" | ".")) {
            pen.put((x, at.y), " ", Style::new());
        }
    }
    pen.text(at, words, style)
}

/// The longest form and the place nearest to the middle of the bar where nothing is.
fn find_space<'a>(
    label: &'a Label,
    rank: usize,
    data_point: Rect,
    occupied: &mut OccupiedCells,
) -> Option<(Rect, &'a str)> {
    for words in label.0.iter().skip(rank.min(label.0.len().saturating_sub(1))) {
        let cells = width(words);
        let middle = i32::from(data_point.x) + (i32::from(data_point.width) - i32::from(cells)).div_euclid(2);
        // First with air around it, then right beside a bar or inside a frame.
        for (shift, air) in
            [0, 1, -1, 2, -2].map(|shift| (shift, 1)).into_iter().chain([0, 1, -1, 2, -2].map(|shift| (shift, 0)))
        {
            let Ok(x) = u16::try_from(middle + shift) else { continue };
            // A word may stray from its bar only as far as it still touches it.
            let touches = x < data_point.right() && x + cells > data_point.x;
            let at = Rect { x, width: cells, ..data_point };
            let around = Rect { x: x.saturating_sub(air), width: cells + 2 * air, ..data_point };
            if touches && (air == 0 || occupied.is_free(around)) && occupied.claim(at, 1) {
                return Some((at, words));
            }
        }
    }
    None
}
