//! What a consistency check is: a rule, the figures, the two numbers compared, the outcome.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::compare::series::history::History;
use crate::compare::series::quantity::Quantity;
use crate::dataset::format::period::Period;
use crate::dataset::records::index::SeriesKey;
use crate::dataset::records::{Actual, Dataset, Id, Target};

/// The rules (analytics 4.1), in order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum CheckRule {
    /// C1: a figure and its growth imply the figure of the year before, which must overlap the reported one and other implied ones.
    PriorYear,
    /// C2: growth of value against growth of units implies a change of the unit price; outside −25 % to +50 % the growth rate is
    /// implausible. Computed and expected are fractions.
    UnitPrice,
    /// C3: the output by a month is at most that by a later month.
    Monotone,
    /// C4: parts add to the total.
    Sum,
    /// C5: the share times the whole is the part; a part is at most the whole.
    Share,
    /// C6: output is within capacity; above 110 % of it is doubtful.
    Capacity,
    /// C7: the change of a share is in points: computed in points, expected in per cent of the share before.
    PercentagePoints,
    /// C8: reports of one figure differ by a factor of a thousand or a million.
    UnitSlip,
    /// C9: an order without numbers.
    Order,
    /// C10: published after the period, due after the statement.
    Dates,
    /// C11: parts of a period add up to the figure of the period.
    Tiling,
    /// Reports of one figure contradict each other (analytics 4.2).
    Sources,
}

impl CheckRule {
    /// All rules, in order.
    pub const ALL: [Self; 12] = [
        Self::PriorYear,
        Self::UnitPrice,
        Self::Monotone,
        Self::Sum,
        Self::Share,
        Self::Capacity,
        Self::PercentagePoints,
        Self::UnitSlip,
        Self::Order,
        Self::Dates,
        Self::Tiling,
        Self::Sources,
    ];
}

/// The outcome of a check.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum CheckOutcome {
    /// It holds.
    Ok,
    /// Doubtful.
    Warn,
    /// A contradiction.
    Contradiction,
    /// No figures to check.
    NotComputable,
}

/// The result of one check.
#[derive(Debug, Clone, PartialEq)]
pub struct ConsistencyCheck {
    /// The rule.
    pub rule: CheckRule,
    /// The outcome.
    pub outcome: CheckOutcome,
    /// The series checked.
    pub series: Option<SeriesKey>,
    /// The period checked.
    pub period: Option<Period>,
    /// The figures compared, the questionable one first.
    pub actuals: Vec<Id<Actual>>,
    /// The targets compared.
    pub targets: Vec<Id<Target>>,
    /// What follows from the questionable figure.
    pub computed: Option<Quantity>,
    /// What it is compared with.
    pub expected: Option<Quantity>,
}

impl ConsistencyCheck {
    pub(super) fn of(rule: CheckRule, outcome: CheckOutcome, series: SeriesKey, period: Period) -> Self {
        Self { series: Some(series), period: Some(period), ..Self::bare(rule, outcome) }
    }

    pub(super) fn bare(rule: CheckRule, outcome: CheckOutcome) -> Self {
        Self {
            rule,
            outcome,
            series: None,
            period: None,
            actuals: Vec::new(),
            targets: Vec::new(),
            computed: None,
            expected: None,
        }
    }
}

/// Every series with a figure, as of a date.
pub(crate) struct KnownSeries<'a> {
    pub(crate) dataset: &'a Dataset,
    /// The date.
    pub(crate) known: NaiveDate,
    pub(crate) series: BTreeMap<SeriesKey, History>,
}
