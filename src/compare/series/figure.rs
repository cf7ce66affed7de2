//! The figure that the reports of one period make. Which reports count is in `as_of`, how they are combined in `merge`.

use chrono::NaiveDate;

use crate::compare::series::interval::Interval;
use crate::compare::series::quantity::Quantity;
use crate::dataset::format::period::Period;
use crate::dataset::records::{Actual, Dataset, Id, Source};

/// What was reported for one period of a series, as of a date.
#[derive(Debug, Clone, PartialEq)]
pub struct Figure {
    /// The period.
    pub period: Period,
    /// Its first day.
    pub first: NaiveDate,
    /// Its last day.
    pub last: NaiveDate,
    /// The value to show: that of the preferred report, clamped to the bounds that agreeing reports have in common. Of
    /// contested reports, the preferred one unchanged.
    pub value: Quantity,
    /// The bounds used in comparisons: the intersection of agreeing reports, the hull of differing ones.
    pub deciding_bounds: Interval,
    /// Whether the reports agree.
    pub agreement: Agreement,
    /// Distance between the reports as a fraction of their midpoint; 0 where they agree.
    pub spread: f64,
    /// All reports that count, the preferred one first; of a sum those of all its parts.
    pub claims: Vec<Claim>,
    /// Of a sum: the periods of its parts, in order of time.
    pub pieces: Vec<Period>,
    /// An estimate published before its period ended (analytics 10, "an estimate of a period that is not over").
    pub is_early_estimate: bool,
}

/// One report of a figure.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Claim {
    /// The record.
    pub actual: Id<Actual>,
    /// Its value in the unit of the metric.
    pub value: Quantity,
}

/// Whether several reports of one figure agree (analytics 4.2).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Agreement {
    /// There is only one.
    Single,
    /// Their hard bounds overlap.
    Agree,
    /// They are at most 1 % apart: rounding or revision.
    MinorDifference,
    /// They are more than 1 % apart.
    Contested,
}

impl Figure {
    /// The record of the preferred report.
    pub fn preferred(&self) -> Option<Id<Actual>> {
        self.claims.first().map(|claim| claim.actual)
    }

    /// The value of the preferred report as stated, where reports differ; else the value. Of a sum the sum.
    pub fn stated_value(&self) -> &Quantity {
        let differs = self.rivals().next().is_some();
        self.claims.first().filter(|_| differs).map_or(&self.value, |claim| &claim.value)
    }

    /// The reports other than the preferred one, if they differ; of a sum none, because its reports are those of its parts.
    pub fn rivals(&self) -> impl Iterator<Item = &Claim> {
        let is_contradicted = self.has_differing_claims() && self.pieces.is_empty();
        let first = if is_contradicted { 1 } else { self.claims.len() };
        self.claims.iter().skip(first)
    }

    /// Whether the reports are more than 1 % apart.
    pub fn is_contested(&self) -> bool {
        self.agreement == Agreement::Contested
    }

    /// The value with the hull of its reports as bounds where they differ, to the likely end where one is open (analytics 10,
    /// "a contested figure").
    pub fn value_over_claims(&self) -> Quantity {
        if !self.has_differing_claims() || !self.pieces.is_empty() {
            return self.value;
        }
        let soft = self.claims.iter().map(|claim| claim.value.soft).fold(self.value.soft, Interval::hull);
        let likely = |claim: &Claim| claim.value.hard.or_where_infinite(claim.value.soft);
        let hard = self.claims.iter().map(likely).reduce(Interval::hull).unwrap_or(self.value.hard);
        Quantity { hard, soft, ..self.value }
    }

    /// The value with the bounds that decide, to the likely end where one is open.
    pub(crate) fn deciding_value(&self) -> Quantity {
        let value = self.value_over_claims();
        let hard = self.deciding_bounds.or_where_infinite(value.soft);
        Quantity { hard, soft: hard, ..value }
    }

    /// Whether the reports differ at all.
    pub fn has_differing_claims(&self) -> bool {
        matches!(self.agreement, Agreement::MinorDifference | Agreement::Contested)
    }

    /// The sources of all reports, as of `known`, those of the preferred report first.
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

/// The sources of a report published by `known`; the first source if none was published yet.
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
