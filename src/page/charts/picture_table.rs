//! Pictures of lanes, statements and places written as tables. Charts of figures have tables of their own (`plot`).

use std::rc::Rc;

use crate::page::PanelBody;
use crate::page::context::Context;
use crate::page::model::data_point::DataPoint;
use crate::page::model::data_table::DataTable;
use crate::page::model::gantt::{Gantt, Lane};
use crate::page::model::map::Map;
use crate::page::model::mark::Mark;
use crate::page::model::milestone_trend::MilestoneTrend;
use crate::page::model::rich_text::{Block, Label, Role};
use crate::page::model::row_filter::FilterResult;
use crate::page::model::table::{Align, Table, TableCell, TableColumn, TableRow};

/// Writes a picture as a table; everything else stays as it is.
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
    figures(ctx, &[("head-what", 0), ("head-said", 2), ("head-due", 1), ("head-verdict", 0)], rows)
}

fn trend_table(ctx: &Context<'_>, trend: &MilestoneTrend) -> DataTable {
    let row = |point: &crate::page::model::milestone_trend::TrendPoint| {
        let cells = vec![
            TableCell::Text(point.data_point.label.clone(), Role::Muted),
            TableCell::Text(point.label.clone(), Role::Target),
        ];
        (cells, point.data_point.clone())
    };
    figures(ctx, &[("head-said", 0), ("head-due", 0)], trend.points.iter().map(row).collect())
}

fn map_table(ctx: &Context<'_>, map: &Map) -> DataTable {
    let row = |place: &crate::page::model::map::MapPlace| {
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
    let written = figures(ctx, &[("head-city", 0), ("sites", 1), ("head-place", 2)], rows);
    // The rows beside it are what is chosen from.
    DataTable { data_points: Vec::new(), point_of_row: Vec::new(), ..written }
}

/// A table whose rows are the places of a picture.
fn figures(ctx: &Context<'_>, heads: &[(&str, u8)], rows: Vec<(Vec<TableCell>, DataPoint)>) -> DataTable {
    let column = |(place, (key, drop_priority)): (usize, &(&str, u8))| TableColumn {
        head: ctx.label(key),
        align: if *key == "sites" { Align::Right } else { Align::Left },
        drop_priority: *drop_priority,
        is_flexible: place == 0,
    };
    let columns = heads.iter().enumerate().map(column).collect();
    let of = (0..rows.len()).collect();
    let (cells, data_points): (Vec<Vec<TableCell>>, Vec<DataPoint>) = rows.into_iter().unzip();
    let row = |(cells, spot): (Vec<TableCell>, &DataPoint)| TableRow::new(spot.keys.first().copied(), cells);
    let rows = cells.into_iter().zip(&data_points).map(row).map(Rc::new).collect();
    let title = Label::default();
    DataTable {
        title,
        table: Table { columns, rows, chosen: None, empty: String::new(), filtered: FilterResult::default() },
        data_points,
        point_of_row: of,
        years: None,
    }
}
