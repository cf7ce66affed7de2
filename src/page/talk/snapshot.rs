//! The state of a talk that is sent to the speaker's notes: everything that they show, so that they need no dataset.
//!
//! It comes from another process, so its texts are sanitized and shortened here. Times are milliseconds on the clock of the
//! talk's process.

use std::time::Duration;

use serde::{Deserialize, Serialize};

use crate::dataset::diagnose::problem::sanitize;
use crate::page::model::{Role, TextRun};
use crate::page::talk::scene::TalkScene;

/// The state of a talk.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TalkSnapshot {
    /// The code of its language: `kk`.
    pub language: String,
    /// The index of the scene.
    pub scene: usize,
    /// The planned seconds of every scene.
    pub seconds: Vec<u32>,
    /// The title of the scene.
    pub title: String,
    /// The sentence of the scene.
    pub sentence: Vec<SnapshotRun>,
    /// The verdict of the scene.
    pub verdict: Option<SnapshotRun>,
    /// The speaker's notes of the scene.
    pub notes: String,
    /// The next scene.
    pub next: Option<NextScene>,
    /// The titles of the scenes after the next.
    pub later: Vec<String>,
    /// How many steps of the reveal are done, and how many there are.
    pub steps: (usize, usize),
    /// The elapsed time of the talk before `began`, from a talk that was interrupted.
    pub before: u64,
    /// When the talk began.
    pub began: u64,
    /// When the scene began.
    pub since: u64,
    /// What the audience sees.
    pub room: AudienceView,
    /// The index and the title of the scene on the frozen screen.
    pub frozen: Option<(usize, String)>,
    /// The scene number that is being typed.
    pub typed: Option<usize>,
    /// Whether scenes advance by themselves.
    pub running: bool,
}

/// The scene after the current one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NextScene {
    /// Its title.
    pub title: String,
    /// Its sentence.
    pub sentence: Vec<SnapshotRun>,
}

/// A text run without its link.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SnapshotRun(pub String, pub Role);

/// What the audience sees.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum AudienceView {
    /// The scene.
    #[default]
    Scene,
    /// A blank screen.
    Blank,
    /// The list of scenes, with the index and the title of the selected one.
    Scenes(usize, String),
    /// The list of keys.
    Keys,
    /// The dashboard.
    Dashboard,
}

/// Planned times in seconds.
pub(super) struct PlannedSeconds {
    /// Of the scenes before the current one.
    pub(super) before: u64,
    /// Of the current scene.
    pub(super) scene: u64,
    /// Of the whole talk.
    pub(super) talk: u64,
}

// Limits of what is accepted. All texts together are shorter than the longest line of the protocol, also when escaped.
const MAX_SCENES: usize = 400;
const MAX_RUNS: usize = 60;
const MAX_LATER: usize = 16;
const MAX_LATER_TITLE_BYTES: usize = 128;
const MAX_TITLE_BYTES: usize = 512;
const MAX_SENTENCE_BYTES: usize = 2048;
const MAX_NOTES_BYTES: usize = 20_480;

impl TalkSnapshot {
    /// The snapshot of a scene by its index, with the state of the talk left at its defaults.
    pub fn of(scenes: &[TalkScene], index: usize) -> Self {
        let scene = scenes.get(index);
        let runs = |scene: &TalkScene| scene.sentence.iter().map(SnapshotRun::of).collect();
        let verdict = scene.and_then(|scene| scene.verdict.as_ref());
        Self {
            scene: index,
            seconds: scenes.iter().map(|scene| scene.seconds).collect(),
            title: scene.map(|scene| scene.title.clone()).unwrap_or_default(),
            sentence: scene.map(runs).unwrap_or_default(),
            verdict: verdict.map(|verdict| SnapshotRun(verdict.words.long().to_owned(), verdict.role)),
            notes: scene.map(|scene| scene.notes.clone()).unwrap_or_default(),
            next: scenes.get(index + 1).map(|next| NextScene { title: next.title.clone(), sentence: runs(next) }),
            later: scenes.iter().skip(index + 2).take(MAX_LATER).map(|scene| scene.title.clone()).collect(),
            ..Self::default()
        }
    }

    /// The same with texts sanitized and shortened, and indices within their lists.
    pub fn sanitized(mut self) -> Self {
        self.seconds.truncate(MAX_SCENES);
        self.scene = self.scene.min(self.seconds.len().saturating_sub(1));
        self.title = short(&self.title, MAX_TITLE_BYTES);
        self.notes = short(&self.notes, MAX_NOTES_BYTES);
        self.sentence = sanitized(&self.sentence);
        self.verdict = self.verdict.map(|SnapshotRun(text, role)| SnapshotRun(short(&text, MAX_TITLE_BYTES), role));
        self.next = self
            .next
            .map(|next| NextScene { title: short(&next.title, MAX_TITLE_BYTES), sentence: sanitized(&next.sentence) });
        self.later = self.later.iter().take(MAX_LATER).map(|title| short(title, MAX_LATER_TITLE_BYTES)).collect();
        self.frozen = self.frozen.map(|(scene, title)| (scene.min(MAX_SCENES), short(&title, MAX_TITLE_BYTES)));
        if let AudienceView::Scenes(chosen, title) = self.room {
            self.room = AudienceView::Scenes(chosen.min(MAX_SCENES), short(&title, MAX_TITLE_BYTES));
        }
        self
    }

    /// The elapsed time of the talk at a time on its clock.
    pub fn elapsed(&self, now: Duration) -> Duration {
        now.saturating_sub(Duration::from_millis(self.began)).saturating_add(Duration::from_millis(self.before))
    }

    pub(super) fn planned_seconds(&self) -> PlannedSeconds {
        let sum = |seconds: &[u32]| seconds.iter().copied().map(u64::from).sum();
        PlannedSeconds {
            before: sum(self.seconds.get(..self.scene).unwrap_or_default()),
            scene: self.seconds.get(self.scene).copied().unwrap_or(0).into(),
            talk: sum(&self.seconds),
        }
    }
}

impl SnapshotRun {
    fn of(run: &TextRun) -> Self {
        Self(run.text.clone(), run.role)
    }

    /// The text run.
    pub fn run(&self) -> TextRun {
        TextRun::new(self.0.as_str(), self.1)
    }
}

/// The runs of a sentence, shortened to the limit of a sentence.
fn sanitized(runs: &[SnapshotRun]) -> Vec<SnapshotRun> {
    let mut left = MAX_SENTENCE_BYTES;
    let mut fitting = Vec::new();
    for SnapshotRun(text, role) in runs.iter().take(MAX_RUNS) {
        let text = short(text, left);
        left = left.saturating_sub(text.len());
        fitting.push(SnapshotRun(text, *role));
    }
    fitting
}

/// The text sanitized, and shortened to `most` bytes with an ellipsis.
fn short(text: &str, most: usize) -> String {
    let text = sanitize(text);
    if text.len() <= most {
        return text.into_owned();
    }
    let room = most.saturating_sub('…'.len_utf8());
    let end = text.char_indices().map(|(at, letter)| at + letter.len_utf8()).take_while(|end| *end <= room).last();
    let mut cut = text[..end.unwrap_or(0)].to_owned();
    if most >= '…'.len_utf8() {
        cut.push('…');
    }
    cut
}
