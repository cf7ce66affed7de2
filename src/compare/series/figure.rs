//! The figure that the reports of one period make, and how it speaks for a window.
//!
//! Here: the types. Not here: which reports make it (`known`), how they are weighed (`merge`), which figure speaks for which
//! window (`evidence`).

use chrono::NaiveDate;

use crate::compare::series::interval::Interval;
use crate::compare::series::quantity::Quantity;
use crate::dataset::format::period::Period;
use crate::dataset::records::{Actual, Dataset, Id, Source};

/// What was reported for one period of a series, as known on a day.
#[derive(Debug, Clone, PartialEq)]
pub struct Figure {
    /// The period.
    pub period: Period,
    /// Its first day.
    pub first: NaiveDate,
    /// Its last day.
    pub last: NaiveDate,
    /// The figure to show: of the preferred report, clamped into what agreeing reports leave, with the bounds that they
    /// leave. Where reports are contested, the preferred one as it is.
    pub value: Quantity,
    /// The bounds that comparisons go by: what agreeing reports leave, or the hull of those that differ.
    pub deciding_bounds: Interval,
    /// How the reports go together.
    pub agreement: Agreement,
    /// How far apart they are, a fraction of the middle; 0 where they agree.
    pub spread: f64,
    /// Every report that counts, the preferred one first.
    pub claims: Vec<Claim>,
}

/// One report of a figure.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Claim {
    /// The record.
    pub actual: Id<Actual>,
    /// Its value.
    pub value: Quantity,
}

/// How several reports of one figure go together (analytics 4.2).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Agreement {
    /// There is only one.
    Single,
    /// Their bounds overlap.
    Agree,
    /// They are no more than 1 % apart: rounding or revision.
    MinorDifference,
    /// They cannot all be right.
    Contested,
}

impl Figure {
    /// The preferred report.
    #[must_use]
    pub fn preferred(&self) -> Option<Id<Actual>> {
        self.claims.first().map(|claim| claim.actual)
    }

    /// The reports that say something else than the preferred one, if they do not agree.
    pub fn rivals(&self) -> impl Iterator<Item = &Claim> {
        let first = if self.has_differing_claims() { 1 } else { self.claims.len() };
        self.claims.iter().skip(first)
    }

    /// Whether the reports cannot all be right.
    #[must_use]
    pub fn is_contested(&self) -> bool {
        self.agreement == Agreement::Contested
    }

    /// The figure with what its reports, where they differ, leave between them: the soft ends where nothing is certain.
    #[must_use]
    pub fn value_over_claims(&self) -> Quantity {
        match self.agreement {
            Agreement::Single | Agreement::Agree => self.value,
            Agreement::MinorDifference | Agreement::Contested => {
                let soft = self.claims.iter().map(|claim| claim.value.soft).fold(self.value.soft, Interval::hull);
                Quantity { hard: self.deciding_bounds, soft, ..self.value }
            }
        }
    }

    /// The reports differ.
    #[must_use]
    pub fn has_differing_claims(&self) -> bool {
        matches!(self.agreement, Agreement::MinorDifference | Agreement::Contested)
    }

    /// The sources of every report that counts, as known on `known`, the preferred first.
    #[must_use]
    pub fn sources(&self, dataset: &Dataset, known: NaiveDate) -> Vec<Id<Source>> {
        let mut all = Vec::new();
        for claim in &self.claims {
            for source in known_sources(dataset, claim.actual, known) {
                if !all.contains(&source) {
                    all.push(source);
                }
            }
        }
        all
    }
}

/// The sources of a report that had appeared by `known`; the first if the report was known before any of them.
pub(crate) fn known_sources(
    dataset: &Dataset,
    report: Id<Actual>,
    known: NaiveDate,
) -> impl Iterator<Item = Id<Source>> {
    let sources = &dataset[report].sources;
    let appeared = move |id: &Id<Source>| dataset[*id].published.is_none_or(|stamp| stamp.day <= known);
    let none_yet = !sources.iter().any(appeared);
    sources
        .iter()
        .copied()
        .enumerate()
        .filter(move |(index, id)| appeared(id) || (none_yet && *index == 0))
        .map(|(_, id)| id)
}
