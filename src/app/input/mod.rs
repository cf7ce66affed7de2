//! Keys, mouse and text input.

pub mod keys;
pub mod text_input;

pub(crate) mod mouse;
