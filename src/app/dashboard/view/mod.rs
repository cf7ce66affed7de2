//! The view of the dashboard: what it is built from, how it is built, and what is asked of it.
//!
//! `inputs` and `view_model` are plain types; every other file adds methods to [`Model`](crate::app::dashboard::model::Model).

pub(in crate::app) mod inputs;
pub(in crate::app) mod view_model;

mod check_options;
mod elsewhere;
mod embedding;
mod export;
mod key_contexts;
mod overlay_content;
mod palette_search;
mod rebuild;
