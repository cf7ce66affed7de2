//! What is going on in a talk, as plain data; changed by `update` alone.

use std::time::Duration;

use ratatui::layout::Size;

use crate::app::state::Motion;
use crate::dataset::records::Language;
use crate::render::theme::Paint;
use crate::render::tui::scene::Lead;

/// What is going on in a talk. Times are counted from the start of the program.
#[derive(Debug, Clone, PartialEq)]
pub struct State {
    /// What there is to see.
    pub picture: Picture,
    /// What the room sees instead while it is frozen.
    pub frozen: Option<Picture>,
    /// When the next step of the reveal appears; none if nothing more is to come.
    pub next_step: Option<Duration>,
    /// Whether things appear one after the other.
    pub motion: Motion,
    /// Who turns to the next scene.
    pub turning: Turning,
    /// What follows the last scene where the talk runs by itself.
    pub after_last: AfterLast,
    /// The number of a scene that is being typed.
    pub typed: Option<usize>,
    /// The keys pressed last, where they are shown.
    pub echo: Option<Vec<String>>,
    /// How long the talk had gone on before, where it goes on after an accident.
    pub before: Duration,
    /// When the talk began, as its time is counted.
    pub began: Duration,
    /// When the scene began.
    pub since: Duration,
    /// How long each scene was on, in all.
    pub times: Vec<Duration>,
    /// The language of every word.
    pub language: Language,
    /// Theme, colours, glyphs.
    pub paint: Paint,
    /// The size of the screen.
    pub size: Size,
}

/// What there is to see.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Picture {
    /// The scene, from 0.
    pub scene: usize,
    /// How many steps of its reveal are done.
    pub done: usize,
    /// The point that is lit.
    pub spot: Option<usize>,
    /// Which words lead.
    pub lead: Lead,
    /// What lies over it.
    pub cover: Cover,
}

/// What lies over a scene.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cover {
    /// Nothing.
    None,
    /// Nothing is shown at all.
    Blank,
    /// The list of scenes, with this one chosen.
    Scenes(usize),
    /// The keys.
    Keys,
}

/// Who turns to the next scene.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Turning {
    /// The speaker.
    Speaker,
    /// The talk itself, after the seconds of each scene.
    Itself,
}

/// What follows the last scene where the talk runs by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AfterLast {
    /// It stays.
    Nothing,
    /// The first.
    First,
}

impl State {
    /// The beginning of a talk.
    #[must_use]
    pub fn new(language: Language, paint: Paint) -> Self {
        Self {
            picture: Picture { scene: 0, done: 0, spot: None, lead: Lead::Sentence, cover: Cover::None },
            frozen: None,
            next_step: None,
            motion: Motion::Full,
            turning: Turning::Speaker,
            after_last: AfterLast::Nothing,
            typed: None,
            echo: None,
            before: Duration::ZERO,
            began: Duration::ZERO,
            since: Duration::ZERO,
            times: Vec::new(),
            language,
            paint,
            size: Size::new(80, 24),
        }
    }

    /// What the room sees.
    #[must_use]
    pub fn seen(&self) -> Picture {
        self.frozen.unwrap_or(self.picture)
    }
}
