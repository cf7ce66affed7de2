//! Rows that add up the rows above them.

use crate::import::cells::sheet::Sheet;
use crate::import::flags::{DecimalMark, ImportFlags, Role};
use crate::import::reading::{numbers, words};
use crate::import::table::columns::Columns;
use crate::import::table::frame::Frame;

/// A row left out because it is a sum.
#[derive(Debug, Clone)]
pub(crate) struct TotalRow {
    pub(crate) row: usize,
    pub(crate) label: String,
    /// In how many columns it is the sum.
    pub(crate) columns: usize,
}

/// The rows that are called a total and are one in every column that has a figure. With a column of periods, rows of different periods
/// are not added up, so a total of each period is compared with the rows of its own.
pub(crate) fn total_rows(sheet: &Sheet, frame: &Frame, columns: &Columns, flags: &ImportFlags) -> Vec<TotalRow> {
    let labels = [Role::Subject, Role::Metric, Role::Period].map(|role| columns.with(role));
    let label_of = |row: usize| {
        labels.into_iter().flatten().map(|column| sheet.cell(row, column).text()).find(|label| words::is_total(label))
    };
    let period_column = columns.with(Role::Period);
    let period_of =
        |row: usize| period_column.map(|column| sheet.cell(row, column).text()).filter(|text| !words::is_total(text));
    let mark = flags.decimal.unwrap_or(DecimalMark::Point);
    let number = |row: usize, column: usize| {
        let text = sheet.cell(row, column).text();
        [mark, DecimalMark::Comma]
            .iter()
            .find_map(|mark| numbers::read(&text, *mark))
            .and_then(|figure| figure.number())
    };
    let mut found: Vec<TotalRow> = Vec::new();
    for row in frame.body(sheet) {
        let Some(label) = label_of(row) else { continue };
        let period = period_of(row).filter(|text| !text.is_empty());
        let is_total = |row: usize| found.iter().any(|total| total.row == row);
        let above: Vec<usize> = (frame.header.1 + 1..row)
            .filter(|above| !is_total(*above) && (period.is_none() || period_of(*above) == period))
            .collect();
        let sums = columns.values.iter().filter_map(|value| {
            let total = number(row, value.column)?;
            let sum: f64 = above.iter().filter_map(|above| number(*above, value.column)).sum();
            Some((sum - total).abs() <= 1e-6 * total.abs().max(1.0))
        });
        let sums: Vec<bool> = sums.collect();
        if above.len() > 1 && sums.iter().all(|is_sum| *is_sum) {
            found.push(TotalRow { row, label, columns: sums.len() });
        }
    }
    found
}
