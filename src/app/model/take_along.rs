//! What a person takes along: the view as a command or a file, the citation or the row, the address as a link.

use std::rc::Rc;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::Model;
use crate::app::abilities::{Clipboard, Links};
use crate::app::action::{Effect, Format, Take};
use crate::app::command_line;
use crate::app::crosshair;
use crate::app::state::{Notice, Taken};
use crate::page::table::Row;
use crate::page::{Ref, cite};
use crate::render::text;
use crate::render::tui::export;
use crate::render::tui::links::Link;

/// The longest text that terminals take for the clipboard: as base64 it has 74,994 letters.
const LONGEST: usize = 56_244;

impl Model {
    /// The command that prints exactly this view, without what just happened.
    #[must_use]
    pub fn command_line(&self) -> String {
        command_line::line_of(&self.fitting(), &self.material.dataset, self.material.path.as_deref())
    }

    /// What is taken along, as text; none if there is nothing.
    #[must_use]
    pub fn taken(&self, take: Take) -> Option<(Taken, String)> {
        match take {
            Take::View => Some((Taken::View, self.command_line())),
            Take::AtHand => {
                let citation = self.cited().and_then(|key| cite::citation(&self.context(), key));
                let row = || self.row_at_hand().map(text::tab_separated);
                let citation = citation.map(|text| (Taken::Citation, text));
                citation.or_else(|| row().map(|text| (Taken::Row, text)))
            }
        }
    }

    /// What would be cited: what is explained, a figure or a source; a promise only if it is in question by itself.
    pub(super) fn cited(&self) -> Option<Ref> {
        let figure = |key: &Ref| self.explained().is_some() || matches!(key, Ref::Source(_) | Ref::Actual(_));
        let cited = self.at_hand().filter(|key| figure(key) || self.state.view.cursor.is_some());
        cited.filter(|key| cite::has_sources(&self.context(), *key))
    }

    /// The chosen row.
    pub(super) fn row_at_hand(&self) -> Option<&Row> {
        let table = self.made.page.list()?;
        table.rows.get(table.chosen?).map(Rc::as_ref)
    }

    /// The view as a file of this format, without what just happened.
    #[must_use]
    pub fn printed(&self, format: Format) -> String {
        let size = self.state.size;
        let mut buf = Buffer::empty(Rect::new(0, 0, size.width, size.height));
        self.draw(buf.area, &mut buf);
        match format {
            Format::Text => export::text(&buf),
            Format::Svg => export::svg(&buf, &self.state.paint),
            Format::Html => export::html(&buf, &self.state.paint),
        }
    }

    /// The name of the file of the view, without what tells files of one name apart.
    #[must_use]
    pub fn file_name(&self) -> String {
        format!("planfact-{}-{}", self.state.tab.name(), self.state.day())
    }

    /// Says what became of the last thing asked.
    pub fn tell(&mut self, notice: Notice) {
        self.state.notice = Some(notice);
        self.dress();
    }

    /// The links on screen, for a terminal that has some.
    #[must_use]
    pub fn links(&self) -> &[Link] {
        match self.state.abilities.links {
            Links::Shown => &self.layout.links,
            Links::None => &[],
        }
    }

    /// What is to be copied is said, and not copied where it cannot be.
    pub(super) fn copying(&mut self, effect: Option<Effect>) -> Option<Effect> {
        let Some(Effect::Copy(take)) = effect else { return effect };
        let (taken, text) = self.taken(take)?;
        let clipboard = self.state.abilities.clipboard;
        let (notice, effect) = match clipboard {
            Clipboard::None => (Notice::NoClipboard, None),
            _ if text.len() > LONGEST => (Notice::TooLong(taken), None),
            Clipboard::Takes => (Notice::Copied(taken), effect),
            Clipboard::May => (Notice::Sent(taken), effect),
        };
        self.tell(notice);
        effect
    }

    /// What is explained, or would be.
    pub(super) fn at_hand(&self) -> Option<Ref> {
        self.explained().or_else(|| crosshair::record_in_question(&self.state, &self.made.page))
    }

    /// The addresses of what is at hand.
    pub(super) fn addresses(&self) -> Vec<&str> {
        self.at_hand().map(|key| cite::addresses(&self.context(), key)).unwrap_or_default()
    }
}
