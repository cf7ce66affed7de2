//! The verdict of a promised number: what was reported for it, where it started, how fast it goes, where that leads.

use chrono::NaiveDate;

use super::ambition::ambition;
use super::badges;
use super::baseline::baseline;
use super::course::{Course, due_place, shape};
use super::evidence::Use;
use super::judge::{Case, Judgement, judge};
use super::known::sources_known;
use super::outlook::{Ambition, Point};
use super::promise::Promise;
use super::quantity::ABOUT;
use super::start::Start;
use super::status::{Books, promise};
use super::steps::steps;
use super::verdict::{Badge, Reported, Status, Verdict};
use super::window::Window;
use crate::dataset::records::{Dataset, Id, MetricKind, Quality, Source, Target};

/// What became of a promised number (analytics 3.9).
pub(crate) fn of_number(dataset: &Dataset, books: &Books, id: Id<Target>, known: NaiveDate) -> Verdict {
    let target = &dataset[id];
    let Some(promise) = promise(dataset, id, ABOUT) else {
        let badges = if badges::restates(dataset, id, known) { vec![Badge::Restated] } else { Vec::new() };
        return Verdict { badges, ..Verdict::bare(id, Status::Unquantified) };
    };
    let said = target.said.day;
    let window = target.due.map(|due| Window::of(dataset[target.metric].kind, &due, said));
    let case = Case { history: &books.usual, promise: &promise, window, said, known };
    let (kind, start) = (books.usual.kind, books.starts.at_statement(id, said));
    let last = start.map_or(&[][..], |start| &start.last);
    let baseline = baseline(kind, last, window.as_ref(), said);
    let ambition = baseline.as_ref().and_then(|base| how_much(&promise, base, due(window.as_ref()), (kind, start)));
    let course = window.map(|window| Course::of(&case, &window, baseline.clone()));
    let judgement = judge(&case, course.as_ref());
    let newest = course.as_ref().and_then(|course| course.newest.as_ref()).filter(|_| judgement.open.is_some());
    let figure = judgement.measured().map(Use::value);
    let shown = figure.or(newest.map(|point| point.value));
    let steps = steps(dataset, &case, &judgement, course.as_ref());
    let badges = badges::badges(dataset, books, id, &case, (&judgement, course.as_ref()));
    let eta = course.as_ref().zip(window).and_then(|(course, window)| course.eta(&promise, &window));
    let sources = sources(dataset, &judgement, [baseline.as_ref(), newest], known);
    let told = judgement.used.as_ref().and_then(|figure| reported(dataset, figure)).or(newest.and_then(as_reported));
    let course = course.map(|course| (course.required, course.pace, course.projection));
    let (required, pace, projection) = course.unwrap_or_default();
    Verdict {
        between: judgement.between,
        badges,
        promised: Some(promise.said),
        reported: told,
        attainment: shown.and_then(|value| promise.attainment(&value)),
        gap: shown.map(|value| promise.gap(&value)),
        lateness: judgement.lateness,
        reached: judgement.reached.as_ref().and_then(|figure| reported(dataset, figure)),
        ambition,
        eta: eta.filter(|_| !judgement.is_reached()),
        sources,
        steps,
        baseline: baseline.map(Box::new),
        required: required.map(Box::new),
        pace: pace.map(Box::new),
        projection: projection.map(Box::new),
        ..Verdict::bare(id, judgement.status)
    }
}

fn due(window: Option<&Window>) -> Option<f64> {
    window.map(due_place)
}

/// Ambition (analytics 3.8): none for programmes, which start with nothing.
fn how_much(
    promise: &Promise,
    base: &Point,
    due: Option<f64>,
    (kind, start): (MetricKind, Option<&Start>),
) -> Option<Ambition> {
    let from = base.value.nominal;
    base.actual?;
    if from <= 0.0 {
        return None;
    }
    let Some(due) = due.filter(|due| *due > base.at) else {
        return Some(Ambition { multiple: promise.goal / from, ratio: None, word: None });
    };
    let line = shape(kind, base.ends.0.min(promise.goal));
    Some(ambition(line, from, promise.goal, due - base.at, start?.growth(line)))
}

fn reported(dataset: &Dataset, figure: &Use<'_>) -> Option<Reported> {
    let actual = figure.figure.preferred()?;
    let estimated = dataset[actual].quality == Quality::Estimate;
    Some(Reported { period: figure.figure.period, value: figure.value(), estimated, actual })
}

/// The newest figure of an open promise, annualised if it is part of a year.
fn as_reported(point: &Point) -> Option<Reported> {
    let estimated = point.annual.is_some();
    Some(Reported { period: point.period, value: point.value, estimated, actual: point.actual? })
}

/// The sources of the figures that the verdict rests on, those of the window first.
fn sources(
    dataset: &Dataset,
    judgement: &Judgement<'_>,
    points: [Option<&Point>; 2],
    known: NaiveDate,
) -> Vec<Id<Source>> {
    let figures = [&judgement.used, &judgement.reached].into_iter().flatten();
    let mut sources: Vec<Id<Source>> = figures.flat_map(|figure| figure.figure.sources(dataset, known)).collect();
    let records = points.into_iter().flatten().filter_map(|point| point.actual);
    sources.extend(records.flat_map(|actual| sources_known(dataset, actual, known)));
    sources
}
