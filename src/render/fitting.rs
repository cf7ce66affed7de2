//! How the columns of a table share its width.
//!
//! Every column has a least and a best width. Columns are given up, the least important first, until the least widths
//! fit; what is left over goes to bars, then to the column that grows, then to the others.

use super::measure::{fit, fit_or_cut, true_width, width};
use super::sign;
use super::theme::Glyphs;
use crate::page::prose::Label;
use crate::page::table::{Align, Cell, Row, Table};

/// Cells between columns, where there is room and where there is little.
const GAPS: [u16; 2] = [3, 2];

/// The cells of a column of bars: least, good, most, most where it grows.
const BARS: [u16; 4] = [7, 16, 24, 38];

/// Below this even a verdict may be cut, and columns stand closer.
const NARROW: u16 = 40;

/// The cells of the sign of an order beside a head, with the space before it.
pub const SORT_MARK: u16 = 2;

/// A column that has its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Placed {
    /// Which column.
    pub index: usize,
    /// Its first cell.
    pub x: u16,
    /// Its cells.
    pub width: u16,
    /// The widest sign in it, with the space after it.
    pub sign: u16,
    /// It shows bars.
    pub bars: bool,
}

/// How wide the words of each column are: all that its place needs to know of the rows, worked out once for them.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Widths(Vec<Natural>);

/// How wide the words of a column are, without its head.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
struct Natural {
    /// It shows bars, and no words.
    bars: bool,
    /// The widest of its longest forms, and the widest but a tenth.
    longest: u16,
    long: u16,
    /// The widest of its shortest forms, and the widest but a twentieth.
    whole: u16,
    most: u16,
    /// The widest sign with the space after it, at each glyph level.
    signs: [u16; Glyphs::ALL.len()],
}

impl Widths {
    /// Measures the rows of a table.
    #[must_use]
    pub fn of(table: &Table) -> Self {
        Self((0..table.columns.len()).map(|index| natural(table, index)).collect())
    }
}

/// What a column would like.
struct Want {
    index: usize,
    drop: u8,
    grows: bool,
    bars: bool,
    least: u16,
    good: u16,
    best: u16,
    width: u16,
    sign: u16,
}

/// Gives columns their places; the least important are left out where there is no room.
#[must_use]
pub fn place(table: &Table, widths: &Widths, room: u16, glyphs: Glyphs) -> Vec<Placed> {
    let all: Vec<usize> = (0..table.columns.len()).collect();
    place_of((table, widths), &all, room, glyphs)
}

/// The same for some of the columns.
#[must_use]
pub fn place_of((table, widths): (&Table, &Widths), columns: &[usize], room: u16, glyphs: Glyphs) -> Vec<Placed> {
    let natural = |index: usize| widths.0.get(index).copied().unwrap_or_default();
    let mut wants: Vec<Want> =
        columns.iter().map(|&index| want(table, (index, natural(index)), room, glyphs)).collect();
    let narrow = if room < NARROW { 1 } else { GAPS[1] };
    while total(&wants, |want| want.least, narrow) > room {
        match (0..wants.len()).max_by_key(|&i| (wants[i].drop, i)) {
            Some(i) if wants[i].drop > 0 => {
                wants.remove(i);
            }
            _ => break,
        }
    }
    let gap = if total(&wants, |want| want.best, GAPS[0]) <= room { GAPS[0] } else { narrow };
    let mut left = room.saturating_sub(total(&wants, |want| want.least, gap));
    let mut order: Vec<usize> = (0..wants.len()).collect();
    order.sort_by_key(|&i| (wants[i].drop, i));
    let rounds: [fn(&Want, u16) -> u16; 6] = [
        |want, _| if want.bars { BARS[1] } else { 0 },
        |want, room| if want.grows && !want.bars { want.best.min(room * 2 / 5) } else { 0 },
        |want, _| if want.grows || want.bars { 0 } else { want.good },
        |want, _| if want.grows && !want.bars { want.best } else { 0 },
        |want, _| if want.bars { 0 } else { want.best },
        |want, _| want.best,
    ];
    for round in rounds {
        for &i in &order {
            let more = round(&wants[i], room).saturating_sub(wants[i].width).min(left);
            wants[i].width += more;
            left -= more;
        }
    }
    let mut x = 0;
    let mut placed = Vec::with_capacity(wants.len());
    for want in wants {
        if x >= room {
            break;
        }
        let width = want.width.min(room - x);
        placed.push(Placed { index: want.index, x, width, sign: want.sign, bars: want.bars });
        x += width + gap;
    }
    placed
}

/// Whether a form of the words of a cell fits into its column.
#[must_use]
pub fn holds(cell: &Cell, column: &Placed) -> bool {
    match cell {
        Cell::Text(label, _) => fit(label, column.width).is_some(),
        Cell::Marked(_, label, _) => fit(label, column.width.saturating_sub(column.sign)).is_some(),
        Cell::Empty | Cell::Bullet(_) => true,
    }
}

/// The cells that the words of a column may take in a row: its own, and those that the columns after it leave free.
#[must_use]
pub fn reach(table: &Table, row: &Row, placed: &[Placed], place: usize) -> u16 {
    /// Cells between words that belong to different columns.
    const APART: u16 = 2;
    let own = placed[place];
    let mut end = own.x + own.width;
    for next in &placed[place + 1..] {
        match row.cells.get(next.index) {
            None | Some(Cell::Empty) => end = next.x + next.width,
            Some(Cell::Text(label, _)) if label.long().is_empty() => end = next.x + next.width,
            Some(Cell::Text(label, _)) if table.columns[next.index].align == Align::Right => {
                let words = width(fit_or_cut(label, next.width));
                return end.max((next.x + next.width).saturating_sub(words + APART)) - own.x;
            }
            Some(_) => break,
        }
    }
    end - own.x
}

fn total(wants: &[Want], width: fn(&Want) -> u16, gap: u16) -> u16 {
    let gaps = u16::try_from(wants.len().saturating_sub(1)).unwrap_or(u16::MAX).saturating_mul(gap);
    wants.iter().map(width).fold(gaps, u16::saturating_add)
}

fn want(table: &Table, (index, natural): (usize, Natural), room: u16, glyphs: Glyphs) -> Want {
    let column = &table.columns[index];
    let sorted = table.sifted.order.is_some_and(|order| order.column == index);
    let mark = if sorted { SORT_MARK } else { 0 };
    let mut want = Want {
        index,
        // What rows are sorted by stays in sight as long as may be.
        drop: if sorted { column.drop.min(1) } else { column.drop },
        grows: column.grows,
        bars: natural.bars,
        least: BARS[0],
        good: BARS[1],
        best: if column.grows { BARS[3] } else { BARS[2] },
        width: BARS[0],
        sign: 0,
    };
    if natural.bars {
        return want;
    }
    want.sign = natural.signs[glyphs as usize];
    let head = width(column.head.long()) + mark;
    want.good = head.max(natural.long);
    want.best = head.max(natural.longest);
    // Numbers are never cut. A few words that are much longer than the others are, before a column is given up.
    let whole = if want.sign > 0 && room < NARROW { natural.most } else { natural.whole };
    want.least = match (column.align, column.grows) {
        (Align::Right, _) => whole,
        (Align::Left, true) => whole.min((room / 3).clamp(13, 32)),
        (Align::Left, false) if want.sign > 0 => whole,
        (Align::Left, false) => natural.most.clamp(8, (room / 6).max(12)).min(whole),
    };
    want.least = want.least.max(shortest(&column.head) + mark) + want.sign;
    want.good = (want.good + want.sign).max(want.least);
    want.best = (want.best + want.sign).max(want.least);
    want.width = want.least;
    want
}

fn natural(table: &Table, index: usize) -> Natural {
    if is_bullet(table, index) {
        return Natural { bars: true, ..Natural::default() };
    }
    let mut signs = [0; Glyphs::ALL.len()];
    let mut shorts = Vec::with_capacity(table.rows.len());
    let mut longs = Vec::with_capacity(table.rows.len());
    for row in table.rows.iter().filter(|row| row.key.is_some() || row.cells.len() > 1) {
        let label = match row.cells.get(index) {
            Some(Cell::Text(label, _)) => label,
            Some(Cell::Marked(mark, label, _)) => {
                for (sign, glyphs) in signs.iter_mut().zip(Glyphs::ALL) {
                    *sign = true_width(sign::mark(*mark, glyphs)).saturating_add(1).max(*sign);
                }
                label
            }
            _ => continue,
        };
        shorts.push(shortest(label));
        longs.push(width(label.long()));
    }
    shorts.sort_unstable();
    longs.sort_unstable();
    let at = |widths: &[u16], place: usize| widths.get(place).copied().unwrap_or(0);
    Natural {
        bars: false,
        longest: longs.last().copied().unwrap_or(0),
        long: at(&longs, longs.len() * 9 / 10),
        whole: shorts.last().copied().unwrap_or(0),
        most: at(&shorts, shorts.len() * 19 / 20),
        signs,
    }
}

fn shortest(label: &Label) -> u16 {
    label.0.last().map_or(0, |form| width(form))
}

/// The columns that are words: a bar only says again what stands beside it.
#[must_use]
pub fn without_bars(table: &Table) -> Vec<usize> {
    (0..table.columns.len()).filter(|&index| !is_bullet(table, index)).collect()
}

/// Whether a column shows bars.
#[must_use]
fn is_bullet(table: &Table, index: usize) -> bool {
    table.rows.iter().any(|row| matches!(row.cells.get(index), Some(Cell::Bullet(_))))
}
