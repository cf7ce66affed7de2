//! How everything looks, and on what size of screen: one value for the dashboard and the talk.

use ratatui::layout::{Rect, Size};

use crate::app::action::Action;
use crate::dataset::records::Language;
use crate::render::look::theme::{Paint, Theme};
use crate::settings::choices::{Motion, ThemeOrigin};

/// How everything looks.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Look {
    /// The language of every text.
    pub language: Language,
    /// Theme, colours, glyphs.
    pub paint: Paint,
    /// Who chose the theme.
    pub theme_origin: ThemeOrigin,
    /// The size of the screen in cells.
    pub size: Size,
    /// Whether anything moves by itself.
    pub motion: Motion,
}

impl Look {
    /// A chosen theme on a screen of 80 columns and 24 rows.
    pub fn new(language: Language, paint: Paint) -> Self {
        Self { language, paint, theme_origin: ThemeOrigin::User, size: Size::new(80, 24), motion: Motion::Full }
    }

    /// The whole screen.
    pub fn area(&self) -> Rect {
        Rect::new(0, 0, self.size.width, self.size.height)
    }

    /// Sets a theme that the user chose.
    pub fn set_theme(&mut self, theme: Theme) {
        self.paint.theme = theme;
        self.theme_origin = ThemeOrigin::User;
    }

    /// Applies an action that changes the look; any other action changes nothing.
    pub(in crate::app) fn apply(&mut self, action: Action) {
        match action {
            Action::NextLanguage => {
                self.language = match self.language {
                    Language::En => Language::Ru,
                    Language::Ru => Language::Kk,
                    Language::Kk => Language::En,
                };
            }
            Action::SetLanguage(language) => self.language = language,
            Action::NextTheme => self.set_theme(self.paint.theme.next()),
            Action::SetBackground(background) if self.theme_origin == ThemeOrigin::Guessed => {
                self.paint.theme = background.theme();
            }
            Action::Resize(size) => self.size = size,
            _ => {}
        }
    }
}
