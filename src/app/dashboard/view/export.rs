//! Copy and export: the view as a command or a file, the citation or the row, addresses.

use crate::app::action::{CopyRequest, Effect, Format};
use crate::app::dashboard::model::Model;
use crate::app::dashboard::notice::{CopiedItem, Notice};
use crate::app::dashboard::{command_line, crosshair};
use crate::app::terminal::capabilities::{ClipboardSupport, LinkSupport};
use crate::files;
use crate::page::i18n::language_code;
use crate::page::model::{RecordRef, TableRow};
use crate::page::target::citation;
use crate::render::text::page;
use crate::render::tui::export;
use crate::render::tui::layout::areas::Hyperlink;

/// The longest text that terminals accept for the clipboard: 74,994 characters in base64.
const MAX_CLIPBOARD_BYTES: usize = 56_244;

impl Model {
    /// The command that prints this view, without the notice.
    pub fn command_line(&self) -> String {
        command_line::command_for(&self.existing_state(), &self.data.dataset, self.data.path.as_deref())
    }

    /// The text to copy; none if there is nothing to copy.
    pub fn copied_text(&self, request: CopyRequest) -> Option<(CopiedItem, String)> {
        match request {
            CopyRequest::View => Some((CopiedItem::View, self.command_line())),
            CopyRequest::Current => {
                let citation = self.citable_record().and_then(|key| citation::citation(&self.context(), key));
                let row = || self.spreadsheet_row();
                let citation = citation.map(|text| (CopiedItem::Citation, text));
                citation.or_else(|| row().map(|text| (CopiedItem::Row, text)))
            }
        }
    }

    /// The chosen row with tabs between its cells, as a spreadsheet reads it; the last cell names the sources.
    fn spreadsheet_row(&self) -> Option<String> {
        let (table, row) = (self.view.page.list()?, self.current_row()?);
        let sources = row.key.map(|key| citation::source_lines(&self.context(), key).join("; ")).unwrap_or_default();
        let cells = page::row_texts(table, row).into_iter().chain([sources.as_str()]);
        let plain = |cell: &str| self.inputs.words.for_spreadsheet(cell).replace('\t', " ");
        Some(cells.map(plain).collect::<Vec<_>>().join("\t"))
    }

    /// The record to cite: what is explained, an actual or a source; a target only where it is explained or under the
    /// crosshair.
    pub(in crate::app) fn citable_record(&self) -> Option<RecordRef> {
        let figure = |key: &RecordRef| {
            self.explained_record().is_some() || matches!(key, RecordRef::Source(_) | RecordRef::Actual(_))
        };
        let cited = self.current_record().filter(|key| figure(key) || self.state.viewed.positions.cursor.is_some());
        cited.filter(|key| citation::has_sources(&self.context(), *key))
    }

    /// The chosen row.
    pub(in crate::app) fn current_row(&self) -> Option<&TableRow> {
        let table = self.view.page.list()?;
        table.rows.get(table.chosen?)
    }

    /// The view in this format, without the notice.
    pub fn export(&self, format: Format) -> String {
        let (buf, paint) = (self.buffer(), &self.state.look.paint);
        let lang = language_code(self.state.look.language);
        match format {
            Format::Text => export::text(&buf),
            Format::Svg => export::svg(&buf, paint, lang),
            Format::Html => export::html(&buf, paint, lang),
        }
    }

    /// Writes the view into a new file of the working folder; returns the outcome.
    pub fn write_export(&self, format: Format) -> Notice {
        match files::write_new(&self.file_name(), format.extension(), &self.export(format)) {
            Ok(name) => Notice::Written(name),
            Err(error) => Notice::NotWritten(files::creation_failure_message(&error)),
        }
    }

    /// The name of the exported file, without number and extension.
    pub fn file_name(&self) -> String {
        format!("planfact-{}-{}", self.state.viewed.tab.name(), self.state.known_date())
    }

    /// Shows the outcome of the last command.
    pub fn set_notice(&mut self, notice: Notice) {
        self.state.session.notice = Some(notice);
        self.rebuild();
    }

    /// The links on the screen, if the terminal supports them.
    pub fn links(&self) -> &[Hyperlink] {
        match self.state.session.capabilities.links {
            LinkSupport::Supported => &self.view.layout.links,
            LinkSupport::Unsupported => &[],
        }
    }

    /// Sets the notice of a copy; drops the effect where the text cannot be copied.
    pub(in crate::app) fn announce_copy(&mut self, effect: Option<Effect>) -> Option<Effect> {
        let Some(Effect::Copy(request)) = effect else { return effect };
        let (item, text) = self.copied_text(request)?;
        let clipboard = self.state.session.capabilities.clipboard;
        let (notice, effect) = match clipboard {
            ClipboardSupport::Unsupported => (Notice::NoClipboard, None),
            _ if text.len() > MAX_CLIPBOARD_BYTES => (Notice::TooLong(item), None),
            ClipboardSupport::Supported => (Notice::Copied(item), effect),
            ClipboardSupport::Possible => (Notice::Sent(item), effect),
        };
        self.set_notice(notice);
        effect
    }

    /// The explained record, else that under the crosshair or of the chosen row.
    pub(in crate::app) fn current_record(&self) -> Option<RecordRef> {
        self.explained_record().or_else(|| crosshair::current_record(&self.state, &self.view.page))
    }

    /// The addresses of the current record.
    pub(in crate::app) fn addresses(&self) -> Vec<&str> {
        self.current_record().map(|key| citation::addresses(&self.context(), key)).unwrap_or_default()
    }
}
