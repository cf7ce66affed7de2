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
    /// C1: a figure and its growth imply the figure of a year before; it must overlap the one reported, and others implied.
    PriorYear,
    /// C2: growth of value against growth of units implies a change of the unit price; outside −25 % to +50 % the reading
    /// of the growth is implausible. Computed and expected are fractions.
    UnitPrice,
    /// C3: what was made by a month is no more than what was made by a later one.
    Monotone,
    /// C4: parts add to the total.
    Sum,
    /// C5: a share of the whole is the part; a part is no more than the whole.
    Share,
    /// C6: output is within capacity; over 110 % of it warns.
    Capacity,
    /// C7: a change of a share is in points: computed in points, expected in per cent of the share before.
    PercentagePoints,
    /// C8: reports of one figure a thousand times apart.
    UnitSlip,
    /// C9: an order told without numbers.
    Order,
    /// C10: published after the period, due after the statement.
    Dates,
    /// Reports of one figure cannot all be right (analytics 4.2).
    Sources,
}

impl CheckRule {
    /// All rules, in order.
    pub const ALL: [Self; 11] = [
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
        Self::Sources,
    ];
}

/// What a check found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum CheckOutcome {
    /// It holds.
    Ok,
    /// Doubtful.
    Warn,
    /// It cannot all be true.
    Contradiction,
    /// No figures to check it on.
    NotComputable,
}

/// One check: a rule, the figures, the two numbers, what follows.
#[derive(Debug, Clone, PartialEq)]
pub struct ConsistencyCheck {
    /// The rule.
    pub rule: CheckRule,
    /// What it found.
    pub outcome: CheckOutcome,
    /// The series that it is about.
    pub series: Option<SeriesKey>,
    /// The period that it is about.
    pub period: Option<Period>,
    /// The figures that it rests on, the one in question first.
    pub actuals: Vec<Id<Actual>>,
    /// The statements that it rests on.
    pub targets: Vec<Id<Target>>,
    /// What follows from the figure in question.
    pub computed: Option<Quantity>,
    /// What it is held against.
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

/// Every series with a figure, as known on a day.
pub(crate) struct KnownSeries<'a> {
    /// The dataset.
    pub(crate) dataset: &'a Dataset,
    /// The day.
    pub(crate) known: NaiveDate,
    /// The series, in order.
    pub(crate) series: BTreeMap<SeriesKey, History>,
}
