//! The talk without its terminal: the scenes in a language, what is going on, what follows from it.
//!
//! Scenes are built for another language or dataset only, and what is shown of one with each step of its reveal.

use std::time::Duration;

use chrono::NaiveDate;
use ratatui::buffer::Buffer;
use ratatui::crossterm::event::{KeyEvent, MouseButton, MouseEvent, MouseEventKind};
use ratatui::layout::Rect;

use crate::app::dashboard::action::Direction;
use crate::app::dashboard::model::AppData;
use crate::app::present::keys::{self, KEYS, KeyRow, TalkKeyContext};
use crate::app::present::state::{Advance, SceneView, TalkOverlay, TalkState};
use crate::app::present::update::{self, TalkAction, TalkEffect};
use crate::dataset::records::Language;
use crate::page::i18n::{Arg, Words, language_code};
use crate::page::model::chrome::KeyHint;
use crate::page::model::page::PanelBody;
use crate::page::model::rich_text::Label;
use crate::page::talk::snapshot::{AudienceView, TalkSnapshot};
use crate::page::talk::{TalkScene, scenes};
use crate::render::look::theme::Paint;
use crate::render::tui::talk as draw;

/// So many keys are shown at once.
const MAX_ECHOED_KEYS: usize = 6;

/// The talk without its terminal.
pub struct TalkModel {
    scenes: Vec<TalkScene>,
    state: TalkState,
    known: NaiveDate,
    /// The language that the words below are in.
    language: Language,
    titles: [String; 2],
    hints: Vec<KeyHint>,
    /// What the room sees, and as much of its scene as it sees.
    audience_view: (SceneView, Option<TalkScene>),
    counts: Vec<String>,
}

impl TalkModel {
    /// A talk about a dataset, as known on a day, from the scene in `state` on.
    #[must_use]
    pub fn new(data: &AppData, known: NaiveDate, state: TalkState, now: Duration) -> Self {
        let audience_view = (state.audience_view(), None);
        let language = state.language;
        let mut show = Self {
            scenes: Vec::new(),
            state,
            known,
            language: language,
            titles: Default::default(),
            hints: Vec::new(),
            audience_view,
            counts: Vec::new(),
        };
        show.build(data);
        (show.state.started, show.state.scene_started) = (now, now);
        update::start_reveal(&mut show.state, &show.scenes, now);
        show.refresh();
        show
    }

    /// What is going on.
    #[must_use]
    pub fn state(&self) -> &TalkState {
        &self.state
    }

    /// Every scene.
    #[must_use]
    pub fn scenes(&self) -> &[TalkScene] {
        &self.scenes
    }

    /// Goes on where it was left; the time since then is not the scene's.
    pub fn resume(&mut self, now: Duration) {
        self.state.scene_started = now;
        self.refresh();
    }

    /// Speaks a language and wears a look.
    pub fn set_look(&mut self, language: Language, paint: Paint) {
        self.state.language = language;
        self.state.paint = paint;
    }

    /// The time of the column that is lit, counted in months from the year 0.
    #[must_use]
    pub fn highlighted_time(&self) -> Option<i32> {
        let picture = self.state.view;
        match &self.scenes.get(picture.scene)?.body {
            Some(PanelBody::Chart(chart)) => Some(chart.columns.get(picture.spot?)?.data_point.at),
            _ => None,
        }
    }

    /// What a key means now, with its name.
    #[must_use]
    pub fn key(&self, event: &KeyEvent) -> Option<(TalkAction, String)> {
        keys::action_for(event, self.state.language, |place| self.is_active(place))
    }

    /// What a click means now.
    #[must_use]
    pub fn mouse(&self, event: MouseEvent) -> Option<TalkAction> {
        let area = Rect::new(0, 0, self.state.size.width, self.state.size.height);
        match (event.kind, self.state.view.cover) {
            (MouseEventKind::Down(MouseButton::Left), TalkOverlay::Scenes(chosen)) => {
                draw::scene_at(self.scenes.len(), chosen, area, event.row).map(TalkAction::GoTo)
            }
            (MouseEventKind::Down(MouseButton::Left), _) => Some(TalkAction::Advance(Direction::Next)),
            (MouseEventKind::Down(MouseButton::Right), _) => Some(TalkAction::Advance(Direction::Previous)),
            _ => None,
        }
    }

    /// Shows that a key was pressed, where keys are shown.
    pub fn echo_key(&mut self, name: &str) {
        if let Some(echo) = &mut self.state.key_echo {
            echo.push(name.to_owned());
            let gone = echo.len().saturating_sub(MAX_ECHOED_KEYS);
            echo.drain(..gone);
        }
    }

    /// Does what the speaker meant; what the world has to do is returned.
    pub fn apply(&mut self, action: TalkAction, now: Duration) -> Option<TalkEffect> {
        let effect = update::update(&mut self.state, action, &self.scenes, now);
        self.refresh();
        effect
    }

    /// When the talk changes by itself; none while it waits for the speaker.
    #[must_use]
    pub fn next_wake(&self) -> Option<Duration> {
        update::next_wake(&self.state, &self.scenes)
    }

    /// When the scene at hand has had the seconds that are planned for it.
    #[must_use]
    pub fn scene_end(&self) -> Duration {
        let seconds = self.scenes.get(self.state.view.scene).map_or(0, |scene| scene.seconds.max(1));
        self.state.scene_started + Duration::from_secs(seconds.into())
    }

    /// How long the talk has been going on.
    #[must_use]
    pub fn elapsed(&self, now: Duration) -> Duration {
        self.state.elapsed_before + now.saturating_sub(self.state.started)
    }

    /// Where it stands, for the speaker's notes.
    #[must_use]
    pub fn snapshot(&self) -> TalkSnapshot {
        let (state, picture) = (&self.state, self.state.view);
        let title = |place: usize| self.scenes.get(place).map(|scene| scene.title.clone()).unwrap_or_default();
        let room = match picture.cover {
            TalkOverlay::None => AudienceView::Scene,
            TalkOverlay::Blank => AudienceView::Blank,
            TalkOverlay::Scenes(chosen) => AudienceView::Scenes(chosen, title(chosen)),
            TalkOverlay::Keys => AudienceView::Keys,
        };
        let steps = self.scenes.get(picture.scene).map_or(0, |scene| scene.steps().len());
        let millis = |time: Duration| u64::try_from(time.as_millis()).unwrap_or(u64::MAX);
        let told = TalkSnapshot {
            language: language_code(self.language).to_owned(),
            steps: (picture.steps_shown.min(steps), steps),
            before: millis(state.elapsed_before),
            began: millis(state.started),
            since: millis(state.scene_started),
            room,
            frozen: state.frozen_view.map(|frozen| (frozen.scene, title(frozen.scene))),
            typed: state.typed_number,
            running: state.advance == Advance::Auto,
            ..TalkSnapshot::of(&self.scenes, picture.scene)
        };
        told.sanitized()
    }

    /// Builds the scenes again if the language is another one.
    pub fn rebuild_for_language(&mut self, data: &AppData) {
        if self.language != self.state.language {
            self.build(data);
        }
    }

    /// Builds the scenes.
    pub fn build(&mut self, data: &AppData) {
        let words = Words::new(self.state.language).with_dataset_names(&data.dataset.words);
        self.scenes = scenes(&data.for_talk(&words, self.known));
        self.titles = ["show-scenes-title", "show-keys-title"].map(|key| words.get(key));
        let is_ascii = self.state.paint.is_ascii();
        let hint = |row: &KeyRow| KeyHint {
            keys: Label::one(if is_ascii { row.all_keys_ascii() } else { row.all_keys() }),
            action: words.get(row.message_id),
        };
        self.hints = KEYS.iter().map(hint).collect();
        self.language = self.state.language;
        let count = self.scenes.len();
        let of_all = |number: usize| [("number", Arg::from(number.to_string())), ("count", Arg::from(count))];
        self.counts = (1..=count).map(|number| words.format("show-count", &of_all(number))).collect();
        self.state.scene_times.resize(count, Duration::ZERO);
        self.state.view.scene = self.state.view.scene.min(count.saturating_sub(1));
        self.state.frozen_view = self.state.frozen_view.filter(|frozen| frozen.scene < count);
        self.audience_view.1 = None;
        self.refresh();
    }

    /// Makes what is shown of the scene again, if it is another one or another step.
    fn refresh(&mut self) {
        let picture = self.state.audience_view();
        let (last, shown) = &self.audience_view;
        if shown.is_none() || (last.scene, last.steps_shown) != (picture.scene, picture.steps_shown) {
            self.audience_view.1 = self.scenes.get(picture.scene).map(|scene| scene.after(picture.steps_shown));
        }
        self.audience_view.0 = picture;
    }

    /// Draws what the room sees.
    pub fn draw(&self, area: Rect, buf: &mut Buffer) {
        let (picture, shown) = &self.audience_view;
        let (Some(whole), Some(shown)) = (self.scenes.get(picture.scene), shown) else { return };
        let cover = match picture.cover {
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
        let stage = draw::TalkScreen {
            whole,
            shown,
            count: self.counts.get(picture.scene).map_or("", String::as_str),
            lead: picture.lead,
            spotlight: picture.spot,
            cover,
            keys: &keys,
        };
        draw::draw_talk(&stage, &self.state.paint, area, buf);
    }

    fn is_active(&self, place: TalkKeyContext) -> bool {
        let in_list = matches!(self.state.view.cover, TalkOverlay::Scenes(_));
        match place {
            TalkKeyContext::Anywhere => true,
            TalkKeyContext::Scene => !in_list,
            TalkKeyContext::SceneList => in_list,
        }
    }
}
