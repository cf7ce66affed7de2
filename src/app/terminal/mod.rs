//! The terminal: session, frames, events and signals, background colour, capabilities.

pub mod background;
pub mod capabilities;
pub mod events;
pub mod frame_encoder;
pub mod session;
pub mod signals;

/// Whether the program receives mouse events.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mouse {
    /// Clicks and the wheel come to planfact.
    On,
    /// The terminal selects and copies text.
    Off,
}
