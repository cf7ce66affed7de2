//! The speaker's notes as plain data, from the last snapshot of the talk. Not here: the transfer of snapshots from another
//! process (`app::notes`) and drawing.

use std::time::Duration;

use chrono::{NaiveTime, Timelike};

use crate::page::i18n::{Arg, Words, format_clock};
use crate::page::model::{Block, KeyHint, Label, Role, TextRun};
use crate::page::talk::snapshot::{AudienceView, SnapshotRun, TalkSnapshot};

/// The notes screen.
#[derive(Debug, Clone, PartialEq)]
pub struct SpeakerNotes {
    /// The state of the talk; none before the first snapshot.
    pub talk: Option<TalkProgress>,
    /// A notice that the talk is not connected.
    pub link: Option<Label>,
    /// How to start a talk; shown before the first snapshot.
    pub how: String,
    /// The time of day.
    pub day: String,
    /// The key hints.
    pub hints: Vec<KeyHint>,
}

/// The state of a talk.
#[derive(Debug, Clone, PartialEq)]
pub struct TalkProgress {
    /// The scene number and the number of scenes: "3 / 14", and without spaces.
    pub count: Label,
    /// The title of the scene.
    pub title: String,
    /// The elapsed time of the talk, in the role of `pace`.
    pub elapsed: TextRun,
    /// The planned time of the talk: "of 9:30".
    pub planned: String,
    /// How far the talk is ahead of its plan or behind it.
    pub pace: TextRun,
    /// The elapsed and planned time of the scene.
    pub scene: Label,
    /// Warnings: a blank screen, a frozen picture, a number that is being typed.
    pub unusual: Vec<TextRun>,
    /// The sentence and the verdict of the scene.
    pub sentence_and_verdict: Vec<Block>,
    /// The notes of the scene.
    pub notes: Vec<Block>,
    /// The next scene: its heading with its title, and its sentence.
    pub next: (Vec<TextRun>, Vec<TextRun>),
    /// The planned start times and the titles of the scenes after the next.
    pub later: Vec<(String, String)>,
}

/// The current time on two clocks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TalkTimes {
    /// On the clock of the talk's process.
    pub talk: Duration,
    /// The time of day.
    pub wall: NaiveTime,
}

/// The connection of the notes to a talk.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LinkState {
    /// Snapshots arrive.
    Connected,
    /// There is no talk yet or any more.
    Waiting,
    /// The other process is not a talk of this version.
    Incompatible,
}

/// The notes screen for the last snapshot of a talk.
pub fn notes(
    words: &Words,
    snapshot: Option<&TalkSnapshot>,
    link: LinkState,
    now: TalkTimes,
    hints: Vec<KeyHint>,
) -> SpeakerNotes {
    let notice = match (link, snapshot) {
        (LinkState::Connected, _) => None,
        (LinkState::Waiting, None) => Some("notes-waiting"),
        (LinkState::Waiting, Some(_)) => Some("notes-gone"),
        (LinkState::Incompatible, _) => Some("notes-stranger"),
    };
    SpeakerNotes {
        talk: snapshot.map(|snapshot| progress(words, snapshot, now.talk)),
        link: notice.map(|key| Label::forms([words.get(key), words.get(&format!("{key}.short"))])),
        how: words.get("notes-how"),
        day: format!("{}:{:02}", now.wall.hour(), now.wall.minute()),
        hints,
    }
}

fn progress(words: &Words, snapshot: &TalkSnapshot, now: Duration) -> TalkProgress {
    let elapsed = snapshot.elapsed(now).as_secs();
    let in_scene = now.saturating_sub(Duration::from_millis(snapshot.since)).as_secs();
    let plan = snapshot.planned_seconds();
    let time = |seconds| Arg::from(format_clock(seconds));
    let (pace, role) = if elapsed > plan.before + plan.scene {
        let role = if elapsed > plan.talk { Role::Bad } else { Role::Caution };
        (words.format("notes-behind", &[("time", time(elapsed - plan.before - plan.scene))]), role)
    } else if elapsed < plan.before {
        (words.format("notes-ahead", &[("time", time(plan.before - elapsed))]), Role::Actual)
    } else {
        (words.get("notes-on-time"), Role::Good)
    };
    let (number, count) = (Arg::from(snapshot.scene + 1), Arg::from(snapshot.seconds.len()));
    let count = words.format("show-count", &[("number", number), ("count", count)]);
    let scene_time = |key| words.format(key, &[("elapsed", time(in_scene)), ("planned", time(plan.scene))]);
    TalkProgress {
        count: Label::forms([count.clone(), count.replace(' ', "")]),
        title: snapshot.title.clone(),
        elapsed: TextRun::new(format_clock(elapsed), role),
        planned: words.format("notes-of", &[("planned", time(plan.talk))]),
        pace: TextRun::new(pace, role),
        scene: Label::forms([scene_time("notes-scene"), scene_time("notes-scene.short")]),
        unusual: warnings(words, snapshot),
        sentence_and_verdict: sentence_and_verdict(snapshot),
        notes: vec![notes_block(words, snapshot)],
        next: next_scene(words, snapshot),
        later: later_scenes(snapshot),
    }
}

fn next_scene(words: &Words, snapshot: &TalkSnapshot) -> (Vec<TextRun>, Vec<TextRun>) {
    let Some(next) = &snapshot.next else {
        return (vec![TextRun::new(words.get("notes-last"), Role::Muted)], Vec::new());
    };
    let heading = TextRun::new(words.get("notes-next"), Role::Muted);
    let title = TextRun::new(next.title.as_str(), Role::Strong);
    (vec![heading, TextRun::plain("  "), title], next.sentence.iter().map(SnapshotRun::run).collect())
}

/// The planned start times and the titles of the scenes after the next.
fn later_scenes(snapshot: &TalkSnapshot) -> Vec<(String, String)> {
    let start = |index: usize| {
        let before = snapshot.seconds.iter().take(snapshot.scene + 2 + index).copied();
        format_clock(before.map(u64::from).sum())
    };
    snapshot.later.iter().enumerate().map(|(index, title)| (start(index), title.clone())).collect()
}

/// The sentence, in bold where it has no role, and the verdict.
fn sentence_and_verdict(snapshot: &TalkSnapshot) -> Vec<Block> {
    let in_bold = |SnapshotRun(text, role): &SnapshotRun| {
        TextRun::new(&**text, if *role == Role::Plain { Role::Strong } else { *role })
    };
    let sentence = Block::Paragraph(snapshot.sentence.iter().map(in_bold).collect());
    let verdict = snapshot.verdict.as_ref().map(|verdict| Block::Paragraph(vec![verdict.run()]));
    std::iter::once(sentence).chain(verdict).collect()
}

fn notes_block(words: &Words, snapshot: &TalkSnapshot) -> Block {
    let none = || TextRun::new(words.get("notes-none"), Role::Muted);
    Block::Paragraph(vec![if snapshot.notes.is_empty() { none() } else { TextRun::plain(snapshot.notes.as_str()) }])
}

/// What the speaker cannot see without looking at the other screen, the most urgent first.
fn warnings(words: &Words, snapshot: &TalkSnapshot) -> Vec<TextRun> {
    let scene = |key, scene: usize, title: &str| {
        words.format(key, &[("number", Arg::from(scene + 1)), ("title", Arg::from(title.to_owned()))])
    };
    let audience = match &snapshot.room {
        AudienceView::Scene => None,
        AudienceView::Blank => Some(words.get("notes-blank")),
        AudienceView::Scenes(chosen, title) => Some(scene("notes-scenes", *chosen, title)),
        AudienceView::Keys => Some(words.get("notes-keys")),
        AudienceView::Dashboard => Some(words.get("notes-dashboard")),
    };
    let typed = snapshot.typed.map(|typed| words.format("notes-typed", &[("number", Arg::from(typed))]));
    let frozen = snapshot.frozen.as_ref().map(|(place, title)| scene("notes-frozen", *place, title));
    let running = snapshot.running.then(|| words.get("notes-running"));
    let (done, all) = snapshot.steps;
    let steps = [("done", Arg::from(done)), ("all", Arg::from(all))];
    let appearing = (done < all).then(|| words.format("notes-appearing", &steps));
    let caution = |text| TextRun::new(text, Role::Caution);
    let calm = |text| TextRun::new(text, Role::Muted);
    let urgent = [typed, audience, frozen].into_iter().flatten().map(caution);
    urgent.chain([running, appearing].into_iter().flatten().map(calm)).collect()
}
