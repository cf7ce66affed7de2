//! ② What follows from the figures: bounds, what was known when, verdicts. Pure; knows no words, colours or cells.
//!
//! Where to start: [`verdict`](fn@verdict) for one target, [`verdicts`] for all, [`known::figures`] for a series as it
//! was known on a day, [`known::known_days`] for the days worth a visit.

mod badges;
pub mod event;
mod evidence;
mod history;
pub mod interval;
mod judge;
pub mod known;
pub mod merge;
pub mod outlook;
pub mod promise;
pub mod quantity;
pub mod status;
mod steps;
mod summed;
pub mod verdict;
pub mod window;

pub use status::{verdict, verdicts};
