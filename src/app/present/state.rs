//! The state of a talk: plain data, changed by `update` alone.

use std::time::Duration;

use crate::render::tui::talk::LeadText;

/// The state of a talk; by default its beginning. Times are counted from the start of the program.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct TalkState {
    /// What the speaker sees.
    pub view: SceneView,
    /// What the audience sees instead while the screen is frozen.
    pub frozen_view: Option<SceneView>,
    /// When the next step of the reveal is due; none if the reveal is finished.
    pub next_reveal: Option<Duration>,
    /// Who advances to the next scene.
    pub advance: Advance,
    /// What follows the last scene in autoplay.
    pub at_end: AtEnd,
    /// The scene number being typed, from 1.
    pub typed_number: Option<usize>,
    /// The last pressed keys; none while they are not shown.
    pub key_echo: Option<Vec<String>>,
    /// How long the talk had lasted before it was resumed in this run.
    pub elapsed_before: Duration,
    /// When the talk began, or its clock was reset.
    pub started: Duration,
    /// When the scene began.
    pub scene_started: Duration,
    /// How long each scene was shown in total.
    pub scene_times: Vec<Duration>,
}

/// What is shown of a talk.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct SceneView {
    /// The index of the scene.
    pub scene: usize,
    /// How many steps of its reveal are shown.
    pub steps_shown: usize,
    /// The index of the data point in the spotlight.
    pub spotlight: Option<usize>,
    /// What is set in large text.
    pub lead: LeadText,
    /// What covers the scene.
    pub overlay: TalkOverlay,
}

/// What covers a scene.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum TalkOverlay {
    /// Nothing.
    #[default]
    None,
    /// A blank screen.
    Blank,
    /// The list of scenes, with the index of the chosen one.
    Scenes(usize),
    /// The keys.
    Keys,
}

/// Who advances to the next scene.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Advance {
    /// The speaker.
    #[default]
    Manual,
    /// Autoplay, after the planned seconds of each scene.
    Auto,
}

/// What follows the last scene in autoplay.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum AtEnd {
    /// The last scene stays.
    #[default]
    Stay,
    /// The first scene.
    Restart,
}

impl TalkState {
    /// What the audience sees.
    pub fn audience_view(&self) -> SceneView {
        self.frozen_view.unwrap_or(self.view)
    }
}
