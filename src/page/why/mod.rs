//! Why: for any record, where its number comes from and how its verdict was reached.

pub mod arithmetic;
pub mod overlay;

pub(crate) mod checks;
pub(crate) mod evidence;
