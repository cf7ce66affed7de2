//! What the loops of the dashboard and of the speaker's notes share: the clock and the reason for the end.

use std::time::{Duration, Instant};

/// Why a loop ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ExitReason {
    /// The user quit.
    Quit,
    /// The terminal was closed.
    TerminalClosed,
    /// A signal with this number asked for it.
    Killed(i32),
}

/// A clock that counts from its start.
#[derive(Debug, Clone, Copy)]
pub struct Clock {
    start: Instant,
    now: fn() -> Instant,
}

impl Clock {
    /// A clock that starts now.
    pub fn start(now: fn() -> Instant) -> Self {
        Self { start: now(), now }
    }

    /// How long it has been running.
    pub fn elapsed(&self) -> Duration {
        (self.now)().saturating_duration_since(self.start)
    }
}
