//! A table to choose rows from.

use super::Ref;
use super::mark::Mark;
use super::prose::{Label, Role};

/// Rows under heads.
#[derive(Debug, Clone, PartialEq)]
pub struct Table {
    /// The columns, left to right.
    pub columns: Vec<Column>,
    /// The rows, top to bottom; each has a cell for each column.
    pub rows: Vec<Row>,
    /// The chosen row.
    pub chosen: Option<usize>,
    /// What to say where there are no rows.
    pub empty: String,
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
    /// Its cells; a heading has one.
    pub cells: Vec<Cell>,
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
