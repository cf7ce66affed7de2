//! Marks beside a status (analytics 3.9): where another reading of the same words, or another source, matters.

use chrono::NaiveDate;

use super::course::Course;
use super::evidence::Use;
use super::judge::{Case, Judgement, judge};
use super::outlook::{OpenRule, Point};
use super::status::{Books, promise};
use super::verdict::{Badge, Status};
use super::window::Window;
use crate::dataset::records::{Dataset, Id, Target};

/// The marks of a judged promise, in the order of [`Badge`].
pub(crate) fn badges(
    dataset: &Dataset,
    books: &Books,
    id: Id<Target>,
    case: &Case<'_>,
    (judgement, course): (&Judgement<'_>, Option<&Course>),
) -> Vec<Badge> {
    let weighed = course.filter(|_| judgement.open.is_some_and(|open| weighs(open.rule)));
    let points: Vec<&Point> =
        weighed.into_iter().flat_map(|course| course.baseline.iter().chain(&course.newest)).collect();
    let figures = [&judgement.used, &judgement.reached];
    let differ = figures.into_iter().flatten().any(Use::differs) || points.iter().any(|point| point.differs);
    let hangs =
        weighed.is_some_and(|course| course.trend_ends && course.projection.as_ref().is_some_and(|p| p.points > 2));
    let answered = !matches!(judgement.status, Status::Contested | Status::Undetermined);
    [
        (Badge::Est, points.iter().any(|point| point.annual.is_some())),
        (Badge::SourcesDiffer, differ && answered),
        (Badge::About, hangs_on_about(dataset, books, id, case, (judgement, course))),
        (Badge::Restated, restates(dataset, id, case.known)),
        (Badge::StrictDeadline, hangs_on_deadline(dataset, id, case, judgement)),
        (Badge::Reversing, judgement.open.is_some_and(|open| open.reversing)),
        (Badge::NotHeld, judgement.not_held),
        (Badge::TrendEnds, hangs),
    ]
    .into_iter()
    .filter_map(|(badge, holds)| holds.then_some(badge))
    .collect()
}

/// The rule weighs pace or projection.
fn weighs(rule: OpenRule) -> bool {
    matches!(rule, OpenRule::Bands { .. } | OpenRule::OutOfReach)
}

/// It says again, or moves, a statement that was known.
pub(crate) fn restates(dataset: &Dataset, id: Id<Target>, known: NaiveDate) -> bool {
    dataset[id].restates.is_some_and(|first| dataset[first].said.day <= known)
}

/// Another tolerance of "about" gives another answer (analytics 1.2).
fn hangs_on_about(
    dataset: &Dataset,
    books: &Books,
    id: Id<Target>,
    case: &Case<'_>,
    (judgement, course): (&Judgement<'_>, Option<&Course>),
) -> bool {
    books.other_readings().into_iter().any(|(about, history)| {
        let Some(promise) = promise(dataset, id, about) else { return false };
        if promise == *case.promise && std::ptr::eq(history, case.history) {
            return false;
        }
        let case = Case { history, promise: &promise, ..*case };
        let open = case.window.filter(|window| !window.over(case.known));
        let base = course.and_then(|course| course.baseline.clone());
        let course = open.map(|window| Course::of(&case, &window, base));
        let other = judge(&case, course.as_ref());
        (other.status, other.between, other.lateness) != (judgement.status, judgement.between, judgement.lateness)
    })
}

/// The strict reading of the deadline gives another answer; no answer is not another.
fn hangs_on_deadline(dataset: &Dataset, id: Id<Target>, case: &Case<'_>, judgement: &Judgement<'_>) -> bool {
    let target = &dataset[id];
    let Some(due) = target.due else { return false };
    let kind = dataset[target.metric].kind;
    let Some(window) = Window::strict(kind, &due, case.said) else { return false };
    let other = judge(&Case { window: Some(window), ..*case }, None);
    another(other.status, judgement.status)
}

/// The strict reading answers, and otherwise.
pub(crate) fn another(strict: Status, usual: Status) -> bool {
    let kept = |status| matches!(status, Status::Met | Status::MetEarly);
    let answers = matches!(strict, Status::Met | Status::MetEarly | Status::MetLate | Status::Missed);
    answers && strict != usual && !(kept(strict) && kept(usual))
}
