//! ② What follows from the figures: bounds, figures as of a date, verdicts. Pure; knows no words, colours or cells.
//!
//! Start at [`verdict`](fn@verdict) for one target, [`verdicts`] for all, [`verdict::verdicts::Verdicts`] for verdicts on
//! demand, [`series::as_of::figures`] for a series as of a date, [`checks::checks`] for the consistency checks.
//!
//! `series` turns written values into numbers with bounds and reports into figures as of a date; `window` finds the days of a
//! deadline and the figures that count for them; `progress` computes pace and projection of open targets; `verdict` decides
//! the status. Analytics sections in the docs refer to `analytics.md`, the mathematics of the project.
//!
//! Units: a point in time is an `f64` in calendar years, where 2025.0 is the **end** of 2025 ([`series::calendar`]). Values are
//! in the unit of their metric, shares and growth rates in per cent; ratios and tolerances are fractions (0.05 is 5 %).

pub mod checks;
pub mod progress;
pub mod series;
pub mod verdict;
pub mod window;

pub use crate::compare::verdict::verdicts::{verdict, verdicts};
