//! The verdict of one target, or of all, on a day (analytics 3.9, 10).
//!
//! Here: what is put together for a verdict. Not here: the rules of the answer (`judge`, `event`).

use chrono::NaiveDate;

use super::badges;
use super::event::{self, Event, Happening};
use super::evidence::Use;
use super::history::History;
use super::judge::{Case, judge};
use super::known::sources_known;
use super::promise::Promise;
use super::quantity::{ABOUT, Said};
use super::steps::steps;
use super::verdict::{Badge, Lateness, Reported, Status, Step, Verdict};
use super::window::Window;
use crate::dataset::index::Series;
use crate::dataset::period::Due;
use crate::dataset::records::{Dataset, Id, MetricKind, Quality, Target};
use crate::dataset::value::{Hedge, Value};

/// The tolerances of "about" that a status is tried with besides the usual one (analytics 1.2).
const OTHER_ABOUTS: [f64; 2] = [0.025, 0.10];

/// What became of one target, as known on a day (analytics 3.9).
#[must_use]
pub fn verdict(dataset: &Dataset, target: Id<Target>, known: NaiveDate) -> Verdict {
    let series = (dataset[target].metric, dataset[target].subject);
    decide(dataset, &Books::of(dataset, series, known), target, known)
}

/// What became of every target, as known on a day, in the order of the table. The figures of a series are read once for all
/// its targets.
#[must_use]
pub fn verdicts(dataset: &Dataset, known: NaiveDate) -> Vec<Verdict> {
    let mut order: Vec<Id<Target>> = (0..dataset.targets.len()).map(Id::new).collect();
    let series = |id: &Id<Target>| (dataset[*id].metric, dataset[*id].subject);
    order.sort_by_key(|id| (series(id), *id));
    let mut verdicts: Vec<Verdict> = Vec::with_capacity(order.len());
    for targets in order.chunk_by(|a, b| series(a) == series(b)) {
        let Some(first) = targets.first() else { continue };
        let books = Books::of(dataset, series(first), known);
        verdicts.extend(targets.iter().map(|&target| decide(dataset, &books, target, known)));
    }
    verdicts.sort_by_key(|verdict| verdict.target);
    verdicts
}

/// The figures of a series, read with each tolerance of "about" where that makes a difference.
#[derive(Debug)]
pub(crate) struct Books {
    usual: History,
    others: Option<[History; 2]>,
}

impl Books {
    fn of(dataset: &Dataset, series: Series, known: NaiveDate) -> Self {
        let usual = History::of(dataset, series, known, ABOUT);
        let about = |said: Said| matches!(said, Said::Amount(Hedge::About, _));
        let hangs = usual
            .figures
            .iter()
            .flat_map(|figure| &figure.claims)
            .any(|claim| about(claim.value.said) && dataset[claim.actual].tolerance.is_none());
        let others = hangs.then(|| OTHER_ABOUTS.map(|tolerance| History::of(dataset, series, known, tolerance)));
        Self { usual, others }
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

fn decide(dataset: &Dataset, books: &Books, id: Id<Target>, known: NaiveDate) -> Verdict {
    let target = &dataset[id];
    if target.said.day > known {
        return Verdict::bare(id, Status::NotSaid);
    }
    let verdict = if dataset[target.metric].kind == MetricKind::Milestone && target.value != Some(Value::Unquantified) {
        of_event(dataset, id, known)
    } else {
        of_number(dataset, books, id, known)
    };
    let mut sources = target.sources.clone();
    for source in verdict.sources.iter().copied() {
        if !sources.contains(&source) {
            sources.push(source);
        }
    }
    Verdict { sources, ..verdict }
}

fn of_number(dataset: &Dataset, books: &Books, id: Id<Target>, known: NaiveDate) -> Verdict {
    let target = &dataset[id];
    let Some(promise) = promise(dataset, id, ABOUT) else {
        let badges = if badges::restates(dataset, id, known) { vec![Badge::Restated] } else { Vec::new() };
        return Verdict { badges, ..Verdict::bare(id, Status::Unquantified) };
    };
    let said = target.said.day;
    let window = target.due.map(|due| Window::of(dataset[target.metric].kind, &due, said));
    let case = Case { history: &books.usual, promise: &promise, window, said, known };
    let judgement = judge(&case);
    let shown = judgement.used.as_ref().or(judgement.reached.as_ref()).map(Use::value);
    let figures = [&judgement.used, &judgement.reached];
    Verdict {
        between: judgement.between,
        badges: badges::badges(dataset, books, id, &case, &judgement),
        promised: Some(promise.said),
        reported: judgement.used.as_ref().and_then(|figure| reported(dataset, figure)),
        attainment: shown.and_then(|value| promise.attainment(&value)),
        gap: shown.map(|value| promise.gap(&value)),
        lateness: judgement.lateness,
        reached: judgement.reached.as_ref().and_then(|figure| reported(dataset, figure)),
        sources: figures.into_iter().flatten().flat_map(|figure| figure.figure.sources(dataset, known)).collect(),
        steps: steps(dataset, &case, &judgement),
        ..Verdict::bare(id, judgement.status)
    }
}

fn reported(dataset: &Dataset, figure: &Use<'_>) -> Option<Reported> {
    let actual = figure.figure.preferred()?;
    let estimated = dataset[actual].quality == Quality::Estimate;
    Some(Reported { period: figure.figure.period, value: figure.value(), estimated, actual })
}

/// A milestone: under each report of when it happened where they do not overlap (analytics 3.7).
fn of_event(dataset: &Dataset, id: Id<Target>, known: NaiveDate) -> Verdict {
    let target = &dataset[id];
    let mut event = event::event(dataset, id, known);
    // What had happened before it was promised does not count.
    event.happened.retain(|report| report.last >= target.said.day);
    let not_yet = event.not_yet.map(|(day, _)| day);
    let answer = |due: &Due| answer(due.days(), &event, known, not_yet);
    let (status, between, days) = match &target.due {
        Some(due) => answer(due),
        None if event.happened.is_empty() => (Status::NotDated, None, None),
        None => (Status::Met, None, None),
    };
    let mut badges = Vec::new();
    if event.contested && !matches!(status, Status::Contested | Status::Undetermined) {
        badges.push(Badge::SourcesDiffer);
    }
    if badges::restates(dataset, id, known) {
        badges.push(Badge::Restated);
    }
    let strict = target.due.and_then(|due| Window::strict(MetricKind::Milestone, &due, target.said.day));
    if strict.is_some_and(|window| badges::another(answer(&Due::Between(window.first, window.last)).0, status)) {
        badges.push(Badge::StrictDeadline);
    }
    let told = event.happened.iter().flat_map(|report| sources_known(dataset, report.actual, known));
    let denied = event.not_yet.and_then(|(_, source)| source);
    let lateness =
        matches!(status, Status::MetEarly | Status::Met | Status::MetLate | Status::Undetermined | Status::Missed);
    Verdict {
        between,
        badges,
        lateness: days.filter(|_| lateness).map(|(first, last)| Lateness::Days(first, last)),
        sources: told.chain(denied).collect(),
        steps: event_steps(target, &event, status, days, known),
        ..Verdict::bare(id, status)
    }
}

type Milestone = (Status, Option<[Status; 2]>, Option<(i64, i64)>);

fn answer(due: (NaiveDate, NaiveDate), event: &Event, known: NaiveDate, not_yet: Option<NaiveDate>) -> Milestone {
    let under = |report: &Happening| event::milestone(due, Some((report.first, report.last)), known, not_yet);
    let Some(preferred) = event.happened.first().map(under) else {
        return event::milestone(due, None, known, not_yet);
    };
    if !event.contested {
        return preferred;
    }
    let mut answers: Vec<Milestone> = event.happened.iter().map(under).collect();
    if not_yet.is_some_and(|day| event.happened.iter().any(|report| report.last <= day)) {
        answers.push(event::milestone(due, None, known, not_yet));
    }
    let kept = |status: Status| match status {
        Status::MetEarly => Status::Met,
        other => other,
    };
    if answers.iter().all(|(status, ..)| kept(*status) == kept(preferred.0)) {
        return preferred;
    }
    let open = answers.iter().find(|(status, ..)| *status == Status::Undetermined);
    open.copied().unwrap_or((Status::Contested, None, None))
}

fn event_steps(
    target: &Target,
    event: &Event,
    status: Status,
    days: Option<(i64, i64)>,
    known: NaiveDate,
) -> Vec<Step> {
    let mut steps = Vec::new();
    let due = target.due.map(|due| due.days());
    if let Some((first, last)) = due {
        steps.push(Step::Window { first, last, known });
    }
    if let Some((day, _)) = event.not_yet {
        steps.push(Step::NotYet { day });
    }
    for report in &event.happened {
        let after = |day: NaiveDate| due.map_or(0, |(_, last)| day.signed_duration_since(last).num_days());
        let days = (after(report.first), after(report.last));
        steps.push(Step::Happened { first: report.first, last: report.last, days });
    }
    if let (Status::AwaitingData | Status::NoData, Some((days, _))) = (status, days) {
        steps.push(Step::Silence { days });
    }
    steps
}
