//! The dashboard in line mode, for screen readers and terminals without cursor control: lines out, numbers in.
//!
//! ```text
//! Overview. At least 200,000 vehicles a year by 2025 were promised in July 2016. …
//! 1. Choose a row (40)
//! 2. Read the chart point by point: Kazakhstan: Vehicles made, thousand
//! …
//! 0. Quit
//! ```
//!
//! A reply says in one sentence what changed; an empty line prints the menu again. Pages and actions are those of
//! [`crate::app::dashboard::model::Model`].

pub mod dashboard;

mod menu;
