//! What the notes receive from a talk.

use std::time::Duration;

use crate::page::talk::snapshot::TalkSnapshot;

/// A message about the talk, or about the connection to it.
#[derive(Debug)]
pub enum TalkUpdate {
    /// State of the talk, and the time of the talk's clock when it was sent.
    Snapshot(Box<TalkSnapshot>, Duration),
    /// There is no talk, or it closed the connection.
    Disconnected,
    /// The server speaks another version, or is not a talk.
    Incompatible,
}
