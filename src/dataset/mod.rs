//! ① What was said and reported: the records of a file, read and checked. Knows nothing of comparing or drawing.
//!
//! Reading is two steps: the text becomes the types of `raw`, which are the format; then `check` makes records of them.
//! Only if something is wrong is the file read again, slowly, to tell where. The bundled record is read while the program
//! is built, by this code, and kept in another form (`packed`).

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

/// The format as a JSON Schema (2020-12), for editors. Made from the types that read it; a test holds the two together.
pub const SCHEMA: &str = include_str!("../../assets/planfact.schema.json");

/// Reads a dataset. A byte-order mark is skipped.
///
/// # Errors
/// Everything that is wrong with the text, in the order of its places.
pub fn load(text: &str) -> Result<Dataset, Vec<Problem>> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let raw = serde_json::from_str::<RawRecord<RawDataset<'_>>>(text).ok();
    let dataset = raw.and_then(|raw| check(raw.0, Sanitizer::for_text(text), Suggestions::Off).ok());
    dataset.ok_or_else(|| diagnose::diagnose(text))
}

// At the end: what follows it is taken for tests.
