//! Pages as lines for screen readers: no borders, bars or columns; each line is complete on its own.

use crate::page::model::{Block, DataPoint, Table, TableCell, TableRow, TextRun};
use crate::render::typeset::measure::plain_text;

/// A row of a table: its first cell, then each other cell after the head of its column. Bars and empty cells are left out.
pub fn row_line(table: &Table, row: &TableRow) -> String {
    let mut line = String::new();
    for (column, cell) in table.columns.iter().zip(&row.cells) {
        let words = match cell {
            TableCell::Text(label, _) | TableCell::WithMark(_, label, _) => label.long().trim().replace(" · ", ", "),
            TableCell::Empty | TableCell::Bullet(_) => String::new(),
        };
        let head = column.head.long();
        match (line.is_empty(), words.is_empty(), head.is_empty()) {
            (_, true, _) => {}
            (true, ..) => line.push_str(&words),
            (false, _, true) => line = join_sentences([&*line, &*words]),
            (false, _, false) => line = join_sentences([&*line, &*format!("{head}: {words}")]),
        }
    }
    line
}

/// The read-out of a data point; its label if there is none.
pub fn data_point_line(data_point: &DataPoint) -> String {
    let readout = runs_line(&data_point.readout);
    if readout.is_empty() { data_point.label.long().to_owned() } else { readout }
}

/// Blocks of text, with a line for each heading, paragraph, fact, step and bar.
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
            Block::Signs(signs) => lines.extend(signs.iter().map(|sign| runs_line(&sign.meaning))),
            Block::Steps(steps) => lines.extend(steps.iter().map(|step| runs_line(step))),
            Block::Bars(bars) | Block::Stack(bars) => {
                lines.extend(bars.iter().map(|bar| format!("{}: {}", bar.label, bar.words)));
            }
        }
    }
    lines
}

/// Runs as one line. Double spaces and middle dots become full stops.
pub fn runs_line(runs: &[TextRun]) -> String {
    join_sentences(plain_text(runs).split("  ").flat_map(|part| part.split(" · ")))
}

/// Joins parts with full stops, without doubling punctuation; a part after a full stop begins with a capital letter.
pub fn join_sentences<'a>(parts: impl IntoIterator<Item = &'a str>) -> String {
    let mut line = String::new();
    for part in parts.into_iter().map(str::trim).filter(|part| !part.is_empty()) {
        let continues = line.is_empty() || line.ends_with([':', ';', ',']);
        if !line.is_empty() {
            line.push_str(if continues || line.ends_with(['.', '!', '?', '…']) && !line.ends_with(" ?") {
                " "
            } else {
                ". "
            });
        }
        if continues {
            line.push_str(part);
        } else {
            line.push_str(&capitalize(part));
        }
    }
    line
}

/// The text with a capital first letter, unless that belongs to a web address or a formula.
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
    use crate::page::model::{Align, TableColumn};
    use crate::page::model::{Fact, Label, Role};

    #[test]
    fn each_block_of_text_is_a_line() {
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
    fn cells_after_the_first_follow_the_head_of_their_column() {
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
            longest_sentence: Vec::new(),
            filtered: crate::page::model::FilterResult::default(),
        };
        let cells = vec![text("50%"), text("2016"), TableCell::Empty, text("missed")];
        let said = TableRow { key: None, nth: 0, cells, sort_keys: Vec::new(), status: None };
        assert_eq!(row_line(&table, &said), "50%. Said: 2016. Verdict: missed");
        assert_eq!(join_sentences(["a union.", "source: x", "", "oz.inform.kz"]), "a union. Source: x. oz.inform.kz");
    }
}
