//! What a target is compared on: the number to reach, the days of its deadline, and the figures that count for them.

pub mod change;
pub mod due_window;
pub mod promised_number;

pub(crate) mod cumulative;
pub(crate) mod selection;
pub(crate) mod window_figure;
