//! The rules of `analytics.md` as named cases, its worked vectors, and properties that hold for any data.

mod bounds;
mod checks;
mod closed;
mod data;
mod decisions;
mod merging;
mod milestones;
mod open;
mod properties;
mod time_travel;
mod vectors;
