//! The speaker's notes: what a speaker reads from a step away while the room sees the talk.
//!
//! Here: where the talk stands, in words ([`notes`]), from what it told ([`crate::page::talk::snapshot::TalkSnapshot`]). Not here: how that comes from
//! another process (`app::notes`), how it is drawn.

use std::time::Duration;

use chrono::{NaiveTime, Timelike};

use crate::page::i18n::{Arg, Words, format_clock};
use crate::page::model::chrome::KeyHint;
use crate::page::model::rich_text::{Block, Label, Role, TextRun};
use crate::page::talk::snapshot::{AudienceView, SnapshotRun, TalkSnapshot};

/// What a speaker sees.
#[derive(Debug, Clone, PartialEq)]
pub struct SpeakerNotes {
    /// The talk; none while there has been none.
    pub talk: Option<TalkProgress>,
    /// What is to be known of the other end: that there is none, or not any more; a longer and a shorter form.
    pub link: Option<Label>,
    /// How to begin, while there has been no talk.
    pub how: String,
    /// The time of day.
    pub day: String,
    /// The keys.
    pub hints: Vec<KeyHint>,
}

/// Where the talk stands.
#[derive(Debug, Clone, PartialEq)]
pub struct TalkProgress {
    /// The number of the scene and how many there are: "3 / 14", and without spaces.
    pub count: Label,
    /// The title of the scene.
    pub title: String,
    /// How long the talk has been going on, in the role of how that stands to the plan.
    pub elapsed: TextRun,
    /// How long it is planned: "of 9:30".
    pub planned: String,
    /// Ahead of the plan, or behind it.
    pub pace: TextRun,
    /// How long this scene has been on, and is planned.
    pub scene: Label,
    /// What is unusual: a blank screen, a frozen picture, a number that is being typed.
    pub unusual: Vec<TextRun>,
    /// The sentence and the verdict, as the room sees them.
    pub said: Vec<Block>,
    /// What the speaker reads.
    pub notes: Vec<Block>,
    /// What comes next: its heading with its title, and its sentence.
    pub next: (Vec<TextRun>, Vec<TextRun>),
    /// The scenes after that: when they are planned to begin, and their titles.
    pub later: Vec<(String, String)>,
}

/// When it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TalkTimes {
    /// On the clock of the talk.
    pub talk: Duration,
    /// On the clock on the wall.
    pub wall: NaiveTime,
}

/// How the notes are linked to a talk.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LinkState {
    /// They are.
    Connected,
    /// They are not, or no longer.
    Waiting,
    /// Something answers that is no talk of this version.
    Incompatible,
}

/// What a speaker sees of what a talk told last.
#[must_use]
pub fn notes(
    words: &Words,
    told: Option<&TalkSnapshot>,
    (link, now): (LinkState, TalkTimes),
    hints: Vec<KeyHint>,
) -> SpeakerNotes {
    let key = match (link, told) {
        (LinkState::Connected, _) => None,
        (LinkState::Waiting, None) => Some("notes-waiting"),
        (LinkState::Waiting, Some(_)) => Some("notes-gone"),
        (LinkState::Incompatible, _) => Some("notes-stranger"),
    };
    SpeakerNotes {
        talk: told.map(|told| talk(words, told, now.talk)),
        link: key.map(|key| Label::forms([words.get(key), words.get(&format!("{key}.short"))])),
        how: words.get("notes-how"),
        day: format!("{}:{:02}", now.wall.hour(), now.wall.minute()),
        hints,
    }
}

fn talk(words: &Words, told: &TalkSnapshot, now: Duration) -> TalkProgress {
    let (elapsed, scene) =
        (told.elapsed(now).as_secs(), now.saturating_sub(Duration::from_millis(told.since)).as_secs());
    let (before, own, all) = told.planned_seconds();
    let time = |seconds| Arg::from(format_clock(seconds));
    let (pace, role) = if elapsed > before + own {
        let role = if elapsed > all { Role::Bad } else { Role::Caution };
        (words.format("notes-behind", &[("time", time(elapsed - before - own))]), role)
    } else if elapsed < before {
        (words.format("notes-ahead", &[("time", time(before - elapsed))]), Role::Actual)
    } else {
        (words.get("notes-on-time"), Role::Good)
    };
    let (number, count) = (Arg::from(told.scene + 1), Arg::from(told.seconds.len()));
    let count = words.format("show-count", &[("number", number), ("count", count)]);
    let of_scene = |key| words.format(key, &[("elapsed", time(scene)), ("planned", time(own))]);
    let next = match &told.next {
        Some(next) => {
            let heading =
                [TextRun::new(words.get("notes-next"), Role::Muted), TextRun::plain("  "), strong_run(&next.title)];
            (heading.to_vec(), next.sentence.iter().map(SnapshotRun::run).collect())
        }
        None => (vec![TextRun::new(words.get("notes-last"), Role::Muted)], Vec::new()),
    };
    TalkProgress {
        count: Label::forms([count.clone(), count.replace(' ', "")]),
        title: told.title.clone(),
        elapsed: TextRun::new(format_clock(elapsed), role),
        planned: words.format("notes-of", &[("planned", time(all))]),
        pace: TextRun::new(pace, role),
        scene: Label::forms([of_scene("notes-scene"), of_scene("notes-scene.short")]),
        later: later(told),
        unusual: warnings(words, told),
        said: said(told),
        notes: vec![notes_block(words, told)],
        next,
    }
}

/// The scenes after the next one, with when they are planned to begin.
fn later(told: &TalkSnapshot) -> Vec<(String, String)> {
    let begins = |place: usize| {
        let before = told.seconds.iter().take(told.scene + 2 + place).copied();
        format_clock(before.map(u64::from).sum())
    };
    told.later.iter().enumerate().map(|(place, title)| (begins(place), title.clone())).collect()
}

fn strong_run(text: &str) -> TextRun {
    TextRun::new(text, Role::Strong)
}

/// The sentence as it stands before the room, and the verdict.
fn said(told: &TalkSnapshot) -> Vec<Block> {
    let heavy = |SnapshotRun(text, role): &SnapshotRun| {
        TextRun::new(&**text, if *role == Role::Plain { Role::Strong } else { *role })
    };
    let sentence = Block::Paragraph(told.sentence.iter().map(heavy).collect());
    let verdict = told.verdict.as_ref().map(|verdict| Block::Paragraph(vec![verdict.run()]));
    std::iter::once(sentence).chain(verdict).collect()
}

fn notes_block(words: &Words, told: &TalkSnapshot) -> Block {
    let none = || TextRun::new(words.get("notes-none"), Role::Muted);
    Block::Paragraph(vec![if told.notes.is_empty() { none() } else { TextRun::plain(told.notes.as_str()) }])
}

/// What a speaker would want to know without looking at the other screen, the most surprising first.
fn warnings(words: &Words, told: &TalkSnapshot) -> Vec<TextRun> {
    let scene = |key, scene: usize, title: &str| {
        words.format(key, &[("number", Arg::from(scene + 1)), ("title", Arg::from(title.to_owned()))])
    };
    let room = match &told.room {
        AudienceView::Scene => None,
        AudienceView::Blank => Some(words.get("notes-blank")),
        AudienceView::Scenes(chosen, title) => Some(scene("notes-scenes", *chosen, title)),
        AudienceView::Keys => Some(words.get("notes-keys")),
        AudienceView::Dashboard => Some(words.get("notes-dashboard")),
    };
    let typed = told.typed.map(|typed| words.format("notes-typed", &[("number", Arg::from(typed))]));
    let frozen = told.frozen.as_ref().map(|(place, title)| scene("notes-frozen", *place, title));
    let running = told.running.then(|| words.get("notes-running"));
    let (done, all) = told.steps;
    let steps = [("done", Arg::from(done)), ("all", Arg::from(all))];
    let appearing = (done < all).then(|| words.format("notes-appearing", &steps));
    let caution = |text| TextRun::new(text, Role::Caution);
    let calm = |text| TextRun::new(text, Role::Muted);
    let urgent = [typed, room, frozen].into_iter().flatten().map(caution);
    urgent.chain([running, appearing].into_iter().flatten().map(calm)).collect()
}
