//! ② What follows from the figures: bounds, what was known when, verdicts. Pure; knows no words, colours or cells.

pub mod quantity;
pub mod verdict;
