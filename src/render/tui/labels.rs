//! Which words of a chart fit where: no word covers a bar, a frame or another word.

use std::cmp::Reverse;

use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};

use super::columns::{Line, Shape, line, shape};
use super::geometry::Geometry;
use super::paint::Pen;
use crate::page::chart::{Chart, Column, Ink};
use crate::page::prose::{Label, Role};
use crate::render::measure::{common_form, width};
use crate::render::theme::Tone;

/// What stands in a cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Kept {
    Free,
    /// Something drawn; a word may stand right beside it.
    Ink,
    /// A word; the next one keeps its distance.
    Word,
}

/// The cells of an area that are taken.
#[derive(Debug, Clone)]
pub(super) struct Taken {
    area: Rect,
    cells: Vec<Kept>,
}

impl Taken {
    /// Nothing is taken yet.
    pub(super) fn new(area: Rect) -> Self {
        Self { area, cells: vec![Kept::Free; usize::from(area.width) * usize::from(area.height)] }
    }

    /// All of it.
    pub(super) fn area(&self) -> Rect {
        self.area
    }

    /// The most that stands in any of the cells.
    fn most(&self, at: Rect) -> Kept {
        let at = at.intersection(self.area);
        let rows = (at.y..at.bottom()).map(|y| {
            let row = usize::from(y - self.area.y) * usize::from(self.area.width);
            let from = row + usize::from(at.x - self.area.x);
            self.cells[from..from + usize::from(at.width)].iter().copied().max()
        });
        rows.flatten().max().unwrap_or(Kept::Free)
    }

    /// Whether nothing is there.
    pub(super) fn is_free(&self, at: Rect) -> bool {
        self.most(at) == Kept::Free
    }

    /// Takes cells for something drawn, whatever is there.
    pub(super) fn take(&mut self, at: Rect) {
        self.keep(at, Kept::Ink);
    }

    fn keep(&mut self, at: Rect, kept: Kept) {
        let at = at.intersection(self.area);
        for y in at.y..at.bottom() {
            let row = usize::from(y - self.area.y) * usize::from(self.area.width);
            let from = row + usize::from(at.x - self.area.x);
            self.cells[from..from + usize::from(at.width)].fill(kept);
        }
    }

    /// Takes cells for a word if they lie inside and are free, and no other word is within `apart` cells.
    pub(super) fn claim(&mut self, at: Rect, apart: u16) -> bool {
        let inside = at.intersection(self.area) == at && !at.is_empty();
        let x = at.x.saturating_sub(apart);
        let around = Rect { x, width: at.right() - x + apart, ..at };
        if !inside || !self.is_free(at) || self.most(around) == Kept::Word {
            return false;
        }
        self.keep(at, Kept::Word);
        true
    }
}

/// A word that wants a place.
struct Wish<'a> {
    index: usize,
    weight: u8,
    kind: Kind<'a>,
}

enum Kind<'a> {
    Value,
    Frame(&'a crate::page::chart::Frame),
}

/// Writes the numbers at bars and frames, the most important first.
pub(super) fn labels(
    chart: &Chart,
    (geometry, cursor): (&Geometry, Option<usize>),
    taken: &mut Taken,
    pen: &mut Pen<'_>,
) {
    if geometry.scale < 3 || geometry.slot < 2 {
        return;
    }
    let rank = common_form(&chart.columns.iter().map(|column| &column.value), geometry.slot - 1);
    let mut wishes = Vec::new();
    for (index, column) in chart.columns.iter().enumerate().skip(geometry.first) {
        let at_cursor = cursor == Some(index);
        for frame in &column.frames {
            wishes.push(Wish { index, weight: if frame.focus { 0 } else { 3 }, kind: Kind::Frame(frame) });
        }
        wishes.push(Wish { index, weight: if column.spot.focus || at_cursor { 1 } else { 2 }, kind: Kind::Value });
    }
    // Where few numbers have room, the newest of those that are as important have it.
    let few = geometry.slot < 4;
    wishes.sort_by_key(|wish| (wish.weight, few.then_some(Reverse(wish.index))));
    for wish in &wishes {
        let column = &chart.columns[wish.index];
        let Some(bar) = geometry.bar_of(wish.index) else { continue };
        let shape = shape(geometry, column);
        match wish.kind {
            Kind::Frame(frame) => {
                let Line { up, passed } = line(chart, geometry, column, frame);
                let style = if frame.focus { pen.role(Role::Target) } else { pen.tone(Tone::Pledge) };
                // Above its line. That of the focus is written even where a bar has passed it, or in the second row.
                let spots = match (frame.focus, passed) {
                    _ if frame.beyond => up..up + 1,
                    (true, true) => shape.top + 1..shape.top + 3,
                    (true, false) => up + 1..up + 3,
                    (false, true) => 0..0,
                    (false, false) => up + 1..up + 2,
                };
                for up in spots {
                    let spot = geometry.row(up).map(|y| Rect { y, height: 1, ..bar });
                    if let Some((at, words)) = spot.and_then(|spot| find(&frame.label, 0, spot, taken)) {
                        write(at, words, style, pen);
                        break;
                    }
                }
            }
            Kind::Value => value(column, rank, (geometry, &shape, bar), taken, pen),
        }
    }
}

/// The number above a bar, inside it where there is no room above.
fn value(
    column: &Column,
    rank: usize,
    (geometry, shape, bar): (&Geometry, &Shape, Rect),
    taken: &mut Taken,
    pen: &mut Pen<'_>,
) {
    let style = match (column.bar.is_some(), column.spot.focus) {
        (false, _) => pen.role(Role::Missing),
        (true, true) => pen.role(Role::Strong),
        (true, false) => pen.role(Role::Plain),
    };
    // Above the bar, or above the ticks of other sources over it.
    let highest = if column.rivals.is_empty() { shape.top } else { shape.top + 2 };
    let mut spots = (shape.top..=highest).filter_map(|up| geometry.row(up)).map(|y| Rect { y, height: 1, ..bar });
    if let Some((at, words)) = spots.find_map(|spot| find(&column.value, rank, spot, taken)) {
        let used = write(at, words, style, pen);
        let star = Rect { x: at.x + used, width: 1, ..at };
        let next = Rect { x: star.right(), ..star };
        if column.differs && taken.most(next) != Kept::Word && taken.claim(star, 0) {
            pen.text(star, "*", style);
        }
        return;
    }
    let inside = column.value.0.iter().skip(rank).find(|form| width(form) <= bar.width);
    if let (Some(words), Some(y)) = (inside, shape.full.checked_sub(1).and_then(|up| geometry.row(up))) {
        let tone = if column.spot.focus { Tone::Actual } else { Tone::Past };
        let style = match column.bar {
            Some(bar) if bar.ink == Ink::Full => pen.over(Tone::Ground, tone).add_modifier(Modifier::BOLD),
            _ => style.add_modifier(Modifier::BOLD),
        };
        let at = Rect { x: bar.x + (bar.width - width(words)) / 2, y, width: width(words), height: 1 };
        pen.text(at, words, style);
    }
}

/// Writes a word and takes the grid away from both of its sides.
pub(super) fn write(at: Rect, words: &str, style: Style, pen: &mut Pen<'_>) -> u16 {
    for x in [at.x.checked_sub(1), Some(at.right())].into_iter().flatten() {
        if pen.buf.cell((x, at.y)).is_some_and(|cell| matches!(cell.symbol(), "⣀" | "·" | ".")) {
            pen.put((x, at.y), " ", Style::new());
        }
    }
    pen.text(at, words, style)
}

/// The longest form and the place nearest to the middle of the bar where nothing is.
fn find<'a>(label: &'a Label, rank: usize, spot: Rect, taken: &mut Taken) -> Option<(Rect, &'a str)> {
    for words in label.0.iter().skip(rank.min(label.0.len().saturating_sub(1))) {
        let cells = width(words);
        let middle = i32::from(spot.x) + (i32::from(spot.width) - i32::from(cells)).div_euclid(2);
        // First with air around it, then right beside a bar or inside a frame.
        for (shift, air) in
            [0, 1, -1, 2, -2].map(|shift| (shift, 1)).into_iter().chain([0, 1, -1, 2, -2].map(|shift| (shift, 0)))
        {
            let Ok(x) = u16::try_from(middle + shift) else { continue };
            // A word may stray from its bar only as far as it still touches it.
            let touches = x < spot.right() && x + cells > spot.x;
            let at = Rect { x, width: cells, ..spot };
            let around = Rect { x: x.saturating_sub(air), width: cells + 2 * air, ..spot };
            if touches && (air == 0 || taken.is_free(around)) && taken.claim(at, 1) {
                return Some((at, words));
            }
        }
    }
    None
}
