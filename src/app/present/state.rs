//! What is going on in a talk, as plain data; changed by `update` alone.

use std::time::Duration;

use ratatui::layout::Size;

use crate::dataset::records::Language;
use crate::render::look::theme::Paint;
use crate::render::tui::talk::LeadText;
use crate::settings::choices::Motion;

/// What is going on in a talk. Times are counted from the start of the program.
#[derive(Debug, Clone, PartialEq)]
pub struct TalkState {
    /// What there is to see.
    pub view: SceneView,
    /// What the room sees instead while it is frozen.
    pub frozen_view: Option<SceneView>,
    /// When the next step of the reveal appears; none if nothing more is to come.
    pub next_reveal: Option<Duration>,
    /// Whether things appear one after the other.
    pub motion: Motion,
    /// Who turns to the next scene.
    pub advance: Advance,
    /// What follows the last scene where the talk runs by itself.
    pub at_end: AtEnd,
    /// The number of a scene that is being typed.
    pub typed_number: Option<usize>,
    /// The keys pressed last, where they are shown.
    pub key_echo: Option<Vec<String>>,
    /// How long the talk had gone on before, where it goes on after an accident.
    pub elapsed_before: Duration,
    /// When the talk began, as its time is counted.
    pub started: Duration,
    /// When the scene began.
    pub scene_started: Duration,
    /// How long each scene was on, in all.
    pub scene_times: Vec<Duration>,
    /// The language of every word.
    pub language: Language,
    /// Theme, colours, glyphs.
    pub paint: Paint,
    /// The size of the screen.
    pub size: Size,
}

/// What there is to see.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SceneView {
    /// The scene, from 0.
    pub scene: usize,
    /// How many steps of its reveal are done.
    pub steps_shown: usize,
    /// The point that is lit.
    pub spot: Option<usize>,
    /// Which words lead.
    pub lead: LeadText,
    /// What lies over it.
    pub cover: TalkOverlay,
}

/// What lies over a scene.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TalkOverlay {
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
pub enum Advance {
    /// The speaker.
    Manual,
    /// The talk itself, after the seconds of each scene.
    Auto,
}

/// What follows the last scene where the talk runs by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AtEnd {
    /// It stays.
    Stay,
    /// The first.
    Restart,
}

impl TalkState {
    /// The beginning of a talk.
    #[must_use]
    pub fn new(language: Language, paint: Paint) -> Self {
        Self {
            view: SceneView {
                scene: 0,
                steps_shown: 0,
                spot: None,
                lead: LeadText::Sentence,
                cover: TalkOverlay::None,
            },
            frozen_view: None,
            next_reveal: None,
            motion: Motion::Full,
            advance: Advance::Manual,
            at_end: AtEnd::Stay,
            typed_number: None,
            key_echo: None,
            elapsed_before: Duration::ZERO,
            started: Duration::ZERO,
            scene_started: Duration::ZERO,
            scene_times: Vec::new(),
            language,
            paint,
            size: Size::new(80, 24),
        }
    }

    /// What the room sees.
    #[must_use]
    pub fn audience_view(&self) -> SceneView {
        self.frozen_view.unwrap_or(self.view)
    }
}
