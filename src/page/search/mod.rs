//! Finding by what a person types: words in any of the three languages and either script, whole or nearly so.
//!
//! `fold` makes texts comparable, [`Search`] holds them against what was typed. Not here: rows (`sift`), the palette.

pub mod filter;
pub mod suggest;

mod collation;
mod fold;
mod matcher;

pub use crate::page::search::collation::collation_key;
pub use crate::page::search::fold::{FoldedText, fold};
pub use crate::page::search::matcher::{MatchKind, Search, hits};
