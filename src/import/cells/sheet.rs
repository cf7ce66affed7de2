//! A rectangle of cells with its merged regions.

use chrono::NaiveDate;

/// The content of a cell.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Cell {
    Empty,
    Text(String),
    Number(f64),
    Day(NaiveDate),
    /// A formula whose result is not stored, or an error.
    NoValue,
}

impl Cell {
    /// The content as text; numbers with a decimal point.
    pub(crate) fn text(&self) -> String {
        match self {
            Self::Empty | Self::NoValue => String::new(),
            Self::Text(text) => text.trim().to_owned(),
            Self::Number(number) => number_text(*number),
            Self::Day(day) => day.to_string(),
        }
    }

    pub(crate) fn is_empty(&self) -> bool {
        match self {
            Self::Empty => true,
            Self::Text(text) => text.trim().is_empty(),
            Self::Number(_) | Self::Day(_) | Self::NoValue => false,
        }
    }
}

/// Twelve significant digits: what a spreadsheet computes carries the noise of binary fractions behind them.
fn number_text(number: f64) -> String {
    format!("{number:.11e}").parse::<f64>().map_or_else(|_| number.to_string(), |rounded| rounded.to_string())
}

/// A merged region: first and last row and column, from 0.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Merge {
    pub(crate) rows: (usize, usize),
    pub(crate) columns: (usize, usize),
}

/// One sheet; rows and columns count from the corner of the sheet.
#[derive(Debug, Default)]
pub(crate) struct Sheet {
    /// None in a text file.
    pub(crate) name: Option<String>,
    pub(crate) rows: Vec<Vec<Cell>>,
    pub(crate) merges: Vec<Merge>,
    /// The line of each row in a text file; empty in a workbook, where it is the row.
    pub(crate) lines: Vec<u64>,
}

impl Sheet {
    pub(crate) fn cell(&self, row: usize, column: usize) -> &Cell {
        self.rows.get(row).and_then(|cells| cells.get(column)).unwrap_or(&Cell::Empty)
    }

    pub(crate) fn width(&self) -> usize {
        self.rows.iter().map(Vec::len).max().unwrap_or_default()
    }

    /// The cell, or the corner of the merged region that it is in.
    pub(crate) fn merged(&self, row: usize, column: usize) -> &Cell {
        let holds = |range: (usize, usize), index| range.0 <= index && index <= range.1;
        match self.merges.iter().find(|merge| holds(merge.rows, row) && holds(merge.columns, column)) {
            Some(merge) => self.cell(merge.rows.0, merge.columns.0),
            None => self.cell(row, column),
        }
    }

    /// The number of a row as the person sees it.
    pub(crate) fn row_number(&self, row: usize) -> String {
        self.lines.get(row).map_or_else(|| (row + 1).to_string(), u64::to_string)
    }

    /// `C6`.
    pub(crate) fn address(&self, row: usize, column: usize) -> String {
        format!("{}{}", column_letters(column), self.row_number(row))
    }
}

/// `A`, `Z`, `AA`.
pub(crate) fn column_letters(column: usize) -> String {
    let mut rest = column + 1;
    let mut letters = Vec::new();
    while rest > 0 {
        letters.push(char::from(b'A' + u8::try_from((rest - 1) % 26).unwrap_or_default()));
        rest = (rest - 1) / 26;
    }
    letters.iter().rev().collect()
}
