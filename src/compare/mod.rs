//! ② What follows from the figures: bounds, what was known when, verdicts. Pure; knows no words, colours or cells.
//!
//! Where to start: [`verdict`](fn@verdict) for one target, [`verdicts`] for all, [`crate::compare::verdict::verdicts::Verdicts`] for those that are asked for, [`crate::compare::series::as_of::figures`] for a series as it
//! was known on a day, [`crate::compare::series::as_of::known_days`] for the days worth a visit, [`checks::checks`] for what does not fit.
//!
//! How it goes: a written value becomes a number with bounds (`quantity`, `interval`); the reports of a day become figures
//! (`known`, `merge`, `history`); a deadline becomes days (`window`); the figures that speak for them (`evidence`,
//! `summed`) decide (`judge`, `event`); for open promises the way so far and where it leads (`baseline`, `part_year`,
//! `pace`, `projection`, put together in `progress`) decide (`open`). `number` and `happening` make the verdict of it.

pub mod checks;
pub mod progress;
pub mod series;
pub mod verdict;
pub mod window;

pub use crate::compare::verdict::verdicts::{verdict, verdicts};
