//! planfact: stated targets against reported actuals, in the terminal.
//!
//! One idea carries it: **a page is plain data.** Small functions turn the dataset into a [`page::Page`]; everything that
//! shows something, a terminal, a text, a picture, is a renderer of the same page.
//!
//! | layer | what it is | knows |
//! |---|---|---|
//! | [`dataset`] ① | what was said and reported | nothing else |
//! | [`compare`] ② | what follows from it | ① |
//! | [`page`] ③ | what to show | ① ② |
//! | [`render`] ④ | how it looks | ③ |
//! | [`app`] ⑤, [`cli`], [`settings`], [`files`], [`commands`] | keys, terminal, arguments, disk | what they need |
//!
//! A file imports its own layer and those before it; `tests/layers.rs` holds that.
//!
//! # Words
//!
//! - **target**: what somebody said would be reached; a promise or a forecast. **actual**: what was reported.
//! - **known at**: what had been said and published by a day. Everything shown follows from one such day.
//! - **verdict**: what became of a target, as known on a day: a status, marks, and the arithmetic behind them.
//! - **scene**: one sentence over one state of the dashboard; a talk is a list of them.
//! - **part-year**: a figure that covers January to some month; never a year's.
//!
//! # Where to start
//!
//! [`dataset::records`] for the shapes, [`compare::verdict()`] for the judgement, [`page::build`] for what is shown,
//! [`render::tui::draw_screen`] for how, [`app::event_loop::run`] for the loop, [`app::input::keys::table::KEYS`] for the keys,
//! [`app::present`] for the talk, [`app::notes`] for its speaker, [`app::recording::recorder`] for its recording,
//! [`page::talk::handout`] for what is handed out of it.

pub mod app;
pub mod cli;
pub mod commands;
pub mod compare;
pub mod dataset;
pub mod files;
pub mod page;
pub mod render;
pub mod settings;
