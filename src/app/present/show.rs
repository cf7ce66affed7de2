//! The talk without its terminal: the scenes in a language, what is going on, what follows from it.
//!
//! Scenes are built for another language or dataset only, and what is shown of one with each step of its reveal.

use std::time::Duration;

use chrono::NaiveDate;
use ratatui::buffer::Buffer;
use ratatui::crossterm::event::{KeyEvent, MouseButton, MouseEvent, MouseEventKind};
use ratatui::layout::Rect;

use super::keys::{self, KEYS, Place, Row};
use super::state::{Cover, Picture, State, Turning};
use super::update::{self, Action, Effect};
use crate::app::action::Way;
use crate::app::model::Material;
use crate::dataset::records::Language;
use crate::page::Body;
use crate::page::chrome::Hint;
use crate::page::notes::told::{Room, Told};
use crate::page::prose::Label;
use crate::page::scene::{Scene, scenes};
use crate::page::words::{Arg, Words, code};
use crate::render::theme::Paint;
use crate::render::tui::scene as draw;

/// So many keys are shown at once.
const ECHOED: usize = 6;

/// The talk without its terminal.
pub struct Show {
    scenes: Vec<Scene>,
    state: State,
    known: NaiveDate,
    /// The language that the words below are in.
    built: Language,
    heads: [String; 2],
    hints: Vec<Hint>,
    /// What the room sees, and as much of its scene as it sees.
    seen: (Picture, Option<Scene>),
    count: String,
}

impl Show {
    /// A talk about a dataset, as known on a day, from the scene in `state` on.
    #[must_use]
    pub fn new(material: &Material, known: NaiveDate, state: State, now: Duration) -> Self {
        let seen = (state.seen(), None);
        let language = state.language;
        let mut show = Self {
            scenes: Vec::new(),
            state,
            known,
            built: language,
            heads: Default::default(),
            hints: Vec::new(),
            seen,
            count: String::new(),
        };
        show.build(material);
        (show.state.began, show.state.since) = (now, now);
        update::begin(&mut show.state, &show.scenes, now);
        show.refresh();
        show
    }

    /// What is going on.
    #[must_use]
    pub fn state(&self) -> &State {
        &self.state
    }

    /// Every scene.
    #[must_use]
    pub fn scenes(&self) -> &[Scene] {
        &self.scenes
    }

    /// Goes on where it was left; the time since then is not the scene's.
    pub fn go_on(&mut self, now: Duration) {
        self.state.since = now;
        self.refresh();
    }

    /// Speaks a language and wears a look.
    pub fn wear(&mut self, language: Language, paint: Paint) {
        self.state.language = language;
        self.state.paint = paint;
    }

    /// The time of the column that is lit, counted in months from the year 0.
    #[must_use]
    pub fn lit(&self) -> Option<i32> {
        let picture = self.state.picture;
        match &self.scenes.get(picture.scene)?.body {
            Some(Body::Chart(chart)) => Some(chart.columns.get(picture.spot?)?.spot.at),
            _ => None,
        }
    }

    /// What a key means now, with its name.
    #[must_use]
    pub fn key(&self, event: &KeyEvent) -> Option<(Action, String)> {
        keys::action(event, self.state.language, |place| self.is_at(place))
    }

    /// What a click means now.
    #[must_use]
    pub fn mouse(&self, event: MouseEvent) -> Option<Action> {
        let area = Rect::new(0, 0, self.state.size.width, self.state.size.height);
        match (event.kind, self.state.picture.cover) {
            (MouseEventKind::Down(MouseButton::Left), Cover::Scenes(chosen)) => {
                draw::scene_at(self.scenes.len(), chosen, area, event.row).map(Action::Go)
            }
            (MouseEventKind::Down(MouseButton::Left), _) => Some(Action::Turn(Way::Next)),
            (MouseEventKind::Down(MouseButton::Right), _) => Some(Action::Turn(Way::Previous)),
            _ => None,
        }
    }

    /// Shows that a key was pressed, where keys are shown.
    pub fn echo(&mut self, name: &str) {
        if let Some(echo) = &mut self.state.echo {
            echo.push(name.to_owned());
            let gone = echo.len().saturating_sub(ECHOED);
            echo.drain(..gone);
        }
    }

    /// Does what the speaker meant; what the world has to do is returned.
    pub fn apply(&mut self, action: Action, now: Duration) -> Option<Effect> {
        let effect = update::update(&mut self.state, action, &self.scenes, now);
        self.refresh();
        effect
    }

    /// When the talk changes by itself; none while it waits for the speaker.
    #[must_use]
    pub fn wake(&self) -> Option<Duration> {
        update::wake(&self.state, &self.scenes)
    }

    /// When the scene at hand has had the seconds that are planned for it.
    #[must_use]
    pub fn ends(&self) -> Duration {
        let seconds = self.scenes.get(self.state.picture.scene).map_or(0, |scene| scene.seconds.max(1));
        self.state.since + Duration::from_secs(seconds.into())
    }

    /// How long the talk has been going on.
    #[must_use]
    pub fn elapsed(&self, now: Duration) -> Duration {
        self.state.before + now.saturating_sub(self.state.began)
    }

    /// Where it stands, for the speaker's notes.
    #[must_use]
    pub fn told(&self) -> Told {
        let (state, picture) = (&self.state, self.state.picture);
        let title = |place: usize| self.scenes.get(place).map(|scene| scene.title.clone()).unwrap_or_default();
        let room = match picture.cover {
            Cover::None => Room::Scene,
            Cover::Blank => Room::Blank,
            Cover::Scenes(chosen) => Room::Scenes(chosen, title(chosen)),
            Cover::Keys => Room::Keys,
        };
        let steps = self.scenes.get(picture.scene).map_or(0, |scene| scene.steps().len());
        let millis = |time: Duration| u64::try_from(time.as_millis()).unwrap_or(u64::MAX);
        let told = Told {
            language: code(self.built).to_owned(),
            steps: (picture.done.min(steps), steps),
            before: millis(state.before),
            began: millis(state.began),
            since: millis(state.since),
            room,
            frozen: state.frozen.map(|frozen| (frozen.scene, title(frozen.scene))),
            typed: state.typed,
            running: state.turning == Turning::Itself,
            ..Told::of(&self.scenes, picture.scene)
        };
        told.fit()
    }

    /// Builds the scenes again if the language is another one.
    pub fn speak(&mut self, material: &Material) {
        if self.built != self.state.language {
            self.build(material);
        }
    }

    /// Builds the scenes.
    pub fn build(&mut self, material: &Material) {
        let words = Words::new(self.state.language).renamed(&material.dataset.words);
        self.scenes = scenes(&material.of_talk(&words, self.known));
        self.heads = ["show-scenes-title", "show-keys-title"].map(|key| words.get(key));
        let is_ascii = self.state.paint.is_ascii();
        let hint = |row: &Row| Hint {
            keys: Label::one(if is_ascii { row.every_ascii() } else { row.every() }),
            does: words.get(row.word),
        };
        self.hints = KEYS.iter().map(hint).collect();
        let many = Arg::from(self.scenes.len());
        self.count = words.say("show-count", &[("number", Arg::from("\u{1}")), ("count", many)]);
        self.built = self.state.language;
        let count = self.scenes.len();
        self.state.times.resize(count, Duration::ZERO);
        self.state.picture.scene = self.state.picture.scene.min(count.saturating_sub(1));
        self.state.frozen = self.state.frozen.filter(|frozen| frozen.scene < count);
        self.seen.1 = None;
        self.refresh();
    }

    /// Makes what is shown of the scene again, if it is another one or another step.
    fn refresh(&mut self) {
        let picture = self.state.seen();
        let (last, shown) = &self.seen;
        if shown.is_none() || (last.scene, last.done) != (picture.scene, picture.done) {
            self.seen.1 = self.scenes.get(picture.scene).map(|scene| scene.after(picture.done));
        }
        self.seen.0 = picture;
    }

    /// Draws what the room sees.
    pub fn draw(&self, area: Rect, buf: &mut Buffer) {
        let (picture, shown) = &self.seen;
        let (Some(whole), Some(shown)) = (self.scenes.get(picture.scene), shown) else { return };
        let cover = match picture.cover {
            Cover::None => draw::Cover::None,
            Cover::Blank => draw::Cover::Blank,
            Cover::Scenes(chosen) => draw::Cover::Scenes(&self.heads[0], &self.scenes, chosen),
            Cover::Keys => draw::Cover::Keys(&self.heads[1], &self.hints),
        };
        let keys = match (&self.state.typed, &self.state.echo) {
            (Some(typed), _) => typed.to_string(),
            (None, Some(echo)) => echo.join("  "),
            (None, None) => String::new(),
        };
        let stage = draw::Stage {
            whole,
            shown,
            count: &self.count.replace('\u{1}', &(picture.scene + 1).to_string()),
            lead: picture.lead,
            spot: picture.spot,
            cover,
            keys: &keys,
        };
        draw::stage(&stage, &self.state.paint, area, buf);
    }

    fn is_at(&self, place: Place) -> bool {
        let in_list = matches!(self.state.picture.cover, Cover::Scenes(_));
        match place {
            Place::Anywhere => true,
            Place::Scene => !in_list,
            Place::Scenes => in_list,
        }
    }
}
