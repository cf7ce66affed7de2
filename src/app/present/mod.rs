//! A talk: scenes one after the other over the whole screen.
//!
//! [`state::TalkState`] is plain data, [`update::update`] changes it, [`talk_model::TalkModel`] holds the scenes and draws. Time is
//! an argument, and effects are returned: a recording drives the same talk as a terminal.

pub mod keys;
pub mod state;
pub mod talk_model;
pub mod update;
