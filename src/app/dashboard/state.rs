//! The state of the dashboard: plain data, changed by `update` alone.
//!
//! Three parts: what is viewed (kept in the history), how it looks (shared with the talk), and the session.

use chrono::NaiveDate;
use ratatui::layout::Size;

use crate::app::dashboard::notice::Notice;
use crate::app::input::keys::keymap::Keymap;
use crate::app::input::text_input::TextInput;
use crate::app::look::Look;
use crate::app::terminal::capabilities::{Capabilities, QuerySupport};
use crate::app::terminal::events::ExpectedReplies;
use crate::dataset::records::index::SeriesKey;
use crate::dataset::records::{Dataset, Language};
use crate::page::model::{
    ChartOptions, EvidenceView, PageKind, Query, RecordRef, RowFilter, Table, TableRow, Visibility,
};
use crate::render::look::theme::Paint;
use crate::render::tui::layout::areas::WIDE_MIN_COLUMNS;
use crate::render::tui::screen::ViewState;
use crate::settings::choices::{Mouse, ThemeOrigin};

/// One list for each page, and one for the checks.
const LIST_COUNT: usize = PageKind::ALL.len() + 1;

/// The state of the dashboard.
#[derive(Debug, Clone, PartialEq)]
pub struct State {
    /// What is viewed.
    pub viewed: Viewed,
    /// How it looks.
    pub look: Look,
    /// What belongs to this run.
    pub session: Session,
}

/// What is viewed: what going back in the history restores.
#[derive(Debug, Clone, PartialEq)]
pub struct Viewed {
    /// The open page.
    pub tab: PageKind,
    /// The chosen row of each page, in the order of [`PageKind::ALL`].
    pub chosen_rows: [Option<RowChoice>; PageKind::ALL.len()],
    /// The filter and sort order of each list.
    pub row_filters: [RowFilter; LIST_COUNT],
    /// The series on the Output page; none for the first.
    pub series: Option<SeriesKey>,
    /// Whether pace, estimates and projections are drawn.
    pub projections: Visibility,
    /// What the Evidence page shows.
    pub evidence: EvidenceView,
    /// How charts are drawn.
    pub chart_options: ChartOptions,
    /// The date as of which everything is shown; none for today.
    pub known: Option<NaiveDate>,
    /// The overlay on top.
    pub overlay: Overlay,
    /// The overlays below it, the lowest first.
    pub lower_overlays: Vec<LowerOverlay>,
    /// Scroll positions, the crosshair, the enlarged panel.
    pub positions: ViewState,
}

/// What belongs to this run and not to a view.
#[derive(Debug, Clone, PartialEq)]
pub struct Session {
    /// The date that counts as today.
    pub today: NaiveDate,
    /// Which keys give which command.
    pub keymap: Keymap,
    /// Whether the program or the terminal handles the mouse.
    pub mouse: Mouse,
    /// What the terminal can do besides showing cells.
    pub capabilities: Capabilities,
    /// Whether a talk waits behind the dashboard.
    pub waiting_talk: WaitingTalk,
    /// The text being typed.
    pub text_entry: Option<TextEntry>,
    /// The question on the last line.
    pub question: PendingQuestion,
    /// The outcome of the last command, until the next key.
    pub notice: Option<Notice>,
}

/// Whether a talk waits behind the dashboard.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WaitingTalk {
    /// No.
    None,
    /// A talk that was left for a look at the dashboard.
    Paused,
}

/// A chosen row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RowChoice {
    /// The record of the row.
    pub key: RecordRef,
    /// How many rows before it have the same record: a target has a row where it was stated and one where it is due.
    pub nth: usize,
}

/// An overlay over the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Overlay {
    /// Nothing.
    None,
    /// The explanation of a record.
    Why(RecordRef),
    /// The records under the crosshair, with the index of the chosen one.
    RecordList(usize),
    /// The explanation of the record with this index under the crosshair.
    RecordWhy(usize),
    /// The keys.
    Help,
}

/// An overlay below another one, as it was left.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LowerOverlay {
    /// The overlay.
    pub overlay: Overlay,
    /// The first visible line, from 0.
    pub top: usize,
    /// The index of the chosen link.
    pub link: Option<usize>,
}

/// A text being typed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TextEntry {
    /// What it is typed for.
    pub purpose: EntryPurpose,
    /// The text and its caret.
    pub input: TextInput,
}

/// What a text is typed for.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum EntryPurpose {
    /// The words of the row filter.
    #[default]
    Filter,
    /// A search in the palette, with the index of the chosen result.
    Palette(usize),
}

/// The question on the last line, until the next key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PendingQuestion {
    /// Nothing.
    None,
    /// The format of the file to export.
    Format,
}

impl RowChoice {
    /// The row with this index in a table; none for a heading.
    pub fn from_row(table: &Table, index: usize) -> Option<Self> {
        let row = table.rows.get(index)?;
        Some(Self { key: row.key?, nth: row.nth })
    }

    /// The index of the row in a table.
    pub fn index_in(self, table: &Table) -> Option<usize> {
        let meant = |row: &TableRow| row.key == Some(self.key) && row.nth == self.nth;
        table.rows.iter().position(meant).or_else(|| table.row_of(Some(self.key)))
    }
}

impl State {
    /// The first page on `today`, before any key.
    pub fn new(today: NaiveDate, language: Language, paint: Paint) -> Self {
        Self {
            viewed: Viewed {
                tab: PageKind::Overview,
                chosen_rows: [None; PageKind::ALL.len()],
                row_filters: Default::default(),
                series: None,
                projections: Visibility::Shown,
                evidence: EvidenceView::Sources,
                chart_options: ChartOptions::default(),
                known: None,
                overlay: Overlay::None,
                lower_overlays: Vec::new(),
                positions: ViewState::default(),
            },
            look: Look::new(language, paint),
            session: Session {
                today,
                keymap: Keymap::default(),
                mouse: Mouse::On,
                capabilities: Capabilities::UNKNOWN,
                waiting_talk: WaitingTalk::None,
                text_entry: None,
                question: PendingQuestion::None,
                notice: None,
            },
        }
    }

    /// The same state on a screen of `(columns, rows)`.
    pub fn with_size(self, (width, height): (u16, u16)) -> Self {
        Self { look: Look { size: Size::new(width, height), ..self.look }, ..self }
    }

    /// What to ask the terminal: its background colour only where the theme was guessed and colours are shown, the width of
    /// signs only where some are not ASCII.
    pub(crate) fn queries(&self) -> ExpectedReplies {
        let is_safe = self.session.capabilities.queries == QuerySupport::Safe;
        let paint = self.look.paint;
        let guessed = self.look.theme_origin == ThemeOrigin::Guessed;
        ExpectedReplies {
            background: is_safe && guessed && paint.is_colored(),
            sign_width: is_safe && !paint.is_ascii(),
        }
    }

    /// What the page is built for.
    pub fn query(&self) -> Query {
        Query {
            as_of: self.known_date(),
            focus: self.chosen().map(|choice| choice.key),
            projections: self.viewed.projections,
            evidence: self.viewed.evidence,
            series: self.viewed.series,
            why: if self.look.size.width < WIDE_MIN_COLUMNS { Visibility::Hidden } else { Visibility::Shown },
            chart_options: self.viewed.chart_options,
        }
    }

    /// The date as of which everything is shown.
    pub fn known_date(&self) -> NaiveDate {
        self.viewed.known.unwrap_or(self.session.today)
    }

    /// The chosen row of the open page; none for the first.
    pub fn chosen(&self) -> Option<RowChoice> {
        self.viewed.chosen_rows[page_index(self.viewed.tab)]
    }

    /// The filter and sort order of the open list.
    pub fn row_filter(&self) -> &RowFilter {
        &self.viewed.row_filters[self.list_index()]
    }

    /// The filter and sort order of the open list, mutable.
    pub fn row_filter_mut(&mut self) -> &mut RowFilter {
        &mut self.viewed.row_filters[self.list_index()]
    }

    fn list_index(&self) -> usize {
        match (self.viewed.tab, self.viewed.evidence) {
            (PageKind::Evidence, EvidenceView::Checks) => LIST_COUNT - 1,
            (tab, _) => page_index(tab),
        }
    }

    /// Whether the palette is open.
    pub fn is_palette_open(&self) -> bool {
        matches!(self.session.text_entry, Some(TextEntry { purpose: EntryPurpose::Palette(_), .. }))
    }

    /// Chooses a row of the open page.
    pub fn choose(&mut self, row: Option<RowChoice>) {
        if self.chosen() != row {
            self.viewed.chosen_rows[page_index(self.viewed.tab)] = row;
            self.viewed.positions.detail_top = 0;
        }
    }

    /// Replaces the choice by another name of the same row: nothing scrolls.
    pub(in crate::app) fn replace_choice(&mut self, row: Option<RowChoice>) {
        self.viewed.chosen_rows[page_index(self.viewed.tab)] = row;
    }

    /// Opens a page without overlays.
    pub fn open_page(&mut self, tab: PageKind) {
        self.viewed.overlay = Overlay::None;
        self.viewed.lower_overlays.clear();
        self.session.text_entry = None;
        self.viewed.positions = ViewState::default();
        self.viewed.chart_options.window = None;
        self.viewed.tab = tab;
    }
}

impl Viewed {
    /// Maps the records of the dataset `old` to those with the same ids in `new`; what is gone is no longer chosen.
    pub fn remap_records(&mut self, old: &Dataset, new: &Dataset) {
        for focus in &mut self.chosen_rows {
            *focus = focus.and_then(|row| Some(RowChoice { key: find_same_record(row.key, old, new)?, ..row }));
        }
        self.series = self.series.and_then(|(metric, subject)| {
            let metric = new.index.by_id.metrics.get(&old[metric].id)?;
            Some((*metric, *new.index.by_id.subjects.get(&old[subject].id)?))
        });
        let follow = |overlay| match overlay {
            Overlay::Why(row) => find_same_record(row, old, new).map_or(Overlay::None, Overlay::Why),
            Overlay::RecordList(_) | Overlay::RecordWhy(_) => Overlay::None,
            other => other,
        };
        self.overlay = follow(self.overlay);
        for lower in &mut self.lower_overlays {
            lower.overlay = follow(lower.overlay);
        }
        self.lower_overlays.retain(|lower| lower.overlay != Overlay::None);
        if self.overlay == Overlay::None
            && let Some(below) = self.lower_overlays.pop()
        {
            self.overlay = below.overlay;
        }
        self.positions.link = None;
        self.positions.cursor = None;
    }
}

/// The record with the same id in another dataset. Actuals and checks have no id.
fn find_same_record(record: RecordRef, old: &Dataset, new: &Dataset) -> Option<RecordRef> {
    let names = &new.index.by_id;
    match record {
        RecordRef::Target(id) => names.targets.get(&old[id].id).copied().map(RecordRef::Target),
        RecordRef::Calculation(id) => names.targets.get(&old[id].id).copied().map(RecordRef::Calculation),
        RecordRef::Source(id) => names.sources.get(&old[id].id).copied().map(RecordRef::Source),
        RecordRef::Subject(id) => names.subjects.get(&old[id].id).copied().map(RecordRef::Subject),
        RecordRef::Actual(_) | RecordRef::Check(_) => None,
    }
}

fn page_index(page: PageKind) -> usize {
    PageKind::ALL.iter().position(|known| *known == page).unwrap_or_default()
}
