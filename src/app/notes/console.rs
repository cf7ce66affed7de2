//! The speaker's notes without their terminal: what the talk told last, what is scrolled, what follows from it.

use std::time::Duration;

use chrono::NaiveTime;
use ratatui::buffer::Buffer;
use ratatui::crossterm::event::{Event, KeyCode, MouseEventKind};
use ratatui::layout::{Rect, Size};

use super::Heard;
use super::keys::{self, Action};
use crate::app::action::Way;
use crate::app::ground::Ground;
use crate::app::keys::chord::Chord;
use crate::dataset::records::Language;
use crate::page::notes::told::{Room, Told};
use crate::page::notes::{self, Link, Notes, Now};
use crate::page::prose::{Block, Fact, Run};
use crate::page::words::{Words, from_tag};
use crate::render::theme::Paint;
use crate::render::tui::notes as draw;

/// The speaker's notes without their terminal.
pub struct Console {
    words: Words,
    paint: Paint,
    size: Size,
    /// What the talk told last, when it was heard on our clock, and when it was told on the clock of the talk.
    told: Option<(Told, Duration, Duration)>,
    link: Link,
    /// The first line in sight.
    top: usize,
    /// Whether the keys are shown instead of the notes.
    keys: bool,
    notes: Notes,
}

/// When it is: on our clock, and on the one on the wall.
pub type Time = (Duration, NaiveTime);

/// What the world has to do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Effect {
    /// Press this key in the talk.
    Press(Chord),
    /// Stop until the shell continues us.
    Suspend,
    /// End.
    Quit,
}

impl Console {
    /// Notes that wait for a talk.
    #[must_use]
    pub fn new(language: Language, paint: Paint, time: Time) -> Self {
        let words = Words::new(language);
        let now = Now { talk: Duration::ZERO, wall: time.1 };
        let notes = notes::notes(&words, None, (Link::Waiting, now), keys::hints_alone(&words));
        let size = Size::new(80, 24);
        Self { words, paint, size, told: None, link: Link::Waiting, top: 0, keys: false, notes }
    }

    /// What is on the screen.
    #[must_use]
    pub fn notes(&self) -> &Notes {
        &self.notes
    }

    /// The words of the language.
    #[must_use]
    pub fn words(&self) -> &Words {
        &self.words
    }

    /// What the talk told last.
    #[must_use]
    pub fn told(&self) -> Option<&Told> {
        self.told.as_ref().map(|(told, ..)| told)
    }

    /// The size of the screen.
    #[must_use]
    pub fn size(&self) -> Size {
        self.size
    }

    /// The screen has this size now.
    pub fn resize(&mut self, size: Size) {
        self.size = size;
        self.top = self.top.min(self.most());
    }

    /// The terminal has this ground: wears the theme that suits it.
    pub fn stand_on(&mut self, ground: Ground) {
        self.paint.theme = ground.theme();
    }

    /// Does what the person meant by an event; what the world has to do is returned.
    pub fn event(&mut self, event: &Event, time: Time) -> Option<Effect> {
        match event {
            Event::Key(key) => match keys::meaning(key, self.words.language())? {
                // In a list of scenes the arrows choose one, and in the dashboard a row.
                Ok(Action::Scroll(_)) if self.is_choosing() => Some(Effect::Press(Chord::of(key)?)),
                Ok(action) => self.act(action, time),
                Err(Chord::Key(KeyCode::Esc)) if self.keys => self.act(Action::Keys, time),
                Err(chord) => Some(Effect::Press(chord)),
            },
            Event::Mouse(mouse) => {
                let way = match mouse.kind {
                    MouseEventKind::ScrollUp => Way::Previous,
                    MouseEventKind::ScrollDown => Way::Next,
                    // A click brings a window to the front: it never turns a scene.
                    _ => return None,
                };
                self.act(Action::Scroll(way), time)
            }
            _ => None,
        }
    }

    fn is_choosing(&self) -> bool {
        !self.keys && self.told().is_some_and(|told| matches!(told.room, Room::Scenes(..) | Room::Dashboard))
    }

    fn act(&mut self, action: Action, time: Time) -> Option<Effect> {
        match action {
            Action::Scroll(Way::Previous) => self.top = self.top.saturating_sub(1),
            Action::Scroll(Way::Next) => self.top = (self.top + 1).min(self.most()),
            Action::Keys => {
                self.keys = !self.keys;
                self.top = 0;
                self.refresh(time);
            }
            Action::Suspend => return Some(Effect::Suspend),
            Action::Quit => return Some(Effect::Quit),
        }
        None
    }

    /// Takes what was heard of the talk.
    pub fn hear(&mut self, heard: Heard, time: Time) {
        match heard {
            Heard::Told(told, at) => {
                if self.told().is_none_or(|before| before.scene != told.scene || before.language != told.language) {
                    self.top = if self.keys { self.top } else { 0 };
                }
                let language = from_tag(&told.language).unwrap_or(self.words.language());
                if language != self.words.language() {
                    self.words = Words::new(language);
                }
                self.told = Some((*told, time.0, at));
                self.link = Link::Linked;
            }
            Heard::Gone => self.link = Link::Waiting,
            Heard::Stranger => self.link = Link::Stranger,
        }
        self.refresh(time);
    }

    /// Time has passed.
    pub fn tick(&mut self, time: Time) {
        if self.told.is_some() {
            self.refresh(time);
        }
    }

    /// How long until something changes by itself: the next second of the talk. None while there has been no talk.
    #[must_use]
    pub fn wake(&self, now: Duration) -> Option<Duration> {
        let (told, ..) = self.told.as_ref()?;
        let elapsed = told.elapsed(self.on_talk(now));
        Some(Duration::from_nanos(1_000_000_000 - u64::from(elapsed.subsec_nanos())))
    }

    /// A time on the clock of the talk.
    fn on_talk(&self, now: Duration) -> Duration {
        let at = |(_, heard, told): &(Told, Duration, Duration)| told.saturating_add(now.saturating_sub(*heard));
        self.told.as_ref().map_or(Duration::ZERO, at)
    }

    /// How far the text can be scrolled.
    fn most(&self) -> usize {
        draw::most(&self.notes, &self.paint, Rect::new(0, 0, self.size.width, self.size.height))
    }

    fn refresh(&mut self, (now, wall): Time) {
        let now = Now { talk: self.on_talk(now), wall };
        let hints = if self.told.is_some() { keys::hints(&self.words) } else { keys::hints_alone(&self.words) };
        self.notes = notes::notes(&self.words, self.told(), (self.link, now), hints);
        if let (Some(talk), true) = (&mut self.notes.talk, self.keys) {
            let fact = |hint: crate::page::chrome::Hint| Fact {
                term: hint.keys.long().to_owned(),
                text: vec![Run::plain(hint.does)],
            };
            let facts = keys::all(&self.words, self.paint.is_ascii()).into_iter().map(fact).collect();
            talk.said = Vec::new();
            talk.notes = vec![Block::Heading(self.words.get("notes-keys-title")), Block::Facts(facts)];
        }
        self.top = self.top.min(self.most());
    }

    /// Draws the notes.
    pub fn draw(&self, area: Rect, buf: &mut Buffer) {
        draw::notes(&self.notes, self.top, &self.paint, (area, buf));
    }
}
