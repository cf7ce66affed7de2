//! The dashboard and the talk: which of them is in front, and what passes between them.

use std::time::Duration;

use ratatui::buffer::Buffer;
use ratatui::crossterm::event::Event;
use ratatui::layout::Rect;

use super::action::{Action, Effect};
use super::keys::chord::Chord;
use super::model::Model;
use super::present::show::Show;
use super::present::state::State as Talk;
use super::present::update;
use super::state::Waiting;
use crate::page::notes::told::{Room, Told};
use crate::render::tui::links::Link;

/// The dashboard, and a talk once one was given.
pub struct Front {
    model: Model,
    show: Option<Show>,
    on: On,
    from: On,
}

/// What is in front.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum On {
    /// The dashboard.
    Dashboard,
    /// The talk.
    Talk,
}

impl Front {
    /// The dashboard alone.
    #[must_use]
    pub fn dashboard(model: Model) -> Self {
        Self { model, show: None, on: On::Dashboard, from: On::Dashboard }
    }

    /// A talk, begun as `talk` says, with the dashboard behind it.
    #[must_use]
    pub fn talk(model: Model, talk: Talk, now: Duration) -> Self {
        let mut front = Self { model, show: None, on: On::Talk, from: On::Talk };
        front.show = Some(front.prepare(talk, now));
        front
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
    pub fn show(&self) -> Option<&Show> {
        self.show.as_ref()
    }

    /// What is in front.
    #[must_use]
    pub fn on(&self) -> On {
        self.on
    }

    /// Does what the person meant by an event; what the world has to do is returned.
    pub fn event(&mut self, event: &Event, now: Duration) -> Option<Effect> {
        let Some(show) = self.show.as_mut().filter(|_| self.on == On::Talk) else {
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
                let (action, name) = show.key(key)?;
                let effect = self.act(action, now);
                self.show.iter_mut().for_each(|show| show.echo(&name));
                return effect;
            }
            Event::Mouse(mouse) => show.mouse(*mouse)?,
            _ => return None,
        };
        self.act(action, now)
    }

    /// Does what a key means that was pressed at the speaker's notes; what the world has to do is returned. Nobody ends or
    /// stops a talk from there.
    pub fn remote(&mut self, chord: Chord, now: Duration) -> Option<Effect> {
        let effect = self.event(&Event::Key(chord.event()), now);
        effect.filter(|effect| !matches!(effect, Effect::Quit | Effect::Suspend))
    }

    /// Where the talk stands, for the speaker's notes.
    #[must_use]
    pub fn told(&self) -> Option<Told> {
        let told = self.show.as_ref()?.told();
        Some(if self.on == On::Talk { told } else { Told { room: Room::Dashboard, ..told } })
    }

    /// Does something in the talk; what the world has to do is returned.
    pub fn act(&mut self, action: update::Action, now: Duration) -> Option<Effect> {
        let show = self.show.as_mut()?;
        let effect = show.apply(action, now);
        show.speak(self.model.material());
        match effect? {
            update::Effect::Quit => Some(Effect::Quit),
            update::Effect::Suspend => Some(Effect::Suspend),
            update::Effect::Leave(scene) => {
                let visit = show.scenes().get(scene)?.visit;
                let lit = show.lit();
                let (language, paint) = (show.state().language, show.state().paint);
                self.model.visit(&visit, language, paint);
                self.model.point_at(lit);
                self.on = On::Dashboard;
                None
            }
            update::Effect::Return if self.from == On::Dashboard => {
                self.model.wait(Waiting::Nothing);
                self.on = On::Dashboard;
                None
            }
            update::Effect::Return => None,
        }
    }

    /// Does something in the dashboard; what the world has to do is returned. The size of the screen is the talk's too.
    pub fn apply(&mut self, action: Action, now: Duration) -> Option<Effect> {
        let size = if let Action::Resize(size) = action { Some(size) } else { None };
        let effect = self.model.apply(action);
        if let (Some(show), Some(size)) = (&mut self.show, size) {
            show.apply(update::Action::Resize(size), now);
        }
        if let (Some(show), Action::Ground(_)) = (&mut self.show, action) {
            show.wear(self.model.state().language, self.model.state().paint);
        }
        if effect == Some(Effect::Present) {
            self.present(now);
            return None;
        }
        effect
    }

    /// Time has passed.
    pub fn tick(&mut self, now: Duration) {
        if self.wake().is_some_and(|due| due <= now) {
            self.act(update::Action::Tick, now);
        }
    }

    /// When something changes by itself; none while everything waits for the person.
    #[must_use]
    pub fn wake(&self) -> Option<Duration> {
        self.show.as_ref().filter(|_| self.on == On::Talk)?.wake()
    }

    /// Whether there is a page of the dashboard to be made ready.
    #[must_use]
    pub fn has_likely(&self) -> bool {
        self.on == On::Dashboard && self.model.has_likely()
    }

    /// Shows the talk where it was, or begins one.
    fn present(&mut self, now: Duration) {
        let (language, paint) = (self.model.state().language, self.model.state().paint);
        if let Some(show) = &mut self.show {
            show.wear(language, paint);
            show.speak(self.model.material());
            show.go_on(now);
        } else {
            let talk = Talk { motion: self.model.state().motion, ..Talk::new(language, paint) };
            self.show = Some(self.prepare(talk, now));
            self.from = On::Dashboard;
        }
        self.on = On::Talk;
    }

    fn prepare(&self, talk: Talk, now: Duration) -> Show {
        let talk = Talk { size: self.model.state().size, ..talk };
        Show::new(self.model.material(), self.model.state().day(), talk, now)
    }

    /// The scenes follow another dataset.
    pub fn rebuild(&mut self) {
        if let Some(show) = &mut self.show {
            show.build(self.model.material());
        }
    }

    /// The scene of the talk, while it is in front.
    #[must_use]
    pub fn scene(&self) -> Option<usize> {
        self.show.as_ref().filter(|_| self.on == On::Talk).map(|show| show.state().picture.scene)
    }

    /// The scene that the room sees, from 0, and its title, while the talk is in front.
    #[must_use]
    pub fn seen(&self) -> Option<(usize, &str)> {
        let show = self.show.as_ref().filter(|_| self.on == On::Talk)?;
        let scene = show.state().seen().scene;
        Some((scene, &show.scenes().get(scene)?.title))
    }

    /// The links on the screen.
    #[must_use]
    pub fn links(&self) -> &[Link] {
        if self.on == On::Talk { &[] } else { self.model.links() }
    }

    /// Draws what is in front.
    pub fn draw(&self, area: Rect, buf: &mut Buffer) {
        match (&self.show, self.on) {
            (Some(show), On::Talk) => show.draw(area, buf),
            _ => self.model.draw(area, buf),
        }
    }
}
