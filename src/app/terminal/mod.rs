//! The terminal: session, frames, input, events and signals, background colour, capabilities.

pub mod background;
pub mod capabilities;
pub mod events;
pub mod frame_encoder;
pub mod session;
pub mod signals;

mod input;
mod sequences;
