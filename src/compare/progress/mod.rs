//! The progress towards a target: baseline, pace, annualised part-years, projection, slip.

pub mod ambition;
pub mod pace;
pub mod part_year;
pub mod programme;
pub mod projection;
pub mod required;
pub mod slip;
pub mod student_t;
pub mod trend;
pub mod types;

pub(crate) mod assemble;
pub(crate) mod assessment_input;
pub(crate) mod at_statement;
pub(crate) mod baseline;
pub(crate) mod target_progress;
