//! What the person has chosen: the page, the row, the day, the look. Plain data; changed by `update` alone.

use std::rc::Rc;

use chrono::NaiveDate;
use ratatui::layout::Size;

use super::abilities::{Abilities, Answers};
use super::keys::keymap::Keymap;
use super::line::Line;
use super::terminal::Mouse;
use crate::dataset::index::Series;
use crate::dataset::records::{Dataset, Language};
use crate::page::drawing::Drawing;
use crate::page::sift::Sift;
use crate::page::table::{Row, Table};
use crate::page::{Evidence, PageKind, Query, Ref, Shown};
use crate::render::theme::Paint;
use crate::render::tui::View;
use crate::render::tui::layout::WIDE;

/// The lists that rows are chosen from: one on each page, and the checks.
const LISTS: usize = PageKind::ALL.len() + 1;

/// What the person has chosen.
#[derive(Debug, Clone, PartialEq)]
pub struct State {
    /// The page that is open.
    pub tab: PageKind,
    /// The chosen row of each page, in the order of [`PageKind::ALL`].
    pub focus: [Option<Choice>; PageKind::ALL.len()],
    /// What is asked of the rows of each list.
    pub sifts: [Sift; LISTS],
    /// The series on the Output page.
    pub series: Option<Series>,
    /// Whether pace, estimates and projections of ours are drawn.
    pub outlook: Shown,
    /// What the Evidence page shows.
    pub evidence: Evidence,
    /// How figures are drawn.
    pub drawing: Drawing,
    /// The last day whose knowledge is shown; none for today.
    pub known: Option<NaiveDate>,
    /// The day that counts as today.
    pub today: NaiveDate,
    /// What lies over the page.
    pub overlay: Overlay,
    /// What lies under that, the lowest first.
    pub under: Vec<Under>,
    /// What is being typed.
    pub typing: Option<Typing>,
    /// Scrolling and the crosshair.
    pub view: View,
    /// The language of every word.
    pub language: Language,
    /// Theme, colours, glyphs.
    pub paint: Paint,
    /// Which keys give which command.
    pub keymap: Keymap,
    /// Who chose the theme.
    pub theme: Chosen,
    /// Whose the mouse is.
    pub mouse: Mouse,
    /// The size of the screen.
    pub size: Size,
    /// Whether anything moves by itself.
    pub motion: Motion,
    /// What the terminal can do besides showing cells.
    pub abilities: Abilities,
    /// What waits behind the dashboard.
    pub waiting: Waiting,
    /// What is being asked.
    pub asking: Asking,
    /// What became of the last thing asked, until the next key.
    pub notice: Option<Notice>,
}

/// What waits behind the dashboard.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Waiting {
    /// Nothing.
    Nothing,
    /// A talk, left for a look at the dashboard.
    Talk,
}

/// A row that was chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Choice {
    /// What it stands for.
    pub key: Ref,
    /// How many rows before it stand for the same, as a promise that has a row when it is said and one when it is due.
    pub nth: usize,
}

/// What lies over the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Overlay {
    /// Nothing.
    None,
    /// Why, of this.
    Why(Ref),
    /// The records under the crosshair, to choose from; this one is chosen.
    Records(usize),
    /// Why, of this one of the records under the crosshair.
    Record(usize),
    /// The keys.
    Help,
}

/// A sheet that lies under another, as it was left.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Under {
    /// What it is.
    pub overlay: Overlay,
    /// The first line in sight.
    pub top: usize,
    /// Which of the things that it names is chosen.
    pub onward: Option<usize>,
}

/// Who chose something.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Chosen {
    /// The person.
    ByPerson,
    /// We: it may be better known later.
    ByGuess,
}

/// What a person is typing.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Typing {
    /// What for.
    pub field: Field,
    /// The line.
    pub line: Line,
}

/// What is typed for.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Field {
    /// Words that rows have to contain.
    #[default]
    Filter,
    /// Something in the palette; of what is found, this one is chosen.
    Palette(usize),
}

/// Whether anything moves by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Motion {
    /// What was made to move does.
    Full,
    /// Nothing does.
    Reduced,
}

/// What is being asked, on the last line, until the next key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Asking {
    /// Nothing.
    Nothing,
    /// As what the view is to be written.
    Format,
}

/// What was taken along.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Taken {
    /// The view, as a command.
    View,
    /// The citation of a figure or a source.
    Citation,
    /// The row, with tabs between its cells.
    Row,
}

/// What is wrong with a file that was read again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Broken {
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
    Copied(Taken),
    /// This went to a terminal that may put it into the clipboard.
    Sent(Taken),
    /// This is too long for the clipboard.
    TooLong(Taken),
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
    Broken(Broken),
    /// The file cannot be read at all, for this reason; what was shown before still is.
    Unreadable(String),
    /// Clicks and the wheel come here now.
    MouseOn,
    /// The terminal selects text now.
    MouseOff,
    /// What was asked does nothing here.
    NotHere,
}

impl Choice {
    /// The row at this place of a table; none for a heading.
    #[must_use]
    pub fn of(table: &Table, place: usize) -> Option<Self> {
        let row = table.rows.get(place)?;
        Some(Self { key: row.key?, nth: row.nth })
    }

    /// The place of the row in a table.
    #[must_use]
    pub fn place_in(self, table: &Table) -> Option<usize> {
        let meant = |row: &Rc<Row>| row.key == Some(self.key) && row.nth == self.nth;
        table.rows.iter().position(meant).or_else(|| table.place_of(Some(self.key)))
    }
}

impl State {
    /// The first page on `today`, before anything was pressed.
    #[must_use]
    pub fn new(today: NaiveDate, language: Language, paint: Paint) -> Self {
        Self {
            tab: PageKind::Overview,
            focus: [None; PageKind::ALL.len()],
            sifts: Default::default(),
            series: None,
            outlook: Shown::Yes,
            evidence: Evidence::Sources,
            drawing: Drawing::default(),
            known: None,
            today,
            overlay: Overlay::None,
            under: Vec::new(),
            typing: None,
            view: View::default(),
            language,
            paint,
            keymap: Keymap::default(),
            theme: Chosen::ByPerson,
            mouse: Mouse::On,
            motion: Motion::Full,
            size: Size::new(80, 24),
            abilities: Abilities::UNKNOWN,
            waiting: Waiting::Nothing,
            asking: Asking::Nothing,
            notice: None,
        }
    }

    /// The same on a screen of so many columns and rows.
    #[must_use]
    pub fn sized(self, (width, height): (u16, u16)) -> Self {
        Self { size: Size::new(width, height), ..self }
    }

    /// Whether the terminal is asked for the colour of its ground: where a theme was only guessed, and would be seen.
    #[must_use]
    pub fn wants_ground(&self) -> bool {
        self.theme == Chosen::ByGuess && self.paint.is_colored() && self.abilities.answers == Answers::May
    }

    /// What is asked of the page.
    #[must_use]
    pub fn query(&self) -> Query {
        Query {
            known: self.day(),
            focus: self.chosen().map(|choice| choice.key),
            outlook: self.outlook,
            evidence: self.evidence,
            series: self.series,
            why: if self.size.width < WIDE { Shown::No } else { Shown::Yes },
            drawing: self.drawing,
        }
    }

    /// The day whose knowledge is shown.
    #[must_use]
    pub fn day(&self) -> NaiveDate {
        self.known.unwrap_or(self.today)
    }

    /// The chosen row of the open page; none for the first.
    #[must_use]
    pub fn chosen(&self) -> Option<Choice> {
        self.focus[place(self.tab)]
    }

    /// What is asked of the rows of the open list.
    #[must_use]
    pub fn sift(&self) -> &Sift {
        &self.sifts[self.list()]
    }

    /// The same, to be changed.
    pub fn sift_mut(&mut self) -> &mut Sift {
        &mut self.sifts[self.list()]
    }

    fn list(&self) -> usize {
        match (self.tab, self.evidence) {
            (PageKind::Evidence, Evidence::Checks) => LISTS - 1,
            (tab, _) => place(tab),
        }
    }

    /// Whether something is looked for in the palette.
    #[must_use]
    pub fn is_finding(&self) -> bool {
        matches!(self.typing, Some(Typing { field: Field::Palette(_), .. }))
    }

    /// Chooses a row of the open page.
    pub fn choose(&mut self, row: Option<Choice>) {
        if self.chosen() != row {
            self.focus[place(self.tab)] = row;
            self.view.detail_top = 0;
        }
    }

    /// Says the choice of the open page anew: it shows the same.
    pub(super) fn choose_again(&mut self, row: Option<Choice>) {
        self.focus[place(self.tab)] = row;
    }

    /// Opens a page; what lay over the last one is gone.
    pub fn open(&mut self, tab: PageKind) {
        self.overlay = Overlay::None;
        self.under.clear();
        self.typing = None;
        self.view = View::default();
        self.drawing.window = None;
        self.tab = tab;
    }

    /// Keeps what was chosen in `old` chosen in `new`, where it still exists.
    pub fn follow(&mut self, old: &Dataset, new: &Dataset) {
        for focus in &mut self.focus {
            *focus = focus.and_then(|row| Some(Choice { key: same(row.key, old, new)?, ..row }));
        }
        self.series = self.series.and_then(|(metric, subject)| {
            let metric = new.index.names.metrics.get(&old[metric].id)?;
            Some((*metric, *new.index.names.subjects.get(&old[subject].id)?))
        });
        let follow = |overlay| match overlay {
            Overlay::Why(row) => same(row, old, new).map_or(Overlay::None, Overlay::Why),
            Overlay::Records(_) | Overlay::Record(_) => Overlay::None,
            other => other,
        };
        self.overlay = follow(self.overlay);
        for under in &mut self.under {
            under.overlay = follow(under.overlay);
        }
        self.under.retain(|under| under.overlay != Overlay::None);
        if self.overlay == Overlay::None
            && let Some(below) = self.under.pop()
        {
            self.overlay = below.overlay;
        }
        self.view.onward = None;
        self.view.cursor = None;
    }
}

/// The record of the same id in another dataset. Figures have no id.
fn same(row: Ref, old: &Dataset, new: &Dataset) -> Option<Ref> {
    let names = &new.index.names;
    match row {
        Ref::Target(id) => names.targets.get(&old[id].id).copied().map(Ref::Target),
        Ref::Source(id) => names.sources.get(&old[id].id).copied().map(Ref::Source),
        Ref::Subject(id) => names.subjects.get(&old[id].id).copied().map(Ref::Subject),
        Ref::Actual(_) | Ref::Check(_) => None,
    }
}

fn place(page: PageKind) -> usize {
    PageKind::ALL.iter().position(|known| *known == page).unwrap_or_default()
}
