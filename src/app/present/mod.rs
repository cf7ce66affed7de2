//! A talk: scenes one after the other over the whole screen.
//!
//! [`state::TalkState`] is what is going on, [`update::update`] changes it, [`show::TalkModel`] holds the scenes and draws. Nothing here
//! touches the world: time is an argument, and what the world has to do is returned, so a second screen or a recording
//! can drive the same talk.

pub mod keys;
pub mod show;
pub mod state;
pub mod update;
