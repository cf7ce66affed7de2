//! What a person takes along: the view as a command or a file, the citation or the row, the address as a link.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::app::dashboard::action::{CopyRequest, Effect, Format};
use crate::app::dashboard::model::Model;
use crate::app::dashboard::state::{CopiedItem, Notice};
use crate::app::dashboard::{command_line, crosshair};
use crate::app::terminal::capabilities::{ClipboardSupport, LinkSupport};
use crate::page::model::record_ref::RecordRef;
use crate::page::model::table::TableRow;
use crate::page::target::citation;
use crate::render::text::page;
use crate::render::tui::export;
use crate::render::tui::layout::areas::Hyperlink;

/// The longest text that terminals take for the clipboard: as base64 it has 74,994 letters.
const MAX_CLIPBOARD_BYTES: usize = 56_244;

impl Model {
    /// The command that prints exactly this view, without what just happened.
    #[must_use]
    pub fn command_line(&self) -> String {
        command_line::command_for(&self.existing_state(), &self.data.dataset, self.data.path.as_deref())
    }

    /// What is taken along, as text; none if there is nothing.
    #[must_use]
    pub fn copied_text(&self, take: CopyRequest) -> Option<(CopiedItem, String)> {
        match take {
            CopyRequest::View => Some((CopiedItem::View, self.command_line())),
            CopyRequest::Current => {
                let citation = self.citable_record().and_then(|key| citation::citation(&self.context(), key));
                let row = || self.current_row().map(page::tab_separated);
                let citation = citation.map(|text| (CopiedItem::Citation, text));
                citation.or_else(|| row().map(|text| (CopiedItem::Row, text)))
            }
        }
    }

    /// What would be cited: what is explained, a figure or a source; a promise only if it is in question by itself.
    pub(super) fn citable_record(&self) -> Option<RecordRef> {
        let figure = |key: &RecordRef| {
            self.explained_record().is_some() || matches!(key, RecordRef::Source(_) | RecordRef::Actual(_))
        };
        let cited = self.current_record().filter(|key| figure(key) || self.state.view.cursor.is_some());
        cited.filter(|key| citation::has_sources(&self.context(), *key))
    }

    /// The chosen row.
    pub(super) fn current_row(&self) -> Option<&TableRow> {
        let table = self.view.page.list()?;
        table.rows.get(table.chosen?)
    }

    /// The view as a file of this format, without what just happened.
    #[must_use]
    pub fn export(&self, format: Format) -> String {
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
        format!("planfact-{}-{}", self.state.tab.name(), self.state.known_date())
    }

    /// Says what became of the last thing asked.
    pub fn tell(&mut self, notice: Notice) {
        self.state.notice = Some(notice);
        self.rebuild();
    }

    /// The links on screen, for a terminal that has some.
    #[must_use]
    pub fn links(&self) -> &[Hyperlink] {
        match self.state.capabilities.links {
            LinkSupport::Supported => &self.view.layout.links,
            LinkSupport::Unsupported => &[],
        }
    }

    /// What is to be copied is said, and not copied where it cannot be.
    pub(super) fn announce_copy(&mut self, effect: Option<Effect>) -> Option<Effect> {
        let Some(Effect::Copy(take)) = effect else { return effect };
        let (taken, text) = self.copied_text(take)?;
        let clipboard = self.state.capabilities.clipboard;
        let (notice, effect) = match clipboard {
            ClipboardSupport::Unsupported => (Notice::NoClipboard, None),
            _ if text.len() > MAX_CLIPBOARD_BYTES => (Notice::TooLong(taken), None),
            ClipboardSupport::Supported => (Notice::Copied(taken), effect),
            ClipboardSupport::Possible => (Notice::Sent(taken), effect),
        };
        self.tell(notice);
        effect
    }

    /// What is explained, or would be.
    pub(super) fn current_record(&self) -> Option<RecordRef> {
        self.explained_record().or_else(|| crosshair::current_record(&self.state, &self.view.page))
    }

    /// The addresses of what is at hand.
    pub(super) fn addresses(&self) -> Vec<&str> {
        self.current_record().map(|key| citation::addresses(&self.context(), key)).unwrap_or_default()
    }
}
