//! The handout of a talk as one self-contained file: it loads nothing and runs no script.

mod body;
mod html;
mod markdown;

pub use html::html;
pub use markdown::markdown;
