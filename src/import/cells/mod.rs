//! The cells of a file: sheets of a workbook, or the one sheet of a text file.

pub(crate) mod sheet;

mod text;
mod workbook;

use crate::import::cells::sheet::Sheet;
use crate::import::flags::ImportFlags;
use crate::import::report::{Note, Refusal};

/// The sheets of a file, and how they were read.
pub(crate) struct Cells {
    pub(crate) sheets: Vec<Sheet>,
    pub(crate) notes: Vec<Note>,
}

/// Reads all cells; the format is told by the first bytes.
pub(crate) fn read(bytes: &[u8], flags: &ImportFlags) -> Result<Cells, Refusal> {
    const ZIP: &[u8] = b"PK\x03\x04";
    const COMPOUND: &[u8] = &[0xd0, 0xcf, 0x11, 0xe0];
    if bytes.starts_with(ZIP) || bytes.starts_with(COMPOUND) {
        return workbook::read(bytes).map(|sheets| Cells { sheets, notes: Vec::new() });
    }
    let (sheet, notes) = text::read(bytes, flags)?;
    Ok(Cells { sheets: vec![sheet], notes })
}
