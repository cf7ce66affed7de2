//! Columns that are computed from others, told by arithmetic: fact ÷ plan, fact − plan.

use crate::import::cells::sheet::Sheet;
use crate::import::flags::DecimalMark;
use crate::import::reading::numbers;
use crate::import::table::frame::Frame;

/// How a column follows from two others, and in how many rows it does.
#[derive(Debug, Clone)]
pub(crate) struct Derivation {
    /// `÷` or `−`.
    pub(crate) sign: &'static str,
    pub(crate) columns: [usize; 2],
    pub(crate) rows: usize,
}

/// How a column follows from two of the others, if it does in every row where all three have a number.
pub(crate) fn derivation(sheet: &Sheet, frame: &Frame, column: usize, sources: &[usize]) -> Option<Derivation> {
    const LEAST_ROWS: usize = 2;
    let pairs = sources.iter().flat_map(|first| sources.iter().map(move |second| [*first, *second]));
    pairs.filter(|[first, second]| first != second).find_map(|pair| {
        ["÷", "−"].into_iter().find_map(|sign| {
            let mut rows = 0;
            for row in frame.body(sheet) {
                let Some((result, decimals)) = number(sheet, row, column) else { continue };
                let [Some((first, _)), Some((second, _))] = pair.map(|source| number(sheet, row, source)) else {
                    continue;
                };
                let follows = |expected: f64| (result - expected).abs() <= 0.501 * 10_f64.powi(-decimals);
                let is_result = match sign {
                    "÷" => follows(first / second * 100.0) || (decimals > 0 && follows(first / second)),
                    _ => follows(first - second) || follows(first / second * 100.0 - 100.0),
                };
                if !is_result {
                    return None;
                }
                rows += 1;
            }
            (rows >= LEAST_ROWS).then_some(Derivation { sign, columns: pair, rows })
        })
    })
}

/// The number of a cell and its decimals.
fn number(sheet: &Sheet, row: usize, column: usize) -> Option<(f64, i32)> {
    let text = sheet.cell(row, column).text();
    let figure = [DecimalMark::Point, DecimalMark::Comma].iter().find_map(|mark| numbers::read(&text, *mark))?;
    let decimals = figure.written.split_once('.').map_or(0, |(_, decimals)| decimals.len());
    Some((figure.number()?, i32::try_from(decimals).unwrap_or_default()))
}
