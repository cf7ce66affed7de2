//! Charts, lanes and maps written as tables.

use crate::page::charts::lines;
use crate::page::charts::series_chart::{SeriesChart, SeriesRecord};
use crate::page::context::Context;
use crate::page::model::{
    Align, Block, DataPoint, DataTable, Gantt, Label, Lane, Map, MapPlace, Mark, MilestoneTrend, PanelBody, Role,
    Table, TableCell, TableColumn, TableRow, TrendPoint,
};

/// One row a record, with hedge, coverage and source, in order of time. The charts share their columns.
pub(super) fn figures(ctx: &Context<'_>, series_charts: &[SeriesChart]) -> DataTable {
    let several = series_charts.len() > 1;
    let column_count = series_charts.first().map_or(0, |series_chart| series_chart.chart.columns.len());
    let data_points = (0..column_count).map(|column| match series_charts {
        [alone] => alone.chart.columns[column].data_point.clone(),
        several => lines::combined_column(ctx, several, column).data_point,
    });
    let data_points: Vec<DataPoint> = data_points.collect();
    let entries = (0..data_points.len()).flat_map(|column| {
        let all = series_charts.iter().flat_map(move |series_chart| {
            series_chart.entries.get(column).into_iter().flatten().map(move |entry| (column, series_chart, entry))
        });
        // Of several series only those with a record; without any, one row says that there is none.
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
    let kept = [true, several, true, has(|e| &e.pace), has(|e| &e.promised), has(|e| &e.coverage), true];
    let columns = vec![
        ctx.column("head-period", Align::Left, 0),
        ctx.column("head-subject", Align::Left, 1),
        ctx.column("head-figure", Align::Right, 0),
        ctx.column("head-pace", Align::Left, 5),
        ctx.column("head-promised", Align::Right, 4),
        ctx.column("head-counts", Align::Left, 3).flexible(),
        ctx.column("head-source", Align::Left, 2),
    ];
    let muted = |text: &str| TableCell::Text(Label::one(text), Role::Muted);
    let row = |(_, series_chart, entry): &(usize, &SeriesChart, &SeriesRecord)| {
        let cells = vec![
            TableCell::Text(entry.when.clone(), Role::Plain),
            muted(ctx.text(&ctx.dataset[series_chart.series.1].name)),
            TableCell::Text(entry.value.clone(), entry.role),
            muted(&entry.pace),
            TableCell::Text(Label::one(&*entry.promised), Role::Target),
            muted(&entry.coverage),
            muted(&entry.source),
        ];
        TableRow::new(entry.key, kept_columns(cells, kept))
    };
    let rows = entries.iter().map(row).collect();
    let point_of_row = entries.iter().map(|(column, ..)| *column).collect();
    let table = Table::new(kept_columns(columns, kept), rows, ctx.words.get("output-empty"));
    let title = series_charts.first().map(|series_chart| series_chart.chart.title.clone()).unwrap_or_default();
    DataTable {
        title,
        table,
        data_points,
        point_of_row,
        years: series_charts.first().and_then(|series_chart| series_chart.chart.years),
    }
}

fn kept_columns<T>(all: Vec<T>, kept: [bool; 7]) -> Vec<T> {
    all.into_iter().zip(kept).filter(|(_, kept)| *kept).map(|(one, _)| one).collect()
}

/// Replaces lanes, trends and maps with tables; leaves other bodies alone.
pub(in crate::page) fn replace_with_table(ctx: &Context<'_>, body: &mut PanelBody) {
    let written = match body {
        PanelBody::Gantt(gantt, blocks) if !gantt.lanes.is_empty() => {
            Some((gantt_table(ctx, gantt), std::mem::take(blocks)))
        }
        PanelBody::MilestoneTrend(trend, blocks) => Some((trend_table(ctx, trend), std::mem::take(blocks))),
        PanelBody::Map(map) => Some((map_table(ctx, map), Vec::new())),
        _ => None,
    };
    if let Some((figures, blocks)) = written {
        *body = PanelBody::DataTable(figures, without_gaps(blocks));
    }
}

/// The table ends with an empty line already.
fn without_gaps(mut blocks: Vec<Block>) -> Vec<Block> {
    let gaps = blocks.iter().take_while(|block| **block == Block::Gap).count();
    blocks.drain(..gaps);
    blocks
}

fn gantt_table(ctx: &Context<'_>, gantt: &Gantt) -> DataTable {
    let cells = |lane: &Lane| {
        vec![
            TableCell::Text(lane.label.clone(), Role::Plain),
            TableCell::Text(lane.said.clone(), Role::Muted),
            TableCell::Text(lane.due.clone(), Role::Target),
            TableCell::WithMark(lane.mark, lane.verdict.clone(), lane.role),
        ]
    };
    let rows = gantt.lanes.iter().map(|lane| (cells(lane), lane.data_point.clone())).collect();
    rows_table(ctx, &[("head-what", 0), ("head-said", 2), ("head-due", 1), ("head-verdict", 0)], rows)
}

fn trend_table(ctx: &Context<'_>, trend: &MilestoneTrend) -> DataTable {
    let row = |point: &TrendPoint| {
        let cells = vec![
            TableCell::Text(point.data_point.label.clone(), Role::Muted),
            TableCell::Text(point.label.clone(), Role::Target),
        ];
        (cells, point.data_point.clone())
    };
    rows_table(ctx, &[("head-said", 0), ("head-due", 0)], trend.points.iter().map(row).collect())
}

fn map_table(ctx: &Context<'_>, map: &Map) -> DataTable {
    let row = |place: &MapPlace| {
        let degrees = |degrees: f64| ctx.words.number(degrees, 2);
        let args = [("north", degrees(place.at.0).into()), ("east", degrees(place.at.1).into())];
        let at = Label::one(ctx.words.format("place-degrees", &args));
        let name = match place.mark {
            Mark::Unknown => TableCell::Text(place.name.clone(), Role::Plain),
            mark => TableCell::WithMark(mark, place.name.clone(), Role::Plain),
        };
        let sites = TableCell::Text(Label::one(ctx.words.number(place.sites.len() as f64, 0)), Role::Plain);
        (vec![name, sites, TableCell::Text(at, Role::Muted)], DataPoint::default())
    };
    let mut places: Vec<_> = map.places.iter().collect();
    places.sort_by(|a, b| b.at.0.total_cmp(&a.at.0));
    let rows = places.into_iter().map(row).collect();
    let written = rows_table(ctx, &[("head-city", 0), ("sites", 1), ("head-place", 2)], rows);
    // The crosshair reads the list beside the map instead.
    DataTable { data_points: Vec::new(), point_of_row: Vec::new(), ..written }
}

/// One row a data point.
fn rows_table(ctx: &Context<'_>, heads: &[(&str, u8)], rows: Vec<(Vec<TableCell>, DataPoint)>) -> DataTable {
    let column = |(index, (key, drop_priority)): (usize, &(&str, u8))| TableColumn {
        head: ctx.label(key),
        align: if *key == "sites" { Align::Right } else { Align::Left },
        drop_priority: *drop_priority,
        is_flexible: index == 0,
    };
    let columns = heads.iter().enumerate().map(column).collect();
    let point_of_row = (0..rows.len()).collect();
    let (cells, data_points): (Vec<Vec<TableCell>>, Vec<DataPoint>) = rows.into_iter().unzip();
    let row =
        |(cells, data_point): (Vec<TableCell>, &DataPoint)| TableRow::new(data_point.keys.first().copied(), cells);
    let rows = cells.into_iter().zip(&data_points).map(row).collect();
    let table = Table::new(columns, rows, "");
    DataTable { title: Label::default(), table, data_points, point_of_row, years: None }
}
