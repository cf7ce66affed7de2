//! What is asked of the rows of a list: which are left, and in which order.
//!
//! Headings stay over the rows that are left under them; in an order of a person's own there are none.

use crate::page::context::Context;
use crate::page::i18n::{Arg, Words};
use crate::page::model::rich_text::{Role, TextRun};
use crate::page::model::row_filter::{FilterResult, RowFilter, RowStatus, SortDirection, SortOrder};
use crate::page::model::table::{SortKey, Table, TableCell, TableColumn, TableRow};
use crate::page::search::{FoldedText, MatchKind, Search, collation_key};

use std::cmp::Ordering;

/// The list of a page: its rows as the context asks for them. `empty` is the message where there are none at all.
#[must_use]
pub(in crate::page) fn filtered_table(
    ctx: &Context<'_>,
    columns: Vec<TableColumn>,
    mut rows: Vec<TableRow>,
    empty: &str,
) -> Table {
    number_occurrences(&mut rows);
    let none = RowFilter::default();
    let filter = ctx.filter.unwrap_or(&none);
    let statuses = statuses(&rows);
    let all = selectable_count(&rows);
    let words = filter.words.trim().to_owned();
    let status = filter.status.as_ref().map(|name| {
        let known = statuses.iter().find(|status| status.name == *name).cloned();
        known.unwrap_or_else(|| RowStatus { name: name.clone(), word: name.replace('_', " "), place: 0 })
    });
    if let Some(status) = &status {
        retain(&mut rows, |row| row.status.as_ref().is_some_and(|own| own.name == status.name));
    }
    if !words.is_empty() {
        retain_matches(&mut rows, &words);
    }
    let order = filter.order.filter(|order| order.column < columns.len());
    if let Some(order) = order {
        rows.retain(|row| row.key.is_some());
        sort(&mut rows, order);
    }
    let filtered = FilterResult { found: selectable_count(&rows), words, status, order, statuses, all };
    let empty = if filtered.is_filtered() && all > 0 { no_match_message(ctx, &filtered) } else { ctx.words.get(empty) };
    Table { columns, rows, chosen: None, empty, filtered }
}

/// How many rows can be chosen.
fn selectable_count(rows: &[TableRow]) -> usize {
    rows.iter().filter(|row| row.key.is_some()).count()
}

/// Says of every row how many before it stand for the same.
fn number_occurrences(rows: &mut [TableRow]) {
    let mut seen = std::collections::HashMap::new();
    for row in rows {
        let Some(key) = row.key else { continue };
        let before = seen.entry(key).or_insert(0);
        row.nth = *before;
        *before += 1;
    }
}

fn statuses(rows: &[TableRow]) -> Vec<RowStatus> {
    let mut all: Vec<RowStatus> = Vec::new();
    for status in rows.iter().filter_map(|row| row.status.as_ref()) {
        if !all.iter().any(|known| known.name == status.name) {
            all.push(status.clone());
        }
    }
    all.sort_by(|one, other| (one.place, &one.name).cmp(&(other.place, &other.name)));
    all
}

/// Leaves the rows that are to stay, and the headings over them.
fn retain(rows: &mut Vec<TableRow>, mut stays: impl FnMut(&TableRow) -> bool) {
    let mut heading = None;
    let mut left = Vec::with_capacity(rows.len());
    for row in rows.drain(..) {
        if row.key.is_none() {
            heading = Some(row);
        } else if stays(&row) {
            left.extend(heading.take());
            left.push(row);
        }
    }
    *rows = left;
}

/// Leaves the rows that contain the words; if there are none, those that nearly do.
fn retain_matches(rows: &mut Vec<TableRow>, words: &str) {
    let mut search = Search::of(words);
    if search.is_empty() {
        return;
    }
    let texts: Vec<Vec<FoldedText>> = rows.iter().map(|row| row.cells.iter().filter_map(folded).collect()).collect();
    let mut headings: Vec<&[FoldedText]> = Vec::with_capacity(rows.len());
    let mut last: &[FoldedText] = &[];
    for (row, own) in rows.iter().zip(&texts) {
        if row.key.is_none() {
            last = own;
        }
        headings.push(last);
    }
    let mut found = |near| -> Vec<bool> {
        let held = |(own, heading): (&Vec<FoldedText>, &&[FoldedText])| {
            let both: Vec<FoldedText> = own.iter().chain(*heading).cloned().collect();
            search.score(&both, near).is_some()
        };
        let is_row = rows.iter().map(|row| row.key.is_some());
        is_row.zip(texts.iter().zip(&headings).map(held)).map(|(row, held)| row && held).collect()
    };
    let mut stays = found(MatchKind::Exact);
    if !stays.contains(&true) {
        stays = found(MatchKind::Fuzzy);
    }
    let mut stays = rows
        .iter()
        .map(|row| row.key.is_some())
        .zip(stays)
        .filter(|(is_row, _)| *is_row)
        .map(|(_, stays)| stays)
        .collect::<Vec<_>>()
        .into_iter();
    retain(rows, |_| stays.next().unwrap_or(false));
}

fn folded(cell: &TableCell) -> Option<FoldedText> {
    cell.label().map(|label| FoldedText::of(label.long()))
}

/// Sorts the rows; those that are equal stay in the order of the file, and what is not known is last.
fn sort(rows: &mut [TableRow], order: SortOrder) {
    let words = |row: &TableRow| {
        row.cells.get(order.column).and_then(TableCell::label).map(|label| collation_key(label.long()))
    };
    rows.sort_by_cached_key(|row| {
        let sort_key = row.sort_key(order.column);
        SortableRow {
            sort_key,
            words: if sort_key == SortKey::Text { words(row) } else { None },
            direction: order.direction,
        }
    });
}

/// A row in an order.
struct SortableRow {
    sort_key: SortKey,
    words: Option<Vec<u32>>,
    direction: SortDirection,
}

impl SortableRow {
    /// The order of different kinds of rank in one column.
    fn kind(&self) -> u8 {
        match self.sort_key {
            SortKey::Number(_) => 0,
            SortKey::Duration(_) => 1,
            SortKey::Date(_) => 2,
            SortKey::Order(_) => 3,
            SortKey::Text => 4,
            SortKey::Missing => 5,
        }
    }
}

impl Ord for SortableRow {
    fn cmp(&self, other: &Self) -> Ordering {
        let unknown = |sorted: &Self| sorted.sort_key == SortKey::Missing;
        let rising = match (self.sort_key, other.sort_key) {
            (SortKey::Number(one), SortKey::Number(other)) => one.total_cmp(&other),
            (SortKey::Duration(one), SortKey::Duration(other)) => one.cmp(&other),
            (SortKey::Date(one), SortKey::Date(other)) => one.cmp(&other),
            (SortKey::Order(one), SortKey::Order(other)) => one.cmp(&other),
            (SortKey::Text, SortKey::Text) => self.words.cmp(&other.words),
            _ if unknown(self) || unknown(other) => return self.kind().cmp(&other.kind()),
            _ => self.kind().cmp(&other.kind()),
        };
        match self.direction {
            SortDirection::Ascending => rising,
            SortDirection::Descending => rising.reverse(),
        }
    }
}

impl PartialOrd for SortableRow {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for SortableRow {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for SortableRow {}

/// That nothing is left, and how to have it back.
fn no_match_message(ctx: &Context<'_>, filtered: &FilterResult) -> String {
    let what = filter_description(ctx.words, filtered).into_iter().map(|run| run.text).collect::<String>();
    ctx.words.format("sift-nothing", &[("what", Arg::from(what)), ("count", Arg::from(filtered.all))])
}

/// What was asked for, in words: `“kostanay”`, `missed`.
#[must_use]
pub fn filter_description(words: &Words, filtered: &FilterResult) -> Vec<TextRun> {
    let mut parts = Vec::new();
    if !filtered.words.is_empty() {
        let typed = Arg::from(filtered.words.clone());
        parts.push(TextRun::new(words.format("sift-words", &[("words", typed)]), Role::Strong));
    }
    if let Some(status) = &filtered.status {
        if !parts.is_empty() {
            parts.push(TextRun::plain(" "));
        }
        parts.push(TextRun::new(&*status.word, Role::Strong));
    }
    parts
}

/// For the first line: what was asked for and how many rows were found. Nothing if nothing was asked.
#[must_use]
pub(in crate::page) fn filter_summary(ctx: &Context<'_>, filtered: &FilterResult) -> Vec<TextRun> {
    let mut runs = filter_description(ctx.words, filtered);
    if runs.is_empty() {
        return runs;
    }
    let args = [("found", Arg::from(filtered.found)), ("all", Arg::from(filtered.all))];
    runs.push(TextRun::new(format!("  {}", ctx.words.format("sift-found", &args)), Role::Muted));
    runs
}
