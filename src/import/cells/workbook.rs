//! Workbooks: XLSX, XLS and ODS. The sizes that an archive declares are looked at before anything is unpacked.

use std::io::Cursor;

use calamine::{Data, DataRef, Reader, Sheets, open_workbook_auto_from_rs};
use zip::ZipArchive;

use crate::import::cells::sheet::{Cell, Merge, Sheet};
use crate::import::report::Refusal;

/// Unpacked, of all parts of the archive together.
const MAX_UNPACKED_BYTES: u64 = 100 << 20;
const MAX_CELLS: usize = 1_000_000;

pub(super) fn read(bytes: &[u8]) -> Result<Vec<Sheet>, Refusal> {
    if is_encrypted(bytes) {
        return Err(Refusal::sheet("import-encrypted", &[]));
    }
    if unpacked_bytes(bytes) > MAX_UNPACKED_BYTES {
        return Err(Refusal::sheet("import-swells", &[]));
    }
    let unreadable =
        |error: &dyn std::fmt::Display| Refusal::sheet("import-workbook", &[("error", &error.to_string())]);
    let mut book = open_workbook_auto_from_rs(Cursor::new(bytes)).map_err(|error| unreadable(&error))?;
    let names = book.sheet_names();
    let mut sheets = Vec::new();
    for name in names {
        if spread(&mut book, &name) > MAX_CELLS {
            return Err(Refusal::sheet("import-swells", &[]));
        }
        // A chart sheet has no cells.
        let Ok(range) = book.worksheet_range(&name) else { continue };
        let Some((last_row, last_column)) = range.end() else { continue };
        let (height, width) = (last_row as usize + 1, last_column as usize + 1);
        if height.saturating_mul(width) > MAX_CELLS {
            return Err(Refusal::sheet("import-swells", &[]));
        }
        let mut rows = vec![vec![Cell::Empty; width]; height];
        let (top, left) = range.start().unwrap_or_default();
        for (row, column, data) in range.used_cells() {
            rows[row + top as usize][column + left as usize] = cell(data);
        }
        if let Ok(formulas) = book.worksheet_formula(&name) {
            let (top, left) = formulas.start().unwrap_or_default();
            for (row, column, _) in formulas.used_cells().filter(|(_, _, formula)| !formula.is_empty()) {
                let place = rows.get_mut(row + top as usize).and_then(|row| row.get_mut(column + left as usize));
                if let Some(cell) = place.filter(|cell| cell.is_empty()) {
                    *cell = Cell::NoValue;
                }
            }
        }
        let merges = merges(&mut book, &name);
        sheets.push(Sheet { name: Some(name), rows, merges, lines: Vec::new() });
    }
    if sheets.is_empty() {
        return Err(Refusal::sheet("import-empty", &[]));
    }
    Ok(sheets)
}

/// The cells of the rectangle that a sheet fills: two cells far apart make one as large as the sheet, and the reader makes all of it.
fn spread(book: &mut Sheets<Cursor<&[u8]>>, name: &str) -> usize {
    let Sheets::Xlsx(book) = book else { return 0 };
    let (mut height, mut width) = (0, 0);
    let mut add = |(row, column): (u32, u32)| {
        height = height.max(row as usize + 1);
        width = width.max(column as usize + 1);
    };
    if let Ok(mut reader) = book.worksheet_cells_reader(name) {
        while let Ok(Some(cell)) = reader.next_cell() {
            if !matches!(cell.get_value(), DataRef::Empty) {
                add(cell.get_position());
            }
        }
    }
    if let Ok(mut reader) = book.worksheet_cells_reader(name) {
        while let Ok(Some(cell)) = reader.next_formula() {
            add(cell.get_position());
        }
    }
    height.saturating_mul(width)
}

fn cell(data: &Data) -> Cell {
    match data {
        Data::String(text) if text.is_empty() => Cell::Empty,
        Data::String(text) | Data::DurationIso(text) => Cell::Text(text.clone()),
        Data::DateTimeIso(text) => match text.get(..10).and_then(|day| day.parse().ok()) {
            Some(day) => Cell::Day(day),
            None => Cell::Text(text.clone()),
        },
        Data::Float(number) => Cell::Number(*number),
        Data::Int(number) => Cell::Number(*number as f64),
        Data::Bool(truth) => Cell::Text(truth.to_string()),
        Data::DateTime(moment) => {
            let (year, month, day, ..) = moment.to_ymd_hms_milli();
            chrono::NaiveDate::from_ymd_opt(year.into(), month.into(), day.into()).map_or(Cell::NoValue, Cell::Day)
        }
        Data::Empty => Cell::Empty,
        Data::Error(_) => Cell::NoValue,
    }
}

fn merges(book: &mut Sheets<Cursor<&[u8]>>, name: &str) -> Vec<Merge> {
    let regions = match book {
        Sheets::Xlsx(book) => book.merge_cells_by_sheet_name(name).ok(),
        Sheets::Xls(book) => book.merge_cells_by_sheet_name(name).ok(),
        _ => None,
    };
    let pair = |from: u32, to: u32| (from as usize, to as usize);
    let merge = |region: calamine::Dimensions| Merge {
        rows: pair(region.start.0, region.end.0),
        columns: pair(region.start.1, region.end.1),
    };
    regions.unwrap_or_default().into_iter().map(merge).collect()
}

/// A locked workbook is a compound file with a stream of this name, in UTF-16; ODS says it in its manifest.
fn is_encrypted(bytes: &[u8]) -> bool {
    let name: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
    bytes.starts_with(&[0xd0, 0xcf, 0x11, 0xe0]) && bytes.windows(name.len()).any(|window| window == name)
}

fn unpacked_bytes(bytes: &[u8]) -> u64 {
    let Ok(mut archive) = ZipArchive::new(Cursor::new(bytes)) else { return 0 };
    let mut total = 0_u64;
    for index in 0..archive.len() {
        total = total.saturating_add(archive.by_index_raw(index).map_or(u64::MAX, |file| file.size()));
    }
    total
}
