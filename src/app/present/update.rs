//! What an action changes in a talk: its state, or the look. Effects are returned; time is an argument.
//!
//! Only a running reveal and autoplay ask to be woken (`next_wake`); a scene that is fully shown waits for the speaker.

use std::time::Duration;

use crate::app::action::{Action, Direction, Effect, TalkAction};
use crate::app::look::Look;
use crate::app::present::state::{Advance, AtEnd, SceneView, TalkOverlay, TalkState};
use crate::page::talk::TalkScene;
use crate::page::talk::reveal::RevealStep;
use crate::render::tui::talk::LeadText;
use crate::settings::choices::Motion;

/// Between two elements of a chart, unless all of them would take longer than [`MAX_REVEAL`].
const ELEMENT_DELAY: Duration = Duration::from_millis(90);
/// The longest reveal of all elements of a chart.
const MAX_REVEAL: Duration = Duration::from_millis(1400);
/// Before the target, and before the verdict.
const STEP_PAUSE: Duration = Duration::from_millis(700);

/// What the state of a talk is updated with.
#[derive(Debug, Clone, Copy)]
pub struct SceneContext<'a> {
    /// All scenes.
    pub scenes: &'a [TalkScene],
    /// Whether scenes are revealed step by step.
    pub motion: Motion,
    /// The time since the start of the program.
    pub now: Duration,
}

impl<'a> SceneContext<'a> {
    /// Without colours nothing is revealed step by step.
    pub fn new(scenes: &'a [TalkScene], look: &Look, now: Duration) -> Self {
        Self { scenes, motion: if look.paint.is_colored() { look.motion } else { Motion::Reduced }, now }
    }
}

/// Applies an action to the talk or the look; returns what the app has to do.
pub fn update(
    state: &mut TalkState,
    look: &mut Look,
    action: Action,
    scenes: &[TalkScene],
    now: Duration,
) -> Option<Effect> {
    let ctx = SceneContext::new(scenes, look, now);
    match action {
        Action::Talk(TalkAction::Tick) => {
            tick(state, ctx);
            return None;
        }
        Action::Quit => {
            record_scene_time(state, now);
            return Some(Effect::Quit);
        }
        Action::Suspend => return Some(Effect::Suspend),
        Action::Talk(TalkAction::ToggleAutoplay) => {
            toggle_autoplay(state, now);
            return None;
        }
        Action::Talk(TalkAction::ResetClock) => {
            (state.elapsed_before, state.started, state.scene_started) = (Duration::ZERO, now, now);
            state.scene_times.fill(Duration::ZERO);
            return None;
        }
        // Any other key only stops autoplay.
        _ if state.advance == Advance::Auto => {
            state.advance = Advance::Manual;
            finish_reveal(state, scenes);
            return None;
        }
        _ => {}
    }
    let was_revealing = state.next_reveal.is_some();
    finish_reveal(state, scenes);
    let typed = state.typed_number.take();
    match action {
        _ if state.view.overlay == TalkOverlay::Blank && action != Action::Talk(TalkAction::Enter) => {
            state.view.overlay = TalkOverlay::None;
        }
        // The key has shown the rest of the scene.
        Action::Talk(TalkAction::Advance(Direction::Next)) if was_revealing => {}
        Action::Talk(TalkAction::Digit(digit)) => {
            let number = typed.unwrap_or(0) * 10 + usize::from(digit);
            state.typed_number = Some(number.min(999)).filter(|number| *number > 0);
        }
        Action::Talk(TalkAction::Enter) => return activate(state, typed, ctx),
        Action::Talk(TalkAction::Back) if typed.is_some() => {}
        Action::Talk(TalkAction::Back) => return step_back(state),
        Action::Talk(action) => navigate(state, action, ctx),
        action => look.apply(action),
    }
    None
}

/// Applies an action that shows another scene or shows the scene differently.
fn navigate(state: &mut TalkState, action: TalkAction, ctx: SceneContext<'_>) {
    let count = ctx.scenes.len();
    match action {
        TalkAction::Advance(direction) => go_to(state, direction.clamped_step(state.view.scene, count), ctx),
        TalkAction::GoToEnd(Direction::Previous) => go_to(state, 0, ctx),
        TalkAction::GoToEnd(Direction::Next) => go_to(state, count.saturating_sub(1), ctx),
        TalkAction::GoTo(scene) => go_to(state, scene, ctx),
        TalkAction::ToggleSceneList => toggle_overlay(state, TalkOverlay::Scenes(state.view.scene)),
        TalkAction::ToggleKeys => toggle_overlay(state, TalkOverlay::Keys),
        TalkAction::ToggleBlank => toggle_overlay(state, TalkOverlay::Blank),
        TalkAction::ChooseScene(direction) => {
            if let TalkOverlay::Scenes(chosen) = &mut state.view.overlay {
                *chosen = direction.clamped_step(*chosen, count);
            }
        }
        TalkAction::ToggleLead => {
            state.view.lead = if state.view.lead == LeadText::Number { LeadText::Sentence } else { LeadText::Number };
        }
        TalkAction::StepPoint(direction) => step_spotlight(state, direction, ctx.scenes),
        TalkAction::ToggleKeyEcho => state.key_echo = if state.key_echo.is_some() { None } else { Some(Vec::new()) },
        TalkAction::ToggleFreeze => {
            state.frozen_view = if state.frozen_view.is_some() { None } else { Some(state.view) }
        }
        TalkAction::Replay => start_reveal(state, ctx),
        TalkAction::Digit(_)
        | TalkAction::Enter
        | TalkAction::Back
        | TalkAction::Tick
        | TalkAction::ToggleAutoplay
        | TalkAction::ResetClock => {}
    }
}

/// When the state changes by itself; none while it waits for the speaker.
pub fn next_wake(state: &TalkState, scenes: &[TalkScene]) -> Option<Duration> {
    [state.next_reveal, auto_advance_at(state, scenes)].into_iter().flatten().min()
}

/// When autoplay advances to the next scene.
fn auto_advance_at(state: &TalkState, scenes: &[TalkScene]) -> Option<Duration> {
    let is_last = state.view.scene + 1 >= scenes.len();
    let is_running = state.advance == Advance::Auto && !(is_last && state.at_end == AtEnd::Stay);
    let seconds = scenes.get(state.view.scene)?.seconds;
    is_running.then(|| state.scene_started + Duration::from_secs(seconds.max(1).into()))
}

/// Shows a scene from its beginning.
fn go_to(state: &mut TalkState, scene: usize, ctx: SceneContext<'_>) {
    let scene = scene.min(ctx.scenes.len().saturating_sub(1));
    if matches!(state.view.overlay, TalkOverlay::Keys | TalkOverlay::Scenes(_)) {
        state.view.overlay = TalkOverlay::None;
    }
    if scene == state.view.scene {
        return;
    }
    record_scene_time(state, ctx.now);
    state.view = SceneView { scene, lead: LeadText::Sentence, ..state.view };
    start_reveal(state, ctx);
}

/// Begins the reveal of the current scene.
pub fn start_reveal(state: &mut TalkState, ctx: SceneContext<'_>) {
    state.view.steps_shown = 0;
    state.view.spotlight = None;
    let steps = ctx.scenes.get(state.view.scene).map(TalkScene::steps).unwrap_or_default();
    if ctx.motion == Motion::Reduced || steps.is_empty() {
        finish_reveal(state, ctx.scenes);
    } else {
        state.next_reveal = Some(ctx.now + step_delay(&steps, 0));
    }
}

/// Adds the time of the current scene, which is about to end, to its total.
pub fn record_scene_time(state: &mut TalkState, now: Duration) {
    if let Some(time) = state.scene_times.get_mut(state.view.scene) {
        *time += now.saturating_sub(state.scene_started);
    }
    state.scene_started = now;
}

/// Shows the whole scene.
fn finish_reveal(state: &mut TalkState, scenes: &[TalkScene]) {
    let Some(scene) = scenes.get(state.view.scene) else { return };
    let steps = scene.steps().len();
    if state.view.steps_shown < steps || state.next_reveal.is_some() {
        state.view.steps_shown = steps;
        state.view.spotlight = scene.spotlight;
    }
    state.next_reveal = None;
}

/// The delay before the step with this index.
fn step_delay(steps: &[RevealStep], index: usize) -> Duration {
    let elements = steps.iter().filter(|step| **step == RevealStep::Element).count().max(1);
    match steps.get(index) {
        Some(RevealStep::Element) => ELEMENT_DELAY.min(MAX_REVEAL / u32::try_from(elements).unwrap_or(u32::MAX)),
        _ => STEP_PAUSE,
    }
}

fn tick(state: &mut TalkState, ctx: SceneContext<'_>) {
    let SceneContext { scenes, now, .. } = ctx;
    let steps = scenes.get(state.view.scene).map(TalkScene::steps).unwrap_or_default();
    while let Some(due) = state.next_reveal.filter(|due| *due <= now) {
        state.view.steps_shown += 1;
        if state.view.steps_shown >= steps.len() {
            finish_reveal(state, scenes);
        } else {
            // A late tick catches up.
            state.next_reveal = Some(due + step_delay(&steps, state.view.steps_shown));
        }
    }
    if auto_advance_at(state, scenes).is_some_and(|due| due <= now) {
        let next = (state.view.scene + 1) % scenes.len().max(1);
        if next == state.view.scene {
            state.scene_started = now;
        }
        go_to(state, next, ctx);
    }
}

fn toggle_autoplay(state: &mut TalkState, now: Duration) {
    state.advance = match state.advance {
        Advance::Auto => Advance::Manual,
        Advance::Manual => {
            record_scene_time(state, now);
            state.view.overlay = TalkOverlay::None;
            Advance::Auto
        }
    };
}

fn activate(state: &mut TalkState, typed: Option<usize>, ctx: SceneContext<'_>) -> Option<Effect> {
    match (typed, state.view.overlay) {
        (Some(number), _) => go_to(state, number - 1, ctx),
        (None, TalkOverlay::Scenes(chosen)) => go_to(state, chosen, ctx),
        (None, TalkOverlay::Keys | TalkOverlay::Blank) => state.view.overlay = TalkOverlay::None,
        (None, TalkOverlay::None) => return Some(Effect::OpenDashboard(state.view.scene)),
    }
    None
}

fn step_back(state: &mut TalkState) -> Option<Effect> {
    let view = &mut state.view;
    if view.overlay != TalkOverlay::None {
        view.overlay = TalkOverlay::None;
    } else if view.spotlight.is_some() {
        view.spotlight = None;
    } else if view.lead == LeadText::Number {
        view.lead = LeadText::Sentence;
    } else if state.frozen_view.is_some() {
        state.frozen_view = None;
    } else {
        return Some(Effect::LeaveTalk);
    }
    None
}

fn toggle_overlay(state: &mut TalkState, overlay: TalkOverlay) {
    let same = std::mem::discriminant(&state.view.overlay) == std::mem::discriminant(&overlay);
    state.view.overlay = if same { TalkOverlay::None } else { overlay };
}

/// Puts the spotlight on the next data point that has a record; past the last one, on none.
fn step_spotlight(state: &mut TalkState, direction: Direction, scenes: &[TalkScene]) {
    let spots = scenes.get(state.view.scene).map(TalkScene::spotlight_indices).unwrap_or_default();
    let at = state.view.spotlight.and_then(|spot| spots.iter().position(|known| *known == spot));
    let next = match (at, direction) {
        (None, Direction::Next) => Some(0),
        (None, Direction::Previous) => spots.len().checked_sub(1),
        (Some(at), Direction::Next) => Some(at + 1),
        (Some(at), Direction::Previous) => at.checked_sub(1),
    };
    state.view.spotlight = next.and_then(|next| spots.get(next).copied());
}
