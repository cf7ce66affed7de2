//! From a spreadsheet to the text of a dataset: `cells` reads the file, `table` finds the table and what its columns hold, `reading`
//! understands single texts, `records` writes the dataset, which `dataset::load` then checks like any other.
//!
//! What could be read in two ways is refused with the flag that decides it. Not here: words (`page`), files and options.

pub mod flags;
pub mod report;

mod cells;
mod reading;
mod records;
mod table;

use crate::import::cells::sheet::{Sheet, column_letters};
use crate::import::flags::{ImportFlags, Role};
use crate::import::reading::words::FigureKind;
use crate::import::records::Names;
use crate::import::report::{Note, Refusal};
use crate::import::table::columns::{self, Columns};
use crate::import::table::entries;
use crate::import::table::frame::{self, Frame};

/// A sheet as a dataset.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Imported {
    /// The text of the dataset.
    pub json: String,
    /// What was understood.
    pub notes: Vec<Note>,
}

/// Whether bytes are a dataset file: a JSON object.
pub fn is_dataset(bytes: &[u8]) -> bool {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    bytes.iter().find(|byte| !byte.is_ascii_whitespace()) == Some(&b'{')
}

/// Imports a file; `stem` is its name without folder and ending.
///
/// # Errors
/// What stands in the way, with the flag that decides it if there is one.
pub fn import(bytes: &[u8], stem: &str, flags: &ImportFlags) -> Result<Imported, Refusal> {
    if bytes.is_empty() {
        return Err(Refusal::sheet("import-empty", &[]));
    }
    let cells = cells::read(bytes, flags)?;
    let (sheet, frame, columns) = choose_table(&cells.sheets, flags)?;
    let mut notes = cells.notes;
    notes.extend(table_notes(sheet, &frame, &columns));
    let read = entries::read(sheet, &frame, &columns, flags)?;
    notes.extend(read.notes(sheet));
    if read.figures.is_empty() {
        return Err(Refusal::sheet("import-no-figures", &[]));
    }
    let names = Names { stem: stem.to_owned(), title: frame.title.clone() };
    let (json, assumed) = records::dataset(read.figures, &names, sheet, flags)?;
    notes.extend(assumed);
    Ok(Imported { json, notes })
}

/// The sheet with a table. Several are asked for.
fn choose_table<'a>(sheets: &'a [Sheet], flags: &ImportFlags) -> Result<(&'a Sheet, Frame, Columns), Refusal> {
    let names: Vec<&str> = sheets.iter().filter_map(|sheet| sheet.name.as_deref()).collect();
    let wanted: Vec<&Sheet> = match &flags.sheet {
        Some(wanted) => {
            let by_name = sheets.iter().find(|sheet| sheet.name.as_ref() == Some(wanted));
            let by_number = || wanted.parse::<usize>().ok()?.checked_sub(1).and_then(|at| sheets.get(at));
            let args = [("sheet", &**wanted), ("sheets", &names.join(", "))];
            vec![by_name.or_else(by_number).ok_or_else(|| Refusal::flag("import-sheet", &args))?]
        }
        None => sheets.iter().collect(),
    };
    let mut tables = Vec::new();
    for sheet in &wanted {
        let Some(frame) = frame::find(sheet, flags) else { continue };
        // The map may be for another sheet.
        let columns = match columns::classify(sheet, &frame, flags) {
            Err(_) if wanted.len() > 1 => continue,
            columns => columns?,
        };
        if !columns.values.is_empty() {
            tables.push((*sheet, frame, columns));
        }
    }
    if tables.len() > 1 {
        let with_table: Vec<&str> = tables.iter().filter_map(|(sheet, ..)| sheet.name.as_deref()).collect();
        return Err(Refusal::flag("import-sheets", &[("sheets", &with_table.join(", ")), ("first", with_table[0])]));
    }
    let headers = || {
        let frame = frame::find(wanted.first()?, flags)?;
        Some(frame.headers.iter().filter(|header| !header.is_empty()).cloned().collect::<Vec<_>>().join(", "))
    };
    tables.pop().ok_or_else(|| match headers() {
        Some(headers) => Refusal::flag("import-no-columns", &[("columns", &headers)]),
        None => Refusal::sheet("import-no-table", &[]),
    })
}

fn table_notes(sheet: &Sheet, frame: &Frame, columns: &Columns) -> Vec<Note> {
    let last = sheet.rows.len().saturating_sub(1);
    let range =
        format!("A{}:{}", sheet.row_number(frame.header.0), sheet.address(last, sheet.width().saturating_sub(1)));
    let rows = if frame.header.0 == frame.header.1 {
        sheet.row_number(frame.header.0)
    } else {
        format!("{}–{}", sheet.row_number(frame.header.0), sheet.row_number(frame.header.1))
    };
    let mut notes = vec![match &sheet.name {
        Some(name) => {
            Note::new("import-sheet-table", "--sheet --header", &[("sheet", name), ("range", &range), ("rows", &rows)])
        }
        None => Note::new("import-table", "--header", &[("range", &range), ("rows", &rows)]),
    }];
    let column = |column: usize| format!("{} «{}»", column_letters(column), frame.headers[column]);
    for (role, at) in &columns.roles {
        notes.push(Note::new("import-role", "--map", &[("role", role.name()), ("column", &column(*at))]));
    }
    let kinds = [
        (Some(FigureKind::Plan), Role::Plan),
        (Some(FigureKind::Fact), Role::Fact),
        (Some(FigureKind::Forecast), Role::Forecast),
        (None, Role::Value),
    ];
    for (kind, role) in kinds {
        let held: Vec<String> =
            columns.values.iter().filter(|value| value.kind == kind).map(|value| column(value.column)).collect();
        if !held.is_empty() {
            notes.push(Note::new("import-role", "--map", &[("role", role.name()), ("column", &held.join(", "))]));
        }
    }
    for left_out in &columns.left_out {
        let name = format!("{} «{}»", column_letters(left_out.column), left_out.header);
        notes.push(match &left_out.derivation {
            Some(derivation) => {
                let [one, other] = derivation.columns.map(column_letters);
                let (formula, rows) = (format!("{one} {} {other}", derivation.sign), derivation.rows.to_string());
                Note::new("import-derived", "--map", &[("column", &name), ("formula", &formula), ("rows", &rows)])
            }
            None => Note::new("import-left-out", "--map", &[("column", &name)]),
        });
    }
    notes
}
