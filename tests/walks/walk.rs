//! A dashboard without a terminal: keys go in, a screen comes out.

use chrono::NaiveDate;
use planfact::app::action::{Action, Effect};
use planfact::app::app_data::{AppData, DataOrigin, JobControl};
use planfact::app::dashboard::model::Model;
use planfact::app::dashboard::state::State;
use planfact::dataset;
use planfact::dataset::outline::Outline;
use planfact::dataset::records::Language;
use planfact::page::model::RecordRef;
use planfact::render::look::theme::Paint;
use planfact::render::tui::export;
use ratatui::buffer::Buffer;
use ratatui::crossterm::event::{KeyCode, KeyEvent, KeyModifiers, MouseButton, MouseEvent, MouseEventKind};
use ratatui::layout::{Rect, Size};

/// The bundled dataset.
pub(crate) const MOTOR: &str = include_str!("../../assets/kazakhstan-motor.json");

/// A dashboard under test.
pub(crate) struct Walk {
    /// The dashboard.
    pub(crate) model: Model,
    /// The effect of the last action.
    pub(crate) effect: Option<Effect>,
}

impl Walk {
    /// The bundled dataset on a day in June 2026, in English, on a screen of this size.
    pub(crate) fn at(width: u16, height: u16) -> Self {
        Self::over(MOTOR, DataOrigin::Bundled, (width, height))
    }

    /// Another dataset.
    pub(crate) fn over(text: &str, file: DataOrigin, (width, height): (u16, u16)) -> Self {
        let today = NaiveDate::from_ymd_opt(2026, 6, 30).unwrap();
        let mut walk = Self::from(text, file, State::new(today, Language::En, Paint::default()));
        walk.resize((width, height));
        walk
    }

    /// Another dataset in another state.
    pub(crate) fn from(text: &str, file: DataOrigin, state: State) -> Self {
        let dataset = dataset::load(text).unwrap();
        let outline = Outline::read(include_str!("../../assets/kazakhstan-outline.json")).unwrap();
        let data = AppData { dataset, outline, file, path: None, shell: JobControl::Available };
        Self { model: Model::new(data, state), effect: None }
    }

    /// Starts again in a changed state.
    pub(crate) fn begin(&mut self, change: impl FnOnce(&mut State)) -> &mut Self {
        let mut state = self.model.state().clone();
        change(&mut state);
        *self = Self::from(MOTOR, DataOrigin::Bundled, state);
        self
    }

    /// Resizes the screen.
    pub(crate) fn resize(&mut self, (width, height): (u16, u16)) -> &mut Self {
        self.model.apply(Action::Resize(Size::new(width, height)));
        self
    }

    /// Presses keys, named with spaces between them: `j Enter 3 Esc`.
    pub(crate) fn press(&mut self, keys: &str) -> &mut Self {
        for name in keys.split_whitespace() {
            self.key(key(name));
        }
        self
    }

    /// Types a text character by character.
    pub(crate) fn types(&mut self, text: &str) -> &mut Self {
        for sign in text.chars() {
            self.key(KeyEvent::new(KeyCode::Char(sign), KeyModifiers::NONE));
        }
        self
    }

    pub(crate) fn key(&mut self, event: KeyEvent) {
        if let Some(action) = self.model.key(&event) {
            self.effect = self.model.apply(action);
        }
    }

    /// Clicks at a column and row.
    pub(crate) fn click(&mut self, (column, row): (u16, u16)) -> &mut Self {
        self.mouse(MouseEventKind::Down(MouseButton::Left), (column, row))
    }

    /// Turns the wheel down at a column and row.
    pub(crate) fn wheel(&mut self, (column, row): (u16, u16)) -> &mut Self {
        self.mouse(MouseEventKind::ScrollDown, (column, row))
    }

    pub(crate) fn mouse(&mut self, kind: MouseEventKind, (column, row): (u16, u16)) -> &mut Self {
        let event = MouseEvent { kind, column, row, modifiers: KeyModifiers::NONE };
        if let Some(action) = self.model.mouse(event) {
            self.effect = self.model.apply(action);
        }
        self
    }

    /// The screen as cells.
    pub(crate) fn cells(&self) -> Buffer {
        let size = self.model.state().look.size;
        let area = Rect::new(0, 0, size.width, size.height);
        let mut buf = Buffer::empty(area);
        self.model.draw(area, &mut buf);
        buf
    }

    /// The screen as text.
    pub(crate) fn text(&self) -> String {
        export::text(&self.cells())
    }

    /// Fails unless the screen shows the text.
    pub(crate) fn sees(&mut self, text: &str) -> &mut Self {
        assert!(self.text().contains(text), "{text:?} is not on the screen:\n{}", self.text());
        self
    }

    /// Fails if the screen shows the text.
    pub(crate) fn sees_no(&mut self, text: &str) -> &mut Self {
        assert!(!self.text().contains(text), "{text:?} is on the screen:\n{}", self.text());
        self
    }

    /// The position of a text: column and row of its first character.
    pub(crate) fn place_of(&self, text: &str) -> (u16, u16) {
        let screen = self.text();
        let found = screen.lines().enumerate().find_map(|(row, line)| Some((line.find(text)?, row, line)));
        let (at, row, line) = found.unwrap_or_else(|| panic!("{text:?} is not on the screen:\n{screen}"));
        (u16::try_from(line[..at].chars().count()).unwrap(), u16::try_from(row).unwrap())
    }

    /// The chosen row, as the page has it.
    pub(crate) fn chosen(&self) -> Option<RecordRef> {
        let table = self.model.page().list()?;
        table.rows[table.chosen?].key
    }
}

/// A key by its name: `q`, `Enter`, `PgDn`, `Ctrl-C`.
pub(crate) fn key(name: &str) -> KeyEvent {
    let code = match name {
        "Enter" => KeyCode::Enter,
        "Esc" => KeyCode::Esc,
        "Tab" => KeyCode::Tab,
        "Shift-Tab" => KeyCode::BackTab,
        "Up" | "↑" => KeyCode::Up,
        "Down" | "↓" => KeyCode::Down,
        "Left" | "←" => KeyCode::Left,
        "Right" | "→" => KeyCode::Right,
        "PgUp" => KeyCode::PageUp,
        "PgDn" => KeyCode::PageDown,
        "Home" => KeyCode::Home,
        "End" => KeyCode::End,
        "Backspace" => KeyCode::Backspace,
        "Delete" => KeyCode::Delete,
        sign => {
            let last = sign.chars().last().unwrap();
            assert!(sign.len() == last.len_utf8() || sign.starts_with("Ctrl-"), "{sign} is no key");
            let control = sign.starts_with("Ctrl-");
            let modifiers = if control { KeyModifiers::CONTROL } else { KeyModifiers::NONE };
            let code = KeyCode::Char(if control { last.to_ascii_lowercase() } else { last });
            return KeyEvent::new(code, modifiers);
        }
    };
    KeyEvent::new(code, KeyModifiers::NONE)
}
