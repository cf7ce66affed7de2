//! One page as data: the sentence that answers its question and the panels that support it.

use crate::page::model::chart::{Chart, SmallMultiples, VisibleYears};
use crate::page::model::data_point::DataPoint;
use crate::page::model::data_table::DataTable;
use crate::page::model::map::Map;
use crate::page::model::milestones::{Gantt, MilestoneTrend};
use crate::page::model::rich_text::{Block, TextRun};
use crate::page::model::table::Table;

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
    pub sentence: Vec<TextRun>,
    /// What supports it. At most one for each [`PanelSlot`].
    pub panels: Vec<Panel>,
}

/// A part of a page.
#[derive(Debug, Clone, PartialEq)]
pub struct Panel {
    /// What it is for; the layout decides where that goes at each size.
    pub slot: PanelSlot,
    /// Its heading; empty if the body says it all.
    pub heading: Vec<TextRun>,
    /// What it shows.
    pub body: PanelBody,
}

/// What a panel is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum PanelSlot {
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
pub enum PanelBody {
    /// Columns over time.
    Chart(Chart),
    /// Rows.
    Table(Table),
    /// Lanes over time, with what else there is to say below.
    Gantt(Gantt, Vec<Block>),
    /// How a promise moved, with what else there is to say below.
    MilestoneTrend(MilestoneTrend, Vec<Block>),
    /// Small charts on one scale.
    SmallMultiples(SmallMultiples),
    /// A picture written as a table, with what else there is to say below.
    DataTable(DataTable, Vec<Block>),
    /// Places.
    Map(Map),
    /// Text and facts.
    Text(Vec<Block>),
}

impl PanelBody {
    /// The places where the crosshair can stand, in order; none in a text.
    #[must_use]
    pub fn data_points(&self) -> Vec<&DataPoint> {
        match self {
            Self::Chart(chart) => chart.columns.iter().map(|column| &column.data_point).collect(),
            Self::Gantt(gantt, _) => gantt.lanes.iter().map(|lane| &lane.data_point).collect(),
            Self::MilestoneTrend(trend, _) => trend.points.iter().map(|point| &point.data_point).collect(),
            Self::SmallMultiples(apart) => apart.data_points.iter().collect(),
            Self::DataTable(figures, _) => figures.data_points.iter().collect(),
            Self::Table(_) | Self::Map(_) | Self::Text(_) => Vec::new(),
        }
    }

    /// The years in sight, where it has years.
    #[must_use]
    pub fn years(&self) -> Option<VisibleYears> {
        match self {
            Self::Chart(chart) => chart.years,
            Self::SmallMultiples(apart) => apart.years,
            Self::DataTable(figures, _) => figures.years,
            _ => None,
        }
    }

    /// Whether the crosshair can stand in it.
    #[must_use]
    pub fn has_data_points(&self) -> bool {
        match self {
            Self::Chart(chart) => !chart.columns.is_empty(),
            Self::Gantt(gantt, _) => !gantt.lanes.is_empty(),
            Self::MilestoneTrend(trend, _) => !trend.points.is_empty(),
            Self::SmallMultiples(SmallMultiples { data_points, .. })
            | Self::DataTable(DataTable { data_points, .. }, _) => !data_points.is_empty(),
            Self::Table(_) | Self::Map(_) | Self::Text(_) => false,
        }
    }
}

impl Page {
    /// The panel in this slot.
    #[must_use]
    pub fn panel(&self, slot: PanelSlot) -> Option<&Panel> {
        self.panels.iter().find(|panel| panel.slot == slot)
    }

    /// The table that rows are chosen from.
    #[must_use]
    pub fn list(&self) -> Option<&Table> {
        self.panel(PanelSlot::List).and_then(|panel| match &panel.body {
            PanelBody::Table(table) => Some(table),
            _ => None,
        })
    }

    /// The same, to choose another row of those that stand for what is in focus.
    pub fn list_mut(&mut self) -> Option<&mut Table> {
        let list = self.panels.iter_mut().find(|panel| panel.slot == PanelSlot::List);
        list.and_then(|panel| match &mut panel.body {
            PanelBody::Table(table) => Some(table),
            _ => None,
        })
    }

    /// The picture that the crosshair reads: what carries the page, else what shows the chosen row.
    #[must_use]
    pub fn picture(&self) -> Option<&Panel> {
        let readable = |slot| self.panel(slot).filter(|panel| panel.body.has_data_points());
        [PanelSlot::Main, PanelSlot::Detail].into_iter().find_map(readable)
    }

    /// The places where the crosshair can stand.
    #[must_use]
    pub fn data_points(&self) -> Vec<&DataPoint> {
        self.picture().map(|panel| panel.body.data_points()).unwrap_or_default()
    }

    /// The map beside the rows.
    #[must_use]
    pub fn map(&self) -> Option<&Map> {
        self.panels.iter().find_map(|panel| match &panel.body {
            PanelBody::Map(map) => Some(map),
            _ => None,
        })
    }

    /// The years in sight of the picture.
    #[must_use]
    pub fn years(&self) -> Option<VisibleYears> {
        self.picture().and_then(|panel| panel.body.years())
    }

    /// The chart that carries the page.
    #[must_use]
    pub fn chart(&self) -> Option<&Chart> {
        self.panel(PanelSlot::Main).and_then(|panel| match &panel.body {
            PanelBody::Chart(chart) => Some(chart),
            _ => None,
        })
    }
}
