//! What a person types and clicks: keys, mouse, text input.

pub mod keys;
pub mod text_input;

pub(crate) mod mouse;
