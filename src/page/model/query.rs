//! What a page is asked to show: the as-of date, the selected record, what is visible and how charts are drawn.

use chrono::NaiveDate;

use crate::dataset::records::index::SeriesKey;
use crate::page::model::chart_options::ChartOptions;
use crate::page::model::record_ref::RecordRef;

/// What is asked of a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Query {
    /// The day whose knowledge is shown.
    pub known: NaiveDate,
    /// The chosen row; none for the first.
    pub focus: Option<RecordRef>,
    /// Whether pace, estimates and projections of ours are drawn.
    pub projections: Visibility,
    /// What the Evidence page shows.
    pub evidence: EvidenceView,
    /// The series on the Output page; none for that of the lead.
    pub series: Option<SeriesKey>,
    /// Whether there is room for Why beside the page.
    pub why: Visibility,
    /// How figures are drawn.
    pub chart_options: ChartOptions,
}

impl Query {
    /// The question as it stands when nothing was chosen yet.
    #[must_use]
    pub fn at(known: NaiveDate) -> Self {
        Self {
            known,
            focus: None,
            projections: Visibility::Shown,
            evidence: EvidenceView::Sources,
            series: None,
            why: Visibility::Shown,
            chart_options: ChartOptions::default(),
        }
    }
}

/// Whether something is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Visibility {
    /// It is.
    #[default]
    Shown,
    /// It is not.
    Hidden,
}

/// What the Evidence page shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum EvidenceView {
    /// The sources, and what each says.
    #[default]
    Sources,
    /// The checks that figures pass or fail together.
    Checks,
}
