//! The speaker's notes: a second terminal that shows where a talk is, and sends it keys.
//!
//! `server` in the talk and `client` in the notes exchange the lines of `protocol` over a Unix socket of the same user.

#[cfg(unix)]
pub mod client;
pub mod clock;
pub mod console;
pub mod event_loop;
pub mod keys;
pub mod line_mode;
pub mod protocol;
#[cfg(unix)]
pub mod server;
pub mod update;

#[cfg(unix)]
mod peer;
#[cfg(not(unix))]
mod unsupported;

#[cfg(not(unix))]
pub use unsupported::{client, server};
