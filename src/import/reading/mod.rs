//! The readings of single texts: periods, kinds of figure, numbers, as spreadsheets write them.

pub(crate) mod dates;
pub(crate) mod header;
pub(crate) mod numbers;
pub(crate) mod periods;
pub(crate) mod tokens;
pub(crate) mod words;
