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
    /// The chosen target and its outcome.
    Overview,
    /// Every target and forecast.
    Targets,
    /// One series over the years.
    Output,
    /// The sites.
    Plants,
    /// The series and targets in money.
    Investments,
    /// Statements, due dates and events by date.
    Timeline,
    /// The sources, or the consistency checks.
    Evidence,
}

impl PageKind {
    /// Every page.
    pub const ALL: [Self; 7] =
        [Self::Overview, Self::Targets, Self::Output, Self::Plants, Self::Investments, Self::Timeline, Self::Evidence];

    /// The name on the command line and in talks.
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
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|page| page.name() == name)
    }
}

/// One page.
#[derive(Debug, Clone, PartialEq)]
pub struct Page {
    /// Which page it is.
    pub kind: PageKind,
    /// The answer to the question of the page. Never empty.
    pub sentence: Vec<TextRun>,
    /// In reading order, at most one for each [`PanelSlot`].
    pub panels: Vec<Panel>,
}

/// A part of a page.
#[derive(Debug, Clone, PartialEq)]
pub struct Panel {
    /// Its purpose; the layout decides its position at each size.
    pub slot: PanelSlot,
    /// May be empty.
    pub heading: Vec<TextRun>,
    /// Its content.
    pub body: PanelBody,
}

/// The purpose of a panel.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum PanelSlot {
    /// The main chart, at the top.
    Main,
    /// The rows to choose from.
    List,
    /// A map beside the list; left out where there is no room.
    Side,
    /// Details of the chosen row, below or beside the list.
    Detail,
    /// Why for the chosen row, on the widest screens only (Enter opens the same).
    Why,
}

/// The content of a panel.
#[derive(Debug, Clone, PartialEq)]
pub enum PanelBody {
    /// Columns or lines over time.
    Chart(Chart),
    /// Rows to choose from.
    Table(Table),
    /// Lanes on a time axis, with text below.
    Gantt(Gantt, Vec<Block>),
    /// How a due date moved, with text below.
    MilestoneTrend(MilestoneTrend, Vec<Block>),
    /// Small charts on one scale.
    SmallMultiples(SmallMultiples),
    /// A picture written as a table, with text below.
    DataTable(DataTable, Vec<Block>),
    /// Sites on a map.
    Map(Map),
    /// Text and facts.
    Text(Vec<Block>),
}

impl PanelBody {
    /// The positions of the crosshair in order; none in tables, maps and texts.
    pub fn data_points(&self) -> Vec<&DataPoint> {
        match self {
            Self::Chart(chart) => chart.columns.iter().map(|column| &column.data_point).collect(),
            Self::Gantt(gantt, _) => gantt.lanes.iter().map(|lane| &lane.data_point).collect(),
            Self::MilestoneTrend(trend, _) => trend.points.iter().map(|point| &point.data_point).collect(),
            Self::SmallMultiples(multiples) => multiples.data_points.iter().collect(),
            Self::DataTable(figures, _) => figures.data_points.iter().collect(),
            Self::Table(_) | Self::Map(_) | Self::Text(_) => Vec::new(),
        }
    }

    /// The visible years; none where the body has no years.
    pub fn years(&self) -> Option<VisibleYears> {
        match self {
            Self::Chart(chart) => chart.years,
            Self::SmallMultiples(multiples) => multiples.years,
            Self::DataTable(figures, _) => figures.years,
            _ => None,
        }
    }

    /// Whether it has positions for the crosshair.
    pub fn has_data_points(&self) -> bool {
        !self.data_points().is_empty()
    }
}

impl Page {
    /// The panel in this slot.
    pub fn panel(&self, slot: PanelSlot) -> Option<&Panel> {
        self.panels.iter().find(|panel| panel.slot == slot)
    }

    /// The table rows are chosen from.
    pub fn list(&self) -> Option<&Table> {
        let PanelBody::Table(table) = &self.panel(PanelSlot::List)?.body else { return None };
        Some(table)
    }

    /// The table rows are chosen from, to change the chosen one.
    pub fn list_mut(&mut self) -> Option<&mut Table> {
        let list = self.panels.iter_mut().find(|panel| panel.slot == PanelSlot::List)?;
        let PanelBody::Table(table) = &mut list.body else { return None };
        Some(table)
    }

    /// The list, taken out of the page.
    pub(in crate::page) fn take_list(&mut self) -> Option<Table> {
        let index = self.panels.iter().position(|panel| panel.slot == PanelSlot::List)?;
        let PanelBody::Table(table) = self.panels.swap_remove(index).body else { return None };
        Some(table)
    }

    /// The panel the crosshair reads: the main one, else the detail.
    pub fn picture(&self) -> Option<&Panel> {
        let readable = |slot| self.panel(slot).filter(|panel| panel.body.has_data_points());
        [PanelSlot::Main, PanelSlot::Detail].into_iter().find_map(readable)
    }

    /// The positions of the crosshair.
    pub fn data_points(&self) -> Vec<&DataPoint> {
        self.picture().map(|panel| panel.body.data_points()).unwrap_or_default()
    }

    /// The map beside the rows.
    pub fn map(&self) -> Option<&Map> {
        self.panels.iter().find_map(|panel| match &panel.body {
            PanelBody::Map(map) => Some(map),
            _ => None,
        })
    }

    /// The visible years of the panel the crosshair reads.
    pub fn years(&self) -> Option<VisibleYears> {
        self.picture().and_then(|panel| panel.body.years())
    }

    /// The main chart.
    pub fn chart(&self) -> Option<&Chart> {
        let PanelBody::Chart(chart) = &self.panel(PanelSlot::Main)?.body else { return None };
        Some(chart)
    }
}
