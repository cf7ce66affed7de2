//! The verdict of one target, or of all, on a day (analytics 3.9, 10).
//!
//! Here: the way in. Not here: what is put together for a number (`number`) or an event (`happening`).

use chrono::NaiveDate;

use super::happening;
use super::history::History;
use super::judged::Judged;
use super::known::Knowledge;
use super::number;
use super::outlook::OutlookStep;
use super::promise::Promise;
use super::quantity::{ABOUT, Said};
use super::slip;
use super::start::Starts;
use super::verdict::{Status, Step, Verdict};
use crate::dataset::index::Series;
use crate::dataset::records::{Dataset, Id, MetricKind, Target};
use crate::dataset::value::{Hedge, Value};

/// The tolerances of "about" that a status is tried with besides the usual one (analytics 1.2).
const OTHER_ABOUTS: [f64; 2] = [0.025, 0.10];

/// What became of one target, as known on a day (analytics 3.9).
#[must_use]
pub fn verdict(dataset: &Dataset, target: Id<Target>, known: NaiveDate) -> Verdict {
    let series = (dataset[target].metric, dataset[target].subject);
    decide(dataset, &Books::of(dataset, series, &[target], known), target, known)
}

/// What became of every target, as known on a day, in the order of the table. The figures of a series are read once for all
/// its targets.
#[must_use]
pub fn verdicts(dataset: &Dataset, known: NaiveDate) -> Vec<Verdict> {
    Judged::on(dataset, known).all(dataset)
}

/// The figures of a series, read with each tolerance of "about" where that makes a difference.
#[derive(Debug)]
pub(crate) struct Books {
    /// With the usual tolerance.
    pub(crate) usual: History,
    others: Option<[History; 2]>,
    /// What was known when the statements were made.
    pub(crate) starts: Starts,
}

impl Books {
    pub(crate) fn of(dataset: &Dataset, series: Series, targets: &[Id<Target>], known: NaiveDate) -> Self {
        let usual = History::of(dataset, series, ABOUT, Knowledge::of(known));
        let about = |said: Said| matches!(said, Said::Amount(Hedge::About, _));
        let hangs = usual
            .figures
            .iter()
            .flat_map(|figure| &figure.claims)
            .any(|claim| about(claim.value.said) && dataset[claim.actual].tolerance.is_none());
        let others =
            hangs.then(|| OTHER_ABOUTS.map(|tolerance| History::of(dataset, series, tolerance, Knowledge::of(known))));
        Self { usual, others, starts: Starts::of(dataset, series, targets, known) }
    }

    /// The other tolerances, each with the figures as they read with it.
    pub(crate) fn other_readings(&self) -> [(f64, &History); 2] {
        let [narrow, wide] = OTHER_ABOUTS;
        match &self.others {
            Some([first, second]) => [(narrow, first), (wide, second)],
            None => [(narrow, &self.usual), (wide, &self.usual)],
        }
    }
}

/// The promised number, "about" read with this tolerance unless it has one of its own; none without a usable number.
pub(crate) fn promise(dataset: &Dataset, id: Id<Target>, about: f64) -> Option<Promise> {
    let target = &dataset[id];
    let metric = &dataset[target.metric];
    let value = target.value.as_ref().or_else(|| target.readings.first().map(|reading| &reading.value))?;
    Promise::read(value, metric.kind, metric.better, target.tolerance.unwrap_or(about))
}

pub(crate) fn decide(dataset: &Dataset, books: &Books, id: Id<Target>, known: NaiveDate) -> Verdict {
    let target = &dataset[id];
    if target.said.day > known {
        return Verdict::bare(id, Status::NotSaid);
    }
    let mut verdict =
        if dataset[target.metric].kind == MetricKind::Milestone && target.value != Some(Value::Unquantified) {
            happening::of_event(dataset, id, known)
        } else {
            number::of_number(dataset, books, id, known)
        };
    let told = std::mem::replace(&mut verdict.sources, target.sources.clone());
    for source in told {
        if !verdict.sources.contains(&source) {
            verdict.sources.push(source);
        }
    }
    verdict.slip = slip::slip(dataset, id).filter(|slip| dataset[slip.restates].said.day <= known);
    verdict.steps.extend(verdict.slip.map(|slip| Step::Outlook(Box::new(OutlookStep::Slipped { slip }))));
    verdict
}
