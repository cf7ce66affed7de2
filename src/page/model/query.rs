//! What a page is asked to show: the as-of date, the selected record, what is visible and how charts are drawn.

use chrono::NaiveDate;

use crate::dataset::records::index::SeriesKey;
use crate::page::model::chart_options::ChartOptions;
use crate::page::model::record_ref::RecordRef;

/// What a page is asked to show.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Query {
    /// The as-of date.
    pub as_of: NaiveDate,
    /// The chosen record; none for the default row.
    pub focus: Option<RecordRef>,
    /// Whether the required pace, estimates and projections are drawn.
    pub projections: Visibility,
    /// Which view of the Evidence page is open.
    pub evidence: EvidenceView,
    /// The series on the Output page; none for that of the lead target.
    pub series: Option<SeriesKey>,
    /// Whether there is room for the Why panel.
    pub why: Visibility,
    /// How figures are drawn.
    pub chart_options: ChartOptions,
}

impl Query {
    /// The default query as of a date.
    pub fn at(known: NaiveDate) -> Self {
        Self {
            as_of: known,
            focus: None,
            projections: Visibility::Shown,
            evidence: EvidenceView::Sources,
            series: None,
            why: Visibility::Shown,
            chart_options: ChartOptions::default(),
        }
    }
}

/// Shown or hidden.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Visibility {
    /// Drawn.
    #[default]
    Shown,
    /// Left out.
    Hidden,
}

/// The views of the Evidence page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum EvidenceView {
    /// The sources and what each of them says.
    #[default]
    Sources,
    /// The consistency checks of the figures.
    Checks,
}
