//! The figures of a table: each with its metric, subject, period, kind and cell.

use std::collections::BTreeMap;

use crate::import::cells::sheet::{Cell, Sheet, column_letters};
use crate::import::flags::{DecimalMark, ImportFlags, Role};
use crate::import::reading::header;
use crate::import::reading::numbers::{self, Figure, MarkEvidence};
use crate::import::reading::periods::PartialPeriod;
use crate::import::reading::words::{self, FigureKind};
use crate::import::report::{Note, Refusal};
use crate::import::table::columns::{Columns, ValueColumn};
use crate::import::table::frame::Frame;
use crate::import::table::row_periods;
use crate::import::table::totals::{self, TotalRow};

/// A figure of a table.
#[derive(Debug, Clone)]
pub(crate) struct Entry {
    /// None: the sheet names none.
    pub(crate) metric: Option<String>,
    pub(crate) subject: Option<String>,
    pub(crate) unit: Option<String>,
    /// In the notation of datasets.
    pub(crate) period: String,
    pub(crate) kind: FigureKind,
    pub(crate) figure: Figure,
    pub(crate) row: usize,
    pub(crate) column: usize,
}

/// The figures, and what was understood on the way.
#[derive(Debug)]
pub(crate) struct Entries {
    pub(crate) figures: Vec<Entry>,
    pub(crate) totals: Vec<TotalRow>,
    pub(crate) mark: Option<DecimalMark>,
    /// Texts that stand for no figure, counted.
    pub(crate) missing: BTreeMap<String, usize>,
}

/// The labels of a row.
#[derive(Debug, Clone, Default)]
struct Labels {
    metric: Option<String>,
    subject: Option<String>,
    unit: Option<String>,
    kind: Option<FigureKind>,
}

/// Reads all figures.
///
/// # Errors
/// The first cell that has no one meaning.
pub(crate) fn read(sheet: &Sheet, frame: &Frame, columns: &Columns, flags: &ImportFlags) -> Result<Entries, Refusal> {
    let totals = totals::total_rows(sheet, frame, columns, flags);
    let periods = row_periods::read(sheet, frame, columns, flags)?;
    let mark = decimal_mark(sheet, frame, columns, flags)?;
    let mut read = Entries { figures: Vec::new(), totals, mark, missing: BTreeMap::new() };
    let (mut above, mut section) = (Labels::default(), None);
    for row in frame.body(sheet) {
        let has_value = columns.values.iter().any(|value| !sheet.cell(row, value.column).is_empty());
        let labels = row_labels(sheet, columns, row, &above);
        if !has_value {
            section = section_name(sheet, row).or(section);
            continue;
        }
        above = labels.clone();
        if read.totals.iter().any(|total| total.row == row) {
            continue;
        }
        let period = periods.get(&row).copied().unwrap_or_default();
        for value in &columns.values {
            let Some(figure) = read_figure(sheet, (row, value.column), flags, &mut read)? else { continue };
            let entry = entry(
                Source { sheet, frame, value, row, flags },
                with_section(&labels, section.as_deref(), columns),
                period,
                figure,
            )?;
            read.figures.push(entry);
        }
    }
    Ok(read)
}

impl Entries {
    pub(crate) fn notes(&self, sheet: &Sheet) -> Vec<Note> {
        let mut notes = Vec::new();
        for total in &self.totals {
            let (row, columns) = (sheet.row_number(total.row), total.columns.to_string());
            notes.push(Note::new("import-total", "", &[("row", &row), ("label", &total.label), ("columns", &columns)]));
        }
        match self.mark {
            Some(DecimalMark::Point) => notes.push(Note::new("import-decimal-point", "--decimal", &[])),
            Some(DecimalMark::Comma) => notes.push(Note::new("import-decimal-comma", "--decimal", &[])),
            None => {}
        }
        if !self.missing.is_empty() {
            let marks: Vec<String> = self.missing.iter().map(|(mark, count)| format!("«{mark}» {count}")).collect();
            let count: usize = self.missing.values().sum();
            notes.push(Note::new(
                "import-missing",
                "--missing",
                &[("count", &count.to_string()), ("marks", &marks.join(", "))],
            ));
        }
        notes
    }
}

/// The one cell of a row without figures, unless it says "of which".
fn section_name(sheet: &Sheet, row: usize) -> Option<String> {
    let mut texts = sheet.rows[row].iter().map(Cell::text).filter(|text| !text.is_empty());
    let text = texts.next().filter(|text| !words::is_of_which(text))?;
    texts.next().is_none().then_some(text)
}

/// A section names the metric or the subject, whichever no column names.
fn with_section(labels: &Labels, section: Option<&str>, columns: &Columns) -> Labels {
    let mut labels = labels.clone();
    let Some(section) = section.map(str::to_owned) else { return labels };
    match (columns.with(Role::Metric), columns.with(Role::Subject)) {
        (Some(_), None) => labels.subject = Some(section),
        (None, Some(_)) => labels.metric = Some(section),
        _ => {}
    }
    labels
}

/// The labels of a row; an empty cell of a table of plan and fact continues the name above. Before the first name it means all, as
/// it always does in open data with a column of plain values.
fn row_labels(sheet: &Sheet, columns: &Columns, row: usize, above: &Labels) -> Labels {
    let nothing = Labels::default();
    let above = if columns.values.iter().any(|value| value.header.is_plain_value) { &nothing } else { above };
    let text = |role| columns.with(role).map(|column| sheet.merged(row, column).text()).filter(|text| !text.is_empty());
    let mut labels = Labels {
        metric: text(Role::Metric).or_else(|| above.metric.clone()),
        subject: text(Role::Subject).or_else(|| above.subject.clone()),
        unit: text(Role::Unit),
        kind: text(Role::Kind).and_then(|text| header::split_kind(&text).1),
    };
    if labels.kind.is_none() && columns.values.iter().any(|value| value.kind.is_none()) {
        for label in [&mut labels.metric, &mut labels.subject].into_iter().flatten() {
            let (name, kind) = header::split_kind(label);
            if kind.is_some() && !name.is_empty() {
                (*label, labels.kind) = (name, kind);
            }
        }
    }
    labels
}

fn read_figure(
    sheet: &Sheet,
    (row, column): (usize, usize),
    flags: &ImportFlags,
    read: &mut Entries,
) -> Result<Option<Figure>, Refusal> {
    let cell = sheet.cell(row, column);
    let text = cell.text();
    if matches!(cell, Cell::NoValue) {
        return Err(Refusal::sheet("import-formula", &[("cell", &sheet.address(row, column))]));
    }
    if words::is_missing(&text, &flags.missing) {
        if !text.is_empty() {
            *read.missing.entry(text).or_default() += 1;
        }
        return Ok(None);
    }
    let mark =
        if matches!(cell, Cell::Number(_)) { DecimalMark::Point } else { read.mark.unwrap_or(DecimalMark::Point) };
    let refusal = || Refusal::sheet("import-text", &[("cell", &sheet.address(row, column)), ("found", &text)]);
    if matches!(cell, Cell::Day(_)) {
        return Err(refusal());
    }
    numbers::read(&text, mark).map(Some).ok_or_else(refusal)
}

/// Where a figure stands.
#[derive(Clone, Copy)]
struct Source<'a> {
    sheet: &'a Sheet,
    frame: &'a Frame,
    value: &'a ValueColumn,
    row: usize,
    flags: &'a ImportFlags,
}

fn entry(at: Source<'_>, labels: Labels, row_period: PartialPeriod, figure: Figure) -> Result<Entry, Refusal> {
    let Source { sheet, frame, value, row, flags } = at;
    let address = sheet.address(row, value.column);
    let letters = column_letters(value.column);
    let kind = value.kind.or(labels.kind).ok_or_else(|| Refusal::flag("import-kind", &[("column", &letters)]))?;
    let given = PartialPeriod { year: flags.year, ..PartialPeriod::default() };
    let period = value.header.period.or(row_period).or(frame.period).or(given);
    if period.is_financial && flags.fiscal.is_none() {
        return Err(Refusal::flag("import-fiscal", &[("cell", &address)]));
    }
    let has_part = period.part.is_some();
    let period = match (period.notation(flags.fiscal), &flags.period) {
        (Some(period), _) => period,
        (None, Some(period)) if !has_part => period.clone(),
        _ if has_part => return Err(Refusal::flag("import-year", &[("cell", &address)])),
        _ => return Err(Refusal::flag("import-no-period", &[("cell", &address)])),
    };
    let (label, label_unit) = labels.metric.as_deref().map_or((None, None), |label| {
        let (name, unit) = header::split_unit(label.trim_end_matches(':'));
        (Some(name), unit)
    });
    let metric = match (label, Some(value.header.name.clone()).filter(|name| !name.is_empty())) {
        (Some(label), Some(name)) if name != label => Some(format!("{label}: {name}")),
        (label, name) => label.or(name),
    };
    let unit = labels.unit.or(label_unit).or_else(|| value.header.unit.clone()).or_else(|| frame.unit.clone());
    Ok(Entry { metric, subject: labels.subject, unit, period, kind, figure, row, column: value.column })
}

/// The decimal mark of the texts among the figures; none where no figure has a mark.
fn decimal_mark(
    sheet: &Sheet,
    frame: &Frame,
    columns: &Columns,
    flags: &ImportFlags,
) -> Result<Option<DecimalMark>, Refusal> {
    if flags.decimal.is_some() {
        return Ok(flags.decimal);
    }
    let mut evidence = MarkEvidence::default();
    let others =
        columns.left_out.iter().filter(|left_out| left_out.derivation.is_some()).map(|left_out| left_out.column);
    let (mut first_unclear, mut first_comma) = (None, None);
    for column in columns.values.iter().map(|value| value.column).chain(others) {
        for row in frame.body(sheet) {
            if let Cell::Text(text) = sheet.cell(row, column) {
                evidence.add(text);
                let is_unclear = evidence.unclear_comma || evidence.unclear_point;
                first_unclear = first_unclear.or(is_unclear.then(|| (sheet.address(row, column), text.clone())));
                first_comma = first_comma.or(evidence.comma.then(|| (sheet.address(row, column), text.clone())));
            }
        }
    }
    match evidence {
        MarkEvidence { point: true, comma: true, .. } => {
            let (cell, found) = first_comma.unwrap_or_default();
            Err(Refusal::sheet("import-mixed-marks", &[("cell", &cell), ("found", &found)]))
        }
        MarkEvidence { comma: true, .. } => Ok(Some(DecimalMark::Comma)),
        MarkEvidence { point: true, .. } => Ok(Some(DecimalMark::Point)),
        MarkEvidence { unclear_comma: false, unclear_point: false, .. } => Ok(None),
        _ => {
            let (cell, found) = first_unclear.unwrap_or_default();
            Err(Refusal::flag("import-decimal", &[("cell", &cell), ("found", &found)]))
        }
    }
}
