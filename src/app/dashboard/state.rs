//! What the person has chosen: the page, the row, the day, the look. Plain data; changed by `update` alone.

use chrono::NaiveDate;
use ratatui::layout::Size;

use crate::app::input::keys::keymap::Keymap;
use crate::app::input::text_input::TextInput;
use crate::app::terminal::capabilities::{Capabilities, QuerySupport};
use crate::dataset::records::index::SeriesKey;
use crate::dataset::records::{Dataset, Language};
use crate::page::model::chart_options::ChartOptions;
use crate::page::model::page::PageKind;
use crate::page::model::query::{EvidenceView, Query, Visibility};
use crate::page::model::record_ref::RecordRef;
use crate::page::model::row_filter::RowFilter;
use crate::page::model::table::{Table, TableRow};
use crate::render::look::theme::Paint;
use crate::render::tui::layout::areas::WIDE_MIN_COLUMNS;
use crate::render::tui::screen::ViewState;
use crate::settings::choices::{Motion, Mouse, ThemeOrigin};

/// The lists that rows are chosen from: one on each page, and the checks.
const LIST_COUNT: usize = PageKind::ALL.len() + 1;

/// What the person has chosen.
#[derive(Debug, Clone, PartialEq)]
pub struct State {
    /// The page that is open.
    pub tab: PageKind,
    /// The chosen row of each page, in the order of [`PageKind::ALL`].
    pub chosen_rows: [Option<RowChoice>; PageKind::ALL.len()],
    /// What is asked of the rows of each list.
    pub row_filters: [RowFilter; LIST_COUNT],
    /// The series on the Output page.
    pub series: Option<SeriesKey>,
    /// Whether pace, estimates and projections of ours are drawn.
    pub projections: Visibility,
    /// What the Evidence page shows.
    pub evidence: EvidenceView,
    /// How figures are drawn.
    pub chart_options: ChartOptions,
    /// The last day whose knowledge is shown; none for today.
    pub known: Option<NaiveDate>,
    /// The day that counts as today.
    pub today: NaiveDate,
    /// What lies over the page.
    pub overlay: Overlay,
    /// What lies under that, the lowest first.
    pub lower_overlays: Vec<LowerOverlay>,
    /// What is being typed.
    pub text_entry: Option<TextEntry>,
    /// Scrolling and the crosshair.
    pub view: ViewState,
    /// The language of every word.
    pub language: Language,
    /// Theme, colours, glyphs.
    pub paint: Paint,
    /// Which keys give which command.
    pub keymap: Keymap,
    /// Who chose the theme.
    pub theme: ThemeOrigin,
    /// Whose the mouse is.
    pub mouse: Mouse,
    /// The size of the screen.
    pub size: Size,
    /// Whether anything moves by itself.
    pub motion: Motion,
    /// What the terminal can do besides showing cells.
    pub capabilities: Capabilities,
    /// What waits behind the dashboard.
    pub waiting_talk: WaitingTalk,
    /// What is being asked.
    pub question: PendingQuestion,
    /// What became of the last thing asked, until the next key.
    pub notice: Option<Notice>,
}

/// What waits behind the dashboard.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WaitingTalk {
    /// Nothing.
    None,
    /// A talk, left for a look at the dashboard.
    Paused,
}

/// A row that was chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RowChoice {
    /// What it stands for.
    pub key: RecordRef,
    /// How many rows before it stand for the same, as a promise that has a row when it is said and one when it is due.
    pub nth: usize,
}

/// What lies over the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Overlay {
    /// Nothing.
    None,
    /// Why, of this.
    Why(RecordRef),
    /// The records under the crosshair, to choose from; this one is chosen.
    RecordList(usize),
    /// Why, of this one of the records under the crosshair.
    RecordWhy(usize),
    /// The keys.
    Help,
}

/// A sheet that lies under another, as it was left.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LowerOverlay {
    /// What it is.
    pub overlay: Overlay,
    /// The first line in sight.
    pub top: usize,
    /// Which of the things that it names is chosen.
    pub link: Option<usize>,
}

/// What a person is typing.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TextEntry {
    /// What for.
    pub purpose: EntryPurpose,
    /// The line.
    pub input: TextInput,
}

/// What is typed for.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum EntryPurpose {
    /// Words that rows have to contain.
    #[default]
    Filter,
    /// Something in the palette; of what is found, this one is chosen.
    Palette(usize),
}

/// What is being asked, on the last line, until the next key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PendingQuestion {
    /// Nothing.
    None,
    /// As what the view is to be written.
    Format,
}

/// What was taken along.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CopiedItem {
    /// The view, as a command.
    View,
    /// The citation of a figure or a source.
    Citation,
    /// The row, with tabs between its cells.
    Row,
}

/// What is wrong with a file that was read again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InvalidFile {
    /// How many problems it has.
    pub count: usize,
    /// The first of them, with its place.
    pub first: String,
    /// The name of the file.
    pub file: String,
}

/// What became of the last thing asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Notice {
    /// The address of this place among those at hand.
    Address(usize),
    /// This went to the clipboard.
    Copied(CopiedItem),
    /// This went to a terminal that may put it into the clipboard.
    Sent(CopiedItem),
    /// This is too long for the clipboard.
    TooLong(CopiedItem),
    /// The terminal has no clipboard.
    NoClipboard,
    /// The view was written to this file.
    Written(String),
    /// The view was not written, for this reason.
    NotWritten(String),
    /// The file was read again, and says what it said before.
    Unchanged,
    /// There is no file to read again: the record is part of the program.
    Bundled,
    /// The file was read again.
    Reloaded,
    /// The file cannot be used; what was shown before still is.
    InvalidFile(InvalidFile),
    /// The file cannot be read at all, for this reason; what was shown before still is.
    Unreadable(String),
    /// Clicks and the wheel come here now.
    MouseOn,
    /// The terminal selects text now.
    MouseOff,
    /// What was asked does nothing here.
    NotHere,
}

impl RowChoice {
    /// The row at this place of a table; none for a heading.
    #[must_use]
    pub fn from_row(table: &Table, place: usize) -> Option<Self> {
        let row = table.rows.get(place)?;
        Some(Self { key: row.key?, nth: row.nth })
    }

    /// The place of the row in a table.
    #[must_use]
    pub fn index_in(self, table: &Table) -> Option<usize> {
        let meant = |row: &TableRow| row.key == Some(self.key) && row.nth == self.nth;
        table.rows.iter().position(meant).or_else(|| table.row_of(Some(self.key)))
    }
}

impl State {
    /// The first page on `today`, before anything was pressed.
    #[must_use]
    pub fn new(today: NaiveDate, language: Language, paint: Paint) -> Self {
        Self {
            tab: PageKind::Overview,
            chosen_rows: [None; PageKind::ALL.len()],
            row_filters: Default::default(),
            series: None,
            projections: Visibility::Shown,
            evidence: EvidenceView::Sources,
            chart_options: ChartOptions::default(),
            known: None,
            today,
            overlay: Overlay::None,
            lower_overlays: Vec::new(),
            text_entry: None,
            view: ViewState::default(),
            language,
            paint,
            keymap: Keymap::default(),
            theme: ThemeOrigin::User,
            mouse: Mouse::On,
            motion: Motion::Full,
            size: Size::new(80, 24),
            capabilities: Capabilities::UNKNOWN,
            waiting_talk: WaitingTalk::None,
            question: PendingQuestion::None,
            notice: None,
        }
    }

    /// The same on a screen of so many columns and rows.
    #[must_use]
    pub fn with_size(self, (width, height): (u16, u16)) -> Self {
        Self { size: Size::new(width, height), ..self }
    }

    /// Whether the terminal is asked for the colour of its ground: where a theme was only guessed, and would be seen.
    #[must_use]
    pub fn wants_background_query(&self) -> bool {
        self.theme == ThemeOrigin::Guessed && self.paint.is_colored() && self.capabilities.queries == QuerySupport::Safe
    }

    /// What is asked of the page.
    #[must_use]
    pub fn query(&self) -> Query {
        Query {
            known: self.known_date(),
            focus: self.chosen().map(|choice| choice.key),
            projections: self.projections,
            evidence: self.evidence,
            series: self.series,
            why: if self.size.width < WIDE_MIN_COLUMNS { Visibility::Hidden } else { Visibility::Shown },
            chart_options: self.chart_options,
        }
    }

    /// The day whose knowledge is shown.
    #[must_use]
    pub fn known_date(&self) -> NaiveDate {
        self.known.unwrap_or(self.today)
    }

    /// The chosen row of the open page; none for the first.
    #[must_use]
    pub fn chosen(&self) -> Option<RowChoice> {
        self.chosen_rows[page_index(self.tab)]
    }

    /// What is asked of the rows of the open list.
    #[must_use]
    pub fn row_filter(&self) -> &RowFilter {
        &self.row_filters[self.list_index()]
    }

    /// The same, to be changed.
    pub fn row_filter_mut(&mut self) -> &mut RowFilter {
        &mut self.row_filters[self.list_index()]
    }

    fn list_index(&self) -> usize {
        match (self.tab, self.evidence) {
            (PageKind::Evidence, EvidenceView::Checks) => LIST_COUNT - 1,
            (tab, _) => page_index(tab),
        }
    }

    /// Whether something is looked for in the palette.
    #[must_use]
    pub fn is_palette_open(&self) -> bool {
        matches!(self.text_entry, Some(TextEntry { purpose: EntryPurpose::Palette(_), .. }))
    }

    /// Chooses a row of the open page.
    pub fn choose(&mut self, row: Option<RowChoice>) {
        if self.chosen() != row {
            self.chosen_rows[page_index(self.tab)] = row;
            self.view.detail_top = 0;
        }
    }

    /// Says the choice of the open page anew: it shows the same.
    pub(in crate::app) fn replace_choice(&mut self, row: Option<RowChoice>) {
        self.chosen_rows[page_index(self.tab)] = row;
    }

    /// Opens a page; what lay over the last one is gone.
    pub fn open_page(&mut self, tab: PageKind) {
        self.overlay = Overlay::None;
        self.lower_overlays.clear();
        self.text_entry = None;
        self.view = ViewState::default();
        self.chart_options.window = None;
        self.tab = tab;
    }

    /// Keeps what was chosen in `old` chosen in `new`, where it still exists.
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
        for under in &mut self.lower_overlays {
            under.overlay = follow(under.overlay);
        }
        self.lower_overlays.retain(|under| under.overlay != Overlay::None);
        if self.overlay == Overlay::None
            && let Some(below) = self.lower_overlays.pop()
        {
            self.overlay = below.overlay;
        }
        self.view.link = None;
        self.view.cursor = None;
    }
}

/// The record of the same id in another dataset. Figures have no id.
fn find_same_record(row: RecordRef, old: &Dataset, new: &Dataset) -> Option<RecordRef> {
    let names = &new.index.by_id;
    match row {
        RecordRef::Target(id) => names.targets.get(&old[id].id).copied().map(RecordRef::Target),
        RecordRef::Source(id) => names.sources.get(&old[id].id).copied().map(RecordRef::Source),
        RecordRef::Subject(id) => names.subjects.get(&old[id].id).copied().map(RecordRef::Subject),
        RecordRef::Actual(_) | RecordRef::Check(_) => None,
    }
}

fn page_index(page: PageKind) -> usize {
    PageKind::ALL.iter().position(|known| *known == page).unwrap_or_default()
}
