//! Search by typed words, in any of the three languages and either script, exact or fuzzy.
//!
//! `fold` makes texts comparable, `matcher` scores them, `filter` and `collation` filter and sort table rows. Not here: the
//! command palette.

pub mod filter;
pub mod suggest;

mod collation;
mod fold;
mod matcher;

pub use crate::page::search::collation::collation_key;
pub use crate::page::search::fold::{FoldedText, fold};
pub use crate::page::search::matcher::{MatchKind, Search, hits};
