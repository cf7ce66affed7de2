//! Recording of a talk as an asciicast.

pub mod asciicast;
pub mod recorder;
pub mod writer;
