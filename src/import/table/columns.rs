//! What each column of a table holds: by the person's map, by its header, by its cells, by arithmetic.

use crate::import::cells::sheet::{Cell, Sheet, column_letters};
use crate::import::flags::{DecimalMark, ImportFlags, Role};
use crate::import::reading::header::{self, HeaderReading};
use crate::import::reading::words::FigureKind;
use crate::import::reading::{dates, numbers, words};
use crate::import::report::Refusal;
use crate::import::table::derived::{Derivation, derivation};
use crate::import::table::frame::Frame;

/// The column of figures.
#[derive(Debug, Clone)]
pub(crate) struct ValueColumn {
    pub(crate) column: usize,
    /// None: their row says it.
    pub(crate) kind: Option<FigureKind>,
    pub(crate) header: HeaderReading,
}

/// A column that is not imported.
#[derive(Debug, Clone)]
pub(crate) struct LeftOut {
    pub(crate) column: usize,
    pub(crate) header: String,
    pub(crate) derivation: Option<Derivation>,
}

/// The columns of a table by what they hold.
#[derive(Debug, Default)]
pub(crate) struct Columns {
    /// Of labels, periods, units: role and column.
    pub(crate) roles: Vec<(Role, usize)>,
    pub(crate) values: Vec<ValueColumn>,
    pub(crate) left_out: Vec<LeftOut>,
}

impl Columns {
    pub(crate) fn with(&self, role: Role) -> Option<usize> {
        self.roles.iter().find(|(held, _)| *held == role).map(|(_, column)| *column)
    }
}

/// What the cells of a column are, counted.
#[derive(Debug, Default)]
struct Contents {
    filled: usize,
    numbers: usize,
    periods: usize,
}

/// Tells what each column holds.
///
/// # Errors
/// If the map names a column that is not there.
pub(crate) fn classify(sheet: &Sheet, frame: &Frame, flags: &ImportFlags) -> Result<Columns, Refusal> {
    let mut columns = Columns::default();
    let mut unknown_texts = Vec::new();
    let mut mapped = Vec::new();
    for (role, name) in &flags.map {
        mapped.push((column_named(name, frame).ok_or_else(|| unknown_column(name, frame))?, *role));
    }
    let plans_percent = frame
        .headers
        .iter()
        .any(|title| title.contains('%') && header::read(title, false).kind == Some(FigureKind::Plan));
    for (column, title) in frame.headers.iter().enumerate() {
        let contents = contents(sheet, frame, column, flags);
        let mut header = header::read(title, flags.fiscal.is_some());
        // Beside a plan in per cent, per cent achieved are figures too.
        header.is_derived &= !(plans_percent && header.kind == Some(FigureKind::Fact));
        let role = mapped.iter().find(|(at, _)| *at == column).map(|(_, role)| *role);
        if matches!(role, Some(Role::Plan | Role::Fact | Role::Forecast)) && header.kind.is_none() {
            // The person's word for plan or fact, not the name of a metric.
            header.name.clear();
        }
        let left_out = || LeftOut { column, header: title.clone(), derivation: None };
        // One text among figures is a mistake to be named, not a sign that the column holds labels.
        let says_figures = header.kind.is_some() && header.role.is_none() && contents.numbers > 0;
        let is_numeric = says_figures || contents.numbers * 2 > contents.filled;
        let value = |kind| ValueColumn { column, kind, header: header.clone() };
        match role {
            Some(Role::Plan) => columns.values.push(value(Some(FigureKind::Plan))),
            Some(Role::Fact) => columns.values.push(value(Some(FigureKind::Fact))),
            Some(Role::Forecast) => columns.values.push(value(Some(FigureKind::Forecast))),
            Some(Role::Value) => columns.values.push(value(None)),
            Some(Role::Ignore) => columns.left_out.push(left_out()),
            Some(role) => columns.roles.push((role, column)),
            None if title.is_empty() && contents.filled == 0 => {}
            None if is_row_number(title) => columns.left_out.push(left_out()),
            None if header.is_period && header.kind.is_none() && header.period.is_none() => {
                let has_period =
                    columns.with(Role::Period).is_some() || mapped.iter().any(|(_, role)| *role == Role::Period);
                columns.roles.push((if has_period { Role::Year } else { Role::Period }, column));
            }
            None if header.is_derived => columns.left_out.push(left_out()),
            None if is_numeric || contents.filled == 0 => {
                if header.kind.is_some() || !header.period.is_none() {
                    columns.values.push(value(header.kind));
                } else if header.is_plain_value {
                    columns.values.push(value(Some(FigureKind::Fact)));
                } else {
                    columns.left_out.push(left_out());
                }
            }
            None => match header.role {
                Some(role) if columns.with(role).is_none() && !mapped.iter().any(|(_, other)| *other == role) => {
                    columns.roles.push((role, column));
                }
                _ if contents.periods == contents.filled && columns.with(Role::Period).is_none() => {
                    columns.roles.push((Role::Period, column));
                }
                _ => unknown_texts.push(column),
            },
        }
    }
    leave_out_derived(sheet, frame, &mut columns);
    assign_labels(&mut columns, frame, &unknown_texts);
    Ok(columns)
}

/// Moves computed columns from the figures to what is left out, and says of those already left out how they are computed.
fn leave_out_derived(sheet: &Sheet, frame: &Frame, columns: &mut Columns) {
    let sources: Vec<usize> = columns.values.iter().map(|value| value.column).collect();
    // With two columns of figures none can follow from two others.
    let (derived, kept): (Vec<_>, Vec<_>) = columns.values.drain(..).partition(|value| {
        let others: Vec<usize> = sources.iter().copied().filter(|other| *other != value.column).collect();
        !is_whole(value) && derivation(sheet, frame, value.column, &others).is_some()
    });
    columns.values = kept;
    for value in derived {
        let header = frame.headers[value.column].clone();
        columns.left_out.push(LeftOut { column: value.column, header, derivation: None });
    }
    let sources: Vec<usize> = columns.values.iter().map(|value| value.column).collect();
    for left_out in &mut columns.left_out {
        left_out.derivation = derivation(sheet, frame, left_out.column, &sources);
    }
}

/// Plan and fact themselves: the arithmetic turns round (plan = fact − deviation), so their words decide.
fn is_whole(value: &ValueColumn) -> bool {
    value.kind.is_some() && !value.header.is_derived
}

/// Labels under a header that says nothing: the metric, or the subject where the metric is named elsewhere. Behind the figures
/// they are remarks.
fn assign_labels(columns: &mut Columns, frame: &Frame, unknown: &[usize]) {
    let first_value = columns.values.iter().map(|value| value.column).min().unwrap_or_default();
    let has_label = columns.with(Role::Metric).is_some() || columns.with(Role::Subject).is_some();
    for column in unknown {
        let is_label = *column < first_value || (!has_label && unknown.len() == 1);
        let names_metric = frame.title.is_some() || columns.values.iter().any(|value| !value.header.name.is_empty());
        let free = |role| columns.with(role).is_none();
        let role = match () {
            () if !is_label => None,
            () if free(Role::Subject) && (names_metric || !free(Role::Metric)) => Some(Role::Subject),
            () if free(Role::Metric) && !names_metric => Some(Role::Metric),
            () => None,
        };
        if let Some(role) = role {
            columns.roles.push((role, *column));
        } else {
            let header = frame.headers[*column].clone();
            columns.left_out.push(LeftOut { column: *column, header, derivation: None });
        }
    }
}

fn contents(sheet: &Sheet, frame: &Frame, column: usize, flags: &ImportFlags) -> Contents {
    let mut contents = Contents::default();
    for row in frame.body(sheet) {
        let cell = sheet.cell(row, column);
        let text = cell.text();
        if words::is_missing(&text, &flags.missing) {
            continue;
        }
        contents.filled += 1;
        let reading = header::read(&text, flags.fiscal.is_some());
        let is_period = matches!(cell, Cell::Day(_))
            || dates::slashed(&text).is_some()
            || (!reading.period.is_none() && reading.name.is_empty());
        contents.periods += usize::from(is_period);
        let is_number = matches!(cell, Cell::Number(_))
            || [DecimalMark::Point, DecimalMark::Comma].iter().any(|mark| numbers::read(&text, *mark).is_some());
        contents.numbers += usize::from(is_number);
    }
    contents
}

fn is_row_number(title: &str) -> bool {
    let title = title.trim().to_lowercase();
    ["№", "#", "no", "no.", "n", "п/п", "№ п/п", "№п/п", "р/с", "т/б", "nr", "nr."].contains(&title.as_str())
}

/// By header, letter or number from 1.
fn column_named(name: &str, frame: &Frame) -> Option<usize> {
    let name = name.trim();
    let is_header = |header: &String| header.to_lowercase() == name.to_lowercase();
    let by_letter = || (0..frame.headers.len()).find(|column| column_letters(*column).eq_ignore_ascii_case(name));
    let by_number = || name.parse::<usize>().ok()?.checked_sub(1).filter(|column| *column < frame.headers.len());
    frame.headers.iter().position(is_header).or_else(by_letter).or_else(by_number)
}

fn unknown_column(name: &str, frame: &Frame) -> Refusal {
    let known: Vec<&str> = frame.headers.iter().map(String::as_str).filter(|header| !header.is_empty()).collect();
    Refusal::flag("import-map", &[("column", name), ("columns", &known.join(", "))])
}
