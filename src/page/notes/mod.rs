//! The speaker's notes: what a speaker reads from a step away while the room sees the talk.
//!
//! Here: where the talk stands, in words ([`notes`]), from what it told ([`told::Told`]). Not here: how that comes from
//! another process (`app::notes`), how it is drawn.

pub mod told;

use std::time::Duration;

use chrono::{NaiveTime, Timelike};

use super::chrome::Hint;
use super::prose::{Block, Label, Role, Run};
use super::words::{Arg, Words, clock};
use told::{Piece, Room, Told};

/// What a speaker sees.
#[derive(Debug, Clone, PartialEq)]
pub struct Notes {
    /// The talk; none while there has been none.
    pub talk: Option<Talk>,
    /// What is to be known of the other end: that there is none, or not any more; a longer and a shorter form.
    pub link: Option<Label>,
    /// How to begin, while there has been no talk.
    pub how: String,
    /// The time of day.
    pub day: String,
    /// The keys.
    pub hints: Vec<Hint>,
}

/// Where the talk stands.
#[derive(Debug, Clone, PartialEq)]
pub struct Talk {
    /// The number of the scene and how many there are: "3 / 14", and without spaces.
    pub count: Label,
    /// The title of the scene.
    pub title: String,
    /// How long the talk has been going on, in the role of how that stands to the plan.
    pub elapsed: Run,
    /// How long it is planned: "of 9:30".
    pub planned: String,
    /// Ahead of the plan, or behind it.
    pub pace: Run,
    /// How long this scene has been on, and is planned.
    pub scene: Label,
    /// What is unusual: a blank screen, a frozen picture, a number that is being typed.
    pub unusual: Vec<Run>,
    /// The sentence and the verdict, as the room sees them.
    pub said: Vec<Block>,
    /// What the speaker reads.
    pub notes: Vec<Block>,
    /// What comes next: its heading with its title, and its sentence.
    pub next: (Vec<Run>, Vec<Run>),
    /// The scenes after that: when they are planned to begin, and their titles.
    pub later: Vec<(String, String)>,
}

/// When it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Now {
    /// On the clock of the talk.
    pub talk: Duration,
    /// On the clock on the wall.
    pub wall: NaiveTime,
}

/// How the notes are linked to a talk.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Link {
    /// They are.
    Linked,
    /// They are not, or no longer.
    Waiting,
    /// Something answers that is no talk of this version.
    Stranger,
}

/// What a speaker sees of what a talk told last.
#[must_use]
pub fn notes(words: &Words, told: Option<&Told>, (link, now): (Link, Now), hints: Vec<Hint>) -> Notes {
    let key = match (link, told) {
        (Link::Linked, _) => None,
        (Link::Waiting, None) => Some("notes-waiting"),
        (Link::Waiting, Some(_)) => Some("notes-gone"),
        (Link::Stranger, _) => Some("notes-stranger"),
    };
    Notes {
        talk: told.map(|told| talk(words, told, now.talk)),
        link: key.map(|key| Label::forms([words.get(key), words.get(&format!("{key}.short"))])),
        how: words.get("notes-how"),
        day: format!("{}:{:02}", now.wall.hour(), now.wall.minute()),
        hints,
    }
}

fn talk(words: &Words, told: &Told, now: Duration) -> Talk {
    let (elapsed, scene) =
        (told.elapsed(now).as_secs(), now.saturating_sub(Duration::from_millis(told.since)).as_secs());
    let (before, own, all) = told.plan();
    let time = |seconds| Arg::from(clock(seconds));
    let (pace, role) = if elapsed > before + own {
        let role = if elapsed > all { Role::Bad } else { Role::Caution };
        (words.say("notes-behind", &[("time", time(elapsed - before - own))]), role)
    } else if elapsed < before {
        (words.say("notes-ahead", &[("time", time(before - elapsed))]), Role::Actual)
    } else {
        (words.get("notes-on-time"), Role::Good)
    };
    let (number, count) = (Arg::from(told.scene + 1), Arg::from(told.seconds.len()));
    let count = words.say("show-count", &[("number", number), ("count", count)]);
    let of_scene = |key| words.say(key, &[("elapsed", time(scene)), ("planned", time(own))]);
    let next = match &told.next {
        Some(next) => {
            let heading = [Run::new(words.get("notes-next"), Role::Muted), Run::plain("  "), strong(&next.title)];
            (heading.to_vec(), next.sentence.iter().map(Piece::run).collect())
        }
        None => (vec![Run::new(words.get("notes-last"), Role::Muted)], Vec::new()),
    };
    Talk {
        count: Label::forms([count.clone(), count.replace(' ', "")]),
        title: told.title.clone(),
        elapsed: Run::new(clock(elapsed), role),
        planned: words.say("notes-of", &[("planned", time(all))]),
        pace: Run::new(pace, role),
        scene: Label::forms([of_scene("notes-scene"), of_scene("notes-scene.short")]),
        later: later(told),
        unusual: unusual(words, told),
        said: said(told),
        notes: vec![spoken(words, told)],
        next,
    }
}

/// The scenes after the next one, with when they are planned to begin.
fn later(told: &Told) -> Vec<(String, String)> {
    let begins = |place: usize| {
        let before = told.seconds.iter().take(told.scene + 2 + place).copied();
        clock(before.map(u64::from).sum())
    };
    told.later.iter().enumerate().map(|(place, title)| (begins(place), title.clone())).collect()
}

fn strong(text: &str) -> Run {
    Run::new(text, Role::Strong)
}

/// The sentence as it stands before the room, and the verdict.
fn said(told: &Told) -> Vec<Block> {
    let heavy = |Piece(text, role): &Piece| Run::new(&**text, if *role == Role::Plain { Role::Strong } else { *role });
    let sentence = Block::Paragraph(told.sentence.iter().map(heavy).collect());
    let verdict = told.verdict.as_ref().map(|verdict| Block::Paragraph(vec![verdict.run()]));
    std::iter::once(sentence).chain(verdict).collect()
}

fn spoken(words: &Words, told: &Told) -> Block {
    let none = || Run::new(words.get("notes-none"), Role::Muted);
    Block::Paragraph(vec![if told.notes.is_empty() { none() } else { Run::plain(told.notes.as_str()) }])
}

/// What a speaker would want to know without looking at the other screen, the most surprising first.
fn unusual(words: &Words, told: &Told) -> Vec<Run> {
    let scene = |key, scene: usize, title: &str| {
        words.say(key, &[("number", Arg::from(scene + 1)), ("title", Arg::from(title.to_owned()))])
    };
    let room = match &told.room {
        Room::Scene => None,
        Room::Blank => Some(words.get("notes-blank")),
        Room::Scenes(chosen, title) => Some(scene("notes-scenes", *chosen, title)),
        Room::Keys => Some(words.get("notes-keys")),
        Room::Dashboard => Some(words.get("notes-dashboard")),
    };
    let typed = told.typed.map(|typed| words.say("notes-typed", &[("number", Arg::from(typed))]));
    let frozen = told.frozen.as_ref().map(|(place, title)| scene("notes-frozen", *place, title));
    let running = told.running.then(|| words.get("notes-running"));
    let (done, all) = told.steps;
    let steps = [("done", Arg::from(done)), ("all", Arg::from(all))];
    let appearing = (done < all).then(|| words.say("notes-appearing", &steps));
    let caution = |text| Run::new(text, Role::Caution);
    let calm = |text| Run::new(text, Role::Muted);
    let urgent = [typed, room, frozen].into_iter().flatten().map(caution);
    urgent.chain([running, appearing].into_iter().flatten().map(calm)).collect()
}
