//! ② What follows from the figures: bounds, what was known when, verdicts. Pure; knows no words, colours or cells.
//!
//! Where to start: [`verdict`](fn@verdict) for one target, [`verdicts`] for all, [`judged::Verdicts`] for those that are asked for, [`known::figures`] for a series as it
//! was known on a day, [`known::known_days`] for the days worth a visit, [`checks::checks`] for what does not fit.
//!
//! How it goes: a written value becomes a number with bounds (`quantity`, `interval`); the reports of a day become figures
//! (`known`, `merge`, `history`); a deadline becomes days (`window`); the figures that speak for them (`evidence`,
//! `summed`) decide (`judge`, `event`); for open promises the way so far and where it leads (`baseline`, `part_year`,
//! `pace`, `projection`, put together in `course`) decide (`open`). `number` and `happening` make the verdict of it.

pub mod ambition;
mod badges;
mod baseline;
pub mod checks;
mod course;
pub mod event;
mod evidence;
mod happening;
mod history;
pub mod interval;
mod judge;
pub mod judged;
pub mod known;
pub mod merge;
mod number;
pub mod open;
pub mod outlook;
pub mod pace;
pub mod part_year;
mod peaks;
pub mod projection;
pub mod promise;
pub mod quantity;
pub mod required;
pub mod slip;
mod start;
pub mod status;
mod steps;
pub mod student;
mod summed;
pub mod time;
mod touched;
mod trend;
pub mod verdict;
pub mod window;

pub use status::{verdict, verdicts};
