//! ① What was said and reported: the records of a file, read and checked. Knows nothing of comparing or drawing.
//!
//! Reading is two steps: the text becomes the types of `raw`, which are the format; then `check` makes records of them.
//! Only if something is wrong is the file read again, slowly, to tell where.

mod check;
mod finding;
pub mod index;
pub mod period;
pub mod problem;
mod raw;
pub mod records;
pub mod value;
mod written;

use problem::Problem;
use records::Dataset;

/// Reads a dataset. A byte-order mark is skipped.
///
/// # Errors
/// Everything that is wrong with the text, in the order of its places.
pub fn load(text: &str) -> Result<Dataset, Vec<Problem>> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let raw = serde_json::from_str::<raw::RawDataset<'_>>(text)
        .map_err(|error| vec![Problem::unplaced(&error.to_string())])?;
    check::check(raw)
        .map_err(|findings| findings.0.into_iter().map(|finding| Problem::unplaced(&format!("{finding:?}"))).collect())
}
