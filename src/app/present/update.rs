//! What an action changes in a talk: the state, and nothing else. What the world has to do is returned.
//!
//! Time is an argument. Only a reveal under way and a talk that runs by itself ask to be woken (`next_wake`); a scene that is
//! all there waits for the speaker.

use std::time::Duration;

use ratatui::layout::Size;

use crate::app::dashboard::action::Direction;
use crate::app::present::state::{Advance, AtEnd, SceneView, TalkOverlay, TalkState};
use crate::dataset::records::Language;
use crate::page::talk::TalkScene;
use crate::page::talk::reveal::RevealStep;
use crate::render::tui::talk::LeadText;
use crate::settings::choices::Motion;

/// What the speaker meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TalkAction {
    /// Show the rest of this scene at once; if all of it is there, the next scene, or the one before.
    Advance(Direction),
    /// Show the first scene, or the last.
    GoToEnd(Direction),
    /// Show this scene, from 0.
    GoTo(usize),
    /// A digit of the number of a scene.
    Digit(u8),
    /// Show the scene whose number was typed, or that is chosen in the list; else leave for the dashboard.
    Enter,
    /// One step back: off the list, a lit point, a blank screen; else where the talk was started from.
    Back,
    /// Show the list of scenes, or the scene again.
    ToggleSceneList,
    /// Choose another scene of the list.
    ChooseScene(Direction),
    /// Show nothing, or the scene again.
    ToggleBlank,
    /// Let the number lead, or the sentence again.
    ToggleLead,
    /// Light the next point, or the one before.
    StepPoint(Direction),
    /// Show the keys that are pressed, or no more.
    ToggleKeyEcho,
    /// Let the room see what it sees now, whatever else is done, or no more.
    ToggleFreeze,
    /// Reveal the scene once more.
    Replay,
    /// Let the talk run by itself, or no more.
    ToggleAutoplay,
    /// Count the time of the talk from now on.
    ResetClock,
    /// Show what the keys do, or the scene again.
    ToggleKeys,
    /// Speak the next language.
    NextLanguage,
    /// Wear the next theme.
    NextTheme,
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
pub enum TalkEffect {
    /// Show the dashboard with what this scene shows.
    OpenDashboard(usize),
    /// Show the dashboard as it was.
    ReturnToStart,
    /// Stop until the shell continues us.
    Suspend,
    /// End.
    Quit,
}

/// From one part of a picture to the next; all parts of one take no longer than [`MAX_REVEAL`].
const PART_DELAY: Duration = Duration::from_millis(90);
/// All parts of a picture.
const MAX_REVEAL: Duration = Duration::from_millis(1400);
/// Before the promise, and before the verdict.
const STEP_PAUSE: Duration = Duration::from_millis(700);

/// Changes the state as the action means; what the world has to do is returned.
pub fn update(state: &mut TalkState, action: TalkAction, scenes: &[TalkScene], now: Duration) -> Option<TalkEffect> {
    match action {
        TalkAction::Tick => return tick(state, scenes, now),
        TalkAction::Resize(size) => {
            state.size = size;
            return None;
        }
        TalkAction::Quit => {
            record_scene_time(state, now);
            return Some(TalkEffect::Quit);
        }
        TalkAction::Suspend => return Some(TalkEffect::Suspend),
        TalkAction::ToggleAutoplay => {
            toggle_autoplay(state, now);
            return None;
        }
        TalkAction::ResetClock => {
            (state.elapsed_before, state.started, state.scene_started) = (Duration::ZERO, now, now);
            state.scene_times.fill(Duration::ZERO);
            return None;
        }
        // Any other key stops a talk that runs by itself, and does nothing else.
        _ if state.advance == Advance::Auto => {
            state.advance = Advance::Manual;
            finish_reveal(state, scenes);
            return None;
        }
        _ => {}
    }
    // Whoever presses a key sees the whole scene at once.
    let was_under_way = state.next_reveal.is_some();
    finish_reveal(state, scenes);
    let covered = state.view.cover;
    match action {
        _ if covered == TalkOverlay::Blank && action != TalkAction::Enter => state.view.cover = TalkOverlay::None,
        TalkAction::Advance(Direction::Next) if was_under_way => {}
        TalkAction::Advance(direction) => {
            go_to(state, direction.clamped_step(state.view.scene, scenes.len()), scenes, now)
        }
        TalkAction::GoToEnd(Direction::Previous) => go_to(state, 0, scenes, now),
        TalkAction::GoToEnd(Direction::Next) => go_to(state, scenes.len().saturating_sub(1), scenes, now),
        TalkAction::GoTo(scene) => go_to(state, scene, scenes, now),
        TalkAction::Digit(digit) => {
            let typed = state.typed_number.unwrap_or(0) * 10 + usize::from(digit);
            state.typed_number = Some(typed.min(999)).filter(|typed| *typed > 0);
            return None;
        }
        TalkAction::Enter => return activate(state, scenes, now),
        TalkAction::Back => return step_back(state),
        TalkAction::ToggleSceneList => toggle_overlay(state, TalkOverlay::Scenes(state.view.scene)),
        TalkAction::ToggleKeys => toggle_overlay(state, TalkOverlay::Keys),
        TalkAction::ToggleBlank => toggle_overlay(state, TalkOverlay::Blank),
        TalkAction::ChooseScene(direction) => {
            if let TalkOverlay::Scenes(chosen) = covered {
                state.view.cover = TalkOverlay::Scenes(direction.clamped_step(chosen, scenes.len()));
            }
        }
        TalkAction::ToggleLead => {
            state.view.lead = if state.view.lead == LeadText::Number { LeadText::Sentence } else { LeadText::Number };
        }
        TalkAction::StepPoint(direction) => step_point(state, direction, scenes),
        TalkAction::ToggleKeyEcho => state.key_echo = if state.key_echo.is_some() { None } else { Some(Vec::new()) },
        TalkAction::ToggleFreeze => {
            state.frozen_view = if state.frozen_view.is_some() { None } else { Some(state.view) }
        }
        TalkAction::Replay => start_reveal(state, scenes, now),
        TalkAction::NextLanguage => {
            state.language = match state.language {
                Language::En => Language::Ru,
                Language::Ru => Language::Kk,
                Language::Kk => Language::En,
            };
        }
        TalkAction::NextTheme => state.paint.theme = state.paint.theme.next(),
        TalkAction::Tick
        | TalkAction::Resize(_)
        | TalkAction::Quit
        | TalkAction::Suspend
        | TalkAction::ToggleAutoplay
        | TalkAction::ResetClock => {}
    }
    state.typed_number = None;
    None
}

/// When the state changes by itself; none while it waits for the speaker.
#[must_use]
pub fn next_wake(state: &TalkState, scenes: &[TalkScene]) -> Option<Duration> {
    [state.next_reveal, auto_advance_at(state, scenes)].into_iter().flatten().min()
}

/// When a talk that runs by itself turns to the next scene.
fn auto_advance_at(state: &TalkState, scenes: &[TalkScene]) -> Option<Duration> {
    let is_last = state.view.scene + 1 >= scenes.len();
    let runs = state.advance == Advance::Auto && !(is_last && state.at_end == AtEnd::Stay);
    let seconds = scenes.get(state.view.scene)?.seconds;
    runs.then(|| state.scene_started + Duration::from_secs(seconds.max(1).into()))
}

/// Shows a scene from its beginning.
pub fn go_to(state: &mut TalkState, scene: usize, scenes: &[TalkScene], now: Duration) {
    let scene = scene.min(scenes.len().saturating_sub(1));
    let cover = if state.view.cover == TalkOverlay::Keys { TalkOverlay::None } else { state.view.cover };
    let cover = if matches!(cover, TalkOverlay::Scenes(_)) { TalkOverlay::None } else { cover };
    if scene == state.view.scene {
        state.view.cover = cover;
        return;
    }
    record_scene_time(state, now);
    state.view = SceneView { scene, steps_shown: 0, spot: None, lead: LeadText::Sentence, cover };
    start_reveal(state, scenes, now);
}

/// Begins the reveal of the scene at hand.
pub fn start_reveal(state: &mut TalkState, scenes: &[TalkScene], now: Duration) {
    state.view.steps_shown = 0;
    state.view.spot = None;
    let steps = scenes.get(state.view.scene).map(TalkScene::steps).unwrap_or_default();
    if state.motion == Motion::Reduced || !state.paint.is_colored() || steps.is_empty() {
        finish_reveal(state, scenes);
    } else {
        state.next_reveal = Some(now + step_delay(&steps, 0));
    }
}

/// Takes the time of the scene at hand, which is about to end.
fn record_scene_time(state: &mut TalkState, now: Duration) {
    if let Some(time) = state.scene_times.get_mut(state.view.scene) {
        *time += now.saturating_sub(state.scene_started);
    }
    state.scene_started = now;
}

/// Everything of the scene is there.
fn finish_reveal(state: &mut TalkState, scenes: &[TalkScene]) {
    let Some(scene) = scenes.get(state.view.scene) else { return };
    let steps = scene.steps().len();
    if state.view.steps_shown < steps || state.next_reveal.is_some() {
        state.view.steps_shown = steps;
        state.view.spot = scene.spotlight;
    }
    state.next_reveal = None;
}

/// How long the step at a place waits for its turn.
fn step_delay(steps: &[RevealStep], place: usize) -> Duration {
    let parts = steps.iter().filter(|step| **step == RevealStep::Element).count().max(1);
    match steps.get(place) {
        Some(RevealStep::Element) => PART_DELAY.min(MAX_REVEAL / u32::try_from(parts).unwrap_or(u32::MAX)),
        _ => STEP_PAUSE,
    }
}

fn tick(state: &mut TalkState, scenes: &[TalkScene], now: Duration) -> Option<TalkEffect> {
    let steps = scenes.get(state.view.scene).map(TalkScene::steps).unwrap_or_default();
    while let Some(due) = state.next_reveal.filter(|due| *due <= now) {
        state.view.steps_shown += 1;
        if state.view.steps_shown >= steps.len() {
            finish_reveal(state, scenes);
        } else {
            // Whoever comes late catches up.
            state.next_reveal = Some(due + step_delay(&steps, state.view.steps_shown));
        }
    }
    if auto_advance_at(state, scenes).is_some_and(|due| due <= now) {
        let next = (state.view.scene + 1) % scenes.len().max(1);
        if next == state.view.scene {
            state.scene_started = now;
        }
        go_to(state, next, scenes, now);
    }
    None
}

/// Lets the talk run by itself from here on, or no more.
fn toggle_autoplay(state: &mut TalkState, now: Duration) {
    state.advance = match state.advance {
        Advance::Auto => Advance::Manual,
        Advance::Manual => {
            record_scene_time(state, now);
            state.view.cover = TalkOverlay::None;
            Advance::Auto
        }
    };
}

fn activate(state: &mut TalkState, scenes: &[TalkScene], now: Duration) -> Option<TalkEffect> {
    let typed = state.typed_number.take();
    match (typed, state.view.cover) {
        (Some(number), _) => go_to(state, number - 1, scenes, now),
        (None, TalkOverlay::Scenes(chosen)) => go_to(state, chosen, scenes, now),
        (None, TalkOverlay::Keys | TalkOverlay::Blank) => state.view.cover = TalkOverlay::None,
        (None, TalkOverlay::None) => return Some(TalkEffect::OpenDashboard(state.view.scene)),
    }
    None
}

fn step_back(state: &mut TalkState) -> Option<TalkEffect> {
    if state.typed_number.take().is_some() {
        return None;
    }
    let picture = &mut state.view;
    if picture.cover != TalkOverlay::None {
        picture.cover = TalkOverlay::None;
    } else if picture.spot.is_some() {
        picture.spot = None;
    } else if picture.lead == LeadText::Number {
        picture.lead = LeadText::Sentence;
    } else if state.frozen_view.is_some() {
        state.frozen_view = None;
    } else {
        return Some(TalkEffect::ReturnToStart);
    }
    None
}

fn toggle_overlay(state: &mut TalkState, cover: TalkOverlay) {
    let same = std::mem::discriminant(&state.view.cover) == std::mem::discriminant(&cover);
    state.view.cover = if same { TalkOverlay::None } else { cover };
}

/// Lights the next point that has something to say; past the last one, none.
fn step_point(state: &mut TalkState, direction: Direction, scenes: &[TalkScene]) {
    let spots = scenes.get(state.view.scene).map(TalkScene::spotlight_indices).unwrap_or_default();
    let at = state.view.spot.and_then(|spot| spots.iter().position(|known| *known == spot));
    let next = match (at, direction) {
        (None, Direction::Next) => Some(0),
        (None, Direction::Previous) => spots.len().checked_sub(1),
        (Some(at), Direction::Next) => Some(at + 1),
        (Some(at), Direction::Previous) => at.checked_sub(1),
    };
    state.view.spot = next.and_then(|next| spots.get(next).copied());
}
