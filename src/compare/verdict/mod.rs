//! The verdict of one target: which figures count for its due window, and what status follows.

pub mod due_window;
pub mod open;
pub mod promised_number;
pub mod types;
pub mod verdicts;

pub(crate) mod assess;
pub(crate) mod assessment_input;
pub(crate) mod badges;
pub(crate) mod calculation;
pub(crate) mod closed;
pub(crate) mod cumulative;
pub(crate) mod milestone;
pub(crate) mod number;
pub(crate) mod readings;
pub(crate) mod touched;
pub(crate) mod window_figure;
