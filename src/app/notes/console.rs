//! State of the speaker's notes: the last snapshot of the talk, scrolling, and the model that is drawn from them.
//!
//! Not here: the terminal (`event_loop`), the connection (`client`).

use std::time::Duration;

use ratatui::buffer::Buffer;
use ratatui::crossterm::event::{Event, KeyCode, MouseEventKind};
use ratatui::layout::{Rect, Size};

use crate::app::action::Direction;
use crate::app::input::keys::chord::Chord;
use crate::app::notes::clock::NotesTime;
use crate::app::notes::keys::{self, NotesAction};
use crate::app::notes::update::TalkUpdate;
use crate::app::terminal::background::Background;
use crate::dataset::records::Language;
use crate::page::i18n::{Words, language_from_tag};
use crate::page::model::{Block, Fact, KeyHint, TextRun};
use crate::page::talk::snapshot::{AudienceView, TalkSnapshot};
use crate::page::talk::speaker_notes::{self, LinkState, SpeakerNotes, TalkTimes};
use crate::render::look::theme::Paint;
use crate::render::tui::notes as draw;

/// The speaker's notes and how they react to events.
pub struct Console {
    words: Words,
    paint: Paint,
    size: Size,
    received: Option<ReceivedSnapshot>,
    link: LinkState,
    /// Lines scrolled off the top.
    top: usize,
    /// Whether the list of keys replaces the notes.
    shows_keys: bool,
    notes: SpeakerNotes,
}

/// What the event loop has to do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotesEffect {
    /// Send this key to the talk.
    SendKey(Chord),
    /// Suspend until the shell continues the process.
    Suspend,
    /// Quit the notes.
    Quit,
}

/// The last snapshot of the talk.
struct ReceivedSnapshot {
    snapshot: TalkSnapshot,
    /// When it was received, on the clock of this run.
    received_at: Duration,
    /// When it was sent, on the clock of the talk.
    talk_time: Duration,
}

impl Console {
    /// Notes before a talk is found.
    pub fn new(language: Language, paint: Paint, time: NotesTime) -> Self {
        let words = Words::new(language);
        let now = TalkTimes { talk: Duration::ZERO, wall: time.time_of_day };
        let notes = speaker_notes::notes(&words, None, LinkState::Waiting, now, keys::hints_without_talk(&words));
        let size = Size::new(80, 24);
        Self { words, paint, size, received: None, link: LinkState::Waiting, top: 0, shows_keys: false, notes }
    }

    /// The model that is drawn.
    pub fn notes(&self) -> &SpeakerNotes {
        &self.notes
    }

    /// Messages in the language of the talk.
    pub fn words(&self) -> &Words {
        &self.words
    }

    /// The last snapshot of the talk.
    pub fn snapshot(&self) -> Option<&TalkSnapshot> {
        self.received.as_ref().map(|received| &received.snapshot)
    }

    /// Size of the screen in columns and rows.
    pub fn size(&self) -> Size {
        self.size
    }

    /// Sets the size of the screen.
    pub fn resize(&mut self, size: Size) {
        self.size = size;
        self.top = self.top.min(self.scroll_max());
    }

    /// Switches to the theme that matches the terminal background.
    pub fn set_background(&mut self, background: Background) {
        self.paint.theme = background.theme();
    }

    /// Handles an input event.
    pub fn event(&mut self, event: &Event, time: NotesTime) -> Option<NotesEffect> {
        match event {
            Event::Key(key) => {
                let chord = Chord::from_event(key)?;
                match keys::action(chord, self.words.language()) {
                    // In the list of scenes the arrows choose a scene, in the dashboard a row.
                    Some(NotesAction::Scroll(_)) if self.is_choosing() => Some(NotesEffect::SendKey(chord)),
                    Some(action) => self.act(action, time),
                    None if self.shows_keys && chord == Chord::Key(KeyCode::Esc) => {
                        self.act(NotesAction::ToggleKeys, time)
                    }
                    None => Some(NotesEffect::SendKey(chord)),
                }
            }
            Event::Mouse(mouse) => {
                let direction = match mouse.kind {
                    MouseEventKind::ScrollUp => Direction::Previous,
                    MouseEventKind::ScrollDown => Direction::Next,
                    // A click may only focus the window: it never changes the scene.
                    _ => return None,
                };
                self.act(NotesAction::Scroll(direction), time)
            }
            _ => None,
        }
    }

    /// Whether the arrow keys choose something in the talk.
    fn is_choosing(&self) -> bool {
        let shows_list = |talk: &TalkSnapshot| matches!(talk.room, AudienceView::Scenes(..) | AudienceView::Dashboard);
        !self.shows_keys && self.snapshot().is_some_and(shows_list)
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

    /// Handles a message from the connection.
    pub fn receive(&mut self, update: TalkUpdate, time: NotesTime) {
        match update {
            TalkUpdate::Snapshot(snapshot, talk_time) => {
                let is_same_text =
                    |last: &TalkSnapshot| last.scene == snapshot.scene && last.language == snapshot.language;
                if !self.shows_keys && !self.snapshot().is_some_and(is_same_text) {
                    self.top = 0;
                }
                let language = language_from_tag(&snapshot.language).unwrap_or(self.words.language());
                if language != self.words.language() {
                    self.words = Words::new(language);
                }
                self.received = Some(ReceivedSnapshot { snapshot: *snapshot, received_at: time.elapsed, talk_time });
                self.link = LinkState::Connected;
            }
            TalkUpdate::Disconnected => self.link = LinkState::Waiting,
            TalkUpdate::Incompatible => self.link = LinkState::Incompatible,
        }
        self.refresh(time);
    }

    /// Updates the times.
    pub fn tick(&mut self, time: NotesTime) {
        if self.received.is_some() {
            self.refresh(time);
        }
    }

    /// Time until the next second of the talk begins; none before there is a talk.
    pub fn next_wake(&self, now: Duration) -> Option<Duration> {
        let elapsed = self.snapshot()?.elapsed(self.talk_time(now));
        Some(Duration::from_nanos(1_000_000_000 - u64::from(elapsed.subsec_nanos())))
    }

    /// Converts a time of this run to the clock of the talk.
    fn talk_time(&self, now: Duration) -> Duration {
        self.received
            .as_ref()
            .map_or(Duration::ZERO, |last| last.talk_time.saturating_add(now.saturating_sub(last.received_at)))
    }

    fn scroll_max(&self) -> usize {
        draw::max_scroll(&self.notes, &self.paint, Rect::new(0, 0, self.size.width, self.size.height))
    }

    /// Rebuilds the model.
    fn refresh(&mut self, time: NotesTime) {
        let now = TalkTimes { talk: self.talk_time(time.elapsed), wall: time.time_of_day };
        let hints =
            if self.received.is_some() { keys::hints(&self.words) } else { keys::hints_without_talk(&self.words) };
        self.notes = speaker_notes::notes(&self.words, self.snapshot(), self.link, now, hints);
        if let (Some(talk), true) = (&mut self.notes.talk, self.shows_keys) {
            let fact =
                |hint: KeyHint| Fact { term: hint.keys.long().to_owned(), text: vec![TextRun::plain(hint.action)] };
            let facts = keys::all_hints(&self.words, self.paint.is_ascii()).into_iter().map(fact).collect();
            talk.sentence_and_verdict = Vec::new();
            talk.notes = vec![Block::Heading(self.words.get("notes-keys-title")), Block::Facts(facts)];
        }
        self.top = self.top.min(self.scroll_max());
    }

    /// Draws the notes.
    pub fn draw(&self, area: Rect, buf: &mut Buffer) {
        draw::draw_notes(&self.notes, self.top, &self.paint, area, buf);
    }
}
