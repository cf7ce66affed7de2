//! Finding by what a person types: words in any of the three languages and either script, whole or nearly so.
//!
//! `fold` makes texts comparable, [`Search`] holds them against what was typed. Not here: rows (`sift`), the palette.

mod alphabet;
mod fold;
mod search;

pub use alphabet::alphabetical;
pub use fold::{Folded, fold};
pub use search::{Near, Search, hits};
