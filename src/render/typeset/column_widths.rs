//! The widths of the columns of a table, in cells.
//!
//! Every column has a least and a best width. Columns are dropped, the least important first, until the least widths fit;
//! the rest goes to names, then to bars, then to the others. Where names need the room of a bar, the bar is left out.

use crate::page::model::{Align, Label, Table, TableCell, TableRow};
use crate::render::look::glyphs;
use crate::render::look::theme::Glyphs;
use crate::render::typeset::measure::{fit, fit_or_cut, true_width, width};

/// Cells between columns where there is room, and where there is little.
const COLUMN_GAPS: [u16; 2] = [3, 2];

/// The widths of a column of bars: least, good, best, best if it is flexible.
const BAR_WIDTHS: [u16; 4] = [7, 16, 24, 38];

/// A bar of fewer cells is left out where names need the room.
const USEFUL_BAR_WIDTH: u16 = 10;

/// The cells that names get before bars do.
const NAME_WIDTH: u16 = 30;

/// Numbers of up to so many cells are written in full.
const NUMBER_WIDTH: u16 = 9;

/// The cells of the longest date: texts up to it are not cut.
const DATE_WIDTH: u16 = 12;

/// In narrower tables verdicts may be cut, and columns are one cell apart.
const NARROW_WIDTH: u16 = 40;

/// The cells of the sort mark after a head, with the space before it.
pub const SORT_MARK_WIDTH: u16 = 2;

/// A visible column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PlacedColumn {
    /// Index of the column in the table.
    pub index: usize,
    /// Its first cell.
    pub x: u16,
    /// Its cells.
    pub width: u16,
    /// The cells of its widest mark with the space after it; 0 without marks.
    pub sign_width: u16,
    /// Whether its cells are bars.
    pub has_bars: bool,
    /// Which form of their labels its cells show.
    pub form: CellForm,
}

/// Which form of their labels the cells of a column show.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CellForm {
    /// The longest that fits.
    BestFit,
    /// The shortest in all cells, so that numbers and dates can be compared.
    Shortest,
}

impl PlacedColumn {
    /// The form of a label shown in `room` cells.
    pub fn words<'a>(&self, label: &'a Label, room: u16) -> &'a str {
        match self.form {
            CellForm::BestFit => fit_or_cut(label, room),
            CellForm::Shortest => label.0.last().map_or("", String::as_str),
        }
    }
}

/// The widths of the texts of each column. Measured once for all rows; they do not depend on the width of the table.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ColumnWidths(Vec<NaturalWidths>);

/// The widths of the texts of a column, without its head.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
struct NaturalWidths {
    has_bars: bool,
    longest_form_max: u16,
    /// The 90th percentile.
    longest_form_p90: u16,
    shortest_form_max: u16,
    /// The 95th percentile.
    shortest_form_p95: u16,
    /// The widest mark with the space after it, at each glyph level.
    signs: [u16; Glyphs::ALL.len()],
    /// The number of labels, and the widths of the shortest and the longest form of those that can be shortened.
    labels: usize,
    forms: Vec<(u16, u16)>,
}

impl NaturalWidths {
    /// The form of the cells in a column of this width: the shortest if more than a few labels need it. Words beside marks
    /// differ in length by themselves.
    fn form(&self, width: u16) -> CellForm {
        let has_marks = self.signs.iter().any(|sign| *sign > 0);
        let need_it = self.forms.iter().filter(|(short, long)| *short <= width && width < *long).count();
        if !has_marks && need_it * 20 > self.labels { CellForm::Shortest } else { CellForm::BestFit }
    }
}

impl ColumnWidths {
    /// Measures the rows of a table.
    pub fn of(table: &Table) -> Self {
        Self((0..table.columns.len()).map(|index| natural_widths(table, index)).collect())
    }
}

/// The widths that a column can have.
struct ColumnRequest {
    index: usize,
    drop_priority: u8,
    is_flexible: bool,
    has_bars: bool,
    least: u16,
    good: u16,
    best: u16,
    width: u16,
    sign_width: u16,
}

impl ColumnRequest {
    /// Whether its texts are the names of the rows.
    fn is_name(&self) -> bool {
        self.is_flexible && !self.has_bars
    }

    /// Widens it up to `width` with what is left of the room.
    fn grow(&mut self, width: u16, left: &mut u16) {
        let more = width.saturating_sub(self.width).min(*left);
        self.width += more;
        *left -= more;
    }
}

/// Places the columns of a table; where there is no room, the least important are left out.
pub fn place_columns(table: &Table, widths: &ColumnWidths, room: u16, glyphs: Glyphs) -> Vec<PlacedColumn> {
    let all: Vec<usize> = (0..table.columns.len()).collect();
    place_some_columns(table, widths, &all, room, glyphs)
}

/// Places some of the columns.
pub fn place_some_columns(
    table: &Table,
    widths: &ColumnWidths,
    columns: &[usize],
    room: u16,
    glyphs: Glyphs,
) -> Vec<PlacedColumn> {
    let none = NaturalWidths::default();
    let natural_widths = |index: usize| widths.0.get(index).unwrap_or(&none);
    let mut requests: Vec<ColumnRequest> =
        columns.iter().map(|&index| column_request(table, index, natural_widths(index), room, glyphs)).collect();
    let narrow = if room < NARROW_WIDTH { 1 } else { COLUMN_GAPS[1] };
    while total_width(&requests, |request| request.least, narrow) > room {
        match (0..requests.len()).max_by_key(|&i| (requests[i].drop_priority, i)) {
            Some(i) if requests[i].drop_priority > 0 => {
                requests.remove(i);
            }
            _ => break,
        }
    }
    let needed = |request: &ColumnRequest| match (request.has_bars, request.is_flexible) {
        (true, _) => USEFUL_BAR_WIDTH,
        (false, true) => request.good.min(NAME_WIDTH).max(request.least),
        (false, false) => request.least,
    };
    if requests.iter().any(ColumnRequest::is_name) && total_width(&requests, needed, narrow) > room {
        requests.retain(|request| !request.has_bars);
    }
    let gap =
        if total_width(&requests, |request| request.best, COLUMN_GAPS[0]) <= room { COLUMN_GAPS[0] } else { narrow };
    let mut left = room.saturating_sub(total_width(&requests, |request| request.least, gap));
    let mut order: Vec<usize> = (0..requests.len()).collect();
    order.sort_by_key(|&i| (requests[i].drop_priority, i));
    let name_width = if requests.iter().any(|request| request.has_bars) { NAME_WIDTH } else { 0 };
    for request in requests.iter_mut().filter(|request| request.is_name()) {
        request.grow(request.good.min(name_width), &mut left);
    }
    let rounds: [fn(&ColumnRequest, u16) -> u16; 6] = [
        |request, _| if request.has_bars { BAR_WIDTHS[1] } else { 0 },
        |request, room| if request.is_name() { request.best.min(room * 2 / 5) } else { 0 },
        |request, _| if request.is_flexible || request.has_bars { 0 } else { request.good },
        |request, _| if request.is_name() { request.best } else { 0 },
        |request, _| if request.has_bars { 0 } else { request.best },
        |request, _| request.best,
    ];
    for round in rounds {
        for &i in &order {
            let width = round(&requests[i], room);
            requests[i].grow(width, &mut left);
        }
    }
    let mut x = 0;
    let mut placed = Vec::with_capacity(requests.len());
    for ColumnRequest { index, width, sign_width, has_bars, .. } in requests {
        if x >= room {
            break;
        }
        let width = width.min(room - x);
        let form = natural_widths(index).form(width);
        placed.push(PlacedColumn { index, x, width, sign_width, has_bars, form });
        x += width + gap;
    }
    placed
}

/// Whether the text of a cell fits into its column.
pub fn cell_fits(cell: &TableCell, column: &PlacedColumn) -> bool {
    match cell {
        TableCell::Text(label, _) => width(column.words(label, column.width)) <= column.width,
        TableCell::WithMark(_, label, _) => fit(label, column.width.saturating_sub(column.sign_width)).is_some(),
        TableCell::Empty | TableCell::Bullet(_) => true,
    }
}

/// The cells that text can take in a row from one column on: its own, and those that the next columns leave free.
pub fn available_width(table: &Table, row: &TableRow, placed: &[PlacedColumn], index: usize) -> u16 {
    /// Cells between the texts of two columns.
    const CELL_GAP: u16 = 2;
    let column = placed[index];
    let mut end = column.x + column.width;
    for next in &placed[index + 1..] {
        match row.cells.get(next.index) {
            None | Some(TableCell::Empty) => end = next.x + next.width,
            Some(TableCell::Text(label, _)) if label.long().is_empty() => end = next.x + next.width,
            Some(TableCell::Text(label, _)) if table.columns[next.index].align == Align::Right => {
                let words = width(next.words(label, next.width));
                return end.max((next.x + next.width).saturating_sub(words + CELL_GAP)) - column.x;
            }
            Some(_) => break,
        }
    }
    end - column.x
}

fn total_width(requests: &[ColumnRequest], width: impl Fn(&ColumnRequest) -> u16, gap: u16) -> u16 {
    let gaps = u16::try_from(requests.len().saturating_sub(1)).unwrap_or(u16::MAX).saturating_mul(gap);
    requests.iter().map(width).fold(gaps, u16::saturating_add)
}

fn column_request(
    table: &Table,
    index: usize,
    natural_widths: &NaturalWidths,
    room: u16,
    glyphs: Glyphs,
) -> ColumnRequest {
    let column = &table.columns[index];
    let sorted = table.filtered.order.is_some_and(|order| order.column == index);
    let mark = if sorted { SORT_MARK_WIDTH } else { 0 };
    let mut request = ColumnRequest {
        index,
        // The column by which rows are sorted is among the last to be dropped.
        drop_priority: if sorted { column.drop_priority.min(1) } else { column.drop_priority },
        is_flexible: column.is_flexible,
        has_bars: natural_widths.has_bars,
        least: BAR_WIDTHS[0],
        good: BAR_WIDTHS[1],
        best: if column.is_flexible { BAR_WIDTHS[3] } else { BAR_WIDTHS[2] },
        width: BAR_WIDTHS[0],
        sign_width: 0,
    };
    if natural_widths.has_bars {
        return request;
    }
    request.sign_width = natural_widths.signs[glyphs as usize];
    let head = width(column.head.long()) + mark;
    request.good = head.max(natural_widths.longest_form_p90);
    request.best = head.max(natural_widths.longest_form_max);
    // Numbers and dates are never cut. Texts that are much longer than the others may be, before a column is dropped.
    let whole = if request.sign_width > 0 && room < NARROW_WIDTH {
        natural_widths.shortest_form_p95
    } else {
        natural_widths.shortest_form_max
    };
    request.least = match (column.align, column.is_flexible) {
        (Align::Right, _) if natural_widths.longest_form_max <= NUMBER_WIDTH => natural_widths.longest_form_max,
        (Align::Right, _) => whole,
        (Align::Left, true) => whole.min((room / 3).clamp(13, 32)),
        (Align::Left, false) if request.sign_width > 0 || whole <= DATE_WIDTH => whole,
        (Align::Left, false) => natural_widths.shortest_form_p95.clamp(8, (room / 6).max(12)).min(whole),
    };
    request.least = request.least.max(shortest_width(&column.head) + mark) + request.sign_width;
    request.good = (request.good + request.sign_width).max(request.least);
    request.best = (request.best + request.sign_width).max(request.least);
    request.width = request.least;
    request
}

fn natural_widths(table: &Table, index: usize) -> NaturalWidths {
    if is_bar_column(table, index) {
        return NaturalWidths { has_bars: true, ..NaturalWidths::default() };
    }
    let mut signs = [0; Glyphs::ALL.len()];
    let mut shorts = Vec::with_capacity(table.rows.len());
    let mut longs = Vec::with_capacity(table.rows.len());
    let mut forms = Vec::new();
    for row in table.rows.iter().filter(|row| row.key.is_some() || row.cells.len() > 1) {
        let label = match row.cells.get(index) {
            Some(TableCell::Text(label, _)) => label,
            Some(TableCell::WithMark(mark, label, _)) => {
                for (sign, glyphs) in signs.iter_mut().zip(Glyphs::ALL) {
                    *sign = true_width(glyphs::mark_glyph(*mark, glyphs)).saturating_add(1).max(*sign);
                }
                label
            }
            _ => continue,
        };
        let (short, long) = (shortest_width(label), width(label.long()));
        shorts.push(short);
        longs.push(long);
        // A number with a currency or a period does not make the plain numbers around it short.
        if label.0.len() > 1 && (table.columns[index].align == Align::Left || long <= DATE_WIDTH) {
            forms.push((short, long));
        }
    }
    shorts.sort_unstable();
    longs.sort_unstable();
    let at = |widths: &[u16], place: usize| widths.get(place).copied().unwrap_or(0);
    NaturalWidths {
        has_bars: false,
        longest_form_max: longs.last().copied().unwrap_or(0),
        longest_form_p90: at(&longs, longs.len() * 9 / 10),
        shortest_form_max: shorts.last().copied().unwrap_or(0),
        shortest_form_p95: at(&shorts, shorts.len() * 19 / 20),
        signs,
        labels: shorts.len(),
        forms,
    }
}

fn shortest_width(label: &Label) -> u16 {
    label.0.last().map_or(0, |form| width(form))
}

/// The indices of the columns without bars. A bar repeats a value of another column.
pub fn text_columns(table: &Table) -> Vec<usize> {
    (0..table.columns.len()).filter(|&index| !is_bar_column(table, index)).collect()
}

fn is_bar_column(table: &Table, index: usize) -> bool {
    table.rows.iter().any(|row| matches!(row.cells.get(index), Some(TableCell::Bullet(_))))
}
