//! Where the table of a sheet is: its header rows, the rows below, and what the cells above say of all figures.

use chrono::Datelike;

use crate::import::cells::sheet::{Cell, Sheet};
use crate::import::flags::{DecimalMark, ImportFlags};
use crate::import::reading::header::{self, HeaderReading};
use crate::import::reading::periods::PartialPeriod;
use crate::import::reading::{numbers, words};

/// The rows of a table.
#[derive(Debug)]
pub(crate) struct Frame {
    /// First and last header row, from 0.
    pub(crate) header: (usize, usize),
    /// The header of each column, of several rows joined.
    pub(crate) headers: Vec<String>,
    /// The text above the table that is neither unit nor period.
    pub(crate) title: Option<String>,
    pub(crate) unit: Option<String>,
    pub(crate) period: PartialPeriod,
}

const MOST_HEADER_ROWS: usize = 3;

/// Finds the table; none if no row of figures stands below a row of headers.
pub(crate) fn find(sheet: &Sheet, flags: &ImportFlags) -> Option<Frame> {
    let has_fiscal = flags.fiscal.is_some();
    let (first, last) = match flags.header {
        Some((first, last)) => (first.checked_sub(1)?, last.checked_sub(1).filter(|last| *last < sheet.rows.len())?),
        None => header_rows(sheet, has_fiscal)?,
    };
    let headers = (0..sheet.width()).map(|column| joined_header(sheet, (first, last), column)).collect();
    let mut frame = Frame { header: (first, last), headers, title: None, unit: None, period: PartialPeriod::default() };
    frame.read_above(sheet, has_fiscal);
    Some(frame)
}

impl Frame {
    fn read_above(&mut self, sheet: &Sheet, has_fiscal: bool) {
        for text in sheet.rows[..self.header.0].iter().flatten().map(Cell::text).filter(|text| !text.is_empty()) {
            let in_parentheses = text.trim_matches(['(', ')']);
            if words::is_unit(in_parentheses) {
                self.unit.get_or_insert_with(|| in_parentheses.to_owned());
                continue;
            }
            let reading = header::read(&text, has_fiscal);
            self.period = self.period.or(reading.period);
            if let Some(unit) = reading.unit.filter(|unit| words::is_unit(unit)) {
                self.unit.get_or_insert(unit);
                self.title.get_or_insert(reading.name);
            } else if !reading.name.is_empty() && reading.name.chars().any(char::is_alphabetic) {
                self.title.get_or_insert(if reading.period.is_none() && reading.kind.is_none() {
                    text
                } else {
                    reading.name
                });
            }
        }
    }

    /// The rows below the headers.
    pub(crate) fn body(&self, sheet: &Sheet) -> std::ops::Range<usize> {
        self.header.1 + 1..sheet.rows.len()
    }
}

fn header_rows(sheet: &Sheet, has_fiscal: bool) -> Option<(usize, usize)> {
    let is_known = |row: usize| is_header(sheet, row, has_fiscal);
    // In a language that is not known, the row of texts right above the first figures.
    let is_text = |row: usize| {
        filled(sheet, row) >= 2 && is_without_figures(sheet, row, has_fiscal) && has_figure(sheet, row + 1, has_fiscal)
    };
    header_block(sheet, has_fiscal, is_known).or_else(|| header_block(sheet, has_fiscal, is_text))
}

fn header_block(sheet: &Sheet, has_fiscal: bool, is_header: impl Fn(usize) -> bool) -> Option<(usize, usize)> {
    const ROWS_SEARCHED: usize = 60;
    let first_figures = (0..sheet.rows.len().min(ROWS_SEARCHED))
        .find(|row| has_figure(sheet, *row, has_fiscal) && (0..*row).any(&is_header))?;
    let last = (0..first_figures).rev().find(|row| is_header(*row))?;
    let is_part = |row: usize| filled(sheet, row) >= 2 && !has_figure(sheet, row, has_fiscal);
    let earliest = (last + 1).saturating_sub(MOST_HEADER_ROWS);
    let first = (earliest..last).rev().take_while(|row| is_part(*row)).last().unwrap_or(last);
    Some((first, last))
}

/// How many cells of a row have contents; a merged region counts once.
fn filled(sheet: &Sheet, row: usize) -> usize {
    (0..sheet.width()).filter(|column| !sheet.cell(row, *column).is_empty()).count()
}

/// A row of texts of which most say what a column holds.
fn is_header(sheet: &Sheet, row: usize, has_fiscal: bool) -> bool {
    let cells = || (0..sheet.width()).map(|column| sheet.cell(row, column)).filter(|cell| !cell.is_empty());
    let recognised = cells().filter(|cell| reading(cell, has_fiscal).is_recognised()).count();
    let filled = cells().count();
    filled >= 2 && (recognised >= 2 || recognised * 2 >= filled) && is_without_figures(sheet, row, has_fiscal)
}

/// Neither figures nor marks that stand for none.
fn is_without_figures(sheet: &Sheet, row: usize, has_fiscal: bool) -> bool {
    let is_mark = |cell: &Cell| match cell {
        Cell::Empty => false,
        Cell::NoValue => true,
        cell => !cell.is_empty() && words::is_missing(&cell.text(), &[]),
    };
    !has_figure(sheet, row, has_fiscal) && !(0..sheet.width()).any(|column| is_mark(sheet.cell(row, column)))
}

fn reading(cell: &Cell, has_fiscal: bool) -> HeaderReading {
    match cell {
        Cell::Day(day) => {
            HeaderReading { period: PartialPeriod::of_day(*day).day_as_month(), ..HeaderReading::default() }
        }
        cell => header::read(&cell.text(), has_fiscal),
    }
}

/// Whether a row has a number that is no period.
fn has_figure(sheet: &Sheet, row: usize, has_fiscal: bool) -> bool {
    let is_figure = |cell: &Cell| match cell {
        Cell::Number(_) => header::read(&cell.text(), has_fiscal).period.is_none(),
        Cell::Text(text) => {
            let is_number =
                [DecimalMark::Point, DecimalMark::Comma].iter().any(|mark| numbers::read(text, *mark).is_some());
            is_number && header::read(text, has_fiscal).period.is_none()
        }
        _ => false,
    };
    (0..sheet.width()).any(|column| is_figure(sheet.cell(row, column)))
}

/// The headers of a column from top to bottom. Without merged regions, an empty cell of an upper row continues its left neighbour.
fn joined_header(sheet: &Sheet, (first, last): (usize, usize), column: usize) -> String {
    let mut parts: Vec<String> = Vec::new();
    for row in first..=last {
        let own = sheet.merged(row, column);
        let has_below = |column: usize| (row + 1..=last).any(|below| !sheet.cell(below, column).is_empty());
        let left = || (0..column).rev().find(|left| !sheet.cell(row, *left).is_empty()).filter(|left| has_below(*left));
        let text = match own {
            cell if cell.is_empty() && sheet.merges.is_empty() && has_below(column) => {
                left().map_or_else(String::new, |left| sheet.cell(row, left).text())
            }
            Cell::Day(day) => format!("{}-{:02}", day.year(), day.month()),
            cell => cell.text(),
        };
        if !text.is_empty() && parts.last() != Some(&text) {
            parts.push(text);
        }
    }
    parts.join(" ")
}
