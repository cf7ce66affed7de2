//! ① The records of a file, read and checked. Knows nothing of comparing or drawing.
//!
//! serde decodes the text into the raw types of `format`, `check` makes records of them. Only if something is wrong, `diagnose`
//! reads the file again to find the positions. The bundled dataset is read at build time and stored `packed`.

pub mod diagnose;
pub mod format;
pub mod outline;
pub mod packed;
pub mod records;

mod check;

use crate::dataset::check::check;
use crate::dataset::check::checker::Sanitizer;
use crate::dataset::diagnose::findings::Suggestions;
use crate::dataset::diagnose::problem::Problem;
use crate::dataset::format::raw_records::RawDataset;
use crate::dataset::format::raw_values::RawRecord;

use records::Dataset;

/// The format as a JSON Schema (2020-12), for editors; a test keeps it equal to the raw types.
pub const SCHEMA: &str = include_str!("../../assets/planfact.schema.json");

/// Reads a dataset. A byte-order mark is skipped.
///
/// # Errors
/// All problems of the text, in the order of their positions.
pub fn load(text: &str) -> Result<Dataset, Vec<Problem>> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let raw = serde_json::from_str::<RawRecord<RawDataset<'_>>>(text).ok();
    let dataset = raw.and_then(|raw| check(raw.0, Sanitizer::for_text(text), Suggestions::Off).ok());
    dataset.ok_or_else(|| diagnose::diagnose(text))
}
