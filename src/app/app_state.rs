//! The dashboard and the talk: which of them is in front, and what passes between them.

use std::time::Duration;

use ratatui::buffer::Buffer;
use ratatui::crossterm::event::Event;
use ratatui::layout::Rect;

use crate::app::dashboard::action::{Action, Effect};
use crate::app::dashboard::model::Model;
use crate::app::dashboard::state::WaitingTalk;
use crate::app::input::keys::chord::Chord;
use crate::app::present::show::TalkModel;
use crate::app::present::state::TalkState;
use crate::app::present::update;
use crate::page::talk::snapshot::{AudienceView, TalkSnapshot};
use crate::render::tui::layout::areas::Hyperlink;

/// The dashboard, and a talk once one was given.
pub struct App {
    model: Model,
    talk: Option<TalkModel>,
    active: ActiveView,
    started_from: ActiveView,
}

/// What is in front.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ActiveView {
    /// The dashboard.
    Dashboard,
    /// The talk.
    Talk,
}

impl App {
    /// The dashboard alone.
    #[must_use]
    pub fn with_dashboard(model: Model) -> Self {
        Self { model, talk: None, active: ActiveView::Dashboard, started_from: ActiveView::Dashboard }
    }

    /// A talk, begun as `talk` says, with the dashboard behind it.
    #[must_use]
    pub fn with_talk(model: Model, talk: TalkState, now: Duration) -> Self {
        let mut app = Self { model, talk: None, active: ActiveView::Talk, started_from: ActiveView::Talk };
        app.talk = Some(app.new_talk(talk, now));
        app
    }

    /// The dashboard.
    #[must_use]
    pub fn model(&self) -> &Model {
        &self.model
    }

    /// The dashboard, to be told something.
    pub fn model_mut(&mut self) -> &mut Model {
        &mut self.model
    }

    /// The talk, if one was given.
    #[must_use]
    pub fn talk(&self) -> Option<&TalkModel> {
        self.talk.as_ref()
    }

    /// What is in front.
    #[must_use]
    pub fn active(&self) -> ActiveView {
        self.active
    }

    /// Does what the person meant by an event; what the world has to do is returned.
    pub fn event(&mut self, event: &Event, now: Duration) -> Option<Effect> {
        let Some(talk) = self.talk.as_mut().filter(|_| self.active == ActiveView::Talk) else {
            let action = match event {
                Event::Key(key) => self.model.key(key),
                Event::Mouse(mouse) => self.model.mouse(*mouse),
                Event::Paste(text) => {
                    self.model.paste(text);
                    None
                }
                _ => None,
            };
            return self.apply(action?, now);
        };
        let action = match event {
            Event::Key(key) => {
                let (action, name) = talk.key(key)?;
                let effect = self.apply_talk(action, now);
                self.talk.iter_mut().for_each(|talk| talk.echo_key(&name));
                return effect;
            }
            Event::Mouse(mouse) => talk.mouse(*mouse)?,
            _ => return None,
        };
        self.apply_talk(action, now)
    }

    /// Does what a key means that was pressed at the speaker's notes; what the world has to do is returned. Nobody ends or
    /// stops a talk from there.
    pub fn remote_key(&mut self, chord: Chord, now: Duration) -> Option<Effect> {
        let effect = self.event(&Event::Key(chord.event()), now);
        effect.filter(|effect| !matches!(effect, Effect::Quit | Effect::Suspend))
    }

    /// Where the talk stands, for the speaker's notes.
    #[must_use]
    pub fn snapshot(&self) -> Option<TalkSnapshot> {
        let snapshot = self.talk.as_ref()?.snapshot();
        Some(if self.active == ActiveView::Talk {
            snapshot
        } else {
            TalkSnapshot { room: AudienceView::Dashboard, ..snapshot }
        })
    }

    /// Does something in the talk; what the world has to do is returned.
    pub fn apply_talk(&mut self, action: update::TalkAction, now: Duration) -> Option<Effect> {
        let talk = self.talk.as_mut()?;
        let effect = talk.apply(action, now);
        talk.rebuild_for_language(self.model.data());
        match effect? {
            update::TalkEffect::Quit => Some(Effect::Quit),
            update::TalkEffect::Suspend => Some(Effect::Suspend),
            update::TalkEffect::OpenDashboard(scene) => {
                let visit = talk.scenes().get(scene)?.view;
                let lit = talk.highlighted_time();
                let (language, paint) = (talk.state().language, talk.state().paint);
                self.model.visit(&visit, language, paint);
                self.model.set_crosshair_at(lit);
                self.active = ActiveView::Dashboard;
                None
            }
            update::TalkEffect::ReturnToStart if self.started_from == ActiveView::Dashboard => {
                self.model.wait(WaitingTalk::None);
                self.active = ActiveView::Dashboard;
                None
            }
            update::TalkEffect::ReturnToStart => None,
        }
    }

    /// Does something in the dashboard; what the world has to do is returned. The size of the screen is the talk's too.
    pub fn apply(&mut self, action: Action, now: Duration) -> Option<Effect> {
        let size = if let Action::Resize(size) = action { Some(size) } else { None };
        let effect = self.model.apply(action);
        if let (Some(talk), Some(size)) = (&mut self.talk, size) {
            talk.apply(update::TalkAction::Resize(size), now);
        }
        if let (Some(talk), Action::SetBackground(_)) = (&mut self.talk, action) {
            talk.set_look(self.model.state().language, self.model.state().paint);
        }
        if effect == Some(Effect::Present) {
            self.present(now);
            return None;
        }
        effect
    }

    /// Time has passed.
    pub fn tick(&mut self, now: Duration) {
        if self.next_wake().is_some_and(|due| due <= now) {
            self.apply_talk(update::TalkAction::Tick, now);
        }
    }

    /// When something changes by itself; none while everything waits for the person.
    #[must_use]
    pub fn next_wake(&self) -> Option<Duration> {
        self.talk.as_ref().filter(|_| self.active == ActiveView::Talk)?.next_wake()
    }

    /// Shows the talk where it was, or begins one.
    fn present(&mut self, now: Duration) {
        let (language, paint) = (self.model.state().language, self.model.state().paint);
        if let Some(talk) = &mut self.talk {
            talk.set_look(language, paint);
            talk.rebuild_for_language(self.model.data());
            talk.resume(now);
        } else {
            let talk = TalkState { motion: self.model.state().motion, ..TalkState::new(language, paint) };
            self.talk = Some(self.new_talk(talk, now));
            self.started_from = ActiveView::Dashboard;
        }
        self.active = ActiveView::Talk;
    }

    fn new_talk(&self, talk: TalkState, now: Duration) -> TalkModel {
        let talk = TalkState { size: self.model.state().size, ..talk };
        TalkModel::new(self.model.data(), self.model.state().known_date(), talk, now)
    }

    /// The scenes follow another dataset.
    pub fn rebuild_talk(&mut self) {
        if let Some(talk) = &mut self.talk {
            talk.build(self.model.data());
        }
    }

    /// The scene of the talk, while it is in front.
    #[must_use]
    pub fn scene(&self) -> Option<usize> {
        self.talk.as_ref().filter(|_| self.active == ActiveView::Talk).map(|talk| talk.state().view.scene)
    }

    /// The scene that the room sees, from 0, and its title, while the talk is in front.
    #[must_use]
    pub fn audience_view(&self) -> Option<(usize, &str)> {
        let talk = self.talk.as_ref().filter(|_| self.active == ActiveView::Talk)?;
        let scene = talk.state().audience_view().scene;
        Some((scene, &talk.scenes().get(scene)?.title))
    }

    /// The links on the screen.
    #[must_use]
    pub fn links(&self) -> &[Hyperlink] {
        if self.active == ActiveView::Talk { &[] } else { self.model.links() }
    }

    /// Draws what is in front.
    pub fn draw(&self, area: Rect, buf: &mut Buffer) {
        match (&self.talk, self.active) {
            (Some(talk), ActiveView::Talk) => talk.draw(area, buf),
            _ => self.model.draw(area, buf),
        }
    }
}
