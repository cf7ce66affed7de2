//! The speaker's notes without their terminal: what the talk told last, what is scrolled, what follows from it.

use std::time::Duration;

use chrono::NaiveTime;
use ratatui::buffer::Buffer;
use ratatui::crossterm::event::{Event, KeyCode, MouseEventKind};
use ratatui::layout::{Rect, Size};

use crate::app::action::Direction;
use crate::app::input::keys::chord::Chord;
use crate::app::notes::TalkUpdate;
use crate::app::notes::keys::{self, NotesAction};
use crate::app::terminal::background::Background;
use crate::dataset::records::Language;
use crate::page::i18n::{Words, language_from_tag};
use crate::page::model::rich_text::{Block, Fact, TextRun};
use crate::page::talk::snapshot::{AudienceView, TalkSnapshot};
use crate::page::talk::speaker_notes::{self, LinkState, SpeakerNotes, TalkTimes};
use crate::render::look::theme::Paint;
use crate::render::tui::notes as draw;

/// The speaker's notes without their terminal.
pub struct Console {
    words: Words,
    paint: Paint,
    size: Size,
    /// What the talk told last, when it was heard on our clock, and when it was told on the clock of the talk.
    snapshot: Option<(TalkSnapshot, Duration, Duration)>,
    link: LinkState,
    /// The first line in sight.
    top: usize,
    /// Whether the keys are shown instead of the notes.
    shows_keys: bool,
    notes: SpeakerNotes,
}

/// When it is: on our clock, and on the one on the wall.
pub type NotesTime = (Duration, NaiveTime);

/// What the world has to do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotesEffect {
    /// Press this key in the talk.
    SendKey(Chord),
    /// Stop until the shell continues us.
    Suspend,
    /// End.
    Quit,
}

impl Console {
    /// Notes that wait for a talk.
    #[must_use]
    pub fn new(language: Language, paint: Paint, time: NotesTime) -> Self {
        let words = Words::new(language);
        let now = TalkTimes { talk: Duration::ZERO, wall: time.1 };
        let notes = speaker_notes::notes(&words, None, (LinkState::Waiting, now), keys::hints_without_talk(&words));
        let size = Size::new(80, 24);
        Self { words, paint, size, snapshot: None, link: LinkState::Waiting, top: 0, shows_keys: false, notes }
    }

    /// What is on the screen.
    #[must_use]
    pub fn notes(&self) -> &SpeakerNotes {
        &self.notes
    }

    /// The words of the language.
    #[must_use]
    pub fn words(&self) -> &Words {
        &self.words
    }

    /// What the talk told last.
    #[must_use]
    pub fn snapshot(&self) -> Option<&TalkSnapshot> {
        self.snapshot.as_ref().map(|(told, ..)| told)
    }

    /// The size of the screen.
    #[must_use]
    pub fn size(&self) -> Size {
        self.size
    }

    /// The screen has this size now.
    pub fn resize(&mut self, size: Size) {
        self.size = size;
        self.top = self.top.min(self.scroll_max());
    }

    /// The terminal has this ground: wears the theme that suits it.
    pub fn set_background(&mut self, ground: Background) {
        self.paint.theme = ground.theme();
    }

    /// Does what the person meant by an event; what the world has to do is returned.
    pub fn event(&mut self, event: &Event, time: NotesTime) -> Option<NotesEffect> {
        match event {
            Event::Key(key) => match keys::action_or_chord(key, self.words.language())? {
                // In a list of scenes the arrows choose one, and in the dashboard a row.
                Ok(NotesAction::Scroll(_)) if self.is_choosing() => Some(NotesEffect::SendKey(Chord::from_event(key)?)),
                Ok(action) => self.act(action, time),
                Err(Chord::Key(KeyCode::Esc)) if self.shows_keys => self.act(NotesAction::ToggleKeys, time),
                Err(chord) => Some(NotesEffect::SendKey(chord)),
            },
            Event::Mouse(mouse) => {
                let direction = match mouse.kind {
                    MouseEventKind::ScrollUp => Direction::Previous,
                    MouseEventKind::ScrollDown => Direction::Next,
                    // A click brings a window to the front: it never turns a scene.
                    _ => return None,
                };
                self.act(NotesAction::Scroll(direction), time)
            }
            _ => None,
        }
    }

    fn is_choosing(&self) -> bool {
        !self.shows_keys
            && self
                .snapshot()
                .is_some_and(|told| matches!(told.room, AudienceView::Scenes(..) | AudienceView::Dashboard))
    }

    fn act(&mut self, action: NotesAction, time: NotesTime) -> Option<NotesEffect> {
        match action {
            NotesAction::Scroll(Direction::Previous) => self.top = self.top.saturating_sub(1),
            NotesAction::Scroll(Direction::Next) => self.top = (self.top + 1).min(self.scroll_max()),
            NotesAction::ToggleKeys => {
                self.shows_keys = !self.shows_keys;
                self.top = 0;
                self.refresh(time);
            }
            NotesAction::Suspend => return Some(NotesEffect::Suspend),
            NotesAction::Quit => return Some(NotesEffect::Quit),
        }
        None
    }

    /// Takes what was heard of the talk.
    pub fn receive(&mut self, heard: TalkUpdate, time: NotesTime) {
        match heard {
            TalkUpdate::Snapshot(told, at) => {
                if self.snapshot().is_none_or(|before| before.scene != told.scene || before.language != told.language) {
                    self.top = if self.shows_keys { self.top } else { 0 };
                }
                let language = language_from_tag(&told.language).unwrap_or(self.words.language());
                if language != self.words.language() {
                    self.words = Words::new(language);
                }
                self.snapshot = Some((*told, time.0, at));
                self.link = LinkState::Connected;
            }
            TalkUpdate::Disconnected => self.link = LinkState::Waiting,
            TalkUpdate::Incompatible => self.link = LinkState::Incompatible,
        }
        self.refresh(time);
    }

    /// Time has passed.
    pub fn tick(&mut self, time: NotesTime) {
        if self.snapshot.is_some() {
            self.refresh(time);
        }
    }

    /// How long until something changes by itself: the next second of the talk. None while there has been no talk.
    #[must_use]
    pub fn next_wake(&self, now: Duration) -> Option<Duration> {
        let (told, ..) = self.snapshot.as_ref()?;
        let elapsed = told.elapsed(self.talk_time(now));
        Some(Duration::from_nanos(1_000_000_000 - u64::from(elapsed.subsec_nanos())))
    }

    /// A time on the clock of the talk.
    fn talk_time(&self, now: Duration) -> Duration {
        let at =
            |(_, heard, told): &(TalkSnapshot, Duration, Duration)| told.saturating_add(now.saturating_sub(*heard));
        self.snapshot.as_ref().map_or(Duration::ZERO, at)
    }

    /// How far the text can be scrolled.
    fn scroll_max(&self) -> usize {
        draw::max_scroll(&self.notes, &self.paint, Rect::new(0, 0, self.size.width, self.size.height))
    }

    fn refresh(&mut self, (now, wall): NotesTime) {
        let now = TalkTimes { talk: self.talk_time(now), wall };
        let hints =
            if self.snapshot.is_some() { keys::hints(&self.words) } else { keys::hints_without_talk(&self.words) };
        self.notes = speaker_notes::notes(&self.words, self.snapshot(), (self.link, now), hints);
        if let (Some(talk), true) = (&mut self.notes.talk, self.shows_keys) {
            let fact = |hint: crate::page::pages::chrome::KeyHint| Fact {
                term: hint.keys.long().to_owned(),
                text: vec![TextRun::plain(hint.action)],
            };
            let facts = keys::all_hints(&self.words, self.paint.is_ascii()).into_iter().map(fact).collect();
            talk.said = Vec::new();
            talk.notes = vec![Block::Heading(self.words.get("notes-keys-title")), Block::Facts(facts)];
        }
        self.top = self.top.min(self.scroll_max());
    }

    /// Draws the notes.
    pub fn draw(&self, area: Rect, buf: &mut Buffer) {
        draw::draw_notes(&self.notes, self.top, &self.paint, (area, buf));
    }
}
