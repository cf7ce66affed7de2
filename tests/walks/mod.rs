//! Keys in, screens out: what a person does and then sees.

mod command_line;
mod crosshair;
pub(crate) mod every_screen;
mod finding;
mod fit;
mod modes;
mod mouse;
mod pages;
mod palette;
mod plain;
mod random;
mod sheets;
mod take_along;
mod time;
pub(crate) mod walk;
mod way_back;
