//! Filters and sorts the rows of a table. What is asked and what was found: `model::row_filter`.
//!
//! A heading stays over the rows that are left under it; a sorted table has no headings.

use std::cmp::Ordering;
use std::collections::HashMap;

use crate::page::context::Context;
use crate::page::i18n::{Arg, Words};
use crate::page::model::{
    FilterResult, Role, RowFilter, RowStatus, SortDirection, SortKey, SortOrder, Table, TableCell, TableColumn,
    TableRow, TextRun,
};
use crate::page::search::collation::collation_key;
use crate::page::search::fold::FoldedText;
use crate::page::search::matcher::{MatchKind, Search};

/// The table of a page with the filter of the context applied. `empty` is the key of the message for a table without rows.
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
        let has_status = |row: &TableRow| row.status.as_ref().is_some_and(|known| known.name == status.name);
        let kept: Vec<bool> = rows.iter().map(has_status).collect();
        retain(&mut rows, &kept);
    }
    let is_fuzzy = !words.is_empty() && retain_matches(&mut rows, &words) == MatchKind::Fuzzy;
    let order = filter.order.filter(|order| order.column < columns.len());
    if let Some(order) = order {
        rows.retain(|row| row.key.is_some());
        rows = sorted(rows, order);
    }
    let filtered = FilterResult { found: selectable_count(&rows), words, status, order, statuses, all, is_fuzzy };
    let empty = if filtered.is_filtered() && all > 0 { no_match_message(ctx, &filtered) } else { ctx.words.get(empty) };
    Table { filtered, ..Table::new(columns, rows, empty) }
}

fn selectable_count(rows: &[TableRow]) -> usize {
    rows.iter().filter(|row| row.key.is_some()).count()
}

/// Numbers the rows that have the same key.
fn number_occurrences(rows: &mut [TableRow]) {
    let mut seen = HashMap::new();
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

/// Leaves the rows marked in `kept`, and their headings.
fn retain(rows: &mut Vec<TableRow>, kept: &[bool]) {
    let mut left = Vec::with_capacity(rows.len());
    let mut heading = None;
    for (row, &is_kept) in rows.drain(..).zip(kept) {
        if row.key.is_none() {
            heading = Some(row);
        } else if is_kept {
            left.extend(heading.take());
            left.push(row);
        }
    }
    *rows = left;
}

/// Leaves the rows that contain the words in their cells or their heading; if there are none, the fuzzy matches. Returns which.
fn retain_matches(rows: &mut Vec<TableRow>, words: &str) -> MatchKind {
    let mut search = Search::of(words);
    if search.is_empty() {
        return MatchKind::Exact;
    }
    let mut heading = Vec::new();
    let texts: Vec<Vec<FoldedText>> = rows
        .iter()
        .map(|row| {
            let labels = row.cells.iter().filter_map(TableCell::label);
            let mut texts: Vec<_> = labels.map(|label| FoldedText::of(label.long())).collect();
            if row.key.is_none() {
                heading = texts;
                return Vec::new();
            }
            texts.extend_from_slice(&heading);
            texts
        })
        .collect();
    let mut matches = |kind| -> Vec<bool> { texts.iter().map(|texts| search.score(texts, kind).is_some()).collect() };
    let exact = matches(MatchKind::Exact);
    let kind = if exact.contains(&true) { MatchKind::Exact } else { MatchKind::Fuzzy };
    let kept = if kind == MatchKind::Exact { exact } else { matches(kind) };
    retain(rows, &kept);
    kind
}

/// The rows sorted by a column; equal rows keep their order.
fn sorted(rows: Vec<TableRow>, order: SortOrder) -> Vec<TableRow> {
    let with_key = |row: TableRow| {
        let label = row.cells.get(order.column).and_then(TableCell::label);
        let key = row.sort_key(order.column);
        let text = label.filter(|_| key == SortKey::Text).map(|label| collation_key(label.long()));
        SortableRow { key, text, row }
    };
    let mut rows: Vec<SortableRow> = rows.into_iter().map(with_key).collect();
    rows.sort_by(|one, other| compare(one, other, order.direction));
    rows.into_iter().map(|sortable| sortable.row).collect()
}

struct SortableRow {
    key: SortKey,
    /// The collation key of a text.
    text: Option<Vec<u32>>,
    row: TableRow,
}

/// Different kinds of keys in one column follow each other; missing values are last in both directions.
fn compare(one: &SortableRow, other: &SortableRow, direction: SortDirection) -> Ordering {
    let ascending = match (one.key, other.key) {
        (SortKey::Number(one), SortKey::Number(other)) => one.total_cmp(&other),
        (SortKey::Duration(one), SortKey::Duration(other)) => one.cmp(&other),
        (SortKey::Date(one), SortKey::Date(other)) => one.cmp(&other),
        (SortKey::Order(one), SortKey::Order(other)) => one.cmp(&other),
        (SortKey::Text, SortKey::Text) => one.text.cmp(&other.text),
        (one @ SortKey::Missing, other) | (one, other @ SortKey::Missing) => return kind(one).cmp(&kind(other)),
        (one, other) => kind(one).cmp(&kind(other)),
    };
    match direction {
        SortDirection::Ascending => ascending,
        SortDirection::Descending => ascending.reverse(),
    }
}

fn kind(key: SortKey) -> u8 {
    match key {
        SortKey::Number(_) => 0,
        SortKey::Duration(_) => 1,
        SortKey::Date(_) => 2,
        SortKey::Order(_) => 3,
        SortKey::Text => 4,
        SortKey::Missing => 5,
    }
}

/// That no row matches, and how to remove the filter.
fn no_match_message(ctx: &Context<'_>, filtered: &FilterResult) -> String {
    let what: String = filter_description(ctx.words, filtered).into_iter().map(|run| run.text).collect();
    ctx.words.format("filter-nothing", &[("what", Arg::from(what)), ("count", Arg::from(filtered.all))])
}

/// The filter in words: `“kostanay” missed`.
pub fn filter_description(words: &Words, filtered: &FilterResult) -> Vec<TextRun> {
    let mut parts = Vec::new();
    if !filtered.words.is_empty() {
        let typed = Arg::from(&filtered.words);
        parts.push(TextRun::new(words.format("filter-words", &[("words", typed)]), Role::Strong));
    }
    if let Some(status) = &filtered.status {
        if !parts.is_empty() {
            parts.push(TextRun::plain(" "));
        }
        parts.push(TextRun::new(&*status.word, Role::Strong));
    }
    parts
}

/// The filter in words and the number of rows found; empty without a filter.
pub(in crate::page) fn filter_summary(ctx: &Context<'_>, filtered: &FilterResult) -> Vec<TextRun> {
    let mut runs = filter_description(ctx.words, filtered);
    if !runs.is_empty() {
        let args = [("found", Arg::from(filtered.found)), ("all", Arg::from(filtered.all))];
        runs.push(TextRun::new(format!("  {}", ctx.words.format("filter-found", &args)), Role::Muted));
    }
    runs
}
