//! Pages as lines to be heard: no borders, no bars, no columns; each line says all of one thing.

use crate::page::model::data_point::DataPoint;
use crate::page::model::rich_text::{Block, TextRun};
use crate::page::model::table::{Table, TableCell, TableRow};

/// A row: its first cell, then each other with the head of its column. Bars and empty cells are left out.
#[must_use]
pub fn row_line(table: &Table, row: &TableRow) -> String {
    let mut said = String::new();
    for (column, cell) in table.columns.iter().zip(&row.cells) {
        let words = match cell {
            TableCell::Text(label, _) | TableCell::WithMark(_, label, _) => label.long().trim().replace(" · ", ", "),
            TableCell::Empty | TableCell::Bullet(_) => String::new(),
        };
        let head = column.head.long();
        match (said.is_empty(), words.is_empty(), head.is_empty()) {
            (_, true, _) => {}
            (true, ..) => said.push_str(&words),
            (false, _, true) => said = join_sentences([&*said, &*words]),
            (false, _, false) => said = join_sentences([&*said, &*format!("{head}: {words}")]),
        }
    }
    said
}

/// A point of a picture: what the read-out says of it.
#[must_use]
pub fn data_point_line(spot: &DataPoint) -> String {
    let said = runs_line(&spot.readout);
    if said.is_empty() { spot.label.long().to_owned() } else { said }
}

/// Text of any length, each thing on a line of its own.
#[must_use]
pub fn block_lines(blocks: &[Block]) -> Vec<String> {
    let mut lines = Vec::new();
    for block in blocks {
        match block {
            Block::Gap => {}
            Block::Heading(heading) => lines.push(format!("{}.", heading.trim_end_matches('.'))),
            Block::Paragraph(text) => lines.push(runs_line(text)),
            Block::Facts(facts) => {
                lines.extend(facts.iter().map(|fact| format!("{}: {}", fact.term, runs_line(&fact.text))));
            }
            Block::Steps(steps) => lines.extend(steps.iter().map(|step| runs_line(step))),
            Block::Bars(bars) | Block::Stack(bars) => {
                lines.extend(bars.iter().map(|bar| format!("{}: {}", bar.label, bar.words)));
            }
        }
    }
    lines
}

/// Runs as one line. What is set apart by room is set apart by a stop.
#[must_use]
pub fn runs_line(runs: &[TextRun]) -> String {
    let text: String = runs.iter().map(|run| run.text.as_str()).collect();
    join_sentences(text.split("  ").flat_map(|part| part.split(" · ")))
}

/// Parts set apart by a stop, one alone; what follows it begins with a capital.
#[must_use]
pub fn join_sentences<'a>(parts: impl IntoIterator<Item = &'a str>) -> String {
    let mut said = String::new();
    for part in parts.into_iter().map(str::trim).filter(|part| !part.is_empty()) {
        let goes_on = said.is_empty() || said.ends_with([':', ';', ',']);
        if !said.is_empty() {
            said.push_str(if goes_on || said.ends_with(['.', '!', '?', '…']) && !said.ends_with(" ?") {
                " "
            } else {
                ". "
            });
        }
        if goes_on {
            said.push_str(part);
        } else {
            said.push_str(&capitalize(part));
        }
    }
    said
}

/// The text with its first letter as a capital, unless that is part of an address or a formula.
fn capitalize(text: &str) -> String {
    let word = text.split([' ', ',', ':']).next().unwrap_or_default();
    let is_name = word.trim_end_matches('.').contains(['.', '/']) || text.starts_with("http");
    let mut letters = text.chars();
    match letters.next() {
        Some(first) if !is_name && !('α'..='ω').contains(&first) => first.to_uppercase().chain(letters).collect(),
        _ => text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::model::rich_text::{Fact, Label, Role};
    use crate::page::model::table::{Align, TableColumn};

    #[test]
    fn text_is_a_line_for_each_thing() {
        let fact = Fact { term: "Due".to_owned(), text: vec![TextRun::plain("2025")] };
        let all = [
            Block::Heading("Sources".to_owned()),
            Block::Gap,
            Block::Paragraph(vec![TextRun::plain("One  "), TextRun::new("two", Role::Link)]),
            Block::Facts(vec![fact]),
        ];
        assert_eq!(block_lines(&all), ["Sources.", "One. Two", "Due: 2025"]);
    }

    #[test]
    fn a_row_says_its_heads_but_for_the_first() {
        let column = |head: &str| TableColumn {
            head: Label::one(head),
            align: Align::Left,
            drop_priority: 0,
            is_flexible: false,
        };
        let text = |text: &str| TableCell::Text(Label::one(text), Role::Plain);
        let table = Table {
            columns: vec![column("Promise"), column("Said"), column("Gap"), column("Verdict")],
            rows: Vec::new(),
            chosen: None,
            empty: String::new(),
            filtered: crate::page::model::row_filter::FilterResult::default(),
        };
        let cells = vec![text("50%"), text("2016"), TableCell::Empty, text("missed")];
        let said = TableRow { key: None, nth: 0, cells, sort_keys: Vec::new(), status: None };
        assert_eq!(row_line(&table, &said), "50%. Said: 2016. Verdict: missed");
        assert_eq!(join_sentences(["a union.", "source: x", "", "oz.inform.kz"]), "a union. Source: x. oz.inform.kz");
    }
}
