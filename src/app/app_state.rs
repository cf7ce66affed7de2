//! The dashboard and the talk: which of them is shown, and what passes between them.

use std::time::Duration;

use ratatui::buffer::Buffer;
use ratatui::crossterm::event::Event;
use ratatui::layout::Rect;

use crate::app::action::{Action, Effect, TalkAction};
use crate::app::dashboard::model::Model;
use crate::app::dashboard::state::WaitingTalk;
use crate::app::input::keys::chord::Chord;
use crate::app::present::state::TalkState;
use crate::app::present::talk_model::TalkModel;
use crate::page::talk::snapshot::{AudienceView, TalkSnapshot};
use crate::render::tui::layout::areas::Hyperlink;

/// The dashboard, and a talk once one was started. The look belongs to the dashboard's state; the talk uses it too.
pub struct App {
    model: Model,
    talk: Option<TalkModel>,
    active: ActiveView,
    started_from: ActiveView,
}

/// What is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ActiveView {
    /// The dashboard.
    Dashboard,
    /// The talk.
    Talk,
}

impl App {
    /// The dashboard alone.
    pub fn with_dashboard(model: Model) -> Self {
        Self { model, talk: None, active: ActiveView::Dashboard, started_from: ActiveView::Dashboard }
    }

    /// A talk in this state, with the dashboard behind it.
    pub fn with_talk(model: Model, talk: TalkState, now: Duration) -> Self {
        let mut app = Self { model, talk: None, active: ActiveView::Talk, started_from: ActiveView::Talk };
        app.start_talk(talk, now);
        app
    }

    /// The dashboard.
    pub fn model(&self) -> &Model {
        &self.model
    }

    /// The dashboard, mutable.
    pub fn model_mut(&mut self) -> &mut Model {
        &mut self.model
    }

    /// The talk, if one was started.
    pub fn talk(&self) -> Option<&TalkModel> {
        self.talk.as_ref()
    }

    /// What is shown.
    pub fn active(&self) -> ActiveView {
        self.active
    }

    /// The talk while it is shown.
    fn active_talk(&self) -> Option<&TalkModel> {
        self.talk.as_ref().filter(|_| self.active == ActiveView::Talk)
    }

    /// Applies what an event means; returns what the event loop has to do.
    pub fn event(&mut self, event: &Event, now: Duration) -> Option<Effect> {
        let look = self.model.state().look;
        let action = match (event, self.active_talk()) {
            (Event::Key(key), Some(talk)) => {
                let (action, name) = talk.key(key, look.language)?;
                let effect = self.apply(action, now);
                self.talk.iter_mut().for_each(|talk| talk.echo_key(&name));
                return effect;
            }
            (Event::Mouse(mouse), Some(talk)) => talk.mouse(*mouse, look.area()),
            (Event::Key(key), None) => self.model.key(key),
            (Event::Mouse(mouse), None) => self.model.mouse(*mouse),
            (Event::Paste(text), None) => {
                self.model.paste(text);
                None
            }
            _ => None,
        };
        self.apply(action?, now)
    }

    /// Applies what a key of the speaker's notes means; returns what the event loop has to do. The notes cannot end or
    /// suspend a talk.
    pub fn remote_key(&mut self, chord: Chord, now: Duration) -> Option<Effect> {
        let effect = self.event(&Event::Key(chord.event()), now);
        effect.filter(|effect| !matches!(effect, Effect::Quit | Effect::Suspend))
    }

    /// The snapshot of the talk for the speaker's notes.
    pub fn snapshot(&self) -> Option<TalkSnapshot> {
        let snapshot = self.talk.as_ref()?.snapshot();
        Some(match self.active {
            ActiveView::Talk => snapshot,
            ActiveView::Dashboard => TalkSnapshot { room: AudienceView::Dashboard, ..snapshot },
        })
    }

    /// Applies an action to what is shown; returns what the event loop has to do.
    pub fn apply(&mut self, action: Action, now: Duration) -> Option<Effect> {
        let is_of_terminal = matches!(action, Action::Resize(_) | Action::SetBackground(_));
        let effect = match &mut self.talk {
            Some(talk) if self.active == ActiveView::Talk && !is_of_terminal => {
                let effect = talk.apply(action, self.model.look_mut(), now);
                talk.rebuild_for_language(self.model.data(), &self.model.state().look);
                effect
            }
            _ => self.model.apply(action),
        };
        match effect? {
            Effect::Present => self.present(now),
            Effect::OpenDashboard(scene) => {
                let talk = self.talk.as_ref()?;
                self.model.show_scene(&talk.scenes().get(scene)?.view);
                self.model.set_crosshair_at(talk.highlighted_time());
                self.active = ActiveView::Dashboard;
            }
            Effect::LeaveTalk if self.started_from == ActiveView::Dashboard => {
                self.model.set_waiting_talk(WaitingTalk::None);
                self.active = ActiveView::Dashboard;
            }
            Effect::LeaveTalk => {}
            effect => return Some(effect),
        }
        None
    }

    /// Wakes the talk if it is due.
    pub fn tick(&mut self, now: Duration) {
        if self.next_wake().is_some_and(|due| due <= now) {
            self.apply(Action::Talk(TalkAction::Tick), now);
        }
    }

    /// When something changes by itself; none while everything waits for the user.
    pub fn next_wake(&self) -> Option<Duration> {
        self.active_talk()?.next_wake()
    }

    /// Resumes the talk, or starts one.
    fn present(&mut self, now: Duration) {
        if let Some(talk) = &mut self.talk {
            talk.rebuild_for_language(self.model.data(), &self.model.state().look);
            talk.resume(now);
        } else {
            self.start_talk(TalkState::default(), now);
            self.started_from = ActiveView::Dashboard;
        }
        self.active = ActiveView::Talk;
    }

    fn start_talk(&mut self, talk: TalkState, now: Duration) {
        let state = self.model.state();
        self.talk = Some(TalkModel::new(self.model.data(), state.known_date(), talk, &state.look, now));
    }

    /// Adds the time of the current scene to its total, at the end of the program.
    pub fn end_talk(&mut self, now: Duration) {
        self.talk.iter_mut().for_each(|talk| talk.end(now));
    }

    /// Rebuilds the scenes after a reload of the dataset.
    pub fn rebuild_talk(&mut self) {
        if let Some(talk) = &mut self.talk {
            talk.build(self.model.data(), &self.model.state().look);
        }
    }

    /// The index of the current scene while the talk is shown.
    pub fn scene(&self) -> Option<usize> {
        self.active_talk().map(|talk| talk.state().view.scene)
    }

    /// The index and title of the scene that the audience sees, while the talk is shown.
    pub fn audience_view(&self) -> Option<(usize, &str)> {
        let talk = self.active_talk()?;
        let scene = talk.state().audience_view().scene;
        Some((scene, &talk.scenes().get(scene)?.title))
    }

    /// The links on the screen.
    pub fn links(&self) -> &[Hyperlink] {
        if self.active == ActiveView::Talk { &[] } else { self.model.links() }
    }

    /// Draws what is shown.
    pub fn draw(&self, area: Rect, buf: &mut Buffer) {
        match self.active_talk() {
            Some(talk) => talk.draw(&self.model.state().look.paint, area, buf),
            None => self.model.draw(area, buf),
        }
    }
}
