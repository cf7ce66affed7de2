//! The talk without its terminal: its state, and the scenes in one language.
//!
//! Scenes are rebuilt for another language or dataset only, and the visible part of one with each step of its reveal.

use std::time::Duration;

use chrono::NaiveDate;
use ratatui::buffer::Buffer;
use ratatui::crossterm::event::{KeyEvent, MouseButton, MouseEvent, MouseEventKind};
use ratatui::layout::Rect;

use crate::app::action::{Action, Direction, Effect, TalkAction};
use crate::app::app_data::AppData;
use crate::app::look::Look;
use crate::app::present::keys::{self, KEYS, KeyRow, TalkKeyContext};
use crate::app::present::state::{Advance, SceneView, TalkOverlay, TalkState};
use crate::app::present::update::{self, SceneContext};
use crate::dataset::records::Language;
use crate::page::i18n::{Arg, Words, language_code};
use crate::page::model::{KeyHint, Label, PanelBody};
use crate::page::talk::snapshot::{AudienceView, TalkSnapshot};
use crate::page::talk::{TalkScene, scenes};
use crate::render::look::theme::Paint;
use crate::render::tui::talk as draw;

/// The most pressed keys that are shown.
const MAX_ECHOED_KEYS: usize = 6;

/// The talk without its terminal.
pub struct TalkModel {
    scenes: Vec<TalkScene>,
    state: TalkState,
    known: NaiveDate,
    /// The language of the texts below.
    language: Language,
    /// The titles of the list of scenes and of the list of keys.
    titles: [String; 2],
    hints: Vec<KeyHint>,
    /// What the audience sees.
    audience_view: SceneView,
    /// The visible part of the scene that the audience sees.
    visible_part: Option<TalkScene>,
    /// "2 / 14" for each scene.
    counts: Vec<String>,
}

impl TalkModel {
    /// A talk about a dataset as of a date, from the scene in `state` on.
    pub fn new(data: &AppData, known: NaiveDate, state: TalkState, look: &Look, now: Duration) -> Self {
        let mut talk = Self {
            scenes: Vec::new(),
            audience_view: state.audience_view(),
            state: TalkState { started: now, scene_started: now, ..state },
            known,
            language: look.language,
            titles: Default::default(),
            hints: Vec::new(),
            visible_part: None,
            counts: Vec::new(),
        };
        talk.build(data, look);
        update::start_reveal(&mut talk.state, SceneContext::new(&talk.scenes, look, now));
        talk.refresh();
        talk
    }

    /// The state.
    pub fn state(&self) -> &TalkState {
        &self.state
    }

    /// All scenes.
    pub fn scenes(&self) -> &[TalkScene] {
        &self.scenes
    }

    /// Resumes the talk; the time since it was left does not count for the scene.
    pub fn resume(&mut self, now: Duration) {
        self.state.scene_started = now;
        self.refresh();
    }

    /// The time of the chart column in the spotlight, in months since the year 0.
    pub fn highlighted_time(&self) -> Option<i32> {
        let view = self.state.view;
        match &self.scenes.get(view.scene)?.body {
            Some(PanelBody::Chart(chart)) => Some(chart.columns.get(view.spotlight?)?.data_point.at),
            _ => None,
        }
    }

    /// The action of a key now, with the name of the key.
    pub fn key(&self, event: &KeyEvent, language: Language) -> Option<(Action, String)> {
        let in_list = matches!(self.state.view.overlay, TalkOverlay::Scenes(_));
        keys::action_for(event, language, |context| match context {
            TalkKeyContext::Anywhere => true,
            TalkKeyContext::Scene => !in_list,
            TalkKeyContext::SceneList => in_list,
        })
    }

    /// The action of a click now, on a screen of this area.
    pub fn mouse(&self, event: MouseEvent, area: Rect) -> Option<Action> {
        let action = match (event.kind, self.state.view.overlay) {
            (MouseEventKind::Down(MouseButton::Left), TalkOverlay::Scenes(chosen)) => {
                TalkAction::GoTo(draw::scene_at(self.scenes.len(), chosen, area, event.row)?)
            }
            (MouseEventKind::Down(MouseButton::Left), _) => TalkAction::Advance(Direction::Next),
            (MouseEventKind::Down(MouseButton::Right), _) => TalkAction::Advance(Direction::Previous),
            _ => return None,
        };
        Some(Action::Talk(action))
    }

    /// Adds a key to the pressed keys, if they are shown.
    pub fn echo_key(&mut self, name: &str) {
        if let Some(echo) = &mut self.state.key_echo {
            echo.push(name.to_owned());
            let excess = echo.len().saturating_sub(MAX_ECHOED_KEYS);
            echo.drain(..excess);
        }
    }

    /// Applies an action to the talk or the look; returns what the app has to do.
    pub fn apply(&mut self, action: Action, look: &mut Look, now: Duration) -> Option<Effect> {
        let effect = update::update(&mut self.state, look, action, &self.scenes, now);
        self.refresh();
        effect
    }

    /// Adds the time of the current scene to its total.
    pub fn end(&mut self, now: Duration) {
        update::record_scene_time(&mut self.state, now);
    }

    /// When the talk changes by itself; none while it waits for the speaker.
    pub fn next_wake(&self) -> Option<Duration> {
        update::next_wake(&self.state, &self.scenes)
    }

    /// When the planned seconds of the current scene are over.
    pub fn scene_end(&self) -> Duration {
        let seconds = self.scenes.get(self.state.view.scene).map_or(0, |scene| scene.seconds.max(1));
        self.state.scene_started + Duration::from_secs(seconds.into())
    }

    /// How long the talk has lasted.
    pub fn elapsed(&self, now: Duration) -> Duration {
        self.state.elapsed_before + now.saturating_sub(self.state.started)
    }

    /// The snapshot for the speaker's notes.
    pub fn snapshot(&self) -> TalkSnapshot {
        let (state, view) = (&self.state, self.state.view);
        let title = |scene: usize| self.scenes.get(scene).map(|scene| scene.title.clone()).unwrap_or_default();
        let room = match view.overlay {
            TalkOverlay::None => AudienceView::Scene,
            TalkOverlay::Blank => AudienceView::Blank,
            TalkOverlay::Scenes(chosen) => AudienceView::Scenes(chosen, title(chosen)),
            TalkOverlay::Keys => AudienceView::Keys,
        };
        let steps = self.scenes.get(view.scene).map_or(0, |scene| scene.steps().len());
        let millis = |time: Duration| u64::try_from(time.as_millis()).unwrap_or(u64::MAX);
        let snapshot = TalkSnapshot {
            language: language_code(self.language).to_owned(),
            steps: (view.steps_shown.min(steps), steps),
            before: millis(state.elapsed_before),
            began: millis(state.started),
            since: millis(state.scene_started),
            room,
            frozen: state.frozen_view.map(|frozen| (frozen.scene, title(frozen.scene))),
            typed: state.typed_number,
            running: state.advance == Advance::Auto,
            ..TalkSnapshot::of(&self.scenes, view.scene)
        };
        snapshot.sanitized()
    }

    /// Rebuilds the scenes if the language has changed.
    pub fn rebuild_for_language(&mut self, data: &AppData, look: &Look) {
        if self.language != look.language {
            self.build(data, look);
        }
    }

    /// Builds the scenes.
    pub fn build(&mut self, data: &AppData, look: &Look) {
        let words = Words::new(look.language).with_dataset_names(&data.dataset.words);
        self.scenes = scenes(&data.for_talk(&words, self.known));
        self.titles = ["show-scenes-title", "show-keys-title"].map(|key| words.get(key));
        let is_ascii = look.paint.is_ascii();
        let hint = |row: &KeyRow| KeyHint {
            keys: Label::one(if is_ascii { row.all_keys_ascii() } else { row.all_keys() }),
            action: words.get(row.message_id),
        };
        self.hints = KEYS.iter().map(hint).collect();
        self.language = look.language;
        let count = self.scenes.len();
        let of_all = |number: usize| [("number", Arg::from(number.to_string())), ("count", Arg::from(count))];
        self.counts = (1..=count).map(|number| words.format("show-count", &of_all(number))).collect();
        self.state.scene_times.resize(count, Duration::ZERO);
        self.state.view.scene = self.state.view.scene.min(count.saturating_sub(1));
        self.state.frozen_view = self.state.frozen_view.filter(|frozen| frozen.scene < count);
        self.visible_part = None;
        self.refresh();
    }

    /// Updates what the audience sees; the visible part is rebuilt for another scene or step.
    fn refresh(&mut self) {
        let (last, view) = (self.audience_view, self.state.audience_view());
        if self.visible_part.is_none() || (last.scene, last.steps_shown) != (view.scene, view.steps_shown) {
            self.visible_part = self.scenes.get(view.scene).map(|scene| scene.after(view.steps_shown));
        }
        self.audience_view = view;
    }

    /// Draws what the audience sees.
    pub fn draw(&self, paint: &Paint, area: Rect, buf: &mut Buffer) {
        let view = self.audience_view;
        let (Some(whole), Some(shown)) = (self.scenes.get(view.scene), &self.visible_part) else { return };
        let cover = match view.overlay {
            TalkOverlay::None => draw::SceneCover::None,
            TalkOverlay::Blank => draw::SceneCover::Blank,
            TalkOverlay::Scenes(chosen) => draw::SceneCover::Scenes(&self.titles[0], &self.scenes, chosen),
            TalkOverlay::Keys => draw::SceneCover::Keys(&self.titles[1], &self.hints),
        };
        let keys = match (&self.state.typed_number, &self.state.key_echo) {
            (Some(typed), _) => typed.to_string(),
            (None, Some(echo)) => echo.join("  "),
            (None, None) => String::new(),
        };
        let screen = draw::TalkScreen {
            whole,
            shown,
            count: self.counts.get(view.scene).map_or("", String::as_str),
            lead: view.lead,
            spotlight: view.spotlight,
            cover,
            keys: &keys,
        };
        draw::draw_talk(&screen, paint, area, buf);
    }
}
