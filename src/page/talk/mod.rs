//! A talk as plain data: scenes from the story of a dataset, the speaker's notes and the handout.
//!
//! A scene is a state of the dashboard with one sentence over it, not a picture. Every number in a text is computed from the
//! figures known on the day (`placeholders`), so it cannot disagree with the chart (`picture`). Not here: drawing, timing.

pub mod handout;
pub mod reveal;
pub mod snapshot;
pub mod speaker_notes;

mod citations;
mod default_story;
mod picture;
mod placeholders;
mod scene;
mod source_line;

pub use crate::page::talk::scene::{PageView, SceneVerdict, TalkContext, TalkScene, scenes};
