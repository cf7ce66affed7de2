//! Keys in, screens out: what a person does and then sees.

mod pages;
mod random;
mod sheets;
mod time;
pub(crate) mod walk;
