//! Search by typed words, in any of the three languages and either script, exact or fuzzy.
//!
//! `fold` makes texts comparable, `matcher` scores them, `filter` and `collation` filter and sort table rows,
//! `typed_date` understands days. Not here: the command palette.

pub mod filter;
pub mod suggest;

mod collation;
mod fold;
mod matcher;
mod typed_date;

pub use crate::page::search::collation::collation_key;
pub use crate::page::search::fold::{FoldedText, fold};
pub use crate::page::search::matcher::{MatchKind, Search, hits};
pub use crate::page::search::typed_date::{TypedDate, typed_date};
