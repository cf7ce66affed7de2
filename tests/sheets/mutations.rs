//! The same sheet written in other ways gives the same figures, or a question; never other numbers.

use std::collections::BTreeSet;

use super::{Figure, import_text};

const ROWS: [&[&str]; 5] = [
    &["Metric", "Region", "Period", "Plan", "Fact"],
    &["Houses", "North", "2023", "1200", "1180.5"],
    &["Houses", "South", "2023", "800.25", "812"],
    &["Houses", "North", "2024", "1300", "1150.5"],
    &["Houses", "South", "2024", "850.75", "860"],
];

fn table() -> Vec<Vec<String>> {
    ROWS.iter().map(|row| row.iter().map(|&cell| cell.to_owned()).collect()).collect()
}

fn text(table: &[Vec<String>], delimiter: &str) -> String {
    table.iter().map(|row| row.join(delimiter) + "\n").collect()
}

fn original() -> BTreeSet<Figure> {
    let figures = import_text(text(&table(), ",").as_bytes(), &[]).unwrap();
    assert_eq!(figures.len(), 8);
    figures
}

#[test]
fn the_order_of_columns_means_nothing() {
    for turn in 1..5 {
        let mut table = table();
        for row in &mut table {
            row.rotate_left(turn);
            row.swap(0, 3);
        }
        assert_eq!(import_text(text(&table, ",").as_bytes(), &[]).unwrap(), original(), "{turn}");
    }
}

#[test]
fn the_order_of_rows_means_nothing() {
    let mut table = table();
    table[1..].reverse();
    assert_eq!(import_text(text(&table, ",").as_bytes(), &[]).unwrap(), original());
}

#[test]
fn encoding_delimiter_and_decimal_mark_mean_nothing() {
    let original = original();
    let utf16: Vec<u8> =
        format!("\u{feff}{}", text(&table(), "\t")).encode_utf16().flat_map(u16::to_le_bytes).collect();
    assert_eq!(import_text(&utf16, &[]).unwrap(), original);
    let commas = text(&table(), ";").replace('.', ",");
    assert_eq!(import_text(commas.as_bytes(), &[]).unwrap(), original);
    let declared = format!("sep=|\r\n{}", text(&table(), "|").replace('\n', "\r\n"));
    assert_eq!(import_text(declared.as_bytes(), &[]).unwrap(), original);
    let grouped = text(&table(), ";").replace("1180.5", "1\u{a0}180,5").replace("1150.5", "1 150,5").replace('.', ",");
    assert_eq!(import_text(grouped.as_bytes(), &[]).unwrap(), original);
}

#[test]
fn without_a_header_no_other_figure_appears() {
    let values = |figures: &BTreeSet<Figure>| -> BTreeSet<(bool, String, String)> {
        figures.iter().map(|figure| (figure.is_plan, figure.period.clone(), figure.value.clone())).collect()
    };
    let original = values(&original());
    for dropped in 0..5 {
        let mut table = table();
        table[0][dropped].clear();
        match import_text(text(&table, ",").as_bytes(), &[]) {
            Ok(figures) => assert!(values(&figures).is_subset(&original), "{dropped}: {figures:?}"),
            Err((exit, message)) => assert!(exit == 1 || message.contains("--"), "{message}"),
        }
    }
}

#[test]
fn totals_and_derived_columns_add_nothing() {
    let mut table = table();
    let percents = ["%", "98.4", "101.5", "88.5", "101.1"];
    for (row, percent) in table.iter_mut().zip(percents) {
        row.push((*percent).to_owned());
    }
    table.push(["Houses", "Total", "2024", "2150.75", "2010.5", ""].map(str::to_owned).to_vec());
    assert_eq!(import_text(text(&table, ",").as_bytes(), &[]).unwrap(), original());
}
