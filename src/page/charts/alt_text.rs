//! Charts as alternative text and as rows of data, for readers who cannot see them.

use crate::page::model::{Block, Chart, ChartColumn, ChartMark, LabelledBar, PanelBody};

/// The alternative text; empty for a table, which is text already.
pub(in crate::page) fn alt_text(body: &PanelBody) -> String {
    match body {
        PanelBody::Chart(chart) => columns(chart),
        PanelBody::SmallMultiples(multiples) => multiples.charts.iter().map(columns).collect::<Vec<_>>().join(" "),
        PanelBody::Gantt(gantt, _) => list(gantt.lanes.iter().map(|lane| {
            let said = if lane.said.long().is_empty() { String::new() } else { format!(" ({})", lane.said.long()) };
            term_and_details(&format!("{}{said}", lane.label.long()), &[lane.due.long(), lane.verdict.long()])
        })),
        PanelBody::MilestoneTrend(trend, _) => list(
            trend.points.iter().map(|point| term_and_details(point.data_point.label.long(), &[point.label.long()])),
        ),
        PanelBody::Map(map) => list(map.places.iter().map(|place| place.name.long().to_owned())),
        PanelBody::Text(blocks) => {
            list(blocks.iter().flat_map(bars).map(|bar| term_and_details(&bar.label, &[&bar.words])))
        }
        PanelBody::Table(_) | PanelBody::DataTable(..) => String::new(),
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
    let one = |(index, column): (usize, &ChartColumn)| {
        let promised = named_number(name(chart, ChartMark::TargetFrame), &promised(column));
        let estimate = chart.projections.estimates.iter().find(|estimate| estimate.column == index);
        let estimate = estimate.map(|estimate| named_number(name(chart, estimate.mark), estimate.label.long()));
        term_and_details(
            column.data_point.label.long(),
            &[&reported(chart, column), &promised, &estimate.unwrap_or_default()],
        )
    };
    let all = list(chart.columns.iter().enumerate().map(one));
    let note: String = chart.note.iter().map(|run| run.text.as_str()).collect();
    let sentences = [chart.title.long(), &all, &note];
    sentences.into_iter().filter(|text| !text.is_empty()).map(|text| format!("{text}.")).collect::<Vec<_>>().join(" ")
}

/// Rows under headings: period, reported value, targets if there are any. Empty for other pictures.
pub(in crate::page) fn data_rows(body: &PanelBody) -> Vec<Vec<String>> {
    let PanelBody::Chart(chart) = body else { return Vec::new() };
    let is_promised = chart.columns.iter().any(|column| !column.frames.is_empty());
    let full = chart.legend.iter().any(|(mark, _)| *mark == ChartMark::FullPeriod);
    let made = name(chart, if full { ChartMark::FullPeriod } else { ChartMark::PartYear });
    let head = [chart.title.long(), made, name(chart, ChartMark::TargetFrame)].map(str::to_owned);
    let row =
        |column: &ChartColumn| [column.data_point.label.long().to_owned(), reported(chart, column), promised(column)];
    let rows = std::iter::once(head).chain(chart.columns.iter().map(row));
    rows.map(|row| row.into_iter().take(2 + usize::from(is_promised)).collect()).collect()
}

/// The name of a mark in the legend.
fn name(chart: &Chart, mark: ChartMark) -> &str {
    chart.legend.iter().find(|(known, _)| *known == mark).map_or("", |(_, label)| label.long())
}

/// "~100* (part of a year)": a part-year is never given as a full year.
fn reported(chart: &Chart, column: &ChartColumn) -> String {
    let sign = if column.differs { "*" } else { "" };
    let is_part = column.bar.is_some_and(|bar| bar.mark == ChartMark::PartYear);
    let part = name(chart, ChartMark::PartYear);
    let part = if is_part && !part.is_empty() { format!(" ({part})") } else { String::new() };
    format!("{}{sign}{part}", column.value.long())
}

fn promised(column: &ChartColumn) -> String {
    column.frames.iter().map(|frame| frame.label.long()).collect::<Vec<_>>().join(", ")
}

/// "promised ≥200".
fn named_number(name: &str, number: &str) -> String {
    if number.is_empty() { String::new() } else { format!("{name} {number}").trim().to_owned() }
}

/// "2025: 171, promised ≥200".
fn term_and_details(what: &str, about: &[&str]) -> String {
    let about: Vec<&str> = about.iter().copied().filter(|text| !text.is_empty()).collect();
    if about.is_empty() { what.to_owned() } else { format!("{what}: {}", about.join(", ")) }
}

fn list(parts: impl Iterator<Item = String>) -> String {
    parts.filter(|part| !part.is_empty()).collect::<Vec<_>>().join("; ")
}
