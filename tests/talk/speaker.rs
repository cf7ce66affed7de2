//! A talk without a terminal or a clock: keys and times are input, a screen is output.

use std::time::Duration;

use chrono::NaiveDate;
use planfact::app::action::{Action, Effect};
use planfact::app::app_data::{AppData, DataOrigin, JobControl};
use planfact::app::app_state::App;
use planfact::app::dashboard::model::Model;
use planfact::app::dashboard::state::State;
use planfact::app::look::Look;
use planfact::app::present::state::TalkState;
use planfact::dataset;
use planfact::dataset::outline::Outline;
use planfact::dataset::records::Language;
use planfact::render::look::theme::Paint;
use planfact::render::tui::export;
use planfact::settings::choices::Motion;
use ratatui::buffer::Buffer;
use ratatui::crossterm::event::{Event, KeyCode, KeyEvent, KeyModifiers, MouseButton, MouseEvent, MouseEventKind};
use ratatui::layout::{Rect, Size};

use crate::walks::walk::{MOTOR, key};

/// A running talk.
pub(crate) struct Speaker {
    pub(crate) app: App,
    pub(crate) now: Duration,
    pub(crate) effect: Option<Effect>,
}

/// A dashboard of the bundled dataset on a day in November 2026, in a changed look.
pub(crate) fn model(change: impl FnOnce(&mut Look)) -> Model {
    let today = NaiveDate::from_ymd_opt(2026, 11, 22).unwrap();
    let outline = Outline::read(include_str!("../../assets/kazakhstan-outline.json")).unwrap();
    let dataset = dataset::load(MOTOR).unwrap();
    let data = AppData { dataset, outline, file: DataOrigin::Bundled, path: None, shell: JobControl::Available };
    let mut state = State::new(today, Language::En, Paint::default());
    change(&mut state.look);
    Model::new(data, state)
}

/// Everything of a scene is there at once.
pub(crate) fn calm(look: &mut Look) {
    look.motion = Motion::Reduced;
}

impl Speaker {
    /// A talk at 100x30 without reveals.
    pub(crate) fn calm() -> Self {
        Self::begin(calm, TalkState::default())
    }

    /// A talk begun in a state, in a changed look.
    pub(crate) fn begin(change: impl FnOnce(&mut Look), begun: TalkState) -> Self {
        let app = App::with_talk(model(change), begun, Duration::ZERO);
        Self { app, now: Duration::ZERO, effect: None }.sized((100, 30))
    }

    /// The dashboard at 100x30.
    pub(crate) fn dashboard() -> Self {
        Self { app: App::with_dashboard(model(|_| {})), now: Duration::ZERO, effect: None }.sized((100, 30))
    }

    fn sized(mut self, (width, height): (u16, u16)) -> Self {
        self.app.apply(Action::Resize(Size::new(width, height)), self.now);
        self
    }

    /// Presses keys, named and separated by spaces.
    pub(crate) fn press(&mut self, keys: &str) -> &mut Self {
        for name in keys.split_whitespace() {
            let event = match name {
                "Space" => KeyEvent::new(KeyCode::Char(' '), KeyModifiers::NONE),
                "F5" => KeyEvent::new(KeyCode::F(5), KeyModifiers::NONE),
                name => key(name),
            };
            self.effect = self.app.event(&Event::Key(event), self.now);
        }
        self
    }

    pub(crate) fn click(&mut self, button: MouseButton, (column, row): (u16, u16)) -> &mut Self {
        let event = MouseEvent { kind: MouseEventKind::Down(button), column, row, modifiers: KeyModifiers::NONE };
        self.effect = self.app.event(&Event::Mouse(event), self.now);
        self
    }

    /// Lets time pass, with a tick at each requested wake-up.
    pub(crate) fn pass(&mut self, milliseconds: u64) -> &mut Self {
        let end = self.now + Duration::from_millis(milliseconds);
        while let Some(due) = self.app.next_wake().filter(|due| *due <= end) {
            self.now = self.now.max(due);
            self.app.tick(self.now);
        }
        self.now = end;
        self
    }

    /// The number of the scene, from 1; 0 in the dashboard.
    pub(crate) fn scene(&self) -> usize {
        self.app.scene().map_or(0, |scene| scene + 1)
    }

    pub(crate) fn cells(&self) -> Buffer {
        let size = self.app.model().state().look.size;
        let mut buf = Buffer::empty(Rect::new(0, 0, size.width, size.height));
        self.app.draw(buf.area, &mut buf);
        buf
    }

    pub(crate) fn text(&self) -> String {
        export::text(&self.cells())
    }

    pub(crate) fn sees(&mut self, text: &str) -> &mut Self {
        assert!(self.text().contains(text), "{text:?} is not on the screen:\n{}", self.text());
        self
    }

    pub(crate) fn sees_no(&mut self, text: &str) -> &mut Self {
        assert!(!self.text().contains(text), "{text:?} is on the screen:\n{}", self.text());
        self
    }
}
