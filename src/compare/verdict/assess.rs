//! The verdict of one target, or of all, on a day (analytics 3.9, 10).
//!
//! Here: the way in. Not here: what is put together for a number (`number`) or an event (`happening`).

use chrono::NaiveDate;

use crate::compare::progress::at_statement::StartingPoints;
use crate::compare::progress::slip;
use crate::compare::progress::types::ProgressStep;
use crate::compare::series::as_of::AsOf;
use crate::compare::series::history::History;
use crate::compare::series::quantity::{ABOUT_TOLERANCE, QuantityForm};
use crate::compare::verdict::promised_number::PromisedNumber;
use crate::compare::verdict::types::{CalculationStep, Status, Verdict};
use crate::compare::verdict::verdicts::Verdicts;
use crate::compare::verdict::{milestone, number};
use crate::dataset::format::value::{Hedge, Value};
use crate::dataset::records::index::SeriesKey;
use crate::dataset::records::{Dataset, Id, MetricKind, Target};

/// The tolerances of "about" that a status is tried with besides the usual one (analytics 1.2).
const OTHER_TOLERANCES: [f64; 2] = [0.025, 0.10];

/// What became of one target, as known on a day (analytics 3.9).
#[must_use]
pub fn verdict(dataset: &Dataset, target: Id<Target>, known: NaiveDate) -> Verdict {
    let series = (dataset[target].metric, dataset[target].subject);
    verdict_from(dataset, &SeriesReadings::of(dataset, series, &[target], known), target, known)
}

/// What became of every target, as known on a day, in the order of the table. The figures of a series are read once for all
/// its targets.
#[must_use]
pub fn verdicts(dataset: &Dataset, known: NaiveDate) -> Vec<Verdict> {
    Verdicts::known_on(dataset, known).into_vec(dataset)
}

/// The figures of a series, read with each tolerance of "about" where that makes a difference.
#[derive(Debug)]
pub(crate) struct SeriesReadings {
    /// With the usual tolerance.
    pub(crate) usual: History,
    others: Option<[History; 2]>,
    /// What was known when the statements were made.
    pub(crate) starts: StartingPoints,
}

impl SeriesReadings {
    pub(crate) fn of(dataset: &Dataset, series: SeriesKey, targets: &[Id<Target>], known: NaiveDate) -> Self {
        let usual = History::of(dataset, series, ABOUT_TOLERANCE, AsOf::of(known));
        let about = |said: QuantityForm| matches!(said, QuantityForm::Amount(Hedge::About, _));
        let hangs = usual
            .figures
            .iter()
            .flat_map(|figure| &figure.claims)
            .any(|claim| about(claim.value.said) && dataset[claim.actual].tolerance.is_none());
        let others =
            hangs.then(|| OTHER_TOLERANCES.map(|tolerance| History::of(dataset, series, tolerance, AsOf::of(known))));
        Self { usual, others, starts: StartingPoints::of(dataset, series, targets, known) }
    }

    /// The other tolerances, each with the figures as they read with it.
    pub(crate) fn other_readings(&self) -> [(f64, &History); 2] {
        let [narrow, wide] = OTHER_TOLERANCES;
        match &self.others {
            Some([first, second]) => [(narrow, first), (wide, second)],
            None => [(narrow, &self.usual), (wide, &self.usual)],
        }
    }
}

/// The promised number, "about" read with this tolerance unless it has one of its own; none without a usable number.
pub(crate) fn promised_number(dataset: &Dataset, id: Id<Target>, about: f64) -> Option<PromisedNumber> {
    let target = &dataset[id];
    let metric = &dataset[target.metric];
    let value = target.value.as_ref().or_else(|| target.readings.first().map(|reading| &reading.value))?;
    PromisedNumber::from_value(value, metric.kind, metric.better, target.tolerance.unwrap_or(about))
}

pub(crate) fn verdict_from(dataset: &Dataset, books: &SeriesReadings, id: Id<Target>, known: NaiveDate) -> Verdict {
    let target = &dataset[id];
    if target.said.day > known {
        return Verdict::with_status(id, Status::NotSaid);
    }
    let mut verdict =
        if dataset[target.metric].kind == MetricKind::Milestone && target.value != Some(Value::Unquantified) {
            milestone::milestone_verdict(dataset, id, known)
        } else {
            number::number_verdict(dataset, books, id, known)
        };
    let told = std::mem::replace(&mut verdict.sources, target.sources.clone());
    for source in told {
        if !verdict.sources.contains(&source) {
            verdict.sources.push(source);
        }
    }
    verdict.slip = slip::slip(dataset, id).filter(|slip| dataset[slip.restates].said.day <= known);
    verdict.steps.extend(verdict.slip.map(|slip| CalculationStep::Progress(Box::new(ProgressStep::Slipped { slip }))));
    verdict
}
