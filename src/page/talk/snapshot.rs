//! What a talk tells the speaker's notes: everything that they show, so that they need no dataset.
//!
//! It goes from one process to another, so what is taken from there is cleaned and cut here too. Times are milliseconds on
//! the clock of the talk.

use std::time::Duration;

use serde::{Deserialize, Serialize};

use crate::dataset::diagnose::problem::sanitize;
use crate::page::model::rich_text::{Role, TextRun};
use crate::page::talk::TalkScene;

/// What a talk tells.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TalkSnapshot {
    /// The language of its words, as a tag: `kk`.
    pub language: String,
    /// The scene at hand, from 0.
    pub scene: usize,
    /// The planned seconds of each scene.
    pub seconds: Vec<u32>,
    /// Its title.
    pub title: String,
    /// Its sentence.
    pub sentence: Vec<SnapshotRun>,
    /// What became of the promise that it is about.
    pub verdict: Option<SnapshotRun>,
    /// What the speaker reads.
    pub notes: String,
    /// The scene after it.
    pub next: Option<NextScene>,
    /// The titles of those after that.
    pub later: Vec<String>,
    /// How many steps of its reveal are done, and how many there are.
    pub steps: (usize, usize),
    /// How long the talk had gone on before it began on this clock.
    pub before: u64,
    /// When the talk began.
    pub began: u64,
    /// When the scene began.
    pub since: u64,
    /// What the room has before it.
    pub room: AudienceView,
    /// The scene that the room still sees, with its title.
    pub frozen: Option<(usize, String)>,
    /// The number of a scene that is being typed.
    pub typed: Option<usize>,
    /// Whether scenes turn by themselves.
    pub running: bool,
}

/// The scene after the one at hand.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NextScene {
    /// Its title.
    pub title: String,
    /// Its sentence.
    pub sentence: Vec<SnapshotRun>,
}

/// A piece of text with its role.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SnapshotRun(pub String, pub Role);

/// What the room has before it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum AudienceView {
    /// The scene.
    Scene,
    /// Nothing.
    Blank,
    /// The list of scenes with a chosen one, from 0, and its title.
    Scenes(usize, String),
    /// The keys.
    Keys,
    /// The dashboard.
    Dashboard,
}

/// The most scenes that are told of.
const MAX_SCENES: usize = 400;
/// The most pieces of a sentence.
const MAX_RUNS: usize = 60;
/// The most titles of later scenes, and the bytes of each.
const MAX_LATER: usize = 16;
const MAX_LATER_TITLE_BYTES: usize = 128;
/// Bytes of a title, of a sentence, of notes: together less than a line of the wire may have, whatever is in them.
const MAX_TITLE_BYTES: usize = 512;
const MAX_SENTENCE_BYTES: usize = 2048;
const MAX_NOTES_BYTES: usize = 20_480;

impl TalkSnapshot {
    /// What is told of a scene by itself; where the talk stands is filled in by whoever knows.
    #[must_use]
    pub fn of(scenes: &[TalkScene], place: usize) -> Self {
        let scene = scenes.get(place);
        let pieces = |scene: &TalkScene| scene.sentence.iter().map(SnapshotRun::of).collect();
        let verdict = scene.and_then(|scene| scene.verdict.as_ref());
        Self {
            language: String::new(),
            scene: place,
            seconds: scenes.iter().map(|scene| scene.seconds).collect(),
            title: scene.map(|scene| scene.title.clone()).unwrap_or_default(),
            sentence: scene.map(pieces).unwrap_or_default(),
            verdict: verdict.map(|verdict| SnapshotRun(verdict.words.long().to_owned(), verdict.role)),
            notes: scene.map(|scene| scene.notes.clone()).unwrap_or_default(),
            next: scenes.get(place + 1).map(|next| NextScene { title: next.title.clone(), sentence: pieces(next) }),
            later: scenes.iter().skip(place + 2).take(MAX_LATER).map(|scene| scene.title.clone()).collect(),
            steps: (0, 0),
            before: 0,
            began: 0,
            since: 0,
            room: AudienceView::Scene,
            frozen: None,
            typed: None,
            running: false,
        }
    }

    /// The same with every text fit for a terminal and not too long, and its numbers within what they count.
    #[must_use]
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

    /// How long the talk has been going on at a time on its clock.
    #[must_use]
    pub fn elapsed(&self, now: Duration) -> Duration {
        now.saturating_sub(Duration::from_millis(self.began)).saturating_add(Duration::from_millis(self.before))
    }

    /// Seconds that are planned before the scene, for it, and for the whole talk.
    #[must_use]
    pub fn planned_seconds(&self) -> (u64, u64, u64) {
        let sum = |seconds: &[u32]| seconds.iter().copied().map(u64::from).sum();
        let own = self.seconds.get(self.scene).copied().unwrap_or(0);
        (sum(self.seconds.get(..self.scene).unwrap_or_default()), own.into(), sum(&self.seconds))
    }
}

impl SnapshotRun {
    fn of(run: &TextRun) -> Self {
        Self(run.text.clone(), run.role)
    }

    /// The piece as a run.
    #[must_use]
    pub fn run(&self) -> TextRun {
        TextRun::new(self.0.as_str(), self.1)
    }
}

/// Pieces of a sentence, of which all are not longer than a sentence may be.
fn sanitized(pieces: &[SnapshotRun]) -> Vec<SnapshotRun> {
    let mut left = MAX_SENTENCE_BYTES;
    let mut fitting = Vec::new();
    for SnapshotRun(text, role) in pieces.iter().take(MAX_RUNS) {
        let text = short(text, left);
        left = left.saturating_sub(text.len());
        fitting.push(SnapshotRun(text, *role));
    }
    fitting
}

/// A text fit for a terminal, of at most so many bytes.
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
