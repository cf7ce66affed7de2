//! The two clocks of the notes: time since the start of the run, and time of day.

use std::time::Duration;

use chrono::NaiveTime;

use crate::app::run_types::Clock;

/// Reads both clocks.
#[derive(Debug, Clone, Copy)]
pub struct NotesClock {
    /// Time since the start of the run.
    pub clock: Clock,
    /// Reads the local time of day.
    pub time_of_day: fn() -> NaiveTime,
}

/// A moment on both clocks.
#[derive(Debug, Clone, Copy)]
pub struct NotesTime {
    /// Since the start of the run.
    pub elapsed: Duration,
    /// Local time of day.
    pub time_of_day: NaiveTime,
}

impl NotesClock {
    /// The current moment.
    pub fn now(&self) -> NotesTime {
        NotesTime { elapsed: self.clock.elapsed(), time_of_day: (self.time_of_day)() }
    }
}
