//! The dashboard without a terminal: events in, screens out.

mod as_of_date;
mod chart_modes;
mod command_line;
mod copy_export;
mod crosshair;
pub(crate) mod every_screen;
mod filter;
mod finding;
mod history;
mod line_mode;
mod mouse;
mod overlays;
mod pages;
mod palette;
mod random_events;
mod truncation;
pub(crate) mod walk;
mod year_columns;
