//! What a target asks for (analytics 1.7): to be reached, held, kept within a range, or planned for its own period alone.
//! Start at `rules`.

pub mod within;

pub(crate) mod hold;
pub(crate) mod plan;
pub(crate) mod rules;
