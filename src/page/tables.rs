//! Pictures of lanes, statements and places written as tables. Charts of figures have tables of their own (`plot`).

use std::rc::Rc;

use super::Body;
use super::context::Context;
use super::figures::Figures;
use super::gantt::{Gantt, Lane};
use super::map::Map;
use super::mark::Mark;
use super::prose::{Block, Label, Role};
use super::sift::Sifted;
use super::spot::Spot;
use super::table::{Align, Cell, Column, Row, Table};
use super::trend::Trend;

/// Writes a picture as a table; everything else stays as it is.
pub(super) fn write(ctx: &Context<'_>, body: &mut Body) {
    let written = match body {
        Body::Gantt(gantt, blocks) if !gantt.lanes.is_empty() => Some((of_lanes(ctx, gantt), std::mem::take(blocks))),
        Body::Trend(trend, blocks) => Some((of_statements(ctx, trend), std::mem::take(blocks))),
        Body::Map(map) => Some((of_places(ctx, map), Vec::new())),
        _ => None,
    };
    if let Some((figures, blocks)) = written {
        *body = Body::Figures(figures, without_gaps(blocks));
    }
}

/// The table ends with an empty line already.
fn without_gaps(mut blocks: Vec<Block>) -> Vec<Block> {
    let gaps = blocks.iter().take_while(|block| **block == Block::Gap).count();
    blocks.drain(..gaps);
    blocks
}

fn of_lanes(ctx: &Context<'_>, gantt: &Gantt) -> Figures {
    let cells = |lane: &Lane| {
        vec![
            Cell::Text(lane.label.clone(), Role::Plain),
            Cell::Text(lane.said.clone(), Role::Muted),
            Cell::Text(lane.due.clone(), Role::Target),
            Cell::Marked(lane.mark, lane.verdict.clone(), lane.role),
        ]
    };
    let rows = gantt.lanes.iter().map(|lane| (cells(lane), lane.spot.clone())).collect();
    figures(ctx, &[("head-what", 0), ("head-said", 2), ("head-due", 1), ("head-verdict", 0)], rows)
}

fn of_statements(ctx: &Context<'_>, trend: &Trend) -> Figures {
    let row = |point: &super::trend::Point| {
        let cells =
            vec![Cell::Text(point.spot.label.clone(), Role::Muted), Cell::Text(point.label.clone(), Role::Target)];
        (cells, point.spot.clone())
    };
    figures(ctx, &[("head-said", 0), ("head-due", 0)], trend.points.iter().map(row).collect())
}

fn of_places(ctx: &Context<'_>, map: &Map) -> Figures {
    let row = |place: &super::map::Place| {
        let degrees = |degrees: f64| ctx.words.number(degrees, 2);
        let args = [("north", degrees(place.at.0).into()), ("east", degrees(place.at.1).into())];
        let at = Label::one(ctx.words.say("place-degrees", &args));
        let name = match place.mark {
            Mark::Unknown => Cell::Text(place.name.clone(), Role::Plain),
            mark => Cell::Marked(mark, place.name.clone(), Role::Plain),
        };
        let sites = Cell::Text(Label::one(ctx.words.number(place.sites.len() as f64, 0)), Role::Plain);
        (vec![name, sites, Cell::Text(at, Role::Muted)], Spot::default())
    };
    let mut places: Vec<_> = map.places.iter().collect();
    places.sort_by(|a, b| b.at.0.total_cmp(&a.at.0));
    let rows = places.into_iter().map(row).collect();
    let written = figures(ctx, &[("head-city", 0), ("sites", 1), ("head-place", 2)], rows);
    // The rows beside it are what is chosen from.
    Figures { spots: Vec::new(), of: Vec::new(), ..written }
}

/// A table whose rows are the places of a picture.
fn figures(ctx: &Context<'_>, heads: &[(&str, u8)], rows: Vec<(Vec<Cell>, Spot)>) -> Figures {
    let column = |(place, (key, drop)): (usize, &(&str, u8))| Column {
        head: ctx.label(key),
        align: if *key == "sites" { Align::Right } else { Align::Left },
        drop: *drop,
        grows: place == 0,
    };
    let columns = heads.iter().enumerate().map(column).collect();
    let of = (0..rows.len()).collect();
    let (cells, spots): (Vec<Vec<Cell>>, Vec<Spot>) = rows.into_iter().unzip();
    let row = |(cells, spot): (Vec<Cell>, &Spot)| Row::new(spot.keys.first().copied(), cells);
    let rows = cells.into_iter().zip(&spots).map(row).map(Rc::new).collect();
    let title = Label::default();
    Figures {
        title,
        table: Table { columns, rows, chosen: None, empty: String::new(), sifted: Sifted::default() },
        spots,
        of,
        years: None,
    }
}
