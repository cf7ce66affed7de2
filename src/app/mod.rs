//! ⑤ The program on a terminal: the dashboard, the talk, the speaker's notes, line mode, recordings.
//!
//! Start at [`event_loop::run`] (the loop), [`app_state::App`] (dashboard and talk), [`dashboard::update::update`] (what an
//! action changes) and [`input::keys::table::KEYS`] (the key table).

pub mod action;
pub mod app_data;
pub mod app_state;
pub mod dashboard;
pub mod event_loop;
pub mod input;
pub mod line_mode;
pub mod look;
pub mod notes;
pub mod present;
pub mod recording;
pub mod run_types;
pub mod terminal;
