//! ③ What to show, as plain data: one [`Page`] for every renderer.
//!
//! Here: the page and its panels; one module for each kind of panel (`chart`, `table`, `gantt`, `map`, `prose`), one for
//! each page (`overview`, `targets`, …). A number gets its wording, unit and verdict here and nowhere else.
//! Not here: width, colour, glyphs, terminals, file formats.

pub mod apart;
pub mod chart;
pub mod checks;
pub mod chrome;
pub mod cite;
pub mod context;
pub mod drawing;
pub mod drawn;
pub mod evidence;
pub mod explain;
pub mod figures;
pub mod find;
pub mod gantt;
pub mod handout;
pub mod help;
pub mod investments;
pub mod map;
pub mod mark;
pub mod notes;
pub mod output;
pub mod overview;
pub mod palette;
pub mod plants;
pub mod prose;
pub mod scene;
pub mod sheet;
pub mod sift;
pub mod spot;
pub mod table;
pub mod targets;
pub mod timeline;
pub mod trend;
pub mod why;
pub mod words;

mod described;
mod kept;
mod lanes;
mod marked;
mod outlook;
mod plot;
mod promise;
mod rank;
mod sentence;
mod steps;
mod tables;

pub use rank::standing_names;

use chrono::NaiveDate;

use crate::dataset::index::Series;
use crate::dataset::records::{Actual, Dataset, Id, Source, Subject, SubjectKind, Target};
use apart::Apart;
use chart::{Chart, Years};
use context::Context;
use drawing::{Drawing, Form};
use figures::Figures;
use gantt::Gantt;
use kept::Kept;
use map::Map;
use plot::{columns, readout};
use prose::{Block, Run};
use spot::Spot;
use table::Table;
use trend::Trend;

/// The pages, in the order of their tabs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum PageKind {
    /// The selected promise and what came of it.
    Overview,
    /// Every statement.
    Targets,
    /// What was made, year by year.
    Output,
    /// The places.
    Plants,
    /// The money.
    Investments,
    /// Everything in order of time.
    Timeline,
    /// Who says so.
    Evidence,
}

impl PageKind {
    /// Every page.
    pub const ALL: [Self; 7] =
        [Self::Overview, Self::Targets, Self::Output, Self::Plants, Self::Investments, Self::Timeline, Self::Evidence];

    /// The name on the command line and in a story.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Overview => "overview",
            Self::Targets => "targets",
            Self::Output => "output",
            Self::Plants => "plants",
            Self::Investments => "investments",
            Self::Timeline => "timeline",
            Self::Evidence => "evidence",
        }
    }

    /// The page of this name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|page| page.name() == name)
    }
}

/// One page: the sentence that answers its question, then its panels in reading order.
#[derive(Debug, Clone, PartialEq)]
pub struct Page {
    /// Which page it is.
    pub kind: PageKind,
    /// The answer. Never empty.
    pub sentence: Vec<Run>,
    /// What supports it. At most one for each [`Slot`].
    pub panels: Vec<Panel>,
}

/// A part of a page.
#[derive(Debug, Clone, PartialEq)]
pub struct Panel {
    /// What it is for; the layout decides where that goes at each size.
    pub slot: Slot,
    /// Its heading; empty if the body says it all.
    pub heading: Vec<Run>,
    /// What it shows.
    pub body: Body,
}

/// What a panel is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Slot {
    /// The picture that carries the page, above everything else.
    Main,
    /// The rows to choose from.
    List,
    /// Beside the list: a map. Left out where there is no room.
    Side,
    /// More on the chosen row, below or beside the list.
    Detail,
    /// Why of the chosen row, shown beside everything on the widest screens only (Enter opens the same).
    Why,
}

/// What a panel shows.
#[derive(Debug, Clone, PartialEq)]
pub enum Body {
    /// Columns over time.
    Chart(Chart),
    /// Rows.
    Table(Table),
    /// Lanes over time, with what else there is to say below.
    Gantt(Gantt, Vec<Block>),
    /// How a promise moved, with what else there is to say below.
    Trend(Trend, Vec<Block>),
    /// Small charts on one scale.
    Apart(Apart),
    /// A picture written as a table, with what else there is to say below.
    Figures(Figures, Vec<Block>),
    /// Places.
    Map(Map),
    /// Text and facts.
    Prose(Vec<Block>),
}

impl Body {
    /// The places where the crosshair can stand, in order; none in a text.
    #[must_use]
    pub fn spots(&self) -> Vec<&Spot> {
        match self {
            Self::Chart(chart) => chart.columns.iter().map(|column| &column.spot).collect(),
            Self::Gantt(gantt, _) => gantt.lanes.iter().map(|lane| &lane.spot).collect(),
            Self::Trend(trend, _) => trend.points.iter().map(|point| &point.spot).collect(),
            Self::Apart(apart) => apart.spots.iter().collect(),
            Self::Figures(figures, _) => figures.spots.iter().collect(),
            Self::Table(_) | Self::Map(_) | Self::Prose(_) => Vec::new(),
        }
    }

    /// The years in sight, where it has years.
    #[must_use]
    pub fn years(&self) -> Option<Years> {
        match self {
            Self::Chart(chart) => chart.years,
            Self::Apart(apart) => apart.years,
            Self::Figures(figures, _) => figures.years,
            _ => None,
        }
    }

    /// Whether the crosshair can stand in it.
    #[must_use]
    pub fn has_spots(&self) -> bool {
        match self {
            Self::Chart(chart) => !chart.columns.is_empty(),
            Self::Gantt(gantt, _) => !gantt.lanes.is_empty(),
            Self::Trend(trend, _) => !trend.points.is_empty(),
            Self::Apart(Apart { spots, .. }) | Self::Figures(Figures { spots, .. }, _) => !spots.is_empty(),
            Self::Table(_) | Self::Map(_) | Self::Prose(_) => false,
        }
    }
}

/// What a row, a column or a mark stands for: what Enter explains.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Ref {
    /// A promise.
    Target(Id<Target>),
    /// A reported figure.
    Actual(Id<Actual>),
    /// A publication.
    Source(Id<Source>),
    /// A place, an industry, a country.
    Subject(Id<Subject>),
    /// A check, by its place among those of the day.
    Check(usize),
}

/// What is asked of a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Query {
    /// The day whose knowledge is shown.
    pub known: NaiveDate,
    /// The chosen row; none for the first.
    pub focus: Option<Ref>,
    /// Whether pace, estimates and projections of ours are drawn.
    pub outlook: Shown,
    /// What the Evidence page shows.
    pub evidence: Evidence,
    /// The series on the Output page; none for that of the lead.
    pub series: Option<Series>,
    /// Whether there is room for Why beside the page.
    pub why: Shown,
    /// How figures are drawn.
    pub drawing: Drawing,
}

impl Query {
    /// The question as it stands when nothing was chosen yet.
    #[must_use]
    pub fn at(known: NaiveDate) -> Self {
        Self {
            known,
            focus: None,
            outlook: Shown::Yes,
            evidence: Evidence::Sources,
            series: None,
            why: Shown::Yes,
            drawing: Drawing::default(),
        }
    }
}

/// Whether something is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Shown {
    /// It is.
    #[default]
    Yes,
    /// It is not.
    No,
}

/// What the Evidence page shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Evidence {
    /// The sources, and what each says.
    #[default]
    Sources,
    /// The checks that figures pass or fail together.
    Checks,
}

impl Page {
    /// The panel in this slot.
    #[must_use]
    pub fn panel(&self, slot: Slot) -> Option<&Panel> {
        self.panels.iter().find(|panel| panel.slot == slot)
    }

    /// The table that rows are chosen from.
    #[must_use]
    pub fn list(&self) -> Option<&Table> {
        self.panel(Slot::List).and_then(|panel| match &panel.body {
            Body::Table(table) => Some(table),
            _ => None,
        })
    }

    /// The same, to choose another row of those that stand for what is in focus.
    pub fn list_mut(&mut self) -> Option<&mut Table> {
        let list = self.panels.iter_mut().find(|panel| panel.slot == Slot::List);
        list.and_then(|panel| match &mut panel.body {
            Body::Table(table) => Some(table),
            _ => None,
        })
    }

    /// The picture that the crosshair reads: what carries the page, else what shows the chosen row.
    #[must_use]
    pub fn picture(&self) -> Option<&Panel> {
        let readable = |slot| self.panel(slot).filter(|panel| panel.body.has_spots());
        [Slot::Main, Slot::Detail].into_iter().find_map(readable)
    }

    /// The places where the crosshair can stand.
    #[must_use]
    pub fn spots(&self) -> Vec<&Spot> {
        self.picture().map(|panel| panel.body.spots()).unwrap_or_default()
    }

    /// The map beside the rows.
    #[must_use]
    pub fn map(&self) -> Option<&Map> {
        self.panels.iter().find_map(|panel| match &panel.body {
            Body::Map(map) => Some(map),
            _ => None,
        })
    }

    /// The years in sight of the picture.
    #[must_use]
    pub fn years(&self) -> Option<Years> {
        self.picture().and_then(|panel| panel.body.years())
    }

    /// The chart that carries the page.
    #[must_use]
    pub fn chart(&self) -> Option<&Chart> {
        self.panel(Slot::Main).and_then(|panel| match &panel.body {
            Body::Chart(chart) => Some(chart),
            _ => None,
        })
    }
}

/// The pages that a dataset has: without sites there is no page of them, without money no page of that.
#[must_use]
pub fn pages(dataset: &Dataset) -> Vec<PageKind> {
    let has = |page: &PageKind| match page {
        PageKind::Plants => dataset.subjects.iter().any(|subject| subject.kind == SubjectKind::Site),
        PageKind::Investments => dataset.metrics.iter().any(|metric| metric.currency.is_some()),
        _ => true,
    };
    PageKind::ALL.into_iter().filter(has).collect()
}

/// Builds a page.
#[must_use]
pub fn build(kind: PageKind, ctx: &Context<'_>) -> Page {
    around(kind, ctx, Kept::default())
}

/// Builds a page again for another choice on it. Its rows do not depend on what is chosen, and are shared.
#[must_use]
pub fn refocus(page: &Page, ctx: &Context<'_>) -> Page {
    around(page.kind, ctx, Kept::list(page))
}

/// Builds a page again after a step in time, or without the marks of the one before. The rows of promises that stay as they
/// are, marks included, are shared.
#[must_use]
pub fn step(page: &Page, ctx: &Context<'_>, stays: impl Fn(Id<Target>) -> bool) -> Page {
    around(page.kind, ctx, Kept::rows(page, stays))
}

/// The page around its list, which is made as far as it is not `kept`.
fn around(kind: PageKind, ctx: &Context<'_>, kept: Kept) -> Page {
    let mut page = match kind {
        PageKind::Overview => overview::build(ctx, kept),
        PageKind::Targets => targets::build(ctx, kept),
        PageKind::Output => output::build(ctx, kept.list),
        PageKind::Plants => plants::build(ctx, kept.list),
        PageKind::Investments => investments::build(ctx, kept.list),
        PageKind::Timeline => timeline::build(ctx, kept.list),
        PageKind::Evidence if ctx.query.evidence == Evidence::Checks => checks::build(ctx, kept.list),
        PageKind::Evidence => evidence::build(ctx, kept.list),
    };
    if ctx.query.drawing.form == Form::Table {
        for panel in &mut page.panels {
            tables::write(ctx, &mut panel.body);
            if let (Body::Figures(figures, _), true) = (&panel.body, panel.heading.is_empty()) {
                let title = figures.title.long();
                panel.heading.extend((!title.is_empty()).then(|| Run::new(title, prose::Role::Heading)));
            }
        }
    }
    page
}
