//! The figures of a series as known on a date: intervals, merging of reports, history by year.

pub mod as_of;
pub mod calendar;
pub mod figure;
pub mod interval;
pub mod merge;
pub mod milestone_evidence;
pub mod quantity;

pub(crate) mod history;
