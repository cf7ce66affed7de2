//! A table of rows to choose from.

use crate::page::model::record_ref::RecordRef;
use crate::page::model::rich_text::{Label, Role, TextRun};
use crate::page::model::row_filter::{FilterResult, RowStatus, SortDirection};
use crate::page::model::sign::Mark;

use chrono::NaiveDate;

/// Rows under column headings.
#[derive(Debug, Clone, PartialEq)]
pub struct Table {
    /// From left to right.
    pub columns: Vec<TableColumn>,
    /// From top to bottom, with one cell a column. Pages share rows that did not change.
    pub rows: Vec<TableRow>,
    /// The index of the chosen row.
    pub chosen: Option<usize>,
    /// The message for a table without rows.
    pub empty: String,
    /// How the rows were filtered and sorted.
    pub filtered: FilterResult,
    /// The longest sentence of a page that is about the chosen row; empty where its sentence is not. Room is kept for it, so
    /// that nothing moves when another row is chosen.
    pub longest_sentence: Vec<TextRun>,
}

/// A column.
#[derive(Debug, Clone, PartialEq)]
pub struct TableColumn {
    /// Its heading.
    pub head: Label,
    /// The alignment of its cells.
    pub align: Align,
    /// Where there is no room, columns are left out by this number, the highest first; 0 never.
    pub drop_priority: u8,
    /// Whether it takes the room left over; several columns may share it.
    pub is_flexible: bool,
}

/// The alignment of a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Align {
    /// For words.
    Left,
    /// For numbers.
    Right,
}

/// A row.
#[derive(Debug, Clone, PartialEq)]
pub struct TableRow {
    /// The record it stands for; none for a heading, which cannot be chosen.
    pub key: Option<RecordRef>,
    /// How many rows for the same record come before it in the whole list.
    pub nth: usize,
    /// One a column; a heading has one.
    pub cells: Vec<TableCell>,
    /// The sort keys of its cells; cells without one are sorted by their words.
    pub sort_keys: Vec<SortKey>,
    /// The status of its record; the status filter matches it.
    pub status: Option<RowStatus>,
}

/// What a cell is sorted by.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum SortKey {
    /// A number.
    Number(f64),
    /// A duration in days.
    Duration(i64),
    /// A date.
    Date(NaiveDate),
    /// A position in a fixed order, such as that of statuses.
    Order(usize),
    /// The words of the cell.
    Text,
    /// Unknown: sorted last in both directions.
    Missing,
}

/// A cell.
#[derive(Debug, Clone, PartialEq)]
pub enum TableCell {
    /// An empty cell.
    Empty,
    /// Words or a number.
    Text(Label, Role),
    /// A mark, then words. Never the mark alone.
    WithMark(Mark, Label, Role),
    /// The attainment as a bar against the target.
    Bullet(Bullet),
}

/// An attainment as a bar, on a scale from 0 to 1.2 times the target. All numbers are fractions of the target.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Bullet {
    /// The certain part; none where there is none.
    pub bar: Option<f64>,
    /// Nothing was reported: drawn as `?`. Without a bar and this it is left blank.
    pub is_missing: bool,
    /// The likely upper end beyond the bar.
    pub soft: Option<f64>,
    /// Whether it is a lower bound: its end is open.
    pub is_open: bool,
    /// Whether it rests on a part-year or an estimate: half-tone.
    pub is_partial: bool,
    /// The tolerance of an "about" target, lower and upper end.
    pub about: Option<(f64, f64)>,
    /// The role of its end.
    pub role: Role,
}

impl Table {
    /// A table without filter and sort order.
    pub fn new(columns: Vec<TableColumn>, rows: Vec<TableRow>, empty: impl Into<String>) -> Self {
        Self {
            columns,
            rows,
            chosen: None,
            empty: empty.into(),
            filtered: FilterResult::default(),
            longest_sentence: Vec::new(),
        }
    }

    /// The index of the first row of a record.
    pub fn row_of(&self, key: Option<RecordRef>) -> Option<usize> {
        self.rows.iter().position(|row| row.key.is_some() && row.key == key)
    }

    /// The index of the first row that can be chosen.
    pub fn first(&self) -> Option<usize> {
        self.rows.iter().position(|row| row.key.is_some())
    }

    /// The record of the chosen row.
    pub fn key(&self) -> Option<RecordRef> {
        self.rows.get(self.chosen?)?.key
    }

    /// The first sort direction of a column: numbers descending, everything else ascending.
    pub fn default_direction(&self, column: usize) -> SortDirection {
        let mut sort_keys =
            self.rows.iter().map(|row| row.sort_key(column)).filter(|sort_key| *sort_key != SortKey::Missing);
        if sort_keys.any(|sort_key| matches!(sort_key, SortKey::Number(_))) {
            SortDirection::Descending
        } else {
            SortDirection::Ascending
        }
    }
}

impl TableColumn {
    /// The same column, taking the room left over.
    pub fn flexible(self) -> Self {
        Self { is_flexible: true, ..self }
    }
}

impl TableRow {
    /// A row sorted by the words of its cells.
    pub fn new(key: Option<RecordRef>, cells: Vec<TableCell>) -> Self {
        Self { key, nth: 0, cells, sort_keys: Vec::new(), status: None }
    }

    /// A heading among the rows.
    pub fn heading(text: &str) -> Self {
        Self::new(None, vec![TableCell::Text(Label::one(text), Role::Heading)])
    }

    /// The same row with these sort keys.
    pub fn with_sort_keys(self, sort_keys: impl Into<Vec<SortKey>>) -> Self {
        Self { sort_keys: sort_keys.into(), ..self }
    }

    /// The same row with a status.
    pub fn with_status(self, status: RowStatus) -> Self {
        Self { status: Some(status), ..self }
    }

    /// The sort key of a cell.
    pub fn sort_key(&self, column: usize) -> SortKey {
        match self.cells.get(column).and_then(TableCell::label) {
            _ if self.sort_keys.get(column).is_some_and(|rank| *rank != SortKey::Text) => self.sort_keys[column],
            Some(label) if !label.long().is_empty() => SortKey::Text,
            _ => SortKey::Missing,
        }
    }
}

impl SortKey {
    /// The key of a number; missing if there is none.
    pub fn number(number: Option<f64>) -> Self {
        number.filter(|number| !number.is_nan()).map_or(Self::Missing, Self::Number)
    }

    /// The key of a date; missing if there is none.
    pub fn day(day: Option<NaiveDate>) -> Self {
        day.map_or(Self::Missing, Self::Date)
    }
}

impl TableCell {
    /// Its words; none for an empty cell and a bar.
    pub fn label(&self) -> Option<&Label> {
        match self {
            Self::Text(label, _) | Self::WithMark(_, label, _) => Some(label),
            Self::Empty | Self::Bullet(_) => None,
        }
    }
}
