//! A table to choose rows from.

use std::rc::Rc;

use chrono::NaiveDate;

use super::Ref;
use super::mark::Mark;
use super::prose::{Label, Role};
use super::sift::Sifted;

/// Rows under heads.
#[derive(Debug, Clone, PartialEq)]
pub struct Table {
    /// The columns, left to right.
    pub columns: Vec<Column>,
    /// The rows, top to bottom; each has a cell for each column. Pages that are made of one another share them.
    pub rows: Vec<Rc<Row>>,
    /// The chosen row.
    pub chosen: Option<usize>,
    /// What to say where there are no rows.
    pub empty: String,
    /// What was asked of the rows: which are left, and in which order.
    pub sifted: Sifted,
}

/// A column.
#[derive(Debug, Clone, PartialEq)]
pub struct Column {
    /// Its head.
    pub head: Label,
    /// Where its text stands.
    pub align: Align,
    /// In which order columns are left out where there is no room: the highest first, 0 never.
    pub drop: u8,
    /// Takes the room that is left over. Any number of columns may.
    pub grows: bool,
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
pub struct Row {
    /// What it stands for; none for a heading among the rows, which cannot be chosen.
    pub key: Option<Ref>,
    /// How many rows of the whole list that stand for the same come before it, in the order of the file.
    pub nth: usize,
    /// Its cells; a heading has one.
    pub cells: Vec<Cell>,
    /// What its cells are sorted by, one for each; cells without one are sorted by their words.
    pub ranks: Vec<Rank>,
    /// How what it stands for stands, for a choice by that.
    pub standing: Option<Standing>,
}

/// What a cell is sorted by.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Rank {
    /// A number.
    Number(f64),
    /// A time, in days.
    Days(i64),
    /// A day.
    Day(NaiveDate),
    /// A place in an order that is known, as that of verdicts.
    Place(usize),
    /// Its words.
    Words,
    /// Nothing is known: last, whichever way the order runs.
    Unknown,
}

/// How something stands: a verdict, the outcome of a check, the status of a plant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Standing {
    /// Its name in every language and on the command line: `missed`.
    pub name: String,
    /// The word for it.
    pub word: String,
    /// Its place among the others.
    pub place: usize,
}

/// A cell.
#[derive(Debug, Clone, PartialEq)]
pub enum Cell {
    /// Nothing to say.
    Empty,
    /// Words or a number.
    Text(Label, Role),
    /// A sign, then words. Never the sign alone.
    Marked(Mark, Label, Role),
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
    pub open: bool,
    /// The bar rests on a part-year or an estimate: half-tone.
    pub part: bool,
    /// What "about" covers, as fractions of the promise.
    pub about: Option<(f64, f64)>,
    /// The colour role of its end: good, bad, cautious.
    pub role: Role,
}

impl Table {
    /// A table as it is, nothing asked of its rows.
    #[must_use]
    pub fn new(columns: Vec<Column>, rows: Vec<Row>, empty: impl Into<String>) -> Self {
        let rows = rows.into_iter().map(Rc::new).collect();
        Self { columns, rows, chosen: None, empty: empty.into(), sifted: Sifted::default() }
    }

    /// The place of the row that stands for this; of several the first.
    #[must_use]
    pub fn place_of(&self, key: Option<Ref>) -> Option<usize> {
        self.rows.iter().position(|row| row.key.is_some() && row.key == key)
    }

    /// The first row that can be chosen.
    #[must_use]
    pub fn first(&self) -> Option<usize> {
        self.rows.iter().position(|row| row.key.is_some())
    }

    /// What the chosen row stands for.
    #[must_use]
    pub fn key(&self) -> Option<Ref> {
        self.rows.get(self.chosen?)?.key
    }
}

impl Row {
    /// A row, sorted by the words of its cells.
    #[must_use]
    pub fn new(key: Option<Ref>, cells: Vec<Cell>) -> Self {
        Self { key, nth: 0, cells, ranks: Vec::new(), standing: None }
    }

    /// A heading among the rows.
    #[must_use]
    pub fn heading(text: &str) -> Self {
        Self::new(None, vec![Cell::Text(Label::one(text), Role::Heading)])
    }

    /// The same row with what its cells are sorted by.
    #[must_use]
    pub fn ranked(self, ranks: impl Into<Vec<Rank>>) -> Self {
        Self { ranks: ranks.into(), ..self }
    }

    /// What the cell of a column is sorted by.
    #[must_use]
    pub fn rank(&self, column: usize) -> Rank {
        match self.cells.get(column).and_then(Cell::label) {
            _ if self.ranks.get(column).is_some_and(|rank| *rank != Rank::Words) => self.ranks[column],
            Some(label) if !label.long().is_empty() => Rank::Words,
            _ => Rank::Unknown,
        }
    }
}

impl Rank {
    /// A number, if there is one.
    #[must_use]
    pub fn number(number: Option<f64>) -> Self {
        number.filter(|number| !number.is_nan()).map_or(Self::Unknown, Self::Number)
    }

    /// A day, if there is one.
    #[must_use]
    pub fn day(day: Option<NaiveDate>) -> Self {
        day.map_or(Self::Unknown, Self::Day)
    }
}

impl Cell {
    /// Its words; none for a bar.
    #[must_use]
    pub fn label(&self) -> Option<&Label> {
        match self {
            Self::Text(label, _) | Self::Marked(_, label, _) => Some(label),
            Self::Empty | Self::Bullet(_) => None,
        }
    }
}
