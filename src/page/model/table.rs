//! A table to choose rows from.

use std::rc::Rc;

use chrono::NaiveDate;

use crate::page::RecordRef;
use crate::page::model::mark::Mark;
use crate::page::model::rich_text::{Label, Role};
use crate::page::model::row_filter::{FilterResult, RowStatus, SortDirection};

/// Rows under heads.
#[derive(Debug, Clone, PartialEq)]
pub struct Table {
    /// The columns, left to right.
    pub columns: Vec<TableColumn>,
    /// The rows, top to bottom; each has a cell for each column. Pages that are made of one another share them.
    pub rows: Vec<Rc<TableRow>>,
    /// The chosen row.
    pub chosen: Option<usize>,
    /// What to say where there are no rows.
    pub empty: String,
    /// What was asked of the rows: which are left, and in which order.
    pub filtered: FilterResult,
}

/// A column.
#[derive(Debug, Clone, PartialEq)]
pub struct TableColumn {
    /// Its head.
    pub head: Label,
    /// Where its text stands.
    pub align: Align,
    /// In which order columns are left out where there is no room: the highest first, 0 never.
    pub drop_priority: u8,
    /// Takes the room that is left over. Any number of columns may.
    pub is_flexible: bool,
}

/// Where text stands in its column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Align {
    /// Words.
    Left,
    /// Numbers.
    Right,
}

/// A row.
#[derive(Debug, Clone, PartialEq)]
pub struct TableRow {
    /// What it stands for; none for a heading among the rows, which cannot be chosen.
    pub key: Option<RecordRef>,
    /// How many rows of the whole list that stand for the same come before it, in the order of the file.
    pub nth: usize,
    /// Its cells; a heading has one.
    pub cells: Vec<TableCell>,
    /// What its cells are sorted by, one for each; cells without one are sorted by their words.
    pub sort_keys: Vec<SortKey>,
    /// How what it stands for stands, for a choice by that.
    pub status: Option<RowStatus>,
}

/// What a cell is sorted by.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum SortKey {
    /// A number.
    Number(f64),
    /// A time, in days.
    Duration(i64),
    /// A day.
    Date(NaiveDate),
    /// A place in an order that is known, as that of verdicts.
    Order(usize),
    /// Its words.
    Text,
    /// Nothing is known: last, whichever way the order runs.
    Missing,
}

/// A cell.
#[derive(Debug, Clone, PartialEq)]
pub enum TableCell {
    /// Nothing to say.
    Empty,
    /// Words or a number.
    Text(Label, Role),
    /// A sign, then words. Never the sign alone.
    WithMark(Mark, Label, Role),
    /// How far along, as a bar against the promise.
    Bullet(Bullet),
}

/// A bar against a promise, on a scale from 0 to 1.2 times the promise.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Bullet {
    /// What is certain, as a fraction of the promise; none where nothing was reported: drawn as `?`.
    pub bar: Option<f64>,
    /// What is likely beyond the bar, as a fraction of the promise.
    pub soft: Option<f64>,
    /// The bar is a lower bound: its end is open.
    pub is_open: bool,
    /// The bar rests on a part-year or an estimate: half-tone.
    pub is_partial: bool,
    /// What "about" covers, as fractions of the promise.
    pub about: Option<(f64, f64)>,
    /// The colour role of its end: good, bad, cautious.
    pub role: Role,
}

impl Table {
    /// The direction of a first sort by this column: descending for numbers, ascending for everything else.
    #[must_use]
    pub fn default_direction(&self, column: usize) -> SortDirection {
        if self.rows.iter().any(|row| matches!(row.sort_key(column), SortKey::Number(_))) {
            SortDirection::Descending
        } else {
            SortDirection::Ascending
        }
    }

    /// A table as it is, nothing asked of its rows.
    #[must_use]
    pub fn new(columns: Vec<TableColumn>, rows: Vec<TableRow>, empty: impl Into<String>) -> Self {
        let rows = rows.into_iter().map(Rc::new).collect();
        Self { columns, rows, chosen: None, empty: empty.into(), filtered: FilterResult::default() }
    }

    /// The place of the row that stands for this; of several the first.
    #[must_use]
    pub fn row_of(&self, key: Option<RecordRef>) -> Option<usize> {
        self.rows.iter().position(|row| row.key.is_some() && row.key == key)
    }

    /// The first row that can be chosen.
    #[must_use]
    pub fn first(&self) -> Option<usize> {
        self.rows.iter().position(|row| row.key.is_some())
    }

    /// What the chosen row stands for.
    #[must_use]
    pub fn key(&self) -> Option<RecordRef> {
        self.rows.get(self.chosen?)?.key
    }
}

impl TableRow {
    /// A row, sorted by the words of its cells.
    #[must_use]
    pub fn new(key: Option<RecordRef>, cells: Vec<TableCell>) -> Self {
        Self { key, nth: 0, cells, sort_keys: Vec::new(), status: None }
    }

    /// A heading among the rows.
    #[must_use]
    pub fn heading(text: &str) -> Self {
        Self::new(None, vec![TableCell::Text(Label::one(text), Role::Heading)])
    }

    /// The same row with what its cells are sorted by.
    #[must_use]
    pub fn with_sort_keys(self, sort_keys: impl Into<Vec<SortKey>>) -> Self {
        Self { sort_keys: sort_keys.into(), ..self }
    }

    /// What the cell of a column is sorted by.
    #[must_use]
    pub fn sort_key(&self, column: usize) -> SortKey {
        match self.cells.get(column).and_then(TableCell::label) {
            _ if self.sort_keys.get(column).is_some_and(|rank| *rank != SortKey::Text) => self.sort_keys[column],
            Some(label) if !label.long().is_empty() => SortKey::Text,
            _ => SortKey::Missing,
        }
    }
}

impl SortKey {
    /// A number, if there is one.
    #[must_use]
    pub fn number(number: Option<f64>) -> Self {
        number.filter(|number| !number.is_nan()).map_or(Self::Missing, Self::Number)
    }

    /// A day, if there is one.
    #[must_use]
    pub fn day(day: Option<NaiveDate>) -> Self {
        day.map_or(Self::Missing, Self::Date)
    }
}

impl TableCell {
    /// Its words; none for a bar.
    #[must_use]
    pub fn label(&self) -> Option<&Label> {
        match self {
            Self::Text(label, _) | Self::WithMark(_, label, _) => Some(label),
            Self::Empty | Self::Bullet(_) => None,
        }
    }
}
