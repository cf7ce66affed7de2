//! Finding by what a person types: words in any of the three languages and either script, whole or nearly so.
//!
//! `fold` makes texts comparable, [`Search`] holds them against what was typed. Not here: rows (`sift`), the palette.

mod alphabet;
mod fold;
mod search;

pub use alphabet::collation_key;
pub use fold::{FoldedText, fold};
pub use search::{MatchKind, Search, hits};
