//! What an action changes in a talk: the state, and nothing else. What the world has to do is returned.
//!
//! Time is an argument. Only a reveal under way and a talk that runs by itself ask to be woken ([`wake`]); a scene that is
//! all there waits for the speaker.

use std::time::Duration;

use ratatui::layout::Size;

use super::state::{AfterLast, Cover, Picture, State, Turning};
use crate::app::action::Way;
use crate::app::state::Motion;
use crate::dataset::records::Language;
use crate::page::scene::Scene;
use crate::page::scene::reveal::Step;
use crate::render::tui::scene::Lead;

/// What the speaker meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Action {
    /// Show the rest of this scene at once; if all of it is there, the next scene, or the one before.
    Turn(Way),
    /// Show the first scene, or the last.
    End(Way),
    /// Show this scene, from 0.
    Go(usize),
    /// A digit of the number of a scene.
    Digit(u8),
    /// Show the scene whose number was typed, or that is chosen in the list; else leave for the dashboard.
    Enter,
    /// One step back: off the list, a lit point, a blank screen; else where the talk was started from.
    Back,
    /// Show the list of scenes, or the scene again.
    Scenes,
    /// Choose another scene of the list.
    Choose(Way),
    /// Show nothing, or the scene again.
    Blank,
    /// Let the number lead, or the sentence again.
    Number,
    /// Light the next point, or the one before.
    Spot(Way),
    /// Show the keys that are pressed, or no more.
    Echo,
    /// Let the room see what it sees now, whatever else is done, or no more.
    Freeze,
    /// Reveal the scene once more.
    Replay,
    /// Let the talk run by itself, or no more.
    Run,
    /// Count the time of the talk from now on.
    Clock,
    /// Show what the keys do, or the scene again.
    Keys,
    /// Speak the next language.
    Language,
    /// Wear the next theme.
    Theme,
    /// Time has passed.
    Tick,
    /// The screen has this size now.
    Resize(Size),
    /// Stop until the shell continues us.
    Suspend,
    /// End.
    Quit,
}

/// What the world has to do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Effect {
    /// Show the dashboard with what this scene shows.
    Leave(usize),
    /// Show the dashboard as it was.
    Return,
    /// Stop until the shell continues us.
    Suspend,
    /// End.
    Quit,
}

/// From one part of a picture to the next; all parts of one take no longer than [`PARTS`].
const PART: Duration = Duration::from_millis(90);
/// All parts of a picture.
const PARTS: Duration = Duration::from_millis(1400);
/// Before the promise, and before the verdict.
const PAUSE: Duration = Duration::from_millis(700);

/// Changes the state as the action means; what the world has to do is returned.
pub fn update(state: &mut State, action: Action, scenes: &[Scene], now: Duration) -> Option<Effect> {
    match action {
        Action::Tick => return tick(state, scenes, now),
        Action::Resize(size) => {
            state.size = size;
            return None;
        }
        Action::Quit => {
            clock_off(state, now);
            return Some(Effect::Quit);
        }
        Action::Suspend => return Some(Effect::Suspend),
        Action::Run => {
            run(state, now);
            return None;
        }
        Action::Clock => {
            (state.before, state.began, state.since) = (Duration::ZERO, now, now);
            state.times.fill(Duration::ZERO);
            return None;
        }
        // Any other key stops a talk that runs by itself, and does nothing else.
        _ if state.turning == Turning::Itself => {
            state.turning = Turning::Speaker;
            finish(state, scenes);
            return None;
        }
        _ => {}
    }
    // Whoever presses a key sees the whole scene at once.
    let was_under_way = state.next_step.is_some();
    finish(state, scenes);
    let covered = state.picture.cover;
    match action {
        _ if covered == Cover::Blank && action != Action::Enter => state.picture.cover = Cover::None,
        Action::Turn(Way::Next) if was_under_way => {}
        Action::Turn(way) => go(state, way.step(state.picture.scene, scenes.len()), scenes, now),
        Action::End(Way::Previous) => go(state, 0, scenes, now),
        Action::End(Way::Next) => go(state, scenes.len().saturating_sub(1), scenes, now),
        Action::Go(scene) => go(state, scene, scenes, now),
        Action::Digit(digit) => {
            let typed = state.typed.unwrap_or(0) * 10 + usize::from(digit);
            state.typed = Some(typed.min(999)).filter(|typed| *typed > 0);
            return None;
        }
        Action::Enter => return enter(state, scenes, now),
        Action::Back => return back(state),
        Action::Scenes => cover(state, Cover::Scenes(state.picture.scene)),
        Action::Keys => cover(state, Cover::Keys),
        Action::Blank => cover(state, Cover::Blank),
        Action::Choose(way) => {
            if let Cover::Scenes(chosen) = covered {
                state.picture.cover = Cover::Scenes(way.step(chosen, scenes.len()));
            }
        }
        Action::Number => {
            state.picture.lead = if state.picture.lead == Lead::Number { Lead::Sentence } else { Lead::Number };
        }
        Action::Spot(way) => light(state, way, scenes),
        Action::Echo => state.echo = if state.echo.is_some() { None } else { Some(Vec::new()) },
        Action::Freeze => state.frozen = if state.frozen.is_some() { None } else { Some(state.picture) },
        Action::Replay => begin(state, scenes, now),
        Action::Language => {
            state.language = match state.language {
                Language::En => Language::Ru,
                Language::Ru => Language::Kk,
                Language::Kk => Language::En,
            };
        }
        Action::Theme => state.paint.theme = state.paint.theme.next(),
        Action::Tick | Action::Resize(_) | Action::Quit | Action::Suspend | Action::Run | Action::Clock => {}
    }
    state.typed = None;
    None
}

/// When the state changes by itself; none while it waits for the speaker.
#[must_use]
pub fn wake(state: &State, scenes: &[Scene]) -> Option<Duration> {
    [state.next_step, turn_at(state, scenes)].into_iter().flatten().min()
}

/// When a talk that runs by itself turns to the next scene.
fn turn_at(state: &State, scenes: &[Scene]) -> Option<Duration> {
    let is_last = state.picture.scene + 1 >= scenes.len();
    let runs = state.turning == Turning::Itself && !(is_last && state.after_last == AfterLast::Nothing);
    let seconds = scenes.get(state.picture.scene)?.seconds;
    runs.then(|| state.since + Duration::from_secs(seconds.max(1).into()))
}

/// Shows a scene from its beginning.
pub fn go(state: &mut State, scene: usize, scenes: &[Scene], now: Duration) {
    let scene = scene.min(scenes.len().saturating_sub(1));
    let cover = if state.picture.cover == Cover::Keys { Cover::None } else { state.picture.cover };
    let cover = if matches!(cover, Cover::Scenes(_)) { Cover::None } else { cover };
    if scene == state.picture.scene {
        state.picture.cover = cover;
        return;
    }
    clock_off(state, now);
    state.picture = Picture { scene, done: 0, spot: None, lead: Lead::Sentence, cover };
    begin(state, scenes, now);
}

/// Begins the reveal of the scene at hand.
pub fn begin(state: &mut State, scenes: &[Scene], now: Duration) {
    state.picture.done = 0;
    state.picture.spot = None;
    let steps = scenes.get(state.picture.scene).map(Scene::steps).unwrap_or_default();
    if state.motion == Motion::Reduced || !state.paint.is_colored() || steps.is_empty() {
        finish(state, scenes);
    } else {
        state.next_step = Some(now + wait(&steps, 0));
    }
}

/// Takes the time of the scene at hand, which is about to end.
fn clock_off(state: &mut State, now: Duration) {
    if let Some(time) = state.times.get_mut(state.picture.scene) {
        *time += now.saturating_sub(state.since);
    }
    state.since = now;
}

/// Everything of the scene is there.
fn finish(state: &mut State, scenes: &[Scene]) {
    let Some(scene) = scenes.get(state.picture.scene) else { return };
    let steps = scene.steps().len();
    if state.picture.done < steps || state.next_step.is_some() {
        state.picture.done = steps;
        state.picture.spot = scene.spot;
    }
    state.next_step = None;
}

/// How long the step at a place waits for its turn.
fn wait(steps: &[Step], place: usize) -> Duration {
    let parts = steps.iter().filter(|step| **step == Step::Part).count().max(1);
    match steps.get(place) {
        Some(Step::Part) => PART.min(PARTS / u32::try_from(parts).unwrap_or(u32::MAX)),
        _ => PAUSE,
    }
}

fn tick(state: &mut State, scenes: &[Scene], now: Duration) -> Option<Effect> {
    let steps = scenes.get(state.picture.scene).map(Scene::steps).unwrap_or_default();
    while let Some(due) = state.next_step.filter(|due| *due <= now) {
        state.picture.done += 1;
        if state.picture.done >= steps.len() {
            finish(state, scenes);
        } else {
            // Whoever comes late catches up.
            state.next_step = Some(due + wait(&steps, state.picture.done));
        }
    }
    if turn_at(state, scenes).is_some_and(|due| due <= now) {
        let next = (state.picture.scene + 1) % scenes.len().max(1);
        if next == state.picture.scene {
            state.since = now;
        }
        go(state, next, scenes, now);
    }
    None
}

/// Lets the talk run by itself from here on, or no more.
fn run(state: &mut State, now: Duration) {
    state.turning = match state.turning {
        Turning::Itself => Turning::Speaker,
        Turning::Speaker => {
            clock_off(state, now);
            state.picture.cover = Cover::None;
            Turning::Itself
        }
    };
}

fn enter(state: &mut State, scenes: &[Scene], now: Duration) -> Option<Effect> {
    let typed = state.typed.take();
    match (typed, state.picture.cover) {
        (Some(number), _) => go(state, number - 1, scenes, now),
        (None, Cover::Scenes(chosen)) => go(state, chosen, scenes, now),
        (None, Cover::Keys | Cover::Blank) => state.picture.cover = Cover::None,
        (None, Cover::None) => return Some(Effect::Leave(state.picture.scene)),
    }
    None
}

fn back(state: &mut State) -> Option<Effect> {
    if state.typed.take().is_some() {
        return None;
    }
    let picture = &mut state.picture;
    if picture.cover != Cover::None {
        picture.cover = Cover::None;
    } else if picture.spot.is_some() {
        picture.spot = None;
    } else if picture.lead == Lead::Number {
        picture.lead = Lead::Sentence;
    } else if state.frozen.is_some() {
        state.frozen = None;
    } else {
        return Some(Effect::Return);
    }
    None
}

fn cover(state: &mut State, cover: Cover) {
    let same = std::mem::discriminant(&state.picture.cover) == std::mem::discriminant(&cover);
    state.picture.cover = if same { Cover::None } else { cover };
}

/// Lights the next point that has something to say; past the last one, none.
fn light(state: &mut State, way: Way, scenes: &[Scene]) {
    let spots = scenes.get(state.picture.scene).map(Scene::spots).unwrap_or_default();
    let at = state.picture.spot.and_then(|spot| spots.iter().position(|known| *known == spot));
    let next = match (at, way) {
        (None, Way::Next) => Some(0),
        (None, Way::Previous) => spots.len().checked_sub(1),
        (Some(at), Way::Next) => Some(at + 1),
        (Some(at), Way::Previous) => at.checked_sub(1),
    };
    state.picture.spot = next.and_then(|next| spots.get(next).copied());
}
