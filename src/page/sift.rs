//! What is asked of the rows of a list: which are left, and in which order.
//!
//! Headings stay over the rows that are left under them; in an order of a person's own there are none.

use std::cmp::Ordering;
use std::rc::Rc;

use super::context::Context;
use super::find::{Folded, Near, Search, alphabetical};
use super::prose::{Role, Run};
use super::table::{Cell, Column, Rank, Row, Standing, Table};
use super::words::{Arg, Words};

/// What is asked of the rows of a list.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Sift {
    /// Words that they have to contain, as typed.
    pub words: String,
    /// The name of how they have to stand: `missed`.
    pub standing: Option<String>,
    /// The order; none for that of the file.
    pub order: Option<Order>,
}

/// An order of rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Order {
    /// The column that they are sorted by.
    pub column: usize,
    /// Which way it runs.
    pub run: Direction,
}

/// Which way an order runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    /// The least, the first, the earliest on top.
    Rising,
    /// The most, the last, the latest on top.
    Falling,
}

/// What became of the rows.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Sifted {
    /// The words that were asked for, as typed.
    pub words: String,
    /// How they had to stand.
    pub standing: Option<Standing>,
    /// The order they are in.
    pub order: Option<Order>,
    /// How rows of the whole list stand, each once, in their order.
    pub standings: Vec<Standing>,
    /// How many rows the whole list has, headings apart.
    pub all: usize,
    /// How many are left.
    pub found: usize,
}

impl Sift {
    /// Whether rows are left out.
    #[must_use]
    pub fn filters(&self) -> bool {
        !self.words.trim().is_empty() || self.standing.is_some()
    }
}

impl Direction {
    /// The other way.
    #[must_use]
    pub fn turned(self) -> Self {
        match self {
            Self::Rising => Self::Falling,
            Self::Falling => Self::Rising,
        }
    }
}

impl Sifted {
    /// Whether rows were left out.
    #[must_use]
    pub fn is_filtered(&self) -> bool {
        !self.words.is_empty() || self.standing.is_some()
    }
}

impl Table {
    /// Which way an order by this column runs at first: numbers from the largest, everything else from the first.
    #[must_use]
    pub fn natural(&self, column: usize) -> Direction {
        let mut ranks = self.rows.iter().map(|row| row.rank(column)).filter(|rank| *rank != Rank::Unknown);
        if ranks.any(|rank| matches!(rank, Rank::Number(_))) { Direction::Falling } else { Direction::Rising }
    }
}

/// The list of a page: its rows as the context asks for them. `empty` is the message where there are none at all.
#[must_use]
pub(super) fn list(ctx: &Context<'_>, columns: Vec<Column>, rows: Vec<impl Into<Rc<Row>>>, empty: &str) -> Table {
    let mut rows: Vec<Rc<Row>> = rows.into_iter().map(Into::into).collect();
    count(&mut rows);
    let none = Sift::default();
    let sift = ctx.sift.unwrap_or(&none);
    let standings = standings(&rows);
    let all = chosen_among(&rows);
    let words = sift.words.trim().to_owned();
    let standing = sift.standing.as_ref().map(|name| {
        let known = standings.iter().find(|standing| standing.name == *name).cloned();
        known.unwrap_or_else(|| Standing { name: name.clone(), word: name.replace('_', " "), place: 0 })
    });
    if let Some(standing) = &standing {
        retain(&mut rows, |row, _| row.standing.as_ref().is_some_and(|own| own.name == standing.name));
    }
    if !words.is_empty() {
        find(&mut rows, &words);
    }
    let order = sift.order.filter(|order| order.column < columns.len());
    if let Some(order) = order {
        rows.retain(|row| row.key.is_some());
        sort(&mut rows, order);
    }
    let sifted = Sifted { found: chosen_among(&rows), words, standing, order, standings, all };
    let empty = if sifted.is_filtered() && all > 0 { nothing(ctx, &sifted) } else { ctx.words.get(empty) };
    Table { columns, rows, chosen: None, empty, sifted }
}

/// How many rows can be chosen.
fn chosen_among(rows: &[Rc<Row>]) -> usize {
    rows.iter().filter(|row| row.key.is_some()).count()
}

/// Says of every row how many before it stand for the same.
fn count(rows: &mut [Rc<Row>]) {
    let mut seen = std::collections::HashMap::new();
    for row in rows.iter_mut() {
        let Some(key) = row.key else { continue };
        let before = seen.entry(key).or_insert(0);
        if row.nth != *before {
            Rc::make_mut(row).nth = *before;
        }
        *before += 1;
    }
}

fn standings(rows: &[Rc<Row>]) -> Vec<Standing> {
    let mut all: Vec<Standing> = Vec::new();
    for standing in rows.iter().filter_map(|row| row.standing.as_ref()) {
        if !all.iter().any(|known| known.name == standing.name) {
            all.push(standing.clone());
        }
    }
    all.sort_by(|one, other| (one.place, &one.name).cmp(&(other.place, &other.name)));
    all
}

/// Leaves the rows that are to stay, and the headings over them. What is asked about a row is asked with its heading.
fn retain(rows: &mut Vec<Rc<Row>>, mut stays: impl FnMut(&Row, Option<&Row>) -> bool) {
    let mut left: Vec<Rc<Row>> = Vec::with_capacity(rows.len());
    let mut heading: Option<(Rc<Row>, bool)> = None;
    for row in rows.drain(..) {
        if row.key.is_none() {
            heading = Some((row, false));
        } else if stays(&row, heading.as_ref().map(|(heading, _)| &**heading)) {
            if let Some((heading, shown @ false)) = &mut heading {
                left.push(Rc::clone(heading));
                *shown = true;
            }
            left.push(row);
        }
    }
    *rows = left;
}

/// Leaves the rows that contain the words; if there are none, those that nearly do.
fn find(rows: &mut Vec<Rc<Row>>, words: &str) {
    let mut search = Search::of(words);
    if search.is_empty() {
        return;
    }
    let texts: Vec<Vec<Folded>> = rows.iter().map(|row| row.cells.iter().filter_map(folded).collect()).collect();
    let mut headings: Vec<&[Folded]> = Vec::with_capacity(rows.len());
    let mut last: &[Folded] = &[];
    for (row, own) in rows.iter().zip(&texts) {
        if row.key.is_none() {
            last = own;
        }
        headings.push(last);
    }
    let mut found = |near| -> Vec<bool> {
        let held = |(own, heading): (&Vec<Folded>, &&[Folded])| {
            let both: Vec<Folded> = own.iter().chain(*heading).cloned().collect();
            search.score(&both, near).is_some()
        };
        let is_row = rows.iter().map(|row| row.key.is_some());
        is_row.zip(texts.iter().zip(&headings).map(held)).map(|(row, held)| row && held).collect()
    };
    let mut stays = found(Near::Exactly);
    if !stays.contains(&true) {
        stays = found(Near::Nearly);
    }
    let mut stays = rows
        .iter()
        .map(|row| row.key.is_some())
        .zip(stays)
        .filter(|(is_row, _)| *is_row)
        .map(|(_, stays)| stays)
        .collect::<Vec<_>>()
        .into_iter();
    retain(rows, |_, _| stays.next().unwrap_or(false));
}

fn folded(cell: &Cell) -> Option<Folded> {
    cell.label().map(|label| Folded::of(label.long()))
}

/// Sorts the rows; those that are equal stay in the order of the file, and what is not known is last.
fn sort(rows: &mut [Rc<Row>], order: Order) {
    let words = |row: &Row| row.cells.get(order.column).and_then(Cell::label).map(|label| alphabetical(label.long()));
    rows.sort_by_cached_key(|row| {
        let rank = row.rank(order.column);
        Sorted { rank, words: if rank == Rank::Words { words(row) } else { None }, run: order.run }
    });
}

/// A row in an order.
struct Sorted {
    rank: Rank,
    words: Option<Vec<u32>>,
    run: Direction,
}

impl Sorted {
    /// The order of different kinds of rank in one column.
    fn kind(&self) -> u8 {
        match self.rank {
            Rank::Number(_) => 0,
            Rank::Days(_) => 1,
            Rank::Day(_) => 2,
            Rank::Place(_) => 3,
            Rank::Words => 4,
            Rank::Unknown => 5,
        }
    }
}

impl Ord for Sorted {
    fn cmp(&self, other: &Self) -> Ordering {
        let unknown = |sorted: &Self| sorted.rank == Rank::Unknown;
        let rising = match (self.rank, other.rank) {
            (Rank::Number(one), Rank::Number(other)) => one.total_cmp(&other),
            (Rank::Days(one), Rank::Days(other)) => one.cmp(&other),
            (Rank::Day(one), Rank::Day(other)) => one.cmp(&other),
            (Rank::Place(one), Rank::Place(other)) => one.cmp(&other),
            (Rank::Words, Rank::Words) => self.words.cmp(&other.words),
            _ if unknown(self) || unknown(other) => return self.kind().cmp(&other.kind()),
            _ => self.kind().cmp(&other.kind()),
        };
        match self.run {
            Direction::Rising => rising,
            Direction::Falling => rising.reverse(),
        }
    }
}

impl PartialOrd for Sorted {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Sorted {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Sorted {}

/// That nothing is left, and how to have it back.
fn nothing(ctx: &Context<'_>, sifted: &Sifted) -> String {
    let what = asked(ctx.words, sifted).into_iter().map(|run| run.text).collect::<String>();
    ctx.words.say("sift-nothing", &[("what", Arg::from(what)), ("count", Arg::from(sifted.all))])
}

/// What was asked for, in words: `“kostanay”`, `missed`.
#[must_use]
pub fn asked(words: &Words, sifted: &Sifted) -> Vec<Run> {
    let mut parts = Vec::new();
    if !sifted.words.is_empty() {
        let typed = Arg::from(sifted.words.clone());
        parts.push(Run::new(words.say("sift-words", &[("words", typed)]), Role::Strong));
    }
    if let Some(standing) = &sifted.standing {
        if !parts.is_empty() {
            parts.push(Run::plain(" "));
        }
        parts.push(Run::new(&*standing.word, Role::Strong));
    }
    parts
}

/// For the first line: what was asked for and how many rows were found. Nothing if nothing was asked.
#[must_use]
pub(super) fn told(ctx: &Context<'_>, sifted: &Sifted) -> Vec<Run> {
    let mut runs = asked(ctx.words, sifted);
    if runs.is_empty() {
        return runs;
    }
    let args = [("found", Arg::from(sifted.found)), ("all", Arg::from(sifted.all))];
    runs.push(Run::new(format!("  {}", ctx.words.say("sift-found", &args)), Role::Muted));
    runs
}
