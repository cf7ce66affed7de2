//! Pictures in words: what each part of one shows, in order, for whoever cannot see it.

use super::long;
use crate::page::Body;
use crate::page::chart::{Chart, Column, Ink};
use crate::page::prose::{Block, LabelledBar};

/// A picture in words; of a table nothing, as its words can be read.
pub(super) fn body(body: &Body) -> String {
    match body {
        Body::Chart(chart) => columns(chart),
        Body::Apart(apart) => apart.charts.iter().map(columns).collect::<Vec<_>>().join(" "),
        Body::Gantt(gantt, _) => list(gantt.lanes.iter().map(|lane| {
            let said = if long(&lane.said).is_empty() { String::new() } else { format!(" ({})", long(&lane.said)) };
            told(&format!("{}{said}", long(&lane.label)), &[long(&lane.due), long(&lane.verdict)])
        })),
        Body::Trend(trend, _) => {
            list(trend.points.iter().map(|point| told(long(&point.spot.label), &[long(&point.label)])))
        }
        Body::Map(map) => list(map.places.iter().map(|place| long(&place.name).to_owned())),
        Body::Prose(blocks) => list(blocks.iter().flat_map(bars).map(|bar| told(&bar.label, &[&bar.words]))),
        Body::Table(_) | Body::Figures(..) => String::new(),
    }
}

fn bars(block: &Block) -> &[LabelledBar] {
    match block {
        Block::Bars(bars) | Block::Stack(bars) => bars,
        _ => &[],
    }
}

/// "Kazakhstan: Vehicles made, thousand. 2012: 19; 2013: 37; …"
fn columns(chart: &Chart) -> String {
    let name = |ink: Ink| chart.legend.iter().find(|(own, _)| *own == ink).map_or("", |(_, label)| long(label));
    let one = |(place, column): (usize, &Column)| {
        let value = long(&column.value);
        let value = if column.differs { format!("{value}*") } else { value.to_owned() };
        let promised: Vec<&str> = column.frames.iter().map(|frame| long(&frame.label)).collect();
        let promised = worded(name(Ink::Promised), &promised.join(", "));
        let estimate = chart.outlook.estimates.iter().find(|estimate| estimate.column == place);
        let estimate = estimate.map(|estimate| worded(name(estimate.ink), long(&estimate.label))).unwrap_or_default();
        told(long(&column.spot.label), &[&value, &promised, &estimate])
    };
    let all = list(chart.columns.iter().enumerate().map(one));
    let note: String = chart.note.iter().map(|run| run.text.as_str()).collect();
    let sentences = [long(&chart.title), &all, &note];
    sentences.into_iter().filter(|text| !text.is_empty()).map(|text| format!("{text}.")).collect::<Vec<_>>().join(" ")
}

/// "promised ≥200".
fn worded(name: &str, number: &str) -> String {
    if number.is_empty() { String::new() } else { format!("{name} {number}").trim().to_owned() }
}

/// "2025: 171, promised ≥200".
fn told(what: &str, about: &[&str]) -> String {
    let about: Vec<&str> = about.iter().copied().filter(|text| !text.is_empty()).collect();
    if about.is_empty() { what.to_owned() } else { format!("{what}: {}", about.join(", ")) }
}

fn list(parts: impl Iterator<Item = String>) -> String {
    parts.filter(|part| !part.is_empty()).collect::<Vec<_>>().join("; ")
}
