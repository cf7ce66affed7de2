//! The figures of a chart written as a table: a row for each record, with its hedge, what it counts, who says so.

use std::rc::Rc;

use crate::page::charts::lines;
use crate::page::charts::series_chart::{SeriesChart, SeriesRecord};
use crate::page::context::Context;
use crate::page::model::data_point::DataPoint;
use crate::page::model::data_table::DataTable;
use crate::page::model::rich_text::{Label, Role};
use crate::page::model::row_filter::FilterResult;
use crate::page::model::table::{Align, Table, TableCell, TableColumn, TableRow};

/// The records of tracks that share their places, in order of time.
pub(super) fn figures(ctx: &Context<'_>, tracks: &[SeriesChart]) -> DataTable {
    let several = tracks.len() > 1;
    let places = tracks.first().map_or(0, |track| track.chart.columns.len());
    let data_points = (0..places).map(|place| match tracks {
        [alone] => alone.chart.columns[place].data_point.clone(),
        several => lines::combined_column(ctx, several, place).data_point,
    });
    let data_points: Vec<DataPoint> = data_points.collect();
    let entries = (0..data_points.len()).flat_map(|place| {
        let all = tracks.iter().flat_map(move |track| {
            track.entries.get(place).into_iter().flatten().map(move |entry| (place, track, entry))
        });
        // Of several series those that say something; where none does, one row says so.
        let silent = |(_, _, entry): &(usize, &SeriesChart, &SeriesRecord)| entry.role == Role::Missing;
        let mut all: Vec<(usize, &SeriesChart, &SeriesRecord)> = all.collect();
        if several && !all.iter().all(silent) {
            all.retain(|entry| !silent(entry));
        }
        all.truncate(if several && all.iter().all(silent) { 1 } else { usize::MAX });
        all
    });
    let entries: Vec<(usize, &SeriesChart, &SeriesRecord)> = entries.collect();
    let has = |of: fn(&SeriesRecord) -> &str| entries.iter().any(|(_, _, entry)| !of(entry).is_empty());
    let kept = [true, several, true, has(|e| &e.pace), has(|e| &e.promised), has(|e| &e.counts), true];
    let column = |key: &str, align, drop_priority, is_flexible| TableColumn {
        head: ctx.label(key),
        align,
        drop_priority,
        is_flexible,
    };
    let columns = vec![
        column("head-period", Align::Left, 0, false),
        column("head-subject", Align::Left, 1, false),
        column("head-figure", Align::Right, 0, false),
        column("head-pace", Align::Left, 5, false),
        column("head-promised", Align::Right, 4, false),
        column("head-counts", Align::Left, 3, true),
        column("head-source", Align::Left, 2, false),
    ];
    let muted = |text: &str| TableCell::Text(Label::one(text), Role::Muted);
    let row = |(_, track, entry): &(usize, &SeriesChart, &SeriesRecord)| {
        let cells = vec![
            TableCell::Text(entry.when.clone(), Role::Plain),
            muted(ctx.text(&ctx.dataset[track.series.1].name)),
            TableCell::Text(entry.value.clone(), entry.role),
            muted(&entry.pace),
            TableCell::Text(Label::one(&*entry.promised), Role::Target),
            muted(&entry.counts),
            muted(&entry.source),
        ];
        TableRow::new(entry.key, kept_columns(cells, kept))
    };
    let rows = entries.iter().map(row).map(Rc::new).collect();
    let of = entries.iter().map(|(place, ..)| *place).collect();
    let table = Table {
        columns: kept_columns(columns, kept),
        rows,
        chosen: None,
        empty: ctx.words.get("output-empty"),
        filtered: FilterResult::default(),
    };
    let title = tracks.first().map(|track| track.chart.title.clone()).unwrap_or_default();
    DataTable { title, table, data_points, point_of_row: of, years: tracks.first().and_then(|track| track.chart.years) }
}

/// Those of seven that are kept.
fn kept_columns<T>(all: Vec<T>, kept: [bool; 7]) -> Vec<T> {
    all.into_iter().zip(kept).filter(|(_, kept)| *kept).map(|(one, _)| one).collect()
}
