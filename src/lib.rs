//! planfact compares stated targets with reported actuals, in the terminal.
//!
//! **A page is plain data.** Small functions turn the dataset into a [`page::model::Page`]; terminal, text and pictures are renderers
//! of the same page.
//!
//! | layer | what it holds | imports |
//! |---|---|---|
//! | [`dataset`] ① | targets, actuals and sources, checked | nothing else |
//! | [`import`] | a spreadsheet as the text of a dataset | ① |
//! | [`compare`] ② | verdicts and progress as of a date | ① |
//! | [`page`] ③ | what to show, in words | ① ② |
//! | [`render`] ④ | how a page looks | ③ |
//! | [`app`] ⑤, [`cli`], [`commands`], [`settings`], [`files`] | keys, terminal, command line, disk | what they need |
//!
//! A file imports its own layer and those before it; `tests/layers.rs` checks that. `CONTRIBUTING.md` has a map of all
//! folders, and follows a value from file to cell and a key from press to frame.
//!
//! # Glossary
//!
//! - **target**: a stated value or milestone with a due date; a promise or a forecast. **actual**: a reported value.
//! - **as of a date**, also *known date*: only what was published by then counts. Everything shown depends on one such date.
//! - **verdict**: the status of a target as of a date, with its badges and calculation.
//! - **series**: the figures of one metric for one subject.
//! - **part-year**: a figure for January to some month; it never counts as the figure of a year.
//! - **overlay**: help, Why or a list of records on top of a page.
//! - **scene**: one sentence over one view of the dashboard; a talk is a list of scenes.
//!
//! # Where to start
//!
//! [`dataset::records`] for the shapes, [`compare::verdict()`] for verdicts, [`page::build`] for what is shown,
//! [`render::tui::draw_screen`] for how, [`app::event_loop::run`] for the event loop, [`app::input::keys::table::KEYS`] for the keys,
//! [`app::present`] for talks, [`app::notes`] for the speaker's notes, [`app::recording::recorder`] for recordings,
//! [`page::talk::handout`] for the hand-out.

pub mod app;
pub mod cli;
pub mod commands;
pub mod compare;
pub mod dataset;
pub mod files;
pub mod import;
pub mod page;
pub mod render;
pub mod settings;
