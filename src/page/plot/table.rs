//! The figures of a chart written as a table: a row for each record, with its hedge, what it counts, who says so.

use std::rc::Rc;

use crate::page::context::Context;
use crate::page::figures::Figures;
use crate::page::prose::{Label, Role};
use crate::page::sift::Sifted;
use crate::page::spot::Spot;
use crate::page::table::{Align, Cell, Column, Row, Table};

use super::lines;
use super::track::{Entry, Track};

/// The records of tracks that share their places, in order of time.
pub(super) fn figures(ctx: &Context<'_>, tracks: &[Track]) -> Figures {
    let several = tracks.len() > 1;
    let places = tracks.first().map_or(0, |track| track.chart.columns.len());
    let spots = (0..places).map(|place| match tracks {
        [alone] => alone.chart.columns[place].spot.clone(),
        several => lines::together(ctx, several, place).spot,
    });
    let spots: Vec<Spot> = spots.collect();
    let entries = (0..spots.len()).flat_map(|place| {
        let all = tracks.iter().flat_map(move |track| {
            track.entries.get(place).into_iter().flatten().map(move |entry| (place, track, entry))
        });
        // Of several series those that say something; where none does, one row says so.
        let silent = |(_, _, entry): &(usize, &Track, &Entry)| entry.role == Role::Missing;
        let mut all: Vec<(usize, &Track, &Entry)> = all.collect();
        if several && !all.iter().all(silent) {
            all.retain(|entry| !silent(entry));
        }
        all.truncate(if several && all.iter().all(silent) { 1 } else { usize::MAX });
        all
    });
    let entries: Vec<(usize, &Track, &Entry)> = entries.collect();
    let has = |of: fn(&Entry) -> &str| entries.iter().any(|(_, _, entry)| !of(entry).is_empty());
    let kept = [true, several, true, has(|e| &e.pace), has(|e| &e.promised), has(|e| &e.counts), true];
    let column = |key: &str, align, drop, grows| Column { head: ctx.label(key), align, drop, grows };
    let columns = vec![
        column("head-period", Align::Left, 0, false),
        column("head-subject", Align::Left, 1, false),
        column("head-figure", Align::Right, 0, false),
        column("head-pace", Align::Left, 5, false),
        column("head-promised", Align::Right, 4, false),
        column("head-counts", Align::Left, 3, true),
        column("head-source", Align::Left, 2, false),
    ];
    let muted = |text: &str| Cell::Text(Label::one(text), Role::Muted);
    let row = |(_, track, entry): &(usize, &Track, &Entry)| {
        let cells = vec![
            Cell::Text(entry.when.clone(), Role::Plain),
            muted(ctx.text(&ctx.dataset[track.series.1].name)),
            Cell::Text(entry.value.clone(), entry.role),
            muted(&entry.pace),
            Cell::Text(Label::one(&*entry.promised), Role::Target),
            muted(&entry.counts),
            muted(&entry.source),
        ];
        Row::new(entry.key, only(cells, kept))
    };
    let rows = entries.iter().map(row).map(Rc::new).collect();
    let of = entries.iter().map(|(place, ..)| *place).collect();
    let table = Table {
        columns: only(columns, kept),
        rows,
        chosen: None,
        empty: ctx.words.get("output-empty"),
        sifted: Sifted::default(),
    };
    let title = tracks.first().map(|track| track.chart.title.clone()).unwrap_or_default();
    Figures { title, table, spots, of, years: tracks.first().and_then(|track| track.chart.years) }
}

/// Those of seven that are kept.
fn only<T>(all: Vec<T>, kept: [bool; 7]) -> Vec<T> {
    all.into_iter().zip(kept).filter(|(_, kept)| *kept).map(|(one, _)| one).collect()
}
