//! Text files: their encoding, the character between fields, and the fields.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8};

use crate::import::cells::sheet::{Cell, Sheet};
use crate::import::flags::ImportFlags;
use crate::import::report::{Note, Refusal};

const DELIMITERS: [u8; 4] = [b',', b';', b'\t', b'|'];

pub(super) fn read(bytes: &[u8], flags: &ImportFlags) -> Result<(Sheet, Vec<Note>), Refusal> {
    let (text, encoding) = decode(bytes, flags)?;
    if text.trim().is_empty() {
        return Err(Refusal::sheet("import-empty", &[]));
    }
    let (declared, text) = declared_delimiter(&text);
    let chosen = flags.delimiter.and_then(|delimiter| u8::try_from(delimiter).ok());
    let delimiter = chosen.or(declared).unwrap_or_else(|| likely_delimiter(text));
    let sheet = fields(text, delimiter, usize::MAX, u64::from(declared.is_some()));
    let sign = if delimiter == b'\t' { "\\t".to_owned() } else { char::from(delimiter).to_string() };
    let note =
        Note::new("import-file", "--encoding --delimiter", &[("encoding", encoding.name()), ("delimiter", &sign)]);
    Ok((sheet, vec![note]))
}

fn decode(bytes: &[u8], flags: &ImportFlags) -> Result<(String, &'static Encoding), Refusal> {
    let encoding = match &flags.encoding {
        Some(name) => Encoding::for_label(name.as_bytes())
            .ok_or_else(|| Refusal::flag("import-encoding", &[("encoding", name)]))?,
        None => match Encoding::for_bom(bytes) {
            Some((encoding, _)) => encoding,
            None if bytes.contains(&0) => return Err(Refusal::sheet("import-binary", &[])),
            None if std::str::from_utf8(bytes).is_ok() => UTF_8,
            None => {
                let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
                detector.feed(bytes, true);
                detector.guess(None, Utf8Detection::Deny)
            }
        },
    };
    let (text, encoding, has_errors) = encoding.decode(bytes);
    if has_errors || text.contains('\0') {
        return Err(Refusal::flag("import-encoding", &[("encoding", encoding.name())]));
    }
    Ok((text.into_owned(), encoding))
}

/// The line `sep=;` that some spreadsheets write first, and the text behind it.
fn declared_delimiter(text: &str) -> (Option<u8>, &str) {
    let (first, rest) = text.split_once('\n').unwrap_or((text, ""));
    match first.trim_end_matches('\r').strip_prefix("sep=").map(str::as_bytes) {
        Some([delimiter]) => (Some(*delimiter), rest),
        _ => (None, text),
    }
}

/// The delimiter that splits most of the first rows into the same number of fields.
fn likely_delimiter(text: &str) -> u8 {
    const ROWS: usize = 50;
    let score = |delimiter: u8| {
        let sheet = fields(text, delimiter, ROWS, 0);
        let widths = sheet.rows.iter().map(Vec::len).filter(|width| *width > 1);
        let counted = |width: usize| sheet.rows.iter().filter(|row| row.len() == width).count();
        widths.map(|width| (counted(width), width)).max().unwrap_or_default()
    };
    DELIMITERS.into_iter().rev().max_by_key(|delimiter| score(*delimiter)).unwrap_or(b',')
}

fn fields(text: &str, delimiter: u8, most: usize, skipped_lines: u64) -> Sheet {
    let mut reader =
        csv::ReaderBuilder::new().has_headers(false).flexible(true).delimiter(delimiter).from_reader(text.as_bytes());
    let mut sheet = Sheet::default();
    let (mut line, mut counted) = (skipped_lines + 1, 0);
    for record in reader.records().take(most).flatten() {
        // The reader counts the line feed behind a carriage return to the next record.
        let start = record.position().map_or(0, |at| usize::try_from(at.byte()).unwrap_or_default());
        let blank = text.as_bytes()[start..].iter().take_while(|byte| matches!(byte, b'\n' | b'\r')).count();
        let lines = text[counted..start + blank].matches('\n').count();
        line += u64::try_from(lines).unwrap_or_default();
        counted = start + blank;
        sheet.lines.push(line);
        let cell = |field: &str| if field.is_empty() { Cell::Empty } else { Cell::Text(field.to_owned()) };
        sheet.rows.push(record.iter().map(cell).collect());
    }
    sheet
}
